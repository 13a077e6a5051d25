#!/bin/sh
# scripts/make-docx: the same bytes for the same text, and a Word file that the program reads with all its clauses.
. tests/e2e/support.sh

cat >"$work/contract.txt" <<'TEXT'
@lang ja
# 業務委託基本契約書
山川工業株式会社（以下「甲」という。）と海野システム株式会社（以下「乙」という。）は、次のとおり契約する。
* （事故報告）
- 乙は、事故を知ったときは、[-速やかに-][+24時間以内に+]甲に報告する。
- 次の各号は、**特に**重い事故とする。
-- 個人情報の漏えい
-- 業務の停止
* （サービスレベル）
| 項目 | 目標 |
| 稼働率 | 99.9% |
## 別紙１　業務の範囲
o 保守
TEXT

run scripts/make-docx "$work/contract.txt" "$work/one.docx"
exits 0 "a Word file is made"
scripts/make-docx "$work/contract.txt" "$work/two.docx"
same "$work/one.docx" "$work/two.docx" "the same text gives the same bytes"
run "$KIJUN" dump "$work/one.docx"
exits 0 "the program reads it"
says out 業務委託基本契約書 "its title is found"
says out 第1条第2項第2号 "automatic numbers are computed"
says out 24時間以内に甲に報告する "an insertion is read"
if grep -q 速やかに "$work/out"; then not_ok "a deletion is not read"; else ok "a deletion is not read"; fi
says out "稼働率 | 99.9%" "a row of a table is one line"
says out "別紙1" "an annex is a clause"

sed 's/@lang ja/@lang en/' "$work/contract.txt" >"$work/english.txt"
scripts/make-docx "$work/english.txt" "$work/english.docx"
run "$KIJUN" dump "$work/english.docx"
says out '"1.2(b)"' "English documents are numbered 1, 1.1, (a)"

run scripts/make-docx "$work/contract.txt"
exits 1 "a missing argument is an error"
sed 's/@lang ja/@lang fr/' "$work/contract.txt" >"$work/french.txt"
run scripts/make-docx "$work/french.txt" "$work/french.docx"
exits 1 "an unknown language is an error"
says err "expected ja or en" "and says which there are"
