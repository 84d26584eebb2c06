#!/bin/sh
# Runs golden sessions of the command line and compares what they print.
#
#     tests/cli/run.sh [NAME...]            all of them, or those named
#     UPDATE=1 tests/cli/run.sh [NAME...]   writes what they print as what is expected
#
# A session is NAME.sh beside this file.  It runs by "sh NAME.sh" in an empty
# directory, which is also its $HOME, with bradsearch of $BUILD (build/) on
# PATH, $DATA for tests/cli/data and $SEEDS for seeds/, and no standard input.
# Its output is compared with NAME.out, its standard error with NAME.err (none
# expected if there is no such file).  It must end with status 0: a session
# shows the status of its commands itself, by "; echo $?".  In what it prints,
# $TMP, $DATA and $SEEDS stand for those directories, TIME for
# seconds and UUID for that of an index.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
build=$(cd "${BUILD:-$root/build}" && pwd) || exit
PATH=$build:$PATH DATA=$here/data SEEDS=$root/seeds
LC_ALL=C.UTF-8 TZ=UTC COLUMNS=100
export PATH DATA SEEDS LC_ALL TZ COLUMNS
unset BRADSEARCH_INDEX XDG_DATA_HOME NO_COLOR PAGER LESS
top=$(mktemp -d) || exit
top=$(cd "$top" && pwd -P)
trap 'rm -rf "$top"' EXIT
status=0

# Puts names in the place of what changes from run to run.
normalise() {
	sed -e "s|$top/[^/ ]*/dir|\$TMP|g" -e "s|$DATA|\$DATA|g" -e "s|$SEEDS|\$SEEDS|g" \
		-e 's/[0-9][0-9]*\.[0-9][0-9]* s\b/TIME s/g' \
		-e 's/[0-9a-f]\{8\}\(-[0-9a-f]\{4\}\)\{3\}-[0-9a-f]\{12\}/UUID/g' "$1" >"$2"
}

# compare NAME KIND GOT: 0 if NAME.KIND is as GOT, or has been made so
compare() {
	expected=$here/$1.$2
	if [ "${UPDATE:-}" ]; then
		if [ "$2" = err ] && ! [ -s "$3" ]; then rm -f "$expected"; else cp "$3" "$expected"; fi
		return 0
	fi
	if ! [ -e "$expected" ]; then
		[ "$2" = err ] || { echo "$1.$2 is missing; UPDATE=1 writes it"; return 1; }
		expected=/dev/null
	fi
	diff -u --label "$1.$2" --label "now" "$expected" "$3"
}

[ $# -gt 0 ] || set -- $(cd "$here" && for f in *.sh; do echo "${f%.sh}"; done)
for name; do
	[ "$name" = run ] && continue
	mkdir -p "$top/$name/dir"
	(cd "$top/$name/dir" && HOME=$PWD sh "$here/$name.sh") \
		>"$top/$name/out.raw" 2>"$top/$name/err.raw" </dev/null
	code=$?
	normalise "$top/$name/out.raw" "$top/$name/out"
	normalise "$top/$name/err.raw" "$top/$name/err"
	good=yes
	compare "$name" out "$top/$name/out" || good=no
	compare "$name" err "$top/$name/err" || good=no
	[ $code = 0 ] || { echo "the session ended with status $code"; good=no; }
	if [ $good = yes ]; then echo "ok $name"; else echo "not ok $name"; status=1; fi
done
exit $status
