#!/bin/sh
# The tutorial of rules/README.md does what it says, command by command. (Its other snippets: tests/rules/readme_test.c.)
. tests/e2e/support.sh
export KIJUN_HOME="$work/home" LC_ALL=C
unset KIJUN_KEY_PASSWORD_FILE
mkdir "$work/desk"
cd "$work/desk" || exit 1
"$here/tests/e2e/tutorial" "$here/rules/README.md"
# The Japanese page goes the same way.
mkdir "$work/desk-ja"
cd "$work/desk-ja" || exit 1
KIJUN_HOME=$work/home-ja LC_ALL=ja_JP.UTF-8 "$here/tests/e2e/tutorial" "$here/rules/README.ja.md"
# What the test itself sees: a page that promises too much.
# shellcheck disable=SC2016  # the dollar is a prompt
printf '```console\n$ kijun version\nkijun 99\n```\n' >page.md
run "$here/tests/e2e/tutorial" page.md
says out "not ok - kijun version" "a line that is not printed is found"
