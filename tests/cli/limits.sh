# Files and lines that are larger than is wanted are named and passed over; all else is taken.
mkdir in
printf 'The lamp was lit at nine.\n' >in/small.txt
for i in 1 2 3 4 5 6 7 8 9; do printf 'The lamp was lit at nine again.\n'; done >in/large.txt
printf '%s\n' '{"id":"short","text":"A lamp was lit."}' \
	'{"id":"long","text":"A lamp was lit, and then there was another, and another, and then one more."}' \
	'{"id":"last","text":"No lamp was lit."}' >in/lines.jsonl
bradsearch index --max-article-size 64 in
echo "status $?"
bradsearch count --by article lamp
bradsearch index --max-article-size 1K in
bradsearch count --by article lamp
bradsearch parse --max-article-size 64 in/large.txt in/small.txt >parsed
echo "status $?, $(grep -c lamp parsed) parsed"
for size in 0 -1 64X 2G 1.5M '' 99999999999999999999G; do
	bradsearch index --max-article-size "$size" in
	echo "status $?"
done
