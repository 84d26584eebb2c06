/* persons.h - whom does an article name? The people whose names it gives in two words or more, quoted or not.
 *
 * A list of each article: how many they are, then their numbers among the sorted
 * names of the segment, each as what it is more than the one before.  They are no
 * speakers: those have a dictionary of their own. */
#ifndef BS_PERSONS_H
#define BS_PERSONS_H

#include "base/buffer.h"
#include "index/segment.h"

struct bs_segment_writer;

/* Notes the people of the article that is added. */
void bs_persons_add(struct bs_segment_writer *w, const brad_article *article);

/* Writes the lists, and tells the rows where they are.  False when memory ends;
 * columns may have failed besides. */
bool bs_write_persons(struct bs_segment_writer *w);

struct bs_person_scan {
	struct bs_input in;
	uint64_t left, number;
	uint32_t limit;
};

/* Begins with the people of an article; numbers are of segment->named. */
struct bs_person_scan bs_persons_of(const struct bs_segment *segment, uint32_t article);

/* Goes on to the next; false after the last, or if the list is damaged (scan->in.bad). */
bool bs_persons_next(struct bs_person_scan *scan, uint32_t *number);

/* Gives an article that was read back its people, as bs_persons_add() wants them;
 * of a segment that is open for its texts alone, none. */
brad_status bs_persons_read(const struct bs_segment *segment, uint32_t number,
			    brad_article *article, brad_error *err);

#endif
