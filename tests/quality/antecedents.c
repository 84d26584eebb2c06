/* antecedents ARTICLES.jsonl - what does the analysis see of each whom a pronoun may mean?
 *
 * Prints a line for each of them: the article's id, the byte where the pronoun begins, the name, and
 * what is seen of it, parted by tabs.  Linked with --wrap, so that the library calls what is here. */
#include "analysis/antecedent.h"

#include <stdio.h>

void __real_bs_see_antecedent(const struct bs_article *article, const struct bs_mention *pronoun,
			      uint32_t mention, const struct bs_antecedent *antecedent,
			      const struct bs_heard *last, uint8_t *seen);
void __wrap_bs_see_antecedent(const struct bs_article *article, const struct bs_mention *pronoun,
			      uint32_t mention, const struct bs_antecedent *antecedent,
			      const struct bs_heard *last, uint8_t *seen);

void __wrap_bs_see_antecedent(const struct bs_article *article, const struct bs_mention *pronoun,
			      uint32_t mention, const struct bs_antecedent *antecedent,
			      const struct bs_heard *last, uint8_t *seen)
{
	__real_bs_see_antecedent(article, pronoun, mention, antecedent, last, seen);
	printf("%s\t%u\t%s\t%d\t", article->document.id, article->tokens.at[pronoun->first].start,
	       article->entities[antecedent->entity].name,
	       pronoun->plural || pronoun->gender == BS_NEUTER);
	for (size_t i = 0; i < BS_ANTECEDENT_FEATURES; i++) printf(i ? " %d" : "%d", seen[i]);
	putchar('\n');
}

int main(int argc, char **argv)
{
	brad_reader *reader;
	const brad_document *document;
	brad_error error;
	if (argc != 2 || brad_reader_open(argv[1], BRAD_INPUT_JSONL, &reader, &error)) {
		fputs("usage: antecedents ARTICLES.jsonl\n", stderr);
		return 2;
	}
	while (brad_reader_next(reader, &document, &error) == BRAD_OK && document) {
		brad_article *article;
		if (brad_article_parse(document, &article, &error) == BRAD_OK)
			brad_article_free(article);
	}
	brad_reader_free(reader);
	return 0;
}
