#include "output.h"

/* A sentence among those beside it, as a search prints it. */
static void print_sentence(const struct options *options, const brad_index *index,
			   const brad_results *sentence)
{
	static const struct question question = {0};
	struct options as_search = *options;
	struct output output;
	as_search.search.context = options->around;
	output_open(&output, &as_search, index, true);
	output.format->results(&output, &question, sentence);
	output_close(&output);
}

static void print_article(const struct options *options, const brad_index *index,
			  const brad_article *article, const brad_hit *marked)
{
	struct output output;
	output_open(&output, options, index, true);
	output.format->article(&output, article, marked);
	output_close(&output);
}

/* Shows a sentence by its id: marked in its article, or with the sentences around it. */
static brad_status show_sentence(const struct options *options, brad_index *index,
				 brad_error *error)
{
	brad_results *sentence;
	brad_article *article = NULL;
	bool whole = options->around == UINT32_MAX;
	brad_status status = brad_index_sentence(index, options->words[0],
						 whole ? 0 : options->around, &sentence, error);
	if (status != BRAD_OK) return status;
	const brad_hit *hit = brad_results_hit(sentence, 0);
	if (whole) status = brad_index_article(index, hit->article, &article, error);
	if (status == BRAD_OK && whole)
		print_article(options, index, article, hit);
	else if (status == BRAD_OK)
		print_sentence(options, index, sentence);
	brad_article_free(article);
	brad_results_free(sentence);
	return status;
}

static brad_status show_article(const struct options *options, brad_index *index, brad_error *error)
{
	brad_article *article;
	brad_status status = brad_index_article(index, options->words[0], &article, error);
	if (status != BRAD_OK) return status;
	if (options->around == UINT32_MAX) {
		print_article(options, index, article, NULL);
	} else {
		snprintf(error->message, sizeof error->message,
			 "--context goes with the id of a sentence; '%.120s' is an article",
			 options->words[0]);
		status = BRAD_EINVAL;
	}
	brad_article_free(article);
	return status;
}

/* What is not the id of an article may be that of a sentence; if it is neither, the message is
 * about articles. */
int cmd_show(const struct options *options)
{
	brad_error error, other;
	if (options->word_count != 1) {
		complain("show what? give one id or path of an article, or the id of a sentence; "
			 "a search prints them");
		return STATUS_PROBLEM;
	}
	brad_index *index = index_open(options);
	if (!index) return STATUS_PROBLEM;
	brad_status status = show_article(options, index, &error);
	if (status == BRAD_ENOTFOUND) {
		brad_status answer = show_sentence(options, index, &other);
		if (answer != BRAD_EINVAL) {
			status = answer;
			error = other;
		}
	}
	if (status != BRAD_OK) complain("%s", error.message);
	brad_index_free(index);
	return status == BRAD_OK          ? STATUS_FOUND
	       : status == BRAD_ENOTFOUND ? STATUS_NOTHING
					  : STATUS_PROBLEM;
}
