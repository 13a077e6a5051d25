#!/bin/sh
# The same agreement as Word, OpenDocument, HTML, Akoma Ntoso and plain text gives the same findings, word for word.
. tests/e2e/support.sh

# What was judged, by which clauses and words; without what must differ: names of files, lines, fingerprints of those.
judged() { # report
    jq -S '
        def place: if . then {clause, heading, type, what, quote} else null end;
        {verdict, documents: [.documents[] | {kind, title, clauses, read}],
         findings: [.findings[] | {rule, message, outcome, grade, text, arguments, place: (.place | place)}],
         judgements: [.judgements[] | {rule, outcome, evidence: [.evidence[]? | .place | place]}]}' "$1"
}

# The clauses, their headings and their text.
clauses() { # dump
    jq -S '[.contracts[] | {title, kind, language, parties: [.parties[]? | {name, alias, role}],
            text: [.. | objects | select(has("number")) | {number, heading, text}]}]' "$1"
}

for source in services-ja services-en kumano-systems lakeside-saas; do
    run scripts/make-formats "fixtures/sources/$source.txt" "$work/$source"
    exits 0 "$source is written in every format"
    for format in docx odt html akn.xml txt; do
        file=$work/$source/contract.$format
        "$KIJUN" dump "$file" >"$work/dump" 2>"$work/err"
        clauses "$work/dump" >"$work/$source/$format.clauses"
        "$KIJUN" check "$file" --policy standard --as-of 2026-04-01 --format json --out "$work/$source/$format" --quiet \
            --fail-on never >"$work/out" 2>"$work/err"
        judged "$work/$source/$format"/suppliers/*.json >"$work/$source/$format.judged"
        [ "$format" = docx ] && continue
        same "$work/$source/docx.clauses" "$work/$source/$format.clauses" "$source: .$format has the clauses of .docx"
        same "$work/$source/docx.judged" "$work/$source/$format.judged" "$source: .$format is judged as .docx"
    done
    if [ "$(grep -c '"rule"' "$work/$source/docx.judged")" -gt 50 ] && [ "$(grep -c '"number"' "$work/$source/docx.clauses")" -gt 30 ]; then
        ok "$source: that is more than nothing"
    else
        not_ok "$source: that is more than nothing"
    fi
done

# Told apart by what they hold, whatever they are called.
for format in docx odt html akn.xml txt; do
    for name in contract.bin contract.txt contract.docx; do
        [ "$format" = txt ] && [ "$name" != contract.txt ] && continue
        cp "$work/kumano-systems/contract.$format" "$work/$name"
        "$KIJUN" dump "$work/$name" >"$work/dump" 2>"$work/err"
        clauses "$work/dump" >"$work/found"
        same "$work/kumano-systems/$format.clauses" "$work/found" ".$format is read when it is called $name"
    done
done

# A folder of them is judged file by file; one rule cannot be decided for any of them.
mkdir "$work/folder"
cp "$work"/kumano-systems/contract.* "$work/folder"
run "$KIJUN" check "$work/folder" --policy standard --as-of 2026-04-01 --format json --out "$work/all" --quiet --fail-on never
exits 3 "a folder holds contracts of every format"
if [ "$(find "$work/all/suppliers" -name '*.json' | wc -l)" -eq 5 ]; then ok "each is a subject"; else not_ok "each is a subject"; fi
