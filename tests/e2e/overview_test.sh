#!/bin/sh
# The overview of a portfolio without a browser: its script is the one it names, its data are whole, its totals agree. How it
# behaves in a browser: make test-browser. And what is remembered of suppliers is told as it stands on the day.
. tests/e2e/support.sh

cat >"$work/look.py" <<'PY'
import base64, hashlib, json, re, sys
page = open(sys.argv[1], encoding="utf-8").read()
policy = re.search(r"script-src 'sha256-([^']+)'", page).group(1)
script = re.findall(r"<script>(.*?)</script>", page, re.S)
data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S).group(1))
key = {k: int(v) for k, v in re.findall(r'id="key-(\w+)">(\d+)<', page)}
sums = [int(n) for n in re.findall(r"<td class=\"n [^\"]*\">(\d+)</td>", re.search(r'id="sums">(.*?)</tr>', page, re.S).group(1))]
tiers = [int(n) for n in re.findall(r"<td class=\"n [^\"]*\">(\d+)</td>", re.search(r'id="tier-sums">(.*?)</tr>', page, re.S).group(1))]
def say(good, what):
    print(("ok - " if good else "not ok - ") + what)
say(len(script) == 1 and base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode() == policy,
    "the one script is the one that the security policy names")
say(not re.search(r"https?://|url\(|@import| on\w+=", page.replace("http-equiv", "")), "nothing is loaded from anywhere")
say(len(data["suppliers"]) == key["suppliers"] == tiers[0], "every supplier is among the data")
say([sum(s[i] for s in data["suppliers"]) for i in (6, 7, 8)] == [key["major"], key["minor"], key["observation"]] == sums[:3] == tiers[4:7],
    "key figures, totals of the list and totals by criticality are the sums of the data")
say(all(0 <= r < len(data["rules"]) for s in data["suppliers"] for r in s[-1]), "every rule that failed is named")
say("<svg class=\"graph\"" in page and page.count("<figure class=\"chart\">") >= 3, "the graph and the charts are there")
PY
for lang in en ja; do
    "$KIJUN" check fixtures/portfolio --out "$work/$lang" --lang $lang -q >/dev/null 2>&1
    python3 "$work/look.py" "$work/$lang/run.html" || not_ok "the overview in $lang can be read"
done

# No rule of this policy asks for a contract: the supplier is not judged again, but the overview knows which contract is in force.
mkdir -p "$work/contracts/one" && cat >"$work/contracts/one/supplier.xml" <<'END'
<dossier xmlns="urn:kijun:1"><supplier id="one" name="One" tier="critical" kind="company" country="JP"/>
<contract kind="services" title="The old one" status="executed" effective="2025-06-01" expires="2026-05-31"/>
<contract kind="services" title="The new one" status="executed" effective="2026-06-01" expires="2026-08-31"/></dossier>
END
on() { # folder day [option...]
    folder=$1 day=$2
    shift 2
    run "$KIJUN" check "$work/contracts" --policy tests/e2e/policies/tiny.lua --packs tests/e2e/rules --as-of "$day" \
        --format html --lang en --out "$work/$folder" -q "$@"
}
touch -d "2 minutes ago" "$work/contracts/one/supplier.xml" "$work/contracts/one" "$work/contracts"
for day in 2026-05-20 2026-05-31 2026-06-01 2026-07-15 2026-09-01; do
    on nights "$day"
    on afresh "$day" --full
    same "$work/afresh/run.html" "$work/nights/run.html" "the overview of $day is that of a run that judges everybody"
done
on nights 2026-05-20
cp "$work/nights/run.html" "$work/before.html"
on nights 2026-07-15
cp "$work/before.html" "$work/out"
says out "The old one" "a contract about to expire is listed"
cp "$work/nights/run.html" "$work/out"
says out "The new one" "and when it is over the one that followed it"
