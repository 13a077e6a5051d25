#!/bin/sh
# kijun plan: the same every time, within its capacity, as text, CSV, JSON and a calendar.
. tests/e2e/support.sh

cp -r fixtures/portfolio "$work/portfolio"
run "$KIJUN" plan "$work/portfolio" --lang en --seed 2026
exits 3 "a portfolio that could not be judged completely gives a plan and says so"
says out "Grey Harbour Outsourcing Ltd. [grey-harbour]" "the worst supplier is in the plan"
says out "overdue (due 2025-05-01)" "and it says why"
cp "$work/out" "$work/first"
run "$KIJUN" plan "$work/portfolio" --lang en --seed 2026 -j 1
cp "$work/out" "$work/second"
same "$work/first" "$work/second" "the same seed gives the same plan"

run "$KIJUN" plan "$work/portfolio" --format json --capacity 2 --months 3
holds "the plan is JSON" jq -e '.plan == "urn:kijun:plan:1"' "$work/out"
[ "$(jq '[.audits[] | select(.date) | .date[0:7]] | group_by(.) | map(length) | max' "$work/out")" -le 2 ]
status=$?
exits 0 "no month holds more audits than the capacity"
[ "$(jq '[.audits[] | .points == ([.reasons[].points] | add)] | all' "$work/out")" = true ]
status=$?
exits 0 "the points are the sum of the reasons"

run "$KIJUN" plan "$work/portfolio" --format csv --lang ja
says out "date,supplier,name,criticality,method,basis,due,last_audit,points,reasons" "the plan is CSV"
run "$KIJUN" plan "$work/portfolio" --format ics --lang ja
says out "BEGIN:VEVENT" "the plan is a calendar"
says out "DTSTART;VALUE=DATE:" "its events last a day"

run "$KIJUN" plan "$work/portfolio" --capacity 0
exits 2 "a capacity of nothing is a mistake"
run "$KIJUN" plan "$work/portfolio" --format yaml
exits 2 "a format that is not there is a mistake"

"$KIJUN" check "$work/portfolio" --register "$work/register.db" --as-of 2026-02-01 -q >/dev/null 2>&1
cp "$work/register.db" "$work/before.db"
run "$KIJUN" plan "$work/portfolio" --register "$work/register.db" --lang en
says out "findings overdue" "with a register, overdue findings count"
[ "$(sqlite3 "$work/register.db" 'select count(*) from run')" = "$(sqlite3 "$work/before.db" 'select count(*) from run')" ]
status=$?
exits 0 "planning records nothing"
