# What articles hold never reaches a terminal as a command, nor a spreadsheet as a formula.
bradsearch index "$DATA/hostile.jsonl"
for format in text json csv; do bradsearch lamp --format $format; done
bradsearch show hostile-1
bradsearch parse "$DATA/hostile.jsonl"
bradsearch count --by article
bradsearch count --by source --format csv
for format in text json csv; do bradsearch lamp --format $format; done |
	LC_ALL=C tr -d '\n\r' | LC_ALL=C grep -c '[[:cntrl:]]' || :
