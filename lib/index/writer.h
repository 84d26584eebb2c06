/* writer.h - what does the writer of an index keep, and which steps does it take? */
#ifndef BS_WRITER_H
#define BS_WRITER_H

#include "index/catalogue.h"
#include "index/crew.h"
#include "index/manifest.h"

#include <bradsearch.h>
#include <time.h>

struct brad_writer {
	char *directory;
	int lock;
	brad_writer_options options;
	brad_progress progress;
	struct timespec began, told; /* when it was opened; when it last reported progress */
	bool endless;                /* there is input of unknown size */

	struct bs_manifest manifest; /* as it was read; without segments for a rebuild */
	bool compact;                /* the commit is to join all segments */
	bool fresh;                  /* the manifest is not on the disk yet */

	/* From the first change until the commit: */
	bool loaded;
	struct bs_segment *segments; /* those of the manifest */
	struct bs_catalogue catalogue;
	struct bs_crew *crew;
	uint64_t sentences_before; /* indexed by earlier crews */
	uint32_t reading;          /* the number of the file that is read */

	brad_error failure; /* unless BRAD_OK, the writer can only be freed */
};

/* Opens what the manifest names, unless that is done. */
brad_status bs_writer_load(brad_writer *w, brad_error *err);

/* Closes what bs_writer_load() opened, and drops all changes. */
void bs_writer_unload(brad_writer *w);

/* Gives a document to the crew, if its hash shows that it is not in the index as it is.
 * hash is that of its line of JSON (see input.h); if it is 0, bs_document_hash() is
 * taken. */
brad_status bs_writer_take(brad_writer *w, const brad_document *document, uint64_t hash,
			   brad_error *err);

/* Notes that an article was found again, unchanged. */
void bs_writer_meet(brad_writer *w, uint32_t entry, size_t line);

/* Makes a new entry for a document, and gives it to the crew. */
brad_status bs_writer_hand_over(brad_writer *w, const brad_document *document, uint64_t hash,
				uint32_t added, brad_error *err);

/* Removes an article from the index. */
void bs_writer_drop(brad_writer *w, uint32_t entry);

/* Counts a problem, and reports it to the caller. */
void bs_writer_problem(brad_writer *w, const brad_error *problem);

/* Reports the documents that the crew could not use. */
void bs_writer_take_lost(brad_writer *w);

/* Reports progress, if it is time to. */
void bs_writer_tick(brad_writer *w);

/* Updates those members of progress that are counted elsewhere. */
void bs_writer_measure(brad_writer *w);

/* Returns the progress as the caller sees it: endless input has no size. */
brad_progress bs_writer_shown(const brad_writer *w);

/* brad_writer_commit(), without what is common to all calls. */
brad_status bs_writer_publish(brad_writer *w, brad_error *err);

/* brad_writer_add_path(), without what is common to all calls. */
brad_status bs_writer_add_path(brad_writer *w, const char *path, brad_error *err);

#endif
