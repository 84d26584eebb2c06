# A manifest that is damaged, is no file or is gone is made again from the pieces that are there.
# Whatever waits for a pipe is ended.
bradsearch() { timeout 60 bradsearch "$@"; }
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
	bradsearch lamp
	echo "status $?"
	bradsearch check
	echo "status $?"
	bradsearch check --repair
	echo "status $?"
	bradsearch check --repair --drop-damaged
	echo "status $?"
	bradsearch count --by article lamp 2>/dev/null | diff before - && echo "the same answer"
done
# A bit of it is turned back.
sed -i 's/"english"/"dnglish"/' "$manifest"
bradsearch lamp
echo "status $?"
bradsearch check
echo "status $?"
bradsearch check --repair
echo "status $?"
bradsearch count --by article lamp 2>/dev/null | diff before - && echo "the same answer"
# Nothing else that stands in the place of a file is waited for either.
for files in 'seg-*.glass' 'sources.*'; do
	file=$(ls .local/share/bradsearch/index/$files)
	rm "$file"
	mkfifo "$file"
	bradsearch check --repair >/dev/null
	echo "status $?"
	bradsearch count --by article lamp 2>/dev/null | diff before - && echo "the same answer"
done
mkfifo .local/share/bradsearch/index/people.tsv
bradsearch lamp
echo "status $?"
bradsearch check
printf 'name\talias\nJane Lamp\tMarker\n' >people.tsv
mkfifo pipe
(cat people.tsv >pipe) &
bradsearch count --people pipe --by article lamp 2>/dev/null | diff before - && echo "the same answer"
head -c 70000000 /dev/zero | tr '\0' '#' >people.tsv
bradsearch lamp --people people.tsv
echo "status $?"
