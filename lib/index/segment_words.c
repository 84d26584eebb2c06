/* What does a segment keep of the words of a sentence?  Their forms, how they are
 * written, and the terms that they give.  A word is folded, stemmed and compared
 * with its form once for each way in which it is written. */
#include "index/segment_writer.h"

#include "base/error.h"
#include "index/spelling.h"

#include <string.h>

#define NOT_YET UINT32_MAX

/* A word as it is written. */
struct written {
	uint32_t form, term;
	uint32_t joint;          /* behind one blank; NOT_YET if it never stood so */
	bool empty;              /* marks that fold to nothing */
	bool stops, stops_first; /* has no postings; none where it begins its text */
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
		if (number >= w->term_uses.length / sizeof(struct bs_term_use))
			bs_buffer_add(&w->term_uses, &(struct bs_term_use){0},
				      sizeof(struct bs_term_use));
		if (w->terms.failed || w->form_terms.failed || w->term_uses.failed)
			return bs_no_memory(err);
	}
	*term = ((const uint32_t *)(const void *)w->form_terms.bytes)[form];
	return BRAD_OK;
}

static brad_status look_at(struct bs_segment_writer *w, brad_span span, brad_error *err)
{
	struct written word = {.joint = NOT_YET};
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
	bs_buffer_add(&w->words, &word, sizeof word);
	return w->words.failed ? bs_no_memory(err) : BRAD_OK;
}

static brad_status find_written(struct bs_segment_writer *w, brad_span span, struct written **out,
				brad_error *err)
{
	uint32_t known = w->written.count;
	uint32_t number = bs_intern(&w->written, w->scan.text + span.start, span.end - span.start);
	if (w->written.failed) return bs_no_memory(err);
	brad_status status = number == known ? look_at(w, span, err) : BRAD_OK;
	*out = (struct written *)(void *)w->words.bytes + number;
	return status;
}

/* ---- What a document has of it ------------------------------------------ */

/* Counts a term of document d, or adds it. */
static void count_term(struct bs_segment_writer *w, uint32_t d, uint32_t number)
{
	const struct bs_interned *text = &w->terms.items[number];
	struct bs_term_use *term = &((struct bs_term_use *)(void *)w->term_uses.bytes)[number];
	if (text->length > XC_LONGEST_TERM || w->waiting_terms.failed) return;
	if (term->document == d) {
		((struct xc_term *)(void *)w->waiting_terms.bytes)[term->slot].count++;
		return;
	}
	term->document = d;
	term->documents++;
	term->slot = (uint32_t)(w->waiting_terms.length / sizeof(struct xc_term));
	bs_segment_wait(w, text, 1);
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
		      struct written *word)
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

brad_status bs_segment_add_words(struct bs_segment_writer *w, const char *text, size_t length,
				 uint32_t *indexed, brad_error *err)
{
	brad_span span;
	size_t from = 0;
	w->scan = (struct bs_words_scan){text, 0, length, false, w->scan.form};
	bs_buffer_clear(&w->unit_joints);
	w->unit_words = 0;
	while (bs_words_find(&w->scan, &span)) {
		struct written *word = NULL;
		brad_status status = find_written(w, span, &word, err);
		if (status != BRAD_OK) return status;
		if (word->empty) continue;
		join_word(w, from, span, word);
		from = span.end;
		bs_buffer_number(&w->columns[BS_SECTION_WORDS], word->form);
		bool stops = w->unit_words == 1 ? word->stops_first : word->stops;
		if (stops) continue;
		count_term(w, w->info.documents + 1, word->term);
		++*indexed;
	}
	join_end(w, from);
	bool failed = w->waiting_terms.failed || w->joints.failed || w->unit_joints.failed;
	return failed ? bs_no_memory(err) : BRAD_OK;
}
