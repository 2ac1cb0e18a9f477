"""Cases with many bids: how long their acts take to open them, and whether that grows faster than the bids.

Each size is played in memory, every bid sealed and submitted, in a process of its own; counted are seconds of
processor time. Run: ``python benchmarks/opening.py [--sizes 1250,5000]``. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent))

from machine import rates

from daylight.practice import play
from scripts import SCANNER, SMALL, bidder
from world import found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="1250,5000")
    options.add_argument("--one", type=int, default=0, help="play one case with so many bids")
    asked = options.parse_args()
    if asked.one:
        print(json.dumps(opened(asked.one)))
        return
    sizes = [int(size) for size in asked.sizes.split(",")]
    command = [sys.executable, __file__, "--one"]
    said = {
        size: json.loads(subprocess.run([*command, str(size)], stdout=subprocess.PIPE, check=True).stdout)
        for size in sizes
    }
    few, many = said[min(sizes)], said[max(sizes)]
    grown = math.log(max(sizes) / min(sizes)) if len(sizes) > 1 else 1
    exponents = {
        name: round(math.log(many["seconds"][name] / took) / grown, 2)
        for name, took in few["seconds"].items()
    }
    with TemporaryDirectory() as folder:
        print(json.dumps({"bids": said, "exponents": exponents} | rates(Path(folder)), indent=1))


def opened(bids: int) -> dict[str, object]:
    """Seconds of each step, the largest act, and the peak of memory with all bids and files in it."""
    world = found()
    bidders = tuple(bidder(f"供应商{number:05d}", 2_000_000 + number) for number in range(bids))
    script = replace(SMALL, lots=(replace(SCANNER, bid_security=None),), bidders=bidders)
    played = play.plan(world.stage, world.town, script)
    play.solicit(world.stage, world.town, played)
    play.obtain_all(world.stage, played)
    play.bid_all(world.stage, world.town, played)
    play.call(world.stage, world.town, played)
    presider, taken = play.host(world.town, played), {}
    before = _peak()

    def step(name: str, work):
        began = time.process_time()
        done = work()
        taken[name] = round(time.process_time() - began, 3)
        return done

    for holder, key in played.keys[: script.threshold]:
        step("release", lambda h=holder, k=key: play.release_bids(world.stage, played.case, h, k))
    record = step("record", lambda: world.stage.door.opening(played.case, presider.device))
    step("open", lambda: world.stage.acts(presider, record, played.case))
    assert len(record.dispositions) == bids
    return {
        "seconds": taken,
        "largest_act_bytes": max(len(draft.source) for draft in world.office.journal.drafts),
        "peak_mib": _peak(),
        "mib_more_for_opening": _peak() - before,
    }


def _peak() -> int:
    status = Path("/proc/self/status").read_text()  # what getrusage says begins with the peak of the parent
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


if __name__ == "__main__":
    main()
