#!/bin/sh
# scripts/check counts every test, and nothing that went wrong is counted as passed or left out.
. tests/e2e/support.sh

# A project of one floor whose test program writes these lines and ends with this status.
project() { # status line...
    rm -rf "$work/p"
    mkdir -p "$work/p/scripts" "$work/p/tests/e2e" "$work/p/build/asan"
    cp scripts/check "$work/p/scripts/"
    printf 'program tests faults:\nlist-tests:\n\t@echo one\n' >"$work/p/Makefile"
    {
        echo '#!/bin/sh'
        # shellcheck disable=SC2016  # for the other shell
        echo 'exec >"${1#--tap=}"'
        ended=$1
        shift
        for line; do echo "echo '$line'"; done
        echo "exit $ended"
    } >"$work/p/build/asan/test-one"
    chmod +x "$work/p/build/asan/test-one"
}

checks() { # status last-line what
    run "$work/p/scripts/check" test
    if [ "$status" -eq "$1" ] && [ "$(tail -n 1 "$work/out")" = "$2" ]; then ok "$3"; else not_ok "$3"; fi
}

project 0 "ok - a::b" "ok - a::c"
checks 0 "3 passed, 0 failed, 0 skipped" "two tests and the build of them are three passed"
project 1 "ok - a::b" "not ok - a::c"
checks 1 "2 passed, 1 failed, 0 skipped" "a failed test fails the whole"
says out "not ok - a::c" "and is named at the end"
project 1 "ok - a::b"
checks 1 "2 passed, 1 failed, 0 skipped" "a program that ends badly is a failure"
project 139 ""
checks 1 "1 passed, 1 failed, 0 skipped" "a program that crashes before it says anything is a failure"
project 0 ""
checks 1 "1 passed, 1 failed, 0 skipped" "a program that tests nothing is a failure"
project 0 "ok - a::b"
sed -i '1a echo "ERROR: LeakSanitizer: detected memory leaks" >&2' "$work/p/build/asan/test-one"
checks 1 "2 passed, 1 failed, 0 skipped" "a test that leaks is a failure"
project 0 "ok - a::b" "ok - a::c # SKIP not today"
checks 0 "2 passed, 0 failed, 1 skipped" "a skipped test is not passed, and counted"
says out "skip - a::c" "and named at the end"
project 0 "ok - a::b"
rm "$work/p/build/asan/test-one"
checks 1 "1 passed, 1 failed, 0 skipped" "a missing test program is a failure"
printf '.PHONY: tests\nprogram tests:\n\t@echo broken; exit 1\nlist-tests:\n\t@echo one\n' >"$work/p/Makefile"
checks 1 "0 passed, 1 failed, 0 skipped" "tests that do not build are a failure"

project 0 "ok - a::b"
printf 'echo "ok - first"\nexit 3\n' >"$work/p/tests/e2e/x_test.sh"
run "$work/p/scripts/check" e2e
exits 1 "a script that stops half-way is a failure"
says out "1 passed, 1 failed" "and its tests up to there count"
printf 'echo "not ok - first"\necho "ok - second"\n' >"$work/p/tests/e2e/x_test.sh"
run "$work/p/scripts/check" e2e
exits 1 "a script fails by its lines, whatever its status"
says out "1 passed, 1 failed" "with each line counted"
