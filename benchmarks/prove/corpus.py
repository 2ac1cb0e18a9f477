"""Keep bundles of today: one of each method and country, so that tomorrow's verifier is held against them.

Plays each purchase in memory and packs its public bundle into ``tests/corpus/<edition>/<name>.tar.xz``.
Nothing that is there is overwritten: a bundle that was kept stays as it was. Run when the judgement edition
was raised: ``python benchmarks/prove/corpus.py``.
"""

from __future__ import annotations

import io
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from bundles import bundle, full_bundle
from daylight.core.acts.edition import EDITION
from model_law import TENDER, begun
from scenarios.bought import CONSULTED, NEGOTIATED, QUOTED, to_end
from scenarios.test_matrix import invited, only
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
    """The public bundle of a purchase of each kind."""

    made, played = {}, {"invited": invited, "single-source": only}
    played |= {"negotiated": by(NEGOTIATED), "consulted": by(CONSULTED), "quoted": by(QUOTED)}
    for name, play in played.items():
        world = found(territory="CN-central" if name == "single-source" else "CN-37")
        made[name] = bundle(world, play(world).case)
    model = begun()
    return {"open": full_bundle(), **made, "model-law": bundle(model, to_contract(model, TENDER).case)}


def by(script):
    """A play of a script to its end."""
    return lambda world: to_end(world, script)


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
