#include "search/fields.h"

#include "base/date.h"
#include "base/error.h"
#include "search/distance.h"
#include "search/when.h"

#include <string.h>

static const char *const names[BS_FIELDS] = {"speaker",  "role",   "said",  "date",
					     "mentions", "source", "title", "article"};
static const char *const kinds[] = {"direct", "mixed", "indirect"};

const char *bs_field_name(enum bs_field field)
{
	return names[field];
}

static bool is_name(const char *text, size_t length, const char *name)
{
	if (strlen(name) != length) return false;
	for (size_t i = 0; i < length; i++)
		if ((text[i] | 0x20) != name[i]) return false;
	return true;
}

enum bs_field bs_field_find(const char *name, size_t length)
{
	unsigned field = 0;
	while (field < BS_FIELDS && !is_name(name, length, names[field])) field++;
	return (enum bs_field)field;
}

const char *bs_field_nearest(const char *name, size_t length)
{
	char small[16] = "";
	const char *nearest = NULL;
	size_t limit = 2;
	if (length >= sizeof small) return NULL;
	for (size_t i = 0; i < length; i++) small[i] = (char)(name[i] | 0x20);
	for (size_t i = 0; i < BS_FIELDS; i++) {
		bool begins = length > 1 && strncmp(names[i], small, length) == 0;
		size_t distance = begins ? 0 : bs_edit_distance(small, names[i], limit);
		if (distance > limit || distance + 1 >= length) continue;
		nearest = names[i];
		if (distance == 0) break;
		limit = distance - 1;
	}
	return nearest;
}

/* ---- Values -------------------------------------------------------------- */

static brad_status read_said(struct bs_field_value *value, brad_error *err)
{
	size_t length = strlen(value->text);
	for (unsigned i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (is_name(value->text, length, kinds[i])) {
			value->said = 1u << (BRAD_SAID_DIRECT + i);
			return BRAD_OK;
		}
	return bs_fail(err, BRAD_EQUERY, "said: expected direct, mixed or indirect, not '%.60s'",
		       value->text);
}

static brad_status read_name(struct bs_arena *arena, struct bs_words_scan *scan,
			     enum bs_field field, struct bs_field_value *value, brad_error *err)
{
	brad_error none;
	if (strchr(value->text, '*'))
		return bs_fail(err, BRAD_EQUERY, "%s: takes whole words, and no star",
			       names[field]);
	brad_status status = bs_name_read(arena, scan, value->text, &value->name, &none);
	if (status == BRAD_ENOMEM) return bs_no_memory(err);
	if (status != BRAD_OK)
		return bs_fail(err, BRAD_EQUERY, "%s: expected a name, and '%.60s' holds no word",
			       names[field], value->text);
	size_t common = 0;
	for (size_t i = 0; i < value->name.count; i++)
		common += bs_is_stop_word(value->name.words[i], strlen(value->name.words[i]));
	if (field == BS_FIELD_ROLE && common == value->name.count)
		return bs_fail(err, BRAD_EQUERY,
			       "role: '%.60s' holds only words that are too common to tell a role",
			       value->text);
	return BRAD_OK;
}

brad_status bs_field_read(struct bs_arena *arena, struct bs_words_scan *scan, enum bs_field field,
			  brad_date today, struct bs_field_value *value, brad_error *err)
{
	switch (field) {
	case BS_FIELD_SAID: return read_said(value, err);
	case BS_FIELD_DATE:
		value->unknown = is_name(value->text, strlen(value->text), "unknown");
		if (value->unknown) return BRAD_OK;
		return bs_when_read(value->text, today, &value->first, &value->last, err);
	case BS_FIELD_MENTIONS:
		return bs_when_read(value->text, today, &value->first, &value->last, err);
	case BS_FIELD_ROLE: value->office = true; break;
	case BS_FIELD_ARTICLE:
	case BS_FIELDS: return BRAD_OK;
	case BS_FIELD_SPEAKER:
	case BS_FIELD_SOURCE:
	case BS_FIELD_TITLE: break;
	}
	return read_name(arena, scan, field, value, err);
}

bool bs_fields_any(const struct bs_fields *fields)
{
	for (size_t i = 0; i < BS_FIELDS; i++)
		if (fields->with[i].count || fields->without[i].count) return true;
	return false;
}

uint32_t bs_field_first_day(const struct bs_field_value *value)
{
	return bs_date_pack(value->first);
}

uint32_t bs_field_last_day(const struct bs_field_value *value)
{
	return bs_date_pack_end(value->last);
}

struct bs_period bs_field_period(const struct bs_field_value *value)
{
	struct bs_period period = {INT32_MIN, INT32_MAX};
	if (value->first.year) period.first = bs_period_of_date(value->first).first;
	if (value->last.year) period.last = bs_period_of_date(value->last).last;
	return period;
}
