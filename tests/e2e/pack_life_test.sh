#!/bin/sh
# The life of a rule pack between a consultant and a client: build, sign, verify, install, use, update, refuse.
. tests/e2e/support.sh
consultant=$work/consultant
export KIJUN_HOME="$work/client"
unset KIJUN_KEY_PASSWORD_FILE
mkdir -p "$consultant/banking/rules"
cp rules/iso27001/rules/damages.lua "$consultant/banking/rules/"

manifest() { # version
    cat >"$consultant/banking/pack.lua" <<END
return pack {
  name = "acme-banking", version = "$1", engine = ">=1.0 <2.0", requires = { core = ">=1.0" },
  languages = { "en", "ja" }, date = "2026-11-01", jurisdiction = "any", licence = "Apache-2.0",
  title = { en = "Banking", ja = "銀行" },
  standards = { ["ISO/IEC 27001:2022"] = { "A.5.20" } },
}
END
}
cat >"$work/policy.lua" <<'END'
return policy { name = "client", title = { en = "Client", ja = "顧客" }, packs = { "core", "acme-banking" } }
END
cd "$consultant" || exit 1

manifest 1.0.0
holds "a consultant makes a key" "$KIJUN" pack key acme
run "$KIJUN" pack build banking
exits 0 "and builds the pack"
cp acme-banking-1.0.0.kpack first.kpack
rm acme-banking-1.0.0.kpack
touch -d 2001-01-01 banking/pack.lua
"$KIJUN" pack build banking >"$work/out" 2>"$work/err"
same first.kpack acme-banking-1.0.0.kpack "built again it has the same bytes"
holds "and signs it" "$KIJUN" pack sign acme-banking-1.0.0.kpack --key acme.key

run "$KIJUN" pack install acme-banking-1.0.0.kpack
exits 5 "a client who does not trust the key does not install it"
fails "and has nothing of it" test -e "$KIJUN_HOME/packs/acme-banking"
holds "the client trusts the key" "$KIJUN" pack trust acme.pub
holds "verifies" "$KIJUN" pack verify acme-banking-1.0.0.kpack
run "$KIJUN" pack install acme-banking-1.0.0.kpack
says out "acme-banking 1.0.0" "and installs"
run "$KIJUN" check "$here/fixtures/portfolio/grey-harbour" --policy "$work/policy.lua" --as-of 2026-04-01 --quiet
exits 1 "a policy that names the pack finds with it"

manifest 1.1.0
"$KIJUN" pack build banking >/dev/null
run "$KIJUN" pack install acme-banking-1.1.0.kpack
exits 5 "a pack without a signature is not installed"
holds "an update is signed with the minisign tool" sh -c "minisign -G -W -f -p tool.pub -s tool.key && minisign -S -s tool.key -m acme-banking-1.1.0.kpack -x acme-banking-1.1.0.kpack.minisig"
holds "whose key is trusted, too" "$KIJUN" pack trust tool.pub
holds "and installed" "$KIJUN" pack install acme-banking-1.1.0.kpack
holds "what kijun signed the minisign tool verifies" minisign -V -p acme.pub -m acme-banking-1.0.0.kpack -x acme-banking-1.0.0.kpack.minisig
run "$KIJUN" pack install acme-banking-1.0.0.kpack
exits 5 "an older version is refused"
holds "unless going back is meant" "$KIJUN" pack install acme-banking-1.0.0.kpack --rollback

cp acme-banking-1.0.0.kpack.minisig acme-banking-1.1.0.kpack.minisig
run "$KIJUN" pack verify acme-banking-1.1.0.kpack
exits 5 "a signature of another file is refused"
echo "-- harmless" >>"$KIJUN_HOME/packs/acme-banking/rules/damages.lua"
run "$KIJUN" check "$here/fixtures/portfolio/grey-harbour" --policy "$work/policy.lua" --as-of 2026-04-01 --quiet
exits 5 "a pack that was changed after installing is not run"
says err "damages.lua" "and the file is named"
holds "installing it again mends it" "$KIJUN" pack install acme-banking-1.0.0.kpack --rollback
id=$("$KIJUN" pack trust | head -n 1)
for id in $("$KIJUN" pack trust); do "$KIJUN" pack revoke "$id"; done
run "$KIJUN" rules --policy "$work/policy.lua"
exits 5 "when its key is revoked, nothing of it is loaded"
