#include "analysis/quote_phrase.h"

/* Is this word here a verb of saying, and who is its subject? */

enum { LONGEST_JOINED = 4 }; /* units of "Ann Bell and Bob Cole Warn" from "and" */

int bs_cue_form(const struct bs_quoting *q, uint32_t unit)
{
	static const enum bs_word_list lists[] = {
		BS_LIST_CUE_SAY,    BS_LIST_CUE_TELL,       BS_LIST_CUE_FIND,
		BS_LIST_CUE_OBJECT, BS_LIST_CUE_INFINITIVE, BS_LIST_CUE_ABOUT,
		BS_LIST_CUE_QUOTE,  BS_LIST_CUE_OUT,        BS_LIST_CUE_BACK};
	uint16_t word = q->tokens[q->units[unit].token].word;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (bs_word_is(word, lists[i])) return bs_word_value(word, lists[i]);
	return 0;
}

bool bs_is_adverb(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_unit *u = &q->units[unit];
	if (u->stretch != BS_NONE || u->mention != BS_NONE) return false;
	return bs_unit_is(u, BS_LIST_ADVERB) || bs_unit_ends(q, unit, "ly");
}

static bool is_be(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const words[] = {"is", "are",   "was", "were", "been",
					    "be", "being", "am",  "'s"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (bs_unit_text(q, unit, words[i])) return true;
	return false;
}

/* "He's", "who's", "they've": a subject and what helps its verb, in one word. */
static bool is_contraction(const struct bs_quoting *q, uint32_t unit)
{
	return bs_unit_text(q, unit, "who's") ||
	       (q->units[unit].mention != BS_NONE && bs_unit_in(q, unit, BS_LIST_AUXILIARY));
}

/* Between a subject and its verb, though elsewhere no adverb: have [long] said, [both] said. */
static bool is_between(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const words[] = {"long", "first", "both", "all", "each", "only", "yet"};
	return unit > q->taken && bs_unit_word(q, unit - 1) &&
	       bs_unit_any(q, unit, words, sizeof words / sizeof *words);
}

/* The verb group that the cue at `head` ends: has not yet said, went on to say. */
static void read_group(const struct bs_quoting *q, struct bs_cue *c)
{
	uint32_t i = c->head;
	while (i > q->taken) {
		const struct bs_unit *u = &q->units[i - 1];
		if (is_contraction(q, i - 1)) { /* "he's said" has it, "he's saying" is at it */
			c->helped = true;
			c->be |= c->form == BS_ING || !bs_unit_in(q, c->head, BS_LIST_CUE_SAY);
		}
		if (u->stretch != BS_NONE || u->mention != BS_NONE) break;
		if (bs_unit_is(u, BS_LIST_AUXILIARY)) {
			c->helped = true;
			if (is_be(q, i - 1)) c->be = true;
		} else if (bs_unit_text(q, i - 1, "to")) {
			c->infinitive = true;
			i--;
			break;
		} else if (!bs_is_adverb(q, i - 1) && !is_between(q, i - 1)) {
			break;
		}
		i--;
	}
	c->first = i;
}

/* "She was quoted as saying" is as good as "she said". */
static void read_quoted_as(const struct bs_quoting *q, struct bs_cue *c)
{
	static const char *const words[] = {"quoted", "cited", "reported"};
	uint32_t head = c->head;
	if (c->form != BS_ING || c->first != head || head < q->taken + 3) return;
	uint32_t quoted = head - (bs_unit_text(q, head - 1, "as") ? 2 : 1);
	if (!bs_unit_any(q, quoted, words, sizeof words / sizeof *words)) return;
	struct bs_cue group = {.head = quoted};
	read_group(q, &group);
	if (!group.be) return;
	c->first = group.first;
	c->be = true;
}

/* A determiner that a noun must follow. */
static bool is_article(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const words[] = {"a",     "an",  "the",  "this", "these",
					    "those", "his", "her",  "its",  "our",
					    "their", "my",  "your", "no",   "any"};
	if (!bs_unit_in(q, unit, BS_LIST_DETERMINER)) return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (bs_unit_text(q, unit, words[i])) return true;
	return false;
}

/* Does an article, a possessive or a preposition stand before it, as before a noun? */
static bool is_noun_place(const struct bs_quoting *q, const struct bs_cue *c)
{
	if (c->first != c->head || c->first == 0) return false;
	const struct bs_unit *before = &q->units[c->first - 1];
	if (before->stretch != BS_NONE) return false;
	const struct bs_token *t = &q->tokens[before->token];
	if (is_article(q, c->first - 1)) return true;
	if (t->flags & BS_POSSESSIVE) return !is_contraction(q, c->first - 1);
	if (t->kind == BS_MARK && t->value == '-' && !(t->flags & BS_SPACE)) return true;
	return c->form != BS_ING && bs_unit_is(before, BS_LIST_PREPOSITION) &&
	       before->mention == BS_NONE;
}

bool bs_is_clause_opening(const struct bs_quoting *q, uint32_t unit)
{
	if (unit >= q->unit_count) return false;
	const struct bs_unit *u = &q->units[unit];
	if (u->stretch != BS_NONE) return true;
	const struct bs_token *t = &q->tokens[u->token];
	if (t->kind == BS_MARK) return t->value == ':' || t->value == '$' || t->value == 0xA3;
	if (u->mention != BS_NONE || t->kind == BS_NUMBER || t->flags & BS_CAPITAL) return true;
	if (bs_unit_is(u, BS_LIST_DETERMINER) || bs_unit_is(u, BS_LIST_SPEAKER_PRONOUN))
		return true;
	return bs_unit_is(u, BS_LIST_SUBORDINATOR) || bs_unit_text(q, unit, "there") ||
	       bs_unit_text(q, unit, "he's") || bs_unit_text(q, unit, "it's");
}

/* "Officials", and also "records", which are one body. */
static bool is_plural(const struct bs_quoting *q, uint32_t mention)
{
	const struct bs_mention *m = &q->article->mentions[mention];
	const struct bs_token *last = &q->tokens[m->last - 1];
	bool name = last->flags & BS_CAPITAL && m->last - 1 > q->frame.first;
	return m->plural ||
	       (m->kind == BS_BODY && !name && q->article->document.text[last->end - 1] == 's');
}

/* "[Polls] in New Hampshire show": is the name behind a preposition, and a plural before that? */
static bool belongs_to_plural(const struct bs_quoting *q, uint32_t unit)
{
	uint32_t m = q->units[unit].mention;
	while (unit > q->solid && q->units[unit - 1].mention == m) unit--;
	if (unit < q->solid + 2 || !bs_unit_in(q, unit - 1, BS_LIST_PREPOSITION)) return false;
	uint32_t noun = unit - 2;
	if (q->units[noun].mention != BS_NONE) return is_plural(q, q->units[noun].mention);
	const struct bs_token *t = &q->tokens[q->units[noun].token];
	return t->kind == BS_WORD && q->article->document.text[t->end - 1] == 's';
}

/* Of a word such as "charges": is what stands before it a subject rather than part of the noun, as in
 * "parking charges" or "names, addresses and"? */
static bool follows_subject(const struct bs_quoting *q, const struct bs_cue *c)
{
	if (c->first == 0 || c->helped || c->infinitive || q->frame.headline) return true;
	uint32_t before = c->first - 1;
	const struct bs_unit *u = &q->units[before];
	if (u->stretch != BS_NONE || u->mention != BS_NONE) return true;
	if (bs_unit_text(q, c->end, "that") || bs_unit_marked(q, c->end)) return true;
	if (c->form == BS_THIRD || q->tokens[u->token].kind != BS_WORD ||
	    bs_is_conjunction(q, before))
		return bs_is_clause_opening(q, c->end) &&
		       !bs_unit_in(q, c->end, BS_LIST_SUBORDINATOR);
	return bs_unit_is(u, BS_LIST_SPEAKER_NOUN) || bs_unit_is(u, BS_LIST_SPEAKER_PRONOUN) ||
	       bs_is_relative(q, before) || bs_is_adverb(q, before) || bs_unit_capital(q, before);
}

/* Of the headline "Washington Post Hires": "Post" is no verb, as who is one has "Posts". */
static bool may_head_base(const struct bs_quoting *q, const struct bs_cue *c)
{
	uint32_t before = c->first - 1;
	if (!q->frame.headline || !bs_unit_capital(q, c->head)) return true;
	const struct bs_token *t = &q->tokens[q->units[before].token];
	const struct bs_mention *m = bs_mention_of(q, before);
	if (m && (m->plural || m->kind == BS_PRONOUN)) return true;
	if (t->kind == BS_WORD && q->article->document.text[t->end - 1] == 's') return true;
	for (uint32_t i = before; i > q->solid && before - i < LONGEST_JOINED; i--)
		if (bs_unit_text(q, i, "and")) return true;
	return bs_word_value(t->word, BS_LIST_SPEAKER_NOUN) == 'g';
}

/* A word such as "reports" or "claim" that is as often a noun. */
static bool is_verb(const struct bs_quoting *q, const struct bs_cue *c)
{
	if (is_noun_place(q, c)) return false;
	if (bs_unit_capital(q, c->head) && c->head > 0 && !q->frame.headline &&
	    q->article->paragraphs[q->frame.paragraph].role != BRAD_ROLE_TITLE)
		return false;
	if (c->first == 0 && c->form != BS_ING) return false;
	if (bs_unit_in(q, c->head, BS_LIST_CUE_NOUN) && !follows_subject(q, c)) return false;
	if (c->form == BS_BASE && !c->helped && !c->infinitive) {
		if (c->first == 0 || !may_head_base(q, c)) return false;
		const struct bs_unit *before = &q->units[c->first - 1];
		if (bs_unit_is(before, BS_LIST_SPEAKER_PRONOUN)) return true;
		if (bs_unit_in(q, c->head, BS_LIST_CUE_NOUN) && before->mention != BS_NONE &&
		    !is_plural(q, before->mention) && !belongs_to_plural(q, c->first - 1))
			return bs_unit_text(q, c->end, "that");
		if (!bs_unit_in(q, c->head, BS_LIST_CUE_NOUN) && c->end < q->unit_count &&
		    q->units[c->end].stretch == BS_NONE &&
		    q->tokens[q->units[c->end].token].kind == BS_WORD)
			return !bs_unit_in(q, c->end, BS_LIST_PREPOSITION) ||
			       bs_unit_in(q, c->head, BS_LIST_CUE_ABOUT) ||
			       bs_unit_text(q, c->head, "say");
		return c->end >= q->unit_count || bs_is_clause_opening(q, c->end) ||
		       bs_unit_text(q, c->end, "that") || bs_unit_mark(q, c->end, '.') ||
		       bs_unit_mark(q, c->end, ',') || bs_unit_mark(q, c->end, ';');
	}
	if (c->form == BS_THIRD) {
		if (c->end >= q->unit_count) return true;
		return (!bs_unit_in(q, c->end, BS_LIST_AUXILIARY) ||
			q->units[c->end].mention != BS_NONE) &&
		       !bs_unit_text(q, c->end, "of");
	}
	return true;
}

/* Marks that end in a comma, or in front of "she said": “Recalling ‘the war,’ the paper said”. */
static bool ends_aside(const struct bs_quoting *q, uint32_t unit)
{
	if (!bs_unit_marked(q, unit)) return false;
	const struct bs_marked *s = &q->stretches[q->units[unit].stretch];
	if (bs_token_mark(&q->tokens[s->last - 1], ',')) return true;
	return bs_unit_in(q, unit + 1, BS_LIST_SPEAKER_PRONOUN) &&
	       bs_unit_in(q, unit + 2, BS_LIST_CUE_SAY);
}

enum { LONGEST_LABEL = 8 }; /* units of "Not one to complain:" */

/* "Proud: Ann Bell wept, saying": the unit behind the label of a caption, or 0. */
static uint32_t skip_label(const struct bs_quoting *q, uint32_t verb)
{
	for (uint32_t i = 1; i < verb && i <= LONGEST_LABEL; i++)
		if (bs_unit_mark(q, i - 1, ':'))
			return bs_unit_capital(q, i) && bs_unit_word(q, i) ? i : 0;
	return 0;
}

/* The subject of the sentence, for "..., saying" and "Speaking to ..., Ann Bell". */
static struct bs_source matrix_subject(struct bs_quoting *q, struct bs_cue *c)
{
	if (q->subject_known) return q->subject;
	struct bs_source s = bs_find_leading(q, skip_label(q, c->first), c->first);
	if (s.last > s.first) return s;
	uint32_t comma = c->head;
	while (comma < q->unit_count && !bs_unit_mark(q, comma, ',') &&
	       !(comma > c->head && ends_aside(q, comma - 1)))
		comma++;
	c->limit = comma;
	return bs_find_leading(q, comma, q->unit_count);
}

/* "a sign saying", but "issued a statement saying" is the issuer's. */
static bool follows_noun(const struct bs_quoting *q, uint32_t before)
{
	const struct bs_unit *u = &q->units[before];
	const struct bs_token *t = &q->tokens[u->token];
	if (u->stretch != BS_NONE || t->kind != BS_WORD || bs_unit_is(u, BS_LIST_SPEECH_NOUN))
		return false;
	return u->mention != BS_NONE && q->article->mentions[u->mention].kind != BS_PRONOUN;
}

/* "..., with Ann Bell saying": a mention behind "with". */
static bool stands_with(const struct bs_quoting *q, uint32_t unit)
{
	uint32_t mention = q->units[unit].mention;
	if (mention == BS_NONE) return false;
	while (unit > q->solid && q->units[unit - 1].mention == mention) unit--;
	return unit > q->solid && bs_unit_text(q, unit - 1, "with");
}

enum { LONGEST_WITH = 8 }; /* units of "many of her neighbours" */

/* "..., with the council saying", "with several of them urging": the unit behind "with", or BS_NONE.
 * Who neither stands behind a comma nor is a number of people is spoken to, and does not speak. */
static uint32_t find_with(const struct bs_quoting *q, uint32_t verb)
{
	static const char *const counts[] = {"one",  "many", "some",    "several", "most",
					     "both", "all",  "another", "others",  "few"};
	uint32_t low = verb > q->solid + LONGEST_WITH ? verb - LONGEST_WITH : q->solid;
	for (uint32_t i = verb; i-- > low && bs_unit_word(q, i);) {
		if (q->units[i].mention == BS_NONE && bs_is_verbal(q, i)) break;
		if (i + 1 < verb && bs_unit_ends(q, i, "ing")) break;
		if (!bs_unit_text(q, i, "with")) continue;
		bool many = bs_unit_any(q, i + 1, counts, sizeof counts / sizeof *counts);
		return i + 1 < verb && (many || (i > 0 && bs_is_comma(q, i - 1))) ? i + 1 : BS_NONE;
	}
	return BS_NONE;
}

/* "Ann Bell [this past week] announced": the unit where the time begins, or that of the verb. */
static uint32_t time_start(const struct bs_quoting *q, uint32_t verb)
{
	static const char *const words[] = {"last", "this", "past", "earlier"};
	uint32_t i = verb - 1;
	if (verb < q->solid + 3 ||
	    !(bs_unit_in(q, i, BS_LIST_TIME_UNIT) || bs_unit_in(q, i, BS_LIST_DAY_PART) ||
	      bs_unit_in(q, i, BS_LIST_WEEKDAY) || bs_unit_in(q, i, BS_LIST_MONTH)))
		return verb;
	while (i > q->solid + 1 && bs_unit_any(q, i - 1, words, sizeof words / sizeof *words)) i--;
	return i + 1 < verb ? i : verb;
}

/* The subject of the cue and where it begins; for saying, to say and a verb
 * joined by "and" it is that of the verb before. */
static void find_speaker(struct bs_quoting *q, struct bs_cue *c)
{
	c->start = c->first;
	uint32_t verb = time_start(q, c->first);
	uint32_t before = verb > q->solid ? verb - 1 : BS_NONE;
	bool joined = before != BS_NONE &&
		      (bs_unit_text(q, before, "and") || bs_unit_text(q, before, "but"));
	uint32_t with = c->form == BS_ING && !c->be ? find_with(q, c->first) : BS_NONE;
	if (with != BS_NONE) {
		c->source = bs_read_phrase(q, with, bs_head_end(q, with, c->first));
		if (!bs_nobody(&c->source)) return;
	}
	if (c->form == BS_ING && !c->be && before != BS_NONE && follows_noun(q, before)) {
		if (stands_with(q, before)) {
			c->source = bs_from_mention(q, before);
			return;
		}
		c->source = bs_find_subject(q, q->solid, c->first, &c->start);
		if (!bs_nobody(&c->source)) return;
	}
	if ((c->form == BS_ING && !c->be) || c->infinitive || joined) {
		c->start = c->first;
		c->borrowed = true;
		c->source = matrix_subject(q, c);
		return;
	}
	c->source = bs_find_subject(q, q->solid, verb, &c->start);
	if (bs_nobody(&c->source) &&
	    ((before != BS_NONE && bs_unit_mark(q, before, ',')) ||
	     (c->start > q->solid &&
	      (bs_unit_text(q, c->start - 1, "and") || bs_unit_text(q, c->start - 1, "but"))))) {
		c->source = matrix_subject(q, c);
		c->borrowed = true;
	}
}

static bool is_passive(const struct bs_cue *c)
{
	return c->be && (c->form == BS_PAST || c->form == BS_PARTICIPLE);
}

/* Passes over the particle of "pointed out" and "hit back"; false for "hit" without one. */
static bool read_particle(const struct bs_quoting *q, struct bs_cue *c)
{
	static const uint64_t particle =
		(uint64_t)1 << BS_LIST_CUE_OUT | (uint64_t)1 << BS_LIST_CUE_BACK;
	uint32_t next = c->head + 1;
	bool has = (bs_unit_in(q, c->head, BS_LIST_CUE_OUT) && bs_unit_text(q, next, "out")) ||
		   (bs_unit_in(q, c->head, BS_LIST_CUE_BACK) && bs_unit_text(q, next, "back"));
	if (bs_unit_text(q, next, "up") || bs_unit_text(q, next, "off")) return false; /* show up */
	c->end = has && !bs_unit_text(q, next + 1, "of") ? next + 1 : next;
	return c->end > next || q->units[c->head].lists & bs_cue_lists & ~particle;
}

/* "Nobody said", "no resident said". */
static bool is_no_one(const struct bs_quoting *q, const struct bs_source *source)
{
	static const char *const words[] = {"nobody", "none", "neither"};
	const struct bs_token *t = &q->tokens[source->first];
	const char *text = q->article->document.text;
	if (bs_nobody(source)) return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (bs_token_text(t, text, words[i])) return true;
	return bs_token_text(t, text, "no") && t[1].kind == BS_WORD; /* not "No 10" */
}

/* "Leeds Crown Court heard", but no other heard to tell of it. */
static bool is_listener(const struct bs_quoting *q, const struct bs_cue *c)
{
	static const char *const bodies[] = {"court",     "inquest",  "inquiry", "jury",
					     "hearing",   "tribunal", "jurors",  "trial",
					     "committee", "panel"};
	if (!bs_unit_text(q, c->head, "heard")) return false;
	for (uint32_t i = c->start; i < c->first; i++)
		if (bs_unit_any(q, i, bodies, sizeof bodies / sizeof *bodies)) return false;
	return true;
}

bool bs_read_cue(struct bs_quoting *q, uint32_t unit, struct bs_cue *c)
{
	*c = (struct bs_cue){.head = unit, .form = bs_cue_form(q, unit), .limit = BS_NONE};
	if (!read_particle(q, c)) return false;
	read_group(q, c);
	read_quoted_as(q, c);
	if (c->first < q->taken || !is_verb(q, c) || is_passive(c)) return false;
	find_speaker(q, c);
	return !is_no_one(q, &c->source) && !is_listener(q, c);
}
