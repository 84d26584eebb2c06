/* Expressions of time: which words make one, and what they mean on a given day. */
#include "suite.h"

/* ---- Cases: a text, and what is found: "words=VALUE", type d t p s for date, time, duration, set.
 * The day of publication is Tuesday 31 January 2023. */

struct example {
	const char *text, *found;
};

static const struct example days[] = {
	{"The bridge shut on 28 April 2021.", "28 April 2021=2021-04-28 d"},
	{"It shut on Wednesday, 28th April, 2021.", "Wednesday, 28th April, 2021=2021-04-28 d"},
	{"It shut on April 28, 2021.", "April 28, 2021=2021-04-28 d"},
	{"It shut on Apr. 28.", "Apr. 28=2022-04-28 d"},
	{"It shut on Sun. 5 Apr. 2020.", "5 Apr. 2020=2020-04-05 d"},
	{"It ran until 28.4.2021.", "28.4.2021=2021-04-28 d"},
	{"She was born on the 3rd of May 1961.", "the 3rd of May 1961=1961-05-03 d"},
	{"It runs until 09/02/2023.", "09/02/2023=2023-02-09 d"},
	{"It ran until 12/25/2022.", "12/25/2022=2022-12-25 d"},
	{"The file is dated 2021-04-28.", "2021-04-28=2021-04-28 d"},
	{"Logged 2021-04-28T08:15:00Z by him.", "2021-04-28T08:15:00Z=2021-04-28T08:15 t"},
	{"Logged 2021-04-28 24:30 by him.", "2021-04-28=2021-04-28 d"},
	{"Fees rise from 1 April.", "1 April=2023-04-01 d"},
	{"The fair will be on 12 February.", "12 February=2023-02-12 d"},
	{"The loan is to be paid off by 20 February.", "20 February=2023-02-20 d"},
	{"The pool was closed on 30 November.", "30 November=2022-11-30 d"},
	{"The fete was held on Saturday 2 July.", "Saturday 2 July=2022-07-02 d"},
	{"He shut the shop on 31/02/2023.", ""},
};

/* Days that share the name of their month. */
static const struct example days_in_a_row[] = {
	{"It opens on 24 and 25 April.", "24=2023-04-24 d; 25 April=2023-04-25 d"},
	{"It ran 24-25 April 2022.", "24=2022-04-24 d; 25 April 2022=2022-04-25 d"},
	{"It ran on 3, 4 and 5 May 2022.",
	 "3=2022-05-03 d; 4=2022-05-04 d; 5 May 2022=2022-05-05 d"},
	{"It runs on Friday 10 and Saturday 11 February.",
	 "Friday 10=2023-02-10 d; Saturday 11 February=2023-02-11 d"},
	{"It ran from the 24th to the 25th of May 2022.",
	 "the 24th=2022-05-24 d; the 25th of May 2022=2022-05-25 d"},
	{"It ran April 24-25, 2022.", "April 24=2022-04-24 d; 25, 2022=2022-04-25 d"},
	{"It ran April 24-25 2022.", "April 24=2022-04-24 d; 25 2022=2022-04-25 d"},
	{"It opens on April 24 and 25.", "April 24=2023-04-24 d; 25=2023-04-25 d"},
	{"On April 24 and 25 people came.", "April 24=2022-04-24 d"},
	{"On 24, 25 April came.", "25 April=2022-04-25 d"},
	{"Chapter 30 and 2 May.", "2 May=2022-05-02 d"},
};

/* Dates that are joined have one year, or follow each other over its end. */
static const struct example shared_years[] = {
	{"It rose between March and August 2019.", "March=2019-03 d; August 2019=2019-08 d"},
	{"It ran from November 2019 to March.", "November 2019=2019-11 d; March=2020-03 d"},
	{"It ran from November to March 2019.", "November=2018-11 d; March 2019=2019-03 d"},
	{"In June, July and August of 2020 it rained.",
	 "June=2020-06 d; July=2020-07 d; August of 2020=2020-08 d"},
	{"It ran from 30 December to 2 January 2021.",
	 "30 December=2020-12-30 d; 2 January 2021=2021-01-02 d"},
	{"It ran 3 May - 5 June 2021.", "3 May=2021-05-03 d; 5 June 2021=2021-06-05 d"},
	{"It grew in late summer and early autumn 2019.",
	 "late summer=2019-SU d; early autumn 2019=2019-FA d"},
	{"It fell from May to July.", "May=2022-05 d; July=2022-07 d"},
	{"It ran from November to March.", "November=2022-11 d; March=2023-03 d"},
	{"It was put off in March until July 2024.", "March=2022-03 d; July 2024=2024-07 d"},
	{"It was shut from March until July 2024.", "March=2024-03 d; July 2024=2024-07 d"},
	{"He came in March 2019 and left on Friday.", "March 2019=2019-03 d; Friday=2023-01-27 d"},
	{"The war of 1939-45 and the slump of 2008-10.",
	 "1939=1939 d; 45=1945 d; 2008=2008 d; 10=2010 d"},
	{"Call 1990-55 now.", "now=PRESENT_REF d"},
	{"It fell between 499 and 493 BC.", "499=BC0499 d; 493 BC=BC0493 d"},
	{"Some 300 and 493 BC.", "493 BC=BC0493 d"},
	{"The Barnfield Works 1861-1863.", "1861=1861 d; 1863=1863 d"},
};

/* Which way the verbs around point. */
static const struct example ahead_or_back[] = {
	{"It would close on Friday, he said.", "Friday=2023-02-03 d"},
	{"It would still be held on 3 May.", "3 May=2023-05-03 d"},
	{"A meeting to be held on Friday was called off.", "Friday=2023-02-03 d"},
	{"It had to be closed on Friday.", "Friday=2023-01-27 d"},
	{"It had been due to close on Friday.", "Friday=2023-01-27 d"},
	{"It is due to close on Friday.", "Friday=2023-02-03 d"},
	{"The vote was set for Friday.", "Friday=2023-02-03 d"},
	{"The vote was moved to Friday.", "Friday=2023-02-03 d"},
	{"He would regret Friday's vote.", "Friday's=2023-01-27 d"},
	{"Until Friday he had said nothing.", "Friday=2023-01-27 d"},
	{"He agreed to open it in March.", "March=2023-03 d"},
	{"He agreed in March to open it.", "March=2022-03 d"},
	{"It was shut until Friday.", "Friday=2023-02-03 d"},
	{"It is due to resume trading Friday.", "Friday=2023-02-03 d"},
	{"The vote had been due to be held in May.", "May=2022-05 d"},
	{"It has come far since it was cut in May.", "May=2022-05 d"},
	{"He has come on Friday before.", "Friday=2023-01-27 d"},
	{"They have until Friday to pay.", "Friday=2023-02-03 d"},
	{"It grew compared to March.", "March=2022-03 d"},
	{"Between April and May there had been none.", "April=2022-04 d; May=2022-05 d"},
	{"Shops were open on Friday.", "Friday=2023-01-27 d"},
	{"Shops will open on Friday.", "Friday=2023-02-03 d"},
	{"The new series airs Friday.", "Friday=2023-02-03 d"},
	/* With no verb to ask, what is to come is told by "before". */
	{"“Not before May,” she replied.", "May=2023-05 d"},
	{"“It closed before May,” she replied.", "May=2022-05 d"},
};

static const struct example months_and_years[] = {
	{"In April 2021 it shut.", "April 2021=2021-04 d"},
	{"It shut in the February of 1990.", "February of 1990=1990-02 d"},
	{"It opened in November.", "November=2022-11 d"},
	{"The vote will be in June.", "June=2023-06 d"},
	{"It shut last July.", "last July=2022-07 d"},
	{"It shut in June last year.", "June last year=2022-06 d"},
	{"It shut on 3 June last year.", "3 June last year=2022-06-03 d"},
	{"It opens on June 3 this year.", "June 3 this year=2023-06-03 d"},
	{"It ran on the 7th of this month.", "the 7th of this month=2023-01-07 d"},
	{"It shut in the spring of last year.", "the spring of last year=2022-SP d"},
	{"It shut at Christmas last year.", "Christmas last year=2022-12-25 d"},
	{"It shut in the last week of August.", "the last week of August=2022-08 d"},
	{"It shut in the first two weeks of 2019.", "the first two weeks of 2019=2019 d"},
	{"It shut on the second day of May.", "the second day of May=2022-05-02 d"},
	{"It rose in the last quarter of 2021.", "the last quarter of 2021=2021-Q4 d"},
	{"Some 13 of those months were wet.", ""},
	{"Work will end by the end of July.", "the end of July=2023-07 d"},
	{"She left in early 2019.", "early 2019=2019 d"},
	{"From 2011 to 2014 he led it.", "2011=2011 d; 2014=2014 d"},
	{"The 2021/22 accounts are late.", "2021/22=2021/2022 d"},
	{"In 2019-20 it made a loss.", "2019-20=2019/2020 d"},
	{"The war of 1914-1918 ended it.", "1914=1914 d; 1918=1918 d"},
	{"The mill went in the mid-1980s.", "the mid-1980s=198 d"},
	{"A 17th century barn burned.", "17th century=16 d"},
	{"Sales rose in the second quarter of 2022.", "the second quarter of 2022=2022-Q2 d"},
	{"Sales fell in the first half of 2022.", "the first half of 2022=2022-H1 d"},
	{"Sales fell in the last half of 2022.", "the last half of 2022=2022-H2 d"},
	{"Sales fell in the latter half of 2022.", "the latter half of 2022=2022-H2 d"},
	{"The latter half of 22 horses fell.", ""},
	{"They met in summer 2016.", "summer 2016=2016-SU d"},
	{"It snowed last winter.", "last winter=2022-WI d"},
	{"A 4th century BC wall fell.", "4th century BC=BC03 d"},
	{"It fell in June 479 BC.", "June 479 BC=BC0479-06 d"},
	{"It fell in the autumn of 481 BC.", "the autumn of 481 BC=BC0481-FA d"},
	{"It closed in the noughties.", "the noughties=200 d"},
	{"Rome fell to them in 390 BC.", "390 BC=BC0390 d"},
};

static const struct example from_today[] = {
	{"Police came yesterday.", "yesterday=2023-01-30 d"},
	{"They met the day before yesterday.", "the day before yesterday=2023-01-29 d"},
	{"It opens the day after tomorrow.", "the day after tomorrow=2023-02-02 d"},
	{"Shops shut the day after Christmas.", "the day after Christmas=2022-12-26 d"},
	{"They spoke of yesterday's vote.", "yesterday's=2023-01-30 d"},
	{"It reopens tomorrow.", "tomorrow=2023-02-01 d"},
	{"Tonight they play.", "Tonight=2023-01-31TNI t"},
	{"It shut on Tuesday.", "Tuesday=2023-01-31 d"},
	{"It shut on Wednesday.", "Wednesday=2023-01-25 d"},
	{"It will shut on Wednesday.", "Wednesday=2023-02-01 d"},
	{"It shut last Monday.", "last Monday=2023-01-30 d"},
	{"It will shut next Friday.", "next Friday=2023-02-03 d"},
	{"It shut last week.", "last week=2023-W04 d"},
	{"It shuts next month.", "next month=2023-02 d"},
	{"Earlier this year it shut.", "Earlier this year=2023 d"},
	{"It will reopen later in the year.", "later in the year=2023 d"},
	{"It shut in 2019 and later in the year fell.", "2019=2019 d; later in the year=2019 d"},
	{"It shut in 2019, said its owner, who is in France for some weeks and who hopes that he "
	 "can reopen it at the end of the year.",
	 "2019=2019 d; the end of the year=2023 d"},
	{"They met earlier in the week.", "earlier in the week=2023-W05 d"},
	{"She left three years ago.", "three years ago=2020 d"},
	{"She left a decade ago.", "a decade ago=201 d"},
	{"She left two weeks ago.", "two weeks ago=2023-W03 d"},
	{"She left five days ago.", "five days ago=2023-01-26 d"},
	{"She left four months ago.", "four months ago=2022-09 d"},
	{"The case opens in a fortnight.", "a fortnight=2023-02-14 d"},
	{"Snow fell this morning.", "this morning=2023-01-31TMO t"},
	{"They met last night.", "last night=2023-01-30TNI t"},
	{"They met on Monday night.", "Monday night=2023-01-30TNI t"},
	{"They met on the evening of 3 March 2020.", "the evening of 3 March 2020=2020-03-03TEV t"},
	{"Doors shut at 11.30pm.", "11.30pm=2023-01-31T23:30 t"},
	{"Doors shut at 11.30 p.m. GMT.", "11.30 p.m. GMT=2023-01-31T23:30 t"},
	{"He rose at six in the morning.", "six in the morning=2023-01-31T06:00 t"},
	{"Doors shut at 6 p.m. on Monday.", "6 p.m. on Monday=2023-01-30T18:00 t"},
	{"Doors shut at 24:00 on Monday.", "24:00 on Monday=2023-01-30T24:00 t"},
	{"They met on Friday 20 January. The next day he left.",
	 "Friday 20 January=2023-01-20 d; The next day=2023-01-21 d"},
	{"They met on Friday. The next morning he left.",
	 "Friday=2023-01-27 d; The next morning=2023-01-28TMO t"},
	{"Since 9/11 they have met.", "9/11=2001-09-11 d"},
	{"He came on 9/11/2022.", "9/11/2022=2022-11-09 d"},
	{"It was shut on Black Friday.", "Black Friday=2022-11-25 d"},
	{"It is shut on Maundy Thursday 2023.", "Maundy Thursday 2023=2023-04-06 d"},
	{"Christmas Day was wet.", "Christmas Day=2022-12-25 d"},
	{"It shut on Boxing Day 2021.", "Boxing Day 2021=2021-12-26 d"},
	{"Easter Monday 2022 was dry.", "Easter Monday 2022=2022-04-18 d"},
	{"Good Friday 2024 was wet.", "Good Friday 2024=2024-03-29 d"},
	{"Easter weekend 2022 was dry.", "Easter weekend 2022=2022-W15-WE d"},
	{"They met in Christmas week.", "Christmas week=2022-W51 d"},
	{"It opens from 9am to 5pm on Friday.",
	 "9am=2023-02-03T09:00 t; 5pm on Friday=2023-02-03T17:00 t"},
	{"It fell at 9.40am (0940 GMT) on Friday.",
	 "9.40am=2023-01-27T09:40 t; Friday=2023-01-27 d"},
	{"He left at 9am and was seen on Friday.", "9am=2023-01-31T09:00 t; Friday=2023-01-27 d"},
	{"On Monday it fell at 9am and on Friday rose.",
	 "Monday=2023-01-30 d; 9am=2023-01-30T09:00 t; Friday=2023-01-27 d"},
	{"He woke at 4 in the morning.", "4 in the morning=2023-01-31T04:00 t"},
	{"It ends at ten at night on Friday.", "ten at night on Friday=2023-02-03T22:00 t"},
	{"It shut last Sun.", "last Sun=2023-01-29 d"},
	{"They meet on Friday.", "Friday=2023-02-03 d"},
	{"In the foreseeable future it stays.", "the foreseeable future=FUTURE_REF d"},
	{"It is shut now.", "now=PRESENT_REF d"},
};

static const struct example stretches[] = {
	{"He served six months.", "six months=P6M p"},
	{"He will serve two more weeks.", "two more weeks=P2W p"},
	{"She needs at least 20 more years.", "20 more years=P20Y p"},
	{"Two more firms closed in a week.", "a week=P1W p"},
	{"It took twenty-five years.", "twenty-five years=P25Y p"},
	{"It took 2 1/2 hours.", "2 1/2 hours=PT2H30M p"},
	{"It took half an hour.", "half an hour=PT30M p"},
	{"It took 2.5 years and 1,500 days.", "2.5 years=P2Y6M p; 1,500 days=P1500D p"},
	{"It stood for two hundred and six years.", "two hundred and six years=P206Y p"},
	{"A hundred years went by.", "A hundred years=P100Y p"},
	{"They had a couple of weeks, and a couple more days.",
	 "a couple of weeks=P2W p; a couple more days=P2D p"},
	{"A two-week strike began.", "A two-week=P2W p"},
	{"It lasted several days.", "several days=PXD p"},
	{"In the past 10 years it grew.", "the past 10 years=P10Y p"},
	{"They waited a fortnight.", ""},
	{"They waited for a fortnight.", "a fortnight=P2W p"},
	{"She calls every Sunday.", "every Sunday=XXXX-WXX-7 s"},
	{"It runs every week.", "every week=P1W s"},
	{"Weekly fares pay for the daily tide tables; monthly ones do not.",
	 "Weekly=P1W s; daily=P1D s; monthly=P1M s"},
	{"He spoke in 1998 and left two years later.", "1998=1998 d; two years later=2000 d"},
	{"He came on 3 May 2020. The following day he left.",
	 "3 May 2020=2020-05-03 d; The following day=2020-05-04 d"},
};

static const struct example decoys[] = {
	{"He may go, and they march on.", ""},
	{"Call 0800 2018 2019 or 101.", ""},
	{"The A2018 and flat 1984 were shut.", ""},
	{"Some 2,020 people came.", ""},
	{"A flock of 2000 sheep came.", ""},
	{"The Sunday Times said so.", ""},
	{"June Smith and April Jones came.", ""},
	{"Section 2001 of the act applies.", ""},
	{"It costs £2018 each.", ""},
	{"Sheffield Wednesday lost.", ""},
	{"The Sun said so.", ""},
	{"One second, please.", ""},
	{"A 9-year-old boy was found.", ""},
	{"It costs £10 a week.", ""},
	{"Prices fall when demand falls.", ""},
	{"The first day went well.", ""},
	{"Few of today's children and of tomorrow's leaders swim.", ""},
	{"He told the Today programme and USA Today.", ""},
	{"On \"60 Minutes\" and \"This Week\" they wept.", ""},
	{"They said that Sun's sales rose.", ""},
	{"He took four in the morning.", ""},
	{"A man in his 30s and a woman in her late 80s came.", ""},
	{"Three quarters of voters and three-quarters of shops.", ""},
	{"It is open 24 hours a day, seven days a week.", ""},
	{"After the fall of Carthage he left.", ""},
	{"The Hamburg daily Abendpost said so.", ""},
	{"They won by 24:15, not by 24:61.", ""},
	{"They lost in the quarter-finals and ran the quarter mile.", ""},
	{"Black people and burns were seen.", ""},
};

/* Without a day of publication. */
static const struct example undated[] = {
	{"It shut in 2018.", "2018=2018 d"},
	{"It shut on 28 April 2021.", "28 April 2021=2021-04-28 d"},
	{"It shut yesterday.", "yesterday=PAST_REF d"},
	{"It shut last week.", "last week=PAST_REF d"},
	{"It shut in July.", "July=XXXX-07 d"},
	{"It shut on 3 July.", "3 July=XXXX-07-03 d"},
	{"It shut on Friday.", "Friday=XXXX-WXX-5 d"},
	{"It shut the day after Easter.", "the day after Easter=XXXX-XX-XX d"},
	{"She left three years ago.", "three years ago=PAST_REF d"},
	{"Doors shut at 11.30pm.", "11.30pm=XXXX-XX-XXT23:30 t"},
	{"He served six months.", "six months=P6M p"},
};

/* Published in May 2023, the day unknown. */
static const struct example in_may[] = {
	{"Doors shut at 11.30pm.", "11.30pm=2023-05-XXT23:30 t"},
	{"It shut yesterday.", "yesterday=PAST_REF d"},
	{"It shut last year.", "last year=2022 d"},
	{"It shut last month.", "last month=2023-04 d"},
	{"It shut in November.", "November=2022-11 d"},
	{"Back on 31 April they met.", "April=2023-04 d"},
	{"It was 29 February 2023.", "February 2023=2023-02 d"},
};

/* A history, of which these words open each: dates go on from the year last named. */
#define HISTORY                                                                                    \
	"War began on 12 April 1861. It spread by May 1862. In July 1863 it turned. By June 1864 " \
	"it slowed. It ended in March 1865. "
#define ITS_DATES                                                                                  \
	"12 April 1861=1861-04-12 d; May 1862=1862-05 d; July 1863=1863-07 d; June 1864=1864-06 "  \
	"d; "                                                                                      \
	"March 1865=1865-03 d; "

static const struct example history[] = {
	{HISTORY "In April the general gave up. The next month the president fled. In December it "
		 "snowed. In January it thawed.",
	 ITS_DATES "April=1865-04 d; The next month=1865-05 d; December=1865-12 d; "
		   "January=1866-01 d"},
	/* what it looks back on or puts in brackets changes nothing */
	{HISTORY "He wept (he was made a lord in 1899) in April.",
	 ITS_DATES "1899=1899 d; April=1865-04 d"},
	{HISTORY "It was worse than three years earlier. In May it rained.",
	 ITS_DATES "three years earlier=1862 d; May=1865-05 d"},
	/* one that also tells of last week and this year is news */
	{HISTORY "He spoke of it last week and wrote of it this year. In May it rained.",
	 ITS_DATES "last week=2023-W04 d; this year=2023 d; May=2022-05 d"},
	/* as is one with nothing but old years in it */
	{"It shut in 1861, 1862, 1863, 1864 and 1865. In May it rained.",
	 "1861=1861 d; 1862=1862 d; 1863=1863 d; 1864=1864 d; 1865=1865 d; May=2022-05 d"},
};

/* ---- Tests ---- */

static void show(const char *text, brad_date date, char *out, size_t room)
{
	brad_document document = document_of(text);
	const brad_sentence *s;
	size_t n = 0;
	document.date = date;
	brad_article *article = article_of(document);
	size_t count = brad_article_sentences(article, &s);
	out[0] = '\0';
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < s[i].date_count; k++) {
			const brad_timex *t = &s[i].dates[k];
			n += (size_t)snprintf(out + n, room - n, "%s%.*s=%s %c", n ? "; " : "",
					      (int)(t->span.end - t->span.start),
					      text + t->span.start, t->value, "dtps"[t->type]);
			ck_assert_uint_lt(n, room);
		}
	brad_article_free(article);
}

static void check_all(const struct example *e, size_t count, brad_date date)
{
	char found[2000];
	size_t wrong = 0;
	for (size_t i = 0; i < count; i++) {
		show(e[i].text, date, found, sizeof found);
		if (strcmp(found, e[i].found) == 0) continue;
		fprintf(stderr, "%s\n  want: %s\n  got:  %s\n", e[i].text, e[i].found, found);
		wrong++;
	}
	ck_assert_uint_eq(wrong, 0);
}

#define EXAMPLES(name, date)                                                                       \
	START_TEST(reads_##name)                                                                   \
	{                                                                                          \
		check_all(name, CASES(name), date);                                                \
	}                                                                                          \
	END_TEST

static const brad_date tuesday = {2023, 1, 31}, may = {2023, 5, 0}, no_day = {0, 0, 0};

EXAMPLES(days, tuesday)
EXAMPLES(days_in_a_row, tuesday)
EXAMPLES(shared_years, tuesday)
EXAMPLES(ahead_or_back, tuesday)
EXAMPLES(months_and_years, tuesday)
EXAMPLES(from_today, tuesday)
EXAMPLES(stretches, tuesday)
EXAMPLES(decoys, tuesday)
EXAMPLES(undated, no_day)
EXAMPLES(in_may, may)
EXAMPLES(history, tuesday)

int main(void)
{
	Suite *suite = suite_create("timex");
	TCase *tests = tcase_create("timex");
	tcase_add_test(tests, reads_days);
	tcase_add_test(tests, reads_days_in_a_row);
	tcase_add_test(tests, reads_shared_years);
	tcase_add_test(tests, reads_ahead_or_back);
	tcase_add_test(tests, reads_months_and_years);
	tcase_add_test(tests, reads_from_today);
	tcase_add_test(tests, reads_stretches);
	tcase_add_test(tests, reads_decoys);
	tcase_add_test(tests, reads_undated);
	tcase_add_test(tests, reads_in_may);
	tcase_add_test(tests, reads_history);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
