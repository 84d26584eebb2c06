# Sentences ready to be quoted, in every style; by search, and by their ids.
(cd "$DATA/articles" && cp -r . "$HOME/articles")
bradsearch index "$DATA/spoken.jsonl" articles 2>/dev/null
try() {
	echo "\$ bradsearch $*"
	echo "\$ bradsearch $*" >&2
	bradsearch "$@"
	echo "status $?"
}
for format in cite-text markdown bibtex csl-json; do
	try --speaker Lindqvist --format $format
	try --format $format zeppelin
done
try --limit 1 --format cite-text moorings
try --limit 1 --format bibtex water
echo '--- by id'
bradsearch --speaker lindqvist --format json | sed -n 's/.*"sentence":"\([^"]*\)".*/\1/p' >ids
try cite $(head -n 1 ids)
try cite --format markdown s3#00000000 $(cat ids)
echo '$ bradsearch cite -'
echo '$ bradsearch cite -' >&2
{ cat ids; printf '\ns9#00000000\n\n'; } | bradsearch cite - --format csl-json
echo "status $?"
try cite s1
try cite
printf '%s\t\t%s\n' 'Petra Lindqvist' 'Mayor of Marlow Bay' >who.tsv
try cite --people who.tsv $(head -n 1 ids)
try cite --format json $(head -n 1 ids)
printf '{"id":"q1","query":"pool"}\n{"id":"q2","query":"ferry"}\n' >queries.jsonl
try --input-queries queries.jsonl --format csl-json
try --context 1 --format bibtex moorings
try like --context 1 --format markdown 's9#00000000'
try --input-queries queries.jsonl --format markdown --limit 1
bradsearch --speaker lindqvist --format csl-json | python3 -c '
import json, sys
print([sorted(item) for item in json.load(sys.stdin)])'
