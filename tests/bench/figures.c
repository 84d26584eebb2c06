#include "figures.h"

#include "answers.h"
#include "corpus.h"
#include "ours.h"

#include <stdio.h>
#include <string.h>

enum { FORMAT = 3 };

const char *const bench_class_names[BENCH_CLASSES] = {"rare",   "common",     "and",     "or",
						      "phrase", "stop words", "speaker", "dates",
						      "count",  "total",      "prefix"};
const struct bench_peer *const bench_peers[BENCH_PEERS] = {&bench_ours, &bench_xapian,
							   &bench_sqlite};

struct bench_figures bench_figures[BENCH_PEERS];
double bench_cold;
int bench_asked = BENCH_PEERS;
bool bench_peers_known;

/* ---- What the peers reached before ---------------------------------------- */

/* The file that keeps it, named by what is asked of them. */
static void name_file(const char *directory, char *out, size_t room)
{
	uint64_t h = 14695981039346656037u + FORMAT + BENCH_QUERIES;
	for (size_t i = 0; i < bench_sentence_count; i++) {
		const char *parts[] = {bench_sentences[i].text, bench_sentences[i].speaker,
				       bench_sentences[i].day};
		for (int k = 0; k < 3; k++)
			for (const char *c = parts[k]; *c; c++)
				h = (h ^ (unsigned char)*c) * 1099511628211u;
	}
	snprintf(out, room, "%s/bench-peers-%016llx", directory, (unsigned long long)h);
}

void bench_read_figures(const char *directory)
{
	char path[4096];
	name_file(directory, path, sizeof path);
	FILE *f = fopen(path, "rb");
	if (!f) return;
	bench_peers_known = fread(bench_figures + 1, sizeof *bench_figures, BENCH_PEERS - 1, f) ==
			    BENCH_PEERS - 1;
	fclose(f);
	if (bench_peers_known) bench_asked = 1;
}

void bench_write_figures(const char *directory)
{
	char path[4096];
	name_file(directory, path, sizeof path);
	FILE *f = fopen(path, "wb");
	if (!f ||
	    fwrite(bench_figures + 1, sizeof *bench_figures, BENCH_PEERS - 1, f) !=
		    BENCH_PEERS - 1 ||
	    fclose(f) != 0)
		bench_die("cannot keep what the peers reached");
}

/* ---- The table ------------------------------------------------------------ */

/* A figure of each, and what the others' are of ours; what was not measured is left open. */
static void print_row(const char *name, const char *what, const double v[BENCH_PEERS])
{
	printf("%-11s%-8s", name, what);
	for (int p = 0; p < BENCH_PEERS; p++) {
		if (v[p] > 0)
			printf("%13.3f", v[p]);
		else
			printf("%13s", "-");
	}
	for (int p = 1; p < BENCH_PEERS; p++) {
		if (v[p] > 0 && v[0] > 0)
			printf("%13.2f", v[p] / v[0]);
		else
			printf("%13s", "-");
	}
	putchar('\n');
}

static void print_building(void)
{
	double wall[BENCH_PEERS], cpu[BENCH_PEERS], size[BENCH_PEERS];
	for (int p = 0; p < BENCH_PEERS; p++) {
		const struct bench_figures *f = &bench_figures[p];
		wall[p] = f->wall;
		cpu[p] = f->cpu;
		size[p] = (double)f->size / (double)bench_text_bytes;
	}
	print_row("index", "wall s", wall);
	print_row("", "cpu s", cpu);
	print_row("size", "÷ text ", size);
}

static void print_class(int c)
{
	double p50[BENCH_PEERS], p99[BENCH_PEERS], in_turn[BENCH_PEERS];
	for (int p = 0; p < BENCH_PEERS; p++) {
		const struct bench_times *t = &bench_figures[p].times[c];
		p50[p] = t->p50;
		p99[p] = t->p99;
		in_turn[p] = t->in_turn;
	}
	print_row(bench_class_names[c], "p50", p50);
	print_row("", "p99", p99);
	print_row("", "in turn", in_turn);
}

void bench_print_table(void)
{
	printf("%zu articles, %zu sentences, %.1f MB; analysis %.1f MB/s on one core\n\n",
	       bench_document_count, bench_sentence_count, (double)bench_text_bytes / 1e6,
	       (double)bench_text_bytes / 1e6 / bench_analysis_seconds);
	printf("%-19s", "");
	for (int p = 0; p < BENCH_PEERS; p++) printf("%13s", bench_peers[p]->name);
	puts("  Xapian ÷ us    FTS5 ÷ us");
	print_building();
	for (int c = 0; c < BENCH_CLASSES; c++) print_class(c);
	printf("\nQueries in ms: p50 and p99 when the same was asked just before; in turn: p50 "
	       "when\n"
	       "the others were asked in between.  Peers measured %s.\n",
	       bench_peers_known  ? "before"
	       : bench_asked == 1 ? "not at all"
				  : "in this run");
	if (bench_build_memory > 0)
		printf("Ours: at most %.0f MB of memory while indexing.\n", bench_build_memory);
	printf("From the start of our program to ten hits %.1f ms.\n", bench_cold);
}

void bench_print_slowest(const struct bench_slow *list, size_t count)
{
	puts("\nThe slowest queries:");
	for (size_t i = 0; i < count; i++)
		printf("%-11s%10.3f  %s%s%s\n", bench_class_names[list[i].query.class_of],
		       list[i].ms, list[i].query.words, *list[i].query.speaker ? ", said by " : "",
		       list[i].query.speaker);
}

/* ---- JSON ----------------------------------------------------------------- */

static void print_peer(int p)
{
	const struct bench_figures *f = &bench_figures[p];
	printf("%s{\"name\":\"%s\",\"wall\":%.4f,\"cpu\":%.4f,\"size\":%llu", p ? "," : "",
	       bench_peers[p]->name, f->wall, f->cpu, (unsigned long long)f->size);
	for (int c = 0; c < BENCH_CLASSES; c++)
		printf(",\"%s\":{\"p50_ms\":%.4f,\"p99_ms\":%.4f,\"in_turn_ms\":%.4f,"
		       "\"found\":%zu}",
		       bench_class_names[c], f->times[c].p50, f->times[c].p99, f->times[c].in_turn,
		       f->found[c]);
	putchar('}');
}

void bench_print_json(bool answers_alone)
{
	printf("{\"articles\":%zu,\"sentences\":%zu,\"bytes\":%zu,\"analysis_seconds\":%.4f,"
	       "\"memory_mb\":%.1f,\"cold_ms\":%.3f,\"engines\":[",
	       bench_document_count, bench_sentence_count, bench_text_bytes, bench_analysis_seconds,
	       bench_build_memory, bench_cold);
	for (int p = 0; p < (answers_alone ? 0 : BENCH_PEERS); p++) print_peer(p);
	printf("],\"answers\":");
	bench_answers_print_json();
	puts("}");
}
