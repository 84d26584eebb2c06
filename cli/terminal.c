#include "terminal.h"
#include "clean.h"
#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>

void terminal_prepare(void)
{
	/* If a standard stream is closed, the next file to be opened would take its place.  So
	 * something is opened there the wrong way round, which makes using it fail. */
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd ? O_RDONLY : O_WRONLY) != fd)
			_exit(STATUS_PROBLEM);
	signal(SIGPIPE, SIG_IGN); /* a write that fails tells it, and ends us quietly */
	setlocale(LC_CTYPE, "C.UTF-8");
	setvbuf(stderr, NULL, _IOLBF, BUFSIZ); /* a line at a time, so that none is torn */
}

static int write_error;   /* why writing to standard output failed first */
static bool pager_failed; /* nobody has seen what was written */

bool terminal_failed(void)
{
	bool failed = ferror(stdout);
	if (failed && !write_error) write_error = errno ? errno : EIO;
	return failed;
}

static void flush_output(void)
{
	if (terminal_failed()) return;
	errno = 0;
	if (fflush(stdout) != 0) terminal_failed();
}

/* If the reader has closed the pipe, that is no problem; any other failure is. */
int terminal_finish(int status)
{
	flush_output();
	if (pager_failed) return STATUS_PROBLEM;
	if (!write_error || write_error == EPIPE) return status;
	errno = write_error;
	complain("cannot write the output: %s", errno_text());
	return STATUS_PROBLEM;
}

bool terminal_is_dumb(void)
{
	const char *term = getenv("TERM");
	return !term || !*term || strcmp(term, "dumb") == 0;
}

static bool wants_color(int color, bool is_terminal)
{
	if (color != COLOR_AUTO) return color == COLOR_ALWAYS;
	const char *no_color = getenv("NO_COLOR");
	return is_terminal && !terminal_is_dumb() && !(no_color && *no_color);
}

/* The width of the terminal, up to a width at which lines are still easy to read. */
static unsigned columns(void)
{
	struct winsize size;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
	return size.ws_col < 100 ? size.ws_col : 100;
}

static void become_pager(const char *pager)
{
	signal(SIGPIPE, SIG_DFL);
	setenv("LESS", "FRX", 0);
	if (pager) execl("/bin/sh", "sh", "-c", pager, (char *)NULL);
	execlp("less", "less", "-FRX", (char *)NULL);
	execlp("cat", "cat", (char *)NULL);
	_exit(127);
}

/* Starts a pager in front of the terminal; if there is none, goes on without. */
static void start_pager(struct terminal *terminal)
{
	const char *pager = getenv("PAGER");
	int ends[2];
	if ((pager && (!*pager || strcmp(pager, "cat") == 0)) || terminal_is_dumb() ||
	    pipe(ends) != 0)
		return;
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[0], STDIN_FILENO);
		close(ends[0]);
		close(ends[1]);
		become_pager(pager);
	}
	if (child > 0) {
		dup2(ends[1], STDOUT_FILENO);
		signal(SIGINT, SIG_IGN); /* it is for the pager, and the pager's end is ours */
		terminal->pager = child;
	}
	close(ends[0]);
	close(ends[1]);
}

void terminal_open(struct terminal *terminal, int color, bool pager)
{
	memset(terminal, 0, sizeof *terminal);
	terminal->stream = stdout;
	terminal->is_terminal = isatty(STDOUT_FILENO);
	terminal->color = wants_color(color, terminal->is_terminal);
	if (!terminal->is_terminal) {
		static char buffer[1 << 16];
		setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
		return;
	}
	terminal->width = columns();
	if (pager && isatty(STDIN_FILENO)) start_pager(terminal);
}

void terminal_close(struct terminal *terminal)
{
	if (!terminal->pager) return;
	flush_output();
	clearerr(stdout);                       /* what the user did not look at is not missed */
	int null = open("/dev/null", O_WRONLY); /* in place of the pipe, which ends with it */
	if (null >= 0) {
		dup2(null, STDOUT_FILENO);
		close(null);
	}
	int status = 0;
	while (waitpid(terminal->pager, &status, 0) < 0 && errno == EINTR) continue;
	pager_failed = WIFEXITED(status) && WEXITSTATUS(status) >= 126;
	if (pager_failed)
		complain("cannot run the pager '%s'; --no-pager goes without", getenv("PAGER"));
	terminal->pager = 0;
}

static void message(const char *before, const char *format, va_list args)
{
	char text[2048];
	vsnprintf(text, sizeof text, format, args);
	flush_output();
	fputs(before, stderr);
	clean_write(stderr, text, strlen(text), false);
	fputc('\n', stderr);
}

void complain(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	message("bradsearch: ", format, args);
	va_end(args);
}

const char *errno_text(void)
{
	static char text[128];
	snprintf(text, sizeof text, "%s", strerror(errno));
	if (text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a') text[0] += 'a' - 'A';
	return text;
}

void remark(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	message("", format, args);
	va_end(args);
}
