#include "index/segment.h"

#include "base/error.h"
#include "index/segment_columns.h"

#include <stdlib.h>
#include <string.h>

const char *bs_string(const struct bs_strings *strings, uint32_t i)
{
	return i < strings->count ? strings->bytes + strings->starts[i] : "";
}

uint32_t bs_strings_find(const struct bs_strings *strings, const char *text, size_t length)
{
	uint32_t low = 0, high = strings->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		size_t n = strings->starts[middle + 1] - strings->starts[middle] - 1;
		int order = memcmp(strings->bytes + strings->starts[middle], text,
				   n < length ? n : length);
		if (order < 0 || (order == 0 && n < length))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const char *bs_segment_text(const struct bs_segment *s, uint32_t i)
{
	if (i >= s->texts.count) return i == BS_NO_STRING ? NULL : "";
	bs_pack_touch(&s->pack, BS_SECTION_TEXTS_BYTES, s->texts.starts[i], s->texts.starts[i + 1]);
	return bs_string(&s->texts, i);
}

bool bs_segment_list(const struct bs_segment *segment, const char *term, size_t length, size_t *out)
{
	const struct bs_strings *terms = &segment->list_terms;
	uint32_t i = bs_strings_find(terms, term, length);
	*out = i;
	return i < terms->count && terms->starts[i + 1] - terms->starts[i] - 1 == length &&
	       memcmp(terms->bytes + terms->starts[i], term, length) == 0;
}

const char *const bs_section_names[BS_SECTIONS] = {
	[BS_SECTION_COUNTS] = "how much there is",
	[BS_SECTION_ARTICLE] = "which sentence is of which article",
	[BS_SECTION_SPOKEN] = "what somebody said",
	[BS_SECTION_SET] = "who said what",
	[BS_SECTION_PERSON_DOCUMENTS] = "what each speaker said",
	[BS_SECTION_SPEECH] = "how it was said",
	[BS_SECTION_ROLE] = "what is a headline",
	[BS_SECTION_CONFIDENCE] = "how sure speakers are",
	[BS_SECTION_WORDS_AT] = "where the words of sentences begin",
	[BS_SECTION_WORDS] = "the words of the sentences",
	[BS_SECTION_UNITS] = "how words are spelt",
	[BS_SECTION_RECORDS] = "what the analysis found",
	[BS_SECTION_FORM_BYTES] = "the words",
	[BS_SECTION_PEOPLE_BYTES] = "the names of the speakers",
	[BS_SECTION_ROLES_BYTES] = "the roles of the speakers",
	[BS_SECTION_TEXTS_BYTES] = "names and paths of the articles",
	[BS_SECTION_ROWS] = "the list of the articles",
	[BS_SECTION_MENTIONS] = "the days spoken of",
	[BS_SECTION_NAMED_BYTES] = "the names of the people named",
	[BS_SECTION_NAMED] = "whom articles name",
	[BS_SECTION_COPIES] = "what may be copies",
	[BS_SECTION_LIST_BYTES] = "which sentences have a frequent word",
};

brad_status bs_segment_sound(const struct bs_segment *segment, brad_error *err)
{
	return bs_pack_sound(&segment->pack, bs_section_names, err);
}

brad_status bs_segment_damaged(const struct bs_segment *segment, brad_error *err)
{
	return bs_fail(err, BRAD_ECORRUPT, "segment %s is damaged; run 'bradsearch check'",
		       segment->name);
}

void bs_segment_close(struct bs_segment *segment)
{
	xc_reader_free(segment->database);
	bs_pack_close(&segment->pack);
	free(segment->name);
	free(segment->days);
	free(segment->firsts);
	free(segment->dead);
	free(segment->lines);
	bs_arena_free(&segment->mended);
	*segment = (struct bs_segment){0};
}
