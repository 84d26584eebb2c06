/* mktimex - makes the table of the classes of tokens that may tell a time (timex_class.h).  Runs
 * when the library is built.
 *
 *     mktimex timex_table.c
 */
#include "analysis/timex_class.h"
#include "analysis/timex_kind.h"
#include "analysis/timex_rows.h"

#include <stdio.h>
#include <stdlib.h>

#define LIST(name) ((uint64_t)1 << BS_LIST_##name)

/* K: a number that may be joined to another, as in "24 and 25 April"; no pattern has that. */
static const char *const of_numbers[BS_CLASS_OF_WORDS] = {
	[BS_CLASS_APOSTROPHE] = "NY",
	[BS_CLASS_CARDINAL] = "ACY",
	[BS_CLASS_ORDINAL] = "DKO",
	[BS_CLASS_DECADE] = "CN", /* 0900hrs too */
	[BS_CLASS_HOUR] = "C",
	/* Before more of it, an amount's unit, BC, a short word, what joins it, any other. */
	[BS_CLASS_YEAR] = "AIJKY",
	"AY",
	"BY",
	"BKY",
	"KY",
	"Y",
	[BS_CLASS_DAY] = "ACDIK",
	"AD",
	"BD",
	"BCDK",
	"DK",
	"D",
	[BS_CLASS_COUNT] = "ACK",
	"A",
	"B",
	"BCK",
	"K",
	""};

static struct bs_timex_letters classes[BS_MOST_CLASSES];
static unsigned class_count = BS_CLASS_OF_WORDS;
static uint8_t starts[BS_MOST_STARTS];
static unsigned start_count;

static uint64_t bits(const char *letters)
{
	uint64_t found = 0;
	for (; letters && *letters; letters++) found |= bs_kind_bit(*letters);
	return found;
}

/* The letters that words/time_word.txt makes a word. */
static uint64_t letters_of_time_word(uint16_t word)
{
	int code = bs_word_value(word, BS_LIST_TIME_WORD);
	if (code < 'a') return bs_kind_bit(code == 'E' ? 'E' : 'R');
	uint64_t found = bs_kind_bit((char)code);
	if (code == 'u' || code == 'h') found |= bits("A"); /* a, half a */
	if (code == 'd' || code == 'w' || code == 'm') found |= bits("Z");
	return found;
}

/* The letters that its lists make a word. */
static uint64_t letters_of_word(uint16_t word)
{
	static const struct {
		uint64_t list;
		const char *letters;
	} lists[] = {
		{LIST(MONTH), "M"},      {LIST(WEEKDAY), "W"},    {LIST(TIME_UNIT), "U"},
		{LIST(SEASON), "S"},     {LIST(DAY_PART), "P"},   {LIST(DAY_WORD), "X"},
		{LIST(CARDINAL), "ACY"}, {LIST(ORDINAL), "DKO"},  {LIST(VAGUE_TIME), "V"},
		{LIST(HOLIDAY), "H"},    {LIST(CLOCK_WORD), "C"}, {LIST(DECADE), "N"},
	};
	uint64_t found = bs_word_is(word, BS_LIST_TIME_WORD) ? letters_of_time_word(word) : 0;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (bs_word_lists(word) & lists[i].list) found |= bits(lists[i].letters);
	return found;
}

/* The class of words that may be these letters. */
static uint8_t class_of(uint64_t letters)
{
	unsigned i = BS_CLASS_OF_WORDS;
	if (!letters) return BS_CLASS_NONE;
	if (letters == bits(of_numbers[BS_CLASS_CARDINAL])) return BS_CLASS_CARDINAL;
	while (i < class_count && classes[i].letters != letters) i++;
	if (i == BS_MOST_CLASSES) {
		fprintf(stderr, "mktimex: more than %d classes of tokens\n", BS_MOST_CLASSES);
		exit(1);
	}
	if (i == class_count) classes[class_count++].letters = letters;
	return (uint8_t)i;
}

/* ---- What may follow a token ---- */

static const char *pattern_of(unsigned i)
{
	return i < BS_TIMEX_ROWS ? bs_timex_rows[i].pattern
				 : bs_timex_prefixes[i - BS_TIMEX_ROWS].pattern;
}

static uint64_t letter(const char *pattern)
{
	return *pattern >= 'A' ? bs_kind_bit(*pattern) : 0;
}

static bool may_miss(const char *pattern)
{
	return pattern[1] == '?';
}

/* The letters that a pattern may go on with from there. */
static uint64_t next_letters(const char *rest)
{
	uint64_t found = 0;
	for (; *rest; rest += 2) {
		found |= letter(rest);
		if (!may_miss(rest)) break;
	}
	return found;
}

/* The letters with which any whole expression begins, for what stands before one. */
static uint64_t letters_of_rows(void)
{
	uint64_t found = 0;
	for (unsigned i = 0; i < BS_TIMEX_ROWS; i++) found |= next_letters(pattern_of(i));
	return found;
}

static uint64_t letters_after_amount(void)
{
	uint64_t found = 0;
	for (unsigned i = 0; i < BS_TIMEX_PATTERNS; i++)
		for (const char *p = strchr(pattern_of(i), 'A'); p; p = strchr(p + 1, 'A'))
			found |= next_letters(p + 1 + may_miss(p));
	return found;
}

/* May a letter be several tokens, the first two of which are of these classes?  "Apr." is not told
 * here, as its stop stands where a comma may. */
static bool is_stretch(uint64_t letter, unsigned class, unsigned next)
{
	uint64_t letters = classes[class].letters, then = classes[next].letters;
	bool mark = next == BS_CLASS_MARK, word = next >= BS_CLASS_OF_WORDS;
	bool cardinal = next == BS_CLASS_CARDINAL || (word && then & bits("A"));
	if (letter & bits("IJ")) return mark;
	if (letter & bits("BH")) return true;
	if (class == BS_CLASS_APOSTROPHE) return true; /* ’98 */
	if (class < BS_CLASS_OF_WORDS && class != BS_CLASS_CARDINAL) {
		bool before_unit = !(letters & bits("K")); /* and not 1,500 or 2.5 before one */
		if (letter & bits("A")) return mark ? !before_unit : !word; /* 2 1/2 */
		return letter & bits("C");
	}
	if (letter & bits("C") && then & bits("i")) return true; /* six in the evening */
	if (letter & bits("A") && letters & bits("h") && then & bits("u")) return true; /* half a */
	if (letter & bits("A") && letters & bits("u")) return mark || cardinal; /* a hundred */
	/* Two hundred and six, nineteen ninety-four: with words of no time, too, and cardinals that
	 * are of no class for what follows them. */
	return letter & bits("ACY") && (mark || cardinal || next == BS_CLASS_NONE);
}

/* May a pattern go on with a class from there, or be over? */
static bool goes_on(unsigned pattern, const char *rest, unsigned next)
{
	for (; *rest; rest += 2) {
		if (letter(rest) ? (classes[next].letters & letter(rest)) != 0
				 : next == BS_CLASS_MARK)
			return true;
		if (!may_miss(rest)) return false;
	}
	return pattern < BS_TIMEX_ROWS || classes[next].letters & letters_of_rows();
}

/* May a class follow a letter that may have a stop: Apr., Sun.? */
static bool is_stop(uint64_t letter, unsigned next)
{
	return letter & bits("MW") && next == BS_CLASS_MARK;
}

/* May a class be the third token of a pattern, from behind its first letter? */
static bool is_third(unsigned pattern, const char *rest, unsigned third)
{
	for (; *rest; rest += 2) {
		if (goes_on(pattern, rest + 1 + may_miss(rest), third)) return true;
		if (is_stop(letter(rest), third)) return true;
		if (!may_miss(rest)) return false;
	}
	return true;
}

static void set(uint64_t *words, unsigned i)
{
	words[i / 64] |= (uint64_t)1 << i % 64;
}

/* Adds the start of a pattern with one of its letters. */
static void add_start(unsigned pattern, const char *first)
{
	const char *rest = first + 1 + may_miss(first);
	const uint64_t one = letter(first);
	if (start_count == BS_MOST_STARTS) {
		fprintf(stderr, "mktimex: more than %d starts of patterns\n", BS_MOST_STARTS);
		exit(1);
	}
	for (unsigned c = 0; c < class_count; c++)
		if (classes[c].letters & one) set(classes[c].begins, start_count);
	for (unsigned next = 0; next < class_count; next++) {
		bool follows = goes_on(pattern, rest, next) || is_stop(one, next);
		if (follows) set(classes[next].follows, start_count);
		for (unsigned c = 0; c < class_count; c++) {
			if (!(classes[c].letters & one)) continue;
			bool stretch = is_stretch(one, c, next);
			if (stretch) set(classes[c].stretches, next);
			if (follows || stretch) set(classes[c].before, next);
		}
		if (is_third(pattern, rest, next) ||
		    (one & bits("MW") && goes_on(pattern, rest, next)))
			set(classes[next].thirds, start_count);
	}
	starts[start_count++] = (uint8_t)pattern;
}

static void find_starts(void)
{
	for (unsigned i = 0; i < BS_TIMEX_PATTERNS; i++)
		for (const char *p = pattern_of(i);; p += 2) {
			add_start(i, p);
			if (!may_miss(p)) break;
		}
	for (unsigned c = 0; c < class_count; c++)
		for (unsigned next = 0; next < class_count; next++)
			if (classes[c].letters & bits("K")) set(classes[c].before, next);
}

/* ---- Writing ---- */

static void write_bits(FILE *out, const uint64_t *words, unsigned count)
{
	fputs(", {", out);
	for (unsigned i = 0; i < count; i++)
		fprintf(out, "%s0x%llx", i ? "," : "", (unsigned long long)words[i]);
	fputs("}", out);
}

static void write_classes(FILE *out)
{
	fputs("const struct bs_timex_letters bs_timex_classes[] = {\n", out);
	for (unsigned c = 0; c < class_count; c++) {
		fprintf(out, "\t{0x%llx", (unsigned long long)classes[c].letters);
		write_bits(out, classes[c].begins, BS_MOST_STARTS / 64);
		write_bits(out, classes[c].follows, BS_MOST_STARTS / 64);
		write_bits(out, classes[c].thirds, BS_MOST_STARTS / 64);
		write_bits(out, classes[c].before, BS_MOST_CLASSES / 64);
		write_bits(out, classes[c].stretches, BS_MOST_CLASSES / 64);
		fprintf(out, ", %d, %d},\n", classes[c].in_small, classes[c].no_holiday);
	}
	fputs("};\n", out);
}

static void write_starts(FILE *out)
{
	fputs("const uint8_t bs_timex_starts[] = {", out);
	for (unsigned i = 0; i < start_count; i++)
		fprintf(out, "%s%d,", i % 24 ? " " : "\n\t", starts[i]);
	fputs("\n};\n", out);
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		fputs("usage: mktimex TABLE\n", stderr);
		return 2;
	}
	FILE *out = fopen(argv[1], "w");
	if (!out) {
		fprintf(stderr, "%s: cannot be written\n", argv[1]);
		return 1;
	}
	for (unsigned c = 0; c < BS_CLASS_OF_WORDS; c++) {
		classes[c].letters = bits(of_numbers[c]);
		classes[c].in_small = classes[c].no_holiday = (uint8_t)c;
	}
	fputs("/* Made by mktimex from the word lists and the patterns. */\n"
	      "#include \"analysis/timex_class.h\"\n"
	      "const uint8_t bs_timex_word_classes[] = {",
	      out);
	for (uint16_t word = 0; word < BS_WORD_COUNT; word++)
		fprintf(out, "%s%d,", word % 24 ? " " : "\n\t", class_of(letters_of_word(word)));
	fputs("\n};\n", out);
	for (unsigned c = BS_CLASS_OF_WORDS; c < class_count; c++) {
		classes[c].in_small = class_of(classes[c].letters & ~bits("HMW"));
		classes[c].no_holiday = class_of(classes[c].letters & ~bits("H"));
	}
	find_starts();
	write_classes(out);
	write_starts(out);
	fprintf(out, "const uint64_t bs_timex_after_amount = 0x%llx;\n",
		(unsigned long long)letters_after_amount());
	return fclose(out) == 0 ? 0 : 1;
}
