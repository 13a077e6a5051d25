#!/bin/sh
# Reports are written whole or not at all, by one run at a time, and only what a run has written is ever removed.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

portfolio "$work/portfolio" 20

# ---- one run at a time ----
mkdir -p "$work/held"
(
    exec 9>"$work/held/.kijun-lock"
    flock 9
    echo $$ >&9
    : >"$work/locked"
    sleep 60
) &
holder=$!
while [ ! -e "$work/locked" ]; do sleep 0.05; done
run check portfolio --out held
exits 4 "a folder that another run holds is refused"
says err "another run holds this folder" "it says who holds it"
kill "$holder"
wait "$holder" 2>/dev/null
run check portfolio --out held
exits 1 "a lock that its owner left behind does not hold"

# ---- what is removed ----
run check portfolio --out kept --format json
echo mine >"$work/kept/suppliers/mine.txt"
rm -r "$work/portfolio/group-1/s001"
run check portfolio --out kept --format json
fails "the report of a supplier that is gone is removed" test -e "$work/kept/suppliers/s001.json"
holds "a file that kijun did not write stays" test -e "$work/kept/suppliers/mine.txt"
holds "all other reports stay" test -e "$work/kept/suppliers/s002.json"

# ---- output inside the portfolio is not input ----
run check portfolio --out portfolio/reports --format json
cp -r "$work/portfolio/reports" "$work/first"
run check portfolio --out portfolio/reports --format json
rm -f "$work/first/".kijun-* "$work/portfolio/reports/".kijun-*
same "$work/first" "$work/portfolio/reports" "reports written into the portfolio are not read as documents"
rm -r "$work/portfolio/reports"

# ---- a full disk ----
full=$work/full
mkdir "$full"
if mount -t tmpfs -o size=64k tmpfs "$full" 2>/dev/null; then
    run check portfolio --out full/reports
    exits 4 "a full disk exits 4"
    says err "cannot write" "a full disk is said"
    torn=0
    for f in "$full/reports/suppliers/"*.json; do
        [ ! -e "$f" ] || jq -e . "$f" >/dev/null || torn=1
    done
    status=$torn
    exits 0 "no report is torn"
    [ -z "$(find "$full" -name '*.tmp')" ]
    status=$?
    exits 0 "no temporary file is left"
    umount "$full"
else
    # Mounting needs privileges: the same without them, by a limit on the size of files.
    run sh -c "ulimit -f 1; trap '' XFSZ; cd '$work' && exec '$KIJUN' check --policy '$policy' portfolio --out limited"
    exits 4 "a file that cannot grow exits 4"
fi

# ---- a folder that may not be written ----
mkdir -p "$work/readonly/suppliers"
chmod 755 "$work"
chmod a-w "$work/readonly/suppliers" "$work/readonly"
if [ "$(id -u)" -eq 0 ]; then
    run setpriv --reuid=65534 --regid=65534 --clear-groups sh -c "cd '$work' && exec '$KIJUN' check --policy '$policy' portfolio --out readonly"
else
    run check portfolio --out readonly
fi
exits 4 "a folder that may not be written exits 4"
