#!/bin/sh
# Notices reach people once: by webhook, chat and mail, whatever the servers do and whenever the run is killed.
. tests/e2e/support.sh
. tests/e2e/network.sh
export KIJUN_REGISTER="$work/register.db"
export USER=sato
mkdir "$work/acme" && cd "$work" || exit 1
cat >acme/supplier.xml <<'END'
<dossier xmlns="urn:kijun:1">
<supplier id="acme" name="株式会社&lt;アクメ&gt;" tier="standard" kind="company" country="JP"><asset class="customer-data" name="Orders"/></supplier>
<contract kind="services" title="Services" status="executed" effective="2025-04-01" expires="2030-03-31">
<clause number="1" heading="Incidents" type="incident-report"><text>Incidents are reported.</text>
<duration name="report-within" value="PT72H"/></clause></contract></dossier>
END
cat >policy.lua <<'END'
return policy { name = "one", title = { en = "One", ja = "一" }, packs = { "core", "iso27001" }, only = { "incident-report-within" } }
END
echo "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" >hook.secret
echo "https://127.0.0.1:$https/hook/chat/T0KEN-OF-THE-CHAT" >chat.url
echo "mail-PASSW0RD" >mail.password
export TEAMS_URL="https://127.0.0.1:$https/hook/teams/T0KEN-OF-THE-CHAT"

# A file of notices with these channels.
notices() { # channels
    cat >notices.lua <<END
return { allow = { "https://127.0.0.1", "https://localhost" }, ca = "ca.pem", seconds = 5, first_wait_ms = 10, channels = { $1 } }
END
}
hook() { # name path more
    echo "{ name = \"$1\", kind = \"webhook\", url = \"https://127.0.0.1:$https/$2\", ${3:-} }"
}
mail() { # name recipient more
    echo "{ name = \"$1\", kind = \"mail\", server = \"smtps://127.0.0.1:$smtps\", from = \"基準 <kijun@example.org>\", to = { $2 }, ${3:-} }"
}
check() { "$KIJUN" check acme --policy policy.lua --as-of "$1" --quiet >/dev/null 2>&1; }
# Something happens to the finding.
change() { "$KIJUN" register note "$id" --text "$1" && "$KIJUN" register cause "$id" --text "$1"; }
hooks_of() { jq -r "select(.path | startswith(\"$1\")) | .body | @base64d" "$seen/hooks"; }

check 2026-01-01
id=$("$KIJUN" register list --format json | jq -r '.[0].id' | cut -c1-8)
cp register.db fresh.db # as it is before anybody was told

# ---- every form, once ----
notices "$(hook desk hook/desk 'secret_file = "hook.secret", link = "https://reports.example.org/run.html"'),
    { name = \"chat\", kind = \"slack\", lang = \"ja\", url_file = \"chat.url\" },
    { name = \"teams\", kind = \"teams\", url_env = \"TEAMS_URL\", link = \"https://reports.example.org/\" },
    $(mail post '"監査部 <audit@example.org>", "b@example.org"' 'lang = "ja", user = "kijun", password_file = "mail.password"')"
run "$KIJUN" notify
exits 0 "everybody is told"
counts hooks 3 "three webhooks"
counts mails 1 "and a mail"
run "$KIJUN" notify
says out "desk: nothing new" "and is told once"
counts hooks 3 "no webhook twice"
counts mails 1 "no mail twice"
run python3 "$here/tests/e2e/check_notices.py" "$seen" MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
cat "$work/out"
[ "$status" -eq 0 ] || not_ok "the forms of notices are right"

# ---- only what changed ----
check 2026-02-20
run "$KIJUN" notify
hooks_of /hook/desk | jq -s -e 'length == 2 and (last | .counts.overdue == 1 and .counts.new == 0)' >"$work/out" 2>&1
exits 0 "what fell due since is told"
change "nobody on call" >/dev/null
run "$KIJUN" notify --quiet
hooks_of /hook/desk | jq -s -e 'length == 3 and (last | .counts.moved == 1 and .counts.overdue == 0)' >"$work/out" 2>&1
exits 0 "and what somebody recorded"

# ---- troubles ----
fresh() { cp fresh.db register.db; rm -f register.db-wal register.db-shm "$seen/hooks" "$seen/mails"; notices "$1"; }
fresh "$(hook busy hook-busy/a)"
run "$KIJUN" notify
exits 0 "a server that is busy for a moment is asked again"
fresh "$(hook later hook-later/a), $(hook no hook-no/a), $(hook moved hook-moved/a), $(hook good hook/good)"
run "$KIJUN" notify --lang ja
exits 3 "what could not be sent is not forgotten"
says out "later: 送信できませんでした" "a server that wants to be left alone is"
says err "HTTP 403" "the reason is told"
counts hooks 1 "the others are told all the same, and no redirect is followed"
notices "$(hook later hook/later), $(hook no hook/no), $(hook moved hook/moved), $(hook good hook/good)"
run "$KIJUN" notify
exits 0 "the next run sends it"
counts hooks 4 "to each that was not told, and to no other"
fresh "$(hook plain hook | sed "s/https:[^\"]*/http:\/\/127.0.0.1:$http\/hook/")"
run "$KIJUN" notify
exits 2 "plain http is refused"
says err "'url' is missing or makes no sense" "and the setting is named"
fresh "$(mail nobody '"a@example.org", "nobody@example.org"'), $(mail refused '"refused@example.org"'), $(mail again '"later@example.org"')"
run "$KIJUN" notify
exits 3 "a mail that a server refuses waits"
says err "SMTP 550" "with the reason"
counts mails 1 "one that the server wants later comes later"
touch "$seen/no-starttls"
fresh "$(mail starttls '"a@example.org"' | sed "s/smtps:[^\"]*/smtp:\/\/127.0.0.1:$smtp/")"
run "$KIJUN" notify
exits 3 "without STARTTLS no mail leaves"
counts mails 0 "and none did"
rm "$seen/no-starttls"
run "$KIJUN" notify
exits 0 "with it, it does"
holds "encrypted" jq -e .tls "$seen/mails"
fresh "$(hook stranger hook/a)"
sed -i 's/ca = "ca.pem", //' notices.lua
run "$KIJUN" notify
counts hooks 0 "nor by webhook"
exits 3 "a server of an unknown authority is told nothing"

# ---- killed, or without an answer: in doubt ----
fresh "$(hook doubt hook-lost/a), $(mail lost '"lost@example.org"'), $(hook gateway hook-gateway/a)"
run "$KIJUN" notify
exits 3 "an answer that is lost leaves a doubt"
counts hooks 2 "what may have arrived is sent once"
counts mails 1 "mail, too"
run "$KIJUN" notify --lang ja
says out "届いたかどうか分かりません" "the next run says so"
counts hooks 2 "and does not send it again"
entry=$("$KIJUN" notify | sed -n 's/.*--resend \([0-9a-f]*\).*/\1/p' | head -n 1)
run "$KIJUN" notify --resend "$entry"
counts hooks 3 "unless a person wants it"
for entry in $("$KIJUN" notify | sed -n 's/.*--resend \([0-9a-f]*\).*/\1/p'); do "$KIJUN" notify --settle "$entry" >/dev/null; done
run "$KIJUN" notify
exits 0 "or says that it arrived"
run "$KIJUN" notify --settle 0123456789
exits 2 "of a notice that there is"

# Runs until the servers have the notice, and is killed before it has their answer.
killed() { # notes
    "$KIJUN" notify >/dev/null 2>&1 &
    victim=$!
    await "$1" 1 && kill -9 "$victim"
    wait "$victim" 2>/dev/null
}
fresh "$(hook slow hook-slow/a "receipts = \"https://127.0.0.1:$https/received/{id}\"")"
killed hooks
run "$KIJUN" notify
exits 0 "killed before the answer, a run asks whether the notice arrived"
says out "had arrived" "hears that it did"
counts hooks 1 "and does not send it twice"
fresh "$(hook slow hook-slow/b 'idempotent = true')"
killed hooks
run "$KIJUN" notify
exits 0 "to one that drops repeats it is sent again"
holds "under the same id" sh -c "jq -s -e 'length == 2 and .[0].id == .[1].id and .[0].body == .[1].body' '$seen/hooks'"
fresh "$(mail slow '"slow@example.org"')"
killed mails
run "$KIJUN" notify
exits 3 "of a mail in doubt a person is asked"
counts mails 1 "and it is not sent twice"

# Killed at every call by which something goes out or is kept (KILL_CALLS for more): in the end each notice arrived exactly
# once.
KIJUN_REGISTER=$work/killed.db
rm -f "$seen/hooks"
kills=0 lost=0 twice=0
for call in ${KILL_CALLS:-fdatasync sendto}; do
    moment=0 survived=1
    while [ "$survived" -ne 0 ] && [ "$moment" -lt 500 ]; do
        moment=$((moment + ${KILL_STEP:-1}))
        survived=0 again=0
        cp fresh.db killed.db
        rm -f killed.db-wal killed.db-shm
        notices "$(hook "$call-$moment" "hook/$call-$moment" "receipts = \"https://127.0.0.1:$https/received/{id}\"")"
        strace -f -o /dev/null -e "trace=$call" -e "inject=$call:signal=SIGKILL:when=$moment" "$KIJUN" notify >"$work/out" 2>"$work/err" || survived=$?
        "$KIJUN" notify >"$work/out" 2>"$work/err" || again=$?
        arrived=$(jq -r "select(.path == \"/hook/$call-$moment\") | .id" "$seen/hooks" 2>/dev/null | wc -l)
        if [ "$again" -ne 0 ] || [ "$arrived" -lt 1 ]; then lost=$((lost + 1)); fi
        if [ "$arrived" -gt 1 ]; then twice=$((twice + 1)); fi
        kills=$((kills + 1))
    done
    kills=$((kills - 1))
done
echo "# $kills kills"
if [ "$lost" -eq 0 ] && [ "$kills" -ge 12 ]; then ok "killed at any of its calls a run loses no notice"; else not_ok "killed at any of its calls a run loses no notice ($lost of $kills)"; fi
if [ "$twice" -eq 0 ]; then ok "and sends none twice"; else not_ok "and sends none twice ($twice of $kills)"; fi
KIJUN_REGISTER=$work/register.db

# ---- secrets ----
fresh "$(hook desk hook-no/a 'secret_file = "hook.secret"'), { name = \"chat\", kind = \"slack\", url_file = \"chat.url\" },
    $(mail post '"refused@example.org"' 'user = "kijun", password_file = "mail.password"')"
sed -i 's/:[0-9][0-9]*/:9/' chat.url
"$KIJUN" notify >said 2>&1
fails "no secret is told, or kept in the register" grep -a -e PASSW0RD -e T0KEN -e MfKQ9r8 said register.db register.db-wal
run sh -c "printf 'return { channels = { { name = \"x\", kind = \"mail\", server = \"smtps://m\", from = \"a@b\\\\r\\\\nBcc: c@d\", to = \"a@b\" } } }' >bad.lua; '$KIJUN' notify --to bad.lua"
exits 2 "an address that holds a header is refused"
run sh -c "sed 's/seconds/secnods/' notices.lua >bad.lua; '$KIJUN' notify --to bad.lua"
says err "did you mean 'seconds'?" "a setting that is misspelt is named"
run "$KIJUN" notify --register nowhere.db
exits 4 "a register that is not there is not made"
fails "by looking for it" test -e nowhere.db
