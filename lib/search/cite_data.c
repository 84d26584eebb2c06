/* Citations for programs: BibTeX, and CSL-JSON (citationstyles.org, csl-data.json). */
#include "search/cite.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

/* An unmatched brace would end the field. */
static void as_tex(struct bs_out *out, char byte, bool first)
{
	static const struct {
		char byte;
		const char *name;
	} names[] = {{'\\', "backslash"}, {'{', "braceleft"},   {'}', "braceright"},
		     {'~', "asciitilde"}, {'^', "asciicircum"}, {'<', "less"},
		     {'>', "greater"},    {'|', "bar"}};
	(void)first;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (names[i].byte != byte) continue;
		bs_out_string(out, "\\text");
		bs_out_string(out, names[i].name);
		bs_out_string(out, "{}");
		return;
	}
	if (strchr("%&_#$", byte)) bs_out_byte(out, '\\');
	bs_out_byte(out, byte);
}

/* Escapes a field that is not typeset. */
static void as_field(struct bs_out *out, char byte, bool first)
{
	if (byte == '{' || byte == '}')
		as_tex(out, byte, first);
	else
		bs_out_byte(out, byte);
}

static void as_json(struct bs_out *out, char byte, bool first)
{
	(void)first;
	if ((unsigned char)byte < 0x20 || byte == 0x7F) {
		bs_out_format(out, "\\u%04x", (unsigned)(unsigned char)byte);
		return;
	}
	if (byte == '"' || byte == '\\') bs_out_byte(out, '\\');
	bs_out_byte(out, byte);
}

/* ---- BibTeX -------------------------------------------------------------- */

static void add(XXH64_hash_t *hash, const char *text)
{
	*hash = XXH3_64bits_withSeed(text ? text : "", text ? strlen(text) : 0, *hash);
}

/* A hash of what identifies the sentence.  An id that is a path would differ on another
 * machine, so only the name of its file is used, together with what the article says of itself. */
static unsigned long long hash_of(const brad_hit *hit, const char *name)
{
	char day[16];
	const char *path = hit->path;
	XXH64_hash_t hash = 0;
	if (!path || strncmp(hit->article, path, strlen(path)) != 0) {
		add(&hash, hit->sentence);
		return hash;
	}
	add(&hash, name);
	add(&hash, hit->url);
	add(&hash, hit->source);
	add(&hash, hit->title);
	add(&hash, brad_date_write(hit->date, day));
	return hash;
}

/* The end of the id, as far as a key may have it, and a hash, which make a key that is stable
 * and unique. */
static void put_key(struct bs_out *out, const brad_hit *hit)
{
	const char *id = hit->sentence, *end = strrchr(id, '#'), *name = end;
	while (name && name > id && name[-1] != '/') name--;
	if (!name) name = id;
	int room = 24;
	for (const char *at = name; *at && at != end && room > 0; at++) {
		if (!(((*at | 32) >= 'a' && (*at | 32) <= 'z') || (*at >= '0' && *at <= '9')))
			continue;
		bs_out_byte(out, *at);
		room--;
	}
	bs_out_format(out, "-%012llx", hash_of(hit, name) >> 16);
}

static void begin_field(struct bs_out *out, const char *name)
{
	bs_out_string(out, ",\n  ");
	bs_out_string(out, name);
	bs_out_string(out, " = ");
}

static void put_field(const struct bs_citing *c, const char *name, const char *text)
{
	if (!text) return;
	begin_field(c->out, name);
	bs_out_byte(c->out, '{');
	bs_cite_put(c, text);
	bs_out_byte(c->out, '}');
}

static void put_date_fields(struct bs_out *out, brad_date date)
{
	static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
	if (date.year) {
		begin_field(out, "year");
		bs_out_format(out, "{%d}", date.year);
	}
	if (date.month) {
		begin_field(out, "month");
		bs_out_format(out, "%.3s", months + 3 * (date.month - 1));
	}
	if (date.day) {
		begin_field(out, "day");
		bs_out_format(out, "{%d}", date.day);
	}
}

/* The sentence, and if it is speech, by whom. */
static void put_note(const struct bs_citing *c)
{
	bs_cite_sentence(c);
	if (!c->hit->said) return;
	bs_out_string(c->out, " — ");
	bs_cite_speakers(c);
}

void bs_cite_bibtex(struct bs_out *out, const brad_hit *hit)
{
	struct bs_citing c = {out, hit, as_tex};
	bs_out_string(out, hit->source ? "@article{" : "@misc{");
	put_key(out, hit);
	if (hit->title) { /* two braces keep its capitals */
		begin_field(out, "title");
		bs_out_string(out, "{{");
		bs_cite_put(&c, hit->title);
		bs_out_string(out, "}}");
	}
	put_field(&c, "journal", hit->source);
	put_date_fields(out, hit->date);
	begin_field(out, "note");
	bs_out_byte(out, '{');
	put_note(&c);
	bs_out_byte(out, '}');
	struct bs_out nowhere = {0};
	bool link = bs_put_link(&nowhere, hit);
	bool place = bs_cite_place(&(struct bs_citing){&nowhere, hit, as_tex});
	if (link || place) {
		begin_field(out, link ? "url" : "howpublished");
		bs_out_byte(out, '{');
		if (link)
			bs_put_link(out, hit);
		else
			bs_cite_place(&c);
		bs_out_byte(out, '}');
	}
	begin_field(out, "sentence");
	bs_out_byte(out, '{');
	bs_cite_exact(&(struct bs_citing){out, hit, as_field}, hit->sentence);
	bs_out_byte(out, '}');
	bs_out_string(out, "\n}");
}

/* ---- CSL-JSON ------------------------------------------------------------ */

static void begin_member(struct bs_out *out, const char *name)
{
	bs_out_string(out, ",\"");
	bs_out_string(out, name);
	bs_out_string(out, "\":");
}

static void put_member(const struct bs_citing *c, const char *name, const char *text)
{
	if (!text) return;
	begin_member(c->out, name);
	bs_out_byte(c->out, '"');
	bs_cite_put(c, text);
	bs_out_byte(c->out, '"');
}

static void put_issued(struct bs_out *out, brad_date date)
{
	if (!date.year) return;
	begin_member(out, "issued");
	bs_out_format(out, "{\"date-parts\":[[%d", date.year);
	if (date.month) bs_out_format(out, ",%d", date.month);
	if (date.day) bs_out_format(out, ",%d", date.day);
	bs_out_string(out, "]]}");
}

void bs_cite_csl(struct bs_out *out, const brad_hit *hit)
{
	struct bs_citing c = {out, hit, as_json};
	struct bs_out nowhere = {0};
	bs_out_string(out, "{\"id\":\"");
	bs_cite_exact(&c, hit->sentence);
	bs_out_string(out, "\",\"type\":\"article-newspaper\"");
	put_member(&c, "title", hit->title);
	put_member(&c, "container-title", hit->source);
	put_issued(out, hit->date);
	if (bs_put_link(&nowhere, hit)) {
		begin_member(out, "URL");
		bs_out_byte(out, '"');
		bs_put_link(out, hit);
		bs_out_byte(out, '"');
	} else if (bs_cite_place(&(struct bs_citing){&nowhere, hit, as_json})) {
		begin_member(out, "archive_location");
		bs_out_byte(out, '"');
		bs_cite_place(&c);
		bs_out_byte(out, '"');
	}
	begin_member(out, "note");
	bs_out_byte(out, '"');
	put_note(&c);
	bs_out_string(out, "\"}");
}
