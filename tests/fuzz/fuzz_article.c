/* Whatever the text, its analysis keeps the promises of bradsearch.h. */
#include "base/utf8.h"
#include "common.h"
#include "index/record.h"

#include <bradsearch.h>
#include <stdint.h>
#include <string.h>

static const char *text;
static size_t size;

static bool is_border(size_t at)
{
	return at == size || (at < size && ((unsigned char)text[at] & 0xC0) != 0x80);
}

static void check_span(brad_span s)
{
	MUST(s.start <= s.end && s.end <= size && is_border(s.start) && is_border(s.end));
}

static void check_blank(size_t from, size_t to)
{
	for (size_t n; from < to; from += n) MUST(bs_is_space(bs_utf8_at(text, from, to, &n)));
}

static void check_speakers(const brad_speaker *speakers, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		MUST(speakers[i].name && *speakers[i].name);
		MUST(bs_utf8_check(speakers[i].name, strlen(speakers[i].name)) ==
		     strlen(speakers[i].name));
		MUST(!speakers[i].role || *speakers[i].role);
	}
}

/* A sentence has the speakers of a quotation that lies in it. */
static void check_said(const brad_article *article, const brad_sentence *s)
{
	const brad_quote *q;
	size_t n = brad_article_quotes(article, &q), i = 0;
	while (i < n && (q[i].span.end <= s->span.start || q[i].span.start >= s->span.end ||
			 q[i].speaker_count != s->speaker_count ||
			 strcmp(q[i].speakers[0].name, s->speakers[0].name) != 0))
		i++;
	MUST(i < n);
}

static void check_sentences(const brad_article *article)
{
	const brad_sentence *s;
	size_t end = 0, n = brad_article_sentences(article, &s);
	for (size_t i = 0; i < n; i++) {
		check_span(s[i].span);
		MUST(s[i].span.start >= end && s[i].span.start < s[i].span.end);
		check_blank(end, s[i].span.start);
		end = s[i].span.end;
		check_speakers(s[i].speakers, s[i].speaker_count);
		MUST(s[i].said || !s[i].speaker_count);
		if (s[i].speaker_count) check_said(article, &s[i]);
		MUST(s[i].confidence >= 0 && s[i].confidence <= 1);
		for (size_t k = 0; k < s[i].date_count; k++) {
			check_span(s[i].dates[k].span);
			MUST(s[i].dates[k].span.start >= s[i].span.start);
			MUST(s[i].dates[k].span.end > s[i].dates[k].span.start);
			MUST(s[i].dates[k].value && *s[i].dates[k].value);
		}
	}
	check_blank(end, size);
}

static void check_quotes(const brad_article *article)
{
	const brad_quote *q;
	size_t start = 0, n = brad_article_quotes(article, &q);
	for (size_t i = 0; i < n; i++) {
		check_span(q[i].span);
		check_span(q[i].mention);
		check_span(q[i].cue);
		MUST(q[i].said && q[i].piece_count > 0 && q[i].span.start >= start);
		MUST(q[i].pieces[0].start == q[i].span.start);
		MUST(q[i].pieces[q[i].piece_count - 1].end == q[i].span.end);
		for (size_t k = 0; k < q[i].piece_count; k++) {
			check_span(q[i].pieces[k]);
			MUST(q[i].pieces[k].start < q[i].pieces[k].end);
			MUST(k == 0 || q[i].pieces[k].start >= q[i].pieces[k - 1].end);
		}
		MUST(q[i].confidence >= 0 && q[i].confidence <= 1);
		check_speakers(q[i].speakers, q[i].speaker_count);
		start = q[i].span.start;
	}
}

/* The same bytes again, from the record too. */
static void check_record(const brad_document *document, const brad_article *article)
{
	struct bs_buffer one = {0}, other = {0}, again = {0}, prose = {0};
	const brad_sentence *s;
	size_t n = brad_article_sentences(article, &s);
	for (size_t i = 0; i < n; i++)
		if (s[i].role != BRAD_ROLE_FURNITURE)
			bs_buffer_add(&prose, document->text + s[i].span.start,
				      s[i].span.end - s[i].span.start);
	struct bs_record_rest rest = {.id = document->id,
				      .title = document->title,
				      .prose = prose.bytes,
				      .prose_length = prose.length};
	brad_article *second, *read;
	bs_record_write(article, &one);
	MUST(brad_article_parse(document, &second, NULL) == BRAD_OK);
	bs_record_write(second, &other);
	MUST(one.length == other.length && memcmp(one.bytes, other.bytes, one.length) == 0);
	MUST(bs_record_read(one.bytes, one.length, &rest, &read, NULL) == BRAD_OK);
	bs_record_write(read, &again);
	MUST(one.length == again.length && memcmp(one.bytes, again.bytes, one.length) == 0);
	brad_article_free(second);
	brad_article_free(read);
	bs_buffer_free(&one);
	bs_buffer_free(&other);
	bs_buffer_free(&again);
	bs_buffer_free(&prose);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	brad_document document = BRAD_DOCUMENT_INIT;
	brad_article *article;
	brad_error error;
	document.text = text = (const char *)bytes;
	document.text_length = size = length;
	brad_status status = brad_article_parse(&document, &article, &error);
	if (bs_utf8_check(text, size) < size || (size && memchr(text, 0, size))) {
		MUST(status == BRAD_EINVAL && !article && *error.message);
		return 0;
	}
	MUST(status == BRAD_OK);
	check_sentences(article);
	check_quotes(article);
	check_record(&document, article);
	brad_article_free(article);
	return 0;
}
