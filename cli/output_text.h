/* output_text.h - what do the parts of the text output share? */
#ifndef CLI_OUTPUT_TEXT_H
#define CLI_OUTPUT_TEXT_H

#include "flow.h"
#include "output.h"

/* Margins: of the lines about a hit; of context and furniture; and of a sentence that is
 * marked. */
#define DETAIL "    "
#define ASIDE "| "
#define MARKED ">>> "

/* Returns a path relative to the current directory, if it is below it. */
const char *near_path(const char *path);

/* "Ann Holt, Leader of Westbrook Council, and Joe Dean" */
void text_add_speakers(struct flow *flow, const brad_speaker *speakers, size_t count);

/* Writes "no date; not before 2021-04-28", with the bounds that are known. */
enum { UNDATED_ROOM = 80 };
const char *text_undated(brad_date not_before, brad_date not_after, char out[UNDATED_ROOM]);

/* Prints how the speaker of a quotation is known, as a line. */
void text_explain(const struct terminal *terminal, const char *text, const brad_quote *quote);
/* The same for a sentence that continues a quotation of the paragraph before. */
void text_explain_on(const struct terminal *terminal, const brad_sentence *sentence);

/* Writes a rate of 1,000, with as many digits as matter. */
enum { RATE_ROOM = 32 };
const char *rate_text(const brad_count *row, char out[RATE_ROOM]);

void text_hit(const struct terminal *terminal, const brad_hit *hit, bool ids);

/* Print how a query was understood, and why a hit was found. */
void text_understood(const struct terminal *terminal, const char *words);
void text_why(const struct terminal *terminal, const brad_hit *hit);

/* For a hit that stands for a group: print it as one line, and how many more there are. */
void text_first(const struct terminal *terminal, const brad_hit *hit, bool ids);
void text_more(const struct output *output, const brad_hit *hit);
void text_facet(struct output *output, const struct question *question, const brad_table *table);

/* Print which differences may change the meaning, if any; and the differences themselves, as
 * wdiff does, if any. */
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
