#include "index/people.h"

#include "base/error.h"
#include "index/index.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- Asking ------------------------------------------------------------- */

/* Compares the words of a name with a key, word by word. */
static int compare_name(const char *name, const char *key, struct bs_words_scan *scan)
{
	struct bs_text_word word;
	bs_words_begin(scan, name);
	for (bool first = true; bs_words_next(scan, &word); first = false) {
		if (!first && *key++ != ' ') return key[-1] ? -1 : 1;
		int order = strncmp(word.form, key, word.length);
		if (order) return order;
		key += word.length;
	}
	return *key ? -1 : 0;
}

struct bs_people_rows bs_people_find(const struct bs_people *people, const char *name,
				     struct bs_words_scan *scan)
{
	size_t low = 0, high = people->row_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare_name(name, people->rows[middle].key, scan) > 0)
			low = middle + 1;
		else
			high = middle;
	}
	struct bs_people_rows found = {(uint32_t)low, (uint32_t)low};
	while (found.last < people->row_count &&
	       compare_name(name, people->rows[found.last].key, scan) == 0)
		found.last++;
	return found;
}

uint32_t bs_people_person(const struct bs_people *people, struct bs_people_rows rows,
			  const char *role, uint32_t day, struct bs_words_scan *scan)
{
	for (uint32_t i = rows.first; i < rows.last; i++) {
		const struct bs_people_row *row = &people->rows[i];
		if (row->dated && (day == 0 || day < row->from || day > row->to)) continue;
		if (row->words.count && !(role && bs_office_matches(&row->words, role, scan)))
			continue;
		return row->person;
	}
	return BS_NOT_LISTED;
}

uint32_t bs_people_role(const struct bs_people *people, uint32_t person, uint32_t day)
{
	size_t low = 0, high = people->office_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (people->offices[middle].person < person)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < people->office_count && people->offices[low].person == person; low++) {
		const struct bs_people_office *o = &people->offices[low];
		if (!o->dated || (day != 0 && day >= o->from && day <= o->to)) return o->role;
	}
	return BS_NO_ROLE;
}

brad_speaker bs_people_speaker(const struct bs_people *people, brad_speaker speaker, uint32_t day,
			       struct bs_words_scan *scan)
{
	struct bs_people_rows rows = bs_people_find(people, speaker.name, scan);
	uint32_t person = bs_people_person(people, rows, speaker.role, day, scan);
	if (person == BS_NOT_LISTED) return speaker;
	uint32_t role = bs_people_role(people, person, day);
	return (brad_speaker){people->persons.items[person].bytes,
			      role == BS_NO_ROLE ? speaker.role : people->roles.items[role].bytes};
}

void bs_people_free(struct bs_people *people)
{
	if (!people) return;
	bs_intern_free(&people->persons);
	bs_intern_free(&people->roles);
	bs_arena_free(&people->arena);
	free(people);
}

/* ---- Of an index -------------------------------------------------------- */

static const char file_name[] = "people.tsv";

/* Reads the file in a directory, if there is one. */
static brad_status read_in(const char *directory, bool *found, struct bs_people **out,
			   brad_error *err)
{
	struct stat st;
	char *path = bs_join_path(directory, file_name);
	if (!path) return bs_no_memory(err);
	brad_status status = BRAD_OK;
	*found = stat(path, &st) == 0;
	if (*found && !S_ISREG(st.st_mode))
		status = bs_fail(err, BRAD_EINPUT, "'%s' is no file", path);
	else if (*found)
		status = bs_people_read(path, out, err);
	free(path);
	return status;
}

brad_status bs_people_read_own(const char *directory, struct bs_people **out, brad_error *err)
{
	bool found = false;
	*out = NULL;
	brad_status status = read_in(directory, &found, out, err);
	if (found || status != BRAD_OK) return status;
	char *parent = bs_join_path(directory, "..");
	if (!parent) return bs_no_memory(err);
	status = read_in(parent, &found, out, err);
	free(parent);
	return status;
}

brad_status brad_index_use_people(brad_index *index, const char *path, brad_error *err)
{
	struct bs_people *people = NULL;
	bs_error_clear(err);
	brad_status status = path ? bs_people_read(path, &people, err)
				  : bs_people_read_own(index->directory, &people, err);
	if (status != BRAD_OK) return status;
	bs_people_free(index->people);
	index->people = people;
	return BRAD_OK;
}
