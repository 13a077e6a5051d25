#!/bin/sh
# Every command that README.md shows runs as it stands there, in both languages, for somebody with an empty home folder.
. tests/e2e/support.sh
mkdir -p "$work/bin" "$work/home" "$work/try/build" "$work/try/contracts"
ln -s "$KIJUN" "$work/bin/kijun"
ln -s "$KIJUN" "$work/try/build/kijun"
cd "$work/try" || exit 1
for name in template contract signed; do cp "$here/fixtures/templates/services-en.docx" $name.docx; done
for name in ひな形 契約書 締結版; do cp "$here/fixtures/templates/services-ja.docx" $name.docx; done
for folder in contracts 契約書フォルダー; do mkdir -p $folder && cp contract.docx $folder; done
for folder in suppliers 委託先フォルダー; do cp -R "$here/fixtures/portfolio" $folder; done
cp "$here/fixtures/portfolio/hinata-it/questionnaire.xml" questionnaire.xml
cp questionnaire.xml 質問票.xml
PATH=$work/bin:$PATH HOME=$work/home
export PATH HOME
unset KIJUN_REGISTER KIJUN_POLICY KIJUN_LANG

# The commands: those of the blocks, without their comments, and what stands whole between backquotes.
python3 - "$here/README.md" >"$work/commands" <<'PYTHON'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
for block in re.split(r"^```.*$", text, flags=re.M)[1::2]:
    print("\n".join(re.sub(r" +# .*", "", line) for line in block.splitlines() if re.match(r"(build/)?kijun |export ", line)))
for words in re.findall(r"`(kijun (?:audit-pack|plan|letters|questionnaire form|register runs|register verify|help formats|config)[^`]*)`", text):
    print(words.replace("\n ", ""))
PYTHON
holds "there are many" test "$(grep -c kijun "$work/commands")" -gt 35
while read -r command; do
    case $command in
    *" fetch "* | *" notify "*) continue ;; # network_limits, fetch_test and notify_test do
    "export "*) eval "$command" && continue ;;
    *"kijun pack new"*) rm -rf acme ;;
    *" -o "*.xml*) rm -f 契約書.xml contract.xml ;;
    esac
    run sh -c "$command"
    case $status in
    0 | 1 | 3) ok "it works: $command" ;; # findings, and a document of the fixtures that cannot be read
    *) not_ok "it works: $command" ;;
    esac
done <"$work/commands"
for made in reports/run.html kijun.sarif kijun.xml register.db 台帳.db form.xlsx 回答書.xlsx; do
    holds "$made is there" test -s $made
done
