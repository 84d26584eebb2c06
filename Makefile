# bradsearch - make help lists what this can do.

BUILD ?= build
CFLAGS ?= -O2 -g
CXXFLAGS ?= -O2 -g
WARN = -Wall -Wextra -Wpedantic -Werror -Wshadow -Wstrict-prototypes -Wwrite-strings
DEFS = -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE
INC = -Iinclude -Ilib -I$(BUILD)/gen
PKGS = libutf8proc jansson xapian-core
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null)

LIB_C := $(wildcard lib/base/*.c lib/input/*.c lib/index/*.c lib/search/*.c) \
         $(filter-out lib/analysis/mkwords.c,$(wildcard lib/analysis/*.c))
LIB_CC := $(wildcard lib/xapian_c/*.cc)
LIB_O := $(LIB_C:%.c=$(BUILD)/%.o) $(LIB_CC:%.cc=$(BUILD)/%.o) $(BUILD)/gen/analysis/words_table.o
CLI_O := $(patsubst %.c,$(BUILD)/%.o,$(wildcard cli/*.c))
LISTS := $(sort $(wildcard lib/analysis/words/*.txt))

all: $(BUILD)/bradsearch

$(BUILD)/mkwords: lib/analysis/mkwords.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(DEFS) $(WARN) $(CFLAGS) $< -o $@

$(BUILD)/gen/analysis/words_lists.h $(BUILD)/gen/analysis/words_table.c &: $(BUILD)/mkwords $(LISTS)
	@mkdir -p $(BUILD)/gen/analysis
	$(BUILD)/mkwords $(BUILD)/gen/analysis/words_lists.h $(BUILD)/gen/analysis/words_table.c $(LISTS)

$(BUILD)/gen/analysis/words_table.o: $(BUILD)/gen/analysis/words_table.c
	$(CC) -std=c11 $(CFLAGS) -fPIC $(INC) -c $< -o $@

$(BUILD)/%.o: %.c | $(BUILD)/gen/analysis/words_lists.h
	@mkdir -p $(@D)
	$(CC) -std=c11 $(DEFS) $(WARN) $(CFLAGS) -fPIC -fvisibility=hidden $(INC) $(PKG_CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/%.o: %.cc
	@mkdir -p $(@D)
	$(CXX) -std=c++17 $(filter-out -Wstrict-prototypes,$(WARN)) $(CXXFLAGS) -fPIC -fvisibility=hidden $(INC) $(PKG_CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/libbradsearch.so.0: $(LIB_O)
	$(CXX) -shared -Wl,-soname,libbradsearch.so.0 $(LDFLAGS) $(LIB_O) $(PKG_LIBS) -lpthread -o $@

$(BUILD)/bradsearch: $(CLI_O) $(BUILD)/libbradsearch.so.0
	$(CC) $(LDFLAGS) $(CLI_O) $(BUILD)/libbradsearch.so.0 -ljansson -Wl,-rpath,'$$ORIGIN' -o $@

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
.PHONY: all clean
