"""Verify a day: 12,000 small cases, of which 3,000 issue a notice and 650 open five bids each.

The day is generated in memory, each case with all its acts since it began, and written as one bundle. Then a
process of its own, ``daylight verify``, proves the bundle: in under five minutes and one gibibyte.
Run: ``python benchmarks/day.py [--scale 1/200] [--result FILE]``. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from resource import struct_rusage
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent))

from machine import ROOT, rates

CASES, NOTICES, OPENINGS, BIDS = 12_000, 3_000, 650, 5
SUPPLIERS = 40
MOST_SECONDS, MOST_MIB = 300, 1024
HOUR_MS = 3_600_000


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--scale", type=Fraction, default=Fraction(1))
    options.add_argument("--result", type=Path)
    options.add_argument("--generate", type=Path, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.generate:
        generate(asked.generate, asked.scale)
        return 0
    with TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as folder:
        said = measure(Path(folder), asked.scale)
    print(json.dumps(said, indent=1))
    if asked.result:
        asked.result.write_text(json.dumps(said, indent=1) + "\n")
    return 0 if said["proved"] and said["within_targets"] else 1


def measure(folder: Path, scale: Fraction) -> dict[str, object]:
    """Generate in one process, verify in another, and read all files once as the floor."""
    day = folder / "day"
    began = time.perf_counter()
    # A process of its own, because a child begins with the peak of memory of the one that started it.
    subprocess.run([sys.executable, __file__, "--generate", str(day), "--scale", str(scale)], check=True)
    generated = time.perf_counter() - began
    files, size, floor = read_and_hash(day)
    code, said, seconds, used = verified(day, folder / "said.json")
    counts, mib = said["counts"], used.ru_maxrss / 1024
    return {
        "scale": str(scale),
        "cases": len(said["listing"]["cases"]),
        "notices": of(scale, NOTICES),
        "openings": of(scale, OPENINGS),
        "bids": of(scale, OPENINGS) * BIDS,
        **{name: counts[name] for name in ("acts", "signatures", "proofs", "judgements", "releases")},
        "files": files,
        "mib_on_disk": round(size / 2**20),
        "proved": code == 0,
        "seconds": round(seconds, 1),
        "cpu_seconds": round(used.ru_utime + used.ru_stime, 1),
        "seconds_allowed": MOST_SECONDS,
        "peak_mib": round(mib),
        "peak_mib_allowed": MOST_MIB,
        "within_targets": seconds < MOST_SECONDS and mib < MOST_MIB,
        "acts_per_second": round(counts["acts"] / seconds),
        "times_reading_and_hashing": round(seconds / floor, 1),
        "generated_in_seconds": round(generated, 1),
        **rates(folder),
    }


def verified(day: Path, said: Path) -> tuple[int, dict, float, struct_rusage]:
    """Exit code, what ``daylight verify`` said, how long it took, and what it used."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    began = time.perf_counter()
    with said.open("wb") as output:
        child = subprocess.Popen(
            [sys.executable, "-m", "daylight", "verify", str(day), "--json"], stdout=output, env=environment
        )
        _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, json.loads(said.read_bytes()), seconds, used


def read_and_hash(folder: Path) -> tuple[int, int, float]:
    """Files, bytes, and the seconds it takes to do no more than read and hash them."""
    began, files, size = time.perf_counter(), 0, 0
    for place, _, names in os.walk(folder):
        for name in names:
            content = Path(place, name).read_bytes()
            sha256(content).digest()
            files, size = files + 1, size + len(content)
    return files, size, time.perf_counter() - began


def generate(folder: Path, scale: Fraction) -> None:
    """Play the day and write its bundle."""
    from daylight.cli.bundle import write_folder
    from daylight.office.bundle import Bundler, Wish
    from daylight.office.memory import MemoryLog
    from logs import sequencer
    from world import found

    world = found()
    cases = play_day(world, scale)
    pace = world.office.rules.world.founding.pace
    log = sequencer(MemoryLog(world.office.journal), leaves=pace.leaves)
    log.drain()
    bundler = Bundler(world.office, log)
    write_folder(folder, bundler.files(Wish(cases, "public"), world.clock.now()))


def play_day(world, scale: Fraction) -> tuple[str, ...]:
    """All intentions first, a month later the notices, and at last the bids and the openings."""
    from daylight.core.values.text import Text
    from daylight.practice import play

    stage, town = world.stage, world.town
    suppliers = [
        play.register_supplier(stage, Text(f"供应商{n:02d}", f"Supplier {n:02d}"), territory="CN-37")
        for n in range(SUPPLIERS)
    ]
    played = [play.prepare(stage, town, small_case(number)) for number in range(of(scale, CASES))]
    play.pass_days(stage, play.INTENTION_DAYS)
    noticed, opened = played[: of(scale, NOTICES)], played[: of(scale, OPENINGS)]
    for one in noticed:
        play.appoint_holders(stage, town, one)
        stage.confirms(play.host(town, one), play.solicitation_of(stage, one), one.case)
    for number, one in enumerate(opened):
        for place, bid in enumerate(one.script.bidders):
            play.obtain(stage, one, bid, suppliers[(number * BIDS + place) % SUPPLIERS])
    if opened:
        bid_and_open(world, opened)
    return tuple(one.case for one in played)


def bid_and_open(world, opened) -> None:
    """Everybody bids in the last hour; after the deadline two of three holders release, the host opens."""
    from daylight.practice import play

    cases = [world.stage.case(one.case, world.town.buyer) for one in opened]
    deadline = cases[0].tendering.deadline  # the clock stood still while the notices were issued
    world.clock.move_to(deadline.later_by(-HOUR_MS))
    for one, case in zip(opened, cases, strict=True):
        for docket in one.bidders:
            play.submit(world.stage, one, docket, case.planning.key_set)
    world.clock.move_to(deadline)
    for one in opened:
        play.open_all(world.stage, world.town, one)


def small_case(number: int):
    """One lot, one item, five bidders, three holders of keys of whom two suffice."""
    from dataclasses import replace

    from daylight.core.values.text import Text
    from daylight.practice.script import CaseScript
    from scripts import SCANNER, bidder, yuan

    title = Text(f"打印设备采购 {number:05d}", f"Printers {number:05d}")
    return CaseScript(
        title=title,
        object="goods",
        lots=(replace(SCANNER, title=title, budget=yuan(320_000), bid_security=None),),
        bidders=tuple(bidder(f"供应商{place}", 280_000 + 1_000 * place) for place in range(BIDS)),
        territory="CN-37",
        holders=3,
        threshold=2,
        agency=False,
    )


def of(scale: Fraction, count: int) -> int:
    """So many of them at this scale, and at least one."""
    return max(1, int(scale * count))


if __name__ == "__main__":
    sys.exit(main())
