/* terminal.h - where does the output go?
 *
 * Results go to standard output, through a pager if that is a terminal; remarks and
 * messages go to standard error. */
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

/* Call the first before anything is opened or printed; the second after everything was,
 * with the exit status so far.  It returns the final one. */
void terminal_prepare(void);
int terminal_finish(int status);

/* Makes standard output ready; color is an enum color. */
void terminal_open(struct terminal *terminal, int color, bool pager);

/* Has writing failed, or has the reader gone away?  Then stop. */
bool terminal_failed(void);

/* Waits until a pager has ended. */
void terminal_close(struct terminal *terminal);

/* Does $TERM say that the terminal knows no escape sequences? */
bool terminal_is_dumb(void);

/* Prints a message, after "bradsearch: ", as one line on standard error. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Returns what errno means, in lower case as in the library's messages; valid until the next
 * call. */
const char *errno_text(void);

/* As complain(), without "bradsearch: ". */
void remark(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
