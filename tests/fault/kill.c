/* Kills a writer at random moments: the index is then what its revision says,
 * no older than the last commit that was told of, and the next writer goes on
 * and sweeps.
 *
 *     kill [TIMES [SEED]] */
#include "model.h"

#include <inttypes.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char directory[256];

/* What the writer tells before it dies. */
static _Atomic uint64_t *published;

static uint64_t next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static _Noreturn void write_on(void)
{
	brad_error err;
	while (true) {
		brad_status status = model_advance(directory, 2, &err);
		if (status != BRAD_OK) {
			printf("# the writer fails: %s\n", err.message);
			fflush(stdout);
			_exit(1);
		}
		++*published;
	}
}

static bool bad(uint64_t trial, const char *what)
{
	printf("# kill %" PRIu64 ": %s\n", trial, what);
	return false;
}

static bool check_one(uint64_t trial, uint64_t *state)
{
	uint64_t revision;
	int status;
	fflush(stdout);
	pid_t writer = fork();
	if (writer == 0) write_on();
	struct timespec wait = {0, (long)(next(state) % 150000000)};
	nanosleep(&wait, NULL);
	kill(writer, SIGKILL);
	if (waitpid(writer, &status, 0) != writer || !WIFSIGNALED(status))
		return bad(trial, "the writer ended by itself");
	const char *wrong = model_check(directory, &revision);
	if (wrong) return bad(trial, wrong);
	if (revision != *published && revision != *published + 1)
		return bad(trial, "a commit is lost");
	*published = revision;
	return true;
}

int main(int argc, char **argv)
{
	uint64_t times = argc > 1 ? strtoull(argv[1], NULL, 10) : 25, trial;
	uint64_t state = argc > 2 ? strtoull(argv[2], NULL, 10) : (uint64_t)time(NULL);
	uint64_t seed = state, before = 0, in_a_commit = 0;
	brad_error err;
	published = mmap(NULL, sizeof *published, PROT_READ | PROT_WRITE,
			 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (published == MAP_FAILED || state == 0) return 2;
	model_make_directory(directory);
	bool good = model_advance(directory, 2, &err) == BRAD_OK;
	*published = 1;
	for (trial = 0; trial < times && good; trial++) {
		good = check_one(trial, &state);
		in_a_commit += model_leftover(directory) != NULL;
	}
	before = *published;
	if (good && model_advance(directory, 2, &err) != BRAD_OK) good = bad(trial, err.message);
	const char *left = good ? model_leftover(directory) : NULL;
	if (left) good = bad(trial, left);
	printf("# %" PRIu64 " kills (seed %" PRIu64 "), %" PRIu64
	       " of them left files; revision %" PRIu64 "\n",
	       trial, seed, in_a_commit, before);
	printf("%sok kill\n", good ? "" : "not ");
	model_remove_directory(directory);
	return !good;
}
