"""The record of an opening, as released shares and sealed files give it: the office computes it, and so does
the client of the presider who signs it.

Every submission gets its disposition; what is read out carries its salt. Raises nothing for a bad
envelope: that becomes ``unopenable`` with its evidence.
Shown by ``tests/client/test_opening_again.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from typing import Protocol

from daylight.core.acts.bidding import LotEnvelope
from daylight.core.acts.opening import DISCLOSED_PARTS, BidderOf, Disposition, OpenBids, OpenedPart
from daylight.core.acts.prequalification import OpenApplication
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.indexes import BidIndex
from daylight.core.procedures.opening import MISSING, TOO_FEW, UNREADABLE, envelopes_to_open, readable
from daylight.core.procedures.prequalification.calling import READ_OUT
from daylight.core.sealing.envelope import LARGEST_SHARE, open_into
from daylight.core.sealing.faults import OpeningFault
from daylight.core.sealing.manifest import Manifest
from daylight.core.sealing.parts import Pieces
from daylight.core.values.crypto import Crypto

LARGEST_READ_OUT = 1024 * 1024
"""Bytes of a part that is read out: it stands in the record, and nobody's bid may crowd out the others."""


class SealedFiles(Protocol):
    """Where sealed bodies and released shares are read from."""

    def held(self, sha256: str, most: int) -> AbstractContextManager[Pieces]:
        """A file while it is looked at; of one with more than ``most`` bytes only the size must be right.

        ``KeyError`` where there is none, ``ValueError`` where it is damaged.
        """
        ...


def opening_record(
    case: Case, index: BidIndex, *, least: int, files: SealedFiles, crypto: Crypto, secret: bytes
) -> OpenBids:
    """The opening record of a case as shares and envelopes give it, with the secret that named its bids."""
    to_open = {manifest.digest() for _, _, manifest in envelopes_to_open(case, index, least)}
    bids = tuple(file.in_round(case.tendering.round) for file in index.files)
    bidders = tuple(BidderOf(file.id, file.bidders) for file in bids if file.submissions)
    session = _Session(_released(case), to_open, files, crypto)
    return OpenBids(bidders, tuple(one for file in bids for one in _disposed(session, file)), secret)


def application_record(case: str, file: BidFile, *, files: SealedFiles, crypto: Crypto) -> OpenApplication:
    """One application as its shares and its envelope give it: what it declares, or why it can't be opened."""
    application = file.application
    if application is None:
        raise LookupError(f"{file.id!r} has no application")
    released = [digest for _, digest, fault in application.released if not fault]
    read = _read_out(files, application.manifest, released, (READ_OUT,), crypto)
    return OpenApplication(case, evidence=read) if isinstance(read, str) else OpenApplication(case, read)


@dataclass(frozen=True)
class _Session:
    released: dict[str, list[str]]
    to_open: set[bytes]
    files: SealedFiles
    crypto: Crypto


def _disposed(session: _Session, file: BidFile) -> Iterator[Disposition]:
    for submission in file.submissions:
        for envelope in submission.envelopes:
            named = (file.id, submission.digest, envelope.lot, envelope.manifest.digest().hex())
            if submission is not file.submissions[-1]:
                yield Disposition(*named, kind="replaced")
            elif file.standing is not submission:
                yield Disposition(*named, kind="withdrawn")
            elif envelope.manifest.digest() not in session.to_open:
                yield Disposition(*named, kind="returned")
            else:
                yield _opened(session, envelope, named)


def _opened(session: _Session, envelope: LotEnvelope, named: tuple[str, str, str, str]) -> Disposition:
    released = session.released.get(envelope.manifest.digest().hex(), ())
    read = _read_out(session.files, envelope.manifest, released, DISCLOSED_PARTS, session.crypto)
    if isinstance(read, str):
        return Disposition(*named, kind="unopenable", evidence=read)
    if not all(readable(part) for part in read):
        return Disposition(*named, kind="unopenable", evidence=UNREADABLE)
    return Disposition(*named, kind="opened", parts=read)


def _released(case: Case) -> dict[str, list[str]]:
    """The shares that holders released of each manifest."""
    found: dict[str, list[str]] = {}
    for _, shares in case.opening.released:
        for manifest, plaintext, fault in shares:
            if not fault:
                found.setdefault(manifest, []).append(plaintext)
    return found


def _read_out(
    files: SealedFiles, manifest: Manifest, released: Sequence[str], names: Iterable[str], crypto: Crypto
) -> tuple[OpenedPart, ...] | str:
    """The parts of these names with their salts, or why the envelope does not give them."""
    if len(released) < manifest.terms.key_set.k:
        return TOO_FEW
    kept = _Kept(names)
    with ExitStack() as held:
        shares = [share for one in released if (share := _file(held, files, one, LARGEST_SHARE))]
        if any(share.size > LARGEST_SHARE for share in shares):
            return "share.other-terms"
        terms = manifest.terms
        body = _file(held, files, terms.body_sha256.hex(), terms.body_size)
        if body is None or len(shares) < terms.key_set.k:
            return MISSING
        opened = open_into(kept.write, manifest, body, [b"".join(one) for one in shares], crypto)
    return opened.code if isinstance(opened, OpeningFault) else kept.parts(dict(opened.salts))


def _file(held: ExitStack, files: SealedFiles, sha256: str, most: int) -> Pieces | None:
    try:
        return held.enter_context(files.held(sha256, most))
    except (KeyError, ValueError):
        return None


class _Kept:
    """The parts that are read out, as far as they may be; of all others nothing is kept."""

    def __init__(self, names: Iterable[str]) -> None:
        self.found = {name: bytearray() for name in names}
        self.too_large = False

    def write(self, name: str, piece: bytes) -> None:
        """Take the next piece of a part."""
        if (part := self.found.get(name)) is None:
            return
        if len(part) + len(piece) > LARGEST_READ_OUT:
            self.too_large = True
        else:
            part += piece

    def parts(self, salts: dict[str, bytes]) -> tuple[OpenedPart, ...] | str:
        """What was kept, under its salts."""
        try:
            read = tuple(OpenedPart(name, part.decode(), salts[name]) for name, part in self.found.items())
        except UnicodeDecodeError:
            return UNREADABLE
        return UNREADABLE if self.too_large else read
