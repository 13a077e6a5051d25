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

# What reports say of it.
export KIJUN_REGISTER="$work/second.db"
cat >"$work/policy.lua" <<'END2'
return policy { name = "one", title = { en = "One", ja = "一" }, packs = { "core", "iso27001" },
  only = { "incident-report-within" }, re_audit = "major",
  due = { major = 45, tiers = { standard = { major = 20 } } } }
END2
report() { # day [option...]
    day=$1
    shift
    "$KIJUN" check "$work/acme" --policy "$work/policy.lua" --as-of "$day" --out "$work/reports" --format json,csv,html \
        --quiet --lang en "$@" >/dev/null 2>&1
}
has() { # words what
    if grep -qF -e "$1" "$work/reports/suppliers/acme.json"; then ok "$2"; else not_ok "$2 (not found: $1)"; fi
}
supplier 72
report 2026-01-01
has '"change":"new"' "a first finding is new in the report"
has '"due":"2026-01-21"' "its due date is that of the policy for suppliers of this tier"
report 2026-01-25
has '"change":"still"' "the next night it is still open"
has '"age_days":24' "with its age"
has '"overdue":true' "and overdue"
supplier 24
report 2026-02-01 --since 2025-12-31
has '"absent":[' "when it is gone"
has '"change":"fixed"' "the report says that it is fixed"
has '"state":"re-audit"' "and awaits a re-audit, as the policy wants"
has '"since":"none"' "and that it was not there on the day asked for"
id=$("$KIJUN" register list --format json | grep -o '"id":"[0-9a-f]*' | cut -c7-14)
supplier 48
report 2026-03-01 --since 2026-01-10
has '"change":"back"' "what fails again before the re-audit is back again"
has '"since":"still"' "and still open since a day on which it was open"
says_csv=$(cut -d, -f1 "$work/reports/run.csv" | wc -l)
if [ "$says_csv" -eq 2 ] && head -n 1 "$work/reports/run.csv" | grep -q ',state,change,since,first_seen'; then
    ok "CSV has columns for the history"
else
    not_ok "CSV has columns for the history"
fi
unset KIJUN_REGISTER
run "$KIJUN" check "$work/acme" --policy "$work/policy.lua" --as-of 2026-03-01 --format json
if grep -q '"history"' "$work/out"; then not_ok "without a register nothing is said of history"; else ok "without a register nothing is said of history"; fi
run "$KIJUN" check "$work/acme" --policy "$work/policy.lua" --since 2026-01-01
exits 2 "--since without a register is refused"
sed -i 's/major = 45/major = "soon"/' "$work/policy.lua"
run "$KIJUN" check "$work/acme" --policy "$work/policy.lua"
exits 2 "a due date that is no number of days is refused"
says err "policy.lua:3" "at its line"

# What is accepted through a waiver: until when, by whom and why, in the register itself.
export KIJUN_REGISTER="$work/third.db"
waived() { # last day, approver
    cat >"$work/policy.lua" <<END
return policy { name = "one", title = { en = "One", ja = "一" }, packs = { "core", "iso27001" },
  only = { "incident-report-within" },
  waivers = { { rule = "incident-report-within", supplier = "acme", reason = "replaced in summer", approver = "$2", expires = "$1" } } }
END
}
supplier 72
waived 2026-05-31 "Mori"
check 2026-03-01
run "$KIJUN" register list --state accepted --format json
says out '"waived_until":"2026-05-31","approver":"Mori","waiver_reason":"replaced in summer"' "a waiver is in the register with its end, approver and reason"
waived 2026-06-30 "Hayashi"
check 2026-05-01
run "$KIJUN" register list --state accepted --lang ja
says out "リスク受容" "the state is told in Japanese"
says out "2026-06-30" "and a table says when the waiver, renewed, ends"
run "$KIJUN" register history --lang en
says out "approved by Mori until 2026-05-31: replaced in summer" "the history says who approved the first one"
says out "approved by Hayashi until 2026-06-30" "and who the second"
check 2026-07-01
run "$KIJUN" register list --state accepted --format csv
if [ "$(wc -l <"$work/out")" -eq 1 ]; then ok "when it has expired nothing is accepted"; else not_ok "when it has expired nothing is accepted"; fi
run "$KIJUN" register list --state open --format json
says out '"state":"open"' "and the finding is open again"
run "$KIJUN" register list --state lost
exits 2 "a state that is none is refused"
says err "cause-given" "with those that there are"
holds "all of it is sound" "$KIJUN" register verify
