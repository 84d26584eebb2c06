/* line.h - which lines are one paragraph?  Most are one each; text broken to fit a width is joined. */
#ifndef BS_LINE_H
#define BS_LINE_H

#include "analysis/article.h"

/* Fills article->paragraphs; their roles are all body. */
void bs_join_lines(struct bs_article *article);

#endif
