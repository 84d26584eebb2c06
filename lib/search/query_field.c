/* Reads the fields of a query: name:value, name:value,"another value". */
#include "search/query_scan.h"

#include "base/error.h"
#include "base/utf8.h"

enum { MOST_VALUES = 1000 };

static bool is_ascii_letter(uint32_t c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* A name that is none of ours. */
static brad_status fail_name(const struct bs_query_scan *s, size_t at, size_t length)
{
	const char *name = s->text + at, *near = bs_field_nearest(name, length);
	int n = (int)(length < 40 ? length : 40);
	if (near)
		return bs_query_fail(s, at,
				     "there is no field '%.*s:'; did you mean '%s:'? (a blank "
				     "behind the colon, or quotation marks, make it text)",
				     n, name, near);
	return bs_query_fail(s, at,
			     "there is no field '%.*s:', but speaker, role, said, date, mentions, "
			     "source, title and article (a blank behind the colon, or quotation "
			     "marks, make it text)",
			     n, name);
}

static const char *example(enum bs_field field)
{
	switch (field) {
	case BS_FIELD_SPEAKER: return "speaker:Keller or speaker:\"Anna Keller\"";
	case BS_FIELD_ROLE: return "role:leader or role:\"council leader\"";
	case BS_FIELD_SAID: return "said:direct,mixed";
	case BS_FIELD_DATE: return "date:2021-03 or date:2021..2022";
	case BS_FIELD_MENTIONS: return "mentions:2018";
	case BS_FIELD_SOURCE: return "source:Gazette";
	case BS_FIELD_TITLE: return "title:bridge or title:\"new bridge\"";
	case BS_FIELD_ARTICLE:
	case BS_FIELDS: break;
	}
	return "article:2021/03/fares.txt or article:(bridge river)";
}

/* Finds one value: bare up to a blank, a comma or a bracket, or between marks. */
static brad_status find_value(struct bs_query_scan *s, enum bs_field field, size_t at,
			      brad_span *value, size_t *end)
{
	bool marked;
	size_t n;
	uint32_t c;
	brad_status status = bs_query_marks(s, at, &marked, value, end);
	if (status != BRAD_OK || marked) return status;
	*value = (brad_span){at, at};
	for (; c = bs_query_character(s, value->end, &n),
	       !bs_is_space(c) && c != ',' && c != '(' && c != ')' && !bs_query_is_double_mark(c);
	     value->end += n)
		continue;
	*end = value->end;
	if (value->end > at) return BRAD_OK;
	if (c == '(')
		return bs_query_fail(s, at,
				     "%s: takes no brackets; part several values by commas, as in "
				     "%s:one,two",
				     bs_field_name(field), bs_field_name(field));
	return bs_query_fail(
		s, at, "expected a value behind %s with no blank before it, such as %s",
		s->text[at > 0 ? at - 1 : 0] == ',' ? "the comma" : "the colon", example(field));
}

static brad_status read_value(struct bs_query_scan *s, enum bs_field field, brad_span span,
			      struct bs_field_values *values)
{
	if (s->value_count++ == MOST_VALUES)
		return bs_query_fail(s, span.start, "the query has more than %d values",
				     MOST_VALUES);
	struct bs_field_value *value = BS_PUSH(s->arena, values->items, values->count);
	value->text = bs_arena_copy(s->arena, s->text + span.start, span.end - span.start);
	if (!*value->text)
		return bs_query_fail(s, span.start, "expected a value between the quotation marks");
	brad_error why;
	brad_status status =
		bs_field_read(s->arena, &s->scratch->scan, field, s->manner->today, value, &why);
	if (status == BRAD_EQUERY) return bs_query_fail(s, span.start, "%s", why.message);
	return status == BRAD_OK ? status : bs_no_memory(s->err);
}

static brad_status read_values(struct bs_query_scan *s, size_t at, struct bs_query_token *out)
{
	size_t n;
	for (;; at++) {
		brad_span value;
		brad_status status = find_value(s, out->field, at, &value, &at);
		if (status == BRAD_OK) status = read_value(s, out->field, value, &out->values);
		if (status != BRAD_OK) return status;
		if (bs_query_character(s, at, &n) != ',') break;
	}
	uint32_t c = bs_query_character(s, at, &n);
	out->span.end = at;
	if (bs_is_space(c) || c == ')') return BRAD_OK;
	return bs_query_fail(s, at, "expected a blank or a comma behind the value of %s:",
			     bs_field_name(out->field));
}

brad_status bs_query_field(struct bs_query_scan *s, size_t at, bool *found,
			   struct bs_query_token *out)
{
	size_t colon = at, n;
	*found = false;
	while (colon < s->length && is_ascii_letter((unsigned char)s->text[colon])) colon++;
	if (colon == at || bs_query_character(s, colon, &n) != ':') return BRAD_OK;
	enum bs_field field = bs_field_find(s->text + at, colon - at);
	uint32_t next = bs_query_character(s, colon + 1, &n);
	if (field == BS_FIELDS) { /* "Fares: why", "http://", "std::map" */
		if (bs_is_space(next) || next == '/' || next == ':') return BRAD_OK;
		return fail_name(s, at, colon - at);
	}
	*found = true;
	*out = (struct bs_query_token){
		.kind = BS_QUERY_FIELD, .span = {at, colon + 1}, .field = field};
	if (field == BS_FIELD_ARTICLE && next == '(') {
		out->kind = BS_QUERY_WITHIN;
		out->span.end = colon + 2;
		return BRAD_OK;
	}
	return read_values(s, colon + 1, out);
}
