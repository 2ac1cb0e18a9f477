"""What a deed says somebody reads: a condition, a clock, an effect or a release."""

import dataclasses
import sys
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import cache
from unittest.mock import patch

import pytest

from daylight.client.session import Refused
from daylight.core.acts.kinds import KINDS
from daylight.core.values.money import Money
from scenarios.admitted import MORE, matters, told
from scenarios.bought import QUOTED, to_choice
from scenarios.changes import case, deed
from scenarios.limits import LIMITS
from scenarios.test_matrix import PLAYS, world
from world import found

#: Where reading decides or tells something; to spell an act is not to read it.
ROOMS = ("acts", "procedures", "judgement", "dockets", "disclosure", "evaluation", "policy")
READERS = tuple(f"daylight.core.{room}" for room in ROOMS)


def untriggered(m):
    """The same question where the documents have no rule for low prices."""
    ruled = {one.id: replace(one.terms.evaluation, low_price=None) for one in m.case.lots}
    lots = tuple(replace(one, terms=replace(one.terms, evaluation=ruled[one.id])) for one in m.case.lots)
    return deed(triggers=())(case(lots=lots)(m))


#: What is read only where an act goes otherwise than in the purchases played.
OTHERWISE = {
    "EndListing": deed(cause="removed"),
    "AskAboutLowPrice": untriggered,
    "ReturnPerformanceSecurity": deed(amount=Money(1, "CNY")),
    "SubmitApplication": deed(bidders=("org-one", "org-two")),
}


@cache
def read():
    """The fields of deeds that were read while purchases of every method were played."""
    seen = set()

    def watched(deed, name):
        if sys._getframe(1).f_globals["__name__"].startswith(READERS):
            seen.add((type(deed).__name__, name))
        return object.__getattribute__(deed, name)

    with ExitStack() as stack:
        for kind in KINDS.values():
            stack.enter_context(patch.object(kind, "__getattribute__", watched))
        for name, play in (PLAYS | MORE).items():
            play(world(name)() if name in PLAYS else found())
        for name in ("two after a failed tender", "half of the negotiators recommended by the purchaser"):
            LIMITS[name].play(found())
        twice = found()
        for _ in range(2):
            with suppress(Refused):
                to_choice(twice, QUOTED)
        for kind, change in OTHERWISE.items():
            for m in matters()[kind]:
                told(change(m))
    return seen


PRIVATE = "it is private: the act has its digest alone"
OWN = "nobody needs a reason to take back what is his own"
#: What nobody reads, and why.
UNREAD = {
    ("RegisterPerson", "identity_number"): PRIVATE,
    ("RegisterPerson", "phone"): PRIVATE,
    ("RegisterOrganisation", "phone"): PRIVATE,
    ("RecordNegotiation", "minutes"): PRIVATE,
    ("RevokeMandate", "reason"): OWN,
    ("WithdrawApplication", "reason"): OWN,
    ("WithdrawBid", "reason"): OWN,
    ("EntrustAgency", "fee"): "agencies are paid outside",
    ("ReplaceMember", "cause"): "its shape has the causes there are; reason and evidence prove it",
}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_field_of_a_deed_is_read_or_said_not_to_be(kind):
    names = {one.name for one in dataclasses.fields(KINDS[kind])}
    unread = names - {name for one, name in read() if one == kind}
    assert unread == {name for one, name in UNREAD if one == kind}
