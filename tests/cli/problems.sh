# One bad line or file is named; all else is indexed, and the status tells.
mkdir in
cp "$DATA/broken.jsonl" in
printf 'A line.\0And a NUL.\n' >in/binary.txt
printf 'Salt is sold here.\n' >in/good.txt
bradsearch index in missing.txt
echo "status $?"
bradsearch count --by article
bradsearch index --index none missing.txt missing
echo "status $?"
[ -e none ] && echo "an index was made"
bradsearch parse in/broken.jsonl missing.txt in/good.txt --format json |
	sed "s/,\"title.*//"
bradsearch parse in/broken.jsonl >/dev/null
echo "status $?"
printf '%s\n' '{"id":"q1","query":"fair"}' 'fair' '' '{"query":"fair"}' '{"id":"q2"}' '["q3"]' \
	'{"id":"q4","query":"\"fair"}' '{"id":5,"query":"zeppelin"}' '{"id":7,"query":" "}' '{"id":"q6","query":"salt"}' >queries
bradsearch --input-queries queries
echo "status $?"
bradsearch --input-queries queries --from 2000 2>&1 | grep -A 2 '^7:'
printf '%s\n' '{"id":1,"query":""}' '{"id":2,"query":"fair"}' >queries
bradsearch --input-queries queries
echo "status $?"
printf '%s\n' '{"id":1,"query":""}' >queries
bradsearch --input-queries queries
echo "status $?"
bradsearch --input-queries missing.jsonl
echo "status $?"
bradsearch --input-queries "$DATA/queries.jsonl" --format json
echo "status $?"
bradsearch fair --index "$PWD/in"
echo "status $?"
