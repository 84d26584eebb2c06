#include "index/mentions.h"

enum { LAST_DAY = 2932896 }; /* 9999-12-31 */

void bs_mentions_add(struct bs_buffer *list, const brad_sentence *sentence, uint32_t document,
		     uint32_t *last)
{
	struct bs_period periods[BS_MOST_PERIODS];
	size_t count = 0;
	for (int writing = 0; writing < 2; writing++) {
		for (size_t i = 0; i < sentence->date_count; i++) {
			const brad_timex *t = &sentence->dates[i];
			if (t->type != BRAD_TIMEX_DATE && t->type != BRAD_TIMEX_TIME) continue;
			size_t n = bs_periods_read(t->value, periods);
			count += writing ? 0 : n;
			for (size_t k = 0; k < n && writing; k++) {
				bs_buffer_number(list, (uint64_t)(periods[k].first - BS_FIRST_DAY));
				bs_buffer_number(list,
						 (uint64_t)(periods[k].last - periods[k].first));
			}
		}
		if (count == 0) return;
		if (writing) continue;
		bs_buffer_number(list, document - *last);
		bs_buffer_number(list, count);
		*last = document;
	}
}

bool bs_mentions_next(struct bs_mention_scan *scan, struct bs_period *out)
{
	struct bs_input *in = &scan->in;
	if (scan->left == 0) {
		if (in->at == in->end) return false;
		uint64_t step = bs_input_number(in);
		scan->left = bs_input_number(in);
		if (step == 0 || step > UINT32_MAX - scan->document || scan->left == 0)
			in->bad = true;
		else
			scan->document += (uint32_t)step;
	}
	uint64_t first = bs_input_number(in), more = bs_input_number(in);
	if (in->bad || first > LAST_DAY - BS_FIRST_DAY || more > LAST_DAY - BS_FIRST_DAY - first) {
		in->bad = true;
		return false;
	}
	scan->left--;
	out->first = (int32_t)first + BS_FIRST_DAY;
	out->last = out->first + (int32_t)more;
	return true;
}
