#include "base/error.h"

#include "base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *brad_version(void)
{
	return BRAD_VERSION;
}

const char *brad_status_text(brad_status status)
{
	switch (status) {
	case BRAD_OK: return "no error";
	case BRAD_ENOMEM: return "out of memory";
	case BRAD_EINVAL: return "invalid argument";
	case BRAD_EIO: return "input or output failed";
	case BRAD_ENOTFOUND: return "not found";
	case BRAD_ELOCKED: return "locked by another writer";
	case BRAD_ECORRUPT: return "damaged, or of another format";
	case BRAD_EINPUT: return "unusable document";
	case BRAD_EQUERY: return "unusable query";
	case BRAD_EINTERNAL: return "internal error";
	}
	return "unknown status";
}

void bs_error_clear(brad_error *err)
{
	if (err) {
		err->status = BRAD_OK;
		err->offset = 0;
		err->message[0] = '\0';
	}
}

/* Removes an incomplete character from the end. */
static void cut_character(char *text, size_t end)
{
	while (end > 0 && ((unsigned char)text[end - 1] & 0xC0) == 0x80) end--;
	if (end > 0 && (unsigned char)text[end - 1] >= 0xC0) end--;
	text[end] = '\0';
}

/* File names and the messages of other libraries need not be UTF-8. */
static void make_printable(char *text)
{
	size_t length = strlen(text);
	for (size_t at = 0; (at += bs_utf8_check(text + at, length - at)) < length;) text[at] = '?';
	for (unsigned char *c = (unsigned char *)text; *c; c++) {
		if (*c < 0x20 || *c == 0x7F) *c = '?';
		if (*c == 0xC2 && c[1] < 0xA0) c[0] = c[1] = '?'; /* U+0080 to U+009F */
	}
}

brad_status bs_fail(brad_error *err, brad_status status, const char *format, ...)
{
	if (!err) return status;
	bs_error_clear(err);
	err->status = status;
	va_list args;
	va_start(args, format);
	int length = vsnprintf(err->message, sizeof err->message, format, args);
	va_end(args);
	if (length < 0) err->message[0] = '\0';
	if (length >= (int)sizeof err->message)
		cut_character(err->message, sizeof err->message - 1);
	make_printable(err->message);
	return status;
}

brad_status bs_no_memory(brad_error *err)
{
	return bs_fail(err, BRAD_ENOMEM, "out of memory");
}

brad_status bs_fail_errno(brad_error *err, const char *verb, const char *path)
{
	int code = errno;
	if (code == ENOMEM) return bs_no_memory(err);
	char reason[128];
	if (strerror_r(code, reason, sizeof reason) != 0)
		snprintf(reason, sizeof reason, "error %d", code);
	if (reason[0] >= 'A' && reason[0] <= 'Z' && reason[1] >= 'a') reason[0] += 'a' - 'A';
	/* Of a very long path the middle is left out, so that the reason has room. */
	enum { LONGEST_PATH = 320, HEAD = 80 };
	size_t length = strlen(path), head = length > LONGEST_PATH ? HEAD : 0;
	const char *tail = length > LONGEST_PATH ? path + length - (LONGEST_PATH - HEAD) : path;
	return bs_fail(err, BRAD_EIO, "cannot %s '%.*s%s%s': %s", verb, (int)head, path,
		       head ? "..." : "", tail, reason);
}
