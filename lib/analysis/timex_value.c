#include "analysis/timex_value.h"

#include "base/date.h"

#include <stdio.h>
#include <string.h>

enum { SAME_DAY = 60 }; /* tokens within which a clock time is of the day named before */

/* The value of a time of the calendar, with the part of the day or the hour. */
void bs_give_when(struct bs_timex_context *c, const struct bs_timex_match *m,
		  const struct bs_when *given, brad_timex *out)
{
	struct bs_when readable = *given, *w = &readable;
	char value[BS_LONGEST_VALUE * 2];
	if (w->year < 0 || w->year > 9999) w->year = 0;
	/* 29 February of a year that has none */
	if (bs_when_is_day(w) && !bs_date_exists(bs_when_date(w))) w->year = 0;
	if (m->away)
		*w = bs_when_is_day(w) ? bs_when_shift(w, 'D', m->away)
				       : (struct bs_when){.grain = BS_DAY};
	bs_when_write(value, w);
	size_t n = strlen(value);
	out->type = BRAD_TIMEX_DATE;
	if (w->grain == BS_DAY && m->hour) {
		out->type = BRAD_TIMEX_TIME;
		snprintf(value + n, BS_LONGEST_VALUE, "T%02d:%02d", m->hour - 1,
			 m->minute ? m->minute - 1 : 0);
	} else if (w->grain == BS_DAY && m->part) {
		out->type = BRAD_TIMEX_TIME;
		memcpy(value + n, bs_part_code(m->part), sizeof "TMO");
	}
	out->value = bs_arena_string(c->arena, value);
	if (c->narrative && m->day_word) return; /* the writer's own day is not the story's */
	c->since = *w;
	c->since_token = m->first;
}

void bs_give_ref(brad_timex *out, int direction)
{
	static const char *const refs[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
	out->type = BRAD_TIMEX_DATE;
	out->value = refs[direction + 1];
}

/* The time that "now" means: the day of publication, or in a history the time last mentioned. */
struct bs_when bs_time_present(const struct bs_timex_context *c)
{
	if (c->narrative && c->since.year) return c->since;
	return c->today.year ? bs_when_day(c->today) : (struct bs_when){0};
}

struct bs_when bs_time_today(const struct bs_timex_context *c)
{
	return c->today.year && c->today.day ? bs_when_day(c->today)
	       : c->today.year ? (struct bs_when){.grain = c->today.month ? BS_MONTH : BS_YEAR,
						  .year = c->today.year,
						  .month = c->today.month}
			       : (struct bs_when){0};
}

/* Which way a relation word points: -1, 0, 1. */
int bs_time_direction(uint8_t relation)
{
	switch (relation) {
	case 'L':
	case 'P':
	case 'D':
	case 'V': return -1;
	case 'N':
	case 'F':
	case 'K': return 1;
	default: return 0;
	}
}

/* "that", "the same", "the following" refer to the time last mentioned. */
bool bs_time_is_anaphoric(uint8_t relation)
{
	return relation == 'H' || relation == 'S' || relation == 'F' || relation == 'V';
}

struct bs_when bs_time_origin(const struct bs_timex_context *c, uint8_t relation)
{
	if (bs_time_is_anaphoric(relation)) return c->since;
	return relation == 'U' || relation == 'K' ? bs_time_today(c) : bs_time_present(c);
}

/* A story continues from month to month: after December comes January of the next year. */
static int16_t next_in_story(const struct bs_timex_context *c, const struct bs_when *w)
{
	int ahead = c->since.month ? w->month - c->since.month : 0;
	if (c->since.bc) return c->since.year;
	return (int16_t)(c->since.year + (ahead < -7 ? 1 : ahead > 8 ? -1 : 0));
}

/* The year in which a month, or a day of it, without a year lies. */
static int16_t year_near(const struct bs_timex_context *c, const struct bs_when *w,
			 enum bs_tense tense)
{
	if (c->narrative && c->since.year) return next_in_story(c, w);
	if (!c->today.year) return 0;
	if (!c->today.month) return c->today.year;
	int day = w->day ? w->day : c->today.day;
	int ahead = (w->month - c->today.month) * 31 + day - c->today.day;
	int16_t year = c->today.year;
	if (w->weekday && w->day && c->today.day)
		for (int i = 0; i < 3; i++) {
			static const int8_t away[] = {0, -1, 1};
			brad_date d = {(int16_t)(year + away[i]), w->month, w->day};
			if (bs_date_exists(d) && bs_weekday(bs_days_from_date(d)) + 1 == w->weekday)
				return d.year;
		}
	if (tense == BS_TENSE_FUTURE) return (int16_t)(ahead < 0 ? year + 1 : year);
	int near = tense == BS_TENSE_PAST ? (w->day ? 45 : 0) : tense ? 183 : 62;
	if (ahead > near) return (int16_t)(year - 1);
	return (int16_t)(ahead < (tense == BS_TENSE_MAYBE_FUTURE ? -6 : -9) * 31 &&
					 tense != BS_TENSE_PAST
				 ? year + 1
				 : year);
}

static void read_day(struct bs_timex_context *c, const struct bs_timex_match *m,
		     enum bs_tense tense, brad_timex *out)
{
	struct bs_when w = m->when;
	struct bs_when from = bs_time_origin(c, m->relation);
	w.grain = BS_DAY;
	if (m->row->constant && from.year) {
		struct bs_when of = bs_when_shift(&from, m->unit, bs_time_direction(m->relation));
		w.year = of.year;
		if (m->row->constant == 'm') w.month = of.month;
	}
	if (m->relation == 'L') tense = BS_TENSE_PAST;
	if (!w.year && w.month) {
		w.year = year_near(c, &w, tense);
		w.bc = c->narrative && c->since.bc;
	}
	w.weekday = 0;
	if (m->unit == 'W' && bs_when_is_day(&w))
		w = bs_when_week(bs_days_from_date(bs_when_date(&w)), BS_WEEK);
	bs_give_when(c, m, &w, out);
}

static void read_month(struct bs_timex_context *c, const struct bs_timex_match *m,
		       enum bs_tense tense, brad_timex *out)
{
	struct bs_when w = m->when;
	w.grain = BS_MONTH;
	if (!w.year) {
		w.year = year_near(c, &w, tense);
		w.bc = c->narrative && c->since.bc;
	}
	bs_give_when(c, m, &w, out);
}

static void read_month_rel(struct bs_timex_context *c, const struct bs_timex_match *m,
			   enum bs_tense tense, brad_timex *out)
{
	struct bs_when w = m->when, from = bs_time_origin(c, m->relation);
	w.grain = BS_MONTH;
	(void)tense;
	if (from.year && m->row->constant == 'r') {
		if (m->unit == 'Y') w.year = (int16_t)(from.year + bs_time_direction(m->relation));
	} else if (from.year && from.month) {
		int way = bs_time_direction(m->relation);
		w.year = from.year;
		if (way < 0 && w.month >= from.month) w.year--;
		if (way > 0 && w.month <= from.month) w.year++;
	}
	w.bc = from.bc;
	bs_give_when(c, m, &w, out);
}

static void read_year(struct bs_timex_context *c, const struct bs_timex_match *m,
		      enum bs_tense tense, brad_timex *out)
{
	struct bs_when w = m->when;
	(void)tense;
	w.grain = BS_YEAR;
	bs_give_when(c, m, &w, out);
}

static void read_years(struct bs_timex_context *c, const struct bs_timex_match *m,
		       enum bs_tense tense, brad_timex *out)
{
	char value[BS_LONGEST_VALUE];
	(void)tense;
	snprintf(value, sizeof value, "%04d/%04d", m->when.year, m->last_year);
	out->type = BRAD_TIMEX_DATE;
	out->value = bs_arena_string(c->arena, value);
	c->since = (struct bs_when){.grain = BS_YEAR, .year = m->when.year};
	c->since_token = m->first;
}

static void read_decade(struct bs_timex_context *c, const struct bs_timex_match *m,
			enum bs_tense tense, brad_timex *out)
{
	struct bs_when w = m->when;
	(void)tense;
	w.grain = BS_DECADE;
	bs_give_when(c, m, &w, out);
}

/* The last quarter or half with this number that began before the day. */
static int16_t year_of_period(const struct bs_timex_context *c, int number, int months)
{
	struct bs_when from = bs_time_present(c);
	if (!from.year) return 0;
	int first = (number - 1) * months + 1;
	return (int16_t)(from.month && first > from.month ? from.year - 1 : from.year);
}

static void read_period(struct bs_timex_context *c, const struct bs_timex_match *m,
			enum bs_tense tense, brad_timex *out)
{
	struct bs_when w = m->when;
	(void)tense;
	bool second_half = m->row->constant == 's'; /* "the last half of 2021" */
	bool half = m->row->constant == 'h' || second_half;
	if (!half && (m->unit == 'C' || m->unit == 'E')) {
		w.grain = BS_CENTURY;
		w.year = (int16_t)((m->ordinal - 1) * 100);
		if (!w.year) w.year = 1;
		w.bc = m->row->constant == 'b';
		bs_give_when(c, m, &w, out);
		return;
	}
	w.grain = half ? BS_HALF : BS_QUARTER;
	w.number = m->row->constant == 'l' ? 4 /* "the last quarter of 2021" */
		   : second_half           ? 2
					   : m->ordinal;
	if (m->relation && !w.year) {
		struct bs_when from = bs_time_origin(c, m->relation);
		if (from.year) w.year = (int16_t)(from.year + bs_time_direction(m->relation));
	} else if (!w.year) {
		w.year = year_of_period(c, m->ordinal, half ? 6 : 3);
	}
	if (m->row->constant == 'q') {
		w.number = c->period.number;
		if (!w.number) w.grain = BS_YEAR;
	} else {
		c->period = w;
		c->period_token = m->first;
	}
	bs_give_when(c, m, &w, out);
}

static uint8_t season_month(uint8_t season)
{
	return season == 'P' ? 3 : season == 'U' ? 6 : season == 'F' ? 9 : 12;
}

static void read_season(struct bs_timex_context *c, const struct bs_timex_match *m,
			enum bs_tense tense, brad_timex *out)
{
	struct bs_when w = m->when,
		       from = m->relation ? bs_time_origin(c, m->relation) : bs_time_present(c);
	w.grain = BS_SEASON;
	w.number = m->season;
	if (m->row->constant == 'r' && from.year) {
		w.year = (int16_t)(from.year + bs_time_direction(m->relation));
	} else if (!w.year && from.year) {
		int way = bs_time_direction(m->relation);
		uint8_t month = season_month(m->season);
		w.year = from.year;
		w.bc = from.bc;
		if (!c->narrative && from.month) {
			if (way < 0 && month + 2 >= from.month) w.year--;
			if (way > 0 && month <= from.month) w.year++;
			if (!m->relation && tense != BS_TENSE_FUTURE && month > from.month)
				w.year--;
			if (!m->relation && tense == BS_TENSE_FUTURE && month + 2 < from.month)
				w.year++;
		} else {
			w.year = (int16_t)(w.year + way);
		}
	}
	bs_give_when(c, m, &w, out);
}

static void read_holiday(struct bs_timex_context *c, const struct bs_timex_match *m,
			 enum bs_tense tense, brad_timex *out)
{
	struct bs_when from = bs_time_present(c);
	int year = m->when.year ? m->when.year : from.year;
	bool told = m->when.year || m->row->constant == 'r';
	if (m->row->constant == 'r' && year) year += bs_time_direction(m->relation);
	if (!year) {
		struct bs_when w = bs_holiday_day(m->holiday, 2000);
		w.year = 0;
		if (m->unit && !told) w.grain = m->unit == 'W' ? BS_WEEK : BS_WEEKEND;
		bs_give_when(c, m, &w, out);
		return;
	}
	struct bs_when w = bs_holiday_day(m->holiday, year);
	if (!told && !c->narrative) {
		int way = bs_time_direction(m->relation);
		enum bs_tense to = way < 0 ? BS_TENSE_PAST : way > 0 ? BS_TENSE_FUTURE : tense;
		int16_t near = year_near(c, &w, to);
		if (near) w = bs_holiday_day(m->holiday, near);
	}
	if (m->unit && m->row->constant != 'r')
		w = bs_when_week(bs_days_from_date(bs_when_date(&w)),
				 m->unit == 'W' ? BS_WEEK : BS_WEEKEND);
	bs_give_when(c, m, &w, out);
}

/* A clock time by itself is on the day last mentioned in a history, otherwise today. */
static void read_clock(struct bs_timex_context *c, const struct bs_timex_match *m,
		       enum bs_tense tense, brad_timex *out)
{
	bool same = bs_when_is_day(&c->since) && m->first - c->since_token < SAME_DAY;
	struct bs_when w = same ? c->since : bs_time_present(c);
	(void)tense;
	if (w.grain != BS_DAY) w = (struct bs_when){.grain = BS_DAY};
	struct bs_when kept = c->since;
	bs_give_when(c, m, &w, out);
	c->since = kept;
}

void bs_timex_read(struct bs_timex_context *c, const struct bs_timex_match *m, enum bs_tense tense,
		   brad_timex *out)
{
	static void (*const readers[])(struct bs_timex_context *, const struct bs_timex_match *,
				       enum bs_tense, brad_timex *) = {
		[BS_SORT_DAY] = read_day,
		[BS_SORT_MONTH] = read_month,
		[BS_SORT_MONTH_REL] = read_month_rel,
		[BS_SORT_YEAR] = read_year,
		[BS_SORT_YEARS] = read_years,
		[BS_SORT_DECADE] = read_decade,
		[BS_SORT_PERIOD] = read_period,
		[BS_SORT_SEASON] = read_season,
		[BS_SORT_WEEKDAY] = bs_read_weekday,
		[BS_SORT_DAY_WORD] = bs_read_day_word,
		[BS_SORT_HOLIDAY] = read_holiday,
		[BS_SORT_UNIT_REL] = bs_read_unit_rel,
		[BS_SORT_AGO] = bs_read_ago,
		[BS_SORT_LATER] = bs_read_later,
		[BS_SORT_EARLIER] = bs_read_earlier,
		[BS_SORT_AHEAD] = bs_read_ahead,
		[BS_SORT_CLOCK] = read_clock,
		[BS_SORT_DURATION] = bs_read_duration,
		[BS_SORT_SET] = bs_read_set,
		[BS_SORT_VAGUE] = bs_read_vague,
	};
	readers[m->row->sort](c, m, tense, out);
}
