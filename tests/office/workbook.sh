#!/bin/sh
# Workbooks in a real spreadsheet program: LibreOffice opens the workbook of a run and a form, saves them anew, and what it
# saved is read back. On fixtures/portfolio and on SUPPLIERS (2,000) generated ones. usage: make test-office
. tests/e2e/support.sh
export HOME="$work/home" # of LibreOffice's profile
mkdir -p "$HOME"

office() { # file folder kind
    run timeout 600 soffice --headless --convert-to "$3" --outdir "$2" "$1"
    exits 0 "LibreOffice opens $(basename "$1") and saves it as $3"
}

judge() { # name folder
    run "$KIJUN" check "$2" --policy standard --as-of 2026-04-01 --lang ja --format xlsx,json --out "$work/$1" --quiet
    holds "the run over $1 writes a workbook" test -s "$work/$1/run.xlsx"
    run tests/e2e/read_workbook "$work/$1/run.xlsx" "$work/$1" ja
    exits 0 "$1: the workbook says what the other reports say"
    office "$work/$1/run.xlsx" "$work/$1/office" xlsx
    run tests/e2e/read_workbook --saved "$work/$1/office/run.xlsx" "$work/$1" ja
    exits 0 "$1: and so does what LibreOffice made of it"
}

judge portfolio fixtures/portfolio
scripts/generate "${SUPPLIERS:-2000}" "$work/generated" --seed 7 >/dev/null
judge generated "$work/generated"

# A response goes the way of a form: written here, filled in, saved by LibreOffice, read here.
mkdir -p "$work/s" "$work/saved"
cp fixtures/spreadsheets/aizawa-print/supplier.xml "$work/s"
"$KIJUN" questionnaire form fixtures/spreadsheets/aizawa-print/questionnaire.xml --lang ja -o "$work/form.xlsx"
tests/e2e/fill_form "$work/form.xlsx" "$work/s/form.xlsx"
run "$KIJUN" dump "$work/s"
exits 0 "a form that was filled in is read"
cp "$work/out" "$work/expected"
office "$work/s/form.xlsx" "$work/saved" xlsx
cp "$work/saved/form.xlsx" "$work/s"
run "$KIJUN" dump "$work/s"
cp "$work/out" "$work/found"
same "$work/expected" "$work/found" "and read alike when LibreOffice has saved it"
