#!/bin/sh
# The suppliers in fixtures/portfolio have exactly the findings that are written down beside them.
. tests/e2e/support.sh

judge() { # folder out
    run "$KIJUN" check "$1" --policy policies/standard.lua --as-of 2026-04-01 --format json --out "$2" --quiet
}

judge fixtures/portfolio "$work/reports"
for expected in fixtures/portfolio/*/expected.tsv; do
    supplier=$(basename "$(dirname "$expected")")
    tests/e2e/findings "$work/reports/suppliers/$supplier.json" >"$work/found" 2>"$work/err" || cp "$work/err" "$work/found"
    same "$expected" "$work/found" "$supplier has exactly the expected findings"
done
holds "a supplier without any defect has no finding" test ! -s fixtures/portfolio/hinata-it/expected.tsv

# Each clause that is required, taken out of the contract of the supplier without defects.
mkdir "$work/without"
tests/e2e/delete-clauses fixtures/portfolio/hinata-it "$work/without"
judge "$work/without" "$work/missing"
tests/e2e/findings --short "$work"/missing/suppliers/*.json >"$work/found" 2>"$work/err"
grep -v '^engine	' "$work/found" >"$work/each" || true
while IFS='	' read -r supplier rule message; do
    printf '%s\t%s\t%s\n' "$supplier" "$rule" "$message" >"$work/one"
    grep "^$supplier	" "$work/each" >"$work/some" || true
    same "$work/one" "$work/some" "the contract ${supplier} clause has exactly that finding"
done <tests/e2e/required-clauses.tsv
same tests/e2e/required-clauses.tsv "$work/found" "deleting any other clause gives no finding"
