#include "analysis/phrase.h"

/* After a noun's phrase, does a word follow that makes it part of something else ("the council tax")? */
static bool is_compound(const struct bs_scan *s, uint32_t head, uint32_t end)
{
	if (head + 1 >= end) return false;
	const struct bs_token *next = &s->t[head + 1];
	if (bs_is_of(s, head + 1)) return false;
	if (next->kind != BS_WORD) return true;
	if (bs_noun_class(&s->t[head]) == 'g') return false;
	return !bs_ends_in(s, next, "ed") && !bs_ends_in(s, next, "s");
}

/* "Julian King", "Mr Baker": a name at the phrase's end that is also a noun. */
static bool is_surname(const struct bs_scan *s, uint32_t from, uint32_t i, uint32_t end)
{
	static const char *const titles[] = {"mr", "mrs", "ms",        "miss",
					     "dr", "sir", "professor", "prof"};
	if (i == from || i + 1 != end || !bs_is_capital(&s->t[i]) || !bs_is_capital(&s->t[i - 1]) ||
	    (s->t[i].flags & BS_CAPITALS))
		return false;
	/* "actor Jude Law"; not "Jude Law" alone, as it may be a firm of solicitors */
	bool office = i > from + 1 && bs_is_person_noun(bs_noun_class(&s->t[i - 2]));
	if (!office && !bs_is_person_noun(bs_noun_class(&s->t[i]))) return false;
	if (bs_token_is(&s->t[i - 1], BS_LIST_GIVEN) && !bs_token_is(&s->t[i - 1], BS_LIST_PLACE))
		return true;
	for (size_t k = 0; k < sizeof titles / sizeof *titles; k++)
		if (bs_is_text(s, i - 1, titles[k])) return true;
	return false;
}

/* "President [Bill] Bell", "Mayor [Bill] de Bell": a given name that is a noun elsewhere. */
static bool is_bill(const struct bs_scan *s, uint32_t i, uint32_t end)
{
	const struct bs_token *t = &s->t[i];
	return bs_is_capital(t) && bs_token_is(t, BS_LIST_GIVEN) && i + 1 < end &&
	       (bs_token_is(t + 1, BS_LIST_NAME_PARTICLE) ||
		(bs_is_capital(t + 1) && !bs_noun_class(t + 1)));
}

/* "Ann Whiteley-[Guest]": the last part of a compound name. */
static bool ends_surname(const struct bs_scan *s, uint32_t from, uint32_t i)
{
	return i > from + 2 && bs_is_compound_part(s, i) && bs_is_capital(&s->t[i]) &&
	       bs_is_capital(&s->t[i - 2]) && !bs_noun_class(&s->t[i - 2]) &&
	       bs_token_is(&s->t[from], BS_LIST_GIVEN);
}

/* The last noun of the phrase that can speak: before any "of", unless what
 * follows that is itself a name before the noun (Department for Education spokesperson). */
static uint32_t find_head(const struct bs_scan *s, uint32_t from, uint32_t end)
{
	uint32_t head = BS_NOBODY;
	for (uint32_t i = from; i < end; i++) {
		if (i > from && bs_is_of(s, i)) break;
		if (s->t[i].kind == BS_WORD && bs_noun_class(&s->t[i]) &&
		    !is_surname(s, from, i, end) && !is_bill(s, i, end) &&
		    !ends_surname(s, from, i))
			head = i;
	}
	if (bs_noun_class(&s->t[end - 1]) && !bs_is_capital(&s->t[end - 1])) return end - 1;
	return head;
}

/* How long is the part of [from, end) that is a name with letters behind it (Vicky Ford MP)? */
static bool ends_in_letters(const struct bs_scan *s, uint32_t from, uint32_t end)
{
	if (end < from + 3 || !bs_token_is(&s->t[end - 1], BS_LIST_NAME_SUFFIX)) return false;
	uint32_t lead = end - 2;
	while (lead > from && (bs_is_capital(&s->t[lead - 1]) || bs_joins(s, lead - 1))) lead--;
	for (; lead + 2 < end; lead++)
		if (bs_token_is(&s->t[lead], BS_LIST_GIVEN) ||
		    (bs_token_is(&s->t[lead], BS_LIST_HONORIFIC) &&
		     !bs_token_is(&s->t[lead], BS_LIST_PLACE)))
			return true;
	return false;
}

/* The first of the words in capitals that end at `end`. */
static uint32_t capitals_start(const struct bs_scan *s, uint32_t from, uint32_t end)
{
	uint32_t i = end;
	while (i > from) {
		const struct bs_token *t = &s->t[i - 1];
		if (!bs_is_capital(t) && t->kind != BS_MARK && !bs_is_compound_part(s, i - 1) &&
		    !(i < end && bs_token_is(t, BS_LIST_NAME_PARTICLE)) && !bs_is_of(s, i - 1) &&
		    !bs_is_text(s, i - 1, "the") && !bs_is_text(s, i - 1, "and") &&
		    !bs_is_on_sunday(s, i - 1))
			break;
		i--;
	}
	while (i < end && (!bs_is_capital(&s->t[i]) ||
			   (bs_grammar(&s->t[i]) == 'x' && !bs_token_is(&s->t[i], BS_LIST_PLACE))))
		i++;
	return i;
}

/* Does a word that counts people stand for them itself: "Some said", "many of her followers"? */
static bool is_quantifier(const struct bs_scan *s, uint32_t from)
{
	const uint32_t i = from - 1; /* one by one, as this is asked of each determiner */
	if (!bs_is_text(s, i, "some") && !bs_is_text(s, i, "many") && !bs_is_text(s, i, "most") &&
	    !bs_is_text(s, i, "both") && !bs_is_text(s, i, "several") && !bs_is_text(s, i, "few") &&
	    !bs_is_text(s, i, "another"))
		return false;
	return bs_is_of(s, from) || (bs_is_verb(s, from) && !bs_noun_class(&s->t[from]));
}

static uint32_t read_quantifier(struct bs_scan *s, uint32_t first, uint32_t from)
{
	uint32_t at = bs_emit_noun(s, first, from - 1, from - 1, from);
	struct bs_candidate *c = &s->out->at[s->out->count - 1];
	c->plural = !bs_is_text(s, from - 1, "another");
	c->kind = BS_BODY;
	return at;
}

/* Of a phrase that names nobody, the first name or owner in it: "the Council" of "the Council's
 * control", "Obama" of "the Obama era". */
static uint32_t read_inside(struct bs_scan *s, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i < end; i++) {
		const struct bs_token *t = &s->t[i];
		bool noun = bs_noun_class(t) != 0;
		if (noun && (t->flags & BS_POSSESSIVE)) return bs_emit_noun(s, i, i, i, i + 1);
		bool place = i + 1 < end && bs_is_capital(t + 1) && bs_token_is(t, BS_LIST_PLACE);
		if (!bs_is_capital(t) || (bs_grammar(t) && !place)) continue; /* "New York" */
		uint32_t stop = i + 1;
		while (stop < end && !(s->t[stop - 1].flags & BS_POSSESSIVE) &&
		       (bs_is_capital(&s->t[stop]) ||
			(bs_joins(s, stop) && bs_is_capital(&s->t[stop + 1]))))
			stop++;
		if (noun && stop == i + 1) return bs_emit_noun(s, i, i, i, stop);
		uint32_t start = bs_name_start(s, i, stop);
		bs_emit_name(s, i, start < stop ? start : i, stop);
		return stop;
	}
	return end;
}

/* Is there a name or a noun that can speak in it?  In most phrases there is none. */
static bool may_name(const struct bs_scan *s, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i < end; i++)
		if (bs_is_capital(&s->t[i]) || bs_noun_class(&s->t[i])) return true;
	return false;
}

/* "The [Italian] said", "the 33-year-old [Dane]": does a word for somebody's nation end a phrase, which
 * begins at `first`, and stand for him?  Not "the Italian side". */
static bool is_native(const struct bs_scan *s, uint32_t first, uint32_t i)
{
	const struct bs_token *t = &s->t[i];
	if (i + 1 < s->last && t[1].kind == BS_WORD && !bs_grammar(t + 1) && !bs_is_verb(s, i + 1))
		return false;
	return bs_token_is(t, BS_LIST_EPITHET) && bs_token_is(t, BS_LIST_PROPER_NOUN) &&
	       bs_is_capital(t) && !(t->flags & (BS_CAPITALS | BS_POSSESSIVE)) &&
	       bs_is_text(s, first, "the");
}

/* Reads the phrase that begins at `first`; returns where reading goes on. */
static uint32_t read_phrase(struct bs_scan *s, uint32_t first)
{
	uint32_t from = bs_skip_determiner(s, first);
	bool determined = from > first || s->t[first].kind == BS_NUMBER;
	if (from > first && is_quantifier(s, from)) return read_quantifier(s, first, from);
	uint32_t end = bs_phrase_end(s, from, determined);
	if (end == from) return from > first ? from : first + 1;
	if (!may_name(s, from, end)) return end;
	if (end == from + 1) { /* "the council", "Selby": most are no longer */
		const struct bs_token *t = &s->t[from];
		if (!bs_is_capital(t) || is_native(s, first, from))
			return bs_emit_noun(s, first, from, from, end);
		if (!bs_noun_class(t) && !bs_grammar(t)) return bs_emit_name(s, from, from, end);
	}
	uint32_t letters = ends_in_letters(s, from, end) ? end - 1 : end;
	uint32_t capitals = capitals_start(s, from, end), head = find_head(s, from, letters);
	if (capitals == end - 1 && is_native(s, first, capitals))
		return bs_emit_noun(s, first, from, capitals, end);
	if (capitals < end) {
		uint32_t start = bs_name_start(s, from, letters);
		if (start == letters) start = end;
		/* "the Port of Wickham" */
		if (head == BS_NOBODY && capitals == from && end > from + 2 &&
		    bs_is_text(s, from + 1, "of"))
			return bs_emit_name(s, first, from, end);
		if (start < capitals) start = capitals;
		if (start < end && (head == BS_NOBODY || head < start)) {
			bool office = false;
			for (uint32_t i = from; i < start && !office; i++)
				office = bs_is_person_noun(bs_noun_class(&s->t[i])) ||
					 bs_token_is(&s->t[i], BS_LIST_HONORIFIC);
			if (!office && head != BS_NOBODY && !bs_is_compound_part(s, start - 1) &&
			    !bs_is_owner(s, start - 1))
				start = capitals;
			return bs_emit_name(s, office ? first : start, start, end);
		}
		int class = head == BS_NOBODY ? 0 : bs_noun_class(&s->t[head]);
		bool named = class == 'b' || class == 'd' || class == 'g';
		if (head != BS_NOBODY && named && head >= capitals && end > capitals + 1 &&
		    capitals == from)
			return bs_emit_name(s, first, from, end);
	}
	if (head == BS_NOBODY || is_compound(s, head, end)) return read_inside(s, from, end);
	bool of = false;
	for (uint32_t i = head + 1; i < end && !of; i++) of = bs_is_of(s, i);
	return bs_emit_noun(s, first, from, head, of ? end : head + 1);
}

static bool read_pronoun(struct bs_scan *s, uint32_t i)
{
	const struct bs_token *t = &s->t[i];
	int letter = bs_word_value(t->word, BS_LIST_PRONOUN);
	if (!letter || ((t->flags & BS_CAPITALS) && !s->headline)) return false;
	struct bs_candidate *c = bs_push_candidate(s, i, i + 1);
	c->form = BS_FORM_PRONOUN;
	c->kind = BS_PRONOUN;
	c->gender = letter == 'n' ? BS_NEUTER : bs_gender_of(letter);
	c->plural = letter == 'p' || letter == 'u';
	return true;
}

/* Can a phrase begin here? */
static bool may_begin(const struct bs_scan *s, uint32_t i)
{
	const struct bs_token *t = &s->t[i];
	if (t->kind == BS_MARK) return false;
	if (t->kind == BS_NUMBER) return !(t->flags & BS_CAPITALS);
	int g = bs_grammar(t);
	if (g) return g == 'd' || g == 'x';
	if (t->flags & BS_CAPITAL) return true;
	return t->word && (bs_noun_class(t) || bs_token_is(t, BS_LIST_NOUN_MODIFIER)) &&
	       !bs_is_verb_of_saying(s, i);
}

/* Does a word of grammar or a verb begin with a capital, though it is not the first? */
static bool has_capital_grammar(const struct bs_scan *s)
{
	for (uint32_t i = s->first + 1; i < s->last; i++) {
		const struct bs_token *t = &s->t[i];
		if (bs_is_capital(t) && t->end - t->start > 1 &&
		    (bs_grammar(t) || bs_token_is(t, BS_LIST_VERB_FORM)))
			return true;
	}
	return false;
}

/* Do most of its words begin with capitals?  Prose can be a list of names: there, words of grammar
 * or verbs must too. */
static bool is_headline(const struct bs_scan *s, brad_role role)
{
	uint32_t words = 0, small = 0, tenths = role == BRAD_ROLE_TITLE ? 3 : 2;
	for (uint32_t i = s->first; i < s->last; i++) {
		const struct bs_token *t = &s->t[i];
		bool word = t->kind == BS_WORD && t->end - t->start >= 4;
		words += word;
		small += word & !(t->flags & BS_CAPITAL);
		if (small * 10 > (s->last - s->first) * tenths) return false; /* already */
	}
	if (small * 10 > words * tenths) return false;
	return role == BRAD_ROLE_TITLE || (words > 3 && has_capital_grammar(s));
}

/* May a phrase begin with it, or is it a pronoun?  Told without a branch, and no less often than
 * may_begin() and read_pronoun() do, which know more. */
static bool may_matter(const struct bs_token *t)
{
	bool capital = t->flags & BS_CAPITAL;
	return (t->kind == BS_NUMBER) | (bs_word_opens[t->word] + capital >= BS_OPENS_ALWAYS);
}

/* Lists the tokens of the article that may matter, one token in three, and one behind the last. */
static const uint32_t *list_tokens(struct bs_article *a)
{
	uint32_t count = 0, room = (uint32_t)a->tokens.count + 1;
	uint32_t *list = bs_arena_take(&a->scratch, room * sizeof *list);
	for (uint32_t i = 0; i < a->tokens.count; i++) {
		list[count] = i;
		count += may_matter(&a->tokens.at[i]);
	}
	list[count++] = room;
	bs_arena_shorten(&a->scratch, list, room * sizeof *list, count * sizeof *list);
	return list;
}

/* Returns where the list goes on behind the sentence. */
static const uint32_t *scan_sentence(struct bs_scan *s, const uint32_t *list)
{
	s->apposed_last = 0;
	uint32_t done = s->first;
	for (; *list < s->last; list++) {
		if (*list < done || read_pronoun(s, *list) || !may_begin(s, *list)) continue;
		done = read_phrase(s, *list);
	}
	return list;
}

void bs_find_candidates(struct bs_article *article, struct bs_candidates *out)
{
	struct bs_scan s = {.article = article,
			    .t = article->tokens.at,
			    .out = out,
			    .mark = article->tokens.marks};
	const uint32_t *list = list_tokens(article);
	for (size_t i = 0; i < article->sentence_count; i++) {
		if (article->sentences[i].role == BRAD_ROLE_FURNITURE) continue;
		s.sentence = (uint32_t)i;
		s.first = article->sentence_tokens[i].first;
		s.last = article->sentence_tokens[i].last;
		s.headline = is_headline(&s, article->sentences[i].role);
		article->sentence_tokens[i].headline = s.headline;
		list = scan_sentence(&s, list);
	}
}
