/* Were the hits for a name said by several people of that name?  If so, a remark lists them, as
 * a reader would otherwise take them for one person. */
#include "search/results.h"

#include <stdio.h>
#include <string.h>

enum { LOOKED_AT = 100, MOST_NAMED = 4 };

struct namesakes {
	struct bs_search *search;
	const struct bs_name *asked;
	struct bs_name names[MOST_NAMED + 1];
	const char *texts[MOST_NAMED + 1];
	size_t count;
};

/* "Ann Marlow" may be "Ann J Marlow", and "Marlow" alone anybody. */
static bool is_known(const struct namesakes *n, const struct bs_name *name, const char *text)
{
	struct bs_words_scan *scan = &n->search->scratch.scan;
	if (name->count == n->asked->count) return true;
	for (size_t i = 0; i < n->count; i++)
		if (bs_name_matches(name, n->texts[i], scan) ||
		    bs_name_matches(&n->names[i], text, scan))
			return true;
	return false;
}

static void look_at(struct namesakes *n, const char *text)
{
	struct bs_search *s = n->search;
	struct bs_name name;
	if (n->count > MOST_NAMED || !bs_name_matches(n->asked, text, &s->scratch.scan)) return;
	for (size_t i = 0; i < n->count; i++)
		if (strcmp(n->texts[i], text) == 0) return;
	if (bs_name_read(&s->arena, &s->scratch.scan, text, &name, NULL) != BRAD_OK ||
	    is_known(n, &name, text))
		return;
	n->names[n->count] = name;
	n->texts[n->count++] = text;
}

static void look(struct bs_search *s, const struct bs_name *asked, const char *as,
		 const struct brad_results *results)
{
	struct namesakes n = {.search = s, .asked = asked};
	char list[512] = "";
	for (size_t i = 0; i < results->count && i < LOOKED_AT; i++)
		for (size_t k = 0; k < results->hits[i].speaker_count; k++)
			look_at(&n, results->hits[i].speakers[k].name);
	if (n.count < 2) return;
	for (size_t i = 0; i < n.count && i < MOST_NAMED; i++) {
		size_t used = strlen(list);
		snprintf(list + used, sizeof list - used, "%s%s", i ? ", " : "", n.texts[i]);
	}
	bs_note(s,
		"'%s' stands for several names here: %s%s; give more of the name for one of them",
		as, list, n.count > MOST_NAMED ? " and others" : "");
}

void bs_note_namesakes(struct bs_search *s, const struct brad_results *results)
{
	const struct bs_field_values *fields = &s->query.fields.with[BS_FIELD_SPEAKER];
	if (s->options.group == BRAD_GROUP_SPEAKER) return; /* which tells them apart */
	if (s->filter.speaker && !s->filter.office)
		look(s, s->filter.speaker, s->options.speaker, results);
	for (size_t i = 0; i < fields->count; i++)
		if (!fields->items[i].office)
			look(s, &fields->items[i].name, fields->items[i].text, results);
}
