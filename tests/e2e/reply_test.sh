#!/bin/sh
# A supplier's corrective actions go out as XML and come back, through mail.
. tests/e2e/support.sh
export KIJUN_REGISTER="$work/register.db"
export USER=sato
mkdir "$work/acme"
supplier() { # hours
    cat >"$work/acme/supplier.xml" <<XML
<dossier xmlns="urn:kijun:1">
<supplier id="acme" name="Acme &lt;K.K.&gt;" tier="standard" kind="company" country="JP"><asset class="customer-data" name="Orders"/></supplier>
<contract kind="services" title="Services" status="executed" effective="2025-04-01" expires="2030-03-31">
<clause number="1" heading="Incidents" type="incident-report"><text>Incidents are reported.</text>
<duration name="report-within" value="PT$1H"/></clause></contract></dossier>
XML
}
cat >"$work/policy.lua" <<'LUA'
return policy { name = "one", title = { en = "One", ja = "一" }, packs = { "core", "iso27001" },
  only = { "incident-report-within", "audit-right" } }
LUA
check() { "$KIJUN" check "$work/acme" --policy "$work/policy.lua" --as-of "$1" --quiet >/dev/null 2>&1; }
import() { run "$KIJUN" register import "$1" --lang en; }
events() { sqlite3 "$KIJUN_REGISTER" "SELECT count(*) FROM event"; }

supplier 72
check 2026-01-01
run "$KIJUN" register export nobody
exits 2 "a supplier that the register does not know is refused"
"$KIJUN" register export acme >"$work/out.xml"
holds "what goes out is valid" xmllint --noout --schema fixtures/schemas/corrective-action.xsd "$work/out.xml"
import "$work/out.xml"
exits 0 "a file without replies is taken"
says out "0 recorded, 0 known before, 0 no longer needed, 2 without a reply" "and changes nothing"

# The first finding is replied to in full, the second with a cause alone.
python3 - "$work/out.xml" "$work/reply.xml" <<'PY'
import sys
text = open(sys.argv[1], encoding="utf-8").read()
first, second = text.split("</finding>", 1)
first = first.replace("<cause></cause>", "<cause>当番が決まっていませんでした。\nNobody &amp; nothing</cause>")
first = first.replace('<action planned=""></action>', '<action planned="2026-02-15">当番表を作成します。</action>')
first = first.replace('<done on=""/>', '<done on="2026-02-10"/>').replace("<by></by>", "<by>山田</by>")
second = second.replace("<cause></cause>", "<cause> The template is old. </cause>")
open(sys.argv[2], "w", encoding="utf-8").write(first + "</finding>" + second)
PY
holds "the reply is valid" xmllint --noout --schema fixtures/schemas/corrective-action.xsd "$work/reply.xml"
import "$work/reply.xml"
exits 0 "the reply is taken"
says out "4 recorded" "with a cause, a plan, a completion and another cause"
run "$KIJUN" register list --format json
says out '"state":"done"' "one finding is done"
says out '"due":"2026-02-15"' "by the day that was planned"
says out '"state":"cause-given"' "of the other the cause is given"
run "$KIJUN" register history
says out "sato (acme: 山田)" "the history says who said it and who entered it"
before=$(events)
import "$work/reply.xml"
says out "0 recorded, 4 known before" "taking it twice changes nothing"
if [ "$(events)" -eq "$before" ]; then ok "not even the history"; else not_ok "not even the history"; fi
"$KIJUN" register export acme >"$work/again.xml"
says_again=$(grep -c "当番" "$work/again.xml")
if [ "$says_again" -ge 2 ]; then ok "what was replied goes out again"; else not_ok "what was replied goes out again"; fi
holds "and is valid" xmllint --noout --schema fixtures/schemas/corrective-action.xsd "$work/again.xml"

refused() { # sed-script words what
    sed -e "$1" "$work/reply.xml" >"$work/bad.xml"
    before=$(events)
    import "$work/bad.xml"
    if [ "$status" -eq 0 ] || ! grep -Fq -e "$2" "$work/err" || [ "$(events)" -ne "$before" ]; then
        not_ok "$3"
    else
        ok "$3"
    fi
}
refused 's/planned="2026-02-15"/planned="soon"/' 'planned="soon" is no date' "a date that is none is refused"
refused 's/planned="2026-02-15"/planned=""/' "needs the day by which" "an action without a day is refused"
refused 's/on="2026-02-10"/on="2999-01-01"/' "a day to come" "what was done in the future is refused"
refused 's/supplier="acme"/supplier="other"/' "does not belong" "findings of another supplier are refused"
refused 's/<by>/<from>/; s/<\/by>/<\/from>/' "<from> is not expected in <reply>" "an element that does not exist is refused"
refused 's/id="[0-9a-f]\{8\}/id="00000000/' "there is no finding" "a finding that does not exist is refused"
refused 's/history="[0-9]*"//' "history" "a missing attribute is refused"
refused 's/<reply>/words<reply>/' "takes none" "text in the wrong place is refused"
refused 's/^<corr/<!DOCTYPE x [<!ENTITY e "boom">]><corr/' "DOCTYPE" "a DOCTYPE is refused"
refused 's/urn:kijun:corrective-action:1/urn:kijun:corrective-action:9/' "is not expected" "a namespace of another version is refused"
refused 's/<\/corrective-actions>//' "no well-formed XML" "what is not well-formed is refused"
refused 's/<cause> The template is old. <\/cause>/<done on="2026-02-01"\/>/' "there twice" "what is there twice is refused"
refused 's/The template is old./Another cause./; s/当番表を作成/別の当番表を作成/' "'plan' is not possible" "what is not possible now is refused, and all of the file with it"

supplier 24
check 2026-03-01
import "$work/reply.xml"
says out "no longer needed" "a finding that was closed needs no reply"
supplier 72
check 2026-04-01
import "$work/reply.xml"
exits 3 "a reply to what has come back since is refused"
says err "has come back since this file was written" "and says why"
holds "the history is sound" "$KIJUN" register verify
