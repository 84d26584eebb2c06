/* By which names is an article of an index found? */
#include "writer_runs.h"

START_TEST(finds_articles)
{
	static const struct {
		const char *wanted, *found; /* what the text is, or what the error holds */
		brad_status status;
	} wanted[] = {{"plain", "A", 0},
		      {"bbc/7", "B", 0},
		      {"7", "B", 0},
		      {"c/7", "no article", BRAD_ENOTFOUND},
		      {"news.jsonl", "'bbc/7' and '8'", BRAD_EINVAL},
		      {"/x/news.jsonl", "'bbc/7' and '8'", BRAD_EINVAL},
		      {"./y/one.txt", "D", 0},
		      {"one.txt", "D", 0},
		      {"8", "C", 0},
		      {"gone", "no article", BRAD_ENOTFOUND},
		      {"", "by its id", BRAD_EINVAL}};
	static const char *const documents[][3] = {{"plain", 0, "A"},
						   {"bbc/7", "/x/news.jsonl", "B"},
						   {"8", "/x/news.jsonl", "C"},
						   {"/z/y/one.txt", "/z/y/one.txt", "D"},
						   {"gone", 0, "E"}};
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_writer *w;
	options.threads = 1;
	open_writer(&w, &options);
	for (size_t i = 0; i < 5; i++) {
		brad_document d = BRAD_DOCUMENT_INIT;
		d.id = documents[i][0];
		d.path = documents[i][1];
		d.text = documents[i][2];
		d.text_length = 1;
		OK(brad_writer_add(w, &d, &error));
	}
	OK(brad_writer_remove(w, "gone", NULL, &error));
	commit(w, NULL);
	brad_index *index = open_index();
	for (size_t i = 0; i < CASES(wanted); i++) {
		brad_article *article;
		ck_assert_msg(brad_index_article(index, wanted[i].wanted, &article, &error) ==
				      wanted[i].status,
			      "%s: %s", wanted[i].wanted, error.message);
		if (article)
			ck_assert_str_eq(brad_article_document(article)->text, wanted[i].found);
		else
			ck_assert_ptr_nonnull(strstr(error.message, wanted[i].found));
		brad_article_free(article);
	}
	brad_index_free(index);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("article names");
	TCase *tests = tcase_create("article names");
	tcase_add_checked_fixture(tests, make_folder, remove_directory);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, finds_articles);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
