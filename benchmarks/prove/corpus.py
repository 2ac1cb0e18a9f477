"""Keep bundles of today: one of each method and country, so that tomorrow's verifier is held against them.

Plays each purchase in memory and packs its public bundle into ``tests/corpus/<edition>/<name>.tar.xz``.
Nothing that is there is overwritten: a bundle that was kept stays as it was. Those named ``audited-…``
show private fields and acts with warnings; they were packed from worlds that the scenario tests play. Run
when the judgement edition was raised: ``python benchmarks/prove/corpus.py``.
"""

from __future__ import annotations

import io
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT / "tests" / "support")]

from bundles import bundle
from costed import COSTED
from daylight.core.acts.edition import EDITION
from model_law import TENDER, begun
from scenarios.bought import planned_with_imports, three_purchases
from scenarios.test_matrix import PLAYS, world
from scripts import to_contract
from world import found

CORPUS = ROOT / "tests" / "corpus"


def main() -> None:
    """Play and keep each, and say what was kept."""
    for name, files in bundles().items():
        place = CORPUS / EDITION / f"{name}.tar.xz"
        if place.exists():
            print(f"{place.relative_to(ROOT)}: kept before")
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(packed(files))
        print(f"{place.relative_to(ROOT)}: {len(files)} files, {place.stat().st_size} bytes")


def bundles() -> dict[str, Mapping[str, bytes]]:
    """The public bundle of a purchase by each method, of one that counts costs, and of the Model Law.

    One that was planned and admits imports, and an auditor's of one that adds up two before it.
    """
    made = {}
    for name, play in PLAYS.items():
        here = world(name)()
        made[name.replace(" ", "-")] = bundle(here, play(here).case)
    for name, here, script in (("life-cycle", found(), COSTED), ("model-law", begun(), TENDER)):
        made[name] = bundle(here, to_contract(here, script).case)
    here = found()
    made["planned-imports"] = bundle(here, planned_with_imports(here).case)
    here, (*_, third) = three_purchases()
    made["audited-third-purchase"] = bundle(here, third, scope="auditor")
    return made


def packed(files: Mapping[str, bytes]) -> bytes:
    """An archive with equal bytes for equal files."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:xz") as into:
        for path in sorted(files):
            entry = tarfile.TarInfo(path)
            entry.size = len(files[path])
            into.addfile(entry, io.BytesIO(files[path]))
    return archive.getvalue()


if __name__ == "__main__":
    main()
