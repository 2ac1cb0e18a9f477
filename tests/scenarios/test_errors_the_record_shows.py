"""Errors the platform keeps out are found where a record has them all the same, by looking at it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from daylight.core.acts.evaluation import ReopenEvaluation
from daylight.core.acts.intent import Intent
from daylight.core.dockets.case.case import with_lot
from daylight.core.dockets.case.evaluation import MemberMarks
from daylight.core.procedures.evaluation.correcting import cause_is_one_the_record_shows
from daylight.core.procedures.matter import Matter
from daylight.core.values.text import Text
from scenarios.judged import LOT, corrected, evaluated, lot_of, with_bids

WHY = Text("复核发现", "found on review")


def found(made, played, lot, cause):
    """Whether a record with this lot shows the cause."""
    view = made.office.views.of(played.case, fresh=True)
    deed = ReopenEvaluation(LOT, cause, WHY)
    intent = Intent("w", "ReopenEvaluation", played.case, deed, "p", "", "", "", made.clock.now())
    stage = made.stage
    state, at = with_lot(view.state, lot), made.clock.now()
    m = Matter(intent, b"", at, stage.world, stage.book, stage.crypto, state, view.head, {})
    return not cause_is_one_the_record_shows(m)


def marked(lot, member, criterion, points):
    """The lot with one mark of the first bid changed."""
    first, *rest = lot.evaluation.bids
    given = next(one for one in first.marks if one.member == member)
    mine = tuple((name, points if name == criterion else was) for name, was in given.marks)
    others = tuple(one for one in first.marks if one.member != member)
    return with_bids(lot, replace(first, marks=(*others, MemberMarks(member, mine))), *rest)


def most_of(lot, criterion):
    return next(one.points for one in lot.terms.evaluation.criteria if one.id == criterion)


def test_a_ranking_that_is_not_the_one_computed_is_a_wrong_sum(at):
    made, played = at(evaluated)
    lot = lot_of(made, played)
    first, second, *rest = lot.evaluation.ranking
    swapped = replace(lot, evaluation=replace(lot.evaluation, ranking=(second, first, *rest)))
    assert not found(made, played, lot, "sum_wrong")
    assert found(made, played, swapped, "sum_wrong")


@pytest.mark.parametrize(
    ("over", "shown"), [(Fraction(), False), (Fraction(1, 10**6), True), (Fraction(-1000), True)]
)
def test_a_mark_is_out_of_range_from_the_smallest_part_above_it(at, over, shown):
    made, played = at(evaluated)
    lot = lot_of(made, played)
    member = lot.evaluation.bids[0].marks[0].member
    changed = marked(lot, member, "technical", most_of(lot, "technical") + over)
    assert found(made, played, changed, "mark_out_of_range") == shown


def test_objective_marks_differ_where_one_member_differs(at):
    made, played = at(evaluated)
    lot = lot_of(made, played)
    member = lot.evaluation.bids[0].marks[0].member
    objective = next(one.id for one in lot.terms.evaluation.criteria if one.kind == "objective")
    assert not found(made, played, lot, "objective_marks_differ")
    assert found(made, played, marked(lot, member, objective, Fraction(1, 2)), "objective_marks_differ")


def test_a_price_is_wrong_where_the_order_of_correction_gives_another(at):
    made, played = at(corrected)
    lot = lot_of(made, played)
    first, *rest = lot.evaluation.bids
    off = with_bids(lot, replace(first, corrected_minor=first.price_minor + 1), *rest)
    assert not found(made, played, lot, "price_wrong")
    assert found(made, played, off, "price_wrong")
