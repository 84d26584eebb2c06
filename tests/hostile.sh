#!/bin/sh
# Files, names and directories that nobody would make by accident: nothing hangs, crashes,
# is written elsewhere, or reaches a terminal as a command.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${BUILD:-$root/build}" && pwd) || exit
top=$(mktemp -d) || exit
trap 'chmod -R u+rwx "$top" 2>/dev/null; rm -rf "$top"' EXIT
PATH=$build:$PATH LC_ALL=C.UTF-8 HOME=$top/home
export PATH LC_ALL HOME
unset BRADSEARCH_INDEX XDG_DATA_HOME PAGER NO_COLOR
status=0
# What whoever calls has open beside these would count where few files may be.
exec 3<&- 4<&- 5<&- 6<&- 7<&- 8<&- 9<&-
esc=$(printf '\033')

# check NAME: runs the function of that name in an empty directory; it may take 60 s
check() {
	rm -rf "$top/here"
	mkdir "$top/here" && cd "$top/here" || exit
	if "$1" >"$top/out" 2>&1; then
		echo "ok $1"
	else
		echo "not ok $1"
		tail -n 20 "$top/out"
		status=1
	fi
	cd "$top" || exit
}

# What is more than 60 s is a hang; above 2, a crash.
judge() {
	code=$?
	[ $code -le 2 ] || echo "bradsearch $*: status $code"
	[ $code -le 2 ]
}

run() {
	timeout 60 bradsearch "$@" </dev/null
	judge "$@"
}

# run_within LIMITS ...: the same with less of something, for the program alone
run_within() {
	limits=$1
	shift
	timeout 60 sh -c 'ulimit $0 && exec bradsearch "$@"' "$limits" "$@" </dev/null
	judge "$@"
}

# Standard input has no control characters but tabs and line ends (CSV has its own),
# and is UTF-8.
clean() {
	sed 's/\r$//' | tee "$top/seen" | iconv -f UTF-8 -t UTF-8 >/dev/null || return
	! LC_ALL=C tr -d '\t\n' <"$top/seen" | LC_ALL=C grep -q '[[:cntrl:]]' || return
	# Controls of the upper half, in UTF-8.
	! LC_ALL=C grep -q "$(printf '\302[\200-\237]')" "$top/seen"
}

escapes_reach_no_terminal() {
	name="in/red${esc}[31m$(printf '\302\233')31m.txt"
	mkdir in
	printf 'The lamp %s[2J was lit, said Ada%s[31m Marker.\n' "$esc" "$esc" >"$name"
	printf 'a\0b' >"in/bad${esc}[31m.txt"
	printf '{"id":"%s[31m","text":7}\n{"a":"\302\233' "$esc" >"in/lines.jsonl"
	printf 'Ada%s[31m Marker\tAda Marker\tchair%s]0;x\a\n' "$esc" "$esc" >people.tsv
	{
		run index in --index index
		for format in text json csv; do
			run lamp --index index --format $format --people people.tsv
			run speakers --index index --format $format --people people.tsv
		done
		run "lamp${esc}[31m" --index index
		run "\"lamp${esc}[31m" --index index
		run lmap "${esc}[31m" --index index
		run --speaker "Mraker${esc}[31m" --index index
		run show "${esc}[31m" --index index
		run "--${esc}[31m" --index index
		run "${esc}[31m" --index "nowhere${esc}[31m"
		run --from "${esc}[31m" --index index
		run verify "lamp${esc}[31m" --index index
		printf 'x\ty\tz\t%s[31m\n' "$esc" >people.tsv
		run lamp --index index --people people.tsv
		run index --index index "gone${esc}[31m"
		run parse "$name" --format json
		run check --index index
	} 2>&1 | clean
}

names_that_are_not_utf8() {
	mkdir in
	name=$(printf 'in/caf\351.txt')
	printf 'The lamp was lit.\n' >"$name" || return
	run index in --index index && run index "$name" --index index || return
	for format in text json csv; do run lamp --index index --format $format || return; done | clean
}

links_pipes_and_devices_are_passed_over() {
	mkdir -p in/deeper
	printf 'The lamp was lit.\n' >in/a.txt
	ln -s .. in/deeper/loop
	ln -s loop.txt in/loop.txt
	ln -s a.txt in/link.txt
	mkfifo in/pipe.txt
	ln -s /dev/zero in/zero.txt
	run index in --index index 2>said && grep -q '^1 article added' said || return
	# Named, they are read, as far as an article goes.
	run index /dev/zero --max-article-size 1M --index index 2>said
	grep -q 'larger than 1 MB' said || return
	run index in/loop.txt --index index 2>said
	grep -q 'symbolic link' said || return
	(printf 'Another lamp was lit.\n' >in/pipe.txt) &
	run index in/pipe.txt --index index && run lamp --index index | grep -q Another
}

directories_too_deep_for_a_path() {
	mkdir in
	printf 'The lamp was lit.\n' >in/a.txt
	name=$(printf 'd%.0s' $(seq 200))
	(
		cd in || exit
		for i in $(seq 30); do mkdir "$name" && cd -P "$name" || exit; done
		printf 'A deep lamp was lit.\n' >b.txt
	) || return
	run index in --index index 2>said
	grep -q 'too long' said && grep -q '^1 article added' said
	code=$?
	# rm finds its way down, where a path does not.
	rm -rf in
	return $code
}

lines_longer_than_memory() {
	truncate -s 300M long.jsonl
	{
		printf '{"id":"1","text":"The lamp was lit."}\n{"id":"2","text":"'
		head -c 50000000 /dev/zero | tr '\0' x
		printf '"}\n{"id":"3","text":"The last lamp was lit."}\n'
	} >lines.jsonl
	# shellcheck disable=SC3045
	(ulimit -v "${HOSTILE_KILOBYTES:-400000}" 2>/dev/null; run index long.jsonl lines.jsonl \
		--jobs 1 --max-article-size 1M --index index) 2>said
	grep -q 'lines.jsonl:2: a line larger than 1 MB' said || { cat said; return 1; }
	[ "$(run count --by article --format csv lamp --index index 2>/dev/null | grep -c ,1)" = 2 ]
}

marks_without_end() {
	for mark in '"' "'" '“' '(' 'said ' '. ' '1 May ' 'Mr '; do
		yes "$mark" | head -n 100000 | tr -d '\n' >marks.txt
		run parse marks.txt >/dev/null || return
		run index marks.txt --index index || return
	done
}

# Memory goes by the length of their names: 20,000 of them, of which a million were tried once.
files_without_end() {
	mkdir in
	seq 20000 | sed 's|.*|The lamp number & was lit.|' >lines
	(cd in && split -l 1 -a 4 --additional-suffix=.txt ../lines lamp-) || return
	# shellcheck disable=SC3045
	(ulimit -v "${HOSTILE_KILOBYTES:-400000}" 2>/dev/null; run index in --jobs 1 --index index) \
		2>said
	grep -q '^20,000 articles added' said || { cat said; return 1; }
	run index in --index index 2>said
	grep -q '20,000 unchanged' said || { cat said; return 1; }
	run check --index index
}

a_file_that_grows() {
	printf 'The lamp was lit.\n' >grows.txt
	(while [ -e grows.txt ]; do cat seed >>grows.txt; done) 2>/dev/null &
	yes 'The lamp was lit again.' | head -c 100000 >seed
	run index grows.txt --max-article-size 4M --index index
	mv grows.txt grown.txt
	wait
	run check --index index
}

a_directory_that_vanishes() {
	mkdir -p in/1 in/2 in/3
	for i in $(seq 300); do printf 'Lamp %s was lit.\n' "$i" >"in/$((i % 3 + 1))/$i.txt"; done
	(rm -rf in) &
	run index in --index index
	code=$?
	wait
	[ $code -le 2 ] && run check --index index
}

files_are_private() {
	printf 'The lamp was lit.\n' >a.txt
	(
		umask 0
		run index a.txt --index index
		printf 'It was lit again.\n' >>a.txt
		run index a.txt --index index && run compact --index index
	) || return
	[ "$(stat -c %a index)" = 700 ] || return
	[ -z "$(find index -type f ! -perm 600)" ] && [ -z "$(find index -mindepth 1 -type d)" ]
}

nothing_is_written_elsewhere() {
	mkdir -p home outside
	cp "$root"/seeds/*.txt outside
	find . "$top/home" -path ./index -prune -o -type f -print -exec cksum {} + 2>/dev/null |
		sort >"$top/before"
	run index outside --index index && run lamp --index index && run compact --index index &&
		run check --repair --index index && run index --remove outside --index index
	find . "$top/home" -path ./index -prune -o -type f -print -exec cksum {} + 2>/dev/null |
		sort >"$top/after"
	cmp "$top/before" "$top/after"
}

links_in_the_index_are_not_followed() {
	printf 'The lamp was lit.\n' >a.txt
	printf 'precious\n' >victim
	mkdir -m 700 index
	for name in manifest.tmp seg-1-0.cols.tmp seg-1-0.glass.tmp seg-1-0.0.tmp sources.1; do
		ln -s ../victim "index/$name"
	done
	run index a.txt --index index && run lamp --index index || return
	[ "$(cat victim)" = precious ] && [ "$(ls)" = 'a.txt
index
victim' ] || return
	rm index/lock
	ln -s ../victim index/lock
	run index --rebuild a.txt --index index
	[ "$(cat victim)" = precious ]
}

# Whoever makes an index anew beside the old one turns a link to it.  Each run of ours stays
# where it began.
a_link_that_is_turned() {
	for i in 1 2; do
		printf 'The lamp number %s was lit.\n' "$i" >"$i.txt"
		run index "$i.txt" --index "index$i" || return
	done
	ln -s index1 index
	rm index1/lock
	mkfifo pipe
	timeout 60 bradsearch index - --index index <pipe &
	writer=$!
	exec 3>pipe
	for i in $(seq 300); do [ -s index1/lock ] || sleep 0.1; done
	ln -s index2 next && mv -T next index
	printf 'A third lamp was lit.\n' >&3
	exec 3>&-
	wait $writer || return
	[ "$(run lamp --index index1 | grep -c lit)" = 2 ] || return
	[ "$(run lamp --index index2 | grep -c lit)" = 1 ] || return
	run check --index index1 && run check --index index2 || return
	for i in $(seq 300); do
		ln -s index1 next && mv -T next index && ln -s index2 next && mv -T next index
	done &
	turner=$!
	while kill -0 $turner 2>/dev/null; do
		run lamp --index index | grep -q lit || { kill $turner; return 1; }
	done
}

# What is closed or full is told by the status, and no file of the index is taken for a stream.
closed_and_full_streams() {
	printf 'The lamp was lit, said Ada Marker.\n' >a.txt
	timeout 60 bradsearch index a.txt missing.txt --index index <&- >&- 2>&-
	[ $? = 2 ] && run check --index index || return
	for command in lamp speakers 'count --by speaker' timeline check 'parse a.txt'; do
		[ "$command" = 'parse a.txt' ] && command='parse' file=a.txt || file='--index index'
		# shellcheck disable=SC2086
		timeout 60 bradsearch $command $file </dev/null >/dev/full
		[ $? = 2 ] || { echo "$command, full"; return 1; }
		# shellcheck disable=SC2086
		timeout 60 bradsearch $command $file </dev/null >&-
		[ $? = 2 ] || { echo "$command, closed"; return 1; }
	done
}

# Few open files, little memory, short stacks, small files: it works, or tells, and spoils nothing.
little_of_everything() {
	seq 2000 | sed 's|.*|{"id":"&","text":"The lamp number & was lit, said Ada Marker."}|' >in.jsonl
	run index in.jsonl --index index || return
	for limit in '-n 16' '-n 8' '-n 5' '-v 30000' '-s 64' '-f 50'; do
		# What the sanitizers need does not go into so little.
		[ -n "${HOSTILE_KILOBYTES:-}" ] && [ "$limit" != '-n 16' ] && continue
		run_within "$limit" lamp --index index &&
			run_within "$limit" count --by speaker --index index &&
			run_within "$limit" index --rebuild in.jsonl --index index &&
			run_within "$limit" compact --index index || return
		run check --index index || return
		run count --by speaker --format csv --index index >counted
		grep -q '^2000,Ada Marker,' counted || { cat counted; return 1; }
	done
}

# What is found and said does not go by the environment.
any_environment() {
	printf 'The I in lamp was LIT in \304\260zmir, said Ada Marker.\n' >a.txt
	run index a.txt --index index && run 'LIT I' --index index >expected || return
	for locale in C POSIX tr_TR.UTF-8 de_DE.ISO-8859-1 nonsense ''; do
		LC_ALL=$locale LANG=$locale run 'LIT I' --index index | cmp expected - || return
	done
	for zone in : /dev/zero :/dev/zero /etc/passwd UTC+25; do
		TZ=$zone run 'LIT I' --index index | cmp expected - || return
	done
	for columns in 0 -1 1 99999999999999999999 x; do
		COLUMNS=$columns run 'LIT I' --index index | cmp expected - || return
	done
	BRADSEARCH_INDEX=$(printf 'x%.0s' $(seq 5000)) run lamp 2>said
	grep -q 'too long' said
}

for name in escapes_reach_no_terminal names_that_are_not_utf8 \
	links_pipes_and_devices_are_passed_over directories_too_deep_for_a_path \
	lines_longer_than_memory marks_without_end files_without_end a_file_that_grows a_directory_that_vanishes \
	a_link_that_is_turned files_are_private closed_and_full_streams little_of_everything \
	any_environment nothing_is_written_elsewhere links_in_the_index_are_not_followed; do
	check $name
done
exit $status
