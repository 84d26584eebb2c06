#include "analysis/words.h"

#include <string.h>

extern const uint16_t bs_word_slots[]; /* made by mkwords */
extern const uint32_t bs_word_slot_count;

uint16_t bs_word_find(const char *word, size_t length)
{
	uint32_t h = 2166136261u; /* FNV-1a, as in mkwords.c */
	for (size_t i = 0; i < length; i++) h = (h ^ (unsigned char)word[i]) * 16777619u;
	for (uint32_t slot = (h * 2654435769u >> 8) % bs_word_slot_count;;
	     slot = (slot + 1) % bs_word_slot_count) {
		uint16_t entry = bs_word_slots[slot];
		if (!entry) return 0;
		const char *text = bs_words[entry].text;
		if (strncmp(text, word, length) == 0 && text[length] == '\0') return entry;
	}
}

int bs_word_value(uint16_t word, enum bs_word_list list)
{
	if (!bs_word_is(word, list)) return 0;
	const struct bs_word_value *v = &bs_word_values[bs_words[word].values];
	while (v->list != list) v++;
	return v->value;
}
