"""What was published is what the acts give: every release of the case is computed again, byte for byte.

Shown by ``tests/verifier/test_releases.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from daylight.core.acts.act import Act
from daylight.core.disclosure.occasion import OCID_PREFIX, Names, public_id, who_is_named
from daylight.core.disclosure.register import PUBLICATIONS, disclose
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.registry import Organisation, Person
from daylight.verifier.findings import Notebook
from daylight.verifier.opened import Bundle
from daylight.verifier.seen import Judged
from daylight.verifier.shape import release_path
from daylight.verifier.shelves import Shelf


@dataclass(frozen=True)
class Publisher:
    """Who publishes: under which prefix, with which names of the register."""

    prefix: str
    names: Names


def publisher_of(bundle: Bundle, shelves: Iterable[Shelf], register: Judged) -> Publisher:
    """The prefix, taken from the first release; that all share it follows from making them again."""
    states = [docket.states[-1] for docket in register.dockets.values()]
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


def recompute_releases(record: Judged, publisher: Publisher, book: Notebook) -> None:
    """Each act that tells everybody something has its release in the bundle, and there is no other."""
    home, case, shown = record.shelf.home, record.case, record.shelf.releases
    for path in sorted(shown - {home + release_path(act.seq) for act in record.shown}):
        _unfounded(path, book)
    for act in case.acts:
        path, made = home + release_path(act.seq), _made(record, act, publisher, book)
        if made is None:
            if path in shown:
                _unfounded(path, book)
        elif path not in shown:
            book.miss(
                "bundle.missing", path, "缺少文件，无法得出结论", "is missing; nothing can be concluded"
            )
        elif record.bundle.contents[path] != made:
            book.against(
                act,
                "release.differs",
                f"{path} 与依行为重新生成的公告不符",
                f"{path} differs from what the act discloses",
                more=(path,),
            )
        else:
            book.counts["releases"] += 1


def _made(record: Judged, act: Act, publisher: Publisher, book: Notebook) -> bytes | None:
    """The release of an act, computed from the states around it; nothing where it tells nothing."""
    before, after = record.case.states[act.seq : act.seq + 2]
    law = record.bundle.rulebook(act.rulebook)
    if PUBLICATIONS[act.intent.kind].notice is None or law is None or not isinstance(after, Case):
        return None
    names = publisher.names
    for docket in who_is_named(act, after):
        if docket not in names.organisations and docket not in names.persons:
            book.miss("docket.missing", docket, "缺少公告所指的登记", "a release names it, and it is missing")
            return None
    told = disclose(before, act, after, names=names, book=law, prefix=publisher.prefix)
    return told[0].release_bytes() if told else None


def _unfounded(path: str, book: Notebook) -> None:
    book.contradict("release.unfounded", path, "没有相应的公开行为", "no act discloses it", path)


def _ocid(release: bytes) -> str:
    try:
        shape: object = json.loads(release)
    except (ValueError, RecursionError):
        return ""
    ocid = shape.get("ocid") if isinstance(shape, dict) else None
    return ocid if isinstance(ocid, str) else ""
