/* timex_value.h - what do the resolvers of timex_value.c and timex_relative.c share? */
#ifndef BS_TIMEX_VALUE_H
#define BS_TIMEX_VALUE_H

#include "analysis/timex.h"
#include "analysis/timex_when.h"

/* Gives an expression a time of the calendar for its value, with the part of
 * the day or the hour, and goes on from there. */
void bs_give_when(struct bs_timex_context *c, const struct bs_timex_match *m,
		  const struct bs_when *w, brad_timex *out);

/* Gives PAST_REF (-1), PRESENT_REF (0) or FUTURE_REF (1). */
void bs_give_ref(brad_timex *out, int direction);

/* The day of publication, or as much of it as is known. */
struct bs_when bs_time_today(const struct bs_timex_context *c);

/* What "now" is: today, or in a history the time last spoken of. */
struct bs_when bs_time_present(const struct bs_timex_context *c);

/* Which way does a relation word point: -1, 0, 1?  And from where?  Anaphoric
 * ones ("that", "the same", "the following") from the time last spoken of. */
int bs_time_direction(uint8_t relation);
bool bs_time_is_anaphoric(uint8_t relation);
struct bs_when bs_time_origin(const struct bs_timex_context *c, uint8_t relation);

/* The resolvers of expressions that point from another time, and of stretches. */
void bs_read_weekday(struct bs_timex_context *c, const struct bs_timex_match *m,
		     enum bs_tense tense, brad_timex *out);
void bs_read_day_word(struct bs_timex_context *c, const struct bs_timex_match *m,
		      enum bs_tense tense, brad_timex *out);
void bs_read_unit_rel(struct bs_timex_context *c, const struct bs_timex_match *m,
		      enum bs_tense tense, brad_timex *out);
void bs_read_ago(struct bs_timex_context *c, const struct bs_timex_match *m, enum bs_tense tense,
		 brad_timex *out);
void bs_read_earlier(struct bs_timex_context *c, const struct bs_timex_match *m,
		     enum bs_tense tense, brad_timex *out);
void bs_read_later(struct bs_timex_context *c, const struct bs_timex_match *m, enum bs_tense tense,
		   brad_timex *out);
void bs_read_ahead(struct bs_timex_context *c, const struct bs_timex_match *m, enum bs_tense tense,
		   brad_timex *out);
void bs_read_duration(struct bs_timex_context *c, const struct bs_timex_match *m,
		      enum bs_tense tense, brad_timex *out);
void bs_read_set(struct bs_timex_context *c, const struct bs_timex_match *m, enum bs_tense tense,
		 brad_timex *out);
void bs_read_vague(struct bs_timex_context *c, const struct bs_timex_match *m, enum bs_tense tense,
		   brad_timex *out);

#endif
