#include "analysis/article.h"

#include "base/date.h"
#include "base/error.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

struct brad_article *bs_article_new(void)
{
	return calloc(1, sizeof(struct brad_article));
}

void brad_article_free(brad_article *article)
{
	if (!article) return;
	bs_arena_free(&article->a.arena);
	bs_arena_free(&article->a.scratch);
	free(article);
}

static void copy_document(struct bs_article *a, const brad_document *from)
{
	brad_document *to = &a->document;
	*to = (brad_document)BRAD_DOCUMENT_INIT;
	to->id = bs_arena_string(&a->arena, from->id);
	to->title = bs_arena_string(&a->arena, from->title);
	to->source = bs_arena_string(&a->arena, from->source);
	to->url = bs_arena_string(&a->arena, from->url);
	to->path = bs_arena_string(&a->arena, from->path);
	to->line = from->line;
	to->date = from->date;
	to->text = bs_arena_copy(&a->arena, from->text, from->text_length);
	to->text_length = from->text_length;
}

/* Each sentence gets the stretch of timexes that begin in it. */
void bs_share_out_timexes(struct bs_article *a)
{
	size_t t = 0;
	for (size_t i = 0; i < a->sentence_count; i++) {
		brad_sentence *s = &a->sentences[i];
		while (t < a->timex_count && a->timexes[t].span.start < s->span.start) t++;
		s->dates = a->timexes + t;
		while (t < a->timex_count && a->timexes[t].span.start < s->span.end)
			t++, s->date_count++;
	}
}

struct letters {
	size_t all, inside;
};

/* How many bytes of words and numbers has a sentence, and how many of these begin in a span?  Whether
 * a token does, and is no mark, cannot be foreseen, so it is no branch. */
static struct letters count_letters(const struct bs_article *a, const struct bs_sentence_tokens *st,
				    brad_span span)
{
	const uint32_t start = (uint32_t)span.start, length = (uint32_t)(span.end - span.start);
	const struct bs_token *last = a->tokens.at + st->last;
	struct letters n = {0, 0};
	for (const struct bs_token *t = a->tokens.at + st->first; t < last; t++) {
		uint32_t letters = (t->kind != BS_MARK) * (t->end - t->start);
		n.all += letters;
		n.inside += (t->start - start < length) * letters;
	}
	return n;
}

/* How many of the letters of a sentence do the pieces of a quotation cover?  None of none, if no
 * piece is in it. */
static struct letters count_covered(const struct bs_article *a, size_t sentence,
				    const brad_quote *q)
{
	brad_span span = a->sentences[sentence].span;
	struct letters sum = {0, 0};
	for (size_t k = 0; k < q->piece_count; k++) {
		brad_span piece = q->pieces[k];
		if (piece.start >= span.end || piece.end <= span.start) continue;
		struct letters n = count_letters(a, &a->sentence_tokens[sentence], piece);
		sum.all = n.all;
		sum.inside += n.inside;
	}
	return sum;
}

/* Does a quotation cover a whole sentence, and words in it? */
static bool covers(const struct bs_article *a, size_t sentence, const brad_quote *q)
{
	const struct bs_sentence_tokens *st = &a->sentence_tokens[sentence];
	brad_span span = a->sentences[sentence].span;
	size_t k = 0;
	while (k + 1 < q->piece_count && q->pieces[k].end < span.end) k++;
	if (q->pieces[k].start > span.start || q->pieces[k].end < span.end) return false;
	uint32_t i = st->first;
	while (i < st->last && a->tokens.at[i].kind == BS_MARK) i++;
	return i < st->last;
}

/* The contract: the quotation that covers most of the letters, if 30 % of them; NULL for none.  The
 * first that reaches into the sentence is given, and nearly always covers all of it or is alone. */
static const brad_quote *quote_of_sentence(const struct bs_article *a, size_t sentence,
					   size_t first)
{
	const size_t end = a->sentences[sentence].span.end;
	const brad_quote *best = NULL;
	struct letters most = {0, 0};
	if (covers(a, sentence, &a->quotes[first])) return &a->quotes[first];
	for (size_t k = first; k < a->quote_count && a->quotes[k].span.start < end; k++) {
		struct letters n = count_covered(a, sentence, &a->quotes[k]);
		if (n.inside > most.inside) most = n, best = &a->quotes[k];
	}
	return most.inside * 10 >= most.all * 3 ? best : NULL;
}

static void share_out_speakers(struct bs_article *a)
{
	size_t from = 0;
	for (size_t i = 0; i < a->sentence_count; i++) {
		brad_sentence *s = &a->sentences[i];
		while (from < a->quote_count && a->quotes[from].span.end <= s->span.start) from++;
		if (from == a->quote_count || a->quotes[from].span.start >= s->span.end ||
		    s->role == BRAD_ROLE_FURNITURE)
			continue;
		const brad_quote *best = quote_of_sentence(a, i, from);
		if (!best) continue;
		s->said = best->said;
		s->speakers = best->speakers;
		s->speaker_count = best->speaker_count;
		s->confidence = best->confidence;
		s->evidence = best->evidence;
	}
}

/* All passes over the text of the document.  Both arenas have a way out. */
static void analyse(struct bs_article *a)
{
	static void (*const passes[])(struct bs_article *) = {
		bs_find_paragraphs,   bs_find_sentences,  bs_find_published, bs_find_timexes,
		bs_share_out_timexes, bs_infer_date,      bs_find_mentions,  bs_find_quotes,
		bs_find_speakers,     share_out_speakers, bs_join_quotes};
	bs_tokenize(&a->arena, a->document.text, a->document.text_length, &a->tokens);
	for (size_t i = 0; i < sizeof passes / sizeof *passes; i++) {
		passes[i](a);
		bs_arena_clear(&a->scratch);
	}
}

/* Names taken from the text end with a NUL, so that it must have none. */
static brad_status check_text(const brad_document *d, brad_error *err)
{
	if (d->text_length == 0) return BRAD_OK;
	if (!d->text) return bs_fail(err, BRAD_EINVAL, "a document needs a text");
	if (d->text_length > BRAD_GREATEST_ARTICLE_SIZE)
		return bs_fail(err, BRAD_EINPUT,
			       "the text has %zu bytes; at most %d can be analysed", d->text_length,
			       BRAD_GREATEST_ARTICLE_SIZE);
	size_t bad = bs_utf8_check(d->text, d->text_length);
	if (bad < d->text_length)
		return bs_fail(err, BRAD_EINVAL, "byte %zu of the text is not UTF-8", bad);
	const char *nul = memchr(d->text, '\0', d->text_length);
	if (nul)
		return bs_fail(err, BRAD_EINVAL, "byte %zu of the text is a NUL",
			       (size_t)(nul - d->text));
	return BRAD_OK;
}

brad_status bs_document_check(const brad_document *d, brad_error *err)
{
	const struct {
		const char *name, *value;
	} strings[] = {{"id", d->id},
		       {"title", d->title},
		       {"source", d->source},
		       {"url", d->url},
		       {"path", d->path}};
	for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
		size_t n = strings[i].value ? strlen(strings[i].value) : 0;
		if (bs_utf8_check(strings[i].value, n) < n)
			return bs_fail(err, BRAD_EINVAL, "the %s '%s' is not UTF-8",
				       strings[i].name, strings[i].value);
	}
	if (d->date.year && !bs_date_exists(d->date))
		return bs_fail(err, BRAD_EINVAL, "there is no such date as %d-%02d-%02d",
			       d->date.year, d->date.month, d->date.day);
	return check_text(d, err);
}

brad_status brad_article_parse(const brad_document *document, brad_article **out, brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	if (!document || document->size != sizeof *document)
		return bs_fail(err, BRAD_EINVAL, "a document begins with BRAD_DOCUMENT_INIT");
	brad_status status = bs_document_check(document, err);
	if (status != BRAD_OK) return status;
	struct brad_article *article = bs_article_new();
	if (!article) return bs_no_memory(err);
	jmp_buf way_out;
	if (setjmp(way_out) != 0) {
		brad_article_free(article);
		return bs_no_memory(err);
	}
	article->a.arena.way_out = article->a.scratch.way_out = &way_out;
	copy_document(&article->a, document);
	analyse(&article->a);
	bs_arena_free(&article->a.scratch);
	article->a.arena.way_out = article->a.scratch.way_out = NULL;
	*out = article;
	return BRAD_OK;
}

const brad_document *brad_article_document(const brad_article *article)
{
	return &article->a.document;
}

const char *brad_article_title(const brad_article *article)
{
	return article->a.document.title ? article->a.document.title : article->a.title;
}

void brad_article_date_bounds(const brad_article *article, brad_date *not_before,
			      brad_date *not_after)
{
	if (not_before) *not_before = article->a.not_before;
	if (not_after) *not_after = article->a.not_after;
}

brad_date brad_article_date(const brad_article *article, brad_date_from *from)
{
	if (from) *from = article->a.date_from;
	return article->a.date;
}

size_t brad_article_sentences(const brad_article *article, const brad_sentence **first)
{
	*first = article->a.sentences;
	return article->a.sentence_count;
}

size_t brad_article_quotes(const brad_article *article, const brad_quote **first)
{
	*first = article->a.quotes;
	return article->a.quote_count;
}
