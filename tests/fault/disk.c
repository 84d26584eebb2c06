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

/* ---- Checking ------------------------------------------------------------ */

/* Checks an index of which nothing is beyond help, as somebody would who has that dropped. */
static brad_status repair(uint64_t *dropped, brad_error *err)
{
	brad_check_report report;
	brad_check_options options = BRAD_CHECK_OPTIONS_INIT;
	options.repair = options.drop_damaged = true;
	brad_status status = brad_index_check(directory, &options, &report, err);
	*dropped = report.dropped;
	return status;
}

static uint64_t count_articles(void)
{
	brad_index *index;
	if (brad_index_open(directory, &index, NULL) != BRAD_OK) return 0;
	uint64_t count = brad_index_about(index)->articles;
	brad_index_free(index);
	return count;
}

static void damage_manifest(void)
{
	char path[sizeof directory + 16];
	snprintf(path, sizeof path, "%s/manifest", directory);
	FILE *file = fopen(path, "w");
	if (file) fclose(file);
}

/* What is left after a check in which a call failed, or none did. */
static const char *check_whole(bool fired, brad_status status, uint64_t dropped, uint64_t articles)
{
	brad_error err;
	static char words[sizeof err.message];
	if (dropped > 0) return "articles were dropped";
	if (!fired && status != BRAD_OK) return "it fails without a reason";
	if (status != BRAD_OK && repair(&dropped, &err) != BRAD_OK)
		return strcpy(words, err.message);
	return count_articles() == articles ? NULL : "articles are lost";
}

/* A file that cannot be opened for now is not taken for one that is damaged, and dropped. */
static bool check_each(enum fault kind, bool damaged)
{
	brad_error err;
	uint64_t articles = count_articles(), dropped;
	bool fired = true;
	long n = 0;
	while (fired) {
		if (damaged) damage_manifest();
		fault_arm(kind, ++n, false);
		brad_status status = repair(&dropped, &err);
		fired = fault_disarm();
		const char *wrong = check_whole(fired, status, dropped, articles);
		if (!tell(damaged ? "check without manifest" : "check", n, wrong)) return false;
	}
	return n > 1 || tell(fault_name(kind), n, "no such call was made");
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
	bool whole = true;
	for (int damaged = 0; damaged <= 1; damaged++)
		whole = whole && check_each(FAULT_OPEN, damaged) && check_each(FAULT_MAP, damaged);
	printf("%sok disk check\n", whole ? "" : "not ");
	model_remove_directory(directory);
	return failed != 0 || !whole || !good;
}
