#include "analysis/quote_phrase.h"

#include <string.h>

/* Ann Bell: C.   Without a verb of saying, whom does a colon give the words behind it to? */

enum { LONGEST_NAME = 8 }; /* units of "Exclusive - Ann Bell" */

/* Is the frame a headline, or as good as one: the article's first paragraph, of one sentence? */
static bool is_headline(const struct bs_quoting *q)
{
	const struct bs_paragraph *p = &q->article->paragraphs[q->frame.paragraph];
	return p->role == BRAD_ROLE_TITLE ||
	       (q->frame.paragraph == 0 && q->frame.first == p->first && q->frame.last == p->last &&
		q->article->paragraph_count > 1);
}

/* "Police", "Report", "Experts" */
static bool names_group(const struct bs_token *t)
{
	int class = bs_word_value(t->word, BS_LIST_SPEAKER_NOUN);
	return (class == 'g' || class == 'd' || class == 'b') && !bs_token_is(t, BS_LIST_PLACE);
}

/* "Bell: C", of a headline: who or which body the article calls so, and nobody if it does not. */
static struct bs_source find_headlined(const struct bs_quoting *q, uint32_t from, uint32_t unit)
{
	const char *text = q->article->document.text;
	const struct bs_token *first = &q->tokens[q->units[from].token];
	const struct bs_token *last = &q->tokens[q->units[unit - 1].token];
	size_t length = last->end - first->start;
	for (uint32_t i = from; i < unit; i++)
		if (!bs_unit_word(q, i) || !bs_unit_capital(q, i)) return (struct bs_source){0};
	for (uint32_t i = 0; i < q->article->mention_count; i++) {
		const struct bs_mention *m = &q->article->mentions[i];
		size_t end = q->tokens[m->last - 1].end;
		bool acronym = m->kind == BS_BODY && first->flags & BS_CAPITALS;
		if ((m->kind != BS_PERSON && !acronym) || m->first == q->units[from].token ||
		    end - q->tokens[m->first].start < length)
			continue;
		if (memcmp(text + end - length, text + first->start, length) == 0 &&
		    (q->tokens[m->first].start == end - length || text[end - length - 1] == ' '))
			return (struct bs_source){
				q->units[from].token, q->units[unit - 1].token + 1, {i}, 1};
	}
	return (struct bs_source){0};
}

/* The headline "Ann Bell: C", "Police: C", "Exclusive - Ann Bell: C". */
static bool try_headline(struct bs_quoting *q, uint32_t unit)
{
	uint32_t from = 0;
	if (unit + 1 >= q->unit_count || q->solid || unit > LONGEST_NAME || !is_headline(q))
		return false;
	for (uint32_t i = 0; i < unit; i++)
		if (bs_unit_dash(q, i)) from = i + 1;
	if (from >= unit || bs_unit_marked(q, from)) return false;
	const struct bs_mention *m = bs_mention_of(q, from);
	bool person = m && m->kind == BS_PERSON && bs_mention_end(q, from, unit) + 1 == unit;
	bool group = from + 1 == unit && names_group(&q->tokens[q->units[from].token]);
	struct bs_cue c = {
		.head = unit, .first = unit, .start = from, .end = unit + 1, .limit = BS_NONE};
	c.source = person || group ? bs_read_phrase(q, from, unit) : find_headlined(q, from, unit);
	if (bs_nobody(&c.source)) return false;
	bs_take(q, &c, unit + 1, q->unit_count, 0, 0);
	bs_settle(q, q->unit_count);
	return true;
}

void bs_try_colon(struct bs_quoting *q, uint32_t unit)
{
	if (try_headline(q, unit) || q->waits ||
	    (unit + 1 < q->unit_count && q->units[unit + 1].stretch == BS_NONE))
		return;
	if (unit + 2 < q->unit_count && q->tokens[q->units[unit + 2].token].kind == BS_WORD) return;
	struct bs_cue c = {
		.head = unit, .first = unit, .start = unit, .end = unit + 1, .limit = BS_NONE};
	c.source = q->subject_known ? q->subject : bs_find_leading(q, 0, unit);
	if (!q->subject_known && unit > 0 && bs_is_name(q, unit - 1))
		c.source = bs_from_mention(q, unit - 1);
	if (!c.source.mention_count) return;
	c.borrowed = true;
	if (unit + 1 >= q->unit_count) {
		bs_leave_waiting(q, &c);
		return;
	}
	uint32_t to = bs_content_end(q, unit + 1, &c);
	bs_take(q, &c, unit + 1, to, 0, 0);
	bs_settle(q, to);
}

void bs_leave_told(struct bs_quoting *q)
{
	uint32_t last = q->unit_count - 1;
	if (q->waits || !q->subject_known || !bs_unit_mark(q, last, ':')) return;
	struct bs_cue c = {.head = last, .source = q->subject};
	bs_leave_waiting(q, &c);
}
