/* Ends a segment: sorts its dictionaries and writes its columns. */
#include "index/segment_writer.h"

#include "base/error.h"
#include "index/copies.h"
#include "index/persons.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- Files -------------------------------------------------------------- */

void bs_segment_path(const struct bs_segment_writer *w, const char *ending, char *out)
{
	snprintf(out, BS_PATH_ROOM, "%s/%s%s", w->directory, w->name, ending);
}

/* ---- Finishing ---------------------------------------------------------- */

/* Sorts strings, writes them, and keeps where each went. */
static bool write_strings(struct bs_segment_writer *w, const struct bs_intern *in,
			  enum bs_segment_section starts, uint32_t **rank)
{
	uint32_t *order = malloc((in->count + (size_t)1) * sizeof *order);
	*rank = malloc((in->count + (size_t)1) * sizeof **rank);
	bool done = order && *rank && !in->failed && bs_intern_sort(in, order, *rank);
	if (done) bs_intern_write(in, order, &w->columns[starts], &w->columns[starts + 1]);
	free(order);
	return done;
}

static void write_sets(struct bs_segment_writer *w, const uint32_t *people, const uint32_t *roles)
{
	uint32_t members = 0;
	for (uint32_t i = 0; i < w->sets.count; i++) {
		bs_add_column(w, BS_SECTION_SETS, members);
		uint32_t count = w->sets.items[i].length / (uint32_t)sizeof(struct bs_said_by);
		for (uint32_t k = 0; k < count; k++) {
			struct bs_said_by by;
			memcpy(&by, w->sets.items[i].bytes + k * sizeof by, sizeof by);
			by.name = people[by.name];
			if (by.role != BS_NO_STRING) by.role = roles[by.role];
			bs_buffer_add(&w->columns[BS_SECTION_MEMBERS], &by, sizeof by);
		}
		members += count;
	}
	bs_add_column(w, BS_SECTION_SETS, members);
}

static void renumber_rows(struct bs_segment_writer *w, const uint32_t *texts)
{
	struct bs_article_row *rows =
		(struct bs_article_row *)(void *)w->columns[BS_SECTION_ROWS].bytes;
	for (uint32_t i = 0; i < w->info.articles; i++) {
		rows[i].id = texts[rows[i].id];
		uint32_t *optional[] = {&rows[i].source, &rows[i].path, &rows[i].url,
					&rows[i].title};
		for (size_t k = 0; k < sizeof optional / sizeof(*optional); k++)
			if (*optional[k] != BS_NO_STRING) *optional[k] = texts[*optional[k]];
	}
}

static brad_status gather_sections(struct bs_segment_writer *w, brad_error *err)
{
	uint32_t *forms = NULL, *people = NULL, *roles = NULL, *texts = NULL;
	const uint32_t counts[4] = {w->info.documents, w->info.articles, w->sets.count - 1,
				    w->placeholders};
	bool done = write_strings(w, &w->forms, BS_SECTION_FORM_STARTS, &forms) &&
		    write_strings(w, &w->people, BS_SECTION_PEOPLE_STARTS, &people) &&
		    write_strings(w, &w->roles, BS_SECTION_ROLES_STARTS, &roles) &&
		    write_strings(w, &w->texts, BS_SECTION_TEXTS_STARTS, &texts) &&
		    !w->sets.failed && !w->joints.failed;
	for (int i = 0; i < BS_SECTIONS; i++) done = done && !w->columns[i].failed;
	if (done) {
		bs_buffer_add(&w->columns[BS_SECTION_COUNTS], counts, sizeof counts);
		write_sets(w, people, roles);
		renumber_rows(w, texts);
		done = bs_write_persons(w) && bs_write_copies(w) && bs_recode_words(w, forms) &&
		       bs_write_stems(w, forms) && bs_recode_units(w) &&
		       bs_write_name_words(w, people) && bs_write_person_sets(w) &&
		       bs_write_person_documents(w);
	}
	for (int i = 0; i < BS_SECTIONS; i++) done = done && !w->columns[i].failed;
	brad_status status = done ? bs_write_lists(w, forms, err) : bs_no_memory(err);
	free(forms);
	free(people);
	free(roles);
	free(texts);
	return status;
}

static brad_status write_columns(struct bs_segment_writer *w, brad_error *err)
{
	struct bs_section sections[BS_SECTIONS];
	char temporary[BS_PATH_ROOM], path[BS_PATH_ROOM];
	brad_status status = gather_sections(w, err);
	for (int i = 0; i < BS_SECTIONS && status == BRAD_OK; i++)
		if (w->columns[i].failed) status = bs_no_memory(err);
	if (status != BRAD_OK) return status;
	for (int i = 0; i < BS_SECTIONS; i++)
		sections[i] = (struct bs_section){w->columns[i].bytes, w->columns[i].length};
	bs_segment_path(w, ".cols.tmp", temporary);
	bs_segment_path(w, ".cols", path);
	status = bs_pack_write(temporary, sections, BS_SECTIONS, &w->info.cols_checksum,
			       &w->info.cols_size, err);
	if (status == BRAD_OK && rename(temporary, path) != 0)
		status = bs_fail_errno(err, "rename", temporary);
	return status;
}

brad_status bs_segment_finish(struct bs_segment_writer *w, struct bs_segment_info *out,
			      brad_error *err)
{
	if (w->info.articles == 0)
		return bs_fail(err, BRAD_EINTERNAL, "segment %s has no articles", w->name);
	brad_status status = bs_segment_write_database(w, err);
	if (status == BRAD_OK) status = write_columns(w, err);
	*out = w->info;
	return status;
}

void bs_segment_free(struct bs_segment_writer *w)
{
	if (!w) return;
	char path[BS_PATH_ROOM];
	bs_segment_remove_chunks(w);
	if (w->directory && w->name) {
		bs_segment_path(w, ".glass.tmp", path);
		unlink(path);
		bs_segment_path(w, ".cols.tmp", path);
		unlink(path);
	}
	bs_written_free(&w->written);
	struct bs_intern *interns[] = {&w->forms, &w->terms, &w->booleans, &w->people, &w->roles,
				       &w->texts, &w->sets,  &w->joints,   &w->named};
	for (size_t i = 0; i < sizeof interns / sizeof *interns; i++) bs_intern_free(interns[i]);
	for (int i = 0; i < BS_SECTIONS; i++) bs_buffer_free(&w->columns[i]);
	struct bs_buffer *buffers[] = {&w->form_terms,    &w->term_uses,    &w->joint_uses,
				       &w->waiting_terms, &w->waiting_ends, &w->stem,
				       &w->value,         &w->unit_joints,  &w->scan.form};
	for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++) bs_buffer_free(buffers[i]);
	xc_stemmer_free(w->stemmer);
	free(w->directory);
	free(w->name);
	free(w);
}
