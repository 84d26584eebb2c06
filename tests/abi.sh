#!/bin/sh
# What the library shows the outside: its symbols, its soname, its header.
set -u
cd "$(dirname "$0")/.." || exit
build=${BUILD:-build} header=include/bradsearch.h
top=$(mktemp -d) || exit
trap 'rm -rf "$top"' EXIT
status=0

# check NAME COMMAND...: runs it and says how it went
check() {
	name=$1
	shift
	if "$@" >"$top/out" 2>&1; then
		echo "ok $name"
	else
		echo "not ok $name"
		cat "$top/out"
		status=1
	fi
}

exports_equal_header() {
	# A declaration may run over lines; its name is what comes before the first bracket.
	tr '\n' ' ' <$header | grep -o 'BRAD_API [^;(]*(' |
		grep -o 'brad_[a-z0-9_]*($' | tr -d '(' | sort >"$top/declared"
	nm -D --defined-only "$build/libbradsearch.so.0" | awk '$2 != "A" { print $3 }' |
		sed 's/@.*//' | sort >"$top/exported"
	[ "$(wc -l <"$top/declared")" -gt 20 ] || return
	diff -u --label "declared in $header" --label "exported" "$top/declared" "$top/exported"
}

# Of the three man pages, section 3 is the one that the header changes.
manual_is_complete() {
	grep -o 'BRAD_E[A-Z]*\b' "$header" | sort -u >"$top/statuses"
	cat "$top/declared" "$top/statuses" | while read -r name; do
		grep -qw "$name" docs/man/libbradsearch.3 || echo "$name is not in libbradsearch(3)"
	done >"$top/missing"
	cat "$top/missing"
	! [ -s "$top/missing" ]
}

soname_is_right() {
	major=$(sed -n 's/^#define BRAD_VERSION_MAJOR //p' $header)
	readelf -d "$build/libbradsearch.so.0" | grep -q "SONAME.*\[libbradsearch.so.$major\]"
}

version_is_one() {
	for part in MAJOR MINOR PATCH; do
		sed -n "s/^#define BRAD_VERSION_$part //p" $header
	done | paste -sd. >"$top/parts"
	[ "\"$(cat "$top/parts")\"" = "$(sed -n 's/^#define BRAD_VERSION //p' $header)" ]
}

header_alone() {
	echo '#include <bradsearch.h>' >"$top/alone.$3"
	"$1" "-std=$2" -Wall -Wextra -Wpedantic -Werror -Iinclude -fsyntax-only "$top/alone.$3"
}

# Only what the library asks for: a program that is written in C needs no more.
no_terminal_or_process() {
	! nm -D --undefined-only "$build/libbradsearch.so.0" | awk '{ print $2 }' | sed 's/@.*//' |
		grep -xE 'printf|puts|putchar|exit|_exit|abort|signal|sigaction|setlocale|chdir|system|stdout'
}

check "the exports equal the header" exports_equal_header
check "libbradsearch(3) names all functions and statuses" manual_is_complete
check "the soname holds the major version" soname_is_right
check "the version is the same throughout" version_is_one
check "the header compiles alone as C11" header_alone "${CC:-cc}" c11 c
check "the header compiles alone as C++11" header_alone "${CXX:-c++}" c++11 cc
check "the library calls nothing that prints, exits or sets the process up" no_terminal_or_process
exit $status
