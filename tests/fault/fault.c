#define _GNU_SOURCE
#include "fault.h"

#include "xapian_c/xapian_c.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/types.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

static atomic_long left, live;
static atomic_int armed = -1;
static atomic_bool goes_on, fired, in_compact;
static _Thread_local bool compacting, taking_part;

const char *fault_name(enum fault kind)
{
	static const char *const names[FAULT_KINDS] = {"memory", "open", "write",   "sync",
						       "rename", "map",  "truncate"};
	return names[kind];
}

void fault_arm(enum fault kind, long n, bool on)
{
	left = n;
	goes_on = on;
	fired = in_compact = false;
	taking_part = true;
	armed = (int)kind;
}

bool fault_disarm(void)
{
	armed = -1;
	return fired;
}

bool fault_was_in_compact(void)
{
	return in_compact;
}

long fault_live(void)
{
	return live;
}

/* Is it this call's turn? */
static bool fails(enum fault kind, int code)
{
	if (armed != (int)kind || !taking_part) return false;
	long turn = atomic_fetch_sub(&left, 1);
	if (turn > 1 || (turn < 1 && !goes_on)) return false;
	fired = true;
	if (compacting) in_compact = true;
	errno = code;
	return true;
}

/* ---- Memory ------------------------------------------------------------- */

void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *old, size_t size);
void free(void *memory);
void *new_piece(size_t size) __asm__("_Znwm");
void *new_array(size_t size) __asm__("_Znam");
void throw_bad_alloc(void) __asm__("_ZSt17__throw_bad_allocv");

#ifdef __SANITIZE_ADDRESS__

#include <sanitizer/lsan_interface.h>

void *__interceptor_malloc(size_t size);
void *__interceptor_calloc(size_t count, size_t size);
void *__interceptor_realloc(void *old, size_t size);
void __interceptor_free(void *memory);
#define NEXT(call) __interceptor_##call
#define COUNT(n) ((void)0)

/* What libxapian loses when its own allocations fail is not ours to find. */
const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
	return "leak:libxapian";
}

static void *new_named(const char *name, size_t size)
{
	void *(*next)(size_t);
	if (fails(FAULT_MEMORY, ENOMEM)) throw_bad_alloc();
	*(void **)&next = dlsym(RTLD_NEXT, name);
	return next(size);
}

void *new_piece(size_t size)
{
	return new_named("_Znwm", size);
}

void *new_array(size_t size)
{
	return new_named("_Znam", size);
}

bool fault_leaks(void)
{
	return __lsan_do_recoverable_leak_check() != 0;
}

#else

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void __libc_free(void *memory);
#define NEXT(call) __libc_##call
#define COUNT(n) atomic_fetch_add(&live, n)

bool fault_leaks(void)
{
	return false;
}

/* The pieces of C++ are libxapian's, and not counted. */
void delete_piece(void *memory) __asm__("_ZdlPv");
void delete_sized(void *memory, size_t size) __asm__("_ZdlPvm");
void delete_array(void *memory) __asm__("_ZdaPv");

void *new_piece(size_t size)
{
	void *memory = fails(FAULT_MEMORY, ENOMEM) ? NULL : NEXT(malloc)(size ? size : 1);
	if (!memory) throw_bad_alloc();
	return memory;
}

void *new_array(size_t size)
{
	return new_piece(size);
}

void delete_piece(void *memory)
{
	NEXT(free)(memory);
}

void delete_sized(void *memory, size_t size)
{
	(void)size;
	NEXT(free)(memory);
}

void delete_array(void *memory)
{
	NEXT(free)(memory);
}

static void __lsan_disable(void)
{
}

static void __lsan_enable(void)
{
}

#endif

void *malloc(size_t size)
{
	void *memory = fails(FAULT_MEMORY, ENOMEM) ? NULL : NEXT(malloc)(size);
	if (memory) COUNT(1);
	return memory;
}

void *calloc(size_t count, size_t size)
{
	void *memory = fails(FAULT_MEMORY, ENOMEM) ? NULL : NEXT(calloc)(count, size);
	if (memory) COUNT(1);
	return memory;
}

void *realloc(void *old, size_t size)
{
	void *memory = fails(FAULT_MEMORY, ENOMEM) ? NULL : NEXT(realloc)(old, size);
	if (memory && !old) COUNT(1);
	return memory;
}

void free(void *memory)
{
	if (memory) COUNT(-1);
	NEXT(free)(memory);
}

/* ---- Files -------------------------------------------------------------- */

/* The function of that name in what comes after this program. */
#define CALL_NEXT(type, name, parameters, arguments)                                               \
	do {                                                                                       \
		type(*next) parameters;                                                            \
		*(void **)&next = dlsym(RTLD_NEXT, #name);                                         \
		return next arguments;                                                             \
	} while (0)

#define STAND_BEFORE(kind, code, type, failure, name, parameters, arguments)                       \
	type name parameters;                                                                      \
	type name parameters                                                                       \
	{                                                                                          \
		if (fails(kind, code)) return failure;                                             \
		CALL_NEXT(type, name, parameters, arguments);                                      \
	}

#define BYTES (int fd, const void *from, size_t n)
#define BYTES_AT (int fd, const void *from, size_t n, off_t at)
#define MAPPING (void *at, size_t n, int protection, int flags, int fd, off_t offset)

STAND_BEFORE(FAULT_WRITE, ENOSPC, ssize_t, -1, write, BYTES, (fd, from, n))
STAND_BEFORE(FAULT_WRITE, ENOSPC, ssize_t, -1, pwrite, BYTES_AT, (fd, from, n, at))
STAND_BEFORE(FAULT_WRITE, ENOSPC, ssize_t, -1, pwrite64, BYTES_AT, (fd, from, n, at))
STAND_BEFORE(FAULT_SYNC, EIO, int, -1, fsync, (int fd), (fd))
STAND_BEFORE(FAULT_SYNC, EIO, int, -1, fdatasync, (int fd), (fd))
STAND_BEFORE(FAULT_RENAME, EIO, int, -1, rename, (const char *from, const char *to), (from, to))
STAND_BEFORE(FAULT_MAP, ENOMEM, void *, MAP_FAILED, mmap, MAPPING,
	     (at, n, protection, flags, fd, offset))
STAND_BEFORE(FAULT_MAP, ENOMEM, void *, MAP_FAILED, mmap64, MAPPING,
	     (at, n, protection, flags, fd, offset))
STAND_BEFORE(FAULT_TRUNCATE, EIO, int, -1, ftruncate, (int fd, off_t n), (fd, n))
STAND_BEFORE(FAULT_TRUNCATE, EIO, int, -1, ftruncate64, (int fd, off_t n), (fd, n))

#define OPEN(name)                                                                                 \
	int name(const char *path, int flags, ...);                                                \
	int name(const char *path, int flags, ...)                                                 \
	{                                                                                          \
		va_list rest;                                                                      \
		va_start(rest, flags);                                                             \
		mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;                          \
		va_end(rest);                                                                      \
		if (fails(FAULT_OPEN, EMFILE)) return -1;                                          \
		CALL_NEXT(int, name, (const char *, int, ...), (path, flags, mode));               \
	}

OPEN(open)
OPEN(open64)

/* ---- The threads of the library ----------------------------------------- */

void *__real_bs_crew_work(void *worker);
void *__wrap_bs_crew_work(void *worker);

/* Not before this: what starts a thread is not ours, and may end the program. */
void *__wrap_bs_crew_work(void *worker)
{
	taking_part = true;
	void *result = __real_bs_crew_work(worker);
	taking_part = false;
	return result;
}

/* ---- libxapian's compact() ---------------------------------------------- */

brad_status __real_xc_compact(const char *const *sources, size_t count, const char *target,
			      brad_error *err);
brad_status __wrap_xc_compact(const char *const *sources, size_t count, const char *target,
			      brad_error *err);

brad_status __wrap_xc_compact(const char *const *sources, size_t count, const char *target,
			      brad_error *err)
{
	__lsan_disable();
	compacting = true;
	brad_status status = __real_xc_compact(sources, count, target, err);
	compacting = false;
	__lsan_enable();
	return status;
}
