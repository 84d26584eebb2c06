#include "search/examine.h"

#include "base/error.h"

#include <string.h>

enum { MOST_WORDS = 500 };

/* From the first likeness on, a quotation counts as altered; below it, as something else.  What
 * is less alike than the second is not worth mentioning. */
static const double altered_likeness = 0.5, nearest_likeness = 0.25;

/* What being speech, and being said by the right speaker, count for among texts that are
 * equally alike. */
static const double bonus = 0.2;

/* ---- One article --------------------------------------------------------- */

brad_speaker bs_examined_speaker(struct bs_examination *e, brad_speaker speaker, uint32_t day)
{
	const struct bs_people *people = e->search->index->people;
	if (!people) return speaker;
	return bs_people_speaker(people, speaker, day, &e->search->scratch.scan);
}

static bool is_speaker(struct bs_examination *e, const brad_speaker *speakers, size_t count)
{
	const struct bs_filter *f = &e->search->filter;
	struct bs_words_scan *scan = &e->search->scratch.scan;
	if (!f->speaker) return true;
	for (size_t i = 0; i < count; i++) {
		brad_speaker speaker = bs_examined_speaker(e, speakers[i], e->day);
		const char *role = speaker.role;
		if (f->office ? role && bs_office_matches(f->speaker, role, scan)
			      : bs_name_matches(f->speaker, speaker.name, scan))
			return true;
	}
	return false;
}

/* Of the spoken words, those of the speaker asked for. */
static struct bs_stream take_theirs(struct bs_examination *e, const struct bs_stream *spoken)
{
	const brad_quote *quotes;
	struct bs_stream theirs = {0};
	brad_article_quotes(e->article, &quotes);
	for (size_t i = 0; i < spoken->count; i++) {
		const brad_quote *quote = &quotes[spoken->words[i].quote - 1];
		if (is_speaker(e, quote->speakers, quote->speaker_count))
			*BS_PUSH(e->arena, theirs.words, theirs.count) = spoken->words[i];
	}
	return theirs;
}

size_t bs_likest_speakers(const brad_article *article, const struct bs_likest *m,
			  const brad_speaker **speakers)
{
	const brad_quote *quotes;
	*speakers = NULL;
	brad_article_quotes(article, &quotes);
	for (size_t i = 0; i < m->alignment.count; i++) {
		const struct bs_step *step = &m->alignment.steps[i];
		if (step->printed == BS_NO_WORD || step->ellipsis) continue;
		uint32_t quote = m->stream.words[step->printed].quote;
		if (quote == 0) continue;
		*speakers = quotes[quote - 1].speakers;
		return quotes[quote - 1].speaker_count;
	}
	return 0;
}

/* Of equal answers, the earliest is the one wanted. */
static bool is_better(const struct bs_likest *m, const struct bs_likest *best)
{
	if (m->tier != best->tier) return m->tier > best->tier;
	if (m->score != best->score) return m->score > best->score;
	return m->day != 0 && (best->day == 0 || m->day < best->day);
}

static bool has_ellipsis(const struct bs_alignment *alignment)
{
	for (size_t i = 0; i < alignment->count; i++)
		if (alignment->steps[i].ellipsis) return true;
	return false;
}

/* The words as they are, in one of the streams. */
static void match_words(struct bs_examination *e, const struct bs_stream *stream, bool spoken,
			bool by_speaker, struct bs_likest *best)
{
	struct bs_likest m = {
		.spoken = spoken, .by_speaker = by_speaker, .stream = *stream, .day = e->day};
	const brad_speaker *speakers;
	if (!bs_find_pieces(e->arena, &e->quoted, stream, &m.alignment)) return;
	m.score = 1;
	if (!spoken) {
		size_t count = bs_likest_speakers(e->article, &m, &speakers);
		m.by_speaker = is_speaker(e, speakers, count);
		m.tier = m.by_speaker ? BS_ROW_NARRATED : BS_ALIKE;
	} else if (has_ellipsis(&m.alignment)) {
		m.tier = by_speaker ? BS_PIECES : BS_PIECES_OTHER;
	} else {
		m.tier = by_speaker ? BS_ROW : BS_ROW_OTHER;
	}
	if (is_better(&m, best)) *best = m;
}

/* Words that are like them. */
static void match_alike(struct bs_examination *e, const struct bs_stream *stream, bool spoken,
			bool by_speaker, struct bs_likest *best)
{
	struct bs_likest m = {
		.spoken = spoken, .by_speaker = by_speaker, .stream = *stream, .day = e->day};
	const brad_speaker *speakers;
	bs_find_likest(e->arena, &e->quoted, stream, nearest_likeness, &m.alignment);
	if (m.alignment.count == 0) return;
	if (!spoken) {
		size_t count = bs_likest_speakers(e->article, &m, &speakers);
		m.by_speaker = is_speaker(e, speakers, count);
	}
	m.score = m.alignment.likeness + bonus * spoken + bonus * m.by_speaker;
	m.tier = m.alignment.likeness >= altered_likeness ? BS_ALIKE : BS_NEAREST;
	if (is_better(&m, best)) *best = m;
}

static void match_article(struct bs_examination *e, struct bs_likest *best)
{
	struct bs_stream all, spoken, theirs;
	bool asked = e->search->filter.speaker != NULL;
	bs_streams_of_article(e->arena, &e->search->scratch.scan, e->article, &all, &spoken);
	theirs = asked ? take_theirs(e, &spoken) : spoken;
	match_words(e, &theirs, true, true, best);
	if (asked) match_words(e, &spoken, true, false, best);
	match_words(e, &all, false, false, best);
	if (best->tier > BS_ALIKE || e->best.tier > BS_ALIKE) return;
	match_alike(e, &theirs, true, true, best);
	if (asked) match_alike(e, &spoken, true, false, best);
	match_alike(e, &all, false, false, best);
}

static brad_status examine(struct bs_examination *e, const struct bs_candidate *candidate,
			   brad_error *err)
{
	struct bs_search *s = e->search;
	struct bs_segment *segment = &s->index->segments[candidate->segment];
	struct bs_likest match = {0};
	brad_article_free(e->article);
	brad_status status = bs_segment_article(segment, candidate->article, &e->article, err);
	if (status != BRAD_OK) return status;
	match.day = e->day = segment->rows[candidate->article].day;
	match_article(e, &match);
	if (s->scratch.scan.form.failed) return bs_no_memory(err);
	bool better = match.alignment.count > 0 &&
		      (e->best.alignment.count == 0 || is_better(&match, &e->best));
	if (better) {
		brad_article *other = e->best_article;
		e->best = match;
		e->where = *candidate;
		e->best_article = e->article;
		e->article = other;
		e->arena = e->arena == &e->arenas[0] ? &e->arenas[1] : &e->arenas[0];
	}
	bs_arena_free(e->arena);
	*e->arena = (struct bs_arena){.way_out = s->arena.way_out};
	return BRAD_OK;
}

/* ---- All candidates ------------------------------------------------------ */

typedef brad_status shortlist(struct bs_search *s, const char *text, struct bs_candidates *out,
			      brad_error *err);

/* First what the speaker asked for said, then what anybody did. */
static brad_status examine_list(struct bs_examination *e, shortlist *propose, brad_error *err)
{
	struct bs_filter filter = e->search->filter;
	for (int anybody = filter.speaker == NULL; anybody <= 1; anybody++) {
		struct bs_candidates list;
		if (anybody) e->search->filter.speaker = NULL;
		brad_status status = propose(e->search, e->text, &list, err);
		e->search->filter = filter;
		for (size_t i = 0; i < list.count && status == BRAD_OK; i++)
			status = examine(e, &list.items[i], err);
		if (status != BRAD_OK || e->best.tier == BS_ROW) return status;
	}
	return BRAD_OK;
}

brad_status bs_examine(struct bs_examination *e, struct bs_search *search, const char *text,
		       brad_error *err)
{
	struct bs_words_scan *scan = &search->scratch.scan;
	e->search = search;
	e->text = text;
	e->arenas[0].way_out = e->arenas[1].way_out = search->arena.way_out;
	e->arena = &e->arenas[0];
	e->quoted = bs_stream_of_text(&search->arena, scan, text, strlen(text));
	if (scan->form.failed) return bs_no_memory(err);
	if (e->quoted.count == 0) return bs_fail(err, BRAD_EINVAL, "the quotation holds no word");
	if (e->quoted.count > MOST_WORDS)
		return bs_fail(err, BRAD_EINVAL,
			       "the quotation has %zu words, more than 500: give it in parts",
			       e->quoted.count);
	brad_status status = examine_list(e, bs_shortlist_row, err);
	if (status == BRAD_OK && e->best.tier < BS_ROW_OTHER)
		status = examine_list(e, bs_shortlist_rare, err);
	return status;
}

void bs_examination_free(struct bs_examination *e)
{
	brad_article_free(e->article);
	brad_article_free(e->best_article);
	bs_arena_free(&e->arenas[0]);
	bs_arena_free(&e->arenas[1]);
}
