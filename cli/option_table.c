/* Which options are there, of which commands? */
#include "option.h"

const char *const field_names[] = {"",    "speaker", "role",    "year",           "month", "week",
				   "day", "source",  "article", "mentioned-year", NULL};
static const char *const voices[] = {"", "speaker", "role", "source", NULL};
static const char *const sorts[] = {"relevance", "newest", "oldest", NULL};
static const char *const groups[] = {"", "article", "speaker", NULL};
static const char *const periods[] = {"", "", "", "year", "month", "week", "day", NULL};
static const char *const scopes[] = {"sentence", "article", NULL};
static const char *const kinds[] = {"", "direct", "mixed", "indirect", NULL};
static const char *const inputs[] = {"", "text", "jsonl", NULL};
static const char *const formats[] = {"text", "json", "csv", NULL};
static const char *const search_formats[] = {"text",     "json",   "csv",      "cite-text",
					     "markdown", "bibtex", "csl-json", NULL};
static const char *const watch_formats[] = {"text", "json", "rss", NULL};
static const char *const styles[] = {"text", "markdown", "bibtex", "csl-json", NULL};
static const char *const article_formats[] = {"text", "json", NULL};
static const char *const colors[] = {"auto", "always", "never", NULL};

#define AT(member) offsetof(struct options, member)

const struct option option_table[] = {
	{"speaker", "NAME", SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES | VERIFY, TEXT,
	 AT(search.speaker), "only what NAME said: a surname, more of the name, or an office", NULL,
	 0, 0},
	{"said", NULL, SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES, CHOICES, AT(search.said),
	 "only speech of this kind, or of several parted by commas", kinds, 0, 0},
	{"min-confidence", "P", SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES, SHARE,
	 AT(search.min_confidence), "only where the speaker is as sure as P, from 0 to 1", NULL, 0,
	 0},
	{"from", "DATE", SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES, DAY, AT(search.from),
	 "only articles of this day (2023-01-31), month or year, or later", NULL, 0, 0},
	{"to", "DATE", SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES, DAY, AT(search.to),
	 "only articles of this day, month or year, or earlier", NULL, 0, 0},
	{"inferred-dates", NULL, SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES, SWITCH,
	 AT(search.inferred_dates),
	 "with --from and --to, let in articles without a date that may be of those days by what "
	 "they tell",
	 NULL, 0, 0},
	{"mentions", "DATE|DATE..DATE", SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES, DAYS,
	 AT(mentions),
	 "only sentences that speak of this day, month or year, or of days from one to another; "
	 "either may be left out",
	 NULL, 0, 0},
	{"any", NULL, SEARCH | COUNT | WATCH | TIMELINE | SOURCES, SWITCH, AT(search.any),
	 "any of the words instead of all of them", NULL, 0, 0},
	{"plain-words", NULL, SEARCH | COUNT | WATCH | TIMELINE | SOURCES, SWITCH,
	 AT(search.plain_words), "take no character of the words as an operator", NULL, 0, 0},
	{"in", NULL, SEARCH, CHOICE, AT(scope),
	 "find all that is asked for in one sentence, or anywhere in an article", scopes, 0, 0},
	{"sort", NULL, SEARCH, CHOICE, AT(sort), "which hits come first", sorts, 0, 0},
	{"group", NULL, SEARCH, CHOICE, AT(group),
	 "show the first hit of each article or speaker, and tell how many more it has", groups, 0,
	 0},
	{"first", NULL, SEARCH, SWITCH, AT(first),
	 "who said it first: all who said it on the first day that anybody did", NULL, 0, 0},
	{"last", NULL, SEARCH, SWITCH, AT(last), "the same of the last day", NULL, 0, 0},
	{"first-per-speaker", NULL, SEARCH, SWITCH, AT(first_per_speaker),
	 "a line for each speaker, with when he or she first said it, in order of time", NULL, 0,
	 0},
	{"facets", NULL, SEARCH, FIELDS, AT(facets),
	 "count all that matches by these, parted by commas, too", field_names, MOST_FIELDS, 0},
	{"limit", "N", SEARCH | LIKE | SOURCES, NUMBER, AT(search.limit), "show N at most (20)",
	 NULL, UINT32_MAX, 0},
	{"offset", "N", SEARCH | LIKE, NUMBER, AT(search.offset), "pass over the first N", NULL,
	 UINT32_MAX, 0},
	{"all", NULL, SEARCH, SWITCH, AT(all),
	 "show each sentence, though it makes the same statement as one before", NULL, 0, 0},
	{"fold", NULL, SEARCH, SWITCH, AT(fold),
	 "with --input-queries too, show each statement once", NULL, 0, 0},
	{"context", "N", SEARCH | LIKE, NUMBER, AT(search.context),
	 "show N sentences before and after each hit too", NULL, 100, 0},
	{"context", "N", SHOW, NUMBER, AT(around),
	 "of a sentence, show N sentences before and after it instead of its article", NULL, 100,
	 0},
	{"changes", NULL, LIKE, SWITCH, AT(changes),
	 "show where the same statement stands in other words, and which: a changed figure, name "
	 "or "
	 "\"not\"",
	 NULL, 0, 0},
	{"input-queries", "FILE", SEARCH, TEXT, AT(queries),
	 "answer each line {\"id\",\"query\"} of FILE, or of standard input for -", NULL, 0, 0},
	{"batch", "FILE.csv", VERIFY, TEXT, AT(batch),
	 "verify the quotation in each row of FILE, or of standard input for -, and print "
	 "the rows with what was found",
	 NULL, 0, 0},
	{"by", NULL, SOURCES, CHOICE, AT(voices), "whose share to tell", voices, 0, 0},
	{"by", NULL, COUNT, FIELDS, AT(by),
	 "what to count by; for two, parted by a comma: each pair", field_names, 2, 0},
	{"by", NULL, TIMELINE, CHOICE, AT(period),
	 "how long each step is; without it, the finest that makes no more than 60", periods, 0, 0},
	{"rate", NULL, COUNT | TIMELINE, SWITCH, AT(rate),
	 "tell how many of 1,000 that pass the same filters have the words; count puts "
	 "the greatest first",
	 NULL, 0, 0},
	{"at-least", "N", COUNT, NUMBER, AT(at_least),
	 "leave out rows of fewer than N sentences; with --rate, rows whose rate is of fewer (5 "
	 "in text, else 0)",
	 NULL, UINT32_MAX - 1, 0},
	{"svg", "FILE", TIMELINE, TEXT, AT(svg),
	 "write the plot as a picture for a page, to standard output for -", NULL, 0, 0},
	{"ambiguous", NULL, SPEAKERS, SWITCH, AT(ambiguous),
	 "list which names may be one person's, or several people's", NULL, 0, 0},
	{"input", NULL, INDEX | PARSE, CHOICE, AT(input),
	 "what the files hold; without it JSON Lines for .jsonl, .ndjson and .json, else text",
	 inputs, 0, 0},
	{"jobs", "N", INDEX, NUMBER, AT(jobs),
	 "work in N threads; without it, or for 0, one for each processor", NULL, 256, 'j'},
	{"max-article-size", "BYTES", INDEX | PARSE, SIZE, AT(max_article_size),
	 "pass over larger files of text and lines of JSON (64M; K, M and G as in 1G are known)",
	 NULL, 0, 0},
	{"remove", "ID|PATH", INDEX, LIST, AT(removals),
	 "take out an article, or all that came from a path; may be repeated", NULL, 0, 0},
	{"rebuild", NULL, INDEX, SWITCH, AT(rebuild),
	 "begin with an empty index in place of the present one", NULL, 0, 0},
	{"repair", NULL, CHECK, SWITCH, AT(repair),
	 "put right what is wrong, if no article is lost by that", NULL, 0, 0},
	{"drop-damaged", NULL, CHECK, SWITCH, AT(drop_damaged),
	 "with --repair: also if articles are lost, which are named and dropped", NULL, 0, 0},
	{"format", NULL, SEARCH | LIKE, CHOICE, AT(format),
	 "what to print; the last four are citations", search_formats, 0, 0},
	{"format", NULL, COUNT | TIMELINE | SPEAKERS | SOURCES, CHOICE, AT(format), "what to print",
	 formats, 0, 0},
	{"format", NULL, WATCH, CHOICE, AT(watch_format), "what run prints", watch_formats, 0, 0},
	{"tell-old", NULL, WATCH, SWITCH, AT(tell_old),
	 "with add: have the first run print what is there already", NULL, 0, 0},
	{"format", NULL, CITE, CHOICE, AT(style), "what to print", styles, 0, 0},
	{"format", NULL, SHOW | PARSE | VERIFY | CHECK, CHOICE, AT(format), "what to print",
	 article_formats, 0, 0},
	{"ids", NULL, SEARCH | LIKE | WATCH | VERIFY | SHOW, SWITCH, AT(ids),
	 "print the id of each sentence in text too, for 'show', 'like' and 'cite'", NULL, 0, 0},
	{"explain", NULL, SEARCH, SWITCH, AT(explain),
	 "say in words what is looked for and, below each hit, why it was found", NULL, 0, 0},
	{"explain", NULL, COUNT | TIMELINE | SOURCES, SWITCH, AT(explain),
	 "say in words what is counted", NULL, 0, 0},
	{"explain", NULL, SHOW | PARSE, SWITCH, AT(explain),
	 "say in words how the speaker of each quotation is known", NULL, 0, 0},
	{"index", "DIR", READS | INDEX | COMPACT | CHECK, TEXT, AT(index),
	 "the index; without it $BRADSEARCH_INDEX, else the user's own", NULL, 0, 0},
	{"at-revision", "[UUID:]N", READS, REVISION, AT(at_revision),
	 "refuse to answer if the index is at another revision than N", NULL, 0, 0},
	{"verify", NULL, READS, SWITCH, AT(verify_index),
	 "compare all of the index with its checksums before anything is answered", NULL, 0, 0},
	{"people", "FILE", READS, TEXT, AT(people),
	 "who is who; without it people.tsv in the index or beside it, if there is one", NULL, 0,
	 0},
	{"color", NULL,
	 SEARCH | WATCH | COUNT | TIMELINE | SPEAKERS | SHOW | PARSE | VERIFY | CITE | LIKE |
		 SOURCES,
	 CHOICE, AT(color), "colours; auto: on a terminal, unless $NO_COLOR is set", colors, 0, 0},
	{"no-pager", NULL,
	 SEARCH | COUNT | TIMELINE | SPEAKERS | SHOW | PARSE | VERIFY | CITE | LIKE | SOURCES,
	 SWITCH, AT(no_pager), "do not show what is printed on a terminal in $PAGER", NULL, 0, 0},
	{"help", NULL, EVERY, SWITCH, AT(help), "print this help", NULL, 0, 'h'},
	{"version", NULL, EVERY, SWITCH, AT(version), "print the version", NULL, 0, 0},
	{0},
};

_Static_assert(sizeof option_table / sizeof *option_table <= MOST_OPTIONS, "too many options");
