/* Tokens and the word lists. */
#include "suite.h"

#include "analysis/token.h"

/* ---- Cases: a text, and its tokens as show() writes them ----
 *
 * W, N or M for word, number or mark, the flags (s space, l line, p paragraph, c capital, C capitals,
 * ' possessive, t letters of a number), and the piece of text. */

static const struct {
	const char *text, *tokens;
} cases[] = {
	{"", ""},
	{"   \n\n ", ""},
	{"Roads were shut.", "Wslpc[Roads] Ws[were] Ws[shut] M[.]"},
	{"don't", "Wslp[don't]"},
	{"Don’t", "Wslpc[Don’t]"},
	{"council’s", "Wslp'[council’s]"},
	{"COUNCIL'S", "WslpcC'[COUNCIL'S]"},
	{"O'Dowd", "Wslpc[O'Dowd]"},
	{"‘so’", "Mslp[‘] W[so] M[’]"},
	{"'so'", "Mslp['] W[so] M[']"},
	{"rock 'n' roll", "Wslp[rock] Ms['] W[n] M['] Ws[roll]"},
	{"a-b", "Wslp[a] M[-] W[b]"},
	{"NHS", "WslpcC[NHS]"},
	{"A", "Wslpc[A]"},
	{"McKee", "Wslpc[McKee]"},
	{"M62", "Wslpc[M62]"},
	{"31st", "Nslpt[31st]"},
	{"2018/19", "Nslp[2018] M[/] N[19]"},
	{"£28.5m", "Mslp[£] N[28] M[.] Nt[5m]"},
	{"café Zoë", "Wslp[café] Wsc[Zoë]"},
	{"Éire ÉÉ", "Wslpc[Éire] WscC[ÉÉ]"},
	{"cafe\xCC\x81 x", "Wslp[cafe\xCC\x81] Ws[x]"}, /* the accent as a character of its own */
	{"co\xC2\xADop", "Wslp[co\xC2\xADop]"},         /* a soft hyphen */
	{"a\xC2\xA0z", "Wslp[a] Ws[z]"},                /* a space that does not break */
	{"\xEF\xBB\xBFTown", "Wslpc[Town]"},            /* a byte order mark */
	{"one\ntwo", "Wslp[one] Wsl[two]"},
	{"one\r\ntwo", "Wslp[one] Wsl[two]"},
	{"one\rtwo", "Wslp[one] Wsl[two]"},
	{"one\n\ntwo", "Wslp[one] Wslp[two]"},
	{"one\r\n \r\ntwo", "Wslp[one] Wslp[two]"},
	{"one\xE2\x80\xA8two", "Wslp[one] Wsl[two]"},  /* line separator */
	{"one\xE2\x80\xA9two", "Wslp[one] Wslp[two]"}, /* paragraph separator */
	{"“So,” she", "Mslp[“] Wc[So] M[,] M[”] Ws[she]"},
	{"...", "Mslp[.] M[.] M[.]"},
	{"水 x", "Wslp[水] Ws[x]"},
	{"😀!", "Mslp[😀] M[!]"},
};

static const struct {
	const char *text;
	uint32_t value;
} values[] = {
	{"0", 0},
	{"2018", 2018},
	{"31st", 31},
	{"007", 7},
	{"11pm2", 11},
	{"999999999", 999999999},
	{"1000000000", UINT32_MAX},
	{"12345678901234567890", UINT32_MAX},
	{".", '.'},
	{"“", 0x201C},
	{"I", 'i'},
	{"Of", 'o' | 'f' << 8},
	{"the", 't' | 'h' << 8 | 'e' << 16},
	{"Government", 'g' | 'o' << 8 | 'v' << 16 | 'e' << 24},
	{"l’Été", 'l' | '\'' << 8 | 'e' << 16 | 't' << 24},
};

static const struct {
	const char *word;
	int month; /* 0: no month */
} months[] = {
	{"january", 1}, {"december", 12}, {"sept", 9}, {"January", 0},
	{"janua", 0},   {"januaryx", 0},  {"", 0},     {"xyzzy", 0},
};

/* ---- Tests ---- */

static void show(const char *text, const struct bs_tokens *tokens, char *out, size_t room)
{
	static const char letters[] = "slpcC't";
	size_t n = 0;
	*out = '\0';
	for (size_t i = 0; i < tokens->count; i++) {
		const struct bs_token *t = &tokens->at[i];
		if (i > 0) out[n++] = ' ';
		out[n++] = "WNM"[t->kind];
		for (unsigned bit = 0; bit < 7; bit++)
			if (t->flags >> bit & 1) out[n++] = letters[bit];
		n += (size_t)snprintf(out + n, room - n, "[%.*s]", (int)(t->end - t->start),
				      text + t->start);
	}
}

static struct bs_tokens take_apart(struct bs_arena *arena, const char *text)
{
	struct bs_tokens tokens;
	bs_tokenize(arena, text, strlen(text), &tokens);
	return tokens;
}

START_TEST(texts_become_tokens)
{
	struct bs_arena arena = {0};
	struct bs_tokens tokens = take_apart(&arena, cases[_i].text);
	char out[512];
	show(cases[_i].text, &tokens, out, sizeof out);
	ck_assert_str_eq(out, cases[_i].tokens);
	const struct bs_token *last = &tokens.at[tokens.count];
	ck_assert_uint_eq(last->start, strlen(cases[_i].text));
	ck_assert_uint_eq(last->end, last->start);
	bs_arena_free(&arena);
}
END_TEST

START_TEST(tokens_have_values)
{
	struct bs_arena arena = {0};
	struct bs_tokens tokens = take_apart(&arena, values[_i].text);
	ck_assert_uint_eq(tokens.count, 1);
	ck_assert_uint_eq(tokens.at[0].value, values[_i].value);
	bs_arena_free(&arena);
}
END_TEST

/* Every byte that is not white space is in one token, in order. */
START_TEST(tokens_cover_the_text)
{
	static const char text[] =
		"“It’s £5m,” he—Mr O’Dowd—said.\n\n31st Jan 2023 | ½ · naïve…\t!";
	struct bs_arena arena = {0};
	struct bs_tokens tokens = take_apart(&arena, text);
	size_t at = 0;
	for (size_t i = 0; i <= tokens.count; i++) {
		ck_assert_uint_ge(tokens.at[i].start, at);
		for (; at < tokens.at[i].start; at++)
			ck_assert_ptr_nonnull(strchr(" \n\t", text[at]));
		at = tokens.at[i].end;
	}
	ck_assert_uint_eq(at, sizeof text - 1);
	bs_arena_free(&arena);
}
END_TEST

START_TEST(marks_and_beginnings_of_lines_are_listed)
{
	static const uint32_t listed[] = {0, 2, 5, 6, 8, 9, 10, 11};
	struct bs_arena arena = {0};
	struct bs_tokens tokens = take_apart(&arena, "He said: all of\nit, he\n...");
	ck_assert_uint_eq(tokens.mark_count, 7);
	for (size_t i = 0; i < sizeof listed / sizeof *listed; i++)
		ck_assert_uint_eq(tokens.marks[i], listed[i]);
	bs_arena_free(&arena);
}
END_TEST

START_TEST(words_of_a_list_are_known)
{
	const char *word = months[_i].word;
	uint16_t entry = bs_word_find(word, strlen(word));
	ck_assert_int_eq(bs_word_is(entry, BS_LIST_MONTH), months[_i].month != 0);
	ck_assert_int_eq(bs_word_value(entry, BS_LIST_MONTH), months[_i].month);
}
END_TEST

START_TEST(every_listed_word_is_found_with_its_values)
{
	ck_assert_uint_ge(BS_WORD_COUNT, 2);
	for (uint16_t i = 1; i < BS_WORD_COUNT; i++) {
		ck_assert(bs_word_lists(i) != 0);
		char word[BS_LONGEST_WORD + 1];
		size_t length = bs_word_starts[i + 1] - bs_word_starts[i];
		memcpy(word, bs_word_texts + bs_word_starts[i], length);
		ck_assert_uint_eq(bs_word_find(word, length), i);
		word[length] = '-'; /* no list has such a word */
		ck_assert_uint_eq(bs_word_find(word, length + 1), 0);
		word[length - 1] = '-';
		ck_assert_uint_eq(bs_word_find(word, length), 0);
		for (int k = 0; k < BS_LIST_COUNT; k++) {
			enum bs_word_list list = (enum bs_word_list)k;
			int value = bs_word_is(i, list) ? bs_word_value_in(i, list) : 0;
			ck_assert_int_eq(bs_word_value(i, list), value);
		}
	}
}
END_TEST

START_TEST(tokens_know_their_lists)
{
	struct bs_arena arena = {0};
	struct bs_tokens tokens = take_apart(&arena, "JANUARY January’s januaries February. 5");
	static const bool month[] = {true, true, false, true, false, false};
	for (size_t i = 0; i < tokens.count; i++)
		ck_assert_int_eq(bs_token_is(&tokens.at[i], BS_LIST_MONTH), month[i]);
	ck_assert_uint_eq(tokens.count, 6);
	bs_arena_free(&arena);
}
END_TEST

START_TEST(tokens_are_compared_with_words_and_marks)
{
	static const char text[] = "Café’s “x” 120";
	struct bs_arena arena = {0};
	struct bs_tokens tokens = take_apart(&arena, text);
	ck_assert(bs_token_text(&tokens.at[0], text, "cafe's"));
	ck_assert(!bs_token_text(&tokens.at[0], text, "cafe"));
	ck_assert(!bs_token_text(&tokens.at[0], text, "cafe's "));
	ck_assert(!bs_token_text(&tokens.at[2], text, "xy"));
	ck_assert(bs_token_text(&tokens.at[2], text, "x"));
	ck_assert(bs_token_mark(&tokens.at[1], 0x201C));
	ck_assert(!bs_token_mark(&tokens.at[1], 0x201D));
	ck_assert(!bs_token_mark(&tokens.at[2], 'x'));
	ck_assert(!bs_token_text(&tokens.at[4], text, "x")); /* whose number it is */
	ck_assert(!bs_token_mark(&tokens.at[tokens.count], 0));
	bs_arena_free(&arena);
}
END_TEST

/* Plain words are read in runs, stretch by stretch of the text: wherever a stretch ends, each word
 * is a token with its entry, be it short, long, in capitals, or no plain one. */
START_TEST(words_are_the_same_wherever_they_stand)
{
	static const char words[] = " a January ORGANISATIONS municipality’s it's representative "
				    "telecommunications MPs4 on";
	enum { WORDS = 9, TIMES = 120, BYTES = sizeof words - 1 };
	static char text[64 + TIMES * BYTES + 1];
	struct bs_arena arena = {0};
	for (uint32_t shift = 0; shift < 64; shift++) {
		memset(text, '-', shift);
		for (size_t i = 0; i < TIMES; i++)
			memcpy(text + shift + i * BYTES, words, sizeof words);
		struct bs_tokens tokens = take_apart(&arena, text);
		ck_assert_uint_eq(tokens.count, shift + TIMES * WORDS);
		const struct bs_token *known = &tokens.at[shift + WORDS];
		ck_assert(bs_token_is(&known[1], BS_LIST_MONTH));
		for (uint32_t i = 0; i < (TIMES - 1) * WORDS; i++) {
			const struct bs_token *t = &known[i], *same = &known[i % WORDS];
			ck_assert_uint_eq(t->start, same->start + i / WORDS * BYTES);
			ck_assert_uint_eq(t->end, same->end + i / WORDS * BYTES);
			ck_assert_uint_eq(t->word, same->word);
			ck_assert_uint_eq(t->value, same->value);
			ck_assert_uint_eq((t->flags ^ same->flags) & ~BS_PLAIN, 0);
		}
		bs_arena_clear(&arena);
	}
	bs_arena_free(&arena);
}
END_TEST

/* A word of any length is one token and never overruns what looks it up. */
START_TEST(long_words_are_whole)
{
	char text[9000];
	struct bs_arena arena = {0};
	for (size_t n = 1; n < sizeof text; n = n * 2 + 1) {
		memset(text, 'w', n);
		text[n] = '\0';
		struct bs_tokens tokens = take_apart(&arena, text);
		ck_assert_uint_eq(tokens.count, 1);
		ck_assert_uint_eq(tokens.at[0].end, n);
		ck_assert(!bs_token_text(&tokens.at[0], text, "ww"));
	}
	bs_arena_free(&arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("token");
	TCase *t = tcase_create("token");
	suite_add_tcase(suite, t);
	tcase_add_loop_test(t, texts_become_tokens, 0, CASES(cases));
	tcase_add_loop_test(t, tokens_have_values, 0, CASES(values));
	tcase_add_test(t, tokens_cover_the_text);
	tcase_add_test(t, marks_and_beginnings_of_lines_are_listed);
	tcase_add_loop_test(t, words_of_a_list_are_known, 0, CASES(months));
	tcase_add_test(t, every_listed_word_is_found_with_its_values);
	tcase_add_test(t, tokens_know_their_lists);
	tcase_add_test(t, tokens_are_compared_with_words_and_marks);
	tcase_add_test(t, words_are_the_same_wherever_they_stand);
	tcase_add_test(t, long_words_are_whole);
	return run_suite(suite);
}
