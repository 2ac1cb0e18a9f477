"""What was published is what the acts give: every release of the case is computed again, byte for byte.

Shown by ``tests/verifier/test_releases.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from daylight.core.acts.act import Act
from daylight.core.disclosure.occasion import OCID_PREFIX, Names, public_id
from daylight.core.disclosure.register import disclose
from daylight.core.dockets.registry import Organisation, Person
from daylight.verifier.chains import Chain
from daylight.verifier.findings import Notebook
from daylight.verifier.opened import Bundle
from daylight.verifier.rejudge import Record
from daylight.verifier.shape import release_path
from daylight.verifier.shelves import Shelf


@dataclass(frozen=True)
class Publisher:
    """Who publishes: under which prefix, with which names of the register."""

    prefix: str
    names: Names


def publisher_of(bundle: Bundle, shelves: Iterable[Shelf], register: Iterable[Chain]) -> Publisher:
    """The prefix, taken from the first release; that all share it follows from making them again."""
    states = [chain.states[-1] for chain in register]
    names = Names(
        {state.id: state for state in states if isinstance(state, Organisation)},
        {state.id: state for state in states if isinstance(state, Person)},
    )
    for shelf in shelves:
        ending = f"-{public_id('case', shelf.case)}"
        for path in sorted(shelf.releases):
            ocid = _ocid(bundle.contents[path])
            if ocid.endswith(ending):
                return Publisher(ocid.removesuffix(ending), names)
    return Publisher(OCID_PREFIX, names)


def recompute_releases(record: Record, publisher: Publisher, book: Notebook) -> None:
    """Each act that tells everybody something has its release in the bundle, and there is no other."""
    contents, releases = record.bundle.contents, record.shelf.releases
    expected = _expected(record, publisher, book)
    for path in sorted(releases | set(expected)):
        if path not in expected:
            book.contradict("release.unfounded", path, "没有相应的公开行为", "no act discloses it", path)
        elif path not in releases:
            book.miss(
                "bundle.missing", path, "缺少文件，无法得出结论", "is missing; nothing can be concluded"
            )
        elif contents[path] != expected[path][1]:
            book.against(
                expected[path][0],
                "release.differs",
                f"{path} 与依行为重新生成的公告不符",
                f"{path} is not what the act discloses",
                more=(path,),
            )
        else:
            book.counts["releases"] += 1


def _expected(record: Record, publisher: Publisher, book: Notebook) -> dict[str, tuple[Act, bytes]]:
    """The release of each act of the case, computed from the states around it."""
    case, home = record.case, record.shelf.home
    found: dict[str, tuple[Act, bytes]] = {}
    for act in case.acts[: case.length]:
        before, after = case.states[act.seq], case.states[act.seq + 1]
        try:
            law = record.bundle.rulebook(act.rulebook) or record.bundle.book
            told = disclose(before, act, after, names=publisher.names, book=law, prefix=publisher.prefix)
            found |= {home + release_path(act.seq): (act, one.release_bytes()) for one in told}
        except Exception as error:  # a forged act may break a release in any way
            book.against(act, "release.impossible", "无法生成公告", f"its release cannot be made: {error!r}")
    return found


def _ocid(release: bytes) -> str:
    try:
        shape: Any = json.loads(release)
    except (ValueError, RecursionError):
        return ""
    ocid = shape.get("ocid") if isinstance(shape, dict) else None
    return ocid if isinstance(ocid, str) else ""
