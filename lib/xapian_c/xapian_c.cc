/* The only C++ here, and the only file that knows Xapian.  Every call goes
 * through guard(), which turns whatever is thrown into a status. */
#include "xapian_c/xapian_c.h"

extern "C" {
#include "base/error.h"
}

#include <new>
#include <string>
#include <xapian.h>

struct xc_reader {
	Xapian::Database database;
};

struct xc_postings {
	Xapian::PostingIterator at, end;
	Xapian::docid before, last; /* a sound list ascends from the one to the other */
};

struct xc_stemmer {
	Xapian::Stem stem{"english"};
};

static brad_status status_of(const Xapian::Error &e)
{
	const std::string type = e.get_type();
	const bool refused = e.get_error_string() != nullptr; /* by the system */
	if (refused && (type == "DatabaseLockError" || type == "DatabaseOpeningError"))
		return BRAD_EIO;
	if (type == "DatabaseNotFoundError") return BRAD_ENOTFOUND;
	if (type == "DatabaseLockError") return BRAD_ELOCKED;
	if (type == "DatabaseCorruptError" || type == "DatabaseVersionError" ||
	    type == "DatabaseOpeningError" || type == "DocNotFoundError" ||
	    type == "DatabaseModifiedError") /* nobody writes to what is read */
		return BRAD_ECORRUPT;
	if (type == "DatabaseError" || type == "DatabaseCreateError") return BRAD_EIO;
	return BRAD_EINTERNAL;
}

/* Runs body, which returns nothing, and maps what it throws. */
template <typename Body>
static brad_status guard(brad_error *err, const char *what, Body body) noexcept
{
	try {
		body();
		return BRAD_OK;
	} catch (const Xapian::Error &e) {
		const char *reason = e.get_error_string();
		const brad_status status = status_of(e);
		return bs_fail(err, status, "cannot %s: %s%s%s%s", what, e.get_msg().c_str(),
			       reason ? ": " : "", reason ? reason : "",
			       status == BRAD_ECORRUPT ? "; run 'bradsearch check'" : "");
	} catch (const std::bad_alloc &) {
		return bs_no_memory(err);
	} catch (const std::exception &e) {
		return bs_fail(err, BRAD_EINTERNAL, "cannot %s: %s", what, e.what());
	} catch (...) {
		return bs_fail(err, BRAD_EINTERNAL, "cannot %s: unknown exception", what);
	}
}

enum { AHEAD = 6 }; /* so many terms before they are read, their texts are asked for */

static void add_document(Xapian::WritableDatabase &database, const xc_term *at, const xc_term *end)
{
	Xapian::Document document;
	std::string text;
	for (; at < end; at++) {
		if (end - at > AHEAD) __builtin_prefetch(at[AHEAD].text);
		text.assign(at->text, at->length);
		if (at->count)
			document.add_term(text, at->count);
		else
			document.add_boolean_term(text);
	}
	database.add_document(document);
}

brad_status xc_write(const char *path, const xc_term *terms, const uint32_t *ends, size_t documents,
		     brad_error *err)
{
	return guard(err, "write a segment", [&] {
		const int flags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
				  Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC;
		Xapian::WritableDatabase database(path, flags);
		for (size_t i = 0; i < documents; i++)
			add_document(database, terms + (i ? ends[i - 1] : 0), terms + ends[i]);
		database.commit();
		database.close();
	});
}

brad_status xc_compact(const char *const *sources, size_t count, const char *target,
		       brad_error *err)
{
	return guard(err, "join segments", [&] {
		Xapian::Database all;
		Xapian::doccount count_of_all = 0;
		for (size_t i = 0; i < count; i++) {
			const Xapian::Database one(sources[i]);
			count_of_all += one.get_doccount();
			all.add_database(one);
		}
		all.compact(target, Xapian::DBCOMPACT_SINGLE_FILE);
		if (Xapian::Database(target).get_doccount() != count_of_all)
			throw Xapian::DatabaseError("a part is lost");
	});
}

/* The documents of a term ascend, and are as many as it says. */
static void check_term(const Xapian::Database &database, const std::string &term)
{
	Xapian::docid before = 0;
	Xapian::doccount count = 0;
	const Xapian::docid last = database.get_lastdocid();
	for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
		if (*at <= before || *at > last)
			throw Xapian::DatabaseCorruptError("documents of a term are out of order");
		before = *at;
		count++;
	}
	if (count != database.get_termfreq(term))
		throw Xapian::DatabaseCorruptError("a term has not the documents that it says");
}

brad_status xc_check(const char *path, brad_error *err)
{
	return guard(err, "check a segment", [&] {
		if (Xapian::Database::check(path, 0, nullptr) > 0)
			throw Xapian::DatabaseCorruptError("its tables are damaged");
		const Xapian::Database database(path);
		for (auto t = database.allterms_begin(); t != database.allterms_end(); ++t)
			check_term(database, *t);
	});
}

brad_status xc_reader_open(const char *path, xc_reader **out, brad_error *err)
{
	*out = nullptr;
	return guard(err, "open a segment", [&] { *out = new xc_reader{Xapian::Database(path)}; });
}

uint32_t xc_reader_documents(const xc_reader *r)
{
	uint32_t count = 0;
	guard(nullptr, "count documents", [&] { count = r->database.get_doccount(); });
	return count;
}

void xc_reader_free(xc_reader *r)
{
	guard(nullptr, "close a segment", [&] { delete r; });
}

brad_status xc_reader_frequency(xc_reader *r, const char *term, size_t length, uint32_t *out,
				brad_error *err)
{
	*out = 0;
	return guard(err, "look up a term",
		     [&] { *out = r->database.get_termfreq(std::string(term, length)); });
}

brad_status xc_postings_open(xc_reader *r, const char *term, size_t length, xc_postings **out,
			     brad_error *err)
{
	*out = nullptr;
	return guard(err, "look up a term", [&] {
		const std::string text(term, length);
		*out = new xc_postings{r->database.postlist_begin(text),
				       r->database.postlist_end(text), 0,
				       r->database.get_lastdocid()};
	});
}

brad_status xc_postings_read(xc_postings *p, uint32_t from, xc_posting *out, size_t room,
			     size_t *count, brad_error *err)
{
	*count = 0;
	return guard(err, "read a posting list", [&] {
		if (p->at != p->end && *p->at < from) p->at.skip_to(from);
		for (; *count < room && p->at != p->end; ++p->at) {
			if (*p->at <= p->before || *p->at > p->last)
				throw Xapian::DatabaseCorruptError(
					"its documents are out of order");
			p->before = *p->at;
			out[(*count)++] = xc_posting{*p->at, p->at.get_wdf()};
		}
	});
}

void xc_postings_free(xc_postings *p)
{
	guard(nullptr, "close a posting list", [&] { delete p; });
}

brad_status xc_stemmer_new(xc_stemmer **out, brad_error *err)
{
	*out = nullptr;
	return guard(err, "make a stemmer", [&] { *out = new xc_stemmer; });
}

brad_status xc_stem(xc_stemmer *s, const char *word, size_t length, bs_buffer *out, brad_error *err)
{
	bs_buffer_clear(out);
	brad_status status = guard(err, "stem a word", [&] {
		const std::string stem = s->stem(std::string(word, length));
		bs_buffer_add(out, stem.data(), stem.size());
	});
	return status == BRAD_OK && out->failed ? bs_no_memory(err) : status;
}

void xc_stemmer_free(xc_stemmer *s)
{
	guard(nullptr, "free a stemmer", [&] { delete s; });
}
