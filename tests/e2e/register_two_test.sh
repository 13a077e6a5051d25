#!/bin/sh
# Two at once: while nightly runs record, people note causes. Neither loses anything, nobody waits for long, and readers read on.
. tests/e2e/support.sh
export KIJUN_REGISTER="$work/register.db"

scripts/generate 30 "$work/made" --seed 5
night() { # day
    "$KIJUN" check "$work/made/suppliers" --policy standard --as-of "$1" -q >/dev/null 2>&1
}
night 2026-04-01
"$KIJUN" register list --state open --format json | grep -o '"id":"[0-9a-f]*' | cut -c7-38 | head -n 12 >"$work/ids"

# Four nights one after the other, and as many people as there are findings, each with a note of their own.
(
    for day in 2026-04-02 2026-04-03 2026-04-04 2026-04-05; do night $day || [ $? -le 3 ] || echo "night $day" >>"$work/lost"; done
    : >"$work/over"
) &
n=0
: >"$work/people"
while read -r id; do
    n=$((n + 1))
    (
        "$KIJUN" register cause "$id" --who "person-$n" --text "cause $n" >/dev/null 2>>"$work/lost" || echo "cause $n" >>"$work/lost"
        "$KIJUN" register list --format csv >"$work/list-$n" 2>>"$work/lost" || echo "list $n" >>"$work/lost"
    ) &
done <"$work/ids"
wait
[ "$n" -eq 12 ] && [ -e "$work/over" ] && [ ! -s "$work/lost" ]
status=$?
cp "$work/lost" "$work/err" 2>/dev/null
exits 0 "twelve people and four nights at the same time: nobody is refused"
[ "$("$KIJUN" register runs --format csv | wc -l)" -eq 6 ]
status=$?
exits 0 "every night is recorded"
[ "$(sqlite3 "$KIJUN_REGISTER" "SELECT count(DISTINCT who) FROM event WHERE action = 5 AND text = 'cause ' || substr(who, 8)")" -eq 12 ]
status=$?
exits 0 "and every cause, with who gave it"
[ "$(cat "$work"/list-* | grep -c '^"id"')" -eq 12 ]
status=$?
exits 0 "and every reader read a whole list"
holds "the history is one sound chain" "$KIJUN" register verify

# A person who holds the register for a while is waited for, not run over.
sqlite3 "$KIJUN_REGISTER" "BEGIN IMMEDIATE" ".shell sleep 2" "COMMIT" &
sleep 0.5
id=$(head -n 1 "$work/ids")
run "$KIJUN" register note "$id" --who sato --text "waited"
exits 0 "a register in use is waited for"
wait
holds "and is sound" "$KIJUN" register verify
