/* Is this what was said?  The index proposes articles; their texts decide. */
#include "base/error.h"
#include "base/utf8.h"
#include "search/differ.h"
#include "search/results.h"
#include "search/shortlist.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 500 };

/* From this likeness on, words are altered; below, they are others.  What is
 * less alike than the second is no neighbour worth naming. */
static const double altered_likeness = 0.5, nearest_likeness = 0.25;

/* What speech, and the right speaker, are worth where several texts are alike. */
static const double bonus = 0.2;

struct brad_verification {
	struct bs_arena arena;
	struct bs_notes notes;
	brad_finding finding;
};

/* How good an answer is; the rest is decided by likeness. */
enum tier {
	NEAREST,
	ALIKE,
	ROW_NARRATED, /* the words, in no quotation marks */
	PIECES_OTHER,
	PIECES,
	ROW_OTHER,
	ROW
};

struct match {
	enum tier tier;
	double score;
	uint32_t day;
	bool spoken, by_speaker;
	struct bs_stream stream;
	struct bs_alignment alignment;
};

struct work {
	struct bs_search *search;
	const char *text;
	struct bs_stream quoted;
	struct match best;
	brad_article *article; /* the one at hand, and its day */
	uint32_t day;
	brad_article *best_article; /* that of the best, and where it is */
	struct bs_candidate where;
	struct bs_arena arenas[2];
	struct bs_arena *arena; /* of the article at hand; the other holds the best */
	brad_verification *out;
	const char *speaker;
};

/* ---- One article --------------------------------------------------------- */

/* As the people file has it, if there is one. */
static brad_speaker who_is(struct work *w, brad_speaker speaker, uint32_t day)
{
	const struct bs_people *people = w->search->index->people;
	if (!people) return speaker;
	return bs_people_speaker(people, speaker, day, &w->search->scratch.scan);
}

static bool is_speaker(struct work *w, const brad_speaker *speakers, size_t count)
{
	const struct bs_filter *f = &w->search->filter;
	struct bs_words_scan *scan = &w->search->scratch.scan;
	if (!f->speaker) return true;
	for (size_t i = 0; i < count; i++) {
		brad_speaker speaker = who_is(w, speakers[i], w->day);
		const char *role = speaker.role;
		if (f->office ? role && bs_office_matches(f->speaker, role, scan)
			      : bs_name_matches(f->speaker, speaker.name, scan))
			return true;
	}
	return false;
}

/* Of the spoken words, those of the speaker asked for. */
static struct bs_stream take_theirs(struct work *w, const struct bs_stream *spoken)
{
	const brad_quote *quotes;
	struct bs_stream theirs = {0};
	brad_article_quotes(w->article, &quotes);
	for (size_t i = 0; i < spoken->count; i++) {
		const brad_quote *quote = &quotes[spoken->words[i].quote - 1];
		if (is_speaker(w, quote->speakers, quote->speaker_count))
			*BS_PUSH(w->arena, theirs.words, theirs.count) = spoken->words[i];
	}
	return theirs;
}

/* Who said the words of an alignment, as the quotation has it that they begin in? */
static size_t find_speakers(const brad_article *article, const struct match *m,
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
static bool is_better(const struct match *m, const struct match *best)
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
static void match_words(struct work *w, const struct bs_stream *stream, bool spoken,
			bool by_speaker, struct match *best)
{
	struct match m = {
		.spoken = spoken, .by_speaker = by_speaker, .stream = *stream, .day = w->day};
	const brad_speaker *speakers;
	if (!bs_find_pieces(w->arena, &w->quoted, stream, &m.alignment)) return;
	m.score = 1;
	if (!spoken) {
		size_t count = find_speakers(w->article, &m, &speakers);
		m.by_speaker = is_speaker(w, speakers, count);
		m.tier = m.by_speaker ? ROW_NARRATED : ALIKE;
	} else if (has_ellipsis(&m.alignment)) {
		m.tier = by_speaker ? PIECES : PIECES_OTHER;
	} else {
		m.tier = by_speaker ? ROW : ROW_OTHER;
	}
	if (is_better(&m, best)) *best = m;
}

/* Words that are like them. */
static void match_alike(struct work *w, const struct bs_stream *stream, bool spoken,
			bool by_speaker, struct match *best)
{
	struct match m = {
		.spoken = spoken, .by_speaker = by_speaker, .stream = *stream, .day = w->day};
	const brad_speaker *speakers;
	bs_find_likest(w->arena, &w->quoted, stream, nearest_likeness, &m.alignment);
	if (m.alignment.count == 0) return;
	if (!spoken) {
		size_t count = find_speakers(w->article, &m, &speakers);
		m.by_speaker = is_speaker(w, speakers, count);
	}
	m.score = m.alignment.likeness + bonus * spoken + bonus * m.by_speaker;
	m.tier = m.alignment.likeness >= altered_likeness ? ALIKE : NEAREST;
	if (is_better(&m, best)) *best = m;
}

static void match_article(struct work *w, struct match *best)
{
	struct bs_stream all, spoken, theirs;
	bool asked = w->search->filter.speaker != NULL;
	bs_streams_of_article(w->arena, &w->search->scratch.scan, w->article, &all, &spoken);
	theirs = asked ? take_theirs(w, &spoken) : spoken;
	match_words(w, &theirs, true, true, best);
	if (asked) match_words(w, &spoken, true, false, best);
	match_words(w, &all, false, false, best);
	if (best->tier > ALIKE || w->best.tier > ALIKE) return;
	match_alike(w, &theirs, true, true, best);
	if (asked) match_alike(w, &spoken, true, false, best);
	match_alike(w, &all, false, false, best);
}

static brad_status examine(struct work *w, const struct bs_candidate *candidate, brad_error *err)
{
	struct bs_search *s = w->search;
	struct bs_segment *segment = &s->index->segments[candidate->segment];
	struct match match = {0};
	brad_article_free(w->article);
	brad_status status = bs_segment_article(segment, candidate->article, &w->article, err);
	if (status != BRAD_OK) return status;
	match.day = w->day = segment->rows[candidate->article].day;
	match_article(w, &match);
	if (s->scratch.scan.form.failed) return bs_no_memory(err);
	bool better = match.alignment.count > 0 &&
		      (w->best.alignment.count == 0 || is_better(&match, &w->best));
	if (better) {
		brad_article *other = w->best_article;
		w->best = match;
		w->where = *candidate;
		w->best_article = w->article;
		w->article = other;
		w->arena = w->arena == &w->arenas[0] ? &w->arenas[1] : &w->arenas[0];
	}
	bs_arena_free(w->arena);
	*w->arena = (struct bs_arena){.way_out = s->arena.way_out};
	return BRAD_OK;
}

/* ---- All candidates ------------------------------------------------------ */

typedef brad_status shortlist(struct bs_search *s, const char *text, struct bs_candidates *out,
			      brad_error *err);

/* First what the speaker asked for said, then what anybody did. */
static brad_status examine_list(struct work *w, shortlist *propose, brad_error *err)
{
	struct bs_filter filter = w->search->filter;
	for (int anybody = filter.speaker == NULL; anybody <= 1; anybody++) {
		struct bs_candidates list;
		if (anybody) w->search->filter.speaker = NULL;
		brad_status status = propose(w->search, w->text, &list, err);
		w->search->filter = filter;
		for (size_t i = 0; i < list.count && status == BRAD_OK; i++)
			status = examine(w, &list.items[i], err);
		if (status != BRAD_OK || w->best.tier == ROW) return status;
	}
	return BRAD_OK;
}

/* ---- The finding --------------------------------------------------------- */

static brad_verdict verdict_of(const struct match *m)
{
	switch (m->tier) {
	case ROW: return BRAD_VERDICT_EXACT;
	case ROW_OTHER: return BRAD_VERDICT_OTHER_SPEAKER;
	case PIECES:
	case PIECES_OTHER: return BRAD_VERDICT_CUT;
	case ROW_NARRATED: return BRAD_VERDICT_PARAPHRASE;
	case ALIKE: return m->spoken ? BRAD_VERDICT_ALTERED : BRAD_VERDICT_PARAPHRASE;
	case NEAREST: break;
	}
	return BRAD_VERDICT_NOT_FOUND;
}

/* The document of a sentence of the best article; 0 if there is none. */
static uint32_t document_of(struct work *w, uint32_t place)
{
	const struct bs_segment *in = &w->search->index->segments[w->where.segment];
	const struct bs_article_row *row = &in->rows[w->where.article];
	const struct bs_unit *units = bs_units_read(&w->search->arena, in, row, row->count);
	for (uint32_t i = 0; units && i < row->count; i++)
		if (units[i].place == place) return row->first + i;
	return 0;
}

/* The sentences with words of the match, those words marked. */
static brad_status make_hits(struct work *w, brad_finding *f, brad_error *err)
{
	struct bs_arena *kept = &w->out->arena;
	brad_hit *hits = NULL;
	brad_span *marks = NULL;
	uint32_t place = UINT32_MAX;
	const brad_sentence *sentences;
	const struct bs_segment *in = &w->search->index->segments[w->where.segment];
	brad_article_sentences(w->article, &sentences);
	for (size_t i = 0; i < w->best.alignment.count; i++) {
		const struct bs_step *step = &w->best.alignment.steps[i];
		if (step->printed == BS_NO_WORD || step->ellipsis) continue;
		const struct bs_stream_word *word = &w->best.stream.words[step->printed];
		if (word->place != place) {
			place = word->place;
			marks = NULL;
			brad_hit *hit = BS_PUSH(kept, hits, f->hit_count);
			hit->rank = (uint32_t)f->hit_count;
			uint32_t document = document_of(w, place);
			brad_status status =
				document ? bs_make_hit(w->search, in, document, hit, err)
					 : bs_fail(err, BRAD_ECORRUPT,
						   "the index is damaged: an article lacks a "
						   "sentence; run 'bradsearch check'");
			if (status != BRAD_OK) return status;
			hit->mark_count = 0;
		}
		brad_hit *hit = &hits[f->hit_count - 1];
		size_t from = place == 0 ? 0 : sentences[place - 1].span.start;
		if (step->quoted == BS_NO_WORD) continue;
		if (w->quoted.words[step->quoted].key != word->key) continue;
		*BS_PUSH(kept, marks, hit->mark_count) =
			(brad_span){word->span.start - from, word->span.end - from};
		hit->marks = marks;
	}
	f->hits = hits;
	return BRAD_OK;
}

static void note_narrated(struct work *w, const brad_finding *f)
{
	if (f->verdict != BRAD_VERDICT_PARAPHRASE) return;
	if (f->speaker_count)
		bs_note(w->search, "the words are in no quotation marks: the article reports what "
				   "was said");
	else
		bs_note(w->search, "the words are in no quotation marks: they are the article's "
				   "own");
}

static brad_status note_speaker(struct work *w, const brad_finding *f, brad_error *err)
{
	if (!w->speaker || f->by_speaker) return BRAD_OK;
	w->search->options.speaker = w->speaker;
	if (f->verdict != BRAD_VERDICT_NOT_FOUND && f->speaker_count == 0)
		bs_note(w->search, "nobody can be named who said it");
	return bs_suggest_name(w->search, err);
}

static brad_status make_finding(struct work *w, brad_error *err)
{
	struct bs_search *s = w->search;
	struct bs_arena *kept = &w->out->arena;
	brad_finding *f = &w->out->finding;
	const struct match *best = &w->best;
	f->verdict = BRAD_VERDICT_NOT_FOUND;
	if (bs_living_documents(s->index) == 0) return bs_note(s, "the index is empty"), BRAD_OK;
	if (best->alignment.count == 0) return note_speaker(w, f, err);
	brad_article_free(w->article);
	w->article = w->best_article;
	w->best_article = NULL;
	f->verdict = verdict_of(best);
	f->likeness = best->alignment.likeness;
	f->by_speaker = w->speaker && best->by_speaker;
	brad_status status = make_hits(w, f, err);
	if (status != BRAD_OK) return status;
	const brad_speaker *speakers;
	f->speaker_count = find_speakers(w->article, best, &speakers);
	brad_speaker *copy = bs_arena_alloc(kept, (f->speaker_count + 1) * sizeof *copy);
	for (size_t i = 0; i < f->speaker_count; i++) {
		brad_speaker speaker = who_is(w, speakers[i], best->day);
		copy[i].name = bs_arena_string(kept, speaker.name);
		copy[i].role = bs_arena_string(kept, speaker.role);
	}
	f->speakers = copy;
	if (f->verdict != BRAD_VERDICT_NOT_FOUND) {
		struct bs_compared compared = {w->text, &w->quoted, &best->stream, w->article,
					       NULL};
		f->differences = bs_differences(kept, &s->scratch.scan, &compared, &best->alignment,
						&f->difference_count, &f->warnings);
	}
	note_narrated(w, f);
	return note_speaker(w, f, err);
}

/* ---- The public face ----------------------------------------------------- */

static brad_status answer(struct bs_search *s, void *out, brad_error *err)
{
	struct work *w = out;
	w->search = s;
	w->arenas[0].way_out = w->arenas[1].way_out = s->arena.way_out;
	w->arena = &w->arenas[0];
	w->quoted = bs_stream_of_text(&s->arena, &s->scratch.scan, w->text, strlen(w->text));
	if (s->scratch.scan.form.failed) return bs_no_memory(err);
	if (w->quoted.count == 0) return bs_fail(err, BRAD_EINVAL, "the quotation holds no word");
	if (w->quoted.count > MOST_WORDS)
		return bs_fail(err, BRAD_EINVAL,
			       "the quotation has %zu words, more than 500: give it in parts",
			       w->quoted.count);
	brad_status status = examine_list(w, bs_shortlist_row, err);
	if (status == BRAD_OK && w->best.tier < ROW_OTHER)
		status = examine_list(w, bs_shortlist_rare, err);
	return status == BRAD_OK ? make_finding(w, err) : status;
}

brad_status brad_index_verify(brad_index *index, const char *quotation, const char *speaker,
			      brad_verification **out, brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	if (!quotation) return bs_fail(err, BRAD_EINVAL, "there is no quotation to verify");
	size_t length = strlen(quotation);
	if (bs_utf8_check(quotation, length) < length)
		return bs_fail(err, BRAD_EINVAL, "the quotation is not valid UTF-8");
	brad_verification *v = calloc(1, sizeof *v);
	if (!v) return bs_no_memory(err);
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.speaker = speaker;
	struct work work = {.text = quotation, .out = v, .speaker = speaker};
	brad_status status =
		bs_search_run(index, &options, &v->arena, &v->notes, answer, &work, err);
	brad_article_free(work.article);
	brad_article_free(work.best_article);
	bs_arena_free(&work.arenas[0]);
	bs_arena_free(&work.arenas[1]);
	if (status == BRAD_OK)
		*out = v;
	else
		brad_verification_free(v);
	return status;
}

const brad_finding *brad_verification_finding(const brad_verification *verification)
{
	return &verification->finding;
}

const char *brad_verification_note(const brad_verification *verification, size_t i)
{
	return i < verification->notes.count ? verification->notes.at[i] : NULL;
}

void brad_verification_free(brad_verification *verification)
{
	if (!verification) return;
	bs_arena_free(&verification->arena);
	free(verification);
}
