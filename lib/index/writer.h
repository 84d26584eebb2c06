/* writer.h - what does the writer of an index know? */
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
	struct timespec began, told; /* when progress was told of last */
	bool endless;                /* there is input whose size cannot be told */

	struct bs_manifest manifest; /* as it was read; without segments for a rebuild */
	bool compact;                /* one segment is to be made of all */
	bool fresh;                  /* what the manifest says is not on the disk yet */

	/* From the first change on, until the commit: */
	bool loaded;
	struct bs_segment *segments; /* those of the manifest */
	struct bs_catalogue catalogue;
	struct bs_crew *crew;
	uint64_t sentences_before; /* of the crews before this one */
	uint32_t reading;          /* counts the files read */

	brad_error failure; /* with a status: nothing more can be done */
};

/* Opens what the manifest names, if that is not done. */
brad_status bs_writer_load(brad_writer *w, brad_error *err);

/* Drops what bs_writer_load() opened and all that was done with it. */
void bs_writer_unload(brad_writer *w);

/* Compares a document with the index, and hands it to the crew if it differs: if
 * its hash does, which is that of its line of JSON (see input.h), or for 0
 * bs_document_hash(). */
brad_status bs_writer_take(brad_writer *w, const brad_document *document, uint64_t hash,
			   brad_error *err);

/* An article is met again, unchanged. */
void bs_writer_meet(brad_writer *w, uint32_t entry, size_t line);

/* Hands over a document for a new entry. */
brad_status bs_writer_hand_over(brad_writer *w, const brad_document *document, uint64_t hash,
				uint32_t added, brad_error *err);

/* An article leaves the index. */
void bs_writer_drop(brad_writer *w, uint32_t entry);

/* Counts a problem and tells of it. */
void bs_writer_problem(brad_writer *w, const brad_error *problem);

/* Tells of the documents that the crew lost. */
void bs_writer_take_lost(brad_writer *w);

/* Tells of progress, if it is time to. */
void bs_writer_tick(brad_writer *w);

/* Fills in what is counted elsewhere. */
void bs_writer_measure(brad_writer *w);

/* The progress for the caller: the size of endless input cannot be told. */
brad_progress bs_writer_shown(const brad_writer *w);

/* Publishes; see brad_writer_commit(). */
brad_status bs_writer_publish(brad_writer *w, brad_error *err);

/* brad_writer_add_path(), without what is common to all calls. */
brad_status bs_writer_add_path(brad_writer *w, const char *path, brad_error *err);

#endif
