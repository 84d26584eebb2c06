#!/bin/sh
# Runs the examples of bradsearch-query(7): the lines ".Dl bradsearch ...".
#
# Each is run on an index of seeds/ and must find something without an error,
# but for what it says on standard error.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${BUILD:-$root/build}" && pwd) || exit
top=$(mktemp -d) || exit
trap 'rm -rf "$top"' EXIT
PATH=$build:$PATH LC_ALL=C.UTF-8 BRADSEARCH_INDEX=$top/index
export PATH LC_ALL BRADSEARCH_INDEX
status=0

bradsearch index "$root/seeds" >"$top/out" 2>&1 || {
	cat "$top/out"
	echo "not ok manual: seeds/ cannot be indexed"
	exit 1
}
sed -n 's/^\.Dl //p' "$root/docs/man/bradsearch-query.7" |
	sed "s/\\\\(dq/\"/g; s/\\\\(aq/\\\\'/g" >"$top/examples"
while IFS= read -r example; do
	if sh -c "$example" >"$top/out" 2>&1 </dev/null && [ -s "$top/out" ]; then
		echo "ok $example"
	else
		cat "$top/out"
		echo "not ok $example"
		status=1
	fi
done <"$top/examples"
exit $status
