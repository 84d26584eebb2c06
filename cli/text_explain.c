/* Says in words by what the speaker of a quotation is known. */
#include "output_text.h"

#include <string.h>

enum { SHOWN = 48 }; /* bytes of what was said, about */

static void add_part(struct flow *flow, const char *text, brad_span span)
{
	flow_string(flow, "“", STYLE_PLAIN);
	flow_add(flow, text + span.start, span.end - span.start, STYLE_PLAIN);
	flow_string(flow, "”", STYLE_PLAIN);
}

/* The first words of what was said, up to a blank. */
static void add_words(struct flow *flow, const char *text, const brad_quote *q)
{
	brad_span piece = q->piece_count ? q->pieces[0] : q->span;
	size_t end = piece.start;
	while (end < piece.end && (end - piece.start < SHOWN || text[end] != ' ')) end++;
	flow_string(flow, "“", STYLE_PLAIN);
	flow_add(flow, text + piece.start, end - piece.start, STYLE_PLAIN);
	flow_string(flow, end < q->span.end ? " …”" : "”", STYLE_PLAIN);
}

static bool is_empty(brad_span span)
{
	return span.end <= span.start;
}

/* The mention, unless it is the name itself, and where it stands. */
static void add_mention(struct flow *flow, const char *text, const brad_quote *q, const char *as)
{
	size_t length = q->mention.end - q->mention.start;
	const char *name = q->speaker_count ? q->speakers[0].name : "";
	bool same = strlen(name) == length && memcmp(name, text + q->mention.start, length) == 0;
	if (!same) {
		flow_string(flow, as, STYLE_PLAIN);
		add_part(flow, text, q->mention);
	}
	if (is_empty(q->cue)) return;
	flow_string(flow, q->mention.start < q->cue.start ? " before " : " after ", STYLE_PLAIN);
	add_part(flow, text, q->cue);
}

static void add_evidence(struct flow *flow, const char *text, const brad_quote *q)
{
	switch (q->evidence) {
	case BRAD_EVIDENCE_NAMED: flow_string(flow, "named", STYLE_PLAIN); break;
	case BRAD_EVIDENCE_BODY: flow_string(flow, "a body or group, named", STYLE_PLAIN); break;
	case BRAD_EVIDENCE_PRONOUN: break;
	case BRAD_EVIDENCE_CARRIED:
		flow_string(flow, "it goes on from the paragraph before", STYLE_PLAIN);
		return;
	case BRAD_EVIDENCE_NONE: break;
	}
	bool named = q->evidence == BRAD_EVIDENCE_NAMED || q->evidence == BRAD_EVIDENCE_BODY;
	bool pronoun = q->evidence == BRAD_EVIDENCE_PRONOUN;
	if (!is_empty(q->mention)) add_mention(flow, text, q, named ? " as " : "");
	if (pronoun) flow_string(flow, " means whom the text spoke of before", STYLE_PLAIN);
}

void text_explain_on(const struct terminal *t, const brad_sentence *s)
{
	struct flow flow;
	char sure[64];
	flow_begin(&flow, t, DETAIL ASIDE, STYLE_FAINT);
	flow_string(&flow, "It goes on from the paragraph before", STYLE_PLAIN);
	snprintf(sure, sizeof sure, " (%s, %.0f %% sure)", said_name(s->said), s->confidence * 100);
	flow_string(&flow, sure, STYLE_PLAIN);
	flow_end(&flow);
}

void text_explain(const struct terminal *t, const char *text, const brad_quote *q)
{
	struct flow flow;
	char sure[64];
	flow_begin(&flow, t, DETAIL ASIDE, STYLE_FAINT);
	add_words(&flow, text, q);
	flow_string(&flow, " is said by ", STYLE_PLAIN);
	for (size_t i = 0; i < q->speaker_count; i++) {
		if (i > 0) flow_string(&flow, " and ", STYLE_PLAIN);
		flow_string(&flow, q->speakers[i].name, STYLE_PLAIN);
	}
	if (q->speaker_count == 0) flow_string(&flow, "somebody not named", STYLE_PLAIN);
	if (q->speaker_count || !is_empty(q->mention)) flow_string(&flow, ": ", STYLE_PLAIN);
	add_evidence(&flow, text, q);
	if (q->speaker_count)
		snprintf(sure, sizeof sure, " (%s, %.0f %% sure)", said_name(q->said),
			 q->confidence * 100);
	else
		snprintf(sure, sizeof sure, " (%s)", said_name(q->said));
	flow_string(&flow, sure, STYLE_PLAIN);
	flow_end(&flow);
}
