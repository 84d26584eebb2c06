/* bradsearch.h - who said what, when, in a pile of news articles.
 *
 * The library reads articles, works out their sentences, dates, quotations and
 * speakers, keeps them in an index of sentences, and answers questions about
 * them.  Its handles, in the order in which text passes through them:
 *
 *   brad_reader        takes documents from a file of plain text or JSON Lines
 *   brad_article       one analysed document: sentences, dates, quotations, speakers
 *   brad_writer        adds articles to an index; an index has one writer at a time
 *   brad_index         a read-only view of an index, as it was when it was opened
 *
 * and the answers that an index gives:
 *
 *   brad_results       to a search: sentences, or whole articles
 *   brad_reasons       why a search found nothing
 *   brad_verification  whether a quotation is what was said
 *   brad_table         to a count: how many sentences by speaker, year, source ...
 *   brad_sources       who is quoted in some articles, and who is only named
 *   brad_people        who is quoted in the whole index
 *   brad_names         names that begin as somebody types
 *
 * A first program, without its error handling:
 *
 *     brad_writer_open("news.index", NULL, &writer, &error);
 *     brad_writer_add_path(writer, "articles/", &error);
 *     brad_writer_commit(writer, NULL, &error);
 *     brad_writer_free(writer);
 *
 *     brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
 *     options.speaker = "Hinchcliffe";
 *     brad_index_open("news.index", &index, &error);
 *     brad_index_search(index, &options, &results, &error);
 *     for (size_t i = 0; i < brad_results_count(results); i++)
 *             puts(brad_results_hit(results, i)->text);
 *
 * What holds for every function:
 *
 * Errors   A function that can fail returns a brad_status: BRAD_OK, which is 0,
 *          or a negative code.  On failure *out is NULL, and *err says what
 *          went wrong, where, and what to do about it.  err may be NULL.
 *          Functions that return anything else cannot fail.  Comments list the
 *          errors to expect.  Besides these, every function that can fail may
 *          return BRAD_ENOMEM, or BRAD_EINVAL for an argument that makes no
 *          sense.  Handles, options and `out` are never NULL, unless the comment
 *          allows it.
 * Memory   What a function stores in *out is the caller's: pass it to the
 *          _free() function of its type.  Every _free() accepts NULL.
 *          Everything else that is returned, and all that it points to, belongs
 *          to the handle it came from ("lent").  It is valid until that handle
 *          is freed, unless the function's comment says that it ends earlier.
 * Text     Strings are UTF-8 and end with a NUL.  Offsets and lengths count
 *          bytes.  A span begins at its start and ends before its end.
 * Structs  A struct that the caller fills in begins with its own size, which its
 *          _INIT macro sets.  Structs that the library lends one at a time may
 *          get new members at their end in a later version.  Those that it lends
 *          as arrays, such as brad_sentence, change only with the soname.
 * Threads  Use a handle from one thread at a time.  Different handles may be
 *          used at the same time.  There is no global state.
 * Manners  The library never prints, exits or aborts, and leaves signals, the
 *          locale and the working directory alone.
 *
 * Licence: GPL-2.0-or-later, as libxapian's.
 */
#ifndef BRADSEARCH_H
#define BRADSEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef BRAD_API
#define BRAD_API __attribute__((visibility("default")))
#endif

#define BRAD_VERSION_MAJOR 0
#define BRAD_VERSION_MINOR 1
#define BRAD_VERSION_PATCH 0
#define BRAD_VERSION "0.1.0"

/* Returns the version of the library in use, such as "0.1.0".  It may be newer
 * than BRAD_VERSION, which is the version that the program was compiled against. */
BRAD_API const char *brad_version(void);

/* ---- Errors ------------------------------------------------------------ */

typedef enum brad_status {
	BRAD_OK = 0,
	BRAD_ENOMEM = -1,    /* out of memory */
	BRAD_EINVAL = -2,    /* an argument that the function's comment does not allow */
	BRAD_EIO = -3,       /* a file or directory could not be read or written */
	BRAD_ENOTFOUND = -4, /* there is no index there, or no such article in it */
	BRAD_ELOCKED = -5,   /* another writer is using the index */
	BRAD_ECORRUPT = -6,  /* not an index, or damaged, or of another format */
	BRAD_EINPUT = -7,    /* a document cannot be used: empty, binary, not JSON, too large */
	BRAD_EQUERY = -8,    /* the query cannot be understood; see brad_error.offset */
	BRAD_EINTERNAL = -9  /* a bug in this library, or in one that it uses */
} brad_status;

/* What went wrong.  The caller owns it; nothing in it needs freeing. */
typedef struct brad_error {
	brad_status status;
	size_t offset;     /* for BRAD_EQUERY, the byte of the query at fault; else 0 */
	char message[512]; /* one line: "cannot open 'x': no such directory" */
} brad_error;

/* Returns a status in words, such as "out of memory". */
BRAD_API const char *brad_status_text(brad_status status);

/* ---- Spans and dates ---------------------------------------------------- */

/* A stretch of bytes: from start up to, but not including, end. */
typedef struct brad_span {
	size_t start, end;
} brad_span;

/* A day, a month (day is 0) or a year (month and day are 0) of the Gregorian
 * calendar.  A date whose year is 0 is unknown. */
typedef struct brad_date {
	int16_t year;
	uint8_t month, day;
} brad_date;

/* Reads a date: "2023", "2023-01" or "2023-01-31".  A time after the day, as in
 * "2023-01-31T09:00:00Z", is ignored.  Anything else is BRAD_EINVAL, and so is a
 * day that does not exist. */
BRAD_API brad_status brad_date_read(const char *text, brad_date *out, brad_error *err);

/* Reads days as a query has them after "date:": a date, a word such as "last-month",
 * or two of these with ".." between, either of which may be left out.  Stores the
 * first and the last; one that is left out is unknown.  A word is read against
 * `today`; if that is unknown, against today by the system's clock.  Anything else is
 * BRAD_EINVAL.  bradsearch-query(7) has the words. */
BRAD_API brad_status brad_days_read(const char *text, brad_date today, brad_date *first,
				    brad_date *last, brad_error *err);

/* Writes a date in the form that brad_date_read() reads, and returns buffer, which
 * must have room for 11 bytes.  An unknown date is written as "". */
BRAD_API char *brad_date_write(brad_date date, char *buffer);

/* ---- Documents and readers --------------------------------------------- */

/* An article before it is analysed.  Only text must be given; every other string
 * may be NULL. */
typedef struct brad_document {
	size_t size;        /* sizeof(brad_document); set by INIT */
	const char *id;     /* names the article in an index; see brad_writer_add() */
	const char *title;  /* a headline that is not part of the text */
	const char *source; /* the newspaper or site */
	const char *url;
	const char *path;   /* the file that it came from */
	size_t line;        /* the line of that file on which it begins, from 1; 0: unknown */
	brad_date date;     /* the day of publication; overrides any found in the text */
	const char *text;   /* need not end with a NUL */
	size_t text_length; /* in bytes */
} brad_document;

#define BRAD_DOCUMENT_INIT                                                                         \
	{                                                                                          \
		sizeof(brad_document), 0, 0, 0, 0, 0, 0, {0, 0, 0}, 0, 0                           \
	}

typedef enum brad_input {
	BRAD_INPUT_AUTO, /* JSON Lines if the name ends in .jsonl, .ndjson or .json; else text */
	BRAD_INPUT_TEXT, /* each file is an article */
	BRAD_INPUT_JSONL /* each line is one: {"id","title","date","source","url","text"} */
} brad_input;

enum {
	BRAD_USUAL_ARTICLE_SIZE = 64 << 20,  /* in bytes; see brad_reader_limit() */
	BRAD_GREATEST_ARTICLE_SIZE = 1 << 30 /* because offsets inside an index have 32 bits */
};

typedef struct brad_reader brad_reader;

/* Opens a file, or standard input if path is "-", to take documents from it.
 * Errors: BRAD_EIO. */
BRAD_API brad_status brad_reader_open(const char *path, brad_input input, brad_reader **out,
				      brad_error *err);

/* Sets how many bytes a text file, or a line of JSON Lines, may have.  A larger one
 * is BRAD_EINPUT, and is never held in memory whole.  The default, which 0 sets
 * again, is BRAD_USUAL_ARTICLE_SIZE; the most is BRAD_GREATEST_ARTICLE_SIZE. */
BRAD_API void brad_reader_limit(brad_reader *reader, size_t max_article_size);

/* Lends the next document, which is valid until the next call.  After the last
 * document, *out is NULL.  The text is made valid UTF-8: a byte that is not UTF-8 is
 * read as Windows-1252.
 * Errors: BRAD_EINPUT if one document cannot be used; err names the path and the
 * line, and the next call goes on behind it.  If only its date, title, source or url
 * could not be used, the next call lends the document without that; and if a text
 * file looks like HTML, the next call lends it as it stands, tags included.  Any
 * other error ends the reading. */
BRAD_API brad_status brad_reader_next(brad_reader *reader, const brad_document **out,
				      brad_error *err);
BRAD_API void brad_reader_free(brad_reader *reader);

/* ---- Articles ---------------------------------------------------------- */

typedef enum brad_role {
	BRAD_ROLE_TITLE,    /* a headline or a heading */
	BRAD_ROLE_BODY,     /* prose */
	BRAD_ROLE_FURNITURE /* adverts, bylines, links, comment rules: kept, never indexed */
} brad_role;

typedef enum brad_said {
	BRAD_SAID_NONE,    /* nobody is quoted */
	BRAD_SAID_DIRECT,  /* speech, all of it in quotation marks */
	BRAD_SAID_MIXED,   /* reported speech with some words in quotation marks */
	BRAD_SAID_INDIRECT /* reported speech without quotation marks */
} brad_said;

/* Where the date of an article was found. */
typedef enum brad_date_from {
	BRAD_DATE_NONE,      /* nowhere: it is unknown */
	BRAD_DATE_METADATA,  /* it was given with the document */
	BRAD_DATE_PUBLISHED, /* in a line such as "Published 31st Jan 2023", or in the URL */
	BRAD_DATE_UPDATED,   /* only in a line such as "Last updated 31st Jan 2023" */
	BRAD_DATE_HEADER,    /* a day at the head of the page */
	BRAD_DATE_INFERRED   /* the text gives bounds for it; the date itself is unknown */
} brad_date_from;

typedef enum brad_timex_type {
	BRAD_TIMEX_DATE,
	BRAD_TIMEX_TIME,
	BRAD_TIMEX_DURATION,
	BRAD_TIMEX_SET /* "every Monday" */
} brad_timex_type;

/* An expression of time in the text.  Its value is written as TIMEX3 has it
 * (http://www.timeml.org): "2018", "2021-04-28", "2021-W17", "P3Y". */
typedef struct brad_timex {
	brad_span span;
	brad_timex_type type;
	const char *value;
} brad_timex;

/* Somebody who said something.  The name is the fullest one that the article gives,
 * the role is an office or description; NULL if the article gives none. */
typedef struct brad_speaker {
	const char *name;
	const char *role;
} brad_speaker;

/* What in the text tells who the speaker is. */
typedef enum brad_evidence {
	BRAD_EVIDENCE_NONE,    /* nothing: no speaker can be named */
	BRAD_EVIDENCE_NAMED,   /* a name or description beside the words: "Mr Davies said" */
	BRAD_EVIDENCE_BODY,    /* the same of an organisation, a document or a group */
	BRAD_EVIDENCE_PRONOUN, /* a pronoun, and the person mentioned before it */
	BRAD_EVIDENCE_CARRIED  /* the sentence goes on with a quotation of a paragraph before */
} brad_evidence;

/* A sentence.  Its speakers are those of the quotation that covers the largest part
 * of it, provided that this is at least 30 % of its letters.  There are several
 * speakers if they are quoted together, and none if nobody is quoted or the speaker
 * cannot be named. */
typedef struct brad_sentence {
	brad_span span;
	brad_role role;
	brad_said said;
	const brad_speaker *speakers;
	size_t speaker_count;
	double confidence; /* that these are the speakers, 0 to 1 */
	const brad_timex *dates;
	size_t date_count;
	brad_evidence evidence; /* for the speakers */
} brad_sentence;

/* A quotation.  Its pieces are the words said, without quotation marks and without
 * what the narrator puts between them; of indirect speech, the clause that reports
 * it.  One that goes on in the next paragraph has pieces in both.  The mention
 * ("he") is the phrase that names the speaker, the cue ("said") tells that this is
 * speech; a span is empty where the text has none.  The confidence is calibrated on
 * annotated news: of the quotations with confidence 0.9, nine in ten were said by
 * the speakers given. */
typedef struct brad_quote {
	brad_span span; /* from the first piece to the last */
	const brad_span *pieces;
	size_t piece_count;
	brad_said said;
	const brad_speaker *speakers;
	size_t speaker_count;
	brad_span mention, cue;
	double confidence; /* that they said it, 0 to 1 */
	brad_evidence evidence;
} brad_quote;

typedef struct brad_article brad_article;

/* Analyses a document, and keeps a copy of it.  Every character of the text but
 * white space lies in one of the sentences, page furniture included.  A title that
 * was given beside the text is not among them.  Time and memory grow linearly with
 * the text.
 * Errors: BRAD_EINVAL for strings that are not valid UTF-8, a text that holds a NUL,
 * and a date that does not exist; BRAD_EINPUT for a text that is too large. */
BRAD_API brad_status brad_article_parse(const brad_document *document, brad_article **out,
					brad_error *err);

/* Lends the copy of the document. */
BRAD_API const brad_document *brad_article_document(const brad_article *article);

/* Returns the headline: the title that was given, else the one found in the text;
 * NULL if there is none. */
BRAD_API const char *brad_article_title(const brad_article *article);

/* Returns the day of publication.  It is unknown for BRAD_DATE_NONE and
 * BRAD_DATE_INFERRED.  Stores in *from, unless that is NULL, where it was found. */
BRAD_API brad_date brad_article_date(const brad_article *article, brad_date_from *from);

/* Stores between which days the article was published, both included, if that was
 * inferred (BRAD_DATE_INFERRED).  Each is a day, a month or a year, or unknown. */
BRAD_API void brad_article_date_bounds(const brad_article *article, brad_date *not_before,
				       brad_date *not_after);

/* Return how many sentences, or quotations, there are, and lend the first of an
 * array of them, which is in the order of the text. */
BRAD_API size_t brad_article_sentences(const brad_article *article, const brad_sentence **first);
BRAD_API size_t brad_article_quotes(const brad_article *article, const brad_quote **first);
BRAD_API void brad_article_free(brad_article *article);

/* ---- Writing an index -------------------------------------------------- */

/* What a writer has done since it was opened. */
typedef struct brad_progress {
	uint64_t articles_added;    /* that are new */
	uint64_t articles_replaced; /* that were there, and were analysed again */
	uint64_t articles_removed, articles_unchanged;
	uint64_t sentences;   /* in the articles added and replaced */
	uint64_t problems;    /* documents and files that could not be used */
	uint64_t other_files; /* in directories, skipped because of their names */
	uint64_t bytes_done;  /* of input, read or skipped */
	uint64_t bytes_known; /* of input found so far; 0 if that cannot be known */
	double seconds;       /* since it was opened */
} brad_progress;

typedef struct brad_writer_options {
	size_t size;      /* sizeof(brad_writer_options); set by INIT */
	brad_input input; /* the format of files added by path */
	unsigned threads; /* that analyse; 0: one for each processor */
	bool rebuild;     /* start from an empty index, which replaces the present one at
	                   * the commit; readers see the present one until then */
	/* Called, from within calls of the writer's functions and in the caller's
	 * thread, for each document or file that cannot be used, and from time to
	 * time to show progress.  Either may be NULL. */
	void (*on_problem)(void *context, const brad_error *problem);
	void (*on_progress)(void *context, const brad_progress *progress);
	void *context;           /* passed to both */
	size_t max_article_size; /* of files added by path; see brad_reader_limit() */
} brad_writer_options;

#define BRAD_WRITER_OPTIONS_INIT                                                                   \
	{                                                                                          \
		sizeof(brad_writer_options), BRAD_INPUT_AUTO, 0, false, 0, 0, 0, 0                 \
	}

typedef struct brad_writer brad_writer;

/* Opens the index in a directory for writing.  If there is none, makes an empty
 * one.  options may be NULL for the defaults.  The writer locks the index until it
 * is freed.  Readers see nothing of what it does before brad_writer_commit().
 * Errors: BRAD_ELOCKED if there is another writer; the message says which process.
 * BRAD_EIO, BRAD_ECORRUPT. */
BRAD_API brad_status brad_writer_open(const char *directory, const brad_writer_options *options,
				      brad_writer **out, brad_error *err);

/* Adds a document.  It replaces an article with the same id, unless nothing in it
 * has changed.  A document without an id has its path as its id.  If the document
 * cannot be used, on_problem is called, the problem is counted, and the call still
 * returns BRAD_OK: errors are only those of the index. */
BRAD_API brad_status brad_writer_add(brad_writer *writer, const brad_document *document,
				     brad_error *err);

/* Adds every document of a file, of all files below a directory, or of standard
 * input for "-".  Below a directory, in order of name, it takes regular files whose
 * names end in .txt, .text, .jsonl, .ndjson or .json, and skips hidden ones.  A file
 * whose size and time are those of the last run is not read again.  Articles that a
 * file no longer holds are removed, unless there was a problem with that file.
 * Articles of a file that no longer exists stay until brad_writer_remove().
 * Problems are handled as in brad_writer_add(). */
BRAD_API brad_status brad_writer_add_path(brad_writer *writer, const char *path, brad_error *err);

/* Removes the article with this id, or all articles that came from this path or
 * from below it.  Stores in *removed, unless that is NULL, how many there were; 0 is
 * not an error.  Adding a file that still exists brings its articles back. */
BRAD_API brad_status brad_writer_remove(brad_writer *writer, const char *id_or_path,
					uint64_t *removed, brad_error *err);

/* Publishes all changes since the last commit, in one step.  After BRAD_OK they are
 * on the disk, and whoever opens the index from then on sees them.  After an error,
 * or if this is never called, the index is as it was before; after an error the
 * writer can only be freed.  (There is one exception: if the last sync of the disk
 * fails, the index may be in its new state.)  Without changes, nothing is written.
 * If the index was analysed by another version of the library, all articles are
 * analysed again from the texts in the index.  *done, unless NULL, is filled in. */
BRAD_API brad_status brad_writer_commit(brad_writer *writer, brad_progress *done, brad_error *err);

/* Makes the next commit rewrite the whole index as one segment (a few, from several GB
 * of text on), without what is left of articles that were replaced or removed.  It
 * pays after many small commits.  It takes time in proportion to the size of the
 * index, and as much disk space again until it is done. */
BRAD_API brad_status brad_writer_compact(brad_writer *writer, brad_error *err);

/* Drops what was not committed, and releases the lock. */
BRAD_API void brad_writer_free(brad_writer *writer);

/* ---- Reading an index -------------------------------------------------- */

typedef struct brad_index brad_index;

/* Opens the index in a directory as it is now.  Later commits are not seen, and
 * cannot disturb what was opened.
 * Errors: BRAD_ENOTFOUND, BRAD_ECORRUPT, BRAD_EIO. */
BRAD_API brad_status brad_index_open(const char *directory, brad_index **out, brad_error *err);

/* Does the same, and first reads all files of the index to compare them with their
 * checksums: BRAD_ECORRUPT if any has changed.  brad_index_open() instead compares
 * most of the index only when a question first reads it, and the files of libxapian
 * never. */
BRAD_API brad_status brad_index_open_verified(const char *directory, brad_index **out,
					      brad_error *err);
BRAD_API void brad_index_free(brad_index *index);

typedef struct brad_index_info {
	const char *uuid;  /* of the index, chosen when it was made */
	uint64_t revision; /* goes up by one with each commit */
	uint64_t articles, sentences;
	uint32_t segments;
	bool outdated; /* analysed by another version of the library: its next commit,
	                * see brad_writer_commit(), brings it up to date */
} brad_index_info;

/* Lends what is known about an index. */
BRAD_API const brad_index_info *brad_index_about(const brad_index *index);

/* Reads a people file, and uses it in all answers from now on.  Such a file tells
 * who is who: it joins names that are one person's, separates people of one name,
 * and gives people roles by date.  Each line holds a name, an alias, a role, a first
 * and a last day, with tabs between; see bradsearch(1).  If path is NULL, it is
 * people.tsv in the directory of the index or beside that directory; if neither
 * exists, no people file is used.
 * Errors: BRAD_EIO, BRAD_EINPUT (err names the path and the line); the index then
 * stays as it was. */
BRAD_API brad_status brad_index_use_people(brad_index *index, const char *path, brad_error *err);

/* Makes an article of the index again, as it was analysed when it was added, but
 * with the speakers that a people file in use gives it.  id is the article's id or
 * path, or the end of either from after a '/', if only one article has that.
 * Errors: BRAD_ENOTFOUND; BRAD_EINVAL if several articles match; BRAD_ECORRUPT. */
BRAD_API brad_status brad_index_article(brad_index *index, const char *id, brad_article **out,
					brad_error *err);

/* ---- Checking an index -------------------------------------------------- */

/* How bad a fault in an index is. */
typedef enum brad_harm {
	BRAD_HARM_NONE,   /* a file that a writer left when it died; the next writer removes it */
	BRAD_HARM_AMENDS, /* what is damaged can be made again from the rest */
	BRAD_HARM_LOSS,   /* articles are lost: they cannot be made again from the rest */
	BRAD_HARM_PEOPLE  /* a people file has a mistake; it is not part of the index, and only
	                  * its owner can correct it */
} brad_harm;

typedef struct brad_fault {
	brad_harm harm;
	const char *file;    /* its name in the directory of the index */
	const char *article; /* the id of the article that is lost; NULL: none, or unknown */
	const char *path;    /* the file that this article came from; NULL: unknown */
	const char *message; /* what is wrong, in one line */
} brad_fault;

/* What a check found and did. */
typedef struct brad_check_report {
	uint64_t articles, sentences, segments; /* that should be there */
	uint64_t bytes;                         /* of all files of the index */
	uint64_t faults;                        /* of all kinds */
	uint64_t leftovers;                     /* faults that are BRAD_HARM_NONE */
	uint64_t losses;                        /* articles that are lost */
	bool repaired;                          /* the index was repaired, and is sound now */
	uint64_t remade;                        /* articles analysed again in the repair */
	uint64_t dropped;                       /* articles dropped in the repair */
} brad_check_report;

typedef struct brad_check_options {
	size_t size;       /* sizeof(brad_check_options); set by INIT */
	bool repair;       /* repair what is damaged, if that loses no article */
	bool drop_damaged; /* with repair: repair even so, and drop the articles that are lost */
	/* Called for each fault, before the repair; may be NULL.  The fault is valid
	 * only during the call. */
	void (*on_fault)(void *context, const brad_fault *fault);
	void *context; /* passed to on_fault */
} brad_check_options;

#define BRAD_CHECK_OPTIONS_INIT                                                                    \
	{                                                                                          \
		sizeof(brad_check_options), false, false, 0, 0                                     \
	}

/* Reads the whole index in a directory and checks it: the manifest, the checksum of
 * each file, whether the files fit together, the tables of libxapian, the list of
 * sentences of each term, and each article, which is made again and compared with
 * the checksum it had when it was added.  Also checks the people file that
 * brad_index_use_people() would find.  options may be NULL for the defaults.
 *
 * BRAD_OK means that the check was made; report->faults tells whether it found
 * anything.  An article that a repair dropped is added again when its file is next
 * added, if that still exists.
 * Errors: BRAD_ENOTFOUND, BRAD_EIO; with repair also those of brad_writer_open(). */
BRAD_API brad_status brad_index_check(const char *directory, const brad_check_options *options,
				      brad_check_report *report, brad_error *err);

/* ---- Searching --------------------------------------------------------- */

typedef enum brad_sort { BRAD_SORT_RELEVANCE, BRAD_SORT_NEWEST, BRAD_SORT_OLDEST } brad_sort;

typedef enum brad_scope {
	BRAD_SCOPE_SENTENCE, /* a hit is a sentence, which has all that is asked for */
	BRAD_SCOPE_ARTICLE   /* a hit is an article, shown by its best sentence */
} brad_scope;

/* Of what only the first hit, in the order of the sort, is wanted. */
typedef enum brad_group {
	BRAD_GROUP_NONE,
	BRAD_GROUP_ARTICLE,
	BRAD_GROUP_SPEAKER /* by name, after the people file; a sentence of several speakers
	                    * is in the group of each */
} brad_group;

/* What to search for.  All conditions must hold.  If none is given, every sentence
 * matches. */
typedef struct brad_search_options {
	size_t size;         /* sizeof(brad_search_options); set by INIT */
	const char *query;   /* see bradsearch-query(7); NULL or "": any words */
	const char *speaker; /* words of a name, in order; if nobody has such a name, all
	                      * words of an office; NULL: anybody or nobody */
	brad_date from, to;  /* days of publication, both included; year 0: open */
	bool any;            /* any word of the query will do, instead of all */
	bool plain_words;    /* the query has no operators, only words */
	brad_scope scope;
	brad_sort sort;
	uint32_t offset, limit; /* hits to skip, and to return at most */
	uint32_t context;       /* sentences to return before and after each hit */
	/* Days that the sentence itself speaks of, in whatever words ("last spring"),
	 * both included; year 0: open.  See bradsearch-query(7). */
	brad_date mentions_from, mentions_to;
	bool inferred_dates;     /* with from or to: articles without a date match too, if
	                          * their text allows that they are of those days */
	unsigned said;           /* kinds of speech: the sum of 1u << brad_said of each; 0: any */
	double min_confidence;   /* the least confidence in the speakers, 0 to 1; 0: any */
	brad_date today;         /* against which "date:last-month" in a query is read; year
	                          * 0: today, by the system's clock */
	bool fold;               /* show copies of a statement as one hit, see brad_copy; not
	                          * with BRAD_SCOPE_ARTICLE or groups */
	brad_group group;        /* only with BRAD_SCOPE_SENTENCE */
	uint64_t since_revision; /* only articles added or replaced after this revision of the
	                          * index; 0: all */
} brad_search_options;

#define BRAD_SEARCH_OPTIONS_INIT                                                                   \
	{                                                                                          \
		sizeof(brad_search_options), 0, 0, {0, 0, 0}, {0, 0, 0}, false, false,             \
			BRAD_SCOPE_SENTENCE, BRAD_SORT_RELEVANCE, 0, 20, 0, {0, 0, 0}, {0, 0, 0},  \
			false, 0, 0, {0, 0, 0}, false, BRAD_GROUP_NONE, 0                          \
	}

/* A copy: another sentence that makes the same statement as a hit.  It has at least
 * six words, which are the same in the same order, or almost the same, as when a
 * newspaper edits an agency's report; a shorter sentence counts if it stands beside
 * another copy.  Copies differ in no negation, number or name, and no word of one is
 * replaced in the other.
 *
 * With options.fold, a statement is one hit: the copy that comes first in the order
 * of the sort.  offset and limit then count statements.  The other copies may be
 * anywhere in the index, whether or not they match the query and the filters.
 * Totals, counts and facets always count sentences. */
typedef struct brad_copy {
	const char *sentence, *article; /* their ids */
	const char *source;             /* NULL: unknown */
	brad_date date;
	bool same_words; /* all words are the same, not only almost all */
} brad_copy;

typedef struct brad_hit {
	uint32_t rank;                           /* from 1 */
	double score;                            /* higher is better, within one answer */
	const char *article;                     /* the id */
	const char *source, *url, *title, *path; /* NULL: unknown */
	size_t line; /* on which the sentence begins in path, from 1; 0: unknown */
	brad_date date;
	brad_date_from date_from;
	brad_date date_not_before, date_not_after; /* if date_from is BRAD_DATE_INFERRED */
	const char *sentence; /* its id: the article's id, "#", and a hash of its words */
	brad_span span;       /* in the article's text; empty for a title given beside that */
	brad_role role;
	const char *text;       /* of the sentence */
	const brad_span *marks; /* the words found, as spans of text */
	size_t mark_count;
	brad_said said;
	const brad_speaker *speakers;
	size_t speaker_count;
	double confidence; /* that these are the speakers, 0 to 1 */
	/* The sentences around it, in the order of the article; see options.context. */
	const char *const *before;
	size_t before_count;
	const char *const *after;
	size_t after_count;
	brad_evidence evidence; /* for the speakers */
	/* With options.fold: the other copies of the statement, the earliest first, and
	 * in how many other articles they are; the first day on which any copy, this one
	 * included, was published, and the id of that article, NULL if no day is known. */
	const brad_copy *copies;
	size_t copy_count, copy_articles;
	brad_date first_date;
	const char *first_article;
	/* With options.group: the article's id or the speaker's name, and how many
	 * sentences of this group match, this one included.  Else NULL and 0. */
	const char *group;
	uint64_t group_count;
} brad_hit;

typedef struct brad_results brad_results;

/* Answers a search.  The results remain valid after the index is freed.
 * Errors: BRAD_EQUERY, with the offset of the fault in the query; BRAD_EINVAL for
 * options that contradict each other; BRAD_ECORRUPT, BRAD_EIO. */
BRAD_API brad_status brad_index_search(brad_index *index, const brad_search_options *options,
				       brad_results **out, brad_error *err);

/* Finds a sentence again by its id, which is brad_hit.sentence, and `context`
 * sentences before and after it: results of one hit.  The id remains good when the
 * article is replaced, as long as the sentence itself is not edited.  The article's
 * part of the id may be shortened as for brad_index_article().
 * Errors: BRAD_EINVAL if id is not a sentence's, or several articles match;
 * BRAD_ENOTFOUND if the article is not in the index, or no longer has the sentence:
 * the message says which. */
BRAD_API brad_status brad_index_sentence(brad_index *index, const char *id, uint32_t context,
					 brad_results **out, brad_error *err);

/* Returns how many sentences match in all, or articles with BRAD_SCOPE_ARTICLE.  The
 * number is exact. */
BRAD_API uint64_t brad_results_total(const brad_results *results);

/* Returns how many statements these sentences make, if copies are folded.  The number
 * is exact, or 0 if it is unknown: no more sentences are looked at than it takes to
 * find the statements that offset and limit ask for. */
BRAD_API uint64_t brad_results_statements(const brad_results *results);

/* Returns how many articles without a date would match, were it not for `from` and
 * `to`, which leave them out.  The number is exact. */
BRAD_API uint64_t brad_results_undated(const brad_results *results);

/* Return, with options.group, how many groups the matching sentences are in, and how
 * many of them are in no group because their speaker is unknown.  Both are exact. */
BRAD_API uint64_t brad_results_groups(const brad_results *results);
BRAD_API uint64_t brad_results_ungrouped(const brad_results *results);

/* Returns how many hits there are to read: at most options.limit. */
BRAD_API size_t brad_results_count(const brad_results *results);

/* Lends the i-th of these hits, counted from 0; NULL if there is none. */
BRAD_API const brad_hit *brad_results_hit(const brad_results *results, size_t i);

/* Lends the i-th remark that a user should see, from 0; NULL after the last.  Remarks
 * say which words were ignored as too common, that the speaker was taken as an office,
 * or that a name is that of several people.  Why nothing was found is answered by
 * brad_index_reasons(). */
BRAD_API const char *brad_results_note(const brad_results *results, size_t i);

/* Lends a description of what was searched for, such as "sentences with a form of
 * 'fare', said by somebody called 'Keller'".  Stores in *query, unless that is NULL,
 * the query written out in full, with each operator and with days as dates, so that
 * it asks for the same on any other day.  Results of brad_index_like() and
 * brad_index_sentence() have only filters to describe, and no query. */
BRAD_API const char *brad_results_understood(const brad_results *results, const char **query);
BRAD_API void brad_results_free(brad_results *results);

/* ---- Finding nothing ---------------------------------------------------- */

typedef struct brad_reasons brad_reasons;

/* Tells why a search, a count or brad_index_sources() with these options found
 * nothing: which filter left nothing over, how much would match without it, and
 * which word or name of the index is spelt almost like one asked for.  There are no
 * reasons if something matches.  This takes as long as several searches, and as
 * about a hundred if nobody has the speaker's name; so call it only when nothing was
 * found.  The reasons remain valid after the index is freed.
 * Errors: those of brad_index_search(). */
BRAD_API brad_status brad_index_reasons(brad_index *index, const brad_search_options *options,
					brad_reasons **out, brad_error *err);

/* Lends the i-th reason, a sentence for the user, from 0; NULL after the last. */
BRAD_API const char *brad_reasons_note(const brad_reasons *reasons, size_t i);
BRAD_API void brad_reasons_free(brad_reasons *reasons);

/* ---- Citing ------------------------------------------------------------- */

typedef enum brad_citation {
	BRAD_CITE_TEXT,     /* one line of plain text */
	BRAD_CITE_MARKDOWN, /* a block quotation in CommonMark */
	BRAD_CITE_BIBTEX,   /* an entry; its key does not depend on where the files are */
	BRAD_CITE_CSL_JSON  /* an object of type "article-newspaper"; put several in an array */
} brad_citation;

/* Both functions write into buffer as snprintf() does: at most size bytes, the last of
 * them a NUL, unless size is 0.  They return the length of the whole text, without the
 * NUL; if that is not less than size, the text was cut. */

/* Writes a citation of the hit's sentence: the sentence as printed, who said it and in
 * which role, the day, title and source of the article, the place in it, and the
 * sentence's id.  Indirect speech is called so, and is not put into quotation marks.
 * If nobody speaks, only the article is cited.  What is unknown is left out. */
BRAD_API size_t brad_hit_cite(const brad_hit *hit, brad_citation style, char *buffer, size_t size);

/* Writes the article's url with a text fragment ("#:~:text=") that makes a browser go
 * to the sentence; the empty string if the article has no url on the web. */
BRAD_API size_t brad_hit_link(const brad_hit *hit, char *buffer, size_t size);

/* ---- Verifying a quotation --------------------------------------------- */

/* How a quotation compares with what the articles print.  Words are compared without
 * regard to capitals, accents and punctuation.  They may run over several sentences,
 * and over what a narrator puts between them. */
typedef enum brad_verdict {
	BRAD_VERDICT_EXACT,         /* said in these words */
	BRAD_VERDICT_OTHER_SPEAKER, /* said in these words, but not by the speaker asked for */
	BRAD_VERDICT_ALTERED,       /* said in words that are almost these */
	BRAD_VERDICT_CUT,           /* said in these words, and more where the quotation has dots */
	BRAD_VERDICT_PARAPHRASE,    /* the words are printed, but not in quotation marks */
	BRAD_VERDICT_NOT_FOUND
} brad_verdict;

typedef enum brad_change {
	BRAD_CHANGE_NONE,     /* the same words */
	BRAD_CHANGE_REPLACED, /* the quotation has other words than the article */
	BRAD_CHANGE_ADDED,    /* the quotation has words that the article has not */
	BRAD_CHANGE_LEFT_OUT, /* the article has words that the quotation has not */
	BRAD_CHANGE_ELLIPSIS  /* the same, and the quotation has dots in their place */
} brad_change;

/* Differences that may change the meaning; a set of bits. */
enum { BRAD_WARN_NEGATION = 1, BRAD_WARN_NUMBER = 2, BRAD_WARN_NAME = 4 };

typedef struct brad_difference {
	brad_change change;
	const char *quoted;  /* words of the quotation; NULL: none */
	const char *printed; /* words of the article; NULL: none, or more than 60 of them for
	                      * which the quotation has dots */
	unsigned warnings;   /* BRAD_WARN_ bits */
} brad_difference;

typedef struct brad_finding {
	brad_verdict verdict;
	bool by_speaker;   /* the speaker asked for said it; false if none was */
	double likeness;   /* of the words found, or of the nearest ones; 1: the same words */
	unsigned warnings; /* those of all differences */
	/* The sentences that hold the words, in the earliest article that has them.  For
	 * BRAD_VERDICT_NOT_FOUND, those that hold the nearest words, or none. */
	const brad_hit *hits;
	size_t hit_count;
	/* The whole quotation, in pieces: those that are the same, and those that differ. */
	const brad_difference *differences;
	size_t difference_count;
	const brad_speaker *speakers; /* who said these very words */
	size_t speaker_count;
} brad_finding;

typedef struct brad_verification brad_verification;

/* Looks for the words from which a quotation was made.  speaker is as in
 * brad_search_options; NULL: anybody.
 * Errors: BRAD_EINVAL for a quotation without words, or of more than 500; and those of
 * brad_index_search(). */
BRAD_API brad_status brad_index_verify(brad_index *index, const char *quotation,
				       const char *speaker, brad_verification **out,
				       brad_error *err);

/* Lends what was found. */
BRAD_API const brad_finding *brad_verification_finding(const brad_verification *verification);

/* Does what brad_results_note() does. */
BRAD_API const char *brad_verification_note(const brad_verification *verification, size_t i);
BRAD_API void brad_verification_free(brad_verification *verification);

/* ---- Statements like one ------------------------------------------------ */

/* Finds statements like that of a sentence, which is given by its id as for
 * brad_index_sentence().  They share its rare words; the rarer these are, the better,
 * and the same speaker makes it a little better still.  Copies of the sentence (see
 * brad_copy) are left out, and copies of other statements are folded.  Of the options,
 * only the filters, offset, limit and context are used.  The total counts statements
 * that share enough words, among the 200 that share most.
 * Errors: those of brad_index_sentence() and brad_index_search(). */
BRAD_API brad_status brad_index_like(brad_index *index, const char *id,
				     const brad_search_options *options, brad_results **out,
				     brad_error *err);

/* Finds the versions of a sentence, which is given by its id as for
 * brad_index_sentence(): the same statement with some words changed, such as a figure
 * or a "not" that another newspaper got wrong.  A version shares two thirds of the
 * words, in the same order, or is a copy (see brad_copy).  Each wording is one hit,
 * the earliest first; sentences with exactly the same words are its copies.  Of the
 * options, only offset, limit and context are used.  The total counts versions among
 * the 200 statements that share most of the sentence's rare words.
 * Errors: those of brad_index_like(). */
BRAD_API brad_status brad_index_versions(brad_index *index, const char *id,
					 const brad_search_options *options, brad_results **out,
					 brad_error *err);

/* For results of brad_index_versions(), compares the i-th hit (`quoted`) with the
 * sentence that was given (`printed`).  Returns the number of differences, lends the
 * first, and stores in *warnings, unless that is NULL, those of all.  As in
 * brad_finding, the pieces that are the same are among them.  For any other results
 * there are none. */
BRAD_API size_t brad_results_differences(const brad_results *results, size_t i,
					 const brad_difference **first, unsigned *warnings);

/* ---- Counting ---------------------------------------------------------- */

typedef enum brad_field {
	BRAD_FIELD_NONE,
	BRAD_FIELD_SPEAKER,
	BRAD_FIELD_ROLE,
	BRAD_FIELD_YEAR,  /* of publication, as are month, week and day: "2021" */
	BRAD_FIELD_MONTH, /* "2021-04" */
	BRAD_FIELD_WEEK,  /* of ISO 8601, which begins on Monday: "2021-W17" */
	BRAD_FIELD_DAY,   /* "2021-04-28" */
	BRAD_FIELD_SOURCE,
	BRAD_FIELD_ARTICLE,
	BRAD_FIELD_MENTIONED_YEAR, /* that the sentence speaks of, as for mentions_from */
	BRAD_FIELD_TIME            /* the day, week, month or year that suits; see `every` */
} brad_field;

typedef struct brad_count_options {
	size_t size; /* sizeof(brad_count_options); set by INIT */
	brad_field by;
	brad_field and_by; /* count each pair of values of both fields; NONE: only of `by` */
	/* Also make a row for each year, month, week or day that has no sentence, from the
	 * first that has one to the last.  Dates less exact than that are counted in the
	 * row without a value.  BRAD_FIELD_TIME needs this: it is the finest of the four
	 * that makes at most `limit` rows (60 if that is 0). */
	bool every;
	bool rates;     /* also fill in brad_count.of */
	bool by_rate;   /* order rows by count / of, the greatest first, instead of by count */
	bool facet;     /* ignore the filter, in the options or the query, on the field itself:
	               * speaker for speakers, role for roles, from and to for times of
	               * publication, mentions for mentioned years; what the query
	               * excludes remains excluded */
	uint32_t limit; /* with one field, keep only the first so many rows; 0: all */
	/* Drop rows of fewer sentences than this: of brad_count.of with by_rate, else of
	 * count; of pairs, all rows of a first value that has fewer in sum.  Rows in order
	 * of time are kept. */
	uint32_t at_least;
} brad_count_options;

#define BRAD_COUNT_OPTIONS_INIT                                                                    \
	{                                                                                          \
		sizeof(brad_count_options), BRAD_FIELD_NONE, BRAD_FIELD_NONE, false, false, false, \
			false, 0, 0                                                                \
	}

/* A row. */
typedef struct brad_count {
	const char *value;     /* NULL: unknown; of speakers, nobody; of mentioned years, none */
	const char *and_value; /* the same for and_by; NULL without it */
	uint64_t count;        /* of the sentences that match */
	uint64_t of;           /* of the sentences with these values that pass the filters,
	                        * whether or not they have the words; 0 without rates */
} brad_count;

typedef struct brad_table brad_table;

/* Counts all sentences that match a search by the values of a field, or of two.  A
 * sentence with two speakers, or one that speaks of two years, is counted for each.
 * Rows go by count, the largest first; those of a field of time go by time, unless
 * there is a limit.  Rows of pairs go by their first value, in order of its sum, and
 * then by the second.  Of the search options, offset, limit, sort, group, scope and
 * context are not used.
 * Errors: those of brad_index_search(); BRAD_EINVAL also for options that contradict
 * each other, and if `every` would make more than 200,000 rows. */
BRAD_API brad_status brad_index_count(brad_index *index, const brad_search_options *options,
				      const brad_count_options *count, brad_table **out,
				      brad_error *err);

/* Returns the number of rows, and lends the first. */
BRAD_API size_t brad_table_rows(const brad_table *table, const brad_count **first);

/* Return how many rows there would be without a limit, and how many were dropped
 * because of at_least. */
BRAD_API size_t brad_table_distinct(const brad_table *table);
BRAD_API size_t brad_table_left_out(const brad_table *table);

/* Returns the field that was counted by; for BRAD_FIELD_TIME, the one chosen. */
BRAD_API brad_field brad_table_field(const brad_table *table);

/* Returns how many sentences match.  The number is exact. */
BRAD_API uint64_t brad_table_total(const brad_table *table);

/* Returns how many sentences pass the filters, whether or not they have the words; 0
 * without rates. */
BRAD_API uint64_t brad_table_of(const brad_table *table);

/* Each does what brad_results_undated(), _note() or _understood() does. */
BRAD_API uint64_t brad_table_undated(const brad_table *table);
BRAD_API const char *brad_table_note(const brad_table *table, size_t i);
BRAD_API const char *brad_table_understood(const brad_table *table, const char **query);
BRAD_API void brad_table_free(brad_table *table);

/* ---- Who is heard ------------------------------------------------------ */

/* How much somebody says; or holders of a role, or speakers in a newspaper. */
typedef struct brad_voice {
	const char *name;   /* NULL: no speaker can be named; no role; the newspaper is unknown */
	uint64_t sentences; /* quoted or reported */
	uint64_t articles;  /* that have these sentences */
} brad_voice;

typedef struct brad_heard {
	uint64_t articles, sentences; /* looked at; titles are not counted as sentences */
	uint64_t quoted;              /* sentences that somebody said */
	uint64_t unnamed;             /* of those, the ones whose speaker cannot be named */
	const brad_voice *voices;     /* those with most sentences first */
	size_t voice_count;
	/* People whom these articles name, by two words or more, and never quote.  Those
	 * in most articles come first; their number of sentences is 0. */
	const brad_voice *silent;
	size_t silent_count;
} brad_heard;

typedef struct brad_sources brad_sources;

/* Tells who is heard in the articles in which a sentence matches a search.  It counts
 * all sentences of these articles by BRAD_FIELD_SPEAKER, BRAD_FIELD_ROLE or
 * BRAD_FIELD_SOURCE.  A sentence that two people said together is counted for each.  Of
 * the options, offset, limit, sort, scope, context and fold are not used.
 * Errors: BRAD_EINVAL for another field, and those of brad_index_search(). */
BRAD_API brad_status brad_index_sources(brad_index *index, const brad_search_options *options,
					brad_field by, brad_sources **out, brad_error *err);

/* Lends the counts. */
BRAD_API const brad_heard *brad_sources_heard(const brad_sources *sources);

/* Each does what brad_results_undated(), _note() or _understood() does. */
BRAD_API uint64_t brad_sources_undated(const brad_sources *sources);
BRAD_API const char *brad_sources_note(const brad_sources *sources, size_t i);
BRAD_API const char *brad_sources_understood(const brad_sources *sources, const char **query);
BRAD_API void brad_sources_free(brad_sources *sources);

/* ---- Speakers ---------------------------------------------------------- */

/* Somebody who is quoted. */
typedef struct brad_person {
	const char *name;
	const char *const *roles; /* each once, the most frequent first */
	size_t role_count;
	uint64_t sentences, articles;
	brad_date first, last; /* days of publication; unknown if no article has one */
} brad_person;

typedef struct brad_people brad_people;

/* Lists who is quoted, those with most sentences first.  Unless name is NULL, lists
 * only people whose names have its words in order; if there are none, everybody who
 * was quoted as the holder of an office that has all its words.
 * Errors: BRAD_ECORRUPT, BRAD_EIO. */
BRAD_API brad_status brad_index_speakers(brad_index *index, const char *name, brad_people **out,
					 brad_error *err);

/* Returns how many people these are, and lends the first. */
BRAD_API size_t brad_people_rows(const brad_people *people, const brad_person **first);

/* Why a name in a list may need an entry in a people file. */
typedef enum brad_doubt {
	BRAD_DOUBT_SPELLING, /* other names are spelt almost so: "Marc Douglas", "Mark Douglas" */
	BRAD_DOUBT_SURNAME,  /* it is the last word of other names */
	BRAD_DOUBT_ROLES     /* it has roles with no word in common: are these several people? */
} brad_doubt;

typedef struct brad_ambiguity {
	brad_doubt doubt;
	const char *name;
	uint64_t sentences;        /* quoted from people of this name */
	const char *const *others; /* the other names; for BRAD_DOUBT_ROLES, the roles */
	size_t other_count;
} brad_ambiguity;

/* Finds names in a list that are in doubt: stores how many in *count and lends the
 * first, by kind of doubt, those with most sentences first.  They are only suggestions:
 * nothing in the list changes.
 * Errors: BRAD_ENOMEM. */
BRAD_API brad_status brad_people_ambiguities(brad_people *people, const brad_ambiguity **first,
					     size_t *count, brad_error *err);

/* Does what brad_results_note() does. */
BRAD_API const char *brad_people_note(const brad_people *people, size_t i);
BRAD_API void brad_people_free(brad_people *people);

typedef struct brad_names brad_names;

/* Completes a speaker's name as somebody types it.  Lists names that begin with
 * `begin`, and then the ends of other names, from a word that begins so ("Holt" for
 * "Ho").  ASCII letters match in either case, and ' matches ’.  Those with most
 * sentences come first, and there are at most `limit`.  This is much faster than
 * brad_index_speakers(), because it does not look at articles: names that occur only in
 * replaced or removed ones may be listed. */
BRAD_API brad_status brad_index_names(brad_index *index, const char *begin, size_t limit,
				      brad_names **out, brad_error *err);

/* Returns how many names these are, and lends the first. */
BRAD_API size_t brad_names_rows(const brad_names *names, const char *const **first);
BRAD_API void brad_names_free(brad_names *names);

#ifdef __cplusplus
}
#endif
#endif
