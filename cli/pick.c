#include "pick.h"
#include "terminal.h"

enum pick pick_of(const struct options *options)
{
	return options->first_per_speaker ? PICK_FIRST_PER_SPEAKER
	       : options->first           ? PICK_FIRST
	       : options->last            ? PICK_LAST
					  : PICK_NONE;
}

const char *pick_name(enum pick pick)
{
	static const char *const names[] = {NULL, "first", "last", "first-per-speaker"};
	return names[pick];
}

bool pick_check(const struct options *options)
{
	const char *name = pick_name(pick_of(options)), *other = NULL;
	if (options->first + options->last + options->first_per_speaker > 1)
		return complain("give one of --first, --last and --first-per-speaker"), false;
	if (options->group && options->scope)
		return complain("--group is of sentences: leave out --in article"), false;
	if (!name) return true;
	if (options->group) other = "--group: each speaker has one hit already";
	if (options->sort) other = "--sort: hits come in order of time";
	if (options->scope) other = "--in article: somebody says a sentence";
	if (options->search.inferred_dates) other = "--inferred-dates: only a known day tells it";
	if (options->first_per_speaker && options->format == FORMAT_TEXT && options->search.context)
		other = "--context: each speaker has one line, but in JSON and CSV";
	if (other) complain("with --%s leave out %s", name, other);
	return !other;
}

static brad_status search_for(brad_index *index, const brad_search_options *search,
			      brad_results **out, brad_reasons **reasons, brad_error *error)
{
	brad_status status = brad_index_search(index, search, out, error);
	if (status != BRAD_OK || brad_results_total(*out) > 0) return status;
	return brad_index_reasons(index, search, reasons, error);
}

brad_status pick_search(brad_index *index, enum pick pick, const brad_search_options *options,
			brad_date *day, brad_results **out, brad_reasons **reasons,
			brad_error *error)
{
	brad_search_options search = *options;
	*day = (brad_date){0, 0, 0};
	if (pick == PICK_NONE) return search_for(index, &search, out, reasons, error);
	search.group = BRAD_GROUP_SPEAKER;
	search.sort = pick == PICK_LAST ? BRAD_SORT_NEWEST : BRAD_SORT_OLDEST;
	if (!search.from.year && !search.to.year) search.from.year = 1; /* none without a date */
	if (pick == PICK_FIRST_PER_SPEAKER) return search_for(index, &search, out, reasons, error);
	brad_search_options one = search;
	one.offset = 0;
	one.limit = 1;
	brad_status status = search_for(index, &one, out, reasons, error);
	if (status != BRAD_OK || brad_results_count(*out) == 0) return status;
	*day = brad_results_hit(*out, 0)->date;
	brad_results_free(*out);
	search.from = search.to = *day;
	return brad_index_search(index, &search, out, error);
}
