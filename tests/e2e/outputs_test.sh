#!/bin/sh
# Several reports of one run, each where it was asked to go.
. tests/e2e/support.sh

many=fixtures/portfolio one=fixtures/portfolio/grey-harbour
check() { # arguments...
    run "$KIJUN" check --as-of 2026-04-01 --fail-on never --lang en --quiet "$@"
}

check $many --format sarif
cp "$work/out" "$work/expected.sarif"
check $many --out "$work/expected" --format html,junit,csv
check $many -o sarif:"$work/new/a.sarif" -o junit:"$work/a.xml" -o html:"$work/a.html" -o csv
cp "$work/out" "$work/a.csv"
same "$work/expected.sarif" "$work/new/a.sarif" "one run writes a SARIF file, whose folder it makes"
same "$work/expected/run.junit.xml" "$work/a.xml" "and a JUnit file"
same "$work/expected/run.html" "$work/a.html" "and the page of the run"
same "$work/expected/run.csv" "$work/a.csv" "and CSV to standard output"
check $many -o html:"$work/reports/" -o sarif:"$work/b.sarif" -o csv:-
cp "$work/out" "$work/b.csv"
same "$work/expected.sarif" "$work/b.sarif" "with a folder of reports beside them the files are the same"
same "$work/expected/run.csv" "$work/b.csv" "and so is standard output"
same "$work/expected/suppliers/aoba-cloud.html" "$work/reports/suppliers/aoba-cloud.html" "the folder holds a report for each supplier"
check $many -o html:"$work/reports/" -o sarif:"$work/b.sarif"
same "$work/expected.sarif" "$work/b.sarif" "suppliers that did not change since are in the file as well"
check $one -o json:"$work/one.json" -o text
holds "one subject's report is the file" jq -e '.supplier.id == "grey-harbour" and (.findings | length) > 5' "$work/one.json"
says out "Grey Harbour" "and the other format is shown"
mkdir "$work/folder"
check $one -o json:"$work/folder"
holds "a folder that is there is the folder of reports" test -s "$work/folder/suppliers/grey-harbour.json"
(cd "$work" && "$KIJUN" check "$here/$one" --as-of 2026-04-01 -q -o plain) >"$work/out" 2>"$work/err"
holds "-o is --out where no format stands in front" test -s "$work/plain/run.html"
(cd "$work" && "$KIJUN" check "$here/$one" --as-of 2026-04-01 -q -o ./sarif) >"$work/out" 2>"$work/err"
holds "a folder that is called like a format is written ./sarif" test -s "$work/sarif/run.html"
(cd "$work" && "$KIJUN" check "$here/$one" --as-of 2026-04-01 -q --out json) >"$work/out" 2>"$work/err"
holds "--out is always a folder" test -s "$work/json/run.html"

GITHUB_STEP_SUMMARY=$work/summary
export GITHUB_STEP_SUMMARY
echo "what another step wrote" >"$work/summary"
check $many -o github-summary
holds "the job summary is added to" grep -q "what another step wrote" "$work/summary"
holds "by the summary of the run" grep -q "^| Grey Harbour" "$work/summary"
head -c 1048000 /dev/zero | tr '\0' 'x' >"$work/summary"
check $many -o github-summary
if [ "$(wc -c <"$work/summary")" -le 1048576 ] && [ "$(tail -n 1 "$work/summary")" = ... ]; then
    ok "a summary stays below what GitHub takes, and says that it was cut"
else
    not_ok "a summary stays below what GitHub takes, and says that it was cut"
fi
unset GITHUB_STEP_SUMMARY
check $many -o github-summary
says err "GITHUB_STEP_SUMMARY is not set" "without a job there is no job summary"

refused() { # status message what arguments...
    wanted=$1 message=$2 what=$3
    shift 3
    check "$@"
    exits "$wanted" "$what"
    says err "$message" "and it is said why: $message"
}
refused 2 "one folder of reports" "two folders in one run are refused" $many -o "html:$work/x/" -o "json:$work/y/"
refused 2 "same place" "two reports on standard output are refused" $many -o sarif -o csv
refused 2 "same place" "two reports in one file are refused" $many -o "sarif:$work/x" -o "csv:$work/x"
refused 2 "a report for each supplier" "what is made for each supplier is no single file" $many -o "oscal-poam:$work/x"
refused 2 "is no format" "an unknown format is refused" $many --output jsn:x
refused 4 "cannot write" "a file that cannot be made is told" $many -o sarif:/proc/nowhere/x
[ -w /dev/full ] && refused 4 "no space left" "and so is a full disk" $many -o sarif:/dev/full
holds "a device stays a device" test -c /dev/null
check $many -o sarif:/dev/null
holds "also after it was written to" test -c /dev/null
cp fixtures/templates/services-en.txt "$work/mine.txt"
ln -s mine.txt "$work/link.txt"
for asked in "-o json:$work/mine.txt" "-o sarif:$work/link.txt" "--metrics $work/mine.txt" "--out $work/mine.txt"; do
    # shellcheck disable=SC2086  # an option and its value
    refused 2 "is read, and would be written over" "the contract that is checked is not written over: $asked" "$work/mine.txt" $asked
done
for asked in "recognise $work/mine.txt -o $work/mine.txt" "diff $work/mine.txt fixtures/templates/services-en.txt -o $work/mine.txt" \
    "baseline write $work/mine.txt --baseline $work/mine.txt"; do
    # shellcheck disable=SC2086  # a command line
    run "$KIJUN" $asked
    exits 2 "nor by: $asked"
done
same fixtures/templates/services-en.txt "$work/mine.txt" "it is as it was"
echo old >"$work/kept"
run "$KIJUN" check "$work/nothing-here" -o "sarif:$work/kept"
exits 3 "a run that fails"
holds "leaves the file of the last one" grep -q old "$work/kept"
if find "$work" -name '.kijun-*.tmp' | grep -q .; then not_ok "nothing temporary is left"; else ok "nothing temporary is left"; fi
run "$KIJUN" help formats
says out "sarif" "help lists the formats"
says out "github-summary" "and the job summary"
