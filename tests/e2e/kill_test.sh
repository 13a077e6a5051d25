#!/bin/sh
# A killed run loses nothing that it had finished, and resumed it ends as if nothing had happened. The long form:
# make test-resume (SUPPLIERS=10000 KILLS=200).
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

# In memory where there is some: the disk would take most of the time, and a kill does not ask about it.
place=$work/kills
if [ -d /dev/shm ] && [ -w /dev/shm ]; then
    place=$(mktemp -d /dev/shm/kijun-e2e-XXXXXX)
fi
mkdir -p "$place"
tests/e2e/kill-runs "$KIJUN" "$place" --suppliers "${SUPPLIERS:-600}" --kills "${KILLS:-10}" --seed "${SEED:-1}"

# ---- what was finished is not judged again ----
portfolio "$work/portfolio" 60
run check portfolio --out whole --format json
slow=
for id in $(seq -f 's%03g' 1 60); do slow="$slow,slow:$id"; done
(cd "$work" && exec env KIJUN_FAULT="$slow" "$KIJUN_FAULTS" check --policy "$policy" --as-of 2026-04-01 portfolio \
    --out stopped --format json -j 2 >"$work/out" 2>"$work/err") &
pid=$!
while [ -z "$(ls "$work/stopped/suppliers" 2>/dev/null)" ]; do sleep 0.05; done
kill -TERM "$pid"
status=0
wait "$pid" || status=$?
exits 3 "a run that is asked to stop ends as incomplete"
holds "it leaves a journal" test -s "$work/stopped/.kijun-journal"
crash=
for report in "$work/stopped/suppliers/"*.json; do crash="$crash,crash:$(basename "$report" .json)"; done
finished=$(find "$work/stopped/suppliers" -name '*.json' | wc -l)
(cd "$work" && KIJUN_FAULT=$crash "$KIJUN_FAULTS" check --policy "$policy" portfolio --out stopped --format json --resume \
    >"$work/out" 2>"$work/err")
status=$?
exits 1 "resumed, it judges what is left and none of the $finished that were finished: they would crash"
same "$work/whole" "$work/stopped" "the result is that of a run that was never stopped, and as of the same day"
fails "the journal is gone" test -e "$work/stopped/.kijun-journal"

# ---- what cannot be resumed ----
run check portfolio --out stopped --format json --resume
exits 2 "a run that came to its end is not resumed"
says err "no interrupted run" "it says why"
run check portfolio --format json --resume
exits 2 "--resume without --out is wrong usage"
