#include "rss.h"
#include "clean.h"

#include <string.h>

/* Characters that XML has no place for were made U+FFFD by clean_write(). */
static void put_text(FILE *stream, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "&<>\"");
		clean_write(stream, text, n, false);
		text += n;
		if (!*text) return;
		fputs(*text == '&'   ? "&amp;"
		      : *text == '<' ? "&lt;"
		      : *text == '>' ? "&gt;"
				     : "&quot;",
		      stream);
		text++;
	}
}

static void put_element(FILE *stream, const char *name, const char *text)
{
	fprintf(stream, "<%s>", name);
	put_text(stream, text);
	fprintf(stream, "</%s>\n", name);
}

/* As RFC 822 has it, with names that do not depend on the locale. */
static void put_date(FILE *stream, brad_date date)
{
	static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
					     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	static const int shift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
	if (!date.day) return;
	int y = date.year - (date.month < 3);
	int day = (y + y / 4 - y / 100 + y / 400 + shift[date.month - 1] + date.day) % 7;
	fprintf(stream, "<pubDate>%s, %02d %s %04d 00:00:00 +0000</pubDate>\n", days[day], date.day,
		months[date.month - 1], date.year);
}

void rss_begin(FILE *stream)
{
	fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n"
	      "<title>bradsearch</title>\n<link>urn:bradsearch:watch</link>\n"
	      "<description>What was said since the watches ran last</description>\n",
	      stream);
}

void rss_item(FILE *stream, const char *category, const brad_hit *hit)
{
	char text[8192];
	fputs("<item>\n", stream);
	snprintf(text, sizeof text, "%s%s%s", hit->speaker_count ? hit->speakers[0].name : "",
		 hit->speaker_count ? ": " : "", hit->title ? hit->title : hit->article);
	put_element(stream, "title", text);
	if (brad_hit_link(hit, text, sizeof text) && strlen(text) + 1 < sizeof text)
		put_element(stream, "link", text);
	brad_hit_cite(hit, BRAD_CITE_TEXT, text, sizeof text);
	put_element(stream, "description", text);
	fputs("<guid isPermaLink=\"false\">", stream);
	put_text(stream, hit->sentence);
	fputs("</guid>\n", stream);
	put_date(stream, hit->date);
	put_element(stream, "category", category);
	fputs("</item>\n", stream);
}

void rss_end(FILE *stream)
{
	fputs("</channel>\n</rss>\n", stream);
}
