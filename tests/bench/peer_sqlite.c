/* SQLite FTS5 with the porter tokeniser, texts and columns in one table. */
#include "peer.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sqlite3 *db;

static int check(int code)
{
	if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return 0;
	fprintf(stderr, "bench: sqlite: %s\n", db ? sqlite3_errmsg(db) : "cannot open");
	return -1;
}

static int open_database(const char *directory)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/fts5.db", directory);
	return check(sqlite3_open(path, &db));
}

static int insert(sqlite3_stmt *statement, const struct bench_sentence *s)
{
	sqlite3_bind_text(statement, 1, s->text, -1, SQLITE_STATIC);
	sqlite3_bind_text(statement, 2, s->day, -1, SQLITE_STATIC);
	sqlite3_bind_text(statement, 3, s->speaker, -1, SQLITE_STATIC);
	int code = sqlite3_step(statement);
	sqlite3_reset(statement);
	return check(code);
}

static int build(const char *directory, const struct bench_sentence *sentences, size_t count)
{
	sqlite3_stmt *statement = NULL;
	if (open_database(directory)) return -1;
	int failed =
		check(sqlite3_exec(
			db,
			"CREATE VIRTUAL TABLE s USING fts5(text, day UNINDEXED, speaker UNINDEXED,"
			" tokenize='porter unicode61'); BEGIN",
			0, 0, 0)) ||
		check(sqlite3_prepare_v2(db, "INSERT INTO s VALUES (?, ?, ?)", -1, &statement, 0));
	for (size_t i = 0; i < count && !failed; i++) failed = insert(statement, &sentences[i]);
	sqlite3_finalize(statement);
	if (!failed)
		failed = check(
			sqlite3_exec(db, "COMMIT; INSERT INTO s(s) VALUES ('optimize')", 0, 0, 0));
	sqlite3_close(db);
	return failed ? -1 : 0;
}

/* The words as FTS5 wants them: each in double marks. */
static void make_match(const struct bench_query *q, char *out, size_t room)
{
	char words[sizeof q->words];
	size_t n = 0;
	strcpy(words, q->words);
	if (q->class_of == BENCH_PHRASE || q->class_of == BENCH_PREFIX) {
		snprintf(out, room, "\"%s\"%s", words, q->class_of == BENCH_PREFIX ? "*" : "");
		return;
	}
	for (char *rest = words, *word; (word = strtok_r(rest, " ", &rest));)
		n += (size_t)snprintf(out + n, room - n, "%s\"%s\"",
				      n == 0                    ? ""
				      : q->class_of == BENCH_OR ? " OR "
								: " ",
				      word);
}

static const char *statement_of(enum bench_class class_of)
{
	switch (class_of) {
	case BENCH_SPEAKER:
		return "SELECT text FROM s WHERE s MATCH ? AND speaker = ? ORDER BY rank LIMIT 10";
	case BENCH_DATES:
		return "SELECT text FROM s WHERE s MATCH ? AND day BETWEEN ? AND ? ORDER BY rank "
		       "LIMIT 10";
	case BENCH_TOTAL: return "SELECT count(*) FROM s WHERE s MATCH ?";
	case BENCH_COUNT: return "SELECT speaker, count(*) FROM s WHERE s MATCH ? GROUP BY speaker";
	default: return "SELECT text FROM s WHERE s MATCH ? ORDER BY rank LIMIT 10";
	}
}

static int ask(const struct bench_query *q, size_t *found)
{
	char match[1024];
	sqlite3_stmt *statement = NULL;
	make_match(q, match, sizeof match);
	*found = 0;
	if (check(sqlite3_prepare_v2(db, statement_of(q->class_of), -1, &statement, 0))) return -1;
	sqlite3_bind_text(statement, 1, match, -1, SQLITE_STATIC);
	if (q->class_of == BENCH_SPEAKER)
		sqlite3_bind_text(statement, 2, q->speaker, -1, SQLITE_STATIC);
	if (q->class_of == BENCH_DATES) {
		sqlite3_bind_text(statement, 2, q->from, -1, SQLITE_STATIC);
		sqlite3_bind_text(statement, 3, q->to, -1, SQLITE_STATIC);
	}
	int code;
	for (; (code = sqlite3_step(statement)) == SQLITE_ROW; ++*found)
		if (q->class_of == BENCH_TOTAL) {
			*found = (size_t)sqlite3_column_int64(statement, 0);
			break;
		} else {
			sqlite3_column_text(statement, 0);
		}
	int failed = check(code);
	sqlite3_finalize(statement);
	return failed;
}

static void close_database(void)
{
	sqlite3_close(db);
}

const struct bench_peer bench_sqlite = {"SQLite FTS5", "fts5.db", NULL,          build,
					open_database, ask,       close_database};
