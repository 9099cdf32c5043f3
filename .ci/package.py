#!/usr/bin/env python3
"""Looks at the package that would be published: what it holds, whether its links lead anywhere, whether its tests run.

    .ci/package.py [--no-tests]
"""

import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAME = "embedded-tweet"
# A package of another size holds something that it did not before.
MOST_KIB = 520
# What is for this repository alone.
ALIEN = re.compile(r"^(\.ci|benches|docs/(?!forms\.md)|fuzz|scripts|examples/(corpus|engine|jsonl|report|documents|fit))")
LINK = re.compile(r"\]\(([^)\s]+)\)")


def dead_links(folder):
    """The links of the package's documents to files that are not in it."""
    for document in sorted(folder.glob("*.md")):
        for target in LINK.findall(document.read_text(encoding="utf-8")):
            path = target.split("#")[0]
            if path and "://" not in path and not (folder / path).exists():
                yield f"{document.name}: {target}"


def main():
    # A check of the tree may be of one with changes; the package is built from what it holds.
    package = ["cargo", "package", "--package", NAME, "--locked", "--allow-dirty", "--quiet"]
    subprocess.run(package, cwd=ROOT, check=True)
    crate = max((ROOT / "target/package").glob(f"{NAME}-*.crate"), key=lambda file: file.stat().st_mtime)
    # Elsewhere: below the workspace it would be taken for a member.
    with tempfile.TemporaryDirectory() as scratch, tarfile.open(crate) as archive:
        files = [member.name.split("/", 1)[1] for member in archive.getmembers()]
        archive.extractall(scratch)
        look_at(crate, files, pathlib.Path(scratch, crate.stem))


def look_at(crate, files, folder):
    kib = crate.stat().st_size / 1024
    print(f"package: {len(files)} files, {kib:.0f} KiB compressed", flush=True)
    faults = [f"not of the package: {name}" for name in files if ALIEN.match(name)]
    faults += [f"leads nowhere: {link}" for link in dead_links(folder)]
    if kib > MOST_KIB:
        faults.append(f"more than {MOST_KIB} KiB")
    if faults:
        sys.exit("\n".join(f"package: {fault}" for fault in faults))
    if "--no-tests" not in sys.argv:
        # A folder of builds that is kept would hold tests of an earlier package: they have its path, and all files of a package
        # have one date.
        for features in [[], ["--all-features"]]:
            tests = ["cargo", "test", "--locked", "--quiet", "--target-dir", folder / "target", *features]
            subprocess.run(tests, cwd=folder, check=True)


if __name__ == "__main__":
    main()
