/* Where what was said begins and ends, and the narrator goes on: each case is a text and the quotations in it. */
#include "suite.h"

/* ---- Cases ---- */

/* Quotations as "[piece / piece]". */
struct end_case {
	const char *text, *expected;
};

/* S criticised C, vowed to C: the object ends where the narrator goes on. */
static const struct end_case objects[] = {
	/* What belongs to a list, and what is a clause of its own. */
	{"Ann Bell criticised the mayor, the bank, and the owner of the mill.",
	 "[the mayor, the bank, and the owner of the mill]"},
	{"Ann Bell criticised the mayor, and the council has agreed.", "[the mayor]"},
	{"Ann Bell praised the choir, the town has no other.", "[the choir]"},
	/* A second verb is joined to that of the speaker, or to one of the object. */
	{"Ann Bell criticised the mayor and praised the choir.", "[the mayor][the choir]"},
	{"Ann Bell criticised the mayor and walked out.", "[the mayor]"},
	{"Ann Bell criticised the men who climbed the tower and painted it.",
	 "[the men who climbed the tower and painted it]"},
	/* On what occasion it was said, and what is part of the object. */
	{"Ann Bell criticised the mayor in a recent interview.", "[the mayor]"},
	{"Ann Bell criticised the mayor during a rally in Leeds.", "[the mayor]"},
	{"Ann Bell criticised the people in the meeting.", "[the people in the meeting]"},
	{"Ann Bell criticised the mayor on Monday.", "[the mayor]"},
	{"Ann Bell criticised the mayor Monday night, and left.", "[the mayor]"},
	{"Ann Bell criticised the closing on Monday of the baths.",
	 "[the closing on Monday of the baths]"},
	{"Ann Bell vowed to appear on the programme in an interview.",
	 "[to appear on the programme in an interview]"},
	/* Why and when. */
	{"Ann Bell criticised the mayor because he had sold the mill.",
	 "[the mayor because he had sold the mill]"},
	{"Ann Bell criticised the mayor after the bridge had closed.", "[the mayor]"},
	{"Ann Bell criticised the mayor for closing the baths while raising the rent.",
	 "[the mayor for closing the baths while raising the rent]"},
	{"Ann Bell criticised the mayor while the choir sang.", "[the mayor]"},
	/* A preposition is no participle. */
	{"Ann Bell described the choir - including the mayor - during the flood.",
	 "[the choir - including the mayor - during the flood]"},
	{"Ann Bell criticised the mayor, following the flood.", "[the mayor]"},
	/* By what else was said. */
	{"Ann Bell criticised the mayor by calling him a liar.", "[the mayor][him a liar]"},
	{"Ann Bell criticised the theft by staff of the bank.", "[the theft by staff of the bank]"},
};

/* S said C, and behind a comma the narrator goes on. */
static const struct end_case clauses[] = {
	/* The tense is not set back, as that of what was said is. */
	{"Ann Bell said the bridge was safe, which is what the engineers think.",
	 "[the bridge was safe, which is what the engineers think]"},
	{"Ann Bell said the bridge was safe, which was what the engineers thought.",
	 "[the bridge was safe, which was what the engineers thought]"},
	{"Ann Bell said the bridge would be safe, but the engineers have not been there.",
	 "[the bridge would be safe]"},
	{"Ann Bell says the bridge is safe, but the engineers have not been there.",
	 "[the bridge is safe, but the engineers have not been there]"},
	{"Ann Bell said the bridge was old, and that it has a crack.",
	 "[the bridge was old, and that it has a crack]"},
	/* The verb goes with the speaker. */
	{"Ann Bell said the bridge was safe, but did not stay.", "[the bridge was safe]"},
	{"Ann Bell said the bridge was safe, but would close in May.",
	 "[the bridge was safe, but would close in May]"},
	{"Ann Bell said she would keep the bridge, which she called a treasure.",
	 "[she would keep the bridge][a treasure]"},
	/* Words that report no more. */
	{"Ann Bell said the bridge was safe, prompting laughter from the benches.",
	 "[the bridge was safe]"},
	{"Ann Bell said the bridge was safe, leaving no room for doubt.",
	 "[the bridge was safe, leaving no room for doubt]"},
	{"Ann Bell said the bridge was safe, though few in the hall trusted it.",
	 "[the bridge was safe]"},
	{"Ann Bell said the bridge was safe, while admitting that it was old.",
	 "[the bridge was safe][that it was old]"},
	/* What was said is summed up, or answered. */
	{"Ann Bell said she would close the bridge, a step that the town has long feared.",
	 "[she would close the bridge]"},
	{"Ann Bell said she would close the bridge, the first time it was spoken of.",
	 "[she would close the bridge]"},
	{"Ann Bell said she would close the bridge, a wooden one that was old.",
	 "[she would close the bridge, a wooden one that was old]"},
	{"Ann Bell said the bridge was safe, to which the mayor replied: “Prove it.”",
	 "[the bridge was safe][Prove it.]"},
	{"Ann Bell said the bridge, to which the road led, was safe.",
	 "[the bridge, to which the road led, was safe]"},
	/* Somebody else tells something else. */
	{"Ann Bell said the bridge was safe, whereas Bob Cole denied it.",
	 "[the bridge was safe][it]"},
	{"Ann Bell said the bridge was safe, even as engineers from Leeds and Hull denied it.",
	 "[the bridge was safe][it]"},
	{"Ann Bell told the mayor the bridge was safe but warned him of the ice.",
	 "[the bridge was safe][the ice]"},
};

/* What stands before it is not said. */
static const struct end_case starts[] = {
	{"Ann Bell voiced some doubt that the bridge was safe.", "[that the bridge was safe]"},
	{"Ann Bell expressed some regret over the closing of the bridge.",
	 "[the closing of the bridge]"},
	{"Ann Bell dismissed some doubt.", "[some doubt]"},
	{"The mayor was not amused - “The bridge is safe,” Ann Bell said.",
	 "[The bridge is safe,]"},
	{"The bridge - “a treasure” - is safe, Ann Bell said.",
	 "[The bridge - “a treasure” - is safe]"},
};

/* A clause behind a verb that also takes objects is a clause, however far its "that" is. */
static const struct end_case clauses_of_objects[] = {
	{"Ann Bell announced on Monday that the bridge was closed, which had been feared.",
	 "[that the bridge was closed, which had been feared]"},
	{"Ann Bell announced that the bridge was closed, after the flood.",
	 "[that the bridge was closed, after the flood]"},
	{"Ann Bell announced the closing of the bridge, which had been feared.",
	 "[the closing of the bridge]"},
	{"Ann Bell admitted in court she saw a boy that she knew.",
	 "[she saw a boy that she knew]"},
	/* Another verb of the same speaker. */
	{"Ann Bell is telling the choir that it sang well and says it will sing again.",
	 "[that it sang well][it will sing again]"},
	{"Ann Bell did say that the choir sang well and praised its hall.",
	 "[that the choir sang well][its hall]"},
	{"Ann Bell says that the choir sang well and promised to sing again.",
	 "[that the choir sang well and promised to sing again]"},
	{"Ann Bell insisted the bridge was safe, but others say it was not.",
	 "[the bridge was safe][it was not]"},
	{"Ann Bell said the bridge was safe, but she did not say why.",
	 "[the bridge was safe][why]"},
	{"Ann Bell said the bridge was safe, and the mayor would have the final say.",
	 "[the bridge was safe, and the mayor would have the final say]"},
	/* The main clause behind one that begins with "when", though it has two verbs. */
	{"When Ann Bell came and said it was late, the men laughed.", "[it was late]"},
	{"The choir waited until Ann Bell came and said it was late, the men laughed.",
	 "[it was late, the men laughed]"},
	{"But when Ann Bell was asked who would sing, the men laughed.", "[who would sing]"},
	/* More words in marks, but of another verb. */
	{"“It is late,” Ann Bell said, speaking in a hall, “and the men are gone.”",
	 "[It is late, / and the men are gone.]"},
	{"“It is late,” Ann Bell said, adding of the men, “They are gone.”",
	 "[It is late,][They are gone.]"},
	/* An introduction is part of what was said, where a comma stands behind "said", too. */
	{"In some years, Ann Bell said, the river runs dry.",
	 "[In some years / the river runs dry]"},
	{"In some years, Ann Bell said the river ran dry.", "[the river ran dry]"},
	{"As Ann Bell reported, even if it rained, they would open the gates.",
	 "[even if it rained, they would open the gates]"},
	{"As Ann Bell said it would rain, they opened the gates.", "[it would rain]"},
};

/* Marks that end in a comma end as a comma does. */
static const struct end_case marks[] = {
	{"Ann Bell said the bridge was “as safe as a house,” before walking across it.",
	 "[the bridge was “as safe as a house,]"},
	{"When Ann Bell said the bridge was “as safe as a house,” the engineers laughed.",
	 "[the bridge was “as safe as a house,]"},
	{"Ann Bell said the bridge was “as safe as a house,” but Bob Cole said it was old.",
	 "[the bridge was “as safe as a house,][it was old]"},
	{"Ann Bell said the bridge was “safe,” old and rather narrow.",
	 "[the bridge was “safe,” old and rather narrow]"},
};

/* ---- Code ---- */

static void write_quote(char *out, size_t room, const char *text, const brad_quote *quote)
{
	strcat(out, "[");
	add_pieces(out, room - 2, text, quote);
	strcat(out, "]");
}

static void run_case(const struct end_case *c)
{
	expect_quotes(c->text, c->expected, write_quote);
}

START_TEST(test_objects)
{
	run_case(&objects[_i]);
}
END_TEST

START_TEST(test_clauses)
{
	run_case(&clauses[_i]);
}
END_TEST

START_TEST(test_starts)
{
	run_case(&starts[_i]);
}
END_TEST

START_TEST(test_clauses_of_objects)
{
	run_case(&clauses_of_objects[_i]);
}
END_TEST

START_TEST(test_marks)
{
	run_case(&marks[_i]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("quote_end");
	TCase *tests = tcase_create("quote_end");
	tcase_add_loop_test(tests, test_objects, 0, CASES(objects));
	tcase_add_loop_test(tests, test_clauses, 0, CASES(clauses));
	tcase_add_loop_test(tests, test_starts, 0, CASES(starts));
	tcase_add_loop_test(tests, test_clauses_of_objects, 0, CASES(clauses_of_objects));
	tcase_add_loop_test(tests, test_marks, 0, CASES(marks));
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
