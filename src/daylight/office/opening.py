"""The opening session: with k holders' shares in the vault, compute the record the presider signs.

Every submission gets its disposition; what is read out carries its salt. Raises nothing for a bad
envelope: that becomes ``unopenable`` with its evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daylight.core.acts.bidding import LotEnvelope
from daylight.core.acts.opening import DISCLOSED_PARTS, BidderOf, Disposition, OpenBids, OpenedPart
from daylight.core.acts.prequalification import OpenApplication
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.indexes import BidIndex
from daylight.core.procedures.bidding import blobs_of, sealed_files
from daylight.core.procedures.opening import envelopes_to_open, readable
from daylight.core.procedures.prequalification.calling import READ_OUT
from daylight.core.sealing.envelope import OpenedEnvelope, open_envelope
from daylight.core.values.crypto import Crypto
from daylight.office.ports import Vault


def opening_record(
    case: Case, index: BidIndex, *, least: int, vault: Vault, crypto: Crypto, secret: bytes
) -> OpenBids:
    """The opening record of a case as shares and envelopes give it, with the secret that named its bids."""
    to_open = {manifest.digest() for _, _, manifest in envelopes_to_open(case, index, least)}
    files = tuple(file.in_round(case.tendering.round) for file in index.files)
    bidders = tuple(BidderOf(file.id, file.bidders) for file in files if file.submissions)
    session = _Session(_released(case), to_open, vault, crypto)
    return OpenBids(bidders, tuple(one for file in files for one in _disposed(session, file)), secret)


@dataclass(frozen=True)
class _Session:
    released: dict[str, list[str]]
    to_open: set[bytes]
    vault: Vault
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
    manifest = envelope.manifest
    try:
        body = session.vault.get(blobs_of(envelope)[0])
        shares = [session.vault.get(digest) for digest in session.released.get(named[3], ())]
    except (KeyError, ValueError):
        return Disposition(*named, kind="unopenable", evidence="vault.missing")
    opened = open_envelope(manifest, body, shares, session.crypto)
    if not isinstance(opened, OpenedEnvelope):
        return Disposition(*named, kind="unopenable", evidence=opened.code)
    parts = {each.part.name: each for each in opened.parts}
    try:
        shown = tuple(
            OpenedPart(name, parts[name].part.content.decode(), parts[name].salt) for name in DISCLOSED_PARTS
        )
    except UnicodeDecodeError:
        return Disposition(*named, kind="unopenable", evidence="part.unreadable")
    if not all(readable(part) for part in shown):
        return Disposition(*named, kind="unopenable", evidence="part.unreadable")
    return Disposition(*named, kind="opened", parts=shown)


def _released(case: Case) -> dict[str, list[str]]:
    """The shares that holders released of each manifest."""
    found: dict[str, list[str]] = {}
    for _, shares in case.opening.released:
        for manifest, plaintext, fault in shares:
            if not fault:
                found.setdefault(manifest, []).append(plaintext)
    return found


def application_record(case: str, file: BidFile, *, vault: Vault, crypto: Crypto) -> OpenApplication:
    """One application as its shares and its envelope give it: what it declares, or why it can't be opened."""
    application = file.application
    if application is None:
        raise LookupError(f"{file.id!r} has no application")
    released = [digest for _, digest, fault in application.released if not fault]
    try:
        body = vault.get(sealed_files(application.manifest)[0])
        shares = [vault.get(digest) for digest in released]
    except (KeyError, ValueError):
        return OpenApplication(case, evidence="vault.missing")
    opened = open_envelope(application.manifest, body, shares, crypto)
    if not isinstance(opened, OpenedEnvelope):
        return OpenApplication(case, evidence=opened.code)
    try:
        parts = tuple(
            OpenedPart(each.part.name, each.part.content.decode(), each.salt)
            for each in opened.parts
            if each.part.name == READ_OUT
        )
    except UnicodeDecodeError:
        return OpenApplication(case, evidence="part.unreadable")
    return OpenApplication(case, parts)
