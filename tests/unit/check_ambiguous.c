/* Which names of a list are in doubt, and why? */
#include "suite.h"

#include "search/speakers.h"

/* ---- Cases ---- */

/* Names, with their roles behind "=", and what is in doubt: a line each. */
static const struct {
	const char *names, *expected;
} cases[] = {
	/* One word is similar: a letter in short names, two in those of eight or more. */
	{"Marc Douglas|Mark Douglas", "spelling: Marc Douglas ~ Mark Douglas\n"},
	{"Mark Douglas|Marc Douglas", "spelling: Mark Douglas ~ Marc Douglas\n"},
	{"J Douglas|John Douglas", "spelling: J Douglas ~ John Douglas\n"},
	{"J Douglas|Karl Douglas", ""},
	{"Jo Douglas|Jon Douglas", ""},
	{"Ann Douglas|Anna Douglas", "spelling: Ann Douglas ~ Anna Douglas\n"},
	{"Ann Douglas|Anneke Douglas", ""},
	{"Abigail Holt|Abigeal Holt", ""},
	{"Margaret Holt|Mergart Holt", ""},
	{"Margaret Holt|Margerit Holt", "spelling: Margaret Holt ~ Margerit Holt\n"},
	{"Margaret Holt|Mergerit Holt", ""},
	{"Anna Holt|Anna Hollt", "spelling: Anna Holt ~ Anna Hollt\n"},
	{"Anna May Holt|Anna Mai Holt", "spelling: Anna May Holt ~ Anna Mai Holt\n"},
	{"Anna May Holt|Anne Mai Holt", ""},
	{"Anna Holt|ANNA HOLT", "spelling: Anna Holt ~ ANNA HOLT\n"},
	{"Anna Holt|Anna holt", ""},
	{"Anna Holt|Bert Reed", ""},
	/* One name has more words. */
	{"Anna Holt|Anna May Rose Holt", "spelling: Anna Holt ~ Anna May Rose Holt\n"},
	{"Anna Holt|Anna May Reed", ""},
	{"Anna Holt|Beth May Holt", ""},
	/* Each pair once, at the name that comes first. */
	{"Anna Holt|Anne Holt|Anni Holt",
	 "spelling: Anna Holt ~ Anne Holt; Anni Holt\nspelling: Anne Holt ~ Anni Holt\n"},
	/* A last word alone; the names that may be meant in the order of their first words. */
	{"Holt|Anna Holt", "surname: Holt ~ Anna Holt\n"},
	{"Zoe Holt|Bert Reed|Holt|Karl Holt|Anna Holt|Tom Holt",
	 "surname: Holt ~ Anna Holt; Karl Holt; Tom Holt; Zoe Holt\n"},
	{"holt|Anna Holt", ""},
	{"Holt|anna Holt", ""},
	{"Anna|Anna Holt", ""},
	{"Holt|Holm|Anna Reed", ""},
	/* Roles without a word in common, but for stop words. */
	{"Anna Holt=Mayor=mayor of Holm=leader of Holm", ""},
	{"Anna Holt=leader of Holm=striker=Holm striker", ""},
	{"Anna Holt=Mayor=striker", "roles: Anna Holt ~ Mayor; striker\n"},
	{"Anna Holt=head of the school=coach of the team",
	 "roles: Anna Holt ~ head of the school; coach of the team\n"},
	{"anna Holt=Mayor=striker", ""},
	{"Anna Holt=Mayor", ""},
	{"Anna Holt=Mayor=striker=!", ""},
	/* What has no word is no name. */
	{"!|?|Anna Holt", ""},
};

/* ---- Code ---- */

enum { MOST_NAMES = 8, MOST_ROLES = 4 };

static void read_names(char *text, brad_person *rows, const char *roles[][MOST_ROLES],
		       struct brad_people *out)
{
	char *rest;
	for (char *one = strtok_r(text, "|", &rest); one; one = strtok_r(NULL, "|", &rest)) {
		brad_person *row = &rows[out->row_count];
		char *more;
		*row = (brad_person){.name = strtok_r(one, "=", &more), .sentences = 9};
		row->roles = roles[out->row_count++];
		for (char *role; (role = strtok_r(NULL, "=", &more));)
			roles[row - rows][row->role_count++] = role;
	}
}

START_TEST(doubts)
{
	static const char *const kinds[] = {"spelling", "surname", "roles"};
	struct brad_people people = {0};
	brad_person rows[MOST_NAMES];
	const char *roles[MOST_NAMES][MOST_ROLES];
	char names[256], found[512] = "";
	const brad_ambiguity *first;
	size_t count, n = 0;
	people.rows = rows;
	read_names(strcpy(names, cases[_i].names), rows, roles, &people);
	for (int again = 0; again < 2; again++)
		OK(brad_people_ambiguities(&people, &first, &count, &error));
	for (size_t i = 0; i < count; i++) {
		ck_assert_uint_eq(first[i].sentences, 9);
		n += (size_t)sprintf(found + n, "%s: %s ~", kinds[first[i].doubt], first[i].name);
		for (size_t k = 0; k < first[i].other_count; k++)
			n += (size_t)sprintf(found + n, "%s %s", k ? ";" : "", first[i].others[k]);
		n += (size_t)sprintf(found + n, "\n");
	}
	ck_assert_str_eq(found, cases[_i].expected);
	bs_arena_free(&people.answer.arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("ambiguous");
	TCase *tests = tcase_create("ambiguous");
	tcase_add_loop_test(tests, doubts, 0, CASES(cases));
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
