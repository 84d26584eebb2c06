#include "analysis/quote_clause.h"

/* Readers are told whom to ring: "call 101, quoting log 411".  Nobody says or quotes the number. */

enum {
	LONGEST_APPEAL = 10, /* units to the number to ring */
	LONGEST_LABEL = 5    /* units of "crime reference number 411" */
};

static const struct bs_token *token_of(const struct bs_quoting *q, uint32_t unit)
{
	return &q->tokens[q->units[unit].token];
}

/* "0161 555 0270", "101" */
static bool is_telephone(const struct bs_quoting *q, uint32_t unit)
{
	static const uint32_t lines[] = {101, 105, 111, 112, 116, 119, 911, 999};
	const struct bs_token *t = token_of(q, unit);
	if (t->kind != BS_NUMBER) return false;
	if (q->article->document.text[t->start] == '0') return t->end - t->start > 2;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (t->value == lines[i]) return true;
	return false;
}

/* "Quoting [reference 411]" */
static bool quotes_number(const struct bs_quoting *q, uint32_t from)
{
	static const char *const words[] = {"reference", "ref",  "log",       "incident",
					    "number",    "case", "operation", "crime"};
	for (uint32_t i = from; i < q->unit_count && i < from + LONGEST_LABEL; i++) {
		if (bs_unit_any(q, i, words, sizeof words / sizeof *words)) return true;
		if (!bs_unit_word(q, i)) return false;
	}
	return false;
}

bool bs_is_appeal(const struct bs_quoting *q, const struct bs_cue *c)
{
	static const char *const quote[] = {"quoting", "quote"};
	static const char *const leads[] = {"on", "ring", "call", "phone", "telephone", "or"};
	if (bs_unit_any(q, c->head, quote, sizeof quote / sizeof *quote))
		return quotes_number(q, c->end);
	if (c->end < q->unit_count && is_telephone(q, c->end)) return true; /* "call 101" */
	if (!bs_nobody(&c->source)) return false;
	for (uint32_t i = c->end; i < q->unit_count && i < c->end + LONGEST_APPEAL; i++) {
		if (bs_unit_marked(q, i)) return false;
		if (is_telephone(q, i) &&
		    bs_unit_any(q, i - 1, leads, sizeof leads / sizeof *leads))
			return true;
	}
	return false;
}
