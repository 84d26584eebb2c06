/* output_cite.h - how are citations printed?  One after the other, or for CSL-JSON as one array. */
#ifndef CLI_OUTPUT_CITE_H
#define CLI_OUTPUT_CITE_H

#include "output.h"

struct citations {
	FILE *stream;
	brad_citation style;
	size_t count;
	char *buffer;
	size_t room;
};

void citations_begin(struct citations *citations, FILE *stream, brad_citation style);

/* False, after a message, if memory runs out. */
bool citations_add(struct citations *citations, const brad_hit *hit);

void citations_end(struct citations *citations);

#endif
