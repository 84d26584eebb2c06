#include "index/crew_inside.h"

#include "base/error.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static struct bs_job *take_job(struct bs_crew *crew)
{
	pthread_mutex_lock(&crew->mutex);
	while (!crew->first && !crew->closed && crew->status == BRAD_OK)
		pthread_cond_wait(&crew->more, &crew->mutex);
	struct bs_job *job = crew->abandoned || crew->status != BRAD_OK ? NULL : crew->first;
	if (job) {
		crew->first = job->next;
		if (!crew->first) crew->last = NULL;
		crew->bytes -= job->size;
		pthread_cond_signal(&crew->less);
	}
	pthread_mutex_unlock(&crew->mutex);
	return job;
}

/* Counts the documents that the segment gets for an article; see segment_writer.c. */
static uint64_t count_sentences(const brad_article *article)
{
	const brad_sentence *s;
	const char *title = brad_article_document(article)->title;
	uint64_t count = title && *title;
	size_t n = brad_article_sentences(article, &s);
	for (size_t i = 0; i < n; i++) count += s[i].role != BRAD_ROLE_FURNITURE;
	return count;
}

/* A problem with one document is kept, to be reported later; any other failure ends the work. */
static void report(struct bs_crew *crew, uint32_t number, const brad_error *error)
{
	struct bs_lost lost = {number, *error};
	pthread_mutex_lock(&crew->mutex);
	if (error->status == BRAD_EINPUT || error->status == BRAD_EINVAL) {
		bs_buffer_add(&crew->lost, &lost, sizeof lost);
	} else if (crew->status == BRAD_OK) {
		crew->status = error->status;
		crew->error = *error;
		pthread_cond_broadcast(&crew->more);
		pthread_cond_broadcast(&crew->less);
	}
	pthread_mutex_unlock(&crew->mutex);
}

/* Begins another segment. */
static brad_status begin_segment(struct bs_worker *w, brad_error *err)
{
	struct bs_made *made = realloc(w->made, (w->made_count + 1) * sizeof *made);
	if (!made) return bs_no_memory(err);
	w->made = made;
	made += w->made_count;
	*made = (struct bs_made){0};
	snprintf(made->name, sizeof made->name, "seg-%" PRIu64 "-%zu", w->crew->revision,
		 w->number + BS_MOST_THREADS * w->made_count);
	brad_status status = bs_segment_begin(w->crew->directory, made->name, &w->segment, err);
	if (status == BRAD_OK) w->made_count++;
	return status;
}

static brad_status finish_segment(struct bs_worker *w, brad_error *err)
{
	brad_status status = bs_segment_finish(w->segment, &w->made[w->made_count - 1].info, err);
	bs_segment_free(w->segment);
	w->segment = NULL;
	if (status == BRAD_EINVAL || status == BRAD_EINPUT) status = err->status = BRAD_EINTERNAL;
	return status;
}

static brad_status add_article(struct bs_worker *w, const struct bs_job *job,
			       const brad_article *article, brad_error *err)
{
	struct bs_crew *crew = w->crew;
	brad_status status = BRAD_OK;
	if (w->segment && bs_segment_is_full(w->segment, BS_SEGMENT_DOCUMENTS))
		status = finish_segment(w, err);
	if (status == BRAD_OK && !w->segment) status = begin_segment(w, err);
	if (status == BRAD_OK)
		status = bs_segment_add(w->segment, article, job->hash,
					job->added ? job->added : (uint32_t)crew->revision, err);
	if (status != BRAD_OK) return status;
	struct bs_buffer *numbers = &w->made[w->made_count - 1].numbers;
	bs_buffer_add(numbers, &job->number, sizeof job->number);
	if (numbers->failed) return bs_no_memory(err);
	pthread_mutex_lock(&crew->mutex);
	crew->sentences += count_sentences(article);
	pthread_mutex_unlock(&crew->mutex);
	return BRAD_OK;
}

static void do_job(struct bs_worker *w, const struct bs_job *job)
{
	brad_error error;
	brad_article *article;
	brad_status status = brad_article_parse(&job->document, &article, &error);
	if (status != BRAD_OK) {
		struct bs_buffer text = {0};
		bs_buffer_string(&text, error.message);
		bs_fail(&error, status, "%s: %s", job->document.id, text.failed ? "" : text.bytes);
		bs_buffer_free(&text);
	} else {
		status = add_article(w, job, article, &error);
		if (status == BRAD_EINVAL) error.status = BRAD_EINTERNAL;
		brad_article_free(article);
	}
	if (status != BRAD_OK) report(w->crew, job->number, &error);
}

static bool is_wanted(struct bs_crew *crew)
{
	pthread_mutex_lock(&crew->mutex);
	bool wanted = !crew->abandoned && crew->status == BRAD_OK;
	pthread_mutex_unlock(&crew->mutex);
	return wanted;
}

void *bs_crew_work(void *worker)
{
	struct bs_worker *w = worker;
	struct bs_crew *crew = w->crew;
	for (struct bs_job *job; (job = take_job(crew));) {
		do_job(w, job);
		free(job);
	}
	brad_error error;
	if (w->segment && is_wanted(crew)) {
		brad_status status = finish_segment(w, &error);
		if (status != BRAD_OK) {
			error.status = status;
			report(crew, 0, &error);
		}
	}
	bs_segment_free(w->segment);
	pthread_mutex_lock(&crew->mutex);
	crew->running--;
	pthread_cond_broadcast(&crew->less);
	pthread_mutex_unlock(&crew->mutex);
	return NULL;
}
