/* Reads an article from its record.  Whatever the bytes are, nothing beyond their end is read. */
#include "index/record.h"

#include "analysis/article.h"
#include "base/date.h"
#include "base/error.h"

#include <string.h>

/* The speakers of an article, numbered. */
struct speakers {
	brad_speaker *list;
	size_t count;
};

static char *read_text(struct bs_arena *arena, struct bs_input *in)
{
	size_t length;
	const char *text = bs_input_text(in, &length);
	return text ? bs_arena_copy(arena, text, length) : NULL;
}

/* Reads how many things follow, each of which takes at least a byte. */
static size_t read_count(struct bs_input *in)
{
	uint64_t n = bs_input_number(in);
	if (n <= (uint64_t)(in->end - in->at)) return (size_t)n;
	in->bad = true;
	return 0;
}

static uint64_t read_below(struct bs_input *in, uint64_t limit)
{
	uint64_t n = bs_input_number(in);
	if (n < limit) return n;
	in->bad = true;
	return 0;
}

/* Reads a place by its distance from another; it must not be beyond the end. */
static size_t read_step(struct bs_input *in, size_t from, size_t end)
{
	uint64_t n = bs_input_number(in), far = n / 2 + n % 2;
	if (n % 2 ? far <= from : far <= end - from)
		return n % 2 ? from - (size_t)far : from + (size_t)far;
	in->bad = true;
	return from;
}

/* Reads the length of a span that begins at a place. */
static brad_span read_length(struct bs_input *in, size_t start, size_t end)
{
	size_t length = (size_t)read_below(in, (uint64_t)(end - start) + 1);
	return (brad_span){start, start + length};
}

static void read_document(struct bs_article *a, struct bs_input *in,
			  const struct bs_record_rest *rest)
{
	brad_document *d = &a->document;
	*d = (brad_document)BRAD_DOCUMENT_INIT;
	d->id = bs_arena_string(&a->arena, rest->id);
	d->title = bs_arena_string(&a->arena, rest->title);
	d->source = bs_arena_string(&a->arena, rest->source);
	d->url = bs_arena_string(&a->arena, rest->url);
	d->path = bs_arena_string(&a->arena, rest->path);
	d->line = rest->line;
	d->date = bs_date_unpack((uint32_t)bs_input_number(in));
	a->title = read_text(&a->arena, in);
	a->date = bs_date_unpack((uint32_t)bs_input_number(in));
	a->date_from = (brad_date_from)read_below(in, BRAD_DATE_INFERRED + 1);
	a->not_before = bs_date_unpack((uint32_t)bs_input_number(in));
	a->not_after = bs_date_unpack((uint32_t)bs_input_number(in));
	d->text_length =
		(size_t)read_below(in, (uint64_t)(in->end - in->at) + rest->prose_length + 1);
}

/* Appends the next bytes of the text, which come from the prose or from the remainder. */
static void take_bytes(char *text, size_t *at, size_t n, const char **from, size_t *left, bool *bad)
{
	if (*bad || n > *left) {
		*bad = true;
		return;
	}
	memcpy(text + *at, *from, n);
	*at += n;
	*from += n;
	*left -= n;
}

/* Joins the prose and the remainder; the remainder is the rest of the record. */
static void read_article_text(struct bs_article *a, struct bs_input *in,
			      const struct bs_record_rest *rest)
{
	char *text = bs_arena_alloc(&a->arena, a->document.text_length + 1);
	const char *prose = rest->prose ? rest->prose : "", *remainder = (const char *)in->at;
	size_t at = 0, prose_left = rest->prose_length, left = (size_t)(in->end - in->at);
	for (size_t i = 0; i < a->sentence_count && !in->bad; i++) {
		brad_span span = a->sentences[i].span;
		if (a->sentences[i].role == BRAD_ROLE_FURNITURE) continue;
		take_bytes(text, &at, span.start - at, &remainder, &left, &in->bad);
		take_bytes(text, &at, span.end - span.start, &prose, &prose_left, &in->bad);
	}
	if (!in->bad)
		take_bytes(text, &at, a->document.text_length - at, &remainder, &left, &in->bad);
	if (left > 0 || prose_left > 0) in->bad = true;
	in->at = in->end;
	a->document.text = text;
}

static const brad_speaker *read_speakers(struct bs_arena *arena, struct bs_input *in,
					 const struct speakers *s, size_t *count)
{
	uint64_t n = bs_input_number(in);
	*count = 0;
	if (n == 0) return NULL;
	if (n % 2) {
		*count = n / 2 < s->count;
		in->bad = in->bad || *count == 0;
		return *count ? &s->list[n / 2] : NULL;
	}
	if (n / 2 > (uint64_t)(in->end - in->at)) {
		in->bad = true;
		return NULL;
	}
	*count = (size_t)(n / 2);
	brad_speaker *list = bs_arena_alloc(arena, *count * sizeof *list);
	for (size_t i = 0; i < *count; i++) {
		size_t k = (size_t)read_below(in, s->count);
		if (k < s->count) list[i] = s->list[k];
	}
	return list;
}

static double read_confidence(struct bs_input *in, brad_evidence *evidence)
{
	double confidence = (double)read_below(in, 101) / 100;
	*evidence = (brad_evidence)read_below(in, BRAD_EVIDENCE_CARRIED + 1);
	return confidence;
}

static void read_sentences(struct bs_article *a, struct bs_input *in, const struct speakers *s)
{
	size_t at = 0, end = a->document.text_length;
	a->sentence_count = read_count(in);
	a->sentences = bs_arena_alloc(&a->arena, a->sentence_count * sizeof *a->sentences);
	for (size_t i = 0; i < a->sentence_count; i++) {
		brad_sentence *one = &a->sentences[i];
		uint64_t step = bs_input_number(in), gap = step / 2 % 4, length = step / 8;
		if (gap == 3) gap = bs_input_number(in);
		if (gap > end - at || length > end - at - gap) {
			in->bad = true;
			return;
		}
		one->span = (brad_span){at + (size_t)gap, at + (size_t)(gap + length)};
		at = one->span.end;
		one->role = BRAD_ROLE_BODY;
		if (step % 2 == 0) continue;
		uint64_t kind = read_below(in, (BRAD_ROLE_FURNITURE + 1) * 4);
		one->role = (brad_role)(kind / 4);
		one->said = (brad_said)(kind % 4);
		one->speakers = read_speakers(&a->arena, in, s, &one->speaker_count);
		if (one->said != BRAD_SAID_NONE)
			one->confidence = read_confidence(in, &one->evidence);
	}
}

/* Reads a value: the one `back` places before the next, or a new one written in full. */
static const char *read_value(struct bs_arena *arena, struct bs_input *in, const char **values,
			      size_t *count)
{
	uint64_t back = bs_input_number(in);
	if (back > *count || (back == 0 && in->bad)) {
		in->bad = true;
		return "";
	}
	if (back > 0) return values[*count - back];
	const char *value = read_text(arena, in);
	return values[(*count)++] = value ? value : "";
}

static void read_timexes(struct bs_article *a, struct bs_input *in)
{
	size_t at = 0, value_count = 0, end = a->document.text_length;
	a->timex_count = read_count(in);
	a->timexes = bs_arena_alloc(&a->arena, a->timex_count * sizeof *a->timexes);
	const char **values = bs_arena_alloc(&a->arena, a->timex_count * sizeof *values);
	for (size_t i = 0; i < a->timex_count; i++) {
		brad_timex *t = &a->timexes[i];
		at = read_step(in, at, end);
		uint64_t kind = bs_input_number(in);
		if (kind / 4 > end - at) in->bad = true, kind = 0;
		t->span = (brad_span){at, at + (size_t)(kind / 4)};
		t->type = (brad_timex_type)(kind % 4);
		t->value = read_value(&a->arena, in, values, &value_count);
	}
}

static brad_span read_near(struct bs_input *in, size_t place, size_t end)
{
	uint64_t length = bs_input_number(in);
	if (length == 0) return (brad_span){0, 0};
	size_t start = read_step(in, place, end);
	if (length > end - start) in->bad = true, length = 0;
	return (brad_span){start, start + (size_t)length};
}

static void read_pieces(struct bs_arena *arena, struct bs_input *in, brad_quote *q, size_t end)
{
	size_t at = q->span.start;
	brad_span *pieces = bs_arena_alloc(arena, q->piece_count * sizeof *pieces);
	for (size_t k = 0; k < q->piece_count; k++) {
		if (k > 0) at += (size_t)read_below(in, (uint64_t)(end - at) + 1);
		pieces[k] = read_length(in, at, end);
		at = pieces[k].end;
	}
	q->pieces = pieces;
	q->span.end = at;
}

static void read_quotes(struct bs_article *a, struct bs_input *in, const struct speakers *s)
{
	size_t start = 0, end = a->document.text_length;
	a->quote_count = read_count(in);
	a->quotes = bs_arena_alloc(&a->arena, a->quote_count * sizeof *a->quotes);
	for (size_t i = 0; i < a->quote_count; i++) {
		brad_quote *q = &a->quotes[i];
		uint64_t kind = bs_input_number(in);
		if (kind / 4 > (uint64_t)(in->end - in->at)) {
			in->bad = true;
			return;
		}
		q->said = (brad_said)(kind % 4);
		q->piece_count = (size_t)(kind / 4);
		q->span.start = start = read_step(in, start, end);
		read_pieces(&a->arena, in, q, end);
		q->mention = read_near(in, q->span.end, end);
		q->cue = read_near(in, q->span.end, end);
		q->speakers = read_speakers(&a->arena, in, s, &q->speaker_count);
		q->confidence = read_confidence(in, &q->evidence);
	}
}

static void read_article(struct bs_article *a, struct bs_input *in,
			 const struct bs_record_rest *rest)
{
	if (bs_input_number(in) != BS_RECORD_FORMAT) in->bad = true;
	read_document(a, in, rest);
	struct speakers s = {0};
	s.count = read_count(in);
	s.list = bs_arena_alloc(&a->arena, s.count * sizeof *s.list);
	for (size_t i = 0; i < s.count; i++) {
		s.list[i].name = read_text(&a->arena, in);
		s.list[i].role = read_text(&a->arena, in);
		if (!s.list[i].name) in->bad = true, s.list[i].name = "";
	}
	read_sentences(a, in, &s);
	read_timexes(a, in);
	read_quotes(a, in, &s);
	read_article_text(a, in, rest);
	bs_share_out_timexes(a);
}

brad_status bs_record_read(const void *bytes, size_t length, const struct bs_record_rest *rest,
			   brad_article **out, brad_error *err)
{
	struct bs_input in = {bytes, (const unsigned char *)bytes + length, false};
	struct brad_article *article = bs_article_new();
	*out = NULL;
	if (!article) return bs_no_memory(err);
	jmp_buf way_out;
	if (setjmp(way_out) != 0) {
		brad_article_free(article);
		return bs_no_memory(err);
	}
	article->a.arena.way_out = &way_out;
	read_article(&article->a, &in, rest);
	article->a.arena.way_out = NULL;
	if (in.bad || in.at != in.end) {
		brad_article_free(article);
		return bs_fail(err, BRAD_ECORRUPT,
			       "an article's record is damaged; run 'bradsearch check'");
	}
	*out = article;
	return BRAD_OK;
}
