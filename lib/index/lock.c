#include "index/lock.h"

#include "base/error.h"
#include "index/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

static brad_status locked(int fd, const char *directory, brad_error *err)
{
	char holder[96] = "";
	ssize_t n = pread(fd, holder, sizeof holder - 1, 0);
	if (n > 0) holder[strcspn(holder, "\n")] = '\0';
	return bs_fail(err, BRAD_ELOCKED,
		       "cannot write to index '%s': %s; wait for it to end, or end it", directory,
		       *holder ? holder : "another process is writing");
}

/* Writes into the file who holds the lock, for the messages of others. */
static brad_status sign(int fd, const char *path, brad_error *err)
{
	char text[96], when[32];
	struct tm tm;
	time_t now = time(NULL);
	gmtime_r(&now, &tm);
	strftime(when, sizeof when, "%Y-%m-%d %H:%M:%S", &tm);
	int n = snprintf(text, sizeof text, "process %ld has been writing since %s UTC\n",
			 (long)getpid(), when);
	if (ftruncate(fd, 0) != 0 || pwrite(fd, text, (size_t)n, 0) != n)
		return bs_fail_errno(err, "write", path);
	return BRAD_OK;
}

brad_status bs_lock_take(const char *directory, int *out, brad_error *err)
{
	*out = -1;
	char *path = bs_join_path(directory, "lock");
	if (!path) return bs_no_memory(err);
	brad_status status = BRAD_OK;
	int fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		status = bs_fail_errno(err, "open", path);
	else if (flock(fd, LOCK_EX | LOCK_NB) != 0)
		status = errno == EWOULDBLOCK ? locked(fd, directory, err)
					      : bs_fail_errno(err, "lock", path);
	else
		status = sign(fd, path, err);
	if (status == BRAD_OK)
		*out = fd;
	else if (fd >= 0)
		close(fd);
	free(path);
	return status;
}

bool bs_lock_is_held(const char *directory)
{
	char *path = bs_join_path(directory, "lock");
	int fd = path ? open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC) : -1;
	bool held = fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) != 0;
	if (fd >= 0) close(fd);
	free(path);
	return held;
}

void bs_lock_release(int lock)
{
	if (lock >= 0) close(lock);
}
