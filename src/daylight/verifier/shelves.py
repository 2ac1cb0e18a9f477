"""What of a bundle belongs together: the register, and for each case its dockets and the files beside.

A case can be looked at by itself, so that a bundle of a whole day need not be held at once.
Shown by ``tests/verifier/test_several.py``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from daylight.core.acts.act import read_act
from daylight.core.disclosure.visibility import framework_above
from daylight.core.values.docket import REGISTRY, DocketKind, is_docket
from daylight.core.values.plain import Misshapen
from daylight.verifier.opened import Bundle
from daylight.verifier.shape import OF_CASE, PLACE, PURCHASES, home_in, home_of, place_of

Places = dict[int, set[str]]
"""By sequence number, in which of the folders (acts, proofs, receipts) an act has its file."""


@dataclass(frozen=True)
class Shelf:
    """Dockets with their places, and the evaluations and releases of the case they are about."""

    case: str = ""
    home: str = ""
    dockets: defaultdict[str, Places] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    evaluations: set[str] = field(default_factory=set)
    releases: set[str] = field(default_factory=set)


def shelve(bundle: Bundle) -> tuple[Shelf, tuple[Shelf, ...]]:
    """The shelf of the register, and that of each case in the order of the list.

    Where earlier purchases are shown, what is shown of those cases alone is on a last shelf of no case.
    """
    cases = bundle.listing.cases
    register, earlier = Shelf(), Shelf()
    audited = any(PURCHASES.fullmatch(path) for path in bundle.contents)
    shelves = {case: Shelf(case, home_of(cases, case)) for case in cases}
    by_home = {shelf.home: shelf for shelf in shelves.values()}
    belongs: dict[str, Shelf] = {}
    for path in bundle.contents:
        if placed := PLACE.fullmatch(path):
            folder, docket, seq = placed.groups()[:3]
            if docket not in belongs:
                named = "" if is_docket(docket, *REGISTRY) else _case_of(bundle, docket)
                belongs[docket] = shelves[named] if named else register
                if audited and is_docket(docket, DocketKind.CASE) and docket not in shelves:
                    belongs[docket] = earlier
            belongs[docket].dockets[docket][int(seq)].add(folder)
        elif of_case := OF_CASE.fullmatch(path):
            shelf = by_home[home_in(of_case)]
            shelf.evaluations.update([path] if of_case[3] else [])
            shelf.releases.update([path] if of_case[4] else [])
    return register, (*shelves.values(), *([earlier] if earlier.dockets else []))


def frameworks_above(bundle: Bundle) -> frozenset[str]:
    """The frameworks other cases of the bundle say they stand under."""
    named = set()
    for case in bundle.listing.cases:
        try:
            named.add(framework_above(read_act(bundle.contents[place_of("acts", case, 0)])))
        except (KeyError, TypeError, AttributeError, ValueError, RecursionError, Misshapen):
            continue  # what is not there, or not an act, is found when the case is looked at
    return frozenset(named)


def acts_on(shelf: Shelf) -> Iterator[tuple[str, int, set[str]]]:
    """Docket, place and folders of every act, in order."""
    for docket in sorted(shelf.dockets):
        for seq in sorted(shelf.dockets[docket]):
            yield docket, seq, shelf.dockets[docket][seq]


def _case_of(bundle: Bundle, docket: str) -> str:
    """The case in whose light a docket is judged; the judgement itself does not rely on this."""
    first, *others = bundle.listing.cases
    if not others or docket in others:
        return docket if docket in others else first
    try:
        act = json.loads(bundle.contents[place_of("acts", docket, 0)])
        named = act["intent"]["deed"]["case"]
    except (KeyError, TypeError, ValueError, RecursionError):
        return first
    return named if named in bundle.listing.cases else first
