/* watches.h - which searches are kept, and which sentences has each reported?
 *
 * They are in watches.json in the directory of the index, which only the user may read.  It
 * is replaced by a rename; writers and --rebuild leave it alone.  The file belongs to the
 * command line, not to the library: another program would keep elsewhere what it reported
 * to whom, and only needs since_revision of the library. */
#ifndef CLI_WATCHES_H
#define CLI_WATCHES_H

#include <jansson.h>
#include <stdbool.h>

struct watches {
	char *directory;
	int lock;     /* a descriptor of the index directory, + 1; 0: not locked */
	json_t *list; /* {"name","query","options":["--said=direct"],"revision","told":{hash:true}} */
};

/* All three return false after a message.  To change the watches, lock them before reading
 * them; this waits while another process has the lock.  The index itself is not locked. */
bool watches_lock(struct watches *watches, const char *directory);
bool watches_read(struct watches *watches, const char *directory);
bool watches_write(const struct watches *watches);
void watches_free(struct watches *watches);

/* Lends the watch with a name, and stores its place; NULL if there is none. */
json_t *watches_find(const struct watches *watches, const char *name, size_t *place);

/* Adds the id of a sentence to those that a watch has reported; false if it was there. */
bool watch_tell(json_t *told, const char *sentence);

#endif
