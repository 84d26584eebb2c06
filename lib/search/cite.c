/* The citation of a sentence, in four styles that differ in what they escape. */
#include "search/cite.h"

#include <string.h>

static void as_text(struct bs_out *out, char byte, bool first)
{
	(void)first;
	bs_out_byte(out, byte);
}

static void as_markdown(struct bs_out *out, char byte, bool first)
{
	if (strchr("\\`*_[]<>#|~&$", byte) || (first && strchr("+-=", byte)))
		bs_out_byte(out, '\\');
	bs_out_byte(out, byte);
}

/* ---- Pieces ------------------------------------------------------------- */

void bs_cite_put(const struct bs_citing *c, const char *text)
{
	bool space = false, first = true;
	size_t digits = strspn(text, "0123456789");
	for (const char *at = text; *at; at++) {
		if (*at == ' ' || (*at >= '\t' && *at <= '\r')) {
			space = true;
			continue;
		}
		if (space && !first) c->escape(c->out, ' ', false);
		/* "1." begins a list */
		if (c->escape == as_markdown && digits > 0 && at == text + digits &&
		    strchr(".)", *at))
			bs_out_byte(c->out, '\\');
		c->escape(c->out, *at, first);
		space = first = false;
	}
}

void bs_cite_exact(const struct bs_citing *c, const char *text)
{
	for (const char *at = text; *at; at++) c->escape(c->out, *at, at == text);
}

struct marks {
	unsigned open, close, straight;
	bool single; /* they look like marks, not like apostrophes */
};

static bool is_single(const char *at)
{
	return *at == '\'' || strncmp(at, "‘", 3) == 0 || strncmp(at, "’", 3) == 0;
}

static struct marks count_marks(const char *text)
{
	struct marks m = {.single = is_single(text)};
	for (const char *at = text; *at; at++) {
		m.open += strncmp(at, "“", 3) == 0;
		m.close += strncmp(at, "”", 3) == 0;
		m.straight += *at == '"';
		m.single = m.single || (strchr(",.!?", *at) && is_single(at + 1));
	}
	return m;
}

void bs_cite_sentence(const struct bs_citing *c)
{
	const char *text = c->hit->text, *before = "", *after = "";
	struct marks m = count_marks(text);
	bool quoted = c->hit->said == BRAD_SAID_DIRECT || c->hit->said == BRAD_SAID_MIXED;
	if (quoted && m.straight % 2 == 1) {
		*(*text == '"' ? &after : &before) = "\"";
	} else if (quoted && m.straight == 0) {
		bool bare = m.open + m.close == 0 && !m.single;
		if (m.close > m.open || (bare && c->hit->said == BRAD_SAID_DIRECT)) before = "“";
		if (m.open > m.close || (bare && c->hit->said == BRAD_SAID_DIRECT)) after = "”";
	}
	bs_cite_put(c, before);
	bs_cite_put(c, text);
	bs_cite_put(c, after);
}

void bs_cite_speakers(const struct bs_citing *c)
{
	const brad_hit *hit = c->hit;
	if (hit->speaker_count == 0) bs_cite_put(c, "somebody not named");
	for (size_t i = 0; i < hit->speaker_count; i++) {
		if (i > 0) bs_out_string(c->out, hit->speakers[i - 1].role ? ", and " : " and ");
		bs_cite_put(c, hit->speakers[i].name);
		if (!hit->speakers[i].role) continue;
		bs_out_string(c->out, ", ");
		bs_cite_put(c, hit->speakers[i].role);
	}
	bs_out_string(c->out, hit->said == BRAD_SAID_INDIRECT ? ", as reported" : ", quoted");
}

static const char *const months[] = {"January",   "February", "March",    "April",
				     "May",       "June",     "July",     "August",
				     "September", "October",  "November", "December"};

/* "14 March 2023", "March 2023", "2023" */
static void put_day(struct bs_out *out, brad_date date)
{
	if (date.day) bs_out_format(out, "%d ", date.day);
	if (date.month) bs_out_format(out, "%s ", months[date.month - 1]);
	bs_out_format(out, "%d", date.year);
}

static void put_date(const struct bs_citing *c)
{
	const brad_hit *hit = c->hit;
	if (hit->date.year) {
		put_day(c->out, hit->date);
		return;
	}
	bs_out_string(c->out, "undated");
	if (hit->date_not_before.year) {
		bs_out_string(c->out, ", not before ");
		put_day(c->out, hit->date_not_before);
	}
	if (hit->date_not_after.year) {
		bs_out_string(c->out, ", not after ");
		put_day(c->out, hit->date_not_after);
	}
}

bool bs_cite_place(const struct bs_citing *c)
{
	const brad_hit *hit = c->hit;
	bool file = hit->path && strcmp(hit->path, "-") != 0;
	if (!hit->url && !file) return false;
	bs_cite_put(c, hit->url ? hit->url : hit->path);
	if (!hit->url && hit->line) bs_out_format(c->out, ", line %zu", hit->line);
	return true;
}

static bool has_link(const brad_hit *hit)
{
	struct bs_out nowhere = {0};
	return bs_put_link(&nowhere, hit);
}

static bool is_title(const brad_hit *hit)
{
	return hit->role == BRAD_ROLE_TITLE && hit->title && strcmp(hit->text, hit->title) == 0;
}

/* ---- Text and Markdown --------------------------------------------------- */

/* "“Title”, Source, 14 March 2023." */
static void put_article(const struct bs_citing *c, bool markdown)
{
	const brad_hit *hit = c->hit;
	bool link = markdown && has_link(hit);
	if (link) bs_out_byte(c->out, '[');
	if (hit->title) bs_out_string(c->out, "“");
	bs_cite_put(c, hit->title ? hit->title : hit->source ? hit->source : hit->article);
	if (hit->title) bs_out_string(c->out, "”");
	if (link) {
		bs_out_string(c->out, "](<");
		bs_put_link(c->out, hit);
		bs_out_string(c->out, ">)");
	}
	bs_out_string(c->out, ", ");
	if (hit->title && hit->source) {
		if (markdown) bs_out_byte(c->out, '*');
		bs_cite_put(c, hit->source);
		bs_out_string(c->out, markdown ? "*, " : ", ");
	}
	put_date(c);
	bs_out_byte(c->out, '.');
}

static void cite_text(const struct bs_citing *c)
{
	if (!is_title(c->hit)) {
		bs_cite_sentence(c);
		bs_out_string(c->out, " — ");
	}
	if (c->hit->said) {
		bs_cite_speakers(c);
		bs_out_string(c->out, " in ");
	}
	put_article(c, false);
	bs_out_byte(c->out, ' ');
	if (bs_put_link(c->out, c->hit) || bs_cite_place(c)) bs_out_byte(c->out, ' ');
	bs_out_byte(c->out, '[');
	bs_cite_exact(c, c->hit->sentence);
	bs_out_byte(c->out, ']');
}

/* Code, in more backticks than it holds in a row. */
static void put_code(struct bs_out *out, const char *text)
{
	size_t most = 0, n;
	for (const char *at = text; *at; at += n + !n) {
		n = strspn(at, "`");
		if (n > most) most = n;
	}
	for (size_t i = 0; i <= most; i++) bs_out_byte(out, '`');
	if (most > 0) bs_out_byte(out, ' ');
	bs_out_string(out, text);
	if (most > 0) bs_out_byte(out, ' ');
	for (size_t i = 0; i <= most; i++) bs_out_byte(out, '`');
}

static void cite_markdown(const struct bs_citing *c)
{
	if (!is_title(c->hit)) {
		bs_out_string(c->out, "> ");
		bs_cite_sentence(c);
		bs_out_string(c->out, "\n>\n> — ");
	}
	if (c->hit->said) {
		bs_cite_speakers(c);
		bs_out_string(c->out, " in ");
	}
	put_article(c, true);
	bs_out_byte(c->out, ' ');
	if (!has_link(c->hit) && bs_cite_place(c)) bs_out_byte(c->out, ' ');
	put_code(c->out, c->hit->sentence);
}

size_t brad_hit_cite(const brad_hit *hit, brad_citation style, char *buffer, size_t size)
{
	struct bs_out out;
	bs_out_begin(&out, buffer, size);
	switch (style) {
	case BRAD_CITE_TEXT: cite_text(&(struct bs_citing){&out, hit, as_text}); break;
	case BRAD_CITE_MARKDOWN: cite_markdown(&(struct bs_citing){&out, hit, as_markdown}); break;
	case BRAD_CITE_BIBTEX: bs_cite_bibtex(&out, hit); break;
	case BRAD_CITE_CSL_JSON: bs_cite_csl(&out, hit); break;
	}
	return bs_out_end(&out);
}
