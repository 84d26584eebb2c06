#!/bin/sh
# Runs the commands that the documents show, and compares what they print.
#
# In a block fenced as ```sh, a line that begins with "$ " is a command and the
# lines up to the next one are what it prints; "..." alone in a line stands for
# any lines, and a command followed by nothing need only work.  What a command
# writes to standard error comes after its output; times ("0.1 s") are all alike.
# All the blocks of one document run in order in one directory, $HOME, which is
# shown as "~" and holds a copy of seeds/, with bradsearch on PATH and, unless the
# document begins by making one, an index of seeds/ as the default one.
#
#     tests/docs.sh [DOCUMENT...]            all of them, or those named
#     UPDATE=1 tests/docs.sh [DOCUMENT...]   writes what is printed into the
#                                            document, where it shows something
#                                            else in which no "..." stands
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${BUILD:-$root/build}" && pwd) || exit
top=$(mktemp -d) && top=$(cd "$top" && pwd -P) || exit
trap 'rm -rf "$top"' EXIT
PATH=$build:$PATH LC_ALL=C.UTF-8 TZ=UTC COLUMNS=100
export PATH LC_ALL TZ COLUMNS
unset BRADSEARCH_INDEX NO_COLOR PAGER
status=0

# Writes each command of a document to $top/NUMBER.cmd, what it shows to NUMBER.want.
take_apart() {
	rm -f "$top"/*.cmd "$top"/*.want "$top"/*.new
	awk -v top="$top" '
		/^```/ { inside = ($0 == "```sh"); shown = 0; next }
		inside && /^\$ / {
			base = sprintf("%s/%03d", top, ++n); shown = 1
			print substr($0, 3) > (base ".cmd"); printf "" > (base ".want"); next
		}
		inside && shown { print > (base ".want") }' "$1"
}

# matches WANT GOT: are they the same, but for what "..." stands for?
matches() {
	awk '
		NR == FNR { want[++w] = $0; next }
		{ got[++g] = $0 }
		function same(i, j) {
			while (i <= w && want[i] != "...") {
				if (j > g || want[i] != got[j]) return 0
				i++
				j++
			}
			if (i > w) return j > g
			for (; j <= g + 1; j++) if (same(i + 1, j)) return 1
			return 0
		}
		END { exit !same(1, 1) }' "$1" "$2"
}

# Puts what is in $top/NUMBER.new in the place of what the document shows.
put_together() {
	awk -v top="$top" '
		/^```/ { inside = ($0 == "```sh"); shown = 0; given = 0 }
		inside && /^\$ / {
			print; shown = 1
			name = sprintf("%s/%03d.new", top, ++n)
			more = getline line < name
			given = more >= 0
			for (; more > 0; more = getline line < name) print line
			next
		}
		!(inside && shown && given)' "$1" >"$top/document" && cp "$top/document" "$1"
}

run_document() {
	take_apart "$1"
	dir=$top/dir
	rm -rf "$dir" && mkdir "$dir" && cp -r "$root/seeds" "$dir/" || exit
	HOME=$dir XDG_DATA_HOME=$dir/.data
	export HOME XDG_DATA_HOME
	if [ -e "$top/001.cmd" ] && ! grep -q '^bradsearch index' "$top/001.cmd"; then
		(cd "$dir" && bradsearch index seeds/ 2>/dev/null) || exit
	fi
	for cmd in "$top"/*.cmd; do
		[ -e "$cmd" ] || return
		want=${cmd%.cmd}.want
		name="${1#"$root"/}: $(cat "$cmd")"
		(cd "$dir" && sh "$cmd") >"$top/got" 2>"$top/err" </dev/null
		code=$?
		sed -i "s|$dir|~|g" "$top/got" "$top/err"
		cat "$top/err" >>"$top/got"
		cp "$top/got" "$top/raw"
		sed -i 's/[0-9][0-9]*\.[0-9][0-9]* s\b/TIME s/g' "$want" "$top/got"
		if [ -s "$want" ] && ! matches "$want" "$top/got"; then
			if [ -n "${UPDATE-}" ] && ! grep -qxF ... "$want"; then
				cp "$top/raw" "${cmd%.cmd}.new"
				echo "ok $name (written)"
				continue
			fi
			echo "not ok $name"
			diff -u --label shown --label printed "$want" "$top/got"
			status=1
		elif ! [ -s "$want" ] && [ $code != 0 ]; then
			echo "not ok $name: exit status $code"
			cat "$top/got"
			status=1
		else
			echo "ok $name"
		fi
	done
	[ -z "${UPDATE-}" ] || put_together "$1"
}

[ $# -gt 0 ] || set -- "$root"/README.md "$root"/docs/*.md
for document; do run_document "$document"; done
exit $status
