/* Is an article the same after it was kept as a record, and is a record that is wrong noticed? */
#include "suite.h"

#include "analysis/article.h"
#include "index/record.h"

/* ---- Cases ---- */

static const struct {
	const char *id, *date, *title, *source, *url, *path, *text;
	size_t line;
} documents[] = {
	{"quay", "2021-06-04", "Quay to close", "Selby Watch", "http://selby.example/q",
	 "/news/q.txt",
	 "Advertisement\n\n“We are sorry,” said Ann Bell and Bob Cole on Monday. “It is old.”\n\n"
	 "The quay opened in 2018, at 9am, and ran for three years.\n\nClick here to subscribe\n\n"
	 "Ann Bell said: “Nobody told us in 2018.\n\n“In 2019 nobody told us either.”\n\nShe added "
	 "that it was “a shame” and that it floods every Monday since 2018. According to the "
	 "council, the quay was safe. “It fell,” they said.",
	 7},
	{"ferry", NULL, NULL, NULL, NULL, NULL,
	 "Fares rose.\n\n\n\n\n\n   The ferry has run every day since May 2019, Ida Marsh said.",
	 0},
	{"judged", NULL, "", "", NULL, "/news/judged.txt",
	 "The school was judged inadequate three years ago.\n\nParents remember the inadequate "
	 "verdict of 2018 with anger.",
	 1},
	/* Nobody's words, and a year that ends with the text. */
	{"sign", NULL, NULL, NULL, NULL, NULL,
	 "The wall is old, and it has a sign.\n\n“Keep off the old quay wall at night.”\n\nIt was "
	 "built in 2018",
	 0},
	{"empty", "2020", "Nothing", NULL, NULL, NULL, "", 0},
	{"blank", "2020-02", NULL, NULL, NULL, NULL, " \n", 0},
};

/* ---- Code ---- */

static struct bs_buffer record, prose;
static struct bs_record_rest rest;

static void forget(void)
{
	bs_buffer_free(&record);
	bs_buffer_free(&prose);
}

/* Keeps an article as a segment does: a record, and what other columns have, which is lent by the
 * article. */
static void keep(const brad_article *article)
{
	const brad_document *d = brad_article_document(article);
	const brad_sentence *s;
	size_t n = brad_article_sentences(article, &s);
	bs_buffer_clear(&record);
	bs_buffer_clear(&prose);
	bs_record_write(article, &record);
	for (size_t i = 0; i < n; i++)
		if (s[i].role != BRAD_ROLE_FURNITURE)
			bs_buffer_add(&prose, d->text + s[i].span.start,
				      s[i].span.end - s[i].span.start);
	ck_assert(!record.failed && !prose.failed);
	rest = (struct bs_record_rest){d->id,   d->title, d->source,   d->url,
				       d->path, d->line,  prose.bytes, prose.length};
}

static brad_status read_kept(size_t length, brad_article **out)
{
	return bs_record_read(record.bytes, length, &rest, out, &error);
}

static brad_article *article_number(int i)
{
	brad_document d = document_of(documents[i].text);
	d.id = documents[i].id;
	d.title = documents[i].title;
	d.source = documents[i].source;
	d.url = documents[i].url;
	d.path = documents[i].path;
	d.line = documents[i].line;
	read_day(documents[i].date, &d.date);
	return article_of(d);
}

static void compare_spans(brad_span a, brad_span b)
{
	if (a.start == a.end && b.start == b.end) return; /* one that is empty stands nowhere */
	ck_assert_uint_eq(a.start, b.start);
	ck_assert_uint_eq(a.end, b.end);
}

static void compare_speakers(const brad_speaker *a, size_t n, const brad_speaker *b, size_t m)
{
	ck_assert_uint_eq(n, m);
	for (size_t i = 0; i < n; i++) {
		ck_assert_str_eq(a[i].name, b[i].name);
		ck_assert_pstr_eq(a[i].role, b[i].role);
	}
}

static void compare_documents(const brad_article *a, const brad_article *b)
{
	const brad_document *d = brad_article_document(a), *e = brad_article_document(b);
	brad_date_from from[2];
	brad_date date[2] = {brad_article_date(a, &from[0]), brad_article_date(b, &from[1])};
	brad_date bounds[4];
	brad_article_date_bounds(a, &bounds[0], &bounds[1]);
	brad_article_date_bounds(b, &bounds[2], &bounds[3]);
	ck_assert_pstr_eq(d->id, e->id);
	ck_assert_pstr_eq(d->title, e->title);
	ck_assert_pstr_eq(d->source, e->source);
	ck_assert_pstr_eq(d->url, e->url);
	ck_assert_pstr_eq(d->path, e->path);
	ck_assert_uint_eq(d->line, e->line);
	ck_assert_mem_eq(&d->date, &e->date, sizeof d->date);
	ck_assert_uint_eq(d->text_length, e->text_length);
	ck_assert_str_eq(d->text, e->text);
	ck_assert_pstr_eq(brad_article_title(a), brad_article_title(b));
	ck_assert_mem_eq(&date[0], &date[1], sizeof date[0]);
	ck_assert_int_eq(from[0], from[1]);
	ck_assert_mem_eq(&bounds[0], &bounds[2], 2 * sizeof bounds[0]);
}

static void compare_sentences(const brad_article *a, const brad_article *b)
{
	const brad_sentence *s, *t;
	size_t n = brad_article_sentences(a, &s);
	ck_assert_uint_eq(n, brad_article_sentences(b, &t));
	for (size_t i = 0; i < n; i++) {
		compare_spans(s[i].span, t[i].span);
		ck_assert_int_eq(s[i].role, t[i].role);
		ck_assert_int_eq(s[i].said, t[i].said);
		ck_assert_int_eq(s[i].evidence, t[i].evidence);
		ck_assert_double_eq_tol(s[i].confidence, t[i].confidence, 0.005);
		compare_speakers(s[i].speakers, s[i].speaker_count, t[i].speakers,
				 t[i].speaker_count);
		ck_assert_uint_eq(s[i].date_count, t[i].date_count);
		for (size_t k = 0; k < s[i].date_count; k++) {
			compare_spans(s[i].dates[k].span, t[i].dates[k].span);
			ck_assert_int_eq(s[i].dates[k].type, t[i].dates[k].type);
			ck_assert_str_eq(s[i].dates[k].value, t[i].dates[k].value);
		}
	}
}

static void compare_quotes(const brad_article *a, const brad_article *b)
{
	const brad_quote *q, *r;
	size_t n = brad_article_quotes(a, &q);
	ck_assert_uint_eq(n, brad_article_quotes(b, &r));
	for (size_t i = 0; i < n; i++) {
		compare_spans(q[i].span, r[i].span);
		ck_assert_uint_eq(q[i].piece_count, r[i].piece_count);
		for (size_t k = 0; k < q[i].piece_count; k++)
			compare_spans(q[i].pieces[k], r[i].pieces[k]);
		compare_spans(q[i].mention, r[i].mention);
		compare_spans(q[i].cue, r[i].cue);
		ck_assert_int_eq(q[i].said, r[i].said);
		ck_assert_int_eq(q[i].evidence, r[i].evidence);
		ck_assert_double_eq_tol(q[i].confidence, r[i].confidence, 0.005);
		compare_speakers(q[i].speakers, q[i].speaker_count, r[i].speakers,
				 r[i].speaker_count);
	}
}

/* Keeps an article, reads it again, and compares the two. */
static void check_round(const brad_article *article)
{
	brad_article *again;
	keep(article);
	OK(read_kept(record.length, &again));
	compare_documents(article, again);
	compare_sentences(article, again);
	compare_quotes(article, again);
	brad_article_free(again);
}

START_TEST(test_round)
{
	brad_article *article = article_number(_i);
	check_round(article);
	brad_article_free(article);
}
END_TEST

/* What the round is to be made with is in the cases. */
START_TEST(test_cases)
{
	unsigned said = 0, roles = 0, from = 0, evidence = 0, types = 0, pieces = 0, speakers = 0,
		 before = 0, after = 0, nobody = 0;
	for (int i = 0; i < CASES(documents); i++) {
		brad_article *article = article_number(i);
		const brad_sentence *s;
		const brad_quote *q;
		brad_date_from where;
		brad_article_date(article, &where);
		from |= 1u << where;
		for (size_t n = brad_article_sentences(article, &s), k = 0; k < n; k++) {
			roles |= 1u << s[k].role;
			said |= 1u << s[k].said;
			evidence |= 1u << s[k].evidence;
			speakers |= 1u << s[k].speaker_count;
			for (size_t d = 0; d < s[k].date_count; d++)
				types |= 1u << s[k].dates[d].type;
		}
		for (size_t n = brad_article_quotes(article, &q), k = 0; k < n; k++) {
			pieces |= 1u << q[k].piece_count;
			nobody += q[k].mention.end == 0;
			before += q[k].mention.end > 0 && q[k].mention.start < q[k].span.start;
			after += q[k].mention.start > q[k].span.end;
		}
		brad_article_free(article);
	}
	ck_assert_uint_eq(said, 0xF);
	ck_assert_uint_eq(roles & 6, 6);
	ck_assert_uint_eq(types, 0xF);
	ck_assert_uint_eq(speakers, 7);
	ck_assert_uint_eq(pieces & 6, 6);
	ck_assert_uint_ne(from & 1u << BRAD_DATE_INFERRED, 0);
	ck_assert_uint_ne(evidence & 1u << BRAD_EVIDENCE_CARRIED, 0);
	ck_assert_uint_gt(before, 0);
	ck_assert_uint_gt(after, 0);
	ck_assert_uint_gt(nobody, 0);
}
END_TEST

/* More speakers and values than a writer remembers, each of them twice. */
START_TEST(test_many)
{
	struct bs_buffer text = {0};
	char sentence[128];
	for (int i = 0; i < 200; i++) {
		int k = i % 100;
		snprintf(sentence, sizeof sentence,
			 "Ada Kor%c%cen said that %d bridges fell in %d. ", 'a' + k / 10,
			 'a' + k % 10, i + 2, 1850 + k);
		bs_buffer_string(&text, sentence);
	}
	brad_article *article = article_of(document_of(text.bytes));
	const brad_quote *quotes;
	ck_assert_uint_eq(brad_article_quotes(article, &quotes), 200);
	ck_assert_str_ne(quotes[1].speakers[0].name, quotes[2].speakers[0].name);
	check_round(article);
	brad_article_free(article);
	bs_buffer_free(&text);
}
END_TEST

/* ---- Records that are wrong ---- */

static void check_span(brad_span span, size_t end)
{
	ck_assert_uint_le(span.start, span.end);
	ck_assert_uint_le(span.end, end);
}

static void check_speakers(const brad_speaker *speakers, size_t count)
{
	for (size_t i = 0; i < count; i++) ck_assert_ptr_nonnull(speakers[i].name);
}

/* Whatever is said in the article, it is in range. */
static void check_range(const brad_article *article)
{
	const brad_sentence *s;
	const brad_quote *q;
	brad_date_from from;
	size_t end = brad_article_document(article)->text_length, at = 0;
	brad_article_date(article, &from);
	ck_assert_uint_le(from, BRAD_DATE_INFERRED);
	for (size_t n = brad_article_sentences(article, &s), i = 0; i < n; i++) {
		ck_assert(s[i].role <= BRAD_ROLE_FURNITURE && s[i].said <= BRAD_SAID_INDIRECT);
		ck_assert(s[i].evidence <= BRAD_EVIDENCE_CARRIED && s[i].confidence <= 1);
		ck_assert_uint_ge(s[i].span.start, at);
		check_span(s[i].span, end);
		at = s[i].span.end;
		check_speakers(s[i].speakers, s[i].speaker_count);
		for (size_t k = 0; k < s[i].date_count; k++) {
			check_span(s[i].dates[k].span, end);
			ck_assert_ptr_nonnull(s[i].dates[k].value);
		}
	}
	for (size_t n = brad_article_quotes(article, &q), i = 0; i < n; i++) {
		ck_assert(q[i].said <= BRAD_SAID_INDIRECT && q[i].confidence <= 1);
		ck_assert_uint_le(q[i].evidence, BRAD_EVIDENCE_CARRIED);
		check_span(q[i].span, end);
		at = q[i].span.start;
		for (size_t k = 0; k < q[i].piece_count; k++) {
			ck_assert_uint_ge(q[i].pieces[k].start, at);
			check_span(q[i].pieces[k], end);
			at = q[i].pieces[k].end;
		}
		ck_assert_uint_le(at, end);
		check_span(q[i].mention, end);
		check_span(q[i].cue, end);
		check_speakers(q[i].speakers, q[i].speaker_count);
	}
}

/* Whatever byte is wrong, the record is refused, or what it says is in range. */
START_TEST(test_wrong)
{
	size_t refused = 0, tried = 0;
	brad_article *article = article_number(_i), *again;
	keep(article);
	for (size_t at = 0; at < record.length; at++) {
		char was = record.bytes[at];
		for (int byte = 0; byte < 256; byte++) {
			record.bytes[at] = (char)byte;
			brad_status status = read_kept(record.length, &again);
			ck_assert(status == BRAD_OK || status == BRAD_ECORRUPT);
			if (status == BRAD_OK) check_range(again);
			brad_article_free(again);
			refused += status != BRAD_OK;
			tried++;
		}
		record.bytes[at] = was;
	}
	ck_assert_uint_gt(refused, tried / 4);
	brad_article_free(article);
}
END_TEST

/* Cut at any byte, with more behind it, or beside other texts, it is no record. */
START_TEST(test_cut)
{
	brad_article *article = article_number(_i), *again;
	keep(article);
	for (size_t n = 0; n < record.length; n++)
		ck_assert_int_eq(read_kept(n, &again), BRAD_ECORRUPT);
	rest.prose_length++;
	ck_assert_int_eq(read_kept(record.length, &again), BRAD_ECORRUPT);
	rest.prose_length--;
	OK(read_kept(record.length, &again));
	brad_article_free(again);
	bs_buffer_add(&record, "x", 1);
	ck_assert_int_eq(read_kept(record.length, &again), BRAD_ECORRUPT);
	ck_assert_ptr_null(again);
	brad_article_free(article);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("record");
	TCase *tests = tcase_create("record");
	tcase_set_timeout(tests, 60);
	tcase_add_checked_fixture(tests, NULL, forget);
	tcase_add_loop_test(tests, test_round, 0, CASES(documents));
	tcase_add_test(tests, test_cases);
	tcase_add_test(tests, test_many);
	tcase_add_loop_test(tests, test_wrong, 0, CASES(documents));
	tcase_add_loop_test(tests, test_cut, 0, CASES(documents));
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
