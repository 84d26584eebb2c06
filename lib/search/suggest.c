/* Makes remarks for the user: which words were ignored, and why nothing was found. */
#include "search/rank.h"
#include "search/spell.h"

#include <inttypes.h>
#include <string.h>

enum { MOST_WORDS_NAMED = 12 };

static const char *plural(uint64_t n)
{
	return n == 1 ? "" : "s";
}

/* The bytes of the query that a span covers. */
static const char *quoted(struct bs_search *s, brad_span span)
{
	return bs_arena_copy(&s->arena, s->options.query + span.start, span.end - span.start);
}

void bs_note_passed_over(struct bs_search *s)
{
	char list[512] = "";
	size_t length = 0, named = 0;
	for (size_t i = 0; i < s->query.passed_over_count && named < MOST_WORDS_NAMED; i++) {
		const struct bs_query_word *word = s->query.passed_over[i];
		size_t k = 0;
		while (k < i && strcmp(s->query.passed_over[k]->form, word->form) != 0) k++;
		if (k < i) continue;
		if (named++) memcpy(list + length, ", ", 2), length += 2;
		memcpy(list + length, word->form, word->form_length);
		length += word->form_length;
		list[length] = '\0';
	}
	if (named)
		bs_note(s,
			"too common to be searched for beside other words: %s "
			"(in quotation marks they count)",
			list);
}

/* ---- Nothing was found: why? --------------------------------------------- */

/* Says that somebody is not quoted, and who may be meant. */
static brad_status suggest_name(struct bs_search *s, const struct bs_name *name, bool office,
				const char *text, brad_error *err)
{
	struct bs_filter only = {.speaker = name, .office = office};
	const char *near;
	uint64_t count;
	brad_status status = bs_count_sentences(s, NULL, &only, &count, NULL, err);
	if (status != BRAD_OK || count > 0) return status;
	status = bs_nearest_name(s, name, &near, &count, err);
	if (status != BRAD_OK) return status;
	if (near)
		bs_note(s,
			"nobody called '%s' is quoted; did you mean '%s' (%" PRIu64 " sentence%s)?",
			text, near, count, plural(count));
	else
		bs_note(s, "nobody called '%s' is quoted", text);
	return BRAD_OK;
}

brad_status bs_suggest_name(struct bs_search *s, brad_error *err)
{
	const struct bs_field_values *speakers = &s->filter.fields.with[BS_FIELD_SPEAKER];
	brad_status status = BRAD_OK;
	if (s->filter.speaker)
		status = suggest_name(s, s->filter.speaker, s->filter.office, s->options.speaker,
				      err);
	for (size_t i = 0; i < speakers->count && status == BRAD_OK; i++) {
		const struct bs_field_value *v = &speakers->items[i];
		status = suggest_name(s, &v->name, v->office, v->text, err);
	}
	return status;
}

/* ---- Sources, titles, articles and roles --------------------------------- */

/* The same for a field whose value no article and no speaker has. */
static brad_status suggest_value(struct bs_search *s, enum bs_field field,
				 struct bs_field_value *value, brad_error *err)
{
	struct bs_filter only = {0};
	const char *near = NULL;
	uint64_t count;
	only.fields.with[field] = (struct bs_field_values){value, 1};
	brad_status status = bs_count_sentences(s, NULL, &only, &count, NULL, err);
	if (status != BRAD_OK || count > 0) return status;
	if (field == BS_FIELD_SOURCE) status = bs_nearest_source(s, &value->name, &near, err);
	if (status != BRAD_OK) return status;
	const char *what = field == BS_FIELD_SOURCE  ? "no article is from a source called"
			   : field == BS_FIELD_TITLE ? "no article has in its title"
			   : field == BS_FIELD_ROLE  ? "nobody is quoted who is called in his role"
						     : "no article goes by";
	if (near)
		bs_note(s, "%s '%s'; did you mean '%s'?", what, value->text, near);
	else
		bs_note(s, "%s '%s'", what, value->text);
	return BRAD_OK;
}

static brad_status suggest_values(struct bs_search *s, brad_error *err)
{
	static const enum bs_field fields[] = {BS_FIELD_ROLE, BS_FIELD_SOURCE, BS_FIELD_TITLE,
					       BS_FIELD_ARTICLE};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		struct bs_field_values *values = &s->filter.fields.with[fields[i]];
		for (size_t k = 0; k < values->count; k++) {
			brad_status status = suggest_value(s, fields[i], &values->items[k], err);
			if (status != BRAD_OK) return status;
		}
	}
	return BRAD_OK;
}

/* ---- Words ---------------------------------------------------------------- */

static brad_status suggest_word(struct bs_search *s, const struct bs_query_word *word,
				bool *missing, brad_error *err)
{
	const char *near;
	uint64_t count;
	if (!bs_word_has_postings(word) && !word->prefix) return BRAD_OK;
	brad_status status = bs_word_frequency(s, word, &count, err);
	if (status != BRAD_OK || count > 0) return status;
	*missing = true;
	if (word->prefix) {
		bs_note(s, "no sentence has a word that begins with '%s'", quoted(s, word->span));
		return BRAD_OK;
	}
	status = bs_nearest_word(s, word->form, &near, &count, err);
	if (status != BRAD_OK) return status;
	if (near)
		bs_note(s, "no sentence has '%s'; did you mean '%s' (%" PRIu64 " sentence%s)?",
			quoted(s, word->span), near, count, plural(count));
	else
		bs_note(s, "no sentence has '%s'", quoted(s, word->span));
	return BRAD_OK;
}

/* The same for a word or a phrase of the query.  A phrase may be missing though its words are
 * there. */
static brad_status suggest_leaf(struct bs_search *s, const struct bs_node *leaf, bool *missing,
				brad_error *err)
{
	struct bs_filter everything = {0};
	bool word_missing = false;
	brad_status status = BRAD_OK;
	uint64_t count;
	if (!leaf->wanted) return BRAD_OK;
	for (size_t k = 0; k < leaf->word_count && status == BRAD_OK; k++)
		status = suggest_word(s, &leaf->words[k], &word_missing, err);
	bool row = leaf->kind == BS_NODE_PHRASE || leaf->kind == BS_NODE_NEAR;
	if (status == BRAD_OK && !word_missing && row) {
		status = bs_count_sentences(s, leaf, &everything, &count, NULL, err);
		if (status == BRAD_OK && count == 0) {
			word_missing = true;
			bs_note(s, "no sentence has %s just so", quoted(s, leaf->span));
		}
	}
	*missing = *missing || word_missing;
	return status;
}

/* Names the words that are nowhere, and the phrases whose words are never in a row. */
static brad_status suggest_words(struct bs_search *s, bool *missing, brad_error *err)
{
	brad_status status = BRAD_OK;
	for (size_t i = 0; i < s->query.leaf_count && status == BRAD_OK; i++)
		status = suggest_leaf(s, s->query.leaves[i], missing, err);
	for (size_t i = 0; i < s->query.inner_count && status == BRAD_OK; i++)
		status = suggest_leaf(s, s->query.inner[i], missing, err);
	return status;
}

/* Says how much would match without one of the parts of the question. */
static brad_status suggest_without(struct bs_search *s, const struct bs_node *node,
				   struct bs_filter filter, const char *part, brad_error *err)
{
	uint64_t count;
	brad_status status = bs_count_sentences(s, node, &filter, &count, NULL, err);
	if (status == BRAD_OK && count > 0)
		bs_note(s, "without the %s, %" PRIu64 " sentence%s match%s", part, count,
			plural(count), count == 1 ? "es" : "");
	return status;
}

static bool has_field(const struct bs_filter *f, enum bs_field field)
{
	return f->fields.with[field].count || f->fields.without[field].count;
}

static void drop_field(struct bs_filter *f, enum bs_field field)
{
	f->fields.with[field].count = f->fields.without[field].count = 0;
}

enum part { DATES, KIND, CONFIDENCE, SPEAKER, ROLE, MENTIONS, SOURCE, TITLE, ARTICLE, PARTS };

/* Takes one part out of a filter; false if it was not there. */
static bool drop_part(struct bs_filter *f, enum part part)
{
	static const enum bs_field fields[PARTS] = {
		[DATES] = BS_FIELD_DATE,     [KIND] = BS_FIELD_SAID,
		[CONFIDENCE] = BS_FIELDS,    [SPEAKER] = BS_FIELD_SPEAKER,
		[ROLE] = BS_FIELD_ROLE,      [MENTIONS] = BS_FIELD_MENTIONS,
		[SOURCE] = BS_FIELD_SOURCE,  [TITLE] = BS_FIELD_TITLE,
		[ARTICLE] = BS_FIELD_ARTICLE};
	struct bs_filter before = *f;
	if (part == DATES) f->dated = false;
	if (part == KIND) f->said = 0;
	if (part == CONFIDENCE) f->confidence = 0;
	if (part == SPEAKER) f->speaker = NULL;
	if (part == MENTIONS) f->mentions = false;
	bool field = part != CONFIDENCE && has_field(f, fields[part]);
	if (field) drop_field(f, fields[part]);
	return field || before.dated != f->dated || before.said != f->said ||
	       before.confidence != f->confidence || before.speaker != f->speaker ||
	       before.mentions != f->mentions;
}

static brad_status suggest_filters(struct bs_search *s, brad_error *err)
{
	static const char *const names[PARTS] = {"dates",   "kind of speech", "least confidence",
						 "speaker", "role",           "days spoken of",
						 "source",  "title",          "article"};
	/* Without these, the rest may match everything, which is not worth saying. */
	static const bool alone[PARTS] = {[DATES] = true, [KIND] = true, [CONFIDENCE] = true};
	bool words = s->query.root != NULL;
	int parts = words;
	brad_status status = BRAD_OK;
	for (unsigned i = 0; i < PARTS; i++) {
		struct bs_filter without = s->filter;
		parts += drop_part(&without, (enum part)i);
	}
	for (unsigned i = 0; i < PARTS && status == BRAD_OK; i++) {
		struct bs_filter without = s->filter;
		if (drop_part(&without, (enum part)i) && (alone[i] || parts > 1))
			status = suggest_without(s, s->query.root, without, names[i], err);
	}
	if (status == BRAD_OK && words && parts > 1)
		status = suggest_without(s, NULL, s->filter, "words", err);
	return status;
}

/* Words that are all there, but never in one sentence, may be in one article. */
static brad_status suggest_articles(struct bs_search *s, brad_error *err)
{
	struct bs_ranking articles;
	brad_search_options asked = s->options;
	if (s->query.leaf_count < 2 || asked.scope == BRAD_SCOPE_ARTICLE) return BRAD_OK;
	s->options.limit = 0;
	brad_status status = bs_rank_articles(s, &articles, err);
	s->options = asked;
	if (status == BRAD_OK && articles.total > 0)
		bs_note(s, "no sentence has all of it, but %" PRIu64 " article%s %s",
			articles.total, plural(articles.total),
			articles.total == 1 ? "has" : "have");
	return status;
}

brad_status bs_suggest(struct bs_search *s, brad_error *err)
{
	bool missing = false;
	if (bs_living_documents(s->index) == 0) {
		bs_note(s, "the index is empty");
		return BRAD_OK;
	}
	brad_status status = bs_suggest_name(s, err);
	if (status == BRAD_OK) status = suggest_values(s, err);
	if (status == BRAD_OK) status = suggest_words(s, &missing, err);
	if (status == BRAD_OK) status = suggest_filters(s, err);
	if (status == BRAD_OK && !missing) status = suggest_articles(s, err);
	return status;
}
