#!/bin/sh
# A real Slurm on loopback runs scripts/cluster/slurm: four shards, one of which is killed and runs again, and the merge. What comes
# of it is what one process writes. Everything is in a folder of its own and goes with it, daemons included: `make test-slurm`.
. tests/e2e/support.sh
KIJUN_FAULTS=${KIJUN_FAULTS:-$here/build/release/kijun-faults}
PATH=$PATH:/usr/sbin:/sbin
host=$(hostname -s)
export LC_ALL=C SLURM_CONF="$work/slurm.conf"
pids=

stop() {
    # shellcheck disable=SC2086  # a list of numbers
    [ -z "$pids" ] || kill $pids 2>/dev/null
    [ ! -e "$work/munge.pid" ] || kill "$(cat "$work/munge.pid")" 2>/dev/null
    # shellcheck disable=SC2086
    wait $pids 2>/dev/null
    finish
}
trap stop EXIT
trap 'exit 130' INT TERM HUP

[ "$(id -u)" -eq 0 ] || { echo "not ok - a Slurm of our own needs root: it starts the daemons of the cluster"; exit 1; }

# Two ports that nobody has, one after the other.
ports=$(python3 -c 'import socket
a, b = socket.socket(), socket.socket()
a.bind(("127.0.0.1", 0)); b.bind(("127.0.0.1", 0))
print(a.getsockname()[1], b.getsockname()[1])')

chmod 755 "$work"
mkdir "$work/state" "$work/spool"
head -c 1024 /dev/urandom >"$work/munge.key"
chmod 400 "$work/munge.key"
cat >"$SLURM_CONF" <<CONF
ClusterName=kijun
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=${ports% *}
SlurmdPort=${ports#* }
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket,cred_expire=5
CredType=cred/munge
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
JobCompType=jobcomp/none
MpiDefault=none
SwitchType=switch/none
SlurmdParameters=config_overrides
SchedulerParameters=sched_interval=2
ReturnToService=2
KillWait=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=8 RealMemory=8192
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF

munged --force --socket="$work/munge.socket" --key-file="$work/munge.key" --pid-file="$work/munge.pid" \
    --log-file="$work/munge.log" --seed-file="$work/munge.seed" --num-threads=1 2>"$work/err"
status=$?
exits 0 "munged starts"
slurmctld -D -f "$SLURM_CONF" >"$work/out" 2>&1 &
pids=$!
slurmd -D -f "$SLURM_CONF" >"$work/out" 2>&1 &
pids="$pids $!"
soon() { # seconds command...: waits until it succeeds
    until=$(($(date +%s) + $1))
    shift
    while ! "$@" >/dev/null 2>&1; do
        [ "$(date +%s)" -lt "$until" ] || return 1
        sleep 0.2
    done
}
idle() { sinfo -h -o %T | grep -qx idle; }
soon 60 idle
status=$?
exits 0 "a cluster of one node is ready"
elsewhere() { ss -Hltn "( sport = :${ports% *} or sport = :${ports#* } )" | awk '$4 !~ /^127\.0\.0\.1:/' | grep -q .; }
fails "nothing of it listens anywhere but on loopback" elsewhere

# ---- a portfolio, and what one process makes of it ----
scripts/generate 200 "$work/made" --seed 5
portfolio=$work/made/suppliers
run "$KIJUN" check "$portfolio" --as-of 2026-04-01 --out "$work/whole" --format html,json,sarif,csv
expected=$status

# The first time, the third shard never comes to its end: its workers hang.
hang=$(find "$portfolio" -mindepth 1 -maxdepth 1 -printf ',hang:%f')
cat >"$work/kijun" <<SCRIPT
#!/bin/sh
if [ "\$1" = check ] && [ "\$SLURM_ARRAY_TASK_ID" = 3 ] && [ -z "\$SLURM_RESTART_COUNT" ]; then
    echo \$\$ >"$work/victim"
    KIJUN_FAULT=$hang exec "$KIJUN_FAULTS" "\$@"
fi
exec "$KIJUN" "\$@"
SCRIPT
chmod +x "$work/kijun"
ids=$(KIJUN=$work/kijun KIJUN_AS_OF=2026-04-01 scripts/cluster/slurm/night "$portfolio" "$work/night" 4 --format html,json,sarif,csv \
    --policy "$here/policies/standard.lua" --deadline 600 2>"$work/err")
status=$?
exits 0 "an array job of four shards and a merge are submitted: $ids"
array=${ids% *} merge=${ids#* }

soon 60 test -e "$work/night/shards/3/.kijun-journal"
others() { [ -e "$work/night/shards/1/run.shard" ] && [ -e "$work/night/shards/2/run.shard" ] && [ -e "$work/night/shards/4/run.shard" ]; }
soon 120 others
status=$?
exits 0 "three shards come to their end while one hangs"
state() { squeue -h -a -o '%T %r' -j "$1"; }
state "$merge" >"$work/out" 2>&1
holds "the merge waits" grep -q Dependency "$work/out"
fails "a shard that was not finished has no record" test -e "$work/night/shards/3/run.shard"
run kill -9 "$(cat "$work/victim")"
exits 0 "the shard is killed (SIGKILL)"
soon 180 test -e "$work/night/shards/3/run.shard"
status=$?
cp "$work/night/shards/3.log" "$work/out"
exits 0 "it was put into the queue again and came to its end"
over() { [ "$(scontrol show job "$merge" | grep -o 'JobState=[A-Z]*')" = "JobState=$1" ]; }
done_with() { over COMPLETED || over FAILED; }
soon 60 done_with
code=$(scontrol show job "$merge" | sed -n 's/.*ExitCode=\([0-9]*\):.*/\1/p')
cp "$work/night/merge.log" "$work/out"
[ "$code" = "$expected" ]
status=$?
exits 0 "the merge ends as one process does: with $expected"
restarts=$(scontrol show job "$array" | sed -n 's/.*Restarts=\([0-9]*\).*/\1/p' | sort -rn | head -n 1)
[ "$restarts" = 1 ]
status=$?
exits 0 "one shard ran twice"
same "$work/whole" "$work/night/reports" "four shards, one of them killed, are merged to the bytes of one process"
