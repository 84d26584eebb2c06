# Standing searches: each run tells only what is new since the one before.
try() {
	echo "\$ bradsearch watch $*"
	echo "\$ bradsearch watch $*" >&2
	bradsearch watch "$@"
	echo "status $?"
}
put() {
	printf '{"id":"%s","date":"%s","title":"%s","url":"https://bay.example/%s","text":"%s"}\n' "$@" |
		bradsearch index --input jsonl - 2>/dev/null
}
put a 2023-01-05 'Lamps & <nets>' a '“The lamps are lit at night,” said Ida Marsh, a cook. Nets are dry.'
put b 2023-01-06 Boats b 'Boats leave the town at noon.'
try list
try add lamps lamps
try add 'ida m' --speaker marsh --said direct,mixed
try add old --tell-old boats OR lamps
try add lamps boats
try add
try add broken '(lamps'
try add nothing
try list
echo '--- what would be passed over'
try list lamps
try list --speaker Marsh
try run lamps --said direct
try remove lamps --tell-old
try run --tell-old
try list --format json
try add more nets --ids
echo '---'
try run
try run
put c 2023-02-07 'Late lamps' c '“The lamps went out,” said Ida Marsh, a cook. “It was the wind.”'
try run lamps --format json
try run lamps
try run lamps --format rss
put c 2023-02-07 'Late lamps' c 'New lamps came by boat. “The lamps went out,” said Ida Marsh, a cook. “It was the wind.”'
try run lamps 'ida m' --format rss
put d 2023-02 'No day' d 'The lamps hang in the hall.'
echo '--- what could not be written is told again'
bradsearch watch run lamps >/dev/full
echo "status $?"
try run lamps
echo '--- one after another'
flock .local/share/bradsearch/index sh -c ': >held; sleep 2' &
while ! [ -e held ]; do sleep 0.1; done
try run lamps
wait
echo '--- more than a page, each once'
awk 'BEGIN { for (i = 0; i < 20001; i++) print "Buoy " i " is green." }' >buoys.txt
bradsearch watch add filtered --tell-old buoy --from 1990 --inferred-dates --said direct
try run filtered --format json
bradsearch watch remove filtered
bradsearch watch add buoys --tell-old buoy
bradsearch index buoys.txt 2>/dev/null
bradsearch watch run buoys --format json | grep -c '"type":"hit"'
bradsearch watch run buoys --format json | grep -c '"type":"hit"'
bradsearch watch remove buoys
bradsearch index --rebuild /dev/null >/dev/null 2>&1
try list
stat -c '%a %n' .local/share/bradsearch/index/watches.json*
try run 'ida m' --format json
try remove 'ida m'
try remove zebra
try run zebra
try list
try
printf '{"watches":[1]}' >.local/share/bradsearch/index/watches.json
try run
