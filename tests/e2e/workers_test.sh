#!/bin/sh
# Workers that hang, crash or attack: one error for one supplier, and every other byte as without them.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

portfolio "$work/portfolio" 100
run check portfolio --out calm --format json
exits 1 "without faults the portfolio has findings only"

faults=hang:s010,crash:s020,memory:s030,exec:s040,network:s050,leave:s060,crash:s061,crash:s062
run check_faults $faults portfolio --out faulty --format json -j 2 --deadline 1
exits 3 "with workers that misbehave the run is incomplete"

# The same reports but for those eight suppliers.
for id in s010 s020 s030 s040 s050 s060 s061 s062; do
    rm -f "$work/calm/suppliers/$id.json"
    [ ! -e "$work/faulty/suppliers/$id.json" ] || not_ok "$id has a report as if it had been judged"
done
ls "$work/faulty/suppliers" >"$work/list"
mkdir "$work/errors"
mv "$work/faulty/suppliers/"*~* "$work/errors/"
same "$work/calm/suppliers" "$work/faulty/suppliers" "the reports of all other suppliers are byte-identical"
[ "$(find "$work/errors" -type f | wc -l)" -eq 8 ]
status=$?
exits 0 "each of the eight has an error report of its own"

fault_of() { # id fault what
    if grep -q "\"$2\"" "$work/errors/"*"$1"~*; then ok "$3"; else not_ok "$3"; fi
}
fault_of s010 worker-deadline "a worker over its deadline is killed, and the report says so"
fault_of s020 worker-crash "a crash is said"
fault_of s030 worker-memory "running out of memory is said"
fault_of s040 worker-forbidden "starting a program is refused and said"
fault_of s050 worker-forbidden "opening a socket is refused and said"
fault_of s060 worker-crash "a worker that just leaves is noticed"

mv "$work/list" "$work/first-list"
run check_faults $faults portfolio --out faulty1 --format json -j 1 --deadline 1
mv "$work/faulty1/suppliers/"*~* "$work/errors/"
same "$work/calm/suppliers" "$work/faulty1/suppliers" "with one worker, too"
same "$work/faulty/run.json" "$work/faulty1/run.json" "the report of the run does not depend on the number of workers"
