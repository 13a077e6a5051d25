#!/bin/sh
# What no server gets out of kijun: old TLS, a wrong certificate or key, a way past the proxy, another scheme or a private address, a
# document that is not whole. Each for what is fetched, delivered and told, as far as it can happen there.
. tests/e2e/support.sh
. tests/e2e/network.sh
cd "$work" || exit 1
port() { sed -n "s/^$1=//p" "$seen/ports"; }
old=$(port old) old_mail=$(port old_mail) proxy=$(port proxy)
base=https://127.0.0.1:$https
unset https_proxy HTTPS_PROXY http_proxy all_proxy ALL_PROXY no_proxy NO_PROXY
mkdir -p "$seen/www" reports suppliers
echo "1. Audit. The customer may audit." >"$seen/www/contract.txt"
echo '<p>overview</p>' >reports/run.html

sources() { # settings sources
    echo "return { allow = { \"https://127.0.0.1\" }, ca = \"ca.pem\", seconds = 3, first_wait_ms = 10, rate = 1000, $1 sources = { $2 } }" >sources.lua
}
url() { # address
    echo "{ supplier = \"acme\", url = \"$1\", file = \"contract.txt\" },"
}
fetch() { # settings address [environment...]
    sources "$1" "$(url "$2")"
    shift 2
    rm -rf portfolio
    run env "$@" "$KIJUN" fetch sources.lua --into portfolio
}
fetched() { # what
    exits 0 "$1"
    holds "it is here" cmp -s "$seen/www/contract.txt" portfolio/acme/contract.txt
}
refused() { # words what
    exits 3 "$2"
    says err "$1" "it is said: $1"
    fails "nothing is here" test -e portfolio/acme/contract.txt
}
deliver() { # settings address
    echo "return { allow = { \"https://127.0.0.1\" }, ca = \"ca.pem\", seconds = 2, first_wait_ms = 10, $1 targets = { { to = \"$2\" } } }" >delivery.lua
    rm -f reports/.kijun-delivered
    run "$KIJUN" deliver reports --to delivery.lua
}
cat >acme.xml <<'END'
<dossier xmlns="urn:kijun:1">
<supplier id="acme" name="Acme" tier="standard" kind="company" country="JP"><asset class="customer-data" name="Orders"/></supplier>
<contract kind="services" title="Services" status="executed" effective="2025-04-01" expires="2030-03-31">
<clause number="1" heading="Incidents" type="incident-report"><text>Incidents are reported.</text>
<duration name="report-within" value="PT72H"/></clause></contract></dossier>
END
echo 'return policy { name = "one", title = { en = "One", ja = "一" }, packs = { "core", "iso27001" }, only = { "incident-report-within" } }' >policy.lua
"$KIJUN" check acme.xml --policy policy.lua --as-of 2026-01-01 --register fresh.db --quiet >/dev/null
notify() { # settings channel
    echo "return { allow = { \"https://127.0.0.1\" }, ca = \"ca.pem\", seconds = 3, first_wait_ms = 10, $1 channels = { { name = \"desk\", $2 } } }" >notices.lua
    rm -f register.db register.db-wal register.db-shm "$seen/hooks" "$seen/mails"
    cp fresh.db register.db
    run "$KIJUN" notify --register register.db
}
hook() { # address
    echo "kind = \"webhook\", url = \"$1\""
}
mail() { # port
    echo "kind = \"mail\", server = \"smtps://127.0.0.1:$1\", from = \"k@example.org\", to = { \"a@example.org\" }"
}

# ---- TLS 1.2 at least: also where the system's own settings would permit less ----
cat >permissive.cnf <<'END'
openssl_conf = all
[all]
ssl_conf = ssl
[ssl]
system_default = low
[low]
MinProtocol = TLSv1
CipherString = DEFAULT:@SECLEVEL=0
END
OPENSSL_CONF=$work/permissive.cnf
export OPENSSL_CONF
holds "a server of TLS 1.1 is there" python3 -W ignore -c '
import ssl, sys, urllib.request
c = ssl.create_default_context(cafile="ca.pem")
c.set_ciphers("DEFAULT:@SECLEVEL=0")
c.minimum_version, c.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
assert urllib.request.urlopen(sys.argv[1], context=c).read() == open(sys.argv[2], "rb").read()' "https://127.0.0.1:$old/www/contract.txt" "$seen/www/contract.txt"
fetch "" "https://127.0.0.1:$old/www/contract.txt"
refused "protocol version" "nothing is fetched from it"
deliver "" "https://127.0.0.1:$old/drop/"
exits 3 "nothing is delivered to it"
notify "" "$(hook "https://127.0.0.1:$old/hook/a")"
exits 3 "it is told nothing"
counts hooks 0 "nothing at all"
notify "" "$(mail "$old_mail")"
exits 3 "no mail goes by it"
counts mails 0 "not one"
unset OPENSSL_CONF

# ---- certificates and keys ----
for wrong in expired other_name self_signed; do
    there=https://127.0.0.1:$(port $wrong)
    fetch "" "$there/www/contract.txt"
    refused "certificate" "a certificate is refused: $wrong"
    deliver "" "$there/drop/"
    exits 3 "by deliver, too: $wrong"
    notify "" "$(hook "$there/hook/a")"
    exits 3 "and by notify: $wrong"
    counts hooks 0 "which tells it nothing: $wrong"
done
pin_of() { # key
    openssl pkey -in "$1" -pubout -outform DER 2>/dev/null | openssl dgst -sha256 -binary | openssl base64
}
right="pin = \"sha256//$(pin_of server.key)\"," wrong="pin = \"sha256//$(pin_of ca.key)\","
fetch "$right" "$base/www/contract.txt"
fetched "a server with the key that is pinned is taken"
fetch "$wrong" "$base/www/contract.txt"
refused "public key" "one with another key is not, though its certificate is good"
deliver "$right" "$base/drop/"
exits 0 "reports go to the key that is pinned"
rm -r "$seen/drop"
deliver "$wrong" "$base/drop/"
exits 3 "and to no other"
fails "not one of them" test -e "$seen/drop"
notify "$right" "$(hook "$base/hook/a")"
counts hooks 1 "so do notices"
notify "$wrong" "$(hook "$base/hook/a")"
counts hooks 0 "and to no other"
notify "$right" "$(mail "$smtps")"
counts mails 1 "and mail"
notify "$wrong" "$(mail "$smtps")"
counts mails 0 "to no other either"

# ---- the proxy ----
there=http://127.0.0.1:$proxy
fetch "" "$base/www/contract.txt" https_proxy="$there"
fetched "a proxy of the environment is not used by itself"
counts proxied 0 "not at all"
fetch 'proxy = "environment",' "$base/www/contract.txt" https_proxy="$there"
fetched "it is where the file says so"
counts proxied 1 "once"
fetch 'proxy = "environment",' "$base/www/contract.txt" https_proxy="$there" no_proxy=127.0.0.1
fetched "no_proxy is heeded"
counts proxied 1 "and the proxy left alone"
fetch "proxy = \"$there\"," "$base/www/contract.txt" https_proxy=http://127.0.0.1:9
fetched "a proxy that the file names goes before the environment"
counts proxied 2 "and is used"
fetch 'proxy = "environment",' "$base/www/contract.txt" https_proxy=http://127.0.0.1:9
refused "onnect" "a proxy that is not there is not passed by"
echo "Bearer T0KEN" >token
sources "proxy = \"$there\"," "{ supplier = \"acme\", url = \"$base/www/contract.txt\", authorization_file = \"token\" }"
run "$KIJUN" fetch sources.lua --into portfolio
exits 0 "what is secret goes through a proxy"
fails "which does not see it" grep -q T0KEN "$seen/proxied"
deliver "proxy = \"$there\"," "$base/drop/"
notify "proxy = \"$there\"," "$(hook "$base/hook/a")"
counts proxied 5 "deliver and notify use it, too"

# ---- other schemes, private addresses ----
for way in to-http to-file to-private to-link-local; do
    fetch "attempts = 1," "$base/$way"
    exits 3 "a redirect is not followed: $way"
    fails "nothing is here: $way" test -e portfolio/acme/contract.txt
done
says err "169.254.169.254 is not on the public internet" "the address is named"
for way in to-http/ moved/x/; do
    deliver "attempts = 1," "$base/$way"
    exits 3 "nor by deliver: $way"
done
for address in https://10.0.0.1/x https://192.168.1.1/x 'https://[::1]/x' 'https://[::ffff:127.0.0.1]/x' https://localhost/x; do
    fetch "attempts = 1," "$address"
    refused "is not on the public internet" "an address that nobody allowed: $address"
done

# ---- what is not whole, or has no end ----
for path in too-long broken-chunks two-lengths headers silent; do
    fetch "attempts = 1, most_bytes = 100000," "$base/$path"
    exits 3 "a server that lies gets nowhere: $path"
    fails "nothing is here: $path" test -e portfolio/acme/contract.txt
done
echo "$(printf 'Article 1. All of it.\n%.0s' 1 2 3 4 5 6 7 8 9 10 | sha256sum | cut -c1-64)  too-short" >"$seen/www/SHA256SUMS"
sources "" "{ supplier = \"acme\", index = \"$base/SHA256SUMS\" }"
run "$KIJUN" fetch sources.lua --into portfolio
exits 3 "a document that its server says is shorter"
says err "SHA-256 differs" "is noticed by its hash"
for path in silent much-later broken; do
    deliver "attempts = 1," "$base/$path/"
    exits 3 "a delivery to it is not taken for done: $path"
done
for path in endless truncated headers; do
    deliver "attempts = 1," "$base/$path/"
    exits 0 "one that took it, and said so, has it, whatever it says besides: $path"
done
notify "" "$(hook "$base/hook-endless/a")"
counts hooks 1 "a server that talks without end is told once"

# ---- the peace that a server asks for ----
before=$(date +%s%N)
fetch "" "$base/unavailable/f"
exits 0 "503 with Retry-After: asked again, twice"
holds "after the second that it wanted, each time" test $(($(date +%s%N) - before)) -ge 2000000000
deliver "" "$base/unavailable/"
exits 0 "so does deliver"
before=$(date +%s%N)
fetch "" "$base/much-later/f"
refused "HTTP 429" "a day is too long"
holds "and not waited for" test $(($(date +%s%N) - before)) -lt 10000000000
