"""Effects of prequalification acts: on the case, in an applicant's docket, in that of the conclusion."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act, act_bytes, act_digest
from daylight.core.acts.prequalification import (
    ConcludePrequalification,
    IssuePrequalification,
    OpenApplication,
    ReleaseApplication,
    ReviewApplicant,
    SubmitApplication,
    TellApplicant,
)
from daylight.core.case.applications import Application, Prequalification, Prequalified
from daylight.core.case.state import BidFile, Case

DEADLINE = "prequalification.deadline"


def prequalification_issued(case: Case, act: Act) -> Case:
    """Applications may be made until the deadline the act's clock carries."""
    deed = act.deed(IssuePrequalification)
    deadline = next(clock.at for clock in act.clocks if clock.id == DEADLINE and clock.at)
    return replace(case, prequalification=Prequalification(deed, act.received_at, deadline))


def prequalification_clarified(case: Case, act: Act) -> Case:
    """The documents are clarified; the deadline is the one the act's clock carries."""
    called = case.prequalification
    assert called is not None  # a condition of the act
    deadline = next((clock.at for clock in act.clocks if clock.id == DEADLINE and clock.at), called.deadline)
    return replace(case, prequalification=replace(called, deadline=deadline, clarified=called.clarified + 1))


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


def prequalification_concluded(_: None, act: Act) -> Prequalified:
    """Who may bid stands in a docket nobody sees before the opening."""
    deed = act.deed(ConcludePrequalification)
    return Prequalified(act.docket, deed.case, deed.enough, deed.admitted, act.received_at)


def _standing(file: BidFile) -> Application:
    assert file.application is not None  # a condition of each act on it
    return file.application
