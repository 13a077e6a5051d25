#!/bin/sh
# The packs that are shipped: nothing in them will bite later, and every outcome of every rule has been seen.
. tests/e2e/support.sh

for pack in iso27001 gdpr28 appi dora30 nis2 core; do
    run "$KIJUN" lint "rules/$pack"
    exits 0 "lint finds nothing in $pack"
    [ "$pack" != core ] || continue
    run "$KIJUN" test "rules/$pack" --coverage
    exits 0 "every example of $pack has the outcome that it says"
    says out "(100.0 %), lines" "every outcome of every rule of $pack has an example"
    lines=$(sed -n 's/.*, lines .* (\([0-9]*\)\.[0-9] %)$/\1/p' "$work/out")
    holds "examples run at least 95 % of the lines of $pack" test "${lines:-0}" -ge 95
done

run "$KIJUN" test rules/core
exits 2 "a pack without rules has nothing to test, which is no pass"
says err "no example to run for 'rules/core'" "and is named"
run "$KIJUN" test rules/core --bench
exits 2 "nor anything to measure"
meant() { # name, what was meant, command...
    wrong=$1 right=$2
    shift 2
    run "$KIJUN" "$@"
    exits 2 "kijun $* names nothing that is there"
    says err "'$wrong': did you mean '$right'?" "and what was meant is suggested"
}
meant iso2701 iso27001 test iso2701
meant gdpr2 gdpr28 lint gdpr2
meant dora3 dora30 doc dora3
meant audit-rigth audit-right test audit-rigth
meant dora-adit dora-audit test rules/dora30 dora-adit
meant stanard standard rules --policy stanard

# What the test itself sees: a rule without its control, a message that nothing shows, a page that was not renewed.
cp -R rules/core "$work/core"
cp -R rules/iso27001 "$work/pack"
sed 's/"ISO\/IEC 27001:2022 A.5.20"/"ISO\/IEC 27001:2022 A.5.2O"/' rules/iso27001/rules/damages.lua >"$work/pack/rules/damages.lua"
run "$KIJUN" lint "$work/pack"
exits 1 "a control that the standard does not have is found"
says out "did you mean 'ISO/IEC 27001:2022 A.5.2" "with the one that was meant"
says out "the tables made from the rules are not up to date" "and the page that shows it otherwise, too"
run "$KIJUN" doc "$work/pack" --update
run "$KIJUN" lint "$work/pack"
if grep -q "not up to date" "$work/out"; then not_ok "the page is renewed"; else ok "the page is renewed"; fi
cp rules/iso27001/rules/damages.lua "$work/pack/rules/"
sed 's/"fail:missing"/"fail"/; s/fail "missing"/pass()/; s/expect = "fail"/expect = "pass"/' rules/iso27001/rules/penalty.lua \
    >"$work/pack/rules/penalty.lua"
run "$KIJUN" test "$work/pack" --coverage
says out "penalty: no example has the outcome 'missing'" "a message without an example is found"
run "$KIJUN" lint "$work/pack"
says out "penalty: no code gives the message 'missing'" "and lint says that nothing gives it"

# The documentation has a page for every rule in both languages and formats.
run "$KIJUN" doc rules/gdpr28 --out "$work/doc"
exits 0 "documentation is made from the rules"
for page in en/index.html ja/index.html en/index.md ja/gdpr-breach-notice.html en/gdpr-breach-notice.md; do
    holds "with $page" test -s "$work/doc/$page"
done
holds "one page a rule" test "$(find "$work/doc/ja" -name '*.html' | wc -l)" -eq "$(($(find rules/gdpr28/rules -name '*.lua' | wc -l) + 1))"
holds "whose HTML is well-formed" xmllint --html --noout "$work/doc/ja/gdpr-breach-notice.html"
cp -R "$work/doc" "$work/first"
"$KIJUN" doc rules/gdpr28 --out "$work/doc" >/dev/null
same "$work/first" "$work/doc" "made again it has the same bytes"
links=$(cd "$work/doc/ja" && grep -ho 'href="[^"]*"' ./*.html | sort -u | sed 's/href="//; s/"//')
for link in $links; do [ -e "$work/doc/ja/$link" ] || echo "$link"; done >"$work/out"
holds "every link leads to a page" test ! -s "$work/out"
