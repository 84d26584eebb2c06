/* furniture_line.h - which signs tell furniture by one line?  Its first words, or whose picture it is. */
#ifndef BS_FURNITURE_LINE_H
#define BS_FURNITURE_LINE_H

#include "analysis/furniture.h"

/* What a line, tokens [first, last), is by the words that it begins with. */
enum bs_furniture bs_look_up_label(const struct bs_article *article, uint32_t first, uint32_t last);

/* Is it told of a picture: does it end with who took it, or with its number? */
bool bs_is_credited(const struct bs_article *article, uint32_t first, uint32_t last);

#endif
