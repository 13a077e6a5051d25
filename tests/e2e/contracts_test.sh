#!/bin/sh
# The contracts in fixtures/contracts, each checked alone by the policy that its folder is named after, have exactly the
# findings that are written down beside them.
. tests/e2e/support.sh

for contract in fixtures/contracts/*/*.txt; do
    policy=$(basename "$(dirname "$contract")")
    name=$policy/$(basename "$contract" .txt)
    rm -rf "$work/reports"
    run "$KIJUN" check "$contract" --policy "policies/$policy.lua" --as-of 2026-04-01 --format json --out "$work/reports" --quiet
    tests/e2e/findings "$work"/reports/suppliers/*.json >"$work/found" 2>"$work/err" || cp "$work/err" "$work/found"
    if grep -q 'engine:unsure' "${contract%.txt}.tsv"; then
        exits 3 "$name has findings and leaves a question to a person"
    elif [ -s "${contract%.txt}.tsv" ]; then
        exits 1 "$name has findings"
    else
        exits 0 "$name conforms"
    fi
    same "${contract%.txt}.tsv" "$work/found" "$name has exactly the expected findings"
done

# What a non-disclosure agreement is not asked for is named in its report, with the reason.
run "$KIJUN" check fixtures/contracts/standard/nda-en.txt --policy policies/standard.lua --as-of 2026-04-01 --lang en
says out "Not asked of this kind of contract" "the report says what was not asked of a non-disclosure agreement"
run "$KIJUN" check fixtures/contracts/standard/nda-ja.txt --policy policies/standard.lua --as-of 2026-04-01 --lang ja
says out "この種類の契約書" "and says it in Japanese"

# Each article taken out of a contract that conforms is missed by the rule that asks for it, as a finding or as a question
# for a person; and nothing else is.
cut -f1 tests/e2e/removed-articles.tsv | sort -u >"$work/conforming"
while read -r name; do
    rm -rf "$work/without" "$work/reports"
    mkdir "$work/without"
    tests/e2e/delete-articles "fixtures/contracts/$name.txt" "$work/without"
    run "$KIJUN" check "$work/without" --policy "policies/${name%/*}.lua" --as-of 2026-04-01 --format json --out "$work/reports" --quiet
    tests/e2e/findings --short "$work"/reports/suppliers/*.json | cut -f1,2 | sed 's|^[^	]*without-||; s|\.txt	|	|' |
        sort -u >"$work/found"
    sed -n "s|^$name	||p" tests/e2e/removed-articles.tsv >"$work/expected"
    same "$work/expected" "$work/found" "each article taken out of $name is missed by its rule"
done <"$work/conforming"
