/* Paragraphs: which lines make one, what part each plays, and what interrupts a quotation. */
#include "suite.h"

#include "analysis/article.h"

/* ---- Cases ---- */

#define PROSE "The council agreed on Tuesday to mend the old bridge at once."
#define MORE "Work on it is to begin in the spring and to end by June."

/* The roles of the paragraphs in order: t title, b body, f furniture; capital
 * if it interrupts a quotation. */
static const struct {
	const char *rule, *roles, *title, *text;
} cases[] = {
	{"prose alone", "b", NULL, PROSE},
	{"one line without a stop", "b", NULL, "Bridge to be mended"},
	{"prose in capitals", "bb", NULL,
	 "A BRIDGE that fell in two last year will be mended.\n" MORE},
	{"all of it in capitals", "bb", NULL,
	 "THE COUNCIL AGREED TO MEND THE OLD BRIDGE AT ONCE.\nTHE WORK IS TO BEGIN IN THE SPRING, "
	 "IT SAID."},
	{"headline", "tb", "Bridge to be mended", "Bridge to be mended\n\n" PROSE},
	{"headline, no blank line", "tbb", "Bridge to be mended",
	 "Bridge to be mended\n" PROSE "\n" MORE},
	{"headline that asks", "tb", "Who will mend it?", "Who will mend it?\n\n" PROSE},
	{"headline after furniture", "ffftb", "Bridge to be mended",
	 "- Advertisement -\n11.2 C\nMonday, March 7, 2022\n\nBridge to be mended\n\n" PROSE},
	{"section name before it", "ftb", "Bridge to be mended",
	 "Travel\nBridge to be mended\n" PROSE},
	{"head of a page", "tbfffbb", "Bridge to be mended",
	 "Bridge to be mended\n\nIt comes after two years of delay and dispute.\n\nTarn "
	 "Council\nAuthor: Jo ReedPublished 7th Mar 2022\nLast updated 8th Mar 2022\n\n" PROSE
	 "\n\n" MORE},
	{"labels before it", "bbtb", "Old Tarn bridge to be mended",
	 "Tarn and district\nJobs and homes here\nOld Tarn bridge to be mended\n" PROSE},
	{"byline", "fb", NULL, "By Jo Reed, Transport Correspondent\n" PROSE},
	{"by is no byline", "bb", NULL, "By Monday the bridge had been shut for a week.\n" PROSE},
	{"published is no line of its own", "bb", NULL,
	 "Published in 2019, the plan was never put before the council.\n" PROSE},
	{"day", "fb", NULL, "7 March 2022, 10:30am\n" PROSE},
	{"day in numbers", "fb", NULL, "17:18 25/09/2019\n" PROSE},
	{"row of a table", "bb", NULL, PROSE "\n1.1 - 1.3"},
	{"day of a change", "bf", NULL, PROSE "\nUpdated Monday, 7th March 2022, 10:31 am"},
	{"byline with an address", "fb", NULL, "By: Jo Reed jreed@tarn.example\n" PROSE},
	{"marks", "bf", NULL, PROSE "\n|"},
	{"bullet before a label", "fb", NULL, "  • Published\n" PROSE},
	{"picture and who took it", "bfb", NULL,
	 PROSE "\n\nThe bridge in May. Picture: Al Wall. - Credit: Tarn Photos\n\n" MORE},
	{"picture credited in brackets", "bfb", NULL,
	 PROSE "\n\nThe bridge in May. (Image: Al Wall)\n\n" MORE},
	{"credit that is none", "bb", NULL,
	 PROSE "\nIt got the picture: the bridge was to stay shut until June."},
	{"picture and its number", "bfb", NULL,
	 PROSE "\n\nWork at the bridge is under way (4230625)\n\n" MORE},
	{"what is told of a picture, twice", "bffb", NULL,
	 PROSE "\n\nMen at work below the old bridge\nMen at work below the old bridge\n\n" MORE},
	{"twice, and credited", "bffb", NULL,
	 PROSE "\n\nMen were at work below the bridge.\n\nMen were at work below the bridge. - "
	       "Credit: Al Wall\n\n" MORE},
	{"twice in one line", "bfb", NULL, PROSE "\nThe bridge at Tarn.The bridge at Tarn.\n" MORE},
	{"prose twice stays once", "fbb", NULL, PROSE "\n\n" PROSE "\n\n" MORE},
	{"prose over and over stays", "bbbb", NULL, PROSE "\n" PROSE "\n" PROSE "\n" MORE},
	{"inbox", "bf", NULL, PROSE "\nOur latest headlines, sent to your inbox daily."},
	{"in a voice of its own", "bb", NULL,
	 PROSE "\nThe latest news reached Twitter, then our stories on Facebook, then the Tarn "
	       "newsletter."},
	{"menu", "fb", NULL, "News Tarn Rovers What's on Jobs Subscribe\n" PROSE},
	{"asks for comments", "bfb", NULL,
	 PROSE "\nShould the bridge reopen? Tell us in the comments below.\n" MORE},
	{"label that is a sentence", "bf", NULL, PROSE "\nSubscribe now for all we write."},
	{"heading in marks", "btb", NULL, PROSE "\n\n'Long overdue'\n\n" MORE},
	{"no headline ends with a stop", "bbb", NULL,
	 "All our news in one place.\n" PROSE "\n" MORE},
	{"plug", "bf", NULL,
	 PROSE "\nFollow us on Facebook and Twitter for the latest news and sport."},
	{"advice is no plug", "bb", NULL, PROSE "\nDownload the app before the bridge shuts."},
	{"support is no plug", "bb", NULL,
	 PROSE "\nSupport for the ferry stays with the latest stories and updates."},
	{"links", "bfff", NULL,
	 PROSE "\nLatest News\nCrash on the ring road\nThe weather this week"},
	{"comments", "bbbbffff", NULL,
	 PROSE "\n" MORE "\n" PROSE "\n" MORE
	       "\nComments: Our rules\nWe want our readers to be kind to one another "
	       "here.\nPlease tell us of any that are not.\nReport this comment Cancel"},
	{"related headline", "bfb", NULL,
	 PROSE "\n\nTarn Council leader quits over bridge delays\n\n" MORE},
	{"section heading", "btb", NULL, PROSE "\n\nTwo years late\n\n" MORE},
	{"caption that is a clause", "bbb", NULL,
	 PROSE "\n\nThe bridge was built by prisoners in 1802\n\n" MORE},
	{"caption with a verb", "bbb", NULL,
	 PROSE "\n\nDrivers are already looking for other ways home\n\n" MORE},
	{"headline with a clause", "bfb", NULL,
	 PROSE "\n\nTarn bridge boss says he is leaving Borrowdale\n\n" MORE},
	{"long line without a stop", "bbb", NULL,
	 PROSE "\n\nDrivers face diversions of up to ten miles through narrow lanes and villages "
	       "until work ends next June\n\n" MORE},
	{"list", "bbbb", NULL,
	 PROSE "\nFour bridges need work:\n • Mill Bridge, built in 1802\n • Tarn Bridge, built "
	       "in 1911"},
	{"list without bullets", "bbbb", NULL,
	 "Four bridges need work:\nMill Bridge north arch\nTarn Bridge south arch\n" MORE},
	{"a writer without stops", "bbb", NULL,
	 "council agreed to mend bridge at once on tuesday.\nwork begins in spring\nends by june"},

	{"headline in a quotation", "bFb", NULL,
	 "Mr Reed said: “The bridge is safe and it will open.\n\nTarn Council leader quits over "
	 "bridge delays\n\n“We will see to that.”"},
	{"headline after a quotation", "bfb", NULL,
	 "Mr Reed said: “The bridge is safe and it will open.”\n\nTarn Council leader quits over "
	 "bridge delays\n\n“We will see to that,” he said."},
	{"pull quote", "bBbb", NULL,
	 "Mr Reed said: “The bridge is safe and it will open.\n\nMrs Ames said the bridge “must "
	 "be mended”.\n\n“We will see to that.\n\n“We promise.”"},
	{"another speaker", "bbb", NULL,
	 "Mr Reed said: \"The bridge is safe and it will open.\n\nMrs Ames replied:\n\n\"We will "
	 "see to that.\""},
	{"straight marks", "bFb", NULL,
	 "Mr Reed said: \"The bridge is safe and it will open.\n\n- Advertisement -\n\n\"We will "
	 "see to that.\""},

	{"single marks", "bFbb", NULL,
	 "Mr Reed said: 'The drivers' bridge is safe.\n\nTarn Council leader quits over bridge "
	 "delays\n\n'It will open.'\n\n" MORE},
	{"single marks that close", "bfb", NULL,
	 "Mr Reed said: 'The bridge is safe.'\n\nTarn Council leader quits over bridge "
	 "delays\n\n'It will open,' he said."},

	{"single marks inside double ones", "bFb", NULL,
	 "Mr Reed said: “They told us ‘no,’ but it is safe.\n\n- Advertisement -\n\n“It will "
	 "open.”"},
	{"wrapped lines", "b", NULL,
	 "The council agreed on Tuesday to mend the old bridge\nat once. Work on it is to begin in "
	 "the spring, Mrs\nAmes told the meeting, and it should come to an end\nby June."},
	{"a line goes on", "bb", NULL,
	 "The council agreed on Tuesday to mend the old bridge that fell last year, and\nwill pay "
	 "for it by selling the mill.\n" MORE},
	{"short lines", "bbb", NULL, "milk\neggs\nflour"},
};

static const struct {
	const char *rule, *given, *roles, *text;
} titled[] = {
	{"repeated", "Bridge to be mended", "tb", "Bridge to be mended\n" PROSE},
	{"with the site's name", "Bridge to be mended - Tarn Echo", "tb",
	 "Bridge to be mended\n" PROSE},
	{"other marks, repeated", "The bridge’s slow end", "tb", "The bridge's slow end\n" PROSE},
	{"not in the text", "Bridge to be mended", "bb", "The bridge was built in 1802\n" PROSE},
};

/* ---- Code ---- */

static void check_roles(const struct bs_article *a, const char *rule, const char *want)
{
	char got[64];
	size_t n = a->paragraph_count;
	ck_assert_uint_lt(n, sizeof got);
	for (size_t i = 0; i < n; i++)
		got[i] = (a->paragraphs[i].interrupts ? "TBF" : "tbf")[a->paragraphs[i].role];
	got[n] = '\0';
	ck_assert_msg(strcmp(got, want) == 0, "%s: want %s, got %s", rule, want, got);
	for (size_t i = 0; i < a->sentence_count; i++)
		ck_assert_int_eq(a->sentences[i].role,
				 a->paragraphs[a->sentence_tokens[i].paragraph].role);
}

static brad_article *parse(const char *title, const char *text)
{
	brad_document document = document_of(text);
	document.title = title;
	return article_of(document);
}

START_TEST(test_roles)
{
	brad_article *article = parse(NULL, cases[_i].text);
	check_roles(&article->a, cases[_i].rule, cases[_i].roles);
	ck_assert_pstr_eq(brad_article_title(article), cases[_i].title);
	brad_article_free(article);
}
END_TEST

START_TEST(test_titled)
{
	brad_article *article = parse(titled[_i].given, titled[_i].text);
	check_roles(&article->a, titled[_i].rule, titled[_i].roles);
	ck_assert_str_eq(brad_article_title(article), titled[_i].given);
	brad_article_free(article);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("paragraph");
	TCase *tests = tcase_create("paragraph");
	tcase_add_loop_test(tests, test_roles, 0, CASES(cases));
	tcase_add_loop_test(tests, test_titled, 0, CASES(titled));
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
