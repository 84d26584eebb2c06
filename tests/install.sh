#!/bin/sh
# Installs into a temporary prefix, uses what lies there as a stranger would,
# and takes it away again.
set -u
cd "$(dirname "$0")/.." || exit
# make knows no blanks in names: one in the path to the sources must not come into BUILD.
build=${BUILD:-build}
build=${build#"$PWD"/}
top=$(mktemp -d) || exit
trap 'rm -rf "$top"' EXIT
prefix=$top/usr
status=0

# check NAME COMMAND...: runs it and says how it went
check() {
	name=$1
	shift
	if "$@" >"$top/out" 2>&1; then
		echo "ok $name"
	else
		echo "not ok $name"
		cat "$top/out"
		status=1
	fi
}

make_target() {
	"${MAKE:-make}" --no-print-directory BUILD="$build" CC="${CC:-cc}" CXX="${CXX:-c++}" \
		CFLAGS="${CFLAGS:-}" CXXFLAGS="${CXXFLAGS:-}" LDFLAGS="${LDFLAGS:-}" "$@"
}

everything_is_there() {
	for f in bin/bradsearch include/bradsearch.h lib/libbradsearch.so lib/libbradsearch.so.0 \
		lib/libbradsearch.a lib/pkgconfig/libbradsearch.pc share/man/man1/bradsearch.1 \
		share/man/man3/libbradsearch.3 share/man/man7/bradsearch-query.7 \
		share/bash-completion/completions/bradsearch share/zsh/site-functions/_bradsearch \
		share/fish/vendor_completions.d/bradsearch.fish; do
		[ -f "$prefix/$f" ] || { echo "$f is missing"; return 1; }
	done
	[ "$(readlink "$prefix/lib/libbradsearch.so")" = libbradsearch.so.0 ]
}

no_path_to_the_build() {
	! readelf -d "$prefix/bin/bradsearch" "$prefix/lib/libbradsearch.so.0" | grep -E 'RPATH|RUNPATH'
}

# The system does not know this prefix, and whoever installs into it is told so.
install_tells_of_library() {
	make_target install PREFIX="$prefix" >"$top/told" 2>&1 && grep "LD_LIBRARY_PATH" "$top/told"
}

program_runs() {
	LD_LIBRARY_PATH=$prefix/lib "$prefix/bin/bradsearch" --version
}

# From here on as a C user: no flags of C++, nothing but what pkg-config says.
PKG_CONFIG_PATH=$prefix/lib/pkgconfig
export PKG_CONFIG_PATH

example_builds() {
	# shellcheck disable=SC2046,SC2086
	${CC:-cc} ${CFLAGS:-} docs/examples/quoted.c $(pkg-config --cflags --libs libbradsearch) -o "$top/quoted"
}

static_example_builds() {
	# shellcheck disable=SC2046,SC2086
	${CC:-cc} ${CFLAGS:-} docs/examples/quoted.c "$prefix/lib/libbradsearch.a" \
		$(pkg-config --static --cflags --libs libbradsearch | sed 's/-lbradsearch//') -o "$top/quoted-static" &&
		! readelf -d "$top/quoted-static" | grep libbradsearch
}

# example_answers PROGRAM: the invented mayor is quoted, with her office and the day
example_answers() {
	mkdir -p "$top/try" && rm -rf "$top/try/quoted.index" &&
		(cd "$top/try" && LD_LIBRARY_PATH=$prefix/lib "$1" "$seeds" Hinchcliffe >../answer) || return
	cat "$top/answer"
	grep -q '^2023-01-31, Susan Hinchcliffe, Leader of Bradford Council:$' "$top/answer" &&
		! grep -q '^[^ ].*, [^,]*, [^,]*:$' "$top/answer" | grep -v Hinchcliffe
}

seeds=$PWD/seeds
check "make install" make_target install PREFIX="$prefix"
check "make install tells where the library is" install_tells_of_library
check "everything is installed" everything_is_there
check "neither program nor library names a path" no_path_to_the_build
check "the installed program runs" program_runs
check "the example builds with pkg-config alone" example_builds
check "the example answers" example_answers "$top/quoted"
check "the example builds statically" static_example_builds
check "the static example answers" example_answers "$top/quoted-static"
check "make uninstall" make_target uninstall PREFIX="$prefix"
check "nothing is left" sh -c "! find '$prefix' ! -type d | grep ."
check "DESTDIR is kept to" make_target install PREFIX=/usr DESTDIR="$top/the stage"
check "DESTDIR holds the program" test -x "$top/the stage/usr/bin/bradsearch"
check "the .pc file does not name DESTDIR" sh -c "grep -qx prefix=/usr '$top/the stage/usr/lib/pkgconfig/libbradsearch.pc'"
exit $status
