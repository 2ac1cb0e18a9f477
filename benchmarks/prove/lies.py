"""The campaign of lies: a lying office before the verifier, a lying door before its clients; each is found.

    python benchmarks/prove/lies.py [--count N] [--result FILE]
    python benchmarks/prove/lies.py --lie NAME --seed N         one of them again

Every lie is told under as many seeds as make N in all. Exits with 1 and prints the command of each that was
believed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / part) for part in ("src", "tests", "tests/support")]

from daylight.verifier.verify import verify
from known import KNOWN
from lied_to import TOLD, intents, sent_at_most
from office_lies import LIES

COUNT = 10_000
CHUNK = 20


def is_found(name: str, seed: int) -> bool:
    """Whether the lie of this name and seed is found, and nothing was sent after it."""
    if name in LIES:
        lie = LIES[name](random.Random(f"{name}/{seed}"))
        verdict = verify(lie.files, KNOWN)
        findings = (*verdict.contradictions, *verdict.gaps)
        return lie.code in {one.code for one in findings} | {
            one.code for found in findings for one in found.refusals
        }
    who, lie = TOLD[name]
    found = who(lie, seed)
    return bool(found.code) and intents(found) == sent_at_most(name)


def main() -> int:
    """Tell every lie, or one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lie", choices=[*LIES, *TOLD])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes that tell them")
    parser.add_argument("--result", type=Path)
    said = parser.parse_args()
    if said.lie:
        found = is_found(said.lie, said.seed)
        print(f"{said.lie} {said.seed}: {'found' if found else 'believed'}")
        return 0 if found else 1
    names, began = [*LIES, *TOLD], perf_counter()
    each = -(-said.count // len(names))
    told = [(name, seed) for seed in range(each) for name in names]
    with ProcessPoolExecutor(said.jobs) as tellers:
        found = tellers.map(is_found, *zip(*told, strict=True), chunksize=CHUNK)
        believed = [one for one, seen in zip(told, found, strict=True) if not seen]
    result = {
        "lies": len(names),
        "seeds of each": each,
        "told": each * len(names),
        "believed": [f"--lie {name} --seed {seed}" for name, seed in believed],
        "seconds": round(perf_counter() - began, 1),
    }
    print(json.dumps(result, indent=2))
    if said.result:
        said.result.write_text(json.dumps(result, indent=2) + "\n")
    return 1 if believed else 0


if __name__ == "__main__":
    sys.exit(main())
