"""Who may read what: the public a prefix, insiders everything, holders the sealed files after the deadline.

Rights are few functions over folded states, so they can be tested one by one. Shown by
``tests/sites/test_api.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.act import Act, Seen, read_act
from daylight.core.acts.request import Request, request_bytes
from daylight.core.disclosure.visibility import public_length
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.enquiry import Enquiry
from daylight.core.dockets.indexes import BidIndex
from daylight.core.dockets.prequalified import Prequalified
from daylight.core.dockets.registry import Mandate, Organisation, Person
from daylight.core.procedures.bidding import blobs_of, sealed_files
from daylight.core.values.docket import IndexKind, index_name
from daylight.core.values.instant import Instant
from daylight.office.perform import Office

FRESH_MS = 60_000


@dataclass(frozen=True)
class Reader:
    """Who reads: a person, for an organisation or in person; nobody where the request is not signed."""

    person: str = ""
    organisation: str = ""


NOBODY = Reader()


class NotAllowed(Exception):
    """The reader may not read this."""


def reader_of(office: Office, request: Request, signature: bytes, now: Instant) -> Reader:
    """The reader behind a signed request; ``NotAllowed`` where signature, time or mandate do not hold."""
    person = office.views.of(request.person, fresh=True).state
    if not isinstance(person, Person) or abs(request.at.utc_ms - now.utc_ms) > FRESH_MS:
        raise NotAllowed("the person is not registered, or the request is not of this minute")
    if not office.rules.crypto.ed25519_verify(person.public_key, signature, request_bytes(request)):
        raise NotAllowed("the signature does not hold")
    if request.organisation and not _acts_for(office, request, now):
        raise NotAllowed("there is no mandate in force for this organisation")
    return Reader(person.id, request.organisation)


def is_insider(case: Case, reader: Reader) -> bool:
    """Purchaser and host see the whole case, and so do members of the committee and key holders."""
    members = case.evaluation.committee.members if case.evaluation.committee else ()
    holders = [holder.person for holder in case.planning.key_set.holders] if case.planning.key_set else ()
    bodies = (case.purchaser, case.host)
    return reader.person != "" and (reader.person in (*members, *holders) or reader.organisation in bodies)


def acts_shown(office: Office, docket: str, reader: Reader) -> tuple[Act, ...]:
    """The acts of a docket a reader may see."""
    acts = tuple(read_act(entry.source) for entry in office.journal.entries(docket))
    state = office.views.of(docket, fresh=True).state
    if isinstance(state, BidFile):
        return acts if reader.organisation in state.bidders else ()
    if isinstance(state, Case) and is_insider(state, reader):
        return acts
    if isinstance(state, Prequalified):
        return acts if is_insider(_case(office, state.case), reader) else ()
    return acts[: public_length(acts)]


def bids_shown(office: Office, case_docket: str, reader: Reader, now: Instant) -> BidIndex:
    """All bids of a case, sealed as they are: for insiders, and only after the deadline."""
    case = _case(office, case_docket)
    if (
        not is_insider(case, reader)
        or case.tendering.deadline is None
        or now.utc_ms < case.tendering.deadline.utc_ms
    ):
        raise NotAllowed("sealed bids are listed for insiders after the deadline only")
    index: BidIndex = office.views.index(case_docket).state
    return index


def applications_shown(office: Office, case_docket: str, reader: Reader, now: Instant) -> BidIndex:
    """All applications of a case, sealed as they are, and nothing else those applicants did.

    For insiders, and only after the deadline for applying.
    """
    case = _case(office, case_docket)
    called = case.tendering.prequalification
    if not is_insider(case, reader) or called is None or now.utc_ms < called.deadline.utc_ms:
        raise NotAllowed("applications are listed for insiders after their deadline only")
    index: BidIndex = office.views.index(case_docket).state
    files = tuple(
        BidFile(file.id, file.case, file.bidders, application=file.application)
        for file in index.files
        if file.application
    )
    return BidIndex(files, Seen(index.seen.docket, 0, ""))


def enquiries_shown(office: Office, case_docket: str, reader: Reader) -> tuple[tuple[str, Enquiry], ...]:
    """The open questions of a case with their dockets, for who has to answer them."""
    case = _case(office, case_docket)
    if reader.organisation not in (case.purchaser, case.host):
        raise NotAllowed("questions are for who runs the procedure; the answers are for everybody")
    dockets = [link.docket for link in office.journal.links(index_name(IndexKind.ENQUIRIES, case_docket))]
    found = [(docket, office.views.of(docket, fresh=True).state) for docket in dockets]
    return tuple(one for one in found if one[0] not in case.tendering.answered)


def file_shown(office: Office, case_docket: str, digest: str, *, reader: Reader, now: Instant) -> bytes:
    """A file of a case: its public documents for everybody, sealed files for holders after the deadline."""
    case = _case(office, case_docket)
    if digest in _documents(case):
        return office.vault.get(digest)
    holders = [holder.person for holder in case.planning.key_set.holders] if case.planning.key_set else []
    if reader.person in holders and digest in _sealed(office, case, reader, now):
        return office.vault.get(digest)
    raise NotAllowed("the file is not of this case, or not for this reader")


def _sealed(office: Office, case: Case, reader: Reader, now: Instant) -> frozenset[str]:
    """The sealed files whose deadline has passed: of applications, and of bids."""
    found: set[str] = set()
    if case.tendering.prequalification and now.utc_ms >= case.tendering.prequalification.deadline.utc_ms:
        applied = [file.application for file in applications_shown(office, case.id, reader, now).files]
        found |= {blob for one in applied if one for blob in sealed_files(one.manifest)}
    if not case.tendering.prequalification or (
        case.tendering.deadline and now.utc_ms >= case.tendering.deadline.utc_ms
    ):
        standing = [file.standing for file in bids_shown(office, case.id, reader, now).files]
        envelopes = [envelope for one in standing if one for envelope in one.envelopes]
        found |= {blob for envelope in envelopes for blob in blobs_of(envelope)}
    return frozenset(found)


def _case(office: Office, docket: str) -> Case:
    state = office.views.of(docket, fresh=True).state
    if not isinstance(state, Case):
        raise NotAllowed("there is no such case")
    return state


def _documents(case: Case) -> frozenset[str]:
    issued, called = case.tendering.solicitation, case.tendering.prequalification
    documents = [*called.deed.documents] if called else []
    documents += [*issued.documents, issued.contract_terms] if issued else []
    return frozenset(document.sha256 for document in documents)


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
