#!/bin/sh
# The register over runs: what is found is open, what is corrected closes, what returns has recurred.
. tests/e2e/support.sh
export KIJUN_REGISTER="$work/register.db"
export USER=sato
mkdir "$work/acme"

supplier() { # hours
    cat >"$work/acme/supplier.xml" <<END
<dossier xmlns="urn:kijun:1">
<supplier id="acme" name="Acme" tier="standard" kind="company" country="JP"><asset class="customer-data" name="Orders"/></supplier>
<contract kind="services" title="Services" status="executed" effective="2025-04-01" expires="2030-03-31">
<clause number="1" heading="Incidents" type="incident-report"><text>Incidents are reported.</text>
<duration name="report-within" value="PT$1H"/></clause></contract></dossier>
END
}
check() { "$KIJUN" check "$work/acme" --policy "$work/policy.lua" --as-of "$1" --quiet >/dev/null 2>&1; }
cat >"$work/policy.lua" <<'END'
return policy { name = "one", title = { en = "One", ja = "一" }, packs = { "core", "iso27001" },
  only = { "incident-report-within" } }
END

run "$KIJUN" register list
exits 4 "a register that is not there cannot be listed"
supplier 72
check 2026-01-01
run "$KIJUN" register list --new --format json
says out '"state":"open"' "a finding is open"
says out '"due":"2026-01-31"' "with a due date"
id=$("$KIJUN" register list --format json | grep -o '"id":"[0-9a-f]*' | head -n 1 | cut -c7-14)
run "$KIJUN" register plan "$id" --text "rota" --due 2026-02-10
exits 2 "no plan before a cause"
says err "cause" "and the refusal says what is possible"
holds "a cause is given" "$KIJUN" register cause "$id" --text "nobody on call"
holds "then a plan" "$KIJUN" register plan "$id" --text "rota" --due 2026-02-10
holds "it is said to be done" "$KIJUN" register "done" "$id"
run "$KIJUN" register reaudit "$id" effective --text "seen"
exits 2 "nobody closes it while the check fails"
check 2026-02-20
run "$KIJUN" register list --overdue --format csv
says out "$id" "past its due date it is overdue"
supplier 24
check 2026-03-01
run "$KIJUN" register list --format json
says out '"state":"closed"' "a check that passes closes it"
supplier 48
check 2026-04-01
run "$KIJUN" register list --recurred --format json
says out '"recurrences":1' "what returns has recurred"
run "$KIJUN" register history "$id" --lang ja
says out "原因の回答" "its history is told, in Japanese too"
holds "the history is sound" "$KIJUN" register verify
sqlite3 "$KIJUN_REGISTER" "UPDATE event SET text = 'somebody was on call' WHERE action = 5" 2>/dev/null
run "$KIJUN" register verify
exits 5 "until somebody changes it from outside"
