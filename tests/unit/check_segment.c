/* A segment holds what it was given, and says so when it is damaged. */
#include "suite.h"

#include "analysis/article.h"
#include "base/date.h"
#include "index/segment.h"
#include "index/terms.h"
#include "index/units.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

/* ---- Cases ---- */

static const brad_document documents[] = {
	{sizeof(brad_document),
	 "one",
	 "Quay to close",
	 "The Herring",
	 "http://x/1",
	 "/n/one.txt",
	 1,
	 {2021, 4, 28},
	 "The quay will close in May.\n\nFerry fares rose.\n\n“We are sorry,” said Ann Bell.",
	 0},
	{sizeof(brad_document), "two", NULL, NULL, NULL, NULL, 0, {0, 0, 0}, "", 0},
	{sizeof(brad_document),
	 "three",
	 NULL,
	 "The Herring",
	 NULL,
	 "/n/three.txt",
	 7,
	 {2022, 0, 0},
	 "Fares fell.\n\nFares fell again.",
	 0},
};

enum { DOCUMENTS = CASES(documents) };

/* A term, how many documents hold it, and the first of them in article "three". */
static const struct {
	const char *term;
	uint32_t frequency;
} term_cases[] = {{"fare", 3},  {"ferri", 1}, {"close", 2},    {"the", 0},
		  {"fares", 0}, {"Qtwo", 1},  {"D20210428", 4}};

/* ---- Code ---- */

static brad_document document(int i)
{
	brad_document d = documents[i];
	d.text_length = strlen(d.text);
	return d;
}

static void write_segment(struct bs_segment_info *info)
{
	struct bs_segment_writer *w;
	OK(bs_segment_begin(directory, "s1", &w, &error));
	for (int i = 0; i < DOCUMENTS; i++) {
		brad_article *article;
		brad_document d = document(i);
		OK(brad_article_parse(&d, &article, &error));
		OK(bs_segment_add(w, article, bs_document_hash(&d), 0, &error));
		brad_article_free(article);
	}
	OK(bs_segment_finish(w, info, &error));
	bs_segment_free(w);
}

static int count_files(void)
{
	int n = 0;
	DIR *d = opendir(directory);
	for (const struct dirent *e; (e = readdir(d));) n += e->d_name[0] != '.';
	closedir(d);
	return n;
}

START_TEST(test_round_trip)
{
	struct bs_segment_info info;
	struct bs_segment s;
	write_segment(&info);
	ck_assert_int_eq(count_files(), 2);
	OK(bs_segment_open(directory, "s1", &s, &error));
	ck_assert_uint_eq(s.articles, DOCUMENTS);
	ck_assert_uint_eq(s.documents, info.documents);
	for (int i = 0; i < DOCUMENTS; i++) {
		brad_document d = document(i);
		const struct bs_article_row *row = &s.rows[i];
		ck_assert_str_eq(bs_string(&s.texts, row->id), d.id);
		ck_assert_uint_eq(row->day, bs_date_pack(d.date));
		ck_assert_uint_eq(row->hash, bs_document_hash(&d));
		ck_assert_uint_eq(row->line, d.line);
		for (uint32_t k = row->first; k < row->first + row->count; k++)
			ck_assert_uint_eq(s.article[k], i);
		ck_assert_uint_eq(row->source == BS_NO_STRING, d.source == NULL);
		ck_assert_uint_eq(row->path == BS_NO_STRING, d.path == NULL);
	}
	ck_assert_uint_eq(s.rows[1].count, 1); /* nothing to find, but it is kept */
	ck_assert_uint_eq(s.role[s.rows[1].first], BRAD_ROLE_FURNITURE);
	ck_assert_uint_eq(s.role[1], BRAD_ROLE_TITLE);
	bs_segment_close(&s);
}
END_TEST

/* Is somebody among those who said a document? */
static bool says(const struct bs_segment *s, uint32_t person, uint32_t document)
{
	uint32_t set = bs_segment_set(s, document);
	for (uint32_t i = s->sets[set]; i < s->sets[set + 1]; i++)
		if (s->members[i].name == person) return true;
	return false;
}

/* The lists of what each speaker said have just what the sentences' sets tell. */
START_TEST(test_person_documents)
{
	struct bs_segment_info info;
	struct bs_segment s;
	write_segment(&info);
	OK(bs_segment_open(directory, "s1", &s, &error));
	ck_assert_uint_gt(s.people.count, 0);
	for (uint32_t p = 0; p < s.people.count; p++) {
		uint32_t next = s.person_documents_at[p];
		for (uint32_t d = 1; d <= s.documents; d++)
			if (says(&s, p, d)) ck_assert_uint_eq(s.person_documents[next++], d);
		ck_assert_uint_eq(next, s.person_documents_at[p + 1]);
	}
	bs_segment_close(&s);
}
END_TEST

START_TEST(test_article)
{
	struct bs_segment_info info;
	struct bs_segment s;
	brad_article *article, *again;
	const brad_sentence *sentences, *copies;
	const brad_quote *quotes, *quote_copies;
	brad_document d = document(0);
	write_segment(&info);
	OK(bs_segment_open(directory, "s1", &s, &error));
	OK(brad_article_parse(&d, &article, &error));
	OK(bs_segment_article(&s, 0, &again, &error));
	ck_assert_uint_eq(bs_document_hash(brad_article_document(again)), bs_document_hash(&d));
	size_t n = brad_article_sentences(article, &sentences);
	ck_assert_uint_eq(brad_article_sentences(again, &copies), n);
	for (size_t i = 0; i < n; i++) {
		ck_assert_mem_eq(&sentences[i].span, &copies[i].span, sizeof(brad_span));
		ck_assert_int_eq(sentences[i].role, copies[i].role);
		ck_assert_int_eq(sentences[i].said, copies[i].said);
		ck_assert_uint_eq(sentences[i].date_count, copies[i].date_count);
		ck_assert_uint_eq(sentences[i].speaker_count, copies[i].speaker_count);
		for (size_t k = 0; k < sentences[i].speaker_count; k++)
			ck_assert_str_eq(sentences[i].speakers[k].name, copies[i].speakers[k].name);
	}
	ck_assert_uint_eq(brad_article_quotes(article, &quotes),
			  brad_article_quotes(again, &quote_copies));
	brad_article_free(article);
	brad_article_free(again);
	ck_assert_int_eq(bs_segment_article(&s, DOCUMENTS, &again, &error), BRAD_EINVAL);
	bs_segment_close(&s);
}
END_TEST

START_TEST(test_terms)
{
	struct bs_segment_info info;
	struct bs_segment s;
	uint32_t frequency;
	const char *term = term_cases[_i].term;
	write_segment(&info);
	OK(bs_segment_open(directory, "s1", &s, &error));
	OK(xc_reader_frequency(s.database, term, strlen(term), &frequency, &error));
	ck_assert_uint_eq(frequency, term_cases[_i].frequency);
	struct xc_postings *postings;
	struct xc_posting list[8];
	size_t n;
	OK(xc_postings_open(s.database, term, strlen(term), &postings, &error));
	OK(xc_postings_read(postings, 0, list, 8, &n, &error));
	ck_assert_uint_eq(n, frequency);
	OK(xc_postings_read(postings, 0, list, 8, &n, &error));
	ck_assert_uint_eq(n, 0);
	xc_postings_free(postings);
	bs_segment_close(&s);
}
END_TEST

/* The words column spells every sentence, stop words too. */
START_TEST(test_words)
{
	struct bs_segment_info info;
	struct bs_segment s;
	struct bs_buffer line = {0};
	write_segment(&info);
	OK(bs_segment_open(directory, "s1", &s, &error));
	uint32_t d = s.rows[2].first + 1;
	struct bs_input in = bs_unit_words(&s, d);
	while (in.at < in.end) {
		bs_buffer_string(&line,
				 bs_string(&s.forms, bs_form_of_code(&s, bs_input_number(&in))));
		bs_buffer_string(&line, " ");
	}
	ck_assert_str_eq(line.bytes, "fares fell again ");
	uint32_t form = bs_strings_find(&s.forms, "ferry", 5);
	ck_assert_str_eq(bs_string(&s.forms, form), "ferry");
	ck_assert_uint_eq(bs_strings_find(&s.forms, "\xFF", 1), s.forms.count);
	for (uint32_t i = 1; i < s.forms.count; i++)
		ck_assert_int_lt(strcmp(bs_string(&s.forms, i - 1), bs_string(&s.forms, i)), 0);
	bs_buffer_free(&line);
	bs_segment_close(&s);
}
END_TEST

/* Reads all that a segment still gives; what is damaged must be an error. */
static void read_all(struct bs_segment *s)
{
	for (uint32_t i = 0; i < s->articles; i++) {
		struct bs_arena arena = {0};
		brad_article *article;
		struct bs_unit *units = bs_units_read(&arena, s, &s->rows[i], s->rows[i].count);
		for (uint32_t k = 0; units && k < s->rows[i].count; k++)
			bs_unit_spell(&arena, s, &units[k], NULL, NULL);
		if (bs_segment_article(s, i, &article, &error) == BRAD_OK)
			brad_article_free(article);
		bs_arena_free(&arena);
	}
	for (uint32_t d = 1; d <= s->documents; d++) {
		ck_assert_uint_lt(s->article[d], s->articles);
		ck_assert_uint_le(bs_segment_set(s, d), s->set_count);
		ck_assert_uint_le(s->role[d], BRAD_ROLE_FURNITURE);
		ck_assert_uint_le(s->speech[d] / 4, BRAD_EVIDENCE_CARRIED);
		ck_assert_uint_le(d - s->rows[s->article[d]].first,
				  s->rows[s->article[d]].count - 1);
	}
}

/* Every byte of the pack's head, and a cut at any place, is noticed or harmless. */
START_TEST(test_damage)
{
	struct bs_segment_info info;
	struct bs_segment s;
	write_segment(&info);
	int fd = open(path_of("s1.cols"), O_RDWR);
	for (off_t at = 0; at < (off_t)info.cols_size; at += 3) {
		unsigned char was, now;
		ck_assert_int_eq(pread(fd, &was, 1, at), 1);
		now = was ^ 0x41;
		ck_assert_int_eq(pwrite(fd, &now, 1, at), 1);
		brad_status status = bs_segment_open(directory, "s1", &s, &error);
		if (at < 1056)
			ck_assert_int_eq(status, BRAD_ECORRUPT); /* magic, sections, checksums */
		if (status == BRAD_OK) {
			read_all(&s);
			bs_segment_close(&s);
		}
		ck_assert_int_eq(pwrite(fd, &was, 1, at), 1);
	}
	for (off_t size = (off_t)info.cols_size - 1; size >= 0; size -= 61) {
		ck_assert_int_eq(ftruncate(fd, size), 0);
		if (size > (off_t)info.cols_size - 8) continue; /* padding */
		ck_assert_int_eq(bs_segment_open(directory, "s1", &s, &error), BRAD_ECORRUPT);
	}
	close(fd);
}
END_TEST

/* A segment that is not finished leaves nothing behind, though it has written. */
START_TEST(test_dropped)
{
	struct bs_segment_info info;
	struct bs_segment_writer *w;
	brad_document d = document(0);
	OK(bs_segment_begin(directory, "s1", &w, &error));
	brad_article *article = article_of(d);
	for (int i = 0; i < 4000; i++) OK(bs_segment_add(w, article, 1, 0, &error));
	ck_assert_int_gt(count_files(), 0);
	bs_segment_free(w);
	ck_assert_int_eq(count_files(), 0);
	OK(bs_segment_begin("/nowhere/at/all", "s1", &w, &error));
	OK(bs_segment_add(w, article, 1, 0, &error));
	brad_article_free(article);
	ck_assert_int_ne(bs_segment_finish(w, &info, &error), BRAD_OK);
	bs_segment_free(w);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("segment");
	TCase *cases = tcase_create("segment");
	tcase_add_checked_fixture(cases, make_directory, remove_directory);
	tcase_add_test(cases, test_round_trip);
	tcase_add_test(cases, test_person_documents);
	tcase_add_test(cases, test_article);
	tcase_add_loop_test(cases, test_terms, 0, CASES(term_cases));
	tcase_add_test(cases, test_words);
	tcase_add_test(cases, test_damage);
	tcase_add_test(cases, test_dropped);
	tcase_set_timeout(cases, 120);
	suite_add_tcase(suite, cases);
	return run_suite(suite);
}
