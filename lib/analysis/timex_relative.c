#include "analysis/timex_value.h"

#include "base/date.h"

#include <stdio.h>
#include <string.h>

enum {
	COMPARED = 150, /* tokens within which figures are compared with those of a quarter */
	SAME_TIME = 15  /* and within which "later in the year" is of the year named before */
};

/* The last quarter that is over. */
static struct bs_when last_quarter(const struct bs_timex_context *c)
{
	struct bs_when now = bs_time_today(c);
	return bs_when_shift(&now, 'Q', -1);
}

static void give_set(struct bs_timex_context *c, brad_timex *out, const char *value)
{
	out->type = BRAD_TIMEX_SET;
	out->value = bs_arena_string(c->arena, value);
}

void bs_read_weekday(struct bs_timex_context *c, const struct bs_timex_match *m,
		     enum bs_tense tense, brad_timex *out)
{
	struct bs_when from = c->narrative ? bs_time_present(c) : bs_time_today(c);
	struct bs_when w = {.grain = BS_DAY, .weekday = m->when.weekday};
	if (m->plural) {
		char value[BS_LONGEST_VALUE];
		snprintf(value, sizeof value, "XXXX-WXX-%u%s", m->when.weekday,
			 m->part ? bs_part_code(m->part) : "");
		give_set(c, out, value);
		return;
	}
	if (m->relation && bs_time_is_anaphoric(m->relation)) from = c->since;
	if (bs_when_is_day(&from)) {
		int32_t now = bs_days_from_date(bs_when_date(&from)), day;
		int ahead = ((int)m->when.weekday - 1 - bs_weekday(now) + 7) % 7;
		int way = bs_time_direction(m->relation);
		if (m->row->constant == 'r')
			day = now - bs_weekday(now) + m->when.weekday - 1 + 7 * way;
		else if (m->row->constant == 'u')
			day = now + (ahead ? ahead : 7) * (way >= 0) + 7 * (way >= 0) +
			      (way < 0 ? ahead - 14 : 0);
		else if (way > 0)
			day = now + (ahead ? ahead : 7);
		else if (way < 0)
			day = now + ahead - 7;
		else if (m->relation == 'T' || tense == BS_TENSE_FUTURE)
			day = now + ahead;
		else
			day = ahead ? now + ahead - 7 : now;
		w = bs_when_day(bs_date_from_days(day));
	}
	bs_give_when(c, m, &w, out);
}

void bs_read_day_word(struct bs_timex_context *c, const struct bs_timex_match *m,
		      enum bs_tense tense, brad_timex *out)
{
	struct bs_when from = bs_time_today(c);
	(void)tense;
	if (!bs_when_is_day(&from)) {
		bs_give_ref(out, m->day_word % 10 - 4);
		return;
	}
	struct bs_when w = bs_when_shift(&from, 'D', m->day_word % 10 - 4);
	struct bs_timex_match with_part = *m;
	if (m->day_word > 10) with_part.part = 'N';
	bs_give_when(c, &with_part, &w, out);
}

/* "the next day" follows the one last mentioned, "next week" follows ours. */
static uint8_t relation_of(const struct bs_timex_context *c, const struct bs_timex_match *m)
{
	bool next = m->relation == 'N' && (m->row->constant == 'n' || m->row->constant == 'q');
	bool day = m->unit == 'D' || m->part;
	return next && day && !m->plural && bs_when_is_day(&c->since) ? 'F' : m->relation;
}

/* "last night" belongs to the evening before. */
static void read_part_rel(struct bs_timex_context *c, const struct bs_timex_match *m,
			  brad_timex *out)
{
	uint8_t relation = relation_of(c, m);
	struct bs_when from = bs_time_origin(c, relation);
	int way = relation == 'U' ? 0 : bs_time_direction(relation);
	struct bs_when w = bs_when_is_day(&from) ? bs_when_shift(&from, 'D', way)
						 : (struct bs_when){.grain = BS_DAY};
	bs_give_when(c, m, &w, out);
}

static void give_duration(struct bs_timex_context *c, int32_t amount, uint8_t unit, brad_timex *out)
{
	char value[BS_LONGEST_VALUE];
	bs_duration_write(value, amount, unit);
	out->type = BRAD_TIMEX_DURATION;
	out->value = bs_arena_string(c->arena, value);
}

void bs_read_unit_rel(struct bs_timex_context *c, const struct bs_timex_match *m,
		      enum bs_tense tense, brad_timex *out)
{
	const uint8_t relation = relation_of(c, m);
	(void)tense;
	if (m->row->constant == 'p' || m->row->constant == 'q') {
		read_part_rel(c, m, out);
		return;
	}
	int way = bs_time_direction(relation);
	if (m->relation == 'P') {
		give_duration(c, m->plural ? -1 : 10, m->unit, out);
		return;
	}
	if (m->plural) {
		if (m->relation == 'K')
			give_duration(c, -1, m->unit, out);
		else
			bs_give_ref(out, way);
		return;
	}
	bool quarter = m->unit == 'Q' || m->unit == 'P';
	if (quarter && (m->row->constant == 't' || m->relation == 'D' || m->relation == 'H') &&
	    c->period.year) {
		bs_give_when(c, m, &c->period, out);
		return;
	}
	if (quarter && m->relation == 'D') {
		struct bs_when w = last_quarter(c);
		bs_give_when(c, m, &w, out);
		return;
	}
	struct bs_when from = m->row->constant == 't' ? c->since : bs_time_origin(c, relation);
	bool near = c->since.year && c->since.year <= c->today.year &&
		    m->first - c->since_token < SAME_TIME;
	if (m->row->constant == 't' && (!from.year || m->unit == 'N' || (!near && !c->narrative)))
		from = bs_time_today(c);
	if (m->row->constant == 'i' && near) from = c->since;
	if (m->unit == 'N' && way == 0 && m->row->constant == 't')
		way = tense == BS_TENSE_FUTURE ? 0 : -1;
	struct bs_when w = bs_when_shift(&from, m->unit, way);
	if (w.grain == BS_GRAIN_NONE && from.year && !bs_time_is_anaphoric(relation)) w = from;
	if (w.grain == BS_GRAIN_NONE && bs_time_is_anaphoric(relation))
		w = (struct bs_when){.grain = (uint8_t)bs_unit_grain(m->unit)};
	if (w.grain == BS_GRAIN_NONE)
		bs_give_ref(out, way);
	else
		bs_give_when(c, m, &w, out);
}

/* n units before or after another time, in the grain of the unit.  A quarter stays a quarter
 * over years, as in "a year earlier" of figures. */
static void give_distance(struct bs_timex_context *c, const struct bs_timex_match *m,
			  const struct bs_when *from, int sign, brad_timex *out)
{
	int32_t amount = m->amount;
	if (amount < 0 || !from->year || amount > 100000) {
		bs_give_ref(out, sign);
		return;
	}
	uint8_t unit = m->unit ? m->unit : 'Y';
	struct bs_when w = bs_when_shift(from, unit, sign * (amount ? amount / 10 : 1));
	if (from->grain == BS_QUARTER && unit == 'Y' && w.grain) {
		w.grain = BS_QUARTER;
		w.number = from->number;
	}
	if (w.grain == BS_GRAIN_NONE && strchr("HTS", unit)) w = *from;
	if (w.grain == BS_GRAIN_NONE)
		bs_give_ref(out, sign);
	else
		bs_give_when(c, m, &w, out);
}

/* Figures of a quarter are compared with those "a year ago": then that is a quarter too. */
static void compare_periods(const struct bs_timex_context *c, const struct bs_timex_match *m,
			    struct bs_when *from)
{
	if (c->period.year && m->unit == 'Y' && m->amount <= 10 &&
	    m->first - c->period_token < COMPARED)
		*from = c->period;
}

void bs_read_ago(struct bs_timex_context *c, const struct bs_timex_match *m, enum bs_tense tense,
		 brad_timex *out)
{
	struct bs_when from = bs_time_today(c);
	(void)tense;
	compare_periods(c, m, &from);
	give_distance(c, m, &from, -1, out);
}

void bs_read_earlier(struct bs_timex_context *c, const struct bs_timex_match *m,
		     enum bs_tense tense, brad_timex *out)
{
	struct bs_when from = c->since.year ? c->since : bs_time_today(c), kept = c->since;
	struct bs_timex_match years = *m;
	(void)tense;
	if (m->row->constant == 'p') { /* "the year-ago quarter" */
		years.unit = 'Y';
		if (!c->period.year) from = last_quarter(c);
	}
	compare_periods(c, &years, &from);
	give_distance(c, &years, &from, -1, out);
	if (years.unit == 'Y') c->since = kept; /* the next one is a year before the same */
}

void bs_read_later(struct bs_timex_context *c, const struct bs_timex_match *m, enum bs_tense tense,
		   brad_timex *out)
{
	(void)tense;
	give_distance(c, m, &c->since, 1, out);
}

void bs_read_ahead(struct bs_timex_context *c, const struct bs_timex_match *m, enum bs_tense tense,
		   brad_timex *out)
{
	struct bs_when from = bs_time_today(c);
	if (tense != BS_TENSE_FUTURE || !bs_when_is_day(&from)) {
		give_duration(c, m->amount, m->unit, out);
		return;
	}
	if (m->unit == 'F' || m->unit == 'W') {
		struct bs_when w =
			bs_when_shift(&from, 'D', m->amount / 10 * (m->unit == 'F' ? 14 : 7));
		bs_give_when(c, m, &w, out);
		return;
	}
	give_distance(c, m, &from, 1, out);
}

void bs_read_duration(struct bs_timex_context *c, const struct bs_timex_match *m,
		      enum bs_tense tense, brad_timex *out)
{
	(void)tense;
	give_duration(c, m->amount, m->unit, out);
}

void bs_read_set(struct bs_timex_context *c, const struct bs_timex_match *m, enum bs_tense tense,
		 brad_timex *out)
{
	char value[BS_LONGEST_VALUE];
	(void)tense;
	if (m->when.weekday) {
		snprintf(value, sizeof value, "XXXX-WXX-%u%s", m->when.weekday,
			 m->part ? bs_part_code(m->part) : "");
	} else if (m->part) {
		snprintf(value, sizeof value, "XXXX-XX-XX%s", bs_part_code(m->part));
	} else {
		bs_duration_write(value, m->amount ? m->amount : 10, m->set ? m->set : m->unit);
	}
	give_set(c, out, value);
}

void bs_read_vague(struct bs_timex_context *c, const struct bs_timex_match *m, enum bs_tense tense,
		   brad_timex *out)
{
	(void)c;
	(void)tense;
	bool past = m->vague == 'A' || m->relation == 'P';
	bs_give_ref(out, past ? -1 : m->vague == 'F' ? 1 : 0);
}
