/* What does a query ask for? */
#include "asking.h"

#include "search/say.h"

/* ---- Cases ---- */

/* How a query is read: its joins in brackets, a phrase in double marks, a row of
 * stems with _ between, * after a word without postings, = before a stem. */
static const struct {
	const char *query, *tree;
} all_cases[] = {
	{"", "nothing"},
	{" \t\n", "nothing"},
	{"ferries", "=ferri"},
	{"Ferries rose", "(AND =ferri =rose)"},
	{"ferry OR boat", "(OR =ferri =boat)"},
	{"ferry boat OR quay", "(OR (AND =ferri =boat) =quay)"},
	{"ferry (boat OR quay)", "(AND =ferri (OR =boat =quay))"},
	{"ferry AND boat AND quay", "(AND =ferri =boat =quay)"},
	{"ferry or boat", "(AND =ferri =boat)"}, /* no capitals: a stop word, passed over */
	{"ferry -boat", "(AND =ferri (NOT =boat))"},
	{"ferry NOT boat", "(AND =ferri (NOT =boat))"},
	{"-boat ferry", "(AND =ferri (NOT =boat))"},
	{"-boat ferry -quay", "(AND =ferri (NOT =boat) (NOT =quay))"},
	{"NOT boat ferry quay", "(AND =ferri =quay (NOT =boat))"},
	{"ferry AND NOT boat", "(AND =ferri (NOT =boat))"},
	{"ferry NOT NOT boat", "(AND =ferri =boat)"},
	{"ferry -(boat OR quay)", "(AND =ferri (NOT (OR =boat =quay)))"},
	{"ferry -\"slow boat\"", "(AND =ferri (NOT \"slow boat\"))"},
	{"ferry - boat -- quay", "(AND =ferri =boat =quay)"},
	{"((ferry))", "=ferri"},
	{"\"The Ferry Rose\"", "\"the ferry rose\""},
	{"“slow boats”", "\"slow boats\""},
	{"“slow boats\"", "\"slow boats\""},
	{"\"boats\"", "\"boats\""},
	{"a\"b c\"d", "(AND \"b c\" =d)"},
	{"co-operates", "=co_=oper"},
	{"09/02/2023", "=09_=02_=2023"},
	{"U.S. children’s", "(AND =us =children)"},
	{"ferry: … boat!", "(AND =ferri =boat)"},
	{"the ferry", "=ferri"},
	{"the", "the*"},
	{"to the", "(AND to* the*)"},
	{"the OR ferry", "(OR the* =ferri)"},
	{"ferry -the", "(AND =ferri (NOT the*))"},
	{"the -ferry", "(AND the* (NOT =ferri))"},
	{"the \"to be\"", "\"to be\""},
	{"did Will sail", "(AND =did =will =sail)"},
	{"Will sail", "=sail"},
	{"will WHO sail", "(AND =who =sail)"},
	{"WHO report", "(AND =who =report)"},
	{"WHO", "=who"},
	{"Who", "who*"},
	{"WHO 2021", "(AND =who =2021)"},
	{"WHO the 2021", "(AND =who =2021)"},
	{"ferry Or boat", "(AND =ferri =or =boat)"},
	{"O.R. boat", "(AND =or =boat)"},
	{"ferry A.N.D.", "(AND =ferri =and)"},
	{"THE FERRY OR THE BOAT", "(OR =ferri =boat)"},
	{"what I saw", "(AND =what =saw)"},
	{"may not", "(AND =may =not)"},
	/* single marks */
	{"‘slow boats’", "\"slow boats\""},
	{"'slow boats' quay", "(AND \"slow boats\" =quay)"},
	{"-'slow boats' quay", "(AND =quay (NOT \"slow boats\"))"},
	{"('slow boats' OR quay)", "(OR \"slow boats\" =quay)"},
	{"'boats'", "\"boats\""},
	{"'everlasting boats'", "\"everlasting boats\""},
	{"'slow boats'!", "\"slow boats\""},
	{"children's boats'", "(AND =children =boat)"},
	{"councillors' boats' quay", "(AND =councillor =boat =quay)"},
	{"'the councillors' slow plan'", "\"the councillors slow plan\""},
	{"'slow boats' councillors' plan", "(AND \"slow boats\" =councillor =plan)"},
	{"'slow boats' 'the quay'", "(AND \"slow boats\" \"the quay\")"},
	{"'tis the councillors' boat", "(AND =tis =councillor =boat)"},
	{"‘tis slow’", "(AND =tis =slow)"},
	{"’tis slow", "(AND =tis =slow)"},
	{"'90s boats' quay", "(AND =90s =boat =quay)"},
	{"'slow boats", "(AND =slow =boat)"},
	{"rock 'n' roll", "(AND =rock \"n\" =roll)"},
	{"that's children’s o'clock", "(AND =that =children =o'clock)"},
	{"\"the 'slow' boat\"", "\"the slow boat\""},
	{"'slow \"quay\" boat'", "(AND =slow \"quay\" =boat)"},
	/* near */
	{"\"slow boats\"~5", "\"slow boats\"~5"},
	{"'slow boats'~1 quay", "(AND \"slow boats\"~1 =quay)"},
	{"-“a slow boat”~1000 quay", "(AND =quay (NOT \"a slow boat\"~1000))"},
	{"boat~5", "=boat_=5"},
	/* any ending */
	{"boat*", "boat..."},
	{"Ferr* boat", "(AND ferr... =boat)"},
	{"the*", "the..."},
	{"the* boat", "(AND the... =boat)"},
	{"ÉCL*", "ecl..."},
	{"\"slow boat*\"", "\"slow boat...\""},
	{"\"boat*\"", "boat..."},
	{"co-oper*", "=co_oper..."},
	{"ferry -boat*", "(AND =ferri (NOT boat...))"},
	{"\"ferr* quay\"~3", "\"ferr... quay\"~3"},
	/* articles */
	{"ferry article:(boat quay)", "(AND =ferri (IN (AND =boat =quay)))"},
	{"ferry -article:(boat OR quay)", "(AND =ferri (NOT (IN (OR =boat =quay))))"},
	{"ferry OR article:(boat -quay)", "(OR =ferri (IN (AND =boat (NOT =quay))))"},
	{"(ferry article:(boat))", "(AND =ferri (IN =boat))"},
	{"article:(boat article:(quay))", "(IN (AND =boat =quay))"},
	{"Article:(\"slow boat\")", "(IN \"slow boat\")"},
	/* fields */
	{"speaker:Keller", "speaker:Keller"},
	{"speaker:Keller ferry", "=ferri speaker:Keller"},
	{"ferry OR boat speaker:Keller", "(OR =ferri =boat) speaker:Keller"},
	{"ferry speaker:Keller OR boat", "(OR =ferri =boat) speaker:Keller"},
	{"speaker:Keller,\"Tom Varga\"", "speaker:Keller,Tom Varga"},
	{"speaker:Keller boat speaker:'Tom Varga',Sipos", "=boat speaker:Keller,Tom Varga,Sipos"},
	{"SPEAKER:o’Neill", "speaker:o’Neill"},
	{"speaker:“Anna Keller”", "speaker:Anna Keller"},
	{"-speaker:Keller", "-speaker:Keller"},
	{"NOT speaker:Keller -source:Post", "-speaker:Keller -source:Post"},
	{"NOT NOT speaker:Keller", "speaker:Keller"},
	{"ferry AND speaker:Keller", "=ferri speaker:Keller"},
	{"speaker:Keller AND ferry AND boat", "(AND =ferri =boat) speaker:Keller"},
	{"-boat speaker:Keller", "(AND ALL (NOT =boat)) speaker:Keller"},
	{"-boat -speaker:Keller", "(AND ALL (NOT =boat)) -speaker:Keller"},
	{"role:leader said:Direct,indirect", "role:leader said:Direct,indirect"},
	{"title:\"new bridge\" article:a1", "title:new bridge article:a1"},
	{"article:/news/a1.txt", "article:/news/a1.txt"},
	{"the speaker:Keller", "the* speaker:Keller"},
	{"speaker:Keller Will sail", "=sail speaker:Keller"},
	{"date:2021", "date:2021..2021"},
	{"date:2021-02-03", "date:2021-02-03..2021-02-03"},
	{"date:2021..2022-06", "date:2021..2022-06"},
	{"date:2021..", "date:2021.."},
	{"date:..2022", "date:..2022"},
	{"date:2020,2022-01..", "date:2020..2020,2022-01.."},
	{"date:unknown", "date:unknown"},
	{"date:today", "date:2022-01-13..2022-01-13"},
	{"date:yesterday", "date:2022-01-12..2022-01-12"},
	{"date:this-week", "date:2022-01-10..2022-01-16"},
	{"date:last-week", "date:2022-01-03..2022-01-09"},
	{"date:this-month", "date:2022-01..2022-01"},
	{"date:last-month", "date:2021-12..2021-12"},
	{"date:this-year", "date:2022..2022"},
	{"date:last-year", "date:2021..2021"},
	{"date:Last-Month..today", "date:2021-12..2022-01-13"},
	{"date:\"last week\"", "date:2022-01-03..2022-01-09"},
	{"mentions:2018,last-year", "mentions:2018..2018,2021..2021"},
	{"-mentions:2018", "-mentions:2018..2018"},
	/* colons that are text */
	{"ferry: fares", "(AND =ferri =fare)"},
	{"12:30", "=12_=30"},
	{"http://news/1", "=http_=news_=1"},
	{"\"speaker:Keller\"", "\"speaker keller\""},
	{"re-run:boat", "=re_=run_=boat"},
};

/* The same of a search for any of the words. */
static const struct {
	const char *query, *tree;
} any_cases[] = {
	{"ferry boat", "(OR =ferri =boat)"},
	{"the ferry to the boat", "(OR =ferri =boat)"},
	{"ferry boat -quay", "(AND (OR =ferri =boat) (NOT =quay))"},
	{"ferry AND boat quay", "(OR (AND =ferri =boat) =quay)"},
	{"ferry \"slow boat\"", "(OR =ferri \"slow boat\")"},
	{"ferry co-op", "(OR =ferri =co =op)"},
	{"ferry -co-op", "(AND =ferri (NOT =co_=op))"},
	{"(ferry boat) OR quay", "(OR (OR =ferri =boat) =quay)"},
	{"ferry boat speaker:Keller", "(OR =ferri =boat) speaker:Keller"},
	{"ferry AND speaker:Keller boat", "(OR =ferri =boat) speaker:Keller"},
	{"-boat speaker:Keller", "(AND ALL (NOT =boat)) speaker:Keller"},
	{"ferry article:(boat quay)", "(OR =ferri (IN (OR =boat =quay)))"},
	{"co-oper* 'slow boat'", "(OR =co oper... \"slow boat\")"},
};

/* The same where no character is an operator. */
static const struct {
	const char *query, *tree;
} plain_cases[] = {
	{"ferry OR boat", "(AND =ferri =or =boat)"},
	{"ferry NOT -boat", "(AND =ferri =not =boat)"},
	{"(\"ferry\" boat", "(AND =ferri =boat)"},
	{"boat(s)", "=boat_=s"},
	{"speaker:Keller", "=speaker_=keller"},
	{"foo:bar boat* \"a b\"~x", "(AND =foo_=bar =boat =b_=x)"},
	{"'slow boats' article:(quay)", "(AND =slow =boat =articl_=quay)"},
};

/* Every node knows its bytes: here those of the root and of the last leaf. */
static const struct {
	const char *query;
	brad_span root, leaf;
} span_cases[] = {
	{"ferry", {0, 5}, {0, 5}},        {" ferry  boats", {1, 13}, {8, 13}},
	{"a “b c”", {2, 11}, {2, 11}},    {"ferry -boat", {0, 11}, {7, 11}},
	{"-boat ferry", {0, 11}, {1, 5}}, /* what is not wanted goes last in the tree */
};

/* ---- Code ---- */

static void print_node(struct bs_buffer *out, const struct bs_node *node)
{
	static const char *const joins[] = {"(IN", "(AND", "(OR", "(NOT"};
	if (node->child_count) {
		bs_buffer_string(out, joins[node->kind - BS_NODE_ARTICLE]);
		for (size_t i = 0; i < node->child_count; i++) {
			bs_buffer_string(out, " ");
			print_node(out, node->children[i]);
		}
		bs_buffer_string(out, ")");
		return;
	}
	if (node->kind == BS_NODE_ALL) bs_buffer_string(out, "ALL");
	if (node->exact) bs_buffer_string(out, "\"");
	for (size_t i = 0; i < node->word_count; i++) {
		const struct bs_query_word *w = &node->words[i];
		bool form = node->exact || w->prefix || (node->kind == BS_NODE_WORD && !w->posted);
		if (i > 0) bs_buffer_string(out, node->exact ? " " : "_");
		bs_buffer_string(out, form ? "" : "=");
		bs_buffer_string(out, form ? w->form : w->stem);
		if (w->prefix)
			bs_buffer_string(out, "...");
		else if (form && !node->exact)
			bs_buffer_string(out, "*");
	}
	if (node->exact) bs_buffer_string(out, "\"");
	if (node->kind == BS_NODE_NEAR) {
		char number[16];
		snprintf(number, sizeof number, "~%u", node->distance);
		bs_buffer_string(out, number);
	}
}

static void print_values(struct bs_buffer *out, const char *sign, enum bs_field field,
			 const struct bs_field_values *values)
{
	for (size_t i = 0; i < values->count; i++) {
		bs_buffer_string(out, i ? "," : out->length ? " " : "");
		if (i == 0) {
			bs_buffer_string(out, sign);
			bs_buffer_string(out, bs_field_name(field));
			bs_buffer_string(out, ":");
		}
		const struct bs_field_value *v = &values->items[i];
		char first[16], last[16];
		bool dates = field == BS_FIELD_DATE || field == BS_FIELD_MENTIONS;
		if (!dates || v->unknown) {
			bs_buffer_string(out, v->text);
			continue;
		}
		bs_buffer_string(out, brad_date_write(v->first, first));
		bs_buffer_string(out, "..");
		bs_buffer_string(out, brad_date_write(v->last, last));
	}
}

static void print_query(struct bs_buffer *out, const struct bs_query *query)
{
	if (query->root) print_node(out, query->root);
	for (unsigned i = 0; i < BS_FIELDS; i++) {
		print_values(out, "", (enum bs_field)i, &query->fields.with[i]);
		print_values(out, "-", (enum bs_field)i, &query->fields.without[i]);
	}
	if (out->length == 0) bs_buffer_string(out, "nothing");
}

static void check_tree(const char *text, bool any, bool plain, const char *tree)
{
	struct bs_query query;
	struct bs_buffer found = {0};
	brad_status status = parse(text, any, plain, &query);
	ck_assert_msg(status == BRAD_OK, "%s: %s", text, error.message);
	print_query(&found, &query);
	ck_assert_str_eq(found.bytes, tree);
	bs_buffer_free(&found);
}

START_TEST(test_all)
{
	check_tree(all_cases[_i].query, false, false, all_cases[_i].tree);
}
END_TEST

/* Said in its canonical form, a query is read to the same tree. */
START_TEST(test_canonical)
{
	struct bs_query query, again;
	struct bs_buffer said = {0}, tree = {0}, tree_again = {0};
	const char *text = all_cases[_i].query;
	OK(parse(text, false, false, &query));
	bs_buffer_string(&said, "");
	bs_say_canonical(&query, text, &scratch.scan, &said);
	const char *canonical = said.bytes ? said.bytes : "";
	ck_assert_msg(parse(canonical, false, false, &again) == BRAD_OK, "%s: %s", canonical,
		      error.message);
	print_query(&tree, &query);
	print_query(&tree_again, &again);
	ck_assert_msg(strcmp(tree.bytes, tree_again.bytes) == 0, "%s, %s: %s", text, canonical,
		      tree_again.bytes);
	bs_buffer_free(&said);
	bs_buffer_free(&tree);
	bs_buffer_free(&tree_again);
}
END_TEST

START_TEST(test_any)
{
	check_tree(any_cases[_i].query, true, false, any_cases[_i].tree);
}
END_TEST

START_TEST(test_plain)
{
	check_tree(plain_cases[_i].query, false, true, plain_cases[_i].tree);
}
END_TEST

START_TEST(test_spans)
{
	struct bs_query query;
	OK(parse(span_cases[_i].query, false, false, &query));
	const struct bs_node *leaf = query.leaves[query.leaf_count - 1];
	ck_assert_uint_eq(query.root->span.start, span_cases[_i].root.start);
	ck_assert_uint_eq(query.root->span.end, span_cases[_i].root.end);
	ck_assert_uint_eq(leaf->span.start, span_cases[_i].leaf.start);
	ck_assert_uint_eq(leaf->span.end, span_cases[_i].leaf.end);
}
END_TEST

/* What is asked for any word, as deep as it may be, can be asked again in its own form. */
START_TEST(test_depth_of_canonical)
{
	static const char part[] = "(-x b c ";
	char text[100 * sizeof part + 200] = "";
	struct bs_query query;
	for (int i = 0; i < 100; i++) strcat(text, part);
	strcat(text, "-y d e");
	for (int i = 0; i < 100; i++) strcat(text, ")");
	OK(parse(text, true, false, &query));
	struct bs_buffer once = {0}, twice = {0};
	struct bs_words_scan scan = {0};
	bs_say_canonical(&query, text, &scan, &once);
	OK(parse(once.bytes, false, false, &query));
	bs_say_canonical(&query, once.bytes, &scan, &twice);
	ck_assert_str_eq(twice.bytes, once.bytes);
	bs_buffer_free(&once);
	bs_buffer_free(&twice);
	bs_buffer_free(&scan.form);
}
END_TEST

START_TEST(test_passed_over)
{
	struct bs_query query;
	OK(parse("the ferry to it", false, false, &query));
	ck_assert_uint_eq(query.passed_over_count, 3);
	ck_assert_str_eq(query.passed_over[0]->form, "the");
	ck_assert_str_eq(query.passed_over[1]->form, "to");
	ck_assert_str_eq(query.passed_over[2]->form, "it");
}
END_TEST

/* Only a leaf under no NOT is wanted, at any depth. */
START_TEST(test_wanted)
{
	struct bs_query query;
	OK(parse("a1 -(b1 OR (c1 -d1))", false, false, &query));
	ck_assert_uint_eq(query.leaf_count, 4);
	for (uint32_t i = 0; i < 4; i++) {
		ck_assert_uint_eq(query.leaves[i]->leaf, i);
		ck_assert(query.leaves[i]->wanted == (i == 0));
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("query");
	TCase *cases = tcase_create("query");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_loop_test(cases, test_all, 0, CASES(all_cases));
	tcase_add_loop_test(cases, test_canonical, 0, CASES(all_cases));
	tcase_add_loop_test(cases, test_any, 0, CASES(any_cases));
	tcase_add_loop_test(cases, test_plain, 0, CASES(plain_cases));
	tcase_add_loop_test(cases, test_spans, 0, CASES(span_cases));
	tcase_add_test(cases, test_depth_of_canonical);
	tcase_add_test(cases, test_passed_over);
	tcase_add_test(cases, test_wanted);
	suite_add_tcase(suite, cases);
	return run_suite(suite);
}
