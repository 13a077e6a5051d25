#!/bin/sh
# The life of a rule pack between a consultant and a client, as a stranger would live it: make, edit, test, lint, document,
# build, sign, verify, install, tailor, run, update, refuse.
. tests/e2e/support.sh
consultant=$work/consultant
export KIJUN_HOME="$work/client"
unset KIJUN_KEY_PASSWORD_FILE
mkdir -p "$consultant" "$work/project/contracts"
cd "$consultant" || exit 1
rule=acme/banking/rules/banking-source-escrow.lua

edit() { # expression file
    sed -i "$1" "$2"
}
version() { # version
    edit "s/version = \"[0-9.]*\"/version = \"$1\"/" acme/banking/pack.lua
}

# ---- new, and green at once ----
run "$KIJUN" pack new acme/banking --as-of 2026-11-24
exits 0 "a consultant makes a new pack"
run "$KIJUN" pack new acme/banking
exits 4 "and not over one that is there"
run "$KIJUN" pack new Acme/Banking
exits 2 "a name with capital letters is refused"
run "$KIJUN" test acme/banking --coverage
exits 0 "its tests pass at once"
says out "outcomes 4/4 (100.0 %), lines 7/7 (100.0 %)" "and reach everything"
run "$KIJUN" doc acme/banking --update
run "$KIJUN" lint acme/banking
exits 0 "lint finds nothing"
holds "luacheck knows its names" luacheck -q --config acme/banking/.luacheckrc acme/banking/rules acme/banking/pack.lua acme/banking/vocabulary.lua
holds "its settings for editors are JSON" python3 -m json.tool acme/banking/.luarc.json
holds "and name the definitions" grep -q -- "---@meta" acme/banking/.luals/kijun.lua

# ---- edit: red, then green ----
edit 's/default = 10,/default = 5,/' "$rule"
run "$KIJUN" test acme/banking
exits 1 "a rule that was made stricter fails its examples"
says out "within ten days: expected pass, got fail:late" "and says which, and how"
edit 's/name = "within ten days", expect/name = "within ten days", params = { days = 10 }, expect/; s/name = "within ten days, in Japanese", expect/name = "within ten days, in Japanese", params = { days = 10 }, expect/' "$rule"
run "$KIJUN" test acme/banking
exits 0 "with its examples changed, too, it passes"

# ---- lint, doc ----
edit 's/ja = "ソースコードの預託に関する条項がありません"/ja = "No clause on source code escrow"/' "$rule"
run "$KIJUN" lint acme/banking
exits 1 "a text that nobody translated is found"
says out "is not translated into ja" "and said"
edit 's/missing = { en = "No clause on source code escrow", ja = "No clause on source code escrow"/missing = { en = "No clause on source code escrow", ja = "ソースコードの預託に関する条項がありません"/' "$rule"
holds "corrected, lint finds nothing" "$KIJUN" lint acme/banking
run "$KIJUN" doc acme/banking
exits 0 "documentation is made"
holds "with a page for the rule in Japanese" grep -q "ソースコードが預託され、5日以内に引き渡される" doc/ja/banking-source-escrow.html

# ---- build, sign, verify ----
holds "a key is made" "$KIJUN" pack key acme
version 1.0.0
run "$KIJUN" pack build acme/banking
exits 0 "the pack is built"
cp acme-banking-1.0.0.kpack first.kpack
rm acme-banking-1.0.0.kpack
touch -d 2001-01-01 acme/banking/pack.lua
"$KIJUN" pack build acme/banking >"$work/out" 2>"$work/err"
same first.kpack acme-banking-1.0.0.kpack "built again it has the same bytes"
holds "and is signed" "$KIJUN" pack sign acme-banking-1.0.0.kpack --key acme.key
rm first.kpack
edit 's/default = 5,/default = 6,/' "$rule"
run "$KIJUN" pack build acme/banking
exits 2 "content that changed under the same version is not built"
says err "'rules/banking-source-escrow.lua' has changed since version 1.0.0 was built" "the file is named"
says err "to 1.0.1 or higher" "and the next version"
run "$KIJUN" lint acme/banking
exits 1 "lint says so, too"

# ---- a client ----
run "$KIJUN" pack install acme-banking-1.0.0.kpack
exits 5 "a client who does not trust the key does not install it"
fails "and has nothing of it" test -e "$KIJUN_HOME/packs/acme/banking"
holds "the client trusts the key" "$KIJUN" pack trust acme.pub
holds "verifies" "$KIJUN" pack verify acme-banking-1.0.0.kpack
run "$KIJUN" pack install acme-banking-1.0.0.kpack
says out "acme/banking 1.0.0" "and installs"
cd "$work/project" || exit 1
cat >contracts/escrow.txt <<'END'
Software Services Agreement

1. Source code escrow
The Supplier deposits the source code with an escrow agent, who releases it within eight (8) days.
END
cat >base.lua <<'END'
return policy { name = "base", packs = { "acme/banking" } }
END
cat >client.lua <<'END'
return policy { name = "client", extends = "base", rules = { ["banking-source-escrow"] = { params = { days = 7 }, grade = "minor" } } }
END
run "$KIJUN" check contracts --policy base.lua --as-of 2026-04-01 --format text
exits 1 "a policy that names the pack finds with it"
says out "required: 5 days" "by the rule's own parameter"
run "$KIJUN" rules --policy client.lua
says out "days = 7  (client.lua:1; the rule's own: 5)" "the client tailors it by a policy of its own"
run "$KIJUN" check contracts --policy client.lua --as-of 2026-04-01 --format text
says out "required: 7 days" "and judges by that"
run "$KIJUN" test acme/banking
exits 0 "the client can run the tests of an installed pack"
run "$KIJUN" pack lock
exits 0 "what is installed is locked"
cp kijun.lock first.lock

# ---- update ----
cd "$consultant" || exit 1
version 1.1.0
holds "a higher version is built" "$KIJUN" pack build acme/banking
run "$KIJUN" pack install acme-banking-1.1.0.kpack
exits 5 "a pack without a signature is not installed"
holds "an update is signed with the minisign tool" sh -c "minisign -G -W -f -p tool.pub -s tool.key && minisign -S -s tool.key -m acme-banking-1.1.0.kpack -x acme-banking-1.1.0.kpack.minisig"
run "$KIJUN" pack update
exits 5 "and not taken before its key is trusted"
holds "whose key is trusted, too" "$KIJUN" pack trust tool.pub
run "$KIJUN" pack update
says out "acme/banking 1.0.0 -> 1.1.0" "the client updates"
run "$KIJUN" pack update
says out "acme/banking 1.1.0" "and is then up to date"
holds "what kijun signed the minisign tool verifies" minisign -V -p acme.pub -m acme-banking-1.0.0.kpack -x acme-banking-1.0.0.kpack.minisig

# ---- the same elsewhere ----
here_home=$KIJUN_HOME
export KIJUN_HOME="$work/elsewhere"
"$KIJUN" pack trust acme.pub >/dev/null
run "$KIJUN" pack install --locked "$work/project/first.lock"
exits 0 "a lock file installs the same elsewhere"
run "$KIJUN" pack list
says out "acme/banking 1.0.0" "in the version that is locked"
"$KIJUN" pack lock "$work/second.lock" >/dev/null
same "$work/project/first.lock" "$work/second.lock" "and locks to the same bytes"
edit 's/\["pack.lua"\] = "./["pack.lua"] = "0/' "$work/second.lock"
cp "$work/second.lock" changed.lock
run "$KIJUN" pack install --locked changed.lock
exits 5 "what differs from the lock is refused"
says err "'pack.lua' differs" "and the file is named"
export KIJUN_HOME="$here_home"

# ---- refuse ----
run "$KIJUN" pack install acme-banking-1.0.0.kpack
exits 5 "an older version is refused"
run "$KIJUN" pack install --locked "$work/project/first.lock"
exits 5 "by a lock file, too"
holds "unless going back is meant" "$KIJUN" pack install acme-banking-1.0.0.kpack --rollback
cp acme-banking-1.0.0.kpack.minisig acme-banking-1.1.0.kpack.minisig
run "$KIJUN" pack verify acme-banking-1.1.0.kpack
exits 5 "a signature of another file is refused"
cp acme-banking-1.0.0.kpack bad.kpack
cp acme-banking-1.0.0.kpack.minisig bad.kpack.minisig
printf 'x' | dd of=bad.kpack bs=1 seek=100 conv=notrunc 2>/dev/null
run "$KIJUN" pack install bad.kpack
exits 5 "a tampered archive is refused"
echo "-- harmless" >>"$KIJUN_HOME/packs/acme/banking/rules/banking-source-escrow.lua"
run "$KIJUN" check "$work/project/contracts" --policy "$work/project/base.lua" --as-of 2026-04-01 --quiet
exits 5 "a pack that was changed after installing is not run"
says err "banking-source-escrow.lua" "and the file is named"
for verb in "rules --policy $work/project/base.lua" "test acme/banking" "lint acme/banking" "doc acme/banking --out $work/d" \
    "explain banking-source-escrow --policy $work/project/base.lua"; do
    # shellcheck disable=SC2086  # words
    run "$KIJUN" $verb
    exits 5 "nor by kijun ${verb%% *}"
done
holds "installing it again mends it" "$KIJUN" pack install acme-banking-1.0.0.kpack --rollback
for id in $("$KIJUN" pack trust); do "$KIJUN" pack revoke "$id"; done
run "$KIJUN" rules --policy "$work/project/base.lua"
exits 5 "when its key is revoked, nothing of it is loaded"
