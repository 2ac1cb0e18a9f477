"""The campaign of mutations: thousands of changed bundles, and not one of them proved.

``python benchmarks/prove/mutations.py [COUNT] [FIRST_SEED]`` writes ``results/mutations.json`` beside it and
exits with 1 where a mutation was proved. Half of the mutations are made by hand, half are sealed anew
with the key of the log, so that they reach the checks behind the signed list.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1] / "tests" / "support")]

from bundles import full_bundle
from daylight.crypto.openssl import OPENSSL
from daylight.verifier.verify import verify
from mutations import mutated

COUNT = 2000


def main(count: int = COUNT, first: int = 0) -> int:
    """Run the campaign and write its result."""
    files, began = full_bundle("auditor"), perf_counter()
    outcomes: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    proved = []
    for seed in range(first, first + count):
        said, changed = mutated(files, seed)
        verdict = verify(changed, OPENSSL)
        outcomes[f"{said.split()[1]} exit {verdict.exit_code}"] += 1
        codes.update({finding.code for finding in (*verdict.contradictions, *verdict.gaps)})
        if verdict.exit_code == 0:
            proved.append(said)
    result = {
        "count": count,
        "first_seed": first,
        "files": len(files),
        "seconds": round(perf_counter() - began, 1),
        "proved": proved,
        "outcomes": dict(sorted(outcomes.items())),
        "codes": dict(sorted(codes.items())),
    }
    place = HERE / "results" / "mutations.json"
    place.parent.mkdir(exist_ok=True)
    place.write_text(json.dumps(result, indent=2) + "\n")
    print(json.dumps(result, indent=2))
    return 1 if proved else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
