"""Does the time of an answer tell whether a bid is there? One who may not know asks; statistics judge.

    python benchmarks/prove/timing.py [--dockets N] [--planted MS] [--result FILE]

N dockets of each state (absent, documents obtained, bid submitted) are asked for, five probes each, in one
shuffled order. Each pair of states is compared by docket: Welch's test (p > 0.01 is silence), and a cut that
is learned on one half of the dockets and tried on the other (at most 55 % right is silence). ``--planted``
delays the answer for submitted bids, to show that the script would find it; finding nothing then fails.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections import defaultdict
from itertools import combinations
from math import erfc, sqrt
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "support")]

PROBES = 5
STATES = ("absent", "obtained", "submitted")
SILENT_P, SILENT_RIGHT = 0.01, 0.55


def dockets_of(count: int) -> tuple[object, dict[str, list[str]]]:
    """An office in which as many suppliers obtained documents, and as many bid, as are asked for."""
    from dataclasses import replace
    from secrets import token_hex

    from daylight.practice import play
    from scripts import SMALL, bidder, to_issue
    from world import found

    world = found()
    played = to_issue(world, SMALL)
    script = replace(SMALL, bidders=tuple(bidder(f"商{n}", 2_900_000) for n in range(2 * count)))
    played = replace(played, script=script)
    play.obtain_all(world.stage, played)
    obtained = list(played.bidders)
    case = world.stage.case(played.case, world.town.buyer)
    for docket in obtained[count:]:
        play.submit(world.stage, played, docket, case.planning.key_set)
    states = {"absent": [f"bid-{token_hex(16)}" for _ in range(count)], "obtained": obtained[:count]}
    return world, {**states, "submitted": obtained[count:]}


def asker(world: object, planted_ms: float, submitted: frozenset[str]):
    """One anonymous request for a docket, as the interface answers it."""
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(ALLOWED_HOSTS=["*"], SECRET_KEY="benchmark", DEBUG=False)
        django.setup()
    from django.test import RequestFactory

    from daylight.sites.api import views

    views.the_office = lambda: world.office
    requests = RequestFactory()

    def ask(docket: str) -> float:
        request = requests.get(f"/api/dockets/{docket}")
        begun = time.perf_counter()
        answer = views.docket(request, docket)
        if planted_ms and docket in submitted:
            time.sleep(planted_ms / 1000)
        taken = time.perf_counter() - begun
        assert b'"acts":[]' in answer.content
        return taken

    return ask


def welch(one: list[float], other: list[float]) -> float:
    """The p-value that two samples have one mean, by the normal law: there are hundreds of dockets."""
    apart = statistics.fmean(one) - statistics.fmean(other)
    spread = sqrt(statistics.variance(one) / len(one) + statistics.variance(other) / len(other))
    return erfc(abs(apart) / spread / sqrt(2)) if spread else 1.0


def classified(one: list[float], other: list[float]) -> float:
    """How often the best threshold of the first halves is right on the second halves."""
    half = len(one) // 2
    cuts = sorted(one[:half] + other[:half])

    def right(cut: float, low: list[float], high: list[float]) -> float:
        return (sum(x <= cut for x in low) + sum(x > cut for x in high)) / (len(low) + len(high))

    best = max(
        (
            (right(cut, *pair), cut, turned)
            for cut in cuts
            for turned, pair in ((0, (one[:half], other[:half])), (1, (other[:half], one[:half])))
        ),
    )
    _, cut, turned = best
    held = (other[half:], one[half:]) if turned else (one[half:], other[half:])
    return right(cut, *held)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dockets", type=int, default=400)
    parser.add_argument("--planted", type=float, default=0.0)
    parser.add_argument("--result", type=Path)
    said = parser.parse_args()
    world, states = dockets_of(said.dockets)
    ask = asker(world, said.planted, frozenset(states["submitted"]))
    order = [(state, docket) for state in STATES for docket in states[state] for _ in range(PROBES)]
    random.Random(1).shuffle(order)
    taken: defaultdict[str, defaultdict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for _, docket in order[:500]:
        ask(docket)  # warm up
    for state, docket in order:
        taken[state][docket].append(ask(docket))
    medians = {
        state: [statistics.median(taken[state][docket]) for docket in states[state]] for state in STATES
    }
    pairs = {
        f"{one} / {other}": {
            "p": round(welch(medians[one], medians[other]), 4),
            "right": round(classified(medians[one], medians[other]), 3),
        }
        for one, other in combinations(STATES, 2)
    }
    silent = all(pair["p"] > SILENT_P and pair["right"] <= SILENT_RIGHT for pair in pairs.values())
    result = {
        "dockets": said.dockets,
        "probes": PROBES,
        "planted_ms": said.planted,
        "median_us": {state: round(1e6 * statistics.median(medians[state]), 1) for state in STATES},
        "pairs": pairs,
        "silent": silent,
    }
    print(json.dumps(result, indent=1))
    if said.result:
        said.result.write_text(json.dumps(result, indent=1) + "\n")
    return 0 if silent == (not said.planted) else 1


if __name__ == "__main__":
    sys.exit(main())
