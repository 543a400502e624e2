#!/usr/bin/env python3
"""Kills kantel at random moments and checks that nothing is stuck, half or left behind.

    cargo build --release && benches/kill.py [--binary FILE] [--times N] [--seed N]

Half of the moments lie where the folder is written, which is found by watching a whole run first. After each kill the
same command is given again; it must succeed, or refuse because a whole result is there. `kantel report` must read what
is there. At the end nothing may stand beside the result.
"""

import argparse
import hashlib
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SMALL = ["--residents", "500", "--years", "2", "--samples", "2", "--loops", "2", "--quiet"]


def whole(folder):
    """The folder is what its manifest says."""
    manifest = json.loads((folder / "manifest.json").read_text())
    found = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()} - {"manifest.json"}
    assert found == set(manifest["outputs"]), f"other files than the manifest names: {found ^ set(manifest['outputs'])}"
    for name, digest in manifest["outputs"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, f"{name} is not what was written"


def run(binary, place, *arguments):
    return subprocess.run([binary, *arguments], cwd=place, capture_output=True, text=True)


def moments(binary):
    """Seconds from the start to the first file of the result in its place, and to the end."""
    with tempfile.TemporaryDirectory() as place:
        begun, seen = time.monotonic(), None
        process = subprocess.Popen([binary, "compare", *SMALL, "--out", "x"], cwd=place, stdout=subprocess.DEVNULL)
        while process.poll() is None:
            if seen is None and (pathlib.Path(place) / "x").exists():
                seen = time.monotonic() - begun
            time.sleep(0.001)
        end = time.monotonic() - begun
        assert process.returncode == 0, "the command fails undisturbed"
        return min(seen or end, end), end


def kill_once(binary, before, after):
    """One kill of a run at a place in a state; gives in which state it was left."""
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        target, force = place / "x", []
        if before == "empty":
            target.mkdir()
        elif before == "result":
            force = ["--force"]
            assert run(binary, place, "compare", *SMALL, "--seed", "1", "--out", "x").returncode == 0
        command = ["compare", *SMALL, *force, "--out", "x"]
        process = subprocess.Popen([binary, *command], cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(after)
        process.kill()
        process.wait()
        left = sorted(p.name for p in place.iterdir())
        read = run(binary, place, "report", "x")
        if read.returncode == 0:
            whole(target)
        else:
            assert before != "result", f"the result that was there is lost: {read.stderr}"
            assert read.returncode == 2 and not (target / "manifest.json").exists(), read.stderr
        again = run(binary, place, *command)
        refused = again.returncode == 2 and "--force" in again.stderr and read.returncode == 0
        assert again.returncode == 0 or refused, again.stderr
        whole(target)
        assert [p.name for p in place.iterdir()] == ["x"], sorted(p.name for p in place.iterdir())
        assert not list(target.glob(".*")), list(target.glob(".*"))
        return left, read.returncode == 0, process.returncode == -9


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / "target/release/kantel"))
    parser.add_argument("--times", type=int, default=21)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    binary = str(pathlib.Path(options.binary).resolve())
    draw = random.Random(options.seed)
    seen, end = moments(binary)
    stuck = alive = 0
    for number in range(options.times):
        before = ["nothing", "empty", "result"][number % 3]
        late = (max(0.0, seen - 0.05), end + 0.02)
        after = draw.uniform(*late) if draw.random() < 0.5 else draw.uniform(0.0, end)
        try:
            left, read, killed = kill_once(binary, before, after)
            alive += killed
            print(f"{number + 1:3} {before:8} killed after {after:6.3f} s: {left}, {'read' if read else 'none'}{'' if killed else ' (had ended)'}")
        except AssertionError as error:
            stuck += 1
            print(f"{number + 1:3} {before:8} killed after {after:6.3f} s: STUCK: {error}")
    print(f"{stuck} of {options.times} stuck; {alive} ended by the kill")
    sys.exit(stuck > 0)


if __name__ == "__main__":
    main()
