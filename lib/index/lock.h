/* lock.h - who may write?  Whoever holds the lock on the file `lock` of the index.
 *
 * The lock is flock's, which ends with its holder; the file's content only tells who that is. */
#ifndef BS_LOCK_H
#define BS_LOCK_H

#include <bradsearch.h>
#include <stdbool.h>

/* Takes the lock; *out is to be given to bs_lock_release().  BRAD_ELOCKED says
 * which process has it, and since when. */
brad_status bs_lock_take(const char *directory, int *out, brad_error *err);

/* Does somebody hold it? */
bool bs_lock_is_held(const char *directory);
void bs_lock_release(int lock);

#endif
