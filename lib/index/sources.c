#include "index/sources.h"

#include "base/error.h"
#include "index/pack.h"

#include <stdlib.h>
#include <string.h>

static const int64_t second = 1000000000;

enum { READ = 1, SETTLED = 2, INPUT_SHIFT = 2 };

uint32_t bs_source_number(struct bs_sources *s, const char *path)
{
	uint32_t known = s->paths.count;
	uint32_t number = bs_intern(&s->paths, path, strlen(path));
	if (s->paths.failed) return BS_NO_SOURCE;
	if (number < known) return number;
	if (number == s->room) {
		uint32_t room = s->room ? s->room * 2 : 64;
		struct bs_source *larger = realloc(s->list, room * sizeof *larger);
		if (!larger) {
			s->paths.failed = true;
			return BS_NO_SOURCE;
		}
		s->list = larger;
		s->room = room;
	}
	s->list[number] = (struct bs_source){0};
	return number;
}

static int64_t time_of(const struct stat *st)
{
	return st->st_mtim.tv_sec * second + st->st_mtim.tv_nsec;
}

bool bs_source_is_same(const struct bs_source *source, const struct stat *st, brad_input input)
{
	return source->read && source->settled && source->input == input &&
	       source->size == (uint64_t)st->st_size && source->time == time_of(st);
}

/* Some file systems keep times in whole seconds, or in two; others in ticks of the clock. */
static bool is_settled(const struct stat *st, int64_t now)
{
	int64_t grain = st->st_mtim.tv_nsec == 0 ? 2 * second : second / 10;
	return time_of(st) + grain < now;
}

/* It is not worth writing the list again only because a file's time has become certain. */
void bs_source_keep(struct bs_sources *sources, uint32_t number, const struct stat *st,
		    brad_input input, bool clean, int64_t now)
{
	struct bs_source *s = &sources->list[number];
	if (!s->read || s->size != (uint64_t)st->st_size || s->time != time_of(st) ||
	    s->input != input)
		sources->changed = true;
	s->read = true;
	s->size = (uint64_t)st->st_size;
	s->time = time_of(st);
	s->input = (uint8_t)input;
	s->settled = clean && is_settled(st, now);
}

void bs_source_forget(struct bs_sources *sources, uint32_t number)
{
	if (sources->list[number].read) sources->changed = true;
	sources->list[number].read = false;
}

/* ---- On the disk: one section of numbers and paths ---------------------- */

static void write_source(const struct bs_source *s, const char *path, struct bs_buffer *out)
{
	if (!s->read) return;
	bs_buffer_text(out, path);
	bs_buffer_number(out, s->size);
	bs_buffer_number(out, (uint64_t)s->time);
	bs_buffer_number(out,
			 READ | (s->settled ? SETTLED : 0) | (uint64_t)s->input << INPUT_SHIFT);
}

brad_status bs_sources_write(const char *path, const struct bs_sources *sources, brad_error *err)
{
	struct bs_buffer out = {0};
	uint64_t checksum, size;
	bs_buffer_add(&out, "", 0);
	for (uint32_t i = 0; i < sources->paths.count; i++)
		write_source(&sources->list[i], sources->paths.items[i].bytes, &out);
	struct bs_section section = {out.bytes, out.length};
	brad_status status = out.failed ? bs_no_memory(err)
					: bs_pack_write(path, &section, 1, &checksum, &size, err);
	bs_buffer_free(&out);
	return status;
}

static brad_status read_source(struct bs_input *in, struct bs_sources *out, brad_error *err)
{
	size_t length;
	const char *path = bs_input_text(in, &length);
	struct bs_source s = {.size = bs_input_number(in), .time = (int64_t)bs_input_number(in)};
	uint64_t flags = bs_input_number(in);
	if (in->bad || !path) {
		in->bad = true;
		return BRAD_OK;
	}
	s.read = true;
	s.settled = flags & SETTLED;
	s.input = (uint8_t)(flags >> INPUT_SHIFT);
	char *copy = strndup(path, length);
	uint32_t number = copy ? bs_source_number(out, copy) : BS_NO_SOURCE;
	free(copy);
	if (number == BS_NO_SOURCE) return bs_no_memory(err);
	s.articles = out->list[number].articles;
	out->list[number] = s;
	return BRAD_OK;
}

brad_status bs_sources_read(const char *path, struct bs_sources *out, brad_error *err)
{
	struct bs_pack pack;
	brad_status status = bs_pack_open(path, &pack, err);
	if (status != BRAD_OK) return status;
	status = bs_pack_verify(&pack, 0, NULL, err);
	const unsigned char *bytes = pack.sections[0].bytes;
	struct bs_input in = {bytes, bytes + pack.sections[0].length, false};
	while (status == BRAD_OK && !in.bad && in.at < in.end) status = read_source(&in, out, err);
	if (status == BRAD_OK && in.bad)
		status = bs_fail(err, BRAD_ECORRUPT, "'%s' is damaged; run 'bradsearch check'",
				 path);
	bs_pack_close(&pack);
	return status;
}

void bs_sources_free(struct bs_sources *sources)
{
	bs_intern_free(&sources->paths);
	free(sources->list);
	*sources = (struct bs_sources){0};
}
