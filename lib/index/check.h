/* check.h - what is wrong with an index?  A list of faults, and which segments have them. */
#ifndef BS_CHECK_H
#define BS_CHECK_H

#include "base/arena.h"
#include "index/index.h"

enum bs_condition {
	BS_SOUND,
	BS_DAMAGED,     /* to be made again from its articles */
	BS_DAMAGED_DEAD /* that, and nobody knows which of them were replaced or removed */
};

struct bs_check {
	const char *directory;
	struct bs_arena arena; /* of all that follows; it has a way out */
	struct bs_manifest manifest;
	bool manifest_damaged, sources_damaged;
	bool guessed;                  /* the manifest is our guess: articles may be there twice */
	enum bs_condition *conditions; /* by segment */
	brad_fault *faults;
	size_t fault_count;
	brad_check_report report;
};

/* Adds a fault; article and path may be NULL. */
void bs_check_fault(struct bs_check *c, brad_harm harm, const char *file, const char *article,
		    const char *path, const char *message);

/* Is it the system that fails for now?  Then nothing can be said of the index, and a check ends:
 * what is whole would be taken for lost.  Tells why, as *err. */
bool bs_check_ends(brad_status status, const brad_error *why, brad_error *err);

/* Looks through all of segment i. */
brad_status bs_check_segment(struct bs_check *c, size_t i, brad_error *err);

/* Opens segment i as far as its articles need, and its dead ones if those are known. */
brad_status bs_check_open(const struct bs_check *c, size_t i, struct bs_segment *out,
			  brad_error *err);

/* Compares both files of a segment with their checksums, before it is made into
 * another: what is damaged must not get new checksums. */
brad_status bs_segment_verify(const char *directory, const struct bs_segment *segment,
			      const struct bs_segment_info *info, brad_error *err);

/* Makes an article again, and makes sure that it is what was added: BRAD_ECORRUPT if it is not. */
brad_status bs_check_article(struct bs_segment *segment, uint32_t article, brad_article **out,
			     brad_error *err);

/* Makes a manifest that names every segment there is. */
brad_status bs_guess_manifest(const char *directory, brad_error *err);

/* Puts right what was found.  The index must be as it was then. */
brad_status bs_repair(struct bs_check *c, brad_error *err);

#endif
