/* abbreviation.h - does a full stop belong to the word before it, and how does that bind to what follows? */
#ifndef BS_ABBREVIATION_H
#define BS_ABBREVIATION_H

#include "analysis/boundary.h"

/* How what stands before a full stop binds to what follows. */
enum bs_binding {
	BS_BIND_FREE,       /* an ordinary word */
	BS_BIND_ALWAYS,     /* "Mr.", "e.g.": never the end */
	BS_BIND_TO_NUMBERS, /* "No.": not the end before a number */
	BS_BIND_TO_SMALL,   /* "km.": not the end before a small letter */
	BS_BIND_TO_TIMES,   /* "p.m.": not the end before a day, month or time zone */
	BS_BIND_TO_NAMES /* "Inc.", "U.S.", "J.": the end only before a word that opens a sentence */
};

enum { BS_LONGEST_INITIALISM = 8 }; /* letters of "U.S." and the like */

/* How does token i bind, which stands before a full stop? */
enum bs_binding bs_stop_binding(const struct bs_stretch *w, uint32_t i);

/* Is white space before the token? */
static inline bool bs_is_spaced(const struct bs_token *t)
{
	return t->flags & (BS_SPACE | BS_LINE);
}

static inline bool bs_is_one_letter(const struct bs_token *t)
{
	return t->kind == BS_WORD && t->end - t->start == 1;
}

#endif
