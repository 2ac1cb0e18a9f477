"""The bundle of cases: all anyone needs to judge them again, offline, signed by a key of its own.

What goes in follows ``core.disclosure.visibility``: of the case the prefix that is public by now, after the
opening all its bids, and of the register what these acts rested on. A party also gets its own dockets, an
auditor everything with the private fields, and whatever that rests on (``audited.py``). Questions stay with
those who asked until an auditor comes.
The files come one by one, case after case, and the register last: a bundle of a day need not fit into memory.
The reader is ``daylight.verifier``; shown by ``tests/verifier/test_verify.py``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from daylight.core.acts.act import Act, read_act
from daylight.core.acts.dockets import prequalification_docket
from daylight.core.acts.evaluation import ConcludeEvaluation
from daylight.core.acts.intent import intent_id
from daylight.core.acts.shapes import lot_of
from daylight.core.acts.solicitation import AnswerEnquiry
from daylight.core.disclosure.occasion import public_id
from daylight.core.disclosure.rights import length_shown
from daylight.core.disclosure.row import Reader
from daylight.core.disclosure.visibility import bids_are_public, framework_above
from daylight.core.dockets.world import NOTHING_ENTERED
from daylight.core.judgement.fold import apply, digest_of_act
from daylight.core.ledger.note import sign
from daylight.core.ledger.proof import LogProof
from daylight.core.values.docket import REGISTRY, IndexKind, index_name, indexed, is_docket, is_index
from daylight.core.values.instant import Instant
from daylight.core.values.plain import canonical_bytes
from daylight.core.values.text import Text
from daylight.office.audited import Audited, audited
from daylight.office.perform import Office
from daylight.office.sequencer import Sequencer
from daylight.verifier.chains import Link
from daylight.verifier.opened import Keys
from daylight.verifier.recompute import Shown, evaluation_bytes
from daylight.verifier.shape import (
    CHECKPOINT,
    FORMAT,
    INDEX,
    KEYS,
    NOTE,
    OPENINGS,
    RULEBOOK,
    WORLD,
    Listing,
    Scope,
    evaluation_path,
    file_of,
    home_of,
    place_of,
    purchases_path,
    release_path,
    rulebook_path,
)

Prover = Callable[[str], LogProof | None]


class NotYetLogged(Exception):
    """Acts of the bundle still wait for their leaf; the next tick brings it."""

    def __init__(self, waiting: int) -> None:
        self.text = Text(
            f"有 {waiting} 个行为尚待入日志，请在下一节拍后重试。",
            f"{waiting} acts still wait for the log; try again after its next tick.",
        )
        super().__init__(f"{self.text.zh} {self.text.en}")


class NothingToShow(Exception):
    """There is no such case, or nothing of it is public yet."""

    def __init__(self, case: str) -> None:
        self.text = Text(
            f"案卷 {case} 不存在或尚无公开内容。请对照门户项目页面上的编号 ocds-…。",
            f"There is no case {case}, or nothing of it is public yet. Compare the id ocds-… on its page of"
            " the portal.",
        )
        super().__init__(f"{self.text.zh} {self.text.en}")


@dataclass(frozen=True)
class Wish:
    """Which bundle is asked for: of one case or several; ``party`` is whose own dockets are shown."""

    cases: tuple[str, ...]
    scope: Scope
    party: str = ""


@dataclass(frozen=True)
class Bundler:
    """Makes bundles from journal and log."""

    office: Office
    log: Sequencer

    def bundle(self, wish: Wish, at: Instant) -> dict[str, bytes]:
        """The files of a bundle by path, its signed list among them."""
        return dict(self.files(wish, at))

    def files(self, wish: Wish, at: Instant) -> Iterator[tuple[str, bytes]]:
        """The files of a bundle one by one, its signed list last."""
        beside = self._beside(wish)
        cases = beside.cases
        self.office.keys.read()
        signer, listed = self.office.keys.signer("bundles"), []
        for path, content in self._unsigned(replace(wish, cases=cases), beside):
            listed.append(file_of(path, content))
            yield path, content
        files = tuple(sorted(listed, key=lambda file: file.path))
        listing = Listing(FORMAT, self.office.rules.world.id, wish.scope, cases, at.utc_ms, files)
        yield NOTE, sign(listing.text(), (signer,), self.office.rules.crypto).encoded()

    def rests_on(self, wish: Wish) -> dict[str, int]:
        """How long the cases of a bundle are, and what is entered beneath them."""
        cases = sorted({one for case in wish.cases for one in self._with_its_framework(case)})
        views, journal = self.office.views, self.office.journal
        indexes = [index_name(kind, case) for case in cases for kind in IndexKind]
        lengths = {case: views.of(case, fresh=True).head.length for case in cases}
        return lengths | {name: len(journal.links(name)) for name in indexes}

    def shown_as_they_are(self, dockets: dict[str, int]) -> bool:
        """Whether these dockets have just as many acts as a bundle shows of them."""
        of = self.office.views.of
        return all(of(docket, fresh=True).head.length == length for docket, length in dockets.items())

    def _beside(self, wish: Wish) -> Audited:
        """The cases a bundle is about, with those it needs: of an auditor's, whatever their acts rest on."""
        if wish.scope == "auditor":
            return audited(wish.cases, lambda case: self._dockets(wish, case), self._entered, self.read)
        return Audited(tuple(sorted({one for case in wish.cases for one in self._with_its_framework(case)})))

    def _entered(self, index: str, length: int) -> tuple[Link, ...]:
        """The first entries of an index."""
        return tuple(Link(link.docket, link.seq) for link in self.office.journal.links(index)[:length])

    def _with_its_framework(self, case: str) -> tuple[str, ...]:
        """A case, and the framework it was called off from: without it nobody could prove the listing."""
        acts = self.read(case)
        above = framework_above(acts[0]) if acts else ""
        return (case, above) if above else (case,)

    def _unsigned(self, wish: Wish, beside: Audited) -> Iterator[tuple[str, bytes]]:
        shown: list[Shown] = []
        needed = self.of_the_world()
        rulebooks: set[str] = set()
        prove = self.log.prover()
        yield from self._world()
        for case in wish.cases:
            dockets = self._dockets(wish, case)
            yield from self._acts(dockets, prove)
            yield from self._of_case(wish, case, dockets)
            shown.extend(self._openings(wish, dockets))
            needed |= needed_by(dockets)
            rulebooks |= _rulebooks(dockets)
        for name, links in beside.purchases.items():
            yield purchases_path(indexed(name)), canonical_bytes(links)
        yield from self._acts(beside.begun, prove)
        shown.extend(self._openings(wish, beside.begun))
        needed |= needed_by(beside.begun)
        rulebooks |= _rulebooks(beside.begun)
        register = self.register(needed)
        yield CHECKPOINT, self._checkpoint(register, prove)
        yield from self._acts(register, prove)
        shown.extend(self._openings(wish, register))
        yield from self._earlier_rulebooks(rulebooks | _rulebooks(register))
        yield OPENINGS, canonical_bytes(tuple(sorted(shown, key=lambda one: (one.docket, one.seq))))

    def _of_case(
        self, wish: Wish, case: str, dockets: dict[str, tuple[Act, ...]]
    ) -> Iterator[tuple[str, bytes]]:
        """What lies beside the acts of a case."""
        home = home_of(wish.cases, case)
        yield home + INDEX, canonical_bytes(self._index(wish, dockets[case]))
        for path, content in (*_evaluations(dockets[case]), *self._releases(dockets[case])):
            yield home + path, content

    def _world(self) -> Iterator[tuple[str, bytes]]:
        rules = self.office.rules
        intake, bundles = (self.office.keys.verifier(role).vkey for role in ("intake", "bundles"))
        yield WORLD, canonical_bytes(rules.world)
        yield RULEBOOK, rules.book.source
        yield KEYS, canonical_bytes(Keys(self.log.key.vkey, intake, bundles))

    def _earlier_rulebooks(self, digests: set[str]) -> Iterator[tuple[str, bytes]]:
        """Rulebooks acts were judged by before today's; the vault has kept each under its digest."""
        earlier = digests - {self.office.rules.book.digest}
        for digest in sorted(self.office.vault.holds(sorted(earlier))):
            yield rulebook_path(digest), self.office.vault.get(digest)

    def _dockets(self, wish: Wish, case: str) -> dict[str, tuple[Act, ...]]:
        """The case and what lies beneath it, each as far as it is shown."""
        acts = self.read(case)
        reading = Reader.AUDITOR if wish.scope == "auditor" else Reader.EVERYBODY
        acts = acts[: length_shown(case, acts, frozenset({reading}))]
        if not acts:
            raise NothingToShow(case)
        beneath = (
            *self._bids(wish, acts), *self._conclusion(wish, acts), *self._enquiries(wish, acts),
            *self.listings(case),
        )  # fmt: skip
        return {case: acts, **self.several(beneath)}

    def of_the_world(self) -> set[str]:
        """The docket of the world itself, where it has acts: no act sees it, and all rest on it."""
        return {self.office.rules.world.id} if self.office.keys.read() != NOTHING_ENTERED else set()

    def register(self, needed: set[str]) -> dict[str, tuple[Act, ...]]:
        """What acts rested on in the register, and so on, each docket as it is now."""
        register: dict[str, tuple[Act, ...]] = {}
        while further := sorted(needed - register.keys()):
            register |= self.several(further)
            needed |= {id for docket in further for id in needed_by({docket: register[docket]})}
        return register

    def _bids(self, wish: Wish, case: tuple[Act, ...]) -> list[str]:
        dockets = sorted(
            {link.docket for link in self.office.journal.links(index_name(IndexKind.BIDS, case[0].docket))}
        )
        if _bids_are_shown(wish, case):
            return dockets
        return [docket for docket in dockets if self._belongs(docket, wish.party)]

    def _conclusion(self, wish: Wish, case: tuple[Act, ...]) -> Iterator[str]:
        """What a prequalification concluded: with the bids, because it names them."""
        docket = prequalification_docket(case[0].docket)
        if _bids_are_shown(wish, case) and self.office.journal.entries(docket):
            yield docket

    def listings(self, case: str) -> list[str]:
        return sorted(
            {link.docket for link in self.office.journal.links(index_name(IndexKind.LISTINGS, case))}
        )

    def _belongs(self, docket: str, party: str) -> bool:
        return bool(party) and party in self.office.views.of(docket, fresh=True).state.bidders

    def _enquiries(self, wish: Wish, case: tuple[Act, ...]) -> Iterator[str]:
        for act in case:
            if isinstance(act.intent.deed, AnswerEnquiry):
                docket = act.deed(AnswerEnquiry).enquiry
                asked_by = self.office.views.of(docket, fresh=True).state.organisation
                if wish.scope == "auditor" or wish.party == asked_by:
                    yield docket

    def _index(self, wish: Wish, case: tuple[Act, ...]) -> tuple[Link, ...]:
        if not _bids_are_shown(wish, case):
            return ()
        links = self.office.journal.links(index_name(IndexKind.BIDS, case[0].docket))
        return tuple(Link(link.docket, link.seq) for link in links)

    def _acts(self, dockets: Mapping[str, tuple[Act, ...]], prove: Prover) -> Iterator[tuple[str, bytes]]:
        """Acts with their proofs and receipts."""
        acts = [act for shown in dockets.values() for act in shown]
        proofs = [prove(intent_id(act.intent)) for act in acts]
        if waiting := proofs.count(None):
            raise NotYetLogged(waiting)
        for act, proof in zip(acts, proofs, strict=True):
            given = self.office.journal.receipt(intent_id(act.intent))
            assert given is not None and proof is not None, "an act in the log has its receipt"
            note, _, source = given
            for folder, content in (("acts", source), ("proofs", proof.encoded()), ("receipts", note)):
                yield place_of(folder, act.docket, act.seq), content

    def _checkpoint(self, register: dict[str, tuple[Act, ...]], prove: Prover) -> bytes:
        """The checkpoint all proofs lead to."""
        proof = next(prove(intent_id(act.intent)) for acts in register.values() for act in acts)
        if proof is None:
            raise NotYetLogged(1)
        return proof.checkpoint

    def _releases(self, case: tuple[Act, ...]) -> Iterator[tuple[str, bytes]]:
        """What was published of the case, each release at the place of the act that disclosed it."""
        places = {public_id("release", digest_of_act(act)): act.seq for act in case}
        for release in self.office.journal.published(case[0].docket):
            disclosed_by = json.loads(release)["id"].rpartition("-")[2]
            if disclosed_by in places:
                yield release_path(places[disclosed_by]), release

    def _openings(self, wish: Wish, dockets: Mapping[str, tuple[Act, ...]]) -> Iterator[Shown]:
        if wish.scope == "public":
            return
        for docket in sorted(dockets):
            for act in dockets[docket]:
                if wish.scope == "auditor" or act.intent.organisation == wish.party:
                    for opening in self.office.journal.openings(intent_id(act.intent)):
                        yield Shown(docket, act.seq, opening.path, opening.salt, opening.value)

    def several(self, dockets: Iterable[str]) -> dict[str, tuple[Act, ...]]:
        """The acts of dockets in the order they are named."""
        named = tuple(dockets)
        found = self.office.journal.acts_of(named)
        return {name: tuple(read_act(entry.source) for entry in found.get(name, ())) for name in named}

    def read(self, docket: str) -> tuple[Act, ...]:
        """The acts of one docket."""
        return tuple(read_act(entry.source) for entry in self.office.journal.entries(docket))


def _bids_are_shown(wish: Wish, case: tuple[Act, ...]) -> bool:
    """After the opening to everybody; to an auditor as soon as the case rests on them after the deadline."""
    resting = any(is_index(one.docket, IndexKind.BIDS) for act in case for one in act.seen)
    too_few = any(getattr(act.intent.deed, "cause", "") == "too_few_qualified" for act in case)
    return bids_are_public(case) or (wish.scope == "auditor" and (resting or too_few))


def _rulebooks(dockets: Mapping[str, tuple[Act, ...]]) -> set[str]:
    return {act.rulebook for acts in dockets.values() for act in acts}


def needed_by(dockets: Mapping[str, tuple[Act, ...]]) -> set[str]:
    """The dockets of the register that these acts rested on."""
    seen = {one.docket for acts in dockets.values() for act in acts for one in act.seen}
    return {docket for docket in seen if is_docket(docket, *REGISTRY)}


def _evaluations(case: Iterable[Act]) -> Iterator[tuple[str, bytes]]:
    """Inputs and result of the evaluation of each lot; the last, where one was opened again."""
    state: Any = None
    last: dict[str, bytes] = {}
    for act in case:
        if isinstance(act.intent.deed, ConcludeEvaluation):
            last[evaluation_path(lot_of(act.intent.deed))] = evaluation_bytes(state, act)
        state = apply(state, act)
    yield from last.items()
