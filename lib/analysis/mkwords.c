/* mkwords - makes the table of known words from the lists.  Runs when the library is built.
 *
 *     mkwords words_lists.h words_table.c LIST.txt...
 *
 * The table is a hash table in which no word is in another's way: see word_find.h. */
#include "word_hash.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	MAX_WORDS = 60000,
	MAX_LISTS = 64,
	TABLE = 131072,   /* while the words are read */
	LONGEST_WORD = 32 /* BS_LONGEST_WORD of words.h, which cannot be read before it is made */
};

static struct word {
	char *text;
	uint64_t lists;
	int16_t value[MAX_LISTS];
} * words;
static unsigned word_count = 1;
static char *list_names[MAX_LISTS];
static unsigned list_count;
static uint16_t table[TABLE];

static uint64_t hash(const char *word)
{
	return bs_hash_word(word, strlen(word));
}

static unsigned entry(const char *word)
{
	uint32_t slot = bs_hash_slot(hash(word)) % TABLE;
	while (table[slot] && strcmp(words[table[slot]].text, word) != 0) slot = (slot + 1) % TABLE;
	if (!table[slot]) {
		if (word_count == MAX_WORDS) {
			fprintf(stderr, "mkwords: more than %d words\n", MAX_WORDS);
			exit(1);
		}
		table[slot] = (uint16_t)word_count;
		words[word_count++].text = strdup(word);
	}
	return table[slot];
}

static void complain(const char *path, int line, const char *what)
{
	fprintf(stderr, "%s:%d: %s\n", path, line, what);
	exit(1);
}

/* words/given.txt is the list "given". */
static char *name_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *name = strdup(slash ? slash + 1 : path);
	if (!name) exit(1);
	name[strcspn(name, ".")] = '\0';
	return name;
}

static void read_list(const char *path)
{
	FILE *in = fopen(path, "r");
	if (!in) complain(path, 0, "cannot be opened");
	unsigned list = list_count++;
	list_names[list] = name_of(path);
	char line[512];
	for (int number = 1; fgets(line, sizeof line, in); number++) {
		line[strcspn(line, "#\r\n")] = '\0';
		char *word = strtok(line, " \t"), *value = strtok(NULL, " \t");
		if (!word) continue;
		if (strtok(NULL, " \t")) complain(path, number, "more than a word and a value");
		for (char *c = word; *c; c++)
			if (isupper((unsigned char)*c))
				complain(path, number, "capital letter in a word");
		if (strlen(word) > LONGEST_WORD)
			complain(path, number, "word of more than 32 bytes");
		unsigned e = entry(word);
		if (words[e].lists >> list & 1) complain(path, number, "word given twice");
		words[e].lists |= (uint64_t)1 << list;
		words[e].value[list] = (int16_t)(!value                           ? 1
						 : isalpha((unsigned char)*value) ? *value
										  : atoi(value));
	}
	fclose(in);
}

/* The smallest size of the table that leaves a quarter of it empty; and a bucket for four slots. */
static uint32_t slot_count(void)
{
	uint32_t size = 8;
	while (size / 4 * 3 < word_count) size *= 2;
	return size;
}

static uint32_t bucket_count(void)
{
	return slot_count() / 4;
}

static void write_lists(const char *path)
{
	FILE *out = fopen(path, "w");
	if (!out) complain(path, 0, "cannot be written");
	fputs("/* Made by mkwords from the word lists. */\nenum bs_word_list {\n", out);
	for (unsigned i = 0; i < list_count; i++) {
		fputs("\tBS_LIST_", out);
		for (const char *c = list_names[i]; *c; c++) fputc(toupper((unsigned char)*c), out);
		fputs(",\n", out);
	}
	fprintf(out,
		"\tBS_LIST_COUNT\n};\nenum {\n\tBS_WORD_COUNT = %u,\n\tBS_WORD_SLOTS = %u,\n"
		"\tBS_WORD_BUCKETS = %u\n};\n",
		word_count, slot_count(), bucket_count());
	if (fclose(out) != 0) complain(path, 0, "cannot be written");
}

enum { MOST_IN_BUCKET = 64 };

/* The words by bucket. */
static struct bucket {
	unsigned words[MOST_IN_BUCKET], count;
	uint32_t shift;
} buckets[TABLE];

static void fill_buckets(const char *path)
{
	for (unsigned i = 1; i < word_count; i++) {
		struct bucket *b = &buckets[bs_hash_bucket(hash(words[i].text), bucket_count())];
		if (b->count == MOST_IN_BUCKET) complain(path, 0, "too many words in a bucket");
		b->words[b->count++] = i;
	}
}

static uint32_t slot_of(unsigned word, uint32_t shift)
{
	return (bs_hash_slot(hash(words[word].text)) + shift) & (slot_count() - 1);
}

/* Puts the words of a bucket into the table, moved on by its shift; false if one of them meets
 * another there. */
static bool place(const struct bucket *b)
{
	for (unsigned k = 0; k < b->count; k++) {
		uint32_t slot = slot_of(b->words[k], b->shift);
		if (table[slot]) {
			while (k-- > 0) table[slot_of(b->words[k], b->shift)] = 0;
			return false;
		}
		table[slot] = (uint16_t)b->words[k];
	}
	return true;
}

/* Finds a shift for each bucket, the fullest first, while there is most room. */
static void place_all(const char *path)
{
	memset(table, 0, sizeof table);
	for (unsigned n = MOST_IN_BUCKET; n > 0; n--)
		for (uint32_t b = 0; b < bucket_count(); b++)
			while (buckets[b].count == n && !place(&buckets[b]))
				if (++buckets[b].shift == slot_count())
					complain(path, 0, "no room for the words of a bucket");
}

static void write_slots(FILE *out, const char *path)
{
	fill_buckets(path);
	place_all(path);
	fputs("const uint16_t bs_word_shifts[] = {", out);
	for (uint32_t b = 0; b < bucket_count(); b++)
		fprintf(out, "%s%u,", b % 16 ? " " : "\n\t", buckets[b].shift);
	fputs("\n};\nconst struct bs_word_slot bs_word_slots[] = {", out);
	for (uint32_t i = 0; i < slot_count(); i++) {
		const char *text = table[i] ? words[table[i]].text : NULL;
		fprintf(out, "%s{0x%x, %u, %zu},", i % 4 ? " " : "\n\t",
			text ? bs_hash_tag(hash(text)) : 0, table[i], text ? strlen(text) : 0);
	}
	fputs("\n};\nconst uint64_t bs_word_firsts[] = {0,", out);
	for (unsigned i = 1; i < word_count; i++)
		fprintf(out, "%s0x%llx,", i % 6 ? " " : "\n\t",
			(unsigned long long)bs_load_some(words[i].text, strlen(words[i].text)));
	fputs("\n};\n", out);
}

/* All words one after another, and where each begins: no pointers, which would have to be set
 * whenever a program starts. */
static void write_texts(FILE *out)
{
	size_t start = 0;
	fputs("const char bs_word_texts[] = {", out);
	for (unsigned i = 1; i < word_count; i++) {
		fputs("\n\t", out);
		for (const char *c = words[i].text; *c; c++) fprintf(out, "%d,", *c);
	}
	fputs("\n\t0,0,0,0,0,0,0,0\n};\nconst uint32_t bs_word_starts[] = {0,", out);
	for (unsigned i = 1; i <= word_count; i++) {
		fprintf(out, "%s%zu,", i % 16 ? " " : "\n\t", start);
		if (i < word_count) start += strlen(words[i].text);
	}
	fputs("\n};\n", out);
}

/* The number of a list by its name; list_count if there is none. */
static unsigned find_list(const char *name)
{
	unsigned i = 0;
	while (i < list_count && strcmp(list_names[i], name) != 0) i++;
	return i;
}

/* One struct bs_word_facts a word; see words.h. */
static void write_facts(FILE *out, const char *path)
{
	static const char *const columns[] = {"grammar_word", "pronoun", "speaker_noun",
					      "time_word",    "tense",   "cue_say"};
	unsigned values = 0;
	fputs("const struct bs_word_facts bs_word_facts[] = {\n", out);
	for (unsigned i = 0; i < word_count; i++) {
		fprintf(out, "\t{0x%llx, %u", (unsigned long long)words[i].lists, values);
		for (size_t k = 0; k < sizeof columns / sizeof *columns; k++) {
			unsigned list = find_list(columns[k]);
			if (list == list_count)
				complain(path, 0, "a list with a column is missing");
			int value = words[i].value[list];
			if (value < 0 || value > UINT8_MAX)
				complain(path, 0,
					 "a list with a column has a value that is no letter");
			fprintf(out, ", %d", value);
		}
		fputs("},\n", out);
		values += (unsigned)__builtin_popcountll(words[i].lists);
	}
	fputs("};\n", out);
	if (values > UINT16_MAX) complain(path, 0, "more than 65535 values");
}

static int value_in(unsigned word, const char *list)
{
	unsigned i = find_list(list);
	return i < list_count ? words[word].value[i] : 0;
}

/* An enum bs_word_opens of each word; see words.h. */
static void write_opens(FILE *out)
{
	fputs("const uint8_t bs_word_opens[] = {", out);
	for (unsigned i = 0; i < word_count; i++) {
		int grammar = value_in(i, "grammar_word");
		bool always = value_in(i, "pronoun") || grammar == 'd' || grammar == 'x';
		bool noun = value_in(i, "speaker_noun") || value_in(i, "noun_modifier");
		fprintf(out, "%s%d,", i % 24 ? " " : "\n\t",
			always || (noun && !grammar) ? 2 : !grammar);
	}
	fputs("\n};\n", out);
}

static void write_table(const char *path)
{
	FILE *out = fopen(path, "w");
	if (!out) complain(path, 0, "cannot be written");
	fputs("/* Made by mkwords from the word lists. */\n#include \"analysis/word_find.h\"\n",
	      out);
	write_slots(out, path);
	write_texts(out);
	write_facts(out, path);
	write_opens(out);
	fputs("const int16_t bs_word_values[] = {", out);
	unsigned n = 0;
	for (unsigned i = 1; i < word_count; i++)
		for (unsigned k = 0; k < MAX_LISTS; k++)
			if (words[i].lists >> k & 1)
				fprintf(out, "%s%d,", n++ % 24 ? " " : "\n\t", words[i].value[k]);
	fputs("\n};\n", out);
	if (fclose(out) != 0) complain(path, 0, "cannot be written");
}

static int by_lists(const void *a, const void *b)
{
	const struct word *x = a, *y = b;
	int more = __builtin_popcountll(y->lists) - __builtin_popcountll(x->lists);
	return more ? more : strcmp(x->text, y->text);
}

int main(int argc, char **argv)
{
	if (argc < 4 || argc - 3 > MAX_LISTS) {
		fprintf(stderr, "usage: mkwords HEADER TABLE LIST...   (at most %d lists)\n",
			MAX_LISTS);
		return 2;
	}
	words = calloc(MAX_WORDS, sizeof *words);
	if (!words) return 1;
	for (int i = 3; i < argc; i++) read_list(argv[i]);
	if (word_count > TABLE / 2) complain(argv[2], 0, "table more than half full");
	/* Common words stand in many lists; side by side they stay in the processor's cache. */
	qsort(words + 1, word_count - 1, sizeof *words, by_lists);
	write_lists(argv[1]);
	write_table(argv[2]);
	return 0;
}
