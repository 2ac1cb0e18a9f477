"""The names of dockets and of their indexes: the only place that spells them.

A docket holds the acts about one thing, such as ``case-…`` or ``bid-…``; an index, such as
``bids:case-…``, says which acts of which dockets belong to one other thing, in the order they were done.
Shown by ``tests/core/values/test_docket.py``.
"""

from __future__ import annotations

from enum import StrEnum


class DocketKind(StrEnum):
    """What a docket is about."""

    WORLD = "world"
    PERSON = "person"
    ORGANISATION = "org"
    MANDATE = "mandate"
    CASE = "case"
    BID = "bid"
    ENQUIRY = "enquiry"
    LISTING = "listing"
    PREQUALIFICATION = "prequalification"


class IndexKind(StrEnum):
    """What an index gathers: bids, enquiries and listings of a case, purchases of a purchaser."""

    BIDS = "bids"
    ENQUIRIES = "enquiries"
    LISTINGS = "listings"
    PURCHASES = "purchases"


INDEXED = {
    DocketKind.BID: IndexKind.BIDS,
    DocketKind.ENQUIRY: IndexKind.ENQUIRIES,
    DocketKind.LISTING: IndexKind.LISTINGS,
}
"""Dockets beneath a case, and the index of the case each of their acts is entered in."""

REGISTRY = (DocketKind.WORLD, DocketKind.PERSON, DocketKind.ORGANISATION, DocketKind.MANDATE)
"""The register: dockets that belong to no case."""

NAMES_BIDDERS = (DocketKind.BID, DocketKind.PREQUALIFICATION)
"""Dockets whose heads tell who bids or applies, or how many do."""


def docket_name(kind: DocketKind, own: str) -> str:
    """The name of a docket of a kind."""
    return f"{kind}-{own}"


def index_name(kind: IndexKind, of: str) -> str:
    """The name of an index."""
    return f"{kind}:{of}"


def is_docket(name: str, *kinds: DocketKind) -> bool:
    """Whether a name is that of a docket of one of these kinds."""
    return name.startswith(tuple(f"{kind}-" for kind in kinds))


def is_index(name: str, *kinds: IndexKind) -> bool:
    """Whether a name is that of an index of one of these kinds, or of any where none is named."""
    return name.startswith(tuple(f"{kind}:" for kind in kinds or IndexKind))


def kind_of(name: str) -> DocketKind | None:
    """What a docket is about, by its name; nothing where it is not spelled like one."""
    return next((kind for kind in DocketKind if is_docket(name, kind)), None)


def indexed(name: str) -> str:
    """What an index is of: ``case-…`` of ``bids:case-…``."""
    return name.partition(":")[2]
