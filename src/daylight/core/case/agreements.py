"""Effects of what follows a framework agreement."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.agreements import FileAgreements, NotifyUsers, PublishCallOffSummary
from daylight.core.case.state import Case, the_lot, with_lot


def agreements_filed(case: Case, act: Act) -> Case:
    """The authority has copies."""
    deed = act.deed(FileAgreements)
    lot, bids = the_lot(case, deed.lot), deed.bids
    marked = (replace(one, filed=True) if one.bid in bids else one for one in lot.agreements)
    return with_lot(case, replace(lot, agreements=tuple(marked)))


def users_notified(case: Case, act: Act) -> Case:
    """Users know whom they may call off."""
    deed = act.deed(NotifyUsers)
    lot, bids = the_lot(case, deed.lot), deed.bids
    marked = (replace(one, told=True) if one.bid in bids else one for one in lot.agreements)
    return with_lot(case, replace(lot, agreements=tuple(marked)))


def summary_published(case: Case, act: Act) -> Case:
    """Everybody can read what was bought."""
    lot = the_lot(case, act.deed(PublishCallOffSummary).lot)
    return with_lot(case, replace(lot, summary_at=act.received_at))
