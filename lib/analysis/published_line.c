#include "analysis/published.h"
#include "base/utf8.h"

enum {
	LINE = 300,     /* bytes of a line that are looked at */
	PROSE = 160,    /* bytes that make a line prose, in which no header stands */
	PARAGRAPHS = 10 /* of prose, after which no header stands either */
};

/* How many small letters follow? */
static size_t small_letters(const char *text, size_t at, size_t end)
{
	size_t n = 0;
	while (at + n < end && text[at + n] >= 'a' && text[at + n] <= 'z') n++;
	return n;
}

/* "LomasPublished", "again?Monday", "2016Updated", "Published22", "2020timer":
 * scraping lost a line's end or a space there.  Returns what to put back. */
static char lost_space(const char *text, size_t start, size_t at, size_t end)
{
	char a = text[at - 1], b = text[at];
	bool digit_a = a >= '0' && a <= '9', small_a = a >= 'a' && a <= 'z';
	bool stop_a = (a == '.' || a == '?' || a == '!') && at - start > 4;
	if (b >= 'A' && b <= 'Z' && small_letters(text, at + 1, end))
		return digit_a || small_a || stop_a ? '\n' : '\0';
	if (digit_a && small_letters(text, at, end) > 2) return ' ';
	return small_a && b >= '0' && b <= '9' ? ' ' : '\0';
}

static void take_apart(struct bs_published_scan *s, size_t start, size_t end)
{
	const char *text = s->article->document.text;
	char *copy = bs_arena_alloc(&s->article->scratch, 2 * (end - start) + 1);
	size_t n = 0;
	for (size_t i = start; i < end; i++) {
		char lost = i > start ? lost_space(text, start, i, end) : '\0';
		if (lost) copy[n++] = lost;
		copy[n++] = text[i];
	}
	s->text = copy;
	bs_tokenize(&s->article->scratch, copy, n, &s->line);
}

static const struct bs_token *at(const struct bs_published_scan *s, size_t i)
{
	return &s->line.at[i < s->line.count ? i : s->line.count];
}

/* A word of prose: in small letters and none of those that stand beside a date. */
static bool is_lower_word(const struct bs_token *t)
{
	return t->kind == BS_WORD && !(t->flags & BS_CAPITAL) &&
	       !bs_token_is(t, BS_LIST_DATE_LABEL);
}

static int lower_words(const struct bs_published_scan *s, size_t first, size_t last)
{
	int n = 0;
	for (size_t i = first; i < last; i++) n += is_lower_word(at(s, i));
	return n;
}

static int words(const struct bs_published_scan *s, size_t first, size_t last)
{
	int n = 0;
	for (size_t i = first; i < last; i++) n += at(s, i)->kind == BS_WORD;
	return n;
}

static void keep(struct bs_published_scan *s, enum bs_day_evidence e, brad_date date)
{
	if (!s->found[e].year) s->found[e] = date;
}

/* A line with only a weekday and a day may show when the page was looked at. */
static bool is_masthead(const struct bs_published_scan *s, size_t first, size_t last)
{
	return first == 0 && last == s->line.count && bs_token_is(at(s, 0), BS_LIST_WEEKDAY);
}

/* A line in a list of other articles: "1 May 2023: Storm hits". */
static bool heads_a_title(const struct bs_published_scan *s, size_t first, size_t last)
{
	return first == 0 && bs_token_mark(at(s, last), ':') && words(s, last, s->line.count) > 0;
}

/* The part of a line that holds a token, after lost line ends have been put back. */
static void piece_of(const struct bs_published_scan *s, size_t i, size_t *first, size_t *last)
{
	for (*first = i; *first > 0 && !(at(s, *first)->flags & BS_LINE);) --*first;
	for (*last = i + 1; *last < s->line.count && !(at(s, *last)->flags & BS_LINE);) ++*last;
}

static bool is_header(const struct bs_published_scan *s, size_t first, size_t last)
{
	size_t from, to;
	piece_of(s, first, &from, &to);
	if (s->prose >= PARAGRAPHS || heads_a_title(s, first, last)) return false;
	bool stop = bs_token_mark(at(s, to - 1), '.') && words(s, from, to) > 6;
	bool quoted_post = bs_token_mark(at(s, 0), 0x2014);
	return !stop && !quoted_post && lower_words(s, from, to) <= 1 && words(s, from, to) <= 16;
}

/* A label belongs to a date if there is little but a time between them. */
static bool label_holds(const struct bs_published_scan *s, size_t first)
{
	return s->label && lower_words(s, 0, first) <= 2;
}

/* "OTLEY, 15 June (Wire) -": a day at the start of the text, which gets its year from the same
 * day further on. */
static void note_dateline(struct bs_published_scan *s, size_t first, size_t last, brad_date date)
{
	bool opens = first > 0 && first < 6 && bs_token_mark(at(s, first - 1), ',') &&
		     at(s, 0)->flags & BS_CAPITAL;
	bool closes = bs_token_mark(at(s, last), '(') || bs_token_mark(at(s, last), '-') ||
		      bs_token_mark(at(s, last), 0x2013) || bs_token_mark(at(s, last), 0x2014);
	if (opens && closes && !s->dateline.day) s->dateline = date;
}

static void weigh(struct bs_published_scan *s, size_t first, size_t last, brad_date date)
{
	int label = label_holds(s, first) ? s->label : 0;
	if (!date.year) note_dateline(s, first, last, date);
	if (date.year < 1900) return;
	if (date.month == s->dateline.month && date.day == s->dateline.day)
		keep(s, BS_DAY_HEADER, date);
	switch (label) {
	case 'P': keep(s, BS_DAY_PUBLISHED, date); break;
	case 'U': keep(s, BS_DAY_UPDATED, date); break;
	case 'S': keep(s, BS_DAY_SCRAPED, date); break;
	case 'N': break;
	default:
		if (!s->label && is_header(s, first, last))
			keep(s,
			     is_masthead(s, first, last) ? BS_DAY_MASTHEAD
			     : s->bylines > 0            ? BS_DAY_BESIDE_TITLE
							 : BS_DAY_HEADER,
			     date);
	}
}

static bool is_copyright(const struct bs_published_scan *s)
{
	for (size_t i = 0; i < s->line.count; i++) {
		if (bs_token_mark(at(s, i), 0xA9) ||
		    bs_token_text(at(s, i), s->text, "copyright") ||
		    bs_token_text(at(s, i), s->text, "reserved"))
			return true;
	}
	return false;
}

/* "Published 22 hours ago" */
static void read_relative(struct bs_published_scan *s, size_t i)
{
	const struct bs_token *n = at(s, i), *unit = at(s, i + 1);
	if (s->label != 'P' || n->kind != BS_NUMBER || n->value > 365) return;
	if (bs_word_value(at(s, i + 2)->word, BS_LIST_TIME_WORD) != 'a') return;
	int code = bs_word_value(unit->word, BS_LIST_TIME_UNIT) | 0x20;
	if (code == 'h') s->hours_ago = (int)n->value;
	if (code == 'd') s->hours_ago = (int)n->value * 24;
	if (code == 'w') s->hours_ago = (int)n->value * 24 * 7;
}

static void read_line(struct bs_published_scan *s)
{
	struct bs_article line = {.document = {.text = s->text}, .tokens = s->line};
	struct bs_timex_scan *scan = &s->scan;
	bool dated = false, labelled = false;
	s->label = s->carried;
	s->carried = 0;
	if (is_copyright(s)) return;
	scan->article = &line;
	bs_timex_look(scan, &s->article->scratch, &s->line, s->text);
	for (size_t i = 0; i < s->line.count;) {
		brad_date date;
		int label = bs_word_value(at(s, i)->word, BS_LIST_DATE_LABEL);
		if (label && label != 'W') s->label = label, labelled = true;
		uint32_t n = bs_timex_day(scan, (uint32_t)i, &date);
		read_relative(s, i);
		if (n) {
			weigh(s, i, i + n, date);
			dated |= date.year != 0;
			if (s->label == 'S' && at(s, i + n)->kind == BS_NUMBER)
				s->scraped_at = (int)at(s, i + n)->value + 1;
		}
		i += n ? n : 1;
	}
	if (!dated && labelled && words(s, 0, s->line.count) <= 4) s->carried = s->label;
}

static bool has_digit(const char *text, size_t start, size_t end)
{
	for (; start < end; start++)
		if (text[start] >= '0' && text[start] <= '9') return true;
	return false;
}

/* "- Published7 January 2019": below an article, a list tells the days of others. */
static bool is_of_another(const struct bs_article *a, size_t start, size_t end)
{
	if (start < a->document.text_length / 2 || end == start) return false;
	size_t n;
	uint32_t c = bs_utf8_at(a->document.text, start, end, &n);
	return c == '-' || c == '*' || c == 0x2022;
}

void bs_published_line(struct bs_published_scan *s, size_t start, size_t end)
{
	const char *text = s->article->document.text;
	size_t length = end - start;
	if (is_of_another(s->article, start, end)) return;
	bool prose = length > PROSE;
	if (length > LINE) {
		end = start + LINE;
		while (((unsigned char)text[end] & 0xC0) == 0x80) end--;
	}
	bool label = length <= 40 && length > 5 && !has_digit(text, start, end);
	if ((has_digit(text, start, end) || label) && length) {
		take_apart(s, start, end);
		read_line(s);
	}
	s->prose += prose;
}
