/* What a verification finds, over a few articles of an invented town. */
#include "stories.h"

/* ---- Cases ---- */

#define TEN_WORDS " a b c d e f g h k l"
#define SIXTY_WORDS TEN_WORDS TEN_WORDS TEN_WORDS TEN_WORDS TEN_WORDS TEN_WORDS

static const struct story stories[] = {
	{.id = "tram",
	 .date = "2020-05-01",
	 .text = "“The tram will not cross the river,” said Lena Moreau, the mayor of Osterby. “It "
		 "will stop at the 12 mills. I promised that.”\n\n"
		 "Ivan Petrosyan said the tram was noisy and slow.\n"},
	{.id = "later",
	 .date = "2021-06-01",
	 .text = "“The tram will not cross the river,” said Lena Moreau, the mayor of Osterby.\n\n"
		 "“Trams are possible in Osterby,” said Ivan Petrosyan.\n"},
	{.id = "earlier",
	 .date = "2019-01-02",
	 .text = "“The tram will not cross the river,” said Ivan Petrosyan, an engineer.\n"},
	{.id = "undated", .text = "“The tram will not cross the river,” said Ivan Petrosyan.\n"},
	{.id = "long",
	 .date = "2022-03-04",
	 .text = "“Paint one boat" SIXTY_WORDS " and two oars,” said Lena Moreau.\n\n"
		 "“Sell one plank" SIXTY_WORDS " more and two nails,” said Lena Moreau.\n"},
	{.id = "pair",
	 .text = "Tom Reed told the court: “Ship the barley oats.”\n\n"
		 "“Hide the winter rye,” said Ann Rook.\n"},
	{.id = "lines",
	 .text = "“Open the gates,” said Ann Rook.\n“Shut the doors,” said Tom Reed.\n"},
};

enum { STORIES = CASES(stories) };
enum { N = BRAD_WARN_NEGATION, U = BRAD_WARN_NUMBER, A = BRAD_WARN_NAME };

static const struct {
	const char *quotation, *speaker;
	brad_verdict verdict;
	unsigned warnings;
	const char *article, *said_by; /* of the first hit, and of the words; "" for none */
	size_t hits;
} cases[] = {
	/* The same words. */
	{"The tram will not cross the river", NULL, BRAD_VERDICT_EXACT, 0, "earlier",
	 "Ivan Petrosyan", 1},
	{"THE TRAM -- will not cross, the river!", NULL, BRAD_VERDICT_EXACT, 0, "earlier",
	 "Ivan Petrosyan", 1},
	{"… will not cross …", NULL, BRAD_VERDICT_EXACT, 0, "earlier", "Ivan Petrosyan", 1},
	{"The tram will not cross the river", "Moreau", BRAD_VERDICT_EXACT, 0, "tram",
	 "Lena Moreau", 1},
	{"the tram will not cross the river it will stop", NULL, BRAD_VERDICT_EXACT, 0, "tram",
	 "Lena Moreau", 2},
	{"at the 12 mills. I promised", NULL, BRAD_VERDICT_EXACT, 0, "tram", "Lena Moreau", 2},
	{"It will stop at the 12 mills", "Petrosyan", BRAD_VERDICT_OTHER_SPEAKER, 0, "tram",
	 "Lena Moreau", 1},
	{"It will stop at the 12 mills", "Nobody", BRAD_VERDICT_OTHER_SPEAKER, 0, "tram",
	 "Lena Moreau", 1},
	{"shut the doors", NULL, BRAD_VERDICT_EXACT, 0, "lines", "Tom Reed", 1},
	/* Words that differ. */
	{"The tram will cross the river", "Moreau", BRAD_VERDICT_ALTERED, N, "tram", "Lena Moreau",
	 1},
	{"The tram won't cross the river", "Moreau", BRAD_VERDICT_ALTERED, 0, "tram", "Lena Moreau",
	 1},
	{"It will stop at the 13 mills", NULL, BRAD_VERDICT_ALTERED, U, "tram", "Lena Moreau", 1},
	{"It will stop at the twelve mills", NULL, BRAD_VERDICT_ALTERED, 0, "tram", "Lena Moreau",
	 1},
	{"Trams are possible in Westerby", NULL, BRAD_VERDICT_ALTERED, A, "later", "Ivan Petrosyan",
	 1},
	{"Trams are impossible in Osterby", NULL, BRAD_VERDICT_ALTERED, N, "later",
	 "Ivan Petrosyan", 1},
	{"Igor Petrosyan said the tram was noisy and slow", NULL, BRAD_VERDICT_PARAPHRASE, A,
	 "tram", "Ivan Petrosyan", 1},
	{"It will not stop at the 20 Osterby mills", NULL, BRAD_VERDICT_ALTERED, N | U | A, "tram",
	 "Lena Moreau", 1},
	/* Words left out with dots, and said to be. */
	{"It will stop … I promised", NULL, BRAD_VERDICT_CUT, 0, "tram", "Lena Moreau", 2},
	{"The tram will ... cross", "Moreau", BRAD_VERDICT_CUT, N, "tram", "Lena Moreau", 1},
	{"The tram will [. . .] cross", "Moreau", BRAD_VERDICT_CUT, N, "tram", "Lena Moreau", 1},
	/* Not said in these words, but reported. */
	{"the tram was noisy and slow", NULL, BRAD_VERDICT_PARAPHRASE, 0, "tram", "Ivan Petrosyan",
	 1},
	{"the tram was noisy", "Petrosyan", BRAD_VERDICT_PARAPHRASE, 0, "tram", "Ivan Petrosyan",
	 1},
	{"said Lena Moreau, the mayor of Osterby", NULL, BRAD_VERDICT_PARAPHRASE, 0, "tram", "", 1},
	{"ship the barley oats hide the winter rye", NULL, BRAD_VERDICT_PARAPHRASE, 0, "pair",
	 "Tom Reed", 2},
	/* Nowhere. */
	{"Penguins like opera", NULL, BRAD_VERDICT_NOT_FOUND, 0, "", "", 0},
	{"Whales sing near the river on most evenings of winter", NULL, BRAD_VERDICT_NOT_FOUND, 0,
	 "", "", 0},
	{"of the", NULL, BRAD_VERDICT_NOT_FOUND, 0, "", "", 0},
};

static const struct {
	const char *quotation,
		*differences; /* a sign, the quoted and the printed words, for each */
} difference_cases[] = {
	{"It will stop at the 12 mills", "=(It will stop at the 12 mills)"},
	{"The tram will cross the river", "=(The tram will)-not=(cross the river)"},
	{"It will soon stop at 9 mills", "=(It will)+soon=(stop at)~9/the 12=(mills)"},
	{"The tram will not cross … stop at the", "=(The tram will not cross)…the river It "
						  "will=(stop at the)"},
	{"Paint one … k l and two oars",
	 "=(Paint one)…boat" TEN_WORDS TEN_WORDS TEN_WORDS TEN_WORDS TEN_WORDS
	 " a b c d e f g h=(k l and two oars)"},
	{"Sell one … two nails", "=(Sell one)…?=(two nails)"},
};

static const char *const bad_quotations[] = {NULL, "", " … ", "\"\"", "caf\xE9"};

/* ---- Code ---- */

static void make_index(void)
{
	open_stories(stories, STORIES, 0);
}

START_TEST(test_verdicts)
{
	brad_verification *v;
	OK(brad_index_verify(opened, cases[_i].quotation, cases[_i].speaker, &v, &error));
	const brad_finding *f = brad_verification_finding(v);
	const char *article = f->hit_count ? f->hits[0].article : "";
	const char *name = f->speaker_count ? f->speakers[0].name : "";
	ck_assert_msg(
		f->verdict == cases[_i].verdict && f->warnings == cases[_i].warnings &&
			f->hit_count == cases[_i].hits && strcmp(article, cases[_i].article) == 0 &&
			strcmp(name, cases[_i].said_by) == 0,
		"'%s': verdict %d, warnings %u, %zu hits, the first in '%s', by '%s'",
		cases[_i].quotation, (int)f->verdict, f->warnings, f->hit_count, article, name);
	if (f->verdict == BRAD_VERDICT_EXACT) ck_assert(f->likeness == 1);
	brad_verification_free(v);
}
END_TEST

static void write_difference(const brad_difference *d, char *out, size_t room)
{
	switch (d->change) {
	case BRAD_CHANGE_NONE: snprintf(out, room, "=(%s)", d->quoted); break;
	case BRAD_CHANGE_REPLACED: snprintf(out, room, "~%s/%s", d->quoted, d->printed); break;
	case BRAD_CHANGE_ADDED: snprintf(out, room, "+%s", d->quoted); break;
	case BRAD_CHANGE_LEFT_OUT: snprintf(out, room, "-%s", d->printed); break;
	case BRAD_CHANGE_ELLIPSIS: snprintf(out, room, "…%s", d->printed ? d->printed : "?"); break;
	}
}

START_TEST(test_differences)
{
	brad_verification *v;
	char text[512] = "";
	OK(brad_index_verify(opened, difference_cases[_i].quotation, "Moreau", &v, &error));
	const brad_finding *f = brad_verification_finding(v);
	for (size_t i = 0; i < f->difference_count; i++)
		write_difference(&f->differences[i], text + strlen(text),
				 sizeof text - strlen(text));
	ck_assert_str_eq(text, difference_cases[_i].differences);
	brad_verification_free(v);
}
END_TEST

START_TEST(test_bad)
{
	brad_verification *v;
	ck_assert_int_eq(brad_index_verify(opened, bad_quotations[_i], NULL, &v, &error),
			 BRAD_EINVAL);
	ck_assert_ptr_null(v);
}
END_TEST

/* 500 words are taken, one more is not. */
START_TEST(test_longest)
{
	brad_verification *v;
	char text[501 * 2 + 1] = "";
	for (int i = 0; i < 500; i++) memcpy(text + (size_t)i * 2, "x ", 3);
	OK(brad_index_verify(opened, text, NULL, &v, &error));
	brad_verification_free(v);
	memcpy(text + 1000, "x ", 3);
	ck_assert_int_eq(brad_index_verify(opened, text, NULL, &v, &error), BRAD_EINVAL);
}
END_TEST

/* The marks of the hits are the words that are the same. */
START_TEST(test_marks)
{
	brad_verification *v;
	char text[128] = "";
	OK(brad_index_verify(opened, "It will soon stop", NULL, &v, &error));
	const brad_finding *f = brad_verification_finding(v);
	ck_assert_uint_eq(f->hit_count, 1);
	const brad_hit *hit = &f->hits[0];
	for (size_t i = 0; i < hit->mark_count; i++) {
		brad_span mark = hit->marks[i];
		strncat(text, hit->text + mark.start, mark.end - mark.start);
		strncat(text, "|", 2);
	}
	ck_assert_str_eq(text, "It|will|stop|");
	brad_verification_free(v);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("verify");
	TCase *tests = tcase_create("verify");
	tcase_set_timeout(tests, 60);
	tcase_add_unchecked_fixture(tests, make_index, close_stories);
	tcase_add_loop_test(tests, test_verdicts, 0, CASES(cases));
	tcase_add_loop_test(tests, test_differences, 0, CASES(difference_cases));
	tcase_add_loop_test(tests, test_bad, 0, CASES(bad_quotations));
	tcase_add_test(tests, test_longest);
	tcase_add_test(tests, test_marks);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
