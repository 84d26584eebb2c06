#include "search/who.h"

#include "base/error.h"

brad_status bs_who_begin(struct bs_arena *arena, struct bs_words_scan *scan,
			 const struct bs_people *people, const struct bs_segment *segment,
			 struct bs_who *out, brad_error *err)
{
	*out = (struct bs_who){.segment = segment, .people = people, .scan = scan};
	if (!people) return BRAD_OK;
	uint32_t names = segment->people.count;
	struct bs_people_rows *rows = bs_arena_alloc(arena, ((size_t)names + 1) * sizeof *rows);
	unsigned char *touched = bs_arena_alloc(arena, segment->set_count / 8 + 1);
	for (uint32_t i = 0; i < names; i++)
		rows[i] = bs_people_find(people, bs_string(&segment->people, i), scan);
	if (scan->form.failed) return bs_no_memory(err);
	for (uint32_t s = 1; s <= segment->set_count; s++)
		for (uint32_t k = segment->sets[s]; k < segment->sets[s + 1]; k++) {
			const struct bs_people_rows *r = &rows[segment->members[k].name];
			if (r->last > r->first) touched[s / 8] |= (unsigned char)(1 << s % 8);
		}
	out->rows = rows;
	out->touched = touched;
	return BRAD_OK;
}

struct bs_said_by bs_who_is(const struct bs_who *who, uint32_t member, uint32_t day)
{
	const struct bs_segment *s = who->segment;
	struct bs_said_by by = s->members[member];
	if (!who->people) return by;
	struct bs_people_rows rows = who->rows[by.name];
	if (rows.last == rows.first) return by;
	const char *said_as = by.role == BS_NO_STRING ? NULL : bs_string(&s->roles, by.role);
	uint32_t person = bs_people_person(who->people, rows, said_as, day, who->scan);
	if (person == BS_NOT_LISTED) return by;
	uint32_t role = bs_people_role(who->people, person, day);
	by.name = s->people.count + person;
	if (role != BS_NO_ROLE) by.role = s->roles.count + role;
	return by;
}

uint32_t bs_who_names(const struct bs_who *who)
{
	return who->segment->people.count + (who->people ? who->people->persons.count : 0);
}

uint32_t bs_who_roles(const struct bs_who *who)
{
	return who->segment->roles.count + (who->people ? who->people->roles.count : 0);
}

const char *bs_who_name(const struct bs_who *who, uint32_t name)
{
	uint32_t own = who->segment->people.count;
	return name < own ? bs_string(&who->segment->people, name)
			  : who->people->persons.items[name - own].bytes;
}

const char *bs_who_role(const struct bs_who *who, uint32_t role)
{
	uint32_t own = who->segment->roles.count;
	return role < own ? bs_string(&who->segment->roles, role)
			  : who->people->roles.items[role - own].bytes;
}
