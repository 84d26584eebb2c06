#include "watches.h"
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static char *path_of(const char *directory, const char *name)
{
	size_t room = strlen(directory) + strlen(name) + 2;
	char *path = malloc(room);
	if (path)
		snprintf(path, room, "%s/%s", directory, name);
	else
		complain("out of memory");
	return path;
}

static bool is_watch(const json_t *w)
{
	return json_is_string(json_object_get(w, "name")) &&
	       json_is_string(json_object_get(w, "query")) &&
	       json_is_array(json_object_get(w, "options")) &&
	       json_is_integer(json_object_get(w, "revision")) &&
	       json_is_object(json_object_get(w, "told"));
}

static bool take(struct watches *w, const char *path, json_t *file, const json_error_t *error)
{
	size_t i;
	json_t *watch, *list = json_object_get(file, "watches");
	bool good = json_is_array(list);
	json_array_foreach(list, i, watch) good = good && is_watch(watch);
	if (good) w->list = json_incref(list);
	json_decref(file);
	if (!good)
		complain("'%s' is damaged%s%s; remove it, and add the watches again", path,
			 file ? "" : ": ", file ? "" : error->text);
	return good;
}

/* Where there is no directory yet, opening the index tells. */
bool watches_lock(struct watches *w, const char *directory)
{
	int lock = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (lock < 0) return true;
	w->lock = lock + 1;
	if (flock(lock, LOCK_EX | LOCK_NB) == 0) return true;
	if (errno == EWOULDBLOCK)
		complain("another 'bradsearch watch' is at work; this one waits for it");
	while (flock(lock, LOCK_EX) != 0)
		if (errno != EINTR)
			return complain("cannot lock '%s': %s", directory, errno_text()), false;
	return true;
}

bool watches_read(struct watches *w, const char *directory)
{
	json_error_t error;
	w->directory = strdup(directory);
	char *path = w->directory ? path_of(directory, "watches.json") : NULL;
	if (!path) return false;
	FILE *stream = fopen(path, "r");
	bool good = false;
	if (stream) {
		good = take(w, path, json_loadf(stream, JSON_REJECT_DUPLICATES, &error), &error);
		fclose(stream);
	} else if (errno == ENOENT) {
		w->list = json_array();
		good = w->list;
	} else {
		complain("cannot open '%s': %s", path, errno_text());
	}
	free(path);
	return good;
}

static bool write_to(int file, const json_t *whole)
{
	FILE *stream = file < 0 ? NULL : fdopen(file, "w");
	if (!stream) return false;
	bool good = json_dumpf(whole, stream, JSON_INDENT(1)) == 0 && putc('\n', stream) != EOF &&
		    fflush(stream) == 0 && fsync(file) == 0;
	return fclose(stream) == 0 && good;
}

bool watches_write(const struct watches *w)
{
	char *path = path_of(w->directory, "watches.json");
	char *draft = path_of(w->directory, "watches.json.new");
	json_t *whole = json_pack("{s:O}", "watches", w->list);
	bool good = path && draft && whole &&
		    write_to(open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0600), whole) &&
		    rename(draft, path) == 0;
	if (!good) complain("cannot write '%s': %s", path ? path : "", errno_text());
	json_decref(whole);
	free(draft);
	free(path);
	return good;
}

void watches_free(struct watches *w)
{
	json_decref(w->list);
	free(w->directory);
	if (w->lock) close(w->lock - 1);
}

json_t *watches_find(const struct watches *w, const char *name, size_t *place)
{
	for (*place = 0; *place < json_array_size(w->list); ++*place) {
		json_t *watch = json_array_get(w->list, *place);
		if (strcmp(json_string_value(json_object_get(watch, "name")), name) == 0)
			return watch;
	}
	return NULL;
}

/* 64 bits of FNV-1a. */
bool watch_tell(json_t *told, const char *sentence)
{
	char key[20];
	uint64_t hash = 0xCBF29CE484222325;
	for (; *sentence; sentence++) hash = (hash ^ (unsigned char)*sentence) * 0x100000001B3;
	snprintf(key, sizeof key, "%016llx", (unsigned long long)hash);
	if (json_object_get(told, key)) return false;
	return json_object_set_new(told, key, json_true()) == 0;
}
