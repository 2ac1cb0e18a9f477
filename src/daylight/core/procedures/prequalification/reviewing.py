"""Conditions on those who run a prequalification: opening, review, conclusion, and telling each applicant.

Who may not look into a bid docket is told the same whether there is an application or none, and only the
host is told how many there are. Shown by ``tests/scenarios/test_prequalified.py``.
"""

from __future__ import annotations

from daylight.core.acts.dockets import prequalification_docket
from daylight.core.acts.intent import Intent
from daylight.core.acts.prequalification import (
    ConcludePrequalification,
    OpenApplication,
    ReleaseApplication,
    ReviewApplicant,
    TellApplicant,
    applicant_bytes,
)
from daylight.core.dockets.bid import Application, BidFile
from daylight.core.dockets.indexes import BidIndex
from daylight.core.dockets.prequalified import Prequalified
from daylight.core.draw.draw import Drawn, draw
from daylight.core.draw.pool import person_digest
from daylight.core.procedures.common import (
    acts_by_right,
    intent_is_signed_by_a_registered_person,
    mandated,
)
from daylight.core.procedures.evaluation.committee import is_prepared
from daylight.core.procedures.matter import Matter
from daylight.core.procedures.opening import may_come_of_shares
from daylight.core.procedures.planning.need import host_acts
from daylight.core.procedures.prequalification.calling import READ_OUT, RESULT, minimum_qualified_of
from daylight.core.sealing.envelope import verify_part
from daylight.core.sealing.parts import Part
from daylight.core.values.docket import IndexKind, index_name
from daylight.core.values.fact import this
from daylight.core.values.refusal import Refusal, refuse


def conclusion_facets(intent: Intent) -> dict[str, str]:
    """The case, and all applications for it."""
    deed = intent.deed_of(ConcludePrequalification)
    return {"case": deed.case, "bids": index_name(IndexKind.BIDS, deed.case)}


def told_facets(intent: Intent) -> dict[str, str]:
    """The case, and what was concluded."""
    deed = intent.deed_of(TellApplicant)
    return {"case": deed.case, "prequalified": prequalification_docket(deed.case)}


def applications_are_no_longer_taken(m: Matter) -> Refusal | None:
    """No application is opened early."""
    called = m.case.tendering.prequalification
    if called is None or m.at.utc_ms >= called.deadline.utc_ms:
        return None
    return refuse("prequalification.too-early", "keyholders.sealing", deadline=called.deadline)


def share_is_the_one_sealed(m: Matter) -> Refusal | None:
    """A holder releases the share promised to him, once, or names the fault that hindered him."""
    share, application = m.deed(ReleaseApplication).share, _looked_at(m)
    keys = m.case.planning.key_set
    recipient = next((h.recipient for h in keys.holders if h.person == m.intent.person), "") if keys else ""
    if application is None or share.manifest != application.manifest.digest().hex() or not recipient:
        return refuse("prequalification.wrong-share", "keyholders.sealing")
    sealed = zip(application.manifest.terms.key_set.holders, application.manifest.shares, strict=True)
    promised = next((seal.plaintext.hex() for holder, seal in sealed if holder == recipient), "")
    again = m.intent.person in {person for person, _, _ in application.released}
    if again or not (share.fault or share.plaintext_sha256 == promised):
        return refuse("prequalification.wrong-share", "keyholders.sealing")
    return None


def application_opens_as_it_was_sealed(m: Matter) -> Refusal | None:
    """By the shares of enough holders, once, with the salt that ties what is read to what was sealed."""
    deed, application, keys = m.deed(OpenApplication), _looked_at(m), m.case.planning.key_set
    released = len(application.released) if application else 0
    if application is None or application.opened_at or keys is None or released < keys.threshold:
        return refuse("prequalification.not-to-be-opened", "keyholders.sealing", released=released)
    if deed.evidence and not deed.parts:
        return None
    tied = [part.name for part in deed.parts] == [READ_OUT] and all(
        verify_part(application.manifest, Part(part.name, part.content.encode()), part.salt)
        for part in deed.parts
    )
    return None if tied and not deed.evidence else refuse("prequalification.part-differs", "bidding.sealed")


def application_opens_as_far_as_shares_were_released(m: Matter) -> Refusal | None:
    """With too few good shares it does not open, for that reason; with enough of them for another."""
    deed, application, keys = m.deed(OpenApplication), _looked_at(m), m.case.planning.key_set
    if application is None or keys is None or len(application.released) < keys.threshold:
        return None  # another condition says that it is not to be opened
    good = sum(not fault for _, _, fault in application.released)
    if may_come_of_shares(deed.evidence, good, keys.threshold):
        return None
    return refuse("prequalification.wrong-evidence", "keyholders.sealing", good=good, needed=keys.threshold)


def opened_application_is_reviewed_once(m: Matter) -> Refusal | None:
    """What was opened is reviewed, once, with a reason; what could not be opened does not pass."""
    deed, application = m.deed(ReviewApplicant), _looked_at(m)
    if application is None or application.opened_at is None or application.passed is not None:
        return refuse("prequalification.not-to-be-reviewed", RESULT)
    reasoned = deed.reason.zh.strip() and deed.reason.en.strip()
    if reasoned and not (deed.passed and application.evidence):
        return None
    return refuse("prequalification.no-reason", RESULT)


def conclusion_is_in_its_docket(m: Matter) -> Refusal | None:
    """There is one conclusion of a case."""
    right = prequalification_docket(m.case.id)
    return (
        None
        if m.intent.docket == right
        else refuse("prequalification.wrong-docket", RESULT, docket=this(right))
    )


def every_application_is_reviewed(m: Matter) -> Refusal | None:
    """Nobody is passed over: each standing application was opened and reviewed."""
    open = sum(one.passed is None for one in _standing(m).values()) if _is_the_host(m) else 0
    return refuse("prequalification.review-open", RESULT, open=open) if open else None


def enough_is_what_was_counted(m: Matter) -> Refusal | None:
    """Whether enough passed is counted, not said."""
    passed, least = len(_passed(m)), minimum_qualified_of(m.book, m.case, m.at)
    if not _is_the_host(m) or m.deed(ConcludePrequalification).enough == (passed >= least):
        return None  # who may not look is refused elsewhere, and told no number
    return refuse("prequalification.miscounted", RESULT, passed=passed, least=least)


def admitted_are_those_who_passed(m: Matter) -> Refusal | None:
    """All who passed are admitted, or those chance called of them; nobody where too few passed."""
    deed, passed = m.deed(ConcludePrequalification), _passed(m)
    called = m.case.tendering.prequalification
    invited = called.deed.invited if called else 0
    if not deed.enough:
        right: tuple[str, ...] = ()
    elif invited and invited < len(passed):
        right = _called_by_chance(m, passed, invited)
    else:
        right = passed
    if not _is_the_host(m) or (deed.admitted == right and (bool(right) or not deed.enough)):
        return None
    return refuse("prequalification.admitted-differ", "invitation.random", admitted=len(deed.admitted))


def applicant_is_told_what_was_concluded(m: Matter) -> Refusal | None:
    """Each applicant is told its own result, once, and why it may not bid."""
    deed, application, concluded = m.deed(TellApplicant), _looked_at(m), m.facets.get("prequalified")
    if application is None or not isinstance(concluded, Prequalified) or application.admitted is not None:
        return refuse("prequalification.not-to-be-told", RESULT)
    right = m.intent.docket in concluded.admitted
    if deed.admitted == right and (right or (deed.reason.zh.strip() and deed.reason.en.strip())):
        return None
    return refuse("prequalification.told-wrongly", RESULT)


def _looked_at(m: Matter) -> Application | None:
    """The application in this docket, for its host and the key holders; to anybody else there is none."""
    file, keys = m.state, m.case.planning.key_set
    if not isinstance(file, BidFile) or file.case != m.case.id:
        return None
    holders = {holder.person for holder in keys.holders} if keys else set()
    in_person = not m.intent.organisation and m.intent.person in holders
    as_holder = in_person and intent_is_signed_by_a_registered_person(m) is None
    return file.application if as_holder or _is_the_host(m) else None


def _standing(m: Matter) -> dict[str, Application]:
    """Every application that stands, by its docket."""
    index = m.facets.get("bids")
    if not isinstance(index, BidIndex):
        raise TypeError("the kind must declare the index of the case's bids")
    return {file.id: file.application for file in index.files if file.application}


def _passed(m: Matter) -> tuple[str, ...]:
    return tuple(sorted(bid for bid, one in _standing(m).items() if one.passed))


def _called_by_chance(m: Matter, passed: tuple[str, ...], invited: int) -> tuple[str, ...]:
    """Those the prepared draw called from exactly those who passed; nobody where it is no such draw."""
    deed = m.deed(ConcludePrequalification)
    record = deed.draw
    if record is None or tuple(sorted(one.bid for one in deed.pool)) != passed:
        return ()
    persons = {one.handle: person_digest(one.salt, applicant_bytes(one.bid)) for one in deed.pool}
    entries = {entry.handle: entry.person for entry in record.pool.entries}
    outcome = draw(record)
    if entries != persons or not is_prepared(m.case, record) or not isinstance(outcome, Drawn):
        return ()
    named = {one.handle: one.bid for one in deed.pool}
    seats = [handle for walk in outcome.walks for handle in walk.seats]
    return tuple(sorted(named[handle] for handle in seats)) if len(seats) == invited else ()


def _is_the_host(m: Matter) -> bool:
    """Whether the intent is really that of those who run the procedure."""
    presides, qualifies = host_acts("opening.preside"), host_acts("evaluation.qualify")
    return (presides(m) is None and acts_by_right(m, mandated("opening.preside"))) or (
        qualifies(m) is None and acts_by_right(m, mandated("evaluation.qualify"))
    )
