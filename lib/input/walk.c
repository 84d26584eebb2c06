#include "input/input.h"

#include "base/error.h"
#include "base/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct walk {
	struct bs_files *files;
	void (*on_problem)(void *context, const brad_error *problem);
	void *context;
	brad_error *err;
};

static bool is_taken(const char *name)
{
	size_t n = strlen(name);
	return bs_is_jsonl_name(name) || (n > 4 && strcmp(name + n - 4, ".txt") == 0) ||
	       (n > 5 && strcmp(name + n - 5, ".text") == 0);
}

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* Reports why something was skipped; the reason is in errno. */
static void tell(struct walk *w, const char *path)
{
	brad_error problem;
	bs_fail_errno(&problem, "read", path);
	if (w->on_problem) w->on_problem(w->context, &problem);
}

static brad_status add_file(struct walk *w, const char *path, const struct stat *st)
{
	struct bs_files *f = w->files;
	const char **larger = bs_arena_grow(&f->arena, f->paths, f->count, sizeof *f->paths);
	char *copy = bs_arena_string(&f->arena, path);
	if (!larger || !copy) return bs_no_memory(w->err);
	f->paths = larger;
	f->paths[f->count++] = copy;
	f->bytes += (uint64_t)st->st_size;
	return BRAD_OK;
}

static brad_status walk_directory(struct walk *w, const char *path);

static brad_status walk_entry(struct walk *w, const char *directory, const char *name)
{
	struct bs_buffer path = {0};
	bs_buffer_string(&path, directory);
	if (path.length == 0 || path.bytes[path.length - 1] != '/') bs_buffer_add(&path, "/", 1);
	bs_buffer_string(&path, name);
	struct stat st;
	brad_status status = BRAD_OK;
	if (path.failed)
		status = bs_no_memory(w->err);
	else if (lstat(path.bytes, &st) != 0)
		tell(w, path.bytes);
	else if (S_ISDIR(st.st_mode))
		status = walk_directory(w, path.bytes);
	else if (S_ISREG(st.st_mode) && is_taken(name))
		status = add_file(w, path.bytes, &st);
	else
		w->files->others++;
	bs_buffer_free(&path);
	return status;
}

static brad_status walk_directory(struct walk *w, const char *path)
{
	struct dirent **entries;
	int count = scandir(path, &entries, is_visible, by_name);
	if (count < 0) {
		if (errno == ENOMEM) return bs_no_memory(w->err);
		tell(w, path);
		return BRAD_OK;
	}
	brad_status status = BRAD_OK;
	for (int i = 0; i < count; i++) {
		if (status == BRAD_OK) status = walk_entry(w, path, entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
	return status;
}

brad_status bs_find_files(const char *directory, struct bs_files *out,
			  void (*on_problem)(void *context, const brad_error *problem),
			  void *context, brad_error *err)
{
	*out = (struct bs_files){0};
	struct walk w = {out, on_problem, context, err};
	brad_status status = walk_directory(&w, directory);
	if (status != BRAD_OK) bs_files_free(out);
	return status;
}

void bs_files_free(struct bs_files *files)
{
	bs_arena_free(&files->arena);
	*files = (struct bs_files){0};
}

/* The real path of the directory that a path is in, and the last name of the path: for a file
 * that does not exist. */
static char *real_parent(const char *path)
{
	size_t n = strlen(path);
	while (n > 1 && path[n - 1] == '/') n--;
	size_t name = n;
	while (name > 0 && path[name - 1] != '/') name--;
	struct bs_buffer b = {0};
	bs_buffer_add(&b, name ? path : ".", name ? name : 1);
	char *parent = b.failed ? NULL : realpath(b.bytes, NULL);
	bs_buffer_clear(&b);
	bs_buffer_string(&b, parent ? parent : "");
	if (!parent)
		bs_buffer_add(&b, path, n);
	else if (n > name) {
		if (strcmp(parent, "/") != 0) bs_buffer_add(&b, "/", 1);
		bs_buffer_add(&b, path + name, n - name);
	}
	free(parent);
	if (!b.failed) return b.bytes;
	bs_buffer_free(&b);
	return NULL;
}

char *bs_absolute_path(const char *path)
{
	char *real = realpath(path, NULL);
	if (!real) real = real_parent(path);
	if (!real) return NULL;
	size_t n = strlen(real);
	if (bs_utf8_check(real, n) == n) return real;
	struct bs_buffer decoded = {0};
	bs_decode(real, n, &decoded);
	free(real);
	if (!decoded.failed) return decoded.bytes;
	bs_buffer_free(&decoded);
	return NULL;
}
