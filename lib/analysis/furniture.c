#include "analysis/furniture.h"

#include "base/utf8.h"

#include <string.h>

enum {
	COMPARED = 48,          /* bytes of a line that are compared with the phrases */
	LONGEST_LABEL = 12,     /* words of an unfinished line that begins with a phrase */
	LONGEST_DATE_LINE = 20, /* tokens */
	LONGEST_BYLINE = 10,
	LONGEST_PLUG = 60
};

/* What a line of furniture begins with, folded.  A phrase that ends in a blank
 * needs more after it; '=' before it means that it must be the whole line. */
static const struct {
	const char *phrase;
	enum bs_furniture kind;
} phrases[] = {
	{"advertisement", BS_FURNITURE_LINE},
	{"=advert", BS_FURNITURE_LINE},
	{"=ad", BS_FURNITURE_LINE},
	{"sponsored", BS_FURNITURE_LINE},
	{"promoted", BS_FURNITURE_LINE},
	{"author:", BS_FURNITURE_LINE},
	{"written by ", BS_FURNITURE_LINE},
	{"words by ", BS_FURNITURE_LINE},
	{"posted by ", BS_FURNITURE_LINE},
	{"posted on ", BS_FURNITURE_LINE},
	{"published", BS_FURNITURE_LINE},
	{"first published", BS_FURNITURE_LINE},
	{"last updated", BS_FURNITURE_LINE},
	{"last modified", BS_FURNITURE_LINE},
	{"updated:", BS_FURNITURE_LINE},
	{"updated on ", BS_FURNITURE_LINE},
	{"updated at ", BS_FURNITURE_LINE},
	{"=updated", BS_FURNITURE_LINE},
	{"image:", BS_FURNITURE_LINE},
	{"image source", BS_FURNITURE_LINE},
	{"image copyright", BS_FURNITURE_LINE},
	{"photo:", BS_FURNITURE_LINE},
	{"photo by ", BS_FURNITURE_LINE},
	{"picture:", BS_FURNITURE_LINE},
	{"pictures:", BS_FURNITURE_LINE},
	{"credit:", BS_FURNITURE_LINE},
	{"source:", BS_FURNITURE_LINE},
	{"tags:", BS_FURNITURE_LINE},
	{"topics:", BS_FURNITURE_LINE},
	{"filed under", BS_FURNITURE_LINE},
	{"copyright ", BS_FURNITURE_LINE},
	{"©", BS_FURNITURE_LINE},
	{"all rights reserved", BS_FURNITURE_LINE},
	{"getty images", BS_FURNITURE_LINE},
	{"share this", BS_FURNITURE_LINE},
	{"share on ", BS_FURNITURE_LINE},
	{"=share", BS_FURNITURE_LINE},
	{"=tweet", BS_FURNITURE_LINE},
	{"=print", BS_FURNITURE_LINE},
	{"=email", BS_FURNITURE_LINE},
	{"=facebook", BS_FURNITURE_LINE},
	{"=twitter", BS_FURNITURE_LINE},
	{"=whatsapp", BS_FURNITURE_LINE},
	{"copy link", BS_FURNITURE_LINE},
	{"=save", BS_FURNITURE_LINE},
	{"=home", BS_FURNITURE_LINE},
	{"=menu", BS_FURNITURE_LINE},
	{"=search", BS_FURNITURE_LINE},
	{"=news", BS_FURNITURE_LINE},
	{"=video", BS_FURNITURE_LINE},
	{"=play", BS_FURNITURE_LINE},
	{"=loading", BS_FURNITURE_LINE},
	{"=cancel", BS_FURNITURE_LINE},
	{"=reply", BS_FURNITURE_LINE},
	{"skip to ", BS_FURNITURE_LINE},
	{"back to top", BS_FURNITURE_LINE},
	{"log in", BS_FURNITURE_LINE},
	{"sign in", BS_FURNITURE_LINE},
	{"sign up", BS_FURNITURE_LINE},
	{"subscribe", BS_FURNITURE_LINE},
	{"follow us", BS_FURNITURE_LINE},
	{"click here", BS_FURNITURE_LINE},
	{"scroll down", BS_FURNITURE_LINE},
	{"scroll for ", BS_FURNITURE_LINE},
	{"continue reading", BS_FURNITURE_LINE},
	{"story continues below", BS_FURNITURE_LINE},
	{"article continues below", BS_FURNITURE_LINE},
	{"keep reading", BS_FURNITURE_LINE},
	{"privacy policy", BS_FURNITURE_LINE},
	{"cookie policy", BS_FURNITURE_LINE},
	{"terms and conditions", BS_FURNITURE_LINE},
	{"next article", BS_FURNITURE_LINE},
	{"previous article", BS_FURNITURE_LINE},
	{"read the rules", BS_FURNITURE_LINE},
	{"report this ", BS_FURNITURE_LINE},
	{"add a comment", BS_FURNITURE_LINE},
	{"view comments", BS_FURNITURE_LINE},
	{"show comments", BS_FURNITURE_LINE},
	{"leave a comment", BS_FURNITURE_LINE},
	{"post a comment", BS_FURNITURE_LINE},
	{"watch:", BS_FURNITURE_LINE},
	{"watch more", BS_FURNITURE_LINE},
	{"listen:", BS_FURNITURE_LINE},
	{"read more", BS_FURNITURE_LINE},
	{"read next", BS_FURNITURE_LINE},
	{"read also", BS_FURNITURE_LINE},
	{"see also", BS_FURNITURE_LINE},
	{"also read", BS_FURNITURE_LINE},
	{"related:", BS_FURNITURE_LINE},
	{"=related", BS_FURNITURE_LINKS},
	{"related articles", BS_FURNITURE_LINKS},
	{"related stories", BS_FURNITURE_LINKS},
	{"related news", BS_FURNITURE_LINKS},
	{"related topics", BS_FURNITURE_LINKS},
	{"related content", BS_FURNITURE_LINKS},
	{"=latest news", BS_FURNITURE_LINKS},
	{"=latest", BS_FURNITURE_LINKS},
	{"=latest stories", BS_FURNITURE_LINKS},
	{"=top stories", BS_FURNITURE_LINKS},
	{"=most read", BS_FURNITURE_LINKS},
	{"=most popular", BS_FURNITURE_LINKS},
	{"=most viewed", BS_FURNITURE_LINKS},
	{"=trending", BS_FURNITURE_LINKS},
	{"=trending now", BS_FURNITURE_LINKS},
	{"=recommended", BS_FURNITURE_LINKS},
	{"you may also like", BS_FURNITURE_LINKS},
	{"you might also like", BS_FURNITURE_LINKS},
	{"more from ", BS_FURNITURE_LINKS},
	{"more on this story", BS_FURNITURE_LINKS},
	{"more stories", BS_FURNITURE_LINKS},
	{"=more news", BS_FURNITURE_LINKS},
	{"comments: our rules", BS_FURNITURE_REST},
	{"=comments", BS_FURNITURE_REST},
	{"comments (", BS_FURNITURE_REST},
	{"comments are closed", BS_FURNITURE_REST},
	{"join the discussion", BS_FURNITURE_REST},
	{"join the conversation", BS_FURNITURE_REST},
	{"have your say", BS_FURNITURE_LINE},
};

static const struct bs_token *token(const struct bs_article *a, uint32_t i)
{
	return &a->tokens.at[i];
}

static bool is_closing(const struct bs_token *t)
{
	static const uint32_t marks[] = {'"', '\'', 0x201D, 0x2019, ')', ']', 0xBB};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (bs_token_mark(t, marks[i])) return true;
	return false;
}

bool bs_is_finished(const struct bs_article *a, uint32_t first, uint32_t last)
{
	static const uint32_t marks[] = {'.', '?', '!', ':', ';', ',', 0x2026, 0x3002};
	while (last > first && is_closing(token(a, last - 1))) last--;
	for (size_t i = 0; last > first && i < sizeof marks / sizeof *marks; i++)
		if (bs_token_mark(token(a, last - 1), marks[i])) return true;
	return false;
}

uint32_t bs_count_words(const struct bs_article *a, uint32_t first, uint32_t last)
{
	uint32_t n = 0;
	for (uint32_t i = first; i < last; i++) n += token(a, i)->kind != BS_MARK;
	return n;
}

bool bs_is_item(const struct bs_article *a, uint32_t first, uint32_t last)
{
	static const uint32_t marks[] = {'-',    '*',    0x2013, 0x2022, 0x2023,
					 0x2043, 0x25AA, 0x25CF, 0x25E6, 0xB7};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (bs_token_mark(token(a, first), marks[i])) return last > first + 1;
	const struct bs_token *t = token(a, first);
	return t->kind == BS_NUMBER && last > first + 2 && t->value < 100 &&
	       (bs_token_mark(t + 1, '.') || bs_token_mark(t + 1, ')')) && (t[2].flags & BS_SPACE);
}

/* The folded beginning of a paragraph, from its first word or number on. */
static size_t fold_beginning(const struct bs_article *a, uint32_t first, uint32_t last, char *out)
{
	while (first < last && token(a, first)->kind == BS_MARK && token(a, first)->value < 0x80)
		first++;
	if (first == last) return 0;
	size_t start = token(a, first)->start, end = token(a, last - 1)->end;
	if (end - start > COMPARED) {
		end = start + COMPARED;
		while (((unsigned char)a->document.text[end] & 0xC0) == 0x80) end--;
	}
	return bs_fold(a->document.text + start, end - start, out);
}

static bool is_whole(const char *folded, size_t length, const char *phrase)
{
	size_t n = strlen(phrase);
	if (length < n || memcmp(folded, phrase, n) != 0) return false;
	for (size_t i = n; i < length; i++)
		if ((folded[i] >= 'a' && folded[i] <= 'z') || (unsigned char)folded[i] >= 0x80)
			return false;
	return true;
}

static enum bs_furniture look_up_phrase(const struct bs_article *a, uint32_t first, uint32_t last)
{
	char folded[4 * COMPARED + 4];
	size_t length = fold_beginning(a, first, last, folded);
	if (length == 0) return BS_NO_FURNITURE;
	bool stops = bs_token_mark(token(a, last - 1), '.');
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		bool whole = phrases[i].phrase[0] == '=';
		const char *p = phrases[i].phrase + whole;
		if (*p != folded[0]) continue;
		if (whole || stops ? is_whole(folded, length, p)
				   : length >= strlen(p) && memcmp(folded, p, strlen(p)) == 0)
			return phrases[i].kind;
	}
	return BS_NO_FURNITURE;
}

/* "By Jane Bloggs, Education Reporter" */
static bool is_byline(const struct bs_article *a, uint32_t first, uint32_t last)
{
	if (!bs_token_text(token(a, first), a->document.text, "by") || last - first < 2)
		return false;
	if (bs_is_finished(a, first, last) || bs_count_words(a, first, last) > LONGEST_BYLINE)
		return false;
	const struct bs_token *name = token(a, first + 1);
	return name->kind == BS_WORD && (name->flags & BS_CAPITAL) &&
	       !bs_token_is(name, BS_LIST_OPENER);
}

/* Does a line only tell a day, a time, a temperature or a count? */
static bool is_date_line(const struct bs_article *a, uint32_t first, uint32_t last)
{
	uint32_t numbers = 0, words = 0;
	if (last - first > LONGEST_DATE_LINE) return false;
	for (uint32_t i = first; i < last; i++) {
		const struct bs_token *t = token(a, i);
		numbers += t->kind == BS_NUMBER;
		if (t->kind != BS_WORD) continue;
		words++;
		if (!bs_token_is(t, BS_LIST_WEEKDAY) && !bs_token_is(t, BS_LIST_MONTH) &&
		    !bs_token_is(t, BS_LIST_DATE_LINE))
			return false;
	}
	return numbers > 0 && words > 0 && !bs_is_finished(a, first, last);
}

/* "Follow us on Facebook for the latest news." */
static bool is_plug(const struct bs_article *a, uint32_t first, uint32_t last)
{
	if (bs_word_value(token(a, first)->word, BS_LIST_PLUG) != 'i') return false;
	if (bs_count_words(a, first, last) > LONGEST_PLUG) return false;
	uint32_t means = 0, company = 0;
	for (uint32_t i = first + 1; i < last; i++) {
		int value = bs_word_value(token(a, i)->word, BS_LIST_PLUG);
		means += value == 's';
		company += value == 'w';
	}
	return means > 0 && means + company > 1;
}

enum bs_furniture bs_find_furniture(const struct bs_article *a, uint32_t first, uint32_t last,
				    uint32_t words)
{
	if (words == 0) return BS_FURNITURE_LINE;
	enum bs_furniture kind =
		words > LONGEST_LABEL ? BS_NO_FURNITURE : look_up_phrase(a, first, last);
	if (kind != BS_NO_FURNITURE) return kind;
	if (is_byline(a, first, last) || is_date_line(a, first, last) || is_plug(a, first, last))
		return BS_FURNITURE_LINE;
	return BS_NO_FURNITURE;
}
