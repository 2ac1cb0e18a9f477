"""Adds to the shelf what is new: importing twice, or the same item from two files, adds nothing twice.

Two tellings are one planned purchase when their keys agree and their needs don't contradict each other; a
telling that knows more completes the one kept. Shown by ``tests/imports/test_keeping.py``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Protocol

from daylight.core.values.plain import build, canonical_bytes
from daylight.core.values.spelling import squeezed
from daylight.imports.intentions import Intention
from daylight.store.kept import Kept


class Shelf(Protocol):
    """Where imported intentions are kept."""

    def change(self) -> AbstractContextManager[None]:
        """All of a change is kept, or nothing of it."""
        ...

    def with_keys(self, keys: Iterable[str]) -> tuple[Kept, ...]:
        """What is kept under any of the keys."""
        ...

    def keep(self, kept: Iterable[Kept]) -> None:
        """Keep what is new, and put what is more complete in the place of its identity."""
        ...


@dataclass
class Outcome:
    """What an import did to the shelf."""

    added: list[Intention] = field(default_factory=list)
    completed: list[Intention] = field(default_factory=list)
    known: list[Intention] = field(default_factory=list)


def keep_all(intentions: tuple[Intention, ...], shelf: Shelf) -> Outcome:
    """Keep what the shelf doesn't have yet."""
    outcome = Outcome()
    with shelf.change():
        kept: dict[str, list[tuple[str, Intention]]] = defaultdict(list)
        for old in shelf.with_keys({intention.key for intention in intentions}):
            kept[old.key].append((old.identity, intention_of(old)))
        moved: dict[str, Intention] = {}
        for told in intentions:
            _fold(told, kept[told.key], outcome=outcome, moved=moved)
        shelf.keep(kept_of(intention, identity) for identity, intention in moved.items())
    return outcome


def _fold(
    told: Intention,
    kept: list[tuple[str, Intention]],
    *,
    outcome: Outcome,
    moved: dict[str, Intention],
) -> None:
    place = _same(told, [intention for _, intention in kept])
    if place is None:
        kept.append((told.identity, told))
        moved[told.identity] = told
        outcome.added.append(told)
        return
    identity, known = kept[place]
    whole = joined(known, told)
    if whole == known:
        outcome.known.append(told)
        return
    kept[place] = (identity, whole)
    moved[identity] = whole
    outcome.completed.append(whole)


def _same(told: Intention, kept: list[Intention]) -> int | None:
    """The place of the same purchase: by equal needs first, then by a need that one of the two lacks."""
    for place, known in enumerate(kept):
        if squeezed(known.need) == squeezed(told.need):
            return place
    for place, known in enumerate(kept):
        if not known.need or not told.need:
            return place
    return None


def joined(known: Intention, told: Intention) -> Intention:
    """What is known, completed by what is told and was not known."""
    reserved = known.reserved_for_smes if known.reserved_for_smes is not None else told.reserved_for_smes
    return replace(
        known,
        need=known.need or told.need,
        method=known.method or told.method,
        reserved_for_smes=reserved,
        reserved_words="" if reserved is not None else known.reserved_words or told.reserved_words,
    )


def kept_of(intention: Intention, identity: str) -> Kept:
    """An intention as the shelf keeps it."""
    return Kept(
        identity=identity,
        key=intention.key,
        buyer=intention.buyer,
        item=intention.item,
        region=intention.region,
        month=intention.month,
        source=canonical_bytes(intention),
    )


def intention_of(kept: Kept) -> Intention:
    """The intention that is kept."""
    return build(Intention, json.loads(kept.source))
