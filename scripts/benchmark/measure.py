"""Measuring programs beside each other: in every round each runs once, in turn, and the best of all rounds counts."""
import os, resource, subprocess, sys, time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.realpath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
KIJUN = os.environ.get("KIJUN", os.path.join(TOP, "build", "kijun"))
BUILT = os.path.join(TOP, "build", "release")
AS_OF = "2026-04-01"
RULES_34 = os.path.join(TOP, "scripts", "bench-policy.lua")
STANDARD = os.path.join(TOP, "policies", "standard.lua")


class Time:
    """The least wall time and, by itself, the least CPU time (user and system, of all processes) of a program, in seconds."""

    def __init__(self):
        self.wall = self.cpu = float("inf")

    def add(self, wall, cpu):
        self.wall, self.cpu = min(self.wall, wall), min(self.cpu, cpu)


def once(command, stdin=None, environment=None, cores=None, ends=(0, 1, 3)):
    """One run, which must end with one of the exit codes `ends`: those of kijun that say "findings" and "incomplete", too."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with open(stdin or os.devnull, "rb") as names:
        done = subprocess.run(command, stdin=names, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              env=dict(os.environ, **(environment or {})),
                              preexec_fn=(lambda: os.sched_setaffinity(0, cores)) if cores else None)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in ends:
        sys.exit("%s ended with status %d:\n%s" % (" ".join(command), done.returncode, done.stderr.decode()[-2000:]))
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class Row:
    """A program: `command` is a list, or a function of a fresh folder for what it writes."""

    def __init__(self, name, command, **how):
        self.name, self.command, self.how, self.time = name, command, how, Time()


def check(folder, policy, workers, program=None, more=()):
    """How kijun is called: a JSON report for each supplier below `folder`."""
    return lambda out: [program or KIJUN, "check", folder, "--policy", policy, "--as-of", AS_OF, "-j", str(workers), "--format",
                        "json", "--quiet", "--out", out, *more]


def rounds(rows, count, outputs):
    """Runs the rows `count` times in turn. Each run writes to a folder of its own: ext4 is slow to give out what was deleted
    a moment ago, and a folder that is there already would be compared with."""
    os.makedirs(outputs, exist_ok=True)
    for _ in range(count):
        for row in rows:
            rounds.number += 1
            command = row.command
            if callable(command):
                command = command(os.path.join(outputs, str(rounds.number)))
            row.time.add(*once(command, **row.how))
    return rows


rounds.number = 0
