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
	"\twhile IFS= read -r line; do\n"
	"\t\tif [[ -z $kind ]]; then\n"
	"\t\t\tkind=$line\n"
	"\t\telse\n"
	"\t\t\tfound+=(\"${line%%$'\\t'*}\")\n"
	"\t\t\tshown+=(\"${line/$'\\t'/  -- }\")\n"
	"\t\tfi\n"
	"\tdone < <(bradsearch completion words -- \"${(@Q)words[2,CURRENT]}\" 2>/dev/null)\n"
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

static const char fish[] = "# fish completion for bradsearch; see bradsearch(1)\n"
			   "function __bradsearch_complete\n"
			   "\tset -l words (commandline -opc) (commandline -ct)\n"
			   "\tset -e words[1]\n"
			   "\tset -l lines (bradsearch completion words -- $words 2>/dev/null)\n"
			   "\tset -l kind $lines[1]\n"
			   "\tset -e lines[1]\n"
			   "\tswitch \"$kind\"\n"
			   "\t\tcase files\n"
			   "\t\t\t__fish_complete_path (commandline -ct)\n"
			   "\t\tcase dirs\n"
			   "\t\t\t__fish_complete_directories (commandline -ct)\n"
			   "\t\tcase '*'\n"
			   "\t\t\tfor line in $lines\n"
			   "\t\t\t\techo $line\n"
			   "\t\t\tend\n"
			   "\tend\n"
			   "end\n"
			   "complete -c bradsearch -f -a '(__bradsearch_complete)'\n";

const char *const shells[] = {"bash", "zsh", "fish", NULL};

const char *complete_script(const char *shell)
{
	static const char *const scripts[] = {bash, zsh, fish};
	for (size_t i = 0; shells[i]; i++)
		if (strcmp(shells[i], shell) == 0) return scripts[i];
	return NULL;
}
