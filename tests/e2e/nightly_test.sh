#!/bin/sh
# The nightly kit: the units are sound and hardened, their command line works as it stands, and the metrics are what Prometheus
# reads.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh
kit=$here/scripts/nightly

metric() { # sample: its value in the metrics
    sed -n "s/^$1 //p" "$work/metrics.prom"
}
well_formed() { # what
    run "$here/tests/e2e/prometheus-format" "$work/metrics.prom"
    exits 0 "$1"
}

# ---- the units ----
if command -v systemd-analyze >/dev/null 2>&1; then
    mkdir "$work/units"
    cp "$kit/kijun.service" "$kit/kijun.timer" "$work/units/"
    sed -i "s|/usr/local/bin/kijun|$KIJUN|" "$work/units/kijun.service"
    run systemd-analyze verify --man=no "$work/units/kijun.service" "$work/units/kijun.timer"
    exits 0 "systemd-analyze verify finds nothing"
    holds "it says nothing, either" test ! -s "$work/err"
    run systemd-analyze security --offline=true --threshold=15 "$work/units/kijun.service"
    exits 0 "systemd-analyze security: exposure 1.5 at most"
    sed -i '/^ProtectSystem\|^PrivateNetwork\|^CapabilityBoundingSet\|^SystemCall/d' "$work/units/kijun.service"
    fails "less hardening would be noticed" systemd-analyze security --offline=true --threshold=15 "$work/units/kijun.service"
else
    echo "ok - systemd-analyze # SKIP not installed"
fi
if command -v logrotate >/dev/null 2>&1; then
    sed "s|/var/log/kijun|$work|; /^    su /d; s/ kijun kijun//" "$kit/kijun.logrotate" >"$work/rotate.conf"
    chmod 644 "$work/rotate.conf"
    holds "logrotate understands its snippet" logrotate -d -s "$work/rotate.state" "$work/rotate.conf"
else
    echo "ok - logrotate # SKIP not installed"
fi

# ---- the command line of the service, with the environment of the kit in other folders ----
portfolio "$work/suppliers" 21
sed -n 's/^\(KIJUN_[A-Z]*=\)/\1/p' "$kit/kijun.env" | sed "s|/srv/kijun/suppliers|$work/suppliers|; s|/var/lib/kijun|$work|
s|/var/lib/prometheus/node-exporter/kijun.prom|$work/metrics.prom|; s|^KIJUN_POLICY=.*|KIJUN_POLICY=$policy|" >"$work/env"
sed -n '/^ExecStart=/,/[^\\]$/p' "$kit/kijun.service" | sed "s|^ExecStart=/usr/local/bin/kijun|$KIJUN|" >"$work/start"
night() {
    status=0
    env -i PATH=/usr/bin:/bin KIJUN_CACHE=off sh -c "set -a; . '$work/env'; . '$work/start'" >"$work/out" 2>"$work/err" || status=$?
}
night
exits 1 "the command line of the service runs"
holds "reports are where the kit says" test -e "$work/reports/run.html"
holds "so is the register" test -s "$work/register.db"
well_formed "the metrics are in the text format of Prometheus"
if command -v promtool >/dev/null 2>&1; then
    run sh -c "promtool check metrics <'$work/metrics.prom'"
    exits 0 "promtool agrees"
else
    echo "ok - promtool check metrics # SKIP not installed: make test-promtool"
fi
# shellcheck disable=SC2016  # of jq
jq -r '.totals as $t | "kijun_suppliers{result=\"clean\"} \($t.clean)", "kijun_suppliers{result=\"findings\"} \($t.with_findings)",
    "kijun_findings{grade=\"major\"} \($t.findings.major)", "kijun_judgements{outcome=\"pass\"} \($t.judgements.pass)"' \
    "$work/reports/run.json" >"$work/expected"
holds "they say what the report of the run says" test "$(grep -c -F -x -f "$work/expected" "$work/metrics.prom")" -eq 4
holds "what is overdue is among them" test -n "$(metric kijun_overdue)"
holds "the exit code is" test "$(metric kijun_last_run_exit_code)" = 1
success=$(metric kijun_last_success_timestamp_seconds)
holds "the run was a success" test "$success" = "$(metric kijun_last_run_timestamp_seconds)"

# ---- nights that fail ----
sed -i 's|^KIJUN_POLICY=.*|KIJUN_POLICY=/nowhere/policy.lua|' "$work/env"
sleep 1
night
exits 2 "without its policy the run fails"
well_formed "its metrics are well formed"
holds "they tell how it ended" test "$(metric kijun_last_run_exit_code)" = 2
holds "and when the last success was" test "$(metric kijun_last_success_timestamp_seconds)" = "$success"
fails "and no findings, for nobody looked" grep -q '^kijun_findings' "$work/metrics.prom"
printf '%s\n' "return policy { name = 'odd \"name\" \\\\ here', title = { en = 'odd', ja = 'odd' }, packs = { 'tiny' } }" >"$work/odd.lua"
run "$KIJUN" check "$work/suppliers" --policy "$work/odd.lua" --packs "$here/tests/e2e/rules" --metrics "$work/metrics.prom"
well_formed "a label is escaped"
holds "the label is the name of the policy" grep -Fq 'policy="odd \"name\" \\ here"' "$work/metrics.prom"
run "$KIJUN" check "$work/suppliers" --policy "$policy" --metrics "$work/nowhere/metrics.prom"
exits 4 "metrics that cannot be written are a result that could not be written"
says err "nowhere/metrics.prom" "it says where"

# The check of the format can fail.
broken() { # what sed-expression
    sed "$2" "$work/metrics.prom" >"$work/broken.prom"
    fails "$1 would be noticed" "$here/tests/e2e/prometheus-format" "$work/broken.prom"
}
broken "a sample without TYPE" '/^# TYPE kijun_findings/d'
broken "a value that is no number" 's/^\(kijun_last_run_exit_code\) .*/\1 many/'
broken "an open quote" 's/"} 1$/} 1/'
