#include "search/spell.h"

#include "base/bits.h"
#include "base/error.h"
#include "search/distance.h"

#include <string.h>

enum { CANDIDATES = 32 };

/* Those found so far that are nearest. */
struct nearest {
	size_t distance; /* none is nearer */
	const char *at[CANDIDATES];
	size_t count;
};

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Short words are near to too many others. */
static size_t largest_distance(const char *text)
{
	size_t length = strlen(text);
	return length < 4 ? 0 : length < 8 ? 1 : 2;
}

static void offer(struct nearest *n, const char *text, size_t distance)
{
	if (distance < n->distance) n->count = 0;
	if (distance > n->distance || n->count == CANDIDATES) return;
	n->distance = distance;
	for (size_t i = 0; i < n->count; i++)
		if (strcmp(n->at[i], text) == 0) return;
	n->at[n->count++] = text;
}

/* ---- Words -------------------------------------------------------------- */

static brad_status word_frequency(struct bs_search *s, const char *form, uint64_t *count,
				  brad_error *err)
{
	struct bs_query_word word = {.form = form, .form_length = strlen(form), .posted = true};
	brad_status status =
		xc_stem(s->index->stemmer, form, word.form_length, &s->scratch.stem, err);
	if (status != BRAD_OK) return status;
	word.stem_length = s->scratch.stem.length;
	word.stem = bs_arena_copy(&s->arena, s->scratch.stem.bytes, word.stem_length);
	return bs_word_frequency(s, &word, count, err);
}

/* Offers the words of a dictionary at exactly the distance that is looked for. */
static void offer_forms(const struct bs_strings *forms, const char *form, struct nearest *n)
{
	struct bs_spelt scan;
	uint32_t k;
	size_t distance;
	bs_spelt_begin(forms, form, &scan);
	while (bs_spelt_next(&scan, n->distance, &k, &distance)) {
		const char *text = bs_string(forms, k);
		if (distance == n->distance && !bs_is_stop_word(text, strlen(text)))
			offer(n, text, distance);
	}
}

brad_status bs_nearest_word(struct bs_search *s, const char *form, const char **out,
			    uint64_t *count, brad_error *err)
{
	*out = NULL;
	*count = 0;
	/* The dictionaries also have words that occur only in dead articles; the nearest living
	 * word may be farther away. */
	for (size_t distance = 1; distance <= largest_distance(form) && !*out; distance++) {
		struct nearest n = {.distance = distance};
		for (size_t i = 0; i < s->index->segment_count; i++) {
			offer_forms(&s->index->segments[i].forms, form, &n);
		}
		for (size_t i = 0; i < n.count; i++) {
			uint64_t frequency;
			brad_status status = word_frequency(s, n.at[i], &frequency, err);
			if (status != BRAD_OK) return status;
			if (frequency < *count || frequency == 0) continue;
			if (frequency == *count && strcmp(n.at[i], *out) > 0) continue;
			*count = frequency;
			*out = n.at[i];
		}
	}
	return BRAD_OK;
}

/* ---- Names -------------------------------------------------------------- */

static const char *join_words(struct bs_arena *arena, const char *const *words, size_t count)
{
	size_t room = 1, length = 0;
	for (size_t i = 0; i < count; i++) room += strlen(words[i]) + 1;
	char *text = bs_arena_alloc(arena, room);
	for (size_t i = 0; i < count; i++) {
		size_t n = strlen(words[i]);
		if (i > 0) text[length++] = ' ';
		memcpy(text + length, words[i], n);
		length += n;
	}
	return text;
}

/* Which of the 26 letters has a text? */
static uint32_t letters_of(const char *text)
{
	uint32_t letters = 0;
	for (; *text; text++) {
		unsigned char c = (unsigned char)(*text | 0x20);
		if (c >= 'a' && c <= 'z') letters |= 1u << (c - 'a');
	}
	return letters;
}

/* Can a text be near if it lacks these letters?  Each of them takes a change.  Letters with
 * accents do not show here, and are allowed for. */
static bool may_be_near(uint32_t asked, const char *text, size_t limit)
{
	uint32_t missing = asked & ~letters_of(text);
	size_t changes = 0;
	for (; missing; missing &= missing - 1) changes++;
	if (changes <= limit) return true;
	for (; *text; text++)
		if ((unsigned char)*text >= 0x80) return true;
	return false;
}

/* The least distance between what is asked for and as many words of a name in a row. */
static size_t name_distance(struct bs_search *s, const char *asked, size_t words,
			    const char *person, size_t limit)
{
	struct bs_name name;
	size_t nearest = limit + 1;
	if (bs_name_read(&s->arena, &s->scratch.scan, person, &name, NULL) != BRAD_OK)
		return nearest;
	for (size_t i = 0; i + words <= name.count && nearest > 0; i++) {
		const char *part =
			words == 1 ? name.words[i] : join_words(&s->arena, name.words + i, words);
		nearest = least(nearest, bs_edit_distance(asked, part, limit));
	}
	return nearest;
}

/* Offers all who are called by words in a row that are near. */
static void offer_rows(struct bs_search *s, const char *asked, size_t words, struct nearest *n)
{
	uint32_t letters = letters_of(asked);
	for (size_t i = 0; i < s->index->segment_count; i++) {
		const struct bs_strings *people = &s->index->segments[i].people;
		for (uint32_t k = 0; k < people->count; k++) {
			const char *person = bs_string(people, k);
			if (!may_be_near(letters, person, n->distance)) continue;
			size_t distance = name_distance(s, asked, words, person, n->distance);
			if (distance <= n->distance) offer(n, person, distance);
		}
	}
}

/* The same for a single word: the words of names have a dictionary, so no name is looked at. */
static void offer_words(struct bs_search *s, const char *asked, struct nearest *n)
{
	for (size_t i = 0; i < s->index->segment_count; i++) {
		const struct bs_segment *in = &s->index->segments[i];
		size_t limit = n->distance, distance;
		uint64_t *near = NULL;
		struct bs_spelt scan;
		uint32_t w;
		bs_spelt_begin(&in->name_words, asked, &scan);
		while (bs_spelt_next(&scan, limit, &w, &distance)) {
			if (distance < limit || !near)
				near = bs_arena_alloc(&s->arena, in->people.count / 8 + 8);
			limit = distance;
			for (uint32_t k = in->name_words_at[w]; k < in->name_words_at[w + 1]; k++)
				bs_bit_set(near, in->name_people[k]);
		}
		for (uint32_t k = 0; k < in->people.count && near; k++)
			if (bs_bit(near, k)) offer(n, bs_string(&in->people, k), limit);
	}
}

static brad_status find_name(struct bs_search *s, const char *const *words, size_t word_count,
			     const char **out, uint64_t *count, brad_error *err)
{
	const char *asked = join_words(&s->arena, words, word_count);
	struct nearest n = {.distance = largest_distance(asked)};
	if (word_count == 1)
		offer_words(s, asked, &n);
	else
		offer_rows(s, asked, word_count, &n);
	if (s->scratch.scan.form.failed) return bs_no_memory(err);
	for (size_t i = 0; i < n.count; i++) {
		struct bs_name name;
		struct bs_filter filter = {.speaker = &name};
		uint64_t sentences;
		brad_status status = bs_name_read(&s->arena, &s->scratch.scan, n.at[i], &name, err);
		if (status == BRAD_OK)
			status = bs_count_sentences(s, NULL, &filter, &sentences, NULL, err);
		if (status != BRAD_OK) return status;
		if (sentences < *count || sentences == 0) continue;
		if (sentences == *count && strcmp(n.at[i], *out) > 0) continue;
		*count = sentences;
		*out = n.at[i];
	}
	return BRAD_OK;
}

/* Tries all words of the name first, then only the last, which is the family name. */
brad_status bs_nearest_name(struct bs_search *s, const struct bs_name *name, const char **out,
			    uint64_t *count, brad_error *err)
{
	*out = NULL;
	*count = 0;
	brad_status status = find_name(s, name->words, name->count, out, count, err);
	if (status == BRAD_OK && !*out && name->count > 1)
		status = find_name(s, name->words + name->count - 1, 1, out, count, err);
	return status;
}

/* ---- Sources ------------------------------------------------------------- */

brad_status bs_nearest_source(struct bs_search *s, const struct bs_name *name, const char **out,
			      brad_error *err)
{
	const char *asked = join_words(&s->arena, name->words, name->count);
	struct nearest n = {.distance = largest_distance(asked)};
	uint32_t letters = letters_of(asked);
	for (size_t i = 0; i < s->index->segment_count; i++) {
		const struct bs_segment *in = &s->index->segments[i];
		uint32_t last = BS_NO_STRING;
		for (uint32_t a = 0; a < in->articles; a++) {
			uint32_t source = in->rows[a].source;
			if (source == last || source == BS_NO_STRING || bs_segment_is_dead(in, a))
				continue;
			last = source;
			const char *text = bs_segment_text(in, source);
			if (!may_be_near(letters, text, n.distance)) continue;
			size_t distance = name_distance(s, asked, name->count, text, n.distance);
			if (distance <= n.distance) offer(&n, text, distance);
		}
	}
	*out = n.count ? n.at[0] : NULL;
	for (size_t i = 1; i < n.count; i++)
		if (strcmp(n.at[i], *out) < 0) *out = n.at[i];
	return s->scratch.scan.form.failed ? bs_no_memory(err) : BRAD_OK;
}
