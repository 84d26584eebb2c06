/* A logistic regression: each thing that can be seen of an attribution adds its
 * weight, and the sum tells the chance.  tests/quality/calibrate.py --table
 * learns the weights from annotated news (PolNeAR's development half: 6,687
 * quotations with a speaker in 509 articles), and looks at the same things.  A
 * verb that is frequent there has a weight of its own, in words/cue_weight.txt.
 *
 * On articles whose own quotations it did not learn from (in ten parts):
 *
 *     said          quotations   of them right
 *     below 0.50          379        43.3 %
 *     0.50 to 0.60        362        51.9 %
 *     0.60 to 0.70        590        65.9 %
 *     0.70 to 0.80       1065        75.3 %
 *     0.80 to 0.90       1605        84.8 %
 *     0.90 to 0.95       1161        93.5 %
 *     0.95 to 1          1525        96.9 %
 *
 * Squared error 0.124.  Leaving out guesses (confidence.h) brings the precision
 * of sentences with a speaker from 91.0 to 91.6, and their F1 from 89.3 to 89.5.
 * Whom a pronoun means was judged there against a resolution by program, which
 * errs itself: pronouns are rather surer than said. */
#include "analysis/confidence.h"
#include "analysis/words.h"

#include <math.h>
#include <string.h>

enum { FARTHEST = 10, LONGEST_WORD = 16 };

static const double biases[3][4] = {
	/* named, body, pronoun, carried */
	{2.36, 1.64, -0.62, -0.13}, /* direct */
	{0.79, 0.60, -1.20, 0.00},  /* mixed */
	{0.33, 0.52, -1.25, 0.00},  /* indirect */
};

enum {
	WITHOUT_CUE,
	COMMON_CUE, /* one of a few verbs that hardly anything else is meant by */
	CUE_ING,
	CUE_PRESENT,
	CUE_INFINITIVE,
	CUE_AFTER, /* it stands after the beginning of what was said */
	CUE_AWAY,  /* how far from what was said, in doublings */
	MENTION_AFTER,
	MENTION_AWAY, /* how far from the cue, in doublings */
	DESCRIPTION,  /* the mention is no name: "the officials" */
	LENGTH,       /* of what was said, in doublings */
	PIECES,
	CLAUSE,      /* it begins with "that", "whether", "how" ... */
	DOCUMENT,    /* "the report" */
	GROUP,       /* "officials" */
	OFTEN,       /* how many other quotations the article has of the speaker, in doublings */
	TOGETHER,    /* of several speakers */
	SAME_BEFORE, /* a pronoun that means who was quoted before */
	FIRST,       /* a pronoun, and nobody known was */
	/* Of what is not in marks throughout: */
	CUE_MODAL,     /* "would say", "has not said" */
	OTHER_VERB,    /* none that takes what was said as a clause: "criticised" */
	INDIRECT_AFTER /* CUE_AFTER, and no marks at all */
};

static const double weights[] = {
	[WITHOUT_CUE] = -0.13,    [COMMON_CUE] = 0.56,      [CUE_ING] = -0.56,
	[CUE_PRESENT] = -0.37,    [CUE_INFINITIVE] = -0.73, [CUE_AFTER] = 0.15,
	[CUE_AWAY] = -0.07,       [MENTION_AFTER] = 0.01,   [MENTION_AWAY] = -0.03,
	[DESCRIPTION] = -0.66,    [LENGTH] = 0.06,          [PIECES] = -0.29,
	[CLAUSE] = 0.72,          [DOCUMENT] = 1.36,        [GROUP] = 0.59,
	[OFTEN] = 0.23,           [TOGETHER] = 0.59,        [SAME_BEFORE] = 0.55,
	[FIRST] = 0.28,           [CUE_MODAL] = -0.43,      [OTHER_VERB] = 0.12,
	[INDIRECT_AFTER] = -0.07,
};

/* How often a distance can be halved. */
static int scale(size_t n)
{
	int times = 0;
	for (; n > 0 && times < FARTHEST; n /= 2) times++;
	return times;
}

static size_t gap(brad_span a, brad_span b)
{
	if (b.start > a.end) return b.start - a.end;
	return a.start > b.end ? a.start - b.end : 0;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* A word in lower case, as far as it is ASCII; "" if it is very long. */
static void copy_word(const char *text, size_t first, size_t end, char word[LONGEST_WORD])
{
	size_t n = 0;
	if (end - first < LONGEST_WORD)
		for (; first < end; first++) {
			char c = text[first];
			word[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
		}
	word[n] = '\0';
}

static void last_word(const char *text, brad_span span, char word[LONGEST_WORD])
{
	size_t first = span.end;
	while (first > span.start && !is_blank(text[first - 1])) first--;
	copy_word(text, first, span.end, word);
}

static void first_word(const char *text, brad_span span, char word[LONGEST_WORD])
{
	size_t end = span.start;
	while (end < span.end && !is_blank(text[end])) end++;
	copy_word(text, span.start, end, word);
}

/* Does a word "to" lead to the cue, or begin it? */
static bool is_infinitive(const char *text, brad_span cue)
{
	const char *at = text + cue.start;
	if (cue.end - cue.start > 3 && (at[0] == 't' || at[0] == 'T') && at[1] == 'o' &&
	    is_blank(at[2]))
		return true;
	while (at > text && is_blank(at[-1])) at--;
	return at - text >= 2 && at[-1] == 'o' && at[-2] == 't' &&
	       (at - text == 2 || is_blank(at[-3]));
}

static double weigh_word(const char *word)
{
	static const char *const common[] = {"said",   "say",       "says",   "saying",
					     "told",   "according", "added",  "noted",
					     "noting", "argued",    "arguing"};
	size_t n = strlen(word);
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (strcmp(word, common[i]) == 0) return weights[COMMON_CUE];
	if (n > 3 && strcmp(word + n - 3, "ing") == 0) return weights[CUE_ING];
	return n > 1 && word[n - 1] == 's' ? weights[CUE_PRESENT] : 0;
}

/* "would", "not", "don't", "didn’t" */
static bool is_modal(const char *word, size_t length)
{
	static const char *const words[] = {"would", "could", "should", "might",  "may",
					    "must",  "can",   "cannot", "not",    "never",
					    "won't", "don't", "didn't", "doesn't"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == length && memcmp(word, words[i], length) == 0) return true;
	return false;
}

/* The weight of its verb, which is learnt for the frequent ones, and of what helps it. */
static double weigh_verb(const char *text, const brad_quote *q, const char *verb)
{
	uint16_t number = bs_word_find(verb, strlen(verb));
	double sum = bs_word_value(number, BS_LIST_CUE_WEIGHT) / 100.0;
	if (!bs_word_is(number, BS_LIST_CUE_SAY)) sum += weights[OTHER_VERB];
	if (q->said == BRAD_SAID_INDIRECT && q->cue.start > q->span.start)
		sum += weights[INDIRECT_AFTER];
	for (size_t at = q->cue.start; at < q->cue.end;) {
		char word[LONGEST_WORD];
		size_t end = at;
		while (end < q->cue.end && !is_blank(text[end])) end++;
		copy_word(text, at, end, word);
		if (end < q->cue.end && is_modal(word, strlen(word)))
			return sum + weights[CUE_MODAL];
		for (at = end; at < q->cue.end && is_blank(text[at]);) at++;
	}
	return sum;
}

static double weigh_cue(const char *text, const brad_quote *q)
{
	char word[LONGEST_WORD];
	double sum = 0;
	if (q->cue.end == q->cue.start) return weights[WITHOUT_CUE];
	last_word(text, q->cue, word);
	sum += weigh_word(word);
	if (q->said != BRAD_SAID_DIRECT) sum += weigh_verb(text, q, word);
	if (is_infinitive(text, q->cue)) sum += weights[CUE_INFINITIVE];
	if (q->cue.start > q->span.start) sum += weights[CUE_AFTER];
	sum += weights[CUE_AWAY] * scale(gap(q->cue, q->span));
	if (q->mention.end == q->mention.start) return sum;
	sum += weights[MENTION_AWAY] * scale(gap(q->cue, q->mention));
	if (q->mention.start > q->cue.start) sum += weights[MENTION_AFTER];
	return sum;
}

/* "She said [that]": reported words that begin as a clause does. */
static double weigh_opening(const char *text, const brad_quote *q)
{
	static const char *const openings[] = {"that", "whether", "if", "how", "why", "what"};
	char word[LONGEST_WORD];
	if (q->said == BRAD_SAID_DIRECT || q->cue.end == q->cue.start || q->cue.end > q->span.start)
		return 0;
	first_word(text, q->span, word);
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (strcmp(word, openings[i]) == 0) return weights[CLAUSE];
	return 0;
}

/* A mention that ends with a noun for documents, or for several people. */
static double weigh_noun(const char *text, const brad_quote *q)
{
	char word[LONGEST_WORD];
	if (q->mention.end == q->mention.start) return 0;
	last_word(text, q->mention, word);
	size_t n = strlen(word);
	uint16_t number = bs_word_find(word, n);
	if (bs_word_is(number, BS_LIST_DOCUMENT_NOUN)) return weights[DOCUMENT];
	bool plural = n && word[n - 1] == 's' && bs_word_is(number, BS_LIST_SPEAKER_NOUN);
	return plural ? weights[GROUP] : 0;
}

static double weigh_speaker(const char *text, const brad_quote *q, const brad_quote *before)
{
	double sum = q->speaker_count > 1 ? weights[TOGETHER] : 0;
	sum += weigh_noun(text, q);
	if (q->evidence != BRAD_EVIDENCE_PRONOUN) {
		char first = text[q->mention.start];
		bool described = q->mention.end > q->mention.start && first >= 'a' && first <= 'z';
		return sum + (described ? weights[DESCRIPTION] : 0);
	}
	if (!before || !before->speaker_count) return sum + weights[FIRST];
	bool same = strcmp(before->speakers[0].name, q->speakers[0].name) == 0;
	return sum + (same ? weights[SAME_BEFORE] : 0);
}

static double chance(double sum)
{
	double p = round(100 / (1 + exp(-sum))) / 100;
	return p < 0.99 ? p : 0.99;
}

/* What is weighed of any quotation, whoever said it. */
static double weigh(const char *text, const brad_quote *quote, brad_evidence evidence)
{
	size_t length = 0;
	for (size_t i = 0; i < quote->piece_count; i++)
		length += quote->pieces[i].end - quote->pieces[i].start;
	double sum = biases[quote->said - BRAD_SAID_DIRECT][evidence - BRAD_EVIDENCE_NAMED];
	sum += weights[LENGTH] * scale(length);
	if (quote->piece_count > 1) sum += weights[PIECES];
	return sum + weigh_cue(text, quote) + weigh_opening(text, quote);
}

double bs_confidence(const char *text, const brad_quote *quote, const brad_quote *before,
		     size_t others)
{
	if (!quote->speaker_count || quote->said == BRAD_SAID_NONE ||
	    quote->evidence == BRAD_EVIDENCE_NONE)
		return 0;
	return chance(weigh(text, quote, quote->evidence) + weights[OFTEN] * scale(others) +
		      weigh_speaker(text, quote, before));
}

double bs_speech_chance(const char *text, const brad_quote *quote, size_t others)
{
	return chance(weigh(text, quote, BRAD_EVIDENCE_NAMED) + weights[OFTEN] * scale(others));
}
