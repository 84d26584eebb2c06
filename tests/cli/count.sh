# Counts by each field, with filters, in each form; and who is quoted.
bradsearch index "$DATA/articles" "$DATA/wire.jsonl" 2>/dev/null
for field in speaker role year month source article; do
	echo "--- $field"
	bradsearch count --by $field
done
echo '--- filters'
bradsearch count --by year boat
bradsearch count --by year --speaker Oakes --from 2023
bradsearch count --by speaker zeppelin
echo "status $?"
bradsearch count --by speaker boat --format json
bradsearch count --by speaker boat --format csv
echo '--- speakers'
bradsearch speakers
bradsearch speakers margaret oakes --format json
bradsearch speakers bright --format csv
bradsearch speakers zeppelin
echo "status $?"
echo '--- rates and pairs'
bradsearch count --by speaker boat --rate
bradsearch count --by speaker boat --rate --at-least 0
bradsearch count --by speaker boat --rate --format csv
bradsearch count --by speaker boat --at-least 2 --format json
bradsearch count --by speaker,month boat --rate
bradsearch count --by week,source boat
bradsearch count --by source,year boat --format csv
bradsearch count --by source,year boat --format json
bradsearch count --by source,year,month boat; echo "status $?"
bradsearch count --by year,year boat; echo "status $?"
