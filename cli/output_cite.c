#include "output_cite.h"

#include <stdlib.h>

void citations_begin(struct citations *c, FILE *stream, brad_citation style)
{
	*c = (struct citations){.stream = stream, .style = style};
	if (style == BRAD_CITE_CSL_JSON) putc('[', stream);
}

bool citations_add(struct citations *c, const brad_hit *hit)
{
	size_t length = brad_hit_cite(hit, c->style, c->buffer, c->room);
	if (length >= c->room) {
		char *larger = realloc(c->buffer, length + 1);
		if (!larger) return complain("out of memory"), false;
		c->buffer = larger;
		c->room = length + 1;
		brad_hit_cite(hit, c->style, c->buffer, c->room);
	}
	if (c->style == BRAD_CITE_CSL_JSON)
		fputs(c->count ? ",\n" : "\n", c->stream);
	else if (c->style != BRAD_CITE_TEXT && c->count)
		putc('\n', c->stream);
	clean_write(c->stream, c->buffer, length, true);
	if (c->style != BRAD_CITE_CSL_JSON) putc('\n', c->stream);
	c->count++;
	return true;
}

void citations_end(struct citations *c)
{
	if (c->style == BRAD_CITE_CSL_JSON) fputs(c->count ? "\n]\n" : "]\n", c->stream);
	free(c->buffer);
}

static void print_results(struct output *output, const struct question *question,
			  const brad_results *results)
{
	struct citations citations;
	const brad_hit *hit;
	brad_citation style = (brad_citation)(output->options->format - FORMAT_CITE_TEXT);
	(void)question;
	if (output->begun && style != BRAD_CITE_TEXT) putc('\n', output->terminal.stream);
	citations_begin(&citations, output->terminal.stream, style);
	for (size_t i = 0; (hit = brad_results_hit(results, i)); i++)
		if (!citations_add(&citations, hit) || terminal_failed()) break;
	citations_end(&citations);
}

const struct output_format output_cite = {.results = print_results};
