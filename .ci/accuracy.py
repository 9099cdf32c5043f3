#!/usr/bin/env python3
"""Runs the jsonl example over the labelled corpus and holds the scorer's figures against floors.json.

  accuracy.py CORPUS JSONL_EXAMPLE SCRATCH

floors.json has for each file of labelled documents the least figure that is accepted, by the scorer's names, where
"negatives" is the most false positives in documents without a tweet. Figures that are not in it are only shown. "edges" is no
file of the corpus: its documents are cut from those of EDGES, so that a tweet stands at the edge of the input. "pages" are pages
in HTML, whose "false" is the largest share of ids that a page does not have.
"""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NEGATIVES = "negatives"
PAGES = "pages"
EDGES = ["tweets", "extra", "news"]


def cut_edges(corpus, scratch):
    """Writes the file of documents that are cut at a tweet, and returns it."""
    cut = scratch / "edges.jsonl"
    with open(cut, "wb") as out:
        command = [sys.executable, corpus / "edges.py", *(corpus / f"{name}.jsonl.gz" for name in EDGES)]
        subprocess.run(command, stdout=out, check=True)
    return cut


def predict(program, gold, scratch, *options):
    """The file of what `program` finds in the records of the file `gold`."""
    predictions = scratch / f"{gold.name.split('.')[0]}.predictions.jsonl"
    with open(predictions, "wb") as out:
        command = [program, "--stats", *options, gold]
        subprocess.run(command, stdout=out, check=True)
    return predictions


def score(corpus, name, gold, predictions, floors, scratch):
    """Whether the floors were kept; prints the scorer's total and its complaints, and keeps its whole report."""
    floors_file = scratch / f"{name}.floors.json"
    floors_file.write_text(json.dumps(floors))
    command = [sys.executable, corpus / "score.py", "--gold", gold, "--floors", floors_file, "--predictions", *predictions]
    if NEGATIVES in floors:
        command += ["--negatives", corpus / f"{NEGATIVES}.jsonl.gz"]
    ran = subprocess.run(command, capture_output=True, text=True)
    print(f"{name}: {figures(ran.stdout)}\n{' ' * len(name)}  floors  {json.dumps(floors)}", flush=True)
    if ran.returncode != 0:
        print(ran.stdout[-6000:])
    print(ran.stderr, end="", file=sys.stderr)
    return ran.returncode == 0


def score_pages(program, corpus, floors, scratch):
    """Whether the floors of the pages in HTML were kept."""
    predictions = predict(program, corpus / f"{PAGES}.jsonl.gz", scratch, "--html", "--text-field", "html")
    command = [sys.executable, corpus / "score_html.py", corpus / f"{PAGES}.jsonl.gz", predictions]
    told = figures(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    print(f"{PAGES}: {told}\n{' ' * len(PAGES)}  floors  {json.dumps(floors)}", flush=True)
    got = json.loads(told.removeprefix("FIGURES "))
    return all(got[name] <= least if name == "false" else got[name] >= least for name, least in floors.items())


def figures(report):
    """The last line of the scorer's report."""
    lines = [line for line in report.splitlines() if line.startswith("FIGURES")]
    return lines[-1] if lines else "no figures"


def main():
    corpus, program, scratch = (Path(argument).resolve() for argument in sys.argv[1:4])
    scratch.mkdir(parents=True, exist_ok=True)
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    pages = floors.pop(PAGES)
    gold = {name: corpus / f"{name}.jsonl.gz" for name in floors if name != "edges"}
    if "edges" in floors:
        gold["edges"] = cut_edges(corpus, scratch)
    negatives = predict(program, corpus / f"{NEGATIVES}.jsonl.gz", scratch)
    kept = [score(corpus, name, gold[name], [predict(program, gold[name], scratch), negatives], least, scratch)
            for name, least in floors.items()]
    kept.append(score_pages(program, corpus, pages, scratch))
    if not all(kept):
        sys.exit("a floor was missed")
    print(f"floors kept: {', '.join([*floors, PAGES])}")


if __name__ == "__main__":
    main()
