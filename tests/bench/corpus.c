#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { VOCABULARY = 1 << 20, MADE_ARTICLES = 4000 };

/* ---- Small tools ---- */

void bench_die(const char *what)
{
	fprintf(stderr, "bench: %s\n", what);
	exit(2);
}

void *bench_must(void *memory)
{
	if (!memory) bench_die("out of memory");
	return memory;
}

void bench_must_do(brad_status status, const brad_error *err)
{
	if (status != BRAD_OK) bench_die(err->message);
}

uint64_t bench_random(void)
{
	static uint64_t state = 88172645463325252u;
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state;
}

double bench_wall(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

double bench_cpu(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

int bench_compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The next word of ASCII letters in lower case; NULL after the last. */
static const char *next_word(const char *at, char *out)
{
	size_t n = 0;
	while (*at && !is_letter(*at)) at++;
	for (; is_letter(*at) && n < 31; at++) out[n++] = (char)(*at | 32);
	out[n] = '\0';
	return n ? at : NULL;
}

/* ---- The corpus ---- */

brad_document *bench_documents;
struct bench_sentence *bench_sentences;
size_t bench_document_count, bench_sentence_count, bench_text_bytes;
double bench_analysis_seconds;

/* What made-up people say, in made-up words whose frequencies fall as 1/rank, as those
 * of real text do. */
static char *make_text(void)
{
	static const char *const syllables[] = {"ba",  "ko",  "mi",  "re", "tan",
						"sel", "dor", "ing", "lu", "fen"};
	static const char *const common[] = {"the", "of", "and", "to",   "a",
					     "in",  "is", "it",  "that", "for"};
	char *text = bench_must(malloc(16384));
	size_t n = 0;
	for (int s = 0; s < 25; s++) {
		size_t first = n + 1;
		text[n++] = '"';
		for (int w = 0; w < 18; w++) {
			uint64_t rank = (uint64_t)1 << (bench_random() % 16);
			rank += bench_random() % rank;
			if (w) text[n++] = ' ';
			if (rank <= 10) {
				n += (size_t)sprintf(text + n, "%s", common[rank - 1]);
				continue;
			}
			for (uint64_t r = rank; r; r /= 10)
				n += (size_t)sprintf(text + n, "%s", syllables[r % 10]);
		}
		text[first] = (char)(text[first] - 'a' + 'A');
		n += (size_t)sprintf(text + n, ",\" said Mr %c%s. ",
				     'A' + (int)(bench_random() % 26), syllables[s % 10]);
	}
	text[n] = '\0';
	return text;
}

static void add_document(const brad_document *from)
{
	if ((bench_document_count & (bench_document_count - 1)) == 0)
		bench_documents = bench_must(realloc(
			bench_documents, (bench_document_count ? bench_document_count * 2 : 1) *
						 sizeof *bench_documents));
	brad_document *d = &bench_documents[bench_document_count++];
	*d = *from;
	char id[32];
	snprintf(id, sizeof id, "bench-%zu", bench_document_count);
	d->id = bench_must(strdup(id));
	d->title = d->url = d->path = NULL;
	if (d->source) d->source = bench_must(strdup(d->source));
	d->text = bench_must(strndup(from->text, from->text_length));
	bench_text_bytes += from->text_length;
}

static void add_sentences(const brad_article *article)
{
	const brad_sentence *list;
	size_t n = brad_article_sentences(article, &list);
	const char *text = brad_article_document(article)->text;
	brad_date date = brad_article_date(article, NULL);
	for (size_t i = 0; i < n; i++) {
		if (list[i].role == BRAD_ROLE_FURNITURE) continue;
		if ((bench_sentence_count & (bench_sentence_count - 1)) == 0)
			bench_sentences = bench_must(
				realloc(bench_sentences,
					(bench_sentence_count ? bench_sentence_count * 2 : 1) *
						sizeof *bench_sentences));
		struct bench_sentence *s = &bench_sentences[bench_sentence_count++];
		s->text = bench_must(
			strndup(text + list[i].span.start, list[i].span.end - list[i].span.start));
		s->speaker =
			bench_must(strdup(list[i].speaker_count ? list[i].speakers[0].name : ""));
		snprintf(s->day, sizeof s->day, "%04u%02u%02u", date.year % 10000u,
			 date.month % 100u, date.day % 100u);
	}
}

static void take_document(const brad_document *d)
{
	brad_article *article;
	brad_error err;
	double start = bench_cpu();
	bench_must_do(brad_article_parse(d, &article, &err), &err);
	bench_analysis_seconds += bench_cpu() - start;
	add_document(d);
	add_sentences(article);
	brad_article_free(article);
}

/* A word drawn from the first sentences, so each as often as it occurs there. */
static size_t draw_word(size_t among, char *out)
{
	for (;;) {
		const char *at = bench_sentences[bench_random() % among].text;
		uint64_t skip = bench_random() % 25;
		while (skip-- > 0 && (at = next_word(at, out))) {
		}
		if (at && (at = next_word(at, out))) return strlen(out);
	}
}

/* The text again with a word in ten changed. */
static char *change_words(const brad_document *d, size_t among)
{
	size_t n = 0, room = d->text_length * 5 + 64;
	char *text = bench_must(malloc(room)), word[32];
	for (size_t i = 0; i < d->text_length;) {
		size_t end = i;
		while (end < d->text_length && is_letter(d->text[end])) end++;
		bool change = end > i && bench_random() % 10 == 0;
		size_t length = change ? draw_word(among, word) : end > i ? end - i : 1;
		if (n + length >= room) text = bench_must(realloc(text, room = room * 2 + length));
		memcpy(text + n, change ? word : d->text + i, length);
		n += length;
		i = end > i ? end : i + 1;
	}
	text[n] = '\0';
	return text;
}

void bench_enlarge(size_t limit)
{
	size_t first = bench_document_count, among = bench_sentence_count;
	for (size_t i = 0; bench_sentence_count < limit && first > 0; i++) {
		brad_document d = bench_documents[i % first];
		char *text = change_words(&d, among);
		d.text = text;
		d.text_length = strlen(text);
		take_document(&d);
		free(text);
	}
}

void bench_read_corpus(const char *path, size_t limit)
{
	brad_reader *reader;
	const brad_document *d;
	brad_error err;
	bench_must_do(brad_reader_open(path, BRAD_INPUT_JSONL, &reader, &err), &err);
	while (bench_sentence_count < limit) {
		bench_must_do(brad_reader_next(reader, &d, &err), &err);
		if (!d) break;
		take_document(d);
	}
	brad_reader_free(reader);
}

void bench_make_corpus(size_t limit)
{
	for (int i = 0; bench_sentence_count < limit && i < MADE_ARTICLES; i++) {
		brad_document d = BRAD_DOCUMENT_INIT;
		char *text = make_text();
		d.text = text;
		d.text_length = strlen(text);
		d.date = (brad_date){2020, (uint8_t)(1 + bench_random() % 12),
				     (uint8_t)(1 + bench_random() % 28)};
		take_document(&d);
		free(text);
	}
}

/* ---- The words ---- */

static struct word {
	char text[32];
	uint32_t count;
} * words; /* a hash table while counted, then sorted by count */
static size_t word_count;

static void count_word(const char *text)
{
	uint32_t h = 2166136261u;
	for (const char *c = text; *c; c++) h = (h ^ (unsigned char)*c) * 16777619u;
	for (h &= VOCABULARY - 1; words[h].count && strcmp(words[h].text, text) != 0;)
		h = (h + 1) & (VOCABULARY - 1);
	if (!words[h].count && ++word_count > VOCABULARY / 2) bench_die("too many words");
	strcpy(words[h].text, text);
	words[h].count++;
}

static int compare_words(const void *a, const void *b)
{
	const struct word *x = a, *y = b;
	if (x->count != y->count) return x->count < y->count ? 1 : -1;
	return strcmp(x->text, y->text);
}

void bench_count_words(void)
{
	char word[32];
	words = bench_must(calloc(VOCABULARY, sizeof *words));
	for (size_t i = 0; i < bench_sentence_count; i++)
		for (const char *at = bench_sentences[i].text; (at = next_word(at, word));)
			if (strlen(word) > 1) count_word(word);
	qsort(words, VOCABULARY, sizeof *words, compare_words);
}

/* Of about the rank given. */
const char *bench_common_word(void)
{
	return words[60 + bench_random() % 200].text;
}

const char *bench_long_word(void)
{
	for (;;) {
		const struct word *w = &words[bench_random() % (word_count / 8 + 1)];
		if (strlen(w->text) > 5) return w->text;
	}
}

const char *bench_rare_word(void)
{
	for (;;) {
		const struct word *w = &words[bench_random() % word_count];
		if (w->count >= 2 && w->count <= 10) return w->text;
	}
}

/* Some words in a row from a sentence drawn at random. */
void bench_words_in_a_row(size_t count, char *out)
{
	for (;;) {
		const char *at = bench_sentences[bench_random() % bench_sentence_count].text;
		char word[32];
		size_t n = 0, length = 0;
		for (uint64_t skip = bench_random() % 6; skip > 0 && at; skip--)
			at = next_word(at, word);
		for (; n < count && at && (at = next_word(at, word)) &&
		       (*at == ' ' || n + 1 == count);
		     n++)
			length += (size_t)sprintf(out + length, "%s%s", n ? " " : "", word);
		if (n == count) return;
	}
}

const char *bench_speaker(void)
{
	for (size_t tries = 0; tries < 100000; tries++) {
		const char *speaker =
			bench_sentences[bench_random() % bench_sentence_count].speaker;
		if (*speaker) return speaker;
	}
	return "";
}
