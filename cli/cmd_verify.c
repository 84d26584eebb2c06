#include "output.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_INPUT = 1 << 20 };

/* All of standard input, for free(); NULL after a message. */
static char *read_input(void)
{
	char *text = malloc(LONGEST_INPUT + 1);
	if (!text) return complain("out of memory"), NULL;
	size_t length = fread(text, 1, LONGEST_INPUT + 1, stdin);
	text[length <= LONGEST_INPUT ? length : 0] = '\0';
	if (ferror(stdin))
		complain("cannot read standard input");
	else if (length > LONGEST_INPUT)
		complain("standard input is too long to be a quotation");
	else if (strlen(text) < length)
		complain("standard input is no text: it has a NUL");
	else
		return text;
	free(text);
	return NULL;
}

static bool is_input(const struct options *options)
{
	return options->word_count == 1 && strcmp(options->words[0], "-") == 0;
}

static bool share_speaker(const brad_hit *a, const brad_hit *b)
{
	for (size_t i = 0; i < a->speaker_count; i++)
		for (size_t k = 0; k < b->speaker_count; k++)
			if (strcmp(a->speakers[i].name, b->speakers[k].name) == 0) return true;
	return false;
}

/* Words that were said exactly so may appear elsewhere with another figure or without a "not". */
static void remark_versions(brad_index *index, const brad_finding *finding)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	const brad_difference *first;
	unsigned warnings, all = 0;
	bool said = finding->verdict == BRAD_VERDICT_EXACT ||
		    finding->verdict == BRAD_VERDICT_OTHER_SPEAKER;
	for (size_t i = 0; said && i < finding->hit_count && !all; i++) {
		const brad_hit *version, *hit = &finding->hits[i];
		if (brad_index_versions(index, hit->sentence, &options, &results, NULL) != BRAD_OK)
			return;
		for (size_t k = 0; (version = brad_results_hit(results, k)); k++) {
			brad_results_differences(results, k, &first, &warnings);
			if (share_speaker(hit, version)) all |= warnings;
		}
		brad_results_free(results);
		if (all)
			complain("there is another version, in which a negation, a number or a "
				 "name differs: 'bradsearch like --changes %s'",
				 hit->sentence);
	}
}

int cmd_verify(const struct options *options)
{
	int status = STATUS_PROBLEM;
	brad_verification *verification = NULL;
	brad_error error;
	struct output output;
	const char *note;
	if (!options->batch == !options->word_count) {
		complain("verify what? give a quotation, or - for standard input; or --batch "
			 "FILE.csv");
		return status;
	}
	brad_index *index = index_open(options);
	if (!index) return status;
	if (options->batch) {
		status = verify_batch(options, index);
		brad_index_free(index);
		return status;
	}
	char *text = is_input(options) ? read_input() : words_join(options);
	if (!text) goto done;
	if (brad_index_verify(index, text, options->search.speaker, &verification, &error) !=
	    BRAD_OK) {
		complain("%s", error.message);
		goto done;
	}
	output_open(&output, options, index, true);
	output.format->verification(&output, text, verification);
	output_close(&output);
	for (size_t i = 0; (note = brad_verification_note(verification, i)); i++)
		complain("%s", note);
	if (options->format == FORMAT_TEXT)
		remark_versions(index, brad_verification_finding(verification));
	status = brad_verification_finding(verification)->verdict == BRAD_VERDICT_EXACT
			 ? STATUS_FOUND
			 : STATUS_NOTHING;
done:
	brad_verification_free(verification);
	brad_index_free(index);
	free(text);
	return status;
}
