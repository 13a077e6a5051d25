#!/bin/sh
# Every format against its schema, its real reader, and the other formats; also what is waived. With SUPPLIERS=2000 on as many
# generated ones (make test-formats).
. tests/e2e/support.sh

schemas=${KIJUN_SCHEMAS:-../shared/schemas}
if [ ! -d "$schemas" ]; then
    if [ -n "${SUPPLIERS:-}" ]; then not_ok "the schemas of the formats are in $schemas: KIJUN_SCHEMAS says where"; else
        ok "the schemas of the formats are not at hand # SKIP"
    fi
    exit
fi
mkdir "$work/policies"
cp policies/*.lua "$work/policies"
portfolio=fixtures/portfolio
cat >"$work/waivers.tsv" <<'TSV'
grey-harbour	leaver-accounts
grey-harbour	damages
TSV
if [ -n "${SUPPLIERS:-}" ]; then
    portfolio=$work/generated
    scripts/generate "$SUPPLIERS" "$portfolio" --single >/dev/null
    cut -f 1,2 "$portfolio/expected.tsv" | sort -u | awk 'NR % 50 == 1' >"$work/waivers.tsv"
    rm -f "$portfolio/expected.tsv"
fi
{
    echo 'return policy { name = "waived", extends = "standard", waivers = {'
    sed 's/\(.*\)\t\(.*\)/{ supplier = "\1", rule = "\2", reason = "Replaced in July", approver = "CISO", expires = "2027-03-31" },/' "$work/waivers.tsv"
    echo '} }'
} >"$work/policies/waived.lua"
run "$KIJUN" check "$portfolio" --policy "$work/policies/waived.lua" --as-of 2026-04-01 --quiet --fail-on never --lang en --out "$work/reports" \
    --format json,xml,sarif,junit,gitlab,tap,csv,csv-excel,oscal-poam,xlsx,baseline
run python3 tests/formats/validate.py "$work/reports" "$schemas"
exits 0 "every format is as its schema and its reader want it, and says what the others say"
says out "findings" "$(tail -n 1 "$work/out")"
if [ -n "${SUPPLIERS:-}" ]; then
    holds "some of them waived" grep -q ' [1-9][0-9]* of them waived' "$work/out"
else
    says out "2 of them waived" "two of them waived"
fi
# The test itself notices what is wrong.
sed -i 's/"level":"error"/"level":"grave"/' "$work/reports/run.sarif"
sed -i 's/<testcase /<testcast /; s/^ok /okay /' "$work/reports/run.junit.xml" "$work/reports/run.tap"
run python3 tests/formats/validate.py "$work/reports" "$schemas"
exits 1 "a wrong level, element or line is noticed"
