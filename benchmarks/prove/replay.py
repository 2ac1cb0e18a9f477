"""The whole replay of the auctions, under the law they were held under and under another as a what-if.

``python benchmarks/prove/replay.py [BIDS.csv]`` writes ``results/replay.json`` beside it and exits with 1
where the counts are not those that a plain reading of the file gives.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "src"))

from daylight.cli.replay import shape_of
from daylight.core.values.plain import digest_of
from daylight.practice.auctions import read_auctions
from daylight.practice.comparison import compare, summary_of
from daylight.practice.replay import replay_all
from daylight.practice.rerun import Setting

SOURCE = HERE.parents[2] / "shared" / "data" / "auctions-tsuchiura" / "bids.csv"
RESULT = HERE / "results" / "replay.json"
JOBS = 2
SETTINGS = {
    "jp": Setting("daylight_jp", "JP-08203", "works", "JPY"),
    "cn": Setting("daylight_cn", "CN", "goods", "CNY", 2026),
}
EXPECTED = {"agrees": 1538, "tie": 9, "differs": 14, "no_winner": 38, "failed": 0}


def proved(source: bytes, law: str) -> dict[str, Any]:
    """Counts, differences and speed of one full replay."""
    auctions, setting = read_auctions(source), SETTINGS[law]
    began = perf_counter()
    outcomes = [outcome for world in replay_all(auctions, setting, jobs=JOBS) for outcome in world]
    seconds = perf_counter() - began
    compared = compare(auctions, outcomes)
    shape = shape_of(summary_of(compared), compared, setting)
    stages = [outcome.stage for outcome in outcomes]
    return {
        "setting": shape["setting"],
        "what_if": shape["what_if"],
        "summary": shape["summary"],
        "stages": {stage: stages.count(stage) for stage in sorted(set(stages))},
        "not_agreeing": {
            one.auction.id: {"verdict": one.verdict, "why": one.why.en}
            for one in compared
            if one.verdict in (("differs", "tie", "no_winner") if not setting.year else ("differs",))
        },
        "digest": digest_of(shape["auctions"]),
        "seconds": round(seconds, 1),
        "auctions_per_second": round(len(auctions) / seconds, 1),
        "processes": JOBS,
    }


def main() -> int:
    """Run both replays and write what came of them."""
    source = (Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE).read_bytes()
    told = {law: proved(source, law) for law in ("jp", "cn")}
    written = {"source_sha256": sha256(source).hexdigest(), **told}
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for law, one in told.items():
        print(law, one["summary"]["verdicts"], one["stages"], f"{one['auctions_per_second']}/s")
    return 0 if told["jp"]["summary"]["verdicts"] == EXPECTED else 1


if __name__ == "__main__":
    sys.exit(main())
