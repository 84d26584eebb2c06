/* Which files does an index name, hold and remember? */
#include "manifest_text.h"

#include "analysis/article.h"
#include "index/catalogue.h"
#include "index/lock.h"
#include "index/sources.h"

#include <sys/stat.h>

#define SEGMENT                                                                                    \
	"{\"name\":\"seg-3-0\",\"documents\":9,\"articles\":2,\"glass_size\":7,\"cols_size\":8,"   \
	"\"cols_checksum\":\"ff\",\"glass_checksum\":\"0\"}"
#define HEAD "{\"bradsearch\":5,\"uuid\":\"u\",\"revision\":3,\"analysis\":1,"
#define TAIL "\"sources\":\"\"," BACK
#define BACK "\"stemmer\":\"english\",\"backend\":\"glass\",\"segments\":["

/* A manifest, to which its checksum is added unless it has one, and what the error holds; NULL: it
 * is good. */
static const struct {
	const char *text, *error;
} manifests[] = {
	{HEAD TAIL "]}", NULL},
	{HEAD TAIL SEGMENT "]}", NULL},
	{HEAD "\"sources\":\"sources.3\"," BACK SEGMENT "," SEGMENT "]}", NULL},
	{HEAD TAIL "],\"checksum\":\"0123456789abcdef\"}", "is damaged"},
	{"", "is damaged"},
	{"{\"a\":1}", "is not the manifest of an index"},
	{"[]", "is not the manifest of an index"},
	{"{\"bradsearch\":1}", "is of format 1, and this version reads 5"},
	{HEAD TAIL "]", "is damaged"},
	{HEAD "\"sources\":\"\",\"stemmer\":\"german\",\"backend\":\"glass\",\"segments\":[]}",
	 "needs stemmer"},
	{HEAD "\"sources\":\"\",\"stemmer\":\"english\",\"backend\":\"honey\",\"segments\":[]}",
	 "needs stemmer"},
	{HEAD "\"sources\":\"\",\"stemmer\":\"english\",\"backend\":\"glass\",\"segments\":{}}",
	 "is damaged"},
	{HEAD TAIL "1]}", "is damaged"},
	{HEAD TAIL "{\"name\":\"../x\",\"documents\":9,\"articles\":2,\"glass_size\":7,"
		   "\"cols_size\":8,\"cols_checksum\":\"ff\",\"glass_checksum\":\"0\"}]}",
	 "is damaged"},
	{HEAD TAIL "{\"name\":\"seg-3-0\",\"documents\":1,\"articles\":2,\"glass_size\":7,"
		   "\"cols_size\":8,\"cols_checksum\":\"ff\",\"glass_checksum\":\"0\"}]}",
	 "is damaged"},
	{HEAD TAIL
	 "{\"name\":\"seg-3-0\",\"documents\":5000000000,\"articles\":2,"
	 "\"glass_size\":7,\"cols_size\":8,\"cols_checksum\":\"ff\",\"glass_checksum\":\"0\"}]}",
	 "is damaged"},
	{HEAD "\"sources\":\"/etc/passwd\"," BACK "]}", "is damaged"},
	{HEAD BACK "]}", "is damaged"},
	{HEAD TAIL "],\"checksum\":7}", "is damaged"},
};

static const struct {
	const char *name;
	bool ours;
	uint64_t revision;
} names[] = {{"seg-3-0.glass", true, 3},
	     {"seg-12-1.cols", true, 12},
	     {"seg-3-0.dead.7", true, 3},
	     {"seg-3-merged.cols.tmp", true, 3},
	     {"seg-3-0.4.tmp", true, 3},
	     {"sources.5", true, 5},
	     {"manifest.tmp", true, 0},
	     {"manifest", false, 0},
	     {"lock", false, 0},
	     {"seg-", false, 0},
	     {"segments.txt", false, 0},
	     {"sources.c", false, 0},
	     {"my-seg-3-0.glass", false, 0}};

START_TEST(reads_manifests)
{
	struct bs_manifest m;
	put_manifest("manifest", manifests[_i].text);
	brad_status status = bs_manifest_read(directory, &m, &error);
	if (!manifests[_i].error) {
		ck_assert_msg(status == BRAD_OK, "%s", error.message);
		ck_assert_uint_eq(m.revision, 3);
		for (size_t i = 0; i < m.count; i++) {
			ck_assert_str_eq(m.segments[i].name, "seg-3-0");
			ck_assert_uint_eq(m.segments[i].info.cols_checksum, 255);
		}
		bs_manifest_free(&m);
		return;
	}
	ck_assert_int_eq(status, BRAD_ECORRUPT);
	ck_assert_msg(strstr(error.message, manifests[_i].error) != NULL, "%s", error.message);
	ck_assert_ptr_nonnull(strstr(error.message, path_of("manifest")));
	ck_assert_ptr_nonnull(strstr(error.message, "run 'bradsearch "));
	ck_assert_ptr_null(m.segments);
}
END_TEST

START_TEST(writes_what_it_reads)
{
	struct bs_manifest m, again;
	struct stat st;
	OK(bs_manifest_new(&m, &error));
	ck_assert_uint_eq(strlen(m.uuid), 36);
	m.revision = 41;
	strcpy(m.sources, "sources.41");
	for (int i = 0; i < 3; i++) {
		struct bs_manifest_segment *s = bs_manifest_add(&m);
		ck_assert_ptr_nonnull(s);
		snprintf(s->name, sizeof s->name, "seg-41-%d", i);
		if (i == 1) strcpy(s->dead, "seg-41-1.dead.41");
		s->info = (struct bs_segment_info){9, 3, 1000, 2000, 0xFEDCBA9876543210u, 7};
	}
	OK(bs_manifest_write(directory, &m, &error));
	OK(bs_manifest_read(directory, &again, &error));
	ck_assert_str_eq(again.uuid, m.uuid);
	ck_assert_uint_eq(again.revision, 41);
	ck_assert_uint_eq(again.analysis, BS_ANALYSIS_VERSION);
	ck_assert_str_eq(again.sources, "sources.41");
	ck_assert_uint_eq(again.count, 3);
	for (size_t i = 0; i < 3; i++) {
		ck_assert_str_eq(again.segments[i].name, m.segments[i].name);
		ck_assert_str_eq(again.segments[i].dead, m.segments[i].dead);
		ck_assert_mem_eq(&again.segments[i].info, &m.segments[i].info,
				 sizeof m.segments[i].info);
	}
	ck_assert_int_eq(stat(path_of("manifest"), &st), 0);
	ck_assert_uint_eq(st.st_mode & 0777, 0600);
	ck_assert_int_eq(access(path_of("manifest.tmp"), F_OK), -1);
	bs_manifest_free(&m);
	bs_manifest_free(&again);
}
END_TEST

START_TEST(knows_its_files)
{
	uint64_t revision;
	ck_assert_int_eq(bs_is_index_file(names[_i].name, &revision), names[_i].ours);
	ck_assert_uint_eq(revision, names[_i].revision);
}
END_TEST

/* The lock is that of the open file: a second one waits for the first to end. */
START_TEST(locks)
{
	int first, second;
	OK(bs_lock_take(directory, &first, &error));
	ck_assert_int_eq(bs_lock_take(directory, &second, &error), BRAD_ELOCKED);
	ck_assert_int_eq(second, -1);
	ck_assert_ptr_nonnull(strstr(error.message, "has been writing since 20"));
	bs_lock_release(first);
	OK(bs_lock_take(directory, &second, &error));
	bs_lock_release(second);
	bs_lock_release(-1);
	ck_assert_int_eq(bs_lock_take(path_of("none"), &first, &error), BRAD_EIO);
}
END_TEST

enum { SECOND = 1000000000 };

/* When was a file changed, and when read, in nanoseconds: is it settled? */
START_TEST(settles)
{
	static const struct {
		int64_t changed, read;
		bool clean, same;
	} files[] = {{5 * (int64_t)SECOND + 1, 6 * (int64_t)SECOND, true, true},
		     {5 * (int64_t)SECOND + 1, 6 * (int64_t)SECOND, false, false},
		     {5 * (int64_t)SECOND + 1, 5 * (int64_t)SECOND + 2, true, false},
		     {5 * (int64_t)SECOND, 6 * (int64_t)SECOND, true, false},
		     {5 * (int64_t)SECOND, 8 * (int64_t)SECOND, true, true},
		     {-5 * (int64_t)SECOND + 7, 0, true, true}};
	for (size_t i = 0; i < CASES(files); i++) {
		struct bs_sources s = {0}, again = {0};
		struct stat st = {.st_size = 10};
		st.st_mtim.tv_sec = files[i].changed / SECOND;
		st.st_mtim.tv_nsec = files[i].changed % SECOND;
		uint32_t number = bs_source_number(&s, "/a");
		ck_assert(!bs_source_is_same(&s.list[number], &st, BRAD_INPUT_TEXT));
		bs_source_keep(&s, number, &st, BRAD_INPUT_TEXT, files[i].clean, files[i].read);
		ck_assert(s.changed);
		bs_source_number(&s, "/never read");
		OK(bs_sources_write(path_of("sources.1"), &s, &error));
		OK(bs_sources_read(path_of("sources.1"), &again, &error));
		ck_assert_uint_eq(again.paths.count, 1);
		ck_assert_uint_eq(bs_source_number(&again, "/a"), 0);
		const struct bs_source *a = &again.list[0];
		ck_assert_int_eq(bs_source_is_same(a, &st, BRAD_INPUT_TEXT), files[i].same);
		ck_assert(!bs_source_is_same(a, &st, BRAD_INPUT_JSONL));
		st.st_size++;
		ck_assert(!bs_source_is_same(a, &st, BRAD_INPUT_TEXT));
		st.st_size--;
		st.st_mtim.tv_nsec++;
		ck_assert(!bs_source_is_same(a, &st, BRAD_INPUT_TEXT));
		ck_assert_int_eq(unlink(path_of("sources.1")), 0);
		bs_sources_free(&s);
		bs_sources_free(&again);
	}
}
END_TEST

/* A file that settles is no change; one that is changed, read as another format, or forgotten is. */
START_TEST(tells_changes)
{
	struct bs_sources s = {0};
	struct stat st = {.st_size = 10};
	uint32_t number = bs_source_number(&s, "/a");
	bs_source_forget(&s, number);
	ck_assert(!s.changed);
	bs_source_keep(&s, number, &st, BRAD_INPUT_TEXT, true, 0);
	s.changed = false;
	bs_source_keep(&s, number, &st, BRAD_INPUT_TEXT, true, (int64_t)SECOND * 100);
	ck_assert(!s.changed);
	ck_assert(bs_source_is_same(&s.list[number], &st, BRAD_INPUT_TEXT));
	bs_source_keep(&s, number, &st, BRAD_INPUT_JSONL, true, (int64_t)SECOND * 100);
	ck_assert(s.changed);
	s.changed = false;
	st.st_size++;
	bs_source_keep(&s, number, &st, BRAD_INPUT_JSONL, true, (int64_t)SECOND * 100);
	ck_assert(s.changed);
	s.changed = false;
	bs_source_forget(&s, number);
	ck_assert(s.changed);
	ck_assert(!bs_source_is_same(&s.list[number], &st, BRAD_INPUT_JSONL));
	bs_sources_free(&s);
}
END_TEST

START_TEST(damaged_sources)
{
	struct bs_sources s = {0};
	struct stat st = {.st_size = 10};
	uint32_t number = bs_source_number(&s, "/a");
	bs_source_keep(&s, number, &st, BRAD_INPUT_TEXT, true, 0);
	OK(bs_sources_write(path_of("sources.1"), &s, &error));
	bs_sources_free(&s);
	ck_assert_int_eq(stat(path_of("sources.1"), &st), 0);
	for (off_t at = 0; at < st.st_size; at++) {
		FILE *f = fopen(path_of("sources.1"), "r+b");
		ck_assert_ptr_nonnull(f);
		fseek(f, at, SEEK_SET);
		int byte = fgetc(f);
		fseek(f, at, SEEK_SET);
		fputc(byte ^ 0x55, f);
		fflush(f);
		brad_status status = bs_sources_read(path_of("sources.1"), &s, &error);
		/* Only the padding between and after may be anything. */
		ck_assert_msg(status == BRAD_ECORRUPT || st.st_size - at <= 7, "byte %d", (int)at);
		bs_sources_free(&s);
		fseek(f, at, SEEK_SET);
		fputc(byte, f);
		fclose(f);
	}
}
END_TEST

/* A version that could not be made gives way to the one before that could. */
START_TEST(loses)
{
	struct bs_catalogue c = {0};
	uint32_t first = bs_catalogue_add(&c, "a", "/x", 1);
	uint32_t second = bs_catalogue_add(&c, "a", "/x", 2);
	uint32_t third = bs_catalogue_add(&c, "a", "/x", 3);
	uint32_t other = bs_catalogue_add(&c, "b", "/x", 4);
	ck_assert_uint_eq(bs_catalogue_find(&c, "a"), third);
	bs_catalogue_lose(&c, second);
	ck_assert_uint_eq(bs_catalogue_find(&c, "a"), third);
	bs_catalogue_lose(&c, third);
	ck_assert_uint_eq(bs_catalogue_find(&c, "a"), first);
	ck_assert(!c.entries[first].dead && c.entries[second].dead && c.entries[third].dead);
	ck_assert_uint_eq(bs_catalogue_first_of(&c, c.entries[first].path), other);
	ck_assert_uint_eq(bs_catalogue_next_of(&c, other), first);
	ck_assert_uint_eq(bs_catalogue_next_of(&c, first), BS_NO_ENTRY);
	bs_catalogue_lose(&c, other);
	ck_assert_uint_eq(bs_catalogue_find(&c, "b"), BS_NO_ENTRY);
	bs_catalogue_remove(&c, first);
	ck_assert_uint_eq(bs_catalogue_find(&c, "a"), BS_NO_ENTRY);
	ck_assert_uint_eq(bs_catalogue_first_of(&c, c.entries[first].path), BS_NO_ENTRY);
	bs_catalogue_free(&c);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("manifest");
	TCase *tests = tcase_create("manifest");
	tcase_add_checked_fixture(tests, make_directory, remove_directory);
	tcase_set_timeout(tests, 60);
	tcase_add_loop_test(tests, reads_manifests, 0, CASES(manifests));
	tcase_add_loop_test(tests, knows_its_files, 0, CASES(names));
	tcase_add_test(tests, writes_what_it_reads);
	tcase_add_test(tests, locks);
	tcase_add_test(tests, settles);
	tcase_add_test(tests, tells_changes);
	tcase_add_test(tests, damaged_sources);
	tcase_add_test(tests, loses);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
