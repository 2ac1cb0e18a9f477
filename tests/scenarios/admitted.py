"""Every kind of act as it was admitted in some purchase."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from typing import Any
from unittest.mock import patch

import server
from daylight.core.acts.award import CancelLot
from daylight.core.acts.evaluation import DeclareRecusal
from daylight.core.acts.prequalification import ClarifyPrequalification, WithdrawApplication
from daylight.core.acts.registry import RevokeMandate
from daylight.core.judgement.judge import Admission, judge
from daylight.core.procedures.matter import Matter
from daylight.core.values.text import Text
from daylight.crypto.openssl import OpenSSL
from daylight.office import perform
from daylight.practice import closing, play, prequalifying
from daylight.practice.town import register_supplier
from scenarios.bought import imported
from scenarios.entries import put_right
from scenarios.judged import FINE, LOT, LOW, OVERPRICED, corrected, evaluated, formed, questioned
from scenarios.test_consortium import joined
from scenarios.test_matrix import PLAYS, world
from scenarios.test_preferences import E7
from scripts import SMALL, to_issue
from world import found

#: So many acts of a kind are kept of each play.
KEPT = 8


class EverySignatureHolds(OpenSSL):
    """What is changed is signed as well as it was before."""

    def ed25519_verify(self, public: bytes, signature: bytes, message: bytes) -> bool:
        return True


def ended_unopened(made):
    """The lot ends before any bid is opened."""
    played = to_issue(made)
    play.obtain_all(made.stage, played)
    play.bid_all(made.stage, made.town, played)
    made.stage.confirms(made.town.buyer, CancelLot(LOT, FINE), played.case)
    closing.confirm_refund(made.stage, played, next(iter(played.bidders)), LOT)
    closing.refund_unopened(made.stage, made.town, played, LOT)


def withdrawn_application(made):
    """A call that is clarified, and an application that is withdrawn."""
    played = play.plan(made.stage, made.town, SMALL)
    prequalifying.call(made.stage, made.town, played)
    made.stage.acts(made.town.agent, ClarifyPrequalification(FINE), played.case)
    party = register_supplier(made.stage, Text("甲", "A"), territory="CN-37")
    docket = prequalifying.apply(made.stage, played, SMALL.bidders[0], party)
    made.stage.acts(party, WithdrawApplication(played.case, "产能不足"), docket)


def stepped_down(made):
    """A member steps down, an officer's mandate is taken back, two entries are put right."""
    put_right(made)
    played = formed(made, SMALL)
    gone = made.stage.case(played.case, made.town.buyer).evaluation.committee.experts[0].person
    party = next(one for one in made.town.experts if one.device.person == gone)
    made.stage.acts(party, DeclareRecusal(gone, FINE), played.case)
    made.stage.acts(
        made.town.registrar,
        RevokeMandate(made.town.purchaser, "调离"),
        made.town.author.capacity.mandate,
    )


def entered(made):
    """The registrar replaces a key of the server, and sets its time right."""
    server.replace_key(made, "intake")
    server.recover(made, server.at_a_false_time(made))


MORE = {
    "server": entered,
    "unopened": ended_unopened,
    "application": withdrawn_application,
    "recusal": stepped_down,
    "preferences": lambda made: evaluated(made, E7),
    "arithmetic": lambda made: corrected(made, SMALL),
    "consortium": lambda made: joined(made, SMALL),
    "failed": lambda made: evaluated(made, OVERPRICED),
    "low price": lambda made: questioned(made, LOW),
    "planned": imported,
}


@cache
def matters() -> dict[str, list[Matter]]:
    """Matters of every kind that were admitted while purchases of every method were played."""
    kept: dict[str, list[Matter]] = defaultdict(list)
    times: Counter[tuple[str, str]] = Counter()
    for name, one in (PLAYS | MORE).items():

        def watched(m: Matter, name: str = name) -> Any:
            verdict = judge(m)
            times[name, m.intent.kind] += 1
            if isinstance(verdict, Admission) and times[name, m.intent.kind] <= KEPT:
                kept[m.intent.kind].append(replace(m, crypto=EverySignatureHolds()))
            return verdict

        with patch.object(perform, "judge", watched):
            one(world(name)() if name in PLAYS else found())
    return kept


def told(m: Matter) -> list[str]:
    """The codes of what the judge refuses or, where figures are unconfirmed, warns of, sorted."""
    verdict = judge(m)
    found = verdict.warnings if isinstance(verdict, Admission) else verdict
    return sorted({one.code for one in found})
