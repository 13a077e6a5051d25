#!/bin/sh
# Every format against its schema, its real reader, and the other formats; also what is waived. With SUPPLIERS=2000 on as many
# generated ones (make test-formats).
. tests/e2e/support.sh

schemas=${KIJUN_SCHEMAS:-../shared/schemas}
if [ ! -d "$schemas" ]; then
    ok "the schemas of the formats are not at hand # SKIP"
    exit 0
fi
mkdir "$work/policies"
cp policies/*.lua "$work/policies"
cat >"$work/policies/waived.lua" <<'P'
return policy {
  name = "waived", extends = "standard",
  waivers = {
    { rule = "leaver-accounts", supplier = "grey-harbour", reason = "Replaced in July", approver = "CISO", expires = "2027-03-31" },
    { rule = "damages", supplier = "grey-harbour", reason = "Insured", approver = "CISO", expires = "2027-03-31" },
  },
}
P
portfolio=fixtures/portfolio
if [ -n "${SUPPLIERS:-}" ]; then
    portfolio=$work/generated
    scripts/generate "$SUPPLIERS" "$portfolio" --single >/dev/null
    rm -f "$portfolio/expected.tsv"
fi
run "$KIJUN" check "$portfolio" --policy "$work/policies/waived.lua" --as-of 2026-04-01 --quiet --fail-on never --out "$work/reports" \
    --format json,sarif,junit,gitlab,tap,csv,csv-excel,oscal-poam,baseline
run python3 tests/formats/validate.py "$work/reports" "$schemas"
exits 0 "every format is as its schema and its reader want it, and says what the others say"
says out "findings" "$(tail -n 1 "$work/out")"
[ -n "${SUPPLIERS:-}" ] || says out "2 of them waived" "two of them are waived"
# The test itself notices what is wrong.
sed -i 's/"level":"error"/"level":"grave"/' "$work/reports/run.sarif"
sed -i 's/<testcase /<testcast /; s/^ok /okay /' "$work/reports/run.junit.xml" "$work/reports/run.tap"
run python3 tests/formats/validate.py "$work/reports" "$schemas"
exits 1 "a wrong level, element or line is noticed"
