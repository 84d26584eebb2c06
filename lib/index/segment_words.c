/* What does a segment keep of the words of a sentence?  Their forms, how they are
 * written, and the terms that they give.  A word is folded, stemmed and compared
 * with its form once for each way in which it is written.  Words are looked up a
 * batch at a time: see written.h. */
#include "index/segment_writer.h"

#include "base/error.h"
#include "index/spelling.h"

#include <string.h>

#define NOT_YET UINT32_MAX /* a joint: the word never stood behind one blank */

enum { BATCH = 32 };

/* A word of the text, and its number among those written. */
struct met {
	brad_span span;
	uint32_t hash, word;
};

void bs_segment_words_begin(struct bs_segment_writer *w)
{
	bs_intern(&w->joints, BS_PLAIN_JOINT, strlen(BS_PLAIN_JOINT));
	bs_buffer_add(&w->joint_uses, &(uint32_t){0}, sizeof(uint32_t));
}

/* ---- Looking at a word as it is written --------------------------------- */

/* The number of a form's stem; a new form is stemmed. */
static brad_status find_term(struct bs_segment_writer *w, uint32_t form, uint32_t *term,
			     brad_error *err)
{
	if (form >= w->form_terms.length / sizeof(uint32_t)) {
		const struct bs_interned *f = &w->forms.items[form];
		brad_status status = xc_stem(w->stemmer, f->bytes, f->length, &w->stem, err);
		if (status != BRAD_OK) return status;
		uint32_t number = bs_intern(&w->terms, w->stem.bytes, w->stem.length);
		bs_buffer_add(&w->form_terms, &number, sizeof number);
		if (w->terms.failed) return bs_no_memory(err);
		if (number >= w->term_uses.length / sizeof(struct bs_term_use)) {
			const struct bs_interned *t = &w->terms.items[number];
			struct bs_term_use use = {t->bytes, t->length, 0, 0, 0};
			bs_buffer_add(&w->term_uses, &use, sizeof use);
		}
		if (w->form_terms.failed || w->term_uses.failed) return bs_no_memory(err);
	}
	*term = ((const uint32_t *)(const void *)w->form_terms.bytes)[form];
	return BRAD_OK;
}

/* Adds a word that is new. */
static brad_status look_at(struct bs_segment_writer *w, brad_span span, uint32_t hash,
			   brad_error *err)
{
	struct bs_written word = {.joint = NOT_YET};
	struct bs_words_scan *scan = &w->scan;
	bs_words_fold(scan, span);
	if (scan->form.failed) return bs_no_memory(err);
	const char *text = scan->text + span.start, *form = scan->form.bytes;
	size_t length = span.end - span.start, form_length = scan->form.length;
	word.empty = form_length == 0;
	if (!word.empty) {
		word.form = bs_intern(&w->forms, form, form_length);
		word.stops = bs_is_stop_there(text, length, form, form_length, false);
		word.stops_first = bs_is_stop_there(text, length, form, form_length, true);
		if (w->forms.failed) return bs_no_memory(err);
		brad_status status = find_term(w, word.form, &word.term, err);
		if (status != BRAD_OK) return status;
	}
	return bs_written_add(&w->written, text, length, hash, &word) ? BRAD_OK : bs_no_memory(err);
}

/* Finds the next words of the text, BATCH at most. */
static size_t find_words(struct bs_segment_writer *w, struct met *out)
{
	size_t count = 0;
	while (count < BATCH && bs_words_find(&w->scan, &out[count].span)) {
		struct met *m = &out[count++];
		m->hash =
			bs_written_hash(w->scan.text + m->span.start, m->span.end - m->span.start);
		bs_written_expect(&w->written, m->hash);
	}
	for (size_t i = 0; i < count; i++) bs_written_expect_word(&w->written, out[i].hash);
	return count;
}

/* Tells their numbers. */
static brad_status know_words(struct bs_segment_writer *w, struct met *list, size_t count,
			      brad_error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct met *m = &list[i];
		m->word = bs_written_find(&w->written, w->scan.text + m->span.start,
					  m->span.end - m->span.start, m->hash);
		if (m->word == BS_NO_WRITTEN) {
			m->word = w->written.count;
			brad_status status = look_at(w, m->span, m->hash, err);
			if (status != BRAD_OK) return status;
		}
		__builtin_prefetch((const struct bs_term_use *)(void *)w->term_uses.bytes +
				   w->written.words[m->word].term);
	}
	return BRAD_OK;
}

/* ---- What a document has of it ------------------------------------------ */

/* Counts a term of document d, or adds it. */
static void count_term(struct bs_segment_writer *w, uint32_t d, uint32_t number)
{
	struct bs_term_use *term = &((struct bs_term_use *)(void *)w->term_uses.bytes)[number];
	if (term->length > XC_LONGEST_TERM || w->waiting_terms.failed) return;
	if (term->document == d) {
		((struct xc_term *)(void *)w->waiting_terms.bytes)[term->slot].count++;
		return;
	}
	term->document = d;
	term->documents++;
	term->slot = (uint32_t)(w->waiting_terms.length / sizeof(struct xc_term));
	bs_segment_wait(w, term->text, term->length, 1);
}

/* Counts a joint, and adds it to those of the unit. */
static void add_joint(struct bs_segment_writer *w, uint32_t number)
{
	if (number >= w->joint_uses.length / sizeof(uint32_t))
		bs_buffer_add(&w->joint_uses, &(uint32_t){0}, sizeof(uint32_t));
	if (w->joint_uses.failed) w->unit_joints.failed = true;
	if (w->unit_joints.failed) return;
	((uint32_t *)(void *)w->joint_uses.bytes)[number]++;
	bs_buffer_number(&w->unit_joints, number);
}

/* The number of the joint that is in w->value. */
static uint32_t value_joint(struct bs_segment_writer *w)
{
	if (w->value.failed) w->joints.failed = true;
	return w->value.failed ? 0 : bs_intern(&w->joints, w->value.bytes, w->value.length);
}

/* The joint of a word that stands behind the byte `from`. */
static void join_word(struct bs_segment_writer *w, size_t from, brad_span span,
		      struct bs_written *word)
{
	const char *text = w->scan.text;
	const struct bs_interned *form = &w->forms.items[word->form];
	bool plain = span.start - from == 1 && text[from] == ' ';
	w->unit_words++;
	uint32_t joint = word->joint;
	if (!plain || joint == NOT_YET) {
		bs_joint_make(text + from, span.start - from, text + span.start,
			      span.end - span.start, form->bytes, form->length, &w->value);
		joint = value_joint(w);
		if (plain) word->joint = joint;
	}
	add_joint(w, joint);
}

static void join_end(struct bs_segment_writer *w, size_t from)
{
	bs_joint_make(w->scan.text + from, w->scan.length - from, NULL, 0, NULL, 0, &w->value);
	add_joint(w, value_joint(w));
}

/* Adds a word that stands after the byte *from: its form, term and joint. */
static void add_word(struct bs_segment_writer *w, const struct met *met, size_t *from,
		     uint32_t *indexed)
{
	struct bs_written *word = &w->written.words[met->word];
	if (word->empty) return;
	join_word(w, *from, met->span, word);
	*from = met->span.end;
	bs_buffer_number(&w->columns[BS_SECTION_WORDS], word->form);
	bool stops = w->unit_words == 1 ? word->stops_first : word->stops;
	if (stops) return;
	count_term(w, w->info.documents + 1, word->term);
	++*indexed;
}

brad_status bs_segment_add_words(struct bs_segment_writer *w, const char *text, size_t length,
				 uint32_t *indexed, brad_error *err)
{
	struct met list[BATCH];
	size_t from = 0, count;
	w->scan = (struct bs_words_scan){text, 0, length, false, w->scan.form};
	bs_buffer_clear(&w->unit_joints);
	w->unit_words = 0;
	while ((count = find_words(w, list)) > 0) {
		brad_status status = know_words(w, list, count, err);
		if (status != BRAD_OK) return status;
		for (size_t i = 0; i < count; i++) add_word(w, &list[i], &from, indexed);
	}
	join_end(w, from);
	bool failed = w->waiting_terms.failed || w->joints.failed || w->unit_joints.failed;
	return failed ? bs_no_memory(err) : BRAD_OK;
}
