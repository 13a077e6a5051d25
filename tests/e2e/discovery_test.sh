#!/bin/sh
# What is taken for a subject, and what cannot be read without going unseen.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

suppliers() { # the ids in a run's report, in its order
    jq -r '.suppliers[].id' "$work/$1/run.json"
}

portfolio "$work/good" 6
mkdir -p "$work/mixed"
cp -r "$work/good/." "$work/mixed"
mkdir -p "$work/mixed/s900" "$work/mixed/notes"
echo '<supplier xmlns="urn:kijun:1" id="s900"><oops></supplier>' >"$work/mixed/s900/profile.xml"
echo 'name,value' >"$work/mixed/notes/list.csv"
printf 's900\tfail\n' >"$work/mixed/s900/expected.tsv"
echo '# notes' >"$work/mixed/notes/README.md"
run check good --out good-out --format json
run check mixed --out mixed-out --format json
exits 3 "a broken document among good ones makes the run incomplete"
suppliers good-out >"$work/good-ids"
suppliers mixed-out | grep -v '/' | grep -v s900 >"$work/mixed-ids"
same "$work/good-ids" "$work/mixed-ids" "the good ones are judged all the same, and notes are no subjects"

# ---- what is not a plain file ----
mkdir -p "$work/odd/real"
supplier "$work/odd/real" real
ln -s real "$work/odd/link"
ln -s /etc/passwd "$work/odd/passwd.txt"
mkfifo "$work/odd/pipe.xml"
run timeout 20 sh -c "cd '$work' && exec '$KIJUN' check --policy '$policy' odd --out odd-out --format json"
exits 3 "a link and a pipe named like documents are errors, and nothing waits for them"
[ "$(suppliers odd-out | grep -c '^real$')" -eq 1 ]
status=$?
exits 0 "a folder behind a link is not visited again"
says err "linked folder" "it says that a linked folder was not visited"
fails "what a link points to is not in any report" grep -rq root:x "$work/odd-out"
run timeout 20 "$KIJUN" check --policy "$policy" "$work/odd/pipe.xml"
exits 3 "a pipe named on the command line is refused"
run timeout 20 "$KIJUN" check --policy "$policy" /dev/zero
exits 3 "a device named on the command line is refused"

# ---- two suppliers with one id ----
for order in 'x y' 'y x'; do
    rm -rf "$work/twice"
    supplier "$work/twice/other" other
    for name in $order; do supplier "$work/twice/$name" same-id; done
    run check twice --out "twice-${order% *}" --format json
    exits 3 "two suppliers with one id ($order) make the run incomplete"
done
rm -f "$work"/twice-*/.kijun-*
same "$work/twice-x" "$work/twice-y" "the result does not depend on which was found first"
holds "the error names the first path" grep -q 'twice/x' "$work/twice-x/suppliers/same-id.json"
holds "the error names the second path" grep -q 'twice/y' "$work/twice-x/suppliers/same-id.json"
[ "$(suppliers twice-x | sort | uniq -d | wc -l)" -eq 0 ]
status=$?
exits 0 "the id stands once in the report of the run"

# ---- a path named twice counts once ----
run check good good/ ./good --out thrice --format json
exits 0 "a folder that is named three times is checked once"
[ "$(suppliers thrice | wc -l)" -eq 6 ]
status=$?
exits 0 "its suppliers are not doubled"

# ---- contracts that are not read ----
mkdir -p "$work/loose"
cp fixtures/templates/*.txt "$work/loose"
run check --policy template loose --out loose-out --format json
exits 0 "loose contracts that are in order are clean"
printf '%%PDF-1.7\n' >"$work/loose/scan.pdf"
run check --policy template loose --out loose-out --format json
exits 3 "a PDF among loose contracts makes the run incomplete"
holds "its report names the error" grep -rq 'file-format' "$work/loose-out/suppliers"

# ---- what may not be read is seen by its name, or for want of one that tells ----
unprivileged() { # command...: as somebody to whom permissions apply
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}
chmod 755 "$work"
for name in contract.odt contract.html contract.pdf contract; do
    rm -rf "$work/closed"
    mkdir "$work/closed"
    cp fixtures/templates/services-en.txt "$work/closed"
    echo nothing >"$work/closed/$name"
    chmod 0 "$work/closed/$name"
    run unprivileged "$KIJUN" check --policy template "$work/closed"
    exits 3 "$name that may not be read makes the run incomplete"
    rm -f "$work/closed/$name"
    mkfifo "$work/closed/$name"
    run timeout 20 "$KIJUN" check --policy template "$work/closed"
    case $name in
    contract) exits 0 "a pipe whose name does not tell a document is none" ;;
    *) exits 3 "a pipe $name makes the run incomplete" ;;
    esac
done
