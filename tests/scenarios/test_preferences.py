"""Preferences bound by law: the rate of the day, who may claim, and the price that results."""

from dataclasses import replace
from fractions import Fraction

import pytest

import world
from daylight.core.acts.bid_content import CertificateDeclared, ItemDeclared, PartnerDeclared
from daylight.core.acts.evaluation import JudgePreferences, PreferenceRefused
from daylight.core.acts.evaluation_terms import Criterion, CriterionKind, Policy, Preference
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.procedures.evaluation.reviewing import evaluation_inputs
from daylight.core.values.text import Text
from daylight.practice import judging, play
from daylight.practice.script import LOWEST_PRICE, SCORING
from scenarios.asking import codes
from scenarios.bought import verdicts
from scenarios.judged import FINE, LOT, PAPER, awarded, chair, conclude, evaluated, lot_of, reviewed
from scenarios.test_solicitation import issue, to_eve, with_terms
from scripts import SCANNER, SMALL, bidder, yuan


def preference(policy, rate, id=""):
    return Preference(id or policy.value, Fraction(rate), Text(policy.value, policy.value), policy)


SMALL_MICRO = preference(Policy.SMALL_MICRO, "0.15")
MIXED = preference(Policy.MIXED, "0.05")
DOMESTIC = preference(Policy.DOMESTIC, "0.20")
GREEN = preference(Policy.ENERGY_SAVING, "0.02")


def offering(*preferences, terms=SCORING):
    return replace(terms, preferences=preferences)


def made_by(name, scale="small", *, domestic=False, **more):
    return (ItemDeclared("1-1", name, scale, Fraction(1), "", domestic, Fraction(1), **more),)


@pytest.mark.parametrize(
    ("offered", "told"),
    [
        ([preference(Policy.SMALL_MICRO, "0.10")], []),
        ([preference(Policy.SMALL_MICRO, "0.20")], []),
        ([preference(Policy.SMALL_MICRO, "0.09999")], ["solicitation.preference-rate"]),
        ([preference(Policy.SMALL_MICRO, "0.20001")], ["solicitation.preference-rate"]),
        ([preference(Policy.MIXED, "0.04")], []),
        ([preference(Policy.MIXED, "0.07")], ["solicitation.preference-rate"]),
        ([preference(Policy.DOMESTIC, "0.20")], []),
        ([preference(Policy.DOMESTIC, "0.19")], ["solicitation.preference-rate"]),
        ([GREEN, SMALL_MICRO, MIXED, DOMESTIC], []),
        ([replace(SMALL_MICRO, policy=None)], ["solicitation.preference-without-policy"]),
        ([SMALL_MICRO, replace(SMALL_MICRO, id="again")], ["solicitation.preference-without-policy"]),
    ],
)
def test_the_law_of_the_day_of_the_notice_bounds_every_rate(at, offered, told):
    made, played = at(to_eve)
    assert issue(made, played, lots=with_terms(played, evaluation=offering(*offered))) == told


def test_for_works_the_bounds_are_lower(at):
    made, played = at(to_eve, WORKS)
    for rate, told in (("0.05", []), ("0.06", ["solicitation.preference-rate"])):
        terms = offering(preference(Policy.SMALL_MICRO, rate), terms=LOWEST_PRICE)
        found = issue(made, played, lots=with_terms(played, evaluation=terms))
        assert [code for code in found if "preference" in code] == told


def test_before_its_law_there_is_no_domestic_preference():
    made = world.found(begin="2025-06-03T09:00:00+08:00")
    played = to_eve(made, SMALL)
    told = issue(made, played, lots=with_terms(played, evaluation=offering(DOMESTIC)))
    assert told == ["solicitation.no-such-preference"]


WORKS = replace(SMALL, object="works")
E7 = replace(
    SMALL,
    lots=(
        replace(
            SCANNER,
            budget=yuan(1_200_000),
            bid_security=None,
            terms=replace(
                offering(SMALL_MICRO, DOMESTIC),
                criteria=(
                    replace(SCORING.criteria[0], points=Fraction(30)),
                    Criterion(
                        "quality",
                        Text("质量", "Quality"),
                        CriterionKind.OBJECTIVE,
                        Fraction(70),
                        Text("每达到一项指标得 7 分", "7 points for each figure that is met"),
                    ),
                ),
            ),
        ),
    ),
    bidders=(
        bidder(
            "甲",
            1_000_000,
            preferences=("small_micro", "domestic"),
            items=made_by("甲", domestic=True),
            marks=(("quality", Fraction(525, 10)),),
        ),
        bidder("乙", 880_000, items=made_by("乙", "large"), marks=(("quality", Fraction(60)),)),
        bidder(
            "丙",
            1_100_000,
            preferences=("domestic",),
            items=made_by("丙", "large", domestic=True),
            marks=(("quality", Fraction(58)),),
        ),
    ),
)


def test_the_worked_example_holds_to_the_fen(at):
    made, played = at(evaluated, E7)
    lot = lot_of(made, played)
    result = evaluate(evaluation_inputs(made.stage.case(played.case, made.town.buyer), lot))
    names = {docket: script.name.zh for docket, (script, _) in played.bidders.items()}
    found = [
        (names[one.bid], one.evaluated_minor, one.points[0].rounded, one.figure_rounded)
        for one in result.bids
    ]
    assert found == [
        ("甲", 65_000_000, Fraction(30), Fraction(8250, 100)),
        ("乙", 88_000_000, Fraction(65_000_000 * 30, 88_000_000), Fraction(8216, 100)),
        ("丙", 88_000_000, Fraction(65_000_000 * 30, 88_000_000), Fraction(8016, 100)),
    ]
    assert names[lot.evaluation.ranking[0]] == "甲"


def test_the_result_tells_what_was_granted_and_everybody_verifies_it(at):
    made, played = at(awarded, E7)
    shown = made.office.journal.drafts[-1].published[0]
    assert b'"claims":[{"id":"small_micro","granted":true},{"id":"domestic","granted":true}]' in shown.release
    assert b'"maker"' in shown.release
    assert b'"granted"' in shown.page
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


ONLY_DOMESTIC = replace(
    E7,
    bidders=tuple(
        replace(one, preferences=("domestic",), items=made_by(one.name.zh, "large", domestic=True))
        for one in E7.bidders
    ),
)


def test_without_a_foreign_bid_no_price_is_reduced_for_origin(at):
    made, played = at(evaluated, ONLY_DOMESTIC)
    lot = lot_of(made, played)
    inputs = evaluation_inputs(made.stage.case(played.case, made.town.buyer), lot)
    assert {bid.granted for bid in inputs.bids} == {()}
    assert {one.reason.en for bid in inputs.bids for one in bid.withheld} == {
        "no other than domestic products compete"
    }


def judged(made, played, name, **changes):
    """An attempt to judge the claims of a bidder, otherwise as they should be."""
    bid = next(
        one for one in lot_of(made, played).evaluation.bids if played.bidders[one.bid][0].name.zh == name
    )
    deed = JudgePreferences(LOT, bid.bid, bid.bidders, ("small_micro", "domestic"), (), True)
    return codes(made, chair(made, played), replace(deed, **changes), played.case)


def test_claims_are_judged_each_once_with_a_reason(at):
    made, played = at(reviewed, E7)
    why = PreferenceRefused("domestic", FINE)
    empty = PreferenceRefused("domestic", Text("", ""))
    assert judged(made, played, "甲", granted=("domestic",)) == ["evaluation.claims-unjudged"]
    assert judged(made, played, "甲", granted=("small_micro",), refused=(empty,)) == [
        "evaluation.claims-unjudged",
        "evaluation.due-but-refused",
    ]
    assert judged(made, played, "甲", refused=(why,)) == ["evaluation.claims-unjudged"]
    assert judged(made, played, "甲", bidders=()) == ["evaluation.claims-unjudged"]
    assert judged(made, played, "甲", domestic=False) == ["evaluation.origin-differs"]
    assert judged(made, played, "甲") == []


def test_what_is_due_is_granted_whatever_reason_is_given(at):
    made, played = at(reviewed, E7)
    for claim, others in (("domestic", ("small_micro",)), ("small_micro", ("domestic",))):
        told = judged(made, played, "甲", granted=others, refused=(PreferenceRefused(claim, FINE),))
        assert told == ["evaluation.due-but-refused"]
    both = (PreferenceRefused("domestic", FINE), PreferenceRefused("small_micro", FINE))
    assert judged(made, played, "甲", granted=(), refused=both) == ["evaluation.due-but-refused"]


def test_for_a_ground_law_names_it_is_refused_on_evidence(at):
    made, played = at(reviewed, E7)
    false = PreferenceRefused("small_micro", FINE, "false_declaration", (PAPER,))
    for lacking in (
        replace(false, evidence=()),
        replace(false, ground=""),
        replace(false, ground="outside_scope"),
        replace(false, evidence=(replace(PAPER, size=0),)),
    ):
        told = judged(made, played, "甲", granted=("domestic",), refused=(lacking,))
        assert told == ["evaluation.due-but-refused"]
    assert judged(made, played, "甲", granted=("domestic",), refused=(false,)) == []
    outside = PreferenceRefused("domestic", FINE, "outside_scope", (PAPER,))
    assert judged(made, played, "甲", granted=("small_micro",), refused=(outside,)) == []


def test_the_ground_stands_in_the_record_and_strangers_verify_it(at):
    made, played = at(reviewed, E7)
    false = PreferenceRefused("small_micro", FINE, "false_declaration", (PAPER,))
    assert judged(made, played, "甲", granted=("domestic",), refused=(false,)) == []
    bid = next(one for one in lot_of(made, played).evaluation.bids if one.preferences)
    assert bid.preferences.refused[0].ground == "false_declaration"
    judging.mark_and_conclude(made.stage, made.town, played, LOT)
    judging.award(made.stage, made.town, played, LOT)
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_of_two_claims_of_one_kind_one_is_granted_and_not_neither(at):
    made, played = at(reviewed, CLAIMS)
    mixed, small = PreferenceRefused("mixed", FINE), PreferenceRefused("small_micro", FINE)
    name = "份额不足"
    assert judged(made, played, name, granted=("small_micro",), refused=(mixed,), domestic=False) == []
    told = judged(made, played, name, granted=(), refused=(mixed, small), domestic=False)
    assert told == ["evaluation.due-but-refused"]


def test_the_evaluation_is_not_concluded_while_claims_are_open(at):
    made, played = at(reviewed, E7)
    assert "evaluation.claims-open" in conclude(made, played)


CLAIMS = replace(
    E7,
    lots=(
        replace(
            E7.lots[0], terms=replace(E7.lots[0].terms, preferences=(SMALL_MICRO, MIXED, DOMESTIC, GREEN))
        ),
    ),
    bidders=(
        bidder("中型制造", 1_000_000, preferences=("small_micro",), items=made_by("丁厂", "medium")),
        bidder("登记不符", 990_000, preferences=("small_micro",), items=made_by("登记不符"), scale="large"),
        bidder(
            "大型分包",
            980_000,
            scale="large",
            preferences=("mixed", "energy_saving"),
            items=made_by("大型分包", "large"),
            partners=(PartnerDeclared("小厂", "small", "subcontract", Fraction(30, 100)),),
            certificates=(CertificateDeclared("1-1", "energy_saving", "CQC-1"),),
        ),
        bidder(
            "份额不足",
            970_000,
            scale="large",
            preferences=("mixed", "small_micro"),
            items=made_by("小厂", "small"),
            partners=(PartnerDeclared("小厂", "small", "subcontract", Fraction(29, 100)),),
        ),
    ),
)


@pytest.mark.parametrize(
    ("name", "granted", "told"),
    [
        ("中型制造", ("small_micro",), ["evaluation.preference-not-due"]),
        ("登记不符", ("small_micro",), ["evaluation.preference-not-due"]),
        ("大型分包", ("mixed", "energy_saving"), []),
        (
            "份额不足",
            ("mixed", "small_micro"),
            ["evaluation.preference-not-due", "evaluation.preferences-add-up"],
        ),
    ],
)
def test_a_preference_is_granted_only_to_whom_it_is_due(at, name, granted, told):
    made, played = at(reviewed, CLAIMS)
    assert judged(made, played, name, granted=granted, domestic=False) == told


def test_what_is_not_due_is_withheld_with_its_reason_and_the_lot_concluded(at):
    made, played = at(evaluated, CLAIMS)
    inputs = evaluation_inputs(made.stage.case(played.case, made.town.buyer), lot_of(made, played))
    names = {docket: script.name.zh for docket, (script, _) in played.bidders.items()}
    found = {names[bid.bid]: (bid.granted, [one.preference for one in bid.withheld]) for bid in inputs.bids}
    assert found == {
        "中型制造": ((), ["small_micro"]),
        "登记不符": ((), ["small_micro"]),
        "大型分包": (("energy_saving", "mixed"), []),
        "份额不足": (("small_micro",), ["mixed"]),
    }


FIGURES = {"staff": 400, "turnover": yuan(90_000_000)}


@pytest.mark.parametrize(
    ("industry", "figures", "told"),
    [
        ("industry", FIGURES, ["evaluation.size-differs"]),
        ("industry", {"staff": 200, "turnover": yuan(90_000_000)}, []),
        ("industry", {"staff": 400}, []),
        ("", FIGURES, []),
    ],
)
def test_a_size_that_the_makers_own_figures_contradict_is_warned_of(industry, figures, told):
    first = E7.bidders[0]
    declared = replace(first, items=made_by("甲", domestic=True, **figures))
    lots = (replace(E7.lots[0], industry=industry),)
    made = world.found()
    evaluated(made, replace(E7, lots=lots, bidders=(declared, *E7.bidders[1:])))
    warned = {one.code for act in made.acts for one in act.warnings if act.intent.kind == "JudgePreferences"}
    assert sorted(warned & {"evaluation.size-differs"}) == told


def test_an_industry_by_which_no_size_is_told_is_refused():
    made = world.found()
    requirement = play.requirement_of(SMALL)
    items = (replace(requirement.items[0], industry="moonlight"),)
    deed = replace(requirement, items=items)
    told = codes(made, made.town.author, deed, made.stage.new_docket("case"))
    assert told == ["planning.unknown-industry"]
