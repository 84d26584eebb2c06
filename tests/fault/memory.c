/* Memory ends at the n-th allocation of each public call, for every n: an
 * error comes back or the same answer, nothing leaks, and what was published
 * is whole.
 *
 *     memory           every n up to 300, then each hundredth part further
 *     memory all       every n
 *     memory all NAME  of one call */
#include "fault.h"
#include "index/segment_columns.h"
#include "index/pack.h"
#include "model.h"
#include "use.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

/* The directories of the test. */
static char input[256], fresh[256], full[256], hurt[256];

/* What a call answered, to be compared. */
static char answer[64 * 1024];
static size_t answered;

__attribute__((format(printf, 1, 2))) static void tell(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	answered += (size_t)vsnprintf(answer + answered, sizeof answer - answered, format, args);
	va_end(args);
	if (answered >= sizeof answer) exit(2);
}

static const char prose[] =
	"Mill to close after the flood\n\nPublished 3rd March 2021\n\n"
	"The old mill in Weirton will close, the old mill's owner said on Monday. "
	"\"We have looked at the figures, and the figures are bad,\" said Ada Marker, "
	"chair of the Weirton Mill Trust. \"There is no other way.\n\n"
	"\"We hope to open again in 2023.\"\n\nShe added that the roof fell in last week.\n\n"
	"Councillor Bert Plank and Ms Marker told The Weir: \u201cWe are sorry.\u201d\n";

/* ---- The calls ---------------------------------------------------------- */

static void tell_article(const brad_article *article)
{
	const brad_sentence *s;
	const brad_quote *q;
	size_t sentences = brad_article_sentences(article, &s),
	       quotes = brad_article_quotes(article, &q);
	tell("%s %zu %zu\n", brad_article_title(article), sentences, quotes);
	for (size_t i = 0; i < sentences; i++)
		tell("%zu-%zu %d %s %zu\n", s[i].span.start, s[i].span.end, s[i].role,
		     s[i].speaker_count ? s[i].speakers[0].name : "", s[i].date_count);
}

static brad_status parse(brad_error *err)
{
	brad_document document = BRAD_DOCUMENT_INIT;
	brad_article *article;
	document.text = prose;
	document.text_length = sizeof prose - 1;
	brad_status status = brad_article_parse(&document, &article, err);
	if (status == BRAD_OK) tell_article(article);
	brad_article_free(article);
	return status;
}

static brad_status read_all(const char *name, brad_error *err)
{
	char path[300];
	brad_reader *reader;
	const brad_document *d;
	snprintf(path, sizeof path, "%s/%s", input, name);
	brad_status status = brad_reader_open(path, BRAD_INPUT_AUTO, &reader, err);
	while (status == BRAD_OK && (status = brad_reader_next(reader, &d, err)) == BRAD_OK && d)
		tell("%s %s %s %d %zu %.20s\n", d->id, d->title ? d->title : "-", d->path,
		     d->date.year, d->text_length, d->text);
	brad_reader_free(reader);
	return status;
}

static brad_status read_text(brad_error *err)
{
	return read_all("latin.txt", err);
}

static brad_status read_jsonl(brad_error *err)
{
	return read_all("wire.jsonl", err);
}

static brad_status write_small(brad_error *err)
{
	return model_advance(fresh, 1, err);
}

static brad_status write_merging(brad_error *err)
{
	return model_advance(full, 2, err);
}

static void count_problem(void *context, const brad_error *problem)
{
	(void)context, (void)problem;
}

/* Never committed: the memory of paths is all that is asked for. */
static brad_status add_path(brad_error *err)
{
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_writer *w;
	uint64_t removed = 0;
	options.threads = 1;
	options.on_problem = count_problem;
	brad_status status = brad_writer_open(full, &options, &w, err);
	if (status == BRAD_OK) status = brad_writer_add_path(w, input, err);
	if (status == BRAD_OK) status = brad_writer_remove(w, "article-1", &removed, err);
	if (status == BRAD_OK) tell("%" PRIu64 "\n", removed);
	if (status == BRAD_OK) status = brad_writer_remove(w, input, &removed, err);
	if (status == BRAD_OK) tell("%" PRIu64 "\n", removed);
	brad_writer_free(w);
	return status;
}

static brad_status tell_of_opened(brad_status status, brad_index *index)
{
	if (status == BRAD_OK)
		tell("%u %" PRIu64 "\n", brad_index_about(index)->segments,
		     brad_index_about(index)->sentences);
	brad_index_free(index);
	return status;
}

static brad_status open_index(brad_error *err)
{
	brad_index *index;
	brad_status status = brad_index_open(full, &index, err);
	return tell_of_opened(status, index);
}

static brad_status open_verified(brad_error *err)
{
	brad_index *index;
	brad_status status = brad_index_open_verified(full, &index, err);
	return tell_of_opened(status, index);
}

/* A damaged column is mended for it. */
static brad_status look_through(brad_error *err)
{
	brad_check_report report;
	brad_status status = brad_index_check(hurt, NULL, &report, err);
	if (status == BRAD_OK)
		tell("%" PRIu64 " %" PRIu64 " %" PRIu64 "\n", report.articles, report.faults,
		     report.losses);
	return status;
}

/* The index is open before memory ends, and closed after. */
static brad_index *opened;

static brad_status tell_reasons(const brad_search_options *options, brad_error *err)
{
	brad_reasons *reasons;
	brad_status status = brad_index_reasons(opened, options, &reasons, err);
	for (size_t i = 0; status == BRAD_OK && brad_reasons_note(reasons, i); i++)
		tell("%s\n", brad_reasons_note(reasons, i));
	brad_reasons_free(reasons);
	return status;
}

static brad_status search_with(const brad_search_options *options, brad_error *err)
{
	brad_results *results;
	brad_status status = brad_index_search(opened, options, &results, err);
	if (status == BRAD_OK) {
		tell("%" PRIu64 " %" PRIu64 "\n", brad_results_total(results),
		     brad_results_undated(results));
		for (size_t i = 0; i < brad_results_count(results); i++) {
			const brad_hit *h = brad_results_hit(results, i);
			tell("%s %.4f %zu %zu %zu %s\n", h->sentence, h->score, h->mark_count,
			     h->before_count, h->after_count,
			     h->speaker_count ? h->speakers[0].name : "");
		}
		for (size_t i = 0; brad_results_note(results, i); i++)
			tell("%s\n", brad_results_note(results, i));
		if (brad_results_total(results) == 0) status = tell_reasons(options, err);
	}
	brad_results_free(results);
	return status;
}

static brad_status search(brad_error *err)
{
	static const struct {
		const char *query, *speaker;
		bool any;
		brad_scope scope;
		brad_sort sort;
	} cases[] = {
		{"bridge open", NULL, false, BRAD_SCOPE_SENTENCE, BRAD_SORT_RELEVANCE},
		{"\"the bridge\" -weirs", "marker1", true, BRAD_SCOPE_SENTENCE, BRAD_SORT_NEWEST},
		{"report (bridge OR engineer)", NULL, false, BRAD_SCOPE_ARTICLE, BRAD_SORT_OLDEST},
		{"brigde", "Markr1", false, BRAD_SCOPE_SENTENCE, BRAD_SORT_RELEVANCE},
		{"the", NULL, false, BRAD_SCOPE_SENTENCE, BRAD_SORT_RELEVANCE},
	};
	brad_status status = BRAD_OK;
	for (size_t i = 0; i < sizeof cases / sizeof *cases && status == BRAD_OK; i++) {
		brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
		options.query = cases[i].query;
		options.speaker = cases[i].speaker;
		options.any = cases[i].any;
		options.scope = cases[i].scope;
		options.sort = cases[i].sort;
		options.context = 2;
		options.limit = 5;
		status = search_with(&options, err);
	}
	return status;
}

static brad_status count(brad_error *err)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_status status = BRAD_OK;
	options.query = "bridge";
	for (int field = BRAD_FIELD_SPEAKER; field <= BRAD_FIELD_TIME && status == BRAD_OK;
	     field++) {
		brad_table *table;
		const brad_count *rows;
		brad_count_options by = BRAD_COUNT_OPTIONS_INIT;
		by.by = (brad_field)field;
		by.rates = true;
		by.every = field == BRAD_FIELD_WEEK || field == BRAD_FIELD_TIME;
		if (!by.every && field != BRAD_FIELD_MONTH) by.and_by = BRAD_FIELD_MONTH;
		status = brad_index_count(opened, &options, &by, &table, err);
		if (status != BRAD_OK) break;
		for (size_t i = brad_table_rows(table, &rows); i-- > 0;)
			tell("%s %" PRIu64 "\n", rows[i].value ? rows[i].value : "-",
			     rows[i].count);
		brad_table_free(table);
	}
	return status;
}

static brad_status speakers(brad_error *err)
{
	static const char *const names[] = {NULL, "Marker1", "Mraker1"};
	brad_status status = BRAD_OK;
	for (size_t i = 0; i < 3 && status == BRAD_OK; i++) {
		brad_people *people;
		const brad_person *rows;
		status = brad_index_speakers(opened, names[i], &people, err);
		if (status != BRAD_OK) break;
		for (size_t k = brad_people_rows(people, &rows); k-- > 0;)
			tell("%s %zu %" PRIu64 "\n", rows[k].name, rows[k].role_count,
			     rows[k].sentences);
		for (size_t k = 0; brad_people_note(people, k); k++)
			tell("%s\n", brad_people_note(people, k));
		brad_people_free(people);
	}
	return status;
}

static brad_status article(brad_error *err)
{
	brad_article *found;
	brad_status status = BRAD_ENOTFOUND;
	for (unsigned i = 0; i < MODEL_ARTICLES && status == BRAD_ENOTFOUND; i++) {
		char id[16];
		model_id(i, id);
		status = brad_index_article(opened, id, &found, err);
	}
	if (status == BRAD_OK) tell_article(found);
	if (status == BRAD_OK) brad_article_free(found);
	return status;
}

/* One of the calls of use.h, told by a hash. */
static brad_status use(int which, brad_error *err)
{
	struct bs_buffer out = {0};
	brad_status status = use_call(opened, which, &out, err);
	if (status == BRAD_OK && out.failed) status = BRAD_ENOMEM;
	if (status == BRAD_OK)
		tell("%zu %" PRIx64 "\n", out.length, (uint64_t)XXH3_64bits(out.bytes, out.length));
	bs_buffer_free(&out);
	return status;
}

static brad_status fold(brad_error *err)
{
	return use(0, err);
}

static brad_status group(brad_error *err)
{
	return use(1, err);
}

/* A quotation, what is like it, and names. */
static brad_status verify(brad_error *err)
{
	return use(USE_CALLS - 1, err);
}

static const struct call {
	const char *name;
	brad_status (*run)(brad_error *err);
	const char *writes; /* the index whose next revision it makes */
	bool lasting;       /* memory that ends must have ended: libjansson 2.14 drops a byte
			     * of a string whose buffer cannot grow once, and says nothing */
} calls[] = {
	{"parse", parse, NULL, false},
	{"read_text", read_text, NULL, false},
	{"read_jsonl", read_jsonl, NULL, true},
	{"open", open_index, NULL, false},
	{"open_verified", open_verified, NULL, false},
	{"check", look_through, NULL, false},
	{"search", search, NULL, false},
	{"fold", fold, NULL, false},
	{"group", group, NULL, false},
	{"verify", verify, NULL, false},
	{"count", count, NULL, false},
	{"speakers", speakers, NULL, false},
	{"article", article, NULL, false},
	{"add_path", add_path, NULL, true},
	{"write", write_small, fresh, false},
	{"write_merging", write_merging, full, false},
};

/* ---- The faults --------------------------------------------------------- */

struct trial {
	const struct call *call;
	char expected[sizeof answer];
	uint64_t revision; /* of the index that it writes */
	long n;
	bool on, fired;
};

static bool bad(const struct trial *t, const char *what)
{
	printf("# %s, memory ends %s allocation %ld: %s\n", t->call->name, t->on ? "from" : "at",
	       t->n, what);
	return false;
}

/* Runs the call once; returns its status, and how many pieces it kept. */
static brad_status run_once(struct trial *t, long *kept, brad_error *err)
{
	answered = 0;
	answer[0] = '\0';
	long before = fault_live();
	fault_arm(FAULT_MEMORY, t->n, t->on);
	brad_status status = t->call->run(err);
	t->fired = fault_disarm();
	*kept = fault_live() - before;
	return status;
}

static bool check_written(struct trial *t, brad_status status)
{
	uint64_t revision;
	const char *fault = model_check(t->call->writes, &revision);
	if (fault) return bad(t, fault);
	if (revision != t->revision + (status == BRAD_OK)) return bad(t, "not that revision");
	t->revision = revision;
	return true;
}

static bool check_one(struct trial *t)
{
	brad_error err;
	long kept;
	brad_status status = run_once(t, &kept, &err);
	if (status != BRAD_OK && (status != BRAD_ENOMEM || !t->fired)) return bad(t, err.message);
	if (t->call->writes && !check_written(t, status)) return false;
	if (status == BRAD_OK && strcmp(answer, t->expected) != 0) return bad(t, "another answer");
	/* What is made once and kept, the libraries make in the first trial. */
	if (kept > 0 && !fault_was_in_compact()) status = run_once(t, &kept, &err);
	if (kept > 0 && !fault_was_in_compact()) return bad(t, "memory is lost");
	if (t->call->writes) model_check(t->call->writes, &t->revision);
	return true;
}

static bool check_call(const struct call *call, bool all)
{
	static struct trial t;
	brad_error err;
	long trials = 0;
	t = (struct trial){.call = call};
	for (int i = 0; i < 2; i++) {
		answered = 0;
		answer[0] = '\0';
		if (call->run(&err) != BRAD_OK) return bad(&t, err.message);
		memcpy(t.expected, answer, sizeof answer);
	}
	if (call->writes) {
		const char *fault = model_check(call->writes, &t.revision);
		if (fault) return bad(&t, fault);
	}
	for (int on = call->lasting; on < 2; on++) {
		t.on = on;
		t.fired = true;
		for (t.n = 1; t.fired; t.n += all || t.n < 300 ? 1 : 1 + t.n / 100) {
			trials++;
			if (!check_one(&t)) return false;
			if (trials % 64 == 0 && fault_leaks()) return bad(&t, "memory is lost");
		}
	}
	if (fault_leaks()) return bad(&t, "memory is lost");
	printf("# %s: %ld trials, the last at allocation %ld\n", call->name, trials, t.n);
	return true;
}

/* ---- Preparation -------------------------------------------------------- */

static void put(const char *name, const char *content)
{
	char path[300];
	snprintf(path, sizeof path, "%s/%s", input, name);
	FILE *file = fopen(path, "wb");
	if (!file || fputs(content, file) < 0 || fclose(file) != 0) exit(2);
}

/* An index in which it is not told where the words of the sentences begin. */
static void make_hurt(void)
{
	struct bs_pack pack;
	brad_error err;
	char path[300];
	model_make_directory(hurt);
	if (model_advance(hurt, 1, &err) != BRAD_OK) exit(2);
	snprintf(path, sizeof path, "%s/seg-1-0.cols", hurt);
	if (bs_pack_open(path, &pack, &err) != BRAD_OK) exit(2);
	const char *byte = pack.sections[BS_SECTION_WORDS_AT].bytes;
	FILE *file = fopen(path, "r+b");
	if (!file || fseek(file, byte + 9 - (const char *)pack.map, SEEK_SET) != 0 ||
	    fputc(byte[9] ^ 0x55, file) == EOF || fclose(file) != 0)
		exit(2);
	bs_pack_close(&pack);
}

static void prepare(void)
{
	brad_error err;
	make_hurt();
	model_make_directory(input);
	model_make_directory(fresh);
	model_make_directory(full);
	put("prose.txt", prose);
	put("latin.txt", "The caf\xe9 in Weirton is shut. \"It is shut,\" said Ada Marker.\n");
	put("wire.jsonl",
	    "{\"id\":\"w1\",\"title\":\"A title\",\"date\":\"2021-03-04\",\"source\":\"The Weir\","
	    "\"text\":\"Caf\\u00e9s are \\\"open\\\", said Bert Plank on 4 March 2021. So it is.\"}"
	    "\n\n{\"id\":17,\"text\":\"The second article of the wire is not any longer.\"}\n"
	    "{\"text\":\"An article without an id goes by its line, Ada Marker said.\"}\n");
	/* As many segments as there may be: the next commit merges. */
	for (int i = 0; i < 16; i++)
		if (model_advance(full, 1, &err) != BRAD_OK) exit(2);
	if (brad_index_open(full, &opened, &err) != BRAD_OK) exit(2);
}

int main(int argc, char **argv)
{
	bool all = argc > 1 && strcmp(argv[1], "all") == 0;
	int failed = 0;
	prepare();
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
		if (argc > 2 && strcmp(argv[2], calls[i].name) != 0) continue;
		bool good = check_call(&calls[i], all);
		printf("%sok memory %s\n", good ? "" : "not ", calls[i].name);
		fflush(stdout);
		failed += !good;
	}
	brad_index_free(opened);
	model_remove_directory(input);
	model_remove_directory(hurt);
	model_remove_directory(fresh);
	model_remove_directory(full);
	return failed != 0;
}
