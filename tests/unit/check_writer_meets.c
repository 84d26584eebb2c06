/* What do two writers, or a writer and readers, see of each other? */
#include "writer_runs.h"

#include <sys/wait.h>

START_TEST(two_writers)
{
	brad_writer *w, *second;
	char expected[64];
	open_writer(&w, NULL);
	ck_assert_int_eq(brad_writer_open(path_of("index"), NULL, &second, &error), BRAD_ELOCKED);
	ck_assert_ptr_null(second);
	snprintf(expected, sizeof expected, "process %ld has been writing since 20",
		 (long)getpid());
	ck_assert_ptr_nonnull(strstr(error.message, expected));
	brad_writer_free(w);
	open_writer(&w, NULL);
	brad_writer_free(w);
}
END_TEST

START_TEST(readers_keep_their_view)
{
	brad_writer *w;
	brad_article *article;
	open_writer(&w, NULL);
	add(w, "a", "One.");
	add(w, "b", "Two.");
	commit(w, NULL);
	brad_index *before = open_index();
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	options.rebuild = true;
	open_writer(&w, &options);
	add(w, "a", "Three.");
	brad_index *during = open_index();
	commit(w, NULL);
	check_held("a=Three.");
	check_swept();
	ck_assert_str_eq(show(before), "a=One. b=Two.");
	ck_assert_str_eq(show(during), "a=One. b=Two.");
	OK(brad_index_article(before, "b", &article, &error));
	ck_assert_str_eq(brad_article_document(article)->text, "Two.");
	brad_article_free(article);
	ck_assert_uint_eq(brad_index_about(before)->revision, 1);
	brad_index_free(before);
	brad_index_free(during);
}
END_TEST

/* While one process commits and sweeps, another opens, and always can. */
START_TEST(readers_always_open)
{
	brad_writer *w;
	open_writer(&w, NULL);
	add(w, "a", "One.");
	commit(w, NULL);
	pid_t child = fork();
	if (child == 0) {
		brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
		options.rebuild = true;
		for (int i = 0; i < 30; i++) {
			open_writer(&w, &options);
			add(w, "a", "One.");
			commit(w, NULL);
		}
		_exit(0);
	}
	int status = 0, opened = 0;
	while (waitpid(child, &status, WNOHANG) == 0) {
		check_held("a=One.");
		opened++;
	}
	ck_assert_int_eq(status, 0);
	ck_assert_int_gt(opened, 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("writer meets");
	TCase *tests = tcase_create("writer meets");
	tcase_add_checked_fixture(tests, make_folder, remove_directory);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, two_writers);
	tcase_add_test(tests, readers_keep_their_view);
	tcase_add_test(tests, readers_always_open);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
