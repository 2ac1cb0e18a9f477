"""A case of a thousand acts: how long judging any one of them takes. And how many choices of method a second.

A purchase in four lots is played with many bidders, in memory; then every act of its case is judged again on
the state before it. Run: ``python benchmarks/procedures.py [--bidders N]``. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent))

from judging import state_of
from machine import rates

from daylight.core.acts.act import Seen, act_digest
from daylight.core.judgement.facets import facets_of
from daylight.core.judgement.fold import apply, fold
from daylight.core.judgement.judge import judge
from daylight.core.procedures.matter import Matter
from daylight.core.procedures.planning.choice import Need, methods_open_to
from daylight.core.rulebook.law import law_in_force
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice.script import BidScript
from scripts import SCANNER, SMALL, to_contract
from world import found

LOTS = ("1", "2", "3", "4")
DAY = date(2026, 11, 23)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bidders", type=int, default=28)
    asked = options.parse_args()
    result = judged(asked.bidders) | choices()
    with TemporaryDirectory() as folder:
        print(json.dumps(result | rates(Path(folder)), indent=1))


def judged(bidders: int) -> dict[str, object]:
    """Milliseconds of judging each act of one large case on the state before it, and of folding it whole."""
    world = found(experts=16)
    prices = [
        BidScript(Text(f"供应商{n:02d}", f"Supplier {n:02d}"), tuple((lot, 290_000_000 + n) for lot in LOTS))
        for n in range(bidders)
    ]
    lots = tuple(replace(SCANNER, id=lot, bid_security=None) for lot in LOTS)
    played = to_contract(world, replace(SMALL, lots=lots, bidders=tuple(prices), experts=6))
    rules, states, heads, files, taken = world.office.rules, {}, {}, {}, []
    for act in world.acts:
        facets = {name: state_of(docket, states, files) for name, docket in facets_of(act.intent).items()}
        head = heads.get(act.docket, Seen(act.docket, 0, ""))
        matter = Matter(
            act.intent, act.signature, act.received_at, rules.world, rules.book, rules.crypto,
            states.get(act.docket), head, facets,
        )  # fmt: skip
        began = time.process_time()
        judge(matter)
        if act.docket == played.case:
            taken.append((time.process_time() - began, act.intent.kind))
        states[act.docket] = apply(states.get(act.docket), act)
        heads[act.docket] = Seen(act.docket, act.seq + 1, act_digest(act.spelled))
        if act.docket.startswith("bid-"):
            files.setdefault(act.intent.deed.case, set()).add(act.docket)
    acts = [act for act in world.acts if act.docket == played.case]
    began = time.process_time()
    fold(acts)
    folding = time.process_time() - began
    taken.sort()
    return {
        "acts_of_the_case": len(taken),
        "median_ms": round(taken[len(taken) // 2][0] * 1000, 2),
        "p99_ms": round(taken[len(taken) * 99 // 100][0] * 1000, 2),
        "longest_ms": round(taken[-1][0] * 1000, 2),
        "longest_kind": taken[-1][1],
        "folding_the_whole_case_ms": round(folding * 1000, 1),
    }


def choices(seconds: float = 2.0) -> dict[str, object]:
    """Choices of method a second, over needs that differ in object, money and facts."""
    book = found().stage.book
    law = law_in_force(book, "CN-central", DAY)
    facts = [(), *((fact.id,) for fact in book.facts)]
    needs = [
        Need(object, Money(amount, "CNY"), said)
        for object, amount, said in product(
            ("goods", "services"), (90_000_000, 150_000_000, 300_000_000), facts
        )
    ]
    began, count = time.process_time(), 0
    while time.process_time() - began < seconds:
        for need in needs:
            methods_open_to(need, law)
        count += len(needs)
    return {"choices_of_method_per_second": round(count / (time.process_time() - began))}


if __name__ == "__main__":
    main()
