#!/bin/sh
# Every class of exit code, and which one wins.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

supplier "$work/clean/a" a
supplier "$work/found/a" a
supplier "$work/found/b" b low
cp -r "$work/found" "$work/broken"
mkdir -p "$work/broken/c"
echo '<supplier xmlns="urn:kijun:1" id="c" name="C"' >"$work/broken/c/profile.xml"
mkdir -p "$work/empty/below"

run check clean
exits 0 "a portfolio without findings exits 0"
run check found
exits 1 "a major finding exits 1"
run check found --fail-on never
exits 0 "--fail-on never: findings do not fail the run"
printf '<supplier xmlns="urn:kijun:1" id="m" name="M" tier="standard" kind="company"/>' >"$work/minor.xml"
run check minor.xml
exits 1 "a minor finding exits 1 by default"
run check minor.xml --fail-on major
exits 0 "--fail-on major: a minor finding does not fail the run"
run check broken
exits 3 "a document that cannot be read exits 3, which outranks findings"
run check empty
exits 3 "a folder in which nothing is found exits 3"
says err "no document was found" "it says that nothing was found"
run check missing.xml
exits 3 "a path that does not exist exits 3"
run check clean --policy missing.lua
exits 2 "a policy that does not exist exits 2"
run check clean --frmat json
exits 2 "a wrong option exits 2"
run "$KIJUN"
exits 2 "no command at all exits 2"
: >"$work/file"
run check clean --out file
exits 4 "an output folder that cannot be made exits 4"
run check broken --out file/below
exits 4 "results that cannot be written outrank what could not be judged"
