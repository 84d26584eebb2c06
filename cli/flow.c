#include "flow.h"

#include <string.h>

static const char *const codes[] = {"", "\033[1;31m", "\033[1m", "\033[2m", "\033[36m", "\033[34m"};
static const char reset[] = "\033[0m";

void flow_begin(struct flow *flow, const struct terminal *terminal, const char *margin,
		enum style base)
{
	memset(flow, 0, offsetof(struct flow, word));
	flow->length = 0;
	flow->word_width = 0;
	flow->code = flow->written = NULL;
	flow->terminal = terminal;
	flow->margin = margin;
	flow->base = base;
}

static void start_line(struct flow *flow)
{
	fputs(flow->margin, flow->terminal->stream);
	flow->column = (unsigned)strlen(flow->margin);
	flow->begun = true;
}

/* Ends a line in mid-paragraph: a style goes on in the next, but not over the margin. */
static void break_line(struct flow *flow)
{
	FILE *stream = flow->terminal->stream;
	if (flow->written) fputs(reset, stream);
	putc('\n', stream);
	start_line(flow);
	if (flow->written) fputs(flow->written, stream);
}

static void put_word(struct flow *flow)
{
	if (flow->word_width > 0) {
		unsigned needed = flow->word_width + flow->space;
		if (!flow->begun) {
			start_line(flow);
		} else if (flow->terminal->width && flow->space &&
			   flow->column + needed > flow->terminal->width) {
			break_line(flow);
		} else if (flow->space) {
			putc(' ', flow->terminal->stream);
			flow->column++;
		}
		flow->space = false;
	}
	fwrite(flow->word, 1, flow->length, flow->terminal->stream);
	flow->column += flow->word_width;
	flow->length = 0;
	flow->word_width = 0;
	flow->written = flow->code;
}

/* Adds bytes to the word; one that has no room left is written in parts. */
static void add_bytes(struct flow *flow, const char *bytes, size_t n, unsigned width)
{
	if (flow->length + n > sizeof flow->word) put_word(flow);
	memcpy(flow->word + flow->length, bytes, n);
	flow->length += n;
	flow->word_width += width;
}

static void set_code(struct flow *flow, const char *code)
{
	if (flow->code == code) return;
	add_bytes(flow, code ? code : reset, strlen(code ? code : reset), 0);
	flow->code = code;
}

void flow_add(struct flow *flow, const char *text, size_t length, enum style style)
{
	const char *code = codes[style == STYLE_PLAIN ? flow->base : style];
	if (!flow->terminal->color || !*code) code = NULL;
	size_t n;
	for (size_t i = 0; i < length; i += n) {
		uint32_t c = clean_next(text + i, length - i, &n, false);
		if (c == ' ') {
			put_word(flow);
			flow->space = flow->begun;
			continue;
		}
		set_code(flow, code);
		bool harmful = c == 0xFFFD;
		add_bytes(flow, harmful ? "\xEF\xBF\xBD" : text + i, harmful ? 3 : n,
			  char_width(c));
	}
	set_code(flow, NULL);
}

void flow_string(struct flow *flow, const char *text, enum style style)
{
	flow_add(flow, text, strlen(text), style);
}

void flow_end(struct flow *flow)
{
	put_word(flow);
	if (flow->begun) putc('\n', flow->terminal->stream);
	flow->begun = flow->space = false;
}

void style_write(const struct terminal *terminal, const char *text, enum style style)
{
	bool color = terminal->color && *codes[style];
	if (color) fputs(codes[style], terminal->stream);
	clean_write(terminal->stream, text, strlen(text), false);
	if (color) fputs(reset, terminal->stream);
}
