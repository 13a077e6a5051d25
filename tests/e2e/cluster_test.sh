#!/bin/sh
# The samples for clusters: the manifests for Kubernetes are whole and agree with each other, and their commands do what they say; the
# scripts for Slurm do so with a stand-in for sbatch (`make test-slurm` runs them on a real one).
. tests/e2e/support.sh
. tests/e2e/portfolio.sh
KIJUN_CACHE=$work/cache
samples=$here/scripts/cluster
portfolio "$work/data/suppliers" 30
mkdir "$work/bin"
ln -s "$KIJUN" "$work/bin/kijun"
run env -C "$work" "$KIJUN" check "$work/data/suppliers" --as-of 2026-04-01 --out "$work/whole"
expected=$status

# ---- Kubernetes ----
run python3 "$here/tests/e2e/manifests" "$samples/kubernetes" "$work"
exits 0 "the manifests are objects of Kubernetes that agree with each other"
cat "$work/out"
pod() { # name variables... : what the container does, with /data and the program of here
    name=$1
    shift
    sed -e "s,/data/,$work/data/,g" "$work/$name.sh" >"$work/$name.here"
    run env PATH="$work/bin:$PATH" KIJUN_CACHE="$work/cache" "$@" sh -c "$(cat "$work/$name.here")"
}
for i in 0 1 2 3; do
    pod shards JOB_COMPLETION_INDEX=$i KIJUN_SHARDS=4 KIJUN_AS_OF=2026-04-01
    exits 0 "the command of pod $i ends well, with findings"
done
pod merge KIJUN_SHARDS=4
exits 0 "so does that of the merge"
same "$work/whole" "$work/data/run/reports" "what comes of it is one run's"
mv "$work/data/run/shards/2/run.shard" "$work/data/run/aside"
pod merge KIJUN_SHARDS=4
exits 2 "a merge without one shard fails"

# ---- Slurm, without one ----
cat >"$work/bin/sbatch" <<'SBATCH'
#!/bin/sh
# Runs at once what it is given: an array by its numbers, the rest after it.
for first; do
    case $first in
    --array=1-*) last=${first#--array=1-} ;;
    --*) ;;
    *) break ;;
    esac
    shift
done
id=1
[ -n "${last:-}" ] || id=2
k=${last:+1}
while [ "${k:-0}" -le "${last:-0}" ]; do
    [ -z "$k" ] || export SLURM_ARRAY_TASK_ID="$k"
    SLURM_JOB_ID=$id sh "$@" >>"$STAND_IN.log" 2>&1 || echo "$?" >>"$STAND_IN.codes"
    k=$((${k:-0} + 1))
done
echo $id
SBATCH
chmod +x "$work/bin/sbatch"
run env PATH="$work/bin:$PATH" STAND_IN="$work/slurm" KIJUN_AS_OF=2026-04-01 "$samples/slurm/night" "$work/data/suppliers" "$work/night" 3
exits 0 "night submits an array and a merge"
says out "1 2" "it prints their numbers"
same "$work/whole" "$work/night/reports" "what comes of it is one run's"
[ "$(cat "$work/slurm.codes" 2>/dev/null)" = "$expected" ]
status=$?
exits 0 "the shards end well, the merge as one run does: with $expected"
run "$samples/slurm/night" here
exits 2 "without a folder it says how it is used"
says err "night PORTFOLIO FOLDER SHARDS" "... in a line"
