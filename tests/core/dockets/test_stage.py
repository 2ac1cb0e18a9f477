from dataclasses import replace

import pytest

from daylight.core.acts.solicitation import LotTerms
from daylight.core.disclosure.occasion import stage_known
from daylight.core.dockets.case.award import LotAward, LotContract
from daylight.core.dockets.case.case import Ended, Lot
from daylight.core.dockets.case.evaluation import LotEvaluation
from daylight.core.dockets.case.framework import LotListing
from daylight.core.dockets.stage import OVER, STAGES, Stage
from daylight.core.values.instant import instant_of
from daylight.core.values.money import Money
from daylight.core.values.text import Text

AT = instant_of("2026-03-02T09:00:00+08:00")
LOT = Lot("1", Text("一", "one"), Money(1, "CNY"))
TERMS = LotTerms.__new__(LotTerms)
CONCLUDED = LotEvaluation(opened=True, concluded=True)
STANDS = {
    Stage.PLANNED: LOT,
    Stage.TENDERED: replace(LOT, terms=TERMS),
    Stage.OPENED: replace(LOT, terms=TERMS, evaluation=LotEvaluation(opened=True)),
    Stage.EVALUATED: replace(LOT, terms=TERMS, evaluation=CONCLUDED),
}


def awarded(**facts):
    return replace(LOT, terms=TERMS, evaluation=replace(CONCLUDED, award=LotAward(winner="b", **facts)))


STANDS |= {
    Stage.AWARDED: awarded(),
    Stage.NOTIFIED: awarded(notified_at=AT),
    Stage.PUBLISHED: awarded(notified_at=AT, published_at=AT),
    Stage.CONTRACTED: awarded(notified_at=AT, published_at=AT, contract=LotContract(signed_at=AT)),
    Stage.LISTED: replace(LOT, listing=LotListing(listed=("b",))),
    Stage.ADMITTING: replace(LOT, listing=LotListing(admitting=True, listed=("b",))),
    Stage.FAILED: replace(awarded(notified_at=AT), ended=Ended(Stage.FAILED, "illegality")),
    Stage.CANCELLED: replace(LOT, ended=Ended(Stage.CANCELLED, "task_cancelled")),
}


@pytest.mark.parametrize("stage", STANDS)
def test_the_stage_of_a_lot_is_the_last_of_what_stands(stage):
    assert STANDS[stage].stage is stage


def test_every_stage_has_words_and_is_told_to_everybody_in_a_word_of_the_portal_and_of_the_standard():
    assert list(STAGES) == list(Stage)
    for known in STAGES.values():
        assert known.words.zh and known.words.en and known.public and known.ocds


def test_what_was_decided_and_not_published_is_known_as_evaluated():
    unpublished = awarded(notified_at=AT, contract=LotContract(signed_at=AT))
    for lot in (STANDS[Stage.AWARDED], STANDS[Stage.NOTIFIED], unpublished):
        assert stage_known(lot) is Stage.EVALUATED
    assert stage_known(STANDS[Stage.PUBLISHED]) is Stage.PUBLISHED
    assert {stage_known(STANDS[stage]) for stage in OVER} == set(OVER)


def test_with_an_award_its_contract_falls_and_with_an_evaluation_its_award():
    signed = STANDS[Stage.CONTRACTED]
    assert replace(signed, evaluation=replace(signed.evaluation, award=LotAward())).stage is Stage.EVALUATED
    assert replace(signed, evaluation=LotEvaluation(opened=True)).stage is Stage.OPENED
