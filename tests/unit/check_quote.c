/* What was said: each case is a text and the quotations found in it. */
#include "suite.h"

#include <time.h>

/* ---- Cases ---- */

/* Quotations as "d: piece / piece", one a line; d direct, m mixed, i indirect. */
struct quote_case {
	const char *text, *expected;
};

static const struct quote_case marks[] = {
	{"The mayor said: “The bridge is safe.”", "d: The bridge is safe.\n"},
	{"\"The bridge is safe,\" said Ann Bell.", "d: The bridge is safe,\n"},
	{"''The bridge is safe,'' Ann Bell said.", "d: The bridge is safe,\n"},
	/* Opened curly, closed straight, and the other way round. */
	{"Ann Bell said: “The bridge is safe.\"", "d: The bridge is safe.\n"},
	{"Ann Bell said: \"The bridge is safe.”", "d: The bridge is safe.\n"},
	/* British single marks among apostrophes. */
	{"'The workers' union won't accept it,' said Ann Bell.",
	 "d: The workers' union won't accept it,\n"},
	{"‘It’s the children’s choice, and the parents’ too,’ said Ann Bell.",
	 "d: It’s the children’s choice, and the parents’ too,\n"},
	{"Ann Bell said: 'We've had 'em since the '90s.'", "d: We've had 'em since the '90s.\n"},
	{"Ann Bell said: 'He told me \"no\" twice.'", "d: He told me \"no\" twice.\n"},
	{"Ann Bell said the teachers' strike was over and the pupils' exams would go on.",
	 "i: the teachers' strike was over and the pupils' exams would go on\n"},
	/* One mark inside another. */
	{"“He told me ‘never again’ last week,” said Ann Bell.",
	 "d: He told me ‘never again’ last week,\n"},
	/* Over paragraphs, each opened anew. */
	{"Ann Bell said: “The bridge is safe.\n\n“The road is not.”\n\nThe work goes on.",
	 "d: The bridge is safe. / The road is not.\n"},
	{"Ann Bell said: 'The bridge is safe.\n\n'The road isn't.'\n\nThe work goes on.",
	 "d: The bridge is safe. / The road isn't.\n"},
	/* The second part of a paragraph's speech is left open, as it goes on in the next. */
	{"'The bridge is safe,' said Ann Bell. 'The road isn't.\n\n'We shut it.'\n\nIt rained.",
	 "d: The bridge is safe, / The road isn't. / We shut it.\n"},
	{"'The bridge is safe,' said Ann Bell. She won't use the Dales' roads again.",
	 "d: The bridge is safe,\n"},
	/* Marks of the other kind within an open paragraph. */
	{"Ann Bell said: 'It's sad that the bridge is shut.\n\n'They told me \"never\".\n\n'So I "
	 "left.'",
	 "d: It's sad that the bridge is shut. / They told me \"never\". / So I left.\n"},
	/* Whoever they are. */
	{"“The bridge is safe,” they said.\n\n“The road is not safe at all.”",
	 "d: The bridge is safe, / The road is not safe at all.\n"},
	/* What was said begins the paragraph before, though not with marks. */
	{"The bridge is “as safe as a house,” they said.\n\n“The road is not safe at all.”",
	 "m: The bridge is “as safe as a house, / The road is not safe at all.\n"},
	{"They said the bridge is “as safe as a house,” before leaving.\n\n“The road is not safe "
	 "at "
	 "all.”",
	 "m: the bridge is “as safe as a house,\nd: The road is not safe at all.\n"},
	/* Nobody says that it goes on. */
	{"“The bridge is safe,” they said.\n\nIt is old.\n\n“The road is not safe at all.”",
	 "d: The bridge is safe,\nd: The road is not safe at all.\n"},
	/* The closing mark never comes. */
	{"Ann Bell said: “The bridge is safe.\n\nThe work goes on as planned.",
	 "d: The bridge is safe.\n"},
	/* No mark opens the second paragraph, but one closes it. */
	{"Ann Bell said: “The bridge is safe.\n\nThe road is not.”\n\nThe work goes on.",
	 "d: The bridge is safe. / The road is not.\n"},
};

static const struct quote_case pieces[] = {
	{"“The bridge,” he said, “is safe.”", "d: The bridge, / is safe.\n"},
	{"“The bridge is safe,” Ann Bell said. “The road is not.”",
	 "d: The bridge is safe, / The road is not.\n"},
	{"“Is it safe?” he asked. “I doubt it.”", "d: Is it safe? / I doubt it.\n"},
	{"The bridge, she said, was never safe.", "i: The bridge / was never safe\n"},
	{"The bridge, according to Ann Bell, was never safe.", "i: The bridge / was never safe\n"},
	{"“It is safe,” Ann Bell said during a visit to Selby, Yorkshire, “but it is old.”",
	 "d: It is safe, / but it is old.\n"},
	{"“It is safe,” one engineer said late last month, “but it is old.”",
	 "d: It is safe, / but it is old.\n"},
	{"Any such bridge, said Ann Bell, an engineer from Leeds, would be too old.",
	 "i: Any such bridge / would be too old\n"},
	/* On with what was said, without a verb of its own. */
	{"“It is safe,” Ann Bell said. But then, “I would not use it.”",
	 "d: It is safe, / I would not use it.\n"},
};

static const struct quote_case clauses[] = {
	/* What stands before the cue introduces it, or is what was said. */
	{"But, said Ann Bell, “the bridge is safe.”", "d: the bridge is safe.\n"},
	{"But, Ann Bell said, the bridge was safe.", "i: the bridge was safe\n"},
	{"In Selby, Ann Bell said, old bridges are painted.", "i: old bridges are painted\n"},
	{"About 30 old bridges have been mended, Ann Bell said.",
	 "i: About 30 old bridges have been mended\n"},
	{"Seeing the bridge sway made her stop, Ann Bell said.",
	 "i: Seeing the bridge sway made her stop\n"},
	{"On the radio show “Morning”, Ann Bell said the bridge was safe.",
	 "i: the bridge was safe\n"},
	/* Subjects, and verbs with part of them. */
	{"About four in ten drivers said the bridge was safe.", "i: the bridge was safe\n"},
	{"Ann Bell, who's said that the bridge is safe.", "i: that the bridge is safe\n"},
	{"Ann Bell left. She's telling friends that the bridge is safe.",
	 "i: that the bridge is safe\n"},
	{"Ann Bell -- the author of a book -- said the bridge was safe.",
	 "i: the bridge was safe\n"},
	{"“The bridge is safe,” Ann Bell notes.", "d: The bridge is safe,\n"},
	{"Selby Crown Court heard the bridge was not safe.", "i: the bridge was not safe\n"},
	{"The bridge was not safe, an inquest heard.", "i: The bridge was not safe\n"},
	{"Ann Bell heard the bridge was not safe.", ""},
	{"Ann Bell said she looked up and heard a crack.", "i: she looked up and heard a crack\n"},
	{"Ann Bell, the engineer, this past week said the bridge was safe.",
	 "i: the bridge was safe\n"},
	{"The bridge was closed after the flood, Ann Bell reported in 2014.",
	 "i: The bridge was closed after the flood\n"},
	{"Polls show most drivers like the bridge.", "i: most drivers like the bridge\n"},
	{"About half of drivers say they like the bridge.", "i: they like the bridge\n"},
	{"While Ann Bell vowed to mend the bridge, Bob Cole insisted that it would close.",
	 "i: to mend the bridge\ni: that it would close\n"},
	{"While Ann Bell has said that the bridge is safe, the council will shut it.",
	 "i: that the bridge is safe\n"},
	{"Ann Bell, who said the bridge was safe, left on Monday.", "i: the bridge was safe\n"},
	{"Ann Bell said that the bridge, which is old, was safe.",
	 "i: that the bridge, which is old, was safe\n"},
	{"Ann Bell called the bridge a “deathtrap” and walked out.",
	 "m: the bridge a “deathtrap\n"},
	{"Ann Bell asked the council to shut the bridge and consider a new one.",
	 "i: the council to shut the bridge and consider a new one\n"},
	{"Ann Bell asked the council to shut the bridge.", "i: the council to shut the bridge\n"},
	{"Polls continue to show that drivers like the bridge.",
	 "i: that drivers like the bridge\n"},
	{"Ann Bell has questioned in recent days whether the bridge is safe.",
	 "i: whether the bridge is safe\n"},
	{"The Bridge Trust estimates that it would cost a million.",
	 "i: that it would cost a million\n"},
	{"“The bridge is safe,” Ann Bell was quoted as saying.", "d: The bridge is safe,\n"},
	{"Ann Bell said at least two bridges were safe.", "i: at least two bridges were safe\n"},
	{"Drivers say by 55% to 41% that the bridge is safe.", "i: that the bridge is safe\n"},
	{"(Ann Bell said the bridge was safe.)", "i: the bridge was safe\n"},
	{"The bridge is safe, as first reported by the Selby Gazette.", "i: The bridge is safe\n"},
	{"But as Ann Bell pointed out in a column for the paper, the bridge is safe.",
	 "i: the bridge is safe\n"},
	{"The report did not surprise engineer Ann Bell: “The bridge is safe.”",
	 "d: The bridge is safe.\n"},
	{"Ann Bell said that the bridge was safe.", "i: that the bridge was safe\n"},
	{"Ann Bell said on Monday the bridge was safe.", "i: the bridge was safe\n"},
	{"Ann Bell told reporters that the bridge was safe.", "i: that the bridge was safe\n"},
	{"The bridge was safe, Ann Bell said.", "i: The bridge was safe\n"},
	{"Old bridges are safe, Ann Bell said, including the one in Selby.",
	 "i: Old bridges are safe / including the one in Selby\n"},
	{"Old bridges are safe, Ann Bell said, pointing at the one in Selby.",
	 "i: Old bridges are safe\n"},
	{"The bridge was safe, said Ann Bell.", "i: The bridge was safe\n"},
	{"According to Ann Bell, the bridge was safe.", "i: the bridge was safe\n"},
	{"The bridge was safe, according to Ann Bell.", "i: The bridge was safe\n"},
	{"Ann Bell, who built the bridge, said it was safe.", "i: it was safe\n"},
	{"Ann Bell, a builder, said the bridge was safe.", "i: the bridge was safe\n"},
	{"Ann Bell vowed to mend the bridge.", "i: to mend the bridge\n"},
	{"Ann Bell has called for a new bridge.", "i: a new bridge\n"},
	{"Ann Bell closed the bridge, saying it was not safe.", "i: it was not safe\n"},
	{"Last week, Ann Bell shut the bridge, saying it was not safe.", "i: it was not safe\n"},
	{"Ann Bell said the bridge was safe, adding that the road was not.",
	 "i: the bridge was safe\ni: that the road was not\n"},
	{"Inspectors found that the bridge was not safe.", "i: that the bridge was not safe\n"},
	{"Ann Bell called the bridge “a disgrace”.", "m: the bridge “a disgrace\n"},
	{"Ann Bell said the bridge “would not last” a year.",
	 "m: the bridge “would not last” a year\n"},
	{"As Ann Bell said, the bridge was safe.", "i: the bridge was safe\n"},
	{"The bridge was safe, as Ann Bell pointed out.", "i: The bridge was safe\n"},
	{"On Monday, Ann Bell said, the bridge was safe.", "i: the bridge was safe\n"},
	{"In May, Ann Bell said in a letter, the bridge was safe.", "i: the bridge was safe\n"},
	{"“The bridge is safe,” according to Ann Bell.", "d: The bridge is safe,\n"},
	{"“The bridge is safe” for a year, Ann Bell said.", "m: The bridge is safe” for a year\n"},
	{"The bridge was safe, as Ann Bell has said.", "i: The bridge was safe\n"},
	{"Ann Bell said, without proof, that the bridge was safe.",
	 "i: that the bridge was safe\n"},
	{"Ann Bell, who told the paper it was safe, said the bridge would close.",
	 "i: it was safe\ni: the bridge would close\n"},
	/* Verbs with a particle. */
	{"Engineers point out that the bridge was not safe.", "i: that the bridge was not safe\n"},
	{"Ann Bell pointed out: “The bridge is not safe.”", "d: The bridge is not safe.\n"},
	{"Ann Bell hit out at the plan to close the bridge.", "i: the plan to close the bridge\n"},
	{"“The bridge is safe,” hit back Ann Bell.", "d: The bridge is safe,\n"},
	/* The objects within what was said are no quotations of their own. */
	{"The council had announced a new bridge, Ann Bell said.",
	 "i: The council had announced a new bridge\n"},
};

/* Headlines, and interviews as they are printed. */
static const struct quote_case nouns[] = {
	{"Ann Bell's claim that the bridge is safe was met with laughter.",
	 "i: that the bridge is safe\n"},
	{"Few believed her first claim that the bridge is safe.", "i: that the bridge is safe\n"},
	{"The town heard the promise by Ann Bell to mend the bridge.", "i: to mend the bridge\n"},
	{"It followed Ann Bell's claim that a new bridge would do.",
	 "i: that a new bridge would do\n"},
	/* Nobody's, no words of his, and what is no word at all. */
	{"The claim that the bridge is safe was met with laughter.", ""},
	{"Ann Bell's call to the police came late.", ""},
	{"It rained in Ann Bell's home state of Texas.", ""},
};

static const struct quote_case passives[] = {
	{"Ann Bell was asked whether the bridge was safe.", "i: whether the bridge was safe\n"},
	{"Ann Bell was asked by Bob Cole about the old bridge.", "i: the old bridge\n"},
	{"Asked about the old bridge, Ann Bell said it was safe.", "i: it was safe\n"},
	{"Asked by Bob Cole about the old bridge, Ann Bell said it was safe.",
	 "i: the old bridge\ni: it was safe\n"},
	{"She shrugged when asked if the bridge was safe.", "i: if the bridge was safe\n"},
	{"The old bridge was criticised by Ann Bell.", "i: The old bridge\n"},
	{"The old bridge was criticised in May.", ""},
	{"Ann Bell was asked about it.", ""},
	{"Ann Bell was told the bridge was safe.", "i: the bridge was safe\n"},
	{"Ann Bell was told of the old bridge.", "i: the old bridge\n"},
	{"Ann Bell was told the truth.", ""},
	{"After being told the bridge was safe, Ann Bell crossed it.", "i: the bridge was safe\n"},
	{"It was announced on Monday that the bridge was safe.", "i: that the bridge was safe\n"},
	{"It was clear that the bridge was safe.", ""},
	/* Who is named in it has the word. */
	{"It was reported that Ann Bell had told the mayor that the bridge was safe.",
	 "i: that the bridge was safe\n"},
};

static const struct quote_case relatives[] = {
	{"The bridge, which engineers said was safe, is closed.", "i: which / was safe\n"},
	{"The bridge, which she said had been safe for years.",
	 "i: which / had been safe for years\n"},
	{"A bridge in which engineers believed fell.", ""},
};

static const struct quote_case objects[] = {
	{"Bob Cole called Ann Bell a liar.", "i: Ann Bell a liar\n"},
	{"A ship called Ann Bell was late.", ""},
	{"Ann Bell agreed with the verdict.", "i: the verdict\n"},
	{"Ann Bell pointed to the old bridge.", "i: the old bridge\n"},
	{"Engineers have long criticised the bridge.", "i: the bridge\n"},
	{"Ann Bell told the Selby Sunday programme that the bridge was safe.",
	 "i: that the bridge was safe\n"},
};

static const struct quote_case labels[] = {
	{"Ann Bell: The bridge is safe.\n\nAnn Bell met us on Monday.", "i: The bridge is safe\n"},
	{"Report: bridge is not safe\n\nThe bridge at Selby was closed on Monday.",
	 "i: bridge is not safe\n"},
	{"Selby: bridge is not safe\n\nThe bridge at Selby was closed on Monday.", ""},
	{"Old Bridge Will Be Painted, Ann Bell Says.\n\nAnn Bell met us on Monday.",
	 "i: Old Bridge Will Be Painted\n"},
	{"The old bridge of Selby was opened in May.\n\nANN BELL: It is safe, and it will be "
	 "for years.\n\nBOB COLE: Is it not too old for lorries?\n\nANN BELL: Yes, it is. But it "
	 "is a "
	 "bridge.",
	 "d: It is safe, and it will be for years\nd: Is it not too old for lorries?\n"
	 "d: Yes, it is. But it is a bridge\n"},
	{"The old bridge of Selby was opened in May.\n\nQ: Is it safe?\n\nA: It is old.\n\nQ: And "
	 "safe?\n\nA: It is painted.",
	 "d: Is it safe?\nd: It is old\nd: And safe?\nd: It is painted\n"},
	{"The bridge\n\nOpen: until Monday evening.\n\nANN BELL: the engineer.\n\nCOST: a pound "
	 "each.",
	 ""},
};

static const struct quote_case nothing[] = {
	{"", ""},
	/* Nobody said it. */
	{"Nobody said that the bridge was safe.", ""},
	{"No engineer has claimed that the bridge was safe.", ""},
	/* Nobody's view. */
	{"The trouble with the bridge is that it is not safe.", ""},
	{"It was the first bridge of its kind. That was the end of Ann Bell.", ""},
	/* Verbs that tell of speech only with their particle. */
	{"Ann Bell hit that bridge.", ""},
	{"Ann Bell set the bridge on fire.", ""},
	{"Ann Bell laid the blame out of habit.", ""},
	{"“", ""},
	{"He read “The Old Bridge” as a child.", ""},
	{"The so-called “bridge of sighs” was closed in May.", ""},
	{"John “Jack” Smith opened the bridge.", ""},
	{"Ann Bell hopes to announce a plan.", ""},
	{"Ann Bell spoke to the builders on Monday.", ""},
	{"The claims were settled and the report was late.", ""},
	{"It grew in the United States and other states of the west.", ""},
	{"The proposed bridge will cost £4 million.", ""},
	{"Ann Bell opened the bridge.\n\n“Bells (and bridges)”\n\nIt was shut in May.", ""},
	{"The bridge is old.\n\nQ: Is it safe now?\n\n: It is old, I think.\n\nQ: And is it "
	 "dear?\n\n: It is dear, I think.",
	 ""},
};

/* ---- Code ---- */

static void write_quote(char *out, size_t room, const char *text, const brad_quote *quote)
{
	size_t used = strlen(out);
	snprintf(out + used, room - used, "%c: ", "?dmi"[quote->said]);
	add_pieces(out, room - 2, text, quote);
	strcat(out, "\n");
}

static void run_cases(const struct quote_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) expect_quotes(cases[i].text, cases[i].expected, write_quote);
}

START_TEST(test_marks)
{
	run_cases(marks, CASES(marks));
}
END_TEST

START_TEST(test_pieces)
{
	run_cases(pieces, CASES(pieces));
}
END_TEST

START_TEST(test_clauses)
{
	run_cases(clauses, CASES(clauses));
}
END_TEST

START_TEST(test_nouns)
{
	run_cases(nouns, CASES(nouns));
}
END_TEST

START_TEST(test_passives)
{
	run_cases(passives, CASES(passives));
}
END_TEST

START_TEST(test_relatives)
{
	run_cases(relatives, CASES(relatives));
}
END_TEST

START_TEST(test_objects)
{
	run_cases(objects, CASES(objects));
}
END_TEST

START_TEST(test_labels)
{
	run_cases(labels, CASES(labels));
}
END_TEST

START_TEST(test_nothing)
{
	run_cases(nothing, CASES(nothing));
}
END_TEST

/* Seconds of processor time for the text repeated n times. */
static double measure(const char *piece, size_t n)
{
	size_t length = strlen(piece);
	char *text = malloc(n * length);
	ck_assert_ptr_nonnull(text);
	for (size_t i = 0; i < n; i++) memcpy(text + i * length, piece, length);
	brad_document document = BRAD_DOCUMENT_INIT;
	document.text = text;
	document.text_length = n * length;
	clock_t begun = clock();
	brad_article *article = article_of(document);
	double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
	brad_article_free(article);
	free(text);
	return seconds;
}

/* Eight times the text may take eight times as long, not sixty-four. */
START_TEST(test_time_is_linear)
{
	static const char *const texts[] = {
		"“a ",
		"'a ",
		"\"a b ",
		"“A\n\n",
		"( ",
		"said, ",
		"he said ",
		"and but ",
		"Ann Bell said that ",
		"according to ",
		", who ",
		"his claim by ",
		"was asked by ",
		"when asked if ",
		"which he said ",
	};
	for (size_t i = 0; i < CASES(texts); i++) {
		double small = measure(texts[i], 12500), large = measure(texts[i], 100000);
		ck_assert_msg(large < 24 * small + 0.05, "'%s': %.3f s, then %.3f s", texts[i],
			      small, large);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("quote");
	TCase *tests = tcase_create("quote");
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_marks);
	tcase_add_test(tests, test_pieces);
	tcase_add_test(tests, test_clauses);
	tcase_add_test(tests, test_nouns);
	tcase_add_test(tests, test_passives);
	tcase_add_test(tests, test_relatives);
	tcase_add_test(tests, test_objects);
	tcase_add_test(tests, test_labels);
	tcase_add_test(tests, test_nothing);
	tcase_add_test(tests, test_time_is_linear);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
