/* A logistic regression: each thing that can be seen of an attribution adds its
 * weight, and the sum tells the chance.  tests/quality/calibrate.py --table
 * learns the weights from annotated news (PolNeAR's development half: 6,692
 * quotations with a speaker in 509 articles), and looks at the same things.  A
 * verb that is seen there more than a few times has a weight of its own, together
 * with its other forms, in words/cue_weight.txt.
 *
 * On articles whose own quotations it did not learn from (in ten parts):
 *
 *     said          quotations   of them right
 *     below 0.50          323        40.0 %
 *     0.50 to 0.60        310        59.0 %
 *     0.60 to 0.70        554        63.9 %
 *     0.70 to 0.80        974        75.5 %
 *     0.80 to 0.90       1622        84.7 %
 *     0.90 to 0.95       1265        93.3 %
 *     0.95 to 1          1644        96.8 %
 *
 * Squared error 0.119.  Leaving out guesses (confidence.h) brings the precision
 * of sentences with a speaker from 90.9 to 91.9, and their F1 from 89.9 to 90.1.
 * Whom a pronoun means was judged there against a resolution by program, which
 * errs itself: pronouns are rather surer than said. */
#include "analysis/confidence.h"
#include "analysis/words.h"

#include <math.h>
#include <string.h>

enum { FARTHEST = 10, LONGEST_WORD = 16 };

static const double biases[3][4] = {
	/* named, body, pronoun, carried */
	{2.31, 1.51, -0.65, -0.12}, /* direct */
	{0.73, 0.34, -1.26, 0.00},  /* mixed */
	{0.36, 0.35, -1.35, 0.00},  /* indirect */
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
	CUE_MODAL,      /* "would say", "has not said" */
	OTHER_VERB,     /* none that takes what was said as a clause: "criticised" */
	INDIRECT_AFTER, /* CUE_AFTER, and no marks at all */
	NOUN,           /* "her claim" */
	PASSIVE,
	CAPITAL,    /* a cue of a headline */
	INFINITIVE, /* "vowed [to]" */
	SUBJECT     /* "said [he]" */
};

static const double weights[] = {
	[WITHOUT_CUE] = -0.16,   [COMMON_CUE] = 0.43,      [CUE_ING] = -0.50,
	[CUE_PRESENT] = -0.25,   [CUE_INFINITIVE] = -0.86, [CUE_AFTER] = 0.28,
	[CUE_AWAY] = -0.08,      [MENTION_AFTER] = -0.09,  [MENTION_AWAY] = -0.03,
	[DESCRIPTION] = -0.56,   [LENGTH] = 0.08,          [PIECES] = -0.32,
	[CLAUSE] = 0.88,         [DOCUMENT] = 1.35,        [GROUP] = 0.56,
	[OFTEN] = 0.19,          [TOGETHER] = 0.68,        [SAME_BEFORE] = 0.53,
	[FIRST] = -0.01,         [CUE_MODAL] = -0.46,      [OTHER_VERB] = -0.03,
	[INDIRECT_AFTER] = 0.13, [NOUN] = -1.04,           [PASSIVE] = 0.62,
	[CAPITAL] = 0.61,        [INFINITIVE] = 0.43,      [SUBJECT] = 0.50,
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

/* A word in lower case, as far as it is ASCII, with ' for an apostrophe; "" if it is very long. */
static void copy_word(const char *text, size_t first, size_t end, char word[LONGEST_WORD])
{
	size_t n = 0;
	if (end - first < LONGEST_WORD)
		for (; first < end; first++) {
			char c = text[first];
			bool apostrophe = first + 3 <= end && memcmp(text + first, "’", 3) == 0;
			if (apostrophe) first += 2;
			word[n++] = apostrophe             ? '\''
				    : c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A')
							   : c;
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

/* Is it one of these? */
static bool is_any(const char *word, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (*word == *words[i] && strcmp(word, words[i]) == 0) return true;
	return false;
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
	if (is_any(word, common, sizeof common / sizeof *common)) return weights[COMMON_CUE];
	if (n > 3 && strcmp(word + n - 3, "ing") == 0) return weights[CUE_ING];
	return n > 1 && word[n - 1] == 's' ? weights[CUE_PRESENT] : 0;
}

/* "would", "not", "don't", "didn’t" */
static bool is_modal(const char *word)
{
	static const char *const words[] = {"would", "could", "should", "might",  "may",
					    "must",  "can",   "cannot", "not",    "never",
					    "won't", "don't", "didn't", "doesn't"};
	return is_any(word, words, sizeof words / sizeof *words);
}

/* A noun with an owner before it: "her [claim]". */
static bool is_noun(const char *text, const brad_quote *q, uint16_t number)
{
	static const char *const owners[] = {"his", "her", "its", "their", "my", "our"};
	if (!bs_word_is(number, BS_LIST_CUE_NOUN)) return false;
	size_t end = q->cue.start;
	while (end > 0 && is_blank(text[end - 1])) end--;
	if (end > 2 && text[end - 1] == 's' &&
	    (text[end - 2] == '\'' || (end > 4 && memcmp(text + end - 4, "’", 3) == 0)))
		return true;
	char word[LONGEST_WORD];
	last_word(text, (brad_span){0, end}, word);
	return is_any(word, owners, sizeof owners / sizeof *owners);
}

/* "Would", "not" and forms of "to be" among the words that help the verb. */
static double weigh_helpers(const char *text, const brad_quote *q, const char *verb)
{
	static const char *const be[] = {"is", "are", "was", "were", "be", "been", "being", "am"};
	bool modal = false, passive = false;
	for (size_t at = q->cue.start; at < q->cue.end;) {
		char word[LONGEST_WORD];
		size_t end = at, n = strlen(verb);
		while (end < q->cue.end && !is_blank(text[end])) end++;
		copy_word(text, at, end, word);
		if (end == q->cue.end) break;
		modal |= is_modal(word);
		bool ing = n > 2 && strcmp(verb + n - 3, "ing") == 0;
		passive |= !ing && is_any(word, be, sizeof be / sizeof *be);
		for (at = end; at < q->cue.end && is_blank(text[at]);) at++;
	}
	return (modal ? weights[CUE_MODAL] : 0) + (passive ? weights[PASSIVE] : 0);
}

/* The weight of its verb, which is learnt for the frequent ones, and of what helps it. */
static double weigh_verb(const char *text, const brad_quote *q, const char *verb)
{
	uint16_t number = bs_word_find(verb, strlen(verb));
	double sum = bs_word_value(number, BS_LIST_CUE_WEIGHT) / 100.0;
	if (!bs_word_is(number, BS_LIST_CUE_SAY)) sum += weights[OTHER_VERB];
	if (q->said == BRAD_SAID_INDIRECT && q->cue.start > q->span.start)
		sum += weights[INDIRECT_AFTER];
	if (is_noun(text, q, number)) sum += weights[NOUN];
	if (text[q->cue.start] >= 'A' && text[q->cue.start] <= 'Z') sum += weights[CAPITAL];
	return sum + weigh_helpers(text, q, verb);
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

/* "She said [that]": reported words that begin as a clause does, or as an infinitive. */
static double weigh_opening(const char *text, const brad_quote *q)
{
	static const char *const openings[] = {"that", "whether", "if", "how", "why", "what"};
	static const char *const subjects[] = {"he", "she", "they",  "it",
					       "we", "i",   "there", "you"};
	char word[LONGEST_WORD];
	if (q->said == BRAD_SAID_DIRECT || q->cue.end == q->cue.start || q->cue.end > q->span.start)
		return 0;
	first_word(text, q->span, word);
	if (is_any(word, openings, sizeof openings / sizeof *openings)) return weights[CLAUSE];
	if (strcmp(word, "to") == 0) return weights[INFINITIVE];
	if (!is_any(word, subjects, sizeof subjects / sizeof *subjects)) return 0;
	for (size_t i = q->cue.end; i < q->span.start; i++)
		if ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z'))
			return 0;
	return weights[SUBJECT];
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
