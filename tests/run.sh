#!/bin/sh
# Runs the tests against the build in $BUILD and counts them:
#
#     tests/run.sh unit abi cli docs install
#
# "unit" is every program of tests/unit; another KIND is tests/KIND.sh, or
# tests/KIND/run.sh, which prints "ok NAME" or "not ok NAME" for each test.
# Whatever ends badly without having said so counts as one failure.
set -u
cd "$(dirname "$0")/.." || exit
BUILD=$(cd "${BUILD:-build}" && pwd) || exit
export BUILD
unset BRADSEARCH_INDEX NO_COLOR PAGER
LC_ALL=C.UTF-8 TZ=UTC
# Sanitized programs are slow, and some tests ask for more memory than there is.
CK_TIMEOUT_MULTIPLIER=10 ASAN_OPTIONS=allocator_may_return_null=1
# libxapian deletes a table by the size of its base class when it checks a database.
ASAN_OPTIONS=$ASAN_OPTIONS:new_delete_type_mismatch=0
export LC_ALL TZ CK_TIMEOUT_MULTIPLIER ASAN_OPTIONS
out=$(mktemp) || exit
trap 'rm -f "$out"' EXIT
passed=0 failed=0

# count PASSED FAILED STATUS NAME: adds up, and shows the output of what failed
count() {
	passed=$((passed + $1)) failed=$((failed + $2))
	if [ "$2" = 0 ] && [ "$3" != 0 ] || [ "$1$2" = 00 ]; then
		echo "not ok $4: exit status $3 after $1 tests"
		failed=$((failed + 1))
		cat "$out"
	elif [ "$2" != 0 ]; then
		cat "$out"
	fi
}

# Check prints "50%: Checks: 4, Failures: 1, Errors: 1".
run_unit() {
	for program in tests/unit/check_*.c; do
		name=$(basename "$program" .c)
		"$BUILD/tests/unit/$name" >"$out" 2>&1 </dev/null
		status=$?
		set -- $(sed -n 's/^[0-9]*%: Checks: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\)$/\1 \2 \3/p' "$out") 0 0 0
		count $(($1 - $2 - $3)) $(($2 + $3)) $status "$name"
		echo "$name: $(($1 - $2 - $3)) of $1"
	done
}

run_script() {
	"$2" >"$out" 2>&1 </dev/null
	status=$?
	ok=$(grep -c '^ok ' "$out")
	bad=$(grep -c '^not ok ' "$out")
	count "$ok" "$bad" $status "$1"
	grep '^ok .* # passed over' "$out"
	echo "$1: $ok of $((ok + bad))"
}

for kind; do
	if [ "$kind" = unit ]; then
		run_unit
	elif [ -x "tests/$kind/run.sh" ]; then
		run_script "$kind" "tests/$kind/run.sh"
	else
		run_script "$kind" "tests/$kind.sh"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
