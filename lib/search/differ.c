#include "search/differ.h"

#include "analysis/words.h"
#include "base/utf8.h"

#include <string.h>

/* Longer stretches that an ellipsis stands for are not written out. */
enum { LONGEST_ELLIPSIS = 60 };

/* Steps [first, end) of an alignment. */
struct group {
	const struct bs_step *steps;
	size_t count;
	brad_change change;
};

/* ---- What words are ------------------------------------------------------ */

static bool is_negation(const char *form, size_t length)
{
	static const char *const words[] = {"no",      "not",     "never",  "none",     "nobody",
					    "nothing", "nowhere", "nor",    "neither",  "without",
					    "cannot",  "hardly",  "barely", "scarcely", "unlikely"};
	if (length > 3 && memcmp(form + length - 3, "n't", 3) == 0) return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(form, words[i]) == 0) return true;
	return false;
}

/* Is one word the other with a prefix that denies it: "able", "unable"? */
static bool is_denied(const char *plain, const char *denied)
{
	static const char *const prefixes[] = {"un", "in", "im", "dis", "non", "ir", "il"};
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		size_t n = strlen(prefixes[i]);
		if (strncmp(denied, prefixes[i], n) == 0 && strcmp(denied + n, plain) == 0)
			return strlen(plain) > 2;
	}
	return false;
}

/* The value of a number in digits or words, as text; "" for no number. */
static void read_number(const char *form, size_t length, char out[32])
{
	size_t n = 0;
	uint16_t word = bs_word_find(form, length);
	int value = bs_word_is(word, BS_LIST_CARDINAL) ? bs_word_value(word, BS_LIST_CARDINAL) : 0;
	if (bs_is_digit((unsigned char)*form))
		for (size_t i = 0; i < length && n < 31; i++)
			if (form[i] != ',') out[n++] = form[i];
	for (unsigned rest = value > 0 ? (unsigned)value : 0, unit = 1000000000; unit; unit /= 10)
		if (rest >= unit) out[n++] = (char)('0' + rest / unit % 10);
	out[n] = '\0';
}

/* Within a sentence, a capital shows a name; at its head, only if the name is known. */
static bool is_name(const char *text, const struct bs_stream_word *word, const char *form,
		    size_t length)
{
	size_t n;
	if (!bs_is_upper(bs_utf8_at(text, word->span.start, word->span.end, &n))) return false;
	if (bs_is_stop_word(form, length) || (form[0] == 'i' && (length == 1 || form[1] == '\'')))
		return false;
	uint16_t known = bs_word_find(form, length);
	return !word->first || bs_word_is(known, BS_LIST_GIVEN) || bs_word_is(known, BS_LIST_PLACE);
}

/* ---- Warnings ------------------------------------------------------------ */

/* What is on one side of a difference: negations are counted, numbers and names listed. */
struct side {
	unsigned negations;
	const char **numbers, **names, **forms;
	size_t number_count, name_count, form_count;
};

static void add_word(struct bs_arena *arena, struct bs_words_scan *scan, const char *text,
		     const struct bs_stream_word *word, struct side *side)
{
	struct bs_text_word form;
	char number[32];
	bs_buffer_clear(&scan->form);
	*scan = (struct bs_words_scan){text, word->span.start, word->span.end, true, scan->form};
	if (!bs_words_next(scan, &form)) return;
	const char *copy = bs_arena_copy(arena, form.form, form.length);
	*BS_PUSH(arena, side->forms, side->form_count) = copy;
	side->negations += is_negation(copy, form.length);
	read_number(copy, form.length, number);
	if (*number)
		*BS_PUSH(arena, side->numbers, side->number_count) = bs_arena_string(arena, number);
	if (is_name(text, word, copy, form.length))
		*BS_PUSH(arena, side->names, side->name_count) = copy;
}

static bool same_lists(const char **a, size_t a_count, const char **b, size_t b_count)
{
	if (a_count != b_count) return false;
	for (size_t i = 0; i < a_count; i++)
		if (strcmp(a[i], b[i]) != 0) return false;
	return true;
}

static bool any_denied(const struct side *a, const struct side *b)
{
	for (size_t i = 0; i < a->form_count; i++)
		for (size_t k = 0; k < b->form_count; k++)
			if (is_denied(a->forms[i], b->forms[k])) return true;
	return false;
}

static unsigned compare(const struct side *quoted, const struct side *printed)
{
	unsigned warnings = 0;
	if (quoted->negations != printed->negations || any_denied(quoted, printed) ||
	    any_denied(printed, quoted))
		warnings |= BRAD_WARN_NEGATION;
	if (!same_lists(quoted->numbers, quoted->number_count, printed->numbers,
			printed->number_count))
		warnings |= BRAD_WARN_NUMBER;
	if (!same_lists(quoted->names, quoted->name_count, printed->names, printed->name_count))
		warnings |= BRAD_WARN_NAME;
	return warnings;
}

unsigned bs_warnings(struct bs_arena *arena, struct bs_words_scan *scan,
		     const struct bs_passage *quoted, const struct bs_passage *printed)
{
	struct side a = {0}, b = {0};
	for (size_t i = 0; i < quoted->count; i++)
		add_word(arena, scan, quoted->text, &quoted->words[i], &a);
	for (size_t i = 0; i < printed->count; i++)
		add_word(arena, scan, printed->text, &printed->words[i], &b);
	return compare(&a, &b);
}

/* Dots say that words were left out; but not that one of them was a "not" of the sentence that
 * continues after them. */
static unsigned warn_of_ellipsis(const struct bs_compared *c, const struct group *g,
				 const struct side *printed)
{
	const struct bs_stream_word *words = c->printed->words;
	uint32_t first = g->steps[0].printed, last = g->steps[g->count - 1].printed;
	bool within = words[first - 1].place == words[last + 1].place;
	return within && printed->negations ? BRAD_WARN_NEGATION : 0;
}

/* ---- Texts --------------------------------------------------------------- */

/* The text in which a printed word stands. */
static const char *text_of(const struct bs_compared *c, const struct bs_stream_word *word)
{
	return c->article ? bs_stream_text(c->article, word) : c->printed_text;
}

static void add_text(struct bs_buffer *out, const char *text, brad_span span)
{
	if (out->length) bs_buffer_add(out, " ", 1);
	bs_buffer_add(out, text + span.start, span.end - span.start);
}

/* The words of the quotation, with what stands between them. */
static const char *quoted_text(struct bs_arena *arena, const struct bs_compared *c,
			       const struct group *g)
{
	brad_span span = {SIZE_MAX, 0};
	for (size_t i = 0; i < g->count; i++) {
		if (g->steps[i].quoted == BS_NO_WORD) continue;
		brad_span word = c->quoted->words[g->steps[i].quoted].span;
		if (span.start == SIZE_MAX) span.start = word.start;
		span.end = word.end;
	}
	return span.end ? bs_arena_copy(arena, c->text + span.start, span.end - span.start) : NULL;
}

/* The words of the article, without what a narrator puts between them. */
static const char *printed_text(struct bs_arena *arena, struct bs_buffer *buffer,
				const struct bs_compared *c, const struct group *g)
{
	const struct bs_stream_word *before = NULL;
	brad_span span = {0, 0};
	const char *text = NULL;
	bs_buffer_clear(buffer);
	for (size_t i = 0; i < g->count; i++) {
		if (g->steps[i].printed == BS_NO_WORD) continue;
		const struct bs_stream_word *word = &c->printed->words[g->steps[i].printed];
		bool on = before && before->order + 1 == word->order;
		if (!on && before) add_text(buffer, text, span);
		if (!on) span.start = word->span.start;
		span.end = word->span.end;
		text = text_of(c, word);
		before = word;
	}
	if (!before) return NULL;
	add_text(buffer, text, span);
	return buffer->failed ? NULL : bs_arena_copy(arena, buffer->bytes, buffer->length);
}

/* ---- Groups -------------------------------------------------------------- */

static bool is_same(const struct bs_compared *c, const struct bs_step *step)
{
	return step->quoted != BS_NO_WORD && step->printed != BS_NO_WORD &&
	       c->quoted->words[step->quoted].key == c->printed->words[step->printed].key;
}

/* The longest group that begins at a step: of the same words, or of different ones. */
static struct group take_group(const struct bs_compared *c, const struct bs_alignment *a,
			       size_t first)
{
	struct group g = {a->steps + first, 0, BRAD_CHANGE_NONE};
	bool same = is_same(c, g.steps), quoted = false, printed = false;
	for (; first < a->count && is_same(c, &a->steps[first]) == same; first++, g.count++) {
		quoted = quoted || a->steps[first].quoted != BS_NO_WORD;
		printed = printed || a->steps[first].printed != BS_NO_WORD;
	}
	if (!same)
		g.change = g.steps[0].ellipsis ? BRAD_CHANGE_ELLIPSIS
			   : quoted && printed ? BRAD_CHANGE_REPLACED
			   : quoted            ? BRAD_CHANGE_ADDED
					       : BRAD_CHANGE_LEFT_OUT;
	return g;
}

static unsigned warn_of(struct bs_arena *arena, struct bs_words_scan *scan,
			const struct bs_compared *c, const struct group *g)
{
	struct side quoted = {0}, printed = {0};
	if (g->change == BRAD_CHANGE_NONE) return 0;
	for (size_t i = 0; i < g->count; i++) {
		const struct bs_step *step = &g->steps[i];
		if (step->quoted != BS_NO_WORD)
			add_word(arena, scan, c->text, &c->quoted->words[step->quoted], &quoted);
		if (step->printed == BS_NO_WORD) continue;
		const struct bs_stream_word *word = &c->printed->words[step->printed];
		add_word(arena, scan, text_of(c, word), word, &printed);
	}
	return g->change == BRAD_CHANGE_ELLIPSIS ? warn_of_ellipsis(c, g, &printed)
						 : compare(&quoted, &printed);
}

const brad_difference *bs_differences(struct bs_arena *arena, struct bs_words_scan *scan,
				      const struct bs_compared *c,
				      const struct bs_alignment *alignment, size_t *count,
				      unsigned *warnings)
{
	brad_difference *list = NULL;
	*count = 0;
	*warnings = 0;
	for (size_t first = 0; first < alignment->count;) {
		struct group g = take_group(c, alignment, first);
		brad_difference *d = BS_PUSH(arena, list, *count);
		d->change = g.change;
		d->warnings = warn_of(arena, scan, c, &g);
		d->quoted = quoted_text(arena, c, &g);
		if (g.change != BRAD_CHANGE_ELLIPSIS || g.count <= LONGEST_ELLIPSIS)
			d->printed = printed_text(arena, &scan->form, c, &g);
		*warnings |= d->warnings;
		first += g.count;
	}
	return list;
}
