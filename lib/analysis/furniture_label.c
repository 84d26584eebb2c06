#include "analysis/furniture_line.h"

#include "base/utf8.h"

#include <string.h>

enum { COMPARED = 48 }; /* bytes of a line that are compared with the phrases */

/* What a line of furniture begins with, folded.  A phrase that ends in a blank
 * needs more after it; '=' before it means that it must be the whole line, and '+'
 * that it may also begin a line that ends with a full stop.  They are in the order
 * of their first letters; of those that fit, the first counts. */
static const struct {
	char phrase[COMPARED];
	enum bs_furniture kind;
} phrases[] = {
	{"advertisement", BS_FURNITURE_LINE},
	{"=advert", BS_FURNITURE_LINE},
	{"=ad", BS_FURNITURE_LINE},
	{"=advertisementhide ad", BS_FURNITURE_LINE},
	{"author:", BS_FURNITURE_LINE},
	{"all rights reserved", BS_FURNITURE_LINE},
	{"article continues below", BS_FURNITURE_LINE},
	{"add a comment", BS_FURNITURE_LINE},
	{"also read", BS_FURNITURE_LINE},
	{"back to top", BS_FURNITURE_LINE},
	{"credit:", BS_FURNITURE_LINE},
	{"copyright ", BS_FURNITURE_LINE},
	{"copy link", BS_FURNITURE_LINE},
	{"=cancel", BS_FURNITURE_LINE},
	{"click here", BS_FURNITURE_LINE},
	{"continue reading", BS_FURNITURE_LINE},
	{"cookie policy", BS_FURNITURE_LINE},
	{"comments: our rules", BS_FURNITURE_REST},
	{"=comments", BS_FURNITURE_REST},
	{"comments (", BS_FURNITURE_REST},
	{"comments are closed", BS_FURNITURE_REST},
	{"date published", BS_FURNITURE_LINE},
	{"=email", BS_FURNITURE_LINE},
	{"=editor's choice", BS_FURNITURE_LINKS},
	{"=editors' picks", BS_FURNITURE_LINKS},
	{"first published", BS_FURNITURE_LINE},
	{"feature image", BS_FURNITURE_LINE},
	{"filed under", BS_FURNITURE_LINE},
	{"=facebook", BS_FURNITURE_LINE},
	{"follow us", BS_FURNITURE_LINE},
	{"+fill in your details", BS_FURNITURE_LINE},
	{"getty images", BS_FURNITURE_LINE},
	{"=hide ad", BS_FURNITURE_LINE},
	{"=hide adadvertisement", BS_FURNITURE_LINE},
	{"=home", BS_FURNITURE_LINE},
	{"have your say", BS_FURNITURE_LINE},
	{"image:", BS_FURNITURE_LINE},
	{"image source", BS_FURNITURE_LINE},
	{"image copyright", BS_FURNITURE_LINE},
	{"join the discussion", BS_FURNITURE_REST},
	{"join the conversation", BS_FURNITURE_REST},
	{"keep reading", BS_FURNITURE_LINE},
	{"last updated", BS_FURNITURE_LINE},
	{"last modified", BS_FURNITURE_LINE},
	{"=loading", BS_FURNITURE_LINE},
	{"log in", BS_FURNITURE_LINE},
	{"=leave a reply", BS_FURNITURE_REST},
	{"leave a comment", BS_FURNITURE_LINE},
	{"listen:", BS_FURNITURE_LINE},
	{"=latest news", BS_FURNITURE_LINKS},
	{"=latest", BS_FURNITURE_LINKS},
	{"=latest stories", BS_FURNITURE_LINKS},
	{"=menu", BS_FURNITURE_LINE},
	{"=most read", BS_FURNITURE_LINKS},
	{"=most popular", BS_FURNITURE_LINKS},
	{"=most viewed", BS_FURNITURE_LINKS},
	{"more from ", BS_FURNITURE_LINKS},
	{"more by ", BS_FURNITURE_LINE},
	{"more on this story", BS_FURNITURE_LINKS},
	{"more stories", BS_FURNITURE_LINKS},
	{"=more news", BS_FURNITURE_LINKS},
	{"=news", BS_FURNITURE_LINE},
	{"now playing ", BS_FURNITURE_LINE},
	{"next article", BS_FURNITURE_LINE},
	{"+no comments yet", BS_FURNITURE_LINE},
	{"or signup to ", BS_FURNITURE_LINE},
	{"on air now", BS_FURNITURE_LINE},
	{"promoted", BS_FURNITURE_LINE},
	{"posted by ", BS_FURNITURE_LINE},
	{"posted on ", BS_FURNITURE_LINE},
	{"published", BS_FURNITURE_LINE},
	{"photo:", BS_FURNITURE_LINE},
	{"photo by ", BS_FURNITURE_LINE},
	{"picture:", BS_FURNITURE_LINE},
	{"pictures:", BS_FURNITURE_LINE},
	{"photo credit", BS_FURNITURE_LINE},
	{"=print", BS_FURNITURE_LINE},
	{"=play", BS_FURNITURE_LINE},
	{"privacy policy", BS_FURNITURE_LINE},
	{"previous article", BS_FURNITURE_LINE},
	{"+page generated in", BS_FURNITURE_LINE},
	{"post a comment", BS_FURNITURE_LINE},
	{"=promoted links", BS_FURNITURE_LINKS},
	{"quickly exit this ", BS_FURNITURE_LINE},
	{"=reply", BS_FURNITURE_LINE},
	{"read the rules", BS_FURNITURE_LINE},
	{"report this ", BS_FURNITURE_LINE},
	{"read more", BS_FURNITURE_LINE},
	{"read next", BS_FURNITURE_LINE},
	{"read also", BS_FURNITURE_LINE},
	{"related:", BS_FURNITURE_LINE},
	{"=related", BS_FURNITURE_LINKS},
	{"related articles", BS_FURNITURE_LINKS},
	{"related stories", BS_FURNITURE_LINKS},
	{"related news", BS_FURNITURE_LINKS},
	{"related topics", BS_FURNITURE_LINKS},
	{"related content", BS_FURNITURE_LINKS},
	{"related internet links", BS_FURNITURE_LINKS},
	{"=recommended", BS_FURNITURE_LINKS},
	{"sponsored", BS_FURNITURE_LINE},
	{"source:", BS_FURNITURE_LINE},
	{"share this", BS_FURNITURE_LINE},
	{"share on ", BS_FURNITURE_LINE},
	{"=share", BS_FURNITURE_LINE},
	{"=save", BS_FURNITURE_LINE},
	{"=search", BS_FURNITURE_LINE},
	{"skip to ", BS_FURNITURE_LINE},
	{"sign in", BS_FURNITURE_LINE},
	{"sign up", BS_FURNITURE_LINE},
	{"subscribe", BS_FURNITURE_LINE},
	{"+subscribe now", BS_FURNITURE_LINE},
	{"=see subscription options", BS_FURNITURE_LINE},
	{"scroll down", BS_FURNITURE_LINE},
	{"scroll for ", BS_FURNITURE_LINE},
	{"story continues below", BS_FURNITURE_LINE},
	{"=start reading", BS_FURNITURE_LINE},
	{"show comments", BS_FURNITURE_LINE},
	{"see also", BS_FURNITURE_LINE},
	{"+this was published", BS_FURNITURE_LINE},
	{"+this article is", BS_FURNITURE_LINE},
	{"+this article was", BS_FURNITURE_LINE},
	{"tags:", BS_FURNITURE_LINE},
	{"topics:", BS_FURNITURE_LINE},
	{"=tweet", BS_FURNITURE_LINE},
	{"=twitter", BS_FURNITURE_LINE},
	{"+this website uses cookies", BS_FURNITURE_REST},
	{"+this site uses cookies", BS_FURNITURE_REST},
	{"terms and conditions", BS_FURNITURE_LINE},
	{"+the bbc is not responsible", BS_FURNITURE_LINE},
	{"=top stories", BS_FURNITURE_LINKS},
	{"=trending", BS_FURNITURE_LINKS},
	{"=trending now", BS_FURNITURE_LINKS},
	{"updated:", BS_FURNITURE_LINE},
	{"updated on ", BS_FURNITURE_LINE},
	{"updated at ", BS_FURNITURE_LINE},
	{"=updated", BS_FURNITURE_LINE},
	{"=video", BS_FURNITURE_LINE},
	{"view comments", BS_FURNITURE_LINE},
	{"written by ", BS_FURNITURE_LINE},
	{"words by ", BS_FURNITURE_LINE},
	{"=whatsapp", BS_FURNITURE_LINE},
	{"+we use cookies", BS_FURNITURE_REST},
	{"+we're sorry, this ", BS_FURNITURE_LINE},
	{"watch:", BS_FURNITURE_LINE},
	{"watch more", BS_FURNITURE_LINE},
	{"+you must be logged in", BS_FURNITURE_LINE},
	{"+your email address will not be published", BS_FURNITURE_LINE},
	{"+you are commenting using", BS_FURNITURE_LINE},
	{"you may also like", BS_FURNITURE_LINKS},
	{"you might also like", BS_FURNITURE_LINKS},
	{"you may also want to ", BS_FURNITURE_LINE},
	{"©", BS_FURNITURE_LINE},
};

/* The folded beginning of a paragraph, from its first word or number on. */
static size_t fold_beginning(const struct bs_article *a, uint32_t first, uint32_t last, char *out)
{
	const struct bs_token *t = a->tokens.at;
	while (first < last && t[first].kind == BS_MARK && t[first].value != 0xA9) first++;
	if (first == last) return 0;
	size_t start = t[first].start, end = t[last - 1].end;
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

enum { PHRASES = sizeof phrases / sizeof *phrases };

static unsigned char first_letter(size_t i)
{
	const char *phrase = phrases[i].phrase;
	return (unsigned char)phrase[*phrase == '=' || *phrase == '+'];
}

/* The first phrase with that letter, or with a later one. */
static size_t find_letter(unsigned char letter)
{
	size_t from = 0, to = PHRASES;
	while (from < to) {
		size_t middle = (from + to) / 2;
		if (first_letter(middle) < letter)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

enum bs_furniture bs_look_up_label(const struct bs_article *a, uint32_t first, uint32_t last)
{
	char folded[4 * COMPARED + 4];
	size_t length = fold_beginning(a, first, last, folded);
	if (length == 0) return BS_NO_FURNITURE;
	bool stops = bs_token_mark(&a->tokens.at[last - 1], '.');
	unsigned char letter = (unsigned char)folded[0];
	for (size_t i = find_letter(letter); i < PHRASES && first_letter(i) == letter; i++) {
		bool whole = phrases[i].phrase[0] == '=', stopped = phrases[i].phrase[0] == '+';
		const char *p = phrases[i].phrase + (whole || stopped);
		if (whole || (stops && !stopped)
			    ? is_whole(folded, length, p)
			    : length >= strlen(p) && memcmp(folded, p, strlen(p)) == 0)
			return phrases[i].kind;
	}
	return BS_NO_FURNITURE;
}
