#!/bin/sh
# Formats that are one report of the whole run: joined in the order of suppliers, whole, and the same however it ran.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

portfolio "$work/portfolio" 60
first=sarif,junit,tap,github
second=gitlab,csv,csv-excel,markdown
run check portfolio -j 1 --out one --format $first
exits 1 "one worker checks the portfolio"
run check portfolio -j 2 --out two --format $first
same "$work/one" "$work/two" "two workers write the same bytes as one"
run check portfolio -j 1 --out one --format $second
run check portfolio -j 2 --out two --format $second
same "$work/one" "$work/two" "so they do in the other formats"
fails "reports of formats that were not asked for again are removed" test -e "$work/one/run.sarif"
holds "each supplier has a report in Markdown" test -e "$work/one/suppliers/s007.md"

# ---- what is in them ----
run check portfolio --out all --format $first
holds "SARIF is JSON" jq -e . "$work/all/run.sarif"
[ "$(jq '.runs[0].results | length' "$work/all/run.sarif")" -eq 8 ]
status=$?
exits 0 "SARIF has the eight findings"
[ "$(jq -r '.runs[0].results[].properties.supplier' "$work/all/run.sarif" | sort -c 2>&1)" = "" ]
status=$?
exits 0 "in the order of suppliers"
holds "JUnit is XML" xmllint --noout "$work/all/run.junit.xml"
[ "$(grep -c '<testsuite name="s0' "$work/all/run.junit.xml")" -eq 60 ]
status=$?
exits 0 "JUnit has a suite for each supplier"
[ "$(grep -c '^::error ' "$work/all/run.github.txt")" -eq 8 ]
status=$?
exits 0 "GitHub is told of each finding"
[ "$(sed -n 2p "$work/all/run.tap")" = 1..60 ]
status=$?
exits 0 "TAP plans a test for each supplier"

# ---- on standard output ----
run check portfolio -j 2 --format sarif
cp "$work/out" "$work/printed"
same "$work/all/run.sarif" "$work/printed" "SARIF is printed as it is written"

# ---- what is wrong with a supplier is in them, too ----
supplier "$work/portfolio/twin" s003
echo '<broken' >"$work/portfolio/group-1/s004/profile.xml"
run check portfolio --out wrong --format sarif,csv,gitlab
exits 3 "two suppliers with one id and a broken file are incomplete"
holds "SARIF is JSON all the same" jq -e '.runs[0].invocations[0].executionSuccessful == false' "$work/wrong/run.sarif"
[ "$(jq '[.runs[0].results[] | select(.ruleId | startswith("engine:"))] | length' "$work/wrong/run.sarif")" -ge 2 ]
status=$?
exits 0 "SARIF names both"
[ "$(jq '[.[] | .fingerprint] | length == (unique | length)' "$work/wrong/run.gitlab.json")" = true ]
status=$?
exits 0 "GitLab's fingerprints are unique"
[ "$(grep -c '^"s003"' "$work/wrong/run.csv")" -eq 1 ]
status=$?
exits 0 "suppliers that share an id are one error"

# ---- nothing found ----
mkdir "$work/empty"
supplier "$work/empty/s1" s1
run check empty --out quiet --format sarif,gitlab,github
exits 0 "a clean supplier is clean"
holds "SARIF without results is whole" jq -e '.runs[0].results == []' "$work/quiet/run.sarif"
holds "an empty list is a list" jq -e '. == []' "$work/quiet/run.gitlab.json"
[ ! -s "$work/quiet/run.github.txt" ]
status=$?
exits 0 "GitHub is told nothing"
