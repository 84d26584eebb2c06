/* bench - how fast are we, beside raw Xapian and SQLite FTS5 on the same sentences in the same run?
 *
 *     bench [--sentences N] [--answers] [--json] [--keep DIRECTORY] [CORPUS.jsonl]
 *
 * Without a corpus it makes a text of its own; one that is too small is
 * repeated, each word with probability 0.1 replaced by a word drawn from it.
 * Ours is the program beside this one, from JSON Lines to a published index,
 * the analysis included; the peers get ready sentences.  What the peers reach is
 * kept in a directory, if one is named, and not measured again for the same
 * sentences.  What counts is the ratio of medians.  Then come the answers that the
 * peers do not have, see answers.h; with --answers, these alone.
 * Exit status: 0 measured, 1 an answer was slower than it may be, 2 a problem. */
#include "answers.h"
#include "corpus.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { QUERIES = 100, COLD_STARTS = 15, FORMAT = 2 };

static const char *const class_names[BENCH_CLASSES] = {"rare",   "common",     "and",     "or",
						       "phrase", "stop words", "speaker", "dates",
						       "count",  "total",      "prefix"};

static uint64_t size_of(const char *directory)
{
	char command[4200];
	unsigned long long bytes = 0;
	snprintf(command, sizeof command, "du -sb '%s'", directory);
	FILE *pipe = popen(command, "r");
	if (!pipe || fscanf(pipe, "%llu", &bytes) != 1) bench_die("cannot run du");
	pclose(pipe);
	return bytes;
}

static void make_query(enum bench_class class_of, struct bench_query *q)
{
	*q = (struct bench_query){.class_of = class_of, .from = "20200905", .to = "20200915"};
	switch (class_of) {
	case BENCH_RARE: strcpy(q->words, bench_rare_word()); break;
	case BENCH_AND: bench_words_in_a_row(3, q->words); break;
	case BENCH_OR: sprintf(q->words, "%s %s", bench_common_word(), bench_common_word()); break;
	case BENCH_PHRASE: bench_words_in_a_row(2, q->words); break;
	case BENCH_PREFIX: sprintf(q->words, "%.5s", bench_long_word()); break;
	case BENCH_STOP:
		sprintf(q->words, "the %s of the %s", bench_common_word(), bench_common_word());
		break;
	default: strcpy(q->words, bench_common_word());
	}
	q->speaker = class_of == BENCH_SPEAKER ? bench_speaker() : "";
}

/* ---- Ourselves as a peer ---- */

static brad_index *ours;

static char program[4096]; /* ours, beside this one */
static struct rusage child;

/* Runs the program, silently; returns the seconds it took. */
static double run(const char *const argv[])
{
	int status;
	double start = bench_wall();
	pid_t pid = fork();
	if (pid == 0) {
		if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr))
			_exit(126);
		execv(program, (char *const *)argv);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &child) != pid || status != 0)
		bench_die("cannot run us");
	return bench_wall() - start;
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
	FILE *f = bench_must(fopen(path, "w"));
	for (size_t i = 0; i < bench_document_count; i++) {
		char date[16];
		fputs("{\"id\":", f);
		write_string(bench_documents[i].id, f);
		if (*brad_date_write(bench_documents[i].date, date))
			fprintf(f, ",\"date\":\"%s\"", date);
		if (bench_documents[i].source) {
			fputs(",\"source\":", f);
			write_string(bench_documents[i].source, f);
		}
		fputs(",\"text\":", f);
		write_string(bench_documents[i].text, f);
		fputs("}\n", f);
	}
	if (fclose(f) != 0) bench_die("cannot write the corpus");
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
	bench_must_do(brad_index_open(path, &ours, &err), &err);
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
		bench_must_do(brad_index_count(ours, &options, &count, &table, &err), &err);
		*found = brad_table_rows(table, &rows);
		brad_table_free(table);
		return 0;
	}
	brad_results *results;
	bench_must_do(brad_index_search(ours, &options, &results, &err), &err);
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
static bool alone;          /* it is not asked for */

static void build_peer(const char *directory, int p)
{
	uint64_t before = size_of(directory);
	double w = bench_wall(), c = bench_cpu();
	if (peers[p]->build(directory, bench_sentences, bench_sentence_count)) exit(2);
	figures[p].wall = bench_wall() - w;
	figures[p].cpu = bench_cpu() - c;
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
				double start = bench_wall();
				if (peers[p]->ask(&query, &found)) exit(2);
				times[p][i] = (bench_wall() - start) * 1000;
				if (round) figures[p].found[class_of] += found;
			}
	}
	for (int p = 0; p < count; p++) {
		qsort(times[p], QUERIES, sizeof(double), bench_compare);
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
		const char *const argv[] = {program,   "search", "--index",           path,
					    "--limit", "10",     bench_common_word(), NULL};
		times[i] = run(argv) * 1000;
	}
	qsort(times, COLD_STARTS, sizeof(double), bench_compare);
	cold = times[COLD_STARTS / 2];
}

/* ---- What the peers reached before ---- */

/* The file that keeps it, named by what is asked of them. */
static void name_file(const char *directory, char *out, size_t room)
{
	uint64_t h = 14695981039346656037u + FORMAT + QUERIES;
	for (size_t i = 0; i < bench_sentence_count; i++) {
		const char *parts[] = {bench_sentences[i].text, bench_sentences[i].speaker,
				       bench_sentences[i].day};
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
	FILE *f = bench_must(fopen(path, "wb"));
	if (fwrite(figures + 1, sizeof *figures, PEERS - 1, f) != PEERS - 1 || fclose(f) != 0)
		bench_die("cannot keep what the peers reached");
}

/* ---- Printing ---- */

static void print_table(void)
{
	printf("%zu articles, %zu sentences, %.1f MB; analysis %.1f MB/s on one core\n\n",
	       bench_document_count, bench_sentence_count, (double)bench_text_bytes / 1e6,
	       (double)bench_text_bytes / 1e6 / bench_analysis_seconds);
	printf("%-14s", "");
	for (int p = 0; p < PEERS; p++) printf("%14s", peers[p]->name);
	printf("%14s%14s\n", "Xapian ÷ us", "FTS5 ÷ us");
	const char *const names[] = {"index wall s", "index cpu s", "size ÷ text"};
	for (int row = 0; row < 3; row++) {
		double v[PEERS];
		for (int p = 0; p < PEERS; p++)
			v[p] = row == 0   ? figures[p].wall
			       : row == 1 ? figures[p].cpu
					  : (double)figures[p].size / (double)bench_text_bytes;
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
	       bench_document_count, bench_sentence_count, bench_text_bytes, bench_analysis_seconds,
	       memory, cold);
	for (int p = 0; p < (alone ? 0 : PEERS); p++) {
		printf("%s{\"name\":\"%s\",\"wall\":%.4f,\"cpu\":%.4f,\"size\":%llu", p ? "," : "",
		       peers[p]->name, figures[p].wall, figures[p].cpu,
		       (unsigned long long)figures[p].size);
		for (int c = 0; c < BENCH_CLASSES; c++)
			printf(",\"%s\":{\"p50_ms\":%.4f,\"p99_ms\":%.4f,\"found\":%zu}",
			       class_names[c], figures[p].p50[c], figures[p].p99[c],
			       figures[p].found[c]);
		putchar('}');
	}
	printf("],\"answers\":");
	bench_answers_print_json();
	puts("}");
}

static void find_program(const char *self)
{
	const char *slash = strrchr(self, '/');
	snprintf(program, sizeof program, "%.*s../../bradsearch",
		 slash ? (int)(slash - self) + 1 : 0, self);
	if (access(program, X_OK) != 0) bench_die("bradsearch is not built");
}

static void time_answers(const char *directory)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/bradsearch", directory);
	bench_answers(path);
}

static void measure(const char *directory, const char *keep)
{
	char file[4096];
	if (keep && !alone) {
		name_file(keep, file, sizeof file);
		known = read_figures(file);
	}
	known |= alone;
	build_all(directory);
	bench_count_words();
	if (alone) {
		peers[0]->close();
		time_answers(directory);
		return;
	}
	for (int c = 0; c < BENCH_CLASSES; c++) ask_all((enum bench_class)c);
	start_cold(directory);
	for (int p = 0; p < (known ? 1 : PEERS); p++) peers[p]->close();
	time_answers(directory);
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
		else if (strcmp(argv[i], "--answers") == 0)
			alone = true;
		else if (strcmp(argv[i], "--sentences") == 0 && i + 1 < argc)
			limit = strtoul(argv[++i], NULL, 10);
		else if (strcmp(argv[i], "--keep") == 0 && i + 1 < argc)
			keep = argv[++i];
		else
			corpus = argv[i];
	}
	find_program(argv[0]);
	char directory[] = "/tmp/bench.XXXXXX";
	if (!mkdtemp(directory)) bench_die("cannot make a directory in /tmp");
	if (corpus)
		bench_read_corpus(corpus, limit);
	else
		bench_make_corpus(limit);
	bench_enlarge(limit);
	if (bench_sentence_count < 300) bench_die("the corpus is too small");
	measure(directory, keep);
	bool soon = true;
	if (json)
		print_json();
	else if (!alone)
		print_table();
	if (!json) soon = bench_answers_print();
	char command[64];
	snprintf(command, sizeof command, "rm -rf '%s'", directory);
	return system(command) == 0 ? !soon : 2;
}
