/* flow.h - how is text laid on lines?  Word after word, in the width there is. */
#ifndef CLI_FLOW_H
#define CLI_FLOW_H

#include "clean.h"
#include "terminal.h"

/* What a piece of text is, and so how it looks where there are colours. */
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
	bool begun, space;   /* a line is begun; white space waits to be written */
	char word[1024];     /* the word that waits, with its styles */
	size_t length;       /* bytes of it */
	unsigned word_width; /* columns of it */
	const char *code;    /* the style at the end of the word; NULL for none */
	const char *written; /* the same at the end of what is written */
};

/* Begins a paragraph; margin is ASCII. */
void flow_begin(struct flow *flow, const struct terminal *terminal, const char *margin,
		enum style base);

/* Adds text.  White space, of whatever kind, is one blank or the end of a line. */
void flow_add(struct flow *flow, const char *text, size_t length, enum style style);
void flow_string(struct flow *flow, const char *text, enum style style);

/* Ends the paragraph and its line; one of no words leaves no line. */
void flow_end(struct flow *flow);

/* Writes a piece of text as it is, in its style, outside of a paragraph. */
void style_write(const struct terminal *terminal, const char *text, enum style style);

#endif
