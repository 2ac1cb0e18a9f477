"""Folding and judging again: how many acts a second an auditor gets through, signatures included.

Whole purchases are played in memory; then every act is parsed from its bytes, its docket folded, and the
act judged again on what stood before it. Run: ``python benchmarks/judging.py [--cases N]``.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

sys.path[:0] = [
    str(Path(__file__).resolve().parents[1] / "src"),
    str(Path(__file__).resolve().parents[1] / "tests"),
]

from daylight.core.acts.act import Seen, act_digest, read_act
from daylight.core.judgement.fold import apply, index_of
from daylight.core.judgement.judge import Admission, judge
from daylight.core.procedures.matter import Matter
from daylight.office.perform import facets_of
from scripts import FULL, to_contract
from world import found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=10)
    asked = options.parse_args()
    world = found()
    for _ in range(asked.cases):
        to_contract(world, FULL)
    sources = [draft.source for draft in world.office.journal.drafts]
    parsed, reading = timed(lambda: [read_act(source) for source in sources])
    _, folding = timed(lambda: fold_all(parsed))
    judged, judging = timed(lambda: judge_all(world, parsed))
    result = {
        "acts": len(sources),
        "admitted_again": judged,
        "parsed_per_second": round(len(sources) / reading),
        "folded_per_second": round(len(sources) / folding),
        "folded_and_judged_per_second": round(len(sources) / judging),
        "ed25519_verifications_per_second": round(verification_rate(world, parsed[0])),
    }
    print(json.dumps(result, indent=1))


def timed(work):
    """What the work gave, and its seconds."""
    began = time.perf_counter()
    return work(), time.perf_counter() - began


def fold_all(acts):
    """The states of all dockets."""
    states = {}
    for act in acts:
        states[act.docket] = apply(states.get(act.docket), act)
    return states


def judge_all(world, acts) -> int:
    """Judge every act again on what stood before it; gives how many were admitted with the same clocks."""
    rules, states, heads, files = world.office.rules, {}, {}, {}
    admitted = 0
    for act in acts:
        facets = {name: state_of(docket, states, files) for name, docket in facets_of(act.intent).items()}
        head = heads.get(act.docket, Seen(act.docket, 0, ""))
        state = states.get(act.docket)
        matter = Matter(
            act.intent,
            act.signature,
            act.received_at,
            rules.world,
            rules.book,
            rules.crypto,
            state,
            head,
            facets,
        )
        verdict = judge(matter)
        admitted += isinstance(verdict, Admission) and verdict.clocks == act.clocks
        states[act.docket] = apply(state, act)
        heads[act.docket] = Seen(act.docket, act.seq + 1, act_digest(act.spelled))
        if act.docket.startswith("bid-"):
            files.setdefault(act.intent.deed.case, set()).add(act.docket)
    return admitted


def state_of(docket, states, files):
    """A docket's state, or the index of a case's bids."""
    if not docket.startswith("bids:"):
        return states.get(docket)
    case = docket.removeprefix("bids:")
    return index_of(case, (states[bid] for bid in files.get(case, ())), Seen(docket, 0, ""))


def verification_rate(world, act, times: int = 2000) -> float:
    """The machine's rate of verifying one signature."""
    from daylight.core.acts.intent import signing_bytes

    message, crypto = signing_bytes(act.intent), world.office.rules.crypto
    began = time.perf_counter()
    for _ in range(times):
        crypto.ed25519_verify(act.intent.deed.public_key, act.signature, message)
    return times / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
