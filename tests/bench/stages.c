/* stages - how fast is each stage of the analysis, beside ICU's sentence iterator on the same text in the same run?
 *
 *     stages [--json] [--articles N] [--rounds N] [CORPUS.jsonl]
 *
 * Without a corpus it makes a text of its own.  A stage's own speed tells where
 * time goes; "from the text" adds what it needs before it, and is what compares
 * with ICU, which starts from the text too.  The stages and ICU take turns, article
 * by article; of each article the best round counts, as other work on the
 * machine hardly ever disturbs the same article in all of them.
 *
 * "of ICU" is against its iterator over the UTF-8 as it lies, with no
 * abbreviations known.  Two lines more tell what ICU takes when it converts the
 * text, which is quicker even so, and when it knows the abbreviations of the
 * locale, as one would use it for sentences of news. */
#include "peer_icu.h"

#include "analysis/article.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The first three as in enum icu_way. */
enum stage { ICU, ICU_WIDE, ICU_ABBR, TOKENS, SENTENCES, DATES, PEOPLE, WHOLE, STAGES };

static const char *const names[STAGES] = {"ICU's sentence iterator",     "ICU, by way of UTF-16",
					  "ICU, and with abbreviations", "tokens",
					  "paragraphs and sentences",    "dates",
					  "names, quotations, speakers", "the whole analysis"};
static const char *const keys[STAGES] = {
	"icu", "icu_utf16", "icu_abbreviations", "tokens", "sentences", "dates", "people", "whole"};

static brad_document *articles;
static size_t article_count, text_bytes, icu_count, sentence_count, date_count, quote_count;

static void die(const char *what)
{
	fprintf(stderr, "stages: %s\n", what);
	exit(2);
}

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* ---- The text ---- */

static void add_article(const brad_document *from)
{
	if ((article_count & (article_count - 1)) == 0)
		articles = realloc(articles,
				   (article_count ? article_count * 2 : 1) * sizeof *articles);
	char *text = strndup(from->text, from->text_length);
	if (!articles || !text) die("out of memory");
	brad_document d = BRAD_DOCUMENT_INIT;
	d.text = text;
	d.text_length = strlen(text);
	d.date = from->date;
	articles[article_count++] = d;
	text_bytes += d.text_length;
}

static void read_corpus(const char *path, size_t most)
{
	brad_reader *reader;
	const brad_document *document;
	brad_error error;
	if (brad_reader_open(path, BRAD_INPUT_JSONL, &reader, &error) != BRAD_OK)
		die(error.message);
	for (;;) {
		brad_status status = brad_reader_next(reader, &document, &error);
		if (status == BRAD_EINPUT) continue;
		if (status != BRAD_OK) die(error.message);
		if (!document || article_count == most) break;
		add_article(document);
	}
	brad_reader_free(reader);
}

/* Prose of a small town, put together by chance. */
static void make_corpus(size_t most)
{
	static const char *const lines[] = {
		"The council met on Tuesday to hear what the new bridge will cost the town.",
		"“We have waited for this since 2018,” said Maud Pellow, the leader of the "
		"council.",
		"It is the third time in five years that the river has flooded the market square.",
		"Dr. J. P. Harker of St. Anne's told the meeting that nobody had been hurt.",
		"Work is to begin on 4 March next year and will take at least ten months.",
		"She added: “Our shops cannot lose another summer. They will close.”",
		"About 3,400 people have signed, according to the Friends of the Quay.",
		"Mr Tolland, 61, who has run the ferry for two decades, does not agree.",
		"“It is too dear”, he said, “and it is in the wrong place.”",
		"The plans can be seen in the library until 5.30pm on Friday, 9 June.",
		"A spokeswoman for the harbour said that the tide tables would be changed.",
		"Rain held off, the band played, and the mayor cut a ribbon of blue silk."};
	uint64_t state = 88172645463325252u;
	char text[8192];
	while (article_count < most) {
		size_t n = 0;
		for (int i = 0; i < 30; i++) {
			state ^= state << 13;
			state ^= state >> 7;
			state ^= state << 17;
			const char *line = lines[state % (sizeof lines / sizeof *lines)];
			n += (size_t)snprintf(text + n, sizeof text - n, "%s%s", line,
					      state >> 32 & 1 ? " " : "\n\n");
		}
		brad_document d = BRAD_DOCUMENT_INIT;
		d.text = text;
		d.text_length = n;
		d.date = (brad_date){2021, 4, 28};
		add_article(&d);
	}
}

/* ---- Timing ---- */

static void run(struct bs_article *article, void (*pass)(struct bs_article *))
{
	pass(article);
	bs_arena_clear(&article->scratch);
}

/* The passes of brad_article_parse(), one by one. */
static void run_passes(const brad_document *document, double seconds[STAGES])
{
	struct brad_article *article = bs_article_new();
	jmp_buf way_out;
	if (!article || setjmp(way_out) != 0) die("out of memory");
	struct bs_article *a = &article->a;
	a->arena.way_out = a->scratch.way_out = &way_out;
	a->document = *document;
	double start = now();
	bs_tokenize(&a->arena, document->text, document->text_length, &a->tokens);
	double tokens = now();
	run(a, bs_find_paragraphs);
	run(a, bs_find_sentences);
	double sentences = now();
	run(a, bs_find_published);
	run(a, bs_find_timexes);
	run(a, bs_share_out_timexes);
	run(a, bs_infer_date);
	double dates = now();
	run(a, bs_find_mentions);
	run(a, bs_find_quotes);
	run(a, bs_find_speakers);
	double people = now();
	seconds[TOKENS] += tokens - start;
	seconds[SENTENCES] += sentences - tokens;
	seconds[DATES] += dates - sentences;
	seconds[PEOPLE] += people - dates;
	sentence_count += a->sentence_count;
	date_count += a->timex_count;
	quote_count += a->quote_count;
	brad_article_free(article);
}

/* Each stage once for each article; `best` has what each article took at least so far. */
static void run_round(double (*best)[STAGES])
{
	icu_count = sentence_count = date_count = quote_count = 0;
	for (size_t i = 0; i < article_count; i++) {
		brad_article *article;
		double start, seconds[STAGES] = {0};
		for (int way = ICU; way <= ICU_ABBR; way++) {
			start = now();
			size_t n = icu_sentences((enum icu_way)way, articles[i].text,
						 articles[i].text_length);
			seconds[way] += now() - start;
			if (way == ICU) icu_count += n;
		}
		run_passes(&articles[i], seconds);
		start = now();
		if (brad_article_parse(&articles[i], &article, NULL) != BRAD_OK)
			die("an article cannot be analysed");
		brad_article_free(article);
		seconds[WHOLE] += now() - start;
		for (int s = 0; s < STAGES; s++)
			if (seconds[s] < best[i][s]) best[i][s] = seconds[s];
	}
}

/* The best of some rounds, article by article, added up. */
static void run_rounds(size_t rounds, double seconds[STAGES])
{
	double(*best)[STAGES] = malloc(article_count * sizeof *best);
	if (!best) die("out of memory");
	for (size_t i = 0; i < article_count; i++)
		for (int s = 0; s < STAGES; s++) best[i][s] = INFINITY;
	while (rounds-- > 0) run_round(best);
	for (size_t i = 0; i < article_count; i++)
		for (int s = 0; s < STAGES; s++) seconds[s] += best[i][s];
	free(best);
}

/* What a stage takes with all that it needs: ICU and the whole need nothing. */
static double from_text(const double seconds[STAGES], int stage)
{
	if (stage < TOKENS || stage == WHOLE) return seconds[stage];
	/* Dates need tokens and sentences too, people all of them. */
	double sum = 0;
	for (int s = TOKENS; s <= stage; s++) sum += seconds[s];
	return sum;
}

static void print_table(const double seconds[STAGES])
{
	double megabytes = (double)text_bytes / 1e6;
	printf("%zu articles, %.1f MB; %zu sentences (ICU: %zu), %zu dates, %zu quotations\n\n",
	       article_count, megabytes, sentence_count, icu_count, date_count, quote_count);
	printf("%-30s %10s %10s   %10s %10s\n", "", "alone", "of ICU", "from the", "of ICU");
	printf("%-30s %10s %10s   %10s\n", "", "MB/s", "", "text MB/s");
	for (int s = 0; s < STAGES; s++) {
		double sum = from_text(seconds, s);
		printf("%-30s %10.1f %10.2f   %10.1f %10.2f\n", names[s], megabytes / seconds[s],
		       seconds[ICU] / seconds[s], megabytes / sum, seconds[ICU] / sum);
	}
}

static void print_json(const double seconds[STAGES])
{
	double megabytes = (double)text_bytes / 1e6;
	printf("{\"articles\":%zu,\"bytes\":%zu,\"stages\":{", article_count, text_bytes);
	for (int s = 0; s < STAGES; s++) {
		double sum = from_text(seconds, s);
		printf("%s\"%s\":{\"mb_s\":%.2f,\"of_icu\":%.3f,\"from_text_mb_s\":%.2f,"
		       "\"from_text_of_icu\":%.3f}",
		       s ? "," : "", keys[s], megabytes / seconds[s], seconds[ICU] / seconds[s],
		       megabytes / sum, seconds[ICU] / sum);
	}
	printf("}}\n");
}

int main(int argc, char **argv)
{
	bool json = false;
	size_t most = 2000, rounds = 5;
	const char *corpus = NULL;
	double seconds[STAGES] = {0};
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--json") == 0)
			json = true;
		else if (strcmp(argv[i], "--articles") == 0 && i + 1 < argc)
			most = strtoul(argv[++i], NULL, 10);
		else if (strcmp(argv[i], "--rounds") == 0 && i + 1 < argc)
			rounds = strtoul(argv[++i], NULL, 10);
		else if (argv[i][0] == '-' || corpus)
			die("usage: stages [--json] [--articles N] [--rounds N] [CORPUS.jsonl]");
		else
			corpus = argv[i];
	}
	if (corpus)
		read_corpus(corpus, most);
	else
		make_corpus(most);
	if (article_count == 0 || rounds == 0) die("nothing to measure");
	run_rounds(rounds, seconds);
	if (json)
		print_json(seconds);
	else
		print_table(seconds);
	return 0;
}
