#!/bin/sh
# What a person types, and what they read.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

run "$KIJUN" help
exits 0 "help is there"
for verb in check rules dump recognise schema version help; do
    says out "  $verb" "help lists $verb"
    run "$KIJUN" help "$verb"
    exits 0 "help explains $verb"
    run "$KIJUN" "$verb" -h
    exits 0 "$verb -h explains itself"
    run "$KIJUN" help
done
run "$KIJUN" chekc
says err "did you mean 'check'" "a mistyped command is answered with the right one"
run "$KIJUN" check --polcy x y
says err "did you mean '--policy'" "a mistyped option is answered with the right one"
run "$KIJUN" check --as-of 2026-02-30 x
says err "is not a date" "a day that does not exist is refused"
run "$KIJUN" check -j 0 x
says err "from 1 to 256" "a wrong number names the range"
run "$KIJUN" check --format jsn x
says err "json" "a wrong format lists the formats"
run "$KIJUN" check --quiet=yes x
exits 2 "a value for an option that takes none is refused"
run "$KIJUN" check --out
exits 2 "an option without its value is refused"
run env LC_ALL=ja_JP.UTF-8 "$KIJUN" help check
says out "終了コード" "help is in Japanese where the environment is"
run "$KIJUN" chekc --lang=ja
says err "の誤りではありませんか" "--lang decides the language of errors"
run "$KIJUN" help --lang en
says out "usage" "--lang outranks the environment"
run "$KIJUN" version
says out "kijun " "version says what this is"
run "$KIJUN" schema
holds "the schema is well-formed" xmllint --noout "$work/out"

# What help says that a command does, it does; and nothing else.
for verb in register pack baseline questionnaire; do
    run "$KIJUN" help "$verb" --lang en
    sed -n "s/^  kijun $verb \([a-z]*\).*/\1/p" "$work/out" | sort -u >"$work/actions"
    sed -n '3s/.*: //p' "$work/out" | tr -d ',' | tr ' ' '\n' | sort -u >"$work/told"
    case $verb in register | pack) same "$work/told" "$work/actions" "help $verb shows how each of its actions is used" ;; esac
    while read -r action; do
        run "$KIJUN" "$verb" "$action" "$work/nowhere" --lang en
        fails "$verb knows $action" grep -q "no command '$action'" "$work/err"
    done <"$work/actions"
done
run "$KIJUN" register forget x
exits 2 "no command does what help does not say"

supplier "$work/-odd" odd low
run check -- -odd
exits 1 "what stands behind -- is a path"
says out "Findings" "one subject is reported in full"
run check ./-odd --format=json
holds "--format json prints JSON and nothing else" jq -e . "$work/out"
run check ./-odd --quiet --out quiet
[ ! -s "$work/out" ] && [ ! -s "$work/err" ]
status=$?
exits 0 "--quiet is quiet"
portfolio "$work/many" 15
run check many
says out "Checked: 15" "many subjects are summed up"
says out "s007" "the worst are named"
# shellcheck disable=SC2016
fails "no colour and no progress in a pipe" grep -q "$(printf '\033')" "$work/out" "$work/err"
run check many --out both --format html,json
says out "both/run.html" "it says where the reports are"
run "$KIJUN" rules --policy "$policy"
says out "tier-high" "rules lists the rules of a policy"
run "$KIJUN" rules --policy "$policy" --format json
holds "rules are there as JSON" jq -e '.[0].id == "country-known"' "$work/out"
run "$KIJUN" dump "$work/-odd"
holds "dump is JSON" jq -e . "$work/out"

# On a terminal: colour, but not under NO_COLOR; the progress line is erased.
terminal() { # command...
    script -qec "$*" /dev/null >"$work/tty" 2>&1 </dev/null
}
export TERM=xterm
terminal "$KIJUN" check --policy "$policy" "$work/many"
holds "a terminal has colour" grep -q "$(printf '\033')\[31m" "$work/tty"
NO_COLOR=1 terminal "$KIJUN" check --policy "$policy" "$work/many"
fails "NO_COLOR is respected" grep -q "$(printf '\033')\[31m" "$work/tty"
# shellcheck disable=SC2016  # the inner shell is to expand it
run sh -c '{ sleep 0.3; "$0" manual; echo "ended with $?" >&2; } | :' "$KIJUN"
holds "who has seen enough and closes the pipe is not told about it" test "$(cat "$work/err")" = "ended with 4"

if [ -w /dev/full ]; then
    run sh -c "'$KIJUN' check --policy '$policy' '$work/many' >/dev/full"
    exits 4 "a summary that cannot be written is not passed over"
fi
