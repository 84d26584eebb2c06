/* fault.h - what if a call to the system fails?  The n-th one of a kind, or it and all after it.
 *
 * fault.c puts itself before the C library in the program that links it, so
 * that libxapian and libjansson meet the faults too. */
#ifndef BS_FAULT_H
#define BS_FAULT_H

#include <stdbool.h>

enum fault {
	FAULT_MEMORY,
	FAULT_OPEN,
	FAULT_WRITE,
	FAULT_SYNC,
	FAULT_RENAME,
	FAULT_MAP,
	FAULT_TRUNCATE,
	FAULT_KINDS
};

const char *fault_name(enum fault kind);

/* From now on the n-th call (from 1) fails, and if `on`, all after it. */
void fault_arm(enum fault kind, long n, bool on);

/* No call fails any more.  Returns whether one did. */
bool fault_disarm(void);

/* Did it in libxapian's compact(), which forgets what it was writing then? */
bool fault_was_in_compact(void);

/* Pieces of memory given out to C and not taken back; 0 under the address
 * sanitizer, whose own leak check is asked by fault_leaks(). */
long fault_live(void);
bool fault_leaks(void);

#endif
