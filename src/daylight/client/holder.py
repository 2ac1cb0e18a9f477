"""The holder's side: a key for one case, the proof of holding it, and the release after the deadline.

The client refuses before the deadline as it computes it itself, and before the presider calls.
Shown by ``tests/scenarios/test_bidding_and_opening.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from daylight.client.device import Device, Randomness
from daylight.client.session import Party, Session
from daylight.core.acts.opening import ReleasedShare, ReleaseShares
from daylight.core.acts.planning import KeyHolder, holder_proof_bytes
from daylight.core.acts.prequalification import ReleaseApplication
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.indexes import BidIndex
from daylight.core.procedures.bidding import blobs_of, sealed_files
from daylight.core.procedures.opening import called_at, envelopes_to_open, minimum_bidders_of
from daylight.core.sealing import age
from daylight.core.sealing.bech32 import KEY_SIZE, identity_text, recipient_text
from daylight.core.sealing.envelope import open_share
from daylight.core.sealing.faults import OpeningFault
from daylight.core.sealing.manifest import Manifest
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text, Told


class TooEarly(Told):
    """The holder's own clock says that the deadline has not passed."""

    def __init__(self, now: Instant, deadline: str) -> None:
        super().__init__(
            Text(
                f"现在是 {now.iso()}，未到截止时间 {deadline}，不释放密钥份额。",
                f"It is {now.iso()}; the deadline {deadline} has not passed, so no share is released.",
            )
        )


class NotCalled(Told):
    """The presider has not signed that the deadline has passed; no older view of the case has his word."""

    def __init__(self, case: str) -> None:
        super().__init__(
            Text(
                f"主持人尚未宣布开启 {case}，不释放密钥份额。请等待主持人宣布后再试。",
                f"The presider has not called the opening of {case}, so no share is released."
                " Wait for the call.",
            )
        )


class NotAHolder(Told):
    """The key of this home is none of those the case was sealed to."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "本目录的密钥不在该项目的密钥组中，没有可释放的份额。"
                "请使用当初 daylight holder take 所用的目录（--home）。",
                "The key in this folder is none of those of the case, so there is no share to release."
                " Use the folder (--home) in which daylight holder take made the key that was appointed.",
            )
        )


@dataclass(frozen=True)
class CaseKey:
    """The age identity a holder made for one case."""

    identity: str
    recipient: str

    def __repr__(self) -> str:
        return f"CaseKey({self.recipient!r})"


def new_case_key(randomness: Randomness, crypto: Crypto) -> CaseKey:
    """A fresh key for one case."""
    seed = randomness(KEY_SIZE)
    return CaseKey(identity_text(seed), recipient_text(age.public_of(seed, crypto)))


def take_key(key: CaseKey, *, case: str, device: Device, organisation: str, crypto: Crypto) -> KeyHolder:
    """The holder's entry in the key set, with the proof that the key is held."""
    proof = crypto.ed25519_sign(device.seed, holder_proof_bytes(case, key.recipient))
    return KeyHolder(device.person, organisation, key.recipient, proof)


def _place_of(key: CaseKey, manifest: Manifest) -> int:
    """Which of the holders has this key; ``NotAHolder`` where none has."""
    holders = manifest.terms.key_set.holders
    if key.recipient not in holders:
        raise NotAHolder
    return holders.index(key.recipient)


def refuse_early(case: Case, now: Instant) -> None:
    """Raise ``TooEarly`` while the deadline of the case, as this client computed it, has not passed."""
    if case.tendering.deadline is None or now.utc_ms < case.tendering.deadline.utc_ms:
        raise TooEarly(now, case.tendering.deadline.iso() if case.tendering.deadline else "-")


def release_bids(session: Session, docket: str, holder: Party, key: CaseKey) -> int:
    """One holder opens his shares of all bids and releases them; returns how many bids there were."""
    case = session.case(docket, holder)
    refuse_early(case, session.clock.now())
    if called_at(case, "bids") is None:
        raise NotCalled(docket)
    shares, texts = release_shares(
        case,
        session.door.bids(docket, holder.device),
        key=key,
        least=minimum_bidders_of(session.book, case),
        now=session.clock.now(),
        fetch=lambda digest: session.door.get(docket, digest, holder.device),
        crypto=session.crypto,
    )
    session.door.put_all(texts)
    session.acts(holder.in_person(), ReleaseShares(shares), docket)
    return len(shares)


def release_shares(
    case: Case,
    index: BidIndex,
    *,
    key: CaseKey,
    least: int,
    now: Instant,
    fetch: Callable[[str], bytes],
    crypto: Crypto,
) -> tuple[tuple[ReleasedShare, ...], tuple[bytes, ...]]:
    """Open this holder's share of every bid that is to be opened: what goes into the act, and the plaintexts.

    ``fetch`` brings share files by digest. Raises ``TooEarly`` before the deadline.
    """
    refuse_early(case, now)
    released, plaintexts = [], []
    for _, envelope, manifest in envelopes_to_open(case, index, least):
        place = _place_of(key, manifest)
        opened = open_share(fetch(blobs_of(envelope)[place + 1]), manifest, key.identity, crypto)
        digest = manifest.digest().hex()
        if isinstance(opened, OpeningFault):
            released.append(ReleasedShare(digest, "", opened.code))
        else:
            released.append(ReleasedShare(digest, manifest.shares[place].plaintext.hex()))
            plaintexts.append(opened)
    return tuple(released), tuple(plaintexts)


@dataclass(frozen=True)
class ReleasedApplication:
    """What goes into the act, and the plaintext for the vault; none where the share has a fault."""

    share: ReleasedShare
    plaintext: bytes


def refuse_early_application(case: Case, now: Instant) -> None:
    """Raise ``TooEarly`` while the deadline for applying has not passed."""
    called = case.tendering.prequalification
    if called is None or now.utc_ms < called.deadline.utc_ms:
        raise TooEarly(now, called.deadline.iso() if called else "-")


def release_applications(session: Session, docket: str, holder: Party, key: CaseKey) -> int:
    """One holder releases his share of every application; returns how many there were."""
    case = session.case(docket, holder)
    refuse_early_application(case, session.clock.now())
    if called_at(case, "applications") is None:
        raise NotCalled(docket)
    files = [file for file in session.door.applications(docket, holder.device).files if file.application]
    for file in files:
        assert file.application is not None  # only those are listed
        released = release_application(
            file.application.manifest,
            key=key,
            fetch=lambda digest: session.door.get(docket, digest, holder.device),
            crypto=session.crypto,
        )
        if released.plaintext:
            session.door.put(released.plaintext)
        session.acts(holder.in_person(), ReleaseApplication(docket, released.share), file.id)
    return len(files)


def release_application(
    manifest: Manifest, *, key: CaseKey, fetch: Callable[[str], bytes], crypto: Crypto
) -> ReleasedApplication:
    """Open this holder's share of one application, whose deadline has passed."""
    place = _place_of(key, manifest)
    opened = open_share(fetch(sealed_files(manifest)[place + 1]), manifest, key.identity, crypto)
    digest = manifest.digest().hex()
    if isinstance(opened, OpeningFault):
        return ReleasedApplication(ReleasedShare(digest, "", opened.code), b"")
    return ReleasedApplication(ReleasedShare(digest, manifest.shares[place].plaintext.hex()), opened)
