#!/bin/sh
# Signals end a run in order; and no system call of any process of it reaches the network.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

portfolio "$work/portfolio" 60
faults=
for id in $(seq -f 's%03g' 1 60); do faults="$faults,slow:$id"; done

interrupted() { # signal
    rm -rf "$work/out-$1"
    (cd "$work" && exec env KIJUN_FAULT="$faults" "$KIJUN_FAULTS" check --policy "$policy" portfolio --out "out-$1" \
        --format json,html -j 2 >"$work/out" 2>"$work/err") &
    pid=$!
    # Sixty suppliers of 0.3 s each take 9 s; after one there are some, not all.
    while [ -z "$(ls "$work/out-$1/suppliers" 2>/dev/null)" ]; do sleep 0.05; done
    kill -"$1" "$pid"
    status=0
    wait "$pid" || status=$?
    exits 3 "SIG$1 ends the run as incomplete"
    says out "Interrupted" "the summary says that the run was interrupted"
    holds "the report of the run is marked" jq -e '.interrupted' "$work/out-$1/run.json"
    done=$(jq '.suppliers | length' "$work/out-$1/run.json")
    [ "$done" -gt 0 ] && [ "$done" -lt 60 ]
    status=$?
    exits 0 "what was finished is reported, the rest is not ($done of 60)"
    [ "$(find "$work/out-$1/suppliers" -name '*.json' | wc -l)" -eq "$done" ]
    status=$?
    exits 0 "each supplier of the report has its own report"
}
interrupted TERM
interrupted INT
fails "no process is left" pgrep -f "$KIJUN_FAULTS check"

run check portfolio --out traced --format json
run strace -f -qq -e trace=%network -o "$work/trace" "$KIJUN" check --policy "$policy" "$work/portfolio" --out "$work/traced2"
grep -v 'AF_UNIX' "$work/trace" | grep -E '(socket|connect|bind)\(' >"$work/out"
[ ! -s "$work/out" ]
status=$?
exits 0 "no socket but those between supervisor and workers"
run strace -f -qq -e trace=openat,creat,rename,renameat,renameat2,unlinkat,mkdirat -o "$work/trace" \
    "$KIJUN" check --policy "$policy" "$work/portfolio" --out "$work/traced3" -j 2
[ "$(grep -E 'O_(WRONLY|RDWR|CREAT)|rename|unlink|mkdir' "$work/trace" | awk '{ print $1 }' | sort -u | wc -l)" -eq 1 ]
status=$?
exits 0 "one process alone writes: the supervisor"
