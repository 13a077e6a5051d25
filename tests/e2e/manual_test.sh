#!/bin/sh
# The manual page and the completions come out of the program's own tables: here they are tried in the real programs.
. tests/e2e/support.sh

same_words() { # found expected what
    if [ "$1" = "$2" ]; then ok "$3"; else not_ok "$3: '$1' instead of '$2'"; fi
}

verbs=$("$KIJUN" help --lang en | sed -n 's/^  \([a-z]\{2,\}\) .*/\1/p')
[ "$(echo "$verbs" | wc -l)" -gt 10 ]
status=$?
exits 0 "the help lists the commands"

# ---- the manual page ----
for lang in en ja; do
    "$KIJUN" manual --lang $lang >"$work/kijun.1"
    mja=
    [ "$lang" = en ] || mja=-mja # where lines of Japanese may break
    # shellcheck disable=SC2086  # nothing, or one word
    groff -man ${mja} -Tutf8 -Kutf8 -ww -rLL=100n "$work/kijun.1" >"$work/page" 2>"$work/warnings"
    status=$?
    exits 0 "the manual page ($lang) is troff"
    fails "troff has nothing to warn of ($lang)" test -s "$work/warnings"
    missing=
    sed 's/\\-/-/g' "$work/kijun.1" >"$work/plain"
    for verb in $verbs; do
        grep -q "^\.B kijun $verb" "$work/plain" || missing="$missing $verb"
        for option in $("$KIJUN" help "$verb" --lang en | grep -o -- '--[a-z-]\{2,\} ' | sort -u); do
            grep -q -e "$option" "$work/plain" || missing="$missing $option"
        done
    done
    same_words "$missing" "" "every command and option stands in the manual page ($lang)"
done

variables=$("$KIJUN" config --config off --format json | jq -r '.settings[].name' | sed 's/.*/KIJUN_\U&/')
missing=
for variable in $variables; do
    grep -q "$variable" "$work/plain" || missing="$missing $variable"
done
same_words "$missing" "" "and every variable that sets one"

# ---- all three shells ----
for shell in bash zsh fish; do
    "$KIJUN" completion $shell --lang en >"$work/completion"
    missing=
    for verb in $verbs; do
        grep -qw -e "$verb" "$work/completion" || missing="$missing $verb"
        for option in $("$KIJUN" help "$verb" --lang en | grep -o -- '--[a-z-]\{2,\} ' | sort -u); do
            grep -qw -e "${option#--}" "$work/completion" || missing="$missing $option"
        done
    done
    same_words "$missing" "" "every command and option stands in the completion of $shell"
done

# ---- bash ----
"$KIJUN" completion bash >"$work/kijun.bash"
bash_offers() { # words...: what bash offers behind the last of them
    # shellcheck disable=SC2016  # for the inner shell
    bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _kijun; printf "%s\n" "${COMPREPLY[@]}"' \
        "$work/kijun.bash" "$@" | tr '\n' ' '
}
same_words "$(bash_offers kijun ch)" "check " "bash completes a command"
same_words "$(bash_offers kijun check --fail)" "--fail-on " "bash completes an option of the command"
same_words "$(bash_offers kijun schema --fail)" " " "bash offers no option that the command does not have"
same_words "$(bash_offers kijun check --lang '')" "ja en " "bash completes a choice"
same_words "$(bash_offers kijun register re)" "reaudit " "bash completes what a command can do"
same_words "$(bash_offers kijun register --ov)" "--overdue " "or an option in its place"
touch "$work/contract.docx"
same_words "$(bash_offers kijun check "$work/contr")" "$work/contract.docx " "bash completes a file"
mkdir "$work/shards-1"
for words in check merge fetch deliver diff "pack install" "questionnaire form"; do
    # shellcheck disable=SC2086  # words
    same_words "$(bash_offers kijun $words "$work/shards")" "$work/shards-1 " "bash completes a path behind $words"
done

# ---- zsh and fish ----
"$KIJUN" completion zsh >"$work/_kijun"
holds "zsh reads its completion" zsh -n "$work/_kijun"
holds "zsh knows it for a completion of kijun" grep -q '^#compdef kijun$' "$work/_kijun"
mkdir "$work/zsh"
cp "$work/_kijun" "$work/zsh"
makes() { tests/e2e/complete_zsh "$work/zsh" "$1"; }
same_words "$(makes 'kijun che')" "kijun check" "zsh completes a command"
same_words "$(makes 'kijun check --fail')" "kijun check --fail-on" "zsh completes an option"
same_words "$(makes 'kijun check --lang j')" "kijun check --lang ja" "zsh completes a choice"
same_words "$(makes 'kijun schema --fail')" "kijun schema --fail" "zsh offers no option that the command does not have"
same_words "$(makes 'kijun register re')" "kijun register reaudit" "zsh completes what a command can do"
same_words "$(makes "kijun merge $work/shards")" "kijun merge $work/shards-1" "zsh completes a folder"
for lang in en ja; do
    "$KIJUN" completion fish --lang $lang >"$work/kijun.fish"
    holds "fish reads its completion ($lang)" fish -n "$work/kijun.fish"
done
"$KIJUN" completion fish --lang en >"$work/kijun.fish"
offers() { fish -c "source '$work/kijun.fish'; complete -C '$1'" | cut -f1 | sort | tr '\n' ' '; }
same_words "$(offers 'kijun ch')" "check " "fish completes a command"
same_words "$(offers 'kijun register rea')" "reaudit " "fish completes what a command can do"
same_words "$(offers 'kijun check --lang ')" "en ja " "fish completes a choice"
same_words "$(offers 'kijun check --fail')" "--fail-on " "fish completes an option"

run "$KIJUN" completion tcsh --lang en
exits 2 "a shell that is not known is wrong usage"
says err "bash, zsh or fish" "it says which shells there are"
