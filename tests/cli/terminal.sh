# What stands on a terminal: colours, lines of its width, a pager, bars.
cp -r "$DATA/articles" "$DATA/wire.jsonl" "$DATA/hostile.jsonl" .
bradsearch index . 2>/dev/null
on_terminal() {
	echo "\$ $*"
	TERM=xterm PAGER=cat script -qec "stty cols 60; $*" /dev/null | tr -d '\r' | sed 's/\x1b/ESC/g'
}
on_terminal 'bradsearch fishing --context 1'
on_terminal 'bradsearch lamp'
on_terminal 'NO_COLOR=1 bradsearch wall --limit 1'
on_terminal 'TERM=dumb PAGER="sed s/^/paged:/" bradsearch wall --limit 1'
on_terminal 'PAGER="sed s/^/paged:/" bradsearch wall --limit 1'
on_terminal 'PAGER="sed s/^/paged:/" bradsearch wall --limit 1 --no-pager'
on_terminal 'PAGER="head -n 1" bradsearch show harbour.txt; echo status $?'
on_terminal 'PAGER=/no/such/pager bradsearch show harbour.txt 2>err; echo status $?; grep bradsearch err'
on_terminal 'bradsearch wall 2>/dev/null | cat'
on_terminal 'bradsearch count --by speaker'
on_terminal 'bradsearch count --by article'
on_terminal 'bradsearch count --by role'
on_terminal 'bradsearch count --by role --rate --at-least 1'
on_terminal 'bradsearch count --by speaker,month'
on_terminal 'bradsearch count --by month,source'
on_terminal 'LC_ALL=C bradsearch count --by role'
on_terminal 'bradsearch speakers'
on_terminal 'bradsearch --first-per-speaker --ids boat --limit 2'
on_terminal 'bradsearch show harbour.txt'
on_terminal 'bradsearch show wire-2 --format json'
