# The same answers as JSON, CSV and coloured text.
bradsearch index "$DATA/articles" "$DATA/wire.jsonl" 2>/dev/null
bradsearch --format json museum --limit 1 --context 1
bradsearch --format json --speaker Bright
bradsearch --format json zeppelin --from 2023
echo "status $?"
bradsearch --format csv museum --context 1
bradsearch --format csv --speaker Bright
bradsearch --format csv zeppelin
echo "status $?"
bradsearch --color always wall --limit 1 | sed 's/\x1b/ESC/g'
NO_COLOR=1 bradsearch --color always wall --limit 1 2>/dev/null | grep -c '1;31m'
