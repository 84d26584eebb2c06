/* cite.h - how is a citation written into the caller's buffer?  As snprintf() does: cut to fit, but counted in full. */
#ifndef BS_CITE_H
#define BS_CITE_H

#include <bradsearch.h>

struct bs_out {
	char *buffer;
	size_t size;   /* of it; may be 0 */
	size_t length; /* of the whole text, with what was cut */
};

static inline void bs_out_begin(struct bs_out *out, char *buffer, size_t size)
{
	out->buffer = buffer;
	out->size = size;
	out->length = 0;
}

static inline void bs_out_byte(struct bs_out *out, char byte)
{
	if (out->length + 1 < out->size) out->buffer[out->length] = byte;
	out->length++;
}

void bs_out_string(struct bs_out *out, const char *text);
void bs_out_format(struct bs_out *out, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Ends the text with a NUL, and returns its whole length. */
size_t bs_out_end(struct bs_out *out);

/* Writes the url of a hit's article with a text fragment for its sentence.  Returns false,
 * and writes nothing, if it has no url on the web. */
bool bs_put_link(struct bs_out *out, const brad_hit *hit);

/* Writes a byte of a text, escaped if it means something in the format; `first` if the text
 * begins with it. */
typedef void bs_escape(struct bs_out *out, char byte, bool first);

/* A citation that is being written. */
struct bs_citing {
	struct bs_out *out;
	const brad_hit *hit;
	bs_escape *escape;
};

/* Writes a text, each run of white space as one blank. */
void bs_cite_put(const struct bs_citing *c, const char *text);

/* Writes a text, white space unchanged. */
void bs_cite_exact(const struct bs_citing *c, const char *text);

/* Writes the sentence as printed.  If it is part of a longer quotation, adds the quotation
 * marks that it lacks. */
void bs_cite_sentence(const struct bs_citing *c);

/* Writes who said it and how: "Ann Holt, leader of Westbrook Council, quoted". */
void bs_cite_speakers(const struct bs_citing *c);

/* Writes the file and the line, or a url that is not on the web; false if there is neither. */
bool bs_cite_place(const struct bs_citing *c);

/* The styles for programs: cite_data.c. */
void bs_cite_bibtex(struct bs_out *out, const brad_hit *hit);
void bs_cite_csl(struct bs_out *out, const brad_hit *hit);

#endif
