#include "search/alike.h"

#include "analysis/words.h"
#include "base/utf8.h"
#include <string.h>

enum {
	FEWEST_SHARED = 5,
	MOST_ADDED = 2,        /* words of any kind that only one text has */
	DATELINE_WORDS = 6,    /* of a place and an agency at the head, at most, */
	DATELINE_REST = 8,     /* and of what follows, at least */
	LONGEST_SPELLING = 128 /* bytes of words that are spelt otherwise */
};

/* ---- What a word does to a sentence --------------------------------------- */

enum kind {
	PLAIN,   /* it tells something */
	EMPTY,   /* it means little, or is compared elsewhere, as numbers are */
	TITLE,   /* "Mr" */
	TIME,    /* "Tuesday": one side may lack it */
	TURNING, /* it reverses what is said, or how sure that is */
	BRANCH   /* so does all that follows it */
};

static bool is_one_of(const char *form, const char *const *words)
{
	while (*words && strcmp(*words, form) != 0) words++;
	return *words != NULL;
}

static enum kind kind_of(const char *form, size_t length)
{
	static const char *const empty[] = {
		"a",    "an",  "the",  "that", "which", "who",  "is", "are", "was", "were", "be",
		"been", "has", "have", "had",  "said",  "says", "of", "in",  "on",  "at",   NULL};
	static const char *const turning[] = {
		"will",     "would",  "can",        "could",      "may",       "might",
		"must",     "should", "shall",      "ought",      "allegedly", "alleged",
		"claimed",  "claims", "reportedly", "apparently", "possibly",  "perhaps",
		"probably", "likely", "almost",     "nearly",     "about",     "around",
		"over",     "under",  "above",      "below",      "before",    "after",
		"all",      "some",   "most",       "many",       "few",       "more",
		"less",     "fewer",  "former",     "ex",         "against",   "every",
		NULL};
	static const char *const branch[] = {"if",      "unless",  "but",      "except",
					     "only",    "until",   "till",     "although",
					     "though",  "however", "provided", "whether",
					     "despite", "instead", "rather",   NULL};
	uint16_t word = bs_word_find(form, length);
	if (bs_word_is(word, BS_LIST_HONORIFIC)) return TITLE;
	if (is_one_of(form, branch)) return BRANCH;
	if (is_one_of(form, turning)) return TURNING;
	if (bs_is_digit((unsigned char)*form) || bs_word_is(word, BS_LIST_CARDINAL) ||
	    is_one_of(form, empty))
		return EMPTY;
	if (bs_word_is(word, BS_LIST_WEEKDAY) || bs_word_is(word, BS_LIST_DAY_WORD) ||
	    bs_word_is(word, BS_LIST_MONTH))
		return TIME;
	return PLAIN;
}

/* ---- Where two texts differ ------------------------------------------------ */

/* The words that only one text has, or that each has instead of the other's. */
struct difference {
	struct bs_passage a, b;
	bool at_end; /* of both texts */
};

/* One side of it. */
struct side {
	struct bs_passage names;        /* words that may be names, numbers or negations */
	char letters[LONGEST_SPELLING]; /* of the words that tell something, in one spelling */
	size_t letter_count, plain;
	unsigned kinds; /* 1u << kind */
};

struct work {
	struct bs_arena *arena;
	struct bs_words_scan *scan;
	size_t added; /* words that only one text has */
};

/* Spellings of the same word become equal: organise and organize, colour and color, centre and
 * center, travelling and traveling, adviser and advisor. */
static void add_letters(struct side *side, const char *form, size_t length)
{
	for (size_t i = 0; i < length && side->letter_count < LONGEST_SPELLING; i++) {
		char c = form[i], before = i > 0 ? form[i - 1] : '\0';
		bool last = i + 1 == length;
		if (c == before || c == '\'' || (c == 'u' && before == 'o' && !last)) continue;
		if (c == 'z') c = 's';
		if (length > 4 && i + 2 == length && strcmp(form + i, "re") == 0) c = 'e';
		if (length > 4 && last && c == 'e' && before == 'r') c = 'r';
		bool or = strcmp(form + i, "or") == 0 || strcmp(form + i, "our") == 0;
		if (length > 4 && or) c = 'e';
		side->letters[side->letter_count++] = c;
	}
}

static void read_side(struct work *w, const struct bs_passage *p, bool alone, struct side *side)
{
	struct bs_stream_word *names = bs_arena_alloc(w->arena, (p->count + 1) * sizeof *names);
	struct bs_text_word word;
	for (size_t i = 0; i < p->count; i++) {
		struct bs_words_scan *scan = w->scan;
		brad_span span = p->words[i].span;
		bs_buffer_clear(&scan->form);
		*scan = (struct bs_words_scan){p->text, span.start, span.end, true, scan->form};
		if (!bs_words_next(scan, &word)) continue;
		enum kind kind = kind_of(word.form, word.length);
		if (kind == TIME && !alone) kind = PLAIN;
		side->kinds |= 1u << kind;
		if (kind != TITLE && kind != TIME) names[side->names.count++] = p->words[i];
		if (kind != PLAIN) continue;
		side->plain++;
		add_letters(side, word.form, word.length);
	}
	side->names.text = p->text;
	side->names.words = names;
}

static bool is_same_spelling(const struct side *a, const struct side *b)
{
	return a->letter_count == b->letter_count && a->letter_count < LONGEST_SPELLING &&
	       memcmp(a->letters, b->letters, a->letter_count) == 0;
}

/* Is the statement the same in spite of this difference? */
static bool is_harmless(struct work *w, const struct difference *d)
{
	struct side a = {0}, b = {0};
	bool alone = d->a.count == 0 || d->b.count == 0;
	read_side(w, &d->a, alone, &a);
	read_side(w, &d->b, alone, &b);
	unsigned kinds = a.kinds | b.kinds;
	if (kinds & 1u << BRANCH || bs_warnings(w->arena, w->scan, &a.names, &b.names))
		return false;
	if (alone && d->at_end) return true;
	if (kinds & 1u << TURNING || (a.kinds & b.kinds & 1u << TITLE)) return false;
	if (!alone) return is_same_spelling(&a, &b);
	w->added += a.plain + b.plain;
	return true;
}

/* ---- Two texts side by side ------------------------------------------------ */

/* Returns how many words of "LEEDS (Agency) - " are at the head of a text. */
static size_t dateline_words(const struct bs_passage *p)
{
	const char *text = p->text;
	for (size_t i = 0; i < p->count && i <= DATELINE_WORDS; i++) {
		size_t start = i ? p->words[i - 1].span.end : 0, n;
		brad_span word = p->words[i].span;
		for (size_t at = start; at < word.start; at += n) {
			uint32_t c = bs_utf8_at(text, at, word.start, &n);
			bool dash = c == 0x2013 || c == 0x2014 || (c == '-' && text[at + 1] == ' ');
			if (i > 0 && dash) return p->count - i >= DATELINE_REST ? i : 0;
		}
		uint32_t c = bs_utf8_at(text, word.start, word.end, &n);
		if (!bs_is_upper(c) && !bs_is_digit(c)) return 0;
	}
	return 0;
}

static void pass_over(struct bs_passage *p, size_t words)
{
	p->words += words;
	p->count -= words;
}

/* lengths[i * (b + 1) + k]: how many words the rests from i and from k on share in order. */
static uint8_t *share(struct work *w, const struct bs_passage *a, const struct bs_passage *b)
{
	size_t row = b->count + 1;
	uint8_t *lengths = bs_arena_alloc(w->arena, (a->count + 1) * row);
	for (size_t i = a->count; i-- > 0;)
		for (size_t k = b->count; k-- > 0;) {
			uint8_t *at = &lengths[i * row + k];
			if (a->words[i].key == b->words[k].key)
				*at = (uint8_t)(at[row + 1] + 1);
			else
				*at = at[row] > at[1] ? at[row] : at[1];
		}
	return lengths;
}

/* Looks at one difference after the other; `behind` words follow that are the same. */
static bool compare_middles(struct work *w, const struct bs_passage *a, const struct bs_passage *b,
			    const uint8_t *shared, size_t behind)
{
	size_t row = b->count + 1, i = 0, k = 0;
	while (i < a->count || k < b->count) {
		size_t from_a = i, from_b = k;
		while ((i < a->count || k < b->count) &&
		       (i == a->count || k == b->count || a->words[i].key != b->words[k].key)) {
			bool only_a = k == b->count ||
				      (i < a->count &&
				       shared[(i + 1) * row + k] >= shared[i * row + k + 1]);
			i += only_a;
			k += !only_a;
		}
		struct difference d = {{a->text, a->words + from_a, i - from_a},
				       {b->text, b->words + from_b, k - from_b},
				       i == a->count && k == b->count && behind == 0};
		if (!is_harmless(w, &d)) return false;
		while (i < a->count && k < b->count && a->words[i].key == b->words[k].key) {
			i++;
			k++;
		}
	}
	return w->added <= MOST_ADDED;
}

bool bs_is_alike(struct bs_arena *arena, struct bs_words_scan *scan, const struct bs_passage *a,
		 const struct bs_passage *b)
{
	struct work w = {arena, scan, 0};
	struct bs_passage pa = *a, pb = *b;
	size_t head_a = dateline_words(a), head_b = dateline_words(b), before = 0, behind = 0;
	if (a->count > BS_ALIKE_WORDS || b->count > BS_ALIKE_WORDS) return false;
	if (!head_b) pass_over(&pa, head_a);
	if (!head_a) pass_over(&pb, head_b);
	size_t shorter = pa.count < pb.count ? pa.count : pb.count;
	while (before < shorter && pa.words[before].key == pb.words[before].key) before++;
	pass_over(&pa, before);
	pass_over(&pb, before);
	while (behind + before < shorter &&
	       pa.words[pa.count - 1].key == pb.words[pb.count - 1].key) {
		pa.count--;
		pb.count--;
		behind++;
	}
	const uint8_t *shared = share(&w, &pa, &pb);
	size_t same = before + behind + shared[0];
	size_t longer = (pa.count > pb.count ? pa.count : pb.count) + before + behind;
	if (same < FEWEST_SHARED || same * 2 < longer) return false;
	return compare_middles(&w, &pa, &pb, shared, behind);
}
