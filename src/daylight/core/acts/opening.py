"""Opening: k holders release their shares, then every submission gets exactly one disposition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.values.instant import Instant

DispositionKind = Literal["opened", "replaced", "withdrawn", "unopenable", "returned"]

DISCLOSED_PARTS = ("declaration", "price")


@dataclass(frozen=True)
class ReleasedShare:
    """One share by digest: of the manifest it belongs to and of its plaintext, which lies in the vault.

    ``fault`` says why the holder could not open the share file; then the digest is empty.
    """

    manifest: str
    plaintext_sha256: str
    fault: str = ""


@dataclass(frozen=True)
class CallOpening:
    """The presider says that the deadline has passed, by his own clock, for the case as he was shown it.

    Holders release on this word alone: an older view of the case, with an earlier deadline, has none. Bids of
    each round are called once, and applications to prequalify once.
    """

    of: Literal["bids", "applications"]
    called_at: Instant


@dataclass(frozen=True)
class ReleaseShares:
    """A holder releases the shares of all standing bids after the deadline."""

    shares: tuple[ReleasedShare, ...]


@dataclass(frozen=True)
class OpenedPart:
    """A part that becomes public at the opening, with the salt that ties it to the manifest."""

    name: str
    content: str
    salt: bytes


@dataclass(frozen=True)
class Disposition:
    """What became of one submission for one lot.

    ``submission`` is the digest of the submitting act; ``evidence`` the fault of an envelope that could
    not be opened.
    """

    bid: str
    submission: str
    lot: str
    manifest: str
    kind: DispositionKind
    parts: tuple[OpenedPart, ...] = ()
    evidence: str = ""


@dataclass(frozen=True)
class BidderOf:
    """Who stands behind a bid docket."""

    bid: str
    bidders: tuple[str, ...]


@dataclass(frozen=True)
class OpenBids:
    """The opening record; ``secret`` is the one from which the dockets of bids follow."""

    bidders: tuple[BidderOf, ...]
    dispositions: tuple[Disposition, ...]
    secret: bytes = b""


KINDS = (CallOpening, ReleaseShares, OpenBids)
