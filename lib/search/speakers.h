/* speakers.h - what does a list of speakers hold? */
#ifndef BS_SPEAKERS_H
#define BS_SPEAKERS_H

#include "search/search.h"

struct brad_people {
	struct bs_answer answer;
	brad_person *rows;
	size_t row_count;
	brad_ambiguity *ambiguities; /* once they were asked for */
	size_t ambiguity_count;
	bool compared;
};

#endif
