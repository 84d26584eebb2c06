/* bench - how fast are we, beside raw Xapian and SQLite FTS5 on the same sentences in the same run?
 *
 *     bench [--sentences N] [--json] [CORPUS.jsonl]
 *
 * Without a corpus it makes a text of its own.  Every figure is a median; what
 * counts is the ratio, for both sides were measured in this run. */
#include "peer.h"

#include <bradsearch.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { QUERIES = 40, VOCABULARY = 1 << 20, MADE_ARTICLES = 4000 };

static const char *const class_names[BENCH_CLASSES] = {
	"rare", "common", "and", "or", "phrase", "stop words", "speaker", "dates", "count"};

/* ---- Small tools ---- */

static void die(const char *what)
{
	fprintf(stderr, "bench: %s\n", what);
	exit(2);
}

static void *must(void *memory)
{
	if (!memory) die("out of memory");
	return memory;
}

static void must_do(brad_status status, const brad_error *err)
{
	if (status != BRAD_OK) die(err->message);
}

static uint64_t next_random(void)
{
	static uint64_t state = 88172645463325252u;
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state;
}

static double wall(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double cpu(void)
{
	struct rusage u;
	getrusage(RUSAGE_SELF, &u);
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
	       (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) * 1e-6;
}

static int compare_doubles(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static uint64_t size_of(const char *directory)
{
	char command[4200];
	unsigned long long bytes = 0;
	snprintf(command, sizeof command, "du -sb '%s'", directory);
	FILE *pipe = popen(command, "r");
	if (!pipe || fscanf(pipe, "%llu", &bytes) != 1) die("cannot run du");
	pclose(pipe);
	return bytes;
}

/* ---- The corpus ---- */

static brad_document *documents;
static struct bench_sentence *sentences;
static size_t document_count, sentence_count, text_bytes;
static double analysis_seconds;

/* Sentences of made-up words whose frequencies fall as 1/rank, as those of real text do. */
static char *make_text(void)
{
	static const char *const syllables[] = {"ba",  "ko",  "mi",  "re", "tan",
						"sel", "dor", "ing", "lu", "fen"};
	static const char *const common[] = {"the", "of", "and", "to",   "a",
					     "in",  "is", "it",  "that", "for"};
	char *text = must(malloc(16384));
	size_t n = 0;
	for (int s = 0; s < 25; s++) {
		for (int w = 0; w < 18; w++) {
			uint64_t rank = (uint64_t)1 << (next_random() % 16);
			rank += next_random() % rank;
			if (w) text[n++] = ' ';
			if (rank <= 10) {
				n += (size_t)sprintf(text + n, "%s", common[rank - 1]);
				continue;
			}
			for (uint64_t r = rank; r; r /= 10)
				n += (size_t)sprintf(text + n, "%s", syllables[r % 10]);
		}
		n += (size_t)sprintf(text + n, ", said Mr %c%s. ", 'A' + (int)(next_random() % 26),
				     syllables[s % 10]);
	}
	text[n] = '\0';
	return text;
}

static void add_document(const brad_document *from)
{
	if ((document_count & (document_count - 1)) == 0)
		documents = must(realloc(documents, (document_count ? document_count * 2 : 1) *
							    sizeof *documents));
	brad_document *d = &documents[document_count++];
	*d = *from;
	char id[32];
	snprintf(id, sizeof id, "bench-%zu", document_count);
	d->id = must(strdup(id));
	d->title = d->url = d->path = d->source = NULL;
	d->text = must(strndup(from->text, from->text_length));
	text_bytes += from->text_length;
}

static void add_sentences(const brad_article *article)
{
	const brad_sentence *list;
	size_t n = brad_article_sentences(article, &list);
	const char *text = brad_article_document(article)->text;
	brad_date date = brad_article_date(article, NULL);
	for (size_t i = 0; i < n; i++) {
		if (list[i].role == BRAD_ROLE_FURNITURE) continue;
		if ((sentence_count & (sentence_count - 1)) == 0)
			sentences =
				must(realloc(sentences, (sentence_count ? sentence_count * 2 : 1) *
								sizeof *sentences));
		struct bench_sentence *s = &sentences[sentence_count++];
		s->text = must(
			strndup(text + list[i].span.start, list[i].span.end - list[i].span.start));
		s->speaker = must(strdup(list[i].speaker_count ? list[i].speakers[0].name : ""));
		snprintf(s->day, sizeof s->day, "%04u%02u%02u", date.year % 10000u,
			 date.month % 100u, date.day % 100u);
	}
}

static void take_document(const brad_document *d)
{
	brad_article *article;
	brad_error err;
	double start = cpu();
	must_do(brad_article_parse(d, &article, &err), &err);
	analysis_seconds += cpu() - start;
	add_document(d);
	add_sentences(article);
	brad_article_free(article);
}

static void read_corpus(const char *path, size_t limit)
{
	brad_reader *reader;
	const brad_document *d;
	brad_error err;
	must_do(brad_reader_open(path, BRAD_INPUT_JSONL, &reader, &err), &err);
	while (sentence_count < limit) {
		must_do(brad_reader_next(reader, &d, &err), &err);
		if (!d) break;
		take_document(d);
	}
	brad_reader_free(reader);
}

static void make_corpus(size_t limit)
{
	for (int i = 0; sentence_count < limit && i < MADE_ARTICLES; i++) {
		brad_document d = BRAD_DOCUMENT_INIT;
		char *text = make_text();
		d.text = text;
		d.text_length = strlen(text);
		d.date = (brad_date){2020, (uint8_t)(1 + next_random() % 12),
				     (uint8_t)(1 + next_random() % 28)};
		take_document(&d);
		free(text);
	}
}

/* ---- The queries ---- */

static struct word {
	char text[32];
	uint32_t count;
} * words; /* a hash table while counted, then sorted by count */
static size_t word_count;

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

static void count_word(const char *text)
{
	uint32_t h = 2166136261u;
	for (const char *c = text; *c; c++) h = (h ^ (unsigned char)*c) * 16777619u;
	for (h &= VOCABULARY - 1; words[h].count && strcmp(words[h].text, text) != 0;)
		h = (h + 1) & (VOCABULARY - 1);
	if (!words[h].count && ++word_count > VOCABULARY / 2) die("too many words");
	strcpy(words[h].text, text);
	words[h].count++;
}

static int compare_words(const void *a, const void *b)
{
	const struct word *x = a, *y = b;
	if (x->count != y->count) return x->count < y->count ? 1 : -1;
	return strcmp(x->text, y->text);
}

static void count_words(void)
{
	char word[32];
	words = must(calloc(VOCABULARY, sizeof *words));
	for (size_t i = 0; i < sentence_count; i++)
		for (const char *at = sentences[i].text; (at = next_word(at, word));)
			if (strlen(word) > 1) count_word(word);
	qsort(words, VOCABULARY, sizeof *words, compare_words);
}

/* A word that is none of the most frequent, of about the rank given. */
static const char *common_word(void)
{
	return words[60 + next_random() % 200].text;
}

static const char *rare_word(void)
{
	for (;;) {
		const struct word *w = &words[next_random() % word_count];
		if (w->count >= 2 && w->count <= 10) return w->text;
	}
}

/* Some words in a row from a sentence drawn at random. */
static void words_in_a_row(size_t count, char *out)
{
	for (;;) {
		const char *at = sentences[next_random() % sentence_count].text;
		char word[32];
		size_t n = 0, length = 0;
		for (uint64_t skip = next_random() % 6; skip > 0 && at; skip--)
			at = next_word(at, word);
		for (; n < count && at && (at = next_word(at, word)) &&
		       (*at == ' ' || n + 1 == count);
		     n++)
			length += (size_t)sprintf(out + length, "%s%s", n ? " " : "", word);
		if (n == count) return;
	}
}

static void make_query(enum bench_class class_of, struct bench_query *q)
{
	*q = (struct bench_query){.class_of = class_of, .from = "20200905", .to = "20200915"};
	switch (class_of) {
	case BENCH_RARE: strcpy(q->words, rare_word()); break;
	case BENCH_AND: words_in_a_row(3, q->words); break;
	case BENCH_OR: sprintf(q->words, "%s %s", common_word(), common_word()); break;
	case BENCH_PHRASE: words_in_a_row(2, q->words); break;
	case BENCH_STOP: sprintf(q->words, "the %s of the %s", common_word(), common_word()); break;
	default: strcpy(q->words, common_word());
	}
	for (size_t tries = 0;
	     class_of == BENCH_SPEAKER && (!q->speaker || !*q->speaker) && tries < 100000; tries++)
		q->speaker = sentences[next_random() % sentence_count].speaker;
	if (!q->speaker) q->speaker = "";
}

/* ---- Ourselves as a peer ---- */

static brad_index *ours;

static int build_ours(const char *directory, const struct bench_sentence *list, size_t count)
{
	char path[4096];
	brad_writer *writer;
	brad_error err;
	(void)list;
	(void)count;
	snprintf(path, sizeof path, "%s/bradsearch", directory);
	must_do(brad_writer_open(path, NULL, &writer, &err), &err);
	for (size_t i = 0; i < document_count; i++)
		must_do(brad_writer_add(writer, &documents[i], &err), &err);
	must_do(brad_writer_commit(writer, NULL, &err), &err);
	brad_writer_free(writer);
	return 0;
}

static int open_ours(const char *directory)
{
	char path[4096];
	brad_error err;
	snprintf(path, sizeof path, "%s/bradsearch", directory);
	must_do(brad_index_open(path, &ours, &err), &err);
	return 0;
}

static void set_dates(brad_search_options *options, const struct bench_query *q)
{
	int from = atoi(q->from), to = atoi(q->to);
	options->from = (brad_date){(int16_t)(from / 10000), (uint8_t)(from / 100 % 100),
				    (uint8_t)(from % 100)};
	options->to =
		(brad_date){(int16_t)(to / 10000), (uint8_t)(to / 100 % 100), (uint8_t)(to % 100)};
}

static int ask_ours(const struct bench_query *q, size_t *found)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_error err;
	char phrase[sizeof q->words + 2];
	snprintf(phrase, sizeof phrase, "\"%s\"", q->words);
	options.query = q->class_of == BENCH_PHRASE ? phrase : q->words;
	options.any = q->class_of == BENCH_OR;
	options.limit = 10;
	if (q->class_of == BENCH_SPEAKER) options.speaker = q->speaker;
	if (q->class_of == BENCH_DATES) set_dates(&options, q);
	if (q->class_of == BENCH_COUNT) {
		brad_table *table;
		const brad_count *rows;
		must_do(brad_index_count(ours, &options, BRAD_FIELD_SPEAKER, &table, &err), &err);
		*found = brad_table_rows(table, &rows);
		brad_table_free(table);
		return 0;
	}
	brad_results *results;
	must_do(brad_index_search(ours, &options, &results, &err), &err);
	*found = brad_results_count(results);
	brad_results_free(results);
	return 0;
}

static void close_ours(void)
{
	brad_index_free(ours);
}

static const struct bench_peer bench_ours = {"bradsearch", build_ours, open_ours, ask_ours,
					     close_ours};

/* ---- Measuring ---- */

enum { PEERS = 3 };

static const struct bench_peer *const peers[PEERS] = {&bench_ours, &bench_xapian, &bench_sqlite};

static struct figures {
	double wall, cpu, milliseconds[BENCH_CLASSES];
	uint64_t size;
	size_t found[BENCH_CLASSES];
} figures[PEERS];

static void build_all(const char *directory)
{
	uint64_t before = 0;
	for (int p = 0; p < PEERS; p++) {
		double w = wall(), c = cpu();
		if (peers[p]->build(directory, sentences, sentence_count)) exit(2);
		figures[p].wall = wall() - w;
		figures[p].cpu = cpu() - c;
		uint64_t size = size_of(directory);
		figures[p].size = size - before;
		before = size;
		if (peers[p]->open(directory)) exit(2);
	}
}

/* Each query is asked of all in turn; the first round only warms. */
static void ask_all(enum bench_class class_of)
{
	double times[PEERS][QUERIES];
	for (int i = 0; i < QUERIES; i++) {
		struct bench_query query;
		make_query(class_of, &query);
		for (int round = 0; round < 2; round++)
			for (int p = 0; p < PEERS; p++) {
				size_t found = 0;
				double start = wall();
				if (peers[p]->ask(&query, &found)) exit(2);
				times[p][i] = (wall() - start) * 1000;
				if (round) figures[p].found[class_of] += found;
			}
	}
	for (int p = 0; p < PEERS; p++) {
		qsort(times[p], QUERIES, sizeof(double), compare_doubles);
		figures[p].milliseconds[class_of] = times[p][QUERIES / 2];
	}
}

static void print_table(void)
{
	printf("%zu articles, %zu sentences, %.1f MB; analysis %.1f MB/s on one core\n\n",
	       document_count, sentence_count, (double)text_bytes / 1e6,
	       (double)text_bytes / 1e6 / analysis_seconds);
	printf("%-14s", "");
	for (int p = 0; p < PEERS; p++) printf("%14s", peers[p]->name);
	printf("%14s%14s\n", "Xapian ÷ us", "FTS5 ÷ us");
	const char *const names[] = {"index wall s", "index cpu s", "size ÷ text"};
	for (int row = 0; row < 3; row++) {
		double v[PEERS];
		for (int p = 0; p < PEERS; p++)
			v[p] = row == 0   ? figures[p].wall
			       : row == 1 ? figures[p].cpu
					  : (double)figures[p].size / (double)text_bytes;
		printf("%-14s%14.2f%14.2f%14.2f%13.2f%13.2f\n", names[row], v[0], v[1], v[2],
		       v[1] / v[0], v[2] / v[0]);
	}
	for (int c = 0; c < BENCH_CLASSES; c++) {
		double v[PEERS];
		for (int p = 0; p < PEERS; p++) v[p] = figures[p].milliseconds[c];
		printf("%-11s ms%14.3f%14.3f%14.3f%13.2f%13.2f\n", class_names[c], v[0], v[1], v[2],
		       v[1] / v[0], v[2] / v[0]);
	}
}

static void print_json(void)
{
	printf("{\"articles\":%zu,\"sentences\":%zu,\"bytes\":%zu,\"analysis_seconds\":%.4f,"
	       "\"engines\":[",
	       document_count, sentence_count, text_bytes, analysis_seconds);
	for (int p = 0; p < PEERS; p++) {
		printf("%s{\"name\":\"%s\",\"wall\":%.4f,\"cpu\":%.4f,\"size\":%llu", p ? "," : "",
		       peers[p]->name, figures[p].wall, figures[p].cpu,
		       (unsigned long long)figures[p].size);
		for (int c = 0; c < BENCH_CLASSES; c++)
			printf(",\"%s\":{\"p50_ms\":%.4f,\"found\":%zu}", class_names[c],
			       figures[p].milliseconds[c], figures[p].found[c]);
		putchar('}');
	}
	puts("]}");
}

int main(int argc, char **argv)
{
	size_t limit = 100000;
	bool json = false;
	const char *corpus = NULL;
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--json") == 0)
			json = true;
		else if (strcmp(argv[i], "--sentences") == 0 && i + 1 < argc)
			limit = strtoul(argv[++i], NULL, 10);
		else
			corpus = argv[i];
	}
	char directory[] = "/tmp/bench.XXXXXX";
	if (!mkdtemp(directory)) die("cannot make a directory in /tmp");
	if (corpus)
		read_corpus(corpus, limit);
	else
		make_corpus(limit);
	if (sentence_count < 100) die("the corpus is too small");
	build_all(directory);
	count_words();
	for (int c = 0; c < BENCH_CLASSES; c++) ask_all((enum bench_class)c);
	for (int p = 0; p < PEERS; p++) peers[p]->close();
	if (json)
		print_json();
	else
		print_table();
	char command[64];
	snprintf(command, sizeof command, "rm -rf '%s'", directory);
	return system(command) == 0 ? 0 : 2;
}
