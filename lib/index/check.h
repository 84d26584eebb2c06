/* check.h - what is wrong with an index?  A list of faults, and which segments have them. */
#ifndef BS_CHECK_H
#define BS_CHECK_H

#include "base/arena.h"
#include "index/index.h"

enum bs_condition {
	BS_SOUND,
	BS_DAMAGED,     /* its articles must be written to a new segment */
	BS_DAMAGED_DEAD /* so too, and which of them are dead is not known any more */
};

struct bs_check {
	const char *directory;
	struct bs_arena arena; /* for all that follows; it has a way out */
	struct bs_manifest manifest;
	bool manifest_damaged, sources_damaged;
	bool manifest_mended; /* it is damaged, but `manifest` is as it was */
	bool guessed; /* bs_guess_manifest() made the manifest: articles may be there twice */
	enum bs_condition *conditions; /* by segment */
	brad_fault *faults;
	size_t fault_count;
	brad_check_report report;
};

/* Adds a fault; article and path may be NULL. */
void bs_check_fault(struct bs_check *c, brad_harm harm, const char *file, const char *article,
		    const char *path, const char *message);

/* Is a failure the system's, and may pass, such as too many open files?  Then the check
 * must end, because it would take for lost what is whole; *why is copied to *err. */
bool bs_check_ends(brad_status status, const brad_error *why, brad_error *err);

/* Checks all of segment i. */
brad_status bs_check_segment(struct bs_check *c, size_t i, brad_error *err);

/* Opens segment i for reading its articles, and the list of its dead ones if that is good. */
brad_status bs_check_open(const struct bs_check *c, size_t i, struct bs_segment *out,
			  brad_error *err);

/* Compares both files of a segment with their checksums, before its articles are copied
 * to another segment: damaged ones must not get new checksums there. */
brad_status bs_segment_verify(const char *directory, const struct bs_segment *segment,
			      const struct bs_segment_info *info, brad_error *err);

/* Makes an article again from its segment.  BRAD_ECORRUPT if it is not what was added. */
brad_status bs_check_article(struct bs_segment *segment, uint32_t article, brad_article **out,
			     brad_error *err);

/* Writes c->manifest, which was mended. */
brad_status bs_rewrite_manifest(const struct bs_check *c, brad_error *err);

/* Writes a manifest that names every segment in the directory. */
brad_status bs_guess_manifest(const char *directory, brad_error *err);

/* Repairs what was found.  The index must not have changed since. */
brad_status bs_repair(struct bs_check *c, brad_error *err);

#endif
