#include "analysis/word_find.h"

bool bs_word_goes_on(uint16_t entry, const uint64_t *eights, size_t length)
{
	const char *known = bs_word_texts + bs_word_starts[entry];
	for (size_t at = 8; at < length; at += 8)
		if (bs_load_some(known + at, length - at) != eights[at / 8]) return false;
	return true;
}

uint16_t bs_word_find(const char *word, size_t length)
{
	uint64_t eights[BS_LONGEST_WORD / 8], hash = BS_WORD_HASH;
	if (length == 0 || length > BS_LONGEST_WORD) return 0;
	for (size_t at = 0; at < length; at += 8) {
		eights[at / 8] = bs_load_some(word + at, length - at);
		hash = bs_word_hash(hash, eights[at / 8]);
	}
	return bs_word_find_hashed(eights, length, hash);
}
