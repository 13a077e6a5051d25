#!/bin/sh
# A baseline: a pipeline fails for what is new, not for what it has known all along.
. tests/e2e/support.sh

cp fixtures/templates/services-en.xml "$work/services.xml"
baseline() { # arguments...
    run sh -c 'cd "$0" && exec "$@"' "$work" "$KIJUN" baseline "$@" services.xml --policy template --as-of 2026-04-01 --lang en
}
without() { # clause type: the contract without its clauses of that type
    python3 - "$here/fixtures/templates/services-en.xml" "$1" >"$work/services.xml" <<'PYTHON'
import re, sys
text, wanted = open(sys.argv[1], encoding="utf-8").read(), sys.argv[2]
print(re.sub(r'  <clause [^>]*type="%s".*?\n  </clause>\n' % wanted, "", text, flags=re.S), end="")
PYTHON
}

without audit-right
run "$KIJUN" check "$work/services.xml" --policy template --as-of 2026-04-01 --quiet
exits 1 "the contract has findings"
baseline write
exits 0 "they are taken for known"
says out ".kijun-baseline" "it says where"
cp "$work/.kijun-baseline" "$work/first"
baseline check
exits 0 "known findings do not fail"
says out " 0 new, 0 fixed" "it counts them"
same "$work/first" "$work/.kijun-baseline" "nothing changed, so the file did not"

without backup
baseline check --ratchet
exits 1 "another finding is new, though there are not more of them"
says out "new  " "it names the new one"
says out "services.xml:" "with its place"
says out "fixed  " "and the one that is fixed"
same "$work/first" "$work/.kijun-baseline" "with --ratchet the file is left to people"
baseline check
exits 1 "the new one fails without --ratchet, too"
fails "what is fixed is taken out of the file" grep -q audit-right "$work/.kijun-baseline"
baseline check
says out "0 fixed" "once"

cp "$work/first" "$work/.kijun-baseline"
cp fixtures/templates/services-en.xml "$work/services.xml"
baseline check --ratchet
exits 1 "with --ratchet the pipeline fails until what is fixed is taken out"
baseline check
exits 0 "without, it is taken out"
baseline check --ratchet
exits 0 "and then all is well"

cp "$work/first" "$work/.kijun-baseline"
echo '<contract' >"$work/services.xml"
baseline check
exits 3 "a document that cannot be read is never known"
same "$work/first" "$work/.kijun-baseline" "and nothing in the file is taken for fixed"
baseline write
exits 3 "nor can it be written to a baseline"
same "$work/first" "$work/.kijun-baseline" "the old one stays"

printf 'no baseline\n' >"$work/.kijun-baseline"
baseline check
exits 2 "a file that is no baseline is refused"
says err ".kijun-baseline:1" "by file and line"
rm "$work/.kijun-baseline"
baseline check
exits 3 "so is one that is not there"
baseline prune
exits 2 "there are two actions, write and check"
