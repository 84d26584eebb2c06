/* filter.h - which sentences may be found at all?  Those of some speakers, kinds and days, that speak of some days, and
 * of articles that still live. */
#ifndef BS_FILTER_H
#define BS_FILTER_H

#include "base/arena.h"
#include "base/period.h"
#include "index/named.h"
#include "search/who.h"

#include <bradsearch.h>

struct bs_filter {
	const struct bs_name *speaker; /* NULL: anybody or nobody */
	bool office;                   /* it is not a name */
	unsigned said;                 /* kinds of speech, as in brad_search_options */
	unsigned confidence;           /* the least, in hundredths */
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
	bool everything;               /* all do */
	const uint32_t *people;        /* whose names are asked for; not of an office */
	size_t people_count;
	const bool *wanted; /* by name, or if an office is asked for, by role; NULL for all */
	struct bs_who who;  /* only if a speaker is asked for */
};

static inline bool bs_filter_wants(const struct bs_segment_filter *f, struct bs_said_by by)
{
	if (!f->wanted) return true;
	if (f->filter->office) return by.role != BS_NO_STRING && f->wanted[by.role];
	return f->wanted[by.name];
}

/* The arena must have a way out.  The scan must live as long as the filter. */
brad_status bs_filter_begin(struct bs_arena *arena, struct bs_words_scan *scan,
			    const struct bs_people *people, const struct bs_filter *filter,
			    const struct bs_segment *segment, struct bs_segment_filter *out,
			    brad_error *err);

/* Did the speaker say it, where that depends on the people file? */
bool bs_filter_says(const struct bs_segment_filter *f, uint32_t document);

/* Is a document of the speaker and of the kind that is asked for, and does it speak of what is? */
static inline bool bs_filter_has(const struct bs_segment_filter *f, uint32_t document)
{
	uint32_t set = f->segment->set[document];
	if (f->sets && !(f->sets[set / 8] >> set % 8 & 1)) return false;
	if (f->mentions && !(f->mentions[document / 8] >> document % 8 & 1)) return false;
	if (f->filter->said && !(f->filter->said >> f->segment->speech[document] % 4 & 1))
		return false;
	if (f->segment->confidence[document] < f->filter->confidence) return false;
	return !bs_who_touches(&f->who, set) || bs_filter_says(f, document);
}

/* The first document from `from` on of which that holds; beyond the last if there is none. */
uint32_t bs_filter_next(const struct bs_segment_filter *f, uint32_t from);

/* Is an article of the days that are asked for? */
bool bs_filter_has_day(const struct bs_filter *filter, const struct bs_article_row *row);

#endif
