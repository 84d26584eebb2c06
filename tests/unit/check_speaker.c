/* Who said it: each case is a text and the speakers of its quotations. */
#include "suite.h"

/* ---- Cases ---- */

/* Speakers, one quotation a line; those who spoke together joined by " + ", "-" for nobody. */
static const struct {
	const char *text, *expected;
} cases[] = {
	/* Cue and speaker before, after, and on a line of their own. */
	{"Ann Bell said: “The bridge is safe.”", "Ann Bell\n"},
	{"“The bridge is safe,” said Ann Bell.", "Ann Bell\n"},
	{"“The bridge is safe,” Ann Bell said.", "Ann Bell\n"},
	{"Ann Bell, Chief Executive of Selby Council, said:\n\n“The bridge is safe.”",
	 "Ann Bell\n"},
	{"Ann Bell, Leader of Selby Council, said: “The bridge is safe.”", "Ann Bell\n"},
	{"The leader of Selby Council, Ann Bell, said the bridge was safe.", "Ann Bell\n"},
	{"“The bridge is safe,” said the council's leader, Ann Bell.", "Ann Bell\n"},
	{"In response to the report Ann Bell, Chief Executive of Selby Council, said: “It is "
	 "safe.”",
	 "Ann Bell\n"},
	{"In response, Ann Bell, Conservative Group Spokesman for Roads said, “It is safe.”",
	 "Ann Bell\n"},
	{"Responding to the report, Ann Bell said: “It is safe.”", "Ann Bell\n"},
	{"Ann Bell, who built the bridge, said it was safe.", "Ann Bell\n"},
	{"Ann Bell won.\n\nThe 36-year-old, who works for Selby Council, said she had always been "
	 "“a "
	 "bigger fan” of it.",
	 "Ann Bell\n"},
	{"In the letter, Selby’s Ann Bell, Goole’s Tom Reed and Ida Marsh, the head of the trade "
	 "body "
	 "Ferries UK, wrote: “We agree that it is safe.”",
	 "Tom Reed + Ida Marsh\n"},
	/* By his own words: up to a clause, without what stands before the verb, a compound whole. */
	{"A driver who had so far refused to leave said: “It is safe.”", "driver\ndriver\n"},
	{"The bridge itself also drew critics, who said: “It is not safe.”", "critics\n"},
	{"Some onlookers soon arrived and said: “It is safe.”", "onlookers\n"},
	{"A self-made man said: “It is safe.”", "self-made man\n"},
	{"One of them said: “It is safe.”", "One of them\n"},
	{"Two drivers last night said it was safe.", "drivers\n"},
	{"The new claims came to nothing. The council bought a ship called Tide.", ""},
	{"Her time in office saw her saying it was safe.", ""},
	{"President of the Colleges of Law and Health Professor Ann Bell said it was safe.",
	 "Ann Bell\n"},
	{"The Line Of Harbour star Ann Bell said it was safe. “It is,” Line Of Harbour said.",
	 "Ann Bell\nLine Of Harbour\n"},
	{"Some 2,500 drivers said: “It is safe.”", "2,500 drivers\n"},
	{"Ann Bell (Con. Selby) Deputy Chair of the Roads Committee, remarked: “It is safe.”",
	 "Ann Bell\n"},
	/* Words that are no name: nobody is called by them; a compound is whole. */
	{"The bridge's third arch shows that it is not safe.", "-\n"},
	{"The arch showed that it is not safe. “It is,” the arch said.", "-\narch\n"},
	{"A ferrygoer revealed that it was not safe.", "ferrygoer\n"},
	{"A mother-of-two revealed that it was not safe.", "mother-of-two\n"},
	/* A second verb whose subject stands before the first. */
	{"Ann Bell, leader of the council, was elected in May and at the time said it would take "
	 "“two years” to mend the bridge.",
	 "Ann Bell\n"},
	/* By their own words: numbers whole, and nobody who is only counted or a time. */
	{"A No 10 source said the bridge was safe.", "No 10 source\n"},
	{"More than 150,000 drivers said the bridge was safe.", "More than 150,000 drivers\n"},
	{"The road was shut.\n\nA weary driver who steered an old lorry through a long storm "
	 "claims "
	 "the bridge was safe.",
	 "weary driver\n"},
	{"“The bridge is safe,” a third said.", "-\n"},
	{"Last month said it was the bridge.", ""},
	{"Housing officials said the bridge was safe.", "housing officials\n"},
	/* A name before a colon, in a headline or an interview; a letter names nobody. */
	{"Ann Bell: the bridge is safe\n\nAnn Bell met us on Monday.", "Ann Bell\n"},
	{"The old bridge of Selby was opened in May.\n\nQ: Is the bridge safe?\n\nA: It is old, "
	 "but "
	 "safe.\n\nQ: And the road?\n\nA: The road is new.",
	 "-\n-\n-\n-\n"},
	/* Who signs below the marks, unless somebody said it before; a list of news is no signature. */
	{"The old bridge of Selby was opened in May.\n\n“It is safe at last.”\n\n- Ann Bell, the "
	 "mayor.",
	 "Ann Bell\n"},
	{"“The bridge is safe,” Tom Cole said.\n\n“The road is not safe at all.”\n\n— Ann Bell.",
	 "Tom Cole\nAnn Bell\n"},
	{"The old bridge of Selby was opened in May.\n\n“It is safe at last.”\n\n- Ann Bell was "
	 "born "
	 "beside it.",
	 "-\n"},
	{"The old bridge of Selby was opened in May.\n\n“It is safe at last.”\n\nAnn Bell.", "-\n"},
	{"-\n\n“It is safe at last.”\n\n-", "-\n"},
	/* The fullest name. */
	{"The New York Times first reported that the bridge was safe.", "New York Times\n"},
	{"Actor and comedian Tom Bell said the bridge was safe.", "Tom Bell\n"},
	{"Ann Bell came to Selby. Mrs Bell said the bridge was safe.", "Ann Bell\n"},
	/* Two together. */
	{"The two MPs Ann Bell (Selby) and Tom Cole (Goole) said the bridge was safe.",
	 "Ann Bell + Tom Cole\n"},
	{"A joint statement by Ann Bell and Tom Cole said the bridge was “safe.”",
	 "Ann Bell + Tom Cole\n"},
	/* Not the people that the speaker's description names. */
	{"A spokesman for Ann Bell said the bridge was safe.", "spokesman for Ann Bell\n"},
	/* Over paragraphs, and over what interrupts. */
	{"Ann Bell said: “The bridge is safe.\n\n“The road is not.”", "Ann Bell\n"},
	{"Ann Bell said: “The bridge is safe.\n\nBridge to close in May\n\n“The road is not.”",
	 "Ann Bell\n"},
	/* A paragraph of marks alone goes on from one that began in marks. */
	{"“The bridge is safe,” Ann Bell said.\n\n“The road is not safe at all.”", "Ann Bell\n"},
	{"“The bridge is safe,” Ann Bell said. The walls were built in May.\n\n“The road is not.”",
	 "Ann Bell\n-\n"},
	{"“The bridge is safe,” Ann Bell said.\n\nThe road goes on.\n\n“The road is not safe.”",
	 "Ann Bell\n-\n"},
	/* Closed marks carry nobody over otherwise. */
	{"Ann Bell said: “The bridge is safe.”\n\n“The road is not safe at all.”", "Ann Bell\n-\n"},
	{"Ann Bell asked: “Is the bridge safe?”\n\n“The road is not safe at all.”",
	 "Ann Bell\n-\n"},
	/* What was told of leaves its speaker to what follows a colon. */
	{"Ann Bell explained why the bridge was closed:\n\n“The walls are weak.”",
	 "Ann Bell\nAnn Bell\n"},
	/* Signed with a name. */
	{"“The bridge is a disgrace.” ― Ann Bell, Selby", "Ann Bell\n"},
	{"“The bridge is a disgrace.” – Ruxana Tolli\n“It is fine.” – Tom Cole",
	 "Ruxana Tolli\nTom Cole\n"},
	/* A name that no list knows, and what describes it. */
	{"“The bridge is safe,” Morwen Tolliver, the Labour Warden from Selby, told reporters.",
	 "Morwen Tolliver\n"},
	/* What stands for somebody who was named: an office, a description. */
	{"Labour councillor Ann Bell and Green councillor Tom Cole came. The Labour councillor "
	 "said "
	 "the bridge was safe.",
	 "Ann Bell\n"},
	{"Ann Bell sang in Selby. The star said the bridge was safe.", "Ann Bell\n"},
	{"Ann Bell sang in Selby. The Harbour Idol winner said the bridge was safe.", "Ann Bell\n"},
	{"Ann Bell met a singer in Selby. The singer said the bridge was safe.", "singer\n"},
	/* ... and a nation, if it is clear who that is. */
	{"Luca Marsh came on Monday.\n\nThe Serbian said the bridge was safe.", "Luca Marsh\n"},
	{"Luca Marsh came on Monday.\n\nThe 33-year-old Italian said: “It is safe.”",
	 "Luca Marsh\n"},
	{"A boat brought Tom Cole and Luca Marsh on Monday.\n\nThe Italian said: “It is safe.”",
	 "Italian\n"},
	{"Luca Marsh came on Monday.\n\nThe Italian ferry firm said: “It is safe.”",
	 "Italian ferry firm\n"},
	{"Ann Bell and her son Tom came. The mother-of-two said the bridge was safe.",
	 "Ann Bell\n"},
	{"Ann Bell came on Monday. The grandmother-of-seven said the bridge was safe.",
	 "Ann Bell\n"},
	{"Tom Cole, 34, came. “The bridge is safe,” the 34-year-old said.", "Tom Cole\n"},
	/* A capital that only the start of a sentence gives. */
	{"Experts said the bridge was safe. Republicans said it was not.",
	 "experts\nRepublicans\n"},
	/* Pronouns. */
	{"Ann Bell came to Selby. She said the bridge was safe.", "Ann Bell\n"},
	{"“It is safe,” they said.", "-\n"},
	{"A council spokesman said: “The bridge is safe.”\n\nThey said the road was not.",
	 "council spokesman\ncouncil spokesman\n"},
	{"A report on the council was published in May. It said: “The bridge is not safe.”",
	 "report\n"},
	{"Tom Cole, who built the bridge, and Ann Bell came. A sign saying it was safe was put up.",
	 "sign\n"},
	/* Relative clauses. */
	{"“The bridge is safe,” said Ann Bell, who added that the road was not.",
	 "Ann Bell\nAnn Bell\n"},
	{"It comes a week after a review of the floods in Selby over the past ten years was "
	 "published, which found that the walls were weak.",
	 "review of the floods\n"},
	{"The wall is the work of Ann Bell, which shows that it is safe.", "-\n"},
	/* A noun tells of what was said. */
	{"“A wide and grave failure” - that's from Selby Watch today, who looked at the wall.",
	 "Selby Watch\n"},
	{"The wall is safe at last. That is the verdict of Ann Bell.", "Ann Bell\n"},
	{"“A wide and grave failure.”\n\nThis was the finding by Selby Watch in May.",
	 "Selby Watch\n"},
	{"Among the warnings in a study on the harbour, which looked at walls, were that Selby "
	 "Council badly needed to “mend the wall”.",
	 "study\n"},
	{"The view of Ann Bell is that the wall is safe.", "Ann Bell\n"},
	{"Ann Bell's claim was that the wall was safe.", "Ann Bell\n"},
	/* What it is about is not what was said. */
	{"Referring to the mill's owners, the report says: “They did not care.”", "report\n"},
	/* The subject ends where its own verb begins, and begins behind "after". */
	{"A survey of the walls published in May said they were weak.", "survey of the walls\n"},
	{"The council came to the wall after Ann Bell claimed that it was weak.", "Ann Bell\n"},
	/* Words for people whom nothing names. */
	{"“It is weak,” said Ann Bell. Another said: “It will hold.”", "Ann Bell\n-\n"},
	/* Whose it was: the nearest in its sentence, by name or by another pronoun; else as for any other. */
	{"Ann Bell met Joan Hale. Mrs Hale repeated her claim that the bridge was safe.",
	 "Joan Hale\n"},
	{"Ann Bell met Tom Reed. In May he dropped his demand for a new bridge.", "Tom Reed\n"},
	{"Tom Reed won. The leader of the club dropped his demand for a new bridge.", "Tom Reed\n"},
	{"Selby Council met. The drivers heard its promise to mend the bridge.", "Selby Council\n"},
	{"The drivers met. Selby Council heard their demand for a new bridge.", "Selby Council\n"},
	{"We heard my promise to mend the bridge.", "-\n"},
	/* A participle's subject is the one who has a verb; a relative clause holds others than the speaker. */
	{"Speaking to Tom Reed, Jane Moore and Ida Hale, Ann Bell said: “It is safe.”",
	 "Ann Bell\n"},
	{"At the time: Last week, Ann Bell wrote a letter, saying: “It is safe.”", "Ann Bell\n"},
	{"Ann Bell, who has daughter Ida, 23, and son Tom with her husband, 48, said: “It is "
	 "safe.”",
	 "Ann Bell\n"},
	{"Ann Bell, whose latest firm, Paradine, builds bridges, said: “It is safe.”",
	 "Ann Bell\n"},
	{"Mr Hale, who heard her, was late, and Ann Bell, 48, said: “It is safe.”", "Ann Bell\n"},
	/* Nobody is named. */
	{"“The bridge is safe at last.”", "-\n"},
};

/* ---- Code ---- */

static void describe(const char *text, char *out, size_t room)
{
	brad_article *article = article_of(document_of(text));
	const brad_quote *quotes;
	size_t n = brad_article_quotes(article, &quotes), used = 0;
	out[0] = '\0';
	for (size_t i = 0; i < n; i++) {
		ck_assert(quotes[i].confidence >= 0 && quotes[i].confidence <= 1);
		if (!quotes[i].speaker_count)
			used += (size_t)snprintf(out + used, room - used, "-");
		for (size_t k = 0; k < quotes[i].speaker_count; k++)
			used += (size_t)snprintf(out + used, room - used, "%s%s", k ? " + " : "",
						 quotes[i].speakers[k].name);
		used += (size_t)snprintf(out + used, room - used, "\n");
	}
	brad_article_free(article);
}

START_TEST(test_speakers)
{
	char found[1024];
	describe(cases[_i].text, found, sizeof found);
	ck_assert_msg(strcmp(found, cases[_i].expected) == 0, "%s\nexpected:\n%sfound:\n%s",
		      cases[_i].text, cases[_i].expected, found);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("speaker");
	TCase *tests = tcase_create("speaker");
	tcase_add_loop_test(tests, test_speakers, 0, CASES(cases));
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
