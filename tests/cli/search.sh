# Words, phrases, speakers, days, orders and ranges; the first word as a command.
bradsearch index "$DATA/articles" "$DATA/wire.jsonl"
try() {
	echo "\$ bradsearch $*"
	echo "\$ bradsearch $*" >&2
	bradsearch "$@"
	echo "status $?"
}
try boat
try 'fishing boats'
try '"fishing boats"'
try '"boats fishing"'
try fishing museum --any
try --speaker Oakes
try --speaker Oakes wall
try boat --from 2023
try boat --to 2022
try --from 2023-04 --to 2023-04-02
try --from 2024 --to 2022
try --speaker Oakes --sort oldest --limit 1
try --speaker Oakes --sort newest --offset 1 --limit 1
try moorings --context 1
try 'families november' --in article
try cafe
try --speaker Bright
try search index
try zeppelin
try serch zeppelin
try cuont --any zeppelin
try --speaker Okes
try '"open'
try -- --any
try --plain-words '"boats fishing"'
