/* The n-th call that opens, writes, syncs, renames, maps or cuts a file fails,
 * for every n, or files may not grow beyond a size: the commit tells, and the
 * index is what it was.  Only where the very last sync fails may it be what it
 * was to become; it is whole either way. */
#include "fault.h"
#include "model.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static char directory[256];
static uint64_t revision;

/* Looks at the index after a commit that ended with a status. */
static const char *check(brad_status status, bool last_sync)
{
	uint64_t now;
	const char *wrong = model_check(directory, &now);
	if (!wrong && now != revision + (status == BRAD_OK) && !(last_sync && now == revision + 1))
		wrong = "not that revision";
	revision = now;
	return wrong;
}

/* Makes the next revision, and sees that nothing is left behind by then. */
static const char *go_on(void)
{
	brad_error err;
	static char words[sizeof err.message];
	brad_status status = model_advance(directory, 1, &err);
	const char *wrong = check(status, false);
	if (status != BRAD_OK) return strcpy(words, err.message);
	return wrong ? wrong : model_leftover(directory);
}

static bool tell(const char *name, long n, const char *wrong)
{
	if (wrong) printf("# %s, call %ld: %s\n", name, n, wrong);
	return !wrong;
}

/* Fails each call of a kind in a run that merges, and in one that does not. */
static bool fail_each(enum fault kind, bool on)
{
	brad_error err;
	const char *name = fault_name(kind);
	bool fired = true;
	long n = 0;
	while (fired) {
		fault_arm(kind, ++n, on);
		brad_status status = model_advance(directory, 1, &err);
		fired = fault_disarm();
		if (status != BRAD_OK && !fired) return tell(name, n, err.message);
		if (!tell(name, n, check(status, kind == FAULT_SYNC || kind == FAULT_OPEN)))
			return false;
		if (n % 5 == 0 && !tell(name, n, go_on())) return false;
	}
	if (n < 2) return tell(name, n, "no such call was made");
	printf("# %s: %ld calls failed\n", name, n - 1);
	return tell(name, n, go_on());
}

/* A disk that is full after so many bytes of a file. */
static bool fill(void)
{
	brad_error err;
	struct rlimit usual, small;
	if (getrlimit(RLIMIT_FSIZE, &usual) != 0) return false;
	brad_status status = BRAD_EIO;
	for (rlim_t limit = 0; status != BRAD_OK; limit += 1 + limit / 8) {
		small = usual;
		small.rlim_cur = limit;
		if (setrlimit(RLIMIT_FSIZE, &small) != 0) return false;
		status = model_advance(directory, 1, &err);
		if (setrlimit(RLIMIT_FSIZE, &usual) != 0) return false;
		if (status != BRAD_OK && status != BRAD_EIO)
			return tell("fill", (long)limit, err.message);
		if (!tell("fill", (long)limit, check(status, false))) return false;
	}
	return tell("fill", 0, go_on());
}

int main(void)
{
	int failed = 0;
	brad_error err;
	signal(SIGXFSZ, SIG_IGN);
	model_make_directory(directory);
	for (int i = 0; i < 16; i++)
		if (model_advance(directory, 1, &err) != BRAD_OK) return 2;
	revision = 16;
	for (int kind = FAULT_OPEN; kind < FAULT_KINDS; kind++) {
		bool good = fail_each((enum fault)kind, false) && fail_each((enum fault)kind, true);
		printf("%sok disk %s\n", good ? "" : "not ", fault_name((enum fault)kind));
		failed += !good;
	}
	bool good = fill();
	printf("%sok disk full\n", good ? "" : "not ");
	model_remove_directory(directory);
	return failed != 0 || !good;
}
