/* Bytes are flipped, cut off, zeroed and overwritten all over the files of an
 * index: whoever then reads it, writes to it or compacts it gets the right
 * answer or an error, and never crashes or hangs.
 *
 *     damage [TRIALS [SEED]]
 *
 * Whoever only reads is told of all damage to our own files that would change an
 * answer.  Damage to libxapian's may go unseen by him; how much is told.  It is what
 * brad_index_check() is for, which must find all that is not harmless. */
#include "model.h"
#include "use.h"

#include <dirent.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REVISIONS = 5, MOST_FILES = 64, BATCH = 25, SLOWEST = 60 /* seconds for a batch */ };

/* The index as it should be, and what it answers. */
static struct file {
	char name[256];
	struct bs_buffer bytes;
} files[MOST_FILES];
static size_t file_count;
static struct bs_buffer expected[USE_CALLS];

/* Where the trials are made; `work` for those that write. */
static char directory[256], work[256];

enum outcome { HARMLESS, TOLD, UNSEEN, OUTCOMES };
static const char *const kinds[] = {"manifest", "sources", ".dead.", ".cols", ".glass", "people"};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* libxapian checks nothing that it reads, and a people file is the user's to change. */
static bool may_pass_unseen(int kind)
{
	return strcmp(kinds[kind], ".glass") == 0 || strcmp(kinds[kind], "people") == 0;
}

/* What the processes that make the trials tell, crashed or not. */
static struct tally {
	uint64_t trial;
	uint64_t outcomes[KINDS][OUTCOMES], found;
	char what[400]; /* the damage at hand */
	bool failed;
} * tally;

static uint64_t next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static int kind_of(const char *name)
{
	for (int i = 0; i < KINDS; i++)
		if (strstr(name, kinds[i])) return i;
	return 0;
}

/* ---- Files -------------------------------------------------------------- */

static const char *path_of(const char *in, const char *name)
{
	static char path[600];
	snprintf(path, sizeof path, "%s/%s", in, name);
	return path;
}

static void write_file(const char *in, const char *name, const struct bs_buffer *bytes)
{
	FILE *file = fopen(path_of(in, name), "wb");
	if (!file || fwrite(bytes->bytes, 1, bytes->length, file) != bytes->length ||
	    fclose(file) != 0)
		_exit(3);
}

static void load_file(const char *name)
{
	char block[4096];
	struct file *f = &files[file_count++];
	FILE *file = fopen(path_of(directory, name), "rb");
	if (!file || file_count == MOST_FILES) exit(2);
	snprintf(f->name, sizeof f->name, "%s", name);
	for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
		bs_buffer_add(&f->bytes, block, n);
	fclose(file);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct file *)a)->name, ((const struct file *)b)->name);
}

static void load_files(void)
{
	DIR *entries = opendir(directory);
	if (!entries) exit(2);
	for (const struct dirent *e; (e = readdir(entries));)
		if (e->d_name[0] != '.' && strcmp(e->d_name, "lock") != 0) load_file(e->d_name);
	closedir(entries);
	qsort(files, file_count, sizeof *files, by_name);
}

/* ---- Damage ------------------------------------------------------------- */

static void damage(const struct file *f, uint64_t *state, struct bs_buffer *out)
{
	static const char *const ways[] = {"a bit of %s flipped at %zu",
					   "%s cut off at %zu",
					   "%s zeroed from %zu, %zu bytes",
					   "%s overwritten from %zu, %zu bytes",
					   "%s emptied",
					   "%s longer than its %zu bytes"};
	size_t length = f->bytes.length, at = length ? next(state) % length : 0;
	size_t most = length - at < 600 ? length - at : 600, n = most ? 1 + next(state) % most : 0;
	/* Most trials flip a bit: that is what is hardest to see. */
	uint64_t way = next(state) % 16;
	way = way < 6 ? way : 0;
	bs_buffer_clear(out);
	bs_buffer_add(out, f->bytes.bytes, length);
	if (way == 0 && length) out->bytes[at] ^= (char)(1 << next(state) % 8);
	if (way == 1) out->length = at;
	if (way == 2 && n) memset(out->bytes + at, 0, n);
	for (size_t i = 0; way == 3 && i < n; i++) out->bytes[at + i] = (char)next(state);
	if (way == 4) out->length = 0;
	if (way == 5) bs_buffer_add(out, "damage", 1 + next(state) % 6);
	snprintf(tally->what, sizeof tally->what, ways[way], f->name, way == 5 ? length : at, n);
}

/* ---- What is then answered ---------------------------------------------- */

static void fail(const char *what)
{
	printf("# trial %" PRIu64 ", %s: %s\n", tally->trial, tally->what, what);
	fflush(stdout);
	tally->failed = true;
}

/* An error must say what is damaged and what to do. */
static void check_error(brad_status status, const brad_error *err, int kind)
{
	bool known = status == BRAD_ECORRUPT || status == BRAD_ENOTFOUND || status == BRAD_EIO ||
		     (status == BRAD_EINPUT && strcmp(kinds[kind], "people") == 0);
	if (status != err->status || !known) fail(err->message);
	if (status == BRAD_ECORRUPT && !strstr(err->message, "run 'bradsearch")) fail(err->message);
}

/* What the index answers now: right, wrong, or an error. */
static enum outcome read_all(const char *in, int kind)
{
	brad_index *index;
	brad_error err;
	struct bs_buffer answer = {0};
	enum outcome outcome = HARMLESS;
	brad_status status = brad_index_open(in, &index, &err);
	if (status == BRAD_OK) status = brad_index_use_people(index, NULL, &err);
	if (status != BRAD_OK) {
		check_error(status, &err, kind);
		brad_index_free(index);
		return TOLD;
	}
	for (int call = 0; call < USE_CALLS; call++) {
		bs_buffer_clear(&answer);
		status = use_call(index, call, &answer, &err);
		if (status != BRAD_OK) {
			check_error(status, &err, kind);
			if (outcome == HARMLESS) outcome = TOLD;
		} else if (answer.length != expected[call].length ||
			   (answer.length &&
			    memcmp(answer.bytes, expected[call].bytes, answer.length) != 0)) {
			outcome = UNSEEN;
		}
	}
	bs_buffer_free(&answer);
	brad_index_free(index);
	return outcome;
}

/* Who has everything compared first is told of all that would change an answer. */
static void open_verified(int kind, enum outcome outcome)
{
	brad_index *index;
	brad_error err;
	brad_status status = brad_index_open_verified(directory, &index, &err);
	if (status != BRAD_OK)
		check_error(status, &err, kind);
	else if (outcome != HARMLESS && strcmp(kinds[kind], "people") != 0)
		fail("opened as if it were whole");
	brad_index_free(index);
}

/* Another run of index, and then compact: either may fail, with a reason. */
static void write_and_compact(int kind)
{
	brad_error err;
	brad_writer *w = NULL;
	brad_status status = model_advance(work, 1, &err);
	if (status != BRAD_OK) check_error(status, &err, kind);
	status = brad_writer_open(work, NULL, &w, &err);
	if (status == BRAD_OK) status = brad_writer_compact(w, &err);
	if (status == BRAD_OK) status = brad_writer_commit(w, NULL, &err);
	if (status != BRAD_OK) check_error(status, &err, kind);
	brad_writer_free(w);
	read_all(work, kind);
}

/* Each article is there, whole, or is said to have been dropped. */
static void check_repaired(const brad_check_report *report, bool removed_are_known)
{
	brad_index *index;
	brad_error err;
	if (brad_index_open(work, &index, &err) != BRAD_OK) {
		fail(err.message);
		return;
	}
	for (unsigned i = 0; i < MODEL_ARTICLES; i++) {
		char id[16];
		brad_article *article;
		model_id(i, id);
		uint64_t version = model_version(i, REVISIONS);
		brad_status status = brad_index_article(index, id, &article, &err);
		if (status == BRAD_ENOTFOUND && (version == 0 || report->dropped > 0)) continue;
		if (status != BRAD_OK)
			fail(err.message);
		else if (version == 0 && removed_are_known)
			fail("an article came back");
		else if (version != 0 &&
			 strcmp(brad_article_document(article)->text, model_text(i, version)) != 0)
			fail("an article is not what was added");
		if (status == BRAD_OK) brad_article_free(article);
	}
	brad_index_free(index);
}

static void repair(int kind)
{
	brad_check_options options = BRAD_CHECK_OPTIONS_INIT;
	brad_check_report report;
	brad_error err;
	options.repair = options.drop_damaged = true;
	if (brad_index_check(work, &options, &report, &err) != BRAD_OK) {
		if (kind != kind_of("manifest") || err.status != BRAD_ENOTFOUND) fail(err.message);
		return;
	}
	if (kind == kind_of("people")) return; /* the user's to mend */
	if (report.faults > 0 && !report.repaired) fail("it could not be repaired");
	if (report.faults > 0) check_repaired(&report, kind != kind_of(".dead."));
}

/* Whatever is told or goes unseen by readers, a check finds. */
static void check(int kind, enum outcome outcome)
{
	brad_check_report report;
	brad_error err;
	brad_status status = brad_index_check(directory, NULL, &report, &err);
	if (status != BRAD_OK) fail(err.message);
	/* A people file may say something else as well as it did before. */
	bool wrong = outcome == TOLD || (outcome == UNSEEN && kind != kind_of("people"));
	if (wrong && report.faults == 0) fail("a check finds nothing");
	tally->found += report.faults > 0;
}

static void empty_work(void)
{
	DIR *entries = opendir(work);
	if (!entries) _exit(3);
	for (const struct dirent *e; (e = readdir(entries));)
		if (e->d_name[0] != '.') unlinkat(dirfd(entries), e->d_name, 0);
	closedir(entries);
}

/* The index, with one file damaged. */
static void set_up_work(const char *name, const struct bs_buffer *damaged)
{
	empty_work();
	for (size_t i = 0; i < file_count; i++) write_file(work, files[i].name, &files[i].bytes);
	write_file(work, name, damaged);
}

static void try_one(uint64_t seed)
{
	struct bs_buffer damaged = {0};
	uint64_t state = seed ^ (tally->trial + 1) * 0x9E3779B97F4A7C15u;
	for (int i = 0; i < 8; i++) next(&state);
	const struct file *f = &files[next(&state) % file_count];
	int kind = kind_of(f->name);
	damage(f, &state, &damaged);
	write_file(directory, f->name, &damaged);
	enum outcome outcome = read_all(directory, kind);
	tally->outcomes[kind][outcome]++;
	if (outcome == UNSEEN && !may_pass_unseen(kind)) fail("a wrong answer");
	open_verified(kind, outcome);
	check(kind, outcome);
	write_file(directory, f->name, &f->bytes);
	if (tally->trial % 10 == 0) {
		set_up_work(f->name, &damaged);
		write_and_compact(kind);
		set_up_work(f->name, &damaged);
		repair(kind);
	}
	bs_buffer_free(&damaged);
}

/* Makes a batch of trials in another process; false if that crashed or hung. */
static bool try_batch(uint64_t until, uint64_t seed)
{
	int status;
	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		alarm(SLOWEST);
		for (; tally->trial < until; tally->trial++) try_one(seed);
		_exit(0);
	}
	if (waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	printf("# trial %" PRIu64 " with seed %" PRIu64 ", %s: status %d\n", tally->trial, seed,
	       tally->what, status);
	return false;
}

/* ---- Preparation -------------------------------------------------------- */

static void make_index(void)
{
	static const char people[] = "name\talias\trole\nJane Marker\tJane Marker1\tengineer\n"
				     "Jane Marker\tJane Marker2\t\t2021-01\t2022\n";
	struct bs_buffer bytes = {0};
	brad_error err;
	model_make_directory(directory);
	model_make_directory(work);
	for (int i = 0; i < REVISIONS; i++)
		if (model_advance(directory, 1, &err) != BRAD_OK) exit(2);
	bs_buffer_string(&bytes, people);
	write_file(directory, "people.tsv", &bytes);
	bs_buffer_free(&bytes);
	load_files();
}

static void expect(void)
{
	brad_index *index;
	brad_error err;
	if (brad_index_open(directory, &index, &err) != BRAD_OK ||
	    brad_index_use_people(index, NULL, &err) != BRAD_OK)
		exit(2);
	for (int call = 0; call < USE_CALLS; call++)
		if (use_call(index, call, &expected[call], &err) != BRAD_OK) {
			printf("# %s\n", err.message);
			exit(2);
		}
	brad_index_free(index);
}

int main(int argc, char **argv)
{
	uint64_t trials = argc > 1 ? strtoull(argv[1], NULL, 10) : 600;
	uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 20261122;
	bool good = true;
	tally = mmap(NULL, sizeof *tally, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1,
		     0);
	if (tally == MAP_FAILED) return 2;
	make_index();
	expect();
	for (uint64_t done = 0; done < trials && good; done = tally->trial)
		good = try_batch(done + BATCH < trials ? done + BATCH : trials, seed);
	for (int i = 0; i < KINDS; i++)
		printf("# %-9s%6" PRIu64 " harmless, %6" PRIu64 " told, %6" PRIu64 " unseen\n",
		       kinds[i], tally->outcomes[i][HARMLESS], tally->outcomes[i][TOLD],
		       tally->outcomes[i][UNSEEN]);
	printf("# a check finds %" PRIu64 " of %" PRIu64 "\n", tally->found, tally->trial);
	good = good && !tally->failed;
	printf("%sok damage: %" PRIu64 " trials (seed %" PRIu64 ")\n", good ? "" : "not ",
	       tally->trial, seed);
	model_remove_directory(directory);
	model_remove_directory(work);
	return !good;
}
