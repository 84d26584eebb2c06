#include "analysis/phrase.h"

enum { LONGEST_ROLE = 18 };

/* The end of an office named after a name, at most up to the next comma or verb; `from` if there is none. */
static uint32_t role_end(const struct bs_scan *s, uint32_t from)
{
	uint32_t start = bs_skip_determiner(s, from), i = bs_phrase_end(s, start, true);
	/* "the chairman, Ann Bell, told players" */
	if (bs_token_is(&s->t[from], BS_LIST_CUE_TELL) && !bs_noun_class(&s->t[from])) return from;
	if (i == start || !bs_is_person_noun(bs_noun_class(&s->t[i - 1]))) {
		bool found = false; /* "Leader of the Council" in capitals is one chunk */
		for (uint32_t k = start; k < i && !found; k++)
			found = bs_is_of(s, k) && k > start &&
				bs_is_person_noun(bs_noun_class(&s->t[k - 1]));
		if (!found) return from;
	}
	for (; i < s->last && i < from + LONGEST_ROLE; i++) {
		const struct bs_token *t = &s->t[i];
		if (t->kind == BS_MARK) {
			if (!bs_joins(s, i) &&
			    !(bs_token_mark(t, '.') && (t[-1].flags & BS_CAPITAL) &&
			      t[-1].end - t[-1].start == 1))
				break;
			continue;
		}
		int g = bs_grammar(t);
		if (g == 'f' && !bs_is_text(s, i, "and") && !bs_is_text(s, i, "or")) break;
		if (t->flags & BS_CAPITAL) continue;
		if (!g && bs_token_is(t, BS_LIST_VERB_FORM)) break;
		if (!bs_noun_class(t) && bs_ends_in(s, t, "ed") && (t[-1].flags & BS_CAPITAL))
			break;
	}
	while (i > from && bs_grammar(&s->t[i - 1]) && !bs_is_capital(&s->t[i - 1])) i--;
	return i;
}

/* "(Con, Baildon)", "(Shipley)" after a member's name; not "(right)" or an actor's part. */
static bool is_party_or_place(const struct bs_scan *s, const struct bs_candidate *c, uint32_t from,
			      uint32_t end)
{
	bool member = bs_token_is(&s->t[c->first], BS_LIST_HONORIFIC) && c->first < c->name_first;
	for (uint32_t i = from; i < end; i++) {
		const struct bs_token *t = &s->t[i];
		if (t->kind == BS_WORD && !bs_is_capital(t)) return false;
		if (bs_token_is(t, BS_LIST_PARTY) || bs_token_is(t, BS_LIST_PLACE)) member = true;
	}
	return member;
}

/* After a name: "(Con, Baildon)", ", Leader of Bradford Council,", ", 45, a teacher".  Notes the
 * office, and returns where reading goes on. */
uint32_t bs_read_after_name(struct bs_scan *s, uint32_t index, uint32_t at)
{
	const struct bs_token *t = s->t;
	bool bracket = false;
	if (at + 2 < s->last && bs_token_mark(&t[at], '(')) {
		uint32_t close = at + 1;
		while (close < s->last && close < at + 9 && !bs_token_mark(&t[close], ')')) close++;
		if (close < s->last && bs_token_mark(&t[close], ')')) {
			struct bs_candidate *c = &s->out->at[index];
			if (c->role_first == c->role_last &&
			    is_party_or_place(s, c, at + 1, close)) {
				c->role_first = at + 1;
				c->role_last = close;
				c->weak_role = true;
			}
			bracket = true;
			at = close + 1;
		}
	}
	uint32_t from = at;
	if (at < s->last && bs_token_mark(&t[at], ',')) {
		from = at + 1;
		bool aged = from + 1 < s->last && t[from].kind == BS_NUMBER &&
			    t[from].value < 120 && bs_token_mark(&t[from + 1], ',');
		if (aged || bs_is_text(s, from, "who")) s->out->at[index].certain = true;
		if (aged) from += 2;
	} else if (!bracket || at >= s->last || !bs_is_capital(&t[at])) {
		return at;
	}
	if (from >= s->last || t[from].kind != BS_WORD) return at;
	uint32_t end = role_end(s, from);
	/* "told Jane Smith, the minister said": the minister is another */
	if (end == from || (bs_is_text(s, from, "the") && bs_is_verb(s, end))) return at;
	struct bs_candidate *c = &s->out->at[index];
	if (c->role_first == c->role_last || c->weak_role) {
		c->role_first = bs_skip_determiner(s, from);
		c->role_last = end;
		c->weak_role = false;
	}
	s->apposed_from = from;
	s->apposed_last = end;
	s->apposed_to = index;
	return at;
}

/* Does the name at `first` follow a comma, the description before it and perhaps a bracket: "the
 * head of MoF (Ministry of Ferries), Ann Bell"? */
static bool follows_comma(const struct bs_scan *s, uint32_t description, uint32_t first)
{
	const struct bs_token *t = s->t;
	if (first < description + 1 || !bs_token_mark(&t[first - 1], ',')) return false;
	if (first == description + 1) return true;
	return bs_token_mark(&t[description], '(') && bs_token_mark(&t[first - 2], ')');
}

/* "the council leader, Susan Hinchcliffe, said": the office before the name is hers. */
void bs_join_noun_before(struct bs_scan *s, uint32_t index)
{
	if (index == 0) return;
	struct bs_candidate *c = &s->out->at[index], *before = c - 1;
	uint32_t after = c->last;
	if (index > 1 && before->first > 0 && bs_token_mark(&s->t[before->first - 1], '('))
		before--;
	if (before->form != BS_FORM_NOUN || before->kind != BS_PERSON || before->plural ||
	    before->same_as != BS_NOBODY || before->sentence != c->sentence ||
	    !follows_comma(s, before->last, c->first))
		return;
	if (after < s->last && !bs_token_mark(&s->t[after], ',') && s->t[after].kind == BS_MARK)
		return;
	before->same_as = index;
	if (c->role_first == c->role_last) {
		c->role_first = before->name_first;
		c->role_last = before->last;
	}
}

/* "Deputy Manager and Press Director Ann Bell": both are hers, and no two people.  Not "the manager and
 * Press Director Ann Bell". */
void bs_take_office_before(struct bs_scan *s, uint32_t index)
{
	if (index == 0) return;
	struct bs_candidate *c = &s->out->at[index], *before = c - 1;
	if (before->form != BS_FORM_NOUN || before->kind != BS_PERSON || before->plural ||
	    before->same_as != BS_NOBODY || before->sentence != c->sentence ||
	    before->last + 1 != c->first || !bs_is_text(s, before->last, "and") ||
	    bs_grammar(&s->t[before->first]) == 'd' || c->first == c->name_first ||
	    c->role_first != c->first || c->role_last > c->name_first)
		return;
	c->first = before->first;
	c->role_first = before->name_first;
	*before = *c;
	s->out->count--;
	if (s->apposed_to == index) s->apposed_to--;
}

/* "MPs Philip Davies (Shipley) and Robbie Moore (Keighley)": an office in the plural is that of all. */
void bs_share_role(struct bs_scan *s, uint32_t index)
{
	if (index == 0) return;
	struct bs_candidate *c = &s->out->at[index];
	const struct bs_candidate *before = c - 1;
	if (c->sentence != before->sentence || before->form != BS_FORM_NAME ||
	    before->kind != BS_PERSON || before->role_first == before->role_last ||
	    before->role_last > before->name_first ||
	    (c->role_first < c->role_last && !c->weak_role) ||
	    bs_noun_class(&s->t[before->role_last - 1]) != 'g')
		return;
	uint32_t i = c->first - 1;
	if (!bs_is_text(s, i, "and") && !bs_token_mark(&s->t[i], ',')) return;
	if (i - before->last > 6) return;
	c->role_first = before->role_first;
	c->role_last = before->role_last;
	c->weak_role = false;
}

static bool is_one_of(const struct bs_scan *s, uint32_t i, const char *const *words, size_t count)
{
	for (size_t k = 0; k < count; k++)
		if (bs_is_text(s, i, words[k])) return true;
	return false;
}

#define ONE_OF(s, i, words) is_one_of(s, i, words, sizeof(words) / sizeof *(words))

/* "former Health Secretary", but not "month Health Secretary": where in [from, end) does an office
 * begin that is written with capitals?  What describes the holder's time or rank is part of it. */
static uint32_t office_start(const struct bs_scan *s, uint32_t from, uint32_t end)
{
	static const char *const ranks[] = {
		"acting",  "assistant", "associate", "caretaker", "chief",   "current",
		"deputy",  "elected",   "ex",        "fellow",    "first",   "former",
		"interim", "incoming",  "joint",     "junior",    "late",    "lead",
		"new",     "ousted",    "outgoing",  "retired",   "rival",   "sacked",
		"senior",  "serving",   "shadow",    "then",      "veteran", "vice"};
	static const char *const joints[] = {"of", "for", "at", "in", "to", "on", "from", "with"};
	if (from + 1 < end && bs_token_is(&s->t[from], BS_LIST_TIME_UNIT) &&
	    !bs_is_text(s, from, "second"))
		from++;
	uint32_t start = from;
	while (start < end && !bs_is_capital(&s->t[start]) && s->t[start].kind != BS_NUMBER &&
	       !(s->t[start].flags & BS_POSSESSIVE))
		if (ONE_OF(s, start++, joints)) return from;
	if (start == end) return from;
	while (start > from) {
		if (bs_is_compound_part(s, start) && start >= from + 2)
			start -= 2;
		else if (ONE_OF(s, start - 1, ranks))
			start--;
		else
			break;
	}
	return start;
}

/* "Chief Medical Officer [Professor] Ann Bell": a title of the person behind an office. */
static bool is_personal_title(const struct bs_scan *s, uint32_t i)
{
	static const char *const titles[] = {"baron", "baroness", "cllr",      "councillor",
					     "dame",  "doctor",   "dr",        "lady",
					     "lord",  "prof",     "professor", "sir"};
	return bs_is_capital(&s->t[i]) && ONE_OF(s, i, titles);
}

/* The offices and titles in [from, start) before a name. */
void bs_read_titles(struct bs_scan *s, struct bs_candidate *c, uint32_t from, uint32_t start)
{
	bool office = false, weak = true;
	uint32_t end = from;
	for (uint32_t i = from; i < start; i++) {
		const struct bs_token *t = &s->t[i];
		int honorific = bs_word_value(t->word, BS_LIST_HONORIFIC);
		int class = bs_noun_class(t);
		if (honorific == 'm' || honorific == 'f') c->gender = bs_gender_of(honorific);
		if (class == 'm' || class == 'f') c->gender = bs_gender_of(class);
		if (honorific || bs_is_person_noun(class)) c->certain = true;
		if (bs_is_person_noun(class) && !(office && is_personal_title(s, i)))
			office = true, end = i + 1;
		if (t->kind == BS_WORD && !honorific) weak = false;
	}
	if (!office) return;
	bool of = false;
	for (uint32_t i = from; i < start; i++) of = of || bs_is_of(s, i);
	c->role_first = office_start(s, from, of ? start : end);
	c->role_last = of ? start : end;
	c->weak_role = weak;
	/* "Keighley and Ilkley MP" */
	if (from >= s->first + 2 && bs_is_capital(&s->t[from]) && bs_is_text(s, from - 1, "and") &&
	    bs_is_capital(&s->t[from - 2]) && bs_is_text(s, end - 1, "mp") && end > from + 1)
		c->role_first = from - 2;
}
