# Of which index, and as of when, is an answer?  JSON tells, and --at-revision holds a command to it.
bradsearch index "$DATA/wire.jsonl" 2>/dev/null
try() {
	echo "\$ bradsearch $*"
	echo "\$ bradsearch $*" >&2
	bradsearch "$@"
	echo "status $?"
}
try --format json boat
try count --format json --by year boat
try speakers --format json bright
try verify --format json 'Now there is another one' | head -n 2
try --at-revision 1 boat
uuid=$(bradsearch speakers --format json bright | sed -n 's/.*"index":"\([^"]*\)".*/\1/p')
try --at-revision "$uuid:1" boat
bradsearch index "$DATA/lamps.jsonl" 2>/dev/null
for command in 'search boat' 'count --by year' speakers 'show wire-1' 'verify boat'; do
	try $command --at-revision 1
done
try --at-revision "$uuid:1" boat
try --at-revision "12345678-9abc-4def-8123-456789abcdef:2" boat
try --at-revision "$uuid:2" boat
for bad in '' x -1 2x : "$uuid:" :2; do
	try --at-revision "$bad" boat
done
