/* watches.h - which searches are asked again and again, and what was told of each?
 *
 * They lie in the directory of the index, as watches.json, which only the user may
 * read, is replaced by a rename and left alone by writers and --rebuild.  It is the
 * command line's file and not the library's: a program that watches has its own
 * place for what it told whom, and needs of the library since_revision only. */
#ifndef CLI_WATCHES_H
#define CLI_WATCHES_H

#include <jansson.h>
#include <stdbool.h>

struct watches {
	char *directory;
	int lock;     /* on the directory of the index, and 1 more; 0: none */
	json_t *list; /* {"name","query","options":["--said=direct"],"revision","told":{hash:true}} */
};

/* All three return false after a message.  Who changes the watches locks them before they are
 * read, and waits while another does; nothing of the index is locked by that. */
bool watches_lock(struct watches *watches, const char *directory);
bool watches_read(struct watches *watches, const char *directory);
bool watches_write(const struct watches *watches);
void watches_free(struct watches *watches);

/* The one of a name, lent, and its place; NULL if there is none. */
json_t *watches_find(const struct watches *watches, const char *name, size_t *place);

/* Adds the id of a sentence to what was told of a watch; false if it was there. */
bool watch_tell(json_t *told, const char *sentence);

#endif
