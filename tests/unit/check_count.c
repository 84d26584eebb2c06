/* What a count tells of an invented town: of one field and of two, of what each count is, and of empty periods.
 *
 * Each case is asked of two indexes of the same articles: made at once, and in
 * the other order, a segment an article. */
#include "stories.h"

#include "search/calendar.h"

#include "base/date.h"

/* ---- Cases ---- */

static const struct story stories[] = {
	{.id = "c1",
	 .source = "Quill Post",
	 .date = "2021-01-03", /* a Sunday, of the last week of 2020 */
	 .text = "“The ferry must be cheaper,” said Anna Keller, the leader of the council.\n\n"
		 "“We shall wait for a boat,” said Tom Varga, the mayor of Quillmouth.\n\n"
		 "Rain fell on the quay.\n"},
	{.id = "c2",
	 .source = "Quill Post",
	 .date = "2021-01-04",
	 .text = "“The ferry is late again,” said Anna Keller, the leader of the council.\n\n"
		 "“Nobody asked me about it,” said Anna Keller.\n"},
	{.id = "c3",
	 .source = "Harbour Times",
	 .date = "2021-03-30",
	 .text = "“A ferry is no more than a kind of boat,” said Tom Varga, the mayor of "
		 "Quillmouth.\n\n"
		 "The ferry left on Monday.\n"},
	{.id = "c4",
	 .text = "“The ferry never came to us,” said Anna Keller, the leader of the council.\n"},
	{.id = "c5",
	 .source = "Harbour Times",
	 .date = "2021-02",
	 .text = "The ferry was painted in 2019.\n"},
};

enum { STORIES = CASES(stories) };

#define ONE(field) .count = {.by = BRAD_FIELD_##field}
#define RATES(field) .count = {.by = BRAD_FIELD_##field, .rates = true}
#define BY_RATE(field) .count = {.by = BRAD_FIELD_##field, .rates = true, .by_rate = true}
#define AT_LEAST(field, rate, n)                                                                   \
	.count = {.by = BRAD_FIELD_##field, .rates = true, .by_rate = rate, .at_least = n}
#define EVERY(field) .count = {.by = BRAD_FIELD_##field, .every = true, .rates = true}
#define PAIRS(a, b) .count = {.by = BRAD_FIELD_##a, .and_by = BRAD_FIELD_##b}
#define FACET(field, n) .count = {.by = BRAD_FIELD_##field, .facet = true, .limit = n}

/* Rows as VALUE[+VALUE]=COUNT[/OF], "-" for no value. */
static const struct {
	const char *query, *speaker, *from, *to;
	brad_count_options count;
	const char *rows;
	uint64_t total, of;
} cases[] = {
	{"ferry", 0, 0, 0, ONE(SPEAKER), "Anna Keller=3 -=2 Tom Varga=1", 6, 0},
	{"ferry", 0, 0, 0, ONE(WEEK), "2020-W53=1 2021-02=1 2021-W01=1 2021-W13=2 -=1", 6, 0},
	{"ferry", 0, 0, 0, ONE(DAY), "2021-01-03=1 2021-01-04=1 2021-02=1 2021-03-30=2 -=1", 6, 0},
	{"ferry", 0, 0, 0, ONE(MONTH), "2021-01=2 2021-02=1 2021-03=2 -=1", 6, 0},

	/* Out of all sentences that pass the filters, whatever their words. */
	{"ferry", 0, 0, 0, RATES(SPEAKER), "Anna Keller=3/4 -=2/3 Tom Varga=1/2", 6, 9},
	{"ferry", 0, 0, 0, BY_RATE(SPEAKER), "Anna Keller=3/4 -=2/3 Tom Varga=1/2", 6, 9},
	{"boat", 0, 0, 0, BY_RATE(SOURCE), "Harbour Times=1/3 Quill Post=1/5", 2, 9},
	{"boat", 0, 0, 0, RATES(SOURCE), "Harbour Times=1/3 Quill Post=1/5", 2, 9},
	{"quay OR boat", 0, 0, 0, RATES(SOURCE), "Quill Post=2/5 Harbour Times=1/3", 3, 9},
	{"quay OR boat", 0, "2021-01", "2021-01", RATES(SOURCE), "Quill Post=2/5", 2, 5},
	{"boat", "Varga", 0, 0, RATES(MONTH), "2021-01=1/1 2021-03=1/1", 2, 2},
	{"ferry", "Keller", "2021", 0, RATES(MONTH), "2021-01=2/3", 2, 3},
	{"painted OR monday", 0, 0, 0, RATES(MENTIONED_YEAR), "2019=1/1 2021=1/1", 2, 9},
	{"zeppelin", 0, 0, 0, RATES(SPEAKER), "", 0, 9},
	/* Of enough sentences. */
	{"ferry", 0, 0, 0, AT_LEAST(SPEAKER, true, 3), "Anna Keller=3/4 -=2/3", 6, 9},
	{"ferry", 0, 0, 0, AT_LEAST(SPEAKER, true, 5), "", 6, 9},
	{"ferry", 0, 0, 0, AT_LEAST(SPEAKER, false, 2), "Anna Keller=3/4 -=2/3", 6, 9},
	{"ferry", 0, 0, 0, AT_LEAST(MONTH, true, 9), "2021-01=2/5 2021-02=1/1 2021-03=2/2 -=1/1", 6,
	 9},
	{"ferry", 0, 0, 0, .count = {.by = BRAD_FIELD_SPEAKER, .at_least = 2, .limit = 1},
	 "Anna Keller=3", 6, 0},
	{"ferry", 0, 0, 0,
	 .count = {.by = BRAD_FIELD_SOURCE, .and_by = BRAD_FIELD_SPEAKER, .at_least = 3},
	 "Harbour Times+-=2 Harbour Times+Tom Varga=1", 6, 0},

	/* Pairs, by the sums of the first values. */
	{"ferry", 0, 0, 0, PAIRS(SPEAKER, MONTH),
	 "Anna Keller+2021-01=2 Anna Keller+-=1 -+2021-02=1 -+2021-03=1 Tom Varga+2021-03=1", 6, 0},
	{"ferry", 0, 0, 0, PAIRS(MONTH, SPEAKER),
	 "2021-01+Anna Keller=2 2021-02+-=1 2021-03+Tom Varga=1 2021-03+-=1 -+Anna Keller=1", 6, 0},
	{"ferry", 0, 0, 0, PAIRS(SOURCE, YEAR), "Harbour Times+2021=3 Quill Post+2021=2 -+-=1", 6,
	 0},
	{"ferry", 0, 0, 0,
	 .count = {.by = BRAD_FIELD_SOURCE, .and_by = BRAD_FIELD_SPEAKER, .rates = true},
	 "Harbour Times+-=2/2 Harbour Times+Tom Varga=1/1 Quill Post+Anna Keller=2/3 "
	 "-+Anna Keller=1/1",
	 6, 9},

	/* Periods that have none, and what is not dated so closely. */
	{"ferry", 0, 0, 0, EVERY(MONTH), "2021-01=2/5 2021-02=1/1 2021-03=2/2 -=1/1", 6, 9},
	{"boat", 0, 0, 0, EVERY(MONTH), "2021-01=1/5 2021-02=0/1 2021-03=1/2", 2, 9},
	{"ferry", 0, 0, "2021-02", EVERY(WEEK), "2020-W53=1/3 2021-W01=1/2 -=1/1", 3, 6},
	{"boat", "Varga", 0, 0, EVERY(YEAR), "2021=2/2", 2, 2},
	{"zeppelin", 0, 0, 0, EVERY(DAY), "", 0, 9},
	{"painted", 0, 0, 0, EVERY(DAY), "-=1/2", 1, 9},
	/* The finest that fits. */
	{"boat", 0, 0, 0, .count = {.by = BRAD_FIELD_TIME, .every = true, .limit = 3},
	 "2021-01=1 2021-02=0 2021-03=1", 2, 0},
	{"boat", 0, 0, 0, .count = {.by = BRAD_FIELD_TIME, .every = true, .limit = 2}, "2021=2", 2,
	 0},
	{"ferry", 0, 0, "2021-01-31", .count = {.by = BRAD_FIELD_TIME, .every = true},
	 "2021-01-03=1 2021-01-04=1", 2, 0},

	/* The first of them, without the filter that says the same. */
	{"ferry", "Varga", 0, 0, FACET(SPEAKER, 2), "Anna Keller=3 -=2", 6, 0},
	{"ferry", "Varga", 0, 0, FACET(MONTH, 2), "2021-03=1", 1, 0},
	{"ferry", 0, "2021-02", 0, FACET(MONTH, 2), "2021-01=2 2021-03=2", 6, 0},
	{"ferry", 0, "2021-02", 0, FACET(SPEAKER, 9), "-=2 Tom Varga=1", 3, 0},
	{"ferry", "Keller", "2021-02", 0, FACET(SPEAKER, 9), "-=2 Tom Varga=1", 3, 0},
	{"ferry", "mayor", 0, 0, FACET(ROLE, 1), "leader of the council=3", 6, 0},
	{"ferry", "Varga", 0, 0, FACET(ROLE, 9), "mayor of Quillmouth=1", 1, 0},
};

static const struct {
	brad_count_options count;
	const char *says;
} error_cases[] = {
	{{.by = BRAD_FIELD_NONE}, "no such field"},
	{{.by = BRAD_FIELD_TIME}, "every period"},
	{{.by = BRAD_FIELD_SPEAKER, .and_by = BRAD_FIELD_TIME}, "no such field"},
	{{.by = BRAD_FIELD_SPEAKER, .and_by = BRAD_FIELD_SPEAKER}, "the same"},
	{{.by = BRAD_FIELD_SPEAKER, .every = true}, "empty periods"},
	{{.by = BRAD_FIELD_MONTH, .and_by = BRAD_FIELD_SPEAKER, .every = true}, "empty periods"},
	{{.by = BRAD_FIELD_MONTH, .and_by = BRAD_FIELD_SPEAKER, .limit = 3}, "limit"},
	{{.by = BRAD_FIELD_SPEAKER, .by_rate = true}, "rates"},
};

static const struct {
	brad_date date;
	brad_field field;
	const char *name;
} calendar_cases[] = {
	{{2021, 1, 3}, BRAD_FIELD_WEEK, "2020-W53"},
	{{2021, 1, 4}, BRAD_FIELD_WEEK, "2021-W01"},
	{{2018, 12, 31}, BRAD_FIELD_WEEK, "2019-W01"},
	{{2016, 1, 1}, BRAD_FIELD_WEEK, "2015-W53"},
	{{1, 1, 1}, BRAD_FIELD_WEEK, "0001-W01"},
	{{9999, 12, 31}, BRAD_FIELD_WEEK, "9999-W52"},
	{{2020, 2, 29}, BRAD_FIELD_DAY, "2020-02-29"},
	{{2020, 2, 0}, BRAD_FIELD_DAY, "2020-02"},
	{{2020, 2, 0}, BRAD_FIELD_WEEK, "2020-02"},
	{{2020, 0, 0}, BRAD_FIELD_MONTH, "2020"},
	{{2020, 12, 31}, BRAD_FIELD_MONTH, "2020-12"},
	{{1, 1, 1}, BRAD_FIELD_DAY, "0001-01-01"},
	{{9999, 12, 31}, BRAD_FIELD_YEAR, "9999"},
};

/* ---- Code ---- */

enum { LAYOUTS = 2, ROUNDS = 3 }; /* asked again, speakers are counted by their ranks */

static brad_index *indexes[LAYOUTS];

static void write_backwards(const char *where)
{
	brad_writer *writer;
	OK(brad_writer_open(where, NULL, &writer, &error));
	for (int i = STORIES; i-- > 0;) {
		add_story(writer, &stories[i]);
		OK(brad_writer_commit(writer, NULL, &error));
	}
	brad_writer_free(writer);
}

static void make_indexes(void)
{
	make_directory();
	write_stories(path_of("at once"), stories, STORIES, 0);
	write_backwards(path_of("backwards"));
	OK(brad_index_open(path_of("at once"), &indexes[0], &error));
	OK(brad_index_open(path_of("backwards"), &indexes[1], &error));
}

static void free_indexes(void)
{
	for (int i = 0; i < LAYOUTS; i++) brad_index_free(indexes[i]);
	remove_directory();
}

static void print_row(char *list, size_t room, const brad_count *row, const brad_count_options *o)
{
	size_t at = strlen(list);
	at += (size_t)snprintf(list + at, room - at, "%s%s", at ? " " : "",
			       row->value ? row->value : "-");
	if (o->and_by)
		at += (size_t)snprintf(list + at, room - at, "+%s",
				       row->and_value ? row->and_value : "-");
	at += (size_t)snprintf(list + at, room - at, "=%d", (int)row->count);
	if (o->rates) snprintf(list + at, room - at, "/%d", (int)row->of);
}

START_TEST(test_count)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_count_options count = cases[_i].count;
	count.size = sizeof count;
	options.query = cases[_i].query;
	options.speaker = cases[_i].speaker;
	read_day(cases[_i].from, &options.from);
	read_day(cases[_i].to, &options.to);
	for (int round = 0; round < ROUNDS * LAYOUTS; round++) {
		int layout = round % LAYOUTS;
		brad_table *table;
		const brad_count *rows;
		char list[1024] = "";
		OK(brad_index_count(indexes[layout], &options, &count, &table, &error));
		size_t n = brad_table_rows(table, &rows);
		for (size_t i = 0; i < n; i++) print_row(list, sizeof list, &rows[i], &count);
		ck_assert_str_eq(list, cases[_i].rows);
		ck_assert_uint_eq(brad_table_total(table), cases[_i].total);
		ck_assert_uint_eq(brad_table_of(table), cases[_i].of);
		ck_assert_uint_ge(brad_table_distinct(table), n);
		brad_table_free(table);
	}
}
END_TEST

START_TEST(test_errors)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_count_options count = error_cases[_i].count;
	brad_table *table;
	count.size = sizeof count;
	ck_assert_int_eq(brad_index_count(indexes[0], &options, &count, &table, &error),
			 BRAD_EINVAL);
	ck_assert_ptr_null(table);
	ck_assert_msg(strstr(error.message, error_cases[_i].says) != NULL, "%s", error.message);
}
END_TEST

START_TEST(test_calendar)
{
	char name[16];
	brad_field field = calendar_cases[_i].field;
	uint32_t number = bs_calendar_number(field, bs_date_pack(calendar_cases[_i].date));
	ck_assert_str_eq(bs_calendar_name(field, number, name), calendar_cases[_i].name);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("count");
	TCase *tests = tcase_create("cases");
	tcase_add_unchecked_fixture(tests, make_indexes, free_indexes);
	tcase_add_loop_test(tests, test_count, 0, CASES(cases));
	tcase_add_loop_test(tests, test_errors, 0, CASES(error_cases));
	tcase_add_loop_test(tests, test_calendar, 0, CASES(calendar_cases));
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
