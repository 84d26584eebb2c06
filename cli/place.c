#include "command.h"
#include "terminal.h"

#include <stdlib.h>
#include <string.h>

static char *join(const char *directory, const char *rest)
{
	size_t room = strlen(directory) + strlen(rest) + 1;
	char *path = malloc(room);
	if (path)
		snprintf(path, room, "%s%s", directory, rest);
	else
		complain("out of memory");
	return path;
}

char *index_directory(const struct options *options)
{
	const char *named = options->index ? options->index : getenv("BRADSEARCH_INDEX");
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	if (options->index && !*options->index) {
		complain("--index: expected a directory, not ''");
		return NULL;
	}
	if (named && *named) return join(named, "");
	if (data && *data == '/') return join(data, "/bradsearch/index");
	if (home && *home) return join(home, "/.local/share/bradsearch/index");
	complain("no place for the index: give --index DIR or set BRADSEARCH_INDEX");
	return NULL;
}

/* Is the index the one, and as it was, of which --at-revision speaks? */
static bool is_at_revision(const char *wanted, const brad_index_info *about)
{
	char now[64];
	if (!wanted) return true;
	snprintf(now, sizeof now, "%s:%llu", about->uuid, (unsigned long long)about->revision);
	const char *revision = strrchr(now, ':') + 1, *colon = strrchr(wanted, ':');
	if (strcmp(wanted, colon ? now : revision) == 0) return true;
	complain("the index is at revision %s, not %s: it was changed since, or is another; leave "
		 "out --at-revision to ask it as it is",
		 colon ? now : revision, wanted);
	return false;
}

brad_index *index_open(const struct options *options)
{
	brad_index *index = NULL;
	brad_error error;
	char *directory = index_directory(options);
	if (!directory) return NULL;
	brad_status status = options->verify_index
				     ? brad_index_open_verified(directory, &index, &error)
				     : brad_index_open(directory, &index, &error);
	if (status == BRAD_OK) status = brad_index_use_people(index, options->people, &error);
	if (status == BRAD_ENOTFOUND)
		complain("there is no index at '%s'; 'bradsearch index PATH' makes one", directory);
	else if (status != BRAD_OK)
		complain("%s", error.message);
	else if (brad_index_about(index)->outdated)
		complain("the index was made by another version; 'bradsearch index PATH' brings it "
			 "up to date");
	free(directory);
	if (status == BRAD_OK && is_at_revision(options->at_revision, brad_index_about(index)))
		return index;
	brad_index_free(index);
	return NULL;
}

char *words_join(const struct options *options)
{
	size_t room = 1;
	for (size_t i = 0; i < options->word_count; i++) room += strlen(options->words[i]) + 1;
	char *words = malloc(room), *out = words;
	if (!words) {
		complain("out of memory");
		return NULL;
	}
	*out = '\0';
	for (size_t i = 0; i < options->word_count; i++)
		out += snprintf(out, room - (size_t)(out - words), "%s%s", i ? " " : "",
				options->words[i]);
	return words;
}
