/* Sentences: where they end, and that they leave nothing out. */
#include "suite.h"

#include "analysis/article.h"

/* ---- Cases ---- */

/* A text with "|" where a sentence ends and another begins. */
static const struct {
	const char *rule, *text;
} cases[] = {
	{"one", "The mill has shut."},
	{"no stop", "The mill has shut"},
	{"two", "The mill has shut.| Nobody was told."},
	{"marks", "Has it shut?| It has!| Really?!| Yes."},

	{"titles", "On Monday Mr. Thwaite met Dr. Ames.| Cllr. Booth and Rev. Dr. Pell came too."},
	{"ranks", "We spoke to Det. Sgt. Alan Firth.| Det Ch Insp Mo Rafiq joined us."},
	{"title in small letters", "This is quite a gen.| The rest was known."},
	{"initials", "The book is by P. J. Marsden.| A. N. Hollis wrote the notes."},
	{"initial, then a sentence", "It was all down to you and I.| The others slept."},
	{"joined initials", "The poet K.L. Dunning lives here."},
	{"letters then a name", "The U.S. Marshal called.| The U.K. Treasury did not."},
	{"letters then a sentence", "She moved to the U.S.| How she got there is not known."},
	{"firms",
	 "He runs Tarn Inc. and Holt Ltd. Shipping.| It is run by Holt Ltd.| The port is not."},
	{"time then a name", "Doors open at 6 p.m.| Mr Ames speaks first."},
	{"time then a day", "Doors open at 6 p.m. Saturday at the hall."},
	{"time then a zone", "It fell at 6 p.m. Leeds time.| Nobody was hurt."},
	{"time then a bracket", "It fell at 6 p.m. (1800 GMT) on Friday."},
	{"name again", "He runs Tarn Rope Corp.| Tarn has shut.| He sued Holt Corp. Tarn."},
	{"not again", "St. Bees people from St. Bees met Ann Reed of the A. Reed Clinic."},
	{"club", "They beat Man. City, but he is from the Isle of Man.| City folk are not."},
	{"only a time", "At 6 p.m. Mr. Ames came in."},
	{"always goes on", "Bring a torch, e.g. Maglite, i.e. Not a candle."},
	{"versus", "The case of Pratt v. Holroyd goes on."},
	{"number one", "They met at No. 12 Mill Row.| She said no.| No.| That was all."},
	{"page", "Turn to p. 12 or pp. 14 and 15."},
	{"saints", "He is from St. Bees.| They met in Kirk St.| The rain fell."},
	{"months", "It closed on Jan. 9 and opened in Feb.| The roof leaked."},
	{"days", "Ask on Sat. Kirk Hall is open."},
	{"verbs that look like days", "The dogs sat.| Ann left.| They wed.| Bob did not."},
	{"unknown, without vowels", "Ask at Bldg. Forest for Flt. Hodge."},
	{"not an abbreviation", "The shop sells PCs.| Lamps come later."},
	{"possessive", "That is Tom Reed Jr.'s horse."},
	{"comma", "Tarn Inc., which makes rope, is up for sale."},

	{"decimals", "Prices rose 3.5% to £7.25.| 40 shops shut at 7.30pm."},
	{"units", "He is 6ft. 2in. tall."},
	{"measures", "It is 5 km.| Drivers know it.| It is 5 km. from here."},
	{"a name with a mark", "She sold it to E! News."},
	{"letters at the start", "The U.S. But how?"},
	{"addresses", "See www.tarn.example/News.Today or ask Jo.Reed@tarn.example.| Then pay."},
	{"host", "Go to Tarn.co.uk/Help.html for more."},
	{"lost space", "The lights went out.|Nobody moved.|“We sat still,” she said."},
	{"lost space after a mark", "“Why?”|She did not know!|They left."},
	{"no lost space", "The Node.Js and St.Bees cases."},
	{"no lost space before a dot", "We use Vane.Tide.js and node.Tide.js here."},
	{"lost space after a question",
	 "Is it really shut?|they never knew it.| “Shut?” they said."},
	{"lost space after dots", "It was shut...|The rest knew.| In Now...Go Home he sang."},
	{"dots before a word", "She asked: '...What more is there?'"},
	{"a name in small letters", "Fares went up.| easyJet put on flights."},
	{"no capitals", "it rained all day.| we stayed in."},
	{"no capitals after a question", "where did it begin?| leeds or hull?"},
	{"stamp", "Jo Reed| 08/17/2020 11:21 AM| the mill has shut."},
	{"stamp with seconds", "Jo Reed on 08/17/2020 11:21:14 PM| The mill has shut."},
	{"stamp in prose",
	 "It came on 08/17/2020 11:21 AM and left 08/18/2020 11:21 PM, they said."},
	{"no stamp", "Half of it, 1/2 or 8/17/2020 11:21 in all."},

	{"parties", "Cllr Joan Reed (Con. Goole) and Cllr Sam Pike (Lib. Dem. Selby) left.| They "
		    "(Lab. too) came back."},
	{"narrator asks", "“Is it far?” she asked."},
	{"narrator by name", "“Is it far?” Mrs Reed asked.| Nobody knew."},
	{"quotation ends", "“It is far.”| She sat down."},
	{"sentences in a quotation", "He said: “It is far.| We must go.”| They went."},
	{"stop after the mark", "They called it “a shambles”.| It was."},
	{"single marks", "'It is far,' he said.| 'We must go.'| They went."},
	{"small word after a quotation", "She shrugged, \"Not me.\" he wrote."},
	{"spaced mark", "\" It is far. \"| They went."},
	{"brackets", "It passed (by nine to four).| (Two were away.)| It stands."},
	{"sentence in brackets", "The hall (It was built in 1904.) is to shut."},
	{"citation", "“The sea [...] was calm” (Reed 12).| So was he."},

	{"ellipsis goes on", "She waited... and waited."},
	{"ellipsis ends", "She waited....| Nobody came…| They left."},
	{"spaced ellipsis", "It was late . . . and it rained."},
	{"spaced ellipsis before I", "The thing is . . . I was late.| It was late...| I left."},
	{"spaced ellipsis ends", "It was late . . . .| They left."},
	{"stop and ellipsis", "It was late.| . . . The rain fell."},
	{"ellipsis in a quotation", "He wrote: “It was late. ... We left.”"},
	{"only marks", "..."},

	{"numbered", "1. Wash the pan| 2. Dry the pan| 3. Sell the pan"},
	{"numbered, bracket", "1) Wash the pan.| 2) Dry the pan."},
	{"lettered", "a. Wash the pan| b. Dry the pan"},
	{"bullets", "• Wash the pan| • Dry the pan"},
	{"credit", "The old hall in spring| Image: Jo Reed"},
	{"credit after a stop", "The hall in Leeds, U.K.| Image: Jo Reed"},
	{"lines", "The mill has shut|\nNobody was told|\nBy Jo Reed"},
	{"wide characters", "Zoë left.| Émile stayed.| “Où?”| 水が。|Yes."},
};

/* Texts whose sentences must cover them and whose time must not explode. */
static const char *const pieces[] = {"(",    ".",  ". ", "(. ",  "a.B", "\".\"",  "1. ", "x\n",
				     "“.” ", "? ", "' ", "Mr. ", "A.",  "[...] ", "• ",  "e.g. "};

/* ---- Code ---- */

static brad_article *parse(const char *text, size_t length)
{
	brad_document document = BRAD_DOCUMENT_INIT;
	document.text = text;
	document.text_length = length;
	brad_article *article;
	OK(brad_article_parse(&document, &article, &error));
	return article;
}

static void check_case(const char *rule, const char *marked)
{
	char plain[512], found[1024];
	size_t n = 0, out = 0, at = 0;
	for (const char *c = marked; *c; c++)
		if (*c != '|') plain[n++] = *c;
	brad_article *article = parse(plain, n);
	const brad_sentence *s;
	size_t count = brad_article_sentences(article, &s);
	for (size_t i = 0; i < count; at = s[i++].span.end) {
		if (i > 0) found[out++] = '|';
		memcpy(found + out, plain + at, s[i].span.end - at);
		out += s[i].span.end - at;
	}
	found[out] = '\0';
	ck_assert_msg(strcmp(found, marked) == 0, "%s:\nwant %s\ngot  %s", rule, marked, found);
	brad_article_free(article);
}

START_TEST(test_cases)
{
	check_case(cases[_i].rule, cases[_i].text);
}
END_TEST

/* Every byte that is not white space lies in one sentence, in order; the
 * tokens of a sentence agree with its span. */
static void check_cover(const char *text, size_t length)
{
	brad_article *article = parse(text, length);
	const struct bs_article *a = &article->a;
	size_t at = 0;
	for (size_t i = 0; i < a->sentence_count; i++) {
		brad_span span = a->sentences[i].span;
		ck_assert_uint_lt(span.start, span.end);
		for (; at < span.start; at++) ck_assert_ptr_nonnull(strchr(" \n", text[at]));
		ck_assert_uint_eq(at, span.start);
		const struct bs_sentence_tokens *st = &a->sentence_tokens[i];
		ck_assert_uint_eq(a->tokens.at[st->first].start, span.start);
		ck_assert_uint_eq(a->tokens.at[st->last - 1].end, span.end);
		at = span.end;
	}
	for (; at < length; at++) ck_assert_ptr_nonnull(strchr(" \n", text[at]));
	brad_article_free(article);
}

START_TEST(test_cover)
{
	enum { TIMES = 20000 };
	size_t n = strlen(pieces[_i]);
	char *text = malloc(n * TIMES);
	for (size_t i = 0; i < TIMES; i++) memcpy(text + i * n, pieces[_i], n);
	check_cover(text, n * TIMES);
	free(text);
}
END_TEST

START_TEST(test_empty)
{
	brad_article *article = parse(" \n\n ", 4);
	const brad_sentence *s;
	ck_assert_uint_eq(brad_article_sentences(article, &s), 0);
	brad_article_free(article);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("sentence");
	TCase *tests = tcase_create("sentence");
	tcase_add_loop_test(tests, test_cases, 0, CASES(cases));
	tcase_add_loop_test(tests, test_cover, 0, CASES(pieces));
	tcase_add_test(tests, test_empty);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
