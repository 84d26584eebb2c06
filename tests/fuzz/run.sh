#!/bin/sh
# Replays each fuzz target on its corpus, tests/fuzz/corpus/TARGET, and on the sample articles.
set -u
cd "$(dirname "$0")/../.." || exit
for source in tests/fuzz/fuzz_*.c; do
	name=$(basename "$source" .c)
	corpus=tests/fuzz/corpus/${name#fuzz_}
	extra=
	[ "$name" = fuzz_article ] && extra=$(ls seeds/*.txt 2>/dev/null)
	# shellcheck disable=SC2086
	if "$BUILD/tests/fuzz/$name" "$corpus"/* $extra; then
		echo "ok $name"
	else
		echo "not ok $name"
	fi
done
