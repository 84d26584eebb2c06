/* Large articles: the time that the analysis takes and the memory that it holds grow as the text
 * does, whatever it is made of. */
#include "suite.h"

#include "analysis/article.h"

#include <time.h>

/* ---- Cases ---- */

#define PROSE                                                                                        \
	"The council met on Tuesday to hear what the new bridge will cost. “We have waited since " \
	"2018,” said Maud Pellow. She added that work would begin on 4 March. "

/* What the text repeats, how often in the longer of two, and how many times its size the article
 * may take, with all that any pass takes for itself: prose takes 17 times, and what is of nothing
 * but tokens or sentences more. */
static const struct {
	const char *what, *piece;
	size_t times, most;
} cases[] = {
	{"an article of 10 MB", PROSE PROSE PROSE "\n\n", 10000000 / 460, 20},
	{"a line of 10 MB", PROSE, 10000000 / 153, 20},
	{"a word of 10 MB", "a", 10000000, 6},
	{"a word of 10 MB, not of ASCII", "é", 5000000, 6},
	{"a number of 10 MB", "7", 10000000, 6},
	{"blanks", " ", 10000000, 6},
	{"marks that never close", "“We will ", 100000, 40},
	{"straight marks that never close", "\"We will ", 100001, 40},
	{"single marks that never close", "'a ", 100000, 40},
	{"a mark that never closes in each paragraph", "“We will go there soon.\n\n", 100000, 50},
	{"names", "Ann Bell and ", 100000, 40},
	{"one name of many words", "Bell ", 100000, 40},
	{"names that speak", "Ann Bell said. ", 100000, 40},
	{"pronouns that speak", "He said she said. ", 100000, 60},
	{"verbs of speech", "said ", 100000, 40},
	{"verbs of speech and marks", "said \"", 200000, 40},
	{"a word in marks", "\"a\" ", 200000, 60},
	{"dates", "on 24 April 2021, ", 100000, 40},
	{"days of one month", "24 and ", 100000, 40},
	{"amounts", "two hundred and ", 100000, 40},
	{"brackets", "(", 1000000, 40},
	{"brackets with a word in each", "(a ", 300000, 40},
	{"square brackets", "[...] ", 200000, 40},
	{"full stops", ". ", 500000, 40},
	{"full stops within a word", "a.", 500000, 40},
	{"lines of one word", "a\n", 300000, 85},
	{"lines of a digit", "1\n", 300000, 125},
	{"items of a list", "1. a\n", 200000, 65},
};

#define SLACK 0.02 /* seconds, for texts that take no time */

enum {
	MOST_GROWTH = 9, /* of time, for four times the text; a square would be 16 */
	TRIES = 4        /* other programs may be at work */
};

/* ---- Running them ---- */

static char *repeat(const char *piece, size_t times)
{
	size_t length = strlen(piece);
	char *text = malloc(times * length + 1);
	ck_assert_ptr_nonnull(text);
	for (size_t i = 0; i < times; i++) memcpy(text + i * length, piece, length);
	text[times * length] = '\0';
	return text;
}

/* The seconds of processor time to analyse a text; the memory of the article, with all that
 * any pass took for itself, in *held. */
static double analyse(const char *text, size_t length, size_t *held)
{
	brad_document document = BRAD_DOCUMENT_INIT;
	brad_article *article;
	document.text = text;
	document.text_length = length;
	clock_t start = clock();
	OK(brad_article_parse(&document, &article, &error));
	double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	*held = article->a.arena.total + article->a.scratch.most;
	brad_article_free(article);
	return seconds;
}

START_TEST(test_linear)
{
	size_t piece = strlen(cases[_i].piece), times = cases[_i].times, held;
	char *text = repeat(cases[_i].piece, times);
	double quarter = 0, whole = 0;
	int tries = 0;
	do { /* the best of each */
		double seconds = analyse(text, times / 4 * piece, &held);
		if (!tries || seconds < quarter) quarter = seconds;
		seconds = analyse(text, times * piece, &held);
		if (!tries || seconds < whole) whole = seconds;
	} while (++tries < TRIES && whole > MOST_GROWTH * quarter);
	free(text);
	ck_assert_msg(whole <= MOST_GROWTH * quarter + SLACK,
		      "%s: %.3f s for a quarter of it, %.3f s for all", cases[_i].what, quarter,
		      whole);
	ck_assert_msg(held <= cases[_i].most * times * piece, "%s: %zu bytes of text, %zu held",
		      cases[_i].what, times * piece, held);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("linear");
	TCase *tests = tcase_create("large articles");
	tcase_set_timeout(tests, 300);
	tcase_add_loop_test(tests, test_linear, 0, CASES(cases));
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
