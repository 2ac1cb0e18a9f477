"""Our proofs, merges and seals beside those of libraries that others use, in one run on the same data.

Proofs of inclusion in a tree of 65,536 leaves beside ``pymerkle``; the compiled release of a purchase beside
``ocdsmerge``; an age file beside ``pyrage`` (Rust). Counted is processor time; where a library is not
installed its line says so. Run: ``python benchmarks/libraries.py [--megabytes 100]``. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent))

from machine import per_second, rates

LEAVES = 65_536
PROOFS = 200


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--megabytes", type=int, default=100)
    options.add_argument("--leaves", type=int, default=LEAVES)
    options.add_argument("--memory", type=int, default=0, help="only seal so much, for its memory")
    asked = options.parse_args()
    if asked.memory:
        print(json.dumps(memory_of_sealing(asked.memory)))
        return
    said = {
        "proofs": beside("pymerkle", lambda: proofs(asked.leaves)),
        "merging": beside("ocdsmerge", merging),
        "sealing": beside("pyrage", lambda: sealing(asked.megabytes)),
    }
    with TemporaryDirectory() as folder:
        print(json.dumps(said | rates(Path(folder)), indent=1))


def beside(library: str, measure) -> dict[str, object]:
    """The measure, or in words why there is none."""
    try:
        __import__(library)
    except ImportError:
        return {"skipped": f"{library} is not installed: pip install {library}"}
    return {"beside": library, **measure()}


def proofs(leaves: int) -> dict[str, object]:
    """Proofs of inclusion a second, made from tiles as the log keeps them; bar: half the other's rate."""
    import pymerkle

    from daylight.core.ledger.tiles import nodes_in, tile_content, tiles_of
    from daylight.core.ledger.tree import inclusion_proof, leaf_hash, nodes_of, verify_inclusion

    entries = [number.to_bytes(32, "big") for number in range(leaves)]
    hashes = [leaf_hash(entry) for entry in entries]
    memory = nodes_of(hashes)
    tiles = {tile: tile_content(tile, memory) for tile in tiles_of(leaves)}
    nodes, theirs = nodes_in(tiles.__getitem__, leaves), pymerkle.InmemoryTree()
    for entry in entries:
        theirs.append_entry(entry)
    places = [Random(1).randrange(leaves) for _ in range(PROOFS)]
    root = theirs.get_root()
    assert all(
        verify_inclusion(inclusion_proof(at, leaves, nodes), root, leaf=hashes[at], index=at, size=leaves)
        for at in places[:10]
    )
    ours = PROOFS * per_second(lambda: [inclusion_proof(at, leaves, nodes) for at in places], seconds=1)
    other = PROOFS * per_second(lambda: [theirs.prove_inclusion(at + 1) for at in places], seconds=1)
    return {
        "ours_per_second": round(ours),
        "theirs_per_second": round(other),
        "ratio": round(ours / other, 2),
    }


def merging() -> dict[str, object]:
    """Compiled releases a second, of one purchase up to its contracts; bar: five times the other's."""
    import ocdsmerge

    from conformance.ocds import schema
    from daylight.core.disclosure.merge import compiled
    from daylight.core.disclosure.writing import read_json
    from played import world_of

    drafts = world_of("two lots").office.journal.drafts
    releases = [read_json(one.release) for draft in drafts for one in draft.published]
    plain = [json.loads(one.release) for draft in drafts for one in draft.published]
    merger = ocdsmerge.Merger(schema())
    ours = per_second(lambda: compiled(releases), seconds=1)
    other = per_second(lambda: merger.create_compiled_release(plain), seconds=1)
    return {
        "ours_per_second": round(ours),
        "theirs_per_second": round(other),
        "ratio": round(ours / other, 1),
    }


def sealing(megabytes: int) -> dict[str, object]:
    """Seconds of sealing and opening one file for one recipient; bar: three times the other's."""
    import pyrage

    from daylight.core.sealing import age
    from daylight.crypto.openssl import OPENSSL

    content, randomness = Random(1).randbytes(megabytes << 20), Random(2).randbytes
    theirs = pyrage.x25519.Identity.generate()
    recipient = str(theirs.to_public())

    def spent(work) -> tuple[float, bytes]:
        began = time.process_time()
        made = work()
        return time.process_time() - began, made

    ours, sealed = spent(lambda: age.encrypt(content, (recipient,), age.chances(randomness, 1), OPENSSL))
    other, sealed_there = spent(lambda: pyrage.encrypt(content, [theirs.to_public()]))
    opened, text = spent(lambda: age.decrypt(sealed_there, (str(theirs),), OPENSSL))
    opened_there, text_there = spent(lambda: pyrage.decrypt(sealed, [theirs]))
    assert text == text_there == content
    child = [sys.executable, __file__, "--memory", str(megabytes)]
    memory = json.loads(subprocess.run(child, stdout=subprocess.PIPE, check=True).stdout)
    return {
        **memory,
        "megabytes": megabytes,
        "sealing_seconds": [round(ours, 3), round(other, 3)],
        "opening_seconds": [round(opened, 3), round(opened_there, 3)],
        "times_theirs": [round(ours / other, 2), round(opened / opened_there, 2)],
    }


def memory_of_sealing(megabytes: int) -> dict[str, int]:
    """Mebibytes at the peak, above an idle process, of sealing a file on disk into another; bar: 64."""
    from chance import chance
    from daylight.core.sealing import age
    from daylight.core.sealing.bech32 import recipient_text
    from daylight.core.sealing.envelope import seal_into
    from daylight.core.sealing.manifest import KeySet
    from daylight.core.sealing.parts import LargePart
    from daylight.crypto.openssl import OPENSSL

    class InFile:
        def __init__(self, place: Path) -> None:
            self._place, self.size = place, place.stat().st_size

        def __iter__(self):
            with self._place.open("rb") as file:
                while piece := file.read(1 << 20):
                    yield piece

    with TemporaryDirectory() as folder:
        source, sealed = Path(folder, "source"), Path(folder, "sealed")
        with source.open("wb") as file:
            for number in range(megabytes):
                file.write(bytes([number % 256]) * (1 << 20))
        holders = tuple(recipient_text(age.public_of(bytes([n]) * 32, OPENSSL)) for n in (1, 2, 3))
        before = _peak()
        with sealed.open("wb") as file:
            seal_into(
                file.write, [LargePart("technical", InFile(source))], context="bench",
                key_set=KeySet("keys-1", 2, holders), randomness=chance("seal"), crypto=OPENSSL,
            )  # fmt: skip
        return {"sealing_mib_above_idle": _peak() - before}


def _peak() -> int:
    status = Path("/proc/self/status").read_text()  # what getrusage says begins with the peak of the parent
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


if __name__ == "__main__":
    main()
