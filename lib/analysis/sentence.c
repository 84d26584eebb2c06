#include "analysis/article.h"
#include "analysis/boundary.h"

#include <string.h>

/* Where the pass stands in a paragraph. */
struct walk {
	struct bs_article *article;
	struct bs_stretch at;
	uint32_t paragraph;
	const uint32_t *mark; /* the first in tokens.marks that was not passed */
	uint32_t piece_end;   /* past the piece without white space that at.address tells of */
	uint32_t item;        /* the number of the list item that the sentence is, 0 for none */
	bool item_by_letter;  /* it is a letter: a is 1 */
};

static bool spaced(const struct bs_token *t)
{
	return t->flags & (BS_SPACE | BS_LINE);
}

static bool is_stop(const struct bs_token *t)
{
	if (t->kind != BS_MARK) return false;
	return t->value == '.' || t->value == '?' || t->value == '!' || t->value == 0x2026 ||
	       t->value == 0x3002;
}

static bool is_bullet(const struct bs_token *t)
{
	if (t->kind != BS_MARK || t->value < 0x2022) return false;
	return t->value == 0x2022 || t->value == 0x2023 || t->value == 0x2043 ||
	       t->value == 0x25AA || t->value == 0x25CF || t->value == 0x25E6;
}

/* Keeps track of double quotation marks. */
static void note_quote(struct bs_stretch *w, const struct bs_token *t)
{
	if (bs_token_mark(t, '"')) w->quoted = !w->quoted;
	if (bs_token_mark(t, 0x201C)) w->quoted = true;
	if (bs_token_mark(t, 0x201D)) w->quoted = false;
}

/* A straight mark after a stop closes if it touches the stop and not the next
 * word, or if it stands alone while a quotation is open. */
static bool closes_straight(const struct bs_stretch *w, uint32_t i)
{
	const struct bs_token *t = &w->tokens[i];
	bool alone = i + 1 >= w->last || spaced(t + 1) || t[1].kind == BS_MARK;
	if (bs_token_mark(t, '"') && w->quoted) return alone || !spaced(t);
	return alone && !spaced(t);
}

/* Does this mark after a stop close something, and so belong to the sentence? */
static bool closes(const struct bs_stretch *w, uint32_t i)
{
	const struct bs_token *t = &w->tokens[i];
	if (bs_token_mark(t, '"') || bs_token_mark(t, '\'')) return closes_straight(w, i);
	if (bs_token_mark(t, 0x201D) || bs_token_mark(t, 0xBB)) return true;
	return !spaced(t) && (bs_token_mark(t, 0x2019) || bs_token_mark(t, ')') ||
			      bs_token_mark(t, ']') || bs_token_mark(t, '}'));
}

static bool is_bracket(const struct bs_token *t)
{
	return bs_token_mark(t, ')') || bs_token_mark(t, ']') || bs_token_mark(t, '}');
}

/* Returns the token after full stops with spaces between them, such as ". . .", from token i. */
static uint32_t skip_spaced_stops(const struct bs_stretch *w, uint32_t i)
{
	while (i < w->last && bs_token_mark(&w->tokens[i], '.')) i++;
	return i;
}

/* Reads the stop at token i, and the marks that close after it. */
static struct bs_stop take_stop(struct bs_stretch *w, uint32_t i)
{
	struct bs_stop stop = {.first = i};
	const struct bs_token *t = w->tokens;
	for (;;) {
		uint32_t from = i;
		for (; i < w->last && is_stop(&t[i]) && (i == stop.first || !spaced(&t[i])); i++) {
			stop.asks |= bs_token_mark(&t[i], '?') || bs_token_mark(&t[i], '!');
			stop.ellipsis |=
				bs_token_mark(&t[i], 0x2026) || (i > from && t[i].value == '.');
		}
		if (from == stop.first && i < w->last && bs_token_mark(&t[i], '.')) {
			/* ". . ." is one ellipsis; "done. . . . The" a stop and one. */
			uint32_t end = skip_spaced_stops(w, i);
			bool closed = end == w->last || closes(w, end);
			stop.omits = w->quoted && !closed;
			if (spaced(&t[stop.first]) || closed || w->quoted) i = end;
			stop.ellipsis = i == end;
		}
		uint32_t marks = i;
		for (; i < w->last && closes(w, i); i++) {
			stop.closed |= !is_bracket(&t[i]);
			stop.bracketed |= is_bracket(&t[i]);
			note_quote(w, &t[i]);
		}
		if (i == marks || i == w->last || !is_stop(&t[i]) || spaced(&t[i])) break;
	}
	stop.after = i;
	return stop;
}

static void end_sentence(struct walk *w, uint32_t end)
{
	struct bs_article *a = w->article;
	*BS_PLACE(&a->scratch, a->sentence_tokens, a->sentence_count) = (struct bs_sentence_tokens){
		.first = w->at.begin, .last = end, .paragraph = w->paragraph};
	w->at.begin = end;
	w->at.wordy = false;
}

/* Reads the mark of a list item at token i: "1.", "2)", "3.)", "b.".  Returns
 * the token after it, or i if there is none. */
static uint32_t read_item(const struct bs_stretch *w, uint32_t i, uint32_t *number, bool *by_letter)
{
	const struct bs_token *t = &w->tokens[i];
	char letter = w->text[t->start];
	*by_letter = t->kind == BS_WORD;
	if (t->kind == BS_NUMBER && !(t->flags & BS_LETTERS) && t->value < 100)
		*number = t->value;
	else if (t->kind == BS_WORD && t->end - t->start == 1 && letter >= 'a' && letter <= 'z')
		*number = (uint32_t)(letter - 'a' + 1);
	else
		return i;
	uint32_t end = i + 1;
	if (end < w->last && bs_token_mark(&t[1], '.') && !spaced(&t[1])) end++;
	if (end < w->last && bs_token_mark(&w->tokens[end], ')') && !spaced(&w->tokens[end])) end++;
	bool spaced_after = end < w->last && spaced(&w->tokens[end]);
	return end > i + 1 && spaced_after ? end : i;
}

/* "Image: Name" after a caption that has no stop. */
static bool begins_credit(const struct walk *w, uint32_t i)
{
	static const char *const words[] = {"image", "photo", "picture", "photograph"};
	const struct bs_token *t = &w->at.tokens[i];
	if (!(t->flags & BS_CAPITAL) || !bs_token_mark(t + 1, ':') ||
	    (t[-1].kind == BS_MARK && t[-1].value != '.'))
		return false;
	for (size_t n = 0; n < sizeof words / sizeof *words; n++)
		if (bs_token_text(t, w->at.text, words[n])) return true;
	return false;
}

/* Does an item begin at token i that ends the sentence before it without a stop: after a bullet,
 * with the next number of the list that the sentence is part of, or with a credit? */
static bool begins_item(const struct walk *w, uint32_t i)
{
	const struct bs_token *t = &w->at.tokens[i];
	uint32_t number;
	bool by_letter;
	if (i == w->at.begin || !spaced(t)) return false;
	if (is_bullet(t) || begins_credit(w, i)) return true;
	return w->item && read_item(&w->at, i, &number, &by_letter) > i && number == w->item + 1 &&
	       by_letter == w->item_by_letter;
}

/* Skips a bullet and an item's number at the start of a sentence. */
static uint32_t begin_sentence(struct walk *w)
{
	uint32_t i = w->at.begin;
	w->item = 0;
	if (i < w->at.last && is_bullet(&w->at.tokens[i])) i++;
	if (i == w->at.last) return i;
	uint32_t number, after = read_item(&w->at, i, &number, &w->item_by_letter);
	if (after > i) w->item = number;
	w->at.wordy = after > i;
	return after;
}

/* Decides whether the piece of text without white space around token i is an address: it has @,
 * :// or www, or ends like a host or a file. */
static void look_at_piece(struct walk *w, uint32_t i)
{
	static const char *const tails[] = {"com", "org", "net",  "uk",  "gov", "edu",
					    "io",  "tv",  "html", "htm", "php", "pdf"};
	const struct bs_token *t = w->at.tokens;
	w->at.address = false;
	while (i > w->article->paragraphs[w->paragraph].first && !spaced(&t[i])) i--;
	uint32_t k = i;
	for (; k < w->at.last && (k == i || !spaced(&t[k])); k++) {
		bool three = t[k].kind == BS_WORD && t[k].end - t[k].start == 3;
		if (bs_token_mark(&t[k], '@') ||
		    (three && bs_token_text(&t[k], w->at.text, "www")) ||
		    (bs_token_mark(&t[k], ':') && bs_token_mark(&t[k + 1], '/') &&
		     bs_token_mark(&t[k + 2], '/')))
			w->at.address = true;
		if (k == i || t[k].kind != BS_WORD || !bs_token_mark(&t[k - 1], '.')) continue;
		for (size_t n = 0; n < sizeof tails / sizeof *tails; n++)
			w->at.address |= bs_token_text(&t[k], w->at.text, tails[n]);
	}
	w->piece_end = k;
}

/* Skips "08/17/2020 11:21 AM", of which token i is the first slash; i if it is none. */
static uint32_t skip_stamp(const struct bs_stretch *w, uint32_t i)
{
	static const char form[] = "/0/0 0:0"; /* as it goes on from there */
	const struct bs_token *t = w->tokens;
	if (i == w->begin || t[i - 1].kind != BS_NUMBER || !spaced(&t[i - 1])) return i;
	uint32_t k = i;
	for (const char *f = form; *f; f++) {
		bool space = *f == ' ';
		f += space;
		if (k >= w->last || spaced(&t[k]) != space) return i;
		if (*f == '0' ? t[k].kind != BS_NUMBER : !bs_token_mark(&t[k], (uint32_t)*f))
			return i;
		k++;
	}
	if (k + 1 < w->last && bs_token_mark(&t[k], ':') && t[k + 1].kind == BS_NUMBER) k += 2;
	bool half = bs_token_text(&t[k], w->text, "am") || bs_token_text(&t[k], w->text, "pm");
	return k < w->last && half && t[k].flags & BS_CAPITALS ? k + 1 : i;
}

/* A date and time in the middle of a line are between a byline and a text that scraping joined.
 * Returns the token to go on with. */
static uint32_t split_at_stamp(struct walk *w, uint32_t slash)
{
	const struct bs_token *t = w->at.tokens;
	uint32_t end = skip_stamp(&w->at, slash), first = slash - 1;
	if (end == slash) return slash + 1;
	bool led = first > w->at.begin && t[first - 1].kind == BS_WORD &&
		   !(t[first - 1].flags & BS_CAPITAL);
	if (end < w->at.last && (t[end].kind == BS_MARK || (led && !(t[end].flags & BS_CAPITAL))))
		return end;
	if (first > w->at.begin && !led) end_sentence(w, first);
	end_sentence(w, end);
	return begin_sentence(w);
}

/* "[...]", or dots inside a quotation, stand for words left out, and end nothing. */
static bool is_omission(const struct bs_stretch *w, const struct bs_stop *stop)
{
	if (stop->omits) return true;
	return stop->ellipsis && stop->bracketed && stop->first > w->begin &&
	       bs_token_mark(&w->tokens[stop->first - 1], '[');
}

/* Is it a word, or a mark that neither ends nor begins anything, as most are? */
static bool is_inside(const struct bs_token *t)
{
	switch (t->kind == BS_MARK ? t->value : ',') {
	case ',':
	case '-':
	case '\'':
	case '(':
	case ')':
	case 0x2013:
	case 0x2018:
	case 0x2019: return true;
	default: return false;
	}
}

/* The first mark from token i on that matters; the end of the paragraph if there is none. */
static uint32_t next_mark(struct walk *w, uint32_t i)
{
	while (*w->mark < w->at.last && (*w->mark < i || is_inside(&w->at.tokens[*w->mark])))
		w->mark++;
	return *w->mark < w->at.last ? *w->mark : w->at.last;
}

/* Skips words and commas from token i on, which end no sentence, but for the word before a colon. */
static uint32_t skip_words(struct walk *w, uint32_t i)
{
	uint32_t mark = next_mark(w, i);
	w->at.wordy = true;
	if (!bs_token_mark(&w->at.tokens[mark], ':') || !begins_item(w, mark - 1)) return mark;
	end_sentence(w, mark - 1);
	return begin_sentence(w);
}

static void split_paragraph(struct walk *w)
{
	uint32_t i = begin_sentence(w);
	while (i < w->at.last) {
		const struct bs_token *t = &w->at.tokens[i];
		if (t->kind != BS_MARK && !w->item) {
			i = skip_words(w, i);
			continue;
		}
		if (begins_item(w, i)) {
			end_sentence(w, i);
			i = begin_sentence(w);
			continue;
		}
		if (bs_token_mark(t, '/')) {
			i = split_at_stamp(w, i);
			continue;
		}
		if (!is_stop(t)) {
			note_quote(&w->at, t);
			w->at.wordy |= t->kind != BS_MARK;
			i++;
			continue;
		}
		struct bs_stop stop = take_stop(&w->at, i);
		i = stop.after;
		if (i < w->at.last && !spaced(&w->at.tokens[i]) && stop.first >= w->piece_end)
			look_at_piece(w, stop.first);
		if (is_omission(&w->at, &stop) || !bs_sentence_ends(&w->at, &stop)) continue;
		end_sentence(w, i);
		i = begin_sentence(w);
	}
	if (w->at.begin < w->at.last) end_sentence(w, w->at.last);
}

/* Makes the sentences.  Their number is known by now, as a growing list of them would take more
 * memory than everything else. */
static void publish(struct bs_article *a)
{
	size_t count = a->sentence_count;
	a->sentence_tokens =
		bs_arena_keep(&a->arena, a->sentence_tokens, count * sizeof *a->sentence_tokens);
	a->sentences = bs_arena_alloc(&a->arena, count * sizeof *a->sentences);
	for (size_t i = 0; i < count; i++) {
		const struct bs_sentence_tokens *st = &a->sentence_tokens[i];
		a->sentences[i].span =
			(brad_span){a->tokens.at[st->first].start, a->tokens.at[st->last - 1].end};
		a->sentences[i].role = a->paragraphs[st->paragraph].role;
	}
}

void bs_find_sentences(struct bs_article *article)
{
	for (size_t i = 0; i < article->paragraph_count; i++) {
		const struct bs_paragraph *p = &article->paragraphs[i];
		struct walk w = {.article = article,
				 .paragraph = (uint32_t)i,
				 .mark = article->tokens.marks + p->first_mark,
				 .piece_end = p->first};
		w.at = (struct bs_stretch){.text = article->document.text,
					   .tokens = article->tokens.at,
					   .begin = p->first,
					   .last = p->last};
		split_paragraph(&w);
	}
	publish(article);
}
