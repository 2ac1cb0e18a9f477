"""Processor time that a bid takes of the served process: files uploaded, the intent judged and receipted.

A practice world is served as an operator serves it; 16 suppliers replace their bids over HTTP in the last
hour, two clients at once. Counted is the processor time of the server and its children, for each bid with its
uploads, and for a second in which nobody asks: the log ticks all the same, at one pace in every checkout, so
the faster bids come, the less of it falls on one. ``--against PATH`` serves an older checkout beside it, and
both take bids by turns in the same run.
Run: ``python benchmarks/door.py [--bids N] [--against PATH]``. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

HERE = Path(__file__).resolve().parents[1]
SUPPLIERS, AT_ONCE, TURNS = 16, 2, 5
REST_SECONDS, PACE_SECONDS, LEAVES = 10, 1, 64
BEGIN = date(2026, 3, 2)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bids", type=int, default=400, help="bids of each server, in five turns")
    options.add_argument("--against", type=Path, help="an older checkout to serve beside this one")
    options.add_argument("--serve", type=Path, help="serve one world in this folder, and bid when told to")
    asked = options.parse_args()
    if asked.serve:
        serve(asked.serve)
        return
    from machine import rates

    with TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as folder:
        checkouts = {"this": HERE} | ({"against": asked.against.resolve()} if asked.against else {})
        print(json.dumps(measured(checkouts, Path(folder), asked.bids) | rates(Path(folder)), indent=1))


def measured(checkouts: dict[str, Path], folder: Path, bids: int) -> dict[str, object]:
    """Milliseconds of the server's processor time for a bid: the median of the turns, and their ratio."""
    doors = {name: Door(checkout, folder / name) for name, checkout in checkouts.items()}
    try:
        for door in doors.values():
            door.bid(SUPPLIERS)
        rests = {name: door.bid(0)["cpu_ms_per_second"] for name, door in doors.items()}
        turns = {name: [] for name in doors}
        for turn in range(TURNS):
            for name in list(doors)[:: 1 if turn % 2 else -1]:
                turns[name].append(doors[name].bid(max(AT_ONCE, bids // TURNS)))
    finally:
        for door in doors.values():
            door.close()
    taken = {name: median(turn["cpu_ms_per_bid"] for turn in told) for name, told in turns.items()}
    alone = {
        name: median(turn["cpu_ms_per_bid"] - rests[name] / turn["bids_per_second"] for turn in told)
        for name, told in turns.items()
    }
    said: dict[str, object] = {
        "cpu_ms_per_bid": {name: round(cpu, 2) for name, cpu in taken.items()},
        "cpu_ms_per_second_at_rest": rests,
        "cpu_ms_per_bid_without_rest": {name: round(cpu, 2) for name, cpu in alone.items()},
        "p99_ms": {name: max(turn["p99_ms"] for turn in told) for name, told in turns.items()},
        "bids_per_second": {
            name: round(median(turn["bids_per_second"] for turn in told), 1) for name, told in turns.items()
        },
    }
    if "against" in taken:
        said["ratio"] = round(taken["this"] / taken["against"], 2)
        said["ratio_without_rest"] = round(alone["this"] / alone["against"], 2)
    return said


class Door:
    """A process that serves a world of one checkout and bids in it when told to."""

    def __init__(self, checkout: Path, folder: Path) -> None:
        paths = [str(checkout / name) for name in ("src", "tests", "tests/support")]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
        command = [sys.executable, __file__, "--serve", str(folder)]
        self._process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        if self._process.stdout.readline().strip() != "ready":
            raise SystemExit(f"{checkout}: the world could not be served")

    def bid(self, count: int) -> dict[str, float]:
        """Let so many bids be made, or none for a while; what they took."""
        self._process.stdin.write(f"{count}\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        """End the server and its process."""
        self._process.stdin.close()
        self._process.wait()


def serve(folder: Path) -> None:
    """Serve a world up to its last hour; then bid as often as a line on the standard input says."""
    world, queue = last_hour(folder)
    server = world.server.pid
    try:
        print("ready", flush=True)
        for line in sys.stdin:
            count = int(line)
            print(json.dumps(bid_many(server, queue, count) if count else at_rest(server)), flush=True)
    finally:
        world.stop()


def last_hour(folder: Path):
    """A served world, and what each supplier sends again and again: its files, then a newly signed intent."""
    from daylight.client.bidder import seal_offer
    from daylight.core.acts.bidding import SubmitBid
    from daylight.practice import play
    from daylight.practice.server import open_world
    from daylight.practice.town import register_supplier, settle
    from scripts import SMALL, bidder

    tick_alike()
    world = open_world(folder, port=free_port(), country="daylight_cn", territory="CN-37", begin=BEGIN)
    while not (world.settings.home / "log" / "checkpoint").exists():
        sleep(PACE_SECONDS / 4)
    stage = world.stage
    town = settle(stage, world.registrar.device(), territory="CN-37", experts=0)
    for party in (town.author, town.reviewer, town.buyer, town.agent):
        world.capacities[party.device.person] = party.capacity
    played = play.plan(stage, town, SMALL)
    play.solicit(stage, town, played)
    for number in range(SUPPLIERS):
        script = bidder(f"供应商{number:02d}", 3_000_000 + number)
        party = register_supplier(stage, script.name, territory="CN-37")
        world.capacities[party.device.person] = party.capacity
        play.obtain(stage, played, script, party)
    case = stage.case(played.case, town.buyer)
    stage.clock.move_to(case.tendering.deadline.later_by(-play.HOUR_MS))
    sealed = []
    for docket, (script, party) in played.bidders.items():
        offer = play.offer_of(played.script, script, "1", 300_000_000)

        def send(docket=docket, party=party, offer=offer) -> None:
            fresh = seal_offer(
                offer, bid=docket, case=played.case, key_set=case.planning.key_set,
                randomness=stage.randomness, crypto=stage.crypto,
            )  # fmt: skip
            upload(stage.door, fresh.files)
            stage.acts(party, SubmitBid(played.case, (party.organisation,), (fresh.envelope,)), docket)

        sealed.append(send)
    return world, sealed


def tick_alike() -> None:
    """Let the log tick at one pace, whatever pace a checkout gives its practice worlds."""
    from daylight.practice import server

    pace = {"DAYLIGHT_LOG_TICK_SECONDS": str(PACE_SECONDS), "DAYLIGHT_LOG_LEAVES_PER_TICK": str(LEAVES)}
    named = server.environment
    server.environment = lambda settings: named(settings) | pace


def at_rest(server: int) -> dict[str, float]:
    """The processor time the server takes in a second in which nobody asks."""
    before = cpu_of(server)
    sleep(REST_SECONDS)
    return {"cpu_ms_per_second": round(1000 * (cpu_of(server) - before) / REST_SECONDS, 1)}


def upload(door, files: tuple[bytes, ...]) -> None:
    """Bring the files of a bid as the client of its checkout does: older ones one by one."""
    if hasattr(door, "put_all"):
        door.put_all(files)
        return
    for file in files:
        door.put(file)


def bid_many(server: int, suppliers: list, count: int) -> dict[str, float]:
    """Bids by turns of the suppliers, two at once, and the processor time the server took for them."""
    taken = []

    def one(number: int) -> None:
        began = perf_counter()
        suppliers[number % len(suppliers)]()
        taken.append(perf_counter() - began)

    before, began = cpu_of(server), perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as clients:
        list(clients.map(one, range(count)))
    seconds, cpu = perf_counter() - began, cpu_of(server) - before
    taken.sort()
    return {
        "cpu_ms_per_bid": 1000 * cpu / count,
        "p99_ms": round(1000 * taken[len(taken) * 99 // 100], 1),
        "bids_per_second": count / seconds,
    }


def cpu_of(process: int) -> float:
    """Seconds of processor time of a process and all that descend from it."""
    parents, spent = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
        spent[int(stat.parent.name)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    family = {process}
    while more := {one for one, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(spent.get(one, 0) for one in family)


def free_port() -> int:
    """A free port."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    sys.path.append(str(HERE / "benchmarks"))
    main()
