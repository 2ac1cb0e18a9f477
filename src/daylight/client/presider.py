"""The presider's side: call the opening by his own clock, open again what the record says, and sign it.

The record is what the server computed. The client fetches released shares and sealed bodies, opens each
envelope as the office does, and signs nothing that differs; of what is not read out nothing is kept.
Shown by ``tests/scenarios/test_bidding_and_opening.py``, ``tests/client/test_lying_door.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile

from daylight.client.device import Device
from daylight.client.holder import TooEarly
from daylight.client.lies import Lied
from daylight.client.session import Door, Party, Session
from daylight.core.acts.answer import Receipt
from daylight.core.acts.dockets import bid_docket
from daylight.core.acts.opening import CallOpening, Disposition, OpenBids
from daylight.core.acts.prequalification import OpenApplication
from daylight.core.procedures.opening import MISSING, Sealed, deadline_of, minimum_bidders_of
from daylight.core.procedures.record import application_record, opening_record
from daylight.core.sealing.parts import Pieces
from daylight.core.values.text import Text, Told

IN_MEMORY = 1024 * 1024
PIECE_BYTES = 256 * 1024
LOOKS = 2
"""A holder may release between record and view, so what differs is looked at once more."""


class Lost(Told):
    """The platform says that it has not, or no longer, sealed files or shares it acknowledged to have."""

    def __init__(self, bids: tuple[str, ...]) -> None:
        self.bids = bids
        named = ", ".join(bids)
        super().__init__(
            Text(
                f"平台称没有 {named} 的密封文件或已释放的份额。未签署任何内容。请要求平台从备份恢复，"
                "请投标人重新上传同一文件，或请其他持有人释放；确实无法恢复的，用 --although-lost 如实记录。",
                f"The platform says that it has no sealed files, or no released shares, of {named}."
                " Nothing was signed. Have them restored from a backup, let the bidder upload the same files"
                " again, or let another holder release; if they are gone for good, record that with"
                " --although-lost.",
            )
        )


def call_opening(session: Session, docket: str, presider: Party, of: Sealed = "bids") -> Receipt:
    """Sign that the deadline has passed for the case as it is shown; ``TooEarly`` while it has not."""
    now, deadline = session.clock.now(), deadline_of(session.case(docket, presider), of)
    if deadline is None or now.utc_ms < deadline.utc_ms:
        raise TooEarly(now, deadline.iso() if deadline else "-")
    return session.confirms(presider, CallOpening(of, now), docket)


def open_bids(session: Session, docket: str, presider: Party, *, although_lost: bool = False) -> Receipt:
    """Sign the opening record, once every envelope was opened again and gave what the record says of it.

    ``Lied`` where it did not; ``Lost`` where files are gone, unless that is to be put on record.
    """
    for _ in range(LOOKS):
        record, mine = _records(session, docket, presider)
        if record == mine:
            break
    else:
        raise Lied(_difference(record, mine))
    lost = tuple(one.bid for one in record.dispositions if one.evidence == MISSING)
    if lost and not although_lost:
        raise Lost(lost)
    return session.acts(presider, record, docket)


def open_applications(session: Session, docket: str, presider: Party, *, although_lost: bool = False) -> int:
    """The same for every application to prequalify that enough holders have released; returns how many."""
    due = [
        file.id
        for file in session.door.applications(docket, presider.device).files
        if file.application and file.application.opened_at is None
    ]
    for bid in due:
        open_application(session, docket, bid, presider, although_lost=although_lost)
    return len(due)


def open_application(
    session: Session, docket: str, bid: str, presider: Party, *, although_lost: bool = False
) -> Receipt:
    """The same for one application."""
    for _ in range(LOOKS):
        record, mine = _records_of(session, docket, bid, presider)
        if record == mine:
            break
    else:
        raise Lied(_code(bool(record.parts), record.evidence, bool(mine.parts), mine.evidence))
    if record.evidence == MISSING and not although_lost:
        raise Lost((bid,))
    return session.acts(presider, record, bid)


def _records(session: Session, docket: str, presider: Party) -> tuple[OpenBids, OpenBids]:
    """The record the server gives to be signed, and the presider's own."""
    record = session.door.opening(docket, presider.device)
    case, index = session.case(docket, presider), session.door.bids(docket, presider.device)
    if not isinstance(record, OpenBids):
        raise Lied("opening.other-bids")
    if any(file.id != bid_docket(docket, file.bidders, record.secret) for file in index.files):
        raise Lied("opening.other-secret")
    mine = opening_record(
        case,
        index,
        least=minimum_bidders_of(session.book, case),
        files=_Fetched(session.door, docket, presider.device),
        crypto=session.crypto,
        secret=record.secret,
    )
    return record, mine


def _records_of(
    session: Session, docket: str, bid: str, presider: Party
) -> tuple[OpenApplication, OpenApplication]:
    """The same for one application."""
    record = session.door.application(docket, bid, presider.device)
    listed = {file.id: file for file in session.door.applications(docket, presider.device).files}
    if bid not in listed or not isinstance(record, OpenApplication):
        raise Lied("opening.other-bids")
    files = _Fetched(session.door, docket, presider.device)
    return record, application_record(docket, listed[bid], files=files, crypto=session.crypto)


def _difference(record: OpenBids, mine: OpenBids) -> str:
    """In what two records differ, as the code of a lie."""
    if record.bidders != mine.bidders or len(record.dispositions) != len(mine.dispositions):
        return "opening.other-bids"
    for said, found in zip(record.dispositions, mine.dispositions, strict=True):
        if said == found:
            continue
        if _named(said) != _named(found) or not {said.kind, found.kind} <= {"opened", "unopenable"}:
            return "opening.other-bids"
        return _code(said.kind == "opened", said.evidence, found.kind == "opened", found.evidence)
    return "opening.other-bids"


def _named(one: Disposition) -> tuple[str, str, str, str]:
    return (one.bid, one.submission, one.lot, one.manifest)


def _code(opened: bool, evidence: str, opens: bool, why: str) -> str:
    """How what is said of an envelope differs from what was found when it was opened again."""
    if not opens and why == MISSING:
        return "opening.withheld"
    if opens and not opened:
        return "opening.opens"
    return "opening.other-content" if opened else "opening.other-fault"


@dataclass(frozen=True)
class _Fetched:
    """Sealed files as the presider fetches them: on his disk while they are looked at, and then gone."""

    door: Door
    case: str
    device: Device

    @contextmanager
    def held(self, sha256: str, most: int) -> Iterator[Pieces]:
        """A file; of one that is larger than it may be no more is kept than that shows."""
        with SpooledTemporaryFile(IN_MEMORY) as file:
            size = 0
            for piece in self.door.stream(self.case, sha256, self.device):
                if size <= most:
                    file.write(piece)
                size += len(piece)
            yield _OnDisk(file, size)


@dataclass(frozen=True)
class _OnDisk:
    file: SpooledTemporaryFile[bytes]
    size: int

    def __iter__(self) -> Iterator[bytes]:
        self.file.seek(0)
        while piece := self.file.read(PIECE_BYTES):
            yield piece
