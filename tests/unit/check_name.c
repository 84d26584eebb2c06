/* Names, descriptions and pronouns, and who is who. */
#include "suite.h"

#include "analysis/article.h"
#include "analysis/pronoun.h"

/* ---- Cases: a text, and its mentions as show_mentions() writes them: the words of each, > and the
 * name of whom it means, - for nobody. ---- */

static const struct {
	const char *text, *mentions;
} mention_cases[] = {
	{"Cllr Joan Peartree said the lido would open.", "Cllr Joan Peartree>Joan Peartree"},
	{"Mr Oakes and Mrs Oakes objected.", "Mr Oakes>Oakes; Mrs Oakes>Oakes"},
	{"Dr. Amina Yusuf spoke to Lord Barley of Wickham.",
	 "Dr. Amina Yusuf>Amina Yusuf; Lord Barley>Lord Barley; Wickham>Wickham"},
	{"The plan was drawn up by Det Insp Colin Marsh of Fenshire Police.",
	 "The plan>plan; Det Insp Colin Marsh>Colin Marsh; Fenshire Police>Fenshire Police"},
	/* Clubs are called by their last word, as people are. */
	{"Wickham United won. United met Joan Peartree and Selby Rovers.",
	 "Wickham United>Wickham United; United>Wickham United; Joan Peartree>Joan Peartree; Selby "
	 "Rovers>Selby Rovers"},
	/* Titles without which nobody is called by a single name. */
	{"Prince Hugo met Harry Quill. Hugo left.",
	 "Prince Hugo>Prince Hugo; Harry Quill>Harry Quill; Hugo>Prince Hugo"},
	{"It was with Hugo that Sir Keir met First Lady Joan and Queen Martha II. Prince Hugo "
	 "left.",
	 "It>-; Hugo>Prince Hugo; Sir Keir>Sir Keir; First Lady Joan>Joan; Queen Martha II>Queen "
	 "Martha "
	 "II; Prince Hugo>Prince Hugo"},
	{"Lord Barley met Dame Ruth Hale. Peter Barley left.",
	 "Lord Barley>Peter Barley; Dame Ruth Hale>Ruth Hale; Peter Barley>Peter Barley"},
	/* What is no part of a name: adjectives with a capital, the rest of a title, numbers. */
	{"Furious Martha Quill left.", "Martha Quill>Martha Quill"},
	{"Secretary-General Martha Quill left.", "Secretary-General Martha Quill>Martha Quill"},
	{"It drew a hopeless 663 Ofcom complaints. Ofcom met.",
	 "It>-; a hopeless 663 Ofcom>Ofcom; Ofcom>Ofcom"},
	/* Words of occupation and rank that are part of the name, and those that are not. */
	{"Public Ferries Wales opened.", "Public Ferries Wales>Public Ferries Wales"},
	{"Mayor Bill de Quill and Team-mate Tony Marsh met GMB Anthony Hale.",
	 "Mayor Bill de Quill>Bill de Quill; Tony Marsh>Tony Marsh; Anthony "
	 "Hale>Anthony Hale"},
	{"Lido co-founder Roger Law left.", "Lido co-founder Roger Law>Roger Law"},
	{"Chief of Staff Martha Quill left.", "Chief of Staff Martha Quill>Martha Quill"},
	{"We saw Martha and Mr Tolley. Thankfully Martha wept. Confronting Tolley, Ruth left.",
	 "We>-; Martha>Martha; Mr Tolley>Tolley; Martha>Martha; Tolley>Tolley; Ruth>Ruth"},
	{"We saw Kelly Tolley. Thankfully Kelly Tolley left.",
	 "We>-; Kelly Tolley>Kelly Tolley; Kelly Tolley>Kelly Tolley"},
	{"It was Martha Quill. Outraged Martha left.",
	 "It>-; Martha Quill>Martha Quill; Martha>Martha Quill"},
	{"It was Martha Quill and Yasha. Yasha Martha left.",
	 "It>-; Martha Quill>Martha Quill; Yasha>Yasha; Yasha Martha>Yasha Martha"},
	{"In the days of Bora Bora Martha wept. Then Martha Quill left, as Martha did.",
	 "Bora Bora Martha>Bora Bora Martha; Martha Quill>Martha Quill; Martha>Martha Quill"},
	{"Martha Quill won. At the Open Martha Quill wept.",
	 "Martha Quill>Martha Quill; Martha Quill>Martha Quill"},
	{"It was the Mail on Sunday that first wrote about the Port of Wickham.",
	 "It>-; Mail on Sunday>Mail on Sunday; the Port of Wickham>Port of Wickham"},
	{"The University of Wickham's Professor Martha Quill left.",
	 "The University of Wickham's Professor Martha Quill>Martha Quill"},
	{"Rebel Marsh left. Rebel wept.", "Rebel Marsh>Rebel Marsh; Rebel>Rebel Marsh"},
	{"Chairman Guy Marsh left. Guy wept.", "Chairman Guy Marsh>Guy Marsh; Guy>Guy Marsh"},
	/* A surname that is a man's given name. */
	{"Martha Perry won. Perry left, as did her son Perry.",
	 "Martha Perry>Martha Perry; Perry>Martha Perry; her son Perry>Perry"},
	/* One of two of the name: who is named more often so far, or else first. */
	{"Quill pushed ahead. It was Martha Quill. Her husband is Frank Quill.",
	 "Quill>Martha Quill; It>-; Martha Quill>Martha Quill; Her husband>husband; Frank "
	 "Quill>Frank Quill"},
	/* Two offices are one person's; whose paper she writes for is no part of the name. */
	{"Deputy manager and press director Martha Quill left.",
	 "Deputy manager and press director Martha Quill>Martha Quill"},
	{"The manager and press director Martha Quill left.",
	 "The manager>manager; press director Martha Quill>Martha Quill"},
	{"The Wickham Gazette's Martha Quill left.", "Martha Quill>Martha Quill"},
	/* Initials come and go; the name without is shown. */
	{"Joan B. Peartree left. Joan Peartree won.",
	 "Joan B. Peartree>Joan Peartree; Joan Peartree>Joan Peartree"},
	/* Surnames that are nouns too. */
	{"Sir Julian King and Professor Ted Baker met Mr Baker.",
	 "Sir Julian King>Julian King; Professor Ted Baker>Ted Baker; Mr Baker>Ted Baker"},
	{"Council leader Martha Quill opened the bridge.",
	 "Council leader Martha Quill>Martha Quill"},
	{"The council leader, Martha Quill, opened the bridge.",
	 "The council leader>Martha Quill; Martha Quill>Martha Quill"},
	{"Martha Quill, leader of Brackley Council, said so. Quill had earlier left.",
	 "Martha Quill>Martha Quill; leader of Brackley Council>Martha Quill; Quill>Martha Quill"},
	{"Quill had earlier left. Martha Quill said so.",
	 "Quill>Martha Quill; Martha Quill>Martha Quill"},
	{"MPs Peter Lamb (Wickham) and Ruth Hale (Brackley) wrote a letter. Ms Hale signed it.",
	 "MPs Peter Lamb>Peter Lamb; Ruth Hale>Ruth Hale; a letter>letter; Ms Hale>Ruth Hale; "
	 "it>-"},
	{"A spokesperson for the Ministry of Ferries said it was late.",
	 "A spokesperson for the Ministry of Ferries>spokesperson for the Ministry of Ferries; "
	 "it>-"},
	{"A Ministry of Ferries spokesperson said it was late.",
	 "A Ministry of Ferries spokesperson>Ministry of Ferries spokesperson; it>-"},
	{"The Ministry of Ferries (MoF) was late. MoF apologised.",
	 "The Ministry of Ferries>Ministry of Ferries; MoF>Ministry of Ferries; MoF>Ministry of "
	 "Ferries"},
	{"Inspectors found that the school had failed. The inspectors will return.",
	 "Inspectors>inspectors; the school>school; The inspectors>inspectors"},
	{"Fenwick Council was late. The council apologised.",
	 "Fenwick Council>Fenwick Council; The council>Fenwick Council"},
	/* One body of two places, and two where the first is a person. */
	{"Wickham and Upper Barley Council met Devon and Fenshire Police.",
	 "Wickham and Upper Barley Council>Wickham and Upper Barley Council; Devon and Fenshire "
	 "Police>Devon and Fenshire Police"},
	{"It told Joan and Barley Council.", "It>-; Joan>Joan; Barley Council>Barley Council"},
	/* Firms: two letters, a partner who is not named, an occupation before a legal form. */
	{"W and G met Tolley and Sons.", "W and G>W and G; Tolley and Sons>Tolley and Sons"},
	{"Baker Ltd met Tolley, Marsh and Co Ltd.",
	 "Baker Ltd>Baker Ltd; Tolley>Tolley; Marsh and Co Ltd>Marsh and Co Ltd"},
	{"U.N. officials met the U.K. and the U.S. today.",
	 "U.N. officials>U.N. officials; U.K.>U.K.; U.S.>U.S."},
	{"Ursula van der Berg met Abdul al-Rashid and Ki-moon Park.",
	 "Ursula van der Berg>Ursula van der Berg; Abdul al-Rashid>Abdul al-Rashid; Ki-moon "
	 "Park>Ki-moon Park"},
	{"J. K. Tolley and T.S. Marlow were there.",
	 "J. K. Tolley>J. K. Tolley; T.S. Marlow>T.S. Marlow"},
	{"Anne Smith-Jones resigned. Smith-Jones was 40.",
	 "Anne Smith-Jones>Anne Smith-Jones; Smith-Jones>Anne Smith-Jones"},
	/* An occupation that is the second half of a surname, and titles that are the first. */
	{"Anne Whiteley-Guest, sales manager at Tide Ltd, left.",
	 "Anne Whiteley-Guest>Anne Whiteley-Guest; manager at Tide Ltd>Anne Whiteley-Guest"},
	{"Emma King-Barley met Pope-Tolley and Councillor Joan Dean-Quill OBE.",
	 "Emma King-Barley>Emma King-Barley; Pope-Tolley>Pope-Tolley; Councillor Joan Dean-Quill "
	 "OBE>Joan Dean-Quill"},
	{"Joan Dean-Quill MP met Bea J. Ray-Tolley MP.",
	 "Joan Dean-Quill MP>Joan Dean-Quill; Bea J. Ray-Tolley MP>Bea J. Ray-Tolley"},
	{"Jean-Luc Saint-Pear, a baker, spoke to Director-General Colin Marsh.",
	 "Jean-Luc Saint-Pear>Jean-Luc Saint-Pear; a baker>Jean-Luc Saint-Pear; Director-General "
	 "Colin Marsh>Colin Marsh"},
	{"Peter Obe OBE won.", "Peter Obe OBE>Peter Obe"},
	{"Robin Vale MP resigned.", "Robin Vale MP>Robin Vale"},
	{"The woman accused officials of delay.",
	 "The woman>woman; officials of delay>officials of delay"},
	{"The council tax will rise.", ""},
	{"The Fenwick Council’s decision angered residents.",
	 "Fenwick Council’s>Fenwick Council; residents>residents"},
	{"“We are late,” said Mr Oakes’s lawyer.", "We>-; Mr Oakes’s lawyer>Mr Oakes’s lawyer"},
	{"Some of the residents disagreed. Many said it was late.",
	 "Some of the residents>some of the residents; Many>many; it>-"},
	{"On Monday the Prime Minister, Theresa May, flew home.",
	 "the Prime Minister>Theresa May; Theresa May>Theresa May"},
	{"Former head of Harbour Services Tom Reed has left the board.",
	 "Former head of Harbour Services Tom Reed>Tom Reed; the board>board"},
	{"Police said a man had been arrested.", "Police>police; a man>man"},
	{"JOAN PEARTREE said so. Joan Peartree left.",
	 "JOAN PEARTREE>Joan Peartree; Joan Peartree>Joan Peartree"},
	{"Bill Oakes met Hilary Oakes. Mr Oakes left. Mrs Oakes stayed.",
	 "Bill Oakes>Bill Oakes; Hilary Oakes>Hilary Oakes; Mr Oakes>Bill Oakes; Mrs Oakes>Hilary "
	 "Oakes"},
	{"Zoë Núñez left. Zoe Nunez returned.", "Zoë Núñez>Zoë Núñez; Zoe Nunez>Zoë Núñez"},
	{"The Harbour and Tide are old.", "Harbour>Harbour; Tide>Tide"},
	/* A first name that no list has, once the full name stood before; no place, no club. */
	{"Brionna Tolley left. Brionna said so.", "Brionna Tolley>Brionna Tolley; Brionna>Brionna "
						  "Tolley"},
	{"Brionna said so. Brionna Tolley left.", "Brionna>Brionna; Brionna Tolley>Brionna Tolley"},
	{"Joan Tolley left. It hurt former judge Joan.",
	 "Joan Tolley>Joan Tolley; It>-; former judge Joan>Joan Tolley"},
	/* What the start of a sentence gives a capital, and what describes. */
	{"Grumpy Joan Bell left. Later Joan Bell came back.", "Joan Bell>Joan Bell; Joan Bell>Joan "
							      "Bell"},
	{"Joining Joan was Wickham-based Hugh Pole.", "Joan>Joan; Hugh Pole>Hugh Pole"},
	{"Guido d'Arrigo left.", "Guido d'Arrigo>Guido d'Arrigo"},
	{"Its envoy to Portugal Joan Bell left.", "Its envoy>envoy; Joan Bell>Joan Bell"},
	/* A surname that is a noun too. */
	{"Joan Baker left. Baker said so. The baker agreed.",
	 "Joan Baker>Joan Baker; Baker>Joan Baker; The baker>baker"},
	{"The head of MoF (Ministry of Ferries), Joan Bell, left.",
	 "The head of MoF>Joan Bell; Ministry of Ferries>Ministry of Ferries; Joan Bell>Joan Bell"},
	{"Some 2,500 residents left.", "2,500 residents>2,500 residents"},
	/* Days are no part of a name, and a report is not always somebody's words. */
	{"Ida Marsh lost the August 9 poll.", "Ida Marsh>Ida Marsh; 9 poll>9 poll"},
	{"Crowds came to Fenwick Sunday and left Wickham Monday.",
	 "Crowds>crowds; Fenwick>Fenwick; Wickham>Wickham"},
	{"Ida Marsh wrote the report that the council lost.",
	 "Ida Marsh>Ida Marsh; the report>report; the council>council"},
};

/* ---- Cases: a text, somebody in it, and what the article says of him or her: office, kind
 * (p person, b body), gender (m, f, n, ?) and + for several. ---- */

static const struct {
	const char *text, *name, *about;
} entity_cases[] = {
	{"In a letter the chairman, Coun Ann Quill, told players that it rained.", "Ann Quill",
	 "chairman pf"},
	{"Coun Martha Quill argued that it rained.", "Martha Quill", "- pf"},
	{"Martha Quill, leader of Brackley Council, said so.", "Martha Quill",
	 "leader of Brackley Council pf"},
	{"Council leader Martha Quill opened the bridge.", "Martha Quill", "Council leader pf"},
	{"Cllr Hugh Pole (Con, Wickham) Deputy Chair of the Harbour Committee, remarked that it "
	 "was late.",
	 "Hugh Pole", "Deputy Chair of the Harbour Committee pm"},
	{"Ruth Hale, 45, a teacher from Wickham, said so.", "Ruth Hale", "teacher from Wickham pf"},
	{"Ruth Hale, the Chief Executive, said so.", "Ruth Hale", "Chief Executive pf"},
	{"Conservative MPs Peter Lamb (Wickham) and Ruth Hale (Brackley) wrote.", "Ruth Hale",
	 "Conservative MP pf"},
	{"Wickham and Brackley MP Peter Lamb wrote.", "Peter Lamb", "Wickham and Brackley MP pm"},
	{"Peter Lamb MP wrote. Peter Lamb, Minister for Ferries, signed.", "Peter Lamb",
	 "Minister for Ferries pm"},
	{"Councillor Joan Peartree, portfolio holder for parks and gardens, said: “Yes.”",
	 "Joan Peartree", "portfolio holder for parks and gardens pf"},
	{"Hugh Pole, acting director of parks and ferries, was hired in 2017.", "Hugh Pole",
	 "acting director of parks and ferries pm"},
	{"Secretary of State for Ferries Gavin Dale wrote.", "Gavin Dale",
	 "Secretary of State for Ferries pm"},
	/* Where an office with capitals begins, and where it ends. */
	{"On Friday last month Ferry Secretary Ruth Hale wrote.", "Ruth Hale",
	 "Ferry Secretary pf"},
	{"A furious Ferry Secretary Ruth Hale wrote.", "Ruth Hale", "Ferry Secretary pf"},
	{"Ask former deputy Ferry Secretary Ruth Hale.", "Ruth Hale",
	 "former deputy Ferry Secretary pf"},
	{"They ask ex-Ferry Secretary Ruth Hale.", "Ruth Hale", "ex-Ferry Secretary pf"},
	{"Ask the town's new Ferry Secretary Ruth Hale.", "Ruth Hale",
	 "town's new Ferry Secretary pf"},
	{"The 90 Day Show presenter Ruth Hale left.", "Ruth Hale", "90 Day Show presenter pf"},
	{"Chief Ferry Officer Professor Ruth Hale left.", "Ruth Hale", "Chief Ferry Officer pf"},
	{"Joan Peartree spoke.", "Joan Peartree", "- pf"},
	{"Sir Vale Oakes spoke.", "Vale Oakes", "- pm"},
	{"A Council spokesman said so.", "Council spokesman", "- pm"},
	{"Two inspectors said so.", "inspectors", "- b?+"},
	{"The report said so.", "report", "- bn"},
	{"Tide Statutory Notice is late.", "Tide Statutory Notice", "- bn"},
	{"Fenwick Council said so.", "Fenwick Council", "- bn"},
	{"Wickham United won. United met Joan.", "Wickham United", "- bn"},
	{"She told Martha Quill, the minister said.", "Martha Quill", "- pf"},
	{"Zuvo Alapin stood on the quay. Alapin, a captain, told us so.", "Zuvo Alapin", "- p?"},
};

/* ---- Cases: a text, a pronoun, who spoke last, and whom the pronoun means. ---- */

static const struct {
	const char *text, *pronoun, *last_speaker, *meant;
} pronoun_cases[] = {
	{"Joan Peartree met Hugh Pole. He said so.", "he", NULL, "Hugh Pole"},
	{"Hugh Pole met Joan Peartree. She said so.", "she", NULL, "Joan Peartree"},
	{"Inspectors came in May. They found rust.", "they", NULL, "inspectors"},
	{"Martha Quill met Ruth Hale.\n\n“It is late,” she said.", "she", "Ruth Hale",
	 "Martha Quill"},
	{"A Council spokesman said it was late.\n\nThey said it would open.", "they",
	 "Council spokesman", "Council spokesman"},
	{"Hugh Pole, who left in May, spoke.", "who", NULL, "Hugh Pole"},
	{"Fenwick Council was late. It apologised.", "it", NULL, "Fenwick Council"},
	{"It was late. She said so.", "she", NULL, "-"},
	{"Joan Peartree left. He said so.", "he", NULL, "-"},
	{"Hugh Pole said: “Peter Lamb knew.” He left.", "he", NULL, "Hugh Pole"},
	{"Hugh Pole spoke. “I agree.”", "i", "Hugh Pole", "-"},
	/* The caption of a picture between two paragraphs, with nobody else and with somebody else to mean. */
	{"Joan Peartree met the board.\n\nRuth Hale left the harbour on Monday (pictured)\n\nShe "
	 "won.",
	 "she", NULL, "Joan Peartree"},
	{"Hugh Pole met the board.\n\nRuth Hale left the harbour on Monday\n\nShe won.", "she",
	 NULL, "Ruth Hale"},
	/* So many sentences back, however many are named in one of them. */
	{"Hugh Pole left. The council met. The board met. The court met. The school met. The club "
	 "met. The firm met. The police met. He said so.",
	 "he", NULL, "-"},
	{"Hugh Pole told the police, the board, the club, the firm, the school, the court and "
	 "the council. He said so.",
	 "he", NULL, "Hugh Pole"},
	/* He who opens the sentence before, rather than who is nearest. */
	{"Hugh Pole told Peter Lamb of the plan. He said so.", "he", NULL, "Hugh Pole"},
	{"Hugh Pole left with the boss of Peter Lamb.\n\nHe said so.", "he", NULL, "Hugh Pole"},
	/* A name rather than a description; of this paragraph rather than another. */
	{"Hugh Pole rang. The man left. Peter Lamb saw a burglar. He said so.", "he", NULL,
	 "Peter Lamb"},
	{"Peter Lamb left.\n\nHugh Pole left.\n\nThe end. He said so.", "he", NULL, "Hugh Pole"},
	{"A report on Fenwick Council is out. It says so.", "it", NULL, "report"},
};

/* ---- Code ---- */

static brad_article *parse(const char *text)
{
	brad_document document = document_of(text);
	document.id = "case";
	return article_of(document);
}

static void show_mentions(const struct bs_article *a, char *out, size_t room)
{
	size_t n = 0;
	*out = '\0';
	for (size_t i = 0; i < a->mention_count && n < room; i++) {
		const struct bs_mention *m = &a->mentions[i];
		uint32_t start = a->tokens.at[m->first].start, end = a->tokens.at[m->last - 1].end;
		const char *name = m->entity == BS_NOBODY ? "-" : a->entities[m->entity].name;
		n += (size_t)snprintf(out + n, room - n, "%s%.*s>%s", i ? "; " : "",
				      (int)(end - start), a->document.text + start, name);
	}
}

static const struct bs_entity *find_entity(const struct bs_article *a, const char *name)
{
	for (size_t i = 0; i < a->entity_count; i++)
		if (a->entities[i].mentions && strcmp(a->entities[i].name, name) == 0)
			return &a->entities[i];
	return NULL;
}

START_TEST(test_mentions)
{
	char shown[2048];
	brad_article *article = parse(mention_cases[_i].text);
	show_mentions(&article->a, shown, sizeof shown);
	ck_assert_str_eq(shown, mention_cases[_i].mentions);
	brad_article_free(article);
}
END_TEST

START_TEST(test_entities)
{
	char shown[512];
	brad_article *article = parse(entity_cases[_i].text);
	const struct bs_entity *e = find_entity(&article->a, entity_cases[_i].name);
	ck_assert_msg(e != NULL, "no %s in: %s", entity_cases[_i].name, entity_cases[_i].text);
	snprintf(shown, sizeof shown, "%s %c%c%s", e->role ? e->role : "-",
		 e->kind == BS_PERSON ? 'p' : 'b', "?mfn"[e->gender], e -> plural ? "+" : "");
	ck_assert_str_eq(shown, entity_cases[_i].about);
	brad_article_free(article);
}
END_TEST

/* The last mention that begins with the pronoun. */
static uint32_t find_pronoun(const struct bs_article *a, const char *word)
{
	for (size_t i = a->mention_count; i > 0; i--) {
		const struct bs_token *t = &a->tokens.at[a->mentions[i - 1].first];
		if (a->mentions[i - 1].kind == BS_PRONOUN &&
		    bs_token_text(t, a->document.text, word))
			return (uint32_t)i - 1;
	}
	return BS_NOBODY;
}

START_TEST(test_pronouns)
{
	brad_article *article = parse(pronoun_cases[_i].text);
	const struct bs_article *a = &article->a;
	uint32_t mention = find_pronoun(a, pronoun_cases[_i].pronoun), last = BS_NOBODY;
	ck_assert(mention != BS_NOBODY);
	if (pronoun_cases[_i].last_speaker) {
		const struct bs_entity *e = find_entity(a, pronoun_cases[_i].last_speaker);
		ck_assert(e != NULL);
		last = (uint32_t)(e - a->entities);
	}
	struct bs_heard heard = {last, a->mentions[mention].first};
	uint32_t meant = bs_resolve_pronoun(a, mention, &heard);
	ck_assert_str_eq(meant == BS_NOBODY ? "-" : a->entities[meant].name,
			 pronoun_cases[_i].meant);
	brad_article_free(article);
}
END_TEST

/* A surname shared by very many still takes linear time: the test ends within Check's limit. */
START_TEST(test_many_of_one_name)
{
	enum { COUNT = 60000, ROOM = 32 };
	char *text = malloc(COUNT * ROOM + 1);
	size_t n = 0;
	ck_assert(text != NULL);
	for (int i = 0; i < COUNT; i++)
		n += (size_t)snprintf(text + n, ROOM, "%c%c%c%c Smith met Mr Smith. ", 'A' + i % 26,
				      'a' + i / 26 % 26, 'a' + i / 676 % 26, 'a' + i / 17576 % 26);
	brad_article *article = parse(text);
	ck_assert_uint_gt(article->a.mention_count, COUNT);
	brad_article_free(article);
	free(text);
}
END_TEST

#define COUNT_OF(cases) CASES(cases)

int main(void)
{
	Suite *suite = suite_create("name");
	TCase *tcase = tcase_create("name");
	tcase_add_loop_test(tcase, test_mentions, 0, COUNT_OF(mention_cases));
	tcase_add_loop_test(tcase, test_entities, 0, COUNT_OF(entity_cases));
	tcase_add_loop_test(tcase, test_pronouns, 0, COUNT_OF(pronoun_cases));
	tcase_add_test(tcase, test_many_of_one_name);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
