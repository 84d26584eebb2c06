/* What a search, a count and a list of speakers answer, over a few articles of an invented town.
 *
 * Each case is asked of four indexes of the same articles, which differ in how
 * they were made: at once, one by one, in the other order with one of them
 * changed on the way, and beside others that were removed again.  All four
 * must answer the same, the scores included. */
#include <bradsearch.h>

#include "search/distance.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- Cases ---- */

struct story {
	const char *id, *title, *source, *date, *path, *text;
};

/* Each sentence begins with a word that no other begins with, by which the
 * cases below name it; only "Boats leave at noon" comes twice. */
static const struct story stories[] = {
	{"a1", "Headline on harbour fares", "Harbour Times", "2021-03-05", "/news/a1.txt",
	 "Ferry fares in Quillmouth rose on Monday.\n\n"
	 "“Passengers cannot pay more for slower boats,” said Anna Keller, the leader of "
	 "Quillmouth Council.\n\n"
	 "Tickets list the ferry expenses.\n"},
	{"a2", NULL, "Harbour Times", "2022-06-20", "/news/a2.txt",
	 "“Fares are fair and the ferry is safe,” said Tom Varga, the harbour master.\n\n"
	 "Yesterday Will Keane sold his old boat.\n\n"
	 "Trains will go to the quay, and each expense is known.\n"},
	{"a3", NULL, "Quill Post", NULL, "/news/a3.txt",
	 "Slow ferries cost the town £2.5m.\n\n"
	 "Owners may not co-operate with a café.\n"},
	{"a4", NULL, NULL, "2022-01-10", "/news/a4.txt",
	 "Boats leave at noon. Crews of the ferry rest at night. Boats leave at noon.\n"},
	{"a5", NULL, "Quill Post", "2020-12-31", "/news/a5.txt",
	 "“Harbours need children’s lifeboats,” Anna Keller and Tom Varga said in a joint "
	 "statement.\n"},
};

enum { STORIES = sizeof stories / sizeof *stories };

/* The first words of the sentences found, in their order. */
static const struct {
	const char *query, *found;
} query_cases[] = {
	{"quay", "Trains"},
	{"QUAY", "Trains"},
	{"cafe", "Owners"},
	{"café", "Owners"},
	{"children's", "Harbours"},
	{"expenses", "Trains Tickets"},
	{"\"expenses\"", "Tickets"},
	{"“expense”", "Trains"},
	{"fares", "Fares Headline Ferry"},
	{"ferry fares", "Fares Ferry"},
	{"ferry -fares", "Crews Tickets Slow"},
	{"ferry NOT (fares OR slow)", "Crews Tickets"},
	{"quay OR monday", "Trains Ferry"},
	{"slow OR quay OR nosuchword", "Trains Slow"},
	{"ferry (monday OR night)", "Crews Ferry"},
	{"the ferry", "Fares Crews Ferry Tickets Slow"},
	{"\"the ferry\"", "Fares Crews Tickets"},
	{"\"ferry the\"", ""},
	{"\"the\"", "Fares Trains Crews Passengers Tickets Slow"},
	{"the", "Fares Trains Crews Passengers Tickets Slow"},
	{"to the", "Trains"},
	{"\"to the\"", "Trains"},
	{"\"the to\"", ""},
	{"noon -the", "Boats Boats"},
	{"ferry -the", "Ferry"},
	{"old Will", "Yesterday"},
	{"quay Will", ""},
	{"quay will", "Trains"},
	{"\"will go\"", "Trains"},
	{"may not", "Owners"},
	{"co-operate", "Owners"},
	{"co-operates", "Owners"},
	{"\"co operate\"", "Owners"},
	{"\"co operates\"", ""},
	{"operate-co", ""},
	{"£2.5m", "Slow"},
	{"boats leave", "Boats Boats"},
	{"\"boats boats\"", ""},
	{"monday quay", ""},
	{"keller -anna", ""},
};

/* Filters, orders, pages and scopes.  In an article scope each article is
 * shown by its best sentence. */
static const struct {
	const char *query, *speaker, *from, *to;
	brad_sort sort;
	brad_scope scope;
	bool any, plain;
	uint32_t offset, limit;
	uint64_t total, undated;
	const char *found;
} option_cases[] = {
	{"ferry", 0, "2022", 0, 0, 0, 0, 0, 0, 20, 2, 1, "Fares Crews"},
	{"ferry", 0, "2021", "2022-01", 0, 0, 0, 0, 0, 20, 3, 1, "Crews Ferry Tickets"},
	{"ferry", 0, 0, "2021-03-05", 0, 0, 0, 0, 0, 20, 2, 1, "Ferry Tickets"},
	{"ferry", 0, "2021-03-06", "2021-12", 0, 0, 0, 0, 0, 20, 0, 1, ""},
	{"ferry", 0, 0, 0, BRAD_SORT_NEWEST, 0, 0, 0, 0, 20, 5, 0,
	 "Fares Crews Ferry Tickets Slow"},
	{"ferry", 0, 0, 0, BRAD_SORT_OLDEST, 0, 0, 0, 0, 20, 5, 0,
	 "Ferry Tickets Crews Fares Slow"},
	{"ferry", 0, 0, 0, BRAD_SORT_OLDEST, 0, 0, 0, 1, 2, 5, 0, "Tickets Crews"},
	{"ferry", 0, 0, 0, 0, 0, 0, 0, 4, 20, 5, 0, "Slow"},
	{"ferry", 0, 0, 0, 0, 0, 0, 0, 5, 20, 5, 0, ""},
	{"ferry", 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, ""},
	{"", "Keller", 0, 0, 0, 0, 0, 0, 0, 20, 2, 0, "Passengers Harbours"},
	{0, "keller", 0, 0, BRAD_SORT_OLDEST, 0, 0, 0, 0, 20, 2, 0, "Harbours Passengers"},
	{0, "Anna KELLER", 0, 0, 0, 0, 0, 0, 0, 20, 2, 0, "Passengers Harbours"},
	{0, "Keller Anna", 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, ""},
	{0, "Kell", 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, ""},
	{0, "Varga", "2021", 0, 0, 0, 0, 0, 0, 20, 1, 0, "Fares"},
	{"boats", "Keller", 0, 0, 0, 0, 0, 0, 0, 20, 1, 0, "Passengers"},
	{"monday", "Keller", 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, ""},
	{0, 0, "2020", "2020", 0, 0, 0, 0, 0, 20, 1, 1, "Harbours"},
	{0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 13, 0, "Fares Yesterday Trains Boats Crews"},
	{"monday quay the", 0, 0, 0, 0, 0, true, 0, 0, 20, 2, 0, "Trains Ferry"},
	{"ferry -fares", 0, 0, 0, 0, 0, true, true, 0, 20, 6, 0,
	 "Fares Ferry Headline Crews Tickets Slow"},
	{"(\"quay", 0, 0, 0, 0, 0, false, true, 0, 20, 1, 0, "Trains"},
	{"ferry quay", 0, 0, 0, 0, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 1, 0, "Trains"},
	{"passengers expenses", 0, 0, 0, 0, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 1, 0, "Passengers"},
	{"ferry -boat", 0, 0, 0, 0, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 1, 0, "Slow"},
	{"slow quay", 0, 0, 0, 0, BRAD_SCOPE_ARTICLE, true, 0, 0, 20, 2, 0, "Slow Trains"},
	{"ferry", 0, "2021", "2021", 0, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 1, 1, "Ferry"},
	{"quay boat", "Varga", 0, 0, 0, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 0, 0, ""},
	{"ferry fair", "Varga", 0, 0, 0, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 1, 0, "Fares"},
	{0, "Varga", 0, 0, BRAD_SORT_OLDEST, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 2, 0,
	 "Harbours Fares"},
	{0, 0, 0, 0, BRAD_SORT_NEWEST, BRAD_SCOPE_ARTICLE, 0, 0, 1, 2, 5, 0, "Boats Headline"},
};

/* What the fields of a query, stars, distances and articles mean.  Today is 2022-06-21,
 * a Tuesday; where no words are asked for, the newest come first. */
static const struct {
	const char *query;
	uint64_t undated;
	const char *found;
} language_cases[] = {
	/* Speakers */
	{"speaker:Keller", 0, "Passengers Harbours"},
	{"speaker:keller,varga", 0, "Fares Passengers Harbours"},
	{"speaker:Keller speaker:Varga", 0, "Fares Passengers Harbours"},
	{"speaker:'Anna Keller' boats", 0, "Passengers"},
	{"-speaker:Keller ferry fares", 0, "Fares Ferry"},
	{"speaker:Keller -speaker:Varga", 0, "Passengers"},
	{"speaker:Keller -boats", 0, "Harbours"},
	{"monday OR boats speaker:Keller", 0, "Passengers"},
	{"speaker:leader", 0, "Passengers"}, /* an office */
	{"role:leader", 0, "Passengers"},
	{"role:\"council leader\",nobody", 0, "Passengers"},
	{"role:leader speaker:Varga", 0, ""},
	{"speaker:Keller -role:leader", 0, "Harbours"},
	{"said:direct", 0, "Fares Passengers Harbours"},
	{"said:direct,mixed said:indirect", 0, "Fares Passengers Harbours"},
	{"-said:direct speaker:Keller,Varga", 0, ""},
	{"said:direct -said:direct", 0, ""},
	/* Days */
	{"ferry date:2022", 1, "Fares Crews"},
	{"ferry date:2021-03..2022-01", 1, "Crews Ferry Tickets"},
	{"ferry date:2021,2022-06-20", 1, "Fares Ferry Tickets"},
	{"ferry date:2022..", 1, "Fares Crews"},
	{"ferry date:..2021", 1, "Ferry Tickets"},
	{"ferry date:yesterday", 1, "Fares"},
	{"ferry date:this-month date:2021-03", 1, "Fares Ferry Tickets"},
	{"ferry date:last-week", 1, ""},
	{"ferry date:last-year", 1, "Ferry Tickets"},
	{"ferry date:unknown", 0, "Slow"},
	{"ferry date:unknown,2022-01", 0, "Crews Slow"},
	{"ferry -date:unknown", 0, "Fares Crews Ferry Tickets"},
	{"ferry -date:2021", 0, "Fares Crews Slow"},
	{"fares OR boat mentions:2021-03-01", 0, "Ferry"},
	{"fares OR boat mentions:2021,yesterday", 0, "Ferry"},
	{"fares OR boat mentions:2022-06-19,2021", 0, "Ferry Yesterday"},
	{"fares OR old -mentions:2021..", 0, "Fares Headline"},
	/* Articles */
	{"ferry source:post", 0, "Slow"},
	{"ferry source:\"harbour times\"", 0, "Fares Ferry Tickets"},
	{"ferry source:\"times harbour\"", 0, ""},
	{"ferry -source:times", 0, "Crews Slow"},
	{"ferry source:post,times -date:2021", 0, "Fares Slow"},
	{"title:harbour ferry", 0, "Ferry Tickets"},
	{"-title:harbour ferry", 0, "Fares Crews Slow"},
	{"article:a1 ferry", 0, "Ferry Tickets"},
	{"article:a1,a4.txt ferry", 0, "Crews Ferry Tickets"},
	{"article:/news/a1.txt ferry", 0, "Ferry Tickets"},
	{"article:news/a1.txt ferry", 0, "Ferry Tickets"},
	{"article:1.txt ferry", 0, ""},
	{"-article:a1 ferry", 0, "Fares Crews Slow"},
	/* Somewhere in the article */
	{"ferry article:(monday)", 0, "Ferry Tickets"},
	{"ferry article:(monday list)", 0, "Ferry Tickets"},
	{"ferry article:(monday quay)", 0, ""},
	{"ferry article:(monday OR quay)", 0, "Fares Ferry Tickets"},
	{"ferry article:(boat -passengers)", 0, "Fares Crews"},
	{"ferry -article:(boats)", 0, "Slow"},
	{"ferry article:(headline)", 0, "Ferry Tickets"},
	{"ferry article:(\"old boat\")", 0, "Fares"},
	{"ferry article:(pass* article:(list))", 0, "Ferry Tickets"},
	{"quay OR article:(slow -passengers)", 0, "Trains Slow Owners"},
	{"speaker:Keller article:(monday)", 0, "Passengers"},
	{"(ferry article:(noon)) OR (trains article:(old))", 0, "Trains Crews"},
	/* Any ending */
	{"expens*", 0, "Trains Tickets"},
	{"expenses*", 0, "Tickets"},
	{"EXPENSE*", 0, "Trains Tickets"},
	{"caf*", 0, "Owners"},
	{"noth*", 0, ""},
	{"lifeb* OR quillm*", 0, "Harbours Passengers Ferry"},
	{"ferr* fare*", 0, "Fares Ferry"},
	{"ferr* -fare*", 0, "Crews Tickets Slow"},
	{"wil*", 0, ""},              /* a common word is none of its endings */
	{"\"wil* go\"", 0, "Trains"}, /* but in quotation marks */
	{"\"boat* leave\"", 0, "Boats Boats"},
	{"\"the fer*\"", 0, "Fares Crews Tickets"},
	{"\"fer* the\"", 0, ""},
	{"co-oper*", 0, "Owners"},
	/* Near each other */
	{"\"noon boats\"~3", 0, "Boats Boats"},
	{"\"noon boats\"~2", 0, ""},
	{"\"boats noon\"~3", 0, "Boats Boats"},
	{"\"quay trains\"~5", 0, "Trains"},
	{"\"quay trains\"~4", 0, ""},
	{"\"ferry fare\"~9", 0, ""}, /* these forms */
	{"\"fer* fare*\"~4", 0, "Ferry"},
	{"\"fer* fare*\"~5", 0, "Fares Ferry"},
	{"\"fares fares\"~9", 0, ""},
	{"\"fare* fair\"~2 speaker:Varga", 0, "Fares"},
	{"ferry -\"ferry fares\"~1", 0, "Fares Crews Tickets Slow"},
};

/* The bytes marked, in brackets. */
static const struct {
	const char *query, *text;
} mark_cases[] = {
	{"ferry monday", "[Ferry] fares in Quillmouth rose on [Monday]."},
	{"monday -quay", "Ferry fares in Quillmouth rose on [Monday]."},
	{"\"rose on monday\" monday", "Ferry fares in Quillmouth [rose on Monday]."},
	{"owner cafe", "[Owners] may not co-operate with a [café]."},
	{"co-operates", "Owners may not [co-operate] with a café."},
	{"old will", "Yesterday Will Keane sold his [old] boat."},
	{"old Will", "Yesterday [Will] Keane sold his [old] boat."},
	{"\"each expense\" the", "Trains will go to the quay, and [each expense] is known."},
	{"£2.5M slow", "[Slow] ferries cost the town £[2.5m]."},
	{"expenses*", "Tickets list the ferry [expenses]."},
	{"\"ros* on\" monday", "Ferry fares in Quillmouth [rose on] [Monday]."},
	{"\"monday rose\"~2", "Ferry fares in Quillmouth [rose] on [Monday]."},
	{"tickets article:(list monday)", "[Tickets] [list] the ferry expenses."},
	{"tickets -article:(quay) date:2021", "[Tickets] list the ferry expenses."},
};

/* A remark must have this in it; "" wants no remark at all. */
static const struct {
	const char *query, *speaker, *from, *to, *note;
} note_cases[] = {
	{"quay", 0, 0, 0, ""},
	{"the quay to", 0, 0, 0, "too common to be searched for beside other words: the, to"},
	{"\"the quay\"", 0, 0, 0, ""},
	{"passangers", 0, 0, 0,
	 "no sentence has 'passangers'; did you mean 'passengers' (1 sentence)"},
	{"quillmuoth", 0, 0, 0, "did you mean 'quillmouth' (2 sentences)"},
	{"zzzzzzzz", 0, 0, 0, "no sentence has 'zzzzzzzz'"},
	{"\"the to\"", 0, 0, 0, "no sentence has \"the to\" just so"},
	{0, "Anna Kelller", 0, 0,
	 "nobody called 'Anna Kelller' is quoted; did you mean 'Anna Keller' "
	 "(2 sentences)"},
	{0, "Bob Varga", 0, 0, "did you mean 'Tom Varga' (2 sentences)"},
	{0, "Zwingli", 0, 0, "nobody called 'Zwingli' is quoted"},
	{"quay", 0, "2020", "2021", "without the dates, 1 sentence matches"},
	{"quay", "Keller", 0, 0, "without the speaker, 1 sentence matches"},
	{"quay", "Keller", 0, 0, "without the words, 2 sentences match"},
	{0, "Keller", "2022", 0, "without the dates, 2 sentences match"},
	{"ferry quay", 0, 0, 0, "no sentence has all of it, but 1 article has"},
	{"speaker:Kelller", 0, 0, 0,
	 "nobody called 'Kelller' is quoted; did you mean 'Anna Keller' (2 sentences)"},
	{"speaker:Keller,Zwingli quay", 0, 0, 0, "nobody called 'Zwingli' is quoted"},
	{"speaker:Keller quay", 0, 0, 0, "without the speaker, 1 sentence matches"},
	{"speaker:Keller quay", 0, 0, 0, "without the words, 2 sentences match"},
	{"-speaker:Keller passengers", 0, 0, 0, "without the speaker, 1 sentence matches"},
	{"source:pots", 0, 0, 0, "from a source called 'pots'; did you mean 'Quill Post'"},
	{"source:zwingli", 0, 0, 0, "no article is from a source called 'zwingli'"},
	{"source:times slow", 0, 0, 0, "without the source, 1 sentence matches"},
	{"title:quay", 0, 0, 0, "no article has in its title 'quay'"},
	{"article:a9", 0, 0, 0, "no article goes by 'a9'"},
	{"role:bishop", 0, 0, 0, "nobody is quoted who is called in his role 'bishop'"},
	{"quay date:2021", 0, 0, 0, "without the dates, 1 sentence matches"},
	{"quay mentions:2018", 0, 0, 0, "without the days spoken of, 1 sentence matches"},
	{"quay said:mixed", 0, 0, 0, "without the kind of speech, 1 sentence matches"},
	{"zzz*", 0, 0, 0, "no sentence has a word that begins with 'zzz'"},
	{"\"noon boats\"~1", 0, 0, 0, "no sentence has \"noon boats\"~1 just so"},
	{"ferry article:(passangers)", 0, 0, 0, "did you mean 'passengers' (1 sentence)"},
};

/* Sentences that speak of days, by the days that they speak of. */
static const struct {
	const char *query, *speaker, *from, *to, *found;
} mention_cases[] = {
	{"fares OR boat", 0, "2021", "2021", "Ferry"},
	{"fares OR boat", 0, "2021-03-01", "2021-03-01", "Ferry"},
	{"fares OR boat", 0, "2021-03-02", "2021-03-02", ""},
	{"fares OR boat", 0, "2022-06-19", NULL, "Yesterday"},
	{"fares OR boat", 0, NULL, "2022-06-18", "Ferry Boats Boats"}, /* at noon */
	{"fares OR boat", 0, "2021", "2022", "Ferry Yesterday Boats Boats"},
	{0, "Keane", "2022", "2022", ""},
};

/* Rows as VALUE=COUNT, "-" for none. */
static const struct {
	const char *query, *speaker, *from;
	brad_field field;
	uint64_t total, undated;
	const char *rows;
} count_cases[] = {
	{0, 0, 0, BRAD_FIELD_SPEAKER, 13, 0, "-=10 Anna Keller=2 Tom Varga=2"},
	{"fares", 0, 0, BRAD_FIELD_SPEAKER, 3, 0, "-=2 Tom Varga=1"},
	{0, "Varga", 0, BRAD_FIELD_SPEAKER, 2, 0, "Tom Varga=2 Anna Keller=1"},
	{0, 0, 0, BRAD_FIELD_YEAR, 13, 0, "2020=1 2021=4 2022=6 -=2"},
	{0, 0, 0, BRAD_FIELD_MONTH, 13, 0, "2020-12=1 2021-03=4 2022-01=3 2022-06=3 -=2"},
	{"ferry", 0, "2021-04", BRAD_FIELD_MONTH, 2, 1, "2022-01=1 2022-06=1"},
	{0, 0, 0, BRAD_FIELD_SOURCE, 13, 0, "Harbour Times=7 Quill Post=3 -=3"},
	{"ferry", 0, 0, BRAD_FIELD_ARTICLE, 5, 0, "a1=2 a2=1 a3=1 a4=1"},
	{"nosuchword", 0, 0, BRAD_FIELD_ARTICLE, 0, 0, ""},
	{"fares old", 0, 0, BRAD_FIELD_MENTIONED_YEAR, 0, 0, ""},
	{"yesterday OR monday OR owners", 0, 0, BRAD_FIELD_MENTIONED_YEAR, 3, 0,
	 "2021=1 2022=1 -=1"},
};

/* GROUP:FIRST WORD/HOW MANY of each hit. */
static const struct {
	const char *query, *speaker, *from;
	brad_group group;
	brad_sort sort;
	uint32_t offset, limit;
	uint64_t total, groups, ungrouped, undated;
	const char *found;
} group_cases[] = {
	{"ferry", 0, 0, BRAD_GROUP_ARTICLE, BRAD_SORT_OLDEST, 0, 9, 5, 4, 0, 0,
	 "a1:Ferry/2 a4:Crews/1 a2:Fares/1 a3:Slow/1"},
	{"ferry", 0, 0, BRAD_GROUP_ARTICLE, BRAD_SORT_NEWEST, 1, 2, 5, 4, 0, 0,
	 "a4:Crews/1 a1:Ferry/2"},
	{"fares ferry", 0, 0, BRAD_GROUP_ARTICLE, BRAD_SORT_RELEVANCE, 0, 9, 2, 2, 0, 0,
	 "a2:Fares/1 a1:Ferry/1"},
	{"boats", 0, "2021", BRAD_GROUP_ARTICLE, BRAD_SORT_OLDEST, 0, 1, 4, 3, 0, 0,
	 "a1:Passengers/1"},
	{"ferry", 0, "2021", BRAD_GROUP_ARTICLE, BRAD_SORT_OLDEST, 0, 1, 4, 3, 0, 1, "a1:Ferry/2"},
	/* What both said is the first of each; a name orders them. */
	{0, 0, 0, BRAD_GROUP_SPEAKER, BRAD_SORT_OLDEST, 0, 9, 13, 2, 10, 0,
	 "Anna Keller:Harbours/2 Tom Varga:Harbours/2"},
	{0, 0, 0, BRAD_GROUP_SPEAKER, BRAD_SORT_NEWEST, 0, 9, 13, 2, 10, 0,
	 "Tom Varga:Fares/2 Anna Keller:Passengers/2"},
	{0, "Varga", 0, BRAD_GROUP_SPEAKER, BRAD_SORT_NEWEST, 0, 9, 2, 2, 0, 0,
	 "Tom Varga:Fares/2 Anna Keller:Harbours/1"},
	{"boats", 0, "2021", BRAD_GROUP_SPEAKER, BRAD_SORT_OLDEST, 0, 9, 4, 1, 3, 0,
	 "Anna Keller:Passengers/1"},
	{"quay", 0, 0, BRAD_GROUP_SPEAKER, BRAD_SORT_OLDEST, 0, 9, 1, 0, 1, 0, ""},
	{"nosuchword", 0, 0, BRAD_GROUP_ARTICLE, BRAD_SORT_OLDEST, 0, 9, 0, 0, 0, 0, ""},
};

static const struct {
	const char *name, *rows; /* NAME sentences/articles first..last */
} speaker_cases[] = {
	{NULL, "Anna Keller 2/2 2020-12-31..2021-03-05; Tom Varga 2/2 2020-12-31..2022-06-20"},
	{"varga", "Tom Varga 2/2 2020-12-31..2022-06-20"},
	{"Keller Anna", ""},
	{"nobody", ""},
};

/* With a limit of 2. */
static const struct {
	const char *a, *b;
	size_t distance;
} distance_cases[] = {
	{"boat", "boat", 0}, {"boat", "boats", 1}, {"boat", "bota", 1},   {"boat", "oat", 1},
	{"boat", "bolt", 1}, {"boat", "coats", 2}, {"boat", "coasts", 3}, {"", "ab", 2},
	{"", "abc", 3},      {"abcd", "dcba", 3},  {"ca", "abc", 3},
};

static const struct {
	const char *query, *speaker;
	brad_date from, to;
	brad_status status;
	size_t offset;
} error_cases[] = {
	{"ferry OR", 0, {0, 0, 0}, {0, 0, 0}, BRAD_EQUERY, 8},
	{"-ferry", 0, {0, 0, 0}, {0, 0, 0}, BRAD_EQUERY, 0},
	{0, "", {0, 0, 0}, {0, 0, 0}, BRAD_EINVAL, 0},
	{0, "…", {0, 0, 0}, {0, 0, 0}, BRAD_EINVAL, 0},
	{0, 0, {2022, 0, 0}, {2021, 0, 0}, BRAD_EINVAL, 0},
	{0, 0, {2021, 2, 30}, {0, 0, 0}, BRAD_EINVAL, 0},
};

/* ---- Code: the four indexes ---- */

enum { LAYOUTS = 4 };

static char directory[64];
static brad_index *indexes[LAYOUTS];
static brad_error err;

#define OK(call)                                                                                   \
	do {                                                                                       \
		err.message[0] = '\0';                                                             \
		brad_status status_ = (call);                                                      \
		ck_assert_msg(status_ == BRAD_OK, "%s: %s", #call, err.message);                   \
	} while (0)

static void add(brad_writer *writer, const struct story *story, const char *text)
{
	brad_document d = BRAD_DOCUMENT_INIT;
	d.id = story->id;
	d.title = story->title;
	d.source = story->source;
	d.path = story->path;
	d.line = 1;
	if (story->date) OK(brad_date_read(story->date, &d.date, &err));
	d.text = text;
	d.text_length = strlen(text);
	OK(brad_writer_add(writer, &d, &err));
}

static void add_all_at_once(brad_writer *writer)
{
	for (int i = 0; i < STORIES; i++) add(writer, &stories[i], stories[i].text);
}

static void add_one_by_one(brad_writer *writer)
{
	for (int i = 0; i < STORIES; i++) {
		add(writer, &stories[i], stories[i].text);
		OK(brad_writer_commit(writer, NULL, &err));
	}
}

static void add_backwards(brad_writer *writer)
{
	add(writer, &stories[1], "Ferry quay ferry quay, said Anna Keller. Monday will do.");
	OK(brad_writer_commit(writer, NULL, &err));
	for (int i = STORIES; i-- > 0;) {
		add(writer, &stories[i], stories[i].text);
		if (i % 2 == 0) OK(brad_writer_commit(writer, NULL, &err));
	}
}

static void add_and_remove(brad_writer *writer)
{
	const struct story other = {"b1", NULL, "Other", "2022-02-02", "/news/b1.txt", NULL};
	add(writer, &stories[3], stories[3].text);
	add(writer, &other, "Passangers of the ferry, the quay and the boats, said Anna Keller.");
	add(writer, &stories[0], stories[0].text);
	OK(brad_writer_commit(writer, NULL, &err));
	for (int i = 0; i < STORIES; i++) add(writer, &stories[i], stories[i].text);
	OK(brad_writer_remove(writer, "b1", NULL, &err));
}

static void make_indexes(void)
{
	static void (*const fill[LAYOUTS])(brad_writer *) = {add_all_at_once, add_one_by_one,
							     add_backwards, add_and_remove};
	snprintf(directory, sizeof directory, "/tmp/check_search.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(directory));
	for (int i = 0; i < LAYOUTS; i++) {
		char path[96];
		brad_writer *writer;
		snprintf(path, sizeof path, "%s/%d", directory, i);
		OK(brad_writer_open(path, NULL, &writer, &err));
		fill[i](writer);
		OK(brad_writer_commit(writer, NULL, &err));
		brad_writer_free(writer);
		OK(brad_index_open(path, &indexes[i], &err));
	}
}

static void free_indexes(void)
{
	for (int i = 0; i < LAYOUTS; i++) brad_index_free(indexes[i]);
	char command[96];
	snprintf(command, sizeof command, "rm -rf '%s'", directory);
	ck_assert_int_eq(system(command), 0);
}

/* ---- Code: asking ---- */

static void read_day(const char *text, brad_date *out)
{
	if (text) OK(brad_date_read(text, out, &err));
}

/* The first word of each hit, parted by blanks. */
static void list_hits(const brad_results *results, char *out)
{
	*out = '\0';
	for (size_t i = 0; i < brad_results_count(results); i++) {
		const char *text = brad_results_hit(results, i)->text;
		if (strncmp(text, "“", strlen("“")) == 0) text += strlen("“");
		if (i > 0) strcat(out, " ");
		strncat(out, text, strcspn(text, " "));
	}
}

static void check_hits(const brad_search_options *options, uint64_t total, uint64_t undated,
		       const char *found)
{
	double scores[32];
	for (int layout = 0; layout < LAYOUTS; layout++) {
		brad_results *results;
		char list[512];
		OK(brad_index_search(indexes[layout], options, &results, &err));
		list_hits(results, list);
		ck_assert_msg(strcmp(list, found) == 0, "%s in index %d: %s, not %s",
			      options->query ? options->query : "nothing", layout, list, found);
		ck_assert_uint_eq(brad_results_total(results), total);
		ck_assert_uint_eq(brad_results_undated(results), undated);
		ck_assert_ptr_null(brad_results_hit(results, brad_results_count(results)));
		for (size_t i = 0; i < brad_results_count(results); i++) {
			const brad_hit *hit = brad_results_hit(results, i);
			ck_assert_uint_eq(hit->rank, options->offset + i + 1);
			if (layout == 0) scores[i] = hit->score;
			ck_assert(hit->score == scores[i]);
		}
		brad_results_free(results);
	}
}

static uint64_t count_words(const char *list)
{
	uint64_t n = *list != '\0';
	for (; *list; list++) n += *list == ' ';
	return n;
}

START_TEST(test_queries)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = query_cases[_i].query;
	check_hits(&options, count_words(query_cases[_i].found), 0, query_cases[_i].found);
}
END_TEST

START_TEST(test_language)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = language_cases[_i].query;
	options.today = (brad_date){2022, 6, 21};
	check_hits(&options, count_words(language_cases[_i].found), language_cases[_i].undated,
		   language_cases[_i].found);
}
END_TEST

/* A field does what the option does, and both hold together. */
START_TEST(test_fields_and_options)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = "speaker:Varga";
	options.speaker = "Keller";
	check_hits(&options, 1, 0, "Harbours");
	options = (brad_search_options)BRAD_SEARCH_OPTIONS_INIT;
	options.query = "-boats";
	options.speaker = "Keller";
	check_hits(&options, 1, 0, "Harbours");
	options = (brad_search_options)BRAD_SEARCH_OPTIONS_INIT;
	options.query = "ferry date:2021..2022";
	options.from = (brad_date){2022, 0, 0};
	check_hits(&options, 2, 1, "Fares Crews");
	options.query = "said:indirect,mixed";
	options.from = (brad_date){0, 0, 0};
	options.said = 1u << BRAD_SAID_DIRECT;
	check_hits(&options, 0, 0, "");
	options = (brad_search_options)BRAD_SEARCH_OPTIONS_INIT;
	options.query = "mentions:2021 fares OR boat";
	options.mentions_from = (brad_date){2021, 3, 0};
	check_hits(&options, 1, 0, "Ferry");
}
END_TEST

/* Fields in the scope of articles: what is in their filter must be said there. */
START_TEST(test_language_of_articles)
{
	static const struct {
		const char *query, *found;
		bool any;
	} cases[] = {
		{"ferry quay source:times", "Trains", false},
		{"ferry quay -source:times", "", false},
		{"ferr* passenger*", "Passengers", false},
		{"fair safe speaker:Varga", "Fares", false},
		{"boat speaker:Varga", "", false},
		{"ferry article:(boat) -article:(quay)", "Ferry Crews", false},
		{"ferry -article:(boat)", "Slow", false},
		{"\"boats noon\"~3 night", "Boats", false},
		{"monday quay date:2021..", "Trains Ferry", true},
	};
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = cases[_i].query;
	options.any = cases[_i].any;
	options.scope = BRAD_SCOPE_ARTICLE;
	check_hits(&options, count_words(cases[_i].found), 0, cases[_i].found);
}
END_TEST

START_TEST(test_options)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = option_cases[_i].query;
	options.speaker = option_cases[_i].speaker;
	read_day(option_cases[_i].from, &options.from);
	read_day(option_cases[_i].to, &options.to);
	options.sort = option_cases[_i].sort;
	options.scope = option_cases[_i].scope;
	options.any = option_cases[_i].any;
	options.plain_words = option_cases[_i].plain;
	options.offset = option_cases[_i].offset;
	options.limit = option_cases[_i].limit;
	check_hits(&options, option_cases[_i].total, option_cases[_i].undated,
		   option_cases[_i].found);
}
END_TEST

START_TEST(test_marks)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	char marked[512] = "";
	options.query = mark_cases[_i].query;
	OK(brad_index_search(indexes[1], &options, &results, &err));
	const brad_hit *hit = brad_results_hit(results, 0);
	ck_assert_ptr_nonnull(hit);
	size_t at = 0;
	for (size_t i = 0; i < hit->mark_count; i++) {
		ck_assert_uint_le(at, hit->marks[i].start);
		strncat(marked, hit->text + at, hit->marks[i].start - at);
		strcat(marked, "[");
		strncat(marked, hit->text + hit->marks[i].start,
			hit->marks[i].end - hit->marks[i].start);
		strcat(marked, "]");
		at = hit->marks[i].end;
	}
	strcat(marked, hit->text + at);
	ck_assert_str_eq(marked, mark_cases[_i].text);
	brad_results_free(results);
}
END_TEST

START_TEST(test_notes)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = note_cases[_i].query;
	options.speaker = note_cases[_i].speaker;
	read_day(note_cases[_i].from, &options.from);
	read_day(note_cases[_i].to, &options.to);
	for (int layout = 0; layout < LAYOUTS; layout++) {
		brad_results *results;
		char notes[2048] = "";
		OK(brad_index_search(indexes[layout], &options, &results, &err));
		for (size_t i = 0; brad_results_note(results, i); i++) {
			strcat(notes, brad_results_note(results, i));
			strcat(notes, "\n");
		}
		ck_assert_msg(*note_cases[_i].note ? strstr(notes, note_cases[_i].note) != NULL
						   : *notes == '\0',
			      "index %d says: %s, not: %s", layout, notes, note_cases[_i].note);
		brad_results_free(results);
	}
}
END_TEST

START_TEST(test_counts)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = count_cases[_i].query;
	options.speaker = count_cases[_i].speaker;
	read_day(count_cases[_i].from, &options.from);
	for (int layout = 0; layout < LAYOUTS; layout++) {
		brad_table *table;
		const brad_count *rows;
		char list[512] = "";
		brad_count_options by = BRAD_COUNT_OPTIONS_INIT;
		by.by = count_cases[_i].field;
		OK(brad_index_count(indexes[layout], &options, &by, &table, &err));
		size_t count = brad_table_rows(table, &rows);
		for (size_t i = 0; i < count; i++)
			snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s=%d",
				 i ? " " : "", rows[i].value ? rows[i].value : "-",
				 (int)rows[i].count);
		ck_assert_str_eq(list, count_cases[_i].rows);
		ck_assert_uint_eq(brad_table_total(table), count_cases[_i].total);
		ck_assert_uint_eq(brad_table_undated(table), count_cases[_i].undated);
		brad_table_free(table);
	}
}
END_TEST

static void check_groups(brad_index *index, const brad_search_options *options, int i)
{
	brad_results *results;
	const brad_hit *hit;
	char list[512] = "";
	OK(brad_index_search(index, options, &results, &err));
	for (size_t k = 0; (hit = brad_results_hit(results, k)); k++) {
		size_t at = strlen(list);
		const char *word = hit->text + strspn(hit->text, "“\"");
		snprintf(list + at, sizeof list - at, "%s%s:%.*s/%d", k ? " " : "", hit->group,
			 (int)strcspn(word, " "), word, (int)hit->group_count);
	}
	ck_assert_str_eq(list, group_cases[i].found);
	ck_assert_uint_eq(brad_results_total(results), group_cases[i].total);
	ck_assert_uint_eq(brad_results_groups(results), group_cases[i].groups);
	ck_assert_uint_eq(brad_results_ungrouped(results), group_cases[i].ungrouped);
	ck_assert_uint_eq(brad_results_undated(results), group_cases[i].undated);
	brad_results_free(results);
}

START_TEST(test_groups)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = group_cases[_i].query;
	options.speaker = group_cases[_i].speaker;
	options.group = group_cases[_i].group;
	options.sort = group_cases[_i].sort;
	options.offset = group_cases[_i].offset;
	options.limit = group_cases[_i].limit;
	read_day(group_cases[_i].from, &options.from);
	for (int layout = 0; layout < LAYOUTS; layout++)
		check_groups(indexes[layout], &options, _i);
	options.scope = BRAD_SCOPE_ARTICLE;
	brad_results *none;
	ck_assert_int_eq(brad_index_search(indexes[0], &options, &none, &err), BRAD_EINVAL);
}
END_TEST

START_TEST(test_mentions)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = mention_cases[_i].query;
	options.speaker = mention_cases[_i].speaker;
	read_day(mention_cases[_i].from, &options.mentions_from);
	read_day(mention_cases[_i].to, &options.mentions_to);
	check_hits(&options, count_words(mention_cases[_i].found), 0, mention_cases[_i].found);
}
END_TEST

START_TEST(test_mentions_of_no_day)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	options.mentions_from = (brad_date){2021, 2, 30};
	ck_assert_int_eq(brad_index_search(indexes[0], &options, &results, &err), BRAD_EINVAL);
	options.mentions_from = (brad_date){2021, 0, 0};
	options.mentions_to = (brad_date){2020, 12, 31};
	ck_assert_int_eq(brad_index_search(indexes[0], &options, &results, &err), BRAD_EINVAL);
	ck_assert_ptr_null(results);
}
END_TEST

START_TEST(test_speakers)
{
	for (int layout = 0; layout < LAYOUTS; layout++) {
		brad_people *people;
		const brad_person *rows;
		char list[512] = "", first[16], last[16];
		OK(brad_index_speakers(indexes[layout], speaker_cases[_i].name, &people, &err));
		size_t count = brad_people_rows(people, &rows);
		for (size_t i = 0; i < count; i++)
			snprintf(list + strlen(list), sizeof list - strlen(list),
				 "%s%s %d/%d %s..%s", i ? "; " : "", rows[i].name,
				 (int)rows[i].sentences, (int)rows[i].articles,
				 brad_date_write(rows[i].first, first),
				 brad_date_write(rows[i].last, last));
		ck_assert_str_eq(list, speaker_cases[_i].rows);
		ck_assert(count > 0 || brad_people_note(people, 0) != NULL);
		brad_people_free(people);
	}
}
END_TEST

START_TEST(test_distance)
{
	ck_assert_uint_eq(bs_edit_distance(distance_cases[_i].a, distance_cases[_i].b, 2),
			  distance_cases[_i].distance);
	ck_assert_uint_eq(bs_edit_distance(distance_cases[_i].b, distance_cases[_i].a, 2),
			  distance_cases[_i].distance);
}
END_TEST

START_TEST(test_errors)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results = (brad_results *)(void *)&options;
	options.query = error_cases[_i].query;
	options.speaker = error_cases[_i].speaker;
	options.from = error_cases[_i].from;
	options.to = error_cases[_i].to;
	ck_assert_int_eq(brad_index_search(indexes[0], &options, &results, &err),
			 error_cases[_i].status);
	ck_assert_ptr_null(results);
	ck_assert_uint_eq(err.offset, error_cases[_i].offset);
	ck_assert(err.message[0] != '\0');
}
END_TEST

START_TEST(test_options_without_size)
{
	brad_search_options options = {0};
	brad_results *results;
	ck_assert_int_eq(brad_index_search(indexes[0], &options, &results, &err), BRAD_EINVAL);
	ck_assert_int_eq(brad_index_search(indexes[0], NULL, &results, NULL), BRAD_EINVAL);
}
END_TEST

/* All that a hit tells of its sentence and article; it outlives the index. */
START_TEST(test_hit)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	char path[96];
	brad_index *index;
	options.query = "passengers";
	options.context = 5;
	snprintf(path, sizeof path, "%s/0", directory);
	OK(brad_index_open(path, &index, &err));
	OK(brad_index_search(index, &options, &results, &err));
	brad_index_free(index);
	const brad_hit *hit = brad_results_hit(results, 0);
	ck_assert_str_eq(hit->article, "a1");
	ck_assert_str_eq(hit->title, "Headline on harbour fares");
	ck_assert_str_eq(hit->source, "Harbour Times");
	ck_assert_str_eq(hit->path, "/news/a1.txt");
	ck_assert_ptr_null(hit->url);
	ck_assert_int_eq(hit->date.day, 5);
	ck_assert_int_eq(hit->date_from, BRAD_DATE_METADATA);
	ck_assert_int_eq(hit->role, BRAD_ROLE_BODY);
	ck_assert_int_eq(hit->said, BRAD_SAID_DIRECT);
	ck_assert_uint_eq(hit->speaker_count, 1);
	ck_assert_str_eq(hit->speakers[0].name, "Anna Keller");
	ck_assert_ptr_nonnull(hit->speakers[0].role);
	ck_assert(hit->confidence > 0 && hit->confidence <= 1);
	ck_assert_uint_eq(hit->span.end - hit->span.start, strlen(hit->text));
	ck_assert_mem_eq(stories[0].text + hit->span.start, hit->text, strlen(hit->text));
	ck_assert_uint_eq(hit->before_count, 1);
	ck_assert_str_eq(hit->before[0], "Ferry fares in Quillmouth rose on Monday.");
	ck_assert_uint_eq(hit->after_count, 1);
	ck_assert_str_eq(hit->after[0], "Tickets list the ferry expenses.");
	brad_results_free(results);
}
END_TEST

/* A title given apart from the text has no place in it. */
START_TEST(test_title)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	options.query = "headline";
	OK(brad_index_search(indexes[0], &options, &results, &err));
	const brad_hit *hit = brad_results_hit(results, 0);
	ck_assert_str_eq(hit->text, stories[0].title);
	ck_assert_int_eq(hit->role, BRAD_ROLE_TITLE);
	ck_assert_uint_eq(hit->span.end, 0);
	ck_assert_uint_eq(hit->speaker_count, 0);
	brad_results_free(results);
}
END_TEST

/* The id of a sentence is of its words alone; the same again gets a number. */
START_TEST(test_sentence_ids)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	options.query = "boats leave";
	OK(brad_index_search(indexes[0], &options, &results, &err));
	const char *first = brad_results_hit(results, 0)->sentence;
	const char *second = brad_results_hit(results, 1)->sentence;
	ck_assert_uint_eq(strlen(first), strlen("a4#01234567"));
	ck_assert_uint_eq(strspn(first + 3, "0123456789abcdef"), 8);
	ck_assert_uint_eq(strncmp(first, second, strlen(first)), 0);
	ck_assert_str_eq(second + strlen(first), ".2");
	brad_results_free(results);
}
END_TEST

/* Lines are counted in a file that is one article, not in a line of JSON. */
START_TEST(test_lines)
{
	char path[96], name[96];
	brad_writer *writer;
	brad_index *index;
	brad_results *results;
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	snprintf(path, sizeof path, "%s/lines", directory);
	OK(brad_writer_open(path, NULL, &writer, &err));
	snprintf(name, sizeof name, "%s/story.txt", directory);
	FILE *file = fopen(name, "w");
	fputs("Rain fell on the pier.\n\nGulls stayed on the roof.\n", file);
	fclose(file);
	OK(brad_writer_add_path(writer, name, &err));
	snprintf(name, sizeof name, "%s/story.jsonl", directory);
	file = fopen(name, "w");
	fputs("{\"id\": \"j1\", \"text\": \"Snow fell.\"}\n"
	      "{\"id\": \"j2\", \"text\": \"Hail fell.\\n\\nGeese stayed.\"}\n",
	      file);
	fclose(file);
	OK(brad_writer_add_path(writer, name, &err));
	OK(brad_writer_commit(writer, NULL, &err));
	brad_writer_free(writer);
	OK(brad_index_open(path, &index, &err));
	options.query = "gulls";
	OK(brad_index_search(index, &options, &results, &err));
	ck_assert_uint_eq(brad_results_hit(results, 0)->line, 3);
	brad_results_free(results);
	options.query = "geese";
	OK(brad_index_search(index, &options, &results, &err));
	ck_assert_uint_eq(brad_results_hit(results, 0)->line, 2);
	brad_results_free(results);
	brad_index_free(index);
}
END_TEST

/* An index with nothing in it answers, and says so. */
START_TEST(test_empty)
{
	char path[96];
	brad_writer *writer;
	brad_index *index;
	brad_results *results;
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	snprintf(path, sizeof path, "%s/empty", directory);
	OK(brad_writer_open(path, NULL, &writer, &err));
	OK(brad_writer_commit(writer, NULL, &err));
	brad_writer_free(writer);
	OK(brad_index_open(path, &index, &err));
	options.query = "ferry";
	for (int scope = 0; scope < 2; scope++) {
		options.scope = (brad_scope)scope;
		OK(brad_index_search(index, &options, &results, &err));
		ck_assert_uint_eq(brad_results_total(results), 0);
		ck_assert_str_eq(brad_results_note(results, 0), "the index is empty");
		brad_results_free(results);
	}
	brad_index_free(index);
}
END_TEST

#define CASES(list) (int)(sizeof(list) / sizeof *(list))

int main(void)
{
	Suite *suite = suite_create("search");
	TCase *cases = tcase_create("search");
	tcase_set_timeout(cases, 60);
	tcase_add_unchecked_fixture(cases, make_indexes, free_indexes);
	tcase_add_loop_test(cases, test_queries, 0, CASES(query_cases));
	tcase_add_loop_test(cases, test_language, 0, CASES(language_cases));
	tcase_add_test(cases, test_fields_and_options);
	tcase_add_loop_test(cases, test_language_of_articles, 0, 9);
	tcase_add_loop_test(cases, test_options, 0, CASES(option_cases));
	tcase_add_loop_test(cases, test_marks, 0, CASES(mark_cases));
	tcase_add_loop_test(cases, test_notes, 0, CASES(note_cases));
	tcase_add_loop_test(cases, test_counts, 0, CASES(count_cases));
	tcase_add_loop_test(cases, test_groups, 0, CASES(group_cases));
	tcase_add_loop_test(cases, test_mentions, 0, CASES(mention_cases));
	tcase_add_test(cases, test_mentions_of_no_day);
	tcase_add_loop_test(cases, test_speakers, 0, CASES(speaker_cases));
	tcase_add_loop_test(cases, test_distance, 0, CASES(distance_cases));
	tcase_add_loop_test(cases, test_errors, 0, CASES(error_cases));
	tcase_add_test(cases, test_options_without_size);
	tcase_add_test(cases, test_hit);
	tcase_add_test(cases, test_title);
	tcase_add_test(cases, test_sentence_ids);
	tcase_add_test(cases, test_lines);
	tcase_add_test(cases, test_empty);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
