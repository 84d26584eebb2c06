/* terminal.h - where does the output go?
 *
 * Results go to standard output, through a pager if that is a terminal; words
 * about them go to standard error. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

struct terminal {
	FILE *stream;
	bool is_terminal;
	bool color;
	unsigned width; /* columns; 0: endless */
	pid_t pager;    /* 0: none */
};

/* Once, before anything is opened or printed; and after everything was, with
 * the exit status so far, to learn the final one. */
void terminal_prepare(void);
int terminal_finish(int status);

/* Makes standard output ready; color is an enum color. */
void terminal_open(struct terminal *terminal, int color, bool pager);

/* True once writing has failed, be it that the reader went away: stop then. */
bool terminal_failed(void);

/* Waits until a pager has ended. */
void terminal_close(struct terminal *terminal);

/* True if the terminal, if there is one, knows no escape sequences. */
bool terminal_is_dumb(void);

/* Prints "bradsearch: ", a message in one line to standard error. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* What errno means, in lower case, as the library's messages have it; until the next call. */
const char *errno_text(void);

/* As complain(), without "bradsearch: ". */
void remark(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
