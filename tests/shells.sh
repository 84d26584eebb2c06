#!/bin/sh
# Types into each shell that is here, and looks at what its completion makes of that.
#
# bash and zsh run on a terminal of their own, with a Tab behind what is typed and a key that
# prints the line as it is then.  fish is asked for what it would offer.  A shell, or the
# script(1) that gives it a terminal, that is not here is passed over, which is said.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${BUILD:-$root/build}" && pwd) || exit
top=$(mktemp -d) || exit
trap 'rm -rf "$top"' EXIT
cd "$top" || exit
PATH=$build:$PATH LC_ALL=C.UTF-8 TERM=xterm HOME=$top ZDOTDIR=$top
export PATH LC_ALL TERM HOME ZDOTDIR
unset BRADSEARCH_INDEX XDG_DATA_HOME
status=0

# What is typed; what bash and zsh have on the line then; what fish offers.
cases() {
	cat <<'END'
bradsearch spe|bradsearch speakers |speakers
bradsearch --spe|bradsearch --speaker |--speaker
bradsearch --format=j|bradsearch --format=json |--format=json
bradsearch count --by speaker,mo|bradsearch count --by speaker,month |speaker,month
bradsearch --speaker mar|bradsearch --speaker Mary\ O’Neill |Mary O’Neill
bradsearch --speaker "Mar|bradsearch --speaker "Mary O’Neill" |Mary O’Neill
bradsearch --speaker 'Ann H|bradsearch --speaker 'Ann Holt' |Ann Holt
bradsearch --speaker Ann\ H|bradsearch --speaker Ann\ Holt |Ann Holt
bradsearch --speaker O\'C|bradsearch --speaker O\'Casey |O'Casey
bradsearch --speaker "O'C|bradsearch --speaker "O'Casey" |O'Casey
bradsearch --speaker=Ho|bradsearch --speaker=Holt |--speaker=Holt
bradsearch "sea wall" --speaker Ho|bradsearch "sea wall" --speaker Holt |Holt
bradsearch speakers Ho|bradsearch speakers Holt |Holt
bradsearch index a\ f|bradsearch index a\ file.txt |a file.txt
bradsearch --people=a\ f|bradsearch --people=a\ file.txt |--people=a file.txt
bradsearch --index a|bradsearch --index a\ dir/|a dir/
bradsearch cite --format csl|bradsearch cite --format csl-json |csl-json
bradsearch zzz|bradsearch zzz|
END
}

# judge SHELL FIELD: compares the lines of `got` with a field of the cases
judge() {
	cases | cut -d '|' -f "$2" >wanted
	if cmp -s wanted got; then
		echo "ok $1"
	else
		echo "not ok $1"
		diff wanted got
		status=1
	fi
}

# type_into COMMAND: what is on the line of a shell after each case
type_into() {
	{
		sleep 1
		cases | cut -d '|' -f 1 | while IFS= read -r typed; do
			printf '%s\t\030\030' "$typed"
		done
		printf 'exit\n'
	} | script -qec "$1" /dev/null | tr -d '\r' | sed -n 's/^<\(.*\)>$/\1/p' >got
}

# is_here SHELL: 0 if it can be tried
is_here() {
	for program in "$@"; do
		command -v "$program" >/dev/null && continue
		echo "ok $1 # passed over: $program is not installed"
		return 1
	done
}

try_bash() {
	cat >.bashrc <<'END'
. ./script
PS1=
bind 'set bell-style none'
show() { printf '\n<%s>\n' "$READLINE_LINE"; READLINE_LINE= READLINE_POINT=0; }
bind -x '"\C-x\C-x": show'
END
	bradsearch completion bash >script
	type_into 'bash --noprofile --rcfile .bashrc -i'
	judge bash 2
}

# try_zsh NAME LINE: with this line to get the script
try_zsh() {
	cat >.zshrc <<END
unsetopt beep prompt_sp
PROMPT=
fpath=(\$PWD/functions \$fpath)
autoload -Uz compinit
compinit -u -D
$2
show() { print -r -- \$'\\n'"<\$BUFFER>"; BUFFER=; }
zle -N show
bindkey '^X^X' show
bindkey '^I' complete-word
END
	type_into 'zsh -i'
	judge "$1" 2
}

# Each has one candidate, before a tab and what that means.
try_fish() {
	bradsearch completion fish >script
	cat >ask.fish <<'END'
source script
while read -l typed
	set -l found (complete -C "$typed")
	string replace -r '\t.*' '' -- "$found"
end
END
	cases | cut -d '|' -f 1 | fish --no-config ask.fish >got
	judge fish 3
}

cat >quoted.jsonl <<'END'
{"id":"o","text":"“It rains in the town,” said Mary O’Neill, a clerk."}
{"id":"p","text":"“It pours in the town,” said Sean O'Casey, a sailor."}
{"id":"q","text":"“It snows in the town,” said Ann Holt, a clerk."}
END
bradsearch index quoted.jsonl 2>/dev/null
mkdir 'a dir' functions
: >'a file.txt'
if is_here bash script; then try_bash; fi
if is_here zsh script; then
	bradsearch completion zsh >functions/_bradsearch
	try_zsh zsh :
	rm functions/_bradsearch
	try_zsh 'zsh, sourced' 'source <(bradsearch completion zsh)'
fi
if is_here fish; then try_fish; fi
exit $status
