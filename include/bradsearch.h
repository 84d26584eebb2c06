/* bradsearch.h - who said what, when, in a pile of news articles.
 *
 * The library reads articles, works out their sentences, dates, quotations and
 * speakers, keeps them in an index of sentences, and answers questions about
 * them.  Its parts, in the order in which text passes through them:
 *
 *   brad_reader    takes documents from a file of plain text or JSON Lines
 *   brad_article   one document analysed: sentences, dates, quotations, speakers
 *   brad_writer    the one writer of an index directory
 *   brad_index     a read-only view of an index as it was when opened
 *   brad_results   the answer to a search; brad_reasons, why there is none
 *   brad_table     to a count; brad_people, who is quoted; brad_sources, who is
 *                  heard in some articles; brad_verification, whether a
 *                  quotation is what was said
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
 *          or a negative code.  On failure *out is NULL and *err says what,
 *          where and what to do.  err may be NULL.  The functions that return
 *          something else cannot fail.
 * Memory   What arrives through an `out` parameter belongs to the caller, who
 *          gives it to the _free() of its kind; every _free() accepts NULL.
 *          Everything else that is returned, and all that hangs from it, is
 *          lent by the handle it came from and lives as long as that handle,
 *          or for the shorter time that the function's comment gives.
 * Text     Strings are UTF-8 and end with a NUL.  Offsets and lengths are
 *          bytes; ends are exclusive.
 * Structs  The caller's structs begin with their own size, which their _INIT
 *          sets.  Those that the library lends one at a time may get more
 *          members at their end in a later version; those that it lends in
 *          rows, as brad_article_sentences() does, change only with the soname.
 * Threads  A handle belongs to one thread at a time; different handles may be
 *          used at once.  There is no global state.
 * Manners  The library never prints, exits, aborts, or touches signals, the
 *          locale or the working directory.
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

/* Returns the version of the library linked in, which may be newer than the
 * BRAD_VERSION compiled against. */
BRAD_API const char *brad_version(void);

/* ---- Errors ------------------------------------------------------------ */

typedef enum brad_status {
	BRAD_OK = 0,
	BRAD_ENOMEM = -1,    /* out of memory */
	BRAD_EINVAL = -2,    /* an argument breaks the contract below */
	BRAD_EIO = -3,       /* a file or directory could not be read or written */
	BRAD_ENOTFOUND = -4, /* no index there, or no such article in it */
	BRAD_ELOCKED = -5,   /* another writer has the index */
	BRAD_ECORRUPT = -6,  /* not an index, damaged, or of another format */
	BRAD_EINPUT = -7,    /* a document is broken: binary, not JSON, too large */
	BRAD_EQUERY = -8,    /* the query cannot be understood; see err->offset */
	BRAD_EINTERNAL = -9  /* a bug in this library, or an unknown one below it */
} brad_status;

/* What went wrong.  Lives with the caller; nothing in it needs freeing. */
typedef struct brad_error {
	brad_status status;
	size_t offset;     /* byte in the query, for BRAD_EQUERY; else 0 */
	char message[512]; /* one line: "cannot open 'x': no such directory" */
} brad_error;

/* Returns the name of a status in words, such as "out of memory". */
BRAD_API const char *brad_status_text(brad_status status);

/* ---- Days and spans ---------------------------------------------------- */

/* A stretch of bytes, [start, end). */
typedef struct brad_span {
	size_t start, end;
} brad_span;

/* A day, a month (day 0) or a year (month and day 0) of the Gregorian
 * calendar.  Year 0 means that no date is known. */
typedef struct brad_date {
	int16_t year;
	uint8_t month, day;
} brad_date;

/* Reads "2023", "2023-01" or "2023-01-31", and the day of an ISO 8601 time
 * such as "2023-01-31T09:00:00Z".  Returns BRAD_EINVAL for anything else,
 * days that do not exist included. */
BRAD_API brad_status brad_date_read(const char *text, brad_date *out, brad_error *err);

/* Writes a date as brad_date_read() reads it into buffer, which holds at least
 * 11 bytes, and returns buffer.  A date that is not known is "". */
BRAD_API char *brad_date_write(brad_date date, char *buffer);

/* ---- Documents and readers --------------------------------------------- */

/* One article as it comes.  Every string may be NULL but text. */
typedef struct brad_document {
	size_t size;        /* sizeof(brad_document); set by INIT */
	const char *id;     /* names the article in an index; see brad_writer_add() */
	const char *title;  /* a headline that is not part of the text */
	const char *source; /* the newspaper or site */
	const char *url;
	const char *path;   /* the file that it came from */
	size_t line;        /* its first line there, from 1; 0 for unknown */
	brad_date date;     /* the day of publication; beats what the text says */
	const char *text;   /* need not end with a NUL */
	size_t text_length; /* bytes */
} brad_document;

#define BRAD_DOCUMENT_INIT                                                                         \
	{                                                                                          \
		sizeof(brad_document), 0, 0, 0, 0, 0, 0, {0, 0, 0}, 0, 0                           \
	}

typedef enum brad_input {
	BRAD_INPUT_AUTO, /* JSON Lines for .jsonl, .ndjson and .json; else text */
	BRAD_INPUT_TEXT, /* a file is an article */
	BRAD_INPUT_JSONL /* a line is an article: {"id","title","date","source","url","text"} */
} brad_input;

enum {
	BRAD_USUAL_ARTICLE_SIZE = 64 << 20,  /* bytes */
	BRAD_GREATEST_ARTICLE_SIZE = 1 << 30 /* offsets are 32 bits inside */
};

typedef struct brad_reader brad_reader;

/* Opens a file, or standard input for "-", to take documents from.
 * Errors: BRAD_EIO, BRAD_ENOMEM. */
BRAD_API brad_status brad_reader_open(const char *path, brad_input input, brad_reader **out,
				      brad_error *err);

/* How large a file of text, or a line of JSON Lines, may be, in bytes; what is
 * larger is BRAD_EINPUT, and is never held in memory whole.  Without this call, and
 * for 0, it is BRAD_USUAL_ARTICLE_SIZE; more than BRAD_GREATEST_ARTICLE_SIZE is taken
 * for that. */
BRAD_API void brad_reader_limit(brad_reader *reader, size_t max_article_size);

/* Lends the next document, until the next call; *out is NULL after the last.
 * Text is made valid UTF-8: a byte that is none is read as Windows-1252.
 * BRAD_EINPUT means that one document could not be used (err names path and
 * line) and the next call goes on after it; if it was only its date, title,
 * source or url, the next call lends it without that.  Any other error ends
 * the reading. */
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
	BRAD_SAID_DIRECT,  /* all in quotation marks */
	BRAD_SAID_MIXED,   /* reported, with some words in quotation marks */
	BRAD_SAID_INDIRECT /* reported without marks */
} brad_said;

/* How the date of an article is known. */
typedef enum brad_date_from {
	BRAD_DATE_NONE,      /* it is not */
	BRAD_DATE_METADATA,  /* it came with the document */
	BRAD_DATE_PUBLISHED, /* a line such as "Published 31st Jan 2023", or the URL */
	BRAD_DATE_UPDATED,   /* a line such as "Last updated 31st Jan 2023", no other */
	BRAD_DATE_HEADER,    /* a day at the head of the page */
	BRAD_DATE_INFERRED   /* what the text tells bounds it; the date itself stays unknown */
} brad_date_from;

typedef enum brad_timex_type {
	BRAD_TIMEX_DATE,
	BRAD_TIMEX_TIME,
	BRAD_TIMEX_DURATION,
	BRAD_TIMEX_SET /* "every Monday" */
} brad_timex_type;

/* An expression of time in the text, with its TIMEX3 value
 * (http://www.timeml.org): "2018", "2021-04-28", "2021-W17", "P3Y". */
typedef struct brad_timex {
	brad_span span;
	brad_timex_type type;
	const char *value;
} brad_timex;

/* Somebody who said something: by the fullest name that the article gives, and
 * by the office or description that it gives; NULL where it gives none. */
typedef struct brad_speaker {
	const char *name;
	const char *role;
} brad_speaker;

/* What tells who the speaker is. */
typedef enum brad_evidence {
	BRAD_EVIDENCE_NONE,    /* nothing: nobody can be named */
	BRAD_EVIDENCE_NAMED,   /* a name or a description beside the words: "Mr Davies said" */
	BRAD_EVIDENCE_BODY,    /* the same of an organisation, a document or a group */
	BRAD_EVIDENCE_PRONOUN, /* a pronoun, and who was spoken of before it */
	BRAD_EVIDENCE_CARRIED  /* a quotation that goes on from a paragraph before */
} brad_evidence;

/* A sentence.  Its speakers are those of the quotation that covers most of it,
 * if that covers at least 30 % of its letters; several where they spoke as
 * one, none where nobody did or nobody can be named. */
typedef struct brad_sentence {
	brad_span span;
	brad_role role;
	brad_said said;
	const brad_speaker *speakers;
	size_t speaker_count;
	double confidence; /* that these are the speakers, 0 to 1 */
	const brad_timex *dates;
	size_t date_count;
	brad_evidence evidence; /* of the speakers */
} brad_sentence;

/* A quotation: the words said without the marks round them, in pieces where
 * the narrator interrupts; or, if indirect, the clause that holds what was
 * said.  The mention ("he") names the speaker in this quotation, the cue
 * ("said") tells that it is speech; either is empty where there is none.  The
 * confidence is how often such a quotation was said by such a speaker on
 * annotated news: of those given 0.9, nine in ten. */
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

/* Analyses a document, which is copied.  Nothing but white space lies outside
 * the sentences, furniture included.  A given title is no part of them.  Text
 * that is not valid UTF-8, or has a NUL in it, is BRAD_EINVAL.  Takes time and
 * memory linear in the text. */
BRAD_API brad_status brad_article_parse(const brad_document *document, brad_article **out,
					brad_error *err);

/* Lends the document that the article was made from. */
BRAD_API const brad_document *brad_article_document(const brad_article *article);

/* Returns the headline: the title given, else the one found in the text; NULL
 * for none. */
BRAD_API const char *brad_article_title(const brad_article *article);

/* Returns the day of publication, unknown for BRAD_DATE_NONE and
 * BRAD_DATE_INFERRED; *from, unless NULL, is told where it was found. */
BRAD_API brad_date brad_article_date(const brad_article *article, brad_date_from *from);

/* Tells the bounds of the day of publication where that is BRAD_DATE_INFERRED:
 * days, months or years, both included, unknown where there is none. */
BRAD_API void brad_article_date_bounds(const brad_article *article, brad_date *not_before,
				       brad_date *not_after);

/* Each returns how many there are and lends the first, in order of the text. */
BRAD_API size_t brad_article_sentences(const brad_article *article, const brad_sentence **first);
BRAD_API size_t brad_article_quotes(const brad_article *article, const brad_quote **first);
BRAD_API void brad_article_free(brad_article *article);

/* ---- Writing an index -------------------------------------------------- */

/* What a writer did since it was opened; times in seconds, sizes in bytes. */
typedef struct brad_progress {
	uint64_t articles_added, articles_replaced; /* analysed; replaced also: again */
	uint64_t articles_removed, articles_unchanged;
	uint64_t sentences;   /* of the articles added and replaced */
	uint64_t problems;    /* documents and files that could not be used */
	uint64_t other_files; /* below directories, passed over for what they are called */
	uint64_t bytes_done;  /* of input read or skipped */
	uint64_t bytes_known; /* of input found so far; 0 if that cannot be told */
	double seconds;
} brad_progress;

typedef struct brad_writer_options {
	size_t size;      /* sizeof(brad_writer_options); set by INIT */
	brad_input input; /* of files added by path */
	unsigned threads; /* 0: one for each processor */
	bool rebuild;     /* begin with an empty index in place of the present one,
	                   * which readers keep until the commit */
	/* Called in the thread of the caller for each document or file passed
	 * over, and now and then to show progress.  Both may be NULL. */
	void (*on_problem)(void *context, const brad_error *problem);
	void (*on_progress)(void *context, const brad_progress *progress);
	void *context;
	size_t max_article_size; /* of files added by path; see brad_reader_limit() */
} brad_writer_options;

#define BRAD_WRITER_OPTIONS_INIT                                                                   \
	{                                                                                          \
		sizeof(brad_writer_options), BRAD_INPUT_AUTO, 0, false, 0, 0, 0, 0                 \
	}

typedef struct brad_writer brad_writer;

/* Opens the index at a directory for writing, or makes an empty one.  options
 * may be NULL.  The one writer holds a lock until it is freed; for a second
 * one BRAD_ELOCKED says who holds it.  Readers see nothing of what is written
 * before brad_writer_commit(). */
BRAD_API brad_status brad_writer_open(const char *directory, const brad_writer_options *options,
				      brad_writer **out, brad_error *err);

/* Adds a document, in place of one with the same id if there is one; one that
 * is the same in every member is left alone.  Without an id it goes by its
 * path.  A problem with one document goes to on_problem and is counted; what
 * is returned concerns the index alone. */
BRAD_API brad_status brad_writer_add(brad_writer *writer, const brad_document *document,
				     brad_error *err);

/* Adds every document of a file, of each file below a directory (in order of
 * name, hidden ones passed over), or of standard input for "-".  Below a
 * directory, only regular files called .txt, .text, .jsonl, .ndjson or .json
 * are taken.  Files that have not changed since they were last added, by size
 * and time, are not read.  Articles that a file no longer holds are removed,
 * unless there was a problem with it; those of a file that is gone stay until
 * they are removed by name.  Problems are handled as in brad_writer_add(). */
BRAD_API brad_status brad_writer_add_path(brad_writer *writer, const char *path, brad_error *err);

/* Removes the article of an id, or all that came from a path or from below it.
 * *removed, unless NULL, is told how many those were; none is no error.  A file
 * that is there still brings its articles back when it is added again. */
BRAD_API brad_status brad_writer_remove(brad_writer *writer, const char *id_or_path,
					uint64_t *removed, brad_error *err);

/* Publishes all that was done since the last commit, at once: after BRAD_OK it
 * is on the disk and new readers see it; after an error, or without this call,
 * the index is as it was, and after an error the writer is good only to be
 * freed.  (If the very last sync to the disk fails, the index may also be as it
 * was to become.)  Where nothing was done, nothing is written.  An index that another
 * version of the library analysed is analysed again, from the texts it keeps.
 * *done, unless NULL, is filled in. */
BRAD_API brad_status brad_writer_commit(brad_writer *writer, brad_progress *done, brad_error *err);

/* Has the next commit make one segment of the whole index, and leave nothing of
 * articles that were replaced or removed.  Worth it after many small commits;
 * takes time in proportion to the index, and as much room again until it ends. */
BRAD_API brad_status brad_writer_compact(brad_writer *writer, brad_error *err);

/* Drops what was not committed and gives up the lock. */
BRAD_API void brad_writer_free(brad_writer *writer);

/* ---- Reading an index -------------------------------------------------- */

typedef struct brad_index brad_index;

/* Opens the index at a directory as it is now.  What is committed later is not
 * seen; nothing that is committed later can disturb it. */
BRAD_API brad_status brad_index_open(const char *directory, brad_index **out, brad_error *err);

/* The same, after all of its files were compared with their checksums, which reads
 * every byte: BRAD_ECORRUPT if any is not as it was written.  brad_index_open() leaves
 * to later what a question does not read, and does not compare libxapian's files. */
BRAD_API brad_status brad_index_open_verified(const char *directory, brad_index **out,
					      brad_error *err);
BRAD_API void brad_index_free(brad_index *index);

typedef struct brad_index_info {
	const char *uuid;  /* of the index, given when it was made */
	uint64_t revision; /* counts the commits */
	uint64_t articles, sentences;
	uint32_t segments;
	bool outdated; /* analysed by another version of the library */
} brad_index_info;

BRAD_API const brad_index_info *brad_index_about(const brad_index *index);

/* Has all that is asked of the index from now on answered by a file that tells
 * who is who: it joins names, parts them, and gives people roles by date.  Each
 * line is a canonical name, an alias, a role, the first and the last day, parted
 * by tabs; the manual page bradsearch(1) tells more.  A path of NULL takes
 * people.tsv in the directory of the index, or beside it; none is no error.
 * Errors: BRAD_EIO, BRAD_EINPUT (err names path and line), BRAD_ENOMEM; the
 * index then stays as it was. */
BRAD_API brad_status brad_index_use_people(brad_index *index, const char *path, brad_error *err);

/* Takes an article out of the index as it was analysed then, with speakers as a
 * people file in use has them.  It is found by its id, by its path, or by the end
 * of either if only one article has that.  The caller owns it.
 * Errors: BRAD_ENOTFOUND, BRAD_EINVAL if several match. */
BRAD_API brad_status brad_index_article(brad_index *index, const char *id, brad_article **out,
					brad_error *err);

/* ---- Checking an index -------------------------------------------------- */

/* What something that is wrong in an index means for what it holds. */
typedef enum brad_harm {
	BRAD_HARM_NONE,   /* a file that a writer left when it died; the next one sweeps it */
	BRAD_HARM_AMENDS, /* can be made again from what is there */
	BRAD_HARM_LOSS,   /* articles that cannot be made again from what is there */
	BRAD_HARM_PEOPLE /* a people file that is no part of the index; only its owner can mend it */
} brad_harm;

typedef struct brad_fault {
	brad_harm harm;
	const char *file;    /* its name in the directory of the index */
	const char *article; /* the id of the article that is lost; NULL: none, or not known */
	const char *path;    /* where that came from; NULL where not known */
	const char *message; /* what is wrong, in one line */
} brad_fault;

/* What was found, and what was done; articles are those that should be there. */
typedef struct brad_check_report {
	uint64_t articles, sentences, segments;
	uint64_t bytes;     /* of all files of the index */
	uint64_t faults;    /* of all kinds */
	uint64_t leftovers; /* those of BRAD_HARM_NONE */
	uint64_t losses;    /* articles that are lost */
	bool repaired;      /* what was wrong was put right */
	uint64_t remade;    /* articles that were analysed again for that */
	uint64_t dropped;   /* articles that are no longer there */
} brad_check_report;

typedef struct brad_check_options {
	size_t size;       /* sizeof(brad_check_options); set by INIT */
	bool repair;       /* put right what can be, if nothing is lost by that */
	bool drop_damaged; /* with repair: also if articles are lost, which are dropped */
	/* Called for each fault before anything is repaired; may be NULL.  The fault is
	 * lent for the time of the call. */
	void (*on_fault)(void *context, const brad_fault *fault);
	void *context;
} brad_check_options;

#define BRAD_CHECK_OPTIONS_INIT                                                                    \
	{                                                                                          \
		sizeof(brad_check_options), false, false, 0, 0                                     \
	}

/* Reads all of an index: the manifest, each file by its checksum, whether the
 * files fit each other, the tables of libxapian, the documents of each term, and
 * each article, which is made again and compared with the checksum that it had
 * when it was added; and the people file that brad_index_use_people() would find.
 * BRAD_OK means that this could be done: report->faults tells what was found.
 * options may be NULL.  An article that was dropped is added again from its file,
 * if that is still there, when its path is next added.
 * Errors: BRAD_ENOTFOUND, BRAD_EIO, BRAD_ENOMEM; with repair those of
 * brad_writer_open() too. */
BRAD_API brad_status brad_index_check(const char *directory, const brad_check_options *options,
				      brad_check_report *report, brad_error *err);

/* ---- Searching --------------------------------------------------------- */

typedef enum brad_sort { BRAD_SORT_RELEVANCE, BRAD_SORT_NEWEST, BRAD_SORT_OLDEST } brad_sort;

typedef enum brad_scope {
	BRAD_SCOPE_SENTENCE, /* a hit is a sentence, and all is found in it */
	BRAD_SCOPE_ARTICLE   /* a hit is an article, shown by its best sentence */
} brad_scope;

/* What only the first hit is wanted of, in the order of the sort. */
typedef enum brad_group {
	BRAD_GROUP_NONE,
	BRAD_GROUP_ARTICLE,
	BRAD_GROUP_SPEAKER /* by name, as the people file has it; what several said
	                    * together counts for each of them */
} brad_group;

typedef struct brad_search_options {
	size_t size;         /* sizeof(brad_search_options); set by INIT */
	const char *query;   /* see bradsearch-query(7); NULL or "": no words asked for */
	const char *speaker; /* words of a name, in order; where nobody is called so, all
	                      * words of an office; NULL: anybody or nobody */
	brad_date from, to;  /* days of publication, both included; year 0: open */
	bool any;            /* any of the words instead of all */
	bool plain_words;    /* no character of the query is an operator */
	brad_scope scope;
	brad_sort sort;
	uint32_t offset, limit; /* the hits wanted, counted from 0 */
	uint32_t context;       /* sentences wanted on either side of a hit */
	/* Sentences that speak of days from one to the other, in whatever words;
	 * one alone is open to its other side.  See bradsearch-query(7). */
	brad_date mentions_from, mentions_to;
	bool inferred_dates;     /* from and to let in articles without a date that may be
	                          * of those days by what their texts tell */
	unsigned said;           /* kinds of speech, 1u << brad_said for each; 0: any sentence */
	double min_confidence;   /* that the speakers said it, 0 to 1; 0: any sentence */
	brad_date today;         /* what "date:last-month" is read against; year 0: the
	                          * day that the system has */
	bool fold;               /* a hit is a statement: see brad_copy; not of whole articles
	                          * and not of groups */
	brad_group group;        /* only in the scope of sentences */
	uint64_t since_revision; /* only of articles that came, or came in place of others,
	                          * after this revision of the index; 0: of all */
} brad_search_options;

#define BRAD_SEARCH_OPTIONS_INIT                                                                   \
	{                                                                                          \
		sizeof(brad_search_options), 0, 0, {0, 0, 0}, {0, 0, 0}, false, false,             \
			BRAD_SCOPE_SENTENCE, BRAD_SORT_RELEVANCE, 0, 20, 0, {0, 0, 0}, {0, 0, 0},  \
			false, 0, 0, {0, 0, 0}, false, BRAD_GROUP_NONE, 0                          \
	}

/* Another sentence that makes the statement of a hit: it has the same words in the
 * same order, six of them at least, or fewer beside another copy; or almost the
 * same, as a newspaper edits what an agency sends.  No negation, number or name
 * differs between them, and no word stands in the place of another.
 *
 * If hits are folded, a statement is shown once, by the sentence that is first in
 * the order asked for, and offset and limit count statements.  Its copies may be
 * anywhere in the index, whatever the query and the filters.  Totals, counts and
 * facets always count sentences. */
typedef struct brad_copy {
	const char *sentence, *article; /* their ids */
	const char *source;             /* NULL where not known */
	brad_date date;
	bool same_words; /* every word is the same, not only almost every */
} brad_copy;

typedef struct brad_hit {
	uint32_t rank; /* from 1 */
	double score;
	const char *article;                     /* the id */
	const char *source, *url, *title, *path; /* NULL where not known */
	size_t line; /* of the sentence in path, from 1; 0 for unknown */
	brad_date date;
	brad_date_from date_from;
	brad_date date_not_before, date_not_after; /* if it is inferred; unknown: open */
	const char *sentence; /* the id: the article's, "#" and a hash of the words */
	brad_span span;       /* in the article's text; empty for a given title */
	brad_role role;
	const char *text;       /* the sentence */
	const brad_span *marks; /* the words found, as bytes of text */
	size_t mark_count;
	brad_said said;
	const brad_speaker *speakers;
	size_t speaker_count;
	double confidence;
	const char *const *before; /* context, in order of the text */
	size_t before_count;
	const char *const *after;
	size_t after_count;
	brad_evidence evidence;
	/* Only if hits are folded: the other sentences that make the statement, the
	 * earliest first; in how many other articles; and the first day of all, this
	 * one's too, with the id of its article, NULL where no day is known. */
	const brad_copy *copies;
	size_t copy_count, copy_articles;
	brad_date first_date;
	const char *first_article;
	const char *group;    /* the article's id or the speaker's name; NULL without groups */
	uint64_t group_count; /* sentences of it that match, this one among them */
} brad_hit;

typedef struct brad_results brad_results;

/* Answers a search.  The results live on after the index is freed.
 * Errors: BRAD_EQUERY with the offset of the fault, BRAD_EINVAL,
 * BRAD_ECORRUPT, BRAD_EIO, BRAD_ENOMEM. */
BRAD_API brad_status brad_index_search(brad_index *index, const brad_search_options *options,
				       brad_results **out, brad_error *err);

/* Finds a sentence again by its id (brad_hit.sentence), with so many sentences
 * on either side: results of one hit.  Another version of its article has the
 * sentence too, unless it was edited.  The article's part of the id is as of
 * brad_index_article().  Errors: BRAD_EINVAL if it is no such id, or several
 * articles match; BRAD_ENOTFOUND if the article is not there, or has no such
 * sentence any more: the message tells which. */
BRAD_API brad_status brad_index_sentence(brad_index *index, const char *id, uint32_t context,
					 brad_results **out, brad_error *err);

/* Returns how many sentences (articles, in that scope) match: exact. */
BRAD_API uint64_t brad_results_total(const brad_results *results);

/* Returns how many statements these sentences make, as hits are folded: exact; 0
 * if hits are not folded, or if there are more than were looked at, which are
 * twice as many sentences as offset and limit ask for. */
BRAD_API uint64_t brad_results_statements(const brad_results *results);

/* Returns how many articles without a date would have matched but for from
 * and to, which leave them out: exact. */
BRAD_API uint64_t brad_results_undated(const brad_results *results);

/* Return how many groups the sentences are of, and how many of the sentences
 * are of none, since nobody is known to have said them: exact. */
BRAD_API uint64_t brad_results_groups(const brad_results *results);
BRAD_API uint64_t brad_results_ungrouped(const brad_results *results);

/* Returns how many hits are here: those of offset and limit. */
BRAD_API size_t brad_results_count(const brad_results *results);

/* Lends the i-th hit, from 0; NULL if there is none. */
BRAD_API const brad_hit *brad_results_hit(const brad_results *results, size_t i);

/* Lends the i-th remark for the user, NULL after the last: words passed over
 * as too common; that the speaker was taken as an office, or stands for several
 * names in these hits.  Why nothing was found is told by brad_index_reasons(). */
BRAD_API const char *brad_results_note(const brad_results *results, size_t i);

/* Lends in plain words what was looked for, such as "sentences with a form of
 * 'fare', said by somebody called 'Keller'".  *query, unless NULL, is told the
 * query in a form of its own: each operator written out and days as dates, so
 * that it means the same on another day.  Of brad_index_like() and
 * brad_index_sentence() there are only the filters to tell, and no query. */
BRAD_API const char *brad_results_understood(const brad_results *results, const char **query);
BRAD_API void brad_results_free(brad_results *results);

/* ---- Finding nothing ---------------------------------------------------- */

typedef struct brad_reasons brad_reasons;

/* Tells why a search, a count or brad_index_sources() with these options found
 * nothing: which filter emptied the answer, what would match without it, and which
 * name or word is spelt almost so.  Empty if something matches.  It takes the time of
 * several searches, a name that nobody has that of a hundred; so none of them does it
 * unasked.  The reasons live on after the index is freed; the index is used meanwhile
 * as by a search.  Errors: those of brad_index_search(). */
BRAD_API brad_status brad_index_reasons(brad_index *index, const brad_search_options *options,
					brad_reasons **out, brad_error *err);

/* Lends the i-th reason, in plain words; NULL after the last. */
BRAD_API const char *brad_reasons_note(const brad_reasons *reasons, size_t i);
BRAD_API void brad_reasons_free(brad_reasons *reasons);

/* ---- Citing ------------------------------------------------------------- */

typedef enum brad_citation {
	BRAD_CITE_TEXT,     /* one line, to be pasted */
	BRAD_CITE_MARKDOWN, /* a block quotation, as CommonMark has it */
	BRAD_CITE_BIBTEX,   /* an entry; its key is the same wherever the articles lie */
	BRAD_CITE_CSL_JSON  /* an object of type "article-newspaper"; a list is an array of them */
} brad_citation;

/* Both write as snprintf() does: at most size bytes, a NUL among them unless
 * size is 0, and return how long the whole is without it.
 *
 * A citation has the sentence as it is printed, who said it and as what, the day,
 * title and source, where it stands, and the sentence's id.  What is only
 * reported is called so, and is put into no quotation marks; where nobody speaks,
 * the article alone is cited.  What is not known is left out. */
BRAD_API size_t brad_hit_cite(const brad_hit *hit, brad_citation style, char *buffer, size_t size);

/* The article's url with a text fragment that has a browser go to the sentence
 * ("#:~:text="); empty if there is no url of the web. */
BRAD_API size_t brad_hit_link(const brad_hit *hit, char *buffer, size_t size);

/* ---- Verifying a quotation --------------------------------------------- */

/* How a quotation that somebody gives compares with what the articles print.
 * Words are compared folded and without marks; they may run over several
 * sentences, and over what a narrator puts between them. */
typedef enum brad_verdict {
	BRAD_VERDICT_EXACT,         /* said in these words */
	BRAD_VERDICT_OTHER_SPEAKER, /* said in these words, but not by the speaker asked for */
	BRAD_VERDICT_ALTERED,       /* said in words much like these */
	BRAD_VERDICT_CUT,           /* its dots stand for words that were left out */
	BRAD_VERDICT_PARAPHRASE,    /* such words are there, but not in quotation marks */
	BRAD_VERDICT_NOT_FOUND
} brad_verdict;

typedef enum brad_change {
	BRAD_CHANGE_NONE,     /* the same words */
	BRAD_CHANGE_REPLACED, /* others in their place */
	BRAD_CHANGE_ADDED,    /* the quotation has them, what is printed has not */
	BRAD_CHANGE_LEFT_OUT, /* printed, but not in the quotation */
	BRAD_CHANGE_ELLIPSIS  /* printed, and the quotation has dots for them */
} brad_change;

/* What may turn the meaning: a difference of a negation, a number or a name. */
enum { BRAD_WARN_NEGATION = 1, BRAD_WARN_NUMBER = 2, BRAD_WARN_NAME = 4 };

typedef struct brad_difference {
	brad_change change;
	const char *quoted;  /* words of the quotation; NULL for none */
	const char *printed; /* of the article; NULL for none, or for more than 60 words that
	                      * dots stand for */
	unsigned warnings;
} brad_difference;

typedef struct brad_finding {
	brad_verdict verdict;
	bool by_speaker;   /* said by the speaker asked for, if one was */
	double likeness;   /* 1: the same words; of what is not found, of the nearest */
	unsigned warnings; /* of all differences */
	/* The sentences that hold the words, the earliest of several articles that
	 * have them; of what is not found, the nearest, or none. */
	const brad_hit *hits;
	size_t hit_count;
	const brad_difference *differences; /* the whole quotation, the same words too */
	size_t difference_count;
	const brad_speaker *speakers; /* who said these very words */
	size_t speaker_count;
} brad_finding;

typedef struct brad_verification brad_verification;

/* Looks for what a quotation may have been made of.  speaker, unless NULL, is as
 * in brad_search_options.  Errors: BRAD_EINVAL for one without words, or of more
 * than 500; and those of brad_index_search(). */
BRAD_API brad_status brad_index_verify(brad_index *index, const char *quotation,
				       const char *speaker, brad_verification **out,
				       brad_error *err);

/* Lends what was found; and the i-th remark for the user, NULL after the last. */
BRAD_API const brad_finding *brad_verification_finding(const brad_verification *verification);
BRAD_API const char *brad_verification_note(const brad_verification *verification, size_t i);
BRAD_API void brad_verification_free(brad_verification *verification);

/* ---- Statements like one ------------------------------------------------ */

/* Finds statements like that of a sentence, given by its id as to
 * brad_index_sentence(): those that share its rare words, the rarer the better, and
 * a little better where it has the same speaker.  Its own copies are left out, and
 * the others folded, as brad_copy has it.  Of the options, the filters, offset,
 * limit and context are used.  The total is of the statements that share enough
 * among the 200 that share most.
 * Errors: those of brad_index_sentence() and brad_index_search(). */
BRAD_API brad_status brad_index_like(brad_index *index, const char *id,
				     const brad_search_options *options, brad_results **out,
				     brad_error *err);

/* Finds the versions of a sentence, given by its id as to brad_index_sentence(): the
 * same statement in words of which some differ, as a figure or a "not" does that was
 * changed on its way through the newspapers.  They share two thirds of their words in
 * order, or are copies as brad_copy has it, and come in order of time, each wording
 * once: the hit's copies have the very same.  Of the options, offset, limit and context
 * are used.  The total is of the versions among the 200 statements that share most of
 * the sentence's rare words.  Errors: those of brad_index_like(). */
BRAD_API brad_status brad_index_versions(brad_index *index, const char *id,
					 const brad_search_options *options, brad_results **out,
					 brad_error *err);

/* Lends in what the i-th of these hits (quoted) differs from the sentence given
 * (printed), the same words too, and returns how many differences that makes; none of
 * other results.  *warnings, unless NULL, is told those of all. */
BRAD_API size_t brad_results_differences(const brad_results *results, size_t i,
					 const brad_difference **first, unsigned *warnings);

/* ---- Counting ---------------------------------------------------------- */

typedef enum brad_field {
	BRAD_FIELD_NONE,
	BRAD_FIELD_SPEAKER,
	BRAD_FIELD_ROLE,
	BRAD_FIELD_YEAR,  /* of publication; so are month, week and day */
	BRAD_FIELD_MONTH, /* "2021-04" */
	BRAD_FIELD_WEEK,  /* of ISO 8601, from Monday on: "2021-W17" */
	BRAD_FIELD_DAY,
	BRAD_FIELD_SOURCE,
	BRAD_FIELD_ARTICLE,
	BRAD_FIELD_MENTIONED_YEAR, /* what the sentences speak of, as mentions_from has it */
	BRAD_FIELD_TIME            /* day, week, month or year; see `every` */
} brad_field;

typedef struct brad_count_options {
	size_t size; /* sizeof(brad_count_options); set by INIT */
	brad_field by;
	brad_field and_by; /* counts each pair of values that there is; NONE: values of `by` */
	/* A row also for each year, month, week or day from the first to the last
	 * that has none; what is not dated so closely goes to the row without a
	 * value.  BRAD_FIELD_TIME is only for this: the finest of them by which the
	 * rows with a value are `limit` at most (60, for 0), if any is. */
	bool every;
	bool rates;     /* tell of how many sentences each count is */
	bool by_rate;   /* the greatest share first, where it would be the largest count */
	bool facet;     /* without the filter of the options or the query that says the
	                 * same as `by`, but for what it excludes: a speaker's for
	                 * speakers, an office's for roles, from and to for days of
	                 * publication, and what is mentioned for mentioned years */
	uint32_t limit; /* of the rows of one field, the first by count (or rate); 0: all */
	/* Leaves out the rows of fewer sentences: of `of`, where rows go by rate, else of
	 * `count`; of pairs, those whose first value has fewer in all.  Rows in order of
	 * time stay. */
	uint32_t at_least;
} brad_count_options;

#define BRAD_COUNT_OPTIONS_INIT                                                                    \
	{                                                                                          \
		sizeof(brad_count_options), BRAD_FIELD_NONE, BRAD_FIELD_NONE, false, false, false, \
			false, 0, 0                                                                \
	}

typedef struct brad_count {
	const char *value;     /* NULL: unknown, nobody, or no year spoken of */
	const char *and_value; /* the same of and_by; NULL without it */
	uint64_t count;        /* of sentences */
	uint64_t of;           /* sentences that have these values and pass the same filters,
	                        * whatever their words; 0 without `rates` */
} brad_count;

typedef struct brad_table brad_table;

/* Counts the sentences that a search matches by the values of a field or two,
 * over all of them.  A sentence of two speakers, or that speaks of two years,
 * counts for each.  Rows go by count, the largest first; years, months, weeks,
 * days and mentioned years, unless there is a limit, in order of time.  Rows of
 * pairs go by the first value in the order of their sums, then by the second.
 * Of the search options, offset, limit, sort, group, scope and context are not used.
 * Errors: BRAD_EINVAL also for fields that cannot be counted so, or for `every`
 * of more than 200,000 periods; else those of brad_index_search(). */
BRAD_API brad_status brad_index_count(brad_index *index, const brad_search_options *options,
				      const brad_count_options *count, brad_table **out,
				      brad_error *err);

/* Returns the number of rows and lends the first. */
BRAD_API size_t brad_table_rows(const brad_table *table, const brad_count **first);

/* Return how many rows there would be without a limit, and how many at_least left out. */
BRAD_API size_t brad_table_distinct(const brad_table *table);
BRAD_API size_t brad_table_left_out(const brad_table *table);

/* Returns the field that was counted by: of BRAD_FIELD_TIME, that which fits. */
BRAD_API brad_field brad_table_field(const brad_table *table);

/* Returns the exact number of sentences matched. */
BRAD_API uint64_t brad_table_total(const brad_table *table);

/* Returns how many sentences pass the filters, whatever their words; 0 without `rates`. */
BRAD_API uint64_t brad_table_of(const brad_table *table);

/* As the functions of the same names for results. */
BRAD_API uint64_t brad_table_undated(const brad_table *table);
BRAD_API const char *brad_table_note(const brad_table *table, size_t i);
BRAD_API const char *brad_table_understood(const brad_table *table, const char **query);
BRAD_API void brad_table_free(brad_table *table);

/* ---- Who is heard ------------------------------------------------------ */

/* Somebody, or a role, or a newspaper. */
typedef struct brad_voice {
	const char *name;   /* NULL: nobody who can be named; no role; no newspaper known */
	uint64_t sentences; /* said, or reported as said */
	uint64_t articles;  /* that have them */
} brad_voice;

typedef struct brad_heard {
	uint64_t articles, sentences; /* looked at; titles are none of these sentences */
	uint64_t quoted, unnamed;     /* what somebody said; of that, nobody who can be named */
	const brad_voice *voices;     /* those with most sentences first */
	size_t voice_count;
	/* People whom these articles name, in two words or more, and none of them quotes:
	 * in most articles first; they have no sentences. */
	const brad_voice *silent;
	size_t silent_count;
} brad_heard;

typedef struct brad_sources brad_sources;

/* Tells who is heard in the articles of which a sentence matches a search: all of
 * their sentences are counted, by speaker, role or newspaper.  A sentence that two
 * people said together counts for each of them.  Of the options, offset, limit, sort,
 * scope, context and fold are not used.  Errors: BRAD_EINVAL for another field, and
 * those of brad_index_search(). */
BRAD_API brad_status brad_index_sources(brad_index *index, const brad_search_options *options,
					brad_field by, brad_sources **out, brad_error *err);
BRAD_API const brad_heard *brad_sources_heard(const brad_sources *sources);

/* As the functions of the same names for results. */
BRAD_API uint64_t brad_sources_undated(const brad_sources *sources);
BRAD_API const char *brad_sources_note(const brad_sources *sources, size_t i);
BRAD_API const char *brad_sources_understood(const brad_sources *sources, const char **query);
BRAD_API void brad_sources_free(brad_sources *sources);

/* ---- Speakers ---------------------------------------------------------- */

typedef struct brad_person {
	const char *name;
	const char *const *roles; /* each once, the most frequent first */
	size_t role_count;
	uint64_t sentences, articles;
	brad_date first, last; /* days of publication; unknown if none is known */
} brad_person;

typedef struct brad_people brad_people;

/* Lists who is quoted, those with most sentences first; name, unless NULL,
 * keeps those whose names have its words in order, or if there are none, what
 * was said by holders of an office that has them all. */
BRAD_API brad_status brad_index_speakers(brad_index *index, const char *name, brad_people **out,
					 brad_error *err);
BRAD_API size_t brad_people_rows(const brad_people *people, const brad_person **first);

/* What in a list of names may call for a people file. */
typedef enum brad_doubt {
	BRAD_DOUBT_SPELLING, /* others are spelt almost so: "Marc Douglas", "Mark Douglas" */
	BRAD_DOUBT_SURNAME,  /* it is the last word of others */
	BRAD_DOUBT_ROLES     /* its roles have no word in common: it may be several people's */
} brad_doubt;

typedef struct brad_ambiguity {
	brad_doubt doubt;
	const char *name;
	uint64_t sentences;        /* of that name */
	const char *const *others; /* names; of BRAD_DOUBT_ROLES, the roles */
	size_t other_count;
} brad_ambiguity;

/* Lends what is in doubt among the names of a list, by kind, those with most
 * sentences first, and how much it is.  Only offered: nothing is joined. */
BRAD_API brad_status brad_people_ambiguities(brad_people *people, const brad_ambiguity **first,
					     size_t *count, brad_error *err);
BRAD_API const char *brad_people_note(const brad_people *people, size_t i);
BRAD_API void brad_people_free(brad_people *people);

typedef struct brad_names brad_names;

/* Lists names of speakers as somebody types them: those that begin so, letters of
 * ASCII in any case and ' for ’ too, and of the others what is from a word on that
 * begins so ("Holt" for "Ho").  Those spoken of most come first; at most limit.  Much
 * quicker than brad_index_speakers(), at the price that names of articles which were
 * replaced or removed may be among them. */
BRAD_API brad_status brad_index_names(brad_index *index, const char *begin, size_t limit,
				      brad_names **out, brad_error *err);
BRAD_API size_t brad_names_rows(const brad_names *names, const char *const **first);
BRAD_API void brad_names_free(brad_names *names);

#ifdef __cplusplus
}
#endif
#endif
