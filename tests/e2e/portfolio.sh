# Sourced after support.sh: small portfolios, and runs over them under a policy of two rules.
# shellcheck shell=sh disable=SC2154  # support.sh sets here and work
KIJUN_FAULTS=${KIJUN_FAULTS:-$here/build/release/kijun-faults}
policy=$here/tests/e2e/policies/tiny.lua
export LC_ALL=C

# A supplier: fine, unless its tier is low.
supplier() { # folder id [tier]
    mkdir -p "$1"
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<supplier xmlns="urn:kijun:1" id="%s" name="Supplier %s" tier="%s" kind="company" country="JP"/>\n' \
        "$2" "$2" "${3:-standard}" >"$1/profile.xml"
}

# A portfolio of so many suppliers, s001 and on; every seventh has a major finding.
portfolio() { # folder count
    i=1
    while [ "$i" -le "$2" ]; do
        id=$(printf 's%03d' "$i")
        tier=standard
        [ $((i % 7)) -ne 0 ] || tier=low
        supplier "$1/group-$((i % 3))/$id" "$id" "$tier"
        i=$((i + 1))
    done
}

# kijun check with the policy of the tests; run from $work, so that paths are the same everywhere.
check() { # arguments...
    (cd "$work" && "$KIJUN" check --policy "$policy" --as-of 2026-04-01 "$@")
}

check_faults() { # faults arguments...
    faults=$1
    shift
    (cd "$work" && KIJUN_FAULT=$faults "$KIJUN_FAULTS" check --policy "$policy" --as-of 2026-04-01 "$@")
}

# The reports of a folder without what only says who wrote them.
reports() { # folder
    (cd "$1" && find . -type f ! -name '.kijun-*' | sort)
}
