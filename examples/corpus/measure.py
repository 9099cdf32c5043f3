#!/usr/bin/env python3
"""Measures `corpus` on files that `generate` made: peak memory, and what extraction costs beside reading and decoding.

    cargo build --release && ./measure.py [FOLDER]
    ./measure.py --instructions [FOLDER]     # counted by valgrind on a tenth of it: the same however busy the machine is

About 2 GB are written to FOLDER, a new temporary folder by default. Each figure is the least of three runs, dry and
extracting in turn. CPU seconds are what counts where there are enough files for all cores; one compressed file is
decompressed on one core while the others extract, so that there the clock hardly tells extraction from none.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

RELEASE = pathlib.Path(__file__).resolve().parent / "target/release"
FILES = ["big.jsonl", "big.jsonl.gz", "big.jsonl.zst", "big.parquet", "big.warc.wet.gz"]
FORMS = ["jsonl", "parquet"]


def run(*arguments):
    """CPU seconds, seconds, and peak memory in MiB of a run."""
    start = time.monotonic()
    process = os.posix_spawn(RELEASE / "corpus", ["corpus", "--quiet", *map(str, arguments)], os.environ)
    _, status, used = os.wait4(process, 0)
    if status != 0:
        sys.exit(f"measure: corpus failed on {arguments}")
    return used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / 1024


def generate(folder, size, name):
    path = folder / name
    if not path.exists():
        subprocess.run([RELEASE / "generate", "--size", str(size), path], check=True)
    return path


def times(folder):
    print(f"{'1 GB of text as':<16} {'to':<8} {'dry CPU':>8} {'CPU':>6} {'ratio':>6} {'dry s':>6} {'s':>6} {'ratio':>6} {'peak MiB':>9}")
    for name in FILES:
        path = generate(folder, 1_000_000_000, name)
        for form in FORMS:
            runs = [(run(path, "--dry-run"), run(path, "-o", folder / "out", "--to", form, "--overwrite")) for _ in range(3)]
            dry_cpu, cpu = (min(pair[side][0] for pair in runs) for side in (0, 1))
            dry, clock = (min(pair[side][1] for pair in runs) for side in (0, 1))
            peak = max(pair[1][2] for pair in runs)
            print(f"{name[4:]:<16} {form:<8} {dry_cpu:8.2f} {cpu:6.2f} {cpu / dry_cpu:6.2f} {dry:6.2f} {clock:6.2f} "
                  f"{clock / dry:6.2f} {peak:9.0f}", flush=True)


def count(*arguments):
    """Millions of instructions of a run with one thread."""
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    command = [*valgrind, RELEASE / "corpus", "--quiet", "--threads", "1", *arguments]
    told = subprocess.run(command, check=True, stderr=subprocess.PIPE, text=True).stderr
    return int(re.search(r"Collected : (\d+)", told)[1]) / 1e6


def instructions(folder):
    print(f"{'0.1 GB of text as':<18} {'to':<8} {'dry':>6} {'all':>6} {'ratio':>6}   million instructions")
    for name in FILES:
        path = generate(folder, 100_000_000, name.replace("big", "small"))
        dry = count(path, "--dry-run")
        for form in FORMS:
            everything = count(path, "-o", folder / "out", "--to", form, "--overwrite")
            print(f"{name[4:]:<18} {form:<8} {dry:6.0f} {everything:6.0f} {everything / dry:6.2f}", flush=True)


def main():
    arguments = sys.argv[1:]
    measure = times
    if arguments[:1] == ["--instructions"]:
        measure = instructions
        del arguments[0]
    folder = pathlib.Path(arguments[0] if arguments else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    measure(folder)


if __name__ == "__main__":
    main()
