/* Readers ask in a loop while a writer publishes ten times a second: every
 * answer is that of one published revision, there is no error, and no file stays
 * open.  And: a copy of the directory, taken meanwhile, is an index; of two
 * writers, the second is told who the first one is, unless that one is dead.
 *
 *     concurrency [SECONDS] */
#include "model.h"

#include "index/lock.h"

#include <dirent.h>
#include <inttypes.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { READERS = 8, PAUSE = 100 /* milliseconds */ };

static char directory[256];
static atomic_bool stop;
static atomic_int failed;
static _Atomic uint64_t asked, published, copies;

static void fail(const char *who, const char *what)
{
	printf("# %s: %s\n", who, what);
	failed++;
	stop = true;
}

static void pause_for(long milliseconds)
{
	struct timespec t = {milliseconds / 1000, milliseconds % 1000 * 1000000};
	nanosleep(&t, NULL);
}

static int open_files(void)
{
	int count = 0;
	DIR *entries = opendir("/proc/self/fd");
	while (entries && readdir(entries)) count++;
	if (entries) closedir(entries);
	return count;
}

/* ---- Readers and a writer ----------------------------------------------- */

/* Opens the index anew each time, and asks it twice; what it was does not change. */
static void *read_on(void *unused)
{
	(void)unused;
	uint64_t last = 0;
	while (!stop) {
		brad_index *index;
		brad_error err;
		if (brad_index_open(directory, &index, &err) != BRAD_OK) {
			fail("reader", err.message);
			break;
		}
		uint64_t revision = brad_index_about(index)->revision;
		const char *wrong = revision < last ? "it went back" : model_check_open(index);
		last = revision;
		if (!wrong) wrong = model_check_open(index);
		brad_index_free(index);
		if (wrong) fail("reader", wrong);
		asked++;
	}
	return NULL;
}

static void *write_on(void *unused)
{
	(void)unused;
	while (!stop) {
		brad_error err;
		if (model_advance(directory, 2, &err) != BRAD_OK) fail("writer", err.message);
		published++;
		pause_for(PAUSE);
	}
	return NULL;
}

/* ---- Copies ------------------------------------------------------------- */

static bool copy_file(const char *name, const char *target)
{
	char from[600], to[600], block[16 * 1024];
	snprintf(from, sizeof from, "%s/%s", directory, name);
	snprintf(to, sizeof to, "%s/%s", target, name);
	FILE *in = fopen(from, "rb"), *out = in ? fopen(to, "wb") : NULL;
	bool good = in && out;
	for (size_t n; good && (n = fread(block, 1, sizeof block, in)) > 0;)
		good = fwrite(block, 1, n, out) == n;
	if (in) fclose(in);
	if (out && fclose(out) != 0) good = false;
	return good;
}

/* As docs/reliability.md says: the manifest first, then what lies beside it;
 * what has gone by then was replaced, so begin anew. */
static bool copy_once(const char *target)
{
	bool good = copy_file("manifest", target);
	DIR *entries = opendir(directory);
	for (const struct dirent *e; good && entries && (e = readdir(entries));)
		if (e->d_name[0] != '.' && strcmp(e->d_name, "manifest") != 0 &&
		    strcmp(e->d_name, "lock") != 0 && !strstr(e->d_name, ".tmp"))
			copy_file(e->d_name, target);
	if (entries) closedir(entries);
	return good;
}

static bool copy_is_good(const char *target)
{
	uint64_t revision;
	brad_check_report report;
	brad_error err;
	if (brad_index_check(target, NULL, &report, &err) != BRAD_OK) return false;
	if (report.faults > report.leftovers) return false;
	const char *wrong = model_check(target, &revision);
	if (wrong) fail("copy", wrong);
	return !wrong;
}

static void *copy_on(void *unused)
{
	(void)unused;
	while (!stop) {
		char target[256];
		bool good = false;
		for (int attempt = 0; attempt < 20 && !good && !stop; attempt++) {
			model_make_directory(target);
			good = copy_once(target) && copy_is_good(target);
			model_remove_directory(target);
		}
		if (!good && !stop) fail("copy", "none of twenty is an index");
		copies += good;
		pause_for(PAUSE);
	}
	return NULL;
}

static bool run(unsigned seconds)
{
	pthread_t threads[READERS + 2];
	int before = open_files();
	for (int i = 0; i < READERS + 2; i++) {
		void *(*life)(void *) = i == 0 ? write_on : i == 1 ? copy_on : read_on;
		if (pthread_create(&threads[i], NULL, life, NULL) != 0) exit(2);
	}
	for (unsigned i = 0; i < seconds * 10 && !stop; i++) pause_for(100);
	stop = true;
	for (int i = 0; i < READERS + 2; i++) pthread_join(threads[i], NULL);
	if (open_files() != before) fail("all", "a file stays open");
	printf("# %" PRIu64 " answers of 24 articles each, %" PRIu64 " revisions, %" PRIu64
	       " copies in %u s\n",
	       asked, published, copies, seconds);
	return !failed && asked >= READERS && published > 1 && copies > 0;
}

/* ---- Two writers -------------------------------------------------------- */

static bool is_told(pid_t holder)
{
	char expected[64];
	brad_writer *w;
	brad_error err;
	snprintf(expected, sizeof expected, "process %ld has been writing since", (long)holder);
	brad_status status = brad_writer_open(directory, NULL, &w, &err);
	brad_writer_free(w);
	return status == BRAD_ELOCKED && strstr(err.message, expected);
}

/* Another process holds the lock, and is killed. */
static bool take_turns(void)
{
	int ready[2];
	char byte;
	brad_writer *w;
	if (pipe(ready) != 0) return false;
	pid_t holder = fork();
	if (holder == 0) {
		if (brad_writer_open(directory, NULL, &w, NULL) != BRAD_OK) _exit(1);
		if (write(ready[1], "x", 1) != 1) _exit(1);
		while (true) pause();
	}
	close(ready[1]);
	bool good = read(ready[0], &byte, 1) == 1 && is_told(holder);
	close(ready[0]);
	kill(holder, SIGKILL);
	waitpid(holder, NULL, 0);
	/* The file is there, and names the dead one; it blocks nobody. */
	good = good && !bs_lock_is_held(directory) &&
	       brad_writer_open(directory, NULL, &w, NULL) == BRAD_OK;
	if (good) brad_writer_free(w);
	return good;
}

int main(int argc, char **argv)
{
	unsigned seconds = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 5;
	brad_error err;
	model_make_directory(directory);
	if (model_advance(directory, 1, &err) != BRAD_OK) return 2;
	bool turns = take_turns(), good = run(seconds);
	printf("%sok two writers\n%sok concurrency\n", turns ? "" : "not ", good ? "" : "not ");
	model_remove_directory(directory);
	return !good || !turns;
}
