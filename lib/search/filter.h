/* filter.h - which sentences may be found at all?  Those of some speakers, some days, and of articles that still live. */
#ifndef BS_FILTER_H
#define BS_FILTER_H

#include "base/arena.h"
#include "index/segment.h"
#include "index/terms.h"

#include <bradsearch.h>

/* The words of a name that is asked for, folded. */
struct bs_name {
	const char **words;
	size_t count;
};

/* Takes a name apart.  Free scan->form. */
brad_status bs_name_read(struct bs_arena *arena, struct bs_words_scan *scan, const char *text,
			 struct bs_name *out, brad_error *err);

/* Does a person's name have the words of a name, in order? */
bool bs_name_matches(const struct bs_name *name, const char *person, struct bs_words_scan *scan);

struct bs_filter {
	const struct bs_name *speaker; /* NULL: anybody or nobody */
	uint32_t from, to;             /* bs_date_pack; only if dated */
	bool dated;
};

/* A filter made ready for one segment. */
struct bs_segment_filter {
	const struct bs_filter *filter;
	const struct bs_segment *segment;
	const unsigned char *sets; /* a bit for each set that has the speaker; NULL for all */
	bool nobody;               /* no set has */
};

/* The arena must have a way out. */
brad_status bs_filter_begin(struct bs_arena *arena, struct bs_words_scan *scan,
			    const struct bs_filter *filter, const struct bs_segment *segment,
			    struct bs_segment_filter *out, brad_error *err);

static inline bool bs_filter_has_speaker(const struct bs_segment_filter *f, uint32_t document)
{
	uint32_t set = f->segment->set[document];
	return !f->sets || (f->sets[set / 8] >> set % 8 & 1);
}

/* The first document from `from` on that is of the speaker; beyond the last if none is. */
uint32_t bs_filter_next_speaker(const struct bs_segment_filter *f, uint32_t from);

static inline bool bs_filter_has_day(const struct bs_filter *filter, uint32_t day)
{
	return !filter->dated || (day != 0 && day >= filter->from && day <= filter->to);
}

#endif
