/* filter.h - which sentences may be found at all?  Those of some speakers, kinds and days, that speak of some days, and
 * of articles that still live. */
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
	bool office;                   /* it is not a name */
	unsigned said;                 /* kinds of speech, 1u << brad_said each; 0: any sentence */
	unsigned confidence;           /* the least, in hundredths */
	uint32_t from, to;             /* bs_date_pack; only if dated */
	bool dated;
	uint64_t since; /* a revision; 0: any */
	bool inferred;  /* days that an article may be of by its bounds count too */
	bool mentions;
	struct bs_period spoken_of; /* only if mentions */
	struct bs_fields fields;    /* of the query: they hold beside all these */
};

/* A bit of `said` that no sentence has: if it stands alone, none is of the kind. */
enum { BS_SAID_LIMITED = 1u << 4 };

/* Whom one field asks for in a segment. */
struct bs_condition {
	const bool *names, *roles; /* either may be NULL */
	bool excluded;
	bool speaker;                    /* it must be the speaker of the option too, */
	const struct bs_condition *same; /* and one whom this wants; NULL: no other need be */
};

/* A filter made ready for one segment. */
struct bs_segment_filter {
	const struct bs_filter *filter;
	const struct bs_segment *segment;
	const unsigned char *sets;     /* a bit for each set that has the speaker; NULL for all */
	const unsigned char *mentions; /* a bit for each document that speaks of it; NULL for all */
	const unsigned char
		*articles; /* a bit for each article that the fields let in; NULL for all */
	const struct bs_condition *conditions; /* those of the fields */
	size_t condition_count;
	bool nothing;    /* no document passes */
	bool everything; /* all do */
	/* What those said whose names are asked for; nothing else passes, and if it is `only`
	 * that, all of it does.  Not of an office, nor where a people file may tell others. */
	bool has_documents, only_documents;
	struct bs_documents documents;
	/* Whom the speaker asked for may be: by name, or if an office is asked for, by role; or
	 * if `wanted` is NULL, a sorted list of names. */
	const bool *wanted;
	const uint32_t *names;
	size_t name_count;
	struct bs_who who; /* only if a speaker is asked for */
};

/* Is it the speaker, or is none asked for? */
bool bs_filter_wants(const struct bs_segment_filter *f, struct bs_said_by by);

/* Is he one whom a condition wants? */
bool bs_condition_wants(const struct bs_segment_filter *f, const struct bs_condition *c,
			struct bs_said_by by);

/* The arena must have a way out.  The scan must live as long as the filter. */
brad_status bs_filter_begin(struct bs_arena *arena, struct bs_words_scan *scan,
			    const struct bs_people *people, const struct bs_filter *filter,
			    const struct bs_segment *segment, struct bs_segment_filter *out,
			    brad_error *err);

/* Did the speaker say it, where that depends on the people file? */
bool bs_filter_says(const struct bs_segment_filter *f, uint32_t document);

/* Is a document of the speaker and of the kind that is asked for, and does it speak of what
 * is?  One that is not among f->documents, if it has them, must not be asked for. */
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

/* The first document from `from` on of which that holds; beyond the last if there is none. */
uint32_t bs_filter_next(const struct bs_segment_filter *f, uint32_t from);

/* Is an article of the days that are asked for? */
bool bs_filter_has_day(const struct bs_filter *filter, const struct bs_article_row *row);

/* Are days asked for, so that articles without one are left out? */
static inline bool bs_filter_is_dated(const struct bs_filter *f)
{
	return f->dated || f->fields.with[BS_FIELD_DATE].count;
}

/* Must articles be looked at? */
static inline bool bs_filter_by_article(const struct bs_segment_filter *f)
{
	return f->articles || f->filter->since || bs_filter_is_dated(f->filter) ||
	       f->filter->fields.without[BS_FIELD_DATE].count;
}

/* Was an article there before what is asked for? */
static inline bool bs_filter_is_old(const struct bs_filter *filter,
				    const struct bs_article_row *row)
{
	return filter->since && row->added <= filter->since;
}

/* Do the fields, and when it came, let an article in, but for its day? */
static inline bool bs_filter_has_article(const struct bs_segment_filter *f, uint32_t article)
{
	if (bs_filter_is_old(f->filter, &f->segment->rows[article])) return false;
	return !f->articles || (f->articles[article / 8] >> article % 8 & 1);
}

/* ---- For the files that make it ------------------------------------------ */

/* Which names, or roles, are asked for? */
const bool *bs_filter_find_wanted(struct bs_arena *arena, const struct bs_who *who,
				  const struct bs_name *asked, bool office);

/* Adds those whom a name means to a list. */
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
