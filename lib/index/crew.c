#include "index/crew_inside.h"

#include "base/error.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
	QUEUE_BYTES = 4 << 20,   /* of documents that wait: about a second of work */
	CROWD_BYTES = 128 << 10, /* waiting is reason for another thread */
	TICK = 200               /* milliseconds between two calls of wait */
};

static brad_status make_conditions(struct bs_crew *crew, brad_error *err)
{
	pthread_condattr_t steady;
	bool good = pthread_condattr_init(&steady) == 0;
	good = good && pthread_condattr_setclock(&steady, CLOCK_MONOTONIC) == 0 &&
	       pthread_cond_init(&crew->less, &steady) == 0 &&
	       pthread_cond_init(&crew->more, NULL) == 0 &&
	       pthread_mutex_init(&crew->mutex, NULL) == 0;
	pthread_condattr_destroy(&steady);
	return good ? BRAD_OK : bs_no_memory(err);
}

brad_status bs_crew_new(const char *directory, uint64_t revision, unsigned threads,
			void (*wait)(void *context), void *context, struct bs_crew **out,
			brad_error *err)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	*out = NULL;
	struct bs_crew *crew = calloc(1, sizeof *crew);
	if (!crew) return bs_no_memory(err);
	crew->directory = strdup(directory);
	if (threads == 0) threads = processors > 0 ? (unsigned)processors : 1;
	crew->most = threads < BS_MOST_THREADS ? threads : BS_MOST_THREADS;
	crew->revision = revision;
	crew->wait = wait;
	crew->context = context;
	brad_status status = crew->directory ? make_conditions(crew, err) : bs_no_memory(err);
	if (status != BRAD_OK) {
		free(crew->directory);
		free(crew);
		return status;
	}
	*out = crew;
	return BRAD_OK;
}

/* Worker threads take no signals: these are for the threads of the program. */
static brad_status add_worker(struct bs_crew *crew, brad_error *err)
{
	struct bs_worker *w = &crew->workers[crew->count];
	sigset_t all, before;
	w->crew = crew;
	w->number = crew->count;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	pthread_mutex_lock(&crew->mutex);
	int failed = pthread_create(&w->thread, NULL, bs_crew_work, w);
	if (!failed) crew->running++;
	pthread_mutex_unlock(&crew->mutex);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (failed && crew->count == 0) return bs_fail(err, BRAD_EIO, "cannot start a thread");
	if (!failed) crew->count++;
	return BRAD_OK;
}

/* Waits for something to change, at most a tick.  The mutex is held. */
static void wait_a_tick(struct bs_crew *crew)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += TICK * 1000000L;
	if (until.tv_nsec >= 1000000000L) until.tv_nsec -= 1000000000L, until.tv_sec++;
	pthread_cond_timedwait(&crew->less, &crew->mutex, &until);
	pthread_mutex_unlock(&crew->mutex);
	if (crew->wait) crew->wait(crew->context);
	pthread_mutex_lock(&crew->mutex);
}

static const char *copy_string(const char *from, char **to)
{
	if (!from) return NULL;
	size_t n = strlen(from) + 1;
	char *copy = memcpy(*to, from, n);
	*to += n;
	return copy;
}

static struct bs_job *make_job(const brad_document *d, uint32_t number, uint64_t hash,
			       uint32_t added)
{
	const char *strings[] = {d->id, d->title, d->source, d->url, d->path};
	size_t size = sizeof(struct bs_job) + d->text_length + 1;
	for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
		if (strings[i]) size += strlen(strings[i]) + 1;
	struct bs_job *job = malloc(size);
	if (!job) return NULL;
	*job = (struct bs_job){NULL, size, number, hash, added, *d};
	char *to = job->strings;
	job->document.id = copy_string(d->id, &to);
	job->document.title = copy_string(d->title, &to);
	job->document.source = copy_string(d->source, &to);
	job->document.url = copy_string(d->url, &to);
	job->document.path = copy_string(d->path, &to);
	job->document.text = to;
	if (d->text_length) memcpy(to, d->text, d->text_length);
	to[d->text_length] = '\0';
	return job;
}

brad_status bs_crew_give(struct bs_crew *crew, const brad_document *document, uint32_t number,
			 uint64_t hash, uint32_t added, brad_error *err)
{
	struct bs_job *job = make_job(document, number, hash, added);
	if (!job) return bs_no_memory(err);
	pthread_mutex_lock(&crew->mutex);
	while (crew->bytes > 0 && crew->bytes + job->size > QUEUE_BYTES && crew->status == BRAD_OK)
		wait_a_tick(crew);
	brad_status status = crew->status;
	bool crowded = crew->bytes > CROWD_BYTES;
	if (status == BRAD_OK) {
		*(crew->last ? &crew->last->next : &crew->first) = job;
		crew->last = job;
		crew->bytes += job->size;
		pthread_cond_signal(&crew->more);
	} else if (err) {
		*err = crew->error;
	}
	pthread_mutex_unlock(&crew->mutex);
	if (status != BRAD_OK)
		free(job);
	else if (crew->count == 0 || (crowded && crew->count < crew->most))
		status = add_worker(crew, err);
	return status;
}

bool bs_crew_take_lost(struct bs_crew *crew, struct bs_lost *out)
{
	pthread_mutex_lock(&crew->mutex);
	bool any = crew->lost_taken < crew->lost.length;
	if (any) memcpy(out, crew->lost.bytes + crew->lost_taken, sizeof *out);
	if (any) crew->lost_taken += sizeof *out;
	pthread_mutex_unlock(&crew->mutex);
	return any;
}

uint64_t bs_crew_sentences(struct bs_crew *crew)
{
	pthread_mutex_lock(&crew->mutex);
	uint64_t sentences = crew->sentences;
	pthread_mutex_unlock(&crew->mutex);
	return sentences;
}

static void join_all(struct bs_crew *crew, bool abandon)
{
	pthread_mutex_lock(&crew->mutex);
	crew->closed = true;
	if (abandon) crew->abandoned = true;
	pthread_cond_broadcast(&crew->more);
	while (crew->running > 0) wait_a_tick(crew);
	pthread_mutex_unlock(&crew->mutex);
	for (; crew->joined < crew->count; crew->joined++)
		pthread_join(crew->workers[crew->joined].thread, NULL);
}

brad_status bs_crew_finish(struct bs_crew *crew, const struct bs_made **first, size_t *count,
			   brad_error *err)
{
	size_t total = 0;
	join_all(crew, false);
	*first = NULL;
	*count = 0;
	if (crew->status == BRAD_OK && crew->lost.failed) return bs_no_memory(err);
	if (crew->status != BRAD_OK) {
		if (err) *err = crew->error;
		return crew->status;
	}
	for (unsigned i = 0; i < crew->count; i++) total += crew->workers[i].made_count;
	crew->made = calloc(total + 1, sizeof *crew->made);
	if (!crew->made) return bs_no_memory(err);
	*first = crew->made;
	for (unsigned i = 0; i < crew->count; i++)
		for (size_t k = 0; k < crew->workers[i].made_count; k++)
			crew->made[(*count)++] = crew->workers[i].made[k];
	return BRAD_OK;
}

void bs_crew_free(struct bs_crew *crew)
{
	if (!crew) return;
	crew->wait = NULL;
	join_all(crew, true);
	while (crew->first) {
		struct bs_job *next = crew->first->next;
		free(crew->first);
		crew->first = next;
	}
	for (unsigned i = 0; i < crew->count; i++) {
		for (size_t k = 0; k < crew->workers[i].made_count; k++)
			bs_buffer_free(&crew->workers[i].made[k].numbers);
		free(crew->workers[i].made);
	}
	free(crew->made);
	bs_buffer_free(&crew->lost);
	pthread_cond_destroy(&crew->more);
	pthread_cond_destroy(&crew->less);
	pthread_mutex_destroy(&crew->mutex);
	free(crew->directory);
	free(crew);
}
