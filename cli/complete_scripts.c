/* The scripts: each asks us, and offers what we answer in its shell's way. */
#include "complete.h"

#include <string.h>

static const char bash[] =
	"# bash completion for bradsearch; see bradsearch(1)\n"
	"_bradsearch()\n"
	"{\n"
	"\tlocal kind= line word cur=${COMP_WORDS[COMP_CWORD]}\n"
	"\tlocal -a words=()\n"
	"\tfor word in \"${COMP_WORDS[@]:1:COMP_CWORD}\"; do\n"
	"\t\tword=${word#[\\\"\\']}\n"
	"\t\twords+=(\"${word//\\\\/}\")\n"
	"\tdone\n"
	"\tCOMPREPLY=()\n"
	"\twhile IFS= read -r line; do\n"
	"\t\tif [[ -z $kind ]]; then kind=$line; else COMPREPLY+=(\"${line%%$'\\t'*}\"); fi\n"
	"\tdone < <(bradsearch completion words -- \"${words[@]}\" 2>/dev/null)\n"
	"\t[[ $cur != = ]] || cur=\n"
	"\tcase $kind in\n"
	"\tfiles) mapfile -t COMPREPLY < <(compgen -f -- \"$cur\") ;;\n"
	"\tdirs) mapfile -t COMPREPLY < <(compgen -d -- \"$cur\") ;;\n"
	"\tesac\n"
	"\t# blanks and apostrophes are then quoted as they must be\n"
	"\t[[ $kind == words ]] || compopt -o filenames 2>/dev/null\n"
	"} && complete -F _bradsearch bradsearch\n";

static const char zsh[] =
	"#compdef bradsearch\n"
	"# zsh completion for bradsearch; see bradsearch(1)\n"
	"_bradsearch()\n"
	"{\n"
	"\tlocal kind= line\n"
	"\tlocal -a found shown\n"
	"\t# within quotation marks, what is begun stands as it is\n"
	"\tlocal begun=$PREFIX\n"
	"\t[[ -n $compstate[quote] ]] || begun=${(Q)PREFIX}\n"
	"\twhile IFS= read -r line; do\n"
	"\t\tif [[ -z $kind ]]; then\n"
	"\t\t\tkind=$line\n"
	"\t\telse\n"
	"\t\t\tfound+=(\"${line%%$'\\t'*}\")\n"
	"\t\t\tshown+=(\"${line/$'\\t'/  -- }\")\n"
	"\t\tfi\n"
	"\tdone < <(bradsearch completion words -- \"${(@Q)words[2,CURRENT-1]}\" \"$begun\" "
	"2>/dev/null)\n"
	"\t[[ $kind != (files|dirs) ]] || compset -P '--*='\n"
	"\tcase $kind in\n"
	"\tfiles) _files ;;\n"
	"\tdirs) _files -/ ;;\n"
	"\t*) compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -l -d shown -a found ;;\n"
	"\tesac\n"
	"}\n"
	"if [ \"$funcstack[1]\" = _bradsearch ]; then\n"
	"\t_bradsearch \"$@\"\n"
	"else\n"
	"\tcompdef _bradsearch bradsearch\n"
	"fi\n";

static const char fish[] =
	"# fish completion for bradsearch; see bradsearch(1)\n"
	"function __bradsearch_ask\n"
	"\tset -l words (commandline -opc)\n"
	"\tset -l begun\n"
	"\t# a quotation mark may be open\n"
	"\tfor close in '' '\"' \"'\"\n"
	"\t\tset begun (string unescape -- (commandline -ct)$close); and break\n"
	"\tend\n"
	"\tbradsearch completion words -- $words[2..-1] \"$begun\" 2>/dev/null\n"
	"end\n"
	"function __bradsearch_wants\n"
	"\tset -l lines (__bradsearch_ask)\n"
	"\ttest \"$lines[1]\" = $argv[1]\n"
	"end\n"
	"function __bradsearch_words\n"
	"\tset -l lines (__bradsearch_ask)\n"
	"\tcontains -- \"$lines[1]\" words names; and printf '%s\\n' $lines[2..-1]\n"
	"end\n"
	"complete -c bradsearch -f -a '(__bradsearch_words)'\n"
	"complete -c bradsearch -n '__bradsearch_wants files' -F\n"
	"complete -c bradsearch -n '__bradsearch_wants dirs' -f -a "
	"'(__fish_complete_directories)'\n";

const char *const shells[] = {"bash", "zsh", "fish", NULL};

const char *complete_script(const char *shell)
{
	static const char *const scripts[] = {bash, zsh, fish};
	for (size_t i = 0; shells[i]; i++)
		if (strcmp(shells[i], shell) == 0) return scripts[i];
	return NULL;
}
