#include "analysis/speaker_words.h"

#include <string.h>

struct phrase {
	const struct bs_article *article;
	const struct bs_token *t; /* the article's tokens */
	uint32_t first, end;
};

static bool is_text(const struct phrase *p, uint32_t i, const char *word)
{
	return bs_token_text(&p->t[i], p->article->document.text, word);
}

static int grammar(const struct bs_token *t)
{
	return bs_word_value(t->word, BS_LIST_GRAMMAR_WORD);
}

static int noun(const struct bs_token *t)
{
	return bs_word_value(t->word, BS_LIST_SPEAKER_NOUN);
}

static bool is_hyphen(const struct phrase *p, uint32_t i)
{
	const struct bs_token *t = &p->t[i];
	return i + 1 < p->article->tokens.count &&
	       (bs_token_mark(t, '-') || bs_token_mark(t, 0x2010) || bs_token_mark(t, 0x2011)) &&
	       !((t->flags | t[1].flags) & BS_SPACE) && t[1].kind != BS_MARK;
}

/* The marks at its ends are no part of it, but for those of a user's name or of a sum. */
static void strip_marks(struct phrase *p)
{
	static const char kept[] = "@#$";
	while (p->first < p->end && p->t[p->first].kind == BS_MARK &&
	       !(p->t[p->first].value < 128 && strchr(kept, (int)p->t[p->first].value)) &&
	       !bs_token_mark(&p->t[p->first], 0xA3))
		p->first++;
	while (p->end > p->first && bs_token_mark(&p->t[p->end - 1], '-')) p->end--;
}

/* "A mother-[of-two]": what is cut within a compound gets the rest of it. */
static void take_compound(struct phrase *p)
{
	while (p->end < p->article->tokens.count && is_hyphen(p, p->end)) p->end += 2;
}

/* "A ", "the ", "One " before the rest; "one of us" is whole. */
static void skip_article(struct phrase *p)
{
	static const char *const articles[] = {"a", "an", "the", "one"};
	if (p->first + 1 >= p->end || is_text(p, p->first + 1, "of")) return;
	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
		if (is_text(p, p->first, articles[i])) {
			p->first++;
			return;
		}
}

/* "The screenshot [he] provided", "the book features [a] photograph": does a clause begin at i? */
static bool begins_clause(const struct phrase *p, uint32_t i)
{
	const struct bs_token *t = &p->t[i], *before = t - 1;
	if (t->kind != BS_WORD || before->kind != BS_WORD || grammar(before)) return false;
	if (bs_token_is(t, BS_LIST_AUXILIARY)) return !noun(t);
	if (bs_token_is(before, BS_LIST_PREPOSITION) || bs_token_is(before, BS_LIST_CARDINAL))
		return false;
	bool title = t[1].kind == BS_WORD && t[1].flags & BS_CAPITAL; /* "How I Met Ann" */
	return (bs_token_is(t, BS_LIST_PRONOUN) && !title) ||
	       (bs_token_is(t, BS_LIST_DETERMINER) && !(t->flags & BS_CAPITAL)) ||
	       is_text(p, i, "a") || is_text(p, i, "the");
}

/* Ends it at the first comma, and at a clause. */
static void end_at_clause(struct phrase *p)
{
	for (uint32_t i = p->first + 1; i < p->end; i++) {
		const struct bs_token *t = &p->t[i];
		bool number = t[-1].kind == BS_NUMBER && !(t->flags & BS_SPACE) && i + 1 < p->end &&
			      t[1].kind == BS_NUMBER;
		if ((bs_token_mark(t, ',') && !number) || begins_clause(p, i)) {
			p->end = i;
			return;
		}
	}
}

/* "Winemaker", "gymgoers", "paediatrician": is the word made as those for people are? */
static bool is_agent(const struct phrase *p, uint32_t i)
{
	static const char *const ends[] = {"er",  "ers",  "or",    "ors", "ist",   "ists",
					   "ian", "ians", "woman", "man", "women", "men"};
	const struct bs_token *t = &p->t[i];
	size_t length = t->end - t->start;
	if (t->kind != BS_WORD || bs_token_is(t, BS_LIST_ADVERB)) return false;
	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
		size_t n = strlen(ends[k]);
		if (length > n + 3 &&
		    memcmp(p->article->document.text + t->end - n, ends[k], n) == 0)
			return true;
	}
	return false;
}

/* Does it tell of one who speaks, by a noun known for it or made like one? */
static bool tells_speaker(const struct phrase *p)
{
	for (uint32_t i = p->first; i < p->end; i++)
		if (noun(&p->t[i]) || bs_token_mark(&p->t[i], '@')) return true;
	return is_agent(p, p->end - 1);
}

/* "Whenever there were tests", "you", "the teachers'": what no name begins or ends with. */
static bool is_fragment(const struct phrase *p)
{
	const struct bs_token *first = &p->t[p->first], *last = &p->t[p->end - 1];
	return bs_token_is(first, BS_LIST_SUBORDINATOR) || bs_token_is(first, BS_LIST_PRONOUN) ||
	       is_text(p, p->first, "and") || is_text(p, p->first, "but") ||
	       (last->flags & BS_POSSESSIVE) ||
	       (p->end - p->first > 1 && last->kind == BS_WORD && grammar(last) == 'f' &&
		grammar(last - 1) != 'p' && !(last->flags & BS_CAPITAL));
}

const char *bs_name_by_words(struct bs_article *article, uint32_t first, uint32_t end, bool spoke,
			     bool *fit)
{
	struct phrase p = {article, article->tokens.at, first, end};
	*fit = false;
	strip_marks(&p);
	if (p.first >= p.end) return NULL;
	take_compound(&p);
	skip_article(&p);
	end_at_clause(&p);
	*fit = !is_fragment(&p) && (spoke || tells_speaker(&p));
	size_t from = p.t[p.first].start;
	return bs_arena_copy(&article->arena, article->document.text + from,
			     p.t[p.end - 1].end - from);
}
