#include "search/stream.h"

#include "base/utf8.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

static const float common_weight = 0.3F;

/* ---- Words -------------------------------------------------------------- */

/* 1,365 and 1365 are one number. */
static uint64_t key_of(const struct bs_text_word *word)
{
	char digits[64];
	size_t n = 0;
	if (!bs_is_digit((unsigned char)word->form[0]) || word->length > sizeof digits)
		return XXH3_64bits(word->form, word->length);
	for (size_t i = 0; i < word->length; i++)
		if (word->form[i] != ',') digits[n++] = word->form[i];
	return XXH3_64bits(digits, n);
}

static void read_words(struct bs_arena *arena, struct bs_words_scan *scan, const char *text,
		       brad_span span, const struct bs_stream_word *like, struct bs_stream *out)
{
	struct bs_text_word word;
	bs_buffer_clear(&scan->form);
	*scan = (struct bs_words_scan){text, span.start, span.end, false, scan->form};
	for (bool first = true; bs_words_next(scan, &word); first = false) {
		struct bs_stream_word *w = BS_PUSH(arena, out->words, out->count);
		*w = *like;
		w->key = key_of(&word);
		w->span = word.span;
		w->weight = bs_is_stop_word(word.form, word.length) ? common_weight : 1;
		w->first = first;
	}
}

/* Do dots stand between two places: "…", "...", ". . ."? */
static bool has_ellipsis(const char *text, brad_span between)
{
	unsigned dots = 0;
	for (size_t at = between.start, n; at < between.end; at += n) {
		uint32_t c = bs_utf8_at(text, at, between.end, &n);
		if (c == 0x2026) return true;
		if (c == '.')
			dots++;
		else if (!bs_is_space(c))
			dots = 0;
		if (dots == 3) return true;
	}
	return false;
}

static bool ends_sentence(const char *text, brad_span between)
{
	for (size_t at = between.start; at < between.end; at++)
		if (strchr(".!?:", text[at])) return true;
	return false;
}

struct bs_stream bs_stream_of_text(struct bs_arena *arena, struct bs_words_scan *scan,
				   const char *text, size_t length)
{
	struct bs_stream stream = {0};
	struct bs_stream_word like = {0};
	read_words(arena, scan, text, (brad_span){0, length}, &like, &stream);
	for (size_t i = 1; i < stream.count; i++) {
		brad_span between = {stream.words[i - 1].span.end, stream.words[i].span.start};
		stream.words[i - 1].cut = has_ellipsis(text, between);
		stream.words[i].first = ends_sentence(text, between);
	}
	return stream;
}

struct bs_stream bs_stream_of_unit(struct bs_arena *arena, const struct bs_segment *segment,
				   const struct bs_unit *unit, const char **text)
{
	struct bs_unit_word *words;
	struct bs_stream stream = {0};
	*text = bs_unit_spell(arena, segment, unit, &words, &stream.count);
	if (!*text) return (struct bs_stream){0};
	stream.words = bs_arena_alloc(arena, (stream.count + 1) * sizeof *stream.words);
	for (size_t i = 0; i < stream.count; i++) {
		const char *form = bs_string(&segment->forms, words[i].form);
		struct bs_text_word word = {.form = form, .length = strlen(form)};
		brad_span between = {i ? words[i - 1].span.end : 0, words[i].span.start};
		stream.words[i].key = key_of(&word);
		stream.words[i].span = words[i].span;
		stream.words[i].first = i == 0 || ends_sentence(*text, between);
	}
	return stream;
}

/* ---- What was spoken ---------------------------------------------------- */

enum mark { NO_MARK, OPENS, CLOSES };

/* Is the character at `at` a quotation mark, with the text open before it or not? */
static enum mark mark_at(const char *text, size_t start, size_t at, size_t end, uint32_t open)
{
	size_t n, m;
	uint32_t c = bs_utf8_at(text, at, end, &n);
	uint32_t after = at + n < end ? bs_utf8_at(text, at + n, end, &m) : ' ';
	uint32_t before = at > start ? bs_utf8_at(text, bs_utf8_before(text, at), at, &m) : ' ';
	if (c == 0x201C || c == 0x201E) return OPENS;
	if (c == 0x201D) return CLOSES;
	if (c == '"') return open == '"' ? CLOSES : OPENS;
	if (open && open != '\'' && open != 0x2018) return NO_MARK; /* within double marks */
	if (c == 0x2018) return OPENS;
	if (c == '\'' && !open && !bs_is_letter(before) && bs_is_letter(after)) return OPENS;
	if ((c == '\'' && open == '\'') || (c == 0x2019 && open == 0x2018))
		return bs_is_letter(after) ? NO_MARK : CLOSES;
	return NO_MARK;
}

/* Notes for each byte of a line whether it is in quotation marks. */
static void mark_line(const char *text, brad_span line, unsigned char *marked)
{
	uint32_t open = 0;
	for (size_t at = line.start, n; at < line.end; at += n) {
		enum mark mark = mark_at(text, line.start, at, line.end, open);
		uint32_t c = bs_utf8_at(text, at, line.end, &n);
		if (mark == OPENS) open = c;
		if (mark == CLOSES) open = 0;
		if (mark == NO_MARK && open) memset(marked + at, 1, n);
	}
}

static void mark_lines(const brad_document *document, unsigned char *marked)
{
	const char *text = document->text;
	for (size_t at = 0; at < document->text_length;) {
		const char *end = memchr(text + at, '\n', document->text_length - at);
		brad_span line = {at, end ? (size_t)(end - text) : document->text_length};
		mark_line(text, line, marked);
		at = line.end + 1;
	}
}

/* Numbers the quotation of each word.  Speech without a narrator is in marks even if a
 * paragraph lacks some of them. */
static void find_quotes(struct bs_arena *arena, const brad_article *article,
			const struct bs_stream *all, unsigned char *marked)
{
	const brad_document *document = brad_article_document(article);
	const brad_quote *quotes;
	size_t count = brad_article_quotes(article, &quotes);
	uint32_t *quote_at = bs_arena_alloc(arena, (document->text_length + 1) * sizeof *quote_at);
	for (size_t q = 0; q < count; q++)
		for (size_t i = 0; i < quotes[q].piece_count; i++) {
			brad_span piece = quotes[q].pieces[i];
			for (size_t at = piece.start; at < piece.end; at++)
				quote_at[at] = (uint32_t)q + 1;
			if (quotes[q].said == BRAD_SAID_DIRECT)
				memset(marked + piece.start, 1, piece.end - piece.start);
		}
	for (size_t i = 0; i < all->count; i++) {
		struct bs_stream_word *word = &all->words[i];
		if (word->place > 0) word->quote = quote_at[word->span.start];
	}
}

/* The quotation of the nearest word before (step -1) or behind (1) that has one:
 * in the same sentence, or with nothing but words in marks between. */
static uint32_t quote_beside(const struct bs_stream *all, const unsigned char *marked, size_t at,
			     int step)
{
	uint32_t place = all->words[at].place;
	bool within = true; /* the marks */
	for (size_t i = at + (size_t)step; i < all->count; i += (size_t)step) {
		const struct bs_stream_word *word = &all->words[i];
		if (word->place == 0) return 0;
		within = within && marked[word->span.start];
		if (!within && word->place != place) return 0;
		if (word->quote && marked[word->span.start]) return word->quote;
	}
	return 0;
}

/* Words in quotation marks that are not part of a quotation belong to the quotation before
 * them, or else to the one after.  If there is neither, the marks do not mean speech. */
static void adopt_words(struct bs_stream *all, const unsigned char *marked)
{
	for (size_t i = 0; i < all->count; i++) {
		struct bs_stream_word *word = &all->words[i];
		word->order = (uint32_t)i;
		if (word->quote || word->place == 0 || !marked[word->span.start]) continue;
		word->quote = quote_beside(all, marked, i, -1);
		if (!word->quote) word->quote = quote_beside(all, marked, i, 1);
	}
}

static bool same_speaker(const brad_quote *a, const brad_quote *b)
{
	return a->speaker_count > 0 && b->speaker_count > 0 &&
	       strcmp(a->speakers[0].name, b->speakers[0].name) == 0;
}

/* Those in marks.  A run goes on from a quotation to the next if one speaker
 * says both, or if nothing stands between them and nobody can be named. */
static void take_spoken(struct bs_arena *arena, const brad_article *article,
			const struct bs_stream *all, const unsigned char *marked,
			struct bs_stream *spoken)
{
	const brad_quote *quotes;
	uint32_t run = 0;
	brad_article_quotes(article, &quotes);
	for (size_t i = 0; i < all->count; i++) {
		const struct bs_stream_word *word = &all->words[i];
		if (word->quote == 0 || !marked[word->span.start]) continue;
		const struct bs_stream_word *before =
			spoken->count ? &spoken->words[spoken->count - 1] : NULL;
		if (before && before->quote != word->quote) {
			const brad_quote *a = &quotes[before->quote - 1];
			const brad_quote *b = &quotes[word->quote - 1];
			bool unnamed = a->speaker_count == 0 || b->speaker_count == 0;
			run += !same_speaker(a, b) && !(unnamed && before->order + 1 == i);
		}
		struct bs_stream_word *w = BS_PUSH(arena, spoken->words, spoken->count);
		*w = *word;
		w->run = run;
	}
}

void bs_streams_of_article(struct bs_arena *arena, struct bs_words_scan *scan,
			   const brad_article *article, struct bs_stream *all,
			   struct bs_stream *spoken)
{
	const brad_document *document = brad_article_document(article);
	const brad_sentence *sentences;
	size_t count = brad_article_sentences(article, &sentences);
	*all = *spoken = (struct bs_stream){0};
	if (document->title) {
		struct bs_stream_word like = {.place = 0};
		brad_span span = {0, strlen(document->title)};
		read_words(arena, scan, document->title, span, &like, all);
	}
	for (size_t i = 0; i < count; i++) {
		struct bs_stream_word like = {.place = (uint32_t)i + 1, .run = 1};
		if (sentences[i].role != BRAD_ROLE_FURNITURE)
			read_words(arena, scan, document->text, sentences[i].span, &like, all);
	}
	unsigned char *marked = bs_arena_alloc(arena, document->text_length + 1);
	mark_lines(document, marked);
	find_quotes(arena, article, all, marked);
	adopt_words(all, marked);
	take_spoken(arena, article, all, marked, spoken);
}

const char *bs_stream_text(const brad_article *article, const struct bs_stream_word *word)
{
	const brad_document *document = brad_article_document(article);
	return word->place == 0 ? document->title : document->text;
}
