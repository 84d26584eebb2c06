/* Says how a query was understood, and why each hit is one. */
#include "output_text.h"

void text_understood(const struct terminal *t, const char *words)
{
	struct flow flow;
	if (!words) return;
	flow_begin(&flow, t, "", STYLE_FAINT);
	flow_string(&flow, "Looked for: ", STYLE_PLAIN);
	flow_string(&flow, words, STYLE_PLAIN);
	flow_end(&flow);
	putc('\n', t->stream);
}

/* The words found, as the sentence has them. */
static bool add_marks(struct flow *flow, const brad_hit *hit)
{
	for (size_t i = 0; i < hit->mark_count; i++) {
		brad_span mark = hit->marks[i];
		flow_string(flow, i ? ", “" : "it has “", STYLE_PLAIN);
		flow_add(flow, hit->text + mark.start, mark.end - mark.start, STYLE_PLAIN);
		flow_string(flow, "”", STYLE_PLAIN);
	}
	return hit->mark_count > 0;
}

static void add_speaker(struct flow *flow, const brad_hit *hit)
{
	static const char *const evidence[] = {
		[BRAD_EVIDENCE_NONE] = "",
		[BRAD_EVIDENCE_NAMED] = ", named beside the words",
		[BRAD_EVIDENCE_BODY] = ", a body or group named beside the words",
		[BRAD_EVIDENCE_PRONOUN] = ", by a pronoun and who was spoken of before",
		[BRAD_EVIDENCE_CARRIED] = ", as it goes on from a paragraph before"};
	char sure[48];
	flow_string(flow, "said by ", STYLE_PLAIN);
	for (size_t i = 0; i < hit->speaker_count; i++) {
		if (i > 0) flow_string(flow, " and ", STYLE_PLAIN);
		flow_string(flow, hit->speakers[i].name, STYLE_PLAIN);
	}
	flow_string(flow, evidence[hit->evidence], STYLE_PLAIN);
	const char *said = said_name(hit->said);
	snprintf(sure, sizeof sure, " (%s%s%.0f %% sure)", said ? said : "", said ? ", " : "",
		 hit->confidence * 100);
	flow_string(flow, sure, STYLE_PLAIN);
}

void text_why(const struct terminal *t, const brad_hit *hit)
{
	struct flow flow;
	if (hit->mark_count + hit->speaker_count == 0) return;
	flow_begin(&flow, t, DETAIL, STYLE_FAINT);
	flow_string(&flow, "why: ", STYLE_PLAIN);
	if (add_marks(&flow, hit) && hit->speaker_count) flow_string(&flow, "; ", STYLE_PLAIN);
	if (hit->speaker_count) add_speaker(&flow, hit);
	flow_end(&flow);
}
