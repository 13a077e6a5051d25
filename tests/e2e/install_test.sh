#!/bin/sh
# What make install puts somewhere else finds its rule packs and policies from where it stands.
. tests/e2e/support.sh

holds "the program is installed below DESTDIR" make -s install DESTDIR="$work/root" PREFIX=/opt/kijun
installed=$work/root/opt/kijun/bin/kijun
share=$work/root/opt/kijun/share
for file in man/man1/kijun.1 man/ja/man1/kijun.1 bash-completion/completions/kijun zsh/site-functions/_kijun fish/vendor_completions.d/kijun.fish \
    doc/kijun/README.md doc/kijun/LICENSE; do
    holds "so is $file" test -s "$share/$file"
done
cp -R fixtures/portfolio "$work/portfolio"
cd "$work" || exit 1
run "$installed" check portfolio --policy standard --out found
exits 3 "an installed program finds the shipped policy and its packs"
holds "and writes the report of the run" test -s found/run.json
"$KIJUN" check portfolio --policy standard --out tree >/dev/null 2>&1
rm -f tree/.kijun-* found/.kijun-*
same tree found "with the bytes that the program of the source tree writes"
