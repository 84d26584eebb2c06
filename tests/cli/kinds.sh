# Kinds of speech, confidence, and offices in the place of names.
bradsearch index "$DATA/articles" "$DATA/wire.jsonl" 2>/dev/null
try() {
	echo "\$ bradsearch $*"
	echo "\$ bradsearch $*" >&2
	bradsearch "$@"
	echo "status $?"
}
try --said indirect
try --said direct --limit 1
try count --by speaker --said indirect,mixed
try count --by speaker --said direct --said indirect
try count --by speaker --min-confidence 0.9
try --said indirect --min-confidence 1
try --said mixed boat
try --said direct --format json Saturday
try --speaker 'Leader of Westbrook Council'
try speakers 'council leader'
try --speaker 'Leader of Eastbrook Council'
try --speaker of
try --said spoken
try --said direct,
try --min-confidence 1.01
try --min-confidence sure
