"""Durable acknowledged acts per second through the one door, beside batched bare inserts of the same bytes.

32 clients bid in one case in its last minute; every act is judged, signed for and on disk before it is
acknowledged. The bare side inserts the same bytes in the batches the lane made, with equal durability.
Run: ``python benchmarks/lane.py [--acts N] [--postgresql]``. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from machine import database, rates

CLIENTS = 32
INSERT = "INSERT INTO bare (docket, seq, source, digest, salt, intent_id, note) VALUES (?,?,?,?,?,?,?)"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--acts", type=int, default=3000)
    options.add_argument("--postgresql", action="store_true", help="on a PostgreSQL server of its own")
    asked = options.parse_args()
    with (
        tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as folder,
        database(asked.postgresql) as url,
    ):
        print(json.dumps(measure(Path(folder), asked.acts, url), indent=1))


def measure(folder: Path, acts: int, url: str) -> dict[str, object]:
    """Both sides in one run, with the machine's fsync and SHA-256 rates beside them."""
    from daylight.settings import Settings
    from daylight.wiring import configure

    os.environ["DATABASE_URL"] = url
    configure(Settings(home=folder / "home"), urls="")
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    office, intents = bids_of_the_last_minute(acts)
    latencies, seconds, failed = bid(office, intents)
    batches = batch_sizes(office)
    bare = bare_inserts(folder, office, batches) if not url else bare_inserts_postgresql(batches, office)
    latencies.sort()
    rate = len(latencies) / seconds
    return {
        "database": "postgresql" if url else "sqlite",
        "acknowledged": len(latencies),
        "failed": failed,
        "acts_per_second": round(rate),
        "bare_inserts_per_second": round(bare),
        "ratio": round(rate / bare, 2),
        "p50_ms": round(latencies[len(latencies) // 2] * 1000, 1),
        "p99_ms": round(latencies[len(latencies) * 99 // 100] * 1000, 1),
        "mean_batch": round(sum(batches) / len(batches), 1),
        "commit_ms": round(1000 * seconds / len(batches), 2),
        "p99_in_commits": round(latencies[len(latencies) * 99 // 100] * len(batches) / seconds, 1),
        **rates(folder),
    }


def bids_of_the_last_minute(acts: int):
    """An office on the database, and signed intents that replace bids of 32 suppliers over and over."""
    from daylight.client.bidder import seal_offer
    from daylight.core.acts.bidding import SubmitBid
    from daylight.practice import play
    from daylight.store.journal import DatabaseJournal
    from scripts import SMALL, bidder, to_issue
    from world import found

    world = found(journal=DatabaseJournal())
    played = to_issue(world, SMALL)
    for number in range(CLIENTS):
        script = bidder(f"供应商{number:02d}", 3_000_000 + number)
        party = play.register_supplier(world.stage, script.name, territory="CN-37")
        play.obtain(world.stage, played, script, party)
    case = world.stage.case(played.case, world.town.buyer)
    world.clock.move_to(case.tendering.deadline.later_by(-60_000))
    queues = [[] for _ in range(CLIENTS)]
    for place, (docket, (script, party)) in enumerate(played.bidders.items()):
        offer = play.offer_of(played.script, script, "1", 300_000_000)
        sealed = seal_offer(
            offer,
            bid=docket,
            case=played.case,
            key_set=case.planning.key_set,
            randomness=world.stage.randomness,
            crypto=world.stage.crypto,
        )
        for file in sealed.files:
            world.office.vault.put(file)
        deed = SubmitBid(played.case, (party.organisation,), (sealed.envelope,))
        queues[place] = [world.stage.intent(party, deed, docket) for _ in range(acts // CLIENTS)]
    return world.office, queues


def bid(office, queues):
    """Each client sends its next bid when the last is acknowledged."""
    latencies, failed, lock = [], [], threading.Lock()

    def client(intents):
        mine, wrong = [], 0
        for source in intents:
            began = time.perf_counter()
            answer = office.perform(source)
            mine.append(time.perf_counter() - began)
            wrong += not hasattr(answer, "act")
        with lock:
            latencies.extend(mine)
            failed.append(wrong)

    before = len(office.journal.batches)
    threads = [threading.Thread(target=client, args=(intents,)) for intents in queues]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - began
    office.measured = list(office.journal.batches)[before:]
    return latencies, seconds, sum(failed)


def batch_sizes(office) -> list[int]:
    return list(office.measured)


def rows_of(office):
    from daylight.store.models import Entry

    fields = ("docket", "seq", "source", "digest", "salt", "intent_id", "note")
    found = Entry.objects.filter(kind="SubmitBid").values_list(*fields)
    return [tuple(bytes(v) if isinstance(v, memoryview) else v for v in row) for row in found]


def bare_inserts(folder: Path, office, batches) -> float:
    """The same bytes into a table with the same indexes, in batches of the same sizes, with full sync."""
    rows, database = rows_of(office), sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute(
        "CREATE TABLE bare (position INTEGER PRIMARY KEY, docket TEXT, seq INT, source BLOB, digest TEXT,"
        " salt BLOB, intent_id TEXT UNIQUE, note BLOB, UNIQUE (docket, seq))"
    )
    began, at = time.perf_counter(), 0
    for size in batches:
        database.execute("BEGIN IMMEDIATE")
        database.executemany(INSERT, rows[at : at + size])
        database.execute("COMMIT")
        at += size
    return at / (time.perf_counter() - began)


def bare_inserts_postgresql(batches, office) -> float:
    """The same on PostgreSQL."""
    from django.db import connection, transaction

    rows = rows_of(office)
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE bare (position BIGSERIAL PRIMARY KEY, docket TEXT, seq INT, source BYTEA,"
            " digest TEXT, salt BYTEA, intent_id TEXT UNIQUE, note BYTEA, UNIQUE (docket, seq))"
        )
    began, at = time.perf_counter(), 0
    for size in batches:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(INSERT.replace("?", "%s"), rows[at : at + size])
        at += size
    return at / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
