"""Purchases lived through again, act by act, to see who reads which act and which file, and from when.

The office that reads is a real one over a journal that grows by one act at a time, asked through
``office/access.py`` and ``office/bundle.py`` only. What somebody is to a case is told from its state; who may
read what is asked of no row.
"""

from __future__ import annotations

import copy
import typing
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from unittest.mock import patch

from bundles import CREATED, bundler
from daylight.core.acts.act import Act, read_act
from daylight.core.acts.common import Document
from daylight.core.acts.kinds import KINDS
from daylight.core.disclosure.rights import Who
from daylight.core.dockets.case.case import Case, bid_of
from daylight.core.dockets.listing import Listing
from daylight.core.values.docket import NAMES_BIDDERS, DocketKind, is_docket
from daylight.office import access, views
from daylight.office.bundle import Wish
from daylight.office.memory import MemoryJournal
from daylight.office.ports import Draft, no_matter_when
from daylight.office.views import Views
from daylight.verifier.shape import place_of
from world import TestWorld

Pair = tuple[str, str]

UNOPENED = " of a bid not opened"
"""What is said of a file beside its kind and field, where it lies in the docket of such a bid."""


@dataclass
class Readings:
    """What was read in all worlds: pairs of what and who.

    ``acts`` are pairs of a kind and a reader: everybody, or who read an act while not everybody did.
    ``files`` are pairs of ``Kind.field`` and a reader; ``late`` were not read with the act that bound them.
    ``at_once`` are kinds that everybody read with the act, ``brought_out`` those he read later, each with the
    kinds of the acts from which on he did. ``early`` was read before it was bound, or before the opening.
    """

    acts: set[Pair] = field(default_factory=set)
    files: set[Pair] = field(default_factory=set)
    late: set[Pair] = field(default_factory=set)
    early: set[Pair] = field(default_factory=set)
    at_once: set[str] = field(default_factory=set)
    brought_out: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    tried: set[object] = field(default_factory=set)

    def first(self, *what: object) -> bool:
        """Whether something is tried for the first time."""
        fresh = what not in self.tried
        self.tried.add(what)
        return fresh


class Life:
    """One world, lived through again by an office of its own."""

    def __init__(self, made: TestWorld, found: Readings) -> None:
        self.found, self.hidden, self.bound = found, {}, defaultdict(list)
        self.office = copy.copy(made.office)
        self.office.journal = MemoryJournal()
        self.office.views = Views(self.office.journal)
        self.made = replace(made, office=self.office)

    def live(self, drafts: list[Draft]) -> None:
        """Do every act again; after each, and once more at the end, everybody tries to read."""
        for draft in drafts:
            act, unbound = draft.act, [one for one in bound(draft.act) if one[1] not in self.bound]
            self._read_early(act, unbound)
            self.office.journal.commit(replace(draft, in_time=no_matter_when))
            self._read_as_anybody(act)
            case = self._case_of(act.docket)
            self._read_inside(act, case, "then")
            for what, digest in bound(act):
                self.bound[digest].append((what, act))
                self._read_file(digest, case, "then")
        self._look_back([draft.act for draft in drafts])

    def _read_early(self, act: Act, unbound: list[Pair]) -> None:
        """What is read of files just before they are bound, and of bids in public just before the opening."""
        case = self._case_of(act.docket)
        for what, digest in unbound if case else ():
            for role, who in self._cast(case, act):
                if self.found.first(what, role, "before") and self._is_given(case, digest, who):
                    self.found.early.add((what, role))
        hidden = list(self.hidden.values())
        if act.intent.kind == "OpenBids" and self.found.first(*{one.intent.kind for one in hidden}):
            paths = bundler(self.made).bundle(Wish((case.id,), "public"), CREATED)
            self.found.early |= {(one.intent.kind, "everybody") for one in hidden if path_of(one) in paths}

    def _look_back(self, acts: list[Act]) -> None:
        for act in acts:
            self._read_inside(act, self._case_of(act.docket), "in the end")
        for digest, by in self.bound.items():
            self._read_file(digest, self._case_of(by[0][1].docket), "in the end")
        self._read_bundles(acts)

    def _state(self, docket: str) -> object:
        return self.office.views.of(docket, fresh=True).state

    def _case_of(self, docket: str) -> Case | None:
        state = self._state(docket)
        if isinstance(state, Case):
            return state
        above = state.agreed.case if isinstance(state, Listing) else getattr(state, "case", "")
        return self._state(above) if above else None

    def _read_as_anybody(self, act: Act) -> None:
        """What a stranger reads now that he did not read before."""
        shown = len(access.acts_shown(self.office, act.docket, access.NOBODY))
        self.hidden[act.docket, act.seq] = act
        for key in [key for key in self.hidden if key[0] == act.docket and key[1] < shown]:
            kind = self.hidden.pop(key).intent.kind
            self.found.acts.add((kind, "everybody"))
            if key[1] == act.seq:
                self.found.at_once.add(kind)
            else:
                self.found.brought_out[kind].add(act.intent.kind)

    def _read_inside(self, act: Act, case: Case | None, when: str) -> None:
        """Who reads an act that a stranger does not read."""
        for role, who in self._cast(case, act) if (act.docket, act.seq) in self.hidden else ():
            if not self.found.first(act.intent.kind, role, when):
                continue
            if len(access.acts_shown(self.office, act.docket, who)) > act.seq:
                self.found.acts.add((act.intent.kind, role))

    def _read_file(self, digest: str, case: Case, when: str) -> None:
        """Who reads a file; of what a stranger reads nobody else is asked."""
        acts = [act for _, act in self.bound[digest]]
        kinds = frozenset(what + UNOPENED * _is_unopened(case, act) for what, act in self.bound[digest])
        if any((what, "everybody") in self.found.files for what in kinds):
            return
        cast = [("everybody", access.NOBODY), *self._cast(case, acts[-1])]
        for role, who in cast:
            if any(who.did(act) for act in acts) or not self.found.first(kinds, role, when):
                continue
            if self._is_given(case, digest, who):
                self.found.files |= {(what, role) for what in kinds}
                if role == "everybody":
                    return
            elif when == "then":
                self.found.late |= {(what, role) for what in kinds}

    def _is_given(self, case: Case, digest: str, who: Who) -> bool:
        try:
            return bool(access.file_shown(self.office, case.id, digest, who=who, now=self.made.clock.now()))
        except access.NotAllowed:
            return False

    def _read_bundles(self, acts: list[Act]) -> None:
        """What stands in the bundle of an auditor, and of bids in that of everybody."""
        maker, by_case = bundler(self.made), defaultdict(list)
        for act in acts:
            if case := self._case_of(act.docket):
                by_case[case.id].append(act)
        for case, there in by_case.items():
            bids = [act for act in there if is_docket(act.docket, *NAMES_BIDDERS)]
            for scope, reader, asked in (("auditor", "auditor", there), ("public", "everybody", bids)):
                if {(act.intent.kind, reader) for act in asked} <= self.found.acts:
                    continue
                paths = maker.bundle(Wish((case,), scope), CREATED)
                self.found.acts |= {(act.intent.kind, reader) for act in asked if path_of(act) in paths}

    def _cast(self, case: Case | None, act: Act) -> Iterator[tuple[str, Who]]:
        """Who could read: one of each who has to do with a case, or with an act, and some who have not."""
        yield "outsider", Who("person-nobody", "org-nobody")
        if own := access.own_of(self._state(act.docket)):
            yield "own", Who("person-of-its-own", own[0])
        if case is None:
            return
        town, committee, keys = self.made.town, case.evaluation.committee, case.planning.key_set
        yield "purchaser", Who(town.buyer.device.person, case.purchaser)
        if case.host != case.purchaser:
            yield "agency", Who(town.agent.device.person, case.host)
        if committee:
            yield "member", Who(committee.members[-1])
        if keys:
            yield "holder", Who(keys.holders[-1].person)
        yield "supervisor", Who(town.finance.device.person, town.finance.organisation, town.territory)
        yield "supervisor elsewhere", Who("person-elsewhere", "org-elsewhere", "elsewhere")
        yield from _bidders(case, act, own)


def _bidders(case: Case, act: Act, own: tuple[str, ...]) -> Iterator[tuple[str, Who]]:
    """A bidder whom an act concerns, by the bid it names or else as the winner, and one whom it does not."""
    lot = case.lot(getattr(act.intent.deed, "lot", ""))
    if lot is None or not lot.evaluation.bids:
        return
    named = getattr(act.intent.deed, "bid", "")
    concerned = [bid_of(lot, one) for one in ((named,) if named else lot.winners)]
    theirs = {one for bid in concerned if bid for one in bid.bidders}
    others = [one for bid in lot.evaluation.bids for one in bid.bidders if one not in {*theirs, *own}]
    if theirs:
        yield "concerned", Who("person-concerned", sorted(theirs)[0])
    if others:
        yield "bidder", Who("person-bidding", others[0])


def path_of(act: Act) -> str:
    """Where a bundle keeps an act."""
    return place_of("acts", act.docket, act.seq)


def _is_unopened(case: Case, act: Act) -> bool:
    """Whether an act lies in the docket of a bid that is not open for the lot it is about."""
    lot = case.lot(getattr(act.intent.deed, "lot", ""))
    return is_docket(act.docket, DocketKind.BID) and (lot is None or bid_of(lot, act.docket) is None)


@cache
def fields_of(kind: str) -> tuple[str, ...]:
    """The fields of a kind that bind documents."""
    hints = typing.get_type_hints(KINDS[kind])
    return tuple(name for name, hint in hints.items() if Document in (hint, *typing.get_args(hint)))


def bound(act: Act) -> Iterator[Pair]:
    """Each file an act binds: its kind and field, and its digest."""
    for name in fields_of(act.intent.kind):
        held = getattr(act.intent.deed, name)
        for document in held if isinstance(held, tuple) else (held,):
            yield f"{act.intent.kind}.{name}", document.sha256


def live(made: TestWorld, found: Readings) -> None:
    """Live through a world again. The same bytes are the same act, so each is read into one once."""
    reading = cache(read_act)
    with patch.object(access, "read_act", reading), patch.object(views, "read_act", reading):
        Life(made, found).live(made.office.journal.drafts)
