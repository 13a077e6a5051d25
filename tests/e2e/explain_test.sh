#!/bin/sh
# Which rules are in force for whom, where each setting comes from, and why a rule decided as it did.
. tests/e2e/support.sh
supplier=fixtures/portfolio/grey-harbour

run "$KIJUN" rules --policy policies/critical-suppliers.lua
exits 0 "the rules of a policy are listed"
says out "hours = 12  (policies/critical-suppliers.lua:" "a parameter says which line of the policy gave it"
says out "the rule's own: 24)" "and what the rule itself says"
run "$KIJUN" rules --policy policies/critical-suppliers.lua --format json
holds "as JSON, too" python3 -c 'import json, sys
rules = {r["id"]: r for r in json.load(open(sys.argv[1]))}
rule = rules["incident-report-within"]
assert rule["parameters"]["hours"] == "12" and rule["origins"]["hours"]["file"].endswith("critical-suppliers.lua")
assert rule["on"] is True and rule["own_grade"] == "major"' "$work/out"
cat >"$work/policy.lua" <<'END'
return policy { packs = { "core", "iso27001" }, for_suppliers = {
  { when = { supplier = "grey-harbour" },
    rules = { ["incident-report-within"] = { params = { hours = 6 }, grade = "observation" }, ["audit-right"] = false } },
} }
END
run "$KIJUN" rules --policy "$work/policy.lua" --supplier "$supplier"
says out "hours = 6 " "for a supplier the entries that select it count"
says out "audit-right  - off: not judged in a run" "what is switched off for it is shown as such"
run "$KIJUN" rules --policy "$work/policy.lua" --supplier fixtures/portfolio/deccan-data
says out "hours = 24  (the rule itself)" "another has the rule's own"
if grep -q "hours = 6 " "$work/out"; then not_ok "and not for another"; else ok "and not for another"; fi

run "$KIJUN" explain incident-report-within "$supplier" --policy "$work/policy.lua" --as-of 2026-04-01
exits 0 "a rule is explained for a supplier"
says out "hours = 6  ($work/policy.lua:3; the rule's own: 24)" "with its parameters and where each came from"
says out "report-within = absent" "with what it read"
says out "promptly" "in the words of the contract"
says out "vague  observation" "and with what it found, graded as the policy has it"
run "$KIJUN" explain incident-report-within "$supplier" --as-of 2026-04-01 --lang ja
says out "規則が参照した内容" "in Japanese, too"
run "$KIJUN" explain audit-right "$supplier" --policy "$work/policy.lua" --as-of 2026-04-01
says out "off: not judged in a run" "a rule that is switched off is explained all the same"
run "$KIJUN" explain incident-report-withn
exits 2 "a rule that does not exist is an error"
says err "did you mean 'incident-report-within'?" "with the one that was meant"
