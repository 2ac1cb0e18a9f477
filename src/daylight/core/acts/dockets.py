"""Dockets whose id follows from what they are about, so that there can be only one of each."""

from __future__ import annotations

from hashlib import sha256
from hmac import digest

from daylight.core.acts.common import Identifier
from daylight.core.values.docket import DocketKind, docket_name

ID_LENGTH = 32


def organisation_docket(identifier: Identifier) -> str:
    """The docket of an organisation follows from its number, however it is spelled: one entry for each."""
    return docket_of_number_as_written(identifier.normal)


def docket_of_number_as_written(identifier: Identifier) -> str:
    """The same from the very spelling, as it was before edition 2026.12.5."""
    return _docket(DocketKind.ORGANISATION, "daylight-organisation/v1", identifier.scheme, identifier.id)


def person_docket(public_key: bytes) -> str:
    """The docket of a person follows from the key she registers with, so no other key can stand in it."""
    return _docket(DocketKind.PERSON, "daylight-person/v1", public_key.hex())


def bid_docket(case: str, bidders: tuple[str, ...], secret: bytes = b"") -> str:
    """The docket of one bidder in one case; a bidder is a set of organisations.

    It follows from a secret of the case that the opening discloses, so nobody can ask whether it is there;
    before edition 2026.12.4 there was none.
    """
    if not secret:
        return _docket(DocketKind.BID, "daylight-bid/v1", case, *sorted(bidders))
    return _docket(DocketKind.BID, "daylight-bid/v2", secret.hex(), case, *sorted(bidders))


def case_secret(seed: bytes, case: str) -> bytes:
    """The secret of a case, from the one a server keeps for all."""
    return digest(seed, b"daylight-case/v1\0" + case.encode(), "sha256")


def listing_docket(case: str, lot: str, suppliers: tuple[str, ...]) -> str:
    """The docket of one listing: what a supplier agreed to in one lot of a framework."""
    return _docket(DocketKind.LISTING, "daylight-listing/v1", case, lot, *sorted(suppliers))


def prequalification_docket(case: str) -> str:
    """The docket of what the prequalification of a case concludes."""
    return _docket(DocketKind.PREQUALIFICATION, "daylight-prequalification/v1", case)


def _docket(kind: DocketKind, *lines: str) -> str:
    text = "".join(f"{line}\n" for line in lines)
    return docket_name(kind, sha256(text.encode()).hexdigest()[:ID_LENGTH])
