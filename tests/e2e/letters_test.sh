#!/bin/sh
# kijun letters: one for each supplier with findings, none for the others, due dates from the register where there is one.
. tests/e2e/support.sh

cp -r fixtures/portfolio "$work/portfolio"
cat >"$work/portfolio/letterhead.lua" <<'LUA'
return { company = "株式会社みなと精機", department = "情報セキュリティ推進室", number = "情セ-2026-", reply_days = 21 }
LUA
cd "$work" || exit 1
run "$KIJUN" letters portfolio --out letters --lang ja --format letter,letter-html
exits 3 "letters are written, and what could not be judged shows in the exit code"
holds "a supplier with findings gets a Word file" test -s letters/suppliers/tanabe-parts.letter.docx
fails "a supplier without findings gets none" test -e letters/suppliers/hinata-it.letter.docx
cp letters/suppliers/tanabe-parts.letter.html out
says out "情報セキュリティ推進室" "the letterhead of the portfolio is on it"
says out "2026年4月22日" "with the day until which an answer is asked for"
says out "2026年5月1日" "and the due date of a major nonconformity"
[ "$(unzip -p letters/suppliers/tanabe-parts.letter.docx word/document.xml 2>/dev/null | grep -c 拝啓)" -eq 1 ] ||
    [ "$(python3 -c 'import zipfile; print(zipfile.ZipFile("letters/suppliers/tanabe-parts.letter.docx").read("word/document.xml").decode().count("拝啓"))')" -eq 1 ]
status=$?
exits 0 "the Word file is a letter"

"$KIJUN" check portfolio --as-of 2026-02-01 --register register.db -q >/dev/null 2>&1
run "$KIJUN" letters portfolio --out late --lang ja --format letter-html --register register.db
cp late/suppliers/tanabe-parts.letter.html out
says out "2026年3月3日" "with a register, a finding is due from the day on which it was first found"
says out "期限を過ぎています" "and one that is overdue says so"
[ "$(sqlite3 register.db 'select count(*) from run')" -eq 1 ]
status=$?
exits 0 "writing letters records nothing"

echo 'return { compny = "x" }' >portfolio/letterhead.lua
run "$KIJUN" letters portfolio --out wrong --lang en
exits 2 "a mistake in the letterhead ends it"
says err "a letterhead has no 'compny'" "and is named"

# A letter speaks to the supplier: what is asked for is said as what is needed, not as what the customer is to ask of the supplier.
rm portfolio/letterhead.lua
for lang in en ja; do
    "$KIJUN" letters portfolio --out "to-$lang" --lang $lang --format letter-html >/dev/null 2>&1
done
spoken() { # folder, pattern, what: no letter has it
    find "$1" -name '*.letter.html' -exec cat {} + >letters.txt
    status=0
    grep -Eo "$2" letters.txt | sort | uniq -c >out
    if [ -s letters.txt ] && [ ! -s out ]; then ok "$3"; else not_ok "$3"; fi
}
spoken to-en '>(Ask (for|the|why|whether|question)|Have the (supplier|accounts|schedule)|Negotiate|Oblige|Remind|Send the questionnaire)[^<]*' \
    "no English letter speaks to the customer"
spoken to-ja '(を求めてください|求め、[^<]*ください|させてください|させ、[^<]*ください|交渉してください|委託先に[^<]*周知|送付してください)' \
    "and no Japanese one"
