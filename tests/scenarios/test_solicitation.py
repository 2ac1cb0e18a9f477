"""Solicitation: periods to the day, terms within the law, enquiries and clarifications."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from daylight.client.device import Capacity
from daylight.client.session import Refused
from daylight.core.acts.bidding import SubmitBid
from daylight.core.acts.evaluation_terms import (
    Criterion,
    CriterionKind,
    LowPriceRule,
    PriceFormula,
    PriceScale,
)
from daylight.core.acts.solicitation import (
    AnswerEnquiry,
    IssueClarification,
    ObtainDocuments,
    RaiseEnquiry,
)
from daylight.core.values.instant import end_of
from daylight.core.values.money import Money
from daylight.core.values.plain import plain
from daylight.core.values.text import Text
from daylight.practice import play
from daylight.practice.script import LOWEST_PRICE, SCORING
from scenarios.asking import case_of, codes
from scripts import SMALL, to_issue

HALF = Fraction(1, 2)
FINE = Text("可以", "fine")
MEASURED = Text("每满足一项得 2 分", "2 points for each need that is met")


def to_eve(made, script):
    """Everything is ready to be issued."""
    played = play.plan(made.stage, made.town, script)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    return played


@pytest.fixture
def eve(at):
    return at(to_eve)


def issue(made, played, **changes):
    deed = replace(play.solicitation_of(made.stage, played), **changes)
    return codes(made, made.town.agent, deed, played.case, confirms=True)


def with_terms(played, **changes):
    lot = play.terms_of(played.script.lots[0])
    return (replace(lot, **changes),)


def in_days(made, days):
    now = made.clock.now()
    return now.on_day(now.day + timedelta(days=days))


@pytest.mark.parametrize(("days", "told"), [(19, ["solicitation.period-too-short"]), (20, []), (21, [])])
def test_bidders_get_twenty_days(eve, days, told):
    assert issue(*eve, bid_deadline=in_days(eve[0], days)) == told


def test_over_national_day_the_seventh_is_too_early_and_the_eighth_is_lawful(at):
    made, played = at(to_eve)
    made.clock.move_to(made.clock.now().on_day(date(2026, 9, 18)))
    deadline = made.clock.now()
    assert issue(
        made, played, bid_deadline=deadline.on_day(date(2026, 10, 7)), documents_until=date(2026, 9, 24)
    ) == ["solicitation.period-too-short"]
    assert issue(
        made, played, bid_deadline=deadline.on_day(date(2026, 10, 8)), documents_until=date(2026, 9, 23)
    ) == ["solicitation.supply-too-short"]
    assert (
        issue(
            made, played, bid_deadline=deadline.on_day(date(2026, 10, 8)), documents_until=date(2026, 9, 24)
        )
        == []
    )
    clock = next(c for c in case_of(made, played).clocks if c.id == "solicitation.documents_supply")
    assert clock.latest == date(2026, 9, 24)
    assert "2026-09-19" in clock.because.text.en


@pytest.mark.parametrize(("days", "told"), [(29, ["solicitation.intention-too-late"]), (30, [])])
def test_the_intention_is_out_for_thirty_days(at, days, told):
    made, played = at(lambda made, script: play.plan(made.stage, made.town, script))
    play.pass_days(made.stage, days)
    assert issue(made, played) == told


def test_without_intention_review_and_keys_nothing_is_issued(at):
    def bare(made, script):
        docket = made.stage.new_docket("case")
        made.stage.acts(made.town.author, play.requirement_of(script), docket)
        return play.Played(replace(script, agency=False), docket)

    made, played = at(bare)
    deed = play.solicitation_of(made.stage, played)
    assert codes(made, made.town.buyer, deed, played.case, confirms=True) == [
        "solicitation.no-intention",
        "solicitation.no-key-holders",
        "solicitation.not-reviewed",
    ]


def test_a_solicitation_is_issued_once(at):
    made, played = at(to_issue)
    assert issue(made, played) == ["solicitation.already-issued"]


def test_the_issuer_has_seen_the_state_he_confirms(eve):
    made, played = eve
    deed = play.solicitation_of(made.stage, played)
    assert codes(made, made.town.agent, deed, played.case) == ["acts.state-moved"]


def test_terms_are_those_of_the_lots(eve):
    assert issue(*eve, lots=with_terms(eve[1], lot="2")) == [
        "solicitation.ceiling-above-budget",
        "solicitation.lots-differ",
    ]


def test_there_are_documents_to_obtain(eve):
    assert issue(*eve, documents=()) == ["solicitation.no-documents"]
    assert issue(*eve, qualification=()) == ["solicitation.no-qualification"]


@pytest.mark.parametrize(
    "change", [{"id": " "}, {"title": ""}, {"size": 0}, {"sha256": "00"}, {"sha256": "Z" * 64}]
)
def test_a_document_has_a_name_a_title_a_digest_and_a_size(eve, change):
    made, played = eve
    (whole,) = play.solicitation_of(made.stage, played).documents
    assert issue(made, played, documents=(replace(whole, **change),)) == ["acts.no-document"]
    assert issue(made, played, documents=(whole, whole)) == ["solicitation.names-twice"]


def test_points_that_do_not_sum_to_a_hundred_cannot_be_computed(eve):
    short = replace(SCORING, criteria=SCORING.criteria[:-1])
    assert issue(*eve, lots=with_terms(eve[1], evaluation=short)) == ["solicitation.unsound-terms"]


def test_somebody_is_recommended(eve):
    assert issue(*eve, lots=with_terms(eve[1], candidates=0)) == ["solicitation.unsound-terms"]


@pytest.mark.parametrize(("above", "told"), [(1, ["solicitation.ceiling-above-budget"]), (0, [])])
def test_the_ceiling_price_stays_within_the_budget(eve, above, told):
    ceiling = Money(SMALL.lots[0].budget.amount_minor + above, "CNY")
    assert issue(*eve, lots=with_terms(eve[1], ceiling=ceiling)) == told


def test_a_minimum_price_is_not_set(eve):
    assert issue(*eve, lots=with_terms(eve[1], floor=Money(1, "CNY"))) == ["solicitation.minimum-price"]


def weighing(price):
    rest = Criterion("quality", FINE, CriterionKind.SUBJECTIVE, 100 - price, MEASURED)
    return replace(SCORING, criteria=(replace(SCORING.criteria[0], points=price), rest))


@pytest.mark.parametrize(
    ("price", "told"), [(Fraction(2999, 100), ["solicitation.price-weight"]), (Fraction(30), [])]
)
def test_price_of_goods_weighs_at_least_thirty(eve, price, told):
    assert issue(*eve, lots=with_terms(eve[1], evaluation=weighing(price))) == told


SERVICES = replace(SMALL, object="services")
STANDARD = replace(SMALL, standard=True)


@pytest.mark.parametrize(("price", "told"), [(9, ["solicitation.price-weight"]), (10, [])])
def test_price_of_services_weighs_at_least_ten(at, price, told):
    made, played = at(to_eve, SERVICES)
    assert issue(made, played, lots=with_terms(played, evaluation=weighing(Fraction(price)))) == told


OTHER_FORMULAS = (
    PriceScale(PriceFormula.LINEAR_FROM_LOWEST),
    PriceScale(PriceFormula.LINEAR_BETWEEN),
    PriceScale(PriceFormula.ABSOLUTE, Money(1, "CNY"), Money(2, "CNY")),
)


@pytest.mark.parametrize(
    ("scale", "told"), [(PriceScale(), []), *((one, ["choice.price-formula"]) for one in OTHER_FORMULAS)]
)
def test_points_for_a_price_follow_the_lowest_price_and_no_other_formula(eve, scale, told):
    evaluation = replace(SCORING, price_scale=scale)
    assert issue(*eve, lots=with_terms(eve[1], evaluation=evaluation)) == told


def test_standard_goods_are_bought_by_price(at):
    made, played = at(to_eve, STANDARD)
    assert issue(made, played) == ["solicitation.standard-needs-lowest-price"]
    assert issue(made, played, lots=with_terms(played, evaluation=LOWEST_PRICE)) == []


@pytest.mark.parametrize(
    ("rates", "told"),
    [
        (None, ["solicitation.low-price-rates"]),
        ((Fraction(49, 100), HALF, Fraction(45, 100)), ["solicitation.low-price-rates"]),
        ((HALF, HALF, Fraction(65, 100)), []),
        ((HALF, HALF, Fraction(66, 100)), ["solicitation.low-price-rates"]),
    ],
)
def test_the_low_price_rule_is_stated_within_the_bounds_of_law(eve, rates, told):
    rule = LowPriceRule(*rates) if rates else None
    lots = with_terms(eve[1], evaluation=replace(SCORING, low_price=rule))
    raised = bool(rates) and max(rates) > HALF
    unsaid = issue(*eve, lots=lots, abnormal_rates_raised=not raised)
    assert unsaid == sorted([*told, "solicitation.raised-unannounced"])
    assert issue(*eve, lots=lots, abnormal_rates_raised=raised) == told


@pytest.mark.parametrize(("minutes", "told"), [(29, ["solicitation.explanation-too-short"]), (30, [])])
def test_who_is_asked_about_a_low_price_gets_half_an_hour(eve, minutes, told):
    assert issue(*eve, explanation_minutes=minutes) == told


@pytest.mark.parametrize(("above", "told"), [(1, ["solicitation.security-too-high"]), (0, [])])
def test_a_bid_security_is_at_most_two_percent_of_the_budget(eve, above, told):
    security = Money(64_000_00 + above, "CNY")
    assert issue(*eve, lots=with_terms(eve[1], bid_security=security)) == told


def obtained(made, script):
    played = to_issue(made, script)
    play.obtain_all(made.stage, played)
    return played


def test_before_the_notice_there_is_nothing_to_obtain(eve):
    made, played = eve
    supplier = play.register_supplier(made.stage, FINE, territory="CN-37")
    mine = (supplier.organisation,)
    deed = ObtainDocuments(played.case, mine)
    assert codes(made, supplier, deed, made.office.bid_docket(played.case, mine)) == [
        "solicitation.not-issued"
    ]


def test_documents_can_be_obtained_while_they_are_offered(at):
    made, played = at(to_issue)
    supplier = play.register_supplier(made.stage, FINE, territory="CN-37")
    mine = (supplier.organisation,)
    deed, docket = ObtainDocuments(played.case, mine), made.office.bid_docket(played.case, mine)
    until = case_of(made, played).tendering.solicitation.documents_until
    made.clock.move_to(end_of(until, 480))
    assert codes(made, supplier, deed, docket) == ["solicitation.supply-over"]
    made, played = at(to_issue)
    supplier = play.register_supplier(made.stage, FINE, territory="CN-37")
    mine = (supplier.organisation,)
    made.clock.move_to(end_of(until, 480).later_by(-1))
    assert (
        codes(made, supplier, ObtainDocuments(played.case, mine), made.office.bid_docket(played.case, mine))
        == []
    )


def test_only_suppliers_bid_and_each_in_a_docket_of_its_own(at):
    made, played = at(to_issue)
    supplier = play.register_supplier(made.stage, FINE, territory="CN-37")
    buyer, mine = made.town.buyer, (supplier.organisation,)
    theirs = (buyer.organisation,)
    assert codes(
        made, buyer, ObtainDocuments(played.case, theirs), made.office.bid_docket(played.case, theirs)
    ) == ["bidding.not-suppliers"]
    elsewhere = made.stage.new_docket("bid")
    assert codes(made, supplier, ObtainDocuments(played.case, mine), elsewhere) == ["bidding.wrong-docket"]


def test_no_refusal_tells_the_docket_of_another_supplier(at):
    """It is asked in a rival's name, and in one's own: what is said names the docket that was sent."""
    made, played = at(to_issue)
    curious, rival = (play.register_supplier(made.stage, FINE, territory="CN-37") for _ in "ab")
    theirs = (rival.organisation,)
    posing = replace(curious, capacity=Capacity(rival.organisation))
    elsewhere = made.stage.new_docket("bid")
    with pytest.raises(Refused) as refused:
        made.stage.acts(posing, ObtainDocuments(played.case, theirs), elsewhere)
    assert made.office.bid_docket(played.case, theirs) not in str(plain(refused.value.note.refusals))
    assert "bidding.wrong-docket" in {one.code for one in refused.value.note.refusals}


def test_a_consortium_needs_a_lot_that_admits_it(eve):
    made, played = eve
    assert issue(made, played, lots=with_terms(played, consortium_allowed=False)) == []
    one = play.register_supplier(made.stage, FINE, territory="CN-37")
    other = play.register_supplier(made.stage, FINE, territory="CN-37")
    both = tuple(sorted((one.organisation, other.organisation)))
    assert codes(
        made, one, ObtainDocuments(played.case, both), made.office.bid_docket(played.case, both)
    ) == ["bidding.no-consortium"]


def test_a_question_has_words_and_is_answered_once(at):
    made, played = at(obtained)
    _, asker = next(iter(played.bidders.values()))
    docket = made.stage.new_docket("enquiry")
    assert codes(made, asker, RaiseEnquiry(played.case, " "), docket) == ["solicitation.empty-question"]
    assert codes(made, asker, RaiseEnquiry(played.case, "何时交货？"), docket) == []
    answer = AnswerEnquiry(docket, "何时交货？", "六十日内")
    other = replace(answer, question="别的问题")
    assert codes(made, made.town.agent, other, played.case) == ["solicitation.other-question"]
    assert codes(made, made.town.agent, answer, played.case) == []
    assert codes(made, made.town.agent, answer, played.case) == ["solicitation.answered-before"]


@pytest.mark.parametrize(("left", "moved"), [(15, 0), (14, 1), (1, 14)])
def test_a_clarification_less_than_fifteen_days_before_moves_the_deadline(at, left, moved):
    made, played = at(to_issue)
    standing = case_of(made, played).tendering.deadline
    made.clock.move_to(standing.on_day(standing.day - timedelta(days=left)))
    deed = IssueClarification(FINE, may_affect_preparation=True)
    assert codes(made, made.town.agent, deed, played.case) == []
    assert case_of(made, played).tendering.deadline == standing.on_day(standing.day + timedelta(days=moved))


def test_a_clarification_that_affects_nobody_moves_nothing(at):
    made, played = at(to_issue)
    standing = case_of(made, played).tendering.deadline
    made.clock.move_to(standing.later_by(-60_000))
    assert codes(made, made.town.agent, IssueClarification(FINE, False), played.case) == []
    assert case_of(made, played).tendering.deadline == standing


def test_a_deadline_only_moves_later_and_only_before_it_has_passed(at):
    made, played = at(to_issue)
    standing = case_of(made, played).tendering.deadline
    earlier = IssueClarification(FINE, False, (), standing.later_by(-1))
    assert codes(made, made.town.agent, earlier, played.case) == ["solicitation.deadline-earlier"]
    made.clock.move_to(standing)
    late = IssueClarification(FINE, True)
    assert codes(made, made.town.agent, late, played.case) == ["bidding.after-deadline"]


@pytest.mark.parametrize("runs", ["buyer", "agent"])
def test_who_purchases_or_presides_does_not_bid(at, runs):
    made, played = at(to_issue)
    party = getattr(made.town, runs)
    view = made.office.views.of(party.organisation, fresh=True)
    both = replace(view.state.registration, roles=(*view.state.roles, "supplier"))
    made.office.views._views[party.organisation] = replace(view, state=replace(view.state, registration=both))
    mine = (party.organisation,)
    for deed in (ObtainDocuments(played.case, mine), SubmitBid(played.case, mine, ())):
        told = codes(made, party, deed, made.office.bid_docket(played.case, mine))
        assert "bidding.runs-the-case" in told
