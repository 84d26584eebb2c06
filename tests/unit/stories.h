/* stories.h - how does a test make an index of a few stories, ask it, and take it away again? */
#ifndef TESTS_STORIES_H
#define TESTS_STORIES_H

#include "suite.h"

/* An article; whatever it has not is NULL. */
struct story {
	const char *id, *date, *source, *title, *path, *url, *text;
};

static inline void add_story(brad_writer *writer, const struct story *story)
{
	brad_document d = document_of(story->text);
	d.id = story->id;
	d.source = story->source;
	d.title = story->title;
	d.path = story->path;
	d.line = story->path ? 1 : 0;
	d.url = story->url;
	read_day(story->date, &d.date);
	OK(brad_writer_add(writer, &d, &error));
}

/* Writes an index of stories into a directory, so many with each commit; 0: all with one. */
static inline void write_stories(const char *where, const struct story *stories, size_t count,
				 size_t each)
{
	brad_writer *writer;
	OK(brad_writer_open(where, NULL, &writer, &error));
	for (size_t i = 0; i < count; i++) {
		add_story(writer, &stories[i]);
		if (each && i % each == each - 1) OK(brad_writer_commit(writer, NULL, &error));
	}
	OK(brad_writer_commit(writer, NULL, &error));
	brad_writer_free(writer);
}

/* Adds nothing, and has one segment made of all. */
static inline void compact_index(const char *where)
{
	brad_writer *writer;
	OK(brad_writer_open(where, NULL, &writer, &error));
	OK(brad_writer_compact(writer, &error));
	OK(brad_writer_commit(writer, NULL, &error));
	brad_writer_free(writer);
}

static brad_index *opened;

/* Opens an index of stories in the test's directory, until they are closed. */
static inline void open_stories(const struct story *stories, size_t count, size_t each)
{
	make_directory();
	write_stories(directory, stories, count, each);
	OK(brad_index_open(directory, &opened, &error));
}

static inline void close_stories(void)
{
	brad_index_free(opened);
	remove_directory();
}

/* The first words of the hits, parted by blanks. */
static inline void list_hits(const brad_results *results, char *out)
{
	*out = '\0';
	for (size_t i = 0; i < brad_results_count(results); i++) {
		const char *text = brad_results_hit(results, i)->text;
		if (strncmp(text, "“", strlen("“")) == 0) text += strlen("“");
		if (i > 0) strcat(out, " ");
		strncat(out, text, strcspn(text, " "));
	}
}

#endif
