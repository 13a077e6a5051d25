#!/bin/sh
# The lint scripts find what they are there to find.
. tests/e2e/support.sh

mkdir -p "$work/engine/base" "$work/engine/rules" "$work/engine/report" "$work/tests/base" "$work/tests/support" \
    "$work/scripts" "$work/rules" "$work/policies"
echo '#include "base/buffer.h"' >"$work/engine/rules/a.c"
echo '#include <lua.h>' >>"$work/engine/rules/a.c"
echo '#include "support/support.h"' >"$work/tests/base/a_test.c"
run scripts/lint-floors "$work"
exits 0 "a floor may include those below it and its own library"
echo '#include "rules/result.h"' >"$work/engine/base/bad.c"
run scripts/lint-floors "$work"
exits 1 "a floor may not include a higher one"
says out "engine/base/bad.c:1: base may not include rules/result.h" "the place is named"
echo '#include <lua.h>' >"$work/engine/base/bad.c"
run scripts/lint-floors "$work"
exits 1 "a library stays on its floor"
echo '  #  include <libxml/parser.h>' >"$work/engine/base/bad.c"
run scripts/lint-floors "$work"
exits 1 "a library stays on its floor however it is included"
echo '#include "bad.h"' >"$work/engine/base/bad.c"
run scripts/lint-floors "$work"
exits 1 "a header has a floor in its name"
rm "$work/engine/base/bad.c"

function_of() { # lines
    echo 'int long_one(int n)'
    echo '{'
    i=3
    while [ "$i" -lt "$1" ]; do
        echo '    n++;'
        i=$((i + 1))
    done
    echo '}'
}
function_of 80 >"$work/engine/base/long.c"
run scripts/lint-sizes "$work"
exits 0 "a function may have 80 lines"
function_of 81 >"$work/engine/base/long.c"
run scripts/lint-sizes "$work"
exits 1 "a function may not have 81 lines"
says out "long_one has 81 lines" "the function is named"
rm "$work/engine/base/long.c"
yes -- '-- a line' | head -n 601 >"$work/rules/long.lua"
run scripts/lint-sizes "$work"
exits 1 "a file may not have 601 lines"
rm "$work/rules/long.lua"

echo 'int f(char *a) { return my_strcpy(a) + x.atoi(a); }' >"$work/engine/base/words.c"
run scripts/lint-words "$work"
exits 0 "names that only look like forbidden functions are fine"
echo 'int f(char *a) { return atoi (a); }' >"$work/engine/base/words.c"
run scripts/lint-words "$work"
exits 1 "a forbidden function is found"
echo '/* TO''DO later */' >"$work/engine/base/words.c"
run scripts/lint-words "$work"
exits 1 "unfinished work is found"

objects() { # C source: compiled alone
    rm -rf "$work/objects"
    mkdir -p "$work/objects"
    echo "$1" | gcc -x c -c -o "$work/objects/a.o" -
}
objects 'static const char *const names[] = {"a"}; const char *f(int i) { return names[i]; }'
run scripts/lint-state "$work/objects"
exits 0 "constant tables are fine"
objects 'int f(void) { static int n; return ++n; }'
run scripts/lint-state "$work/objects"
exits 1 "a static counter is found"
objects 'static _Thread_local int n = 7; int f(void) { return ++n; }'
run scripts/lint-state "$work/objects"
exits 1 "thread-local state is found, too"
