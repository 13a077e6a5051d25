#!/bin/sh
# What can be asked of rule packs wrongly: each is refused, with the right exit code, and the message says what to do.
. tests/e2e/support.sh
export KIJUN_HOME="$work/home"
unset KIJUN_KEY_PASSWORD_FILE
cd "$work" || exit 1
pack=acme/banking

refused() { # status, words, what, command...
    status_wanted=$1 words=$2 what=$3
    shift 3
    run "$KIJUN" "$@"
    exits "$status_wanted" "$what"
    says err "$words" "and why"
}

# ---- names ----
for name in "" /a a/ a/b/c ../x A/b "a b" acme/1x acme/-x acme/x- acme/x--y acme/x_y .hidden/x; do
    run "$KIJUN" pack new "$name"
    exits 2 "'$name' is no name for a pack"
done
refused 2 "'core' comes with kijun" "a new pack does not take the name of one that is shipped" pack new acme/core
fails "and nothing of it is written" test -e acme
"$KIJUN" pack new $pack -q
refused 4 "already there" "nor the place of what is there" pack new $pack
mkdir closed
chmod 555 closed
if [ "$(id -u)" -ne 0 ]; then
    refused 4 "permission denied" "or of a folder that may not be written" pack new acme/x --out closed
fi

# ---- building ----
refused 2 "there is no rule pack 'nope'" "what is no pack is not built" pack build nope
rule=$pack/rules/banking-source-escrow.lua
echo "not Lua" >>$rule
refused 2 "$rule:" "a pack that does not load is not built" pack build $pack
fails "and leaves nothing" test -e acme-banking-0.1.0.kpack
sed -i '$d' $rule
ln -s /etc/passwd $pack/link.txt
refused 2 "'link.txt' is not a regular file" "nor one with a link in it" pack build $pack
rm $pack/link.txt
head -c 4194305 /dev/zero >$pack/large.bin
refused 2 "'large.bin' is too large" "nor one with a large file" pack build $pack
rm $pack/large.bin
touch "$pack/規則.txt"
refused 2 "the name '規則.txt'" "nor one with a name that not every system can hold" pack build $pack
rm "$pack/規則.txt"
"$KIJUN" pack build $pack >/dev/null
run "$KIJUN" pack build $pack/
exits 0 "built again where the same stands, it stays"
echo "<!-- more -->" >>$pack/README.md
sed -i 's/version = "0.1.0"/version = "0.0.9"/' $pack/pack.lua
refused 2 "to 0.1.1 or higher" "a lower version is not built" pack build $pack
sed -i 's/version = "0.0.9"/version = "0.1.0"/' $pack/pack.lua
refused 2 "'README.md' has changed" "nor the same with other content" pack build $pack
sed -i '$d' $pack/README.md

# ---- keys and signatures ----
"$KIJUN" pack key acme
refused 4 "already there" "a key is not written over" pack key acme
refused 5 "no key" "a public key does not sign" pack sign acme-banking-0.1.0.kpack --key acme.pub
refused 5 "no sound pack" "what is no pack is not signed" pack sign acme.pub --key acme.key
"$KIJUN" pack sign acme-banking-0.1.0.kpack --key acme.key >/dev/null
refused 4 "already there" "a signature is not written over" pack sign acme-banking-0.1.0.kpack --key acme.key
cp acme-banking-0.1.0.kpack alone.kpack
"$KIJUN" pack trust acme.pub >"$work/id"
refused 5 "no signature beside it (alone.kpack.minisig)" "without a signature nothing is installed" pack install alone.kpack
refused 2 "only https://" "nor over http" pack install http://packs.example.org/x.kpack
refused 2 "only https://" "nor over another scheme" pack install file:///etc/passwd

# ---- what was installed ----
"$KIJUN" pack install acme-banking-0.1.0.kpack >/dev/null
installed=$KIJUN_HOME/packs/$pack
ln -s /etc/passwd "$installed/link"
refused 5 "'link' is not what was signed" "a link among installed files is meddling" rules
rm "$installed/link"
head -c 4194305 /dev/zero >"$installed/large.bin"
refused 5 "'large.bin' is not what was signed" "a large file, too" rules
rm "$installed/large.bin"
mkfifo "$installed/pipe"
refused 5 "'pipe' is not what was signed" "and a pipe, at which nothing waits" rules
rm "$installed/pipe"
run "$KIJUN" pack verify
exits 0 "without them all is well again"
run "$KIJUN" pack lock kijun.lock
holds "a lock file holds what sha256sum prints" grep -q "\"vocabulary.lua\"\] = \"$(sha256sum $pack/vocabulary.lua | cut -d' ' -f1)\"" kijun.lock
"$KIJUN" pack revoke "$(cat "$work/id")"
refused 5 "$(cat "$work/id") was revoked" "what a revoked key signed is not loaded" rules
refused 5 "was revoked" "nor is the key trusted again" pack trust acme.pub
refused 2 "not installed" "what is not installed is not removed" pack remove acme/bonking
refused 2 "no name for a pack" "nothing outside is removed" pack remove ../keys
run "$KIJUN" pack remove $pack
exits 0 "the pack can be removed"
run "$KIJUN" rules
exits 0 "and then nothing stands in the way"
run "$KIJUN" pack list
if [ -s out ]; then not_ok "it is gone"; else ok "it is gone"; fi
"$KIJUN" pack key second
"$KIJUN" pack trust second.pub >/dev/null
sed -i 's/version = "0.1.0"/version = "0.0.1"/' $pack/pack.lua
rm $pack/pack.lock acme-banking-0.1.0.kpack.minisig
"$KIJUN" pack build $pack >/dev/null
"$KIJUN" pack sign acme-banking-0.0.1.kpack --key second.key >/dev/null
refused 5 "older than 0.1.0" "that a higher version was there stays known" pack install acme-banking-0.0.1.kpack
