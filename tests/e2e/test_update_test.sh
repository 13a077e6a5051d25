#!/bin/sh
# kijun test --update shows what it would write and writes nothing unasked; --bench measures and changes nothing.
. tests/e2e/support.sh
cd "$work" || exit 1
"$KIJUN" pack new house -q >/dev/null
rule=house/rules/house-source-escrow.lua
sed -i 's/default = 10,/default = 5,/' "$rule"
cp "$rule" before.lua
run "$KIJUN" test house --update
exits 1 "what differs is shown"
says out '-    { name = "within ten days", expect = "pass"' "as it is"
says out '+    { name = "within ten days", expect = "fail:late"' "and as it would be"
says out "Nothing was written" "and nothing is written unasked"
same before.lua "$rule" "the file is as it was"
run "$KIJUN" test house --update --yes
exits 0 "said yes, it is written"
run "$KIJUN" test house
exits 0 "and the examples hold"
run "$KIJUN" test house --update --yes
if [ -s out ]; then not_ok "then there is nothing to write"; else ok "then there is nothing to write"; fi
run "$KIJUN" test house --bench
exits 0 "rules are measured"
says out "house-source-escrow" "by name"
