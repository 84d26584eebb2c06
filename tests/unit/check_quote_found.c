/* Is something said here, by whom, and what: each case is a text and the quotations in it. */
#include "suite.h"

/* ---- Cases ---- */

/* Quotations as "[speaker: piece / piece]"; "nobody" if none is named. */
struct found_case {
	const char *text, *expected;
};

/* What goes on behind the cue. */
static const struct found_case rests[] = {
	{"“The mill is old,” said Ann Bell. “I would not call it safe, but it stands” since 1850.",
	 "[Ann Bell: The mill is old, / I would not call it safe, but it stands” since 1850]"},
	/* A title at the head of a sentence is no more of it. */
	{"“The mill is old,” said Ann Bell. “Tide” is a play about it.",
	 "[Ann Bell: The mill is old,]"},
	{"Now, according to Ann Bell, the mill is open.", "[Ann Bell: Now / the mill is open]"},
	{"At the heart of it, according to Ann Bell, a former spinner, was the price of wool.",
	 "[Ann Bell: At the heart of it / was the price of wool]"},
	{"The mill closed early, according to Ann Bell, a former spinner.",
	 "[Ann Bell: The mill closed early]"},
	{"Although it was late, she said, walking home would be hard.",
	 "[nobody: Although it was late / walking home would be hard]"},
};

/* The verb's subject stands far from it, or behind words that are set off. */
static const struct found_case subjects[] = {
	/* "a" with nothing behind it is nobody. */
	{"In the hall she sat, and said that nothing in the letter asked for a bus, a",
	 "[nobody: that nothing in the letter asked for a bus]"},
	{"Mill owner Ann Bell, for example, said the price of wool would fall.",
	 "[Ann Bell: the price of wool would fall]"},
	{"Ann Bell, author of “Morning,” said the mill was open.", "[Ann Bell: the mill was open]"},
	{"The mill is open, Ann Bell, for example, said.", "[Ann Bell: The mill is open]"},
	{"She left for Selby after Ann Bell announced it would be sold.",
	 "[Ann Bell: it would be sold]"},
	{"After Ann Bell suggested that the mill was cold, Bob Cole left.",
	 "[Ann Bell: that the mill was cold]"},
	{"The spinners here said they were cold.", "[spinners: they were cold]"},
	/* Though the phrase cannot be read, it was said. */
	{"In her fright Ms Bell said it was cold.", "[nobody: it was cold]"},
	{"Spinner Bob Cole, 37 admitted that the mill was cold.",
	 "[Bob Cole: that the mill was cold]"},
	/* Marks that hold a name, and no sentence, end the subject. */
	{"Spinners who have slept at “The Mill” say it is cold.", "[spinners: it is cold]"},
};

/* As S puts it. */
static const struct found_case as_told[] = {
	{"As spinner Ann Bell puts it, “the mill is old.”", "[Ann Bell: the mill is old.]"},
	{"As spinner Ann Bell had written just two years earlier, “the mill is old.”",
	 "[Ann Bell: the mill is old.]"},
	{"As the Gazette noted in an op-ed on Thursday, the mill has few friends.",
	 "[Gazette: the mill has few friends]"},
	{"The mill has opened its doors to all, Ann Bell reports.",
	 "[Ann Bell: The mill has opened its doors to all]"},
	{"The mill is old, analysts say; it needs a new roof.", "[analysts: The mill is old]"},
	{"The mill was closed on Monday, current and former spinners said.",
	 "[former spinners: The mill was closed on Monday]"},
};

/* Who tells of what others said. */
static const struct found_case outer[] = {
	{"When the mill closed after a long hard winter he told them to go, according to Ann Bell.",
	 "[Ann Bell: When the mill closed after a long hard winter he told them to go]"},
	{"Bob Cole said that the mill was old and cold, according to Ann Bell.",
	 "[Bob Cole: that the mill was old and cold]"},
	{"Bob Cole said the mill was old, the Selby Gazette reported.",
	 "[Bob Cole: the mill was old]"},
};

/* Who was asked to do what: the infinitive, whatever it holds. */
static const struct found_case asked[] = {
	{"Asked whether the mill was cold, Ann Bell shrugged.",
	 "[nobody: whether the mill was cold]"},
	{"“It is,” said Ann Bell when asked if the mill was cold.",
	 "[Ann Bell: It is,][nobody: if the mill was cold]"},
	/* What a question was about was not said. */
	{"Asked about the price of wool, Ann Bell shrugged.", ""},
	{"Asked by Bob Cole about the price of wool, Ann Bell shrugged.",
	 "[Bob Cole: the price of wool]"},
	{"Ann Bell urged spinners to avoid the mills that she used to praise.",
	 "[Ann Bell: spinners to avoid the mills that she used to praise]"},
	{"Ann Bell told the spinners that the mill was shut.",
	 "[Ann Bell: that the mill was shut]"},
};

/* What nobody is known to have said. */
static const struct found_case hearsay[] = {
	{"It is understood the mill was sold in May.", "[nobody: the mill was sold in May]"},
	{"The mill was sold in May, it has emerged.", "[nobody: The mill was sold in May]"},
	{"The mill was sold in May, it was claimed today as the row went on.",
	 "[nobody: The mill was sold in May]"},
	{"The mill, it is thought, has been sold.", "[nobody: The mill / has been sold]"},
	{"After it emerged that the mill was sold, the spinners left.",
	 "[nobody: that the mill was sold]"},
	{"It was revealed by Ann Bell that the mill was sold.",
	 "[Ann Bell: that the mill was sold]"},
	{"It is not believed the mill was sold.", ""},
	{"It was announced in May.", ""},
	{"Ann Bell was accused of selling the mill.", "[nobody: selling the mill]"},
	{"Ann Bell was widely criticised for the sale.", "[nobody: the sale]"},
	{"Ann Bell was praised in May.", ""},
	{"In May, it was announced.", ""},
};

/* What somebody talked about, however and with whomever. */
static const struct found_case about[] = {
	{"Ann Bell spoke openly about the fire at the mill.", "[Ann Bell: the fire at the mill]"},
	{"Ann Bell talked at length about the fire.", "[Ann Bell: the fire]"},
	{"Ann Bell spoke to the Selby Post about the fire.", "[Ann Bell: the fire]"},
	{"Ann Bell spoke briefly on Monday.", ""},
	{"Ann Bell added, that the fire was small.", "[Ann Bell: that the fire was small]"},
	{"Ann Bell took to social media to reveal that the mill was sold.",
	 "[Ann Bell: that the mill was sold]"},
	{"Ann Bell wanted to say that the mill was sold.", ""},
	{"Ann Bell wondered whether the mill was sold.", "[Ann Bell: whether the mill was sold]"},
	{"Ann Bell pleaded not guilty to theft.", "[Ann Bell: not guilty to theft]"},
	{"Ann Bell shared how the mill was saved.", "[Ann Bell: how the mill was saved]"},
	{"Ann Bell shared a picture that she found.", ""},
	{"Critics charge that the mill is cold.", "[critics: that the mill is cold]"},
};

/* Who says it in a headline is told by the verb's form, too. */
static const struct found_case headlines[] = {
	{"Better Call Bob Cole", ""},
	{"The Mill Show, Leeds Gazette", ""},
	{"Ann Bell And Bob Cole Reject Plans For Mill", "[Ann Bell: Plans For Mill]"},
	{"Spinners Reject Plans For Mill", "[spinners: Plans For Mill]"},
};

/* Words that are nouns here. */
static const struct found_case nouns[] = {
	{"Ann Bell heard rumours that the mill would close.", ""},
	{"Ann Bell marched in the street protests held in May.", ""},
	{"The town has 50 fashion shows that last a week.", ""},
};

/* ---- Code ---- */

static void write_quote(char *out, size_t room, const char *text, const brad_quote *quote)
{
	const char *name = quote->speaker_count ? quote->speakers[0].name : "nobody";
	size_t used = strlen(out);
	snprintf(out + used, room - used, "[%s: ", name);
	add_pieces(out, room - 2, text, quote);
	strcat(out, "]");
}

static void run_case(const struct found_case *c)
{
	expect_quotes(c->text, c->expected, write_quote);
}

START_TEST(test_rests)
{
	run_case(&rests[_i]);
}
END_TEST

START_TEST(test_subjects)
{
	run_case(&subjects[_i]);
}
END_TEST

START_TEST(test_as_told)
{
	run_case(&as_told[_i]);
}
END_TEST

START_TEST(test_outer)
{
	run_case(&outer[_i]);
}
END_TEST

START_TEST(test_hearsay)
{
	run_case(&hearsay[_i]);
}
END_TEST

START_TEST(test_about)
{
	run_case(&about[_i]);
}
END_TEST

START_TEST(test_asked)
{
	run_case(&asked[_i]);
}
END_TEST

START_TEST(test_headlines)
{
	run_case(&headlines[_i]);
}
END_TEST

START_TEST(test_nouns)
{
	run_case(&nouns[_i]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("quote_found");
	TCase *tests = tcase_create("quote_found");
	tcase_add_loop_test(tests, test_rests, 0, CASES(rests));
	tcase_add_loop_test(tests, test_subjects, 0, CASES(subjects));
	tcase_add_loop_test(tests, test_as_told, 0, CASES(as_told));
	tcase_add_loop_test(tests, test_outer, 0, CASES(outer));
	tcase_add_loop_test(tests, test_asked, 0, CASES(asked));
	tcase_add_loop_test(tests, test_hearsay, 0, CASES(hearsay));
	tcase_add_loop_test(tests, test_about, 0, CASES(about));
	tcase_add_loop_test(tests, test_headlines, 0, CASES(headlines));
	tcase_add_loop_test(tests, test_nouns, 0, CASES(nouns));
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
