/* suite.h - what does every program of tests need?  Cases counted, calls that must succeed, a
 * directory of its own, and a main() that says whether all went well. */
#ifndef TESTS_SUITE_H
#define TESTS_SUITE_H

#include <bradsearch.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CASES(list) ((int)(sizeof(list) / sizeof *(list)))

/* Of a function of the library whose last argument is &error. */
static brad_error error;

#define OK(call)                                                                                   \
	do {                                                                                       \
		error.message[0] = '\0';                                                           \
		brad_status status_ = (call);                                                      \
		ck_assert_msg(status_ == BRAD_OK, "%s: %s", #call, error.message);                 \
	} while (0)

static inline void read_day(const char *text, brad_date *out)
{
	if (text) OK(brad_date_read(text, out, &error));
}

/* A text without anything beside it, and what is made of it. */
static inline brad_document document_of(const char *text)
{
	brad_document document = BRAD_DOCUMENT_INIT;
	document.text = text;
	document.text_length = strlen(text);
	return document;
}

static inline brad_article *article_of(brad_document document)
{
	brad_article *article;
	OK(brad_article_parse(&document, &article, &error));
	return article;
}

/* Adds the pieces of a quotation to what is written in `out`: "a piece / another". */
static inline void add_pieces(char *out, size_t room, const char *text, const brad_quote *quote)
{
	size_t used = strlen(out);
	for (size_t i = 0; i < quote->piece_count; i++) {
		brad_span piece = quote->pieces[i];
		used += (size_t)snprintf(out + used, room - used, "%s%.*s", i ? " / " : "",
					 (int)(piece.end - piece.start), text + piece.start);
		ck_assert_uint_lt(used, room);
	}
}

/* Finds the quotations of a text, has each of them written, and compares the whole. */
static inline void expect_quotes(const char *text, const char *expected,
				 void (*write)(char *out, size_t room, const char *text,
					       const brad_quote *quote))
{
	char found[4096] = "";
	const brad_quote *quotes;
	brad_article *article = article_of(document_of(text));
	size_t count = brad_article_quotes(article, &quotes);
	for (size_t i = 0; i < count; i++) write(found, sizeof found, text, &quotes[i]);
	ck_assert_msg(strcmp(found, expected) == 0, "%s\nexpected:\n%s\nfound:\n%s", text, expected,
		      found);
	brad_article_free(article);
}

/* The test's own, and a path in it, which is good until the eighth call after. */
static char directory[4096];

static inline char *path_of(const char *name)
{
	static char paths[8][sizeof directory + 256];
	static int turn;
	char *path = paths[turn++ % 8];
	snprintf(path, sizeof paths[0], "%s/%s", directory, name);
	return path;
}

static inline void make_directory(void)
{
	const char *tmp = getenv("TMPDIR");
	char pattern[2048];
	snprintf(pattern, sizeof pattern, "%s/check.XXXXXX", tmp ? tmp : "/tmp");
	ck_assert_ptr_nonnull(mkdtemp(pattern));
	ck_assert_ptr_nonnull(realpath(pattern, directory));
}

/* Writes a file of the directory. */
static inline void put_file(const char *name, const char *content)
{
	FILE *file = fopen(path_of(name), "wb");
	ck_assert_ptr_nonnull(file);
	ck_assert_int_ge(fputs(content, file), 0);
	ck_assert_int_eq(fclose(file), 0);
}

static inline void remove_directory(void)
{
	char command[sizeof directory + 32];
	snprintf(command, sizeof command, "rm -rf '%s'", directory);
	ck_assert_int_eq(system(command), 0);
}

/* A number below another by chance, though the same in each run. */
static inline uint32_t draw(uint32_t below)
{
	static uint32_t state = 2463534242u;
	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state % below;
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
