"""The committee: a draw anyone runs again, lawful composition, and what follows when a member steps down."""

from dataclasses import replace
from datetime import date

import pytest

from daylight.client.device import Capacity
from daylight.client.session import Refused
from daylight.core.acts.act import Seen
from daylight.core.acts.evaluation import (
    DeclareRecusal,
    FormCommittee,
    PrepareDraw,
    ReviewConformity,
    ReviewQualification,
)
from daylight.core.judgement.register import REGISTER
from daylight.core.procedures.matter import Matter
from daylight.core.rulebook.what_if import with_value
from daylight.practice import judging
from scenarios.asking import case_of, codes
from scenarios.bought import NEGOTIATED, to_response
from scenarios.judged import (
    FINE,
    LOT,
    TWO_LOTS,
    chair,
    committee,
    evaluated,
    formed,
    lot_of,
    prepared_alike,
    reformed,
)
from scripts import SMALL, to_issue, to_opening
from world import found


def test_a_committee_is_formed_once(at):
    made, played = at(formed)
    deed = next(a.intent.deed for a in made.acts if isinstance(a.intent.deed, FormCommittee))
    assert codes(made, made.town.agent, deed, played.case) == ["evaluation.committee-formed"]


def test_the_draw_is_run_again_by_whoever_wants_to(at):
    def other_beacon(deed):
        return replace(deed, draw=replace(deed.draw, beacon=bytes(32)))

    assert reformed(at, other_beacon) == ["evaluation.draw-not-prepared", "evaluation.seats-differ"]

    def other_nonce(deed):
        first, *rest = deed.draw.contributions
        return replace(deed, draw=replace(deed.draw, contributions=(replace(first, nonce=bytes(32)), *rest)))

    assert reformed(at, other_nonce) == ["evaluation.draw-differs"]


def preparing(at):
    """A purchase ready for a draw, and the deed that prepares it, not yet done."""
    made, played = at(to_opening)
    judging.form_committee(made.stage, made.town, played)
    deed = next(act.intent.deed for act in made.acts if isinstance(act.intent.deed, PrepareDraw))
    return (*at(to_opening), deed)


def test_a_draw_is_prepared_once_and_only_for_its_own_case(at):
    made, played, deed = preparing(at)
    foreign = replace(deed, rules=replace(deed.rules, draw_id="case-other/committee"))
    told = codes(made, made.town.agent, foreign, played.case)
    assert told == ["evaluation.contribution-unsigned", "evaluation.draw-prepared"]
    assert codes(made, made.town.agent, deed, played.case) == []
    assert codes(made, made.town.agent, deed, played.case) == ["evaluation.draw-prepared"]


def test_a_host_alone_cannot_make_up_the_contributions(at):
    made, played, deed = preparing(at)
    first, second, third = deed.commitments
    for wrong, told in (
        ((first, second), "evaluation.contributors"),
        ((first, second, second), "evaluation.contributors"),
        ((first, second, replace(third, person=made.town.author.device.person)), "evaluation.contributors"),
        ((first, second, replace(third, commit=first.commit)), "evaluation.contribution-unsigned"),
        ((first, second, replace(third, signature=first.signature)), "evaluation.contribution-unsigned"),
    ):
        assert codes(made, made.town.agent, replace(deed, commitments=wrong), played.case) == [told]
    other_pool = replace(deed, pool_root=bytes(32))
    told = codes(made, made.town.agent, other_pool, played.case)
    assert told == ["evaluation.contribution-unsigned"]


def test_without_preparation_no_draw_counts(at):
    made, played = at(to_opening)
    judging.form_committee(made.stage, made.town, played)
    deed = made.acts[-1].intent.deed
    fresh, again = at(to_opening)
    assert codes(fresh, fresh.town.agent, deed, again.case) == ["evaluation.draw-not-prepared"]


def test_the_pool_cannot_change_after_it_was_frozen(at):
    def without_one(deed):
        drawn = {seat.handle for seat in (*deed.experts, *deed.alternates)}
        left = next(entry for entry in deed.draw.pool.entries if entry.handle not in drawn)
        entries = tuple(entry for entry in deed.draw.pool.entries if entry is not left)
        return replace(deed, draw=replace(deed.draw, pool=replace(deed.draw.pool, entries=entries)))

    assert reformed(at, without_one)[0] == "evaluation.draw-not-prepared"


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


def complex_negotiation():
    """A complex matter negotiated by a panel of five, all of one category."""
    made = found()
    played = to_response(made, NEGOTIATED)
    committee(made, played)
    deed = replace(made.acts[-1].intent.deed, complex=True)
    fresh = found()
    again = to_response(fresh, NEGOTIATED)
    prepared_alike(made, fresh)
    return codes(fresh, fresh.town.agent, deed, again.case)


@pytest.mark.parametrize(("category", "told"), [("expert", ["evaluation.no-legal-expert"]), ("legal", [])])
def test_who_negotiates_a_complex_matter_has_an_expert_of_law(monkeypatch, category, told):
    monkeypatch.setattr(judging, "EXPERTS", category)
    assert complex_negotiation() == told


@pytest.mark.parametrize(
    ("territory", "employers", "told"),
    [
        ("CN-35", 12, []),
        ("CN-35", 1, ["evaluation.same-employer"]),
        ("CN-37", 1, []),
    ],
)
def test_in_fujian_no_two_experts_come_from_one_employer(territory, employers, told):
    made = found(territory=territory)
    experts = tuple(
        replace(one, capacity=Capacity(f"org-{place % employers}", ""))
        for place, one in enumerate(made.town.experts)
    )
    played = to_opening(made, replace(SMALL, territory=territory))
    town = replace(made.town, experts=experts)
    try:
        judging.form_committee(made.stage, town, played)
    except Refused as refused:
        assert [one.code for one in refused.note.refusals] == told
    else:
        assert told == []


@pytest.mark.parametrize(
    ("before", "told"), [(date(2026, 4, 22), ["evaluation.drawn-too-early"]), (date(2026, 4, 23), [])]
)
def test_experts_of_a_tender_are_drawn_two_working_days_before_it_at_the_earliest(at, before, told):
    """The deadline is Monday 27 April; Thursday 23 is two working days before."""
    made, played = at(to_issue)
    case = case_of(made, played)
    assert case.tendering.deadline.day == date(2026, 4, 27)
    made.clock.move_to(case.tendering.deadline.on_day(before))
    try:
        judging.form_committee(made.stage, made.town, played)
    except Refused as refused:
        assert [one.code for one in refused.note.refusals] == told
    else:
        assert told == []


def test_the_chair_is_a_member(at):
    assert reformed(at, lambda deed: replace(deed, chair=deed.alternates[0].person)) == [
        "evaluation.members-not-distinct"
    ]


def test_nobody_evaluates_his_own_employer(at):
    made, played = at(to_opening)
    bidder_org = lot_of(made, played).evaluation.bids[0].bidders[0]
    town = replace(made.town, institute=bidder_org)
    with pytest.raises(Refused) as told:
        judging.form_committee(made.stage, town, played)
    assert [r.code for r in told.value.note.refusals] == ["evaluation.tied-to-bidder"]


def test_who_steps_down_is_followed_by_the_next_of_the_same_permutation(at):
    made, played = at(formed)
    before = case_of(made, played).evaluation.committee
    gone = before.experts[1].person
    other = before.experts[0].person
    party = next(p for p in made.town.experts if p.device.person == gone)
    assert codes(made, party, DeclareRecusal(other, FINE), played.case) == ["evaluation.not-a-member"]
    assert codes(made, party, DeclareRecusal(gone, FINE), played.case) == []
    after = case_of(made, played).evaluation.committee
    assert after.experts == (before.experts[0], *before.experts[2:], before.alternates[0])
    assert after.recused == (gone,)


def test_without_alternates_left_nobody_can_be_replaced(at):
    made, played = at(formed)
    for told in ([], [], ["evaluation.no-alternate"]):
        gone = case_of(made, played).evaluation.committee.experts[0].person
        party = next(p for p in made.town.experts if p.device.person == gone)
        assert codes(made, party, DeclareRecusal(gone, FINE), played.case) == told


def test_qualification_is_for_the_host_conformity_for_the_committee_and_each_once(at):
    made, played = at(formed)
    bid = lot_of(made, played).evaluation.bids[0].bid
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
    gone = case_of(made, played).evaluation.committee.experts[1].person
    party = next(p for p in made.town.experts if p.device.person == gone)
    assert codes(made, party, DeclareRecusal(gone, FINE), played.case) == []
    assert lot_of(made, played) == before
    judging.evaluate_lot(made.stage, made.town, played, "2")
    for lot in ("1", "2"):
        judging.award(made.stage, made.town, played, lot)
    first, second = case_of(made, played).lots
    assert (gone in first.evaluation.evaluated_by, gone in second.evaluation.evaluated_by) == (True, False)
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
    before = case_of(made, played).evaluation.committee
    gone = before.representatives[0]
    assert made.town.buyer.device.person == gone
    assert codes(made, made.town.buyer.in_person(), DeclareRecusal(gone, FINE), played.case) == []
    after = case_of(made, played).evaluation.committee
    assert len(after.members) == len(before.members)
    assert after.experts == (*before.experts, before.alternates[0])


def test_where_law_asks_for_no_odd_number_the_edition_before_asked_for_one_all_the_same(at):
    made, played = at(formed)
    place = next(n for n, act in enumerate(made.acts) if isinstance(act.intent.deed, FormCommittee))
    deed = replace(made.acts[place].intent.deed, representatives=())
    rules = made.office.rules
    silent = tuple(
        one for one in rules.book.parameters if "committee.odd" not in (one.id, one.answers)
    )  # law that doesn't say it
    lenient = replace(rules.book, parameters=silent)
    smaller = with_value(lenient, "committee.minimum", made.clock.now().day, 4)
    asked = REGISTER["FormCommittee"].conditions
    condition = next(one for one in asked if one.__name__ == "composition_is_lawful")
    intent = replace(made.acts[place].intent, deed=deed)
    for edition, told in (("2026.12.1", "evaluation.composition"), ("2026.12.2", None)):
        m = Matter(
            intent, b"", made.clock.now(), rules.world, smaller, rules.crypto,
            case_of(made, played), Seen(played.case, 1, ""), {}, edition,
        )  # fmt: skip
        refusal = condition(m)
        assert (refusal.code if refusal else None) == told
