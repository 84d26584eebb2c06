# Sentences by the days that they speak of, and articles by the days that they may be of.
bradsearch index "$DATA/years.jsonl" 2>/dev/null
try() {
	echo "\$ bradsearch $*"
	echo "\$ bradsearch $*" >&2
	bradsearch "$@"
	echo "status $?"
}
try --mentions 2018
try --mentions 2016..2018 mill
try --mentions 2021-04-28
try --mentions 2021-04.. --sort oldest
try --mentions ..2014
try --mentions 1995
try --mentions 1990..1999
try --mentions 2018 --speaker Tilling
try --mentions 2018 --in article boiler Tilling
try --mentions 2017 mill
try --mentions ..
try --mentions ''
try --mentions 2019..2018
try --mentions 2018...2019
try --mentions 2018-13..
try --mentions 2020..today mill
try --mentions soon
try --from 2018..2019 mill
try --from last-week..
try --to yesterday mill --limit 1
echo '--- a row has as many sentences as its year finds'
bradsearch count --by mentioned-year
bradsearch count --by mentioned-year --speaker Tilling --format json
bradsearch count --by mentioned-year --format csv
bradsearch count --by mentioned-year 2>/dev/null | while read -r year count; do
	[ "$year" = none ] || echo "$year $count" \
		"$(bradsearch --mentions "$year" --format json | sed -n 's/.*"total":\([0-9]*\),.*/\1/p')"
done
echo '--- an article without a date'
try --from 2022 mill
try --from 2022 --inferred-dates mill
try --to 2020 --inferred-dates mill
try --from 2020 --inferred-dates mill --format json
try --from 2020 --inferred-dates mill --format csv
try --inferred-dates bell
try count --by year --inferred-dates --format csv
try --inferred-dates date:2021 mill
try count --by year --inferred-dates --from 2020
try count --by month mill
try date:unknown mentions:2019
try 'mentions:2018 date:2019'
try -- -mentions:2018 date:2019 mill
