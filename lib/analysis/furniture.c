#include "analysis/furniture_line.h"

enum {
	LONGEST_LABEL = 12,     /* words of an unfinished line that begins with a phrase */
	LONGEST_DATE_LINE = 20, /* tokens */
	LONGEST_BYLINE = 10,
	LONGEST_PLUG = 60
};

static const struct bs_token *token(const struct bs_article *a, uint32_t i)
{
	return &a->tokens.at[i];
}

static bool is_closing(const struct bs_token *t)
{
	switch (t->kind == BS_MARK ? t->value : 0) {
	case '"':
	case '\'':
	case 0x201D:
	case 0x2019:
	case ')':
	case ']':
	case 0xBB: return true;
	default: return false;
	}
}

bool bs_is_finished(const struct bs_article *a, uint32_t first, uint32_t last)
{
	while (last > first && is_closing(token(a, last - 1))) last--;
	if (last == first || token(a, last - 1)->kind != BS_MARK) return false;
	switch (token(a, last - 1)->value) {
	case '.':
	case '?':
	case '!':
	case ':':
	case ';':
	case ',':
	case 0x2026:
	case 0x3002: return true;
	default: return false;
	}
}

/* How many words and numbers it has. */
static uint32_t count_words(const struct bs_article *a, uint32_t first, uint32_t last)
{
	uint32_t n = 0;
	for (uint32_t i = first; i < last; i++) n += token(a, i)->kind != BS_MARK;
	return n;
}

static bool is_bullet(uint32_t mark)
{
	static const uint32_t marks[] = {'-',    '*',    0x2013, 0x2022, 0x2023,
					 0x2043, 0x25AA, 0x25CF, 0x25E6, 0xB7};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (mark == marks[i]) return true;
	return false;
}

bool bs_is_item(const struct bs_article *a, uint32_t first, uint32_t last)
{
	const struct bs_token *t = token(a, first);
	if (t->kind == BS_MARK) return is_bullet(t->value) && last > first + 1;
	return t->kind == BS_NUMBER && last > first + 2 && t->value < 100 &&
	       (bs_token_mark(t + 1, '.') || bs_token_mark(t + 1, ')')) && (t[2].flags & BS_SPACE);
}

/* "By Jane Bloggs, Education Reporter" */
static bool is_byline(const struct bs_article *a, uint32_t first, uint32_t last)
{
	if (!bs_token_text(token(a, first), a->document.text, "by") || last - first < 2)
		return false;
	if (bs_token_mark(token(a, first + 1), ':')) first++;
	if (last - first < 2) return false;
	if (bs_is_finished(a, first, last) || count_words(a, first, last) > LONGEST_BYLINE)
		return false;
	const struct bs_token *name = token(a, first + 1);
	return name->kind == BS_WORD && (name->flags & BS_CAPITAL) &&
	       !bs_token_is(name, BS_LIST_OPENER);
}

/* Does a line only tell a day, a time, a temperature or a count? */
static bool is_date_line(const struct bs_article *a, uint32_t first, uint32_t last)
{
	uint32_t numbers = 0, words = 0;
	bool time = false; /* "17:18" */
	if (last - first > LONGEST_DATE_LINE) return false;
	for (uint32_t i = first; i < last; i++) {
		const struct bs_token *t = token(a, i);
		numbers += t->kind == BS_NUMBER;
		time |= bs_token_mark(t, ':');
		if (t->kind != BS_WORD) continue;
		words++;
		if (!bs_token_is(t, BS_LIST_WEEKDAY) && !bs_token_is(t, BS_LIST_MONTH) &&
		    !bs_token_is(t, BS_LIST_DATE_LINE))
			return false;
	}
	return numbers > 0 && (words > 0 || time) && !bs_is_finished(a, first, last);
}

/* "Follow us on Facebook for the latest news.", "Our headlines, sent to your inbox every day." */
static bool is_plug(const struct bs_article *a, uint32_t first, uint32_t last, uint32_t words)
{
	bool invites = bs_word_value(token(a, first)->word, BS_LIST_PLUG) == 'i';
	if (words > (invites ? LONGEST_PLUG : LONGEST_LABEL)) return false;
	uint32_t means = 0, company = 0;
	for (uint32_t i = first + invites; i < last; i++) {
		int value = bs_word_value(token(a, i)->word, BS_LIST_PLUG);
		means += value == 's';
		company += value == 'w';
	}
	return means > 0 && means + company > (invites ? 1 : 3);
}

/* "News Sport What's on Subscribe" */
static bool is_menu(const struct bs_article *a, uint32_t first, uint32_t last)
{
	static const char *const words[] = {"subscribe", "login", "register", "newsletters"};
	const struct bs_token *t = token(a, last - 1);
	if (last - first < 3 || !(t->flags & BS_CAPITAL)) return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (bs_token_text(t, a->document.text, words[i])) return true;
	return false;
}

/* "What do you think? Tell us in the comments below." */
static bool asks_for_comments(const struct bs_article *a, uint32_t first, uint32_t last)
{
	const char *text = a->document.text;
	while (last > first + 3 && token(a, last - 1)->kind == BS_MARK) last--;
	return last > first + 3 && bs_token_text(token(a, last - 1), text, "below") &&
	       bs_token_text(token(a, last - 2), text, "comments");
}

enum bs_furniture bs_find_furniture(const struct bs_article *a, uint32_t first, uint32_t last,
				    uint32_t words)
{
	if (words == 0) return BS_FURNITURE_LINE;
	enum bs_furniture kind =
		words > LONGEST_LABEL ? BS_NO_FURNITURE : bs_look_up_label(a, first, last);
	if (kind != BS_NO_FURNITURE) return kind;
	if (is_byline(a, first, last) || is_date_line(a, first, last) ||
	    is_plug(a, first, last, words) || is_menu(a, first, last) ||
	    asks_for_comments(a, first, last) || bs_is_credited(a, first, last))
		return BS_FURNITURE_LINE;
	return BS_NO_FURNITURE;
}
