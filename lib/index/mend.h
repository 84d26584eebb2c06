/* mend.h - what of a damaged segment's columns can be made again from the others?  What its articles are read by.
 *
 * Texts, words and records are not told by anything else: an article whose own are
 * damaged is lost, and found out by its checksum.  But which document is of which
 * article, where strings and words begin, and how words are numbered is told twice;
 * and a row that cannot be is one article's. */
#ifndef BS_MEND_H
#define BS_MEND_H

#include "index/segment.h"

/* Puts in the place of sections of a pack what was made again: how much there is, where
 * strings begin, the codes of the forms, the rows and the articles of the documents.
 * False when memory runs out. */
bool bs_mend_sections(struct bs_segment *segment);

/* The same of where the words of the documents begin and of their roles, which the
 * units tell: rows, units and joints were taken. */
bool bs_mend_documents(struct bs_segment *segment);

#endif
