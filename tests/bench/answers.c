#include "answers.h"

#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ASKED = 25, BATCH = 20, FACETS = 4, MOST_MS = 200, ID = 512 };

/* What is drawn for an answer, the same for each. */
struct draw {
	const char *common, *other, *rare, *speaker;
	char quotation[32 * 12], id[ID];
};

static brad_index *at;

/* ---- Asking ---- */

static size_t search(const brad_search_options *options)
{
	brad_results *results;
	brad_error err;
	bench_must_do(brad_index_search(at, options, &results, &err), &err);
	size_t found = brad_results_count(results);
	brad_results_free(results);
	return found;
}

static brad_search_options about(const char *query)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = query;
	return options;
}

static size_t ask_first(const struct draw *d)
{
	brad_search_options options = about(d->common);
	options.sort = BRAD_SORT_OLDEST;
	options.limit = 1;
	return search(&options);
}

static size_t ask_last(const struct draw *d)
{
	brad_search_options options = about(d->common);
	options.sort = BRAD_SORT_NEWEST;
	options.limit = 1;
	return search(&options);
}

static size_t ask_first_per_speaker(const struct draw *d)
{
	brad_search_options options = about(d->common);
	options.sort = BRAD_SORT_OLDEST;
	options.group = BRAD_GROUP_SPEAKER;
	return search(&options);
}

static size_t ask_by_speaker(const struct draw *d)
{
	brad_search_options options = about(d->common);
	options.group = BRAD_GROUP_SPEAKER;
	return search(&options);
}

static size_t ask_by_article(const struct draw *d)
{
	brad_search_options options = about(d->common);
	options.group = BRAD_GROUP_ARTICLE;
	return search(&options);
}

static size_t count(const char *query, brad_field by, brad_field and_by, bool rates, bool facet)
{
	brad_search_options options = about(query);
	brad_count_options how = BRAD_COUNT_OPTIONS_INIT;
	brad_table *table;
	brad_error err;
	const brad_count *rows;
	how.by = by;
	how.and_by = and_by;
	how.rates = rates;
	how.facet = facet;
	how.every = by == BRAD_FIELD_TIME;
	if (facet) how.limit = 10;
	bench_must_do(brad_index_count(at, &options, &how, &table, &err), &err);
	size_t found = brad_table_rows(table, &rows);
	brad_table_free(table);
	return found;
}

static size_t ask_rates(const struct draw *d)
{
	return count(d->common, BRAD_FIELD_SPEAKER, BRAD_FIELD_NONE, true, false);
}

static size_t ask_two_fields(const struct draw *d)
{
	return count(d->common, BRAD_FIELD_SPEAKER, BRAD_FIELD_MONTH, false, false);
}

static size_t ask_timeline(const struct draw *d)
{
	return count(d->common, BRAD_FIELD_TIME, BRAD_FIELD_NONE, true, false);
}

/* A search, and beside it what its matches are of. */
static size_t ask_facets(const struct draw *d)
{
	static const brad_field fields[FACETS] = {BRAD_FIELD_SPEAKER, BRAD_FIELD_ROLE,
						  BRAD_FIELD_MONTH, BRAD_FIELD_SOURCE};
	brad_search_options options = about(d->common);
	size_t found = search(&options);
	for (int i = 0; i < FACETS; i++)
		found += count(d->common, fields[i], BRAD_FIELD_NONE, false, true);
	return found;
}

static size_t verify(const char *quotation)
{
	brad_verification *verification;
	brad_error err;
	bench_must_do(brad_index_verify(at, quotation, NULL, &verification, &err), &err);
	size_t found = brad_verification_finding(verification)->hit_count;
	brad_verification_free(verification);
	return found;
}

static size_t ask_verify(const struct draw *d)
{
	return verify(d->quotation);
}

/* With a word more at its end than is printed. */
static size_t ask_verify_altered(const struct draw *d)
{
	char altered[sizeof d->quotation + 40];
	snprintf(altered, sizeof altered, "%s %s", d->quotation, d->rare);
	return verify(altered);
}

static size_t ask_verify_batch(const struct draw *d)
{
	size_t found = 0;
	for (int i = 0; i < BATCH; i++) found += i % 2 ? ask_verify(d) : ask_verify_altered(d);
	return found;
}

static size_t ask_like(const struct draw *d)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	brad_error err;
	bench_must_do(brad_index_like(at, d->id, &options, &results, &err), &err);
	size_t found = brad_results_count(results);
	brad_results_free(results);
	return found;
}

static size_t sources(const char *query)
{
	brad_search_options options = about(query);
	brad_sources *heard;
	brad_error err;
	bench_must_do(brad_index_sources(at, &options, BRAD_FIELD_SPEAKER, &heard, &err), &err);
	size_t found = brad_sources_heard(heard)->voice_count;
	brad_sources_free(heard);
	return found;
}

static size_t ask_sources(const struct draw *d)
{
	return sources(d->common);
}

static size_t ask_all_sources(const struct draw *d)
{
	(void)d;
	return sources(NULL);
}

static size_t ask_sentence(const struct draw *d)
{
	static const brad_citation styles[] = {BRAD_CITE_TEXT, BRAD_CITE_MARKDOWN, BRAD_CITE_BIBTEX,
					       BRAD_CITE_CSL_JSON};
	brad_results *results;
	brad_error err;
	char citation[4096];
	size_t written = 0;
	bench_must_do(brad_index_sentence(at, d->id, 2, &results, &err), &err);
	for (int i = 0; i < 4; i++)
		written += brad_hit_cite(brad_results_hit(results, 0), styles[i], citation,
					 sizeof citation);
	brad_results_free(results);
	return written > 0;
}

static size_t ask_article(const struct draw *d)
{
	brad_article *article;
	const brad_sentence *first;
	brad_error err;
	char id[ID];
	snprintf(id, sizeof id, "%.*s", (int)strcspn(d->id, "#"), d->id);
	bench_must_do(brad_index_article(at, id, &article, &err), &err);
	size_t found = brad_article_sentences(article, &first);
	brad_article_free(article);
	return found;
}

static size_t ask_words(const char *form, const char *a, const char *b)
{
	char query[1024];
	snprintf(query, sizeof query, form, a, b);
	brad_search_options options = about(query);
	return search(&options);
}

static size_t ask_in_article(const struct draw *d)
{
	return ask_words("%s article:(%s)", d->common, d->other);
}

static size_t ask_not_in_article(const struct draw *d)
{
	return ask_words("%s -article:(%s)", d->common, d->other);
}

static size_t ask_prefixes(const struct draw *d)
{
	return ask_words("%.3s* %.3s*", d->common, d->other);
}

static size_t ask_prefix_phrase(const struct draw *d)
{
	return ask_words("\"%.2s* %.3s*\"", d->common, d->other);
}

static size_t ask_near(const struct draw *d)
{
	return ask_words("\"%s %s\"~5", d->common, d->other);
}

static size_t ask_not(const struct draw *d)
{
	return ask_words("%s -%s", d->common, d->other);
}

static size_t ask_fields(const struct draw *d)
{
	return ask_words("speaker:\"%s\" said:direct date:2020", d->speaker, "");
}

static size_t ask_speech(const struct draw *d)
{
	return ask_words("%s said:direct date:2020", d->common, "");
}

static size_t ask_mentions(const struct draw *d)
{
	return ask_words("%s mentions:2015..2019", d->common, "");
}

static size_t ask_role(const struct draw *d)
{
	return ask_words("%s role:minister", d->common, "");
}

static size_t ask_title(const struct draw *d)
{
	return ask_words("%s title:%s", d->common, d->other);
}

static size_t ask_folded(const struct draw *d)
{
	brad_search_options options = about(d->common);
	options.fold = true;
	return search(&options);
}

static size_t ask_names(const struct draw *d)
{
	brad_names *names;
	brad_error err;
	const char *const *first;
	char begin[3] = "";
	strncat(begin, d->speaker, 2);
	bench_must_do(brad_index_names(at, begin, 20, &names, &err), &err);
	size_t found = brad_names_rows(names, &first);
	brad_names_free(names);
	return found;
}

/* What came with the last commit, as many as there are. */
static size_t ask_news(const struct draw *d)
{
	brad_search_options options = about(d->common);
	options.sort = BRAD_SORT_OLDEST;
	options.since_revision = brad_index_about(at)->revision - 1;
	options.limit = 100000;
	return search(&options);
}

/* ---- The answers ---- */

static struct answer {
	const char *name;
	size_t (*ask)(const struct draw *d);
	bool may_take_long, after_commit;
	double p50, cpu, most; /* milliseconds */
	size_t found;
} answers[] = {
	{.name = "first", .ask = ask_first},
	{.name = "last", .ask = ask_last},
	{.name = "first per speaker", .ask = ask_first_per_speaker},
	{.name = "group by speaker", .ask = ask_by_speaker},
	{.name = "group by article", .ask = ask_by_article},
	{.name = "count with rates", .ask = ask_rates},
	{.name = "count by two fields", .ask = ask_two_fields},
	{.name = "timeline", .ask = ask_timeline},
	{.name = "search, four facets", .ask = ask_facets},
	{.name = "verify", .ask = ask_verify},
	{.name = "verify, altered", .ask = ask_verify_altered},
	{.name = "verify, batch of 20", .ask = ask_verify_batch, .may_take_long = true},
	{.name = "like", .ask = ask_like, .may_take_long = true},
	{.name = "sources", .ask = ask_sources},
	{.name = "sources, everything", .ask = ask_all_sources},
	{.name = "show, cite", .ask = ask_sentence},
	{.name = "show article", .ask = ask_article},
	{.name = "article:(...)", .ask = ask_in_article},
	{.name = "-article:(...)", .ask = ask_not_in_article},
	{.name = "wor* oth*", .ask = ask_prefixes},
	{.name = "\"wo* oth*\"", .ask = ask_prefix_phrase},
	{.name = "\"...\"~5", .ask = ask_near},
	{.name = "-word", .ask = ask_not},
	{.name = "speaker: said: date:", .ask = ask_fields},
	{.name = "word said: date:", .ask = ask_speech},
	{.name = "mentions:", .ask = ask_mentions},
	{.name = "role:", .ask = ask_role},
	{.name = "title:", .ask = ask_title},
	{.name = "folded", .ask = ask_folded},
	{.name = "names, completed", .ask = ask_names},
	{.name = "watch run", .ask = ask_news, .after_commit = true},
};

enum { ANSWERS = sizeof answers / sizeof *answers };

/* The words of a field end at its quotation mark. */
static const char *plain_speaker(void)
{
	for (;;) {
		const char *speaker = bench_speaker();
		if (!*speaker) return "nobody";
		if (!strchr(speaker, '"')) return speaker;
	}
}

/* The id of a sentence that has a word. */
static void find_id(const char *word, char *id)
{
	brad_search_options options = about(word);
	brad_results *results;
	brad_error err;
	options.limit = 1;
	bench_must_do(brad_index_search(at, &options, &results, &err), &err);
	const brad_hit *hit = brad_results_hit(results, 0);
	snprintf(id, ID, "%s", hit ? hit->sentence : "");
	brad_results_free(results);
}

static void draw(struct draw *d)
{
	*d = (struct draw){.common = bench_common_word(),
			   .other = bench_common_word(),
			   .speaker = plain_speaker()};
	bench_words_in_a_row(10, d->quotation);
	while (!*d->id) find_id(d->rare = bench_rare_word(), d->id);
}

/* Each is asked twice; the first time only warms. */
static void time_answer(struct answer *a, const struct draw *draws)
{
	double wall[ASKED], cpu[ASKED];
	for (int i = 0; i < ASKED; i++) {
		a->ask(&draws[i]);
		double w = bench_wall(), c = bench_cpu();
		a->found += a->ask(&draws[i]);
		wall[i] = (bench_wall() - w) * 1000;
		cpu[i] = (bench_cpu() - c) * 1000;
	}
	qsort(wall, ASKED, sizeof *wall, bench_compare);
	qsort(cpu, ASKED, sizeof *cpu, bench_compare);
	a->p50 = wall[ASKED / 2];
	a->cpu = cpu[ASKED / 2];
	a->most = cpu[ASKED - 1];
}

static void open_index(const char *path)
{
	brad_error err;
	bench_must_do(brad_index_open(path, &at, &err), &err);
}

/* One article in a hundred comes in anew. */
static void add_news(const char *path)
{
	brad_writer *writer;
	brad_error err;
	bench_must_do(brad_writer_open(path, NULL, &writer, &err), &err);
	for (size_t i = 0; i < bench_document_count; i += 100) {
		brad_document news = bench_documents[i];
		char id[64];
		snprintf(id, sizeof id, "news-%zu", i);
		news.id = id;
		bench_must_do(brad_writer_add(writer, &news, &err), &err);
	}
	bench_must_do(brad_writer_commit(writer, NULL, &err), &err);
	brad_writer_free(writer);
}

void bench_answers(const char *path)
{
	static struct draw draws[ASKED];
	open_index(path);
	for (int i = 0; i < ASKED; i++) draw(&draws[i]);
	for (int i = 0; i < ANSWERS; i++)
		if (!answers[i].after_commit) time_answer(&answers[i], draws);
	brad_index_free(at);
	add_news(path);
	open_index(path);
	for (int i = 0; i < ANSWERS; i++)
		if (answers[i].after_commit) time_answer(&answers[i], draws);
	brad_index_free(at);
}

/* Most answers take time by what there is to be looked at. */
static bool is_slow(const struct answer *a)
{
	double millions = (double)bench_sentence_count / 1e6;
	return a->cpu > MOST_MS * (millions > 1 ? millions : 1) && !a->may_take_long;
}

bool bench_answers_print(void)
{
	bool soon = true;
	printf("\n%-22s%12s%12s%12s%12s\n", "answers, ms", "p50 wall", "p50 cpu", "most cpu",
	       "found");
	for (int i = 0; i < ANSWERS; i++) {
		const struct answer *a = &answers[i];
		printf("%-22s%12.3f%12.3f%12.3f%12zu%s\n", a->name, a->p50, a->cpu, a->most,
		       a->found, is_slow(a) ? "  too slow" : "");
		soon &= !is_slow(a);
	}
	return soon;
}

void bench_answers_print_json(void)
{
	putchar('[');
	for (int i = 0; i < ANSWERS; i++) {
		const struct answer *a = &answers[i];
		printf("%s{\"name\":\"", i ? "," : "");
		for (const char *c = a->name; *c; c++) printf("%s%c", *c == '"' ? "\\" : "", *c);
		printf("\",\"p50_ms\":%.4f,\"p50_cpu_ms\":%.4f,\"most_cpu_ms\":%.4f,\"found\":%zu}",
		       a->p50, a->cpu, a->most, a->found);
	}
	putchar(']');
}
