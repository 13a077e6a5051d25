#!/bin/sh
# No process of a run takes more than 48 MB, a policy that is loaded for the first time included.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

most=49152 # KB

# Runs the program; no process of it was larger.
stays_small() { # what argument...
    what=$1
    shift
    run env KIJUN_CACHE="$cache" "$here/tests/e2e/largest-process" "$work/peak" "$KIJUN" "$@"
    peak=$(cat "$work/peak" 2>/dev/null)
    if [ "$status" -le 3 ] && [ "$status" -ne 2 ] && [ "${peak:-$((most + 1))}" -le "$most" ]; then
        ok "$what"
    else
        not_ok "$what: a process took ${peak:-?} KB"
    fi
}

for policy in policies/*.lua scripts/bench-policy.lua; do
    name=$(basename "$policy" .lua)
    cache=$work/cache-$name
    stays_small "$name, loaded for the first time" check fixtures/portfolio --policy "$policy" --as-of 2026-04-01 --out "$work/$name" \
        --format html,json --register "$work/$name.db"
done
cache=off
stays_small "a policy that is not kept" check fixtures/portfolio --policy policies/standard.lua --as-of 2026-04-01 --out "$work/off"
cache=$work/cache-standard
stays_small "a policy that was kept" check fixtures/portfolio --policy policies/standard.lua --as-of 2026-04-01 --out "$work/kept"

# ---- with many suppliers, in all formats ----
formats=html,json,xml,markdown,sarif,junit,tap,csv,xlsx,oscal-poam
portfolio "$work/portfolio" 700
for night in first second; do
    stays_small "700 suppliers in all formats, the $night night" check "$work/portfolio" --policy policies/standard.lua \
        --as-of 2026-04-01 --out "$work/many" --format "$formats" --register "$work/many.db" -j 2
done
stays_small "their register, listed" register list --register "$work/many.db"

# ---- the check can fail ----
run "$here/tests/e2e/largest-process" "$work/peak" python3 -c 'b = bytearray(64 << 20); print(len(b))'
holds "a process over the limit would be noticed" test "$(cat "$work/peak")" -gt "$most"
