#!/bin/sh
# Whole documents as tests of a pack: in every format, with remarks that say what must come about.
. tests/e2e/support.sh
cd "$work" || exit 1
"$KIJUN" pack new acme/banking -q
examples=acme/banking/examples
rm "$examples"/*

cat >"$examples/late.txt" <<'END'
Services Agreement

1. Source code escrow
The Supplier deposits the source code with an escrow agent, who releases it within thirty (30) days.
END
run "$KIJUN" test acme/banking
exits 1 "a finding in a document that no remark expects fails"
says out "$examples/late.txt:4: banking-source-escrow: expected nothing, got fail:late (line 4): The source code is released" "and its line is told"
run "$KIJUN" test acme/banking --lang ja
says out "期待 指摘なし, 結果 fail:late(4行目): ソースコードの引渡し期限は30日です" "in Japanese, too"
run "$KIJUN" lint acme/banking
exits 1 "lint says so"
says out "put a remark \`expect: banking-source-escrow fail:late\` on the line above" "and what to do"

run "$KIJUN" test acme/banking --update
exits 1 "--update shows the difference first"
says out "+// expect: banking-source-escrow fail:late" "line by line"
fails "and writes nothing by itself" grep -q expect "$examples/late.txt"
run "$KIJUN" test acme/banking --update --yes
exits 0 "with --yes it writes"
run "$KIJUN" test acme/banking
exits 0 "and then the document is a test that holds"
says out "6 passed, 0 failed" "counted like the others"

# ---- coverage ----
sed -i '/name = "too late"/,/^]] },$/d' acme/banking/rules/banking-source-escrow.lua
run "$KIJUN" test acme/banking --coverage
exits 0 "a document stands for an example"
says out "outcomes 4/4 (100.0 %)" "for what it reaches"
mv "$examples/late.txt" .
run "$KIJUN" test acme/banking --coverage
says out "no example has the outcome 'late'" "which is missed without it"
mv late.txt "$examples/"

# ---- formats ----
cat >escrow <<'END'
@lang ja
# 業務委託契約書
* （ソースコードの預託）
- 乙は、ソースコードを預託機関に預託し、請求から三十日以内に甲に引き渡す。
! 期限が長すぎる例です。
! expect: banking-source-escrow fail:late
END
"$here/scripts/make-docx" escrow "$examples/late.docx"
cat >"$examples/late.html" <<'END'
<!DOCTYPE html>
<html><body><h1>Services Agreement</h1>
<h2>1. Source code escrow</h2>
<!-- expect: banking-source-escrow fail:late -->
<p>The Supplier deposits the source code with an escrow agent, who releases it within thirty (30) days.</p>
</body></html>
END
mkdir "$examples/grey"
cat >"$examples/grey/supplier.xml" <<'END'
<!-- expect: banking-source-escrow fail:missing -->
<supplier xmlns="urn:kijun:1" id="grey" name="Grey" tier="critical" kind="company" country="JP"/>
END
cat >"$examples/grey/contract.xml" <<'END'
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services" status="executed" effective="2025-04-01">
  <clause number="1" heading="Services"><text>The Supplier maintains the software.</text></clause>
</contract>
END
run "$KIJUN" test acme/banking
exits 0 "Word files, pages and folders of suppliers are examples, too"
says out "8 passed, 0 failed" "all of them"
sed -i 's/fail:late/pass/' escrow
"$here/scripts/make-docx" escrow "$examples/late.docx"
run "$KIJUN" test acme/banking
says out "$examples/late.docx:3: banking-source-escrow: expected pass, got fail:late (paragraph 3)" "of Word files the paragraph is told"
cp "$examples/late.docx" before.docx
run "$KIJUN" test acme/banking --update --yes
exits 1 "a Word file is not rewritten"
says out "1 wrong and left alone" "and that is said"
same before.docx "$examples/late.docx" "it stays as it was"
rm "$examples/late.docx"

# ---- remarks that are wrong ----
cat >"$examples/wrong.txt" <<'END'
// expect: banking-source-escro fail:late
// expect: banking-source-escrow fail:laet
// exepct: banking-source-escrow fail:late
// expect: fail:
Services Agreement

1. Services
The Supplier maintains the software.
END
run "$KIJUN" test acme/banking
exits 1 "remarks that say nothing that can be are errors"
says out "wrong.txt:1: this pack has no rule 'banking-source-escro': did you mean 'banking-source-escrow'?" "an unknown rule"
says out "wrong.txt:2: the rule has no message 'laet': did you mean 'late'?" "an unknown message"
says out "wrong.txt:3: 'exepct' is not one of the known words here: did you mean 'expect'?" "a misspelt word"
says out "wrong.txt:4: the rule has no message ''" "a message that is not named"
rm "$examples/wrong.txt"

# ---- the rule may go without saying ----
cp acme/banking/rules/banking-source-escrow.lua one.lua
cat >"$examples/short.txt" <<'END'
Services Agreement

1. Source code escrow
// expect: fail:late
The Supplier deposits the source code with an escrow agent, who releases it within thirty (30) days.
END
run "$KIJUN" test acme/banking
exits 0 "where one rule alone judges, a remark need not name it"
sed -i 's/fail:late/pass/' "$examples/short.txt"
run "$KIJUN" test acme/banking
says out "short.txt:4: banking-source-escrow: expected pass, got fail:late (line 5)" "and what differs is told"
run "$KIJUN" test acme/banking --update --yes
exits 0 "and mended"
holds "in the same short form" grep -qx "// expect: fail:late" "$examples/short.txt"
sed 's/banking-source-escrow/banking-two/' one.lua >acme/banking/rules/banking-two.lua
run "$KIJUN" test acme/banking
says out "short.txt:4: the remark 'expect: fail:late' is not complete" "with two rules it has to say which"
sed -i '1i // rules: banking-two' "$examples/short.txt"
run "$KIJUN" test acme/banking
if grep -q "short.txt" "$work/out"; then not_ok "unless the document does"; else ok "unless the document does"; fi
rm "$examples/short.txt" acme/banking/rules/banking-two.lua

# ---- pages, and the archive ----
run "$KIJUN" doc acme/banking --update
says acme/banking/README.md "| late.txt | banking-source-escrow fail:late |" "the pack's page lists what documents expect"
holds "lint is content" "$KIJUN" lint acme/banking
rm "$examples/late.html"
run "$KIJUN" lint acme/banking
exits 1 "and notes when a document is gone"
"$KIJUN" doc acme/banking --update
run "$KIJUN" doc acme/banking
holds "the rule's page shows its documents" grep -q '<code>late.txt</code>' doc/ja/banking-source-escrow.html
run "$KIJUN" pack build acme/banking
holds "documents go with the pack" sh -c 'python3 -m zipfile -l acme-banking-0.1.0.kpack | grep -q examples/late.txt'
