"""An evaluation is opened again by those who made it, for a cause of law, before the result is told."""

from dataclasses import replace

import pytest

from daylight.core.acts.award import AwardLot
from daylight.core.acts.evaluation import DeclareRecusal, ReopenEvaluation
from daylight.core.values.text import Text
from daylight.practice import judging
from scenarios.asking import codes
from scenarios.bought import verdicts
from scenarios.judged import FINE, LOT, LOWEST, awarded, chair, evaluated, lot_of, reviewed

ABNORMAL = ReopenEvaluation(LOT, "abnormal_mark", Text("个别评分畸高", "one mark is abnormally high"))


def reopen(made, played, deed=ABNORMAL):
    return codes(made, chair(made, played), deed, played.case, confirms=True)


def test_a_mark_is_corrected_and_the_lot_concluded_again(at):
    made, played = at(evaluated)
    assert reopen(made, played) == []
    lot = lot_of(made, played)
    assert (lot.stage, lot.ranking, lot.winner) == ("opened", (), "")
    judging.mark_and_conclude(made.stage, made.town, played, LOT)
    judging.award(made.stage, made.town, played, LOT)
    assert lot_of(made, played).stage == "published"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_an_award_that_nobody_was_told_of_falls_with_it(at):
    made, played = at(evaluated)
    deed = AwardLot(LOT, lot_of(made, played).ranking[0], FINE)
    assert codes(made, made.town.buyer, deed, played.case, confirms=True) == []
    assert reopen(made, played) == []
    assert lot_of(made, played).winner == ""


@pytest.mark.parametrize("stage", [reviewed, awarded])
def test_before_and_after_that_it_is_not_corrected_here(at, stage):
    assert "evaluation.too-late" in reopen(*at(stage))


@pytest.mark.parametrize("cause", ["sum_wrong", "mark_out_of_range", "objective_marks_differ"])
def test_what_is_computed_is_not_wrong(at, cause):
    assert reopen(*at(evaluated), replace(ABNORMAL, cause=cause)) == ["evaluation.nothing-to-correct"]


def test_without_a_reason_or_without_marks_there_is_no_cause(at):
    silent = replace(ABNORMAL, reason=Text("", ""))
    assert reopen(*at(evaluated), silent) == ["evaluation.nothing-to-correct"]
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
