# What is wrong with a command line is said, with what was expected.
try() {
	echo "\$ bradsearch $*" >&2
	bradsearch "$@"
	echo "status $?" >&2
}
try
try ' '
try --speaker ''
try --colour=always boat
try -x boat
try count --sort newest --by year
try --sort newst boat
try --format xml boat
try --from 2023-02-30 boat
try --limit -3 boat
try --limit 4294967296 boat
try --limit
try --any=yes boat
try --index= boat
try boat --input-queries queries.jsonl
try count boat
try count --by speeker boat
try index
try show
try show one two
try parse
try parse --format csv file
try index --frmat text file
try help serch
try help zebra
try help search index
try --min-confidence 0x1 boat
try --min-confidence 1.5 boat
try boat
try count --by year
try speakers
try show one
