/* The day an article was published, and where that was found. */
#include "suite.h"

/* ---- Cases: the text of a page, its day ("" for none) and where it stands ---- */

static const struct {
	const char *text, *date;
	brad_date_from from;
} pages[] = {
	{"", "", BRAD_DATE_NONE},
	{"A barn burned in Otley.", "", BRAD_DATE_NONE},
	/* labelled */
	{"Author: Ann PikePublished 31st Jan 2023\nA barn burned.", "2023-01-31",
	 BRAD_DATE_PUBLISHED},
	{"Published: 10:47, 8 May 2022\nA barn burned.", "2022-05-08", BRAD_DATE_PUBLISHED},
	{"Last Updated: 16:30, 9 May 2022\nPublished: 10:47, 8 May 2022", "2022-05-08",
	 BRAD_DATE_PUBLISHED},
	{"First published on Fri 9 Aug 2019 07.15 BST", "2019-08-09", BRAD_DATE_PUBLISHED},
	{"Posted on 03/11/2020 by editor\nThey meet on 12/11/2020.", "2020-11-03",
	 BRAD_DATE_PUBLISHED},
	{"Date published:\n4 May 2023\nA barn burned.", "2023-05-04", BRAD_DATE_PUBLISHED},
	{"Barn burns\nPublished Thistlethwaite-Featherstonehay\n3 May 2021", "2021-05-03",
	 BRAD_DATE_PUBLISHED},
	{"Barn burns\nPublished Thistlethwaite-Featherstonehaye\n3 May 2021", "2021-05-03",
	 BRAD_DATE_HEADER}, /* too long for a label */
	{"Most read\n1 May 2023: Barn burns\nPublished 2nd May 2023, 10:00 BST", "2023-05-02",
	 BRAD_DATE_PUBLISHED},
	{"Date Published: 24-Mar-2011\nA barn burned.", "2011-03-24", BRAD_DATE_PUBLISHED},
	/* the days of others, below the article */
	{"A barn burned in Otley on Monday. Nobody was hurt.\n- Published7 January 2019\n"
	 "- Published18 January 2018",
	 "", BRAD_DATE_NONE},
	/* at the head of the page */
	{"Sunday, May 29, 2022\n\nA barn burned", "2022-05-29", BRAD_DATE_HEADER},
	{"Otley News\n5 October 2018\nUpdated 6 October 2018\nShare", "2018-10-05",
	 BRAD_DATE_HEADER},
	{"Farming | 2nd Nov 2015 | Desk\nA flood came on 30 October 2015.", "2015-11-02",
	 BRAD_DATE_HEADER},
	{"18:05, 3 MAY 2017Updated 19:21, 4 MAY 2017\nByAnn Pike", "2017-05-03", BRAD_DATE_HEADER},
	{"2019-07-22T05:40:00Z\nA barn burned", "2019-07-22", BRAD_DATE_HEADER},
	{"Thursday, November 9, 2023\nMenu\nA barn burns\nOct 10, 2023\nBy Ann Pike", "2023-10-10",
	 BRAD_DATE_HEADER}, /* the day the page was looked at stands above it */
	/* where the title stands again, among other stories */
	{"Barn burns down by the mill | Otley News\nMenu\nMill to shut\nNov 8, 2023\n"
	 "Barn burns down by the mill\nAnn Pike\nNov 6, 2023\nA barn burned.",
	 "2023-11-06", BRAD_DATE_HEADER},
	{"Barn burns\nMenu\nMill to shut\nNov 8, 2023\nBarn burns\nNov 6, 2023", "2023-11-08",
	 BRAD_DATE_HEADER}, /* too short to tell anything */
	{"Barn burns down by the mill\nNov 5, 2023\nMenu\nMill to shut\nNov 8, 2023", "2023-11-05",
	 BRAD_DATE_HEADER},
	/* changed */
	{"Updated: 7:44 AM Nov 3, 2016\nA barn burned.", "2016-11-03", BRAD_DATE_UPDATED},
	/* by another line's help */
	{"Published22 hours ago\nScraped: 2023-03-10 09:00", "2023-03-09", BRAD_DATE_PUBLISHED},
	{"OTLEY, 15 June (Wire) - The mill said on Monday, 15 June 2020, it would shut.",
	 "2020-06-15", BRAD_DATE_HEADER},
	/* none of these is one */
	{"Copyright 2024 Otley News Ltd\nA barn burned.", "", BRAD_DATE_NONE},
	{"\xC2\xA9 1 May 2024 Otley News. All rights reserved", "", BRAD_DATE_NONE},
	{"The fair was held on 6 June 2020 and drew a crowd.", "", BRAD_DATE_INFERRED},
	{"Born 4 July 1950, he died in 2020.\nHe left a son.", "", BRAD_DATE_INFERRED},
	{"Next event: Saturday 12 August 2023", "", BRAD_DATE_NONE},
	{"A report published by the council on 3 March 2020 found that the barns were unsafe.", "",
	 BRAD_DATE_NONE},
	{"The barn burned on 3 March 2020.", "", BRAD_DATE_NONE},
};

/* The day in an address, of a page whose text tells none. */
static const struct {
	const char *url, *date;
} addresses[] = {
	{"https://news.example/2023/11/08/barn-burns.html", "2023-11-08"},
	{"https://news.example/otley/2023/nov/08/barn-burns", "2023-11-08"},
	{"https://news.example/2023-11-08-barn-burns", "2023-11-08"},
	{"https://news.example/2023/11/8", "2023-11-08"},
	{"https://news.example/2023/11/barn-burns", ""},
	{"https://news.example/2023/11/31/barn-burns", ""},
	{"https://news.example/2023/11/081/barn-burns", ""},
	{"https://news.example/20231108/11/08/barn", ""},
	{"https://news.example/barn-burns-2023/11", ""},
	{"/2023/", ""},
	{"2023", ""},
	{"", ""},
};

/* ---- Tests ---- */

static void ask(const char *text, const char *url, brad_date given, char *date,
		brad_date_from *from)
{
	brad_document document = document_of(text);
	document.url = url;
	document.date = given;
	brad_article *article = article_of(document);
	brad_date_write(brad_article_date(article, from), date);
	brad_article_free(article);
}

START_TEST(finds_the_day)
{
	size_t wrong = 0;
	for (size_t i = 0; i < CASES(pages); i++) {
		char date[11];
		brad_date_from from;
		ask(pages[i].text, NULL, (brad_date){0, 0, 0}, date, &from);
		if (strcmp(date, pages[i].date) == 0 && from == pages[i].from) continue;
		fprintf(stderr, "%s\n  want: %s (%d)\n  got:  %s (%d)\n", pages[i].text,
			pages[i].date, pages[i].from, date, from);
		wrong++;
	}
	ck_assert_uint_eq(wrong, 0);
}
END_TEST

START_TEST(believes_metadata)
{
	char date[11];
	brad_date_from from;
	ask("Published 31st Jan 2023", NULL, (brad_date){2019, 5, 0}, date, &from);
	ck_assert_str_eq(date, "2019-05");
	ck_assert_int_eq(from, BRAD_DATE_METADATA);
}
END_TEST

START_TEST(reads_addresses)
{
	char date[11];
	brad_date_from from;
	for (size_t i = 0; i < CASES(addresses); i++) {
		ask("A barn burned.", addresses[i].url, (brad_date){0, 0, 0}, date, &from);
		ck_assert_msg(!strcmp(date, addresses[i].date), "%s: %s", addresses[i].url, date);
		ck_assert_int_eq(from, *date ? BRAD_DATE_PUBLISHED : BRAD_DATE_NONE);
	}
	ask("A barn burned.\nPublished 31st Jan 2023", addresses[0].url, (brad_date){0, 0, 0}, date,
	    &from);
	ck_assert_str_eq(date, "2023-01-31");
	ask("Sunday, May 29, 2022\n\nA barn burned", addresses[0].url, (brad_date){0, 0, 0}, date,
	    &from);
	ck_assert_str_eq(date, "2023-11-08");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("published");
	TCase *tests = tcase_create("published");
	tcase_add_test(tests, finds_the_day);
	tcase_add_test(tests, believes_metadata);
	tcase_add_test(tests, reads_addresses);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
