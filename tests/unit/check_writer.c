/* What does an index hold after a series of runs?  Each case is such a series. */
#include "writer_runs.h"

enum action {
	END,
	PUT,    /* a file with a content */
	TOUCH,  /* a file gets a new time */
	SECRET, /* a file gets a content of the same size, and keeps its time */
	LOSE,   /* a file is deleted */
	RUN,    /* the folder is indexed: expect counts and what the index holds */
	SAME,   /* it is indexed: expect counts, and not a byte of the manifest changed */
	REMOVE, /* an id or path is removed: expect counts and what the index holds */
	REBUILD
};

struct step {
	enum action action;
	const char *name, *content;
};

/* Counts are of articles added, replaced, removed, unchanged, and problems. */
static const struct {
	const char *name;
	struct step steps[16];
} cases[] = {
	{"files come and change and go",
	 {{PUT, "a.txt", "One."},
	  {PUT, "b.txt", "Two."},
	  {RUN, "2 0 0 0 0", "@/a.txt=One. @/b.txt=Two."},
	  {SAME, "0 0 0 2 0", 0},
	  {PUT, "a.txt", "Three."},
	  {RUN, "0 1 0 1 0", "@/a.txt=Three. @/b.txt=Two."},
	  {SAME, "0 0 0 2 0", 0},
	  {LOSE, "a.txt", 0},
	  {SAME, "0 0 0 1 0", 0},
	  {REMOVE, "@/a.txt", "0 0 1 0 0"},
	  {RUN, "0 0 0 1 0", "@/b.txt=Two."}}},
	{"a file touched is read and found the same",
	 {{PUT, "a.txt", "One."},
	  {RUN, "1 0 0 0 0", "@/a.txt=One."},
	  {TOUCH, "a.txt", 0},
	  {RUN, "0 0 0 1 0", "@/a.txt=One."},
	  {SAME, "0 0 0 1 0", 0}}},
	{"a file that looks the same is not read",
	 {{PUT, "a.txt", "One."},
	  {RUN, "1 0 0 0 0", "@/a.txt=One."},
	  {SECRET, "a.txt", "Two."},
	  {SAME, "0 0 0 1 0", 0},
	  {TOUCH, "a.txt", 0},
	  {RUN, "0 1 0 0 0", "@/a.txt=Two."}}},
	{"lines come and change and go",
	 {{PUT, "a.jsonl",
	   "{\"id\":1,\"text\":\"A.\"}\n{\"id\":2,\"text\":\"B.\"}\n"
	   "{\"id\":3,\"text\":\"C.\"}\n"},
	  {RUN, "3 0 0 0 0", "1=A. 2=B. 3=C."},
	  {SAME, "0 0 0 3 0", 0},
	  {PUT, "a.jsonl",
	   "{\"id\":1,\"text\":\"A.\"}\n\n{\"id\":3,\"text\":\"D.\"}\n"
	   "{\"id\":4,\"text\":\"E.\"}\n"},
	  {RUN, "1 1 1 1 0", "1=A. 3=D. 4=E."},
	  {SAME, "0 0 0 3 0", 0}}},
	{"a line without an id goes by its number",
	 {{PUT, "a.jsonl", "{\"text\":\"A.\"}\n{\"text\":\"B.\"}\n"},
	  {RUN, "2 0 0 0 0", "@/a.jsonl#1=A. @/a.jsonl#2=B."},
	  {PUT, "a.jsonl", "{\"text\":\"B.\"}\n"},
	  {RUN, "0 1 1 0 0", "@/a.jsonl#1=B."},
	  {PUT, "a.jsonl", "{\"text\":\"B.\"}\n{\"text\":\"B.\"}\n"},
	  {RUN, "1 0 0 1 0", "@/a.jsonl#1=B. @/a.jsonl#2=B."}}},
	{"a line in another file is another article",
	 {{PUT, "a.jsonl", "{\"id\":1,\"text\":\"A.\"}\n"},
	  {RUN, "1 0 0 0 0", "1=A."},
	  {LOSE, "a.jsonl", 0},
	  {PUT, "b.jsonl", "{\"id\":1,\"text\":\"A.\"}\n"},
	  {RUN, "0 1 0 0 0", "1=A."}}},
	{"an article that was taken with a remark is remarked on when it is read",
	 {{PUT, "a.jsonl", "{\"id\":1,\"text\":\"A.\",\"date\":\"soon\"}\n"},
	  {PUT, "b.txt", "<html>B."},
	  {RUN, "2 0 0 0 2", "1=A. @/b.txt=<html>B."},
	  {SAME, "0 0 0 2 0", 0},
	  {PUT, "a.jsonl",
	   "{\"id\":1,\"text\":\"A.\",\"date\":\"soon\"}\n{\"id\":2,\"text\":\"C.\"}\n"},
	  {PUT, "b.txt", "<html>D."},
	  {RUN, "1 1 0 1 1", "1=A. 2=C. @/b.txt=<html>D."}}},
	{"a broken line keeps what may have been in it, and is told again",
	 {{PUT, "a.jsonl", "{\"id\":1,\"text\":\"A.\"}\n{\"id\":2,\"text\":\"B.\"}\n"},
	  {RUN, "2 0 0 0 0", "1=A. 2=B."},
	  {PUT, "a.jsonl", "{\"id\":1,\"text\":\"A.\"}\n{\"id\":2,\"text\":\n"},
	  {RUN, "0 0 0 1 1", "1=A. 2=B."},
	  {SAME, "0 0 0 1 1", 0},
	  {PUT, "a.jsonl", "{\"id\":1,\"text\":\"A.\"}\n"},
	  {RUN, "0 0 1 1 0", "1=A."}}},
	{"the last of an id stands",
	 {{PUT, "a.jsonl",
	   "{\"id\":1,\"text\":\"A.\"}\n{\"id\":1,\"text\":\"B.\"}\n"
	   "{\"id\":1,\"text\":\"C.\"}\n{\"id\":2,\"text\":\"D.\"}\n"},
	  {RUN, "2 2 0 0 0", "1=C. 2=D."},
	  {SAME, "0 0 0 2 0", 0},
	  {PUT, "b.jsonl", "{\"id\":1,\"text\":\"E.\"}\n"},
	  {RUN, "0 1 0 2 0", "1=E. 2=D."},
	  {SAME, "0 0 0 2 0", 0}}},
	{"removing by id, by path and below a path",
	 {{PUT, "a.jsonl", "{\"id\":\"x\",\"text\":\"A.\"}\n{\"id\":\"y\",\"text\":\"B.\"}\n"},
	  {PUT, "d/b.txt", "C."},
	  {PUT, "d/c.txt", "D."},
	  {PUT, "da.txt", "E."},
	  {RUN, "5 0 0 0 0", "@/d/b.txt=C. @/d/c.txt=D. @/da.txt=E. x=A. y=B."},
	  {REMOVE, "x", "0 0 1 0 0"},
	  {REMOVE, "x", "0 0 0 0 0"},
	  {REMOVE, "@/d/", "0 0 2 0 0"},
	  {REMOVE, "@/a.jsonl", "0 0 1 0 0"},
	  {REMOVE, "@/a", "0 0 0 0 0"},
	  {RUN, "4 0 0 1 0", "@/d/b.txt=C. @/d/c.txt=D. @/da.txt=E. x=A. y=B."}}},
	{"rebuilding begins with nothing",
	 {{PUT, "a.txt", "One."},
	  {PUT, "b.txt", "Two."},
	  {RUN, "2 0 0 0 0", "@/a.txt=One. @/b.txt=Two."},
	  {LOSE, "b.txt", 0},
	  {REBUILD, "1 0 0 0 0", "@/a.txt=One."},
	  {SAME, "0 0 0 1 0", 0}}},
	{"an index of nothing",
	 {{RUN, "0 0 0 0 0", ""},
	  {SAME, "0 0 0 0 0", 0},
	  {PUT, "a.jsonl", "{\"id\":1,\"text\":\"\"}"},
	  {RUN, "1 0 0 0 0", "1="},
	  {SAME, "0 0 0 1 0", 0},
	  {REMOVE, "1", "0 0 1 0 0"},
	  {REBUILD, "1 0 0 0 0", "1="}}},
	{"a binary or empty file is passed over, each time",
	 {{PUT, "a.txt", "\a\a\a\a"},
	  {PUT, "b.txt", "Two."},
	  {PUT, "c.txt", ""},
	  {RUN, "1 0 0 0 2", "@/b.txt=Two."},
	  {SAME, "0 0 0 1 2", 0},
	  {LOSE, "c.txt", 0},
	  {PUT, "a.txt", "One."},
	  {RUN, "1 0 0 1 0", "@/a.txt=One. @/b.txt=Two."},
	  {PUT, "a.txt", "\a\a\a\a"},
	  {RUN, "0 0 0 1 1", "@/a.txt=One. @/b.txt=Two."}}},
};

/* ---- Code ---- */

static void run(const struct step *step)
{
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_progress done;
	brad_writer *w;
	options.rebuild = step->action == REBUILD;
	open_writer(&w, &options);
	add_path(w, path_of("in"));
	commit(w, &done);
	check_counts(&done, step->name);
	if (step->content) check_held(step->content);
	ck_assert_uint_eq(done.bytes_done, done.bytes_known);
	check_swept();
}

static void run_same(const struct step *step)
{
	char *before = strdup(read_manifest());
	run(step);
	ck_assert_str_eq(before, read_manifest());
	free(before);
}

static void run_remove(const struct step *step)
{
	brad_writer *w;
	brad_progress done;
	uint64_t removed;
	char inside[256];
	const char *from = step->name;
	if (*from == '@') {
		snprintf(inside, sizeof inside, "in%s", from + 1);
		from = path_of(inside);
	}
	open_writer(&w, NULL);
	OK(brad_writer_remove(w, from, &removed, &error));
	commit(w, &done);
	ck_assert_uint_eq(done.articles_removed, removed);
	check_counts(&done, step->content);
}

static void do_step(const struct step *step)
{
	char name[256];
	snprintf(name, sizeof name, "in/%s", step->name);
	switch (step->action) {
	case END: break;
	case PUT: put(name, step->content); break;
	case TOUCH: set_time(path_of(name), ++clock_of_files); break;
	case SECRET: {
		struct stat st;
		ck_assert_int_eq(stat(path_of(name), &st), 0);
		put(name, step->content);
		set_time(path_of(name), st.st_mtime);
		break;
	}
	case LOSE: ck_assert_int_eq(unlink(path_of(name)), 0); break;
	case RUN:
	case REBUILD: run(step); break;
	case SAME: run_same(step); break;
	case REMOVE: run_remove(step); break;
	}
}

START_TEST(series)
{
	for (const struct step *step = cases[_i].steps; step->action != END; step++) do_step(step);
}
END_TEST

/* A writer goes on after a commit. */
START_TEST(commits_twice)
{
	brad_writer *w;
	brad_progress done;
	open_writer(&w, NULL);
	add(w, "a", "One.");
	OK(brad_writer_commit(w, NULL, &error));
	check_held("a=One.");
	add(w, "a", "Two.");
	add(w, "b", "Three. Four.");
	OK(brad_writer_commit(w, NULL, &error));
	OK(brad_writer_remove(w, "a", NULL, &error));
	commit(w, &done);
	check_counts(&done, "2 1 1 0 0");
	ck_assert_uint_eq(done.sentences, 4);
	check_held("b=Three. Four.");
	brad_index *index = open_index();
	ck_assert_uint_eq(brad_index_about(index)->revision, 3);
	ck_assert_uint_eq(brad_index_about(index)->sentences, 2);
	ck_assert_int_eq(brad_index_about(index)->outdated, false);
	brad_index_free(index);
}
END_TEST

/* A file read as another format is read again, though it has not changed. */
START_TEST(another_format)
{
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_progress done;
	brad_writer *w;
	put("in/a.json", "{\"id\":1,\"text\":\"A.\"}");
	for (int i = 0; i < 2; i++) {
		options.input = i ? BRAD_INPUT_JSONL : BRAD_INPUT_TEXT;
		open_writer(&w, &options);
		add_path(w, path_of("in/a.json"));
		commit(w, &done);
		check_counts(&done, i ? "1 0 1 0 0" : "1 0 0 0 0");
		check_held(i ? "1=A." : "@/a.json={\"id\":1,\"text\":\"A.\"}");
	}
}
END_TEST

/* Adds a file as standard input, in a format. */
static void add_standard_input(const char *content, brad_input input, const char *counts)
{
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_progress done;
	brad_writer *w;
	put("input", content);
	ck_assert_ptr_nonnull(freopen(path_of("input"), "rb", stdin));
	options.input = input;
	open_writer(&w, &options);
	add_path(w, "-");
	commit(w, &done);
	check_counts(&done, counts);
	ck_assert_uint_eq(done.bytes_known, 0);
	ck_assert_uint_eq(done.bytes_done, strlen(content));
}

/* What came from standard input is replaced by id, and never missed. */
START_TEST(standard_input)
{
	static const char first[] = "{\"id\":1,\"text\":\"A.\"}\n{\"text\":\"B.\"}\n";
	add_standard_input(first, BRAD_INPUT_JSONL, "2 0 0 0 0");
	check_held("-#2=B. 1=A.");
	add_standard_input(first, BRAD_INPUT_JSONL, "0 0 0 2 0");
	add_standard_input("{\"id\":1,\"text\":\"C.\"}\n{", BRAD_INPUT_JSONL, "0 1 0 0 1");
	check_held("-#2=B. 1=C.");
	add_standard_input("D.", BRAD_INPUT_AUTO, "1 0 0 0 0");
	check_held("-#2=B. -=D. 1=C.");
}
END_TEST

/* Lines come before others and go: articles stay, and know where they are now. */
static const struct {
	const char *content, *counts, *lines;
	bool compact;
} moves[] = {
	{"{\"id\":1,\"text\":\"A.\"}\n{\"id\":2,\"text\":\"B.\"}\n{\"id\":3,\"text\":\"C.\"}\n",
	 "3 0 0 0 0", "1:1 2:2 3:3", false},
	{"{\"id\":0,\"text\":\"N.\"}\n\n{\"id\":1,\"text\":\"A.\"}\n{\"id\":2,\"text\":\"B.\"}\n"
	 "{\"id\":3,\"text\":\"C.\"}\n",
	 "1 0 0 3 0", "0:1 1:3 2:4 3:5", false},
	{"{\"id\":0,\"text\":\"N.\"}\n{\"id\":3,\"text\":\"C.\"}\n{\"id\":1,\"text\":\"A.\"}\n",
	 "0 0 1 3 0", "0:1 1:3 3:2", false},
	{"{\"id\":3,\"text\":\"C.\"}\n{\"id\":3,\"text\":\"C.\"}\n{\"id\":1,\"text\":\"A.\"}\n",
	 "0 0 1 3 0", "1:3 3:1", true},
	{"{\"id\":1,\"text\":\"A.\"}\n{\"id\":3,\"text\":\"D.\"}\n", "0 1 0 1 0", "1:1 3:2", true},
};

static void check_lines(const char *expected)
{
	char found[256] = "";
	brad_index *index = open_index();
	for (int id = 0; id < 10; id++) {
		char name[2] = {(char)('0' + id), '\0'};
		brad_article *article;
		if (brad_index_article(index, name, &article, NULL) != BRAD_OK) continue;
		sprintf(found + strlen(found), "%s%s:%zu", *found ? " " : "", name,
			brad_article_document(article)->line);
		brad_article_free(article);
	}
	ck_assert_str_eq(found, expected);
	brad_index_free(index);
}

START_TEST(lines_move)
{
	for (size_t i = 0; i < CASES(moves); i++) {
		brad_progress done;
		brad_writer *w;
		put("in/a.jsonl", moves[i].content);
		open_writer(&w, NULL);
		add_path(w, path_of("in"));
		if (moves[i].compact) OK(brad_writer_compact(w, &error));
		commit(w, &done);
		check_counts(&done, moves[i].counts);
		check_lines(moves[i].lines);
		check_swept();
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("writer");
	TCase *tests = tcase_create("writer");
	tcase_add_checked_fixture(tests, make_folder, remove_directory);
	tcase_set_timeout(tests, 120);
	tcase_add_loop_test(tests, series, 0, CASES(cases));
	tcase_add_test(tests, commits_twice);
	tcase_add_test(tests, another_format);
	tcase_add_test(tests, standard_input);
	tcase_add_test(tests, lines_move);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
