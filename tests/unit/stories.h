/* stories.h - how does a test make an index of a few stories, ask it, and take it away again? */
#ifndef TESTS_STORIES_H
#define TESTS_STORIES_H

#include <bradsearch.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* An article; whatever it has not is NULL. */
struct story {
	const char *id, *date, *source, *title, *path, *url, *text;
};

/* Of a function of the library whose last argument is &error. */
static brad_error error;

#define OK(call)                                                                                   \
	do {                                                                                       \
		error.message[0] = '\0';                                                           \
		brad_status status_ = (call);                                                      \
		ck_assert_msg(status_ == BRAD_OK, "%s: %s", #call, error.message);                 \
	} while (0)

#define CASES(list) (int)(sizeof(list) / sizeof *(list))

static inline void add_story(brad_writer *writer, const struct story *story)
{
	brad_document d = BRAD_DOCUMENT_INIT;
	d.id = story->id;
	d.source = story->source;
	d.title = story->title;
	d.path = story->path;
	d.line = story->path ? 1 : 0;
	d.url = story->url;
	if (story->date) OK(brad_date_read(story->date, &d.date, &error));
	d.text = story->text;
	d.text_length = strlen(d.text);
	OK(brad_writer_add(writer, &d, &error));
}

/* Writes an index of stories into a directory, so many with each commit; 0: all with one. */
static inline void write_stories(const char *directory, const struct story *stories, size_t count,
				 size_t each)
{
	brad_writer *writer;
	OK(brad_writer_open(directory, NULL, &writer, &error));
	for (size_t i = 0; i < count; i++) {
		add_story(writer, &stories[i]);
		if (each && i % each == each - 1) OK(brad_writer_commit(writer, NULL, &error));
	}
	OK(brad_writer_commit(writer, NULL, &error));
	brad_writer_free(writer);
}

/* Makes a directory, whose name ends in six characters that are to be replaced. */
static inline void make_directory(char *name)
{
	memcpy(name + strlen(name) - 6, "XXXXXX", 6);
	ck_assert_ptr_nonnull(mkdtemp(name));
}

static inline void remove_directory(const char *name)
{
	char command[256];
	snprintf(command, sizeof command, "rm -rf '%s'", name);
	ck_assert_int_eq(system(command), 0);
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

static inline int run_suite(Suite *suite)
{
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
