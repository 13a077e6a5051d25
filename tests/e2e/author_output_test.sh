#!/bin/sh
# What editors and CI read of `kijun lint` and `kijun test`.
. tests/e2e/support.sh
cd "$work" || exit 1
"$KIJUN" pack new acme/house -q
rule=acme/house/rules/house-source-escrow.lua

run "$KIJUN" lint acme/house --format json
exits 0 "a pack in which lint finds nothing"
holds "is an empty list" python3 -c 'import json, sys; assert json.load(open(sys.argv[1])) == []' out
run "$KIJUN" test acme/house --format junit
exits 0 "its tests pass"
holds "as JUnit has it" python3 -c 'import sys, xml.etree.ElementTree as t
cases = t.parse(sys.argv[1]).findall("testsuite/testcase")
assert len(cases) == 7 and not t.parse(sys.argv[1]).findall(".//failure"), len(cases)' out
sed -i 's/default = 10,/default = 5,/' $rule
run "$KIJUN" lint acme/house --format json
exits 1 "what lint finds"
holds "has its name, file, line, message and advice" python3 -c 'import json, sys
found = json.load(open(sys.argv[1]))
assert len(found) == 2 and found[0]["file"] == sys.argv[2] and found[0]["line"] > 1, found
assert found[0]["name"] and found[0]["message"].startswith("house-source-escrow: ") and found[0]["advice"]' out $rule
run "$KIJUN" test acme/house --format junit --lang ja
exits 1 "a test that fails"
holds "is a failure that says what came instead" python3 -c 'import sys, xml.etree.ElementTree as t
failed = [c for c in t.parse(sys.argv[1]).iter("testcase") if c.find("failure") is not None]
assert [c.get("name") for c in failed] == ["within ten days", "within ten days, in Japanese"]
assert failed[0].get("file") == sys.argv[2] and failed[0].find("failure").get("message") == "期待 pass, 結果 fail:late"' out $rule
echo "// exepct: house-source-escrow pass" >acme/house/examples/odd.txt
echo "Services Agreement" >>acme/house/examples/odd.txt
run "$KIJUN" test acme/house --format junit
holds "a remark that is wrong is an error" grep -q '<error message="acme/house/examples/odd.txt:1: ' out
for wrong in "lint acme/house --format xml" "test acme/house --format xml" "test acme/house --format junit --coverage"; do
    # shellcheck disable=SC2086  # words
    run "$KIJUN" $wrong
    exits 2 "there is no kijun $wrong"
done
