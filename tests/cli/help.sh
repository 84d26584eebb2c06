# The help of every command, and that the manual has the same options for the
# same commands.
bradsearch --help
commands=$(bradsearch --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
for command in $commands; do
	echo "--- $command"
	bradsearch help $command
	bradsearch $command --help | cmp - /dev/fd/3 3<<END
$(bradsearch help $command)
END
done
bradsearch -h | head -1
bradsearch --version | sed 's/[0-9.]*$/VERSION/'

commands=$(echo $commands | sed 's/ help$//')
for command in $commands; do
	bradsearch help $command |
		sed -n "s/^  \(   \|-.,\) --\([a-z-]*\).*/$command \2/p"
done | sort -u >help.options
# ".It Fl -from Ar date Pq Cm search , count"; without Pq, every command has it
sed -n 's/^\.It .*Fl -\([a-z][a-z-]*\).*/& @\1/p' "$DATA/../../../docs/man/bradsearch.1" |
	while read -r line; do
		name=${line##*@} those=${line##*Pq Cm }
		[ "$those" != "$line" ] || those=$commands
		for command in ${those%@*}; do
			[ "$command" = , ] || echo "$command $name"
		done
	done | sort -u >man.options
diff help.options man.options && echo "the manual has the same $(wc -l <man.options) options"
