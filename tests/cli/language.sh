# Fields, stars, distances, articles and single marks; what is said of mistakes in them; --explain.
bradsearch index "$SEEDS" 2>/dev/null
try() {
	echo "\$ bradsearch $*"
	echo "\$ bradsearch $*" >&2
	bradsearch "$@"
	echo "status $?"
}
try --explain --limit 2 'speaker:Pell bridge OR librar* date:2022..2023-03'
try --explain --limit 1 "'social workers' -article:(bridge)"
try --explain --limit 1 --speaker Hinchcliffe --from 2023 -- -children
try --explain --limit 1 --any --in article 'bridge "town council"~9'
try count --explain --by year 'said:direct -role:leader'
try --format json --limit 1 'speaker:Pell,Ashgrove -bridge'
try speaker:Hinchclife children
try 'speeker:Pell bridge'
try 'bridge OR speaker:Pell'
try '(bridge speaker:Pell)'
try date:2021-13
try 'bridge date:'
try '"a bridge"~x'
try 'br*dge'
try --plain-words --limit 1 'speaker:Pell bridge*'
echo '--- of a long query, the part around the error' >&2
long=$(printf '%040d' 0 | sed 's/0/bridge /g')
bradsearch "$long(town $long"
bradsearch "(town $long"
bradsearch "$long)"
echo "status $?"
