"""The committee: a draw anyone runs again, lawful composition, and what follows when a member steps down."""

from dataclasses import replace

import pytest

from daylight.core.acts.evaluation import (
    DeclareRecusal,
    FormCommittee,
    ReviewConformity,
    ReviewQualification,
)
from daylight.practice import judging
from daylight.practice.stage import Refused
from scenarios.asking import case_of, codes
from scenarios.judged import (
    FINE,
    LOT,
    TWO_LOTS,
    chair,
    evaluated,
    formed,
    lot_of,
    reformed,
)
from scripts import to_opening


def test_a_committee_is_formed_once(at):
    made, played = at(formed)
    deed = next(a.intent.deed for a in made.acts if isinstance(a.intent.deed, FormCommittee))
    assert codes(made, made.town.agent, deed, played.case) == ["evaluation.committee-formed"]


def test_the_draw_is_run_again_by_whoever_wants_to(at):
    def other_beacon(deed):
        return replace(deed, draw=replace(deed.draw, beacon=bytes(32)))

    assert reformed(at, other_beacon) == ["evaluation.seats-differ"]

    def other_nonce(deed):
        first, *rest = deed.draw.contributions
        return replace(deed, draw=replace(deed.draw, contributions=(replace(first, nonce=bytes(32)), *rest)))

    assert reformed(at, other_nonce) == ["evaluation.draw-differs"]


def test_nobody_takes_the_seat_of_whom_chance_called(at):
    def swapped(deed):
        return replace(
            deed,
            experts=(deed.alternates[0], *deed.experts[1:]),
            alternates=(deed.experts[0], *deed.alternates[1:]),
            chair=deed.experts[1].person,
        )

    assert reformed(at, swapped) == ["evaluation.seats-differ"]


def test_without_a_draw_there_are_no_experts_where_law_wants_them(at):
    def none(deed):
        return replace(deed, draw=None, experts=(), alternates=(), chair=deed.representatives[0])

    assert reformed(at, none) == ["evaluation.composition", "evaluation.draw-differs"]


def test_four_members_or_too_few_experts_are_no_committee(at):
    def even(deed):
        return replace(deed, representatives=(), chair=deed.experts[0].person)

    assert reformed(at, even) == ["evaluation.composition"]


def test_the_chair_is_a_member(at):
    assert reformed(at, lambda deed: replace(deed, chair=deed.alternates[0].person)) == [
        "evaluation.members-not-distinct"
    ]


def test_nobody_evaluates_his_own_employer(at):
    made, played = at(to_opening)
    bidder_org = lot_of(made, played).bids[0].bidders[0]
    town = replace(made.town, institute=bidder_org)
    with pytest.raises(Refused) as told:
        judging.form_committee(made.stage, town, played)
    assert [r.code for r in told.value.note.refusals] == ["evaluation.tied-to-bidder"]


def test_who_steps_down_is_followed_by_the_next_of_the_same_permutation(at):
    made, played = at(formed)
    before = case_of(made, played).committee
    gone = before.experts[1].person
    other = before.experts[0].person
    party = next(p for p in made.town.experts if p.device.person == gone)
    assert codes(made, party, DeclareRecusal(other, FINE), played.case) == ["evaluation.not-a-member"]
    assert codes(made, party, DeclareRecusal(gone, FINE), played.case) == []
    after = case_of(made, played).committee
    assert after.experts == (before.experts[0], *before.experts[2:], before.alternates[0])
    assert after.recused == (gone,)


def test_without_alternates_left_nobody_can_be_replaced(at):
    made, played = at(formed)
    for told in ([], [], ["evaluation.no-alternate"]):
        gone = case_of(made, played).committee.experts[0].person
        party = next(p for p in made.town.experts if p.device.person == gone)
        assert codes(made, party, DeclareRecusal(gone, FINE), played.case) == told


def test_qualification_is_for_the_host_conformity_for_the_committee_and_each_once(at):
    made, played = at(formed)
    bid = lot_of(made, played).bids[0].bid
    conform = ReviewConformity(LOT, bid, True, FINE)
    qualify = ReviewQualification(LOT, bid, True, FINE)
    member = chair(made, played)
    assert codes(made, member, conform, played.case) == ["evaluation.not-yet-qualified"]
    assert codes(made, made.town.agent, qualify, played.case) == []
    assert codes(made, made.town.agent, qualify, played.case) == ["evaluation.reviewed-before"]
    stranger = made.town.author.in_person()
    assert codes(made, stranger, conform, played.case) == ["evaluation.not-a-member"]
    assert codes(made, member, conform, played.case) == []


def test_who_steps_down_between_two_lots_leaves_the_concluded_one_as_it_was(at):
    made, played = at(evaluated, TWO_LOTS)
    before = lot_of(made, played)
    gone = case_of(made, played).committee.experts[1].person
    party = next(p for p in made.town.experts if p.device.person == gone)
    assert codes(made, party, DeclareRecusal(gone, FINE), played.case) == []
    assert lot_of(made, played) == before
    judging.evaluate_lot(made.stage, made.town, played, "2")
    for lot in ("1", "2"):
        judging.award(made.stage, made.town, played, lot)
    first, second = case_of(made, played).lots
    assert (gone in first.evaluated_by, gone in second.evaluated_by) == (True, False)
    assert (first.stage, second.stage) == ("published", "published")
    published = [draft for draft in made.office.journal.drafts if draft.act.intent.kind == "PublishAward"]
    named = [party.name.encode() in draft.published[0].release for draft in published]
    assert named == [True, False]


@pytest.mark.parametrize("body", ["buyer", "agent"])
def test_who_purchases_or_presides_lends_no_experts(at, body):
    made, played = at(to_opening)
    town = replace(made.town, institute=getattr(made.town, body).organisation)
    with pytest.raises(Refused) as told:
        judging.form_committee(made.stage, town, played)
    assert [r.code for r in told.value.note.refusals] == ["evaluation.tied-to-bidder"]


def test_a_representative_who_steps_down_leaves_no_empty_seat(at):
    made, played = at(formed)
    before = case_of(made, played).committee
    gone = before.representatives[0]
    assert made.town.buyer.device.person == gone
    assert codes(made, made.town.buyer.in_person(), DeclareRecusal(gone, FINE), played.case) == []
    after = case_of(made, played).committee
    assert len(after.members) == len(before.members)
    assert after.experts == (*before.experts, before.alternates[0])
