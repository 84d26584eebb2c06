#!/bin/sh
# Runs the examples of bradsearch-query(7), the lines ".Dl bradsearch ...", and
# the commands in the text of README.
#
# Each is run on an index of seeds/ and must find something without an error,
# but for what it says on standard error.  Then it looks whether docs/output.md
# names each member of the JSON that the golden sessions show, whether the tests
# that docs/features.md names are there, and whether groff has no warning for a
# manual.
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
# Those in the text of README have no output beside them, as its blocks have: tests/docs.sh.
grep -o '`bradsearch [a-z-][^`]*`' "$root/README.md" | tr -d '`' | grep -v ' ID\| watch ' >>"$top/examples"
while IFS= read -r example; do
	if sh -c "$example" >"$top/out" 2>&1 </dev/null && [ -s "$top/out" ]; then
		echo "ok $example"
	else
		cat "$top/out"
		echo "not ok $example"
		status=1
	fi
done <"$top/examples"

# Strings go first: what is left before a colon is the name of a member.
grep -h '^{"\(type\|schema\)"' "$root"/tests/cli/*.out | sed 's/\\"//g; s/"[^"]*"\([],}]\)/\1/g' |
	grep -o '"[a-z_]*":' | tr -d '":' | sort -u >"$top/members"
[ "$(wc -l <"$top/members")" -gt 50 ] || { echo "not ok members: hardly any found" && status=1; }
while read -r member; do
	grep -q "[\`\"]${member}[\`\"]" "$root/docs/output.md" && continue
	echo "not ok docs/output.md does not name the member '$member'"
	status=1
done <"$top/members"

grep -o 'check_[a-z_]*[a-z]\|cli/[a-z]*[a-z]' "$root/docs/features.md" | sort -u >"$top/tests"
[ "$(wc -l <"$top/tests")" -gt 20 ] || { echo "not ok features: hardly any test is named" && status=1; }
while read -r name; do
	[ -e "$root/tests/unit/$name.c" ] || [ -e "$root/tests/$name.sh" ] && continue
	echo "not ok docs/features.md names '$name', which is no test"
	status=1
done <"$top/tests"

if command -v groff >/dev/null; then
	for page in "$root"/docs/man/*.[1-8]; do
		groff -mandoc -Tutf8 -ww -z "$page" 2>"$top/warnings" && ! [ -s "$top/warnings" ] && continue
		cat "$top/warnings"
		echo "not ok ${page##*/} is not clean"
		status=1
	done
fi
exit $status
