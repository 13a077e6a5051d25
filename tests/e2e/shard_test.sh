#!/bin/sh
# A portfolio that several runs share out, and the merge: what it writes is what one run writes, byte for byte.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

all=text,json,xml,html,markdown,sarif,junit,tap,github,gitlab,csv
more=csv-excel,baseline,oscal-poam,letter,letter-html
KIJUN_CACHE=$work/cache # a policy is loaded once
unset SLURM_ARRAY_TASK_ID SLURM_ARRAY_TASK_COUNT SLURM_ARRAY_TASK_MIN SLURM_ARRAY_TASK_STEP JOB_COMPLETION_INDEX KIJUN_SHARDS

real() { # out arguments...: under the policy `standard`
    out=$1
    shift
    run sh -c 'cd "$1" && shift && exec "$@"' sh "$work" "$KIJUN" check --policy "$here/policies/standard.lua" --as-of 2026-04-01 \
        --out "$out" "$@"
}
tiny() { # out arguments...
    out=$1
    shift
    run check --out "$out" "$@"
}
merge() { # arguments...
    run sh -c 'cd "$1" && shift && exec "$@"' sh "$work" "$KIJUN" merge "$@"
}

# ---- the whole of it: example suppliers, 100 folders on shelves, 100 single files ----
mkdir "$work/p"
cp -r "$here/fixtures/portfolio" "$work/p/examples"
scripts/generate 100 "$work/made" --seed 3
mkdir "$work/p/jp" "$work/p/eu" && mv "$work/made/suppliers" "$work/p/eu/standard"
scripts/generate 100 "$work/made" --seed 3 --single --first 60 # 41 ids are used twice
mv "$work/made/suppliers" "$work/flat"
for formats in $all $more; do
    real "whole-$formats" p flat --format "$formats"
    expected=$status
    for k in 1 2 3; do
        real "part-$formats-$k" p flat --format "$formats" --shard $k/3
    done
    merge "part-$formats-1" "part-$formats-3" "part-$formats-2" --out "merged-$formats"
    exits "$expected" "the merge ends as one run does"
    same "$work/whole-$formats" "$work/merged-$formats" "it writes what one run writes: $formats"
done
judged() { # folder: which paths a run judged
    jq -r '.suppliers[].path' "$work/$1/run.manifest.json" | sort
}
for k in 1 2 3; do judged "part-$all-$k"; done | sort | uniq -d >"$work/twice"
[ ! -s "$work/twice" ]
status=$?
exits 0 "nobody is judged by two shards"
least=$(for k in 1 2 3; do judged "part-$all-$k" | wc -l; done | sort -n | head -n 1)
[ "$least" -gt 40 ]
status=$?
exits 0 "the shares are about equal: the smallest has $least"
merge "part-$all-1" "part-$all-3" "part-$all-2" --out "merged-$all" -q
same "$work/whole-$all" "$work/merged-$all" "once more into the same folder, nothing changes"

# ---- the same shares on every machine ----
mkdir "$work/elsewhere" && cp -r "$work/p" "$work/elsewhere/q"
(cd "$work/elsewhere/q" && "$KIJUN" check . --policy "$policy" --as-of 2026-04-01 --out "$work/moved" --format json --shard 2/3 -q)
tiny stayed p --format json --shard 2/3
judged stayed | sed 's,^p/,,' >"$work/here"
judged moved | sed 's,^\./,,' >"$work/there"
same "$work/here" "$work/there" "a portfolio that lies elsewhere is shared out alike"
run strace -f -o "$work/trace" -e trace=openat "$KIJUN" check --policy "$policy" --as-of 2026-04-01 --out "$work/traced" \
    --format json --shard 2/3 "$work/flat"
judged traced | sed 's,.*/,,' >"$work/ours"
ours=$(wc -l <"$work/ours")
opened=$(grep -o 's[0-9]*\.xml' "$work/trace" | sort -u | wc -l)
[ "$ours" -gt 20 ] && [ "$opened" -ge "$ours" ]
status=$?
exits 0 "$ours of 100 files are of the second share"

# ---- a merge that cannot be right ----
portfolio "$work/small" 40
for k in 1 2 3; do tiny "t$k" small --format json --shard $k/3; done
refuses() { # code words what folders...
    code=$1 words=$2 what=$3
    shift 3
    merge --out refused "$@"
    exits "$code" "$what"
    says err "$words" "... and says so: $words"
}
refuses 2 'of 3 shards, 1 are missing: 2' "a shard is missing" t1 t3
refuses 2 't3: shard 3 is in t3, too' "a shard is there twice" t1 t3 t3 t2
refuses 2 "small: no shard was written in this folder" "a folder holds no shard" t1 small t3
refuses 2 "t1: the output folder is that of a shard" "the output is a shard's" t1 t2 t3 --out t1
(cd "$work" && "$KIJUN" check --policy "$policy" --as-of 2026-04-02 small --out other --shard 2/3 -q)
refuses 2 "other: 'as-of' differs: 2026-04-02 here, but 2026-04-01 in t1" "another day" t1 other t3
tiny other small --shard 2/4
refuses 2 "other: 'shards' differs: 4 here, but 3 in t1" "another number of shards" t1 other t3
tiny other small --format json,csv --shard 2/3
refuses 2 "other: 'format' differs: json,csv here, but json in t1" "other formats" t1 other t3
tiny other small --format json --shard 2/3 --lang ja
refuses 2 "other: 'lang' differs: ja here, but en in t1" "another language" t1 other t3
tiny other small/group-1 --format json --shard 2/3
refuses 2 "other: 'inputs' differs: small/group-1 here, but small in t1" "other suppliers" t1 other t3
echo 'return { date = "2026-02-10", columns = { question = "Question", answer = "Answer" } }' >"$work/small/mapping.lua"
hash=$(sha256sum <"$work/small/mapping.lua" | cut -c1-64)
tiny other small --format json --shard 2/3
refuses 2 "other: 'mapping' differs: $hash here, but none in t1" "another mapping of spreadsheets" t1 other t3
tiny whole-mapped small --format json
for k in 1 2 3; do tiny "mapped-$k" small --format json --shard $k/3; done
merge mapped-1 mapped-2 mapped-3 --out merged-mapped
same "$work/whole-mapped" "$work/merged-mapped" "with one mapping they are one run"
# shellcheck disable=SC2016  # jq's own variable
holds "its manifest names it" jq -e --arg hash "$hash" '.mapping == { file: "mapping.lua", sha256: $hash }' "$work/merged-mapped/run.manifest.json"
rm "$work/small/mapping.lua"
run sh -c 'cd "$1" && exec "$2" check small --as-of 2026-04-01 --out other --format json --shard 2/3' sh "$work" "$KIJUN"
refuses 2 "other: 'policy' differs: standard here, but " "another policy" t1 other t3
merge t1 t2 t3 --out refused --policy "$here/policies/standard.lua"
exits 2 "the policy at the merge is another"
says err "'policy' is tiny in the shards, but standard here" "... and says so"
fails "nothing was written" test -e "$work/refused"

# ---- shards that are not what they were ----
cp -r "$work/t2" "$work/bent"
head -c 2000 "$work/t2/run.shard" >"$work/bent/run.shard"
refuses 3 "bent: the record of this shard is damaged" "a record that was cut off" t1 bent t3
cp "$work/t2/run.shard" "$work/bent/run.shard"
one=$(find "$work/bent/suppliers" -name '*.json' | sort | head -n 1)
echo >>"$one"
merge t1 bent t3 --out torn
exits 3 "a report that is not as it was written"
says err "bent/suppliers/$(basename "$one"): this report is not as the shard wrote it" "... and says which"
mkdir -p "$work/small/group-3/more"
supplier "$work/small/group-3/more/s900" s900
tiny t2 small --format json --shard 2/3
refuses 3 't1: this shard saw other folders' "folders came between two shards" t2 t1 t3
rm -r "$work/small/group-3"
slow=$(for i in $(seq 40); do printf ',hang:s%03d' "$i"; done)
for k in 1 2 3; do tiny "t$k" small --format json --shard $k/3 --full; done
(cd "$work" && KIJUN_FAULT=$slow exec "$KIJUN_FAULTS" check --policy "$policy" --as-of 2026-04-01 small --out t2 --format json \
    --shard 2/3 --full -q >"$work/out" 2>"$work/err") &
killed=$!
while [ ! -e "$work/t2/.kijun-journal" ]; do sleep 0.02; done
sleep 0.1
refuses 4 "t2: another run holds this folder" "a shard that is still running" t1 t2 t3
kill -9 "$killed"
wait "$killed" 2>"$work/waited"
refuses 3 "t2: the shard in this folder did not come to its end" "a shard that was killed" t1 t2 t3
tiny t2 small --format json --shard 2/3
tiny whole small --format json
merge t1 t2 t3 --out merged
same "$work/whole" "$work/merged" "the killed shard is run again and merged"
rm -r "$work/small/group-1/s001"
for k in 1 2 3; do tiny "t$k" small --format json --shard $k/3; done
tiny whole small --format json
merge t1 t2 t3 --out merged
fails "the report of a supplier that is gone is removed by the next merge" test -e "$work/merged/suppliers/s001.json"
same "$work/whole" "$work/merged" "what is left is what one run leaves"

# ---- nothing, and less than there are shards ----
mkdir "$work/empty" "$work/lone"
for k in 1 2; do tiny "e$k" empty --format json --shard $k/2; done
exits 0 "a share may be empty"
tiny whole-empty empty --format json
expected=$status
merge e1 e2 --out merged-empty
exits "$expected" "an empty portfolio is an error at the merge, as in one run"
same "$work/whole-empty" "$work/merged-empty" "it leaves the same"
supplier "$work/lone/profile" lone
for k in 1 2; do tiny "l$k" lone/profile missing.xml --format json --shard $k/2; done
tiny whole-lone lone/profile missing.xml --format json
expected=$status
merge l1 l2 --out merged-lone
exits "$expected" "one supplier, and a file that is not there"
same "$work/whole-lone" "$work/merged-lone" "each is in one share"

# ---- the register ----
night() { # day
    for k in 1 2; do
        run sh -c 'cd "$1" && shift && exec "$@"' sh "$work" "$KIJUN" check --policy "$policy" --as-of "$1" small --out "r$k" \
            --format html,json --shard $k/2 --register shards.db
    done
}
last() { # register: what was recorded last, but for the time
    sqlite3 "$work/$1" 'SELECT count(*) FROM sqlite_master' "$(sqlite3 "$work/$1" "SELECT 'SELECT ''' || name || ''', count(*) FROM ' || name || ';' FROM sqlite_master WHERE type='table' ORDER BY name")"
}
for day in 2026-04-01 2026-05-01; do
    [ "$day" = 2026-04-01 ] || supplier "$work/small/group-1/s004" s004 low
    night $day
    says err "records nothing" "a shard says that it records nothing"
    merge r1 r2 --out merged-r --register shards.db
    run sh -c 'cd "$1" && shift && exec "$@"' sh "$work" "$KIJUN" check --policy "$policy" --as-of $day small --out whole-r \
        --format html,json --register whole.db
    same "$work/whole-r" "$work/merged-r" "with a register the merge writes what one run writes, as of $day"
    last shards.db >"$work/shards.txt"
    last whole.db >"$work/whole.txt"
    same "$work/whole.txt" "$work/shards.txt" "and records as much"
done
merge r1 r2 --out merged-r --register shards.db
exits 2 "a register that was changed since is refused"
says err "'register' is" "... and named"
merge r1 r2 --out merged-r
exits 2 "so is none"

# ---- which shard: --shard auto ----
auto() { # variables...
    # shellcheck disable=SC2016  # of the inner shell
    run env "$@" sh -c 'cd "$1" && exec "$2" check --policy "$3" --as-of 2026-04-01 lone --out auto --shard auto' sh "$work" "$KIJUN" "$policy"
}
tiny plain lone
fails "without the flag the environment of a job changes nothing" grep -q shard "$work/plain/run.manifest.json"
auto X=
exits 2 "auto outside an array job"
says err "neither SLURM_ARRAY_TASK_ID" "... says what is missing"
is() { # shard what variables...
    shard=$1 what=$2
    shift 2
    auto "$@"
    # shellcheck disable=SC2016  # $s is of jq
    holds "$what" jq -e --arg s "$shard" '.shard == $s' "$work/auto/run.manifest.json"
}
is 3/4 "Slurm: an array from 0" SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_COUNT=4
is 2/3 "Slurm: an array with steps" SLURM_ARRAY_TASK_ID=12 SLURM_ARRAY_TASK_MIN=10 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_STEP=2
is 3/4 "Slurm: one task alone, with KIJUN_SHARDS" SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_COUNT=1 KIJUN_SHARDS=4
is 1/4 "Kubernetes: an indexed job" JOB_COMPLETION_INDEX=0 KIJUN_SHARDS=4
cannot() { # words what variables...
    words=$1 what=$2
    shift 2
    auto "$@"
    exits 2 "$what"
    says err "$words" "... says: $words"
}
cannot "KIJUN_SHARDS is not" "Slurm: one task alone does not say how many there are" SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_COUNT=1
cannot "SLURM_ARRAY_TASK_ID is '7', not a whole number from 1 to 3" "Slurm: numbers with gaps" SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_COUNT=3
cannot "JOB_COMPLETION_INDEX is set, but KIJUN_SHARDS is not" "Kubernetes does not say how many there are" JOB_COMPLETION_INDEX=0
cannot "JOB_COMPLETION_INDEX is '4', not a whole number from 0 to 3" "Kubernetes: more pods than shards" JOB_COMPLETION_INDEX=4 KIJUN_SHARDS=4
for wrong in 0/3 4/3 2 a/b 1/5000 /; do
    tiny x lone --shard $wrong
    [ $status -eq 2 ] && grep -q "'$wrong' is not K/N" "$work/err"
    status=$?
    exits 0 "--shard $wrong is refused"
done
run check lone --shard 1/2
exits 2 "--shard without --out is refused"
