#!/bin/sh
# What fails, is killed, fills up or is damaged: each program tells "ok NAME" of each of its tests.
set -u
cd "$(dirname "$0")/../.." || exit
status=0
for program in memory disk kill damage concurrency; do
	"$BUILD/tests/fault/$program" || status=1
done
exit $status
