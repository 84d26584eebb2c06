/* What becomes of many articles, many threads and many segments? */
#include "writer_runs.h"

#include <pthread.h>

struct caller {
	pthread_t thread;
	int calls;
};

static void on_progress(void *context, const brad_progress *progress)
{
	struct caller *caller = context;
	ck_assert(pthread_equal(caller->thread, pthread_self()));
	ck_assert_uint_le(progress->articles_added + progress->articles_replaced, 400);
	caller->calls++;
}

/* Many articles over several threads, some given twice; then so many runs that
 * segments are merged. */
START_TEST(many)
{
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_progress done;
	brad_writer *w;
	char id[16], text[4096];
	struct caller caller = {pthread_self(), 0};
	options.threads = 4;
	options.on_progress = on_progress;
	options.context = &caller;
	open_writer(&w, &options);
	memset(text, 0, sizeof text);
	for (int i = 0; i < 300; i++) strcat(text, "It is so. ");
	for (int i = 0; i < 400; i++) {
		snprintf(id, sizeof id, "%d", i % 200);
		text[0] = i < 200 ? 'I' : 'i';
		add(w, id, text);
	}
	commit(w, &done);
	check_counts(&done, "200 200 0 0 0");
	ck_assert(caller.calls > 0 || done.seconds < 0.2);
	brad_index *index = open_index();
	ck_assert_uint_eq(brad_index_about(index)->articles, 200);
	ck_assert_uint_gt(brad_index_about(index)->segments, 1);
	brad_article *article;
	for (int i = 0; i < 200; i++) {
		snprintf(id, sizeof id, "%d", i);
		OK(brad_index_article(index, id, &article, &error));
		ck_assert_int_eq(brad_article_document(article)->text[0], 'i');
		brad_article_free(article);
	}
	brad_index_free(index);
	for (int i = 0; i < 40; i++) {
		snprintf(id, sizeof id, "n%d", i);
		open_writer(&w, NULL);
		add(w, id, i % 2 ? "Odd." : "Even.");
		add(w, "again", id);
		commit(w, NULL);
		check_swept();
	}
	index = open_index();
	ck_assert_uint_eq(brad_index_about(index)->articles, 241);
	ck_assert_uint_le(brad_index_about(index)->segments, 16);
	ck_assert_ptr_nonnull(strstr(show(index), "again=n39 n0=Even. n10=Even. n11=Odd."));
	brad_index_free(index);
}
END_TEST

/* One segment is made of all, without the dead, and what is found stays. */
START_TEST(compacts)
{
	brad_writer *w;
	brad_progress done;
	for (int i = 0; i < 3; i++) {
		char id[2] = {(char)('a' + i), '\0'};
		open_writer(&w, NULL);
		add(w, id, "One. Two.");
		if (i == 2) add(w, "a", "Three.");
		commit(w, NULL);
	}
	open_writer(&w, NULL);
	OK(brad_writer_remove(w, "b", NULL, &error));
	OK(brad_writer_compact(w, &error));
	commit(w, &done);
	check_counts(&done, "0 0 1 0 0");
	check_swept();
	check_held("a=Three. c=One. Two.");
	brad_index *index = open_index();
	uint64_t revision = brad_index_about(index)->revision;
	ck_assert_uint_eq(brad_index_about(index)->segments, 1);
	ck_assert_uint_eq(index->segments[0].articles, 2);
	ck_assert_uint_eq(index->segments[0].dead_articles, 0);
	brad_index_free(index);
	open_writer(&w, NULL);
	OK(brad_writer_compact(w, &error));
	commit(w, NULL);
	index = open_index(); /* there was nothing to do */
	ck_assert_uint_eq(brad_index_about(index)->revision, revision);
	brad_index_free(index);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("writer joins");
	TCase *tests = tcase_create("writer joins");
	tcase_add_checked_fixture(tests, make_folder, remove_directory);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, many);
	tcase_add_test(tests, compacts);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
