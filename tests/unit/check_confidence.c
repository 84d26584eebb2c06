/* By which evidence a speaker is known, and how sure that is. */
#include "suite.h"

/* ---- Cases ---- */

/* The evidence of each quotation: Named, Body, Pronoun, Carried, - for none. */
static const struct {
	const char *text, *evidence;
} evidence_cases[] = {
	{"“The bridge is safe,” said Ann Bell.", "N"},
	{"Ann Bell came to Selby. She said the bridge was safe.", "P"},
	{"Selby Council said the bridge was safe.", "B"},
	{"Inspectors said the bridge was safe.", "B"},
	{"Ann Bell said: “The bridge is safe.\n\n“The road is not.”", "N"},
	{"“The bridge is safe,” they said.", "-"},
	{"“The bridge is safe at last.”", "-"},
	{"“The bridge is safe,” said Ann Bell. “The road is not,” she added.", "NP"},
};

/* The evidence of each sentence. */
static const struct {
	const char *text, *evidence;
} sentence_cases[] = {
	{"“The bridge is safe,” said Ann Bell. “The road is not,” she added.", "NP"},
	{"Ann Bell said: “The bridge is safe.\n\n“The road is not.”", "NC"},
	{"Ann Bell said: “The bridge is safe.\n\n“The road is not.\n\n“Nor is the path.”", "NCC"},
	{"Ann Bell came to Selby. Bob Cole said: “The bridge is safe.\n\n“The road is not.”",
	 "-NC"},
};

/* The first is surer than the second. */
static const struct {
	const char *surer, *less;
} order_cases[] = {
	{"“The bridge is safe,” said Ann Bell.", "“The bridge is safe,” she said.\n\nAnn Bell."},
	{"“The bridge is safe,” said Ann Bell.", "Ann Bell came to Selby. She said it was safe."},
	{"“The bridge is safe,” said Ann Bell.", "Ann Bell said the bridge was safe."},
	{"Ann Bell said the bridge was safe.", "Ann Bell claims the bridge was safe."},
	{"“The bridge is safe,” said Ann Bell.", "“The bridge is safe,” said a neighbour."},
	{"“The bridge is safe,” said Ann Bell. “It is,” she said.",
	 "“The bridge is safe,” she said, and Ann Bell left."},
};

/* ---- Code ---- */

static brad_article *parse(const char *text, const brad_quote **quotes, size_t *count)
{
	brad_article *article = article_of(document_of(text));
	*count = brad_article_quotes(article, quotes);
	return article;
}

START_TEST(test_evidence)
{
	char found[16] = "";
	const brad_quote *quotes;
	size_t count;
	brad_article *article = parse(evidence_cases[_i].text, &quotes, &count);
	ck_assert_uint_lt(count, sizeof found);
	for (size_t i = 0; i < count; i++) {
		const brad_quote *q = &quotes[i];
		found[i] = "-NBPC"[q->evidence];
		ck_assert_int_eq(q->speaker_count > 0, q->evidence != BRAD_EVIDENCE_NONE);
		ck_assert_int_eq(q->speaker_count > 0, q->confidence > 0);
		ck_assert(q->confidence >= 0 && q->confidence < 1);
	}
	ck_assert_str_eq(found, evidence_cases[_i].evidence);
	brad_article_free(article);
}
END_TEST

START_TEST(test_evidence_of_sentences)
{
	char found[16] = "";
	const brad_sentence *sentences;
	brad_article *article = article_of(document_of(sentence_cases[_i].text));
	size_t count = brad_article_sentences(article, &sentences);
	ck_assert_uint_lt(count, sizeof found);
	for (size_t i = 0; i < count; i++) {
		found[i] = "-NBPC"[sentences[i].evidence];
		ck_assert_int_eq(sentences[i].speaker_count > 0,
				 sentences[i].evidence != BRAD_EVIDENCE_NONE);
	}
	ck_assert_str_eq(found, sentence_cases[_i].evidence);
	brad_article_free(article);
}
END_TEST

static double confidence_of(const char *text)
{
	const brad_quote *quotes;
	size_t count;
	brad_article *article = parse(text, &quotes, &count);
	double confidence = count ? quotes[0].confidence : 0;
	brad_article_free(article);
	return confidence;
}

START_TEST(test_order)
{
	double surer = confidence_of(order_cases[_i].surer);
	double less = confidence_of(order_cases[_i].less);
	ck_assert_msg(surer > less, "%s: %.2f\n%s: %.2f", order_cases[_i].surer, surer,
		      order_cases[_i].less, less);
}
END_TEST

/* The range that the figures in confidence.c give what is named beside its words. */
START_TEST(test_sure)
{
	double named = confidence_of("“The bridge is safe,” said Ann Bell.");
	ck_assert_msg(named >= 0.95, "%.2f", named);
	double pronoun = confidence_of("Ann Bell came to Selby. She said the bridge was safe.");
	ck_assert_msg(pronoun > 0.4 && pronoun < 0.8, "%.2f", pronoun);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("confidence");
	TCase *tests = tcase_create("confidence");
	tcase_add_loop_test(tests, test_evidence, 0, CASES(evidence_cases));
	tcase_add_loop_test(tests, test_evidence_of_sentences, 0, CASES(sentence_cases));
	tcase_add_loop_test(tests, test_order, 0, CASES(order_cases));
	tcase_add_test(tests, test_sure);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
