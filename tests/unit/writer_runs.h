/* writer_runs.h - what do the tests of the writer do with files, an index, and what it holds? */
#ifndef TESTS_WRITER_RUNS_H
#define TESTS_WRITER_RUNS_H

#include "suite.h"

#include "index/index.h"

#include <fcntl.h>
#include <sys/stat.h>

/* ---- Files ---- */

static time_t clock_of_files;

/* A folder "in" for what is indexed, beside which the index is to be. */
static inline void make_folder(void)
{
	make_directory();
	ck_assert_int_eq(mkdir(path_of("in"), 0700), 0);
	clock_of_files = 1500000000;
}

static inline void set_time(const char *path, time_t when)
{
	struct timespec times[2] = {{when, 1}, {when, 1}};
	ck_assert_int_eq(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* Writes a file, the last of all by its time. */
static inline void put(const char *name, const char *content)
{
	const char *end = strrchr(name, '/');
	char folder[256];
	snprintf(folder, sizeof folder, "%.*s", end ? (int)(end - name) : 0, name);
	mkdir(path_of(folder), 0700);
	put_file(name, content);
	set_time(path_of(name), ++clock_of_files);
}

static inline char *read_manifest(void)
{
	static char text[65536];
	FILE *f = fopen(path_of("index/manifest"), "rb");
	if (!f) return strcpy(text, "none");
	text[fread(text, 1, sizeof text - 1, f)] = '\0';
	fclose(f);
	return text;
}

/* ---- Writing ---- */

static inline void open_writer(brad_writer **w, const brad_writer_options *options)
{
	OK(brad_writer_open(path_of("index"), options, w, &error));
}

static inline void add_path(brad_writer *w, const char *path)
{
	OK(brad_writer_add_path(w, path, &error));
}

static inline void add(brad_writer *w, const char *id, const char *text)
{
	brad_document d = document_of(text);
	d.id = id;
	OK(brad_writer_add(w, &d, &error));
}

static inline void commit(brad_writer *w, brad_progress *done)
{
	OK(brad_writer_commit(w, done, &error));
	brad_writer_free(w);
}

/* ---- What came of it ---- */

static inline void check_counts(const brad_progress *p, const char *expected)
{
	char counts[128];
	snprintf(counts, sizeof counts, "%d %d %d %d %d", (int)p->articles_added,
		 (int)p->articles_replaced, (int)p->articles_removed, (int)p->articles_unchanged,
		 (int)p->problems);
	ck_assert_str_eq(counts, expected);
}

static inline int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What an index holds: id=text of each article, sorted, with @ for the folder. */
static inline char *show(brad_index *index)
{
	static char all[1 << 20];
	char *items[256];
	size_t count = 0, n = strlen(path_of("in"));
	for (size_t i = 0; i < index->segment_count; i++) {
		struct bs_segment *s = &index->segments[i];
		for (uint32_t k = 0; k < s->articles; k++) {
			brad_article *article;
			if (bs_segment_is_dead(s, k)) continue;
			OK(bs_segment_article(s, k, &article, &error));
			const brad_document *d = brad_article_document(article);
			bool inside = strncmp(d->id, path_of("in"), n) == 0;
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

static inline brad_index *open_index(void)
{
	brad_index *index;
	OK(brad_index_open(path_of("index"), &index, &error));
	return index;
}

static inline void check_held(const char *expected)
{
	brad_index *index = open_index();
	ck_assert_str_eq(show(index), expected);
	brad_index_free(index);
}

/* No file is there that the manifest does not name. */
static inline void check_swept(void)
{
	char command[2 * sizeof directory + 256];
	snprintf(command, sizeof command,
		 "cd '%s/index' && for f in *; do case $f in manifest|lock) continue;; esac; "
		 "n=${f%%.glass}; grep -q \"\\\"${n%%.cols}\\\"\" manifest || exit 1; done",
		 directory);
	ck_assert_int_eq(system(command), 0);
}

#endif
