#!/bin/sh
# The pack that is shipped: every control has its rules, and every message of every rule has been seen.
. tests/e2e/support.sh

run scripts/coverage-matrix rules/iso27001
exits 0 "every control of the pack has a rule, and every rule a control"
sed -n '/coverage: begin/,/coverage: end/p' rules/iso27001/README.md | sed '1d;$d' >"$work/page"
cp "$work/out" "$work/matrix"
same "$work/matrix" "$work/page" "the pack's page shows the coverage as it is"

run tests/e2e/uncovered rules/iso27001 fixtures/portfolio/*/expected.tsv
if [ "$status" -eq 0 ] && [ ! -s "$work/out" ]; then ok "every message of every rule has an example"; else
    not_ok "every message of every rule has an example"
fi

# What the test itself sees: a rule without its control, a message that nothing shows.
mkdir -p "$work/pack/rules"
cp rules/iso27001/pack.lua "$work/pack/"
cp rules/iso27001/rules/*.lua "$work/pack/rules/"
sed 's/controls = {.*}/controls = { }/' rules/iso27001/rules/damages.lua >"$work/pack/rules/damages.lua"
run scripts/coverage-matrix "$work/pack"
exits 1 "a rule without a control is found"
sed 's/"fail:missing"/"fail:other"/' rules/iso27001/rules/penalty.lua >"$work/pack/rules/penalty.lua"
run tests/e2e/uncovered "$work/pack"
says out "penalty	missing" "a message without an example is found"
