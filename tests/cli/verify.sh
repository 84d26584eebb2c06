# Is this what was said?  Every verdict, with the differences and their warnings.
bradsearch index "$DATA/spoken.jsonl" 2>/dev/null
try() {
	echo "\$ bradsearch verify $*"
	echo "\$ bradsearch verify $*" >&2
	bradsearch verify "$@"
	echo "status $?"
}
echo '--- exact'
try 'We will not close the pool'
try 'we will NOT close the pool before the summer of 2024; nobody has asked for that'
try 'never walk away'
try '"I sailed on it, my family did too. We would do so again."' --speaker okafor
try 'It costs 1365 pounds'
echo '--- by whom'
try 'We will not close the pool' --speaker Brandt
try 'We will not close the pool' --speaker Okafor
try 'We will not close the pool' --speaker Okafar
try 'We will not close the pool' --speaker 'council leader'
printf 'Petra Lind\tPetra Lindqvist\tMayor of Marlow Bay\n' >who.tsv
try 'We will not close the pool' --speaker Lind --people who.tsv
try 'We will not close the pool' --speaker mayor --people who.tsv
echo '--- altered'
try 'We will close the pool before the summer of 2024'
try 'We will not close the pool before the summer of 2025'
try 'It costs 1,365 pounds a week, and Harriet Dale pays for it'
try 'The repairs are unaffordable'
try 'The ferry is quite safe, I sailed on it'
echo '--- cut'
try 'We will not close the pool … nobody has asked'
try 'We will ... close the pool'
try 'nobody has asked ... we will not close the pool'
echo '--- not in quotation marks'
try 'the water was colder than ever'
try 'the roof of the hall leaks'
try 'never walk away from the swimmers'
echo '--- not found'
try 'The library has a garden where the ferry is'
try 'Zeppelins are lovely'
echo '--- input and forms'
echo 'The ferry is safe' | bradsearch verify -
echo "status $?"
try --format json 'We will close the pool before the summer of 2024' --speaker Lindqvist
try --format json 'Zeppelins are lovely'
try --format csv 'Zeppelins are lovely'
try
try '...'
printf '\377' | bradsearch verify -
echo "status $?"
mkdir nothing
bradsearch index --index empty nothing 2>/dev/null
bradsearch verify --index empty 'Zeppelins are lovely'
echo "status $?"
