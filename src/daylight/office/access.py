"""Who reads, and what: acts and files by ``core/disclosure/rights.py``, sealed files after the deadline.

Shown by ``tests/sites/test_api.py``.
"""

from __future__ import annotations

from collections.abc import Iterator

from daylight.core.acts.act import Act, Seen, read_act
from daylight.core.acts.common import Document
from daylight.core.acts.request import Request, request_bytes
from daylight.core.disclosure.rights import Who, files_shown, length_shown, readers
from daylight.core.disclosure.row import Reader
from daylight.core.disclosure.sealed import sealed_shown
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.enquiry import Enquiry
from daylight.core.dockets.indexes import BidIndex
from daylight.core.dockets.listing import Listing
from daylight.core.dockets.registry import Mandate, Organisation, Person
from daylight.core.sealing.parts import Pieces
from daylight.core.values.docket import DocketKind, IndexKind, index_name, is_docket
from daylight.core.values.instant import Instant
from daylight.office.perform import Office

FRESH_MS = 60_000
OF_ONE_SUPPLIER = (DocketKind.BID, DocketKind.ENQUIRY)


NOBODY = Who()


class NotAllowed(Exception):
    """The reader may not read this."""


def reader_of(office: Office, request: Request, signature: bytes, now: Instant) -> Who:
    """The reader behind a signed request; ``NotAllowed`` where signature, time or mandate do not hold."""
    person = office.views.of(request.person, fresh=True).state
    if not isinstance(person, Person) or abs(request.at.utc_ms - now.utc_ms) > FRESH_MS:
        raise NotAllowed("the person is not registered, or the request is not of this minute")
    if not office.rules.crypto.ed25519_verify(person.public_key, signature, request_bytes(request)):
        raise NotAllowed("the signature does not hold")
    if request.organisation and not _acts_for(office, request, now):
        raise NotAllowed("there is no mandate in force for this organisation")
    body = office.views.of(request.organisation, fresh=True).state if request.organisation else None
    supervises = isinstance(body, Organisation) and "finance_department" in body.roles
    territory = body.registration.territory if isinstance(body, Organisation) and supervises else ""
    return Who(person.id, request.organisation, territory)


def is_insider(case: Case, who: Who) -> bool:
    """Whether somebody sees the whole case: purchaser and host, members of the committee, key holders."""
    return Reader.INSIDER in readers(who, case)


def acts_shown(office: Office, docket: str, who: Who) -> tuple[Act, ...]:
    """The acts of a docket somebody may see.

    Who acts for no organisation has no bid and no question: for him nothing is even looked up, so neither the
    answer nor its time tells whether there is one. Others cannot name a bid that is not theirs.
    """
    if is_docket(docket, *OF_ONE_SUPPLIER) and not who.organisation:
        return ()
    if is_docket(docket, DocketKind.PREQUALIFICATION) and not who.person:
        return ()
    acts = _acts(office, docket)
    state = office.views.of(docket, fresh=True).state
    return acts[: length_shown(docket, acts, readers(who, _case_above(office, state), own_of(state)))]


def own_of(state: object) -> tuple[str, ...]:
    """The organisations whose docket it is: who bids, who asks, who is listed."""
    if isinstance(state, BidFile):
        return state.bidders
    if isinstance(state, Enquiry):
        return (state.organisation,)
    return state.agreed.suppliers if isinstance(state, Listing) else ()


def bids_shown(office: Office, case_docket: str, who: Who, now: Instant) -> BidIndex:
    """All bids of a case, sealed as they are: for insiders, and only after the deadline."""
    case = case_of(office, case_docket)
    if (
        not is_insider(case, who)
        or case.tendering.deadline is None
        or now.utc_ms < case.tendering.deadline.utc_ms
    ):
        raise NotAllowed("sealed bids are listed for insiders after the deadline only")
    return _index(office, case_docket)


def applications_shown(office: Office, case_docket: str, who: Who, now: Instant) -> BidIndex:
    """All applications of a case, sealed as they are, and nothing else those applicants did.

    For insiders, and only after the deadline for applying.
    """
    case = case_of(office, case_docket)
    called = case.tendering.prequalification
    if not is_insider(case, who) or called is None or now.utc_ms < called.deadline.utc_ms:
        raise NotAllowed("applications are listed for insiders after their deadline only")
    index = _index(office, case_docket)
    files = tuple(
        BidFile(file.id, file.case, file.bidders, application=file.application)
        for file in index.files
        if file.application
    )
    return BidIndex(files, Seen(index.seen.docket, 0, ""))


def enquiries_shown(office: Office, case_docket: str, who: Who) -> tuple[tuple[str, Enquiry], ...]:
    """The open questions of a case with their dockets, for who has to answer them."""
    case = case_of(office, case_docket)
    if who.organisation not in (case.purchaser, case.host):
        raise NotAllowed("questions are for who runs the procedure; the answers are for everybody")
    dockets = [link.docket for link in office.journal.links(index_name(IndexKind.ENQUIRIES, case_docket))]
    found = [(docket, office.views.of(docket, fresh=True).state) for docket in dockets]
    return tuple(one for one in found if one[0] not in case.tendering.answered)


def file_shown(office: Office, case_docket: str, digest: str, *, who: Who, now: Instant) -> Pieces:
    """A file of a case, for whom its row says; what is sealed, for holders and presider at their time."""
    case = case_of(office, case_docket)
    if any(digest == one.sha256 for one in _files(office, case, who)):
        return _kept(office, digest)
    if sealed_shown(digest, case, who, at=now, index=lambda: _index(office, case.id)):
        return _kept(office, digest)
    raise NotAllowed("the file is not of this case, or not for this reader")


def _kept(office: Office, digest: str) -> Pieces:
    try:
        return office.vault.pieces(digest)
    except ValueError:
        raise KeyError(digest) from None  # it is damaged: to its reader as good as lost


def _index(office: Office, case: str) -> BidIndex:
    index: BidIndex = office.views.index(case).state
    return index


def _files(office: Office, case: Case, who: Who) -> Iterator[Document]:
    """Every document of a case, and of bids and listings beneath it, that somebody may read."""
    yield from files_shown(_acts(office, case.id), who, case)
    for docket in _beneath(office, case, who):
        own = own_of(office.views.of(docket, fresh=True).state)
        yield from files_shown(_acts(office, docket), who, case, own)


def _beneath(office: Office, case: Case, who: Who) -> Iterator[str]:
    """Dockets beneath a case that somebody may have files in; before the opening, of bids his own alone.

    For anybody else no docket of a bid is looked for, so the time of an answer does not tell of bids.
    """
    for link in office.journal.links(index_name(IndexKind.LISTINGS, case.id)):
        yield link.docket
    if case.opening.opened_at and Reader.HOST in readers(who, case):
        yield from {link.docket for link in office.journal.links(index_name(IndexKind.BIDS, case.id))}
    elif who.organisation:
        yield office.bid_docket(case.id, (who.organisation,))


def _acts(office: Office, docket: str) -> tuple[Act, ...]:
    return tuple(read_act(entry.source) for entry in office.journal.entries(docket))


def _case_above(office: Office, state: object) -> Case | None:
    """The case a docket is, or lies beneath; nothing for the register."""
    if isinstance(state, Case):
        return state
    named = state.agreed.case if isinstance(state, Listing) else getattr(state, "case", "")
    return case_of(office, named) if named else None


def docket_told(office: Office, case: str, bidders: tuple[str, ...], who: Who) -> str:
    """The name of a bid docket, for one of those who bid in it, whether it is there or not."""
    case_of(office, case)
    if who.organisation not in bidders:
        raise NotAllowed("the docket of a bid is named to its bidders alone")
    return office.bid_docket(case, bidders)


def case_of(office: Office, docket: str) -> Case:
    state = office.views.of(docket, fresh=True).state
    if not isinstance(state, Case):
        raise NotAllowed("there is no such case")
    return state


def _acts_for(office: Office, request: Request, now: Instant) -> bool:
    organisation = office.views.of(request.organisation, fresh=True).state
    if not isinstance(organisation, Organisation):
        return False
    if organisation.registration.representative == request.person:
        return True
    mandate = office.views.of(request.mandate, fresh=True).state if request.mandate else None
    return (
        isinstance(mandate, Mandate)
        and (mandate.organisation, mandate.person) == (request.organisation, request.person)
        and mandate.revoked_at is None
        and mandate.valid_from <= now <= mandate.valid_until
    )
