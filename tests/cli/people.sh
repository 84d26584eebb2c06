# A people file joins names, parts them, and gives roles by date; without one, people are as the articles have them.
bradsearch index "$DATA/lamps.jsonl" 2>/dev/null
try() {
	echo "\$ bradsearch $*"
	echo "\$ bradsearch $*" >&2
	bradsearch "$@"
	echo "status $?"
}
try speakers
try speakers --ambiguous
try speakers --ambiguous --format json holt
try speakers --ambiguous --format csv
try speakers --ambiguous baker
try speakers --ambiguous nosuchname --format json
cp "$DATA/people.tsv" .local/share/bradsearch/
try speakers
try speakers --ambiguous
try count --by speaker
try count --by role
try count --by role --speaker Annie
try --speaker baker
try --speaker doyle --sort oldest
try --speaker 'Tilling chair' --format json
try count --by year --speaker 'mark doyle'
try speakers singer
mv .local/share/bradsearch/people.tsv .local/share/bradsearch/index/
try count --by speaker lamp
try show --format json l2 >show.json
grep -o '"speaker":"[^"]*"' show.json
try show l6 --people "$DATA/people.tsv"
rm .local/share/bradsearch/index/people.tsv
try count --by speaker lamp
try count --by speaker lamp --people "$DATA/people.tsv"
for line in 'A B\tC D\tr\t2020x' 'A B\tC|' '\tB' 'a\tb\tc\td\te\tf' 'A B\tC D\n# note\nX Y\tC D' 'A\tB\t\t2020\t2019' 'A\tB\377'; do
	printf "$line\n" >bad.tsv
	try speakers --people bad.tsv
done
try speakers --people none.tsv
try speakers --people .
