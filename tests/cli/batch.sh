# Many quotations at once: a CSV file in, the same rows with what was found out.
bradsearch index "$DATA/spoken.jsonl" 2>/dev/null
try() {
	echo "\$ bradsearch verify $*"
	echo "\$ bradsearch verify $*" >&2
	bradsearch verify "$@" | tr -d '\r'
	bradsearch verify "$@" >/dev/null 2>&1
	echo "status $?"
}
cat >all.csv <<'END'
Page,Quotation,note,Speaker
3,We will not close the pool,"first, ""good""",
4,We will not close the pool,,Okafor
5,"We will close the pool
before the summer of 2024",=1+2,Lindqvist

6,We will ... close the pool,-x
7,Zeppelins are lovely,
8,The library has a garden where the ferry is,,
9,the water was colder than ever,@x,Brandt
END
try --batch all.csv
try --format json --batch all.csv
echo '--- without a header; all exact; a byte order mark; line ends of both kinds'
printf '\357\273\277"The ferry is safe"\r\n"It costs 1365 pounds"\n' >exact.csv
try --batch exact.csv
printf 'The ferry is safe,Okafor,x\n' >three.csv
try --batch three.csv --format json
echo '--- the speaker of the option is that of rows without one'
printf 'quotation,speaker\nWe will not close the pool,\nWe will not close the pool,Brandt\n' >by.csv
try --batch by.csv --speaker okafor
echo '--- bad rows are told, and the others answered'
printf 'quotation,speaker\n"The ferry" is safe,\n,Brandt\nThe ferry is safe,Okafor,more\n"\377 boats"\n...\nThe ferry is safe\n"The ferry\nis safe' >bad.csv
try --batch bad.csv
printf 'quotation\nThe \0ferry\nThe ferry is safe\n' >nul.csv
try --batch nul.csv
echo '--- input'
echo '$ bradsearch verify --batch -'
bradsearch verify --batch - <exact.csv | tr -d '\r'
: >empty.csv
try --batch empty.csv
try --batch none.csv
try --batch exact.csv also
try
head -c 1100000 /dev/zero | tr '\0' x >long.csv
printf '\nThe ferry is safe\n' >>long.csv
try --batch long.csv
