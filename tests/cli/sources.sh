# Who is heard in the articles, and who is only named.
bradsearch index "$DATA/articles" "$DATA/wire.jsonl" 2>/dev/null
try() {
	echo "\$ bradsearch $*"
	echo "\$ bradsearch $*" >&2
	bradsearch "$@"
	echo "status $?"
}
try sources
try sources --limit 1
try sources boat --by role
try sources --by source --format csv
try sources --from 2023-04 --format json --limit 2
try sources zeppelin
try sources boat --explain --limit 1
try sources --by year
