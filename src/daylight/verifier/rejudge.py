"""Judge every act again, on the very states its judge saw, and compare what the law gave then and gives now.

An audit is the office's way backwards: any refusal is a finding, and so is any other provision, warning or
clock. Facets of dockets nobody is shown are taken on the word of their source, and listed.
Shown by ``tests/verifier/test_forgeries.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from daylight.core.acts.act import Act, Seen
from daylight.core.acts.edition import EDITIONS, is_known, reaches
from daylight.core.disclosure.visibility import bids_are_public, framework_above
from daylight.core.judgement.facets import facets_of
from daylight.core.judgement.judge import Admission, judge
from daylight.core.procedures.matter import Matter, Unseen
from daylight.core.values.crypto import Crypto
from daylight.core.values.docket import DocketKind, IndexKind, is_docket, is_index
from daylight.verifier.chains import Chain, Index, bids_at
from daylight.verifier.findings import Notebook
from daylight.verifier.opened import Bundle
from daylight.verifier.shelves import Shelf

PROVEN_SINCE = "2026.12.2"
"""From this edition on a case under a framework is shown with the framework and its listings."""


@dataclass(frozen=True)
class Record:
    """The dockets of a shelf, folded, and the register they rest on."""

    bundle: Bundle
    shelf: Shelf
    chains: Mapping[str, Chain]
    register: Mapping[str, Chain]
    index: Index | None
    crypto: Crypto
    above: Mapping[str, Chain] = field(default_factory=dict)

    @property
    def case(self) -> Chain:
        """The case the shelf is about."""
        return self.chains[self.shelf.case]

    def chain(self, docket: str) -> Chain | None:
        """A docket of the shelf, the register or the framework above, if it is shown."""
        return self.chains.get(docket) or self.register.get(docket) or self.above.get(docket)

    def may_withhold(self, docket: str, by: str) -> bool:
        """Whether an act of the docket ``by`` may rest on one that is not shown so far.

        Askers stay unnamed, unopened bids unknown, and other cases have bundles of their own; but the
        framework above a case is shown with it. What a listing saw of its framework may not be public yet.
        """
        if is_index(docket, IndexKind.BIDS) or is_docket(docket, DocketKind.PREQUALIFICATION):
            return not bids_are_public(self.case.acts)
        if is_docket(docket, DocketKind.ENQUIRY) or is_index(docket, IndexKind.PURCHASES):
            return True
        first = self.case.acts[0]
        framework = framework_above(first)
        if is_docket(docket, DocketKind.LISTING):
            return bool(framework) and not reaches(first.edition, PROVEN_SINCE)
        if docket == framework and reaches(first.edition, PROVEN_SINCE):
            return docket in self.above
        if docket == self.shelf.case:
            return is_docket(by, DocketKind.LISTING)
        return is_docket(docket, DocketKind.CASE)


@dataclass(frozen=True)
class Facets(Mapping[str, Any]):
    """The facets of one act; who asks for one that is withheld learns that it is."""

    known: Mapping[str, Any]
    withheld: frozenset[str] = field(default=frozenset())

    def __getitem__(self, name: str) -> Any:
        if name in self.withheld:
            raise Unseen(name)
        return self.known[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The facet of that name, if there is one."""
        return default if name not in self.known and name not in self.withheld else self[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


def rejudge(record: Record, book: Notebook) -> None:
    """Judge all acts of the shelf again."""
    for docket in sorted(record.chains):
        chain = record.chains[docket]
        for act in chain.acts[: chain.length]:
            _rejudge(record, chain, act, book)


def _rejudge(record: Record, chain: Chain, act: Act, book: Notebook) -> None:
    bundle = record.bundle
    law = bundle.rulebook(act.rulebook)
    if not is_known(act.edition) or law is None:
        has = ", ".join(EDITIONS)
        book.miss(
            "act.other-edition",
            f"{act.docket}/{act.seq}",
            f"依审查规则版本 {act.edition}、规则库 {act.rulebook[:12]} 作出；本验证器具备 {has}",
            f"judged by edition {act.edition} and rulebook {act.rulebook[:12]}; this verifier has {has}",
        )
        return
    if _went_back(chain, act):
        book.against(
            act,
            "act.edition-went-back",
            f"审查规则版本 {act.edition} 早于同一案卷的前一行为",
            f"judged by edition {act.edition}, older than that of the act before it",
        )
        return
    facets = _facets(record, chain, act, book)
    if facets is None:
        return
    head = Seen(chain.id, act.seq, chain.heads[act.seq])
    matter = Matter(
        act.intent, act.signature, act.received_at, bundle.world, law, record.crypto,
        chain.states[act.seq], head, facets, act.edition,
    )  # fmt: skip
    try:
        verdict = judge(matter)
    except Exception as error:  # a forged act may break a condition in any way
        book.against(act, "act.impossible", "此行为无法审查", f"cannot be judged: {error!r}")
        return
    if isinstance(verdict, Admission):
        _compare(act, verdict, book)
    else:
        book.against(act, "act.refused", "依法不应受理", "the law does not admit it", refusals=verdict)


def _went_back(chain: Chain, act: Act) -> bool:
    """Who runs a platform may not choose an older edition once a docket has a newer one."""
    before = chain.acts[act.seq - 1].edition if act.seq else act.edition
    return is_known(before) and not reaches(act.edition, before)


def _compare(act: Act, verdict: Admission, book: Notebook) -> None:
    book.counts["judgements"] += 1
    book.editions[act.edition] += 1
    book.counts["signatures"] += 1
    book.counts["clocks"] += len(act.clocks)
    for what, zh, said, true in (
        ("provisions", "法律依据", act.provisions, verdict.provisions),
        ("warnings", "提示", act.warnings, verdict.warnings),
        ("clocks", "法定期限", act.clocks, verdict.clocks),
    ):
        if said != true:
            book.against(
                act,
                f"act.{what}-differ",
                f"{zh}与重新审查的结果不符",
                f"{what} differ from those judged again",
            )


def _facets(record: Record, chain: Chain, act: Act, book: Notebook) -> Facets | None:
    """What the act saw, at the lengths it says; nothing where that is not what the bundle shows."""
    seen = {one.docket: one for one in act.seen}
    wanted = {act.docket, *facets_of(act.intent).values()}
    own = Seen(act.docket, act.seq, chain.heads[act.seq])
    if [one.docket for one in act.seen] != sorted(wanted) or seen[act.docket] != own:
        book.against(
            act,
            "act.seen-differ",
            "所见案卷与此类行为应见的不符",
            "did not see the dockets such an act rests on",
        )
        return None
    known: dict[str, Any] = {}
    withheld = set()
    for name, docket in facets_of(act.intent).items():
        state = _state(record, seen[docket])
        if state is DIFFERS:
            book.against(
                act,
                "act.saw-otherwise",
                f"所见的 {docket} 与案卷不符",
                f"what it saw of {docket} is not what stands there",
            )
            return None
        if state is not ABSENT:
            known[name] = state
        elif record.may_withhold(docket, act.docket):
            withheld.add(name)
            book.on_word.append(f"{act.docket}/{act.seq} {act.intent.kind} ← {docket}")
        else:
            book.miss("docket.missing", docket, "缺少所依据的案卷", "a docket that was rested on is missing")
            return None
    return Facets(known, frozenset(withheld))


ABSENT, DIFFERS = object(), object()


def _state(record: Record, seen: Seen) -> Any:
    """The state of a docket at the length and head an act saw."""
    if is_index(seen.docket):
        index = record.index
        if index is None or index.id != seen.docket:
            return ABSENT
        if seen.length >= len(index.heads) or index.heads[seen.length] != seen.digest:
            return DIFFERS  # an index is shown whole, so a longer one is not withheld but gone
        return bids_at(index, seen.length, record.chains)
    chain = record.chain(seen.docket)
    heads = chain.heads if chain else ("",)
    if seen.length >= len(heads):
        return ABSENT
    if heads[seen.length] != seen.digest:
        return DIFFERS
    return chain.states[seen.length] if chain else None
