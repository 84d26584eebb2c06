#include "output_text.h"

#include <string.h>

/* "a negation and a number differ" */
static const char *warnings_text(unsigned warnings, char out[64])
{
	static const char *const names[] = {"a negation", "a number", "a name"};
	unsigned count = 0, left = 0;
	*out = '\0';
	for (unsigned i = 0; i < 3; i++) left += warnings >> i & 1;
	for (unsigned i = 0; i < 3; i++) {
		size_t used = strlen(out);
		if (!(warnings >> i & 1)) continue;
		snprintf(out + used, 64 - used, "%s%s",
			 !count             ? ""
			 : count + 1 < left ? ", "
					    : " and ",
			 names[i]);
		count++;
	}
	size_t used = strlen(out);
	snprintf(out + used, 64 - used, count > 1 ? " differ" : " differs");
	return out;
}

void text_warnings(const struct terminal *t, const char *margin, unsigned warnings)
{
	struct flow flow;
	char text[64];
	if (!warnings) return;
	flow_begin(&flow, t, margin, STYLE_FOUND);
	flow_string(&flow, "WARNING: ", STYLE_PLAIN);
	flow_string(&flow, warnings_text(warnings, text), STYLE_PLAIN);
	flow_end(&flow);
}

static void print_verdict(const struct terminal *t, const brad_finding *f)
{
	struct flow flow;
	flow_begin(&flow, t, "", STYLE_PLAIN);
	flow_string(&flow, verdict_name(f->verdict), STYLE_STRONG);
	if (f->speaker_count > 0 && f->verdict != BRAD_VERDICT_NOT_FOUND) {
		flow_string(&flow, ": ", STYLE_PLAIN);
		text_add_speakers(&flow, f->speakers, f->speaker_count);
	}
	flow_end(&flow);
	text_warnings(t, "", f->warnings);
}

static void add_words(struct flow *flow, const char *open, const char *words, const char *close,
		      enum style style)
{
	if (!words) return;
	flow_string(flow, " ", STYLE_PLAIN);
	flow_string(flow, open, style);
	flow_string(flow, words, style);
	flow_string(flow, close, style);
}

void text_differences(const struct terminal *t, const brad_difference *differences, size_t count)
{
	struct flow flow;
	bool any = false;
	for (size_t i = 0; i < count; i++) any = any || differences[i].change != BRAD_CHANGE_NONE;
	if (!any) return;
	flow_begin(&flow, t, DETAIL, STYLE_PLAIN);
	for (size_t i = 0; i < count; i++) {
		const brad_difference *d = &differences[i];
		enum style style = d->warnings ? STYLE_FOUND : STYLE_STRONG;
		if (d->change == BRAD_CHANGE_NONE) {
			add_words(&flow, "", d->quoted, "", STYLE_PLAIN);
		} else if (d->change == BRAD_CHANGE_ELLIPSIS) {
			add_words(&flow, "[… ", d->printed ? d->printed : "", " …]", style);
		} else {
			add_words(&flow, "[-", d->printed, "-]", style);
			add_words(&flow, "{+", d->quoted, "+}", style);
		}
	}
	flow_end(&flow);
}

void text_verification(struct output *output, const char *quotation,
		       const brad_verification *verification)
{
	(void)quotation;
	const struct terminal *t = &output->terminal;
	const brad_finding *f = brad_verification_finding(verification);
	print_verdict(t, f);
	text_differences(t, f->differences, f->difference_count);
	if (f->hit_count > 0)
		fputs(f->verdict == BRAD_VERDICT_NOT_FOUND ? "\nThe nearest:\n\n" : "\n",
		      t->stream);
	for (size_t i = 0; i < f->hit_count; i++) {
		if (i > 0) putc('\n', t->stream);
		text_hit(t, &f->hits[i], output->options->ids);
	}
}
