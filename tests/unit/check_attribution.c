/* Which words are whose: each case is a text and its quotations, with who said them. */
#include "suite.h"

/* ---- Cases ---- */

/* Quotations as "d Ann Bell: piece / piece", one a line; d direct, m mixed, i indirect, "-" for
 * nobody who can be named. */
struct said_case {
	const char *text, *expected;
};

/* What marks hold that end in a comma was said by whoever follows. */
static const struct said_case tags[] = {
	{"“The bridge is no longer safe,” Ann Bell snarled.",
	 "d Ann Bell: The bridge is no longer safe,\n"},
	{"“The bridge is safe,” Ann Bell, wearing a hat and a “Save Selby” badge, said as it "
	 "rained.",
	 "d Ann Bell: The bridge is safe,\n"},
	{"“The bridge is no longer safe,” a voice over says as a lorry is shown.",
	 "d voice: The bridge is no longer safe,\n"},
	{"“The bridge is safe,” the engineer told “Selby Tonight” after she was asked about it.",
	 "d engineer: The bridge is safe,\n"},
	{"Ann Bell came. “The bridge is safe,” Bell said in a speech that night.",
	 "d Ann Bell: The bridge is safe,\n"},
	{"“Is the bridge safe? It is a disgrace!” the engineer, Ann Bell, tweeted on Sunday.",
	 "d Ann Bell: Is the bridge safe? It is a disgrace!\n"},
	/* The title of a film, and a sentence of the narrator's behind marks. */
	{"“The Bridge,” a film about Selby, lasted two hours.", ""},
	{"“What a bridge it is!” They left.", "d -: What a bridge it is!\n"},
	/* Another cue begins another quotation. */
	{"“The bridge is safe,” Ann Bell said, adding, “Nobody asked. I built it.”",
	 "d Ann Bell: The bridge is safe,\nd Ann Bell: Nobody asked. I built it.\n"},
	/* The narrator's words before a colon. */
	{"Then came the surprise of the day: “The bridge is safe,” said Ann Bell.",
	 "d Ann Bell: The bridge is safe,\n"},
	{"Ann Bell defends her work in a film shown in Selby: “The bridge is safe,” she says.",
	 "i Ann Bell: her work in a film shown in Selby\nd Ann Bell: The bridge is safe,\n"},
};

static const struct said_case subjects[] = {
	/* Whom readers may ring. */
	{"Witnesses can contact the force on 101, quoting crime reference number 12345.", ""},
	{"Anyone with information is asked to ring 101, quoting log 570 of 9 June.", ""},
	{"Anyone who saw the fall should call 0161 555 0270, quoting incident 411.", ""},
	{"Ann Bell asked drivers to ring 101.", "i Ann Bell: drivers to ring 101\n"},
	/* A semicolon where a colon belongs. */
	{"Ann Bell said; “The bridge is safe.”", "d Ann Bell: The bridge is safe.\n"},
	/* When and how it was said is no speaker. */
	{"Hours later, telling the Gazette: “The bridge is safe.”", "d -: The bridge is safe.\n"},
	{"Publicly, Ann Bell says the bridge is safe.", "i Ann Bell: the bridge is safe\n"},
	{"Two years after Ann Bell said the bridge was safe, it fell.",
	 "i Ann Bell: the bridge was safe\n"},
	{"Weeks later Ann Bell came to Selby. Days later she quietly rose and said: “It is safe.”",
	 "d Ann Bell: It is safe.\n"},
	{"In a letter about Bob Cole, Ann Bell's office said the bridge was safe.",
	 "i Ann Bell's office: the bridge was safe\n"},
	{"The council met in Selby on Monday, with Ann Bell saying the bridge was safe.",
	 "i Ann Bell: the bridge was safe\n"},
	/* A clause with a verb of its own ends in front of "and"; behind a comma it tells of the subject. */
	{"The money goes towards the hall and director Ann Bell said it may close.",
	 "i Ann Bell: it may close\n"},
	{"The mill, which makes rope and twine, said it may close.", "i mill: it may close\n"},
	/* "With" gives a participle its own subject; "spoke with" gives it none. */
	{"The bridge split the town, with the parish council calling it a “mistake”.",
	 "m parish council: it a “mistake\n"},
	{"Ann Bell's bridge drew crowds, with many saying it was too narrow.",
	 "i -: it was too narrow\n"},
	{"Ann Bell met some drivers with one of them asking if it was safe.",
	 "i -: if it was safe\n"},
	{"Ann Bell met with the press in Selby, saying it was safe.", "i Ann Bell: it was safe\n"},
	/* What is told of a person between commas is not who speaks. */
	{"Ann Bell, who has a dog, 2, and son Bob Cole with her aunt, 43, said it was safe.",
	 "i Ann Bell: it was safe\n"},
	{"Ann Bell, of the School of Roads and Bridges, University of Selby, said it was safe.",
	 "i Ann Bell: it was safe\n"},
	{"Speaking in a room with Bob Cole, Eve Dunn and others, Ann Bell said: “It is safe.”",
	 "d Ann Bell: It is safe.\n"},
	/* The label of a caption is nobody. */
	{"Proud day: Ann Bell came to Selby, saying the bridge was safe.",
	 "i Ann Bell: the bridge was safe\n"},
	{"Speaking out: Ann Bell said the bridge was safe.", "i Ann Bell: the bridge was safe\n"},
	/* A term in marks is a part of the subject. */
	{"A poster for 'Road Day' said the bridge was 'fit for lorries'.",
	 "m poster: the bridge was 'fit for lorries\n"},
	{"The driver, who was 'lost for words', said she later left.",
	 "i driver: she later left\n"},
	{"A newly released letter shows that the bridge was safe.",
	 "i letter: that the bridge was safe\n"},
	/* "Told her sister", though "told her". */
	{"Ann Bell told her fans: 'The bridge is safe.'", "d Ann Bell: The bridge is safe.\n"},
	{"Ann Bell told her sister she was safe.", "i Ann Bell: she was safe\n"},
	/* A participle before its subject ends where marks do. */
	{"Recalling “the long war over it,” the report urged drivers to “slow down.”",
	 "d report: the long war over it,\nm report: drivers to “slow down.\n"},
	{"Drivers who refused to leave said the bridge was safe.",
	 "i drivers: the bridge was safe\n"},
	{"Ann Bell was quick to add that the bridge was safe.",
	 "i Ann Bell: that the bridge was safe\n"},
	/* Another verb than the same word alone. */
	{"Drivers showed up to see the bridge.", ""},
	{"Ann Bell continued that the bridge was safe.", "i Ann Bell: that the bridge was safe\n"},
};

/* Who said the words before says these, too; who only tells of another says none of it. */
static const struct said_case carried[] = {
	/* Never closed, but somebody else has begun. */
	{"A driver said: “We cannot get home.\n\n“It is a disgrace.\n\nAnn Bell said: “The bridge "
	 "is shut.\n\n“It will be mended.”",
	 "d driver: We cannot get home. / It is a disgrace.\n"
	 "d Ann Bell: The bridge is shut. / It will be mended.\n"},
	{"Ann Bell said the bridge was safe.\n\n“It will hold.”\n\nIt fell.",
	 "m Ann Bell: the bridge was safe / It will hold.\n"},
	{"Ann Bell said the bridge was “safe”.\n\n“It will hold.”\n\nIt fell.",
	 "m Ann Bell: the bridge was “safe / It will hold.\n"},
	{"Ann Bell said the bridge was safe. It was shut.\n\n“It will hold.”",
	 "i Ann Bell: the bridge was safe\nd -: It will hold.\n"},
	{"Ann Bell, who says the bridge is safe\n\n“It will hold.”",
	 "i Ann Bell: the bridge is safe\nd -: It will hold.\n"},
	/* Over captions, which end in no stop, but not over what the narrator tells. */
	{"'The bridge is safe,' said Ann Bell.\n\nThe bridge in Selby, which was shut in May\n\n"
	 "Lorries on the 'very old' bridge, seen last week\n\n'It will hold for years.'\n\nIt "
	 "rained.",
	 "d Ann Bell: The bridge is safe, / It will hold for years.\n"},
	{"Ann Bell said: 'The bridge is safe.\n\nThe bridge in Selby, which was shut in May\n\n"
	 "Lorries on the 'very old' bridge, seen last week\n\n'It will hold for years.'\n\nIt "
	 "rained.",
	 "d Ann Bell: The bridge is safe. / It will hold for years.\n"},
	{"'The bridge is safe,' said Ann Bell.\n\nThe bridge in Selby was shut in May.\n\n"
	 "'It will hold for years.'",
	 "d Ann Bell: The bridge is safe,\nd -: It will hold for years.\n"},
	{"Ann Bell agreed. “It will hold for years.”", "d Ann Bell: It will hold for years.\n"},
	{"Ann Bell left. “It will hold for years.”", "d -: It will hold for years.\n"},
	{"Ann Bell had told drivers that the bridge was safe, the police added.",
	 "i Ann Bell: that the bridge was safe\n"},
	{"Ann Bell said that the bridge, the council reported, was safe.",
	 "i Ann Bell: that the bridge, the council reported, was safe\n"},
	/* As S said, by a long name. */
	{"But as the weekly paper Selby News noted in May, the bridge is safe.",
	 "i Selby News: the bridge is safe\n"},
	/* A letter is no words, and one who is rung up no name. */
	{"Ann Bell wrote a book about the bridge.", ""},
	{"Ann Bell posted a picture of the bridge, which boasts two red lamps.", ""},
	{"Ann Bell added a new lamp to the bridge.", ""},
	{"Ann Bell shut the bridge, adding it was old.", "i Ann Bell: it was old\n"},
	{"Ann Bell posted a picture where she said the bridge was safe.",
	 "i Ann Bell: the bridge was safe\n"},
	{"Ann Bell wrote that the bridge was safe.", "i Ann Bell: that the bridge was safe\n"},
	{"On Monday, Ann Bell called Bob Cole.", ""},
	{"Ann Bell called Bob Cole a liar.", "i Ann Bell: Bob Cole a liar\n"},
};

/* An interview that is itself a quotation. */
static const struct said_case turns[] = {
	{"The radio had this:\n\n“BELL: The bridge is safe, and it is new.\n\n“COLE: Is it not too "
	 "old for lorries?\n\n“BELL: No, it is a bridge.\n\n“COLE: Thank you for that.”\n\nAnn "
	 "Bell and Bob Cole met in May.",
	 "d Ann Bell: The bridge is safe, and it is new.\nd Bob Cole: Is it not too old for "
	 "lorries?\nd Ann Bell: No, it is a bridge.\nd Bob Cole: Thank you for that.\n"},
};

/* ---- Code ---- */

static void write_quote(char *out, size_t room, const char *text, const brad_quote *quote)
{
	const char *name = quote->speaker_count ? quote->speakers[0].name : "-";
	size_t used = strlen(out);
	snprintf(out + used, room - used, "%c %s: ", "?dmi"[quote->said], name);
	add_pieces(out, room - 2, text, quote);
	strcat(out, "\n");
}

static void run_case(const struct said_case *c)
{
	expect_quotes(c->text, c->expected, write_quote);
}

START_TEST(test_tags)
{
	run_case(&tags[_i]);
}
END_TEST

START_TEST(test_subjects)
{
	run_case(&subjects[_i]);
}
END_TEST

START_TEST(test_carried)
{
	run_case(&carried[_i]);
}
END_TEST

START_TEST(test_turns)
{
	run_case(&turns[_i]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("attribution");
	TCase *tests = tcase_create("attribution");
	tcase_add_loop_test(tests, test_tags, 0, CASES(tags));
	tcase_add_loop_test(tests, test_subjects, 0, CASES(subjects));
	tcase_add_loop_test(tests, test_carried, 0, CASES(carried));
	tcase_add_loop_test(tests, test_turns, 0, CASES(turns));
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
