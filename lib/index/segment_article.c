/* Reads an article from a segment: its record, and what other columns have of it. */
#include "base/error.h"
#include "index/persons.h"
#include "index/record.h"
#include "index/touch.h"
#include "index/units.h"

/* Gathers what the record of an article lacks; false if it is damaged. */
static bool read_rest(struct bs_arena *arena, const struct bs_segment *s,
		      const struct bs_article_row *row, struct bs_buffer *prose,
		      struct bs_record_rest *rest)
{
	const struct bs_unit *units = bs_units_read(arena, s, row, row->count);
	if (!units) return false;
	for (uint32_t i = 0; i < row->count; i++) {
		if (units[i].place == 0 && s->role[units[i].document] != BRAD_ROLE_TITLE) continue;
		const char *text = bs_unit_spell(arena, s, &units[i], NULL, NULL);
		if (!text) return false;
		if (units[i].place == 0)
			rest->title = text;
		else
			bs_buffer_add(prose, text, units[i].length);
	}
	if (!rest->title && row->title != BS_NO_STRING && !*bs_segment_text(s, row->title))
		rest->title = ""; /* given, but empty */
	rest->id = bs_segment_text(s, row->id);
	rest->source = bs_segment_text(s, row->source);
	rest->url = bs_segment_text(s, row->url);
	rest->path = bs_segment_text(s, row->path);
	rest->line = bs_segment_line(s, (uint32_t)(row - s->rows));
	rest->prose = prose->bytes;
	rest->prose_length = prose->length;
	return true;
}

static brad_status read_article(struct bs_arena *arena, const struct bs_segment *s,
				const struct bs_article_row *row, struct bs_buffer *prose,
				brad_article **out, brad_error *err)
{
	struct bs_record_rest rest = {0};
	bool last = row == s->rows + s->articles - 1;
	uint64_t end = last ? s->records_length : row[1].record;
	bs_touch_record(s, row);
	if (!read_rest(arena, s, row, prose, &rest)) return bs_segment_damaged(s, err);
	if (prose->failed) return bs_no_memory(err);
	return bs_record_read(s->records + row->record, (size_t)(end - row->record), &rest, out,
			      err);
}

brad_status bs_segment_article(struct bs_segment *segment, uint32_t article, brad_article **out,
			       brad_error *err)
{
	struct bs_buffer prose = {0};
	struct bs_arena arena = {0};
	*out = NULL;
	if (article >= segment->articles)
		return bs_fail(err, BRAD_EINVAL, "no article %u in segment %s", article,
			       segment->name);
	brad_status status;
	jmp_buf way_out;
	if (setjmp(way_out) == 0) {
		arena.way_out = &way_out;
		status = read_article(&arena, segment, &segment->rows[article], &prose, out, err);
		if (status == BRAD_OK) status = bs_persons_read(segment, article, *out, err);
	} else {
		status = bs_no_memory(err);
	}
	bs_buffer_free(&prose);
	bs_arena_free(&arena);
	if (status != BRAD_OK) {
		brad_article_free(*out);
		*out = NULL;
	}
	return status;
}
