/* What do callers hear of a writer while it works? */
#include "index/writer.h"

static double seconds_since(const struct timespec *then)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - then->tv_sec) + (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

void bs_writer_measure(brad_writer *w)
{
	w->progress.seconds = seconds_since(&w->began);
	w->progress.sentences = w->sentences_before + (w->crew ? bs_crew_sentences(w->crew) : 0);
}

brad_progress bs_writer_shown(const brad_writer *w)
{
	brad_progress progress = w->progress;
	if (w->endless) progress.bytes_known = 0;
	return progress;
}

void bs_writer_tick(brad_writer *w)
{
	if (!w->options.on_progress || seconds_since(&w->told) < 0.1) return;
	bs_writer_measure(w);
	brad_progress progress = bs_writer_shown(w);
	w->options.on_progress(w->options.context, &progress);
	clock_gettime(CLOCK_MONOTONIC, &w->told);
}

void bs_writer_problem(brad_writer *w, const brad_error *problem)
{
	w->progress.problems++;
	if (w->options.on_problem) w->options.on_problem(w->options.context, problem);
}

/* The document counts as if it had not been in the file, which must be read again next time. */
void bs_writer_take_lost(brad_writer *w)
{
	struct bs_lost lost;
	while (w->crew && bs_crew_take_lost(w->crew, &lost)) {
		struct bs_entry *e = &w->catalogue.entries[lost.number];
		if (e->previous == BS_NO_ENTRY)
			w->progress.articles_added--;
		else
			w->progress.articles_replaced--;
		if (e->path != BS_NO_SOURCE) w->catalogue.sources.list[e->path].settled = false;
		bs_catalogue_lose(&w->catalogue, lost.number);
		bs_writer_problem(w, &lost.error);
	}
}
