# Sentences over time: as a plot, as rows, and as a picture.
bradsearch index "$DATA/articles" "$DATA/wire.jsonl" "$SEEDS" 2>/dev/null
run() {
	echo "\$ bradsearch timeline $*"
	bradsearch timeline "$@" 2>&1
	echo "status $?"
}
on_terminal() {
	echo "\$ $*"
	TERM=xterm PAGER=cat script -qec "stty cols 60; $*" /dev/null | tr -d '\r' | sed 's/\x1b/ESC/g'
}
run bridge
run boat --by month
run boat --by week --format csv
run boat --by month --format json
run --speaker Whitlow --by month --rate
run zeppelin --by day
run bridge --explain --from 2023
echo '--- on a terminal'
on_terminal 'bradsearch timeline --by month'
on_terminal 'LC_ALL=C bradsearch timeline --by month --speaker Oakes'
on_terminal 'TERM=dumb bradsearch timeline --by week'
on_terminal 'bradsearch timeline --by day'
on_terminal 'bradsearch timeline --by month --rate boat'
on_terminal 'bradsearch timeline zeppelin'
on_terminal 'bradsearch timeline --by year --explain boat'
echo '--- a picture'
run --by month --svg -
run 'boat OR "<a> & b"' --by week --svg boat.svg --speaker 'Low<ry'
run boat --by week --svg boat.svg --speaker Lowry
grep -c '<rect class="bar"' boat.svg
run 'boat OR "<i>"' --any --svg boat.svg
sed -n '/<title id/p' boat.svg
run zeppelin --svg -
echo '--- what does not go'
run boat --by speaker
run boat --svg boat.svg --format csv
run boat --svg no/such/dir.svg
run boat --svg boat.svg --explain
