/* Remarks for the user: what was passed over, and why nothing was found. */
#include "base/error.h"
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

brad_status bs_suggest_name(struct bs_search *s, brad_error *err)
{
	struct bs_filter only = {.speaker = s->filter.speaker, .office = s->filter.office};
	const char *near;
	uint64_t count;
	if (!s->filter.speaker) return BRAD_OK;
	brad_status status = bs_count_sentences(s, NULL, &only, &count, NULL, err);
	if (status != BRAD_OK || count > 0) return status;
	status = bs_nearest_name(s, s->filter.speaker, &near, &count, err);
	if (status != BRAD_OK) return status;
	if (near)
		bs_note(s,
			"nobody called '%s' is quoted; did you mean '%s' (%" PRIu64 " sentence%s)?",
			s->options.speaker, near, count, plural(count));
	else
		bs_note(s, "nobody called '%s' is quoted", s->options.speaker);
	return BRAD_OK;
}

static brad_status suggest_word(struct bs_search *s, const struct bs_query_word *word,
				bool *missing, brad_error *err)
{
	const char *near;
	uint64_t count;
	if (!bs_word_has_postings(word)) return BRAD_OK;
	brad_status status = bs_word_frequency(s, word, &count, err);
	if (status != BRAD_OK || count > 0) return status;
	*missing = true;
	status = bs_nearest_word(s, word->form, &near, &count, err);
	if (status != BRAD_OK) return status;
	if (near)
		bs_note(s, "no sentence has '%s'; did you mean '%s' (%" PRIu64 " sentence%s)?",
			quoted(s, word->span), near, count, plural(count));
	else
		bs_note(s, "no sentence has '%s'", quoted(s, word->span));
	return BRAD_OK;
}

/* Names the words that are nowhere, and the phrases whose words are never in a row. */
static brad_status suggest_words(struct bs_search *s, bool *missing, brad_error *err)
{
	struct bs_filter everything = {0};
	for (size_t i = 0; i < s->query.leaf_count; i++) {
		const struct bs_node *leaf = s->query.leaves[i];
		bool word_missing = false;
		uint64_t count;
		brad_status status = BRAD_OK;
		if (!leaf->wanted) continue;
		for (size_t k = 0; k < leaf->word_count && status == BRAD_OK; k++)
			status = suggest_word(s, &leaf->words[k], &word_missing, err);
		if (status == BRAD_OK && !word_missing && leaf->kind == BS_NODE_PHRASE) {
			status = bs_count_sentences(s, leaf, &everything, &count, NULL, err);
			if (status == BRAD_OK && count == 0) {
				word_missing = true;
				bs_note(s, "no sentence has %s just so", quoted(s, leaf->span));
			}
		}
		if (status != BRAD_OK) return status;
		*missing = *missing || word_missing;
	}
	return BRAD_OK;
}

/* Tells what would match without one of the parts of the question. */
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

static brad_status suggest_filters(struct bs_search *s, brad_error *err)
{
	struct bs_filter without_days = s->filter, without_speaker = s->filter;
	struct bs_filter without_kind = s->filter, without_confidence = s->filter;
	struct bs_filter without_mentions = s->filter;
	without_days.dated = without_mentions.mentions = false;
	without_speaker.speaker = NULL;
	without_kind.said = without_confidence.confidence = 0;
	const struct bs_filter *f = &s->filter;
	bool words = s->query.root != NULL;
	int parts = words + f->dated + (f->speaker != NULL) + f->mentions + (f->said != 0) +
		    (f->confidence != 0);
	brad_status status = BRAD_OK;
	if (f->dated) status = suggest_without(s, s->query.root, without_days, "dates", err);
	if (status == BRAD_OK && f->said)
		status = suggest_without(s, s->query.root, without_kind, "kind of speech", err);
	if (status == BRAD_OK && f->confidence)
		status = suggest_without(s, s->query.root, without_confidence, "least confidence",
					 err);
	if (status == BRAD_OK && f->speaker && parts > 1)
		status = suggest_without(s, s->query.root, without_speaker, "speaker", err);
	if (status == BRAD_OK && f->mentions && parts > 1)
		status = suggest_without(s, s->query.root, without_mentions, "days spoken of", err);
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
	if (status == BRAD_OK) status = suggest_words(s, &missing, err);
	if (status == BRAD_OK) status = suggest_filters(s, err);
	if (status == BRAD_OK && !missing) status = suggest_articles(s, err);
	return status;
}
