/* mentions.h - which sentences of a segment speak of which days?  A list of those that speak of any, with their periods.
 *
 * The list is one string of numbers (base/buffer.h).  Each document in it, in order, has
 * the distance from the document before, the number of its periods, and for each period
 * the first day (counted from BS_FIRST_DAY) and how many days follow.  Most sentences
 * speak of no day, so reading the whole list takes less time than a posting list. */
#ifndef BS_MENTIONS_H
#define BS_MENTIONS_H

#include "base/buffer.h"
#include "base/period.h"

#include <bradsearch.h>

/* Appends a sentence, if it speaks of any day.  *last is the document that was appended
 * before, and is updated. */
void bs_mentions_add(struct bs_buffer *list, const brad_sentence *sentence, uint32_t document,
		     uint32_t *last);

/* A place in a list.  To start, set in.at and in.end, and the rest to 0. */
struct bs_mention_scan {
	struct bs_input in;
	uint32_t document;
	uint64_t left; /* of its periods */
};

/* Stores the next period, which is one of scan->document.  Returns false after the last, or
 * if the list is damaged, which sets scan->in.bad. */
bool bs_mentions_next(struct bs_mention_scan *scan, struct bs_period *out);

#endif
