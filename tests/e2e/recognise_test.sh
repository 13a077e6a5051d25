#!/bin/sh
# kijun recognise: what was found in a contract, for people, for programs, and as a page with the words marked.
. tests/e2e/support.sh

contract=fixtures/templates/services-ja.docx
run "$KIJUN" recognise "$contract" --lang ja
exits 0 "a contract in Word is recognised"
says out "incident-report" "with the types of its clauses"
run "$KIJUN" recognise --format json "$contract"
holds "--format json is JSON" jq -e '.contracts[0].clauses | length > 5' "$work/out"

run "$KIJUN" recognise --html "$contract" --lang ja
exits 0 "--html writes a page"
cp "$work/out" "$work/page.html"
holds "the page is HTML that can be read" sh -c "xmllint --html --noout '$work/page.html' 2>&1 | grep -v 'Tag \(section\|mark\) invalid' | grep -q error && exit 1 || exit 0"
says out '<html lang="ja">' "in the language that was asked for"
says out '<mark class="type" title="' "the words that decided a type are marked, and say which"
says out '<mark class="term" title="period">' "the words of a term are marked, and say which"
says out '<mark class="blank" title="' "what is to be filled in is marked"
says out 'id="c' "each clause can be linked to"
fails "the page loads nothing" grep -Eq '<(script|link|img|iframe)|src=|url\(' "$work/page.html"

run "$KIJUN" recognise --html "$contract" --lang ja -o "$work/kept.html"
exits 0 "-o names a file"
[ ! -s "$work/out" ]
status=$?
exits 0 "and then nothing is printed"
same "$work/page.html" "$work/kept.html" "that holds the same page"
run "$KIJUN" recognise --html fixtures/templates/services-en.docx --lang en -o "$work/kept.html"
exits 0 "an earlier look is written over"
holds "with the new page" grep -q '<html lang="en">' "$work/kept.html"
run "$KIJUN" recognise --html "$contract" -o "$work/none/page.html"
exits 4 "a page that cannot be written is an error"
run "$KIJUN" recognise --html --format json "$contract"
exits 2 "--html and another format contradict each other"
run "$KIJUN" recognise --html "$work/absent.docx" -o "$work/absent.html"
exits 3 "a contract that cannot be read is an error"
fails "of which no page is left" test -e "$work/absent.html"

# A reader sees which words decided, whole, and what only the heading above says.
run "$KIJUN" recognise fixtures/templates/services-en.docx --lang en
says out '"Division of responsibilities"' "words that a phrase asks for in part are shown whole"
says out ', by the heading above' "what no words of the clause say is said to come from its heading"
run "$KIJUN" recognise --html fixtures/templates/services-ja.docx --lang ja
says out '<q>契約期間</q>' "the page quotes the words beside what they decided"
says out '、上位の見出しによる' "in the language that was asked for, too"

# Words of a contract are words, whatever they look like.
printf 'Services Agreement\n\n1. <b>Audit</b>\nThe Customer may audit "<script>alert(1)</script>" & visit the premises of the Supplier.\n' >"$work/odd.txt"
run "$KIJUN" recognise --html "$work/odd.txt"
says out '&lt;script&gt;' "signs of HTML in a contract are shown"
fails "and not taken for such" grep -q '<script\|<b>' "$work/out"
