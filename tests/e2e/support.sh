# Sourced by the tests of the whole program: tests/e2e/NAME_test.sh, run by scripts/check with the top of the project as
# working folder and KIJUN as the path of the program. Each prints "ok - what" or "not ok - what" for everything tested.
# shellcheck shell=sh
set -u
KIJUN=${KIJUN:-$PWD/build/release/kijun}
here=$PWD
KIJUN_CACHE=off # what a run leaves behind is tested by cache_test.sh alone
export KIJUN_CACHE
work=$(mktemp -d "${TMPDIR:-/tmp}/kijun-e2e-XXXXXX")
place= # a folder elsewhere that belongs to the test
finish() { # the exit status says whether something failed, too
    ended=$?
    chmod -R u+rwx "$work"
    rm -rf "$work" "${place:-$work}"
    [ ! -e "$work.failed" ] || ended=1
    rm -f "$work.failed"
    exit "$ended"
}
trap finish EXIT
trap 'exit 130' INT TERM

# What was tested last: the output of `run`, for the checks below.
status=0

ok() { # what
    echo "ok - $1"
}

not_ok() { # what: shows the last output as well
    echo "not ok - $1"
    : >"$work.failed"
    echo "  # exit status $status"
    sed 's/^/  # out: /' "$work/out" 2>/dev/null | head -n 40
    sed 's/^/  # err: /' "$work/err" 2>/dev/null | head -n 40
}

# Runs a command and keeps its exit status, $work/out and $work/err.
run() {
    status=0
    "$@" >"$work/out" 2>"$work/err" || status=$?
}

# The last run ended with this status.
exits() { # status what
    if [ "$status" -eq "$1" ]; then ok "$2"; else not_ok "$2 (expected status $1)"; fi
}

# A command succeeds.
holds() { # what command...
    what=$1
    shift
    if "$@" >/dev/null 2>&1; then ok "$what"; else not_ok "$what: $*"; fi
}

# A command fails.
fails() { # what command...
    what=$1
    shift
    if "$@" >/dev/null 2>&1; then not_ok "$what: $*"; else ok "$what"; fi
}

# The last run's output (out or err) has a line with these words.
says() { # out|err words what
    if grep -Fq -e "$2" "$work/$1"; then ok "$3"; else not_ok "$3 (not found: $2)"; fi
}

# Two files or folders are the same, byte for byte; but for the notes that a run keeps for the next.
same() { # expected found what
    if diff -r -x ".kijun-*" "$1" "$2" >"$work/out" 2>&1; then ok "$3"; else not_ok "$3"; fi
}
