#include "command.h"
#include "json_write.h"
#include "output.h"

#include <stdlib.h>

struct checking {
	struct json json;
	bool in_json;
	uint64_t of_people; /* faults of a people file */
	uint64_t of_losses; /* those that cost articles, or the list of them */
};

static void tell_fault(const brad_fault *fault)
{
	if (!fault->article)
		complain("%s: %s", fault->file, fault->message);
	else if (fault->path)
		complain("%s: the article '%s' from '%s' cannot be read: %s", fault->file,
			 fault->article, fault->path, fault->message);
	else
		complain("%s: the article '%s' cannot be read: %s", fault->file, fault->article,
			 fault->message);
}

static void print_fault(struct json *json, const brad_fault *fault)
{
	static const char *const harms[] = {"none", "amends", "loss", "people"};
	jw_open(json, '{');
	jw_member(json, "type", "fault");
	jw_member(json, "harm", harms[fault->harm]);
	jw_member(json, "file", fault->file);
	jw_member(json, "article", fault->article);
	jw_member(json, "path", fault->path);
	jw_member(json, "message", fault->message);
	jw_end_line(json);
}

static void on_fault(void *context, const brad_fault *fault)
{
	struct checking *c = context;
	c->of_people += fault->harm == BRAD_HARM_PEOPLE;
	c->of_losses += fault->harm == BRAD_HARM_LOSS;
	if (c->in_json)
		print_fault(&c->json, fault);
	else
		tell_fault(fault);
}

static void print_report(struct json *json, const brad_check_report *r)
{
	jw_open(json, '{');
	jw_member(json, "type", "check");
	jw_member(json, "schema", "bradsearch-check/1");
	jw_count(json, "articles", r->articles);
	jw_count(json, "sentences", r->sentences);
	jw_count(json, "segments", r->segments);
	jw_count(json, "bytes", r->bytes);
	jw_count(json, "faults", r->faults);
	jw_count(json, "leftovers", r->leftovers);
	jw_count(json, "losses", r->losses);
	jw_truth(json, "repaired", r->repaired);
	jw_count(json, "remade", r->remade);
	jw_count(json, "dropped", r->dropped);
	jw_end_line(json);
}

static void print_size(const brad_check_report *r)
{
	printf("%s, %s in %s, %.1f MB: ", count_text(r->articles, "article"),
	       count_text(r->sentences, "sentence"), count_text(r->segments, "piece"),
	       (double)r->bytes / 1e6);
}

/* What was found, and what can be done; the exit status. */
static int conclude(const struct options *options, const brad_check_report *r,
		    const struct checking *c)
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
	if (r->faults == c->of_people)
		remark("the index is well; searches fail until the people file is mended");
	else if (r->faults == r->leftovers)
		remark("no harm is done; --repair, or the next index, sweeps what was left");
	else if (r->losses == 0 && c->of_losses > 0)
		remark("--repair --drop-damaged makes it again from what is there");
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
	struct checking checking = {{stdout, false}, options->format == FORMAT_JSON, 0, 0};
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
	settings.context = &checking;
	brad_status status = brad_index_check(directory, &settings, &report, &error);
	if (status == BRAD_ENOTFOUND)
		complain("there is no index at '%s'; 'bradsearch index PATH' makes one", directory);
	else if (status != BRAD_OK)
		complain("%s", error.message);
	free(directory);
	if (status != BRAD_OK) return STATUS_PROBLEM;
	if (!checking.in_json) return conclude(options, &report, &checking);
	print_report(&checking.json, &report);
	return report.faults == 0 || report.repaired ? STATUS_FOUND : STATUS_NOTHING;
}
