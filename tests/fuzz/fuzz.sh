#!/bin/sh
# Lets libFuzzer try a target for a time, under the address and undefined behaviour sanitizers:
#
#     tests/fuzz/fuzz.sh TARGET SECONDS
#
# What it finds worth keeping goes to build-fuzz/corpus/TARGET; an input that
# fails, to build-fuzz/found/TARGET-*: make it small by -minimize_crash=1, and
# put it into tests/fuzz/corpus/TARGET with what mends it.
set -u
cd "$(dirname "$0")/../.." || exit
targets=$(cd tests/fuzz && for f in fuzz_*.c; do f=${f#fuzz_}; printf '%s ' "${f%.c}"; done)
case " $targets" in
*" ${1:-none} "*) ;;
*) echo "make fuzz T=NAME, where NAME is one of: $targets" >&2; exit 1 ;;
esac
clang=clang
case $CC in *clang*) clang=$CC ;; esac
probe=$(mktemp) || exit
trap 'rm -f "$probe"' EXIT
printf '%s\n' '#include <stddef.h>' 'int LLVMFuzzerTestOneInput(const char *b, size_t n);' \
	'int LLVMFuzzerTestOneInput(const char *b, size_t n) { return b && n > 1u << 30; }' |
	$clang -fsanitize=fuzzer,address -x c - -o "$probe" 2>/dev/null || {
	echo 'make fuzz needs clang and its libFuzzer: apt-get install clang libclang-rt-dev' >&2
	exit 1
}
flags='-O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all'
# Nothing is added to a null pointer but 0, which C2y allows; clang tells of that too.
flags="$flags -fno-sanitize=pointer-overflow"
"${MAKE:-make}" --no-print-directory BUILD=build-fuzz CC="$clang" CXX="$clang++" \
	CFLAGS="$flags" CXXFLAGS="$flags" LDFLAGS= "build-fuzz/fuzzer/$1" || exit
mkdir -p "build-fuzz/corpus/$1" build-fuzz/found
seeds=
[ "$1" = article ] && seeds=seeds
dictionary=
[ -e "tests/fuzz/$1.dict" ] && dictionary=-dict=tests/fuzz/$1.dict
[ -w /dev/shm ] && TMPDIR=/dev/shm
export TMPDIR ASAN_OPTIONS=detect_leaks=1
# shellcheck disable=SC2086
"build-fuzz/fuzzer/$1" -max_total_time="$2" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
	-artifact_prefix="build-fuzz/found/$1-" $dictionary \
	"build-fuzz/corpus/$1" "tests/fuzz/corpus/$1" $seeds
