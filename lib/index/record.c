#include "index/record.h"

#include "analysis/article.h"
#include "base/date.h"
#include "base/error.h"

#include <string.h>

enum { RECORD_FORMAT = 3, REMEMBERED_SPEAKERS = 64 };

/* ---- Writing ------------------------------------------------------------ */

/* The speakers of an article, numbered as they come.  Of a great many only the
 * last are remembered, so that finding one takes no time to speak of. */
struct speakers {
	brad_speaker *list;
	size_t count;
};

static size_t speaker_number(struct bs_arena *arena, struct speakers *s, const brad_speaker *one)
{
	size_t oldest = s->count > REMEMBERED_SPEAKERS ? s->count - REMEMBERED_SPEAKERS : 0;
	for (size_t i = s->count; i-- > oldest;)
		if (s->list[i].name == one->name && s->list[i].role == one->role) return i;
	*BS_PUSH(arena, s->list, s->count) = *one;
	return s->count - 1;
}

static void write_document(const struct bs_article *a, struct bs_buffer *out)
{
	const brad_document *d = &a->document;
	bs_buffer_number(out, bs_date_pack(d->date));
	bs_buffer_text(out, a->title);
	bs_buffer_number(out, bs_date_pack(a->date));
	bs_buffer_number(out, a->date_from);
	bs_buffer_number(out, bs_date_pack(a->not_before));
	bs_buffer_number(out, bs_date_pack(a->not_after));
	bs_buffer_number(out, d->text_length);
}

/* What of the text is in no sentence but furniture. */
static void write_remainder(const struct bs_article *a, struct bs_buffer *out)
{
	const brad_document *d = &a->document;
	size_t at = 0;
	for (size_t i = 0; i < a->sentence_count; i++) {
		const brad_sentence *s = &a->sentences[i];
		if (s->role == BRAD_ROLE_FURNITURE) continue;
		bs_buffer_add(out, d->text + at, s->span.start - at);
		at = s->span.end;
	}
	bs_buffer_add(out, d->text + at, d->text_length - at);
}

static void write_speakers(struct bs_arena *arena, struct speakers *s, const brad_speaker *list,
			   size_t count, struct bs_buffer *numbers)
{
	bs_buffer_number(numbers, count);
	for (size_t i = 0; i < count; i++)
		bs_buffer_number(numbers, speaker_number(arena, s, &list[i]));
}

static void write_confidence(double confidence, brad_evidence evidence, struct bs_buffer *numbers)
{
	bs_buffer_number(numbers, (uint64_t)(confidence * 100 + 0.5));
	bs_buffer_number(numbers, evidence);
}

static void write_sentences(const struct bs_article *a, struct bs_arena *arena, struct speakers *s,
			    struct bs_buffer *out)
{
	size_t at = 0;
	bs_buffer_number(out, a->sentence_count);
	for (size_t i = 0; i < a->sentence_count; i++) {
		const brad_sentence *one = &a->sentences[i];
		bs_buffer_number(out, one->span.start - at);
		bs_buffer_number(out, one->span.end - one->span.start);
		bs_buffer_number(out, (uint64_t)one->role * 4 + one->said);
		write_speakers(arena, s, one->speakers, one->speaker_count, out);
		if (one->said != BRAD_SAID_NONE)
			write_confidence(one->confidence, one->evidence, out);
		at = one->span.end;
	}
}

static void write_timexes(const struct bs_article *a, struct bs_buffer *out)
{
	bs_buffer_number(out, a->timex_count);
	for (size_t i = 0; i < a->timex_count; i++) {
		const brad_timex *t = &a->timexes[i];
		bs_buffer_number(out, t->span.start);
		bs_buffer_number(out, t->span.end);
		bs_buffer_number(out, t->type);
		bs_buffer_text(out, t->value);
	}
}

static void write_span(brad_span span, struct bs_buffer *out)
{
	bs_buffer_number(out, span.start);
	bs_buffer_number(out, span.end);
}

static void write_quotes(const struct bs_article *a, struct bs_arena *arena, struct speakers *s,
			 struct bs_buffer *out)
{
	bs_buffer_number(out, a->quote_count);
	for (size_t i = 0; i < a->quote_count; i++) {
		const brad_quote *q = &a->quotes[i];
		write_span(q->span, out);
		bs_buffer_number(out, q->piece_count);
		for (size_t k = 0; k < q->piece_count; k++) write_span(q->pieces[k], out);
		bs_buffer_number(out, q->said);
		write_span(q->mention, out);
		write_span(q->cue, out);
		write_speakers(arena, s, q->speakers, q->speaker_count, out);
		write_confidence(q->confidence, q->evidence, out);
	}
}

void bs_record_write(const brad_article *article, struct bs_buffer *out)
{
	const struct bs_article *a = &article->a;
	struct bs_arena arena = {0};
	struct bs_buffer body = {0};
	struct speakers s = {0};
	jmp_buf way_out;
	if (setjmp(way_out) == 0) {
		arena.way_out = &way_out;
		write_sentences(a, &arena, &s, &body);
		write_timexes(a, &body);
		write_quotes(a, &arena, &s, &body);
		bs_buffer_number(out, RECORD_FORMAT);
		write_document(a, out);
		bs_buffer_number(out, s.count);
		for (size_t i = 0; i < s.count; i++) {
			bs_buffer_text(out, s.list[i].name);
			bs_buffer_text(out, s.list[i].role);
		}
		bs_buffer_add(out, body.bytes, body.length);
		write_remainder(a, out);
		if (body.failed) out->failed = true;
	} else {
		out->failed = true;
	}
	bs_buffer_free(&body);
	bs_arena_free(&arena);
}

/* ---- Reading ------------------------------------------------------------ */

static char *read_text(struct bs_arena *arena, struct bs_input *in)
{
	size_t length;
	const char *text = bs_input_text(in, &length);
	return text ? bs_arena_copy(arena, text, length) : NULL;
}

/* A number of things that take at least a byte each. */
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

static brad_span read_span(struct bs_input *in, size_t end)
{
	brad_span span = {(size_t)read_below(in, (uint64_t)end + 1), 0};
	span.end = (size_t)read_below(in, (uint64_t)end + 1);
	if (span.end < span.start) in->bad = true, span.end = span.start;
	return span;
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

/* Takes the next bytes of the text, from one of the two that have them. */
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

/* Joins the prose and the remainder, which is all that is still to be read. */
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
	*count = read_count(in);
	if (*count == 0) return NULL;
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
		one->span.start = at + (size_t)read_below(in, (uint64_t)(end - at) + 1);
		one->span.end = one->span.start +
				(size_t)read_below(in, (uint64_t)(end - one->span.start) + 1);
		uint64_t kind = read_below(in, (BRAD_ROLE_FURNITURE + 1) * 4);
		one->role = (brad_role)(kind / 4);
		one->said = (brad_said)(kind % 4);
		one->speakers = read_speakers(&a->arena, in, s, &one->speaker_count);
		if (one->said != BRAD_SAID_NONE)
			one->confidence = read_confidence(in, &one->evidence);
		at = one->span.end;
	}
}

static void read_timexes(struct bs_article *a, struct bs_input *in)
{
	a->timex_count = read_count(in);
	a->timexes = bs_arena_alloc(&a->arena, a->timex_count * sizeof *a->timexes);
	for (size_t i = 0; i < a->timex_count; i++) {
		brad_timex *t = &a->timexes[i];
		t->span = read_span(in, a->document.text_length);
		t->type = (brad_timex_type)read_below(in, BRAD_TIMEX_SET + 1);
		t->value = read_text(&a->arena, in);
		if (!t->value) t->value = "";
	}
}

static void read_quotes(struct bs_article *a, struct bs_input *in, const struct speakers *s)
{
	size_t end = a->document.text_length;
	a->quote_count = read_count(in);
	a->quotes = bs_arena_alloc(&a->arena, a->quote_count * sizeof *a->quotes);
	for (size_t i = 0; i < a->quote_count; i++) {
		brad_quote *q = &a->quotes[i];
		q->span = read_span(in, end);
		q->piece_count = read_count(in);
		brad_span *pieces = bs_arena_alloc(&a->arena, q->piece_count * sizeof *pieces);
		for (size_t k = 0; k < q->piece_count; k++) pieces[k] = read_span(in, end);
		q->pieces = pieces;
		q->said = (brad_said)read_below(in, BRAD_SAID_INDIRECT + 1);
		q->mention = read_span(in, end);
		q->cue = read_span(in, end);
		q->speakers = read_speakers(&a->arena, in, s, &q->speaker_count);
		q->confidence = read_confidence(in, &q->evidence);
	}
}

static void read_article(struct bs_article *a, struct bs_input *in,
			 const struct bs_record_rest *rest)
{
	if (bs_input_number(in) != RECORD_FORMAT) in->bad = true;
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
