/* error.h - how does a failure travel?  As a status, with its words in a brad_error of the caller. */
#ifndef BS_ERROR_H
#define BS_ERROR_H

#include <bradsearch.h>

/* Fills in err, which may be NULL, from a printf format, and returns status.
 * Control characters in the message, and bytes that are no UTF-8, become '?'; one
 * that is too long is cut at a character's border. */
brad_status bs_fail(brad_error *err, brad_status status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* BRAD_ENOMEM, with its usual message. */
brad_status bs_no_memory(brad_error *err);

/* "cannot VERB 'PATH': " and what errno says; ENOMEM becomes BRAD_ENOMEM. */
brad_status bs_fail_errno(brad_error *err, const char *verb, const char *path);

/* Prepares err for a call: no error yet. */
void bs_error_clear(brad_error *err);

#endif
