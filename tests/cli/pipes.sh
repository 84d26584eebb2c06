# A reader that goes away is no problem; a full disk is one.
bradsearch index "$DATA/articles" "$DATA/wire.jsonl" 2>/dev/null
i=0
while [ $i -lt 2000 ]; do
	cat "$DATA/wire.jsonl"
	i=$((i + 1))
done >many.jsonl
{ bradsearch parse --format json many.jsonl; echo "status $?" >&2; } | head -1 | cut -c1-50
{ bradsearch --help; echo "status $?" >&2; } | :
bradsearch boat >/dev/full
echo "status $?"
bradsearch --help >/dev/full
echo "status $?"
bradsearch boat >&-
echo "status $?"
bradsearch index --input jsonl - <"$DATA/wire.jsonl"
echo '{"id":"q1","query":"boat"}' | bradsearch --input-queries - --limit 1
