"""The one way a participant looks at a world and acts in it: nothing is believed before it was checked.

Every view goes through the verifier's own steps, under the world the participant pinned, and is held against
what his home saw before. After a lie nothing more is sent. Shown by ``tests/client/test_lying_door.py``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from daylight.client.device import Device
from daylight.client.files import FileOnDisk
from daylight.client.lies import Lied
from daylight.client.own_bid import check_name, with_own
from daylight.client.pin import Memory, Pin
from daylight.client.receipt import Sent, check_receipt, check_refusal
from daylight.client.remembered import continues, is_no_shorter, must_be_shown, remembered, texts
from daylight.core.acts.act import Seen as SeenHead
from daylight.core.acts.answer import Receipt, RefusalNote
from daylight.core.acts.bidding import SubmitBid
from daylight.core.acts.common import Opening
from daylight.core.acts.intent import read_signed
from daylight.core.acts.kinds import Deed
from daylight.core.acts.prequalification import SubmitApplication
from daylight.core.acts.shapes import OfCase
from daylight.core.disclosure.rights import Who
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.indexes import BidIndex
from daylight.core.dockets.world import NOTHING_ENTERED, WorldFile, keys_ever, keys_then
from daylight.core.judgement.fold import index_of
from daylight.core.ledger.checkpoint import Checkpoint, read_checkpoint
from daylight.core.ledger.note import NoKnownKey, Verifier, open_note, read_note, read_vkey
from daylight.core.procedures.opening import deadline_of
from daylight.core.rulebook.book import Rulebook
from daylight.core.sealing.envelope import LARGEST_SHARE
from daylight.core.values.crypto import Crypto
from daylight.core.values.docket import DocketKind, IndexKind, index_name, is_docket
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text
from daylight.verifier.chains import Index, stands
from daylight.verifier.view import Known, Looked, NotHeld, View, look, look_at_world


class Wire(Protocol):
    """The way to a server that is not believed."""

    def perform(self, source: bytes, openings: tuple[Opening, ...] = ()) -> Receipt | RefusalNote: ...

    def put(self, content: bytes, bid: str = "") -> str: ...

    def put_all(self, contents: Sequence[bytes], bid: str = "") -> tuple[str, ...]: ...
    def put_file(self, file: FileOnDisk, sha256: str, bid: str = "") -> str: ...

    def stream(self, case: str, sha256: str, device: Device) -> Iterator[bytes]: ...

    def show(self, case: str, device: Device | None, *, beside: str = "", since: int = 0) -> View: ...

    def show_world(self) -> View: ...

    def law(self, digest: str) -> Rulebook: ...

    def docket(self, case: str, bidders: tuple[str, ...], device: Device) -> str: ...

    def enquiries(self, case: str, device: Device) -> tuple[tuple[str, str], ...]: ...

    def opening(self, case: str, device: Device) -> Deed: ...

    def application(self, case: str, bid: str, device: Device) -> Deed: ...


APART_MS = 1_000
LARGEST_FILE = 512 * 1024 * 1024
APART = Text(
    "平台时间与本机相差 {seconds} 秒。",
    "The platform's clock differs from yours, in seconds by {seconds}.",
)


@dataclass(frozen=True)
class Trust:
    """What a participant believes: his pin, laws published elsewhere by digest, his clock, the primitives."""

    pin: Pin
    published: Mapping[str, str]
    now: Callable[[], Instant]
    crypto: Crypto


@dataclass
class VerifiedDoor:
    """A door whose every answer is checked; ``memory_of`` brings what the home of a device saw before."""

    wire: Wire
    trust: Trust
    memory_of: Callable[[Device], Memory]
    who_is: Callable[[Device], Who]
    said: list[Text] = field(default_factory=list)
    _entered: WorldFile = NOTHING_ENTERED
    _laws: dict[str, Rulebook] = field(default_factory=dict)
    _looked: dict[str, tuple[Looked, Device, int]] = field(default_factory=dict)
    _listed: dict[str, Listed] = field(default_factory=dict)

    def perform(self, source: bytes, openings: tuple[Opening, ...] = ()) -> Receipt | RefusalNote:
        """Do what a signed intent asks; an answer that is neither receipt nor refusal is ``Lied``."""
        trust = self.trust
        sent = self._sent(source)
        answer = self.wire.perform(source, openings)
        sent = replace(sent, keys=self._gateway(answer.note))
        if isinstance(answer, RefusalNote):
            check_refusal(answer, sent, trust.pin, trust.crypto)
            return answer
        act = check_receipt(answer, sent, trust.pin, trust.crypto)
        for seen in act.seen:
            self._was_shown_all(seen)
            self._was_shown_its_bids(seen)
        if isinstance(act.intent.deed, OfCase) and act.intent.deed.case in self._looked:
            memory = self.memory_of(self._looked[act.intent.deed.case][1])
            memory.remember(with_own(memory.seen(), act))
        apart = act.received_at.utc_ms - trust.now().utc_ms
        if abs(apart) > APART_MS:
            self.said.append(APART.fill(seconds=str(round(apart / 1000))))
        return answer

    def look(self, case: str, device: Device, *, beside: str = "") -> Looked:
        """A case with what lies beneath it, checked; ``Lied`` where anything of it cannot be true."""
        memory, at = self.memory_of(device), self.trust.now().utc_ms
        seen = memory.seen()
        since = self._checkpoint(seen.checkpoint)
        view = self.wire.show(case, device, beside=beside, since=since.size if since else 0)
        looked = self._checked(view, case)
        if since:
            continues(looked, since)
        if case not in seen.dockets:
            is_no_shorter(looked, case, self._public(case), Who())
        for docket, acts in seen.dockets.items():
            who = self.who_is(device)
            if looked.head(docket).length or must_be_shown(docket, acts, who, case, beside):
                is_no_shorter(looked, docket, tuple(acts), self.who_is(device))
        memory.remember(remembered(looked, view, seen))
        self._looked[case] = (looked, device, at)
        if looked.index:
            self._listed[looked.index.id] = Listed(looked.index, case, device, beside, at)
        return looked

    def view(self, docket: str, device: Device) -> tuple[Any, SeenHead]:
        """The state and head of a case, or of a docket beneath the case that was looked at last."""
        case = docket
        if not is_docket(docket, DocketKind.CASE):
            with_it = [one for one, (looked, _, _) in self._looked.items() if looked.head(docket).length]
            if not with_it:
                raise LookupError(docket)
            case = with_it[-1]
        looked = self.look(case, device)
        return looked.state(docket), looked.head(docket)

    def bids(self, case: str, device: Device) -> BidIndex:
        """All bids of a case, after the deadline, each judged again."""
        found = self.look(case, device, beside="bids").bids()
        if found is None:
            raise Lied("index.not-shown", case=case)
        return found

    def applications(self, case: str, device: Device) -> BidIndex:
        """All applications of a case, after their deadline, each judged again."""
        looked = self.look(case, device, beside="applications")
        state = looked.state(case)
        if looked.index is None and isinstance(state, Case) and state.tendering.deadline is None:
            raise Lied("index.not-shown", case=case)
        states = (looked.state(chain.id) for chain in looked.chains)
        files = tuple(one for one in states if isinstance(one, BidFile) and one.application)
        return index_of(case, files, SeenHead(index_name(IndexKind.BIDS, case), 0, ""))

    def put(self, content: bytes, bid: str = "") -> str:
        """Upload to the vault; the digest is computed here."""
        digest = digest_of(content)
        if self.wire.put(content, bid) != digest:
            raise Lied("file.received")
        return digest

    def put_all(self, contents: Sequence[bytes], bid: str = "") -> tuple[str, ...]:
        """Upload several files to the vault; the digests are computed here."""
        digests = tuple(map(digest_of, contents))
        if self.wire.put_all(contents, bid) != digests:
            raise Lied("file.received")
        return digests

    def put_file(self, file: FileOnDisk, bid: str = "") -> str:
        """Upload a file from the disk; the digest is computed here."""
        digest = file.digest()
        if self.wire.put_file(file, digest, bid) != digest:
            raise Lied("file.received")
        return digest

    def get(self, case: str, sha256: str, device: Device) -> bytes:
        """Download a file that is small: of a larger one its beginning, which nobody takes for the whole."""
        content = bytearray()
        for piece in self.stream(case, sha256, device):
            content += piece[: LARGEST_SHARE + 1 - len(content)]
        return bytes(content)

    def stream(self, case: str, sha256: str, device: Device) -> Iterator[bytes]:
        """Download a file piece by piece; one that ends with another digest, or never, is ``Lied``."""
        digest, size = hashlib.sha256(), 0
        for piece in self.wire.stream(case, sha256, device):
            digest.update(piece)
            size += len(piece)
            if size > LARGEST_FILE:
                raise Lied("file.differs")
            yield piece
        if digest.hexdigest() != sha256:
            raise Lied("file.differs")

    def docket(self, case: str, bidders: tuple[str, ...], device: Device) -> str:
        """The docket of a bid: the opening discloses from which secret it follows; it never changes."""
        told = self.wire.docket(case, bidders, device)
        check_name(told, case, bidders, self.memory_of(device).seen())
        return told

    def enquiries(self, case: str, device: Device) -> tuple[tuple[str, str], ...]:
        """The open questions of a case: who asks stays unknown, so nothing proves them."""
        return self.wire.enquiries(case, device)

    def opening(self, case: str, device: Device) -> Deed:
        """The opening record to be signed, once it names the bids that were shown."""
        return self.wire.opening(case, device)

    def application(self, case: str, bid: str, device: Device) -> Deed:
        """The record of opening one application, to be signed."""
        return self.wire.application(case, bid, device)

    def _sent(self, source: bytes) -> Sent:
        """What is sent, after every act that was shown, and before the deadline of what it is for."""
        signed = read_signed(source)
        shown = [looked.latest_ms for looked, _, _ in self._looked.values()]
        deed, due = signed.intent.deed, None
        if isinstance(deed, SubmitBid | SubmitApplication) and deed.case in self._looked:
            case = self._looked[deed.case][0].state(deed.case)
            if isinstance(case, Case):
                due = deadline_of(case, "bids" if isinstance(deed, SubmitBid) else "applications")
        return Sent(signed, max(shown, default=0), due.utc_ms if due else None)

    def _gateway(self, note: bytes) -> tuple[Verifier, ...]:
        """The keys of the gateway; where none of them has signed, the registrar may have entered another."""
        try:
            open_note(note, self._intake(), self.trust.crypto)
        except NoKnownKey:
            self._entered = self._checked_world()
        except ValueError:
            pass  # it is no receipt under any key, which is said where it is checked
        return self._intake()

    def _intake(self) -> tuple[Verifier, ...]:
        """The key in force, and those around now."""
        world, entered = self.trust.pin.world, self._entered
        lately = keys_then(world, entered, "intake", at=self.trust.now())
        return tuple(map(read_vkey, dict.fromkeys((*lately, *keys_ever(world, entered, "intake")[-1:]))))

    def keys(self) -> tuple[tuple[Verifier, ...], tuple[Verifier, ...]]:
        """Every key that the log, and that the gateway, has ever had, from the first on."""
        entered = self._entered = self._checked_world()
        log, intake = (keys_ever(self.trust.pin.world, entered, role) for role in ("log", "intake"))
        return tuple(map(read_vkey, log)), tuple(map(read_vkey, intake))

    def _checked_world(self) -> WorldFile:
        view = self.wire.show_world()
        with _no_lies():
            return look_at_world(view, self._known(view), self.trust.crypto)

    def _public(self, case: str) -> tuple[str, ...]:
        """What everybody is shown of a case: who looks for the first time is shown no less."""
        view = self.wire.show(case, None)
        return texts(self._checked(view, case), view).get(case, ())

    def _checked(self, view: View, case: str) -> Looked:
        with _no_lies():
            looked = look(view, case, self._known(view), self.trust.crypto)
        self._entered = looked.entered
        return looked

    def _known(self, view: View) -> Known:
        pin = self.trust.pin
        laws = {digest: self._law(digest) for digest in (*_laws_cited(view), *pin.laws[:1])}
        return Known(pin.world, pin.log, pin.intake, laws, self.trust.now().utc_ms)

    def _law(self, digest: str) -> Rulebook:
        if digest not in self._laws:
            self._laws[digest] = law_of(self.wire, self.trust.pin, self.trust.published, digest)
        return self._laws[digest]

    def _checkpoint(self, note: bytes) -> Checkpoint | None:
        """What the home keeps was checked when it was kept, by the key of then."""
        return read_checkpoint(read_note(note).text) if note else None

    def _was_shown_all(self, seen: SeenHead) -> None:
        """What an act saw of a case is what was shown before, or arrived since."""
        if seen.docket not in self._looked:
            return
        looked, device, at = self._looked[seen.docket]
        shown = looked.head(seen.docket)
        if seen.length <= shown.length:
            if looked.case.case.chain.heads[seen.length] != seen.digest or seen.length < shown.length:
                raise Lied("receipt.saw-less")
            return
        chain = self.look(seen.docket, device).case.case.chain
        hidden = chain.acts[shown.length : seen.length]
        tolerance = self.trust.pin.founding.tolerance_ms
        if any(one.received_at.utc_ms < at - tolerance for one in hidden):
            raise Lied("view.was-old")

    def _was_shown_its_bids(self, seen: SeenHead) -> None:
        """The index of bids that an act saw is the one that was shown before, or what arrived since is."""
        listed = self._listed.get(seen.docket)
        if listed is None or seen == listed.head:
            return
        shown, looked = listed.index, self.look(listed.case, listed.device, beside=listed.beside)
        now = looked.index
        if now is None or not stands(now.heads, seen) or not stands(now.heads, listed.head):
            raise Lied("receipt.saw-other-bids")
        hidden = looked.entered_between(len(shown.links), seen.length)
        tolerance = self.trust.pin.founding.tolerance_ms
        if seen.length < len(shown.links) or any(
            one.received_at.utc_ms < listed.at - tolerance for one in hidden
        ):
            raise Lied("receipt.saw-other-bids")


@dataclass(frozen=True)
class Listed:
    """An index of bids as it was shown: of which case, to whom, beside what, and when."""

    index: Index
    case: str
    device: Device
    beside: str
    at: int

    @property
    def head(self) -> SeenHead:
        """Its last head."""
        return SeenHead(self.index.id, len(self.index.links), self.index.heads[-1])


@contextmanager
def _no_lies() -> Iterator[None]:
    """Whatever does not hold is ``Lied``."""
    try:
        yield
    except NotHeld as wrong:
        first = wrong.findings[0]
        said = {"where": first.where, "zh": first.text.zh, "en": first.text.en}
        raise Lied(first.code, wrong.findings, **said) from None


def law_of(wire: Wire, pin: Pin, published: Mapping[str, str], digest: str) -> Rulebook:
    """The law a server judges by, if it is one the participant accepts; ``Lied`` otherwise."""
    if digest not in (*pin.laws, *published):
        raise Lied("law.unknown", digest=digest)
    book = wire.law(digest)
    if book.digest != digest:
        raise Lied("law.differs")
    return book


def digest_of(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def _laws_cited(view: View) -> Iterator[str]:
    """The digests of the laws that acts name; what is no act is found when the view is looked at."""
    found: dict[str, None] = {}
    for one in view.files:
        if one.path.startswith("acts/"):
            try:
                found[str(json.loads(one.text)["rulebook"])] = None
            except (ValueError, KeyError, TypeError, RecursionError):
                continue
    yield from found
