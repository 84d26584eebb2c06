/* bench - how fast are we, beside raw Xapian and SQLite FTS5 on the same sentences in the same run?
 *
 *     bench [--sentences N] [--answers] [--ours] [--slowest N] [--json]
 *           [--keep DIRECTORY] [--in DIRECTORY] [CORPUS.jsonl]
 *
 * Without a corpus it makes a text of its own; one that is too small is
 * repeated, each word with probability 0.1 replaced by a word drawn from it.
 * Ours is the program beside this one, from JSON Lines to a published index,
 * the analysis included; the peers get ready sentences.  What the peers reach is
 * kept in a directory, if one is named by --keep, and not measured again for the
 * same sentences; with --ours they are not asked at all.  Indexes are built in a
 * directory that is removed, or in the one named by --in: that is left, and what is
 * there is taken as it is the next time.  --slowest tells the queries that took us
 * longest.  What counts is the ratio of medians.  Then come the answers that the
 * peers do not have, see answers.h; with --answers, these alone, and with --in, which
 * they would change, only if they are asked for.
 * Exit status: 0 measured, 1 an answer was slower than it may be, 2 a problem. */
#include "answers.h"
#include "corpus.h"
#include "figures.h"
#include "ours.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct arguments {
	size_t sentences, slowest;
	bool answers, json;
	const char *corpus, *keep, *in;
};

/* ---- Building ------------------------------------------------------------- */

static uint64_t size_of(const char *path)
{
	char command[4200];
	unsigned long long bytes = 0;
	snprintf(command, sizeof command, "du -sb '%s'", path);
	FILE *pipe = popen(command, "r");
	if (!pipe || fscanf(pipe, "%llu", &bytes) != 1) bench_die("cannot run du");
	pclose(pipe);
	return bytes;
}

static void build_peer(const char *directory, int p)
{
	const struct bench_peer *peer = bench_peers[p];
	struct bench_figures *f = &bench_figures[p];
	char path[4096];
	snprintf(path, sizeof path, "%s/%s", directory, peer->path);
	if (access(path, F_OK) != 0) {
		if (peer->prepare) peer->prepare(directory);
		double wall = bench_wall(), cpu = bench_cpu();
		if (peer->build(directory, bench_sentences, bench_sentence_count)) exit(2);
		f->wall = bench_wall() - wall;
		f->cpu = p == 0 ? bench_build_cpu : bench_cpu() - cpu;
	}
	f->size = size_of(path);
	if (peer->open(directory)) exit(2);
}

/* ---- Asking --------------------------------------------------------------- */

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

static double ask(int p, const struct bench_query *query, size_t *found)
{
	double start = bench_wall();
	*found = 0;
	if (bench_peers[p]->ask(query, found)) exit(2);
	return (bench_wall() - start) * 1000;
}

static void keep_slowest(struct bench_slow *list, size_t room, double ms,
			 const struct bench_query *query)
{
	size_t i = room;
	for (; i > 0 && list[i - 1].ms < ms; i--)
		if (i < room) list[i] = list[i - 1];
	if (i < room) list[i] = (struct bench_slow){ms, *query};
}

/* Each query is asked of all in turn, twice; the second time, again at once. */
static void ask_all(enum bench_class class_of, struct bench_slow *slowest, size_t slowest_count)
{
	static double warm[BENCH_PEERS][BENCH_QUERIES], in_turn[BENCH_PEERS][BENCH_QUERIES];
	for (int i = 0; i < BENCH_QUERIES; i++) {
		struct bench_query query;
		size_t found;
		make_query(class_of, &query);
		for (int p = 0; p < bench_asked; p++) ask(p, &query, &found);
		for (int p = 0; p < bench_asked; p++) {
			in_turn[p][i] = ask(p, &query, &found);
			warm[p][i] = ask(p, &query, &found);
			bench_figures[p].found[class_of] += found;
		}
		keep_slowest(slowest, slowest_count, warm[0][i], &query);
	}
	for (int p = 0; p < bench_asked; p++) {
		struct bench_times *t = &bench_figures[p].times[class_of];
		qsort(warm[p], BENCH_QUERIES, sizeof(double), bench_compare);
		qsort(in_turn[p], BENCH_QUERIES, sizeof(double), bench_compare);
		t->p50 = warm[p][BENCH_QUERIES / 2];
		t->p99 = warm[p][BENCH_QUERIES * 99 / 100];
		t->in_turn = bench_asked > 1 ? in_turn[p][BENCH_QUERIES / 2] : 0;
	}
}

static void time_answers(const char *directory)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/%s", directory, bench_ours.path);
	bench_answers(path);
}

static void measure(const struct arguments *a, const char *directory, struct bench_slow *slowest)
{
	if (a->keep && bench_asked > 1) bench_read_figures(a->keep);
	for (int p = 0; p < bench_asked; p++) build_peer(directory, p);
	bench_count_words();
	for (int c = 0; c < BENCH_CLASSES && !a->answers; c++)
		ask_all((enum bench_class)c, slowest + (size_t)c * a->slowest, a->slowest);
	if (!a->answers) bench_cold = bench_start_cold(directory);
	for (int p = 0; p < bench_asked; p++) bench_peers[p]->close();
	if (!a->in || a->answers) time_answers(directory);
	if (a->keep && bench_asked > 1) bench_write_figures(a->keep);
}

/* ---- The command line ----------------------------------------------------- */

static void read_arguments(int argc, char **argv, struct arguments *a)
{
	*a = (struct arguments){.sentences = 100000};
	for (int i = 1; i < argc; i++) {
		const char *value = i + 1 < argc ? argv[i + 1] : NULL;
		if (strcmp(argv[i], "--json") == 0)
			a->json = true;
		else if (strcmp(argv[i], "--answers") == 0)
			a->answers = true, bench_asked = 1;
		else if (strcmp(argv[i], "--ours") == 0)
			bench_asked = 1;
		else if (strcmp(argv[i], "--sentences") == 0 && value)
			a->sentences = strtoul(argv[++i], NULL, 10);
		else if (strcmp(argv[i], "--slowest") == 0 && value)
			a->slowest = strtoul(argv[++i], NULL, 10);
		else if (strcmp(argv[i], "--keep") == 0 && value)
			a->keep = argv[++i];
		else if (strcmp(argv[i], "--in") == 0 && value)
			a->in = argv[++i];
		else if (*argv[i] != '-')
			a->corpus = argv[i];
		else
			bench_die("no such option");
	}
	if (a->slowest > BENCH_QUERIES) a->slowest = BENCH_QUERIES;
}

int main(int argc, char **argv)
{
	struct arguments a;
	char made[] = "/tmp/bench.XXXXXX";
	bool soon = true;
	read_arguments(argc, argv, &a);
	bench_find_program(argv[0]);
	if (!a.in && !mkdtemp(made)) bench_die("cannot make a directory in /tmp");
	bench_prepare_program(a.in ? a.in : made);
	if (a.corpus)
		bench_read_corpus(a.corpus, a.sentences);
	else
		bench_make_corpus(a.sentences);
	bench_enlarge(a.sentences);
	if (bench_sentence_count < 300) bench_die("the corpus is too small");
	struct bench_slow *slowest =
		bench_must(calloc(BENCH_CLASSES * a.slowest + 1, sizeof *slowest));
	measure(&a, a.in ? a.in : made, slowest);
	if (a.json)
		bench_print_json(a.answers);
	else if (!a.answers)
		bench_print_table();
	if (a.slowest && !a.json && !a.answers)
		bench_print_slowest(slowest, BENCH_CLASSES * a.slowest);
	if (!a.json && (!a.in || a.answers)) soon = bench_answers_print();
	free(slowest);
	if (a.in) return !soon;
	char command[64];
	snprintf(command, sizeof command, "rm -rf '%s'", made);
	return system(command) == 0 ? !soon : 2;
}
