# An index is looked through; what is damaged is named, and made again where it can be.
bradsearch check
echo "status $?"
bradsearch index "$DATA/articles" "$DATA/lamps.jsonl"
bradsearch check
echo "status $?"
index=.local/share/bradsearch/index
touch "$index/seg-9-0.cols.tmp"
bradsearch check
echo "status $?"
bradsearch check --repair
echo "status $?"
# Who said what is made again from the articles; --verify sees what a question would not.
bradsearch count --by article --verify lamp
printf X | dd of="$(ls "$index"/seg-*.glass)" bs=1 seek=9000 conv=notrunc 2>/dev/null
bradsearch check
echo "status $?"
bradsearch count --by article lamp >before
bradsearch count --by article --verify lamp
echo "status $?"
bradsearch check --repair
echo "status $?"
bradsearch check
bradsearch count --by article lamp 2>/dev/null | diff before - && echo "the same answer"
# So it is when the postings are cut off in the middle.
glass=$(ls "$index"/seg-*.glass)
head -c 5000 "$glass" >half && cp half "$glass"
bradsearch lamp
bradsearch check --repair | sed 's/[0-9.]* MB/N MB/'
bradsearch count --by article lamp 2>/dev/null | diff before - && echo "the same answer"
# What they are made from is not.
columns=$(ls "$index"/seg-*.cols)
head -c 5000 "$columns" >half && cp half "$columns"
bradsearch lamp
bradsearch check --repair | sed 's/[0-9.]* MB/N MB/'
bradsearch check --repair --drop-damaged | sed 's/[0-9.]* MB/N MB/'
bradsearch check
bradsearch index "$DATA/articles" "$DATA/lamps.jsonl"
bradsearch count --by article lamp 2>/dev/null | diff before - && echo "the same answer"
# For programs; and a people file that no search can use.
bradsearch check --format json | sed 's/"bytes":[0-9]*/"bytes":N/'
printf 'name\nJane Lamp\nJane Lamp\textra\tcells\tby\tthe\tdozen\n' >"$index/people.tsv"
bradsearch check
echo "status $?"
bradsearch check --repair --format json >report
echo "status $?"
sed 's/"bytes":[0-9]*/"bytes":N/' report
bradsearch lamp
rm "$index/people.tsv"
touch "$index/seg-9-0.cols.tmp"
bradsearch check --format json | sed 's/"bytes":[0-9]*/"bytes":N/'
bradsearch check --repair --format json | sed 's/"bytes":[0-9]*/"bytes":N/'
bradsearch check --format csv
bradsearch check --drop-damaged
bradsearch check it
bradsearch check --index nowhere
echo "status $?"
