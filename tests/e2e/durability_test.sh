#!/bin/sh
# Reports become durable a group at a time: written aside, synced, renamed, the folder synced; seen in a trace.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

portfolio "$work/portfolio" 40
traced() { # calls command...
    calls=$1
    shift
    (cd "$work" && strace -f -y -qq -e trace="$calls" -o trace "$@" >out 2>err)
}
slow=
for id in $(seq -f 's%03g' 1 40); do slow="$slow,slow:$id"; done
# Each supplier takes 0.3 s, so that half a second makes a group of some.
(export KIJUN_FAULT="$slow" && traced openat,write,close,syncfs,fsync,renameat "$KIJUN_FAULTS" check --policy "$policy" \
    --as-of 2026-04-01 portfolio --out traced --format json,html -j 2)
run "$here/tests/e2e/write-order" "$work/trace" "$work/traced"
exits 0 "every report is written, synced, renamed, and its folder synced, in this order"
groups=$(sed -n 's/.* in \([0-9]*\) groups$/\1/p' "$work/out")
[ "${groups:-0}" -ge 3 ] && [ "$groups" -le 20 ]
status=$?
exits 0 "80 reports are synced in some groups (${groups:-0}), not one by one"
holds "the reports of all suppliers are in place" test -e "$work/traced/suppliers/s040.html"
fails "nothing is left aside" test -e "$work/traced/.kijun-staged"

# The check can fail: a rename without a sync, a sync before the last write, a folder that is never synced.
top=$(realpath "$work")/traced
broken() { # what sed-expression
    sed "$2" "$work/trace" >"$work/broken"
    fails "$1 would be noticed" "$here/tests/e2e/write-order" "$work/broken" "$work/traced"
}
broken "a report that is not synced" 's/syncfs/sync/'
broken "a folder that is not synced" "/fsync([0-9]*<.*suppliers>/s/fsync/sync/"
broken "a sync that failed" 's/\(syncfs.*\) = 0$/\1 = -1 EIO (Input\/output error)/'
holds "the trace speaks of the folder" grep -q "$top/suppliers" "$work/trace"

# Written again, nothing is touched.
traced openat,write,renameat "$KIJUN" check --policy "$policy" --as-of 2026-04-01 portfolio --out traced --format json,html
fails "a report whose bytes did not change is compared and left alone" grep -q 'renameat.*suppliers' "$work/trace"

# ---- many suppliers: another process writes some files of the run, and each file is synced by itself ----
portfolio "$work/many" 5040
run check many --out large --format json,html -j 2
# Changed: one supplier, so that everything else is written from what is known.
supplier "$work/many/group-1/s001" s001 low
calls=openat,write,close,syncfs,fsync,renameat
(cd "$work" && strace -f --seccomp-bpf -y -qq -e trace=$calls -o trace "$KIJUN" check --policy "$policy" --as-of 2026-04-01 many \
    --out large --format json,html -j 2 >out 2>err)
holds "another process writes the manifest" grep -q 'openat.*kijun-run.manifest.json.tmp", O_WRONLY' "$work/trace"
run "$here/tests/e2e/write-order" "$work/trace" "$work/large"
exits 0 "every file of a large run is durable before it is put in place"
sed 's/fsync(\([0-9]*<[^>]*\.tmp>\)/sync(\1/' "$work/trace" >"$work/broken"
fails "one that is not would be noticed" "$here/tests/e2e/write-order" "$work/broken" "$work/large"
