#!/bin/sh
# A night on which little changed, over so many suppliers that a process beside the supervisor looks at the files and another
# writes the notes: what comes of it is what a full run writes. The long form: make bench-million.
. tests/e2e/support.sh

place=$work
if [ -w /dev/shm ]; then
    place=$(mktemp -d /dev/shm/kijun-e2e-XXXXXX)
fi
scripts/generate 6000 "$place" --tiny
sleep 0.1 # older than a tick of the clock
night() { # out arguments...
    out=$1
    shift
    (cd "$place" && "$KIJUN" check suppliers --policy "$here/scripts/bench-million.lua" --as-of 2026-04-01 --format json \
        --out "$out" -j 2 --quiet "$@" >"$work/out" 2>"$work/err")
    status=$?
}
change() { # sed-expression: in the profile of every hundredth
    for number in $(seq -f '%07.0f' 7 100 6000); do
        sed -i "$1" "$place/suppliers/s$number/supplier.xml"
    done
    sleep 0.1
}

night known
exits 1 "the first night judges everything"
cp "$place/known/run.manifest.json" "$place/first.json"
night known
exits 1 "the second night"
holds "nothing changed: nor does the manifest" cmp -s "$place/first.json" "$place/known/run.manifest.json"
change 's/name="Supplier/name="Other/'
rm -r "$place/suppliers/s0000100"
echo '<!-- new -->' >"$place/suppliers/s0000200/notes.txt"
night known
night full --full
same "$place/full" "$place/known" "after changes an incremental run writes what a full run writes"
holds "what changed was seen" test "$(jq '[.suppliers[] | select(.name | startswith("Other"))] | length' "$place/known/run.json")" -eq 60
fails "who is gone has no report" test -e "$place/known/suppliers/s0000100.json"

# Without room for what is written beside, the run fails as a whole and the last results stay.
before=$(cksum <"$place/known/run.json")
change 's/name="Other/name="Another/'
(ulimit -f 1000 && night known; exit "$status")
status=$?
exits 4 "a run whose files cannot be written says so"
after=$(cksum <"$place/known/run.json")
holds "the last results stay" test "$before" = "$after"
night known
night full --full
same "$place/full" "$place/known" "the next night makes up for it"
