/* boundary.h - does a sentence end at this stop?  Decided from the words on either side of it. */
#ifndef BS_BOUNDARY_H
#define BS_BOUNDARY_H

#include "analysis/token.h"

/* A stop: full stops, question and exclamation marks, with the marks that close after them. */
struct bs_stop {
	uint32_t first; /* its first mark */
	uint32_t after; /* the token after it and after the closing marks that belong to it */
	bool asks;      /* holds a question or exclamation mark */
	bool ellipsis;  /* several full stops, or one that stands for them */
	bool omits;     /* stands for words left out of a quotation */
	bool closed;    /* a quotation mark closes after it */
	bool bracketed; /* a bracket closes after it */
};

/* Where it stands. */
struct bs_stretch {
	const char *text;
	const struct bs_token *tokens;
	uint32_t begin; /* the first token of the sentence so far */
	uint32_t last;  /* past the last token of the paragraph */
	bool wordy;     /* the sentence so far has a word or a number */
	bool quoted;    /* inside double quotation marks, after the stop */
	bool address;   /* inside a web or mail address, or the like */
};

/* Does the sentence that began at `begin` end with this stop? */
bool bs_sentence_ends(const struct bs_stretch *where, const struct bs_stop *stop);

#endif
