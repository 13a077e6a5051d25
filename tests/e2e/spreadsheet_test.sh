#!/bin/sh
# Responses in spreadsheets: read as a mapping says, judged like the same answers in XML, and never passed over.
. tests/e2e/support.sh
suppliers=fixtures/spreadsheets

judge() { # folder out
    run "$KIJUN" check "$1" --policy standard --as-of 2026-04-01 --format json,csv --out "$2" --quiet
}

# The fixture.
scripts/make-xlsx fixtures/sources/spreadsheets/aizawa-print.tsv "$work/made.xlsx"
same "$suppliers/aizawa-print/セキュリティ質問票回答書.xlsx" "$work/made.xlsx" "the workbook of the fixture is made from its source"
judge $suppliers "$work/reports"
exits 1 "spreadsheets with answers give findings, and nothing is incomplete"
for expected in "$suppliers"/*/expected.tsv; do
    supplier=$(basename "$(dirname "$expected")")
    tests/e2e/findings "$work/reports/suppliers/$supplier.json" >"$work/found" 2>"$work/err" || cp "$work/err" "$work/found"
    same "$expected" "$work/found" "$supplier has exactly the expected findings"
done
run grep -F '"cell":"回答!C7"' "$work/reports/suppliers/aizawa-print.json"
exits 0 "a finding names the cell: 回答!C7"
run "$KIJUN" check $suppliers/aizawa-print --policy standard --lang ja --as-of 2026-04-01
says out "セキュリティ質問票回答書.xlsx、回答!C7" "a report in words says where"
run "$KIJUN" dump $suppliers/kirishima-data
says out '"words": "①のみ"' "the CSV of Excel in Japan (CP932) is read"
says out '"answered": "2024-02-03"' "each answer has its own day"

# The same answers in XML and in a workbook, of a supplier with much to find.
tests/e2e/response_as_sheet fixtures/portfolio "$work/same" >"$work/out" || not_ok "the responses of the portfolio as workbooks"
cp -R fixtures/portfolio "$work/native"
judge "$work/native" "$work/a"
judge "$work/same" "$work/b"
tests/e2e/findings "$work"/a/suppliers/*.json >"$work/expected"
tests/e2e/findings "$work"/b/suppliers/*.json >"$work/found"
holds "there is much to compare" test "$(wc -l <"$work/expected")" -gt 30
same "$work/expected" "$work/found" "a response in a workbook is judged like the same response in XML"

# Nothing is passed over.
mkdir -p "$work/p/s"
cp $suppliers/aizawa-print/supplier.xml "$work/p/s"
printf 'Question;Answer\r\nlogging;Yes\r\n' >"$work/p/s/answers.csv"
judge "$work/p" "$work/unread"
exits 3 "a spreadsheet that no mapping is for is incomplete"
run "$KIJUN" check "$work/p" --policy standard --as-of 2026-04-01
says out "mapping.lua" "and it is said what to do"
echo 'return { date = "2026-02-10", columns = { question = "Question", answer = "Answer" } }' >"$work/p/s/mapping.lua"
judge "$work/p" "$work/mapped"
exits 1 "a mapping beside it is found"
hash=$(sha256sum <"$work/p/s/mapping.lua" | cut -c1-64)
# shellcheck disable=SC2016  # jq's own variable
holds "and is among what the supplier was judged by" jq -e --arg hash "$hash" '.suppliers[0].inputs | any(.file == "mapping.lua" and .sha256 == $hash)' \
    "$work/mapped/run.manifest.json"
mv "$work/p/s/mapping.lua" "$work/p"
judge "$work/p" "$work/mapped"
exits 1 "a mapping beside the suppliers too"
run "$KIJUN" dump "$work/p/s"
says out '"question": "logging"' "and when one of them is looked at"
echo 'return { date = "2026-02-10", columns = { question = "Question", answer = "Reply" } }' >"$work/p/mapping.lua"
judge "$work/p" "$work/mapped"
exits 3 "a changed mapping is heeded though no document changed"
echo 'return { colums = {} }' >"$work/p/mapping.lua"
judge "$work/p" "$work/wrong"
exits 2 "a wrong mapping ends the run"
says err "columns" "with a suggestion"
rm "$work/p/mapping.lua"
printf '<response xmlns="urn:kijun:1" date="2026-02-10"><answer question="logging" flag="true"><evidence kind="document" file="answers.csv"/></answer></response>' >"$work/p/s/r.xml"
judge "$work/p" "$work/evidence"
exits 1 "a spreadsheet that is named as evidence is none to be read"
rm "$work/p/s/r.xml" "$work/p/s/answers.csv"
cp $suppliers/aizawa-print/*.xlsx "$work/p"
run "$KIJUN" check "$work/p" --policy standard --as-of 2026-04-01
says err "1 spreadsheets outside suppliers' folders were not read" "a spreadsheet of nobody is not unseen"
printf '\320\317\021\340\241\261\032\341' >"$work/p/s/answers.xls"
run "$KIJUN" check "$work/p" --policy standard --as-of 2026-04-01 --lang ja
exits 3 "an old workbook is incomplete"
says out "Excelブック(.xlsx)またはCSVで保存し直してください" "and it is said what to do"

# Forms: written, filled in as a supplier does, and read back without a mapping.
questionnaire=$suppliers/aizawa-print/questionnaire.xml
mkdir -p "$work/f/s"
cp $suppliers/aizawa-print/supplier.xml "$work/f/s"
for kind in xlsx csv; do
    run "$KIJUN" questionnaire form $questionnaire --lang ja -o "$work/form.$kind"
    exits 0 "a form is written as .$kind"
    "$KIJUN" questionnaire form $questionnaire --lang ja -o "$work/again.$kind"
    same "$work/form.$kind" "$work/again.$kind" "the same questionnaire gives the same bytes as .$kind"
    run "$KIJUN" questionnaire form $questionnaire -o "$work/form.$kind"
    exits 4 "a form that is there already is not written over"
    cp "$work/form.$kind" "$work/f/s"
    run "$KIJUN" dump "$work/f/s"
    exits 3 "a blank form is no answer"
    run tests/e2e/fill_form "$work/form.$kind" "$work/f/s/form.$kind"
    exits 0 "the .$kind has what a supplier needs"
    run "$KIJUN" dump "$work/f/s"
    exits 0 "filled in, it is read without a mapping"
    grep -v -e '"cell"' -e '"document"' -e '"line"' -e '"file"' -e '"format"' "$work/out" | sed 's/,$//' >"$work/read.$kind"
    run "$KIJUN" dump "$work/f/s"
    says out '"questionnaire": "security-2026"' "and knows its questionnaire"
    run tests/e2e/fill_form "$work/form.$kind" "$work/f/s/form.$kind" --damage
    run "$KIJUN" dump "$work/f/s"
    exits 3 "a form whose questions were changed is refused"
    rm "$work/f/s/form.$kind"
done
sed -i 's/"words": "=特になし"/"words": "特になし"/' "$work/read.xlsx"
same "$work/read.xlsx" "$work/read.csv" "both forms say the same"
holds "an answer that begins with = stays a text" grep -q 特になし "$work/read.xlsx"
run "$KIJUN" questionnaire form $suppliers/aizawa-print/supplier.xml -o "$work/none.xlsx"
exits 2 "what is no questionnaire gives no form"
run "$KIJUN" questionnaire form $questionnaire -o "$work/form.pdf"
exits 2 "a form is .xlsx or .csv"
run "$KIJUN" questionnaire form $questionnaire -o "$work/nowhere/form.xlsx"
exits 4 "a form that cannot be written says so"
