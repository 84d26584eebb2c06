/* Is this what was said?  The index proposes articles, and their texts decide. */
#include "base/error.h"
#include "base/utf8.h"
#include "search/differ.h"
#include "search/examine.h"
#include "search/results.h"

#include <string.h>

struct brad_verification {
	struct bs_answer answer;
	brad_finding finding;
};

struct work {
	struct bs_examination of;
	const char *text, *speaker;
};

/* ---- The finding --------------------------------------------------------- */

static brad_verdict verdict_of(const struct bs_likest *m)
{
	switch (m->tier) {
	case BS_ROW: return BRAD_VERDICT_EXACT;
	case BS_ROW_OTHER: return BRAD_VERDICT_OTHER_SPEAKER;
	case BS_PIECES:
	case BS_PIECES_OTHER: return BRAD_VERDICT_CUT;
	case BS_ROW_NARRATED: return BRAD_VERDICT_PARAPHRASE;
	case BS_ALIKE: return m->spoken ? BRAD_VERDICT_ALTERED : BRAD_VERDICT_PARAPHRASE;
	case BS_NEAREST: break;
	}
	return BRAD_VERDICT_NOT_FOUND;
}

/* The document of a sentence of the best article; 0 if there is none. */
static uint32_t document_of(struct work *w, uint32_t place)
{
	const struct bs_segment *in = &w->of.search->index->segments[w->of.where.segment];
	const struct bs_article_row *row = &in->rows[w->of.where.article];
	const struct bs_unit *units = bs_units_read(&w->of.search->arena, in, row, row->count);
	for (uint32_t i = 0; units && i < row->count; i++)
		if (units[i].place == place) return row->first + i;
	return 0;
}

/* The sentences with words of the match, those words marked. */
static brad_status make_hits(struct work *w, brad_finding *f, brad_error *err)
{
	struct bs_arena *kept = w->of.search->kept;
	brad_hit *hits = NULL;
	brad_span *marks = NULL;
	uint32_t place = UINT32_MAX;
	const brad_sentence *sentences;
	const struct bs_segment *in = &w->of.search->index->segments[w->of.where.segment];
	brad_article_sentences(w->of.article, &sentences);
	for (size_t i = 0; i < w->of.best.alignment.count; i++) {
		const struct bs_step *step = &w->of.best.alignment.steps[i];
		if (step->printed == BS_NO_WORD || step->ellipsis) continue;
		const struct bs_stream_word *word = &w->of.best.stream.words[step->printed];
		if (word->place != place) {
			place = word->place;
			marks = NULL;
			brad_hit *hit = BS_PUSH(kept, hits, f->hit_count);
			hit->rank = (uint32_t)f->hit_count;
			uint32_t document = document_of(w, place);
			brad_status status =
				document ? bs_make_hit(w->of.search, in, document, hit, err)
					 : bs_fail(err, BRAD_ECORRUPT,
						   "the index is damaged: an article lacks a "
						   "sentence; run 'bradsearch check'");
			if (status != BRAD_OK) return status;
			hit->mark_count = 0;
		}
		brad_hit *hit = &hits[f->hit_count - 1];
		size_t from = place == 0 ? 0 : sentences[place - 1].span.start;
		if (step->quoted == BS_NO_WORD) continue;
		if (w->of.quoted.words[step->quoted].key != word->key) continue;
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
		bs_note(w->of.search,
			"the words are in no quotation marks: the article reports what "
			"was said");
	else
		bs_note(w->of.search, "the words are in no quotation marks: they are the article's "
				      "own");
}

static brad_status note_speaker(struct work *w, const brad_finding *f, brad_error *err)
{
	if (!w->speaker || f->by_speaker) return BRAD_OK;
	w->of.search->options.speaker = w->speaker;
	if (f->verdict != BRAD_VERDICT_NOT_FOUND && f->speaker_count == 0)
		bs_note(w->of.search, "nobody can be named who said it");
	return bs_suggest_name(w->of.search, err);
}

static brad_status make_finding(struct work *w, brad_error *err)
{
	struct bs_search *s = w->of.search;
	struct bs_arena *kept = s->kept;
	brad_finding *f = &((brad_verification *)(void *)s->answer)->finding;
	const struct bs_likest *best = &w->of.best;
	f->verdict = BRAD_VERDICT_NOT_FOUND;
	if (bs_living_documents(s->index) == 0) return bs_note(s, "the index is empty"), BRAD_OK;
	if (best->alignment.count == 0) return note_speaker(w, f, err);
	brad_article_free(w->of.article);
	w->of.article = w->of.best_article;
	w->of.best_article = NULL;
	f->verdict = verdict_of(best);
	f->likeness = best->alignment.likeness;
	f->by_speaker = w->speaker && best->by_speaker;
	brad_status status = make_hits(w, f, err);
	if (status != BRAD_OK) return status;
	const brad_speaker *speakers;
	f->speaker_count = bs_likest_speakers(w->of.article, best, &speakers);
	brad_speaker *copy = bs_arena_alloc(kept, (f->speaker_count + 1) * sizeof *copy);
	for (size_t i = 0; i < f->speaker_count; i++) {
		brad_speaker speaker = bs_examined_speaker(&w->of, speakers[i], best->day);
		copy[i].name = bs_arena_string(kept, speaker.name);
		copy[i].role = bs_arena_string(kept, speaker.role);
	}
	f->speakers = copy;
	if (f->verdict != BRAD_VERDICT_NOT_FOUND) {
		struct bs_compared compared = {w->text, &w->of.quoted, &best->stream, w->of.article,
					       NULL};
		f->differences = bs_differences(kept, &s->scratch.scan, &compared, &best->alignment,
						&f->difference_count, &f->warnings);
	}
	note_narrated(w, f);
	return note_speaker(w, f, err);
}

/* ---- The public face ----------------------------------------------------- */

static brad_status make(struct bs_search *s, void *work, brad_error *err)
{
	struct work *w = work;
	brad_status status = bs_examine(&w->of, s, w->text, err);
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
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.speaker = speaker;
	struct work work = {.text = quotation, .speaker = speaker};
	brad_status status = bs_answer_new(index, &options, sizeof **out, make, &work, out, err);
	bs_examination_free(&work.of);
	return status;
}

const brad_finding *brad_verification_finding(const brad_verification *verification)
{
	return &verification->finding;
}

const char *brad_verification_note(const brad_verification *verification, size_t i)
{
	return i < verification->answer.notes.count ? verification->answer.notes.at[i] : NULL;
}

void brad_verification_free(brad_verification *verification)
{
	bs_answer_free(verification);
}
