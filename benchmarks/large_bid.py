"""One large bid through the real commands: the peak of memory of who submits it, and of who opens it.

A practice world is served, three suppliers bid by ``daylight bidder submit``, one with a technical file of so
many megabytes; holders release, and ``daylight presider open`` opens all of it again. Beside it stands the
peak of the same command for the small bids. Run: ``python benchmarks/large_bid.py [--megabytes 100]``.
Prints one JSON object; exit code 1 where a bar is not held.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from machine import rates

BAR_MIB = 64
#: A small process in between: what ``getrusage`` says of a child begins with the peak of who started it.
MEASURED = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
raise SystemExit(done.returncode)
"""


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--megabytes", type=int, default=100)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as folder:
        said = measure(Path(folder), asked.megabytes) | rates(Path(folder))
    print(json.dumps(said, indent=1))
    return 0 if all(said[name] <= BAR_MIB for name in said if name.endswith("_above_small")) else 1


def measure(folder: Path, megabytes: int) -> dict[str, object]:
    """Play a purchase up to its opening; one bid is large."""
    from attack import free_port

    from daylight.cli.demo import script_from
    from daylight.practice import demonstration as demo
    from daylight.practice.play import HOUR_MS
    from daylight.practice.server import open_world

    world = open_world(
        folder / "world", port=free_port(), country="daylight_cn", territory="CN-37", begin=date(2026, 3, 2)
    )
    try:
        with redirect_stdout(sys.stderr):
            script = script_from(world, folder)
        show = demo.Demonstration(world, replace(script, bidders=script.bidders[:3]), lambda _: None)
        for step in (demo.settle_town, demo.plan_purchase, demo.issue, demo.obtain_documents):
            step(show)
        world.stage.clock.move_to(demo.standing_deadline(show).later_by(-HOUR_MS))
        submitted = [
            submitting(show, bid, size)
            for bid, size in zip(show.script.bidders, (0, 0, megabytes), strict=True)
        ]
        world.stage.clock.move_to(demo.standing_deadline(show))
        demo.call_opening(world.stage, show.case.case, show.people.agent)
        for place in range(2, 2 + show.script.threshold):
            world.participant(f"holder{place}", "holder", "release", "--case", show.case.case)
        opened = opening(show)
    finally:
        world.stop()
    small, (large, seconds) = max(mib for mib, _ in submitted[:2]), submitted[2]
    return {
        "megabytes": megabytes,
        "bar_mib": BAR_MIB,
        "submitting_seconds": seconds,
        "submitting_mib_small": small,
        "submitting_mib_above_small": large - small,
        "opening_seconds": opened[1],
        "opening_mib_above_small": opened[0] - small,
    }


def submitting(show, bid, megabytes: int) -> tuple[int, float]:
    """Submit by the bidder's own command; MiB at its peak, and seconds."""
    from daylight.core.values.plain import canonical_bytes
    from daylight.practice import demonstration as demo
    from daylight.practice import play

    place = show.world.folder / "homes" / demo.home_of(bid)
    offers = [demo.offer_plain(play.offer_of(show.script, bid, lot, total)) for lot, total in bid.prices]
    with (place / "plan.pdf").open("wb") as file:
        for number in range(megabytes):
            file.write(bytes([number % 256]) * (1 << 20))
    if megabytes:
        offers = [offer | {"technical": None, "technical_file": "plan.pdf"} for offer in offers]
    (place / "offers.json").write_bytes(canonical_bytes(offers))
    return measured(
        show.world, place, "bidder", "submit", "--case", show.case.case, str(place / "offers.json")
    )


def opening(show) -> tuple[int, float]:
    """Open by the presider's own command, from a home of his own."""
    from daylight.client.home import Home
    from daylight.crypto.openssl import OPENSSL

    agent, place = show.people.agent, show.world.folder / "homes" / "presider"
    home = Home(place, OPENSSL)
    home.keep_pin(show.world.pin)
    home.keep_capacity(agent.capacity)
    (place / "device.json").write_text(
        json.dumps({"person": agent.device.person, "seed": agent.device.seed.hex()})
    )
    return measured(show.world, place, "presider", "open", "--case", show.case.case)


def measured(world, home: Path, *words: str) -> tuple[int, float]:
    """Run a participant's command in a process that is measured."""
    from daylight.practice.server import COMMAND, environment

    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-S", "-c", MEASURED, *COMMAND, *words, "--home", str(home), "--base", world.base],
        env=environment(world.settings),
        stdout=subprocess.PIPE,
        check=True,
    )
    return int(done.stdout), round(time.perf_counter() - began, 1)


if __name__ == "__main__":
    raise SystemExit(main())
