#include "command.h"
#include "output.h"

#include <stdlib.h>

static void on_fault(void *context, const brad_fault *fault)
{
	(void)context;
	if (!fault->article)
		complain("%s: %s", fault->file, fault->message);
	else if (fault->path)
		complain("%s: the article '%s' from '%s' cannot be read: %s", fault->file,
			 fault->article, fault->path, fault->message);
	else
		complain("%s: the article '%s' cannot be read: %s", fault->file, fault->article,
			 fault->message);
}

static void print_size(const brad_check_report *r)
{
	printf("%s, %s in %s, %.1f MB: ", count_text(r->articles, "article"),
	       count_text(r->sentences, "sentence"), count_text(r->segments, "piece"),
	       (double)r->bytes / 1e6);
}

/* What was found, and what can be done; the exit status. */
static int conclude(const struct options *options, const brad_check_report *r)
{
	print_size(r);
	printf(r->faults ? "%s\n" : "all is well\n", count_text(r->faults, "fault"));
	if (r->faults == 0) return STATUS_FOUND;
	if (r->repaired) {
		remark("repaired: %s made again, %s dropped", count_text(r->remade, "article"),
		       count_text(r->dropped, ""));
		if (r->dropped)
			remark("those that were dropped come back when their files are indexed "
			       "again");
		return STATUS_FOUND;
	}
	if (r->faults == r->leftovers)
		remark("no harm is done; --repair, or the next index, sweeps what was left");
	else if (r->losses == 0)
		remark(options->repair
			       ? "not all could be repaired"
			       : "no article is lost: --repair makes again what is damaged");
	else
		remark("%s lost: --repair --drop-damaged makes the index good again without them",
		       count_text(r->losses, "article"));
	return STATUS_NOTHING;
}

int cmd_check(const struct options *options)
{
	brad_check_options settings = BRAD_CHECK_OPTIONS_INIT;
	brad_check_report report;
	brad_error error;
	if (options->word_count > 0) {
		complain("check takes no words; the index is named with --index");
		return STATUS_PROBLEM;
	}
	if (options->drop_damaged && !options->repair) {
		complain("--drop-damaged goes with --repair");
		return STATUS_PROBLEM;
	}
	char *directory = index_directory(options);
	if (!directory) return STATUS_PROBLEM;
	settings.repair = options->repair;
	settings.drop_damaged = options->drop_damaged;
	settings.on_fault = on_fault;
	brad_status status = brad_index_check(directory, &settings, &report, &error);
	if (status == BRAD_ENOTFOUND)
		complain("there is no index at '%s'; 'bradsearch index PATH' makes one", directory);
	else if (status != BRAD_OK)
		complain("%s", error.message);
	free(directory);
	return status == BRAD_OK ? conclude(options, &report) : STATUS_PROBLEM;
}
