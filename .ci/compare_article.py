#!/usr/bin/env python3
"""Compares what was found in an article with what is known of it: every field that is known has to be equal.

  compare_article.py KNOWN.json FOUND.json
"""

import json
import sys


def differences(known, found, place=""):
    """The places at which `found` lacks something of `known`, or has another value. Objects may have more fields."""
    if isinstance(known, dict) and isinstance(found, dict):
        for field, value in known.items():
            if field in found:
                yield from differences(value, found[field], f"{place}.{field}")
            else:
                yield f"{place}.{field}: missing"
    elif isinstance(known, list) and isinstance(found, list) and len(known) == len(found):
        for at, (value, other) in enumerate(zip(known, found)):
            yield from differences(value, other, f"{place}[{at}]")
    elif known != found:
        yield f"{place}: {json.dumps(found, ensure_ascii=False)} instead of {json.dumps(known, ensure_ascii=False)}"


def main():
    with open(sys.argv[1], encoding="utf-8") as known, open(sys.argv[2], encoding="utf-8") as found:
        known, found = json.load(known), json.load(found)
    wrong = list(differences(known, found))
    for line in wrong:
        print(line, file=sys.stderr)
    if not wrong:
        print(f"{len(known['tweets'])} tweets, every field equal")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
