#!/bin/sh
# The packs that are shipped: every control has its rules, and every message of every rule has been seen.
. tests/e2e/support.sh

for pack in iso27001 gdpr28 appi dora30 nis2; do
    run scripts/coverage-matrix "rules/$pack"
    exits 0 "every control of $pack has a rule, and every rule a control"
    sed -n '/coverage: begin/,/coverage: end/p' "rules/$pack/README.md" | sed '1d;$d' >"$work/page"
    cp "$work/out" "$work/matrix"
    same "$work/matrix" "$work/page" "the page of $pack shows the coverage as it is"

    run "$KIJUN" test "rules/$pack" --coverage
    exits 0 "every example of $pack has the outcome that it says"
    says out "(100.0 %), lines" "every outcome of every rule of $pack has an example"
    lines=$(sed -n 's/.*, lines .* (\([0-9]*\)\.[0-9] %)$/\1/p' "$work/out")
    holds "examples run at least 95 % of the lines of $pack" test "${lines:-0}" -ge 95
done

# What the test itself sees: a rule without its control, a message that nothing shows.
cp -R rules/core "$work/core"
cp -R rules/iso27001 "$work/pack"
sed 's/controls = {.*}/controls = { }/' rules/iso27001/rules/damages.lua >"$work/pack/rules/damages.lua"
run scripts/coverage-matrix "$work/pack"
exits 1 "a rule without a control is found"
cp rules/iso27001/rules/damages.lua "$work/pack/rules/"
sed 's/"fail:missing"/"fail"/; s/fail "missing"/pass()/; s/expect = "fail"/expect = "pass"/' rules/iso27001/rules/penalty.lua \
    >"$work/pack/rules/penalty.lua"
run "$KIJUN" test "$work/pack" --coverage
says out "penalty: no example has the outcome 'missing'" "a message without an example is found"
