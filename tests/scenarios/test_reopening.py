"""An evaluation is made again by those who made it, for a cause that law names, before both have signed."""

import json
from dataclasses import replace

import pytest

from daylight.core.acts.act import Seen
from daylight.core.acts.award import AwardLot, PassOverWinner
from daylight.core.acts.evaluation import (
    DeclareRecusal,
    ReopenEvaluation,
    ReportChangedResult,
    ReviewConformity,
    ReviewQualification,
    ScoreBid,
)
from daylight.core.acts.intent import read_signed
from daylight.core.disclosure.visibility import public_length
from daylight.core.judgement.register import REGISTER
from daylight.core.procedures.matter import Matter
from daylight.core.values.text import Text
from daylight.practice import correcting, judging, methods
from scenarios.asking import case_of, codes
from scenarios.bought import CONSULTED, NEGOTIATED, QUOTED, to_response, verdicts
from scenarios.judged import (
    FINE,
    LOT,
    LOWEST,
    PAPER,
    awarded,
    chair,
    evaluated,
    lot_of,
    marks,
    reviewed,
    signing,
)
from scenarios.test_passed_over import notified
from scripts import bidder

ABNORMAL = ReopenEvaluation(LOT, "abnormal_mark", Text("个别评分畸高", "one mark is abnormally high"))
REPORT = ReportChangedResult(LOT, PAPER)

FOUR = replace(
    NEGOTIATED,
    bidders=(
        *NEGOTIATED.bidders,
        bidder("丁", 1_600_000, conforms=Text("不满足实质性要求", "not conforming")),
    ),
)


def reopen(made, played, deed=ABNORMAL):
    return codes(made, chair(made, played), deed, played.case, confirms=True)


def concluded(made, script):
    """A purchase by another method, evaluated and not yet awarded."""
    played = to_response(made, script)
    methods.judge(made.stage, made.town, played)
    return played


def reopened_and_changed(made, played):
    """The committee corrects its marks so far that another bid leads, and concludes again."""
    correcting.correct_so_that_the_first_falls(made.stage, made.town, played, LOT)


def before(made, played):
    return lot_of(made, played).evaluation.ranked_before


def told(made, played):
    """The releases of the case, in order, with the kinds of the acts that told them."""
    releases = [json.loads(one) for one in made.office.journal.published(played.case)]
    return [(one["daylight"]["acts"][0]["kind"], one) for one in releases]


def test_a_mark_is_corrected_and_the_lot_concluded_again(at):
    made, played = at(evaluated)
    assert reopen(made, played) == []
    lot = lot_of(made, played)
    assert (lot.stage, lot.evaluation.ranking, lot.award.winner) == ("opened", (), "")
    judging.mark_and_conclude(made.stage, made.town, played, LOT)
    judging.award(made.stage, made.town, played, LOT)
    assert lot_of(made, played).stage == "published"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_an_award_that_nobody_was_told_of_falls_with_it(at):
    made, played = at(evaluated)
    deed = AwardLot(LOT, lot_of(made, played).evaluation.ranking[0], FINE)
    assert codes(made, made.town.buyer, deed, played.case, confirms=True) == []
    assert reopen(made, played) == []
    assert (lot_of(made, played).award.winner, lot_of(made, played).award.passed) == ("", ())


def test_before_the_conclusion_the_committee_corrects_on_the_spot(at):
    made, played = at(reviewed)
    assert "evaluation.too-late" in reopen(made, played)
    bid = lot_of(made, played).evaluation.bids[0].bid
    for service in (4, 10):
        assert (
            codes(made, chair(made, played), ScoreBid(LOT, bid, marks(service=service), FINE), played.case)
            == []
        )
    given = lot_of(made, played).evaluation.bids[0].marks
    assert dict(given[0].marks)["service"] == 10
    assert len(given) == 1


def test_what_everybody_read_falls_for_everybody_and_the_new_result_follows(at):
    made, played = at(awarded)
    first, second, *_ = lot_of(made, played).evaluation.ranking
    reopened_and_changed(made, played)
    lot = lot_of(made, played)
    assert (lot.stage, lot.award.winner, lot.award.notified_at, lot.award.published_at) == (
        "evaluated",
        "",
        None,
        None,
    )
    kind, release = told(made, played)[-1]
    assert (kind, release["tag"]) == ("ReopenEvaluation", ["awardCancellation"])
    assert (lot_of(made, played).evaluation.ranking[0], lot_of(made, played).evaluation.ranking[-1]) == (
        second,
        first,
    )
    agent = made.town.agent
    assert codes(made, agent, REPORT, played.case) == []
    judging.award(made.stage, made.town, played, LOT)
    judging.contract(made.stage, made.town, played, LOT)
    assert lot_of(made, played).award.winner == second
    awards = [one for _, release in told(made, played) for one in release.get("awards", ())]
    standing = {one["id"].rpartition("award-")[2]: one["status"] for one in awards}
    assert standing == {"1": "cancelled", "1-2": "active"}
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_what_only_the_bidders_were_told_is_told_with_the_new_result_as_it_stood(at):
    made, played = at(notified)
    first, digest = lot_of(made, played).award.winner, lot_of(made, played).evaluation.result_digest
    known = len(told(made, played))
    reopened_and_changed(made, played)
    assert len(told(made, played)) == known
    correcting.report_change(made.stage, made.town, played, LOT)
    judging.award(made.stage, made.town, played, LOT)
    fell, stands = told(made, played)[-1][1]["awards"]
    assert (fell["status"], stands["status"]) == ("cancelled", "active")
    assert fell["daylight"]["result"] == digest != stands["daylight"]["result"]
    assert [one.bid for one in lot_of(made, played).award.passed] == [first]
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_a_changed_result_is_reported_before_it_is_confirmed_and_only_then(at):
    made, played = at(awarded)
    assert codes(made, made.town.agent, REPORT, played.case) == ["evaluation.nothing-changed"]
    reopened_and_changed(made, played)
    deed = AwardLot(LOT, lot_of(made, played).evaluation.ranking[0], FINE)
    buyer, agent = made.town.buyer, made.town.agent
    assert codes(made, buyer, deed, played.case, confirms=True) == ["award.change-unreported"]
    assert codes(made, chair(made, played), REPORT, played.case) != []
    assert codes(made, agent, REPORT, played.case) == []
    assert codes(made, agent, REPORT, played.case) == ["evaluation.nothing-changed"]
    assert codes(made, buyer, deed, played.case, confirms=True) == []


def test_an_unchanged_result_needs_no_report(at):
    made, played = at(awarded)
    assert reopen(made, played) == []
    judging.mark_and_conclude(made.stage, made.town, played, LOT)
    assert codes(made, made.town.agent, REPORT, played.case) == ["evaluation.nothing-changed"]
    judging.award(made.stage, made.town, played, LOT)
    assert lot_of(made, played).stage == "published"


def test_a_change_nobody_was_told_of_is_still_one_after_a_third_evaluation(at):
    made, played = at(awarded)
    first = lot_of(made, played).evaluation.ranking
    reopened_and_changed(made, played)
    assert reopen(made, played) == []
    assert before(made, played) == first


def test_the_second_evaluation_stays_secret_until_it_is_told(at):
    made, played = at(awarded)
    assert reopen(made, played) == []
    known = len(acts := acts_of(made, played))
    assert public_length(acts) == known
    judging.mark_and_conclude(made.stage, made.town, played, LOT)
    assert public_length(acts_of(made, played)) == known
    judging.award(made.stage, made.town, played, LOT)
    assert public_length(acts := acts_of(made, played)) == len(acts)


def acts_of(made, played):
    return [act for act in made.acts if act.docket == played.case]


def test_after_both_have_signed_nothing_is_evaluated_again(at):
    made, played = at(awarded)
    contract, supplier = signing(made, played)
    assert codes(made, supplier, contract, played.case, confirms=True) == []
    assert codes(made, made.town.buyer, contract, played.case, confirms=True) == []
    assert reopen(made, played) == ["evaluation.too-late"]


def test_one_signature_falls_with_the_award(at):
    made, played = at(awarded)
    contract, supplier = signing(made, played)
    assert codes(made, supplier, contract, played.case, confirms=True) == []
    assert reopen(made, played) == []
    assert lot_of(made, played).contract.signatures == ()


@pytest.mark.parametrize("cause", ["sum_wrong", "mark_out_of_range", "objective_marks_differ"])
def test_what_is_computed_is_not_wrong(at, cause):
    assert reopen(*at(evaluated), replace(ABNORMAL, cause=cause)) == ["evaluation.nothing-to-correct"]
    assert reopen(*at(awarded), replace(ABNORMAL, cause=cause)) == ["evaluation.nothing-to-correct"]


def test_without_a_reason_or_without_marks_there_is_no_cause(at):
    silent = replace(ABNORMAL, reason=Text("", ""))
    assert reopen(*at(evaluated), silent) == ["acts.nothing-said"]
    assert reopen(*at(evaluated, LOWEST)) == ["evaluation.nothing-to-correct"]


def test_a_committee_that_changed_is_not_the_one_that_evaluated(at):
    made, played = at(evaluated)
    gone = judging.members(made.stage, made.town, played)[1]
    deed = DeclareRecusal(gone.device.person, FINE)
    assert codes(made, gone, deed, played.case) == []
    assert reopen(made, played) == ["evaluation.other-committee"]


def test_only_the_chair_opens_it_again(at):
    made, played = at(evaluated)
    member = judging.members(made.stage, made.town, played)[1]
    assert codes(made, member, ABNORMAL, played.case, confirms=True) == ["evaluation.not-the-chair"]


def test_each_method_admits_the_causes_of_its_own_law(at):
    wrong = replace(ABNORMAL, cause="qualification_wrong")
    price = replace(ABNORMAL, cause="price_wrong")
    made, played = at(evaluated)
    named = replace(wrong, bids=(lot_of(made, played).evaluation.ranking[0],))
    assert reopen(made, played, named) == ["evaluation.no-cause-here"]
    assert "evaluation.no-cause-here" in reopen(made, played, price)
    for script in (NEGOTIATED, QUOTED):
        made, played = at(concluded, script)
        assert "evaluation.no-cause-here" in reopen(made, played)
        assert reopen(made, played, price) == ["evaluation.nothing-to-correct"]
    made, played = at(concluded, CONSULTED)
    assert "evaluation.no-cause-here" in reopen(made, played, price)
    assert reopen(made, played) == []


def test_a_qualification_found_wrongly_is_found_again_and_another_wins(at):
    made, played = at(concluded, QUOTED)
    first, second, *_ = lot_of(made, played).evaluation.ranking
    wrong = replace(ABNORMAL, cause="qualification_wrong", bids=(first,))
    assert reopen(made, played, replace(wrong, bids=())) == ["evaluation.bids-misnamed"]
    assert reopen(made, played, replace(wrong, bids=(first, first))) == ["evaluation.bids-misnamed"]
    assert reopen(made, played, replace(wrong, bids=("bid-" + "0" * 32,))) == ["evaluation.bids-misnamed"]
    assert reopen(made, played, wrong) == []
    head = chair(made, played)
    again = ReviewQualification(LOT, first, True, FINE)
    assert codes(made, head, ReviewQualification(LOT, second, True, FINE), played.case) == [
        "evaluation.reviewed-before"
    ]
    assert codes(made, head, again, played.case) == []
    assert codes(made, head, ReviewConformity(LOT, first, True, FINE), played.case) == []
    judging.conclude(made.stage, made.town, played, LOT, head)
    assert lot_of(made, played).evaluation.ranking[0] == first
    judging.award(made.stage, made.town, played, LOT)
    assert lot_of(made, played).stage == "published"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_bids_are_named_for_no_other_cause(at):
    made, played = at(evaluated)
    deed = replace(ABNORMAL, bids=lot_of(made, played).evaluation.ranking[:1])
    assert reopen(made, played, deed) == ["evaluation.bids-misnamed"]


def test_who_was_left_out_of_the_talks_is_not_let_in_afterwards(at):
    made, played = at(concluded, FOUR)
    out = next(bid.bid for bid in lot_of(made, played).evaluation.bids if bid.rejected)
    wrong = replace(ABNORMAL, cause="qualification_wrong", bids=(out,))
    assert reopen(made, played, wrong) == ["evaluation.never-heard"]


def test_a_winner_who_refused_stays_out_when_the_evaluation_is_made_again(at):
    made, played = at(awarded)
    first, second, *_ = lot_of(made, played).evaluation.ranking
    gone = PassOverWinner(LOT, first, "refused", FINE, (PAPER,))
    assert codes(made, made.town.buyer, gone, played.case, confirms=True) == []
    assert reopen(made, played) == []
    judging.mark_and_conclude(made.stage, made.town, played, LOT)
    deed = AwardLot(LOT, first, FINE)
    assert codes(made, made.town.buyer, deed, played.case, confirms=True) == ["award.not-first"]
    judging.award(made.stage, made.town, played, LOT)
    assert lot_of(made, played).award.winner == second
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_under_the_edition_before_nothing_is_evaluated_again_once_it_is_told(at):
    """Whoever keeps the journal can't label a new act as an old one to be let in, nor the other way."""
    made, played = at(notified)
    rules, asked = made.office.rules, REGISTER["ReopenEvaluation"].conditions
    condition = next(one for one in asked if one.__name__ == "no_contract_stands_yet")
    chair = judging.chair_of(made.stage, made.town, played)
    intent = read_signed(made.stage.intent(chair, ABNORMAL, played.case)).intent
    for edition, told in (("2026.12.1", "evaluation.too-late"), ("2026.12.2", None)):
        m = Matter(
            intent, b"", made.clock.now(), rules.world, rules.book, rules.crypto,
            case_of(made, played), Seen(played.case, 1, ""), {}, edition,
        )  # fmt: skip
        refusal = condition(m)
        assert (refusal.code if refusal else None) == told
