#include "ours.h"

#include "corpus.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { COLD_STARTS = 15 };

double bench_build_cpu, bench_build_memory;

/* ---- The program --------------------------------------------------------- */

static char program[4096];
static struct rusage child;

void bench_find_program(const char *benchmark)
{
	const char *slash = strrchr(benchmark, '/');
	snprintf(program, sizeof program, "%.*s../../bradsearch",
		 slash ? (int)(slash - benchmark) + 1 : 0, benchmark);
	if (access(program, X_OK) != 0) bench_die("bradsearch is not built");
}

/* Runs the program, silently; returns the seconds it took.  Spawned, not forked: copying the
 * tables of the benchmark's own memory would be part of them. */
extern char **environ;

static double run(const char *const argv[])
{
	int status;
	pid_t pid;
	posix_spawn_file_actions_t silent;
	posix_spawn_file_actions_init(&silent);
	posix_spawn_file_actions_addopen(&silent, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&silent, 2, "/dev/null", O_WRONLY, 0);
	double start = bench_wall();
	if (posix_spawn(&pid, program, &silent, NULL, (char *const *)argv, environ) != 0 ||
	    wait4(pid, &status, 0, &child) != pid || status != 0)
		bench_die("cannot run us");
	double end = bench_wall();
	posix_spawn_file_actions_destroy(&silent);
	return end - start;
}

static pid_t waiting;
static int go;

void bench_prepare_program(const char *directory)
{
	static char path[4096], corpus[4096];
	const char *const argv[] = {program, "index", "--index", path, corpus, NULL};
	int ends[2];
	char byte;
	snprintf(path, sizeof path, "%s/%s", directory, bench_ours.path);
	snprintf(corpus, sizeof corpus, "%s/corpus.jsonl", directory);
	if (pipe(ends) != 0 || (waiting = fork()) < 0) bench_die("cannot start us");
	if (waiting == 0) {
		close(ends[1]);
		if (read(ends[0], &byte, 1) != 1) _exit(0); /* there is an index */
		if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr))
			_exit(126);
		execv(program, (char *const *)argv);
		_exit(127);
	}
	close(ends[0]);
	go = ends[1];
}

double bench_start_cold(const char *directory)
{
	char path[4096];
	double times[COLD_STARTS];
	snprintf(path, sizeof path, "%s/%s", directory, bench_ours.path);
	for (int i = 0; i < COLD_STARTS; i++) {
		const char *const argv[] = {program,   "search", "--index",           path,
					    "--limit", "10",     bench_common_word(), NULL};
		times[i] = run(argv) * 1000;
	}
	qsort(times, COLD_STARTS, sizeof(double), bench_compare);
	return times[COLD_STARTS / 2];
}

/* ---- Building ------------------------------------------------------------ */

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

/* The corpus is written before the others build theirs: only indexing is timed. */
static void prepare(const char *directory)
{
	char corpus[4096];
	snprintf(corpus, sizeof corpus, "%s/corpus.jsonl", directory);
	write_documents(corpus);
}

static int build(const char *directory, const struct bench_sentence *list, size_t count)
{
	char corpus[4096];
	int status;
	(void)list;
	(void)count;
	snprintf(corpus, sizeof corpus, "%s/corpus.jsonl", directory);
	if (write(go, "", 1) != 1 || wait4(waiting, &status, 0, &child) != waiting || status != 0)
		bench_die("cannot run us");
	unlink(corpus);
	bench_build_cpu = (double)(child.ru_utime.tv_sec + child.ru_stime.tv_sec) +
			  (double)(child.ru_utime.tv_usec + child.ru_stime.tv_usec) * 1e-6;
	bench_build_memory = (double)child.ru_maxrss / 1024;
	return 0;
}

/* ---- Asking -------------------------------------------------------------- */

static brad_index *index_of_ours;

static int open_index(const char *directory)
{
	char path[4096];
	brad_error err;
	snprintf(path, sizeof path, "%s/%s", directory, bench_ours.path);
	bench_must_do(brad_index_open(path, &index_of_ours, &err), &err);
	return 0;
}

static brad_date date_of(const char *text)
{
	int day = atoi(text);
	return (brad_date){(int16_t)(day / 10000), (uint8_t)(day / 100 % 100),
			   (uint8_t)(day % 100)};
}

static void count(const brad_search_options *options, size_t *found)
{
	brad_table *table;
	brad_error err;
	const brad_count *rows;
	brad_count_options how = BRAD_COUNT_OPTIONS_INIT;
	how.by = BRAD_FIELD_SPEAKER;
	bench_must_do(brad_index_count(index_of_ours, options, &how, &table, &err), &err);
	*found = brad_table_rows(table, &rows);
	brad_table_free(table);
}

static int ask(const struct bench_query *q, size_t *found)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	brad_error err;
	char words[sizeof q->words + 2];
	const char *form = q->class_of == BENCH_PHRASE   ? "\"%s\""
			   : q->class_of == BENCH_PREFIX ? "%s*"
							 : "%s";
	snprintf(words, sizeof words, form, q->words);
	options.query = words;
	options.any = q->class_of == BENCH_OR;
	options.limit = q->class_of == BENCH_TOTAL ? 0 : 10;
	if (q->class_of == BENCH_SPEAKER) options.speaker = q->speaker;
	if (q->class_of == BENCH_DATES) {
		options.from = date_of(q->from);
		options.to = date_of(q->to);
	}
	if (q->class_of == BENCH_COUNT) {
		count(&options, found);
		return 0;
	}
	bench_must_do(brad_index_search(index_of_ours, &options, &results, &err), &err);
	*found = q->class_of == BENCH_TOTAL ? (size_t)brad_results_total(results)
					    : brad_results_count(results);
	brad_results_free(results);
	return 0;
}

static void close_index(void)
{
	brad_index_free(index_of_ours);
}

const struct bench_peer bench_ours = {"bradsearch", "bradsearch", prepare,    build,
				      open_index,   ask,          close_index};
