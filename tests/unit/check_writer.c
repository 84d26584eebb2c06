/* What does an index hold after a series of runs?  Each case is such a series. */
#include "analysis/article.h"
#include "index/index.h"
#include "index/segment_columns.h"

#include <check.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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
	{"a line that was remarked on is remarked on again",
	 {{PUT, "a.jsonl", "{\"id\":1,\"text\":\"A.\",\"date\":\"soon\"}\n"},
	  {RUN, "1 0 0 0 1", "1=A."},
	  {RUN, "0 0 0 1 1", "1=A."}}},
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
	  {PUT, "a.txt", ""},
	  {RUN, "1 0 0 0 0", "@/a.txt="},
	  {SAME, "0 0 0 1 0", 0},
	  {REMOVE, "@/a.txt", "0 0 1 0 0"},
	  {REBUILD, "1 0 0 0 0", "@/a.txt="}}},
	{"a binary file is passed over, each time",
	 {{PUT, "a.txt", "\a\a\a\a"},
	  {PUT, "b.txt", "Two."},
	  {RUN, "1 0 0 0 1", "@/b.txt=Two."},
	  {SAME, "0 0 0 1 1", 0},
	  {PUT, "a.txt", "One."},
	  {RUN, "1 0 0 1 0", "@/a.txt=One. @/b.txt=Two."},
	  {PUT, "a.txt", "\a\a\a\a"},
	  {RUN, "0 0 0 1 1", "@/a.txt=One. @/b.txt=Two."}}},
};

/* ---- Files -------------------------------------------------------------- */

static char directory[1024];
static time_t clock_of_files;

/* A path, with @ for the folder that is indexed and "index" for its index;
 * what begins with neither is an id.  Good until the fourth call after. */
static char *path_of(const char *name)
{
	static char paths[4][sizeof directory + 256];
	static int turn;
	char *path = paths[turn++ % 4];
	if (*name == '@')
		snprintf(path, sizeof paths[0], "%s/in%s", directory, name + 1);
	else if (strncmp(name, "index", 5) == 0)
		snprintf(path, sizeof paths[0], "%s/%s", directory, name);
	else
		snprintf(path, sizeof paths[0], "%s", name);
	return path;
}

static void make_directory(void)
{
	const char *tmp = getenv("TMPDIR");
	char pattern[512];
	snprintf(pattern, sizeof pattern, "%s/check_writer.XXXXXX", tmp ? tmp : "/tmp");
	ck_assert_ptr_nonnull(mkdtemp(pattern));
	ck_assert_ptr_nonnull(realpath(pattern, directory));
	ck_assert_int_eq(mkdir(path_of("@"), 0700), 0);
	clock_of_files = 1500000000;
}

static void remove_directory(void)
{
	char command[sizeof directory + 32];
	snprintf(command, sizeof command, "rm -rf '%s'", directory);
	ck_assert_int_eq(system(command), 0);
}

static void set_time(const char *path, time_t when)
{
	struct timespec times[2] = {{when, 1}, {when, 1}};
	ck_assert_int_eq(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void put(const char *path, const char *content)
{
	char folder[sizeof directory + 256];
	strcpy(folder, path);
	*strrchr(folder, '/') = '\0';
	mkdir(folder, 0700);
	FILE *f = fopen(path, "wb");
	ck_assert_ptr_nonnull(f);
	fputs(content, f);
	ck_assert_int_eq(fclose(f), 0);
	set_time(path, ++clock_of_files);
}

static char *read_manifest(void)
{
	static char text[65536];
	FILE *f = fopen(path_of("index/manifest"), "rb");
	if (!f) return strcpy(text, "none");
	text[fread(text, 1, sizeof text - 1, f)] = '\0';
	fclose(f);
	return text;
}

/* ---- Runs --------------------------------------------------------------- */

static void open_writer(brad_writer **w, const brad_writer_options *options)
{
	brad_error err;
	brad_status status = brad_writer_open(path_of("index"), options, w, &err);
	ck_assert_msg(status == BRAD_OK, "%s", err.message);
}

static void add_path(brad_writer *w, const char *path)
{
	brad_error err;
	ck_assert_msg(brad_writer_add_path(w, path, &err) == BRAD_OK, "%s", err.message);
}

static void commit(brad_writer *w, brad_progress *done)
{
	brad_error err;
	ck_assert_msg(brad_writer_commit(w, done, &err) == BRAD_OK, "%s", err.message);
	brad_writer_free(w);
}

static void check_counts(const brad_progress *p, const char *expected)
{
	char counts[128];
	snprintf(counts, sizeof counts, "%d %d %d %d %d", (int)p->articles_added,
		 (int)p->articles_replaced, (int)p->articles_removed, (int)p->articles_unchanged,
		 (int)p->problems);
	ck_assert_str_eq(counts, expected);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What an index holds: id=text of each article, sorted. */
static char *show(brad_index *index)
{
	static char all[1 << 20];
	char *items[256];
	size_t count = 0, n = strlen(path_of("@"));
	for (size_t i = 0; i < index->segment_count; i++) {
		struct bs_segment *s = &index->segments[i];
		for (uint32_t k = 0; k < s->articles; k++) {
			brad_article *article;
			if (bs_segment_is_dead(s, k)) continue;
			ck_assert_int_eq(bs_segment_article(s, k, &article, NULL), BRAD_OK);
			const brad_document *d = brad_article_document(article);
			bool inside = strncmp(d->id, path_of("@"), n) == 0;
			items[count] = malloc(strlen(d->id) + d->text_length + 3);
			sprintf(items[count++], "%s%s=%s", inside ? "@" : "",
				d->id + (inside ? n : 0), d->text);
			brad_article_free(article);
		}
	}
	ck_assert_uint_eq(count, brad_index_about(index)->articles);
	qsort(items, count, sizeof *items, by_text);
	*all = '\0';
	for (size_t i = 0; i < count; i++) {
		strcat(strcat(all, i ? " " : ""), items[i]);
		free(items[i]);
	}
	return all;
}

static brad_index *open_index(void)
{
	brad_index *index;
	brad_error err;
	ck_assert_msg(brad_index_open(path_of("index"), &index, &err) == BRAD_OK, "%s",
		      err.message);
	return index;
}

static void check_held(const char *expected)
{
	brad_index *index = open_index();
	ck_assert_str_eq(show(index), expected);
	brad_index_free(index);
}

/* No file is there that the manifest does not name. */
static void check_swept(void)
{
	char command[2 * sizeof directory + 256];
	snprintf(command, sizeof command,
		 "cd '%s/index' && for f in *; do case $f in manifest|lock) continue;; esac; "
		 "n=${f%%.glass}; grep -q \"\\\"${n%%.cols}\\\"\" manifest || exit 1; done",
		 directory);
	ck_assert_int_eq(system(command), 0);
}

static void run(const struct step *step)
{
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_progress done;
	brad_writer *w;
	options.rebuild = step->action == REBUILD;
	open_writer(&w, &options);
	add_path(w, path_of("@"));
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
	open_writer(&w, NULL);
	ck_assert_int_eq(brad_writer_remove(w, path_of(step->name), &removed, NULL), BRAD_OK);
	commit(w, &done);
	ck_assert_uint_eq(done.articles_removed, removed);
	check_counts(&done, step->content);
}

static void do_step(const struct step *step)
{
	char path[sizeof directory + 256], inside[256];
	snprintf(inside, sizeof inside, "@/%s", step->name);
	strcpy(path, path_of(inside));
	switch (step->action) {
	case END: break;
	case PUT: put(path, step->content); break;
	case TOUCH: set_time(path, ++clock_of_files); break;
	case SECRET: {
		struct stat st;
		ck_assert_int_eq(stat(path, &st), 0);
		put(path, step->content);
		set_time(path, st.st_mtime);
		break;
	}
	case LOSE: ck_assert_int_eq(unlink(path), 0); break;
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

/* ---- One at a time ------------------------------------------------------ */

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
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		brad_progress done;
		brad_writer *w;
		put(path_of("@/a.jsonl"), moves[i].content);
		open_writer(&w, NULL);
		add_path(w, path_of("@"));
		if (moves[i].compact) ck_assert_int_eq(brad_writer_compact(w, NULL), BRAD_OK);
		commit(w, &done);
		check_counts(&done, moves[i].counts);
		check_lines(moves[i].lines);
		check_swept();
	}
}
END_TEST

static void add(brad_writer *w, const char *id, const char *text)
{
	brad_document d = BRAD_DOCUMENT_INIT;
	brad_error err;
	d.id = id;
	d.text = text;
	d.text_length = strlen(text);
	ck_assert_msg(brad_writer_add(w, &d, &err) == BRAD_OK, "%s", err.message);
}

START_TEST(two_writers)
{
	brad_writer *w, *second;
	brad_error err;
	char expected[64];
	open_writer(&w, NULL);
	ck_assert_int_eq(brad_writer_open(path_of("index"), NULL, &second, &err), BRAD_ELOCKED);
	ck_assert_ptr_null(second);
	snprintf(expected, sizeof expected, "process %ld has been writing since 20",
		 (long)getpid());
	ck_assert_ptr_nonnull(strstr(err.message, expected));
	brad_writer_free(w);
	open_writer(&w, NULL);
	brad_writer_free(w);
}
END_TEST

START_TEST(readers_keep_their_view)
{
	brad_writer *w;
	brad_article *article;
	open_writer(&w, NULL);
	add(w, "a", "One.");
	add(w, "b", "Two.");
	commit(w, NULL);
	brad_index *before = open_index();
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	options.rebuild = true;
	open_writer(&w, &options);
	add(w, "a", "Three.");
	brad_index *during = open_index();
	commit(w, NULL);
	check_held("a=Three.");
	check_swept();
	ck_assert_str_eq(show(before), "a=One. b=Two.");
	ck_assert_str_eq(show(during), "a=One. b=Two.");
	ck_assert_int_eq(brad_index_article(before, "b", &article, NULL), BRAD_OK);
	ck_assert_str_eq(brad_article_document(article)->text, "Two.");
	brad_article_free(article);
	ck_assert_uint_eq(brad_index_about(before)->revision, 1);
	brad_index_free(before);
	brad_index_free(during);
}
END_TEST

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
		ck_assert_int_eq(brad_writer_remove(w, "a", NULL, NULL), BRAD_OK);
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
	put(path_of("index/manifest.tmp"), "{");
	put(path_of("index/seg-2-0.glass"), "rubbish");
	put(path_of("index/seg-2-0.7.tmp/postlist.glass"), "rubbish");
	put(path_of("index/sources.2"), "rubbish");
	check_held("a=One.");
	open_writer(&w, NULL);
	add(w, "b", "Two.");
	commit(w, NULL);
	check_held("a=One. b=Two.");
	check_swept();
}
END_TEST

/* While one process commits and sweeps, another opens, and always can. */
START_TEST(readers_always_open)
{
	brad_writer *w;
	open_writer(&w, NULL);
	add(w, "a", "One.");
	commit(w, NULL);
	pid_t child = fork();
	if (child == 0) {
		brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
		options.rebuild = true;
		for (int i = 0; i < 30; i++) {
			open_writer(&w, &options);
			add(w, "a", "One.");
			commit(w, NULL);
		}
		_exit(0);
	}
	int status = 0, opened = 0;
	while (waitpid(child, &status, WNOHANG) == 0) {
		check_held("a=One.");
		opened++;
	}
	ck_assert_int_eq(status, 0);
	ck_assert_int_gt(opened, 0);
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
	brad_error err;
	struct rlimit usual, small;
	disk_was_full = 1;
	open_writer(&w, NULL);
	add(w, "a", "One.");
	commit(w, NULL);
	char *before = strdup(read_manifest());
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &usual), 0);
	static const rlim_t limits[] = {0, 500, 4000, 12000};
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		open_writer(&w, NULL);
		add(w, "a", "Two.");
		small = usual;
		small.rlim_cur = limits[i];
		ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
		ck_assert_int_ne(brad_writer_commit(w, NULL, &err), BRAD_OK);
		ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &usual), 0);
		ck_assert_int_eq(err.status, BRAD_EIO);
		ck_assert_int_eq(brad_writer_commit(w, NULL, &err), BRAD_EIO);
		brad_writer_free(w);
		ck_assert_str_eq(before, read_manifest());
		check_held("a=One.");
		check_swept();
	}
	free(before);
}
END_TEST

/* Adds a file as standard input, in a format. */
static void add_standard_input(const char *content, brad_input input, const char *counts)
{
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_progress done;
	brad_writer *w;
	put(path_of("@/../input"), content);
	ck_assert_ptr_nonnull(freopen(path_of("@/../input"), "rb", stdin));
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

/* A file read as another format is read again, though it has not changed. */
START_TEST(another_format)
{
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_progress done;
	brad_writer *w;
	put(path_of("@/a.json"), "{\"id\":1,\"text\":\"A.\"}");
	for (int i = 0; i < 2; i++) {
		options.input = i ? BRAD_INPUT_JSONL : BRAD_INPUT_TEXT;
		open_writer(&w, &options);
		add_path(w, path_of("@/a.json"));
		commit(w, &done);
		check_counts(&done, i ? "1 0 1 0 0" : "1 0 0 0 0");
		check_held(i ? "1=A." : "@/a.json={\"id\":1,\"text\":\"A.\"}");
	}
}
END_TEST

struct caller {
	pthread_t thread;
	int calls;
};

static void on_progress(void *context, const brad_progress *progress)
{
	struct caller *caller = context;
	ck_assert(pthread_equal(caller->thread, pthread_self()));
	ck_assert_uint_le(progress->articles_added + progress->articles_replaced, 400);
	caller->calls++;
}

/* Many articles over several threads, some given twice; then so many runs that
 * segments are merged. */
START_TEST(many)
{
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_progress done;
	brad_writer *w;
	char id[16], text[4096];
	struct caller caller = {pthread_self(), 0};
	options.threads = 4;
	options.on_progress = on_progress;
	options.context = &caller;
	open_writer(&w, &options);
	memset(text, 0, sizeof text);
	for (int i = 0; i < 300; i++) strcat(text, "It is so. ");
	for (int i = 0; i < 400; i++) {
		snprintf(id, sizeof id, "%d", i % 200);
		text[0] = i < 200 ? 'I' : 'i';
		add(w, id, text);
	}
	commit(w, &done);
	check_counts(&done, "200 200 0 0 0");
	ck_assert(caller.calls > 0 || done.seconds < 0.2);
	brad_index *index = open_index();
	ck_assert_uint_eq(brad_index_about(index)->articles, 200);
	ck_assert_uint_gt(brad_index_about(index)->segments, 1);
	brad_article *article;
	for (int i = 0; i < 200; i++) {
		snprintf(id, sizeof id, "%d", i);
		ck_assert_int_eq(brad_index_article(index, id, &article, NULL), BRAD_OK);
		ck_assert_int_eq(brad_article_document(article)->text[0], 'i');
		brad_article_free(article);
	}
	brad_index_free(index);
	for (int i = 0; i < 40; i++) {
		snprintf(id, sizeof id, "n%d", i);
		open_writer(&w, NULL);
		add(w, id, i % 2 ? "Odd." : "Even.");
		add(w, "again", id);
		commit(w, NULL);
		check_swept();
	}
	index = open_index();
	ck_assert_uint_eq(brad_index_about(index)->articles, 241);
	ck_assert_uint_le(brad_index_about(index)->segments, 16);
	ck_assert_ptr_nonnull(strstr(show(index), "again=n39 n0=Even. n10=Even. n11=Odd."));
	brad_index_free(index);
}
END_TEST

/* One segment is made of all, without the dead, and what is found stays. */
START_TEST(compacts)
{
	brad_writer *w;
	brad_progress done;
	for (int i = 0; i < 3; i++) {
		char id[2] = {(char)('a' + i), '\0'};
		open_writer(&w, NULL);
		add(w, id, "One. Two.");
		if (i == 2) add(w, "a", "Three.");
		commit(w, NULL);
	}
	open_writer(&w, NULL);
	ck_assert_int_eq(brad_writer_remove(w, "b", NULL, NULL), BRAD_OK);
	ck_assert_int_eq(brad_writer_compact(w, NULL), BRAD_OK);
	commit(w, &done);
	check_counts(&done, "0 0 1 0 0");
	check_swept();
	check_held("a=Three. c=One. Two.");
	brad_index *index = open_index();
	uint64_t revision = brad_index_about(index)->revision;
	ck_assert_uint_eq(brad_index_about(index)->segments, 1);
	ck_assert_uint_eq(index->segments[0].articles, 2);
	ck_assert_uint_eq(index->segments[0].dead_articles, 0);
	brad_index_free(index);
	open_writer(&w, NULL);
	ck_assert_int_eq(brad_writer_compact(w, NULL), BRAD_OK);
	commit(w, NULL);
	index = open_index(); /* there was nothing to do */
	ck_assert_uint_eq(brad_index_about(index)->revision, revision);
	brad_index_free(index);
}
END_TEST

/* A writer goes on after a commit. */
START_TEST(commits_twice)
{
	brad_writer *w;
	brad_progress done;
	open_writer(&w, NULL);
	add(w, "a", "One.");
	ck_assert_int_eq(brad_writer_commit(w, NULL, NULL), BRAD_OK);
	check_held("a=One.");
	add(w, "a", "Two.");
	add(w, "b", "Three. Four.");
	ck_assert_int_eq(brad_writer_commit(w, NULL, NULL), BRAD_OK);
	ck_assert_int_eq(brad_writer_remove(w, "a", NULL, NULL), BRAD_OK);
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
	ck_assert_int_eq(brad_writer_add(w, &d, NULL), BRAD_OK);
	ck_assert_ptr_nonnull(strstr(message, "needs an id or a path"));
	d.path = "by/path";
	ck_assert_int_eq(brad_writer_add(w, &d, NULL), BRAD_OK);
	d.id = "bad";
	d.text = "\xFF";
	ck_assert_int_eq(brad_writer_add(w, &d, NULL), BRAD_OK);
	ck_assert_ptr_nonnull(strstr(message, "bad: the text is not UTF-8"));
	d.text = "";
	ck_assert_int_eq(brad_writer_add(w, &d, NULL), BRAD_OK);
	ck_assert_ptr_nonnull(strstr(message, "bad: a NUL"));
	add_path(w, path_of("@/gone.txt"));
	ck_assert_ptr_nonnull(strstr(message, "gone.txt': no such file"));
	d.size = 3;
	ck_assert_int_eq(brad_writer_add(w, &d, NULL), BRAD_EINVAL);
	commit(w, &done);
	check_counts(&done, "1 0 0 0 4");
	check_held("by/path=x");
}
END_TEST

/* Changes the manifest as sed does. */
/* What is edited has no checksum any more. */
static void edit_manifest(const char *expression)
{
	char command[sizeof directory + 256];
	snprintf(command, sizeof command,
		 "sed -i -e '%s' -e 's/\"checksum\"/\"was\"/' '%s/index/manifest'", expression,
		 directory);
	ck_assert_int_eq(system(command), 0);
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
	ck_assert_int_eq(bs_pack_open(path, &pack, NULL), BRAD_OK);
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
	brad_error error;
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
	brad_error err;
	options.rebuild = true;
	for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
		open_writer(&w, &options);
		add(w, "a", "One.");
		commit(w, NULL);
		edit_manifest(edits[i]);
		ck_assert_int_eq(brad_index_open(path_of("index"), &index, &err), BRAD_ECORRUPT);
		ck_assert_ptr_null(index);
		ck_assert_ptr_nonnull(strstr(err.message, "/index/"));
		ck_assert_ptr_nonnull(strstr(err.message, "run 'bradsearch "));
		if (brad_writer_open(path_of("index"), NULL, &w, &err) == BRAD_OK) {
			brad_document d = BRAD_DOCUMENT_INIT;
			d.id = d.text = "b";
			ck_assert_int_eq(brad_writer_add(w, &d, &err), BRAD_ECORRUPT);
			ck_assert_int_eq(brad_writer_commit(w, NULL, NULL), BRAD_ECORRUPT);
			brad_writer_free(w);
		}
		ck_assert_int_eq(err.status, BRAD_ECORRUPT);
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
	brad_error err;
	ck_assert_int_eq(brad_index_open(path_of("@/none"), &index, &err), BRAD_ENOTFOUND);
	ck_assert_ptr_nonnull(strstr(err.message, "no such directory; run 'bradsearch index'"));
	ck_assert_int_eq(brad_index_open(directory, &index, &err), BRAD_ENOTFOUND);
	put(path_of("@/mine.odt"), "x");
	ck_assert_int_eq(brad_writer_open(path_of("@"), NULL, &w, &err), BRAD_ECORRUPT);
	ck_assert_ptr_nonnull(strstr(err.message, "holds other files"));
	ck_assert_int_eq(brad_writer_open(path_of("@/mine.odt"), NULL, &w, &err), BRAD_EIO);
	ck_assert_int_eq(access(path_of("@/lock"), F_OK), -1);
	ck_assert_int_eq(brad_writer_open(path_of("@/deep/below"), NULL, &w, &err), BRAD_OK);
	brad_writer_free(w);
	struct stat st;
	ck_assert_int_eq(stat(path_of("@/deep/below"), &st), 0);
	ck_assert_uint_eq(st.st_mode & 0777, 0700);
}
END_TEST

START_TEST(finds_articles)
{
	static const struct {
		const char *wanted, *found; /* what the text is, or what the error holds */
		brad_status status;
	} wanted[] = {{"plain", "A", 0},
		      {"bbc/7", "B", 0},
		      {"7", "B", 0},
		      {"c/7", "no article", BRAD_ENOTFOUND},
		      {"news.jsonl", "'bbc/7' and '8'", BRAD_EINVAL},
		      {"/x/news.jsonl", "'bbc/7' and '8'", BRAD_EINVAL},
		      {"./y/one.txt", "D", 0},
		      {"one.txt", "D", 0},
		      {"8", "C", 0},
		      {"gone", "no article", BRAD_ENOTFOUND},
		      {"", "by its id", BRAD_EINVAL}};
	static const char *const documents[][3] = {{"plain", 0, "A"},
						   {"bbc/7", "/x/news.jsonl", "B"},
						   {"8", "/x/news.jsonl", "C"},
						   {"/z/y/one.txt", "/z/y/one.txt", "D"},
						   {"gone", 0, "E"}};
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_writer *w;
	options.threads = 1;
	open_writer(&w, &options);
	for (size_t i = 0; i < 5; i++) {
		brad_document d = BRAD_DOCUMENT_INIT;
		d.id = documents[i][0];
		d.path = documents[i][1];
		d.text = documents[i][2];
		d.text_length = 1;
		ck_assert_int_eq(brad_writer_add(w, &d, NULL), BRAD_OK);
	}
	ck_assert_int_eq(brad_writer_remove(w, "gone", NULL, NULL), BRAD_OK);
	commit(w, NULL);
	brad_index *index = open_index();
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		brad_article *article;
		brad_error err;
		ck_assert_msg(brad_index_article(index, wanted[i].wanted, &article, &err) ==
				      wanted[i].status,
			      "%s: %s", wanted[i].wanted, err.message);
		if (article)
			ck_assert_str_eq(brad_article_document(article)->text, wanted[i].found);
		else
			ck_assert_ptr_nonnull(strstr(err.message, wanted[i].found));
		brad_article_free(article);
	}
	brad_index_free(index);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("writer");
	TCase *tests = tcase_create("writer");
	tcase_add_checked_fixture(tests, make_directory, remove_directory);
	tcase_set_timeout(tests, 120);
	tcase_add_loop_test(tests, series, 0, sizeof cases / sizeof *cases);
	tcase_add_test(tests, lines_move);
	tcase_add_test(tests, two_writers);
	tcase_add_test(tests, readers_keep_their_view);
	tcase_add_test(tests, nothing_without_commit);
	tcase_add_test(tests, survives_a_kill);
	tcase_add_test(tests, readers_always_open);
	tcase_add_test(tests, fails_whole);
	tcase_add_test(tests, standard_input);
	tcase_add_test(tests, another_format);
	tcase_add_test(tests, many);
	tcase_add_test(tests, compacts);
	tcase_add_test(tests, commits_twice);
	tcase_add_test(tests, problems);
	tcase_add_test(tests, outdated);
	tcase_add_test(tests, outdated_and_damaged);
	tcase_add_test(tests, refused_and_rebuilt);
	tcase_add_test(tests, not_an_index);
	tcase_add_test(tests, finds_articles);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
