"""The bundle of a case: everything a stranger needs to judge it again, offline, signed by the key of the log.

What goes in follows ``core.judgement.visibility``: of the case the prefix that is public by now, after the
opening all its bids, and of the register what these acts rested on. A party also gets its own dockets, an
auditor everything with the private fields. Questions stay with those who asked until an auditor comes.
The reader is ``daylight.verifier``; shown by ``tests/verifier/test_verify.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from daylight.core.acts.act import Act, read_act
from daylight.core.acts.intent import intent_id
from daylight.core.disclosure.occasion import public_id
from daylight.core.judgement.fold import apply, digest_of_act
from daylight.core.judgement.visibility import bids_are_public, public_length
from daylight.core.ledger.note import Signer, sign
from daylight.core.ledger.proof import LogProof
from daylight.core.values.instant import Instant
from daylight.core.values.plain import canonical_bytes
from daylight.core.values.text import Text
from daylight.office.perform import Office
from daylight.office.sequencer import Sequencer
from daylight.verifier.chains import Link
from daylight.verifier.opened import Keys
from daylight.verifier.recompute import Shown, evaluation_bytes
from daylight.verifier.shape import (
    CHECKPOINT,
    INDEX,
    KEYS,
    NOTE,
    OPENINGS,
    RULEBOOK,
    WORLD,
    Listing,
    Scope,
    evaluation_path,
    files_of,
    place_of,
    release_path,
)

REGISTERS = ("person-", "org-", "mandate-")


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
            f"案卷 {case} 不存在或尚无公开内容。", f"There is no case {case}, or nothing of it is public yet."
        )
        super().__init__(f"{self.text.zh} {self.text.en}")


@dataclass(frozen=True)
class Wish:
    """Which bundle is asked for: ``party`` is the organisation whose own dockets are shown."""

    case: str
    scope: Scope
    party: str = ""


@dataclass(frozen=True)
class Bundler:
    """Makes bundles from journal and log."""

    office: Office
    log: Sequencer
    signer: Signer

    def bundle(self, wish: Wish, at: Instant) -> dict[str, bytes]:
        """The files of a bundle by path, its signed list among them."""
        dockets = self._dockets(wish)
        files = {**self._world(), INDEX: canonical_bytes(self._index(wish, dockets))}
        files |= self._acts(dockets)
        files |= _evaluations(dockets[wish.case])
        files |= self._releases(dockets[wish.case])
        files[OPENINGS] = canonical_bytes(tuple(self._openings(wish, dockets)))
        origin = self.office.rules.world.origin
        listing = Listing(origin, wish.scope, wish.case, at.utc_ms, files_of(files))
        note = sign(listing.text(), (self.signer,), self.office.rules.crypto)
        return {**files, NOTE: note.encoded()}

    def _world(self) -> dict[str, bytes]:
        rules = self.office.rules
        log, intake = (
            signer.verifier(rules.crypto).vkey for signer in (self.signer, self.office.receipts.signer)
        )
        return {
            WORLD: canonical_bytes(rules.world),
            RULEBOOK: canonical_bytes(rules.book),
            KEYS: canonical_bytes(Keys(log, intake)),
        }

    def _dockets(self, wish: Wish) -> dict[str, tuple[Act, ...]]:
        """All dockets of the bundle, each as far as it is shown."""
        case = self._read(wish.case)
        case = case if wish.scope == "auditor" else case[: public_length(case)]
        if not case:
            raise NothingToShow(wish.case)
        dockets = {wish.case: case}
        for docket in (*self._bids(wish, case), *self._enquiries(wish, case)):
            dockets[docket] = self._read(docket)
        self._add_registers(dockets)
        return dockets

    def _add_registers(self, dockets: dict[str, tuple[Act, ...]]) -> None:
        """What the acts rested on in the register, as long as it was when they saw it, and so on."""
        asked = [act for acts in dockets.values() for act in acts]
        while asked:
            seen = [one for act in asked for one in act.seen if one.docket.startswith(REGISTERS)]
            asked = []
            for one in seen:
                shown = dockets.get(one.docket, ())
                if one.length > len(shown):
                    longer = self._read(one.docket)[: one.length]
                    asked.extend(longer[len(shown) :])
                    dockets[one.docket] = longer

    def _bids(self, wish: Wish, case: tuple[Act, ...]) -> list[str]:
        dockets = sorted({link.docket for link in self.office.journal.links(f"bids:{wish.case}")})
        if _bids_are_shown(wish, case):
            return dockets
        return [docket for docket in dockets if self._belongs(docket, wish.party)]

    def _belongs(self, docket: str, party: str) -> bool:
        return bool(party) and party in self.office.views.of(docket, fresh=True).state.bidders

    def _enquiries(self, wish: Wish, case: tuple[Act, ...]) -> Iterator[str]:
        for act in case:
            if act.intent.kind == "AnswerEnquiry":
                docket = act.intent.deed.enquiry
                asked_by = self.office.views.of(docket, fresh=True).state.organisation
                if wish.scope == "auditor" or wish.party == asked_by:
                    yield docket

    def _index(self, wish: Wish, dockets: dict[str, tuple[Act, ...]]) -> tuple[Link, ...]:
        if not _bids_are_shown(wish, dockets[wish.case]):
            return ()
        links = self.office.journal.links(f"bids:{wish.case}")
        return tuple(Link(link.docket, link.seq) for link in links)

    def _acts(self, dockets: dict[str, tuple[Act, ...]]) -> dict[str, bytes]:
        """Acts with their proofs and receipts, and the checkpoint all proofs lead to."""
        acts = [act for shown in dockets.values() for act in shown]
        ids = [intent_id(act.intent) for act in acts]
        found = self.log.proofs_of(ids)
        proofs: list[LogProof] = [proof for proof in found if proof is not None]
        if len(proofs) < len(acts):
            raise NotYetLogged(len(acts) - len(proofs))
        files = {CHECKPOINT: proofs[0].checkpoint}
        for act, id, proof in zip(acts, ids, proofs, strict=True):
            given = self.office.journal.receipt(id)
            assert given is not None, "an act in the journal has its receipt"
            note, _, source = given
            for folder, content in (("acts", source), ("proofs", proof.encoded()), ("receipts", note)):
                files[place_of(folder, act.docket, act.seq)] = content
        return files

    def _releases(self, case: tuple[Act, ...]) -> dict[str, bytes]:
        """What was published of the case, each release at the place of the act that disclosed it."""
        places = {public_id("release", digest_of_act(act)): act.seq for act in case}
        files = {}
        for release in self.office.journal.published(case[0].docket):
            disclosed_by = json.loads(release)["id"].rpartition("-")[2]
            if disclosed_by in places:
                files[release_path(places[disclosed_by])] = release
        return files

    def _openings(self, wish: Wish, dockets: dict[str, tuple[Act, ...]]) -> Iterator[Shown]:
        if wish.scope == "public":
            return
        for docket in sorted(dockets):
            for act in dockets[docket]:
                if wish.scope == "auditor" or act.intent.organisation == wish.party:
                    for opening in self.office.journal.openings(intent_id(act.intent)):
                        yield Shown(docket, act.seq, opening.path, opening.salt, opening.value)

    def _read(self, docket: str) -> tuple[Act, ...]:
        return tuple(read_act(entry.source) for entry in self.office.journal.entries(docket))


def _bids_are_shown(wish: Wish, case: tuple[Act, ...]) -> bool:
    """After the opening to everybody; to an auditor as soon as holders began to release their shares."""
    releasing = any(act.intent.kind == "ReleaseShares" for act in case)
    return bids_are_public(case) or (wish.scope == "auditor" and releasing)


def _evaluations(case: Iterable[Act]) -> dict[str, bytes]:
    """Inputs and result of every evaluation that the case concluded."""
    files: dict[str, bytes] = {}
    state: Any = None
    for act in case:
        if act.intent.kind == "ConcludeEvaluation":
            files[evaluation_path(act.intent.deed.lot)] = evaluation_bytes(state, act)
        state = apply(state, act)
    return files
