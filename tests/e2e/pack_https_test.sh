#!/bin/sh
# Packs over HTTPS: installed, locked and updated from a server, and nothing from one that is not what it should be.
. tests/e2e/support.sh
. tests/e2e/network.sh
export KIJUN_HOME="$work/home"
unset KIJUN_KEY_PASSWORD_FILE https_proxy HTTPS_PROXY all_proxy ALL_PROXY
cd "$work" || exit 1
from=https://localhost:$https/www
"$KIJUN" pack new acme/banking -q
"$KIJUN" pack key acme
"$KIJUN" pack trust acme.pub >/dev/null

publish() { # version
    sed -i "s/version = \"[0-9.]*\"/version = \"$1\"/" acme/banking/pack.lua
    "$KIJUN" pack build acme/banking -o "$seen/www/banking-$1.kpack" >/dev/null
    "$KIJUN" pack sign "$seen/www/banking-$1.kpack" --key acme.key >/dev/null
    cp "$seen/www/banking-$1.kpack" "$seen/www/banking.kpack"
    cp "$seen/www/banking-$1.kpack.minisig" "$seen/www/banking.kpack.minisig"
}

publish 0.1.0
run "$KIJUN" pack install "$from/banking.kpack"
exits 3 "a private address is not asked unless that is meant"
says err "--allow-private" "and how it is meant is said"
run "$KIJUN" pack install "$from/banking.kpack" --allow-private
exits 3 "a server of an unknown authority is not believed"
export KIJUN_CA="$ca" KIJUN_ALLOW_PRIVATE=on
run "$KIJUN" pack install "$from/banking.kpack"
exits 0 "a pack is installed over HTTPS"
says out "acme/banking 0.1.0" "in the version that is there"
run "$KIJUN" pack lock
holds "the lock file says from where" grep -qF "source = \"$from/banking.kpack\"" kijun.lock
publish 0.2.0
run "$KIJUN" pack install --locked
exits 5 "a lock file does not take what has changed at that address"
run "$KIJUN" pack update
says out "acme/banking 0.1.0 -> 0.2.0" "an update does"
cp "$seen/www/banking-0.1.0.kpack" "$seen/www/banking.kpack"
cp "$seen/www/banking-0.1.0.kpack.minisig" "$seen/www/banking.kpack.minisig"
run "$KIJUN" pack install "$from/banking.kpack"
exits 5 "a server that goes back to an older version is refused"
rm "$seen/www/banking-0.2.0.kpack.minisig"
run "$KIJUN" pack install "$from/banking-0.2.0.kpack"
exits 5 "without a signature there nothing is installed"
says err "no signature beside it" "and that is said"
run "$KIJUN" pack install "$from/nothing.kpack"
exits 3 "what is not there cannot be installed"
says err "404" "and the answer is told"
head -c 30000000 /dev/zero >"$seen/www/large.kpack"
run "$KIJUN" pack install "$from/large.kpack"
if [ "$status" -ne 0 ]; then ok "what is too large is not taken"; else not_ok "what is too large is not taken"; fi
run env https_proxy=http://127.0.0.1:9 "$KIJUN" pack install "$from/banking-0.1.0.kpack" --rollback
if [ "$status" -ne 0 ]; then ok "the proxy of the environment is asked"; else not_ok "the proxy of the environment is asked"; fi
run "$KIJUN" pack list
says out "acme/banking 0.2.0" "after all that the good version is in use"
