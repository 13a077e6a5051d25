#!/bin/sh
# Where a setting comes from: the command line, the environment, a config file, or nowhere.
. tests/e2e/support.sh
unset KIJUN_POLICY KIJUN_LANG KIJUN_REGISTER
one=$here/fixtures/portfolio/seto-logistics
mkdir -p "$work/home/project/deep/down" "$work/elsewhere"
HOME=$work/home LANG=C.UTF-8
export HOME LANG
cd "$work/home/project/deep/down" || exit

setting() { # name: value and where of it, from the last run
    jq -r --arg name "$1" '.settings[] | select(.name == $name) | "\(.value) \(.origin) \(.where)"' "$work/out"
}
is() { # name expected what
    found=$(setting "$1")
    if [ "$found" = "$2" ]; then ok "$3"; else not_ok "$3 (found: $found)"; fi
}
write() { # lines of the table
    printf 'return {\n%s\n}\n' "$1" >"$work/home/project/kijun.lua"
}

run "$KIJUN" config --format json
exits 0 "without anything there are settings"
is policy "standard default null" "a default is told as one"
write '  policy = "template",
  fail_on = "major", jobs = 3, quiet = true,
  output = { "sarif:out/a.sarif" },'
run "$KIJUN" config --format json
file=$work/home/project/kijun.lua
is policy "template file $file:2" "a file is found upward, and each value knows its line"
is jobs "3 file $file:3" "numbers are written as such"
is quiet "true file $file:3" "and flags as true or false"
is output "[\"sarif:$work/home/project/out/a.sarif\"] file $file:4" "a path is relative to the file"
run env KIJUN_FAIL_ON=minor KIJUN_QUIET=off KIJUN_LANG=ja "$KIJUN" config --format json
is fail_on "minor environment KIJUN_FAIL_ON" "the environment goes before the file"
is quiet "false environment KIJUN_QUIET" "and can switch off"
is lang "ja environment KIJUN_LANG" "the language as well"
run env KIJUN_FAIL_ON=minor "$KIJUN" config --format json --fail-on never
is fail_on "never flag --fail-on" "the command line goes before all"
run "$KIJUN" config --config off --format json
is policy "standard default null" "--config off leaves the file out"
run "$KIJUN" config
says out "kijun.lua:2" "the text says where a value comes from"

# What the file says is done.
write '  policy = "standard", output = { "sarif:out/a.sarif", "csv" },'
run "$KIJUN" check "$one" --as-of 2026-04-01
holds "the file's outputs are written" test -s "$work/home/project/out/a.sarif"
says out "supplier,name,outcome" "also to standard output"
rm -r "$work/home/project/out"
run "$KIJUN" check "$one" --as-of 2026-04-01 -o junit
fails "outputs on the command line take their place" test -e "$work/home/project/out"
run "$KIJUN" recognise "$here/fixtures/templates/services-en.txt"
fails "they are nothing to other commands" test -e "$work/home/project/out"
write '  metrics = "kijun.prom", into = "fetched",'
run env KIJUN_SHARD=1/1 "$KIJUN" config --format json
is metrics "$work/home/project/kijun.prom file $file:2" "metrics may be written wherever reports may"
is into "$work/home/project/fetched file $file:2" "documents are fetched beside the file"
is shard "1/1 environment KIJUN_SHARD" "an array job may set its share"
run "$KIJUN" check "$one" --as-of 2026-04-01 --quiet
holds "metrics are written there" grep -q kijun_ "$work/home/project/kijun.prom"
write '  policy = "own/template.lua", lang = "ja",'
cp -R "$here/policies" "$work/home/project/own"
run "$KIJUN" check "$one" --as-of 2026-04-01 --verbose
says out "template" "a policy is looked for beside the file"
says err "kijun.lua" "--verbose says which file is in force"

# What is wrong is told with its line.
wrong() { # lines message what
    write "$1"
    run "$KIJUN" check "$one"
    exits 2 "$3"
    says err "$2" "and it is told: $2"
}
wrong '  polcy = "x",' "kijun.lua:2: there is no setting 'polcy': did you mean 'policy'?" "an unknown key is an error"
wrong '
  fail_on = "sometimes",' "kijun.lua:3: --fail-on" "a wrong value names its line"
wrong '  jobs = 0,' "kijun.lua:2: --jobs" "a number out of range, too"
wrong '  quiet = 1,' "expected true, false" "a flag is no number"
wrong '  output = { "sarf:x" },' "expected FORMAT" "an unknown format is refused"
wrong '  policy = {},' "expected FILE" "a table is no file"
wrong '  key = "secret",' "is not set in a config file" "a key is not taken from a file"
wrong '  packs = "rules",' "is not set in a config file" "nor are packs"
wrong '  as_of = "2020-01-01",' "is not set in a config file" "nor is the day"
wrong '  out = "/tmp/elsewhere",' "not below the folder" "nothing is written elsewhere"
wrong '  out = "../elsewhere",' "not below the folder" "nor further up"
wrong '  output = { "csv:.git/config" },' "hidden folder" "nor into hidden folders"
ln -s "$work/elsewhere" "$work/home/project/link"
wrong '  out = "link/reports",' "not below the folder" "nor behind a link"
wrong '  metrics = "/tmp/x.prom",' "not below the folder" "metrics neither"
wrong '  shard = "1/4",' "is not set in a config file" "a share belongs to one job"
wrong '  register = "/tmp/x.db",' "not below the folder" "nor is a register elsewhere used"
if find "$work/elsewhere" "$work/home/project/.git" 2>/dev/null | grep -qv 'elsewhere$'; then not_ok "nothing was written"; else ok "nothing was written"; fi
write "  out = \"$work/elsewhere/reports\","
run "$KIJUN" check "$one" --config "$work/home/project/kijun.lua" --as-of 2026-04-01 -q
holds "a file that is named may write anywhere" test -s "$work/elsewhere/reports/run.html"
printf 'return { policy = os.getenv "HOME" }\n' >"$work/home/project/kijun.lua"
run "$KIJUN" check "$one"
exits 2 "code is no data"
run "$KIJUN" version
exits 0 "a wrong file keeps nobody from asking for the version"
run env KIJUN_JOBS=many "$KIJUN" check "$one" --config off
says err "KIJUN_JOBS: --jobs" "a wrong variable is named"
if [ "$(id -u)" -eq 0 ]; then
    write '  policy = "template",'
    chown 12345 "$work/home/project/kijun.lua"
    run "$KIJUN" check "$one"
    exits 2 "somebody else's file is not heeded"
    says err "belongs to somebody else" "and that is told"
    run "$KIJUN" check "$one" --config ../../kijun.lua --as-of 2026-04-01
    says out "template" "unless it is named"
fi
mkdir "$work/home/project/inner"
cd "$work/home" || exit
printf 'return { lang = "ja" }\n' >"$work/kijun.lua"
rm "$work/home/project/kijun.lua"
run "$KIJUN" config --format json
holds "nothing is looked for above the home folder" jq -e '.file == null' "$work/out"

# Messages for machines.
run "$KIJUN" check --log-format json --polcy x "$one"
holds "a mistake is an object on a line" jq -e '.level == "error" and .code == "option-unknown" and (.time | test("^20.*Z$")) and .event == "fault"' "$work/err"
run "$KIJUN" check "$here/fixtures/portfolio" --as-of 2026-04-01 --log-format json --format sarif
holds "a run tells its events" jq -s -e 'map(.event) | index("run-started") and index("run-finished")' "$work/err"
holds "with numbers" jq -s -e '.[] | select(.event == "run-finished") | .suppliers == 13 and .exit_code == 3' "$work/err"
run "$KIJUN" check "$here/fixtures/portfolio" --as-of 2026-04-01 --log-format json --format sarif --quiet
fails "--quiet leaves errors only" grep -q run- "$work/err"
run "$KIJUN" check "$one" --log-format yaml
exits 2 "another format is refused"

# The doctor.
run "$KIJUN" doctor --format json
# shellcheck disable=SC2016  # of jq
holds "the doctor looks at everything" jq -e 'map(.about) as $a | ["libraries", "sandbox", "limits", "cache", "temporary", "locale", "config", "policy", "keys", "register"] | all(. as $x | $a | index($x))' "$work/out"
exits 0 "and finds nothing missing"
printf 'return { polcy = "x" }\n' >"$work/home/kijun.lua"
run env KIJUN_POLCY=x KIJUN_REGISTER="$work/no.db" "$KIJUN" doctor
exits 1 "what is wrong makes it fail"
says out "did you mean 'policy'" "a wrong config file"
says out "did you mean KIJUN_POLICY" "a variable that nothing reads"
says out "no.db" "a register that is not there"
rm "$work/home/kijun.lua"
mkdir -p "$work/home/.local/share/kijun/keys"
echo "no key" >"$work/home/.local/share/kijun/keys/a.pub"
run "$KIJUN" doctor --lang ja
exits 1 "a key that cannot be read is told"
says out "不良" "in Japanese as well"
