#include "command.h"
#include "output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The line that tells how far the work is, on a terminal only. */
struct progress_line {
	bool wanted, shown;
	double last; /* when it was written, in seconds of the writer */
};

static void clear_line(struct progress_line *line)
{
	if (line->shown) fputs("\r\033[K", stderr);
	line->shown = false;
}

static void on_problem(void *context, const brad_error *problem)
{
	clear_line(context);
	complain("%s", problem->message);
}

static void on_progress(void *context, const brad_progress *p)
{
	struct progress_line *line = context;
	if (!line->wanted || p->seconds - line->last < 0.1) return;
	line->last = p->seconds;
	double rate = (double)p->bytes_done / p->seconds;
	uint64_t articles = p->articles_added + p->articles_replaced + p->articles_unchanged;
	fprintf(stderr, "\r\033[K%s, %s, %.1f MB/s", count_text(articles, "article"),
		count_text(p->sentences, "sentence"), rate / 1e6);
	if (p->bytes_known > p->bytes_done && rate > 0)
		fprintf(stderr, ", %.0f s left", (double)(p->bytes_known - p->bytes_done) / rate);
	fflush(stderr);
	line->shown = true;
}

static void print_summary(const brad_progress *done)
{
	remark("%s added, %s replaced, %s removed, %s unchanged; %s in %.1f s",
	       count_text(done->articles_added, "article"), count_text(done->articles_replaced, ""),
	       count_text(done->articles_removed, ""), count_text(done->articles_unchanged, ""),
	       count_text(done->sentences, "sentence"), done->seconds);
	/* One or two other files are not worth a remark; a whole directory of web pages is. */
	uint64_t read = done->articles_added + done->articles_replaced + done->articles_unchanged;
	if (done->other_files > 0 && done->other_files >= read)
		remark("%s passed over: below a directory only .txt, .text, .jsonl, .ndjson and "
		       ".json are read",
		       count_text(done->other_files, "file"));
	if (done->problems > 0)
		remark("%s; all else was indexed", count_text(done->problems, "problem"));
}

/* Makes the directories above the index, which makes itself. */
static bool make_parents(char *directory)
{
	for (char *slash = strchr(directory + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		bool made = mkdir(directory, 0777) == 0 || errno == EEXIST;
		if (!made) complain("cannot make '%s': %s", directory, errno_text());
		*slash = '/';
		if (!made) return false;
	}
	return true;
}

static brad_writer *open_writer(const struct options *options, struct progress_line *line)
{
	brad_writer_options settings = BRAD_WRITER_OPTIONS_INIT;
	brad_writer *writer = NULL;
	brad_error error;
	settings.input = (brad_input)options->input;
	settings.threads = options->jobs;
	settings.rebuild = options->rebuild;
	settings.max_article_size = options->max_article_size;
	settings.on_problem = on_problem;
	settings.on_progress = on_progress;
	settings.context = line;
	char *directory = index_directory(options);
	if (directory && make_parents(directory) &&
	    brad_writer_open(directory, &settings, &writer, &error) != BRAD_OK)
		complain("%s", error.message);
	free(directory);
	return writer;
}

/* Does all that was asked, and publishes it; the exit status. */
static int write_index(const struct options *options, brad_writer *writer,
		       struct progress_line *line)
{
	int status = STATUS_FOUND;
	brad_status answer = BRAD_OK;
	brad_progress done;
	brad_error error;
	for (size_t i = 0; answer == BRAD_OK && i < options->removal_count; i++) {
		uint64_t removed;
		answer = brad_writer_remove(writer, options->removals[i], &removed, &error);
		if (answer != BRAD_OK || removed > 0) continue;
		complain("nothing in the index is '%s'", options->removals[i]);
		status = STATUS_NOTHING;
	}
	for (size_t i = 0; answer == BRAD_OK && i < options->word_count; i++)
		answer = brad_writer_add_path(writer, options->words[i], &error);
	if (answer == BRAD_OK) answer = brad_writer_commit(writer, &done, &error);
	clear_line(line);
	if (answer != BRAD_OK) {
		complain("%s", error.message);
		return STATUS_PROBLEM;
	}
	print_summary(&done);
	return done.problems > 0 ? STATUS_PROBLEM : status;
}

/* Is nothing there of all that is named?  Then no index is made for it. */
static bool names_nothing(const struct options *options)
{
	for (size_t i = 0; i < options->word_count; i++) {
		const char *path = options->words[i];
		if (strcmp(path, "-") == 0 || access(path, F_OK) == 0 || errno != ENOENT)
			return false;
	}
	for (size_t i = 0; i < options->word_count; i++)
		complain("cannot open '%s': no such file or directory", options->words[i]);
	return options->word_count > 0;
}

int cmd_index(const struct options *options)
{
	struct progress_line line = {isatty(STDERR_FILENO) && !terminal_is_dumb(), false, 0};
	if (options->word_count == 0 && options->removal_count == 0) {
		complain("index what? give files or directories, or - for standard input");
		return STATUS_PROBLEM;
	}
	if (options->removal_count == 0 && names_nothing(options)) return STATUS_PROBLEM;
	brad_writer *writer = open_writer(options, &line);
	if (!writer) return STATUS_PROBLEM;
	int status = write_index(options, writer, &line);
	brad_writer_free(writer);
	return status;
}
