#!/bin/sh
# Two contracts, clause by clause; two runs, finding by finding.
. tests/e2e/support.sh
mkdir "$work/c" && cd "$work/c" || exit
templates=$here/fixtures/templates
diff_json() { # before after
    run "$KIJUN" diff "$1" "$2" --format json --lang en --as-of 2026-04-01
}
change() { # jq expression over the clauses, from the last output
    jq -e "$1" "$work/out"
}
text() { # file lines... : a small contract
    to=$1
    shift
    { printf 'Services Agreement\n\nThis Agreement is made between Acme Ltd. (the "Customer") and Bolt Inc. (the "Supplier").\n\n'; printf '%s\n\n' "$@"; } >"$to"
}
report='1. Incident reporting
The Supplier notifies the Customer of any security incident within 24 hours of becoming aware of it.'
uptime='2. Service levels
The monthly availability of the Services is at least 99.9%.'
sub='3. Subcontracting
The Supplier does not subcontract any part of the Services without the prior written consent of the Customer.'
audit='4. Audit
The Customer may audit the Supplier on its premises once a year, with 10 days notice.'
law='5. Governing law
This Agreement is governed by the laws of England, and every word of it is to be read accordingly.'
text a.txt "$report" "$uptime" "$sub" "$audit" "$law"

diff_json a.txt a.txt
exits 0 "a contract does not differ from itself"
holds "and nothing of it is changed" change '.summary.same == 6 and .summary.reworded == 0'
swap() { # what sed expression jq what: one change, and what it means
    sed -e "$1" a.txt >b.txt
    diff_json a.txt b.txt
    exits "$2" "$4"
    holds "$4: as it is told" change "$3"
    diff_json b.txt a.txt
    holds "$4: the other way round it is the opposite" change "$5"
}
swap 's/24 hours/72 hours/' 1 '.clauses[] | select(.bearing == "worse") | .terms[0] | .name == "report-within" and .before.value == "PT24H" and .after.value == "PT72H"' \
    "24 hours that became 72 are worse" '[.clauses[] | select(.bearing == "better")] | length == 1'
swap 's/within 24 hours of becoming aware of it/promptly/' 1 '.clauses[] | select(.bearing == "worse") | .terms[0].after.state == "vague"' \
    "a number that became a word is worse" '.summary.strengthened == 1'
swap 's/99.9%/99.5%/' 1 '.clauses[] | select(.bearing == "worse") | .terms[0] | .name == "uptime" and .after.value == "99.5"' \
    "less availability is worse" '.summary.strengthened == 1'
swap 's/without the prior written consent of the Customer/without prior notice to the Customer/' 1 \
    '.clauses[] | select(.bearing == "worse") | .terms[0] | .name == "consent" and .after.value == "notice"' \
    "a consent that became notice is worse" '.summary.strengthened == 1'
swap 's/The Supplier notifies the Customer of/The Customer notifies the Supplier of/' 1 \
    '.clauses[] | select(.duty.bearing == "worse") | .duty.before == "supplier" and .duty.after == "customer"' \
    "a duty that moved to the customer is worse" '.clauses[] | select(.duty.bearing == "better") | .duty.after == "supplier"'
swap 's/and every word of it is to be read accordingly/and each word is read accordingly/' 0 \
    '.summary.reworded == 1 and .summary.weakened == 0 and ([.clauses[].words[] | select(.in == "before")] | length > 0)' \
    "other words that promise the same are reworded" '.summary.reworded == 1 and .summary.weakened == 0'

text b.txt "$report" "$uptime" "$audit" "$law"
diff_json a.txt b.txt
exits 1 "a clause that is gone weakens the contract"
holds "it is told as removed" change '.clauses[] | select(.change == "removed") | .type == "subcontracting" and .bearing == "worse"'
text b.txt "1. Governing law
This Agreement is governed by the laws of England, and every word of it is to be read accordingly." "2. Incident reporting
The Supplier notifies the Customer of any security incident within 24 hours of becoming aware of it." "3. Service levels
The monthly availability of the Services is at least 99.9%." "4. Subcontracting
The Supplier does not subcontract any part of the Services without the prior written consent of the Customer." "5. Audit
The Customer may audit the Supplier on its premises once a year, with 10 days notice."
diff_json a.txt b.txt
exits 0 "clauses in another order promise the same"
holds "they are moved, not removed and added" change '.summary.moved == 5 and .summary.added == 0 and .summary.removed == 0 and .summary.weakened == 0'
text b.txt "1. Incident reporting
The Supplier notifies the Customer of any security incident by telephone." "$uptime" "$sub" "$audit" "$law" "6. Notification time
A security incident is notified by the Supplier within 24 hours of becoming aware of it."
diff_json a.txt b.txt
holds "a commitment that moved to another clause is not lost" change '.summary.weakened == 0'

# The shipped templates: in every format the same; a realistic revision, in both languages.
for l in ja en; do
    diff_json "$templates/services-$l.docx" "$templates/services-$l.txt"
    holds "services-$l as Word and as text: nothing is weakened" change '.summary.weakened == 0 and .summary.same > 60'
done
sed -e 's/24時間以内に、甲の連絡窓口/72時間以内に、甲の連絡窓口/' -e 's/2時間以内に初動対応/速やかに初動対応/' \
    -e 's/甲の事前の書面による承諾を得なければ、本業務の全部又は一部を第三者に再委託してはならない/本業務の全部又は一部を第三者に再委託するときは、あらかじめ甲に通知する/' \
    "$templates/services-ja.txt" >ja.txt
diff_json "$templates/services-ja.docx" ja.txt
exits 1 "a weaker revision of a Word file as text is found out"
holds "with what became worse" change '[.clauses[] | select(.bearing == "worse") | .terms[] | select(.bearing == "worse") | .name] | sort == ["consent", "report-within", "response-within"]'
cp "$work/out" "$work/json"
holds "the JSON is as its schema says" python3 "$here/tests/report/check_schema.py" "$here/fixtures/schemas/diff.schema.json" "$work/json"
run "$KIJUN" diff "$templates/services-ja.docx" ja.txt --lang ja
says out "24時間 → 72時間(不利)" "the text says so in Japanese"
says out "[-24-]{+72+}" "and marks the words"
run "$KIJUN" diff "$templates/services-ja.docx" ja.txt --lang ja --html -o page.html
exits 1 "a page is written"
holds "both sides stand in it, with the words marked" grep -q '<del>24</del>' page.html
fails "it loads nothing" grep -Eq '(src|href)=' page.html
run "$KIJUN" diff ja.txt ja.txt --html
holds "the page is well-formed" sh -c "xmllint --html --noout '$work/out' 2>&1 | grep -vE 'Tag (main|section|details|summary|ins|del) invalid' | grep -c error: | grep -qx 0"

# What cannot be compared.
printf 'PK\003\004broken' >broken.docx
run "$KIJUN" diff a.txt broken.docx
exits 3 "what cannot be read is told"
run "$KIJUN" diff broken.docx a.txt
exits 3 "on either side"
run "$KIJUN" diff a.txt nowhere
exits 3 "a file that is not there"
cp a.txt "<x>.txt"
run "$KIJUN" diff "<x>.txt" ja.txt --html
fails "names are escaped" grep -q "<x>" "$work/out"
run "$KIJUN" diff a.txt b.txt --format pdf
exits 2 "another format is refused"
mkdir several && cp a.txt several/a.txt && cp b.txt several/b.txt
run "$KIJUN" diff a.txt several
exits 3 "a folder of several contracts is not one"

# Hostile: many clauses that are all alike, and one that is very long.
python3 - <<'P'
with open("alike1.txt", "w") as a, open("alike2.txt", "w") as b:
    for f, word in ((a, "within 24 hours"), (b, "within 72 hours")):
        f.write("Agreement\n\n")
        for i in range(1, 1500):
            f.write(f"{i}. Reporting\nThe Supplier notifies the Customer of any security incident {word}.\n\n")
with open("long1.txt", "w") as a, open("long2.txt", "w") as b:
    for f, step in ((a, 7), (b, 11)):
        f.write("Agreement\n\n1. Long\n" + " ".join(f"word{i * step % 997}" for i in range(30000)) + "\n")
P
run timeout 60 "$KIJUN" diff alike1.txt alike2.txt --format json
exits 1 "clauses that are all alike are compared in time"
run timeout 60 "$KIJUN" diff long1.txt long2.txt --format json
exits 0 "and so is a very long one"
diff_json a.txt b.txt
cp "$work/out" "$work/once"
diff_json a.txt b.txt
cp "$work/out" "$work/twice"
same "$work/once" "$work/twice" "the same contracts give the same bytes"

# Runs.
cd "$here" || exit
for day in 2026-04-01 2026-06-15; do
    "$KIJUN" check fixtures/portfolio --as-of $day --out "$work/run-$day" --format json --quiet >/dev/null 2>&1
done
run "$KIJUN" diff "$work/run-2026-04-01" "$work/run-2026-04-01/run.json" --format json
exits 3 "a run that was incomplete stays so"
holds "a run does not differ from itself" jq -e '.summary.new == 0 and .summary.fixed == 0 and .summary.same > 100' "$work/out"
run "$KIJUN" diff "$work/run-2026-04-01" "$work/run-2026-06-15" --format json
cp "$work/out" "$work/json"
holds "later there are new findings" jq -e '.summary.new > 0 and ([.findings[] | select(.change == "new")] | length) == .summary.new' "$work/json"
holds "this JSON is as its schema says, too" python3 tests/report/check_schema.py fixtures/schemas/diff.schema.json "$work/json"
fingerprints() { cat "$1"/suppliers/*.json | jq -r 'select(.findings) | .supplier.id as $s | .findings[] | select(.outcome != "waived") | "\($s) \(.fingerprint)"' | sort; }
fingerprints "$work/run-2026-04-01" >"$work/f1"
fingerprints "$work/run-2026-06-15" >"$work/f2"
expected=$(comm -13 "$work/f1" "$work/f2" | wc -l)
found=$(jq '.summary.new' "$work/json")
if [ "$expected" -eq "$found" ]; then ok "as many as the fingerprints say"; else not_ok "as many as the fingerprints say ($expected, found $found)"; fi
run "$KIJUN" diff "$work/run-2026-04-01" "$work/run-2026-06-15" --html --lang ja
says out "実行結果の比較" "as a page, in Japanese"
says out "重大な不適合" "grades in words, too"
cp -R "$work/run-2026-04-01" "$work/without"
findings=$(jq '[.findings[] | select(.outcome != "waived")] | length' "$work/without/suppliers/sato-haruka.json")
rm "$work/without/suppliers/sato-haruka.json"
run "$KIJUN" diff "$work/run-2026-04-01" "$work/without" --format json
# shellcheck disable=SC2016  # of jq
holds "what was found of a supplier that is gone is not fixed" jq -e --argjson n "$findings" '.summary == { new: 0, worse: 0, better: 0, fixed: 0, gone: $n, same: .summary.same } and $n > 0' "$work/out"
cp "$work/out" "$work/json"
holds "as its schema says" python3 tests/report/check_schema.py fixtures/schemas/diff.schema.json "$work/json"
run "$KIJUN" diff "$work/without" "$work/run-2026-04-01" --format json
# shellcheck disable=SC2016  # of jq
holds "and of one that came it is new" jq -e --argjson n "$findings" '.summary.new == $n and .summary.gone == 0' "$work/out"
run "$KIJUN" diff "$work/run-2026-04-01" fixtures/templates/services-en.txt
exits 2 "a run and a contract cannot be compared"
echo '{' >"$work/run-2026-06-15/suppliers/aoba-cloud.json"
run "$KIJUN" diff "$work/run-2026-04-01" "$work/run-2026-06-15"
exits 3 "a report that is cut off is told"
says err "aoba-cloud.json" "with its name"
