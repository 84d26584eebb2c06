/* output_text.h - what do the parts of the text output share? */
#ifndef CLI_OUTPUT_TEXT_H
#define CLI_OUTPUT_TEXT_H

#include "flow.h"
#include "output.h"

/* The margins of what is told about a hit, and of what stands beside the
 * matter: context, furniture; and of the sentence that is marked. */
#define DETAIL "    "
#define ASIDE "| "
#define MARKED ">>> "

/* A path as short as the current directory makes it. */
const char *near_path(const char *path);

/* "Ann Holt, Leader of Westbrook Council, and Joe Dean" */
void text_add_speakers(struct flow *flow, const brad_speaker *speakers, size_t count);

/* "no date; not before 2021-04-28", with what bounds there are. */
enum { UNDATED_ROOM = 80 };
const char *text_undated(brad_date not_before, brad_date not_after, char out[UNDATED_ROOM]);

/* Says in words by what the speaker of a quotation is known, on a line of its own. */
void text_explain(const struct terminal *terminal, const char *text, const brad_quote *quote);
/* The same of a sentence that goes on with a quotation of the paragraph before. */
void text_explain_on(const struct terminal *terminal, const brad_sentence *sentence);

/* How many of 1,000, in the digits that matter. */
enum { RATE_ROOM = 32 };
const char *rate_text(const brad_count *row, char out[RATE_ROOM]);

void text_hit(const struct terminal *terminal, const brad_hit *hit, bool ids);

/* Prints how a query was understood, and below a hit, why it is one. */
void text_understood(const struct terminal *terminal, const char *words);
void text_why(const struct terminal *terminal, const brad_hit *hit);

/* Of a hit that stands for a group: that on one line, for whoever first said it;
 * and how many more there are. */
void text_first(const struct terminal *terminal, const brad_hit *hit, bool ids);
void text_more(const struct output *output, const brad_hit *hit);
void text_facet(struct output *output, const struct question *question, const brad_table *table);

/* What may turn the meaning, unless that is nothing; and what differs from what is
 * printed, as wdiff writes it, unless nothing does. */
void text_warnings(const struct terminal *terminal, const char *margin, unsigned warnings);
void text_differences(const struct terminal *terminal, const brad_difference *differences,
		      size_t count);

void text_results(struct output *output, const struct question *question,
		  const brad_results *results);
void text_table(struct output *output, const struct question *question, const brad_table *table);
void text_people(struct output *output, const struct question *question, const brad_people *people);
void text_ambiguities(struct output *output, const struct question *question,
		      const brad_people *people, const brad_ambiguity *rows, size_t count);
void text_article(struct output *output, const brad_article *article, const brad_hit *marked);
void text_verification(struct output *output, const char *quotation,
		       const brad_verification *verification);

void text_sources(struct output *output, const struct question *question,
		  const brad_sources *sources);

#endif
