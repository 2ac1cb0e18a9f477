"""Effects of prequalification acts: on the case, in an applicant's docket, in that of the conclusion."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act, act_bytes, act_digest
from daylight.core.case.applications import Application, Prequalification, Prequalified
from daylight.core.case.state import BidFile, Case, Impossible

DEADLINE = "prequalification.deadline"


def prequalification_issued(case: Case, act: Act) -> Case:
    """Applications may be made until the deadline the act's clock carries."""
    deed = act.intent.deed
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
    deed = act.intent.deed
    file = file or BidFile(act.docket, deed.case, deed.bidders)
    return replace(file, application=Application(act_digest(act_bytes(act)), act.received_at, deed.manifest))


def application_withdrawn(file: BidFile, act: Act) -> BidFile:
    """Nothing of this applicant stands any more."""
    return replace(file, application=None)


def application_released(file: BidFile, act: Act) -> BidFile:
    """One holder's share is on record, by digest."""
    share, standing = act.intent.deed.share, _standing(file)
    released = (*standing.released, (act.intent.person, share.plaintext_sha256, share.fault))
    return replace(file, application=replace(standing, released=released))


def application_opened(file: BidFile, act: Act) -> BidFile:
    """What was sealed is read, or why it could not be."""
    deed = act.intent.deed
    content = next((part.content for part in deed.parts), "")
    return replace(
        file,
        application=replace(
            _standing(file), opened_at=act.received_at, declaration=content, evidence=deed.evidence
        ),
    )


def application_reviewed(file: BidFile, act: Act) -> BidFile:
    """The applicant passed or did not, and why."""
    deed = act.intent.deed
    return replace(file, application=replace(_standing(file), passed=deed.passed, reason=deed.reason))


def applicant_told(file: BidFile, act: Act) -> BidFile:
    """The applicant knows whether it may bid."""
    return replace(file, application=replace(_standing(file), admitted=act.intent.deed.admitted))


def prequalification_concluded(_: None, act: Act) -> Prequalified:
    """Who may bid stands in a docket nobody sees before the opening."""
    deed = act.intent.deed
    return Prequalified(act.docket, deed.case, deed.enough, deed.admitted, act.received_at)


def _standing(file: BidFile) -> Application:
    if file.application is None:
        raise Impossible("an application")
    return file.application
