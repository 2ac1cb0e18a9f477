"""Run only in the copy of the source that the tutorial has changed: its kind is performed, and refused."""

from daylight.core.acts.award import ObjectToReport
from daylight.core.acts.common import Document
from daylight.core.acts.kinds import KINDS
from daylight.core.values.text import Text
from daylight.practice.confirming import deliver_report
from scenarios.asking import case_of, codes
from scenarios.judged import LOT, evaluated
from scripts import SMALL
from world import found

WHY = Text("理由", "a reason")
PAPER = Document("e", "证据", "0" * 64, 1)


def test_an_objection_is_taken_back_once():
    made = found()
    played = evaluated(made, SMALL)
    buyer, withdraw = made.town.buyer, KINDS["WithdrawObjection"](LOT, WHY)
    assert codes(made, buyer, withdraw, played.case, confirms=True) == ["award.no-objection"]
    deliver_report(made.stage, made.town, played, LOT)
    made.stage.confirms(buyer, ObjectToReport(LOT, WHY, (PAPER,)), played.case)
    assert case_of(made, played).lots[0].award.objected
    made.stage.confirms(buyer, withdraw, played.case)
    assert not case_of(made, played).lots[0].award.objected
