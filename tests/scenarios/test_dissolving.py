"""Members are replaced while that suffices; else the committee is dissolved, and another evaluates anew."""

import json
from dataclasses import replace

import pytest

from daylight.core.acts.award import FailLot
from daylight.core.acts.evaluation import (
    DissolveCommittee,
    FormCommittee,
    ReopenEvaluation,
    ReplaceMember,
    ReviewConformity,
    ScoreBid,
)
from daylight.core.disclosure.visibility import public_length
from daylight.core.values.text import Text
from daylight.practice import correcting, judging, methods
from scenarios.asking import case_of, codes
from scenarios.bought import NEGOTIATED, to_response, verdicts
from scenarios.judged import (
    FINE,
    LOT,
    PAPER,
    TWO_LOTS,
    awarded,
    chair,
    evaluated,
    formed,
    lot_of,
    marks,
    reviewed,
    signing,
)

WHY = Text("评审受到非法干预，结果无效", "the evaluation was interfered with; its result is void")
INTERFERED = DissolveCommittee("interference", (), WHY, (PAPER,), PAPER)


def dissolve(made, played, deed=INTERFERED, party=None):
    return codes(made, party or made.town.agent, deed, played.case, confirms=True)


def sitting(made, played):
    return case_of(made, played).evaluation.committee.members


def evaluate_again(made, played):
    correcting.evaluate_anew(made.stage, made.town, played, LOT)


def replacing(made, played, **changes):
    deed = ReplaceMember(sitting(made, played)[1], "recusal", FINE, (PAPER,))
    return codes(made, made.town.agent, replace(deed, **changes), played.case)


@pytest.mark.parametrize("stage", [reviewed, evaluated, awarded])
def test_what_the_committee_found_is_void_and_another_evaluates_from_the_start(at, stage):
    made, played = at(stage)
    former = sitting(made, played)
    assert dissolve(made, played) == []
    lot = lot_of(made, played)
    assert case_of(made, played).evaluation.committee is None
    assert (lot.stage, lot.evaluation.ranking, lot.award.winner, lot.evaluation.evaluated_by) == (
        "opened",
        (),
        "",
        (),
    )
    assert {(bid.qualified, bid.conforming, bid.marks, bid.preferences) for bid in lot.evaluation.bids} == {
        (True, None, (), None)
    }
    evaluate_again(made, played)
    assert not set(former) & set(sitting(made, played))
    judging.award(made.stage, made.town, played, LOT)
    judging.contract(made.stage, made.town, played, LOT)
    assert lot_of(made, played).contract.signed_at is not None
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_an_award_everybody_read_falls_for_everybody(at):
    made, played = at(awarded)
    known = len([act for act in made.acts if act.docket == played.case])
    assert dissolve(made, played) == []
    release = json.loads(list(made.office.journal.published(played.case))[-1])
    assert (release["tag"], release["awards"][0]["status"]) == (["awardCancellation"], "cancelled")
    evaluate_again(made, played)
    assert public_length([act for act in made.acts if act.docket == played.case]) == known + 1


def test_nobody_who_sat_before_sits_again(at):
    made, played = at(formed)
    first = next(act.intent.deed for act in made.acts if isinstance(act.intent.deed, FormCommittee))
    assert dissolve(made, played) == []
    assert codes(made, made.town.agent, first, played.case) == ["evaluation.sat-before"]
    mark = ScoreBid(LOT, lot_of(made, played).evaluation.bids[0].bid, marks(), FINE)
    assert codes(made, chair_before(made, first), mark, played.case)[0] == "evaluation.not-a-member"


def chair_before(made, deed):
    return next(one.in_person() for one in made.town.experts if one.device.person == deed.chair)


def test_who_was_found_not_conforming_is_looked_at_again(at):
    made, played = at(formed)
    bid = lot_of(made, played).evaluation.bids[0].bid
    judging.review(made.stage, made.town, played, LOT)
    made, played = at(formed)
    stage, town = made.stage, made.town
    for one in lot_of(made, played).evaluation.bids:
        deed = judging.qualification_of(stage, played, lot_of(made, played), one)
        assert codes(made, town.agent, deed, played.case) == []
    out = ReviewConformity(LOT, bid, False, FINE)
    assert codes(made, chair(made, played), out, played.case) == []
    assert lot_of(made, played).evaluation.bids[0].rejected == "not_conforming"
    assert dissolve(made, played) == []
    assert (
        lot_of(made, played).evaluation.bids[0].rejected,
        lot_of(made, played).evaluation.bids[0].reason,
    ) == ("", None)


def test_for_causes_in_persons_somebody_is_named_who_sits(at):
    made, played = at(evaluated)
    stranger = made.town.author.device.person
    for cause, named in (("recusal", ()), ("misconduct", ()), ("interference", (stranger,))):
        deed = replace(INTERFERED, cause=cause, members=named)
        assert dissolve(made, played, deed) == ["evaluation.members-misnamed"]
    twice = replace(INTERFERED, cause="misconduct", members=sitting(made, played)[:1] * 2)
    assert dissolve(made, played, twice) == ["evaluation.members-misnamed"]
    once = replace(twice, members=twice.members[:1])
    assert dissolve(made, played, once) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"reason": Text("有", " ")}, "acts.one-language"),
        ({"evidence": ()}, "acts.no-evidence"),
        ({"report": replace(PAPER, size=0)}, "acts.no-document"),
    ],
)
def test_without_reason_evidence_or_report_nothing_is_dissolved(at, changes, told):
    assert dissolve(*at(evaluated), replace(INTERFERED, **changes)) == [told]


def test_only_who_runs_the_procedure_dissolves(at):
    made, played = at(evaluated)
    assert dissolve(made, played, party=made.town.finance) == ["planning.not-the-host"]
    assert "acts.unknown-organisation" in dissolve(made, played, party=chair(made, played))


def test_while_alternates_are_left_and_nothing_is_concluded_members_are_replaced(at):
    made, played = at(reviewed)
    one, two, three = sitting(made, played)[:3]
    some = replace(INTERFERED, cause="recusal", members=(one, two))
    assert dissolve(made, played, some) == ["evaluation.replacing-suffices"]
    assert dissolve(made, played, replace(some, members=(one, two, three))) == []
    made, played = at(evaluated)
    assert dissolve(made, played, replace(some, members=(one,))) == []


def test_a_member_who_may_not_sit_is_replaced_by_the_next_of_the_permutation(at):
    made, played = at(formed)
    committee = case_of(made, played).evaluation.committee
    gone = committee.members[1]
    assert replacing(made, played) == []
    after = case_of(made, played).evaluation.committee
    assert gone in after.recused and committee.alternates[0] in after.experts
    assert replacing(made, played) == []
    assert replacing(made, played) == ["evaluation.no-alternate"]
    judging.evaluate_lot(made.stage, made.town, played, LOT)
    judging.award(made.stage, made.town, played, LOT)
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_a_member_is_replaced_on_evidence_and_before_a_conclusion_only(at):
    made, played = at(formed)
    assert replacing(made, played, evidence=()) == ["acts.no-evidence"]
    assert replacing(made, played, member=made.town.author.device.person) == ["evaluation.not-a-member"]
    made, played = at(evaluated)
    assert replacing(made, played) == ["evaluation.concluded-with-member"]


def test_where_nobody_is_in_office_nobody_is_dissolved(at):
    made, played = at(formed)
    assert dissolve(made, played) == []
    assert dissolve(made, played) == ["evaluation.no-committee"]
    deed = ReopenEvaluation(LOT, "abnormal_mark", FINE)
    assert "evaluation.not-the-chair" in codes(
        made, made.town.buyer.in_person(), deed, played.case, confirms=True
    )


def test_a_contract_that_stands_is_not_touched(at):
    made, played = at(awarded)
    contract, supplier = signing(made, played)
    assert codes(made, supplier, contract, played.case, confirms=True) == []
    assert codes(made, made.town.buyer, contract, played.case, confirms=True) == []
    assert dissolve(made, played) == ["evaluation.contract-stands"]


def test_of_two_lots_the_one_under_contract_stays_and_the_other_is_evaluated_anew(at):
    made, played = at(awarded, TWO_LOTS)
    contract, supplier = signing(made, played)
    assert codes(made, supplier, contract, played.case, confirms=True) == []
    assert codes(made, made.town.buyer, contract, played.case, confirms=True) == []
    signed = lot_of(made, played)
    judging.evaluate_lot(made.stage, made.town, played, "2")
    assert dissolve(made, played) == []
    first, second = case_of(made, played).lots
    assert first == signed
    assert (second.stage, second.evaluation.ranking) == ("opened", ())


def test_methods_whose_law_knows_no_other_committee_end_instead(at):
    made, played = at(to_response, NEGOTIATED)
    methods.judge(made.stage, made.town, played)
    assert dissolve(made, played) == ["evaluation.no-new-committee"]
    deed = FailLot(LOT, "illegality", FINE)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == []
