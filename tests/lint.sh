#!/bin/sh
# What the compilers do not check: layout, layers, banned calls, long functions,
# and what cppcheck and clang-tidy find, where they are installed.
set -u
cd "$(dirname "$0")/.." || exit
build=${BUILD:-build}
sources=$(git ls-files -- '*.c' '*.cc' '*.h' 2>/dev/null || find include lib cli tests docs -name '*.[ch]' -o -name '*.cc')
found=$(mktemp) || exit
trap 'rm -f "$found"' EXIT

# report WHAT: shows what standard input says, if it says anything, as a fault
report() {
	said=$(cat)
	[ -n "$said" ] || return 0
	printf 'lint: %s\n%s\n' "$1" "$said" | tee -a "$found"
}

# includes FOLDER PATTERN: the #include lines of a folder that match
includes() {
	grep -rnE "^#include [<\"]($2)" "$1" --include='*.c' --include='*.cc' --include='*.h' 2>/dev/null
}

# ---- Layout ----
if command -v clang-format >/dev/null; then
	# shellcheck disable=SC2086
	clang-format --dry-run -Werror $sources 2>&1 | grep 'error:' | report "not as clang-format lays it out"
fi

# ---- Layers: search -> index -> analysis -> base, index -> input -> base ----
includes lib/base '(input|analysis|index|search|xapian_c|cli)/' | report "base knows no other layer"
includes lib/input '(analysis|index|search|xapian_c|cli)/' | report "input knows base only"
includes lib/analysis '(input|index|search|xapian_c|cli)/' | report "analysis knows base only"
includes lib/index '(search|cli)/' | report "index does not know search"
includes lib/search '(input|cli)/' | report "search does not know input"
includes lib/xapian_c '(input|analysis|index|search|cli)/' | report "xapian_c knows base only"
includes cli '(base|input|analysis|index|search|xapian_c|xapian)' | report "the command line knows bradsearch.h only"
grep -rnE '^#include <xapian' lib cli include tests docs --include='*.[ch]*' |
	grep -vE '^(lib/xapian_c/[a-z_]*|tests/bench/peer_xapian)\.cc:' | report "only lib/xapian_c/*.cc knows libxapian"
includes lib/analysis 'fcntl.h|sys/|unistd.h|dirent.h' | report "the analysis reads and writes nothing"

# ---- The map: each file of the library stands in lib/README.md, by its name or as "name*" ----
for f in lib/base/*.[ch] lib/input/*.[ch] lib/analysis/*.[ch] lib/index/*.[ch] lib/search/*.[ch]; do
	name=${f##*/} folder=${f%/*}
	awk -v folder="## ${folder#lib/}/" -v name="${name%.*}" '
		/^## / { inside = index($0, folder) == 1 }
		inside {
			n = split($0, word, "`")
			for (i = 2; i <= n; i += 2) {
				sub(/\.[ch]$/, "", word[i])
				if (word[i] == name) found = 1
				if (sub(/\*$/, "", word[i]) && index(name, word[i]) == 1) found = 1
			}
		}
		END { exit !found }' lib/README.md || echo "$f"
done | report "lib/README.md does not name it in its folder's paragraph"

# ---- Order: labels are looked up by their first letter ----
sed -n 's/^\t{"[=+]*\(.\).*", BS_FURNITURE.*/\1/p' lib/analysis/furniture_label.c | LC_ALL=C sort -c 2>&1 |
	report "furniture_label.c: a label does not stand among those of its first letter"

# ---- Banned ----
grep -rnE '\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|printf|vprintf|puts|putchar|exit|abort|setlocale|signal|sigaction|chdir|localtime|gmtime|strerror) ?\(' \
	lib --include='*.c' --include='*.cc' --include='*.h' | grep -vE '^lib/analysis/mk(words|timex)\.c' |
	grep -vE ':[0-9]+:[[:space:]]*(/?\*|//)' | grep -v '__attribute__' | report "banned calls in the library"
grep -rnE '\b(stdout|stderr)\b' lib --include='*.c' --include='*.cc' | grep -vE '^lib/analysis/mk(words|timex)\.c' |
	report "the library does not print"
grep -rnE '<ctype.h>' lib cli --include='*.[ch]' | grep -vE '^lib/analysis/mk(words|timex)\.c' |
	report "characters are utf8proc's matter, not ctype's"

# ---- Size ----
for f in $(echo "$sources" | grep -v '\.h$'); do
	awk -v f="$f" '/^\{/ { start = NR } /^\}/ && start { if (NR - start > 80) print f ":" start ": " NR - start " lines"; start = 0 }' "$f"
done | report "functions over 80 lines"

# ---- Shell ----
if command -v shellcheck >/dev/null; then
	shellcheck -S warning -s sh -e SC2046 tests/*.sh tests/cli/run.sh .ci/run 2>&1 | report "shellcheck"
fi

# ---- Analysers ----
flags="-std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Iinclude -Ilib -I$build/gen"
if command -v cppcheck >/dev/null; then
	cppcheck -q --enable=warning,performance,portability --inline-suppr --error-exitcode=1 -j2 \
		--suppress=missingIncludeSystem --suppress=normalCheckLevelMaxBranches \
		-Iinclude -Ilib -I"$build/gen" lib cli 2>&1 | report "cppcheck"
fi
if command -v clang-tidy >/dev/null; then
	# shellcheck disable=SC2086
	echo "$sources" | grep -E '^(lib|cli)/.*\.c$' | grep -vE 'mk(words|timex)' | xargs -P2 -n8 sh -c '
		flags=$1; shift; clang-tidy --quiet "$@" -- $flags 2>/dev/null' sh "$flags" |
		grep -E '(warning|error):' | report "clang-tidy"
fi

[ -s "$found" ] && exit 1
echo "lint: nothing found"
