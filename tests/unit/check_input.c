/* How do files become documents?  Each case is a file and what is read from it. */
#include "suite.h"

#include "input/input.h"

#include <sys/stat.h>

/* What is read: a line a document, id|title|date|source|url|line|text, where @
 * is the file's directory; or "! " and what the problem's message holds. */
static const struct {
	const char *file, *content;
	size_t length; /* 0: up to the NUL */
	const char *expected;
} cases[] = {
	{"plain.txt", "The mayor spoke.\n", 0, "@/plain.txt|||||1|The mayor spoke.\n\n"},
	{"empty.txt", "", 0, "! empty.txt: empty: there is no text in it\n"},
	{"blank.txt", "\xEF\xBB\xBF \t\r\n\n", 0, "! blank.txt: empty: there is no text\n"},
	{"noname", "{\"text\":\"x\"}", 0, "@/noname|||||1|{\"text\":\"x\"}\n"},
	{"mark.txt", "\xEF\xBB\xBFOne.\r\nTwo.", 0, "@/mark.txt|||||1|\xEF\xBB\xBFOne.\r\nTwo.\n"},
	{"windows.txt", "caf\xE9 \x93yes\x94 \xC3\xA9", 0,
	 "@/windows.txt|||||1|caf\xC3\xA9 \xE2\x80\x9Cyes\xE2\x80\x9D \xC3\xA9\n"},
	{"cut.txt", "end \xE2\x80", 0, "@/cut.txt|||||1|end \xC3\xA2\xE2\x82\xAC\n"},
	{"nul.txt", "a\0b", 3, "! nul.txt: a binary file\n"},
	{"bell.txt", "a\a\a\ab", 0, "! bell.txt: a binary file\n"},
	/* HTML is told of, and read as it stands. */
	{"page.txt", "<!DOCTYPE html>\n<p>Hi", 0,
	 "! page.txt: HTML, read with its tags\n@/page.txt|||||1|<!DOCTYPE html>\n<p>Hi\n"},
	{"page.html", "\xEF\xBB\xBF\r\n <HTML lang=\"en\"><p>Hi", 0,
	 "! page.html: HTML, read\n@/page.html|||||1|\xEF\xBB\xBF\r\n <HTML lang=\"en\"><p>Hi\n"},
	{"tags.txt", "<html5> and <html> are tags.", 0,
	 "@/tags.txt|||||1|<html5> and <html> are tags.\n"},
	{"cut.html", "<htm", 0, "@/cut.html|||||1|<htm\n"},
	{"tab.txt", "\t\t\t\n.", 0, "@/tab.txt|||||1|\t\t\t\n.\n"},

	{"all.jsonl",
	 "{\"id\":\"a\",\"title\":\"T\",\"date\":\"2023-01-31T09:00:00Z\",\"source\":\"S\","
	 "\"url\":\"U\",\"text\":\"x\",\"more\":[1]}",
	 0, "a|T|2023-01-31|S|U|1|x\n"},
	{"ids.jsonl",
	 "{\"id\":7,\"text\":\"x\"}\n{\"text\":\"y\"}\n{\"id\":null,\"text\":\"z\"}\n"
	 "{\"id\":\"\",\"text\":\"w\"}\n{\"id\":true,\"text\":\"v\"}\n{\"id\":8,\"text\":\"u\"}\n",
	 0,
	 "7|||||1|x\n@/ids.jsonl#2|||||2|y\n@/ids.jsonl#3|||||3|z\n@/ids.jsonl#4|||||4|w\n"
	 "! ids.jsonl:5: \"id\" is neither\n8|||||6|u\n"},
	{"blank.jsonl", "\xEF\xBB\xBF\r\n\n  \t\n{\"id\":1,\"text\":\"x\"}\r\n\r\n", 0,
	 "1|||||4|x\n"},
	{"mark.jsonl", "\xEF\xBB\xBF{\"id\":1,\"text\":\"x\"}", 0, "1|||||1|x\n"},
	{"broken.jsonl",
	 "{\"id\":1,\"text\":\"x\"}\n{\"id\":2,\n[]\n{\"id\":4}\n{\"id\":5,\"text\":6}\n"
	 "{\"id\":6,\"text\":\"\\u0000\"}\n{\"id\":7,\"text\":\"y\"}\n",
	 0,
	 "1|||||1|x\n! broken.jsonl:2: not JSON\n! broken.jsonl:3: not a JSON object\n"
	 "! broken.jsonl:4: \"text\" is missing\n! broken.jsonl:5: \"text\" is not a string\n"
	 "! broken.jsonl:6: not JSON\n7|||||7|y\n"},
	{"nul.jsonl", "{\"id\":1,\"text\":\"x\"}\na\0b\n{\"id\":2,\"text\":\"y\"}", 43,
	 "1|||||1|x\n! nul.jsonl:2: not JSON\n2|||||3|y\n"},
	{"several.jsonl",
	 "{\"id\":1,\"title\":7,\"source\":null,\"url\":[],\"date\":\"soon\",\"text\":\"x\"}\n"
	 "{\"id\":2,\"source\":false,\"text\":\"y\"}",
	 0,
	 "! several.jsonl:1: \"title\" is not a string, \"url\" is not a string, the date 'soon' "
	 "is "
	 "not YYYY-MM-DD; taken without them\n1|||||1|x\n"
	 "! several.jsonl:2: \"source\" is not a string; taken without it\n2|||||2|y\n"},
	{"date.jsonl",
	 "{\"id\":1,\"date\":\"31st\",\"text\":\"x\"}\n{\"id\":2,\"date\":\"2023-02-30\",\"text\":"
	 "\"y\"}\n{\"id\":3,\"date\":\"2023-02\",\"text\":\"z\"}\n{\"id\":4,\"date\":null,\"text\":"
	 "\"\"}",
	 0,
	 "! date.jsonl:1: the date '31st'\n1|||||1|x\n! date.jsonl:2: the date '2023-02-30'\n"
	 "2|||||2|y\n3||2023-02|||3|z\n4|||||4|\n"},
	{"types.jsonl", "{\"id\":1,\"source\":{\"name\":\"S\"},\"title\":\"T\",\"text\":\"x\"}", 0,
	 "! types.jsonl:1: \"source\" is not a string\n1|T||||1|x\n"},
	{"windows.jsonl", "{\"id\":1,\"text\":\"caf\xE9\"}", 0, "1|||||1|caf\xC3\xA9\n"},
	{"array.json", "[\n{\"id\":1,\"text\":\"x\"}\n]\n", 0, "! array.json:1: JSON, but\n"},
	{"pretty.json", "\n{\n\"id\":1,\n\"text\":\"x\"\n}\n", 0, "! pretty.json:2: JSON, but\n"},
	{"binary.json", "\x1F\x8B\0\n{\"text\":\"x\"}\n", 17, "! binary.json:1: a binary file\n"},
	{"empty.ndjson", "", 0, ""},
};

static void write_file(const char *name, const char *content, size_t length)
{
	FILE *f = fopen(path_of(name), "wb");
	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fwrite(content, 1, length, f), length);
	ck_assert_int_eq(fclose(f), 0);
}

/* Appends a string with the directory's name as @. */
static void show(struct bs_buffer *b, const char *string, const char *after)
{
	size_t n = strlen(directory);
	if (string && strncmp(string, directory, n) == 0) {
		bs_buffer_string(b, "@");
		string += n;
	}
	bs_buffer_string(b, string ? string : "");
	bs_buffer_string(b, after);
}

static void show_document(struct bs_buffer *b, const brad_document *d)
{
	char date[16], line[32];
	snprintf(line, sizeof line, "%zu|", d->line);
	show(b, d->id, "|");
	show(b, d->title, "|");
	show(b, brad_date_write(d->date, date), "|");
	show(b, d->source, "|");
	show(b, d->url, "|");
	bs_buffer_string(b, line);
	ck_assert_uint_eq(strlen(d->text), d->text_length);
	bs_buffer_add(b, d->text, d->text_length);
	bs_buffer_string(b, "\n");
	ck_assert_uint_eq(strncmp(d->path, directory, strlen(directory)), 0);
}

/* Of a problem's message what the case expects, if that is in it. */
static void show_problem(struct bs_buffer *b, const char *message, const char *expected)
{
	char wanted[256] = "";
	if (expected && sscanf(expected, "! %255[^\n]", wanted) == 1 && strstr(message, wanted))
		message = wanted;
	bs_buffer_string(b, "! ");
	show(b, message, "\n");
}

START_TEST(reads)
{
	const char *expected = cases[_i].expected;
	size_t length = cases[_i].length ? cases[_i].length : strlen(cases[_i].content);
	write_file(cases[_i].file, cases[_i].content, length);
	brad_reader *r;
	struct bs_buffer b = {0};
	bs_buffer_string(&b, "");
	ck_assert_msg(brad_reader_open(path_of(cases[_i].file), BRAD_INPUT_AUTO, &r, &error) == 0,
		      "%s", error.message);
	for (int guard = 0; guard < 100; guard++) {
		const brad_document *d;
		brad_status status = brad_reader_next(r, &d, &error);
		if (status == BRAD_OK && !d) break;
		ck_assert(status == BRAD_OK || status == BRAD_EINPUT);
		ck_assert(status == BRAD_OK || (error.status == status && !d));
		if (d)
			show_document(&b, d);
		else
			show_problem(&b, error.message,
				     strlen(expected) >= b.length ? expected + b.length : NULL);
	}
	bs_buffer_add(&b, "", 1);
	ck_assert_str_eq(b.bytes, expected);
	bs_buffer_free(&b);
	brad_reader_free(r);
}
END_TEST

START_TEST(refuses)
{
	brad_reader *r;
	ck_assert_int_eq(brad_reader_open(path_of("gone.txt"), BRAD_INPUT_AUTO, &r, &error),
			 BRAD_EIO);
	ck_assert_ptr_null(r);
	ck_assert_ptr_nonnull(strstr(error.message, "gone.txt': no such file"));
	ck_assert_int_eq(brad_reader_open(directory, BRAD_INPUT_AUTO, &r, &error), BRAD_EIO);
	ck_assert_ptr_nonnull(strstr(error.message, "is a directory"));
	ck_assert_int_eq(brad_reader_open(NULL, BRAD_INPUT_AUTO, &r, &error), BRAD_EINVAL);
	brad_input unknown = (brad_input)(BRAD_INPUT_JSONL + 1);
	ck_assert_int_eq(brad_reader_open(path_of("gone.txt"), unknown, &r, &error), BRAD_EINVAL);
}
END_TEST

/* The format asked for beats the name; a long line is a problem of its own. */
START_TEST(limits)
{
	size_t large = BRAD_USUAL_ARTICLE_SIZE + 10;
	char *text = malloc(large + 64);
	ck_assert_ptr_nonnull(text);
	memset(text, 'x', large);
	strcpy(text + large, "\n{\"id\":1,\"text\":\"after\"}\n");
	write_file("large.txt", text, strlen(text));
	free(text);
	brad_reader *r;
	const brad_document *d;
	ck_assert_int_eq(brad_reader_open(path_of("large.txt"), BRAD_INPUT_TEXT, &r, &error), 0);
	ck_assert_int_eq(brad_reader_next(r, &d, &error), BRAD_EINPUT);
	ck_assert_ptr_nonnull(strstr(error.message, "larger than 64 MB"));
	OK(brad_reader_next(r, &d, &error));
	ck_assert_ptr_null(d);
	brad_reader_free(r);
	ck_assert_int_eq(brad_reader_open(path_of("large.txt"), BRAD_INPUT_JSONL, &r, &error), 0);
	ck_assert_int_eq(brad_reader_next(r, &d, &error), BRAD_EINPUT);
	ck_assert_ptr_nonnull(strstr(error.message, "large.txt:1: a line larger than 64 MB"));
	OK(brad_reader_next(r, &d, &error));
	ck_assert_str_eq(d->text, "after");
	ck_assert_uint_eq(d->line, 2);
	brad_reader_free(r);
}
END_TEST

/* A limit, and what is said of a file of eleven bytes; NULL: it is taken. */
static const struct {
	size_t limit;
	const char *error;
} limit_cases[] = {
	{0, NULL},          {11, NULL}, {10, "limit.txt: larger than 10 bytes"},
	{(size_t)-1, NULL}, {12, NULL}, {1, "limit.txt: larger than 1 bytes"},
};

START_TEST(limits_by_option)
{
	brad_reader *r;
	const brad_document *d;
	const char *says = limit_cases[_i].error;
	write_file("limit.txt", "Salt. Tea.\n", 11);
	ck_assert_int_eq(brad_reader_open(path_of("limit.txt"), BRAD_INPUT_TEXT, &r, &error), 0);
	brad_reader_limit(r, limit_cases[_i].limit);
	ck_assert_int_eq(brad_reader_next(r, &d, &error), says ? BRAD_EINPUT : BRAD_OK);
	if (says) ck_assert_ptr_nonnull(strstr(error.message, says));
	brad_reader_free(r);
}
END_TEST

static void gather_problem(void *context, const brad_error *problem)
{
	bs_buffer_string(context, problem->message);
}

START_TEST(walks)
{
	static const char *const directories[] = {"b", "b/deep", ".hidden", "locked", "a.txt"};
	static const char *const files[] = {"c.txt",         "b/z.jsonl",    "b/deep/y.json",
					    "b/x.text",      "a.txt/in.txt", ".dot.txt",
					    ".hidden/h.txt", "b/w.ndjson",   "b/photo.jpg",
					    "README",        "B.txt"};
	for (size_t i = 0; i < CASES(directories); i++)
		ck_assert_int_eq(mkdir(path_of(directories[i]), 0700), 0);
	for (size_t i = 0; i < CASES(files); i++) write_file(files[i], "x", 1);
	ck_assert_int_eq(symlink("c.txt", path_of("link.txt")), 0);
	ck_assert_int_eq(symlink(".", path_of("loop")), 0);
	ck_assert_int_eq(mkfifo(path_of("pipe.txt"), 0600), 0);
	ck_assert_int_eq(chmod(path_of("locked"), 0), 0);
	struct bs_files found;
	struct bs_buffer b = {0}, problems = {0};
	bs_buffer_string(&problems, "");
	OK(bs_find_files(directory, &found, gather_problem, &problems, &error));
	for (size_t i = 0; i < found.count; i++) show(&b, found.paths[i], " ");
	ck_assert_str_eq(b.bytes, "@/B.txt @/a.txt/in.txt @/b/deep/y.json @/b/w.ndjson "
				  "@/b/x.text @/b/z.jsonl @/c.txt ");
	ck_assert_uint_eq(found.bytes, 7);
	if (getuid() != 0) /* nothing is locked to root */
		ck_assert_ptr_nonnull(strstr(problems.bytes, "locked': permission denied"));
	bs_files_free(&found);
	bs_buffer_free(&problems);
	bs_buffer_clear(&b);
	OK(bs_find_files(path_of("gone"), &found, gather_problem, &b, &error));
	ck_assert_uint_eq(found.count, 0);
	ck_assert_ptr_nonnull(strstr(b.bytes, "gone': no such file"));
	bs_buffer_free(&b);
}
END_TEST

START_TEST(absolute)
{
	static const struct {
		const char *path, *expected;
	} paths[] = {{"c.txt", "@/c.txt"},
		     {"./d/../c.txt", "@/c.txt"},
		     {"gone.txt", "@/gone.txt"},
		     {"d/gone/", "@/d/gone"},
		     {"d/", "@/d"},
		     {"to/gone", "@/d/gone"},
		     {"caf\xE9", "@/caf\xC3\xA9"}};
	write_file("c.txt", "", 0);
	ck_assert_int_eq(mkdir(path_of("d"), 0700), 0);
	ck_assert_int_eq(symlink("d", path_of("to")), 0);
	ck_assert_int_eq(chdir(directory), 0);
	for (size_t i = 0; i < CASES(paths); i++) {
		struct bs_buffer b = {0};
		char *path = bs_absolute_path(paths[i].path);
		show(&b, path, "");
		ck_assert_str_eq(b.bytes, paths[i].expected);
		bs_buffer_free(&b);
		free(path);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("input");
	TCase *tests = tcase_create("input");
	tcase_add_checked_fixture(tests, make_directory, remove_directory);
	tcase_set_timeout(tests, 60);
	tcase_add_loop_test(tests, reads, 0, CASES(cases));
	tcase_add_test(tests, refuses);
	tcase_add_test(tests, limits);
	tcase_add_loop_test(tests, limits_by_option, 0, CASES(limit_cases));
	tcase_add_test(tests, walks);
	tcase_add_test(tests, absolute);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
