/* Which documents are refused, and what is said of them? */
#include "suite.h"

#define TEXT(string) .text = (string), .text_length = sizeof(string) - 1

/* ---- Cases ---- */

static const struct {
	brad_document document;
	const char *message; /* NULL: it is good */
} cases[] = {
	{{.size = sizeof(brad_document)}, NULL},
	{{.size = sizeof(brad_document), TEXT("It rained.")}, NULL},
	{{.size = sizeof(brad_document), TEXT("It rained."), .date = {2024, 2, 29}}, NULL},
	{{.size = sizeof(brad_document), TEXT("It rained."), .date = {2024, 0, 0}}, NULL},
	{{.size = 3, TEXT("It rained.")}, "a document begins with BRAD_DOCUMENT_INIT"},
	{{.size = sizeof(brad_document), .text_length = 1}, "a document needs a text"},
	{{.size = sizeof(brad_document), TEXT("Rain\xC3")}, "byte 4 of the text is not UTF-8"},
	{{.size = sizeof(brad_document), TEXT("Rain\0.")}, "byte 4 of the text is a NUL"},
	{{.size = sizeof(brad_document),
	  .text = "x",
	  .text_length = BRAD_GREATEST_ARTICLE_SIZE + 1},
	 "the text has 1073741825 bytes; at most 1073741824 can be analysed"},
	{{.size = sizeof(brad_document), TEXT("x"), .id = "\xFF"}, "the id '?' is not UTF-8"},
	{{.size = sizeof(brad_document), TEXT("x"), .title = "\xFF"}, "the title '?' is not UTF-8"},
	{{.size = sizeof(brad_document), TEXT("x"), .source = "a\xE9"},
	 "the source 'a?' is not UTF-8"},
	{{.size = sizeof(brad_document), TEXT("x"), .url = "\xFF"}, "the url '?' is not UTF-8"},
	{{.size = sizeof(brad_document), TEXT("x"), .path = "\xFF"}, "the path '?' is not UTF-8"},
	{{.size = sizeof(brad_document), TEXT("x"), .date = {2023, 2, 29}},
	 "there is no such date as 2023-02-29"},
	{{.size = sizeof(brad_document), TEXT("x"), .date = {2023, 200, 1}},
	 "there is no such date as 2023-200-01"},
	{{.size = sizeof(brad_document), TEXT("x"), .date = {-44, 3, 15}},
	 "there is no such date as -44-03-15"},
};

/* ---- Code ---- */

START_TEST(documents)
{
	brad_article *article;
	brad_status status = brad_article_parse(&cases[_i].document, &article, &error);
	ck_assert_str_eq(error.message, cases[_i].message ? cases[_i].message : "");
	ck_assert_int_eq(status == BRAD_OK, cases[_i].message == NULL);
	ck_assert_int_eq(error.status, status);
	ck_assert_int_eq(article != NULL, cases[_i].message == NULL);
	brad_article_free(article);
}
END_TEST

START_TEST(no_document)
{
	brad_article *article;
	ck_assert_int_eq(brad_article_parse(NULL, &article, NULL), BRAD_EINVAL);
	ck_assert_ptr_null(article);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("document");
	TCase *tests = tcase_create("document");
	tcase_add_loop_test(tests, documents, 0, CASES(cases));
	tcase_add_test(tests, no_document);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
