# bradsearch - "make help" lists what this can do.

# Where things go when installed: the GNU directory variables.
PREFIX ?= /usr/local
prefix ?= $(PREFIX)
exec_prefix ?= $(prefix)
bindir ?= $(exec_prefix)/bin
libdir ?= $(exec_prefix)/lib
includedir ?= $(prefix)/include
datarootdir ?= $(prefix)/share
mandir ?= $(datarootdir)/man
bashdir ?= $(datarootdir)/bash-completion/completions
zshdir ?= $(datarootdir)/zsh/site-functions
fishdir ?= $(datarootdir)/fish/vendor_completions.d
pkgconfigdir ?= $(libdir)/pkgconfig
INSTALL ?= install

# Each flavour is built in a directory of its own: make BUILD=build-clang CC=clang CXX=clang++
BUILD ?= build
CFLAGS ?= -O2 -g
CXXFLAGS ?= -O2 -g
WARN = -Wall -Wextra -Wpedantic -Werror -Wshadow -Wwrite-strings
WARN_C = $(WARN) -Wstrict-prototypes -Wmissing-prototypes
DEFS = -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE
# V=1 shows the commands themselves.
say = $(if $(V),,@printf '  %-4s %s\n' $(1) $@;)
INC = -Iinclude -Ilib -I$(BUILD)/gen
HIDE = -fPIC -fvisibility=hidden

# Asked only when something is compiled, so that "make deps demo" finds what deps installed.
PKGS = libutf8proc jansson xapian-core
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $$(PKGS)))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $$(PKGS)))$(PKG_LIBS)
CHECK_CFLAGS = $(eval CHECK_CFLAGS := $$(shell pkg-config --cflags check))$(CHECK_CFLAGS)
CHECK_LIBS = $(eval CHECK_LIBS := $$(shell pkg-config --libs check))$(CHECK_LIBS)
CLI_LIBS = $(eval CLI_LIBS := $$(shell pkg-config --libs jansson))$(CLI_LIBS)

VERSION := $(shell sed -n 's/^.define BRAD_VERSION "\(.*\)"/\1/p' include/bradsearch.h)
SONAME = libbradsearch.so.0

LIB_C := $(wildcard lib/base/*.c lib/input/*.c lib/index/*.c lib/search/*.c) \
         $(filter-out lib/analysis/mk%.c,$(wildcard lib/analysis/*.c))
LIB_CC := $(wildcard lib/xapian_c/*.cc)
CLI_C := $(wildcard cli/*.c)
UNIT_C := $(wildcard tests/unit/check_*.c)
LISTS := $(sort $(wildcard lib/analysis/words/*.txt))
MANS := $(wildcard docs/man/*.[1-8])

LIB_O := $(LIB_C:%.c=$(BUILD)/%.o) $(LIB_CC:%.cc=$(BUILD)/%.o) \
         $(BUILD)/gen/analysis/words_table.o $(BUILD)/gen/analysis/timex_table.o
CLI_O := $(CLI_C:%.c=$(BUILD)/%.o)
UNIT := $(UNIT_C:%.c=$(BUILD)/%)
FUZZ := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/fuzz_*.c))
FAULT := $(patsubst %,$(BUILD)/tests/fault/%,memory disk kill)
PLAIN_FAULT := $(patsubst %,$(BUILD)/tests/fault/%,damage concurrency)
WORDS := $(BUILD)/gen/analysis/words_lists.h $(BUILD)/gen/analysis/words_table.c

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:

## all: the program, the library and its static form, in build/
all: $(BUILD)/bradsearch $(BUILD)/libbradsearch.a

# ---- What is made anew when flags or the set of files change ----

FLAGS_NOW = $(CC) $(CXX) $(CFLAGS) $(CXXFLAGS) $(CPPFLAGS) $(WARN_C) $(DEFS) $(INC) $(HIDE) $(PKG_CFLAGS)
FILES_NOW = $(LDFLAGS) $(LIB_C) $(LIB_CC) $(CLI_C) $(LISTS)
stamp = echo '$(1)' | cmp -s - $@ || echo '$(1)' > $@

# With "make deps demo", nothing is compiled before deps has done its work.
$(BUILD)/.flags: FORCE | $(filter deps,$(MAKECMDGOALS))
	@pkg-config --exists --print-errors $(PKGS) || { echo 'Libraries are missing: try "make deps".' >&2; exit 1; }
	@mkdir -p $(@D)
	@$(call stamp,$(FLAGS_NOW))

$(BUILD)/.files: FORCE
	@mkdir -p $(@D)
	@$(call stamp,$(FILES_NOW))

# ---- The word lists, made into a table by a program that runs here ----

HOSTCC ?= $(CC)
$(BUILD)/mkwords: lib/analysis/mkwords.c lib/analysis/word_hash.h $(BUILD)/.flags
	$(call say,CC)$(HOSTCC) -std=c11 $(DEFS) $(WARN_C) -O1 $< -o $@

$(WORDS) &: $(BUILD)/mkwords $(LISTS) $(BUILD)/.files
	@mkdir -p $(BUILD)/gen/analysis
	$(call say,GEN)$(BUILD)/mkwords $(WORDS) $(LISTS)

# Which of them may begin which pattern of time, made of both.
MKTIMEX = lib/analysis/mktimex.c $(BUILD)/gen/analysis/words_table.c
$(BUILD)/mktimex: $(MKTIMEX) $(wildcard lib/analysis/timex*.h) lib/analysis/words.h $(BUILD)/.flags
	$(call say,CC)$(HOSTCC) -std=c11 $(DEFS) $(WARN_C) $(INC) -O1 $(MKTIMEX) -o $@

$(BUILD)/gen/analysis/timex_table.c: $(BUILD)/mktimex
	$(call say,GEN)$(BUILD)/mktimex $@

# ---- Objects, libraries, program ----

COMPILE_C = $(CC) -std=c11 $(DEFS) $(WARN_C) $(CPPFLAGS) $(CFLAGS) $(WIDE) $(INC) -MMD -MP
COMPILE_CC = $(CXX) -std=c++17 $(DEFS) $(WARN) $(CPPFLAGS) $(CXXFLAGS) $(INC) -MMD -MP

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/.flags
	$(call say,CC)$(COMPILE_C) $(HIDE) -c $< -o $@

# Where the processor has AVX2, checksums are made with it: who calls asks first.
$(BUILD)/lib/base/checksum_wide.o: private WIDE = $(if $(filter x86_64%,$(shell $(CC) -dumpmachine)),-mavx2)

$(BUILD)/lib/%.o: lib/%.c $(BUILD)/.flags | $(WORDS)
	@mkdir -p $(@D)
	$(call say,CC)$(COMPILE_C) $(HIDE) $(PKG_CFLAGS) -c $< -o $@

$(BUILD)/lib/%.o: lib/%.cc $(BUILD)/.flags
	@mkdir -p $(@D)
	$(call say,CXX)$(COMPILE_CC) $(HIDE) $(PKG_CFLAGS) -c $< -o $@

# The command line sees the public header and nothing of lib/.
$(BUILD)/cli/%.o: cli/%.c $(BUILD)/.flags
	@mkdir -p $(@D)
	$(call say,CC)$(COMPILE_C:-Ilib=) $(PKG_CFLAGS) -c $< -o $@

$(BUILD)/$(SONAME): $(LIB_O) libbradsearch.map $(BUILD)/.files
	$(call say,LD)$(CXX) $(CXXFLAGS) -shared -Wl,-soname,$(SONAME) -Wl,--version-script=libbradsearch.map \
		-Wl,--no-undefined-version $(LDFLAGS) $(LIB_O) $(PKG_LIBS) -lm -lpthread -o $@

$(BUILD)/libbradsearch.a: $(LIB_O) $(BUILD)/.files
	@rm -f $@
	$(call say,AR)$(AR) rcs $@ $(LIB_O)

LINK_CLI = $(CC) $(CFLAGS) $(LDFLAGS) $(CLI_O) $(BUILD)/$(SONAME) $(CLI_LIBS)

# The one in build/ finds the library beside it; the one to install looks where the system does.
$(BUILD)/bradsearch: $(CLI_O) $(BUILD)/$(SONAME) $(BUILD)/.files
	$(call say,LD)$(LINK_CLI) -Wl,-rpath,'$$ORIGIN' -o $@

$(BUILD)/install/bradsearch: $(CLI_O) $(BUILD)/$(SONAME) $(BUILD)/.files
	@mkdir -p $(@D)
	$(call say,LD)$(LINK_CLI) -o $@

# ---- Preparing a machine, and a first look ----

# uuid-dev and zlib1g-dev: libxapian in its static form wants them, and does not say so to Debian.
DEPS = gcc g++ make pkg-config libxapian-dev libutf8proc-dev libjansson-dev libxxhash-dev check \
       uuid-dev zlib1g-dev

## deps: install what the build needs (Debian and its kin), only what is missing
deps:
	@command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || { \
		echo 'make deps knows Debian and its kin only.  Elsewhere, install: a C11 and a C++17 compiler,' >&2; \
		echo 'GNU make, pkg-config, and the development files of libxapian (1.4), utf8proc, jansson,' >&2; \
		echo 'xxhash and check.' >&2; exit 1; }; \
	missing=; for p in $(DEPS); do \
		dpkg-query -W -f '$${db:Status-Status}\n' $$p 2>/dev/null | grep -qx installed || \
			{ [ $$p = pkg-config ] && command -v pkg-config >/dev/null; } || missing="$$missing $$p"; \
	done; \
	[ -n "$$missing" ] || { echo 'All packages needed are installed.'; exit 0; }; \
	root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	[ -z "$$root" ] || command -v sudo >/dev/null || \
		{ echo "Missing:$$missing; install them as root." >&2; exit 1; }; \
	echo "Installing:$$missing"; \
	$$root apt-get update -qq </dev/null; \
	$$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
		$$missing </dev/null

DEMO_INDEX = $(BUILD)/demo.index

## demo: build, index the sample articles, run two searches
demo: $(BUILD)/bradsearch
	@rm -rf $(DEMO_INDEX)
	$(BUILD)/bradsearch index --index $(DEMO_INDEX) seeds/
	@echo
	$(BUILD)/bradsearch --index $(DEMO_INDEX) --no-pager "commissioner"
	@echo
	$(BUILD)/bradsearch --index $(DEMO_INDEX) --no-pager --speaker Hinchcliffe

# ---- Tests ----

$(BUILD)/tests/unit/%: tests/unit/%.c $(LIB_O) $(BUILD)/.flags
	@mkdir -p $(@D)
	$(call say,CC)$(COMPILE_C) $(PKG_CFLAGS) $(CHECK_CFLAGS) -c $< -o $@.o
	@$(CXX) $(CXXFLAGS) $(LDFLAGS) $@.o $(LIB_O) $(PKG_LIBS) $(CHECK_LIBS) -lpthread -o $@

# What the targets share; replay.o stands in for the fuzzer.
FUZZ_O = $(patsubst %,$(BUILD)/tests/%.o,fuzz/common fuzz/reading fault/model fault/use)

$(BUILD)/tests/fuzz/%.o: tests/fuzz/%.c $(BUILD)/.flags
	@mkdir -p $(@D)
	$(call say,CC)$(COMPILE_C) -c $< -o $@

$(FUZZ): %: %.o $(BUILD)/tests/fuzz/replay.o $(FUZZ_O) $(LIB_O)
	$(call say,LD)$(CXX) $(CXXFLAGS) $(LDFLAGS) $^ $(PKG_LIBS) -lm -lpthread -o $@

$(BUILD)/fuzzer/%: $(BUILD)/tests/fuzz/fuzz_%.o $(FUZZ_O) $(LIB_O)
	@mkdir -p $(@D)
	$(call say,LD)$(CXX) $(CXXFLAGS) -fsanitize=fuzzer $^ $(PKG_LIBS) -lm -lpthread -o $@

FAULT_O = $(patsubst %,$(BUILD)/tests/fault/%.o,fault model use)

$(BUILD)/tests/fault/%.o: tests/fault/%.c $(BUILD)/.flags
	@mkdir -p $(@D)
	$(call say,CC)$(COMPILE_C) -c $< -o $@

# These stand before the C library, and look into the threads and libxapian's compact().
$(FAULT): %: %.o $(FAULT_O) $(LIB_O)
	$(call say,LD)$(CXX) $(CXXFLAGS) $(LDFLAGS) -Wl,--wrap=xc_compact,--wrap=bs_crew_work $< $(FAULT_O) $(LIB_O) $(PKG_LIBS) \
		-lm -lpthread -o $@

# These call nothing but the library.
$(PLAIN_FAULT): %: %.o $(BUILD)/tests/fault/model.o $(BUILD)/tests/fault/use.o $(LIB_O)
	$(call say,LD)$(CXX) $(CXXFLAGS) $(LDFLAGS) $^ $(PKG_LIBS) -lm -lpthread -o $@

T ?= unit fuzz fault hostile abi cli shells manual docs install

## check: all tests; T="unit cli" runs some kinds only
check: all $(UNIT) $(FUZZ) $(FAULT) $(PLAIN_FAULT) $(BUILD)/install/bradsearch
	@BUILD='$(BUILD)' CC='$(CC)' CXX='$(CXX)' CFLAGS='$(CFLAGS)' CXXFLAGS='$(CXXFLAGS)' \
		LDFLAGS='$(LDFLAGS)' MAKE='$(MAKE)' tests/run.sh $(T)

N ?= 500

## crash: kill a writer at N random moments (500), and look at the index after each
crash: $(BUILD)/tests/fault/kill
	$(BUILD)/tests/fault/kill $(N)

## memory: let memory end at every allocation of each public call, one after the other
memory: $(BUILD)/tests/fault/memory
	$(BUILD)/tests/fault/memory all

## damage: damage an index N times (500), and look at what it answers then
damage: $(BUILD)/tests/fault/damage
	$(BUILD)/tests/fault/damage $(N)

SECONDS ?= 600

## concurrency: readers against a writer for SECONDS (600)
concurrency: $(BUILD)/tests/fault/concurrency
	$(BUILD)/tests/fault/concurrency $(SECONDS)

SANITIZE = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all

## asan: all tests under the address and undefined behaviour sanitizers, in build-asan/
asan:
	$(MAKE) BUILD=build-asan CFLAGS='$(SANITIZE)' CXXFLAGS='$(SANITIZE)' \
		LDFLAGS='-fsanitize=address,undefined' HOSTILE_KILOBYTES=unlimited check

TSAN = -O1 -g -fno-omit-frame-pointer -fsanitize=thread

# The tests in which threads meet: those that write, and readers against a writer.
MEET = check_segment $(basename $(notdir $(wildcard tests/unit/check_writer*.c)))

## tsan: the tests that use threads, under the thread sanitizer, in build-tsan/
tsan:
	$(MAKE) BUILD=build-tsan CFLAGS='$(TSAN)' CXXFLAGS='$(TSAN)' LDFLAGS=-fsanitize=thread \
		$(MEET:%=build-tsan/tests/unit/%) build-tsan/tests/fault/concurrency
	for t in $(MEET); do CK_TIMEOUT_MULTIPLIER=10 build-tsan/tests/unit/$$t || exit; done
	build-tsan/tests/fault/concurrency 10

## valgrind: the unit tests and a session under valgrind memcheck, in build-valgrind/
valgrind:
	@command -v valgrind >/dev/null || { echo 'make valgrind needs it: apt-get install valgrind' >&2; exit 1; }
	$(MAKE) BUILD=build-valgrind CFLAGS='-O1 -g' CXXFLAGS='-O1 -g' all $(UNIT_C:%.c=build-valgrind/%)
	BUILD=build-valgrind tests/valgrind.sh

## fuzz: let libFuzzer try a target, T=article, for SECONDS (600); without T, says which there are
fuzz:
	@CC='$(CC)' CXX='$(CXX)' MAKE='$(MAKE)' tests/fuzz/fuzz.sh '$(if $(filter command,$(origin T)),$(T))' $(SECONDS)

## lint: formatting, layers, banned calls, cppcheck and clang-tidy where installed
lint: $(WORDS)
	@BUILD='$(BUILD)' tests/lint.sh

SOURCES = $(wildcard include/*.h lib/*/*.[ch] lib/*/*.cc cli/*.[ch] tests/*/*.[ch] docs/examples/*.c)

## format: lay out all sources with clang-format
format:
	clang-format -i $(SOURCES)

$(BUILD)/tests/bench/%.o: tests/bench/%.c $(wildcard tests/bench/*.h) $(BUILD)/.flags | $(WORDS)
	@mkdir -p $(@D)
	$(call say,CC)$(COMPILE_C) -c $< -o $@

$(BUILD)/tests/bench/%.o: tests/bench/%.cc tests/bench/peer.h $(BUILD)/.flags
	@mkdir -p $(@D)
	$(call say,CXX)$(COMPILE_CC) $(PKG_CFLAGS) -c $< -o $@

BENCH_O = $(patsubst %,$(BUILD)/tests/bench/%.o,bench figures ours corpus answers peer_sqlite peer_xapian)

$(BUILD)/tests/bench/bench: $(BENCH_O) $(BUILD)/$(SONAME) $(BUILD)/bradsearch
	$(call say,LD)$(CXX) $(LDFLAGS) $(BENCH_O) $(BUILD)/$(SONAME) $(PKG_LIBS) -lsqlite3 \
		-Wl,-rpath,'$$ORIGIN/../..' -o $@

STAGES_O = $(BUILD)/tests/bench/stages.o $(BUILD)/tests/bench/peer_icu.o

$(BUILD)/tests/bench/stages: $(STAGES_O) $(LIB_O)
	$(call say,LD)$(CXX) $(LDFLAGS) $(STAGES_O) $(LIB_O) $(PKG_LIBS) $$(pkg-config --libs icu-uc) -lm -lpthread -o $@

# What tests/quality/antecedents.py learns from.
$(BUILD)/tests/quality/antecedents: tests/quality/antecedents.c $(LIB_O)
	@mkdir -p $(@D)
	$(call say,LD)$(COMPILE_C) -c $< -o $@.o
	@$(CXX) $(LDFLAGS) -Wl,--wrap=bs_see_antecedent $@.o $(LIB_O) $(PKG_LIBS) -lm -lpthread -o $@

# The first of these that is there; without one, bench makes a text of its own.
CORPUS ?= $(firstword $(wildcard ../shared/corpora/british_news_2020.jsonl.gz))
SENTENCES ?= 100000

## bench: time us beside raw Xapian, SQLite FTS5 and ICU (needs libsqlite3-dev, libicu-dev); CORPUS=FILE.jsonl SENTENCES=N
bench:
	@[ -e /usr/include/sqlite3.h ] || { echo 'make bench needs SQLite: apt-get install libsqlite3-dev' >&2; exit 1; }
	@pkg-config --exists icu-uc || { echo 'make bench needs ICU: apt-get install libicu-dev' >&2; exit 1; }
	@$(MAKE) --no-print-directory $(BUILD)/tests/bench/bench $(BUILD)/tests/bench/stages
	@case '$(CORPUS)' in \
	*.gz) gzip -dc '$(CORPUS)' > $(BUILD)/bench.jsonl; corpus=$(BUILD)/bench.jsonl;; \
	*) corpus='$(CORPUS)';; esac; \
	$(BUILD)/tests/bench/stages $$corpus && echo && \
	$(BUILD)/tests/bench/bench --sentences $(SENTENCES) --keep $(BUILD) $$corpus

# ---- Installing ----

$(BUILD)/libbradsearch.pc: libbradsearch.pc.in FORCE
	@mkdir -p $(@D)
	@sed -e 's|@prefix@|$(prefix)|' -e 's|@libdir@|$(libdir)|' -e 's|@includedir@|$(includedir)|' \
		-e 's|@VERSION@|$(VERSION)|' $< > $@

# In quotation marks where they are used, so that DESTDIR and PREFIX may have blanks.
D = $(DESTDIR)
TO_BIN = '$(D)$(bindir)'
TO_LIB = '$(D)$(libdir)'
TO_INCLUDE = '$(D)$(includedir)'
TO_PKGCONFIG = '$(D)$(pkgconfigdir)'
TO_BASH = '$(D)$(bashdir)'
TO_ZSH = '$(D)$(zshdir)'
TO_FISH = '$(D)$(fishdir)'
TO_MAN = '$(D)$(mandir)'

## install: into PREFIX (/usr/local), below DESTDIR if given
install: all $(BUILD)/install/bradsearch $(BUILD)/libbradsearch.pc
	$(INSTALL) -d $(TO_BIN) $(TO_LIB) $(TO_INCLUDE) $(TO_PKGCONFIG)
	$(INSTALL) -m 755 $(BUILD)/install/bradsearch $(TO_BIN)/
	$(INSTALL) -m 644 $(BUILD)/$(SONAME) $(TO_LIB)/libbradsearch.so.$(VERSION)
	ln -sf libbradsearch.so.$(VERSION) $(TO_LIB)/$(SONAME)
	ln -sf $(SONAME) $(TO_LIB)/libbradsearch.so
	$(INSTALL) -m 644 $(BUILD)/libbradsearch.a $(TO_LIB)/
	$(INSTALL) -m 644 include/bradsearch.h $(TO_INCLUDE)/
	$(INSTALL) -m 644 $(BUILD)/libbradsearch.pc $(TO_PKGCONFIG)/
	$(INSTALL) -d $(TO_BASH) $(TO_ZSH) $(TO_FISH)
	$(BUILD)/bradsearch completion bash > $(TO_BASH)/bradsearch
	$(BUILD)/bradsearch completion zsh > $(TO_ZSH)/_bradsearch
	$(BUILD)/bradsearch completion fish > $(TO_FISH)/bradsearch.fish
	for m in $(MANS); do $(INSTALL) -D -m 644 $$m $(TO_MAN)/man$${m##*.}/$${m##*/} || exit; done
	@[ -z '$(D)' ] || exit 0; \
	case '$(libdir)' in /usr/*) ldconfig 2>/dev/null;; esac; \
	$(TO_BIN)/bradsearch --version >/dev/null 2>&1 || \
		echo 'The system does not look for libraries in $(libdir): set LD_LIBRARY_PATH to it, or run ldconfig.'

## uninstall: remove what install put there
uninstall:
	rm -f $(TO_BIN)/bradsearch $(TO_INCLUDE)/bradsearch.h $(TO_PKGCONFIG)/libbradsearch.pc
	rm -f $(TO_LIB)/libbradsearch.so.$(VERSION) $(TO_LIB)/$(SONAME)
	rm -f $(TO_LIB)/libbradsearch.so $(TO_LIB)/libbradsearch.a
	rm -f $(TO_BASH)/bradsearch $(TO_ZSH)/_bradsearch $(TO_FISH)/bradsearch.fish
	for m in $(MANS); do rm -f $(TO_MAN)/man$${m##*.}/$${m##*/}; done

## clean: remove build/ and the like
clean:
	rm -rf $(BUILD) build-asan build-fuzz build-tsan build-valgrind

## help: this list
help:
	@sed -n 's/^## \([a-z]*\): \(.*\)/\1\t\2/p' Makefile | while IFS='	' read -r t d; do printf '  %-10s %s\n' "$$t" "$$d"; done

FORCE:
-include $(LIB_O:.o=.d) $(CLI_O:.o=.d) $(UNIT:%=%.d) $(FUZZ:%=%.d) $(FUZZ_O:.o=.d) $(BUILD)/tests/fuzz/replay.d $(FAULT_O:.o=.d) $(FAULT:%=%.d) $(PLAIN_FAULT:%=%.d)
-include $(wildcard $(BUILD)/tests/bench/*.d)
.PHONY: all deps demo check crash memory damage concurrency tsan valgrind fuzz bench asan lint format install uninstall clean help FORCE
