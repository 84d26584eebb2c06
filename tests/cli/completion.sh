# What a shell completes.  bash's function is called as bash calls it; the other scripts are read by their shells where they are.
bradsearch index "$DATA/lamps.jsonl" "$DATA/wire.jsonl" 2>/dev/null
cat >more.jsonl <<'END'
{"id":"o","text":"“It rains in the town,” said Mary O’Neill, a clerk."}
{"id":"p","text":"“It pours in the town,” said Sean O'Casey, a sailor."}
END
bradsearch index more.jsonl 2>/dev/null
mkdir lamps
words() {
	echo "\$ bradsearch completion words -- $*"
	bradsearch completion words -- "$@"
	echo "status $?"
}
words sh
words ''
words --sp
words count --b
words count --by s
words count --by speaker,mo
words --said direct,in
words cite --format ''
words --format=c
words --format = j
words --speaker Ma
words --speaker doyle
words --speaker ''
words --speaker=H
words speakers Holt,
words speakers O
words speakers "o'"
words verify --batch x
words --index l
words index l
words help c
words completion z
words boat --f
words -- --f
words --sort
words --nosuch x
words --index /nowhere --speaker ''
words
bradsearch completion bash >bradsearch.bash
bradsearch completion zsh
bradsearch completion fish
cat bradsearch.bash
cat >try.bash <<'END'
. ./bradsearch.bash
try() {
	COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
	_bradsearch
	printf '%s:' "${COMP_WORDS[@]}"
	printf ' [%s]' "${COMPREPLY[@]}"
	echo
}
try bradsearch spe
try bradsearch --speaker Mar
try bradsearch --speaker '"Marc D'
try bradsearch --speaker 'Marc\ D'
try bradsearch --speaker '"O'"'"'N'
try bradsearch --speaker 'O\'"'"'C'
try bradsearch --format = j
try bradsearch --format = =
try bradsearch index more
try bradsearch --index lam
try bradsearch zzz
complete -p bradsearch
END
bash try.bash
for shell in zsh fish; do
	bradsearch completion $shell >script
	! command -v $shell >/dev/null || $shell -n script || echo "$shell cannot read its script"
done
bradsearch completion
echo "status $?"
bradsearch completion tcsh
echo "status $?"
