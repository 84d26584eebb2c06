/* model.h - what must be in an index?  All of it follows from its revision.
 *
 * Each commit adds, replaces and removes some of a few articles, told by the
 * number of the revision that it makes.  So whoever opens the index, whenever,
 * can say of every article whether it must be there, and with which words. */
#ifndef BS_MODEL_H
#define BS_MODEL_H

#include <bradsearch.h>

enum { MODEL_ARTICLES = 12 };

/* The version of an article at a revision: that in which it was last written; 0 for gone. */
uint64_t model_version(unsigned article, uint64_t revision);

void model_id(unsigned article, char id[16]);

/* The text of a version, in a buffer of this thread. */
const char *model_text(unsigned article, uint64_t version);

/* Does to an open writer what makes revision `revision` of the one before it. */
brad_status model_step(brad_writer *w, uint64_t revision, brad_error *err);

/* Opens the index, makes the next revision, and publishes it. */
brad_status model_advance(const char *directory, unsigned threads, brad_error *err);

/* Is the index what its revision says, no more and no less?  NULL, or what is
 * wrong, in a buffer of this thread. */
const char *model_check(const char *directory, uint64_t *revision);
const char *model_check_open(brad_index *index);

/* Is there a file in the directory that its manifest does not name? */
const char *model_leftover(const char *directory);

/* Makes a directory for a test below $TMPDIR and names it; removes such a one. */
void model_make_directory(char path[256]);
void model_remove_directory(const char *path);

#endif
