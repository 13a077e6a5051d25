# Sourced by the tests of the network after support.sh: starts the local servers of network.py with a certificate of a test
# authority. Sets https, http, smtps, smtp (ports; more in $seen/ports), seen (their notes) and ca.
# shellcheck shell=sh disable=SC2034,SC2154  # the variables belong to support.sh and to the tests
seen=$work/seen
ca=$work/ca.pem
mkdir -p "$seen/www"
(
    cd "$work" || exit 1
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=a test authority" \
        -keyout ca.key -out ca.pem
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=localhost" -keyout server.key -out server.csr
    printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\n' >server.ext
    sign() { openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial "$@"; }
    sign -days 2 -extfile server.ext -out server.pem
    sign -days -1 -extfile server.ext -out seen/expired.pem
    printf 'subjectAltName=DNS:elsewhere.example\n' >other.ext
    sign -days 2 -extfile other.ext -out seen/other_name.pem
    openssl x509 -req -in server.csr -signkey server.key -days 2 -extfile server.ext -out seen/self_signed.pem
) 2>/dev/null
mkfifo "$work/server.in" "$work/server.out"
python3 "$here/tests/e2e/network.py" "$work/server.pem" "$work/server.key" "$seen" <"$work/server.in" >"$work/server.out" &
exec 9>"$work/server.in"
read -r https http smtps smtp <"$work/server.out"

# How often the servers noted something: hooks, mails.
count() { # notes
    if [ -f "$seen/$1" ]; then wc -l <"$seen/$1" | tr -d ' '; else echo 0; fi
}

# As many, and no more.
counts() { # notes number what
    found=$(count "$1")
    if [ "$found" -eq "$2" ]; then ok "$3"; else not_ok "$3 ($found instead of $2)"; fi
}

# Waits until the servers noted something, at most ten seconds.
await() { # notes number
    for _ in $(seq 200); do
        [ "$(count "$1")" -ge "$2" ] && return 0
        sleep 0.05
    done
    return 1
}
