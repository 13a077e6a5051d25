#!/bin/sh
# The pack for a surveillance audit: everything that a finding can have gone through between two days, risks and audits; every total
# is the number of rows that it counts; the page says the same as the tables; a history that was meddled with is told.
. tests/e2e/support.sh
R="$work/register.db"
cat >"$work/policy.lua" <<'END'
return policy { name = "one", title = { en = "One", ja = "一" }, packs = { "core", "iso27001" }, only = { "incident-report-within" },
  waivers = { { rule = "incident-report-within", supplier = "ended", reason = "r", approver = "Mori", expires = "2026-02-15" },
    { rule = "incident-report-within", supplier = "kept", reason = "replaced, soon", approver = "森 \"M\" 花", expires = "2026-12-31" } } }
END
profile() { # supplier: what is on record of it besides its contract
    case $1 in
    still) echo '<risk scenario="leak" impact="4" likelihood="3" assessed="2026-02-15" assessor="R"/></supplier><audit id="a" method="on-site" planned="2026-02-20" performed="2026-02-25"><nonconformity id="n" grade="minor"/></audit>' ;;
    new) echo '<risk scenario="leak" impact="2" likelihood="3" assessed="2025-12-01"/></supplier><audit id="b" method="remote" performed="2026-03-01"/>' ;;
    closed) echo '<risk scenario="leak" impact="2" likelihood="3" assessed="2024-06-01"/></supplier><audit id="c" method="paper" planned="2026-02-01"/>' ;;
    short) echo '</supplier><audit id="d" method="paper" planned="2026-12-01"/>' ;;
    old) echo '</supplier><audit id="e" method="paper" planned="2025-11-01" performed="2025-11-02"/>' ;;
    *) echo '</supplier>' ;;
    esac
}
night() { # day, then supplier=hours...
    day=$1
    shift
    for pair; do
        id=${pair%=*}
        mkdir -p "$work/suppliers/$id"
        cat >"$work/suppliers/$id/supplier.xml" <<END
<dossier xmlns="urn:kijun:1"><supplier id="$id" name="$id Ltd." tier="standard" kind="company" country="JP">
<asset class="customer-data" name="Orders"/>$(profile "$id")
<contract kind="services" title="Services" status="executed" effective="2025-04-01" expires="2030-03-31">
<clause number="1" heading="Incidents" type="incident-report"><text>Incidents are reported.</text>
<duration name="report-within" value="PT${pair#*=}H"/></clause></contract></dossier>
END
    done
    "$KIJUN" check "$work/suppliers" --policy "$work/policy.lua" --as-of "$day" --register "$R" -q >/dev/null 2>&1
}
night 2026-01-05 still=72 new=24 closed=72 short=24 ended=72 kept=72 before=72 back=72 again=72 old=24
night 2026-01-20 before=24 back=24 again=24
id=$("$KIJUN" register list --register "$R" --supplier closed --format json | grep -o '"id":"[0-9a-f]*' | cut -c7-14)
"$KIJUN" register cause "$id" --register "$R" --who sato --text "no rota" --as-of 2026-02-01
"$KIJUN" register plan "$id" --register "$R" --who sato --text "rota" --due 2026-02-05 --as-of 2026-02-01
night 2026-02-10 new=48 closed=24 short=48 back=48 again=48
night 2026-03-10 short=24 again=24

pack() { # since [option...]
    since=$1
    shift
    run "$KIJUN" audit-pack "$work/suppliers" --policy "$work/policy.lua" --as-of 2026-03-31 --since "$since" --register "$R" \
        --lang "${lang:-en}" --out "$work/pack" "$@"
}
cat >"$work/look.py" <<'PY'
import csv, re, sys
folder, expected = sys.argv[1], sys.argv[2:]
table = {n: list(csv.DictReader(open(f"{folder}/{n}.csv", encoding="utf-8", newline=""))) for n in ("totals", "risks", "audits", "findings", "history", "runs")}
total = {(t["of"], t["name"], t["grade"]): t["value"] for t in table["totals"]}
page = open(folder + "/audit-pack.html", encoding="utf-8").read()
key = {k: int(v) for k, v in re.findall(r'id="key-(\w+)">(\d+)<', page)}
def say(good, what):
    print(("ok - " if good else "not ok - ") + what)
def count(name, column):
    out = {}
    for row in table[name]:
        out[row[column]] = out.get(row[column], 0) + 1
    return out
def whole(of, name, column):
    said = {n: int(v) for (o, n, g), v in total.items() if o == of and n not in ("suppliers-with-a-promise", "suppliers-in-time") and int(v)}
    say(said == count(name, column), f"the totals of {of} are the rows of {name}.csv")
whole("risks", "risks", "state"), whole("audits", "audits", "state"), whole("in-period", "findings", "in_period")
whole("actions", "history", "action")
for grade in ("major", "minor", "observation", "all"):
    b = {n: int(v) for (o, n, g), v in total.items() if o == "findings" and g == grade}
    rows = [f for f in table["findings"] if grade in ("all", f["grade"])]
    say(b["open-at-start"] + b["new"] + b["returned"] - b["closed"] - b["accepted"] == b["open-at-end"] and
        b["open-at-end"] == sum(f["state"] not in ("closed", "accepted") for f in rows) and b["overdue"] == sum(f["overdue"] == "yes" for f in rows),
        f"the balance of {grade} adds up, and its end is what is open")
moves = {f["supplier"]: f["in_period"] for f in table["findings"]}
if expected:
    say(moves == dict(e.split("=") for e in expected), f"each finding went where it went")
say(len(table["risks"]) == key["suppliers"] == int(total["suppliers", "all", ""]), "a row of risk for every supplier")
say([key[k] for k in ("refreshed", "stale", "unassessed")] == [int(total["risks", k, ""]) for k in ("refreshed", "stale", "none")] and
    key["open"] == int(total["findings", "open-at-end", "all"]) and key["overdue"] == int(total["findings", "overdue", "all"]) and
    key["closed"] + key["accepted"] + key["open"] == len(table["findings"]) and
    key["held"] == sum(a["state"].startswith("held") for a in table["audits"]), "the key figures of the page are those totals")
sections = dict(re.findall(r'<h2 id="(\w+)">[^<]*<span class="count">(\d+)</span>(?=.*?</section>)', page, re.S))
lines = {i: len(re.findall(r"<tr>(?!<th scope=\"col)", re.search(rf'<h2 id="{i}">.*?</section>', page, re.S).group(0))) for i in sections}
say(sections and all(int(n) == lines[i] for i, n in sections.items()), "each table of the page has as many rows as its heading says")
say("<script" not in page and not re.search(r"https?://|url\(|@import", page.replace("http-equiv", "")), "it runs nothing and loads nothing")
PY
pack 2026-01-31
exits 0 "a pack is written"
python3 "$work/look.py" "$work/pack" still=still-open new=new closed=closed short=new-closed ended=acceptance-ended kept=still-accepted \
    back=came-back again=came-back-closed || not_ok "the pack can be read"
has() { # file words what
    if grep -Fq -e "$2" "$work/pack/$1"; then ok "$3"; else not_ok "$3 (not found: $2)"; fi
}
has findings.csv '"森 ""M"" 花",2026-12-31,"replaced, soon"' "an accepted risk has its approver, its end and its reason"
has findings.csv '"no rota","sato",2026-02-01,"rota","sato",2026-02-01' "a closed finding has its cause and its plan"
has findings.csv '2026-02-10,yes,0,"passed"' "and was closed after its due date by the check that passes"
has risks.csv '"still","still Ltd.","standard","refreshed",2026-02-15,"R",4,3,12' "a risk assessed again is listed with its day and assessor"
has audits.csv '"held-late",2026-02-20,2026-02-25,"a","on-site","","",1,1' "an audit held late is listed with what it found"
has audits.csv '"closed","closed Ltd.","standard","missed",2026-02-01' "and one that was not held"
has audit-pack.html "The history is sound" "the page says that the history is sound"
head=$(sqlite3 "$R" "SELECT lower(hex(hash)) FROM event ORDER BY number DESC LIMIT 1")
has audit-pack.html "$head" "and names its last hash"
lang=ja
pack 2025-12-31
exits 0 "a pack over everything, in Japanese"
python3 "$work/look.py" "$work/pack" || not_ok "the Japanese pack can be read"
has audit-pack.html "サーベイランス審査用資料" "is in Japanese"
lang=en
pack 2026-03-31
exits 2 "a period that begins on its last day is refused"
run "$KIJUN" audit-pack "$work/suppliers" --register "$R"
exits 2 "without --since it is refused"
says err "--since" "with what is missing"
run "$KIJUN" audit-pack "$work/suppliers" --since 2026-01-31 --register "$work/none.db"
exits 3 "a register that is not there is not made"
fails "nor anything in its place" test -e "$work/none.db"
: >"$work/file"
pack 2026-01-31 --out "$work/file/pack"
exits 4 "where it cannot be written the run says so"
sqlite3 "$R" "UPDATE event SET text = 'a rota' WHERE action = 6"
pack 2026-01-31
exits 5 "a history that somebody changed fails the pack"
has audit-pack.html "The history was changed from outside" "and the page says so"
has totals.csv '"history","sound","","no"' "and the totals"
