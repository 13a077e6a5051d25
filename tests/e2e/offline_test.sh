#!/bin/sh
# Everything but fetching works where there is no network at all: in a namespace of its own, without any interface that is up.
. tests/e2e/support.sh
export KIJUN_HOME="$work/home"
unset KIJUN_KEY_PASSWORD_FILE
portfolio=$here/fixtures/portfolio
cd "$work" || exit 1

if ! unshare -rn true 2>/dev/null; then
    echo "ok - all verbs work without a network # SKIP this system permits no namespaces"
    exit 0
fi
offline() {
    run unshare -rn "$@"
}

offline sh -c 'sed 1,2d /proc/self/net/dev | grep -v "^ *lo:"'
if [ ! -s "$work/out" ]; then ok "there is no network here"; else not_ok "there is no network here"; fi
offline "$KIJUN" pack new acme/house -q
exits 0 "pack new"
for verb in "test acme/house --coverage" "doc acme/house --update" "lint acme/house" "doc acme/house" "pack definitions acme/house" \
    "pack build acme/house" "pack key acme" "pack sign acme-house-0.1.0.kpack --key acme.key" "pack trust acme.pub" \
    "pack verify acme-house-0.1.0.kpack" "pack install acme-house-0.1.0.kpack" "pack update" "pack list" "pack lock" \
    "pack install --locked" "pack verify" "rules --policy standard" "rules --supplier $portfolio/grey-harbour" \
    "explain audit-right $portfolio/grey-harbour" "dump $portfolio/grey-harbour" "recognise $portfolio/grey-harbour/contract.xml" \
    "schema" "version" "help"; do
    # shellcheck disable=SC2086  # words
    offline "$KIJUN" $verb
    exits 0 "$(echo "$verb" | cut -d' ' -f1-2 | sed 's/ [^ ]*[/.].*//')"
done
offline "$KIJUN" check "$portfolio/grey-harbour" --as-of 2026-04-01 --out "$work/reports" --register "$work/register.db" --quiet
exits 1 "check"
offline "$KIJUN" register list --register "$work/register.db"
exits 0 "register"
offline "$KIJUN" pack install https://packs.example.org/x.kpack
if [ "$status" -ne 0 ]; then ok "only what is fetched is not there"; else not_ok "only what is fetched is not there"; fi
