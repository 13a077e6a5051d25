#!/bin/sh
# Every example, example document, message, translation and control of every shipped pack matters: deleting any one of them is found.
. tests/e2e/support.sh

for pack in iso27001 gdpr28 appi dora30 nis2; do
    run tests/e2e/delete-one "$KIJUN" "rules/$pack"
    if [ "$status" -eq 0 ] && [ "$(wc -l <"$work/out")" -eq 1 ] && grep -q '^[1-9][0-9]* deletions were seen$' "$work/out"; then
        ok "deleting any one example, document, message, translation or control of $pack is found"
    else
        not_ok "deleting any one example, document, message, translation or control of $pack is found"
    fi
done

# What the test itself sees: a second English text that nobody needs would be missed by nobody.
mkdir -p "$work/small/rules"
cp rules/gdpr28/pack.lua "$work/small/"
cp rules/gdpr28/rules/gdpr-security.lua "$work/small/rules/"
sed -i 's/name = "gdpr28"/name = "small"/' "$work/small/pack.lua"
echo "A page without tables" >"$work/small/README.md"
cat >"$work/lint" <<'END'
#!/bin/sh
exit 0
END
chmod +x "$work/lint"
run tests/e2e/delete-one "$work/lint" "$work/small"
says out "gdpr-security.lua" "what lint does not see is named"
