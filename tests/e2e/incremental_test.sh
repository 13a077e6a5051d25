#!/bin/sh
# Suppliers that did not change are not judged again, also when the day moves on, until a date lies between; and what is
# written is what a full run writes.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

scripts/generate 12 "$work/made" --seed 3
mv "$work/made/suppliers" "$work/portfolio"
sleep 0.1 # older than a tick of the clock: a file that was just written is not trusted
night() { # as-of arguments... : crashing in every worker that judges one of $crash
    day=$1
    shift
    (cd "$work" && KIJUN_FAULT=$crash "$KIJUN_FAULTS" check --policy "$here/policies/standard.lua" --as-of "$day" portfolio \
        --out reports --format html,json,csv -j 2 "$@" >"$work/out" 2>"$work/err")
    status=$?
}
all=
for folder in "$work/portfolio"/*; do all="$all,crash:$(basename "$folder")"; done

crash=
night 2026-04-01
first=$status
cp -r "$work/reports" "$work/first"
crash=$all
night 2026-04-01
exits "$first" "a second run judges nothing: every worker would crash"
same "$work/first" "$work/reports" "it writes the same"
night 2026-04-01 --full
exits 3 "--full judges everything"
crash=
night 2026-04-01 --full
same "$work/first" "$work/reports" "what it writes is the same"

# ---- the day moves on ----
report=$(for f in "$work/reports/suppliers/"*.json; do
    jq -r 'select(.valid_until) | .valid_until + " " + input_filename' "$f"
done | sort | head -n 1)
until=${report%% *}
id=$(basename "${report#* }" .json)
before=$(date -u -d "$until - 1 day" +%F)
crash=$all
night "$before"
exits "$first" "until the day before $until nothing is judged again"
crash=
night "$before" --full
cp -r "$work/reports" "$work/before"
crash=$all
night "$until"
exits 3 "on $until, when a date that a rule compared is reached, somebody is judged again"
[ -n "$(find "$work/reports/suppliers" -name "*$id~*.json")" ]
status=$?
exits 0 "that is $id"
crash=
night "$before"
same "$work/before" "$work/reports" "a day in the past is judged right, too"

# ---- something changes ----
one=$(basename "$(find "$work/portfolio" -mindepth 1 -maxdepth 1 | sort | head -n 1)")
crash=$(echo "$all" | sed "s/,crash:$one//")
echo '<!-- another word -->' >>"$work/portfolio/$one/$(find "$work/portfolio/$one" -name '*.xml' -printf '%f\n' | sort | head -n 1)"
sleep 0.1
night "$before"
exits "$first" "when one supplier changed only that one is judged"
crash=
rm "$work/reports/suppliers/$one.json"
night "$before"
holds "a report that somebody removed is written again" test -e "$work/reports/suppliers/$one.json"
night "$before" --lang ja
fails "reports in another language are made anew" cmp -s "$work/before/suppliers/$one.html" "$work/reports/suppliers/$one.html"
rm -r "$work/portfolio/$one"
night "$before" --lang ja
fails "the report of a supplier that is gone is removed" test -e "$work/reports/suppliers/$one.json"
fails "it is not in the manifest" grep -q "\"$one\"" "$work/reports/run.manifest.json"

# ---- the manifest ----
document=$(find "$work/portfolio" -name '*.xml' | sort | head -n 1)
hash=$(sha256sum "$document" | cut -d ' ' -f 1)
# shellcheck disable=SC2016  # $h is of jq
holds "the manifest has the hash of every document that was read" \
    jq -e --arg h "$hash" '[.suppliers[].inputs[].sha256] | index($h)' "$work/reports/run.manifest.json"
holds "and what each supplier came to" jq -e 'all(.suppliers[]; .outcome == "clean" or .outcome == "findings" or .outcome == "incomplete")' \
    "$work/reports/run.manifest.json"

# ---- evidence that lies beside a single file ----
mkdir "$work/single"
cat >"$work/single/acme.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<dossier xmlns="urn:kijun:1">
<supplier id="acme" name="Acme" tier="standard" kind="company" country="JP"/>
<audit id="a1" date="2026-01-10" kind="document" auditor="x"><evidence kind="document" date="2026-01-10" file="proof.pdf"/></audit>
</dossier>
XML
sleep 0.1
alone() {
    (cd "$work" && "$KIJUN" check --policy "$policy" --as-of 2026-04-01 single --out "$1" --format json >/dev/null 2>&1)
}
alone alone
echo '%PDF-1.7' >"$work/single/proof.pdf"
sleep 0.1
alone alone
alone anew
same "$work/anew" "$work/alone" "evidence that turns up beside a single file is seen"

# ---- with a register: reports tell the age of findings, so that they are made anew from the results that were kept ----
portfolio "$work/people" 21
sleep 0.1
registered() { # day-of-April out arguments...: crashing in every worker that judges one of $crash
    day=$1
    out=$2
    shift 2
    (cd "$work" && KIJUN_FAULT=$crash "$KIJUN_FAULTS" check --policy "$policy" --as-of "2026-04-0$day" people \
        --out "$out" --register "$out.db" --format html,json,csv,xml -j 2 "$@" >"$work/out" 2>"$work/err")
    status=$?
}
all=
for id in $(seq -f 's%03g' 1 21); do all="$all,crash:$id"; done
crash=
registered 1 kept
registered 1 anew
crash=$all
registered 2 kept
exits 1 "with a register, too, nothing is judged on the next day: every worker would crash"
crash=
registered 2 anew --full
same "$work/anew" "$work/kept" "the reports are those of a full run"
holds "they tell the age of findings" grep -rq '"first_seen":"2026-04-01"' "$work/kept/suppliers"
finding=$(jq -r '.findings[0].fingerprint // empty' "$work/kept/suppliers/"*.json | head -n 1)
for out in kept anew; do
    holds "a cause is recorded ($out)" "$KIJUN" register cause "$finding" --register "$work/$out.db" --text "not trained" --who tester
done
crash=$all
registered 3 kept
exits 1 "what people record in the register makes nobody be judged again"
crash=
registered 3 anew --full
same "$work/anew" "$work/kept" "and is in the reports"
supplier "$work/people/group-1/s001" s001 low
sleep 0.1
crash=$(echo "$all" | sed 's/,crash:s001//')
registered 4 kept
exits 1 "when one supplier changed only that one is judged, with a register too"
crash=
registered 4 anew --full
same "$work/anew" "$work/kept" "the reports are those of a full run"

# ---- many nights; the long form: make test-nights (NIGHTS=365) ----
place=$work/nights
[ ! -w /dev/shm ] || place=$(mktemp -d /dev/shm/kijun-e2e-XXXXXX)
mkdir -p "$place"
mkdir "$place/plain" "$place/registered"
tests/e2e/nights "$KIJUN" "$place/plain" --nights "${NIGHTS:-8}" --suppliers "${SUPPLIERS:-16}" --seed "${SEED:-1}"
tests/e2e/nights "$KIJUN" "$place/registered" --nights "${NIGHTS:-8}" --suppliers "${SUPPLIERS:-16}" --seed "${SEED:-1}" --register
