/* Whatever quotation is asked about, the answer keeps the promises of bradsearch.h, twice the same. */
#include "common.h"

#include <stdlib.h>
#include <string.h>

static brad_index *index_of_all(void)
{
	static brad_index *index;
	if (!index) {
		fuzz_make_index();
		MUST(brad_index_open(fuzz_directory(), &index, NULL) == BRAD_OK);
	}
	return index;
}

static void check_finding(const brad_finding *f)
{
	MUST((int)f->verdict >= 0 && f->verdict <= BRAD_VERDICT_NOT_FOUND);
	MUST(f->likeness >= 0 && f->likeness <= 1);
	MUST(f->verdict == BRAD_VERDICT_NOT_FOUND || f->hit_count > 0);
	unsigned warnings = 0;
	for (size_t i = 0; i < f->difference_count; i++) {
		const brad_difference *d = &f->differences[i];
		MUST(d->quoted || d->printed || d->change == BRAD_CHANGE_ELLIPSIS);
		MUST(d->change != BRAD_CHANGE_ADDED || (d->quoted && !d->printed));
		MUST(d->change != BRAD_CHANGE_REPLACED || (d->quoted && d->printed));
		warnings |= d->warnings;
	}
	MUST(f->warnings == warnings);
	if (f->verdict == BRAD_VERDICT_EXACT) MUST(f->likeness == 1 && f->warnings == 0);
	for (size_t i = 0; i < f->hit_count; i++) {
		const brad_hit *h = &f->hits[i];
		MUST(h->article && h->text && h->sentence);
		for (size_t k = 0; k < h->mark_count; k++)
			MUST(h->marks[k].start <= h->marks[k].end &&
			     h->marks[k].end <= strlen(h->text));
	}
}

static void check_same(const brad_finding *a, const brad_finding *b)
{
	MUST(a->verdict == b->verdict && a->likeness == b->likeness &&
	     a->hit_count == b->hit_count && a->difference_count == b->difference_count &&
	     a->speaker_count == b->speaker_count);
	for (size_t i = 0; i < a->hit_count; i++)
		MUST(strcmp(a->hits[i].sentence, b->hits[i].sentence) == 0);
}

/* What stands before a line's end is the quotation; behind it, the speaker. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	brad_error err;
	brad_verification *one, *other;
	char *text = malloc(length + 1);
	MUST(text);
	if (length) memcpy(text, bytes, length);
	text[length] = '\0';
	char *speaker = strchr(text, '\n');
	if (speaker) *speaker++ = '\0';
	brad_status status = brad_index_verify(index_of_all(), text, speaker, &one, &err);
	if (status == BRAD_OK) {
		MUST(brad_index_verify(index_of_all(), text, speaker, &other, NULL) == BRAD_OK);
		check_finding(brad_verification_finding(one));
		check_same(brad_verification_finding(one), brad_verification_finding(other));
		brad_verification_free(other);
	} else {
		MUST(status == BRAD_EINVAL && *err.message);
	}
	brad_verification_free(one);
	free(text);
	return 0;
}
