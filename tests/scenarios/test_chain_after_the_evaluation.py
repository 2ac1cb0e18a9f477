"""The chain of days from the evaluation to the last security, each actor using all the time law gives him.

An evaluation that ends on 23 September runs into two holidays; the days were computed by hand.
"""

from dataclasses import replace
from datetime import date

import pytest

from daylight.core.acts.award import AwardLot
from daylight.core.acts.contracting import FileContract, SignContract
from daylight.practice import closing, confirming, judging
from scenarios.asking import case_of, codes
from scenarios.bought import verdicts
from scenarios.judged import LOT, awarded, formed, lot_of, signing
from scripts import SMALL
from world import found

BEGIN = "2026-07-20T09:00:00+08:00"


def to_day(made, month, day):
    made.clock.move_to(made.clock.now().on_day(date(2026, month, day)))


def running(made, played):
    """The last day of each clock that somebody owes, by month and day."""
    clocks = (one for one in case_of(made, played).clocks if one.lot == LOT and one.owed_by)
    return {one.id: (one.latest.month, one.latest.day) for one in clocks}


@pytest.fixture(scope="module")
def chain():
    """The purchase, and what ran after each step."""
    made = found(begin=BEGIN)
    stage, town = made.stage, made.town
    played = formed(made, SMALL)
    to_day(made, 9, 23)
    judging.evaluate_lot(stage, town, played, LOT)
    ran = {"evaluated": running(made, played)}
    to_day(made, 9, 28)
    confirming.deliver_report(stage, town, played, LOT)
    ran["delivered"] = running(made, played)
    to_day(made, 10, 10)
    first = lot_of(made, played).evaluation.ranking[0]
    stage.confirms(town.buyer, AwardLot(LOT, first, judging.MEETS), played.case)
    ran["awarded"] = running(made, played)
    to_day(made, 10, 13)
    judging.tell(stage, town, played, LOT)
    ran["told"] = running(made, played)
    to_day(made, 10, 20)
    closing.refund_losers(stage, town, played, LOT)
    ran["losers refunded"] = running(made, played)
    to_day(made, 11, 2)
    judging.contract(stage, town, played, LOT)
    ran["signed"] = running(made, played)
    to_day(made, 11, 9)
    closing.refund(stage, town, played, first, LOT)
    to_day(made, 11, 11)
    closing.file_contract(stage, town, played, LOT)
    ran["filed"] = running(made, played)
    return made, played, ran


def test_the_report_is_due_in_two_working_days_and_the_winner_in_five_more(chain):
    _, _, ran = chain
    assert ran["evaluated"] == {"award.report": (9, 28), "award.confirm": (10, 10)}
    assert ran["delivered"] == {"award.confirm": (10, 10)}


def test_notice_and_publication_are_due_in_two_working_days(chain):
    _, _, ran = chain
    assert set(ran["awarded"].values()) == {(10, 13)}
    assert sorted(ran["awarded"]) == ["award.publish.NotifyBidders", "award.publish.PublishAward"]


def test_the_losers_have_theirs_in_five_working_days_and_the_contract_in_thirty_days(chain):
    _, _, ran = chain
    both = {"contract.sign.purchaser": (11, 12), "contract.sign.supplier": (11, 12)}
    assert ran["told"] == both | {"security.refund_losers": (10, 20)}
    assert ran["losers refunded"] == both


def test_after_the_signing_publication_copy_and_the_winners_security_are_due(chain):
    made, _, _ = chain
    signed = next(act for act in reversed(made.acts) if isinstance(act.intent.deed, SignContract))
    due = {one.id: (one.latest.month, one.latest.day) for one in signed.clocks}
    assert due == {
        "contract.publish": (11, 4),
        "contract.file_copy": (11, 11),
        "security.refund_winner": (11, 9),
    }


def test_the_result_published_on_the_thirteenth_is_given_notice_of_until_the_fourteenth(chain):
    made, played, _ = chain
    (notice,) = (one for one in case_of(made, played).clocks if one.id == "award.notice_period")
    assert (notice.latest, notice.owed_by) == (date(2026, 10, 14), "")


def test_at_the_end_nothing_runs_and_strangers_verify_it(chain):
    made, played, ran = chain
    assert ran["signed"] == {"contract.file_copy": (11, 11), "security.refund_winner": (11, 9)}
    assert ran["filed"] == {}
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_a_copy_is_filed_once_with_who_supervises_and_is_the_text_signed(at):
    made, played = at(awarded)
    buyer, treasury = made.town.buyer, made.town.finance.organisation
    contract, supplier = signing(made, played)
    deed = FileContract(LOT, contract.text, treasury)
    assert codes(made, buyer, deed, played.case) == ["contracting.not-signed"]
    for party in (supplier, buyer):
        assert codes(made, party, contract, played.case, confirms=True) == []
    other = FileContract(LOT, contract.text, made.town.agent.organisation)
    assert codes(made, buyer, other, played.case) == ["contracting.not-the-supervisor"]
    changed = FileContract(LOT, replace(contract.text, sha256="1" * 64), treasury)
    assert codes(made, buyer, changed, played.case) == ["contracting.not-the-copy"]
    assert codes(made, made.town.agent, deed, played.case) == ["planning.not-the-purchaser"]
    assert codes(made, buyer, deed, played.case) == []
    assert codes(made, buyer, deed, played.case) == ["contracting.filed-before"]
