"""Who owes what by when, over many cases: the clocks of each, and of the questions asked in it.

Nothing depends on a job having run: the lists are computed from the acts and an instant.
Shown by ``tests/office/test_duties.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from daylight.core.acts.act import Act, Clock, read_act
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.case.framework import Admitted
from daylight.core.dockets.listing import Listing
from daylight.core.dockets.registry import Organisation
from daylight.core.judgement.register import HOSTED
from daylight.core.procedures.duties import Duty, duties_of, owed
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.docket import IndexKind, index_name
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text
from daylight.office.ports import Entries
from daylight.office.views import Views


@dataclass(frozen=True)
class Owed:
    """A duty in a case, with the names of both."""

    case: str
    title: Text
    debtor: Text
    duty: Duty


def owed_in(journal: Entries, book: Rulebook, cases: Iterable[str], at: Instant) -> tuple[Owed, ...]:
    """Every open duty of the cases, the longest overdue first."""
    views = Views(journal)
    found = [one for case in cases for one in _of_case(views, journal, book, case, at)]
    return tuple(sorted(found, key=lambda one: (one.duty.clock.latest, one.duty.clock.id, one.case)))


def _of_case(views: Views, journal: Entries, book: Rulebook, docket: str, at: Instant) -> Iterator[Owed]:
    case = views.of(docket, fresh=True).state
    if not isinstance(case, Case):
        return
    for duty in duties_of(case, at, book, _beneath(views, journal, case), HOSTED):
        yield Owed(docket, case.requirement.title, _name(views, duty.owed_by), duty)


def owing_after(views: Views, journal: Entries, act: Act, after: object) -> tuple[tuple[str, bool], ...]:
    """The case an act belongs to, and whether somebody may owe something in it after the act.

    An act beneath a case that sets no clock leaves what was known of the case.
    """
    if isinstance(after, Case):
        return ((after.id, may_owe(views, journal, after)),)
    case = after.agreed.case if isinstance(after, Listing) else getattr(after, "case", "")
    return ((case, True),) if case and act.clocks else ()


def may_owe(views: Views, journal: Entries, case: Case) -> bool:
    """Whether a clock of a case, or of something beneath it, still runs for somebody."""
    return bool(owed(case) or owed(case, _beneath(views, journal, case)))


def _beneath(views: Views, journal: Entries, case: Case) -> Iterator[Clock]:
    yield from _questions(journal, case)
    yield from _applications(views, journal, case)
    yield from _withdrawn(views, case)


def _questions(journal: Entries, case: Case) -> Iterator[Clock]:
    """The clocks of questions nobody has answered."""
    links = journal.links(index_name(IndexKind.ENQUIRIES, case.id))
    waiting = [link for link in links if link.docket not in case.tendering.answered]
    acts = journal.acts_of({link.docket for link in waiting})
    for link in waiting:
        yield from read_act(acts[link.docket][link.seq].source).clocks


def _applications(views: Views, journal: Entries, case: Case) -> Iterator[Clock]:
    """The clocks of applications that nobody has reviewed, or published once accepted."""
    admitted = {one for lot in case.lots for one in lot.listing.admitted}
    links = journal.links(index_name(IndexKind.LISTINGS, case.id))
    for _, view in sorted(views.several({link.docket for link in links}).items()):
        listing = view.state
        waits = listing.application and not listing.ended_at
        if waits and Admitted(listing.id, listing.application) not in admitted:
            yield from listing.clocks


def _withdrawn(views: Views, case: Case) -> Iterator[Clock]:
    """Refunds owed to who withdrew: named to nobody before the opening."""
    if case.opening.opened_at is None:
        return
    for file in views.index(case.id).state.files:
        if isinstance(file, BidFile) and file.refund_clock and not _is_refunded(file):
            yield file.refund_clock


def _is_refunded(file: BidFile) -> bool:
    return {one.lot for one in file.securities} <= set(file.refunded)


def _name(views: Views, docket: str) -> Text:
    state = views.of(docket, fresh=False).state if docket else None
    return state.registration.name if isinstance(state, Organisation) else Text(docket, docket)
