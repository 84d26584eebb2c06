#!/bin/sh
# Runs the unit tests and a session of the command line under valgrind: no read of
# what was not written, none out of bounds, and nothing lost that is ours.
#
#     BUILD=build-valgrind tests/valgrind.sh [NAME...]   all unit tests, or those named
set -u
cd "$(dirname "$0")/.." || exit
BUILD=$(cd "${BUILD:-build}" && pwd) || exit
root=$PWD
top=$(mktemp -d) || exit
trap 'rm -rf "$top"' EXIT
CK_FORK=no CK_TIMEOUT_MULTIPLIER=100 LC_ALL=C.UTF-8 TZ=UTC HOME=$top
export CK_FORK CK_TIMEOUT_MULTIPLIER LC_ALL TZ HOME
status=0

# under NAME COMMAND...: runs it and says how it went; 99 means that valgrind found something
under() {
	name=$1
	shift
	valgrind -v --log-file="$top/log" --error-exitcode=99 --leak-check=full \
		--errors-for-leak-kinds=definite --suppressions="$root/tests/valgrind.supp" "$@" \
		>"$top/out" 2>&1 </dev/null
	if [ $? != 99 ]; then
		echo "ok $name"
	else
		echo "not ok $name"
		cat "$top/out" "$top/log"
		status=1
	fi
	grep -h used_suppression "$top/log" >>"$top/used"
}

if [ $# = 0 ]; then
	for test in tests/unit/check_*.c; do
		test=$(basename "$test" .c)
		set -- "$@" "$test"
	done
fi
for test; do under "$test" "$BUILD/tests/unit/$test"; done

b=$BUILD/bradsearch
under index "$b" index --jobs 2 seeds tests/cli/data/articles tests/cli/data/hostile.jsonl
under search "$b" --context 2 --limit 100 '"bradford council" OR trust'
under article "$b" --in article --format json children
under mistaken "$b" --speaker Hinchclife
under count "$b" count --by speaker
under speakers "$b" speakers --ambiguous
under verify "$b" verify 'we will not stand still' --speaker Hinchcliffe
under parse "$b" parse --explain seeds
under remove "$b" index --remove seeds/
under compact "$b" compact
under check "$b" check --repair

# What nothing needs any more may go.
grep -o '^   [a-z][a-z-]*$' "$root/tests/valgrind.supp" | while read -r name; do
	echo "# suppressed as $name in $(grep -cw "$name" "$top/used") of the runs"
done
exit $status
