#!/usr/bin/env python3
"""Compares the speed of two revisions side by side: CPU seconds, round after round in turns, so that a busy machine
slows both alike. Where the machine counts them, instructions, mispredicted branches and first-level cache misses stand
beside: they explain a difference, CPU time judges it.

    benches/side_by_side.py REVISION [--against REVISION] [--rounds 6] [--limit 1.05]

REVISION is anything git knows; --against is the work tree by default. Each revision is built in a work tree of its own
below target/side_by_side, which is kept, so that a second comparison builds nothing. Ends with code 1 if a ratio of the
whole replicate is above the limit.
"""

import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "target" / "side_by_side"
EVENTS = ["instructions:u", "branch-misses:u", "L1-icache-load-misses:u"]

# Four replicates at 20,000 residents, and worlds in which one part of the work is most of it.
BASE = ["run", "reactive", "--residents", "20000", "--years", "15", "--samples", "4", "--replicates", "1", "--threads",
        "1", "--quiet"]
CASES = {
    "replicates of 20,000 residents": [],
    "onset and natural history": ["--set", "onset.mental=0.6", "--set", "onset.social=0.3"],
    "moves": ["--set", "demography.moves=2"],
    "asking and doors": ["--set", "asking.mental=0.3", "--set", "asking.social=0.3", "--set", "asking.youth=0.3"],
    "outreach": ["--set", "team.fte=120", "--set", "outreach.door_fte=40", "--set", "outreach.place_fte=40"],
    "informal care": ["--set", "care.housemate=0.95", "--set", "care.offer=0.9"],
}


def build(revision):
    """The program of a revision, and what it is called."""
    if revision is None:
        subprocess.run(["cargo", "build", "--release", "--locked", "--quiet"], cwd=ROOT, check=True)
        kept = WORK / "work_tree"
        kept.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / "target" / "release" / "kantel", kept / "kantel")
        return kept / "kantel", "work tree"
    commit = subprocess.run(["git", "rev-parse", "--short=10", revision], cwd=ROOT, check=True, capture_output=True,
                            text=True).stdout.strip()
    tree = WORK / commit
    program = tree / "kantel"
    if not program.exists():
        source = tree / "source"
        shutil.rmtree(source, ignore_errors=True)
        source.mkdir(parents=True)
        archive = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x", "-C", str(source)], input=archive, check=True)
        subprocess.run(["cargo", "build", "--release", "--locked", "--quiet", "--target-dir", str(tree / "target")],
                       cwd=source, check=True)
        shutil.copy2(tree / "target" / "release" / "kantel", program)
        shutil.rmtree(tree / "target", ignore_errors=True)
        shutil.rmtree(source, ignore_errors=True)
    return program, commit


def arguments(program, changes):
    """The arguments that a revision understands: a key that it does not have is left out."""
    kept = []
    for flag, change in zip(changes[::2], changes[1::2]):
        trial = [str(program), "run", "reactive", "--residents", "600", "--years", "1", "--samples", "1", "--quiet",
                 flag, change, "--force", "--out", str(WORK / "trial")]
        if subprocess.run(trial, capture_output=True).returncode == 0:
            kept += [flag, change]
    return BASE + kept


def cpu_seconds(program, args):
    """User and system time of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([str(program), *args, "--force", "--out", str(WORK / "result")], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def counters(program, args):
    """What the processor counts of one run, as far as it does."""
    if shutil.which("perf") is None:
        return {}
    command = ["perf", "stat", "-x", ",", "-e", ",".join(EVENTS), str(program), *args, "--force", "--out",
               str(WORK / "result")]
    told = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stderr
    found = {}
    for event in EVENTS:
        match = re.search(rf"^(\d+),[^\n]*{re.escape(event)}", told, re.M)
        if match:
            found[event.split(":")[0]] = int(match.group(1))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("revision")
    parser.add_argument("--against")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--limit", type=float, default=1.05)
    options = parser.parse_args()
    (first, first_name), (second, second_name) = build(options.revision), build(options.against)
    print(f"{second_name} over {first_name}: CPU seconds, {options.rounds} rounds in turns\n")
    print(f"| case | {first_name} | {second_name} | ratio (median, range) | counted |\n|---|---|---|---|---|")
    worst = 0.0
    for case, changes in CASES.items():
        of_first, of_second = arguments(first, changes), arguments(second, changes)
        seconds = ([], [])
        for turn in range(options.rounds):
            order = [(0, first, of_first), (1, second, of_second)]
            for side, program, args in order if turn % 2 == 0 else reversed(order):
                seconds[side].append(cpu_seconds(program, args))
        ratios = sorted(b / a for a, b in zip(*seconds))
        ratio = statistics.median(ratios)
        counted = [counters(first, of_first), counters(second, of_second)]
        both = [f"{event} {counted[1][event] / counted[0][event]:.2f}" for event in counted[0]
                if counted[0][event] and event in counted[1]]
        print(f"| {case} | {statistics.median(seconds[0]):.2f} | {statistics.median(seconds[1]):.2f} | "
              f"{ratio:.3f} ({ratios[0]:.3f} to {ratios[-1]:.3f}) | {', '.join(both) or 'nothing'} |", flush=True)
        if case == next(iter(CASES)):
            worst = ratio
    shutil.rmtree(WORK / "result", ignore_errors=True)
    shutil.rmtree(WORK / "trial", ignore_errors=True)
    if worst > options.limit:
        print(f"\nthe replicate takes {worst:.3f} times as long: more than {options.limit}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
