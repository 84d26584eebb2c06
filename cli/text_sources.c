#include "output_text.h"

void text_sources(struct output *output, const struct question *question,
		  const brad_sources *sources)
{
	const struct terminal *t = &output->terminal;
	const brad_heard *heard = brad_sources_heard(sources);
	uint32_t limit = output->options->search.limit;
	(void)question;
	if (output->options->explain) text_understood(t, brad_sources_understood(sources, NULL));
	for (size_t i = 0; i < heard->voice_count && i < limit; i++) {
		const brad_voice *voice = &heard->voices[i];
		fprintf(t->stream, "%8s %5.1f %%  ", count_text(voice->sentences, ""),
			share_of(voice, heard));
		style_write(t, voice->name ? voice->name : unnamed_voice(output->options),
			    STYLE_STRONG);
		fprintf(t->stream, ", in %s\n", count_text(voice->articles, "article"));
	}
	if (heard->voice_count > limit)
		fprintf(t->stream, "%8s          more\n",
			count_text(heard->voice_count - limit, ""));
	if (heard->silent_count == 0 || limit == 0) return;
	fprintf(t->stream, "\nNamed, but not quoted:\n");
	for (size_t i = 0; i < heard->silent_count && i < limit; i++) {
		fprintf(t->stream, "%18s", "");
		style_write(t, heard->silent[i].name, STYLE_STRONG);
		fprintf(t->stream, ", in %s\n", count_text(heard->silent[i].articles, "article"));
	}
	if (heard->silent_count > limit)
		fprintf(t->stream, "%8s          more\n",
			count_text(heard->silent_count - limit, ""));
}
