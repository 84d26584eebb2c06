/* What does the value of an option say? */
#include "option.h"
#include "terminal.h"

#include <stdlib.h>
#include <string.h>

static bool set_number(const struct option *option, const char *value, uint32_t *out)
{
	uint64_t number = 0;
	const char *c = value;
	for (; *c >= '0' && *c <= '9' && number <= option->most; c++)
		number = number * 10 + (uint64_t)(*c - '0');
	if (c == value || *c || number > option->most)
		return complain("--%s: expected a whole number from 0 to %u, not '%s'",
				option->name, option->most, value),
		       false;
	*out = (uint32_t)number;
	return true;
}

/* "1000", "64K", "64M", "1G" */
static bool set_size(const struct option *option, const char *value, size_t *out)
{
	static const char units[] = "KMG";
	char *end;
	unsigned long long number = *value >= '0' && *value <= '9' ? strtoull(value, &end, 10) : 0;
	const char *unit = number && *end ? strchr(units, *end) : NULL;
	if (unit && number <= BRAD_GREATEST_ARTICLE_SIZE) {
		number <<= 10 * (unit - units + 1);
		end++;
	}
	if (!number || *end || number > BRAD_GREATEST_ARTICLE_SIZE)
		return complain("--%s: expected a number of bytes such as 200000, 64M or 1G, which "
				"is the most, not '%s'",
				option->name, value),
		       false;
	*out = number;
	return true;
}

static bool set_share(const struct option *option, const char *value, double *out)
{
	char *end;
	double share = strtod(value, &end);
	if (end == value || *end || strspn(value, "0123456789.") != strlen(value) || share > 1)
		return complain("--%s: expected a number from 0 to 1, not '%s'", option->name,
				value),
		       false;
	*out = share;
	return true;
}

static bool set_choice(const struct option *option, const char *value, int *out)
{
	char expected[128] = "";
	for (int i = 0; option->choices[i]; i++) {
		const char *choice = option->choices[i];
		if (*choice && strcmp(choice, value) == 0) return *out = i, true;
		size_t used = strlen(expected);
		if (*choice)
			snprintf(expected + used, sizeof expected - used, "%s%s",
				 !used                    ? ""
				 : option->choices[i + 1] ? ", "
							  : " or ",
				 choice);
	}
	const char *near = nearest_word(value, option->choices);
	if (near)
		complain("--%s: expected %s, not '%s'; did you mean '%s'?", option->name, expected,
			 value, near);
	else
		complain("--%s: expected %s, not '%s'", option->name, expected, value);
	return false;
}

/* "2018", "last-year", "2018..2019", "2018..", "..2019" */
static bool set_days(const struct option *option, const char *value, brad_date out[2])
{
	brad_error error;
	brad_date unknown = {0, 0, 0};
	if (brad_days_read(value, unknown, &out[0], &out[1], &error) == BRAD_OK) return true;
	complain("--%s: %s", option->name, error.message);
	return false;
}

static bool set_day(const struct option *option, const char *value, brad_date *out)
{
	brad_date days[2];
	if (strstr(value, ".."))
		return complain("--%s: expected one date, not '%s'", option->name, value), false;
	if (!set_days(option, value, days)) return false;
	*out = days[option->kind == LAST_DAY];
	return true;
}

/* Several choices, separated by commas: a bit each. */
static bool set_choices(const struct option *option, const char *value, unsigned *out)
{
	char word[64];
	int number;
	for (size_t n; (n = strcspn(value, ",")), true; value += n + 1) {
		snprintf(word, sizeof word, "%.*s", (int)n, value);
		if (!set_choice(option, word, &number)) return false;
		*out |= 1u << number;
		if (!value[n]) return true;
	}
}

/* "7", or with the index's uuid "…:7", both as JSON tells them. */
static bool set_revision(const struct option *option, const char *value, const char **out)
{
	const char *colon = strrchr(value, ':'), *number = colon ? colon + 1 : value;
	if (!*number || number[strspn(number, "0123456789")] || colon == value)
		return complain("--%s: expected a whole number, or UUID:NUMBER, not '%s'",
				option->name, value),
		       false;
	*out = value;
	return true;
}

/* Several fields, separated by commas, each once. */
static bool set_fields(const struct option *option, const char *value, struct field_list *out)
{
	char word[64];
	int field;
	out->count = 0;
	for (size_t n; (n = strcspn(value, ",")), true; value += n + 1) {
		snprintf(word, sizeof word, "%.*s", (int)n, value);
		if (!set_choice(option, word, &field)) return false;
		for (uint32_t i = 0; i < out->count; i++)
			if (out->at[i] == field)
				return complain("--%s: '%s' is there twice", option->name, word),
				       false;
		if (out->count == option->most)
			return complain("--%s: %u fields at most", option->name, option->most),
			       false;
		out->at[out->count++] = field;
		if (!value[n]) return true;
	}
}

bool option_set(struct options *options, const struct option *option, char *value)
{
	void *place = (char *)options + option->place;
	switch (option->kind) {
	case SWITCH: *(bool *)place = true; return true;
	case TEXT: *(const char **)place = value; return true;
	case LIST: options->removals[options->removal_count++] = value; return true;
	case NUMBER: return set_number(option, value, place);
	case SIZE: return set_size(option, value, place);
	case SHARE: return set_share(option, value, place);
	case CHOICE: return set_choice(option, value, place);
	case CHOICES: return set_choices(option, value, place);
	case FIELDS: return set_fields(option, value, place);
	case FIRST_DAY:
	case LAST_DAY: return set_day(option, value, place);
	case DAYS: return set_days(option, value, place);
	case REVISION: return set_revision(option, value, place);
	}
	return false;
}
