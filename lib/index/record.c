#include "index/record.h"

#include "analysis/article.h"
#include "base/date.h"

#include <string.h>

enum { REMEMBERED_SPEAKERS = 64, REMEMBERED_VALUES = 32 };

/* The speakers of an article, numbered as they come.  If there are very many, only the last are
 * remembered, so that finding one stays cheap. */
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

/* The distance from one place to another, forwards or backwards. */
static void write_step(size_t from, size_t to, struct bs_buffer *out)
{
	bs_buffer_number(out,
			 to >= from ? (uint64_t)(to - from) * 2 : (uint64_t)(from - to) * 2 - 1);
}

/* Writes what of the text is in no sentence, or in furniture. */
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

/* Mostly there is one speaker, and he is one of a few. */
static void write_speakers(struct bs_arena *arena, struct speakers *s, const brad_speaker *list,
			   size_t count, struct bs_buffer *numbers)
{
	if (count == 1) {
		bs_buffer_number(numbers, (uint64_t)speaker_number(arena, s, list) * 2 + 1);
		return;
	}
	bs_buffer_number(numbers, (uint64_t)count * 2);
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
		uint64_t gap = one->span.start - at, length = one->span.end - one->span.start;
		bool is_plain = one->role == BRAD_ROLE_BODY && one->said == BRAD_SAID_NONE &&
				one->speaker_count == 0;
		bs_buffer_number(out, (length * 4 + (gap < 3 ? gap : 3)) * 2 + !is_plain);
		if (gap >= 3) bs_buffer_number(out, gap);
		at = one->span.end;
		if (is_plain) continue;
		bs_buffer_number(out, (uint64_t)one->role * 4 + one->said);
		write_speakers(arena, s, one->speakers, one->speaker_count, out);
		if (one->said != BRAD_SAID_NONE)
			write_confidence(one->confidence, one->evidence, out);
	}
}

/* The values that came last; the number of the newest is 1. */
struct values {
	const char *list[REMEMBERED_VALUES];
	size_t count;
};

static void write_value(struct values *v, const char *value, struct bs_buffer *out)
{
	size_t most = v->count < REMEMBERED_VALUES ? v->count : REMEMBERED_VALUES;
	for (size_t i = 1; i <= most; i++)
		if (strcmp(v->list[(v->count - i) % REMEMBERED_VALUES], value) == 0) {
			bs_buffer_number(out, i);
			return;
		}
	bs_buffer_number(out, 0);
	bs_buffer_text(out, value);
	v->list[v->count++ % REMEMBERED_VALUES] = value;
}

static void write_timexes(const struct bs_article *a, struct bs_buffer *out)
{
	struct values values = {.count = 0};
	size_t at = 0;
	bs_buffer_number(out, a->timex_count);
	for (size_t i = 0; i < a->timex_count; i++) {
		const brad_timex *t = &a->timexes[i];
		write_step(at, t->span.start, out);
		bs_buffer_number(out, (uint64_t)(t->span.end - t->span.start) * 4 + t->type);
		write_value(&values, t->value, out);
		at = t->span.start;
	}
}

/* A span near a place; one that is empty stands nowhere. */
static void write_near(size_t place, brad_span span, struct bs_buffer *out)
{
	bs_buffer_number(out, span.end - span.start);
	if (span.end > span.start) write_step(place, span.start, out);
}

static void write_quotes(const struct bs_article *a, struct bs_arena *arena, struct speakers *s,
			 struct bs_buffer *out)
{
	size_t start = 0;
	bs_buffer_number(out, a->quote_count);
	for (size_t i = 0; i < a->quote_count; i++) {
		const brad_quote *q = &a->quotes[i];
		size_t at = q->span.start;
		bs_buffer_number(out, (uint64_t)q->piece_count * 4 + q->said);
		write_step(start, at, out);
		for (size_t k = 0; k < q->piece_count; k++) {
			if (k > 0) bs_buffer_number(out, q->pieces[k].start - at);
			bs_buffer_number(out, q->pieces[k].end - q->pieces[k].start);
			at = q->pieces[k].end;
		}
		write_near(at, q->mention, out);
		write_near(at, q->cue, out);
		write_speakers(arena, s, q->speakers, q->speaker_count, out);
		write_confidence(q->confidence, q->evidence, out);
		start = q->span.start;
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
		bs_buffer_number(out, BS_RECORD_FORMAT);
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
