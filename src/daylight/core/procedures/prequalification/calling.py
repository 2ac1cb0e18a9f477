"""Conditions and clocks of prequalification.

In a bid docket anyone who may not look there is told the same whether there is an application or none.
Shown by ``tests/scenarios/test_prequalification.py``.
"""

from __future__ import annotations

from datetime import date, timedelta

from daylight.core.acts.act import Clock
from daylight.core.acts.dockets import prequalification_docket
from daylight.core.acts.intent import Intent
from daylight.core.acts.prequalification import (
    ClarifyPrequalification,
    IssuePrequalification,
    SubmitApplication,
)
from daylight.core.acts.solicitation import IssueSolicitation
from daylight.core.dockets.bid import Application
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.effects.solicitation import APPLYING
from daylight.core.dockets.prequalified import Prequalified
from daylight.core.procedures.bidding import own_file, sealed_files
from daylight.core.procedures.common import acts_by_right, mandated, undocumented
from daylight.core.procedures.matter import Matter, bar, fixed, law_of_case
from daylight.core.procedures.planning.choice import lowered
from daylight.core.procedures.planning.need import host_acts
from daylight.core.procedures.policy.fairness import forbidden, unanswered
from daylight.core.procedures.policy.lint import Passage, words_found
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.deadlines import latest_start, not_before
from daylight.core.sealing.manifest import Manifest
from daylight.core.values.because import Because, Derived
from daylight.core.values.fact import Code
from daylight.core.values.instant import Instant
from daylight.core.values.refusal import Refusal, refuse
from daylight.core.values.text import Text
from daylight.core.values.workdays import DueDay

NOTICE, RESULT = "prequalification.notice", "prequalification.result"
SUBMIT, LEAD = "prequalification.submit", "prequalification.clarification_lead"
PERIODS = ("prequalification.notice_period", "prequalification.documents_supply")
READ_OUT = "declaration"
ONE_DAY = timedelta(days=1)


def issuing_facets(intent: Intent) -> dict[str, str]:
    """What was concluded, where the solicitation rests on it."""
    deed = intent.deed_of(IssueSolicitation)
    return {"prequalified": prequalification_docket(intent.docket)} if deed.prequalified else {}


def method_knows_prequalification(m: Matter) -> Refusal | None:
    """Only some methods qualify suppliers beforehand."""
    if m.method is not None and m.method.prequalifies:
        return None
    return refuse("prequalification.not-here", NOTICE, method=m.method_named(m.case.method))


def nothing_was_called_for_yet(m: Matter) -> Refusal | None:
    """Applications are called for once, before the solicitation and before anybody is invited."""
    if (
        m.case.tendering.prequalification is None
        and m.case.tendering.solicitation is None
        and m.case.tendering.invitation is None
    ):
        return None
    return refuse("prequalification.issued-before", NOTICE)


def documents_and_qualifications_are_stated(m: Matter) -> tuple[Refusal, ...]:
    """There is something to read, and it says what qualifies."""
    deed = m.deed(IssuePrequalification)
    unstated = () if deed.qualification else (refuse("solicitation.no-qualification", NOTICE),)
    return (*undocumented(deed.documents, NOTICE), *unstated)


def number_invited_is_lawful(m: Matter) -> Refusal | None:
    """A method by invitation invites at least so many; any other admits all who pass."""
    invited = m.deed(IssuePrequalification).invited
    if m.method is None or m.method.responders != "invited":
        return (
            refuse("prequalification.number-invited", NOTICE, invited=invited, least=0) if invited else None
        )
    least = minimum_qualified_of(m.book, m.case, m.at)
    if invited >= least:
        return None
    return refuse("prequalification.number-invited", "invitation.random", invited=invited, least=least)


def applicants_get_the_time_the_law_gives(m: Matter) -> Refusal | None:
    """From the notice to the deadline at least the minimum period passes."""
    deadline = m.deed(IssuePrequalification).deadline
    first = _first_deadline(m)
    if deadline.utc_ms > m.at.utc_ms and (first is None or _day(m, deadline) >= first.value.earliest):
        return None
    earliest = first.value.earliest if first else m.at.day
    return refuse("prequalification.period-too-short", SUBMIT, asked=_day(m, deadline), earliest=earliest)


def prequalification_documents_are_offered_long_enough(m: Matter) -> Refusal | None:
    """Documents can be had for at least the minimum period."""
    until = m.deed(IssuePrequalification).documents_until
    if m.law.maybe(PERIODS[1]) is None:
        return None
    first = not_before(m.law, PERIODS[1], m.at.day)
    if until >= first.value.earliest:
        return None
    return refuse("prequalification.supply-too-short", PERIODS[1], asked=until, earliest=first.value.earliest)


def qualifications_keep_nobody_out(m: Matter) -> tuple[Refusal, ...]:
    """What qualifies keeps nobody out against the law, and whatever else was found has its reason."""
    deed = m.deed(IssuePrequalification)
    passages = [Passage("qualification", str(n), text) for n, text in enumerate(deed.qualification, 1)]
    passages += [Passage("document", one.id, Text(one.title, "")) for one in deed.documents]
    found = tuple(words_found(passages, m.law))
    return (*forbidden(found), *unanswered(found, deed.answered))


def clarified_qualifications_keep_nobody_out(m: Matter) -> tuple[Refusal, ...]:
    """Nor does a clarification."""
    deed = m.deed(ClarifyPrequalification)
    titles = (Passage("document", one.id, Text(one.title, "")) for one in deed.documents)
    found = tuple(words_found((Passage("clarification", "", deed.text), *titles), m.law))
    return (*forbidden(found), *unanswered(found, deed.answered))


def applications_are_called_for(m: Matter) -> Refusal | None:
    """There is a prequalification to apply in."""
    return None if m.case.tendering.prequalification else refuse("prequalification.not-issued", NOTICE)


def applications_are_still_taken(m: Matter) -> Refusal | None:
    """Applications, their withdrawal and clarifications come before the deadline."""
    called = m.case.tendering.prequalification
    if called is None or m.at.utc_ms < called.deadline.utc_ms:
        return None
    return refuse("prequalification.after-deadline", SUBMIT, deadline=called.deadline, received=m.at)


def deadline_for_applying_only_moves_later(m: Matter) -> Refusal | None:
    """A deadline never comes closer."""
    asked, called = m.deed(ClarifyPrequalification).new_deadline, m.case.tendering.prequalification
    if asked is None or called is None or asked.utc_ms > called.deadline.utc_ms:
        return None
    return refuse("prequalification.deadline-earlier", NOTICE, standing=called.deadline)


def consortium_may_apply(m: Matter) -> Refusal | None:
    """Several organisations apply together only where the documents let them."""
    bidders, called = m.deed(SubmitApplication).bidders, m.case.tendering.prequalification
    if len(bidders) == 1 or (called and called.deed.consortium_allowed):
        return None
    return refuse("bidding.no-consortium", "bidding.consortium", bidders=tuple(map(m.known, bidders)))


def application_is_sealed_to_the_key_set(m: Matter) -> Refusal | None:
    """Sealed by this applicant for this prequalification, to these holders, with the part to be opened."""
    wrong = _unsealed(m, m.deed(SubmitApplication).manifest)
    return (
        refuse("prequalification.not-sealed", "bidding.sealed", wrong=Code("seal", wrong)) if wrong else None
    )


def application_is_stored(m: Matter) -> Refusal | None:
    """Body and shares lie in the vault; an audit takes the admission for it."""
    stored = m.stored
    if stored is None:
        return None
    missing = sorted(set(sealed_files(m.deed(SubmitApplication).manifest)) - stored)
    return refuse("prequalification.not-uploaded", SUBMIT, missing=len(missing)) if missing else None


def applicant_has_an_application(m: Matter) -> Refusal | None:
    """Only a standing application can be withdrawn, by its applicant."""
    return None if _own_application(m) else refuse("prequalification.nothing-to-withdraw", SUBMIT)


def solicitation_rests_on_the_prequalification(m: Matter) -> Refusal | None:
    """Where applications were called for, bids are asked of those who passed, and enough did."""
    said, called = m.deed(IssueSolicitation).prequalified, m.case.tendering.prequalification
    if not said and called is None:
        return None
    concluded = m.facets.get("prequalified") if said else None
    if called and isinstance(concluded, Prequalified) and concluded.enough:
        return None
    hosts = host_acts("solicitation.issue")(m) is None
    if said and called and not (hosts and acts_by_right(m, mandated("solicitation.issue"))):
        return None  # another condition refuses; what was concluded is not for this actor
    return refuse("prequalification.not-concluded", RESULT)


def bidder_was_admitted(m: Matter) -> Refusal | None:
    """After a prequalification only those told that they passed obtain the documents."""
    if m.case.tendering.prequalification is None:
        return None
    own = _own_application(m)
    return None if own and own.admitted else refuse("prequalification.not-admitted", RESULT)


def minimum_qualified_of(book: Rulebook, case: Case, at: Instant) -> int:
    """How many must pass, by the law of the day the applications were called for."""
    day = case.tendering.prequalification.issued_at.day if case.tendering.prequalification else at.day
    law = law_of_case(book, case, day)
    return lowered(law, case, law.whole("bidding.minimum_bidders").value)


def application_context(case: str, bid: str) -> str:
    """What an application is bound to: nobody hands in a copy of another's, nor an application as a bid."""
    return f"{case}/prequalification/{bid}"


def issuing_clocks(m: Matter) -> tuple[Clock, ...]:
    """The deadline with its reason, and the periods that have to pass."""
    deadline, first = m.deed(IssuePrequalification).deadline, _first_deadline(m)
    clocks = [fixed(APPLYING, deadline, first.because if first else _chosen(deadline))]
    clocks += [bar(id, not_before(m.law, id, m.at.day)) for id in PERIODS if m.law.maybe(id)]
    return tuple(clocks)


def clarifying_clocks(m: Matter) -> tuple[Clock, ...]:
    """The deadline after a clarification: as asked, or the first lawful one where time is short."""
    called = m.case.tendering.prequalification
    if called is None:
        return ()
    moved = m.deed(ClarifyPrequalification).new_deadline or called.deadline
    because = _chosen(moved)
    while m.law.maybe(LEAD) and (last := latest_start(m.law, LEAD, _day(m, moved))).value.latest < m.at.day:
        moved, because = moved.on_day(moved.day + ONE_DAY), last.because
    if moved.utc_ms == called.deadline.utc_ms:
        return ()
    return (fixed(APPLYING, moved, because),)


def _first_deadline(m: Matter) -> Derived[DueDay] | None:
    return not_before(m.law, SUBMIT, m.at.day) if m.law.maybe(SUBMIT) else None


def _chosen(deadline: Instant) -> Because:
    text = Text(f"资格预审文件规定 {deadline.iso()}", f"the prequalification documents say {deadline.iso()}")
    return Because("prequalification.stated", text)


def _day(m: Matter, instant: Instant) -> date:
    return Instant(instant.utc_ms, m.offset_minutes).day


def _unsealed(m: Matter, manifest: Manifest) -> str:
    keys, terms = m.case.planning.key_set, manifest.terms
    if keys is None or (terms.key_set.id, terms.key_set.k) != (keys.id, keys.threshold):
        return "key_set"
    if terms.key_set.holders != tuple(holder.recipient for holder in keys.holders):
        return "holders"
    if terms.context != application_context(m.case.id, m.intent.docket):
        return "context"
    return "" if READ_OUT in {part.name for part in terms.parts} else READ_OUT


def _own_application(m: Matter) -> Application | None:
    """The application in this docket, for who made it; to anybody else there is none."""
    file = own_file(m)
    return file.application if file else None
