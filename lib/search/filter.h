/* filter.h - which sentences may be found at all?  Those of some speakers, some days, that speak of some days, and of
 * articles that still live. */
#ifndef BS_FILTER_H
#define BS_FILTER_H

#include "base/arena.h"
#include "base/period.h"
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
	bool inferred; /* days that an article may be of by its bounds count too */
	bool mentions;
	struct bs_period spoken_of; /* only if mentions */
};

/* A filter made ready for one segment. */
struct bs_segment_filter {
	const struct bs_filter *filter;
	const struct bs_segment *segment;
	const unsigned char *sets;     /* a bit for each set that has the speaker; NULL for all */
	const unsigned char *mentions; /* a bit for each document that speaks of it; NULL for all */
	bool nothing;                  /* no document passes */
};

/* The arena must have a way out. */
brad_status bs_filter_begin(struct bs_arena *arena, struct bs_words_scan *scan,
			    const struct bs_filter *filter, const struct bs_segment *segment,
			    struct bs_segment_filter *out, brad_error *err);

/* Is a document of the speaker, and does it speak of what is asked for? */
static inline bool bs_filter_has(const struct bs_segment_filter *f, uint32_t document)
{
	uint32_t set = f->segment->set[document];
	return (!f->sets || (f->sets[set / 8] >> set % 8 & 1)) &&
	       (!f->mentions || (f->mentions[document / 8] >> document % 8 & 1));
}

/* The first document from `from` on of which that holds; beyond the last if there is none. */
uint32_t bs_filter_next(const struct bs_segment_filter *f, uint32_t from);

/* Is an article of the days that are asked for? */
bool bs_filter_has_day(const struct bs_filter *filter, const struct bs_article_row *row);

#endif
