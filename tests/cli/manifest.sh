# A manifest that is damaged, is no file or is gone is made again from the pieces that are there.
# Whatever waits for a pipe is ended.
bradsearch() { timeout 60 bradsearch "$@"; }
try() {
	"$@"
	echo "status $?"
}
same_answer() { bradsearch count --by article lamp 2>/dev/null | diff before - && echo "the same answer"; }
bradsearch index "$DATA/articles" "$DATA/lamps.jsonl"
bradsearch count --by article lamp >before
manifest=.local/share/bradsearch/index/manifest
for harm in 'echo {' 'mkfifo' 'ln -s /dev/zero' ':'; do
	rm "$manifest"
	case $harm in
	echo*) echo '{' >"$manifest" ;;
	*) $harm "$manifest" ;;
	esac
	echo "--- $harm"
	try bradsearch lamp
	try bradsearch check
	try bradsearch check --repair
	try bradsearch check --repair --drop-damaged
	same_answer
done
# A bit of it is turned back.
sed -i 's/"english"/"dnglish"/' "$manifest"
try bradsearch lamp
try bradsearch check
try bradsearch check --repair
same_answer
# Nothing else that stands in the place of a file is waited for either.
for files in 'seg-*.glass' 'sources.*'; do
	file=$(ls .local/share/bradsearch/index/$files)
	rm "$file"
	mkfifo "$file"
	bradsearch check --repair >/dev/null
	echo "status $?"
	same_answer
done
mkfifo .local/share/bradsearch/index/people.tsv
try bradsearch lamp
bradsearch check
printf 'name\talias\nJane Lamp\tMarker\n' >people.tsv
mkfifo pipe
(cat people.tsv >pipe) &
bradsearch count --people pipe --by article lamp 2>/dev/null | diff before - && echo "the same answer"
head -c 70000000 /dev/zero | tr '\0' '#' >people.tsv
try bradsearch lamp --people people.tsv
