"""What an act saw, as far as it was judged: the states of other dockets, at the lengths and heads it names.

Facets of dockets nobody is shown are taken on the word of their source, and listed.
Shown by ``tests/verifier/test_forgeries.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from daylight.core.acts.act import Act, Seen
from daylight.core.acts.edition import reaches
from daylight.core.acts.planning import ChooseMethod
from daylight.core.disclosure.visibility import bids_are_public, framework_above
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.indexes import PurchaseIndex
from daylight.core.judgement.facets import facets_of
from daylight.core.judgement.fold import index_of, purchase_in
from daylight.core.procedures.matter import Unseen
from daylight.core.values.docket import DocketKind, IndexKind, indexed, is_docket, is_index
from daylight.verifier.chains import Chain, Chained, stands
from daylight.verifier.findings import Notebook
from daylight.verifier.opened import Bundle
from daylight.verifier.shelves import Shelf

PROVEN_SINCE = "2026.12.2"
"""From this edition on a case under a framework is shown with the framework and its listings."""

AUDITED_SINCE = "2026.12.5"
"""From this edition on an auditor is shown earlier purchases, questions and other cases that acts rest on."""


@dataclass(frozen=True)
class Docket:
    """A chain as far as it was judged: its state after each act that holds, beginning with none."""

    chain: Chain
    states: list[object] = field(default_factory=lambda: [None])

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts that hold."""
        return self.chain.acts[: len(self.states) - 1]


Dockets = Mapping[str, Docket]


@dataclass(frozen=True)
class Judged:
    """The dockets of a shelf, judged; ``known`` are those that were before: the register, and frameworks."""

    chained: Chained
    dockets: Dockets
    known: Dockets

    @property
    def bundle(self) -> Bundle:
        """The bundle all of this comes from."""
        return self.chained.authentic.bundle

    @property
    def shelf(self) -> Shelf:
        """What of the bundle was judged."""
        return self.chained.authentic.shelf

    @property
    def case(self) -> Docket:
        """The case the shelf is about."""
        return self.dockets[self.shelf.case]

    @property
    def shown(self) -> tuple[Act, ...]:
        """All acts of the case that are here, also those that could not be judged."""
        return tuple(act for act, _ in self.chained.authentic.acts[self.shelf.case])

    @cached_property
    def elsewhere(self) -> Mapping[str, Chain]:
        """The chains of what is known beside the shelf."""
        return {id: docket.chain for id, docket in self.known.items()}

    def docket(self, id: str) -> Docket | None:
        """A docket of the shelf, the register or the framework above, if it is shown."""
        return self.dockets.get(id) or self.known.get(id)


@dataclass(frozen=True)
class Facets(Mapping[str, object]):
    """The facets of one act; who asks for one that is withheld learns that it is."""

    known: Mapping[str, object]
    withheld: frozenset[str] = field(default=frozenset())

    def __getitem__(self, name: str) -> object:
        if name in self.withheld:
            raise Unseen(name)
        return self.known[name]

    def get(self, name: str, default: object = None) -> object:
        """The facet of that name, if there is one."""
        return default if name not in self.known and name not in self.withheld else self[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


def facets_seen(record: Judged, act: Act, book: Notebook) -> Facets | None:
    """What the act saw, at the lengths it says; nothing where that is not what the bundle shows."""
    seen = {one.docket: one for one in act.seen}
    wanted = facets_of(act.intent)
    if not _names_what_it_rests_on(record, act, wanted.values()):
        book.against(
            act,
            "act.seen-differ",
            "所见案卷与此类行为应见的不符",
            "did not see the dockets an act of this kind rests on",
        )
        return None
    known: dict[str, object] = {}
    withheld = set()
    for name, docket in wanted.items():
        state = _state(record, seen[docket])
        if state is DIFFERS:
            book.against(
                act,
                "act.saw-otherwise",
                f"所见的 {docket} 与案卷不符",
                f"what it saw of {docket} differs from that docket",
            )
            return None
        if state is not ABSENT:
            known[name] = state
        elif _may_withhold(record, docket, act):
            withheld.add(name)
            book.on_word.append(f"{act.docket}/{act.seq} {act.intent.kind} ← {docket}")
        else:
            book.miss("docket.missing", docket, "缺少所依据的案卷", "a docket this act rests on is missing")
            return None
    return Facets(known, frozenset(withheld))


def _names_what_it_rests_on(record: Judged, act: Act, wanted: Iterable[str]) -> bool:
    """Whether an act saw what its kind rests on and nothing else, and its own docket as it is."""
    own = Seen(act.docket, act.seq, record.dockets[act.docket].chain.heads[act.seq])
    named = [one.docket for one in act.seen]
    return named == sorted({act.docket, *wanted}) and own in act.seen


ABSENT, DIFFERS = object(), object()


def _state(record: Judged, seen: Seen) -> object:
    """The state of a docket at the length and head an act saw."""
    if is_index(seen.docket, IndexKind.PURCHASES):
        return _bought(record, seen)
    if is_index(seen.docket):
        index = record.chained.index
        if index is None or index.id != seen.docket:
            return ABSENT
        if not stands(index.heads, seen):
            return DIFFERS  # an index is shown whole, so a longer one is not withheld but gone
        entered = sorted(index.entered(seen.length).items())
        states = (record.dockets[id].states[length] for id, length in entered)
        files = [state for state in states if isinstance(state, BidFile)]
        return index_of(indexed(seen.docket), files, seen)
    docket = record.docket(seen.docket)
    heads = docket.chain.heads if docket else ("",)
    if seen.length >= len(heads):
        return ABSENT
    if not stands(heads, seen):
        return DIFFERS
    return docket.states[seen.length] if docket else None


def _bought(record: Judged, seen: Seen) -> object:
    """A purchaser's choices of method so far, each as its case announced it."""
    index = record.chained.purchases.get(seen.docket)
    if index is None or seen.length >= len(index.heads):
        return ABSENT
    entered = [(record.docket(link.docket), link.seq) for link in index.links[: seen.length]]
    chosen = [(docket, seq) for docket, seq in entered if docket and _chooses(docket, seq, seen)]
    if not stands(index.heads, seen) or len(chosen) < len(entered):
        return DIFFERS
    found = (purchase_in(docket.states[seq + 1], docket.chain.acts[seq]) for docket, seq in chosen)
    return PurchaseIndex(tuple(found), seen)


def _chooses(docket: Docket, seq: int, seen: Seen) -> bool:
    """Whether an act that holds is a choice of method of the purchaser an index is about."""
    intent = docket.acts[seq].intent if seq < len(docket.acts) else None
    return bool(
        intent and isinstance(intent.deed, ChooseMethod) and intent.organisation == indexed(seen.docket)
    )


def _may_withhold(record: Judged, docket: str, act: Act) -> bool:
    """Whether an act may rest on a docket that is not shown so far.

    Before the opening nobody is told who applied; for the rest an auditor is shown everything. To others
    askers stay unnamed, unopened bids unknown, and other cases have bundles of their own; but the framework
    above a case is shown with it. What a listing saw of its framework may not be public yet.
    """
    if not record.shelf.case:
        return False
    case = record.chained.case.acts
    if record.bundle.listing.scope == "auditor" and reaches(act.edition, AUDITED_SINCE):
        return is_docket(docket, DocketKind.PREQUALIFICATION) and not bids_are_public(case)
    if is_index(docket, IndexKind.BIDS) or is_docket(docket, DocketKind.PREQUALIFICATION):
        return not bids_are_public(case)
    if is_docket(docket, DocketKind.ENQUIRY) or is_index(docket, IndexKind.PURCHASES):
        return True
    framework, proven = framework_above(case[0]), reaches(case[0].edition, PROVEN_SINCE)
    if is_docket(docket, DocketKind.LISTING):
        return bool(framework) and not proven
    if docket == framework and proven:
        return docket in record.known
    if docket == record.shelf.case:
        return is_docket(act.docket, DocketKind.LISTING)
    return is_docket(docket, DocketKind.CASE)
