/* filter.h - which sentences may be found, whatever their words?
 *
 * Those with some speakers, kinds of speech and days, that speak of some days.  Articles
 * that are dead are left out elsewhere: see walk.c. */
#ifndef BS_FILTER_H
#define BS_FILTER_H

#include "base/arena.h"
#include "base/period.h"
#include "index/named.h"
#include "search/documents.h"
#include "search/fields.h"
#include "search/who.h"

#include <bradsearch.h>

struct bs_filter {
	const struct bs_name *speaker; /* NULL: anybody or nobody */
	bool office;                   /* it is an office, not a name */
	unsigned said;                 /* kinds of speech, 1u << brad_said each; 0: any sentence */
	unsigned confidence;           /* the least, in hundredths */
	uint32_t from, to;             /* bs_date_pack; only if dated */
	bool dated;
	uint64_t since; /* a revision; 0: any */
	bool inferred;  /* an article without a day matches if its bounds allow it */
	bool mentions;
	struct bs_period spoken_of; /* only if mentions */
	struct bs_fields fields;    /* of the query; they must match as well */
};

/* A bit of `said` that no sentence has.  If it is the only one, nothing matches. */
enum { BS_SAID_LIMITED = 1u << 4 };

/* A field that asks for speakers, in a segment. */
struct bs_condition {
	const bool *names, *roles;       /* those wanted; either may be NULL */
	bool excluded;                   /* such a speaker excludes the sentence */
	bool speaker;                    /* he or she must also be the speaker of the option */
	const struct bs_condition *same; /* and must also match this one; NULL: none */
};

/* A filter made ready for one segment. */
struct bs_segment_filter {
	const struct bs_filter *filter;
	const struct bs_segment *segment;
	const unsigned char *sets;     /* a bit for each set that has the speaker; NULL: all */
	const unsigned char *mentions; /* a bit for each document that speaks of it; NULL: all */
	const unsigned char *articles; /* a bit for each article that the fields allow; NULL: all */
	const struct bs_condition *conditions; /* those of the fields */
	size_t condition_count;
	bool nothing;    /* no document passes */
	bool everything; /* all do */
	/* The documents of the people whose names are asked for.  No other document passes, and
	 * if only_documents, all of them do.  Not used for offices, nor with a people file. */
	bool has_documents, only_documents;
	struct bs_documents documents;
	/* Who the speaker asked for may be: a flag for each name, or for each role if an office
	 * is asked for.  If `wanted` is NULL, a sorted list of names. */
	const bool *wanted;
	const uint32_t *names;
	size_t name_count;
	struct bs_who who; /* only if a speaker is asked for */
};

/* Is this the speaker asked for, or is none asked for? */
bool bs_filter_wants(const struct bs_segment_filter *f, struct bs_said_by by);

/* Is this a speaker whom a condition wants? */
bool bs_condition_wants(const struct bs_segment_filter *f, const struct bs_condition *c,
			struct bs_said_by by);

/* Makes a filter ready for a segment.  The arena must have a way out; the scan must live as
 * long as the filter. */
brad_status bs_filter_begin(struct bs_arena *arena, struct bs_words_scan *scan,
			    const struct bs_people *people, const struct bs_filter *filter,
			    const struct bs_segment *segment, struct bs_segment_filter *out,
			    brad_error *err);

/* Did the speaker asked for say a document, in case that depends on the people file? */
bool bs_filter_says(const struct bs_segment_filter *f, uint32_t document);

/* Does a document have the speaker and the kind of speech asked for, and speak of the days
 * asked for?  With f->has_documents, call this only for those documents. */
static inline bool bs_filter_has(const struct bs_segment_filter *f, uint32_t document)
{
	if (f->only_documents) return true;
	uint32_t set = f->sets || f->who.people ? bs_segment_set(f->segment, document) : 0;
	if (f->sets && !(f->sets[set / 8] >> set % 8 & 1)) return false;
	if (f->mentions && !(f->mentions[document / 8] >> document % 8 & 1)) return false;
	if (f->filter->said && !(f->filter->said >> f->segment->speech[document] % 4 & 1))
		return false;
	if (f->filter->confidence && f->segment->confidence[document] < f->filter->confidence)
		return false;
	return !bs_who_touches(&f->who, set) || bs_filter_says(f, document);
}

/* Returns the first such document at or after `from`; one past the last if there is none. */
uint32_t bs_filter_next(const struct bs_segment_filter *f, uint32_t from);

/* Is an article of the days asked for? */
bool bs_filter_has_day(const struct bs_filter *filter, const struct bs_article_row *row);

/* Are days asked for, so that articles without a date are left out? */
static inline bool bs_filter_is_dated(const struct bs_filter *f)
{
	return f->dated || f->fields.with[BS_FIELD_DATE].count;
}

/* Does the filter depend on the article? */
static inline bool bs_filter_by_article(const struct bs_segment_filter *f)
{
	return f->articles || f->filter->since || bs_filter_is_dated(f->filter) ||
	       f->filter->fields.without[BS_FIELD_DATE].count;
}

/* Is an article too old: was it there at the revision filter->since? */
static inline bool bs_filter_is_old(const struct bs_filter *filter,
				    const struct bs_article_row *row)
{
	return filter->since && row->added <= filter->since;
}

/* Does an article pass by its fields and its revision?  Its day is not considered. */
static inline bool bs_filter_has_article(const struct bs_segment_filter *f, uint32_t article)
{
	if (bs_filter_is_old(f->filter, &f->segment->rows[article])) return false;
	return !f->articles || (f->articles[article / 8] >> article % 8 & 1);
}

/* ---- For the files that make it ------------------------------------------ */

/* Returns a flag for each name, or for each role if `office`: is it asked for? */
const bool *bs_filter_find_wanted(struct bs_arena *arena, const struct bs_who *who,
				  const struct bs_name *asked, bool office);

/* Adds to a list the people whom a name may mean. */
void bs_filter_add_people(struct bs_arena *arena, struct bs_words_scan *scan,
			  const struct bs_segment *segment, const struct bs_name *name,
			  uint32_t **people, size_t *count);

/* Narrows the filter of a segment by the fields. */
brad_status bs_filter_add_fields(struct bs_arena *arena, struct bs_words_scan *scan,
				 const struct bs_people *people, struct bs_segment_filter *f,
				 brad_error *err);

static inline void bs_filter_set(unsigned char *bits, uint32_t i)
{
	bits[i / 8] |= (unsigned char)(1 << i % 8);
}

#endif
