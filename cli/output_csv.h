/* output_csv.h - how is a cell of CSV written?  So that neither commas, line ends nor formulas in it do harm. */
#ifndef CLI_OUTPUT_CSV_H
#define CLI_OUTPUT_CSV_H

#include "output.h"

void csv_text(FILE *stream, const char *text);

#endif
