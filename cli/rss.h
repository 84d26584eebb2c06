/* rss.h - how are sentences told to a reader of feeds?  As RSS 2.0, an item each. */
#ifndef CLI_RSS_H
#define CLI_RSS_H

#include <bradsearch.h>
#include <stdio.h>

void rss_begin(FILE *stream);
void rss_item(FILE *stream, const char *category, const brad_hit *hit);
void rss_end(FILE *stream);

#endif
