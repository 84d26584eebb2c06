/* Who is heard in some articles, and who is only named? */
#include "base/error.h"
#include "index/people.h"
#include "index/persons.h"
#include "index/touch.h"
#include "search/search.h"
#include "search/voices.h"
#include "search/who.h"

#include <string.h>

struct brad_sources {
	struct bs_answer answer;
	brad_heard heard;
	uint64_t undated;
};

/* One voice of a segment. */
struct tally {
	uint32_t sentences, articles;
	uint32_t seen_article, seen_document; /* the last; articles + 1 */
};

struct gathering {
	struct bs_search *search;
	struct brad_sources *out;
	brad_field by;
	struct bs_voices voices, speakers, named;
	uint64_t unknown_articles; /* with sentences of the voice without a name */
	uint64_t unknown_sentences;

	/* Of the segment at hand. */
	const struct bs_segment *segment;
	struct bs_who who;
	unsigned char *wanted; /* by article */
	struct tally *people, *others;
	uint32_t unknown_article; /* the last that had one, + 1 */
};

/* ---- The articles ---------------------------------------------------------- */

/* Marks the articles of which a sentence matches. */
static brad_status find_articles(struct gathering *g, uint32_t segment, brad_error *err)
{
	struct bs_search *s = g->search;
	struct bs_walk walk;
	struct bs_cursor *cursor;
	brad_status status = bs_walk_begin(s, segment, &s->filter, &walk, err);
	if (status == BRAD_OK) status = bs_cursor_open(&walk.match, s->query.root, &cursor, err);
	if (status != BRAD_OK) return status;
	bs_walk_over(&walk, cursor);
	while ((status = bs_walk_next(&walk, err)) == BRAD_OK && walk.at != BS_END) {
		uint32_t article = walk.segment->article[walk.at];
		const struct bs_article_row *row = &walk.segment->rows[article];
		g->wanted[article] = 1;
		walk.at = row->first + row->count - 1; /* go on behind it */
	}
	g->out->undated += walk.undated;
	bs_walk_end(&walk);
	return status;
}

/* ---- What was said in them --------------------------------------------------- */

static void count(struct tally *tally, uint32_t article, uint32_t document)
{
	if (tally->seen_document == document) return;
	tally->seen_document = document;
	tally->sentences++;
	tally->articles += tally->seen_article != article + 1;
	tally->seen_article = article + 1;
}

static void count_unknown(struct gathering *g, uint32_t article)
{
	g->unknown_sentences++;
	g->unknown_articles += g->unknown_article != article + 1;
	g->unknown_article = article + 1;
}

static void count_sentence(struct gathering *g, uint32_t article, uint32_t document)
{
	const struct bs_segment *s = g->segment;
	const struct bs_article_row *row = &s->rows[article];
	uint32_t set = bs_segment_set(s, document);
	bool has_role = false;
	g->out->heard.quoted++;
	g->out->heard.unnamed += set == 0;
	for (uint32_t i = s->sets[set]; set && i < s->sets[set + 1]; i++) {
		struct bs_said_by by = bs_who_is(&g->who, i, row->day);
		count(&g->people[by.name], article, document);
		if (g->by != BRAD_FIELD_ROLE || by.role == BS_NO_STRING) continue;
		count(&g->others[by.role], article, document);
		has_role = true;
	}
	if (g->by == BRAD_FIELD_SOURCE && row->source != BS_NO_STRING)
		count(&g->others[row->source], article, document);
	if (g->by == BRAD_FIELD_SPEAKER ? set == 0
	    : g->by == BRAD_FIELD_ROLE  ? !has_role
					: row->source == BS_NO_STRING)
		count_unknown(g, article);
}

static void count_article(struct gathering *g, uint32_t article)
{
	const struct bs_segment *s = g->segment;
	const struct bs_article_row *row = &s->rows[article];
	g->out->heard.articles++;
	bs_touch_speech(s, row->first, row->first + row->count);
	for (uint32_t d = row->first; d < row->first + row->count; d++) {
		if (s->role[d] != BRAD_ROLE_BODY) continue;
		g->out->heard.sentences++;
		if (s->speech[d] % 4 != BRAD_SAID_NONE) count_sentence(g, article, d);
	}
}

/* ---- Whom they name ------------------------------------------------------------ */

/* By the people file, two names of an article may be one person's. */
static brad_status take_named(struct gathering *g, uint32_t article, brad_error *err)
{
	struct bs_search *s = g->search;
	struct bs_person_scan scan = bs_persons_of(g->segment, article);
	size_t first = g->named.count;
	for (uint32_t number; bs_persons_next(&scan, &number);) {
		brad_speaker person = {bs_string(&g->segment->named, number), NULL};
		if (s->index->people)
			person = bs_people_speaker(s->index->people, person,
						   g->segment->rows[article].day, &s->scratch.scan);
		size_t i = first;
		while (i < g->named.count && strcmp(g->named.at[i].name, person.name) != 0) i++;
		if (i == g->named.count)
			bs_voices_add(&g->search->arena, &g->named, person.name, 0, 1);
	}
	return scan.in.bad ? bs_segment_damaged(g->segment, err) : BRAD_OK;
}

/* ---- One segment ----------------------------------------------------------------- */

static const char *other_name(const struct gathering *g, uint32_t i)
{
	return g->by == BRAD_FIELD_ROLE ? bs_who_role(&g->who, i) : bs_segment_text(g->segment, i);
}

static brad_status gather(struct gathering *g, uint32_t segment, brad_error *err)
{
	struct bs_search *s = g->search;
	const struct bs_segment *in = g->segment = &s->index->segments[segment];
	brad_status status =
		bs_who_begin(&s->arena, &s->scratch.scan, s->index->people, in, &g->who, err);
	if (status != BRAD_OK) return status;
	uint32_t people = bs_who_names(&g->who), others = 0;
	if (g->by == BRAD_FIELD_ROLE) others = bs_who_roles(&g->who);
	if (g->by == BRAD_FIELD_SOURCE) others = in->texts.count;
	g->wanted = bs_arena_alloc(&s->arena, in->articles + (size_t)1);
	g->people = bs_arena_alloc(&s->arena, (people + (size_t)1) * sizeof *g->people);
	g->others = bs_arena_alloc(&s->arena, (others + (size_t)1) * sizeof *g->others);
	g->unknown_article = 0;
	status = find_articles(g, segment, err);
	for (uint32_t a = 0; a < in->articles && status == BRAD_OK; a++) {
		if (!g->wanted[a]) continue;
		count_article(g, a);
		status = take_named(g, a, err);
	}
	for (uint32_t i = 0; i < people; i++)
		if (g->people[i].sentences)
			bs_voices_add(&g->search->arena, &g->speakers, bs_who_name(&g->who, i),
				      g->people[i].sentences, g->people[i].articles);
	for (uint32_t i = 0; i < others; i++)
		if (g->others[i].sentences)
			bs_voices_add(&g->search->arena, &g->voices, other_name(g, i),
				      g->others[i].sentences, g->others[i].articles);
	return status;
}

/* ---- All of them -------------------------------------------------------------------- */

static brad_status make(struct bs_search *s, void *gathering, brad_error *err)
{
	struct gathering *g = gathering;
	brad_status status = BRAD_OK;
	g->search = s;
	g->out = (void *)s->answer;
	for (uint32_t i = 0; i < s->index->segment_count && status == BRAD_OK; i++)
		status = gather(g, i, err);
	if (status != BRAD_OK) return status;
	brad_heard *heard = &g->out->heard;
	bs_voices_join(&g->speakers);
	bs_voices_join(&g->named);
	bs_voices_remove(&g->named, &g->speakers);
	struct bs_voices *voices = g->by == BRAD_FIELD_SPEAKER ? &g->speakers : &g->voices;
	if (g->by != BRAD_FIELD_SPEAKER) bs_voices_join(voices);
	if (g->unknown_sentences)
		bs_voices_add(&g->search->arena, voices, NULL, g->unknown_sentences,
			      g->unknown_articles);
	heard->voices = bs_voices_keep(voices, s->kept);
	heard->voice_count = voices->count;
	heard->silent = bs_voices_keep(&g->named, s->kept);
	heard->silent_count = g->named.count;
	bs_note_passed_over(s);
	return BRAD_OK;
}

/* ---- The public face ------------------------------------------------------------------ */

brad_status brad_index_sources(brad_index *index, const brad_search_options *options, brad_field by,
			       brad_sources **out, brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	if (by != BRAD_FIELD_SPEAKER && by != BRAD_FIELD_ROLE && by != BRAD_FIELD_SOURCE)
		return bs_fail(err, BRAD_EINVAL, "sources are counted by speaker, role or source");
	struct gathering gathering = {.by = by};
	return bs_answer_new(index, options, sizeof **out, make, &gathering, out, err);
}

const brad_heard *brad_sources_heard(const brad_sources *sources)
{
	return &sources->heard;
}

uint64_t brad_sources_undated(const brad_sources *sources)
{
	return sources->undated;
}

const char *brad_sources_note(const brad_sources *sources, size_t i)
{
	return i < sources->answer.notes.count ? sources->answer.notes.at[i] : NULL;
}

const char *brad_sources_understood(const brad_sources *sources, const char **query)
{
	if (query) *query = sources->answer.notes.canonical;
	return sources->answer.notes.understood;
}

void brad_sources_free(brad_sources *sources)
{
	bs_answer_free(sources);
}
