/* Xapian as its tutorial has it: TermGenerator, QueryParser, values, a match spy. */
#include "peer.h"

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <xapian.h>

static std::unique_ptr<Xapian::Database> database;
static Xapian::Stem stem("english");

template <typename Body> static int guard(Body body)
{
	try {
		body();
		return 0;
	} catch (const Xapian::Error &e) {
		fprintf(stderr, "bench: xapian: %s\n", e.get_description().c_str());
		return -1;
	}
}

static int build(const char *directory, const bench_sentence *sentences, size_t count)
{
	return guard([&] {
		Xapian::WritableDatabase db(std::string(directory) + "/xapian",
					    Xapian::DB_CREATE_OR_OVERWRITE);
		Xapian::TermGenerator generator;
		generator.set_stemmer(stem);
		for (size_t i = 0; i < count; i++) {
			const bench_sentence &s = sentences[i];
			Xapian::Document document;
			generator.set_document(document);
			generator.index_text(s.text);
			if (*s.speaker) document.add_boolean_term(std::string("S") + s.speaker);
			document.add_value(0, s.day);
			document.add_value(1, s.speaker);
			document.set_data(s.text);
			db.add_document(document);
		}
		db.commit();
		db.close();
		Xapian::Database(std::string(directory) + "/xapian")
			.compact(std::string(directory) + "/xapian.compact");
		std::filesystem::remove_all(std::string(directory) + "/xapian");
	});
}

static int open(const char *directory)
{
	return guard([&] {
		database.reset(new Xapian::Database(std::string(directory) + "/xapian.compact"));
	});
}

static Xapian::Query make_query(const bench_query &q)
{
	Xapian::QueryParser parser;
	parser.set_stemmer(stem);
	parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
	parser.set_default_op(q.class_of == BENCH_OR ? Xapian::Query::OP_OR
						     : Xapian::Query::OP_AND);
	const std::string words = q.words;
	parser.set_database(*database);
	if (q.class_of == BENCH_PREFIX)
		return parser.parse_query(words + '*', Xapian::QueryParser::FLAG_WILDCARD);
	Xapian::Query query =
		parser.parse_query(q.class_of == BENCH_PHRASE ? '"' + words + '"' : words);
	if (q.class_of == BENCH_SPEAKER)
		query = Xapian::Query(Xapian::Query::OP_FILTER, query,
				      Xapian::Query(std::string("S") + q.speaker));
	if (q.class_of == BENCH_DATES)
		query = Xapian::Query(
			Xapian::Query::OP_FILTER, query,
			Xapian::Query(Xapian::Query::OP_VALUE_RANGE, 0, q.from, q.to));
	return query;
}

static int ask(const bench_query *q, size_t *found)
{
	return guard([&] {
		Xapian::Enquire enquire(*database);
		enquire.set_query(make_query(*q));
		if (q->class_of == BENCH_COUNT) {
			Xapian::ValueCountMatchSpy spy(1);
			enquire.add_matchspy(&spy);
			enquire.get_mset(0, 0, database->get_doccount());
			*found = 0;
			for (auto i = spy.values_begin(); i != spy.values_end(); ++i) ++*found;
			return;
		}
		if (q->class_of == BENCH_TOTAL) {
			*found = enquire.get_mset(0, 0, database->get_doccount())
					 .get_matches_estimated();
			return;
		}
		const Xapian::MSet hits = enquire.get_mset(0, 10);
		*found = hits.size();
		size_t bytes = 0;
		for (auto i = hits.begin(); i != hits.end(); ++i)
			bytes += i.get_document().get_data().size();
		if (*found && !bytes) throw Xapian::InternalError("hits without texts");
	});
}

static void close()
{
	database.reset();
}

extern const bench_peer bench_xapian = {"raw Xapian", "xapian.compact", nullptr, build, open, ask,
					close};
