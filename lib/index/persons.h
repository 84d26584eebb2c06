/* persons.h - whom does an article name?  The people whom it names by two words or more, quoted or not.
 *
 * Each article has a list: how many people these are, then their numbers in the segment's
 * dictionary of such names, each as its difference from the one before.  Speakers have a
 * dictionary of their own. */
#ifndef BS_PERSONS_H
#define BS_PERSONS_H

#include "base/buffer.h"
#include "index/segment.h"

struct bs_segment_writer;

/* Notes the people whom the article that is being added names. */
void bs_persons_add(struct bs_segment_writer *w, const brad_article *article);

/* Writes the lists, and stores in the rows where they begin.  Returns false if memory runs
 * out; columns may have failed as well. */
bool bs_write_persons(struct bs_segment_writer *w);

struct bs_person_scan {
	struct bs_input in;
	uint64_t left, number;
	uint32_t limit;
};

/* Begins to list the people of an article, by their numbers in segment->named. */
struct bs_person_scan bs_persons_of(const struct bs_segment *segment, uint32_t article);

/* Stores the next number; false after the last, or if the list is damaged (scan->in.bad). */
bool bs_persons_next(struct bs_person_scan *scan, uint32_t *number);

/* Gives an article that was read from a segment its people again, as bs_persons_add()
 * needs them; none if the segment is only open for its texts. */
brad_status bs_persons_read(const struct bs_segment *segment, uint32_t number,
			    brad_article *article, brad_error *err);

#endif
