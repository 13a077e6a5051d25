#!/bin/sh
# A policy that was loaded once is kept for the next run: only time depends on it, never a verdict.
. tests/e2e/support.sh

cp -R rules policies "$work/"
cp fixtures/templates/services-en.xml "$work/one.xml"
unset KIJUN_CACHE
XDG_CACHE_HOME=$work/caches
export XDG_CACHE_HOME

check() {
    run "$KIJUN" check "$work/one.xml" --policy "$work/policies/template.lua" --as-of 2026-04-01 --format json
}
kept() {
    find "$work/caches/kijun" -name '*.policy' 2>/dev/null
}
# The verdict is the expected one.
agrees() { # what
    cp "$work/out" "$work/found.json"
    same "$work/expected.json" "$work/found.json" "$1"
}

sleep 1.1 # a policy that was changed a moment ago is not kept
KIJUN_CACHE=off
export KIJUN_CACHE
check
exits 0 "a template passes its policy"
cp "$work/out" "$work/expected.json"
if [ -z "$(kept)" ]; then ok "nothing is kept when the cache is off"; else not_ok "nothing is kept when the cache is off"; fi
unset KIJUN_CACHE

check
agrees "the run that keeps a policy says what a run without a cache says"
if [ "$(kept | wc -l)" -eq 1 ]; then ok "one policy is kept"; else not_ok "one policy is kept"; fi
file=$(kept)
if [ "$(stat -c %a "$file")" = 600 ]; then ok "only its owner can read it"; else not_ok "only its owner can read it"; fi

run strace -f -e trace=openat "$KIJUN" check "$work/one.xml" --policy "$work/policies/template.lua" --as-of 2026-04-01 --format json
agrees "a kept policy judges as the loaded one"
fails "a run with a kept policy reads no rule" grep -q 'rules/iso27001/rules/.*\.lua' "$work/err"

# Broken in each of these ways, it is loaded anew and kept again.
for broken in 'truncate -s -4096' 'truncate -s 10' 'truncate -s 0' 'chmod 660' 'chmod 604'; do
    $broken "$file"
    check
    agrees "a kept policy after '$broken' is not used"
done
for offset in 20 70 5000 1000000 2000000; do
    rm -f "$file"
    check
    printf '\377\001\377' | dd of="$file" bs=1 seek="$offset" conv=notrunc 2>/dev/null
    check
    agrees "a kept policy with other bytes at $offset is not used"
done
rm -f "$file"
ln -s /etc/passwd "$file"
check
agrees "a link in the place of a kept policy is not followed"
chmod 777 "$work/caches/kijun"
run strace -f -e trace=openat "$KIJUN" check "$work/one.xml" --policy "$work/policies/template.lua" --as-of 2026-04-01 --format json
agrees "a folder that others can write into is not trusted"
holds "the rules are then read" grep -q 'rules/iso27001/rules/.*\.lua' "$work/err"
chmod 700 "$work/caches/kijun"

# What the policy was made from changes.
check
sed -i 's/No clause obliges the supplier to report incidents/Nothing on incidents/' "$work/rules/iso27001/rules/incident-report-within.lua"
sed -i '/type="incident-report"/,/<\/clause>/d' "$work/one.xml"
check
says out "Nothing on incidents" "a changed rule counts at once"
sleep 1.1
check
check
says out "Nothing on incidents" "and is kept as it is now"
printf 'return rule {}\n' >"$work/rules/iso27001/rules/new.lua"
check
exits 2 "a new rule with mistakes is found at once"
rm "$work/rules/iso27001/rules/new.lua"
mkdir "$work/rules/iso27001/rules/gone"
mv "$work/rules/iso27001/rules/incident-report-within.lua" "$work/rules/iso27001/rules/gone/"
check
exits 2 "a rule that the policy names and that is gone is missed at once"
