"""Folding and judging again: how many acts a second an auditor gets through, with and without signatures.

Whole purchases are played in memory; then every act is parsed from its bytes, its docket folded, and the
act judged again on what stood before it. Run: ``python benchmarks/judging.py [--cases N]``.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent))

from machine import rates

from daylight.core.acts.act import Seen, act_digest, read_act
from daylight.core.judgement.facets import facets_of
from daylight.core.judgement.fold import apply, index_of
from daylight.core.judgement.judge import Admission, judge
from daylight.core.procedures.matter import Matter
from daylight.crypto.openssl import OpenSSL
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
    judged, judging = timed(lambda: judge_all(world.office.rules, parsed))
    unsigned = replace(world.office.rules, crypto=EverySignatureHolds())
    again, law_alone = timed(lambda: judge_all(unsigned, parsed))
    result = {
        "acts": len(sources),
        "admitted_again": min(judged, again),
        "parsed_per_second": round(len(sources) / reading),
        "folded_per_second": round(len(sources) / folding),
        "folded_and_judged_per_second": round(len(sources) / judging),
        "without_signatures_per_second": round(len(sources) / law_alone),
        "ed25519_verifications_per_second": round(verification_rate(world, parsed[0])),
    }
    with TemporaryDirectory() as folder:
        print(json.dumps(result | rates(Path(folder)), indent=1))


class EverySignatureHolds(OpenSSL):
    """The same primitives, with signatures believed: what is left is the law."""

    def ed25519_verify(self, public: bytes, signature: bytes, message: bytes) -> bool:
        return True


def timed(work):
    """What the work gave, and its seconds of processor time."""
    began = time.process_time()
    return work(), time.process_time() - began


def fold_all(acts):
    """The states of all dockets."""
    states = {}
    for act in acts:
        states[act.docket] = apply(states.get(act.docket), act)
    return states


def judge_all(rules, acts) -> int:
    """Judge every act again on what stood before it; gives how many were admitted with the same clocks."""
    states, heads, files = {}, {}, {}
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
    began = time.process_time()
    for _ in range(times):
        crypto.ed25519_verify(act.intent.deed.public_key, act.signature, message)
    return times / (time.process_time() - began)


if __name__ == "__main__":
    main()
