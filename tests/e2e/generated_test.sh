#!/bin/sh
# Generated suppliers have exactly the findings that the generator planted. COUNT=2000 tests/e2e/generated_test.sh for more.
. tests/e2e/support.sh
count=${COUNT:-200}

judged() { # folder what
    run "$KIJUN" check "$1/suppliers" --policy policies/standard.lua --as-of 2026-04-01 --format json --out "$1/out" --quiet
    find "$1/out/suppliers" -name '*.json' -print0 | xargs -0 tests/e2e/findings --short | sort >"$1/found"
    sort "$1/expected.tsv" >"$1/expected"
    same "$1/expected" "$1/found" "$2"
}

scripts/generate "$count" "$work/folders" --seed 1
judged "$work/folders" "$count suppliers in folders have exactly the expected findings"
holds "findings were planted at all" test -s "$work/folders/expected.tsv"
scripts/generate 40 "$work/single" --seed 7 --single
judged "$work/single" "40 suppliers in one file each have exactly the expected findings"
scripts/generate 40 "$work/again" --seed 7 --single
same "$work/single/suppliers" "$work/again/suppliers" "the same seed gives the same bytes"
scripts/generate 20 "$work/part" --seed 7 --single --first 21
same "$work/single/suppliers/s0000030.xml" "$work/part/suppliers/s0000030.xml" "a part is what it is in the whole"
