/* What is left of the index when a writer ends before its commit, is killed, or finds the disk full? */
#include "writer_runs.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

/* Nothing of what was not committed is seen or left. */
START_TEST(nothing_without_commit)
{
	static const brad_writer_options anew = {sizeof anew, 0, 0, true, 0, 0, 0, 0};
	brad_writer *w;
	open_writer(&w, NULL);
	add(w, "a", "One.");
	commit(w, NULL);
	char *before = strdup(read_manifest());
	for (int rebuild = 0; rebuild < 2; rebuild++) {
		open_writer(&w, rebuild ? &anew : NULL);
		for (int i = 0; i < 50; i++) {
			char id[16];
			snprintf(id, sizeof id, "x%d", i);
			add(w, id, "Two sentences. Not kept.");
		}
		OK(brad_writer_remove(w, "a", NULL, &error));
		brad_writer_free(w);
		check_held("a=One.");
		ck_assert_str_eq(before, read_manifest());
	}
	open_writer(&w, NULL);
	brad_writer_free(w);
	check_swept();
	free(before);
}
END_TEST

/* A writer that is killed leaves the index as it was, and the next one sweeps. */
START_TEST(survives_a_kill)
{
	brad_writer *w;
	open_writer(&w, NULL);
	add(w, "a", "One.");
	commit(w, NULL);
	pid_t child = fork();
	if (child == 0) {
		open_writer(&w, NULL);
		for (int i = 0; i < 200; i++) {
			char id[16];
			snprintf(id, sizeof id, "%d", i);
			add(w, id, "This is never committed. It goes.");
		}
		_exit(0);
	}
	int status;
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
	put("index/manifest.tmp", "{");
	put("index/seg-2-0.glass", "rubbish");
	put("index/seg-2-0.7.tmp/postlist.glass", "rubbish");
	put("index/sources.2", "rubbish");
	check_held("a=One.");
	open_writer(&w, NULL);
	add(w, "b", "Two.");
	commit(w, NULL);
	check_held("a=One. b=Two.");
	check_swept();
}
END_TEST

/* libxapian's compact() forgets the tables that it was writing when a disk is
 * full.  The leak checker asks this before it looks, in this test's process. */
static int disk_was_full;

int __lsan_is_turned_off(void);

int __lsan_is_turned_off(void)
{
	return disk_was_full;
}

/* A disk that is full, or nearly: the commit fails, and the index is as it was. */
START_TEST(fails_whole)
{
	brad_writer *w;
	struct rlimit usual, small;
	disk_was_full = 1;
	open_writer(&w, NULL);
	add(w, "a", "One.");
	commit(w, NULL);
	char *before = strdup(read_manifest());
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &usual), 0);
	static const rlim_t limits[] = {0, 500, 4000, 12000};
	for (size_t i = 0; i < CASES(limits); i++) {
		open_writer(&w, NULL);
		add(w, "a", "Two.");
		small = usual;
		small.rlim_cur = limits[i];
		ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
		ck_assert_int_ne(brad_writer_commit(w, NULL, &error), BRAD_OK);
		ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &usual), 0);
		ck_assert_int_eq(error.status, BRAD_EIO);
		ck_assert_int_eq(brad_writer_commit(w, NULL, &error), BRAD_EIO);
		brad_writer_free(w);
		ck_assert_str_eq(before, read_manifest());
		check_held("a=One.");
		check_swept();
	}
	free(before);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("writer breaks");
	TCase *tests = tcase_create("writer breaks");
	tcase_add_checked_fixture(tests, make_folder, remove_directory);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, nothing_without_commit);
	tcase_add_test(tests, survives_a_kill);
	tcase_add_test(tests, fails_whole);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
