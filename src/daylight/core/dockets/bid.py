"""The docket of a bidder in a case: what it obtained, applied for, submitted, withdrew, and had back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from daylight.core.acts.act import Act, Clock, act_bytes, act_digest
from daylight.core.acts.bidding import LotEnvelope, RecordBidSecurity, SubmitBid
from daylight.core.acts.prequalification import (
    OpenApplication,
    ReleaseApplication,
    ReviewApplicant,
    SubmitApplication,
    TellApplicant,
)
from daylight.core.acts.security import ConfirmRefund
from daylight.core.acts.solicitation import ObtainDocuments
from daylight.core.dockets.impossible import Impossible
from daylight.core.sealing.manifest import Manifest
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Application:
    """A standing application and what became of it; ``digest`` is that of the submitting act."""

    digest: str
    at: Instant
    manifest: Manifest
    released: tuple[tuple[str, str, str], ...] = ()
    opened_at: Instant | None = None
    declaration: str = ""
    evidence: str = ""
    passed: bool | None = None
    reason: Text | None = None
    admitted: bool | None = None


@dataclass(frozen=True)
class Submission:
    """One submission of a bidder; ``digest`` is that of its act."""

    digest: str
    at: Instant
    envelopes: tuple[LotEnvelope, ...]
    round: int = 1


@dataclass(frozen=True)
class BidFile:
    """Everything one bidder did in one case before the opening."""

    id: str
    case: str
    bidders: tuple[str, ...]
    obtained_at: Instant | None = None
    submissions: tuple[Submission, ...] = ()
    withdrawn_at: Instant | None = None
    securities: tuple[RecordBidSecurity, ...] = ()
    refunded: tuple[str, ...] = ()
    refund_clock: Clock | None = None
    application: Application | None = None

    @property
    def standing(self) -> Submission | None:
        """The submission that counts: the last, unless the bid was withdrawn after it."""
        if not self.submissions:
            return None
        last = self.submissions[-1]
        gone = self.withdrawn_at is not None and self.withdrawn_at.utc_ms >= last.at.utc_ms
        return None if gone else last

    def in_round(self, round: int) -> BidFile:
        """The same file with the submissions of one round only."""
        return replace(self, submissions=tuple(one for one in self.submissions if one.round == round))


def documents_obtained(file: BidFile | None, act: Act) -> BidFile:
    """The bidder has the documents; the first time counts."""
    deed = act.deed(ObtainDocuments)
    if file and file.obtained_at is None:
        return replace(file, obtained_at=act.received_at)  # who applied before has a docket already
    return file or BidFile(act.docket, deed.case, deed.bidders, obtained_at=act.received_at)


def bid_submitted(file: BidFile | None, act: Act) -> BidFile:
    """The submission stands; an earlier one of the same bidder is replaced whole."""
    deed = act.deed(SubmitBid)
    file = file or BidFile(act.docket, deed.case, deed.bidders)
    submission = Submission(act_digest(act_bytes(act)), act.received_at, deed.envelopes, deed.round)
    submissions = (*file.submissions, submission)
    return replace(file, submissions=submissions, withdrawn_at=None, refund_clock=None)


def bid_withdrawn(file: BidFile, act: Act) -> BidFile:
    """Nothing of this bidder stands any more; its security is owed back."""
    return replace(file, withdrawn_at=act.received_at, refund_clock=next(iter(act.clocks), None))


def bid_security_recorded(file: BidFile, act: Act) -> BidFile:
    """The evidence is on record; the last for a lot counts."""
    deed = act.deed(RecordBidSecurity)
    kept = tuple(old for old in file.securities if old.lot != deed.lot)
    return replace(file, securities=(*kept, deed))


def refund_confirmed(file: BidFile, act: Act) -> BidFile:
    """The bidder has it back."""
    return replace(file, refunded=(*file.refunded, act.deed(ConfirmRefund).lot))


def application_submitted(file: BidFile | None, act: Act) -> BidFile:
    """The application stands; an earlier one of the same applicant is replaced."""
    deed = act.deed(SubmitApplication)
    file = file or BidFile(act.docket, deed.case, deed.bidders)
    return replace(file, application=Application(act_digest(act_bytes(act)), act.received_at, deed.manifest))


def application_withdrawn(file: BidFile, act: Act) -> BidFile:
    """Nothing of this applicant stands any more."""
    return replace(file, application=None)


def application_released(file: BidFile, act: Act) -> BidFile:
    """One holder's share is on record, by digest."""
    share, standing = act.deed(ReleaseApplication).share, _standing(file)
    released = (*standing.released, (act.intent.person, share.plaintext_sha256, share.fault))
    return replace(file, application=replace(standing, released=released))


def application_opened(file: BidFile, act: Act) -> BidFile:
    """What was sealed is read, or why it could not be."""
    deed = act.deed(OpenApplication)
    content = next((part.content for part in deed.parts), "")
    return replace(
        file,
        application=replace(
            _standing(file), opened_at=act.received_at, declaration=content, evidence=deed.evidence
        ),
    )


def application_reviewed(file: BidFile, act: Act) -> BidFile:
    """The applicant passed or did not, and why."""
    deed = act.deed(ReviewApplicant)
    return replace(file, application=replace(_standing(file), passed=deed.passed, reason=deed.reason))


def applicant_told(file: BidFile, act: Act) -> BidFile:
    """The applicant knows whether it may bid."""
    return replace(file, application=replace(_standing(file), admitted=act.deed(TellApplicant).admitted))


def _standing(file: BidFile) -> Application:
    if file.application is None:
        raise Impossible("an application")
    return file.application
