#!/usr/bin/env python3
"""Checks that the locked dependencies build with the Rust version that the package names, by what each says it needs."""

import json
import subprocess
import sys


def version(text):
    return tuple(int(part) for part in (text.split(".") + ["0", "0"])[:3])


def needed(metadata):
    """The ids of what the package's library needs, itself included; of dependencies, not of development dependencies."""
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    found, waiting = set(), [metadata["resolve"]["root"]]
    while waiting:
        at = waiting.pop()
        if at in found:
            continue
        found.add(at)
        waiting += [dep["pkg"] for dep in nodes[at]["deps"] if any(kind["kind"] != "dev" for kind in dep["dep_kinds"])]
    return found


def main():
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--all-features"]
    metadata = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    packages = {package["id"]: package for package in metadata["packages"]}
    root = packages[metadata["resolve"]["root"]]
    oldest = root["rust_version"]
    library = needed(metadata)
    too_new = [package for package in packages.values()
               if package["rust_version"] and version(package["rust_version"]) > version(oldest)]
    for package in too_new:
        what = "the library" if package["id"] in library else "tests or examples"
        print(f"{package['name']} {package['version']}, for {what}, needs Rust {package['rust_version']}", file=sys.stderr)
    if too_new:
        sys.exit(f"the lock does not build with Rust {oldest}")
    silent = [packages[id]["name"] for id in library if not packages[id]["rust_version"]]
    print(f"{len(packages)} packages in the lock, {len(library)} for the library: none needs more than Rust {oldest}")
    print(f"of the library's these do not say: {', '.join(sorted(silent)) or 'none'}")


if __name__ == "__main__":
    main()
