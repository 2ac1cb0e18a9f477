"""The one door: nothing that matters changes but through ``Office.perform``.

``bytes → intent → matter → refusals | act → receipt``. Read ``docs/life-of-an-act.md`` beside it.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import Any

from daylight.core.acts.act import Act, Seen, act_bytes, act_digest
from daylight.core.acts.answer import Receipt, RefusalNote
from daylight.core.acts.common import Opening, Private, opening_holds
from daylight.core.acts.dockets import bid_docket, case_secret
from daylight.core.acts.intent import Intent, SignedIntent, intent_id, read_signed
from daylight.core.acts.kinds import kind_name
from daylight.core.acts.opening import OpenBids, ReleaseShares
from daylight.core.acts.prequalification import OpenApplication
from daylight.core.acts.server import RecoverClock
from daylight.core.acts.shapes import OfBidders
from daylight.core.acts.world import World
from daylight.core.disclosure.occasion import OCID_PREFIX
from daylight.core.judgement.facets import facets_of
from daylight.core.judgement.fold import apply
from daylight.core.judgement.judge import Admission, cited, draft, judge
from daylight.core.judgement.register import REGISTER
from daylight.core.ledger.leaf import commitment
from daylight.core.procedures.bidding import sealed_files
from daylight.core.procedures.matter import Matter
from daylight.core.procedures.opening import minimum_bidders_of
from daylight.core.procedures.record import application_record, opening_record
from daylight.core.procedures.registry import identity_is_well_formed
from daylight.core.rulebook.book import Rulebook
from daylight.core.sealing.manifest import Manifest
from daylight.core.sealing.parts import Pieces
from daylight.core.values.crypto import Crypto
from daylight.core.values.docket import DocketKind, IndexKind, indexed, is_index
from daylight.core.values.instant import Instant
from daylight.core.values.plain import Misshapen
from daylight.core.values.refusal import Refusal
from daylight.office.duties import owing_after
from daylight.office.gateway import Gateway, TooBusy
from daylight.office.ports import Chance, Draft, Journal, Stale, Vault
from daylight.office.publishing import published
from daylight.office.receipts import ReceiptBook
from daylight.office.views import View, Views

TRIES = 4
SALT_BYTES = 32
LARGEST_INTENT = 1_000_000
LARGEST_OPENING = 16_000_000
OPENINGS = (OpenBids, ReleaseShares)  # they name every bid, and there may be thousands
LONGEST_DOCKET = 80
WRITING_MS = 10_000
"""What of the tolerance is left for the disk: the last look at the clock comes before the write."""
RECOVERS = kind_name(RecoverClock).encode()
IDENTITY = "identity_number"
NUL = rb"\u0000"  # as canonical JSON spells it; not every database keeps it in text


@dataclass(frozen=True)
class Rules:
    """What the office judges and publishes by; ``docket_seed`` names the dockets of bids."""

    world: World
    book: Rulebook
    crypto: Crypto
    ocid_prefix: str = OCID_PREFIX
    docket_seed: bytes = b""


class Office:
    """The application behind every page, interface and command."""

    def __init__(
        self,
        rules: Rules,
        journal: Journal,
        vault: Vault,
        gateway: Gateway,
        *,
        receipts: ReceiptBook,
        chance: Chance,
    ) -> None:
        self.rules, self.journal, self.vault = rules, journal, vault
        self.gateway, self.receipts, self._chance = gateway, receipts, chance
        self.keys = receipts.keys
        self.views = Views(journal)

    def perform(
        self, source: bytes, openings: tuple[Opening, ...] = (), *, arrived: Instant | None = None
    ) -> Receipt | RefusalNote:
        """Do what a signed intent asks, if the law admits it; ``arrived`` where its arrival is held already.

        ``openings`` reveal the private fields to those entitled. Raises ``Misshapen`` where the bytes are
        no signed intent, ``NotNow`` where it can't be dealt with now; a repeated intent gets its first
        receipt again.
        """
        with self._arrival(source) if arrived is None else nullcontext(arrived) as at:
            _is_no_larger_than_it_may_be(source)
            signed = read_signed(source)
            _journal_can_keep(signed.intent, source)
            _openings_fit(signed.intent, openings)
            if any(is_index(docket, IndexKind.BIDS) for docket in facets_of(signed.intent).values()):
                self._settled(at)
            return self._decide(signed, at, openings)

    def _arrival(self, source: bytes) -> AbstractContextManager[Instant]:
        return self.gateway.recovering() if _sets_time_right(source) else self.gateway.arriving()

    def opening(self, case: str) -> OpenBids:
        """The opening record of a case for its presider to sign."""
        view = self.views.of(case, fresh=True)
        return opening_record(
            view.state,
            self.views.index(case).state,
            least=minimum_bidders_of(self.rules.book, view.state),
            files=_InVault(self.vault),
            crypto=self.rules.crypto,
            secret=case_secret(self.rules.docket_seed, case),
        )

    def bid_docket(self, case: str, bidders: tuple[str, ...]) -> str:
        """The docket of a set of bidders in a case, whether there is one or not."""
        return bid_docket(case, bidders, case_secret(self.rules.docket_seed, case))

    def application(self, case: str, bid: str) -> OpenApplication:
        """The record of opening one application for its presider to sign."""
        file = self.views.of(bid, fresh=True).state
        return application_record(case, file, files=_InVault(self.vault), crypto=self.rules.crypto)

    def _settled(self, at: Instant) -> None:
        """Everything that arrived before has its answer; else what rests on all of it is not judged."""
        if not self.gateway.settle(at):
            raise TooBusy

    def _decide(
        self, signed: SignedIntent, at: Instant, openings: tuple[Opening, ...]
    ) -> Receipt | RefusalNote:
        id = intent_id(signed.intent)
        for attempt in range(TRIES):
            # A repeat is rare: it is looked for only after the lane, or the law, has stopped the intent once.
            if attempt and (given := self.journal.receipt(id)):
                return Receipt(*given)
            judged = self._judged(signed, at, openings, fresh=attempt > 0)
            if isinstance(judged, _Refused):
                if judged.fresh:
                    return self.receipts.refusal(signed, at, judged.refusals)
                continue
            committed = self._drafted(signed, judged, openings)
            try:
                self.journal.commit(committed)
            except Stale:
                continue
            return self._acknowledged(committed, judged)
        return self._exclusively(signed, at, openings)

    def _exclusively(
        self, signed: SignedIntent, at: Instant, openings: tuple[Opening, ...]
    ) -> Receipt | RefusalNote:
        """Contention never refuses: after some tries the intent is judged in the lane's own turn."""
        held: list[tuple[Draft, _Admitted]] = []

        def turn() -> Draft:
            judged = self._judged(signed, at, openings, fresh=True)
            if isinstance(judged, _Refused):
                raise _RefusedInTurn(judged.refusals)
            held.append((self._drafted(signed, judged, openings), judged))
            return held[-1][0]

        try:
            self.journal.exclusively(turn)
        except _RefusedInTurn as refused:
            return self.receipts.refusal(signed, at, refused.refusals)
        return self._acknowledged(*held[-1])

    def _judged(
        self, signed: SignedIntent, at: Instant, openings: tuple[Opening, ...], *, fresh: bool
    ) -> _Admitted | _Refused:
        intent = signed.intent
        own = self.views.of(intent.docket, fresh=fresh)
        views = {name: self._view(docket, fresh=fresh) for name, docket in facets_of(intent).items()}
        facets = {name: view.state for name, view in views.items()}
        if seals := REGISTER[intent.kind].seals:
            facets["stored"] = self._stored(seals(intent))
        if recounts := REGISTER[intent.kind].recounts:
            since = self.journal.received_since(recounts(intent).utc_ms)
            facets["received"] = frozenset(one.digest for one in since)
        rules = self.rules
        if REGISTER[intent.kind].docket is DocketKind.BID and isinstance(intent.deed, OfBidders):
            facets["secret"] = case_secret(rules.docket_seed, intent.deed.case)
        matter = Matter(
            intent, signed.signature, at, rules.world, rules.book, rules.crypto, own.state, own.head, facets
        )
        verdict = judge(matter)
        if not isinstance(verdict, Admission):
            return _Refused(verdict, fresh)
        if misspelled := _misspelled(matter, openings):
            return _Refused(misspelled, fresh)
        seen = {view.head.docket: view.head for view in (own, *views.values())}
        act = draft(
            matter, verdict, seen=tuple(seen[key] for key in sorted(seen)), rulebook=rules.book.digest
        )
        return _Admitted(act, own, apply(own.state, act))

    def _view(self, docket: str, *, fresh: bool) -> View:
        if is_index(docket, IndexKind.BIDS):
            return self.views.index(indexed(docket))
        if is_index(docket, IndexKind.PURCHASES):
            return self.views.purchases(docket)
        return self.views.of(docket, fresh=fresh)

    def _stored(self, manifests: tuple[Manifest, ...]) -> frozenset[str]:
        return self.vault.holds([digest for manifest in manifests for digest in sealed_files(manifest)])

    def _drafted(self, signed: SignedIntent, judged: _Admitted, openings: tuple[Opening, ...]) -> Draft:
        act = judged.act
        source = act_bytes(act)
        salt = self._chance.take(SALT_BYTES)
        note = self.receipts.note(act, commitment(salt, source))
        return Draft(
            act=act,
            source=source,
            digest=act_digest(source),
            salt=salt,
            intent_id=intent_id(signed.intent),
            note=note,
            indexes=REGISTER[act.intent.kind].indexes(act.intent),
            openings=openings,
            in_time=partial(self._in_time, act.received_at),
            published=published(
                judged.before.state,
                act,
                judged.after,
                views=self.views,
                book=self.rules.book,
                prefix=self.rules.ocid_prefix,
            ),
            owing=owing_after(self.views, self.journal, act, judged.after),
        )

    def _in_time(self, at: Instant) -> None:
        """Raises where an arrival is so old that acts which did not see it would contradict it."""
        if founding := self.rules.world.founding:
            self.gateway.in_time(at, founding.tolerance_ms - WRITING_MS)

    def _acknowledged(self, committed: Draft, judged: _Admitted) -> Receipt:
        head = Seen(committed.act.docket, committed.act.seq + 1, committed.digest)
        self.views.keep(head.docket, View(judged.after, head))
        if head.docket == self.rules.world.id:
            self.keys.read()
        if isinstance(committed.act.intent.deed, RecoverClock):
            self.gateway.set_right(committed.act.received_at)
        return Receipt(committed.note, committed.salt, committed.source)


@dataclass(frozen=True)
class _InVault:
    """Sealed files as the office reads them."""

    vault: Vault

    def held(self, sha256: str, most: int) -> AbstractContextManager[Pieces]:
        """A file of the vault, whatever its size: it is not copied."""
        return nullcontext(self.vault.pieces(sha256))


@dataclass(frozen=True)
class _Admitted:
    act: Act
    before: View
    after: Any


@dataclass(frozen=True)
class _Refused:
    refusals: tuple[Refusal, ...]
    fresh: bool


class _RefusedInTurn(Exception):
    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        self.refusals = refusals
        super().__init__("refused")


def _misspelled(m: Matter, openings: tuple[Opening, ...]) -> tuple[Refusal, ...]:
    """What is wrong with an identity number that is opened to the office."""
    numbers = (one.value for one in openings if one.path == IDENTITY)
    found = (identity_is_well_formed(m.book, number) for number in numbers)
    return tuple(cited(m, refusal) for refusal in found if refusal)


def may_set_time_right(source: bytes) -> bool:
    """Whether an intent names the act that recovers the clock; all others are stamped unread."""
    return RECOVERS in source and len(source) <= LARGEST_INTENT


def _sets_time_right(source: bytes) -> bool:
    return may_set_time_right(source) and read_signed(source).intent.kind == kind_name(RecoverClock)


def _is_no_larger_than_it_may_be(source: bytes) -> None:
    """Asked before anything is read; within a text quotes are spelled otherwise, so only a kind is found."""
    opens = any(f'"kind":"{kind_name(one)}"'.encode() in source for one in OPENINGS)
    largest = LARGEST_OPENING if opens else LARGEST_INTENT
    if len(source) > largest:
        raise Misshapen("", f"an intent has at most {largest} bytes; put documents into the vault")


def _journal_can_keep(intent: Intent, source: bytes) -> None:
    """What one caller sends must not stop the lane of all: a failed commit would."""
    if ":" in intent.docket or len(intent.docket) > LONGEST_DOCKET:
        raise Misshapen(".intent.docket", f"a docket has at most {LONGEST_DOCKET} characters and no colon")
    if NUL in source:
        raise Misshapen("", "text has no NUL character")


def _openings_fit(intent: Intent, openings: tuple[Opening, ...]) -> None:
    if len({opening.path for opening in openings}) != len(openings):
        raise Misshapen(".openings", "a private field is opened once")
    for opening in openings:
        field: Any = getattr(intent.deed, opening.path, None)
        if not isinstance(field, Private) or "\0" in opening.value or not opening_holds(field, opening):
            raise Misshapen(f".openings.{opening.path}", "does not open the private field of this name")
