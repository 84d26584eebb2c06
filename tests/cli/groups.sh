# Who said it first, last and first of each; the best of each article or
# speaker; and facets beside a search.
bradsearch index "$DATA/articles" "$DATA/wire.jsonl" "$SEEDS" 2>/dev/null
run() {
	echo "\$ bradsearch $*"
	bradsearch "$@" 2>&1
	echo "status $?"
}
run --first bridge
run --first bridge --format json
run --last bridge
run --last wall --context 1
run --first wall --from 2023-03 --to 2023-03
run --first-per-speaker bridge
run --first-per-speaker bridge --limit 1 --offset 1 --format csv
run --first zeppelin
run --first commissioner --speaker Oakes
run --group article bridge --limit 2
run --group speaker bridge --limit 2
run --group speaker bridge --limit 1 --format json
run --group article bridge --limit 1 --format csv
echo '--- facets'
run bridge --limit 1 --facets speaker,month,source
run bridge --speaker Whitlow --from 2023-03 --limit 1 --facets speaker,month
run 'bridge speaker:Whitlow date:2023-03' --limit 1 --facets speaker,month --format json
run zeppelin --facets role
echo '--- several queries'
printf '%s\n' '{"id":1,"query":"bridge"}' '{"id":2,"query":"zeppelin"}' >queries
run --input-queries queries --first --facets speaker --format json
run --input-queries queries --first --facets speaker
echo '--- what does not go together'
run --first --last bridge
run --first --group article bridge
run --first --sort newest bridge
run --first --inferred-dates --from 2022 bridge
run --last --in article bridge
run --group article --in article bridge
run --facets speaker --format csv bridge
run --facets speaker --in article bridge
run --first-per-speaker --context 1 bridge
echo '--- what is said of it'
run --first-per-speaker --explain --limit 1 bridge
