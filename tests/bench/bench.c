/* bench - how fast are we, beside raw Xapian and SQLite FTS5 on the same sentences in the same run?
 *
 *     bench [--sentences N] [--json] [--keep DIRECTORY] [CORPUS.jsonl]
 *
 * Without a corpus it makes a text of its own; one that is too small is
 * repeated, each word with probability 0.1 replaced by a word drawn from it.
 * Ours is the program beside this one, from JSON Lines to a published index,
 * the analysis included; the peers get ready sentences.  What the peers reach is
 * kept in a directory, if one is named, and not measured again for the same
 * sentences.  What counts is the ratio of medians. */
#include "peer.h"

#include <bradsearch.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { QUERIES = 100, COLD_STARTS = 15, FORMAT = 2, VOCABULARY = 1 << 20, MADE_ARTICLES = 4000 };

static const char *const class_names[BENCH_CLASSES] = {"rare",   "common",     "and",     "or",
						       "phrase", "stop words", "speaker", "dates",
						       "count",  "total",      "prefix"};

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

/* A word drawn from the first sentences, so each as often as it occurs there. */
static size_t draw_word(size_t among, char *out)
{
	for (;;) {
		const char *at = sentences[next_random() % among].text;
		uint64_t skip = next_random() % 25;
		while (skip-- > 0 && (at = next_word(at, out))) {
		}
		if (at && (at = next_word(at, out))) return strlen(out);
	}
}

/* The text again with a word in ten changed. */
static char *change_words(const brad_document *d, size_t among)
{
	size_t n = 0, room = d->text_length * 5 + 64;
	char *text = must(malloc(room)), word[32];
	for (size_t i = 0; i < d->text_length;) {
		size_t end = i;
		while (end < d->text_length && is_letter(d->text[end])) end++;
		bool change = end > i && next_random() % 10 == 0;
		size_t length = change ? draw_word(among, word) : end > i ? end - i : 1;
		if (n + length >= room) text = must(realloc(text, room = room * 2 + length));
		memcpy(text + n, change ? word : d->text + i, length);
		n += length;
		i = end > i ? end : i + 1;
	}
	text[n] = '\0';
	return text;
}

static void take_document(const brad_document *d);

static void enlarge(size_t limit)
{
	size_t first = document_count, among = sentence_count;
	for (size_t i = 0; sentence_count < limit && first > 0; i++) {
		brad_document d = documents[i % first];
		char *text = change_words(&d, among);
		d.text = text;
		d.text_length = strlen(text);
		take_document(&d);
		free(text);
	}
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

/* One of which the first five letters are a part. */
static const char *long_word(void)
{
	for (;;) {
		const struct word *w = &words[next_random() % (word_count / 8 + 1)];
		if (strlen(w->text) > 5) return w->text;
	}
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
	case BENCH_PREFIX: sprintf(q->words, "%.5s", long_word()); break;
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

static char program[4096]; /* ours, beside this one */
static struct rusage child;

/* Runs the program, silently; returns the seconds it took. */
static double run(const char *const argv[])
{
	int status;
	double start = wall();
	pid_t pid = fork();
	if (pid == 0) {
		if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr))
			_exit(126);
		execv(program, (char *const *)argv);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &child) != pid || status != 0) die("cannot run us");
	return wall() - start;
}

static void write_string(const char *text, FILE *f)
{
	putc('"', f);
	for (; *text; text++) {
		if (*text == '"' || *text == '\\') putc('\\', f);
		if ((unsigned char)*text < 0x20)
			fprintf(f, "\\u%04x", (unsigned)*text);
		else
			putc(*text, f);
	}
	putc('"', f);
}

static void write_documents(const char *path)
{
	FILE *f = must(fopen(path, "w"));
	for (size_t i = 0; i < document_count; i++) {
		char date[16];
		fputs("{\"id\":", f);
		write_string(documents[i].id, f);
		if (*brad_date_write(documents[i].date, date)) fprintf(f, ",\"date\":\"%s\"", date);
		fputs(",\"text\":", f);
		write_string(documents[i].text, f);
		fputs("}\n", f);
	}
	if (fclose(f) != 0) die("cannot write the corpus");
}

static int build_ours(const char *directory, const struct bench_sentence *list, size_t count)
{
	char path[4096], corpus[4096];
	(void)list;
	(void)count;
	snprintf(path, sizeof path, "%s/bradsearch", directory);
	snprintf(corpus, sizeof corpus, "%s.jsonl", directory);
	const char *const argv[] = {program, "index", "--index", path, corpus, NULL};
	run(argv);
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
	if (q->class_of == BENCH_PREFIX) snprintf(phrase, sizeof phrase, "%s*", q->words);
	options.query =
		q->class_of == BENCH_PHRASE || q->class_of == BENCH_PREFIX ? phrase : q->words;
	options.any = q->class_of == BENCH_OR;
	options.limit = 10;
	if (q->class_of == BENCH_SPEAKER) options.speaker = q->speaker;
	if (q->class_of == BENCH_DATES) set_dates(&options, q);
	if (q->class_of == BENCH_TOTAL) options.limit = 0;
	if (q->class_of == BENCH_COUNT) {
		brad_table *table;
		const brad_count *rows;
		brad_count_options count = BRAD_COUNT_OPTIONS_INIT;
		count.by = BRAD_FIELD_SPEAKER;
		must_do(brad_index_count(ours, &options, &count, &table, &err), &err);
		*found = brad_table_rows(table, &rows);
		brad_table_free(table);
		return 0;
	}
	brad_results *results;
	must_do(brad_index_search(ours, &options, &results, &err), &err);
	*found = q->class_of == BENCH_TOTAL ? (size_t)brad_results_total(results)
					    : brad_results_count(results);
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
	double wall, cpu, p50[BENCH_CLASSES], p99[BENCH_CLASSES];
	uint64_t size;
	size_t found[BENCH_CLASSES];
} figures[PEERS];

static double memory, cold; /* ours: the most in MB, and milliseconds from start to ten hits */
static bool known;          /* what the peers reach was measured before */

static void build_peer(const char *directory, int p)
{
	uint64_t before = size_of(directory);
	double w = wall(), c = cpu();
	if (peers[p]->build(directory, sentences, sentence_count)) exit(2);
	figures[p].wall = wall() - w;
	figures[p].cpu = cpu() - c;
	if (p == 0) {
		figures[p].cpu = (double)(child.ru_utime.tv_sec + child.ru_stime.tv_sec) +
				 (double)(child.ru_utime.tv_usec + child.ru_stime.tv_usec) * 1e-6;
		memory = (double)child.ru_maxrss / 1024;
	}
	figures[p].size = size_of(directory) - before;
	if (peers[p]->open(directory)) exit(2);
}

static void build_all(const char *directory)
{
	char corpus[4096];
	snprintf(corpus, sizeof corpus, "%s.jsonl", directory);
	write_documents(corpus);
	for (int p = 0; p < (known ? 1 : PEERS); p++) build_peer(directory, p);
	unlink(corpus);
}

/* Each query is asked of all in turn; the first round only warms. */
static void ask_all(enum bench_class class_of)
{
	double times[PEERS][QUERIES];
	int count = known ? 1 : PEERS;
	for (int i = 0; i < QUERIES; i++) {
		struct bench_query query;
		make_query(class_of, &query);
		for (int round = 0; round < 2; round++)
			for (int p = 0; p < count; p++) {
				size_t found = 0;
				double start = wall();
				if (peers[p]->ask(&query, &found)) exit(2);
				times[p][i] = (wall() - start) * 1000;
				if (round) figures[p].found[class_of] += found;
			}
	}
	for (int p = 0; p < count; p++) {
		qsort(times[p], QUERIES, sizeof(double), compare_doubles);
		figures[p].p50[class_of] = times[p][QUERIES / 2];
		figures[p].p99[class_of] = times[p][QUERIES * 99 / 100];
	}
}

static void start_cold(const char *directory)
{
	char path[4096];
	double times[COLD_STARTS];
	snprintf(path, sizeof path, "%s/bradsearch", directory);
	for (int i = 0; i < COLD_STARTS; i++) {
		const char *const argv[] = {program,   "search", "--index",          path,
					    "--limit", "10",     words[60 + i].text, NULL};
		times[i] = run(argv) * 1000;
	}
	qsort(times, COLD_STARTS, sizeof(double), compare_doubles);
	cold = times[COLD_STARTS / 2];
}

/* ---- What the peers reached before ---- */

/* The file that keeps it, named by what is asked of them. */
static void name_file(const char *directory, char *out, size_t room)
{
	uint64_t h = 14695981039346656037u + FORMAT + QUERIES;
	for (size_t i = 0; i < sentence_count; i++) {
		const char *parts[] = {sentences[i].text, sentences[i].speaker, sentences[i].day};
		for (int k = 0; k < 3; k++)
			for (const char *c = parts[k]; *c; c++)
				h = (h ^ (unsigned char)*c) * 1099511628211u;
	}
	snprintf(out, room, "%s/bench-peers-%016llx", directory, (unsigned long long)h);
}

static bool read_figures(const char *path)
{
	FILE *f = fopen(path, "rb");
	if (!f) return false;
	bool read = fread(figures + 1, sizeof *figures, PEERS - 1, f) == PEERS - 1;
	fclose(f);
	return read;
}

static void write_figures(const char *path)
{
	FILE *f = must(fopen(path, "wb"));
	if (fwrite(figures + 1, sizeof *figures, PEERS - 1, f) != PEERS - 1 || fclose(f) != 0)
		die("cannot keep what the peers reached");
}

/* ---- Printing ---- */

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
	for (int c = 0; c < BENCH_CLASSES; c++)
		for (int row = 0; row < 2; row++) {
			double v[PEERS];
			for (int p = 0; p < PEERS; p++)
				v[p] = row ? figures[p].p99[c] : figures[p].p50[c];
			printf("%-10s %s%13.3f%14.3f%14.3f%13.2f%13.2f\n",
			       row ? "" : class_names[c], row ? "p99" : "p50", v[0], v[1], v[2],
			       v[1] / v[0], v[2] / v[0]);
		}
	printf("\nQueries in ms; peers measured %s.  Ours: at most %.0f MB of memory while "
	       "indexing;\nfrom the start of the program to ten hits %.1f ms.\n",
	       known ? "before" : "in this run", memory, cold);
}

static void print_json(void)
{
	printf("{\"articles\":%zu,\"sentences\":%zu,\"bytes\":%zu,\"analysis_seconds\":%.4f,"
	       "\"memory_mb\":%.1f,\"cold_ms\":%.3f,\"engines\":[",
	       document_count, sentence_count, text_bytes, analysis_seconds, memory, cold);
	for (int p = 0; p < PEERS; p++) {
		printf("%s{\"name\":\"%s\",\"wall\":%.4f,\"cpu\":%.4f,\"size\":%llu", p ? "," : "",
		       peers[p]->name, figures[p].wall, figures[p].cpu,
		       (unsigned long long)figures[p].size);
		for (int c = 0; c < BENCH_CLASSES; c++)
			printf(",\"%s\":{\"p50_ms\":%.4f,\"p99_ms\":%.4f,\"found\":%zu}",
			       class_names[c], figures[p].p50[c], figures[p].p99[c],
			       figures[p].found[c]);
		putchar('}');
	}
	puts("]}");
}

static void find_program(const char *self)
{
	const char *slash = strrchr(self, '/');
	snprintf(program, sizeof program, "%.*s../../bradsearch",
		 slash ? (int)(slash - self) + 1 : 0, self);
	if (access(program, X_OK) != 0) die("bradsearch is not built");
}

static void measure(const char *directory, const char *keep)
{
	char file[4096];
	if (keep) {
		name_file(keep, file, sizeof file);
		known = read_figures(file);
	}
	build_all(directory);
	count_words();
	for (int c = 0; c < BENCH_CLASSES; c++) ask_all((enum bench_class)c);
	start_cold(directory);
	for (int p = 0; p < (known ? 1 : PEERS); p++) peers[p]->close();
	if (keep && !known) write_figures(file);
}

int main(int argc, char **argv)
{
	size_t limit = 100000;
	bool json = false;
	const char *corpus = NULL, *keep = NULL;
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--json") == 0)
			json = true;
		else if (strcmp(argv[i], "--sentences") == 0 && i + 1 < argc)
			limit = strtoul(argv[++i], NULL, 10);
		else if (strcmp(argv[i], "--keep") == 0 && i + 1 < argc)
			keep = argv[++i];
		else
			corpus = argv[i];
	}
	find_program(argv[0]);
	char directory[] = "/tmp/bench.XXXXXX";
	if (!mkdtemp(directory)) die("cannot make a directory in /tmp");
	if (corpus)
		read_corpus(corpus, limit);
	else
		make_corpus(limit);
	enlarge(limit);
	if (sentence_count < 300) die("the corpus is too small");
	measure(directory, keep);
	if (json)
		print_json();
	else
		print_table();
	char command[64];
	snprintf(command, sizeof command, "rm -rf '%s'", directory);
	return system(command) == 0 ? 0 : 2;
}
