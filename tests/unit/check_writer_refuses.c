/* What does a writer do with documents, indexes and directories that it cannot use as they are? */
#include "manifest_text.h"
#include "writer_runs.h"

#include "index/segment_columns.h"

static void keep_problem(void *context, const brad_error *problem)
{
	strcpy(context, problem->message);
}

/* Documents that cannot be indexed are problems; the rest goes on. */
START_TEST(problems)
{
	char message[512] = "";
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_document d = BRAD_DOCUMENT_INIT;
	brad_progress done;
	brad_writer *w;
	options.on_problem = keep_problem;
	options.context = message;
	open_writer(&w, &options);
	d.text = "x";
	d.text_length = 1;
	OK(brad_writer_add(w, &d, &error));
	ck_assert_ptr_nonnull(strstr(message, "needs an id or a path"));
	d.path = "by/path";
	OK(brad_writer_add(w, &d, &error));
	d.id = "bad";
	d.text = "\xFF";
	OK(brad_writer_add(w, &d, &error));
	ck_assert_ptr_nonnull(strstr(message, "bad: byte 0 of the text is not UTF-8"));
	d.text = "";
	OK(brad_writer_add(w, &d, &error));
	ck_assert_ptr_nonnull(strstr(message, "bad: byte 0 of the text is a NUL"));
	d.text = "x";
	d.date = (brad_date){2023, 2, 30};
	OK(brad_writer_add(w, &d, &error));
	ck_assert_ptr_nonnull(strstr(message, "bad: there is no such date as 2023-02-30"));
	add_path(w, path_of("in/gone.txt"));
	ck_assert_ptr_nonnull(strstr(message, "gone.txt': no such file"));
	d.size = 3;
	ck_assert_int_eq(brad_writer_add(w, &d, NULL), BRAD_EINVAL);
	commit(w, &done);
	check_counts(&done, "1 0 0 0 5");
	check_held("by/path=x");
}
END_TEST

/* Changes the manifest as sed does, and its checksum as well. */
static void edit_manifest(const char *expression)
{
	char command[sizeof directory + 256];
	snprintf(command, sizeof command,
		 "sed -i -e '%s' -e 's/\"checksum\"/\"was\"/' '%s/index/manifest'", expression,
		 directory);
	ck_assert_int_eq(system(command), 0);
	put_manifest("index/manifest", read_manifest());
}

/* What another version analysed is read, and analysed again by the next writer. */
START_TEST(outdated)
{
	brad_progress done;
	brad_writer *w;
	open_writer(&w, NULL);
	add(w, "a", "One.");
	add(w, "b", "Two.");
	commit(w, NULL);
	edit_manifest("s/\"analysis\": [0-9]*/\"analysis\": 65535/");
	brad_index *index = open_index();
	ck_assert_int_eq(brad_index_about(index)->outdated, true);
	ck_assert_str_eq(show(index), "a=One. b=Two.");
	brad_index_free(index);
	open_writer(&w, NULL);
	add(w, "a", "Three.");
	commit(w, &done);
	check_counts(&done, "0 2 0 0 0");
	index = open_index();
	ck_assert_int_eq(brad_index_about(index)->outdated, false);
	ck_assert_str_eq(show(index), "a=Three. b=Two.");
	brad_index_free(index);
}
END_TEST

/* Damages a byte in the middle of a section of a segment. */
static void damage_column(const char *name, enum bs_segment_section section)
{
	struct bs_pack pack;
	char path[sizeof directory + 64];
	snprintf(path, sizeof path, "%s/index/%s.cols", directory, name);
	OK(bs_pack_open(path, &pack, &error));
	const unsigned char *byte = pack.sections[section].bytes;
	byte += pack.sections[section].length / 2;
	unsigned char changed = *byte ^ 1;
	int fd = open(path, O_WRONLY);
	ck_assert_int_eq(pwrite(fd, &changed, 1, byte - (unsigned char *)pack.map), 1);
	close(fd);
	bs_pack_close(&pack);
}

/* What is damaged is not analysed again, as if it were what somebody added. */
START_TEST(outdated_and_damaged)
{
	brad_writer *w;
	brad_progress done;
	open_writer(&w, NULL);
	add(w, "a", "One.");
	add(w, "b", "Two.");
	commit(w, NULL);
	edit_manifest("s/\"analysis\": [0-9]*/\"analysis\": 65535/");
	damage_column("seg-1-0", BS_SECTION_WORDS);
	open_writer(&w, NULL);
	add(w, "c", "Three.");
	ck_assert_int_eq(brad_writer_commit(w, &done, &error), BRAD_ECORRUPT);
	ck_assert_ptr_nonnull(strstr(error.message, "run 'bradsearch check'"));
	brad_writer_free(w);
}
END_TEST

/* Another format, or rubbish, is refused, and can be built anew. */
START_TEST(refused_and_rebuilt)
{
	static const char *const edits[] = {"s/\"bradsearch\": [0-9]*/\"bradsearch\": 999/",
					    "s/glass\"/honey\"/",
					    "2d",
					    "1,$d",
					    "s/\"name\": \"seg-/&9/",
					    "s/\"glass_size\": /&1/",
					    "s/\"cols_checksum\": \"/&f/"};
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_writer *w;
	brad_index *index;
	options.rebuild = true;
	for (size_t i = 0; i < CASES(edits); i++) {
		open_writer(&w, &options);
		add(w, "a", "One.");
		commit(w, NULL);
		edit_manifest(edits[i]);
		ck_assert_int_eq(brad_index_open(path_of("index"), &index, &error), BRAD_ECORRUPT);
		ck_assert_ptr_null(index);
		ck_assert_ptr_nonnull(strstr(error.message, "/index/"));
		ck_assert_ptr_nonnull(strstr(error.message, "run 'bradsearch "));
		if (brad_writer_open(path_of("index"), NULL, &w, &error) == BRAD_OK) {
			brad_document d = BRAD_DOCUMENT_INIT;
			d.id = d.text = "b";
			ck_assert_int_eq(brad_writer_add(w, &d, &error), BRAD_ECORRUPT);
			ck_assert_int_eq(brad_writer_commit(w, NULL, NULL), BRAD_ECORRUPT);
			brad_writer_free(w);
		}
		ck_assert_int_eq(error.status, BRAD_ECORRUPT);
	}
	open_writer(&w, &options);
	add(w, "a", "Two.");
	commit(w, NULL);
	check_held("a=Two.");
	check_swept();
}
END_TEST

START_TEST(not_an_index)
{
	brad_index *index;
	brad_writer *w;
	ck_assert_int_eq(brad_index_open(path_of("in/none"), &index, &error), BRAD_ENOTFOUND);
	ck_assert_ptr_nonnull(strstr(error.message, "no such directory; run 'bradsearch index'"));
	ck_assert_int_eq(brad_index_open(directory, &index, &error), BRAD_ENOTFOUND);
	put("in/mine.odt", "x");
	ck_assert_int_eq(brad_writer_open(path_of("in"), NULL, &w, &error), BRAD_ECORRUPT);
	ck_assert_ptr_nonnull(strstr(error.message, "holds other files"));
	ck_assert_int_eq(brad_writer_open(path_of("in/mine.odt"), NULL, &w, &error), BRAD_EIO);
	ck_assert_int_eq(access(path_of("in/lock"), F_OK), -1);
	OK(brad_writer_open(path_of("in/deep/below"), NULL, &w, &error));
	brad_writer_free(w);
	struct stat st;
	ck_assert_int_eq(stat(path_of("in/deep/below"), &st), 0);
	ck_assert_uint_eq(st.st_mode & 0777, 0700);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("writer refuses");
	TCase *tests = tcase_create("writer refuses");
	tcase_add_checked_fixture(tests, make_folder, remove_directory);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, problems);
	tcase_add_test(tests, outdated);
	tcase_add_test(tests, outdated_and_damaged);
	tcase_add_test(tests, refused_and_rebuilt);
	tcase_add_test(tests, not_an_index);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
