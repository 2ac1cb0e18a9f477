"""Read all law of a country at start, and look a million values up, each in a territory on a day.

Run: ``python benchmarks/law.py [--lookups N]``. Prints one JSON object. A look-up is ``law_in_force`` and one
parameter; days, territories and parameters change from each to the next by seeded chance.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent))

from machine import ROOT, rates

FIRST, DAYS, DIFFERENT = date(2016, 1, 1), 4_000, 10_000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--lookups", type=int, default=1_000_000)
    asked = options.parse_args()
    with TemporaryDirectory() as folder:
        print(json.dumps(measure(asked.lookups) | rates(Path(folder)), indent=1))


def measure(lookups: int) -> dict[str, object]:
    """Milliseconds to read the law, seconds to look it up, and a look-up beside one in a plain dict."""
    from daylight.core.rulebook.law import law_in_force
    from daylight.store.countries import load_rulebook

    began = time.process_time()
    book = load_rulebook(ROOT / "src" / "daylight_cn")
    reading = time.process_time() - began
    asked = questions(book)
    rounds = max(1, lookups // len(asked))
    found, looking = timed(lambda place, day, id: law_in_force(book, place, day).maybe(id), asked, rounds)
    known = {(place, day, id): value for (place, day, id), value in zip(asked, found, strict=True)}
    _, floor = timed(lambda place, day, id: known[place, day, id], asked, rounds)
    count = rounds * len(asked)
    return {
        "instruments": len(book.instruments),
        "provisions": len(book.provisions),
        "parameters": len(book.parameters),
        "read_at_start_ms": round(reading * 1000, 1),
        "lookups": count,
        "answered": round(sum(value is not None for value in found) / len(found), 2),
        "lookup_seconds": round(looking, 2),
        "lookups_per_second": round(count / looking),
        "times_a_dict": round(looking / floor, 1),
    }


def questions(book) -> list[tuple[str, date, str]]:
    """Territory, day and parameter, ten thousand times."""
    chance = Random(1)
    places = sorted(book.territory_by_id)
    ids = sorted({parameter.id for parameter in book.parameters})
    return [
        (chance.choice(places), FIRST + timedelta(days=chance.randrange(DAYS)), chance.choice(ids))
        for _ in range(DIFFERENT)
    ]


def timed(look_up, asked, rounds: int) -> tuple[list, float]:
    """The answers of the last round, and the seconds of processor time of all of them."""
    began, answers = time.process_time(), []
    for _ in range(rounds):
        answers = [look_up(*one) for one in asked]
    return answers, time.process_time() - began


if __name__ == "__main__":
    main()
