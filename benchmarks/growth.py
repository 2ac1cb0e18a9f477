"""What grows with the number of cases: each thing a server does, in homes of several sizes, in one run.

Of each size a home is loaded (``loader.py``), and what is measured runs in it in a process of its own, in
seconds of processor time, the least of several tries. An exponent of 0.2 means: sixteen times the cases, less
than twice the time. Run: ``python benchmarks/growth.py [--sizes 1000,4000] [--fsck]``. It prints JSON.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent))

from machine import ROOT, rates

BAR = 0.2
TRIES = 7
COMMON = "%E9%87%87%E8%B4%AD"  # 采购, in the title of every case


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="1000,4000")
    options.add_argument("--fsck", action="store_true", help="let daylight fsck look at every home")
    options.add_argument("--one", type=int, default=0, help="load one home of this size, and measure it")
    options.add_argument("--home", type=Path)
    options.add_argument("--result", type=Path)
    asked = options.parse_args()
    if asked.one:
        print(json.dumps(measured(asked.home, asked.one)))
        return
    sizes = [int(size) for size in asked.sizes.split(",")]
    with TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as folder:
        said = grown(Path(folder), sizes, checks=asked.fsck) | rates(Path(folder))
    if asked.result:
        asked.result.write_text(json.dumps(said, indent=1) + "\n")
    print(json.dumps(said, indent=1))


def grown(folder: Path, sizes: list[int], *, checks: bool) -> dict[str, object]:
    """Every measure at every size, and how it grows from the smallest to the largest."""
    found = {}
    for size in sizes:
        home = folder / str(size)
        found[size] = json.loads(_run(__file__, "--one", str(size), "--home", str(home)))
        if checks:
            _run("-m", "daylight", "fsck", home=home)
    first, last = min(sizes), max(sizes)
    taken = {name: {str(size): found[size]["ms"][name] for size in sizes} for name in found[first]["ms"]}
    exponents = {
        name: round(math.log(at[str(last)] / at[str(first)]) / math.log(last / first), 2)
        if last > first
        else 0
        for name, at in taken.items()
    }
    return {
        "sizes": sizes,
        "ms": taken,
        "exponents": exponents,
        "bar": BAR,
        "over_the_bar": sorted(name for name, exponent in exponents.items() if exponent > BAR),
        "load_seconds": {str(size): found[size]["load_seconds"] for size in sizes},
        "fsck": "no fault" if checks else "not asked",
    }


def _run(*words: str, home: Path | None = None) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    if home:
        environment |= {
            "DAYLIGHT_HOME": str(home), "DAYLIGHT_COUNTRY": "daylight_cn", "DAYLIGHT_TERRITORY": "CN-37",
            "DAYLIGHT_PRACTICE": "1", "DATABASE_URL": "",
        }  # fmt: skip
    done = subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout


def measured(home: Path, size: int) -> dict[str, object]:
    """Load a home of this size, and measure in it."""
    import loader

    began = time.perf_counter()
    loaded = loader.load(home, size)
    seconds = time.perf_counter() - began
    return {"load_seconds": round(seconds, 1), "ms": {**pages(loaded), **starts(loaded), **acts(loaded)}}


def least(work) -> float:
    """Milliseconds of processor time, the least of several tries."""
    taken = []
    for _ in range(TRIES):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return round(1000 * min(taken), 3)


def pages(loaded) -> dict[str, float]:
    """What readers of the portal ask for."""
    from django.test import Client

    client = Client(SERVER_NAME="localhost")

    def shows(address: str):
        def get() -> None:
            answer = client.get(address)
            assert answer.status_code == 200, (address, answer.status_code)
            assert b"<h2>" in answer.content or b"ocid" in answer.content

        return least(get)

    ocid = _ocid(loaded.contracted[0])
    return {
        "start page": shows("/zh/"),
        "last page of the list": shows("/zh/?newer=0-0"),
        "search, a common word": shows(f"/zh/?q={COMMON}"),
        "search, a rare word": shows("/zh/?q=CT"),
        "stage, of many": shows("/zh/?stage=planning"),
        "stage, of few": shows("/zh/?stage=tender"),
        "place": shows("/zh/?place=CN-37"),
        "word, stage and place": shows(f"/zh/?q={COMMON}&stage=planning&place=CN-37"),
        "a case": shows(f"/zh/cases/{ocid}/"),
        "the feed": shows("/ocds/feed"),
    }


def starts(loaded) -> dict[str, float]:
    """What ``daylight run`` checks before it serves, once it has been checked in full."""
    from daylight.store.health import check_database
    from daylight.wiring import build_sequencer

    log = build_sequencer(loaded.settings)

    def start() -> None:
        check_database(lambda: log.checked() > 0)
        log.start()

    start()
    return {"start": least(start)}


def acts(loaded) -> dict[str, float]:
    """What officials ask for: an act, a choice of method, duties, a bundle."""
    from dataclasses import replace

    from loader import CHOSEN_EVERY, _scripts

    from daylight.office.bundle import Bundler, Wish
    from daylight.office.duties import owed_in
    from daylight.practice import methods, play
    from daylight.store.owing import owing_cases
    from daylight.wiring import build_sequencer

    office, stage, town = loaded.office, loaded.stage, loaded.town
    _, chosen = (script for _, script in zip(range(2), _scripts(CHOSEN_EVERY), strict=False))
    numbers = iter(range(1000))
    log = build_sequencer(loaded.settings)
    bundler = Bundler(office, log)

    def prepared():
        budget_item = f"further {next(numbers)}"
        return play.prepare(
            stage, town, replace(chosen, chosen=replace(chosen.chosen, budget_item=budget_item))
        )

    waiting = [prepared() for _ in range(TRIES)]
    wish = Wish((loaded.contracted[0],), "public")
    return {
        "an act": least(
            lambda: stage.acts(town.author, play.requirement_of(chosen), stage.new_docket("case"))
        ),
        "a choice of method": least(lambda: methods.choose(stage, town, waiting.pop())),
        "duties": least(lambda: owed_in(office.journal, office.rules.book, owing_cases(), stage.clock.now())),
        "a bundle": least(lambda: dict(bundler.files(wish, stage.clock.now()))),
    }


def _ocid(case: str) -> str:
    from daylight.store.models import CaseRow

    return CaseRow.objects.get(case=case).ocid


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        main()
