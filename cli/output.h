/* output.h - in which forms can an answer be printed?  In each of these tables of functions. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "batch.h"
#include "clean.h"
#include "command.h"
#include "terminal.h"

struct output {
	struct terminal terminal;
	const struct output_format *format;
	const struct options *options;
	const brad_index_info *index; /* that is asked; NULL for none */
	const struct batch_row *row;  /* that is answered; NULL: none of --batch */
	bool begun;                   /* an answer was printed before */
	brad_date day;                /* the first or last, if that is what was asked for */
};

/* What was asked. */
struct question {
	const char *id;              /* as JSON, of a query from a file; else NULL */
	const char *query;           /* its words, NULL for none */
	const brad_reasons *reasons; /* why nothing was found; NULL where something was */
};

struct output_format {
	void (*results)(struct output *output, const struct question *question,
			const brad_results *results);
	void (*table)(struct output *output, const struct question *question,
		      const brad_table *table);
	void (*people)(struct output *output, const struct question *question,
		       const brad_people *people);
	void (*ambiguities)(struct output *output, const struct question *question,
			    const brad_people *people, const brad_ambiguity *rows, size_t count);
	void (*article)(struct output *output, const brad_article *article,
			const brad_hit *marked); /* one of its sentences, or NULL */
	void (*verification)(struct output *output, const char *quotation,
			     const brad_verification *verification);
	void (*facet)(struct output *output, const struct question *question,
		      const brad_table *table);
	void (*sources)(struct output *output, const struct question *question,
			const brad_sources *sources);
};

extern const struct output_format output_text, output_json, output_csv, output_cite;

/* Makes the output ready in the format that the options name, for what the
 * index, or if that is NULL no index, answers. */
void output_open(struct output *output, const struct options *options, const brad_index *index,
		 bool pager);

/* Waits for the pager, if there is one. */
void output_close(struct output *output);

/* The words for what the header's enums mean, as JSON and CSV have them. */
const char *role_name(brad_role role);
const char *said_name(brad_said said); /* NULL for none */
const char *date_from_name(brad_date_from from);
const char *doubt_name(brad_doubt doubt);
const char *verdict_name(brad_verdict verdict);
enum { WARNINGS = 3 };
extern const char *const warning_names[WARNINGS];  /* by bit */
const char *evidence_name(brad_evidence evidence); /* NULL for none */

/* Does a search fold the same statement in several articles into one hit? */
bool is_folded(const struct options *options);

/* What the value of a row of a count is called that has none. */
const char *unknown_name(int field);

/* How many sentences of 1,000 a row of a count has. */
double rate_of(const brad_count *row);

/* What a voice without a name is called. */
const char *unnamed_voice(const struct options *options);

/* The sentences of a voice, of 100 that somebody said. */
double share_of(const brad_voice *voice, const brad_heard *heard);

/* "1 sentence", "1,234 sentences", in one of a few buffers that take turns. */
const char *count_text(uint64_t count, const char *noun);

/* "; --offset 20 goes on" if there are more than are shown, else "". */
const char *more_text(const struct options *options, uint64_t shown, uint64_t total);

/* Tells of the articles that --from, --to and date: left out. */
void remark_undated(uint64_t undated);

/* Tells why nothing was found; nothing of NULL. */
void remark_reasons(const char *before, const brad_reasons *reasons);

/* Does any option say what to find, so that there need not be words? */
bool has_filter(const brad_search_options *search);

/* False, after a message, if --context is given with citations, which have none. */
bool context_check(const struct options *options);

/* Tells why a query failed, and where in it. */
void complain_query(const char *query, const brad_error *error);

#endif
