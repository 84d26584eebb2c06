#include "index/named.h"

#include "base/error.h"

#include <string.h>

brad_status bs_name_read(struct bs_arena *arena, struct bs_words_scan *scan, const char *text,
			 struct bs_name *out, brad_error *err)
{
	struct bs_text_word word;
	*out = (struct bs_name){0};
	bs_words_begin(scan, text);
	while (bs_words_next(scan, &word))
		*BS_PUSH(arena, out->words, out->count) =
			bs_arena_copy(arena, word.form, word.length);
	if (scan->form.failed) return bs_no_memory(err);
	if (out->count == 0)
		return bs_fail(err, BRAD_EINVAL, "'%s' is no name: it holds no word", text);
	return BRAD_OK;
}

/* May the name contain the word?  Most names and roles are plain, and then this is quick. */
static bool may_have(const char *text, const char *word)
{
	for (const char *at = text; *at; at++) {
		size_t i = 0;
		unsigned char c = (unsigned char)*at;
		if (c >= 0x80 || c == '.') return true; /* must be folded; J.K. counts as jk */
		for (; word[i]; i++) {
			c = (unsigned char)at[i];
			if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
			if (c != (unsigned char)word[i]) break;
		}
		if (!word[i]) return true;
	}
	return false;
}

bool bs_name_matches(const struct bs_name *name, const char *person, struct bs_words_scan *scan)
{
	struct bs_text_word word;
	size_t found = 0;
	if (!may_have(person, name->words[0])) return false;
	bs_words_begin(scan, person);
	while (found < name->count && bs_words_next(scan, &word))
		if (strcmp(name->words[found], word.form) == 0) found++;
	return found == name->count;
}

bool bs_office_matches(const struct bs_name *office, const char *role, struct bs_words_scan *scan)
{
	struct bs_text_word word;
	size_t matched = 0;
	for (size_t i = 0; i < office->count; i++) {
		const char *wanted = office->words[i];
		bool found = false;
		if (bs_is_stop_word(wanted, strlen(wanted))) continue;
		if (!may_have(role, wanted)) return false;
		bs_words_begin(scan, role);
		while (!found && bs_words_next(scan, &word)) found = strcmp(wanted, word.form) == 0;
		if (!found) return false;
		matched++;
	}
	return matched > 0;
}
