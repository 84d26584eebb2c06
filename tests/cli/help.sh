# The help of every command, and that the manual has the same options for the
# same commands.
bradsearch --help
for command in search index count speakers show compact parse verify help; do
	echo "--- $command"
	bradsearch help $command
	bradsearch $command --help | cmp - /dev/fd/3 3<<END
$(bradsearch help $command)
END
done
bradsearch -h | head -1
bradsearch --version | sed 's/[0-9.]*$/VERSION/'

for command in search index count speakers show compact parse verify; do
	bradsearch help $command |
		sed -n "s/^  \(   \|-.,\) --\([a-z-]*\).*/$command \2/p"
done | sort >help.options
# ".It Fl -from Ar date Pq Cm search , count"; without Pq, every command has it
sed -n 's/^\.It .*Fl -\([a-z][a-z-]*\).*/& @\1/p' "$DATA/../../../docs/man/bradsearch.1" |
	while read -r line; do
		name=${line##*@} commands=${line##*Pq Cm }
		[ "$commands" != "$line" ] || commands='search index count speakers show compact parse verify'
		for command in ${commands%@*}; do
			[ "$command" = , ] || echo "$command $name"
		done
	done | sort >man.options
diff help.options man.options && echo "the manual has the same $(wc -l <man.options) options"
