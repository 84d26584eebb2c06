# The same statement in several articles is shown once, and with --all each time.
cat >news.jsonl <<'END'
{"id":"agency","date":"2021-02-03","source":"Coast Wire","text":"WEST QUAY (Coast Wire) - The harbour board has refused to lower the mooring fees for trawlers. “We cannot spare a penny of these fees,” said Ida Marsh, the chair of the board. Not one."}
{"id":"herald","date":"2021-02-04","source":"Quay Herald","text":"The harbour board has refused to lower mooring fees for trawlers on Wednesday. “We cannot spare a penny of these fees,” said Ida Marsh, the chair of the board. Not one."}
{"id":"echo","date":"2021-02-05","source":"Bay Echo","text":"The harbour board has refused to lower the mooring fees for trawlers. “We can spare a penny of these fees,” said Ida Marsh, the chair of the board. Not one."}
{"id":"later","date":"2022-07-01","source":"Bay Echo","text":"The harbour board has refused to lower the mooring fees for ferries. Not one of the 3 skippers agreed. Fees rose again."}
END
bradsearch index news.jsonl 2>/dev/null
set -x
bradsearch mooring
bradsearch mooring --sort oldest --limit 1
bradsearch mooring --offset 1
bradsearch mooring --all
bradsearch mooring --ids --limit 1
bradsearch penny
bradsearch '"not one"' --sort oldest
bradsearch mooring --from 2022
bradsearch mooring --in article --limit 1
bradsearch --format csv penny
bradsearch --format csv --all penny
bradsearch --format json mooring --limit 1
bradsearch --format json mooring --limit 1 --all
bradsearch count mooring --by source
echo '{"id":"q1","query":"mooring"}' >queries.jsonl
bradsearch --input-queries queries.jsonl --format csv
bradsearch --input-queries queries.jsonl --format csv --fold
bradsearch mooring --fold --all; echo "status $?"
set +x
id=$(bradsearch --format json trawlers --sort oldest --limit 1 | sed -n 's/.*"sentence":"\([^"]*\)","start.*/\1/p')
set -x
bradsearch like "$id"
bradsearch like "$id" --ids --limit 1
bradsearch show "$id" --context 0 --ids
bradsearch verify 'cannot spare a penny' --ids
bradsearch like "$id" --limit 1 --format csv
bradsearch like "$id" --from 2023; echo "status $?"
bradsearch like "$id" --format json --limit 1
bradsearch like 'agency#00000000'; echo "status $?"
echo '--- other versions of a statement'
cat >versions.jsonl <<'END'
{"id":"v1","date":"2023-05-02","text":"“The railway will not close 12 of its halts,” said Nora Quist."}
{"id":"v2","date":"2023-05-04","text":"“The railway will not close 120 of its halts,” said Nora Quist."}
{"id":"v3","date":"2023-05-03","text":"“The railway will close 12 of its halts,” said Nora Quist."}
END
bradsearch index versions.jsonl 2>/dev/null
id='v1#12de1955'
bradsearch like --changes "$id"; echo "status $?"
bradsearch like --changes "$id" --offset 1 --format json; echo "status $?"
bradsearch like --changes "$id" --format csv; echo "status $?"
bradsearch like --changes "$id" --speaker Quist; echo "status $?"
bradsearch verify 'The railway will close 12 of its halts'; echo "status $?"
bradsearch verify 'The railway will close 12 of its halts' --format json
bradsearch like agency; echo "status $?"
bradsearch like; echo "status $?"
