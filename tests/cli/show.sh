# Articles with what was found in them, from the index and from files.
bradsearch index "$DATA/articles" "$DATA/wire.jsonl" 2>/dev/null
bradsearch show harbour.txt
bradsearch show wire-2
bradsearch show --explain harbour.txt
printf 'Ann Holt spoke.\n\nShe said: “It is late.\n\n“It is cold.”\n\n“Why?” they asked. “Never mind.”\n\nThe report said that the lamp was lit.\n' |
	bradsearch parse --explain -
bradsearch show --format json wire-2 >show.json
bradsearch parse --format json "$DATA/wire.jsonl" | sed -n 2p >parse.json
sed 's/"index":"[^"]*","revision":1,//' show.json | diff parse.json - && echo 'parse prints the same'
for id in 'wire-1#a71755e5' 'wire-1#ba703a43' 'wire-1#a71755e6' 'wire-9#a71755e5' 'wire-1#A71755E5' '#a71755e5'; do
	bradsearch show "$id"
	echo "status $?"
done
bradsearch show --format json 'wire-2#96607ddf' | grep -o '"marked":{[^}]*}'
bradsearch show --context 1 'wire-1#a71755e5'
bradsearch show --context 0 --format json 'wire-1#a71755e5'
bradsearch show --context 0 --explain 'wire-1#a71755e5'
bradsearch show --context 1 wire-1
echo "status $?"
printf '{"id":"wire-1","text":"The ferry is gone."}' | bradsearch index --input jsonl - 2>/dev/null
bradsearch show 'wire-1#a71755e5'
echo "status $?"
bradsearch show .txt
echo "status $?"
bradsearch show zeppelin
echo "status $?"
bradsearch parse "$DATA/articles/library.txt" "$DATA/articles/undated.txt"
bradsearch parse --format json - <"$DATA/articles/undated.txt"
