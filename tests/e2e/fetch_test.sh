#!/bin/sh
# Documents are fetched into a portfolio: whole or not at all, no more than needed, and never silently old.
. tests/e2e/support.sh
. tests/e2e/network.sh
cd "$work" || exit 1
base=https://127.0.0.1:$https

sources() { # sources [more settings]
    cat >sources.lua <<END
return { allow = { "https://127.0.0.1" }, ca = "ca.pem", seconds = 3, first_wait_ms = 10, rate = 1000, ${2:-} sources = { $1 } }
END
}
url() { # path [file]
    echo "{ supplier = \"acme\", url = \"$base/$1\"${2:+, file = \"$2\"} },"
}
fetch() { run "$KIJUN" fetch sources.lua --into portfolio; }
check() { run "$KIJUN" check portfolio --policy policy.lua --as-of 2026-01-01 --format text "$@"; }
requests() { jq -r '.path' "$seen/requests" 2>/dev/null | grep -c "^/$1" || true; }
cat >policy.lua <<'END'
return policy { name = "one", title = { en = "One", ja = "一" }, packs = { "core", "iso27001" }, only = { "incident-report-within" } }
END
mkdir -p "$seen/www/acme"
cat >"$seen/www/acme/supplier.xml" <<'END'
<supplier xmlns="urn:kijun:1" id="acme" name="Acme" tier="standard" kind="company" country="JP"><asset class="customer-data" name="Orders"/></supplier>
END
contract() { # hours
    cat >"$seen/www/acme/contract 1.xml" <<END
<contract xmlns="urn:kijun:1" kind="services" title="Services" status="executed" effective="2025-04-01" expires="2030-03-31">
<clause number="1" heading="Incidents" type="incident-report"><text>Incidents are reported.</text>
<duration name="report-within" value="PT$1H"/></clause></contract>
END
}
index() { (cd "$seen/www/acme" && sha256sum -- *.xml >SHA256SUMS); }
contract 24
index

# ---- single documents ----
sources "$(url www/acme/supplier.xml) $(url www/acme/contract%201.xml)"
fetch
exits 0 "documents are fetched"
same "$seen/www/acme/contract 1.xml" "portfolio/acme/contract 1.xml" "byte for byte, under the names in their addresses"
check
exits 0 "and judged"
fetch
says out "unchanged: 2" "a second time nothing is transferred"
holds "for the server was asked by ETag" sh -c "jq -s -e '[.[] | select(.headers[\"If-None-Match\"])] | length == 2' '$seen/requests'"
contract 72
fetch
says out "acme/contract 1.xml: changed" "what changed is fetched"
check
exits 1 "and found"
echo x >>"portfolio/acme/contract 1.xml"
fetch
same "$seen/www/acme/contract 1.xml" "portfolio/acme/contract 1.xml" "what was changed here is set right"
sources "$(url dated old.html) $(url www/acme/supplier.xml)"
fetch
says out "acme/contract 1.xml: removed" "what is no longer a source goes"
fails "and is gone" test -e "portfolio/acme/contract 1.xml"
fetch
says out "unchanged: 2" "servers that know dates only are asked by date"

# ---- an index ----
index
sources "{ supplier = \"acme\", index = \"$base/www/acme/SHA256SUMS\" }"
fetch
exits 0 "an index names documents"
holds "with names that need escapes" test -e "portfolio/acme/contract 1.xml"
before=$(requests www/acme/contract)
fetch
holds "what it says is here is not asked for" test "$(requests www/acme/contract)" -eq "$before"
contract 48
index
contract 36
fetch
exits 3 "a document that is not the one in the index is refused"
says err "SHA-256 differs" "and said to be"
holds "the old copy stays" grep -q PT72H "portfolio/acme/contract 1.xml"
index
fetch
exits 0 "until the index is right"

# ---- never silently old ----
check --out reports >/dev/null
mv "$seen/www/acme" "$seen/www/away"
fetch
exits 3 "a source that cannot be had ends with 3"
says out "acme/contract 1.xml: stale" "and names what is old"
holds "which is kept" test -e "portfolio/acme/contract 1.xml"
check
exits 3 "check says that it is incomplete"
says out "this copy is stale" "and why"
check --lang ja
says out "古い写し" "in Japanese, too"
run "$KIJUN" check portfolio --policy policy.lua --as-of 2026-01-01 --out reports --quiet
exits 3 "so does a run that remembers the last one"
run "$KIJUN" check "portfolio/acme/contract 1.xml" --policy policy.lua --as-of 2026-01-01
exits 3 "and one of the document alone"
fetch
exits 3 "it stays so"
mv "$seen/www/away" "$seen/www/acme"
fetch
exits 0 "until it can be fetched again"
run "$KIJUN" check portfolio --policy policy.lua --as-of 2026-01-01 --out reports --quiet
exits 1 "then everything is as it was"
: >"$seen/www/acme/SHA256SUMS"
fetch
exits 3 "an index that is suddenly empty removes nothing"
holds "nothing at all" test -e "portfolio/acme/contract 1.xml"
index
sources "{ supplier = \"acme\", index = \"$base/www/acme/SHA256SUMS\" }, $(url www/never.xml)"
fetch
exits 3 "a document that never came"
check
says out "never.xml: could not be fetched: HTTP 404" "is missed by check"
printf 'tampered\n' >portfolio/.kijun-fetch
index
sources "{ supplier = \"acme\", index = \"$base/www/acme/SHA256SUMS\" }"
fetch
exits 0 "a folder whose notes are lost is fetched anew"

# ---- resume, retries, limits ----
rm -rf portfolio
sources "$(url parts parts.txt) $(url wrong-part other.txt) $(url busy-once late.txt) $(url moved/acme/supplier.xml s.xml)"
fetch
exits 0 "broken downloads go on, busy servers are asked again, redirects followed"
holds "where they broke off" sh -c "jq -s -e '[.[] | select(.path == \"/parts\") | .headers.Range] == [null, \"bytes=15000-\"]' '$seen/requests'"
holds "and are whole" sh -c "test \$(wc -c <portfolio/acme/parts.txt) -eq 40000 && ! tr -d '\n' <portfolio/acme/parts.txt | sed 's/Article 1 //g' | grep -q ."
holds "a part that is another one is not taken" sh -c "! sed 's/Article 2 //g' portfolio/acme/other.txt | grep -q ."
rm -rf portfolio
sources "$(for path in slow endless truncated until-close loop/x to-http to-private broken missing; do url $path "$(echo $path | tr -d /).txt"; done)" 'most_bytes = 100000, attempts = 1,'
fetch
exits 3 "servers that misbehave get nowhere"
says out "stale: 9" "none of nine"
for what in "sent more than 100000 bytes" "only https:// addresses" "127.0.0.2 is not on the public internet" "did not say how long" "HTTP 503" "HTTP 404" "redirects"; do
    says err "$what" "it is said: $what"
done
holds "no file is begun" test -z "$(find portfolio -type f ! -name '.kijun*')"
rm -rf portfolio
sources "$(url bomb bomb.bin)" 'most_bytes = 100000,'
fetch
exits 0 "a compressed body"
holds "stays compressed" test "$(wc -c <portfolio/acme/bomb.bin)" -lt 20000
sources "$(for i in $(seq 12); do url "wait/$i" "$i.txt"; done)" 'concurrency = 2,'
sed -i 's/rate = 1000/rate = 20/' sources.lua
rm -f "$seen/requests"
fetch
exits 0 "many documents of one host"
holds "never more than two at once, and no more in a second than allowed" python3 - "$seen/requests" <<'END'
import json, sys
at = sorted(json.loads(line)["at"] for line in open(sys.argv[1]))
assert len(at) == 12 and at[-1] - at[0] >= 11 / 20 * 0.9, at
assert all(b - a >= 0.09 for a, b in zip(at, at[2:])), "three within the time of one"
END

# ---- names, secrets, permission ----
printf '%064d  ../../etc/cron.d/x\n' 0 >"$seen/www/bad"
sources "{ index = \"$base/www/bad\" }"
fetch
exits 3 "a name that leads out of the folder"
says err "cannot be the name of a file here" "is refused"
for name in '"../x"' '"/etc/x"' '"a/../../x"' '".hidden"' '"nul.txt"' '"a\\b"'; do
    sources "{ supplier = \"acme\", url = \"$base/www/x\", file = $name }"
    fetch
    exits 2 "so is $name"
done
mkdir -p elsewhere portfolio && rm -rf portfolio/acme && ln -s ../elsewhere portfolio/acme
sources "$(url www/acme/supplier.xml)"
fetch
exits 4 "a link in the folder is not followed"
rm portfolio/acme
export CONTRACTS_TOKEN="Bearer T0KEN-OF-CONTRACTS"
sources "{ supplier = \"acme\", url = \"$base/elsewhere/acme/supplier.xml\", authorization_env = \"CONTRACTS_TOKEN\" }"
sed -i 's#allow = {#allow = { "https://localhost",#' sources.lua
rm -f "$seen/requests"
fetch
exits 0 "what is secret goes to the host that it is for"
holds "and to no other" sh -c "jq -s -e '[.[].headers.Authorization] == [\"Bearer T0KEN-OF-CONTRACTS\", null]' '$seen/requests'"
sources "{ supplier = \"acme\", url = \"$base/broken\", authorization_env = \"CONTRACTS_TOKEN\" }"
"$KIJUN" fetch sources.lua --into portfolio >said 2>&1
fails "no secret is told or noted" grep -r T0KEN said portfolio
unset CONTRACTS_TOKEN
fetch
exits 2 "a secret that is not there is missed"
sources "$(url www/acme/supplier.xml)"
sed -i 's/"https:\/\/127.0.0.1" }/}/' sources.lua
fetch
says err "not on the public internet" "a private address must be allowed"
sed -i "s#https://#http://#; s#$https#$http#" sources.lua
fetch
exits 2 "so must plain http"
run "$KIJUN" fetch nowhere.lua
exits 3 "a file of sources that is not there"
