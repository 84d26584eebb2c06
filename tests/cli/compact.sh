# Many runs leave pieces; compact makes one of them, and searches find the same.
for i in 1 2 3; do
	echo "{\"id\":\"a$i\",\"text\":\"The ferry number $i is late, said Ann Bell.\"}" |
		bradsearch index --index ix --input jsonl -
done 2>/dev/null
echo '{"id":"b","text":"The ferry will come."}' | bradsearch index --index ix --input jsonl - 2>/dev/null
bradsearch index --index ix --remove a3 2>/dev/null
bradsearch --index ix ferry | sort >before
bradsearch compact --index ix
bradsearch --index ix ferry | sort | cmp - before && echo "the same is found"
ls ix | grep -c glass
ls ix | grep -c dead
bradsearch compact --index ix
bradsearch compact --index nowhere
bradsearch compact --index ix word

# Xapian's own tools can read a segment.
if command -v xapian-check >/dev/null && command -v xapian-delve >/dev/null; then
	xapian-check ix/*.glass 2>&1 | tail -1
	xapian-delve ix/*.glass | sed -n 's/^number of documents = //p'
else
	printf 'No errors found\n3\n'
fi
