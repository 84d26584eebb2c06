#include "analysis/timex.h"
#include "base/date.h"
#include "base/utf8.h"

#include <string.h>

/* How sure is it that a date is the article's?  The better first. */
enum evidence {
	PUBLISHED,
	ADDRESS,
	BESIDE_TITLE,
	HEADER,
	MASTHEAD,
	UPDATED,
	SCRAPED,
	EVIDENCE_COUNT
};

enum {
	LINE = 300,          /* bytes of a line that are looked at */
	PROSE = 160,         /* bytes that make a line prose, in which no header stands */
	PARAGRAPHS = 10,     /* of prose, after which no header stands either */
	SHORTEST_TITLE = 16, /* bytes of a title that no menu has by chance */
	COMPARED = 40,       /* of which so many are compared */
	BYLINES = 6          /* lines after the title in which the day may stand */
};

struct search {
	struct bs_article *article;
	brad_date found[EVIDENCE_COUNT];
	struct bs_tokens line; /* of the present one, taken apart */
	const char *text;
	brad_date dateline; /* "London, 15 June": without its year */
	int label;          /* that the words so far gave; P, U, N, S or 0 */
	int carried;        /* the label that the line before ended with */
	int hours_ago;      /* of "Published 22 hours ago"; 0 for none */
	int scraped_at;     /* the hour at which the copy was taken, plus 1 */
	struct bs_timex_scan scan;
	uint32_t prose; /* lines of prose so far */
	const char *title;
	size_t title_length;
	int bylines; /* lines that are left of those after the title */
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

static void take_apart(struct search *s, size_t start, size_t end)
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

static const struct bs_token *at(const struct search *s, size_t i)
{
	return &s->line.at[i < s->line.count ? i : s->line.count];
}

/* A word of prose: in small letters and none of those that stand beside a date. */
static bool is_lower_word(const struct bs_token *t)
{
	return t->kind == BS_WORD && !(t->flags & BS_CAPITAL) &&
	       !bs_token_is(t, BS_LIST_DATE_LABEL);
}

static int lower_words(const struct search *s, size_t first, size_t last)
{
	int n = 0;
	for (size_t i = first; i < last; i++) n += is_lower_word(at(s, i));
	return n;
}

static int words(const struct search *s, size_t first, size_t last)
{
	int n = 0;
	for (size_t i = first; i < last; i++) n += at(s, i)->kind == BS_WORD;
	return n;
}

static void keep(struct search *s, enum evidence e, brad_date date)
{
	if (!s->found[e].year) s->found[e] = date;
}

/* A weekday and a day with nothing else in the line may be the day on which the
 * page was looked at. */
static bool is_masthead(const struct search *s, size_t first, size_t last)
{
	return first == 0 && last == s->line.count && bs_token_is(at(s, 0), BS_LIST_WEEKDAY);
}

/* A line of a list of other articles: "1 May 2023: Storm hits". */
static bool heads_a_title(const struct search *s, size_t first, size_t last)
{
	return first == 0 && bs_token_mark(at(s, last), ':') && words(s, last, s->line.count) > 0;
}

/* The piece of the line, between line ends put back, that holds a token. */
static void piece_of(const struct search *s, size_t i, size_t *first, size_t *last)
{
	for (*first = i; *first > 0 && !(at(s, *first)->flags & BS_LINE);) --*first;
	for (*last = i + 1; *last < s->line.count && !(at(s, *last)->flags & BS_LINE);) ++*last;
}

static bool is_header(const struct search *s, size_t first, size_t last)
{
	size_t from, to;
	piece_of(s, first, &from, &to);
	if (s->prose >= PARAGRAPHS || heads_a_title(s, first, last)) return false;
	bool stop = bs_token_mark(at(s, to - 1), '.') && words(s, from, to) > 6;
	bool quoted_post = bs_token_mark(at(s, 0), 0x2014);
	return !stop && !quoted_post && lower_words(s, from, to) <= 1 && words(s, from, to) <= 16;
}

/* A label belongs to its date if hardly anything but a time stands between. */
static bool label_holds(const struct search *s, size_t first)
{
	return s->label && lower_words(s, 0, first) <= 2;
}

/* "OTLEY, 15 June (Wire) -": a day at the start of the text, whose year is that
 * of the same day further on. */
static void note_dateline(struct search *s, size_t first, size_t last, brad_date date)
{
	bool opens = first > 0 && first < 6 && bs_token_mark(at(s, first - 1), ',') &&
		     at(s, 0)->flags & BS_CAPITAL;
	bool closes = bs_token_mark(at(s, last), '(') || bs_token_mark(at(s, last), '-') ||
		      bs_token_mark(at(s, last), 0x2013) || bs_token_mark(at(s, last), 0x2014);
	if (opens && closes && !s->dateline.day) s->dateline = date;
}

static void weigh(struct search *s, size_t first, size_t last, brad_date date)
{
	int label = label_holds(s, first) ? s->label : 0;
	if (!date.year) note_dateline(s, first, last, date);
	if (date.year < 1900) return;
	if (date.month == s->dateline.month && date.day == s->dateline.day) keep(s, HEADER, date);
	switch (label) {
	case 'P': keep(s, PUBLISHED, date); break;
	case 'U': keep(s, UPDATED, date); break;
	case 'S': keep(s, SCRAPED, date); break;
	case 'N': break;
	default:
		if (!s->label && is_header(s, first, last))
			keep(s,
			     is_masthead(s, first, last) ? MASTHEAD
			     : s->bylines > 0            ? BESIDE_TITLE
							 : HEADER,
			     date);
	}
}

static bool is_copyright(const struct search *s)
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
static void read_relative(struct search *s, size_t i)
{
	const struct bs_token *n = at(s, i), *unit = at(s, i + 1);
	if (s->label != 'P' || n->kind != BS_NUMBER || n->value > 365) return;
	if (bs_word_value(at(s, i + 2)->word, BS_LIST_TIME_WORD) != 'a') return;
	int code = bs_word_value(unit->word, BS_LIST_TIME_UNIT) | 0x20;
	if (code == 'h') s->hours_ago = (int)n->value;
	if (code == 'd') s->hours_ago = (int)n->value * 24;
	if (code == 'w') s->hours_ago = (int)n->value * 24 * 7;
}

static void read_line(struct search *s)
{
	struct bs_article line = {.document = {.text = s->text}, .tokens = s->line};
	struct bs_timex_scan *scan = &s->scan;
	bool dated = false, labelled = false;
	s->label = s->carried;
	s->carried = 0;
	if (is_copyright(s)) return;
	scan->article = &line;
	scan->tokens = s->line.at;
	scan->text = s->text;
	bs_timex_look(scan, &s->article->scratch, 0, (uint32_t)s->line.count);
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

static void look_at_line(struct search *s, size_t start, size_t end)
{
	const char *text = s->article->document.text;
	size_t length = end - start;
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

/* A number of so many digits at most; 0 if none stands there. */
static int url_number(const char **at, int most)
{
	int value = 0;
	for (; most-- > 0 && **at >= '0' && **at <= '9'; ++*at) value = value * 10 + (**at - '0');
	return **at >= '0' && **at <= '9' ? 0 : value;
}

/* 11, nov */
static int url_month(const char **at)
{
	static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
	if (**at >= '0' && **at <= '9') return url_number(at, 2);
	for (int i = 0; i < 12; i++)
		if (strncmp(*at, names + 3 * (size_t)i, 3) == 0) {
			*at += 3;
			return i + 1;
		}
	return 0;
}

/* The day in an address such as https://news.example/2023/11/08/barn, /2023/nov/08/
 * or /2023-11-08-barn: the site filed the article there when it came out. */
static brad_date date_of_url(const char *url)
{
	for (const char *slash = url; slash && (slash = strchr(slash, '/')) != NULL;) {
		const char *at = ++slash;
		int year = url_number(&at, 4), month, day;
		char joint = *at;
		if (year < 1980 || year > 2199 || (joint != '/' && joint != '-')) continue;
		at++;
		month = url_month(&at);
		if (*at != joint) continue;
		at++;
		day = url_number(&at, 2);
		brad_date d = {(int16_t)year, (uint8_t)month, (uint8_t)day};
		bool ends = !*at || strchr("/-_.?#", *at) != NULL;
		if (ends && month && day && bs_date_exists(d)) return d;
	}
	return (brad_date){0, 0, 0};
}

/* The title that came with the article, else the first line, as a page begins with its title, up
 * to the site's name: "Barn burns down | Tarn News". */
static void find_title(struct search *s, size_t first_line)
{
	const char *given = s->article->document.title;
	size_t length = given ? strlen(given) : first_line;
	s->title = given ? given : s->article->document.text;
	for (size_t i = SHORTEST_TITLE; i + 2 < length; i++)
		if (s->title[i] == ' ' && (s->title[i + 1] == '|' || s->title[i + 1] == '-') &&
		    s->title[i + 2] == ' ')
			length = i;
	s->title_length = length < COMPARED ? length : COMPARED;
}

/* Among other stories with their days, that of the article stands where its title is again. */
static void look_for_title(struct search *s, size_t start, size_t end)
{
	const char *text = s->article->document.text;
	bool title = start > 0 && s->title_length >= SHORTEST_TITLE &&
		     end - start >= s->title_length &&
		     memcmp(text + start, s->title, s->title_length) == 0;
	if (title)
		s->bylines = BYLINES;
	else if (s->bylines > 0)
		s->bylines--;
}

static void settle(struct search *s)
{
	static const brad_date_from from[] = {BRAD_DATE_PUBLISHED, BRAD_DATE_PUBLISHED,
					      BRAD_DATE_HEADER,    BRAD_DATE_HEADER,
					      BRAD_DATE_HEADER,    BRAD_DATE_UPDATED};
	struct bs_article *a = s->article;
	if (!s->found[PUBLISHED].year && s->hours_ago && s->found[SCRAPED].year) {
		int32_t days = bs_days_from_date(s->found[SCRAPED]);
		int hour = (s->scraped_at ? s->scraped_at - 1 : 12) - s->hours_ago;
		while (hour < 0) hour += 24, days--;
		s->found[PUBLISHED] = bs_date_from_days(days);
	}
	for (int e = PUBLISHED; e <= UPDATED; e++) {
		if (!s->found[e].year) continue;
		a->date = s->found[e];
		a->date_from = from[e];
		return;
	}
}

void bs_find_published(struct bs_article *article)
{
	if (article->document.date.year) {
		article->date = article->document.date;
		article->date_from = BRAD_DATE_METADATA;
		return;
	}
	enum bs_day_order order = BS_ORDER_UNKNOWN;
	struct search s = {.article = article};
	bs_timex_open(&s.scan, article, &article->tokens, article->document.text, &order);
	const char *text = article->document.text;
	size_t end = article->document.text_length, start = 0;
	while (start < end) {
		const char *stop = memchr(text + start, '\n', end - start);
		size_t line_end = stop ? (size_t)(stop - text) : end;
		if (start == 0) find_title(&s, line_end);
		look_for_title(&s, start, line_end);
		look_at_line(&s, start, line_end);
		start = line_end + 1;
	}
	s.found[ADDRESS] = date_of_url(article->document.url);
	settle(&s);
}
