"""Publishing: what an act discloses, with the names it may name, checked against our profile of OCDS.

A release that does not fit the profile is a bug, so the act fails before anything is committed.
Shown by ``tests/office/test_publishing.py``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any

import jsonschema_rs

from daylight.core.acts.act import Act
from daylight.core.disclosure.occasion import OCID_PREFIX, Names, who_is_named
from daylight.core.disclosure.register import PUBLICATIONS, disclose
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.registry import Organisation, Person
from daylight.core.judgement.fold import apply
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.plain import build, read_plain
from daylight.office.ports import Published, Vault
from daylight.office.views import Views


class MisshapenRelease(Exception):
    """A release does not fit the profile; nothing is published and nothing is done."""

    def __init__(self, kind: str, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__(f"{kind}: {'; '.join(faults)}")


class LawLost(LookupError):
    """The vault does not have the rulebook of this digest, or has it damaged."""


def published(
    before: Any, act: Act, after: Any, *, views: Views, book: Rulebook, prefix: str = OCID_PREFIX
) -> tuple[Published, ...]:
    """What an act publishes, ready for the lane."""
    if PUBLICATIONS[act.intent.kind].notice is None or not isinstance(after, Case):
        return ()
    named = [view.state for view in views.several(who_is_named(act, after)).values()]
    names = Names(
        {state.id: state for state in named if isinstance(state, Organisation)},
        {state.id: state for state in named if isinstance(state, Person)},
    )
    found = disclose(before, act, after, names=names, book=book, prefix=prefix)
    for one in found:
        if faults := release_faults(one.release_bytes()):
            raise MisshapenRelease(act.intent.kind, faults)
    return tuple(
        Published(one.case, one.release.ocid, one.release_bytes(), one.page_bytes()) for one in found
    )


def publications_of(
    acts: Iterable[Act], law: Callable[[str], Rulebook], *, views: Views, prefix: str
) -> Iterator[tuple[Act, Published]]:
    """What the acts of a docket have published, made again: each by the rulebook it was judged by."""
    state: Any = None
    for act in acts:
        before, state = state, apply(state, act)
        if PUBLICATIONS[act.intent.kind].notice:
            book = law(act.rulebook)
            for one in published(before, act, state, views=views, book=book, prefix=prefix):
                yield act, one


def kept_law(vault: Vault, book: Rulebook) -> Callable[[str], Rulebook]:
    """Rulebooks by digest: that of today, and those before it as the vault has kept them."""

    @cache
    def of(digest: str) -> Rulebook:
        if digest == book.digest:
            return book
        try:
            return build(Rulebook, read_plain(vault.get(digest)))
        except (KeyError, ValueError):
            raise LawLost(digest) from None

    return of


def release_faults(release: bytes) -> tuple[str, ...]:
    """Where a release departs from the profile; nothing where it doesn't."""
    errors = _profile().iter_errors(json.loads(release))
    return tuple(
        f"/{'/'.join(str(step) for step in error.instance_path)}: {error.message}" for error in errors
    )


@cache
def _profile() -> jsonschema_rs.Draft4Validator:
    place = resources.files("daylight.core.disclosure") / "extension" / "profile.json"
    return jsonschema_rs.Draft4Validator(json.loads(place.read_bytes()), validate_formats=True)
