/* furniture.h - what on a page is not the article?  Adverts, bylines, links and comment rules, told line by line. */
#ifndef BS_FURNITURE_H
#define BS_FURNITURE_H

#include "analysis/article.h"

enum bs_furniture {
	BS_NO_FURNITURE,    /* cannot be told by the line alone */
	BS_FURNITURE_LINE,  /* this line */
	BS_FURNITURE_LINKS, /* this line, and the unfinished lines below it: "Latest News" */
	BS_FURNITURE_REST   /* this line and all below it: comments and their rules */
};

/* What a paragraph, tokens [first, last), is by its own words, of which it has so many. */
enum bs_furniture bs_find_furniture(const struct bs_article *article, uint32_t first, uint32_t last,
				    uint32_t words);

/* Marks lines that a page has twice, one after the other, as it does what is told of a picture: once
 * for those who cannot see it, once below it.  Of prose, the second stays. */
void bs_mark_repeats(struct bs_article *article);

/* Does it end with a mark that ends a sentence or leads on to the next paragraph? */
bool bs_is_finished(const struct bs_article *article, uint32_t first, uint32_t last);

/* Does it begin with the mark of a list item? */
bool bs_is_item(const struct bs_article *article, uint32_t first, uint32_t last);

#endif
