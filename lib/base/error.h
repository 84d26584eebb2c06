/* error.h - how is a failure reported?  By a status, and by a message in the caller's brad_error. */
#ifndef BS_ERROR_H
#define BS_ERROR_H

#include <bradsearch.h>

/* Fills in err, which may be NULL, from a printf format, and returns status.
 * Control characters in the message, and bytes that are not UTF-8, become '?'.  A
 * message that is too long is cut between characters. */
brad_status bs_fail(brad_error *err, brad_status status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Reports BRAD_ENOMEM with its usual message. */
brad_status bs_no_memory(brad_error *err);

/* Reports "cannot VERB 'PATH': " and what errno means, as BRAD_EIO; ENOMEM is BRAD_ENOMEM. */
brad_status bs_fail_errno(brad_error *err, const char *verb, const char *path);

/* Sets err, which may be NULL, to no error; each public function begins with this. */
void bs_error_clear(brad_error *err);

#endif
