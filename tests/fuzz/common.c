#include "common.h"

#include "../fault/model.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void fuzz_broken(const char *file, int line, const char *what)
{
	fprintf(stderr, "%s:%d: broken promise: %s\n", file, line, what);
	abort();
}

static char directory[256];

static void remove_it(void)
{
	model_remove_directory(directory);
}

const char *fuzz_directory(void)
{
	if (*directory) return directory;
	model_make_directory(directory);
	atexit(remove_it);
	return directory;
}

const char *fuzz_path(const char *name)
{
	static char paths[2][320];
	static int turn;
	turn = !turn;
	snprintf(paths[turn], sizeof paths[turn], "%s/%s", fuzz_directory(), name);
	return paths[turn];
}

void fuzz_write(const char *name, const void *bytes, size_t length)
{
	FILE *file = fopen(fuzz_path(name), "wb");
	MUST(file && fwrite(bytes, 1, length, file) == length);
	MUST(fclose(file) == 0);
}

void fuzz_make_index(void)
{
	brad_writer *w;
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	options.threads = 1;
	MUST(brad_writer_open(fuzz_directory(), &options, &w, NULL) == BRAD_OK);
	for (uint64_t i = 1; i <= 3; i++) MUST(model_step(w, i, NULL) == BRAD_OK);
	MUST(brad_writer_commit(w, NULL, NULL) == BRAD_OK);
	brad_writer_free(w);
}
