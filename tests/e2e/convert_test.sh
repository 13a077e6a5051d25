#!/bin/sh
# kijun convert: a contract in prose becomes XML that is valid, is judged alike, and stays what it is when converted again.
. tests/e2e/support.sh

# What was judged, by which clauses; quotations aside, since a declared type quotes nothing.
judged() { # report
    jq -S '
        def place: if . then {clause, heading} else null end;
        {verdict, findings: [.findings[] | {rule, message, outcome, grade, text, arguments, place: (.place | place)}],
         judgements: [.judgements[] | {rule, outcome, evidence: [.evidence[]? | .place | place]}]}' "$1"
}
check() { # file name
    "$KIJUN" check "$1" --policy "$3" --as-of 2026-04-01 --format json --out "$work/$2-$3" --quiet --fail-on never \
        >"$work/out" 2>"$work/err"
    judged "$work/$2-$3"/suppliers/*.json >"$work/$2-$3.judged"
}

for contract in fixtures/templates/services-ja.docx fixtures/templates/services-en.docx \
    fixtures/portfolio/kumano-systems/contract.docx fixtures/portfolio/lakeside-saas/agreement.docx \
    fixtures/portfolio/miyako-building/contract.txt fixtures/portfolio/deccan-data/agreement.txt \
    fixtures/templates/services-ja.xml; do
    name=$(basename "$(dirname "$contract")")-$(basename "$contract")
    run "$KIJUN" convert "$contract" --as-of 2026-04-01 -o "$work/$name.xml"
    exits 0 "$name is converted"
    holds "$name: the result is valid" xmllint --noout --schema fixtures/kijun.xsd "$work/$name.xml"
    run "$KIJUN" convert "$work/$name.xml" --as-of 2026-04-01 -o "$work/$name.again.xml"
    same "$work/$name.xml" "$work/$name.again.xml" "$name: converted again it is the same"
    for policy in standard template; do
        check "$contract" original "$policy"
        check "$work/$name.xml" converted "$policy"
        same "$work/original-$policy.judged" "$work/converted-$policy.judged" "$name: the result is judged alike ($policy)"
        rm -rf "$work/original-$policy" "$work/converted-$policy"
    done
done

run grep -c ' type="[a-z-]*".* read-from=' "$work/templates-services-ja.docx.xml"
if [ "$(cat "$work/out")" -ge 40 ]; then ok "types are declared with their words"; else not_ok "types are declared with their words"; fi
run grep -c '<duration .* read-from=' "$work/templates-services-ja.docx.xml"
if [ "$(cat "$work/out")" -ge 5 ]; then ok "terms are declared with their words"; else not_ok "terms are declared with their words"; fi
run "$KIJUN" convert fixtures/templates/services-ja.docx --lang ja
says out "<!-- 認識: " "what is not declared is said in comments"

# A correction by hand is kept, and never written over.
sed 's/value="PT24H"/value="PT12H"/' "$work/kumano-systems-contract.docx.xml" >"$work/corrected.xml"
run "$KIJUN" convert "$work/corrected.xml" -o "$work/kumano-systems-contract.docx.xml"
exits 4 "a file that is there is not written over"
run "$KIJUN" convert fixtures/templates/services-en.txt
exits 0 "without -o it goes to standard output"
says out '<contract xmlns="urn:kijun:1"' "as XML"
python3 - >"$work/long.txt" <<'PYTHON'
print("SERVICES AGREEMENT\n")
for i in range(1, 3000):
    print(f"{i}. Incidents of kind {i}\nThe Supplier shall report incidents of kind {i} to the Customer within {i} hours, "
          "and shall keep its records of them for five (5) years after the end of this agreement.\n")
PYTHON
run "$KIJUN" convert "$work/long.txt" -o "$work/long.xml"
exits 0 "a contract of hundreds of pages is converted"
holds "all of it" grep -q "incidents of kind 2999 to" "$work/long.xml"
holds "which is a lot" test "$(wc -c <"$work/long.xml")" -gt 600000
holds "to XML that is valid" xmllint --noout --schema fixtures/kijun.xsd "$work/long.xml"
printf 'PK and no archive' >"$work/broken.docx"
run "$KIJUN" convert "$work/broken.docx" -o "$work/broken.xml"
exits 3 "what cannot be read is an error"
fails "and nothing is written of it" test -e "$work/broken.xml"
