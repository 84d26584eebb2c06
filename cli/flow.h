/* flow.h - how is a paragraph broken into lines?  Word by word, at the width of the terminal. */
#ifndef CLI_FLOW_H
#define CLI_FLOW_H

#include "clean.h"
#include "terminal.h"

/* What a piece of text is, which decides its colour. */
enum style {
	STYLE_PLAIN,
	STYLE_FOUND,  /* a word that was asked for */
	STYLE_STRONG, /* a name, a headline */
	STYLE_FAINT,  /* context, furniture, where something stands */
	STYLE_DATE,   /* an expression of time */
	STYLE_BAR     /* of a chart */
};

struct flow {
	const struct terminal *terminal;
	const char *margin;  /* written at the head of each line */
	unsigned column;     /* of what is written so far */
	enum style base;     /* of text that is STYLE_PLAIN */
	bool begun, space;   /* a line was begun; white space is still to be written */
	char word[1024];     /* the word that is still to be written, with its styles */
	size_t length;       /* of it, in bytes */
	unsigned word_width; /* of it, in columns */
	const char *code;    /* the style at the end of the word; NULL: none */
	const char *written; /* the style at the end of what was written */
};

/* Begins a paragraph; margin is ASCII. */
void flow_begin(struct flow *flow, const struct terminal *terminal, const char *margin,
		enum style base);

/* Adds text.  White space of any kind becomes one blank or the end of a line. */
void flow_add(struct flow *flow, const char *text, size_t length, enum style style);
void flow_string(struct flow *flow, const char *text, enum style style);

/* Ends the paragraph and its line.  A paragraph without words makes no line. */
void flow_end(struct flow *flow);

/* Writes a piece of text as it is, in its style, outside of a paragraph. */
void style_write(const struct terminal *terminal, const char *text, enum style style);

#endif
