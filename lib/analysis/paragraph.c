#include "analysis/article.h"
#include "analysis/furniture.h"
#include "analysis/line.h"
#include "base/utf8.h"

#include <string.h>

enum {
	LONGEST_TITLE = 30,    /* words */
	LONGEST_HEADLINE = 16, /* words, of a related story's */
	LONGEST_HEADING = 5,   /* words, of a section's */
	SHORTEST_PROSE = 8,    /* words that the article proper begins with */
	SHORTEST_TITLE = 3,
	LONGEST_PULL_QUOTE = 50,
	MOST_INTERRUPTING = 4 /* paragraphs between two of one quotation */
};

/* ---- What a paragraph looks like ---- */

struct look {
	enum bs_furniture furniture;
	uint32_t words;
	bool finished; /* ends as a sentence does */
	bool leads_on; /* ends with a colon */
	bool item;
	bool several;                 /* sentences, by a stop inside */
	bool begins_quote, ends_open; /* begins with a quotation mark; leaves a quotation open */
	bool holds_quote;             /* opens and closes one */
	bool marked;                  /* holds a mark that may be one of quotation */
	bool grammatical;             /* has the small words that headlines leave out */
	bool quoted;                  /* all of it between marks of quotation */
};

static bool opens_quote(const struct bs_token *t)
{
	return bs_token_mark(t, 0x201C) || bs_token_mark(t, '"') || bs_token_mark(t, 0x2018) ||
	       bs_token_mark(t, '\'');
}

/* Is token i the stop after a plain word, with a new sentence after it? */
static bool ends_inside(const struct bs_article *a, uint32_t i, uint32_t last)
{
	const struct bs_token *t = &a->tokens.at[i];
	return i + 1 < last && bs_token_mark(t, '.') && t[-1].kind == BS_WORD &&
	       !(t[-1].flags & BS_CAPITAL) && (t[1].flags & BS_SPACE) && (t[1].flags & BS_CAPITAL);
}

/* Is this a small word that headlines leave out? */
static bool reads_as_prose(const struct bs_token *t, bool follows)
{
	int value = bs_word_value(t->word, BS_LIST_LEFT_OUT);
	return value == 'v' ? follows && !bs_token_is(t - 1, BS_LIST_PRONOUN) : value != 0;
}

static bool ends_clause(const struct bs_token *t)
{
	return bs_token_mark(t, '.') || bs_token_mark(t, ',') || bs_token_mark(t, '?') ||
	       bs_token_mark(t, '!') || bs_token_mark(t, ';');
}

/* A single mark before a word that is not also an apostrophe: 'We, not '20s. */
static bool opens_single(const struct bs_token *t)
{
	return (bs_token_mark(t, '\'') || bs_token_mark(t, 0x2018)) && (t->flags & BS_SPACE) &&
	       t[1].kind == BS_WORD && !(t[1].flags & BS_SPACE);
}

/* A single mark beside a stop or a comma, as no possessive is. */
static bool closes_single(const struct bs_token *t, bool follows)
{
	if (!(bs_token_mark(t, '\'') || bs_token_mark(t, 0x2019)) || (t->flags & BS_SPACE))
		return false;
	return (follows && ends_clause(t - 1)) || ends_clause(t + 1);
}

static struct look look_at(const struct bs_article *a, const struct bs_paragraph *p)
{
	const struct bs_token *t = a->tokens.at;
	struct look look = {.finished = bs_is_finished(a, p->first, p->last),
			    .leads_on = bs_token_mark(&t[p->last - 1], ':'),
			    .item = bs_is_item(a, p->first, p->last),
			    .begins_quote = opens_quote(&t[p->first])};
	bool doubles = false;
	look.words = p->last - p->first;
	for (uint32_t i = p->first; i < p->last && !look.grammatical; i++)
		look.grammatical = t[i].kind != BS_MARK && reads_as_prose(&t[i], i > p->first);
	for (const uint32_t *m = a->tokens.marks + p->first_mark; *m < p->last; m++) {
		uint32_t i = *m;
		if (t[i].kind != BS_MARK) continue;
		look.words--;
		look.several |= i > p->first && ends_inside(a, i, p->last);
		uint32_t mark = t[i].value;
		if (mark < 0x80 && mark != '"' && mark != '\'' && mark != '`') continue;
		look.marked = true;
		bool straight = bs_token_mark(&t[i], '"');
		bool opening = bs_token_mark(&t[i], 0x201C) || (straight && !look.ends_open);
		bool closing = bs_token_mark(&t[i], 0x201D) || straight;
		doubles |= opening || closing;
		if (opening || (!doubles && opens_single(&t[i]))) {
			look.ends_open = true;
		} else if (closing || (!doubles && closes_single(&t[i], i > p->first))) {
			look.holds_quote |= look.ends_open;
			look.ends_open = false;
		}
	}
	look.quoted = look.begins_quote && look.words > 1 && t[p->last - 1].kind == BS_MARK &&
		      !look.finished;
	look.furniture = bs_find_furniture(a, p->first, p->last, look.words);
	return look;
}

static bool is_prose(const struct look *l)
{
	return l->furniture == BS_NO_FURNITURE && l->finished &&
	       (l->words >= SHORTEST_PROSE || l->begins_quote || l->leads_on || l->grammatical);
}

static bool may_be_headline(const struct look *l)
{
	return l->furniture == BS_NO_FURNITURE && !l->finished && !l->several && !l->item &&
	       (!l->begins_quote || (l->quoted && l->words <= LONGEST_HEADING));
}

/* ---- Roles ---- */

static void mark_furniture(struct bs_article *a, const struct look *looks)
{
	bool links = false, rest = false;
	for (size_t i = 0; i < a->paragraph_count; i++) {
		struct bs_paragraph *p = &a->paragraphs[i];
		enum bs_furniture kind = looks[i].furniture;
		bool late = a->tokens.at[p->first].start > a->document.text_length / 2;
		if (kind == BS_NO_FURNITURE &&
		    (looks[i].finished || looks[i].words > LONGEST_HEADLINE))
			links = false;
		links |= kind == BS_FURNITURE_LINKS;
		rest |= kind == BS_FURNITURE_REST && late;
		if (kind != BS_NO_FURNITURE || links || rest) p->role = BRAD_ROLE_FURNITURE;
	}
}

static void take_title(struct bs_article *a, struct bs_paragraph *p)
{
	size_t start = a->tokens.at[p->first].start, end = a->tokens.at[p->last - 1].end;
	a->title = bs_arena_copy(&a->arena, a->document.text + start, end - start);
	p->role = BRAD_ROLE_TITLE;
}

/* Does a paragraph repeat the title that came with the document, or its beginning? */
static bool is_given_title(struct bs_article *a, const struct bs_paragraph *p)
{
	size_t start = a->tokens.at[p->first].start, length = a->tokens.at[p->last - 1].end - start;
	size_t given = strlen(a->document.title);
	char *mine = bs_arena_take(&a->scratch, 4 * length + 4);
	char *theirs = bs_arena_take(&a->scratch, 4 * given + 4);
	length = bs_fold(a->document.text + start, length, mine);
	given = bs_fold(a->document.title, given, theirs);
	return memcmp(mine, theirs, length < given ? length : given) == 0;
}

static bool may_be_title(struct bs_article *a, const struct bs_paragraph *p, const struct look *l)
{
	if (p->role != BRAD_ROLE_BODY || l->leads_on || l->item || l->several) return false;
	if (l->words < SHORTEST_TITLE || l->words > LONGEST_TITLE) return false;
	if (l->finished && (l->grammatical || bs_token_mark(&a->tokens.at[p->last - 1], '.')))
		return false;
	return !a->document.title || is_given_title(a, p);
}

/* Finds the headline above the first prose: the first line that is longer than a label, or the
 * first that is more than a word or two.  Returns the first paragraph whose role is still open. */
static size_t mark_title(struct bs_article *a, const struct look *looks)
{
	size_t prose = 0, title = a->paragraph_count;
	while (prose < a->paragraph_count &&
	       !(is_prose(&looks[prose]) || looks[prose].words > LONGEST_TITLE))
		prose++;
	if (prose == a->paragraph_count) return prose;
	for (size_t i = 0; i < prose && !(title < i && looks[title].words >= LONGEST_HEADING); i++)
		if (may_be_title(a, &a->paragraphs[i], &looks[i]) &&
		    (title == a->paragraph_count || looks[i].words >= LONGEST_HEADING))
			title = i;
	if (title == a->paragraph_count) return a->document.title ? 0 : prose;
	take_title(a, &a->paragraphs[title]);
	for (size_t i = 0; i < prose; i++)
		if (a->paragraphs[i].role == BRAD_ROLE_BODY && may_be_headline(&looks[i]) &&
		    looks[i].words < (i < title ? SHORTEST_TITLE : LONGEST_HEADING))
			a->paragraphs[i].role = BRAD_ROLE_FURNITURE;
	return prose;
}

/* Is a line without a full stop part of a list: after a line that introduces it, or next to
 * another such line? */
static bool is_in_list(const struct bs_article *a, const struct look *looks, size_t i)
{
	if (i > 0 && looks[i - 1].leads_on) return true;
	bool above = i > 0 && a->paragraphs[i - 1].role == BRAD_ROLE_BODY && !looks[i - 1].finished;
	bool below = i + 1 < a->paragraph_count && a->paragraphs[i + 1].role == BRAD_ROLE_BODY &&
		     !looks[i + 1].finished;
	return above || below;
}

static void mark_headlines(struct bs_article *a, const struct look *looks, size_t from)
{
	size_t unfinished = 0, all = 0;
	for (size_t i = from; i < a->paragraph_count; i++) {
		if (a->paragraphs[i].role != BRAD_ROLE_BODY) continue;
		unfinished += !looks[i].finished;
		all++;
	}
	if (unfinished * 5 > all * 2) return; /* the writer leaves stops out */
	for (size_t i = from; i < a->paragraph_count; i++) {
		struct bs_paragraph *p = &a->paragraphs[i];
		const struct look *l = &looks[i];
		if (p->role != BRAD_ROLE_BODY || !may_be_headline(l) ||
		    (l->grammatical && !l->quoted) || l->words > LONGEST_HEADLINE ||
		    is_in_list(a, looks, i))
			continue;
		bool last = i + 1 == a->paragraph_count;
		bool beside = last || a->paragraphs[i + 1].role == BRAD_ROLE_FURNITURE;
		p->role = l->words <= LONGEST_HEADING && !beside ? BRAD_ROLE_TITLE
								 : BRAD_ROLE_FURNITURE;
	}
}

/* What is told of a picture has no stop. */
static bool is_caption(const struct look *l)
{
	return !l->finished && !l->begins_quote && !l->leads_on && l->words <= LONGEST_PULL_QUOTE;
}

/* May a paragraph stand between two of one quotation, which is open or not, without ending it? */
static bool may_interrupt(const struct bs_paragraph *p, const struct look *l, bool open)
{
	if (p->role != BRAD_ROLE_BODY || is_caption(l)) return true;
	return open && !l->begins_quote && !l->ends_open && !l->leads_on && l->finished &&
	       l->holds_quote && l->words <= LONGEST_PULL_QUOTE;
}

static void mark_interruptions(struct bs_article *a, const struct look *looks)
{
	for (size_t i = 0; i + 2 < a->paragraph_count; i++) {
		bool open = looks[i].ends_open;
		if (a->paragraphs[i].role != BRAD_ROLE_BODY || !(open || looks[i].begins_quote))
			continue;
		size_t next = i + 1, prose = 0;
		while (next < a->paragraph_count && next - i <= MOST_INTERRUPTING &&
		       may_interrupt(&a->paragraphs[next], &looks[next], open)) {
			prose += a->paragraphs[next].role == BRAD_ROLE_BODY && looks[next].finished;
			next++;
		}
		if (next == a->paragraph_count || !looks[next].begins_quote || prose > 1) continue;
		for (size_t k = i + 1; k < next; k++) a->paragraphs[k].interrupts = true;
	}
}

void bs_find_paragraphs(struct bs_article *a)
{
	if (a->tokens.count == 0) return;
	bs_join_lines(a);
	struct look *looks = bs_arena_take(&a->scratch, a->paragraph_count * sizeof *looks);
	for (size_t i = 0; i < a->paragraph_count; i++) {
		looks[i] = look_at(a, &a->paragraphs[i]);
		a->paragraphs[i].marked = looks[i].marked;
	}
	mark_furniture(a, looks);
	size_t open = mark_title(a, looks);
	bs_mark_repeats(a);
	mark_headlines(a, looks, open);
	mark_interruptions(a, looks);
}
