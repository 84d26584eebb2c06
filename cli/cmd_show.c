#include "output.h"

int cmd_show(const struct options *options)
{
	brad_article *article;
	brad_error error;
	struct output output;
	if (options->word_count != 1) {
		complain("show which article? give one id or path; a search prints them");
		return STATUS_PROBLEM;
	}
	brad_index *index = index_open(options);
	if (!index) return STATUS_PROBLEM;
	brad_status status = brad_index_article(index, options->words[0], &article, &error);
	if (status == BRAD_OK) {
		output_open(&output, options, index, true);
		output.format->article(&output, article);
		output_close(&output);
		brad_article_free(article);
	} else {
		complain("%s", error.message);
	}
	brad_index_free(index);
	return status == BRAD_OK          ? STATUS_FOUND
	       : status == BRAD_ENOTFOUND ? STATUS_NOTHING
					  : STATUS_PROBLEM;
}
