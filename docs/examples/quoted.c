/* quoted.c - who said what: indexes a folder and prints one speaker's sentences.
 *
 *     cc quoted.c $(pkg-config --cflags --libs libbradsearch) -o quoted
 *     ./quoted articles/ Hinchcliffe */
#include <bradsearch.h>
#include <stdio.h>
#include <stdlib.h>

static void must(brad_status status, const brad_error *error)
{
	if (status == BRAD_OK) return;
	fprintf(stderr, "quoted: %s\n", error->message);
	exit(2);
}

int main(int argc, char **argv)
{
	if (argc != 3) return fputs("usage: quoted FOLDER NAME\n", stderr), 2;
	brad_error error;

	brad_writer *writer;
	must(brad_writer_open("quoted.index", NULL, &writer, &error), &error);
	must(brad_writer_add_path(writer, argv[1], &error), &error);
	must(brad_writer_commit(writer, NULL, &error), &error);
	brad_writer_free(writer);

	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.speaker = argv[2];
	options.sort = BRAD_SORT_OLDEST;
	options.limit = 1000;
	brad_index *index;
	brad_results *results;
	must(brad_index_open("quoted.index", &index, &error), &error);
	must(brad_index_search(index, &options, &results, &error), &error);

	for (size_t i = 0; i < brad_results_count(results); i++) {
		const brad_hit *hit = brad_results_hit(results, i);
		const brad_speaker *who = hit->speakers;
		char day[11];
		printf("%s, %s, %s:\n  %s\n", *brad_date_write(hit->date, day) ? day : "undated",
		       who->name, who->role ? who->role : "no role given", hit->text);
	}
	brad_results_free(results);
	brad_index_free(index);
	return 0;
}
