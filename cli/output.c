#include "output.h"
#include "pick.h"

#include <string.h>

void output_open(struct output *output, const struct options *options, const brad_index *index,
		 bool pager)
{
	static const struct output_format *const formats[] = {
		&output_text, &output_json, &output_csv, &output_cite,
		&output_cite, &output_cite, &output_cite};
	memset(output, 0, sizeof *output);
	output->options = options;
	output->index = index ? brad_index_about(index) : NULL;
	output->format = formats[options->format];
	terminal_open(&output->terminal, options->color, pager && !options->no_pager);
}

void output_close(struct output *output)
{
	terminal_close(&output->terminal);
}

const char *role_name(brad_role role)
{
	static const char *const names[] = {"title", "body", "furniture"};
	return names[role];
}

const char *said_name(brad_said said)
{
	static const char *const names[] = {NULL, "direct", "mixed", "indirect"};
	return names[said];
}

const char *date_from_name(brad_date_from from)
{
	static const char *const names[] = {"none",    "metadata", "published",
					    "updated", "header",   "inferred"};
	return names[from];
}

const char *doubt_name(brad_doubt doubt)
{
	static const char *const names[] = {"spelling", "surname", "roles"};
	return names[doubt];
}

const char *evidence_name(brad_evidence evidence)
{
	static const char *const names[] = {NULL, "named", "body", "pronoun", "carried"};
	return names[evidence];
}

const char *const warning_names[WARNINGS] = {"negation", "number", "name"};

const char *verdict_name(brad_verdict verdict)
{
	static const char *const names[] = {"exact", "exact, other speaker", "altered",
					    "cut",   "paraphrase only",      "not found"};
	return names[verdict];
}

bool is_folded(const struct options *options)
{
	bool search = !options->command || options->command->bit & (SEARCH | LIKE);
	bool grouped = options->group || pick_of(options);
	bool each = options->all || (options->queries && !options->fold);
	return search && !grouped && !each && options->scope == BRAD_SCOPE_SENTENCE;
}

const char *unknown_name(int field)
{
	switch (field) {
	case BRAD_FIELD_SPEAKER: return "nobody";
	case BRAD_FIELD_MENTIONED_YEAR: return "none";
	default: return "unknown";
	}
}

double rate_of(const brad_count *row)
{
	return row->of ? (double)row->count * 1000 / (double)row->of : 0;
}

const char *unnamed_voice(const struct options *options)
{
	static const char *const names[] = {"nobody named", "nobody named", "no role", "unknown"};
	return names[options->voices];
}

double share_of(const brad_voice *voice, const brad_heard *heard)
{
	return heard->quoted ? 100 * (double)voice->sentences / (double)heard->quoted : 0;
}

const char *count_text(uint64_t count, const char *noun)
{
	static char buffers[8][64];
	static unsigned turn;
	char digits[24], *buffer = buffers[turn++ % 8], *out = buffer;
	int n = snprintf(digits, sizeof digits, "%llu", (unsigned long long)count);
	for (int i = 0; i < n; i++) {
		*out++ = digits[i];
		if (i + 1 < n && (n - i - 1) % 3 == 0) *out++ = ',';
	}
	snprintf(out, 32, "%s%s%s", *noun ? " " : "", noun, *noun && count != 1 ? "s" : "");
	return buffer;
}

const char *more_text(const struct options *options, uint64_t shown, uint64_t total)
{
	static char text[48];
	uint64_t next = options->search.offset + shown;
	if (shown == 0 || next >= total) return "";
	snprintf(text, sizeof text, "; --offset %llu goes on", (unsigned long long)next);
	return text;
}

void remark_undated(uint64_t undated)
{
	if (undated > 0)
		complain("%s without a date left out by the days asked for",
			 count_text(undated, "article"));
}

void remark_reasons(const char *before, const brad_reasons *reasons)
{
	const char *note;
	for (size_t i = 0; reasons && (note = brad_reasons_note(reasons, i)); i++)
		complain("%s%s", before, note);
}

bool has_filter(const brad_search_options *search)
{
	return search->speaker || search->from.year || search->to.year ||
	       search->mentions_from.year || search->mentions_to.year || search->said ||
	       search->min_confidence > 0;
}

bool context_check(const struct options *options)
{
	if (options->search.context == 0 || options->format < FORMAT_CITE_TEXT) return true;
	return complain("--context is for text, JSON and CSV: a citation is of one sentence"),
	       false;
}

/* Of a long query, the part around the error. */
void complain_query(const char *query, const brad_error *error)
{
	enum { MOST_BEFORE = 60, MOST_SHOWN = 76 };
	size_t length = strlen(query), from = 0, to = 0, n;
	unsigned column = 0, width = 0;
	complain("%s", error->message);
	if (error->status != BRAD_EQUERY || error->offset > length) return;
	for (size_t at = 0; at < error->offset; at += n)
		column += char_width(clean_next(query + at, length - at, &n, false));
	for (; column > MOST_BEFORE; from += n)
		column -= char_width(clean_next(query + from, length - from, &n, false));
	for (to = from; to < length && width < MOST_SHOWN; to += n)
		width += char_width(clean_next(query + to, length - to, &n, false));
	remark("  %s%.*s%s", from ? "…" : "", (int)(to - from), query + from,
	       to < length ? "…" : "");
	remark("  %*s^", (int)column + (from > 0), "");
}
