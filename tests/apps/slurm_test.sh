#!/usr/bin/env bash
# scenarios/batch.sbatch on a real Slurm of this one machine: a job array of seven shards and the job
# that merges them must give the bytes of one run.
#
#     slurm_test.sh PROGRAM SOURCE_FOLDER
#
# Starts munged, slurmctld and slurmd in the foreground with a configuration of their own, on ports
# of their own, and stops them at the end. Exit code 77, with the reason, where they cannot start:
# they must be installed, and root must run the test.
set -euo pipefail
LANDSEA=$(realpath "$1")
export LANDSEA
source=$(realpath "$2")
folder=$(mktemp -d /tmp/landsea-slurm-XXXXXX)
daemons=()

stop() {
    [ ${#daemons[@]} -eq 0 ] || kill "${daemons[@]}" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$folder"
}
trap stop EXIT

skip() {
    echo "skipped: $1"
    tail -n 5 "$folder"/*.log 2>/dev/null || true
    exit 77
}

fail() {
    echo "failed: $1"
    tail -n 20 "$folder"/*.log "$folder"/slurm-*.out 2>/dev/null || true
    exit 1
}

# Waits for a command to succeed, half a minute at most.
until_true() {
    for _ in $(seq 150); do
        "$@" >"$folder/wait.log" 2>&1 && return 0
        sleep 0.2
    done
    return 1
}

[ "$(id -u)" -eq 0 ] || skip "Slurm's daemons need root"
for program in munged munge slurmctld slurmd sbatch sinfo; do
    PATH=$PATH:/usr/sbin command -v "$program" >/dev/null ||
        skip "$program is not installed (Debian: slurmctld slurmd slurm-client munge)"
done
PATH=$PATH:/usr/sbin
host=$(hostname -s)

# Credentials: a munged of our own, its key made here, so that no other is touched.
chmod 755 "$folder"
mkdir -p -m 700 "$folder/munge" "$folder/state" "$folder/spool"
mkdir -p -m 755 "$folder/run"
head -c 1024 /dev/urandom >"$folder/munge/key"
chmod 400 "$folder/munge/key"
munged --foreground --force --key-file="$folder/munge/key" --socket="$folder/run/munge.socket" \
    --pid-file="$folder/run/munged.pid" --seed-file="$folder/munge/seed" \
    --log-file="$folder/munge/munged.log" >"$folder/munged.log" 2>&1 &
daemons+=($!)
until_true munge --no-input --socket="$folder/run/munge.socket" || skip "munged does not start"

# Ports that follow from the process: several of these may run on one machine.
port=$((20000 + $$ % 20000))
cat >"$folder/slurm.conf" <<END
ClusterName=landsea
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
AuthType=auth/munge
AuthInfo=socket=$folder/run/munge.socket
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/run/slurmctld.pid
SlurmdPidFile=$folder/run/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SchedulerParameters=sched_interval=1,sched_min_interval=100000
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
export SLURM_CONF=$folder/slurm.conf
slurmctld -D -i -f "$SLURM_CONF" >"$folder/slurmctld.log" 2>&1 &
daemons+=($!)
slurmd -D -f "$SLURM_CONF" -N "$host" >"$folder/slurmd.log" 2>&1 &
daemons+=($!)

node_is_idle() {
    [ "$(sinfo --noheader --format=%T)" = idle ]
}
until_true node_is_idle || skip "Slurm does not start on this machine"
echo "Slurm $(sinfo --version | cut -d' ' -f2) runs"

export LANDSEA_DATA=$source/data
cd "$folder"
python3 "$source/bench/make_scenarios.py" drawn 6
jobs=$source/scenarios/sample_jobs.csv
words=(--scenarios 'base,drawn/*.json' --month 3,10 --criteria time,carbon)
"$LANDSEA" batch "$jobs" "${words[@]}" --quiet --out one.csv

job=$(sbatch --parsable --mem=0 --array=1-7 "$source/scenarios/batch.sbatch" \
    results/all.csv "$jobs" "${words[@]}") || fail "sbatch refuses the array"
timeout 300 sbatch --wait --mem=0 --dependency="afterok:$job" "$source/scenarios/batch.sbatch" \
    results/all.csv --merge || fail "the array or the merge failed"
[ "$(ls results/all.shard-*-of-7.csv | wc -l)" -eq 7 ] || fail "there are not seven shards"
cmp one.csv results/all.csv || fail "the merged shards differ from one run"
echo "7 tasks and a merge gave the $(wc -c <one.csv) bytes of one run"
