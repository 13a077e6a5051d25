#!/bin/sh
# The workbook of a run: everything in it, nothing that a spreadsheet would compute, the same bytes for the same run.
. tests/e2e/support.sh

judge() { # language out paths...
    language=$1 out=$2
    shift 2
    run "$KIJUN" check "$@" --policy standard --as-of 2026-04-01 --lang "$language" --format xlsx,json,html,csv-excel --out "$out" --quiet
}

cp -R fixtures/portfolio "$work/suppliers"
mkdir "$work/suppliers/formula"
printf '<supplier xmlns="urn:kijun:1" id="formula" name="=HYPERLINK(&quot;http://x.example&quot;,&quot;+1&quot;)" tier="standard" country="JP"><asset class="customer-data" name="@x" access="store"/></supplier>' \
    >"$work/suppliers/formula/supplier.xml"
printf 'Q;A\n' >"$work/suppliers/formula/answers.csv"
for language in ja en; do
    judge "$language" "$work/$language" "$work/suppliers"
    exits 3 "a run writes a workbook ($language)"
    run tests/e2e/read_workbook "$work/$language/run.xlsx" "$work/$language" "$language"
    exits 0 "read back, it says what the other reports say ($language)"
done
run "$KIJUN" check "$work/suppliers" --policy standard --as-of 2026-04-01 --lang ja --format xlsx --out "$work/again" --quiet --jobs 1
run "$KIJUN" check "$work/suppliers" --policy standard --as-of 2026-04-01 --lang ja --format xlsx --out "$work/twice" --quiet --jobs 4 --full
same "$work/again/run.xlsx" "$work/twice/run.xlsx" "the same run gives the same bytes, whatever the number of workers"
run "$KIJUN" check "$work/suppliers" --policy standard --as-of 2026-04-01 --lang ja --format xlsx --out "$work/twice" --quiet
same "$work/again/run.xlsx" "$work/twice/run.xlsx" "and when nothing is judged anew"
run env TMPDIR="$work/nowhere" "$KIJUN" check "$work/suppliers/formula" --policy standard --as-of 2026-04-01 --format xlsx --out "$work/none" --quiet
exits 4 "without a folder for temporary files it cannot be written, and says so"
holds "the folder is named" grep -q nowhere "$work/err"

# CSV, as Python and spreadsheets read it.
run python3 - "$work/ja/run.excel.csv" "$work/ja" <<'PY'
import csv, glob, json, sys
raw = open(sys.argv[1], "rb").read()
assert raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw
rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True)))
findings = [f for path in glob.glob(sys.argv[2] + "/suppliers/*.json") for f in json.load(open(path))["findings"]]
found = {r["fingerprint"]: r["text"] for r in rows}
for f in findings:
    text = f["text"]["ja"]
    assert found[f["fingerprint"]] in (text, "'" + text), text
assert not [v for r in rows for v in r.values() if v and v[0] in "=+-@"], "no field is a formula"
PY
exits 0 "the CSV for spreadsheets reads back equal, without formulas"
