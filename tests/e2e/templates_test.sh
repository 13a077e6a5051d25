#!/bin/sh
# The contract templates that are shipped pass the policy for templates: typed in XML, recognised in Word and text.
. tests/e2e/support.sh

for template in fixtures/templates/services-ja.xml fixtures/templates/services-ja.docx fixtures/templates/services-ja.txt \
    fixtures/templates/services-en.xml fixtures/templates/services-en.docx fixtures/templates/services-en.txt; do
    name=$(basename "$template")
    run "$KIJUN" check "$template" --policy policies/template.lua --as-of 2026-04-01 --fail-on observation \
        --format json --out "$work/$name" --quiet
    exits 0 "$name ends with 0"
    tests/e2e/findings "$work/$name"/suppliers/*.json >"$work/out" 2>"$work/err"
    if [ ! -s "$work/out" ] && [ ! -s "$work/err" ]; then ok "$name has no finding"; else not_ok "$name has no finding"; fi
done

for source in fixtures/sources/*.txt; do
    name=$(basename "$source" .txt)
    for made in "fixtures/templates/$name.docx" fixtures/portfolio/"$name"/*.docx; do
        [ -e "$made" ] || continue
        scripts/make-docx "$source" "$work/made.docx"
        same "$made" "$work/made.docx" "$made is made from $source"
    done
done
