#include "analysis/furniture_line.h"

enum {
	LONGEST_CREDIT = 12, /* tokens */
	SHORTEST_NUMBER = 5  /* digits of a picture's number */
};

static bool is_one_of(const struct bs_token *t, const char *text, const char *const *words)
{
	for (; *words; words++)
		if (bs_token_text(t, text, *words)) return true;
	return false;
}

/* May the token stand in the name of who took a picture, or between two? */
static bool is_of_credit(const struct bs_token *t, const char *text)
{
	static const char *const words[] = {"by", "and", "of", "on", "via", "from", "for", NULL};
	return t->kind != BS_WORD || t->flags & BS_CAPITAL ||
	       (bs_token_is(t, BS_LIST_GRAMMAR_WORD) && is_one_of(t, text, words)) ||
	       bs_token_text(t, text, "com");
}

/* "Picture: Jo Reed", "(Image: Reed Photos)" */
static bool ends_with_credit(const struct bs_article *a, uint32_t first, uint32_t last)
{
	static const char *const words[] = {"picture", "pictures",   "photo",   "photos", "pic",
					    "pics",    "photograph", "graphic", "image",  "images",
					    "credit",  "credits",    "video",   NULL};
	const struct bs_token *t = a->tokens.at;
	const char *text = a->document.text;
	for (uint32_t i = last - 1; i > first && last - i < LONGEST_CREDIT; i--) {
		if (bs_token_mark(&t[i], ':') && is_one_of(&t[i - 1], text, words))
			return i + 1 < last;
		if (!is_of_credit(&t[i], text)) return false;
	}
	return false;
}

/* "A flat in Mill Lane (4230625)" */
static bool ends_with_number(const struct bs_article *a, uint32_t first, uint32_t last)
{
	const struct bs_token *t = &a->tokens.at[last - 1];
	return last - first > 3 && bs_token_mark(t, ')') && t[-1].kind == BS_NUMBER &&
	       t[-1].end - t[-1].start >= SHORTEST_NUMBER && bs_token_mark(t - 2, '(');
}

bool bs_is_credited(const struct bs_article *a, uint32_t first, uint32_t last)
{
	return ends_with_credit(a, first, last) || ends_with_number(a, first, last);
}
