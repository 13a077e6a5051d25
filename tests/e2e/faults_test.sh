#!/bin/sh
# Disks that fail, calls that are interrupted, folders that go while a run is under way: one clear error, nothing torn, and the
# next run ends as if nothing had happened.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

portfolio "$work/portfolio" 24
tests/e2e/fail-calls "$KIJUN" "$work" "$policy"

# ---- the folder of the reports goes while a run is under way ----
slow=
for id in $(seq -f 's%03g' 1 24); do slow="$slow,slow:$id"; done
begin_slowly() { # output-folder: starts a run and waits for its first reports
    (cd "$work" && exec env KIJUN_FAULT="$slow" "$KIJUN_FAULTS" check --policy "$policy" --as-of 2026-04-01 portfolio \
        --out "$1" --format json,sarif -j 2 >"$work/out" 2>"$work/err") &
    pid=$!
    while [ -z "$(ls "$work/$1/suppliers" 2>/dev/null)" ]; do sleep 0.05; done
}
ends_with() { # status what
    status=0
    wait "$pid" || status=$?
    exits "$1" "$2"
}
begin_slowly gone
rm -rf "$work/gone"
ends_with 4 "a run whose folder of reports is removed exits 4"
says err "cannot write" "it says that it cannot write"
[ "$(grep -c '^kijun: ' "$work/err")" -eq 1 ]
status=$?
exits 0 "once"
run check portfolio --out gone --format json,sarif
same "$work/whole" "$work/gone" "the next run writes everything"

# ---- the portfolio goes ----
begin_slowly kept
mv "$work/portfolio" "$work/elsewhere"
ends_with 3 "a run whose portfolio is removed is incomplete"
mv "$work/elsewhere" "$work/portfolio"
run check portfolio --out kept --format json,sarif
same "$work/whole" "$work/kept" "once it is back, the next run has the bytes of one that was never disturbed"

# ---- a disk that is full, and then is not ----
full=$work/disk
mkdir "$full"
if mount -t tmpfs -o size=64k tmpfs "$full" 2>/dev/null; then
    run check portfolio --out disk/reports --format json,sarif
    exits 4 "a full disk exits 4"
    mount -o remount,size=16m "$full"
    run check portfolio --out disk/reports --format json,sarif --resume
    exits 1 "with room again, the run is resumed"
    same "$work/whole" "$full/reports" "and ends with the bytes of one that was never disturbed"
    umount "$full"
fi
