#include "index/crew.h"

#include "base/error.h"

#include <inttypes.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
	MOST_THREADS = 64,
	QUEUE_BYTES = 4 << 20,   /* of documents that wait: about a second of work */
	CROWD_BYTES = 128 << 10, /* waiting is reason for another thread */
	TICK = 200               /* milliseconds between two calls of wait */
};

/* A document that waits; its strings lie behind it. */
struct job {
	struct job *next;
	size_t size;
	uint32_t number;
	uint64_t hash;
	brad_document document;
	char strings[];
};

struct worker {
	struct bs_crew *crew;
	pthread_t thread;
	struct bs_made made;
	struct bs_segment_writer *segment;
};

struct bs_crew {
	char *directory;
	uint64_t revision;
	unsigned most;
	void (*wait)(void *context);
	void *context;
	struct worker workers[MOST_THREADS];
	struct bs_made made[MOST_THREADS];
	unsigned count, joined;

	pthread_mutex_t mutex; /* of what follows */
	pthread_cond_t more;   /* something to do, or to end for */
	pthread_cond_t less;   /* room in the queue, or a worker less */
	struct job *first, *last;
	size_t bytes;
	unsigned running;
	bool closed;    /* no more jobs will come */
	bool abandoned; /* what is made is not wanted */
	uint64_t sentences;
	struct bs_buffer lost; /* struct bs_lost */
	size_t lost_taken;
	brad_status status;
	brad_error error;
};

/* ---- A worker's thread -------------------------------------------------- */

static struct job *take_job(struct bs_crew *crew)
{
	pthread_mutex_lock(&crew->mutex);
	while (!crew->first && !crew->closed && crew->status == BRAD_OK)
		pthread_cond_wait(&crew->more, &crew->mutex);
	struct job *job = crew->abandoned || crew->status != BRAD_OK ? NULL : crew->first;
	if (job) {
		crew->first = job->next;
		if (!crew->first) crew->last = NULL;
		crew->bytes -= job->size;
		pthread_cond_signal(&crew->less);
	}
	pthread_mutex_unlock(&crew->mutex);
	return job;
}

/* As many as the segment gets documents for; see segment_writer.c. */
static uint64_t count_sentences(const brad_article *article)
{
	const brad_sentence *s;
	const char *title = brad_article_document(article)->title;
	uint64_t count = title && *title;
	size_t n = brad_article_sentences(article, &s);
	for (size_t i = 0; i < n; i++) count += s[i].role != BRAD_ROLE_FURNITURE;
	return count;
}

/* Whatever concerns one document only is told of later; the rest ends the work. */
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

static brad_status add_article(struct worker *w, const struct job *job, const brad_article *article,
			       brad_error *err)
{
	struct bs_crew *crew = w->crew;
	brad_status status = BRAD_OK;
	if (!w->segment) status = bs_segment_begin(crew->directory, w->made.name, &w->segment, err);
	if (status == BRAD_OK) status = bs_segment_add(w->segment, article, job->hash, err);
	if (status != BRAD_OK) return status;
	bs_buffer_add(&w->made.numbers, &job->number, sizeof job->number);
	if (w->made.numbers.failed) return bs_no_memory(err);
	pthread_mutex_lock(&crew->mutex);
	crew->sentences += count_sentences(article);
	pthread_mutex_unlock(&crew->mutex);
	return BRAD_OK;
}

static void do_job(struct worker *w, const struct job *job)
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

static void *work(void *argument)
{
	struct worker *w = argument;
	struct bs_crew *crew = w->crew;
	for (struct job *job; (job = take_job(crew));) {
		do_job(w, job);
		free(job);
	}
	brad_error error;
	if (w->segment && is_wanted(crew) &&
	    bs_segment_finish(w->segment, &w->made.info, &error) != BRAD_OK) {
		if (error.status == BRAD_EINVAL || error.status == BRAD_EINPUT)
			error.status = BRAD_EINTERNAL;
		report(crew, 0, &error);
	}
	bs_segment_free(w->segment);
	pthread_mutex_lock(&crew->mutex);
	crew->running--;
	pthread_cond_broadcast(&crew->less);
	pthread_mutex_unlock(&crew->mutex);
	return NULL;
}

/* ---- The caller's thread ------------------------------------------------ */

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
	crew->most = threads < MOST_THREADS ? threads : MOST_THREADS;
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

/* Signals are for the threads of the program. */
static brad_status add_worker(struct bs_crew *crew, brad_error *err)
{
	struct worker *w = &crew->workers[crew->count];
	sigset_t all, before;
	w->crew = crew;
	snprintf(w->made.name, sizeof w->made.name, "seg-%" PRIu64 "-%u", crew->revision,
		 crew->count);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	pthread_mutex_lock(&crew->mutex);
	int failed = pthread_create(&w->thread, NULL, work, w);
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

static struct job *make_job(const brad_document *d, uint32_t number, uint64_t hash)
{
	const char *strings[] = {d->id, d->title, d->source, d->url, d->path};
	size_t size = sizeof(struct job) + d->text_length + 1;
	for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
		if (strings[i]) size += strlen(strings[i]) + 1;
	struct job *job = malloc(size);
	if (!job) return NULL;
	*job = (struct job){NULL, size, number, hash, *d};
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
			 uint64_t hash, brad_error *err)
{
	struct job *job = make_job(document, number, hash);
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
	join_all(crew, false);
	*first = crew->made;
	*count = 0;
	if (crew->status == BRAD_OK && crew->lost.failed) return bs_no_memory(err);
	if (crew->status != BRAD_OK) {
		if (err) *err = crew->error;
		return crew->status;
	}
	for (unsigned i = 0; i < crew->count; i++)
		if (crew->workers[i].made.info.articles > 0)
			crew->made[(*count)++] = crew->workers[i].made;
	return BRAD_OK;
}

void bs_crew_free(struct bs_crew *crew)
{
	if (!crew) return;
	crew->wait = NULL;
	join_all(crew, true);
	while (crew->first) {
		struct job *next = crew->first->next;
		free(crew->first);
		crew->first = next;
	}
	for (unsigned i = 0; i < crew->count; i++) bs_buffer_free(&crew->workers[i].made.numbers);
	bs_buffer_free(&crew->lost);
	pthread_cond_destroy(&crew->more);
	pthread_cond_destroy(&crew->less);
	pthread_mutex_destroy(&crew->mutex);
	free(crew->directory);
	free(crew);
}
