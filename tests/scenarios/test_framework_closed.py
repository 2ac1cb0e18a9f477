"""A closed framework agreement: suppliers answer a call, the last are dropped, the others are listed."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from daylight.core.acts.award import AwardLot
from daylight.core.acts.framework import ListSuppliers, Quota
from daylight.core.procedures.duties import duties_of
from daylight.core.procedures.framework.listing import how_many_are_listed
from daylight.core.values.money import Money
from daylight.practice import agreements, framework, methods, play
from scenarios.asking import case_of, codes
from scenarios.bought import lot, verdicts
from scenarios.judged import FINE, evaluated
from scenarios.listed import (
    FIVE,
    LOT,
    QUALITY,
    SERVICES,
    TEN,
    TERMS,
    UNTIL,
    called_for,
    listed,
    listings,
    opened,
    ranked,
)
from scripts import SMALL
from world import found

FIFTH, TWO_FIFTHS = Fraction(1, 5), Fraction(2, 5)


def to_call(made, script):
    """All is ready for the call."""
    played = play.prepare(made.stage, made.town, script)
    methods.choose(made.stage, made.town, played)
    play.appoint_holders(made.stage, made.town, played)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    return played


def calling(made, script, **changes):
    """The codes of an attempt to call for the framework."""
    played = to_call(made, script)
    deed = replace(play.solicitation_of(made.stage, played), **changes)
    return codes(made, made.town.agent, deed, played.case, confirms=True)


def ends(made, played, **changes):
    """The agreement with the first of the list, and who is to sign it."""
    first = case_of(made, played).lots[0].listing.listed[0]
    deed = framework.agreement_of(made.stage, LOT, first, until=UNTIL, quota=TEN)
    return replace(deed, **changes), played.bidders[first][1]


def test_a_fifth_of_those_who_answer_is_dropped_and_one_at_least():
    stay = {n: how_many_are_listed(n, FIFTH, 1) for n in (2, 3, 5, 6, 10, 11)}
    assert stay == {2: 1, 3: 2, 5: 4, 6: 4, 10: 8, 11: 8}
    assert how_many_are_listed(5, TWO_FIFTHS, 1) == 3
    assert [how_many_are_listed(n, FIFTH, 1) for n in (0, 1)] == [0, 0]


def test_from_the_call_to_the_listings_and_judged_again_offline(at):
    made, played = at(opened, FIVE)
    lot, stand = case_of(made, played).lots[0], listings(made, played)
    assert lot.stage == "listed" and [one.agreed.bid for one in stand] == list(lot.evaluation.ranking[:4])
    assert [one.agreed.price for one in stand] == [Money(100 * yuan, "CNY") for yuan in (396, 397, 398, 399)]
    agreements.file_and_tell(made.stage, made.town, played, LOT)
    (duty,) = duties_of(case_of(made, played), made.clock.now(), made.stage.book)
    assert duty.clock.id == "framework.summary"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_where_two_answer_one_is_listed(at):
    made, played = at(listed, called_for(2))
    assert len(case_of(made, played).lots[0].listing.listed) == 1


def test_quality_comes_first_where_prices_are_fixed_and_two_fifths_are_dropped(at):
    made, played = at(opened, QUALITY)
    assert len(listings(made, played)) == 3
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_quality_does_not_come_first_without_a_fact_that_lets_it():
    script = replace(QUALITY, chosen=replace(QUALITY.chosen, facts=("catalogue_small_repeated",)))
    assert calling(found(), script) == ["framework.quality-first"]


@pytest.mark.parametrize(
    ("script", "share", "told"),
    [
        (FIVE, FIFTH, []),
        (FIVE, Fraction(1, 5) - Fraction(1, 10**9), ["framework.drops-too-few"]),
        (FIVE, Fraction(1), ["framework.drops-too-few"]),
        (QUALITY, Fraction(399, 1000), ["framework.drops-too-few"]),
    ],
)
def test_the_share_to_be_dropped_is_at_least_that_of_the_law(script, share, told):
    assert calling(found(), script, framework=replace(TERMS, elimination=share)) == told


def test_a_call_says_how_suppliers_are_called_off_and_other_solicitations_do_not():
    assert calling(found(), FIVE, framework=None) == ["framework.terms"]
    assert calling(found(), FIVE, framework=replace(TERMS, ways=())) == ["framework.terms"]
    made = found()
    played = play.plan(made.stage, made.town, SMALL)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed = replace(play.solicitation_of(made.stage, played), framework=TERMS)
    told = codes(made, made.town.agent, deed, played.case, confirms=True)
    assert told == ["framework.terms"]


def test_suppliers_of_goods_do_not_take_turns():
    turns = replace(TERMS, ways=("direct", "rotation"))
    assert calling(found(), FIVE, framework=turns) == ["framework.no-turns"]
    assert calling(found(), SERVICES, framework=turns) == []


def test_a_lot_asks_for_the_price_of_one_unit():
    dozen = tuple(replace(one, quantity=12) for one in lot(FIVE.lots[0].terms, 500))
    assert calling(found(), replace(FIVE, lots=dozen)) == ["framework.not-a-unit"]


def test_those_the_ranking_gives_are_listed_and_no_others(at):
    made, played = at(ranked, FIVE)
    right = framework.list_of(made.stage, made.town, played, LOT)
    agent, ranking = made.town.agent, case_of(made, played).lots[0].evaluation.ranking
    for other in (ranking[:3], ranking, (*ranking[:3], ranking[4]), tuple(reversed(ranking[:4]))):
        deed = replace(right, listed=other)
        assert "framework.list-differs" in codes(made, agent, deed, played.case, confirms=True)
    untold = replace(right, others=())
    assert codes(made, agent, untold, played.case, confirms=True) == ["framework.not-told"]
    alone = AwardLot(LOT, ranking[0], FINE)
    assert codes(made, made.town.buyer, alone, played.case, confirms=True) == ["framework.lists"]
    assert codes(made, agent, right, played.case) == ["acts.state-moved"]
    assert codes(made, agent, right, played.case, confirms=True) == []
    assert codes(made, agent, right, played.case, confirms=True) == ["award.not-evaluated"]


def test_a_tender_has_no_list(at):
    made, played = at(evaluated)
    deed = ListSuppliers(LOT, (), ())
    told = codes(made, made.town.agent, deed, played.case, confirms=True)
    assert "framework.no-list" in told


def test_the_agreements_are_due_within_thirty_days_and_stay_due_until_all_have_signed(at):
    made, played = at(listed, FIVE)
    told_on = made.clock.now().day
    (duty,) = duties_of(case_of(made, played), made.clock.now(), made.stage.book)
    assert (duty.clock.kind, duty.owed_by) == ("SignFramework", case_of(made, played).host)
    assert duty.clock.latest - told_on >= timedelta(days=30)
    deed, supplier = ends(made, played)
    made.stage.confirms(made.town.agent, deed, played.case)
    made.stage.confirms(supplier, deed, played.case)
    left = {one.clock.id for one in duties_of(case_of(made, played), made.clock.now(), made.stage.book)}
    assert "framework.sign" in left


def test_an_agreement_for_goods_lasts_a_year_at_most_and_for_services_two(at):
    for script, years in ((FIVE, 1), (SERVICES, 2)):
        made, played = at(listed, script)
        today = made.clock.now().day
        last = today.replace(year=today.year + years)
        late, _ = ends(made, played, valid_until=last + timedelta(days=1))
        over, _ = ends(made, played, valid_until=today - timedelta(days=1))
        just, _ = ends(made, played, valid_until=last)
        for deed, told in (
            (late, ["framework.term-too-long"]),
            (over, ["framework.term-too-long"]),
            (just, []),
        ):
            assert codes(made, made.town.agent, deed, played.case, confirms=True) == told


def test_convenor_and_listed_supplier_sign_the_same_once(at):
    made, played = at(listed, FIVE)
    deed, supplier = ends(made, played)
    dropped = case_of(made, played).lots[0].evaluation.ranking[-1]
    agent = made.town.agent
    assert codes(made, agent, replace(deed, bid=dropped), played.case, confirms=True) == [
        "framework.not-a-party"
    ]
    assert codes(made, made.town.buyer, deed, played.case, confirms=True) == ["framework.not-a-party"]
    assert codes(made, agent, deed, played.case, confirms=True) == []
    assert codes(made, agent, deed, played.case, confirms=True) == ["framework.not-a-party"]
    for other in (
        {"quota": Quota(11)},
        {"valid_until": date(2026, 12, 30)},
        {"text": replace(deed.text, sha256="1" * 64)},
    ):
        told = codes(made, supplier, replace(deed, **other), played.case, confirms=True)
        assert told == ["framework.other-terms"]
    assert codes(made, supplier, deed, played.case, confirms=True) == []


def test_a_quota_is_above_zero(at):
    made, played = at(listed, FIVE)
    for quota in (Quota(0), Quota(amount=Money(0, "CNY"))):
        deed, _ = ends(made, played, quota=quota)
        told = codes(made, made.town.agent, deed, played.case, confirms=True)
        assert told == ["framework.unsound-quota"]


def test_no_agreement_before_the_list(at):
    made, played = at(ranked, FIVE)
    first = case_of(made, played).lots[0].evaluation.ranking[0]
    deed = framework.agreement_of(made.stage, LOT, first, until=UNTIL, quota=TEN)
    told = codes(made, made.town.agent, deed, played.case, confirms=True)
    assert told == ["framework.not-a-party", "framework.not-listed"]


def test_a_listing_opens_once_as_both_have_signed(at):
    made, played = at(listed, FIVE)
    deed, supplier = ends(made, played)
    made.stage.confirms(made.town.agent, deed, played.case)
    case = case_of(made, played)
    wanted = framework.listing_of(
        played.case, case.lots[0], next(b for b in case.lots[0].evaluation.bids if b.bid == deed.bid)
    )
    docket = framework.listing_docket(wanted.case, wanted.lot, wanted.suppliers)
    assert codes(made, made.town.agent, wanted, docket) == ["framework.not-signed"]
    made.stage.confirms(supplier, deed, played.case)
    dearer = replace(wanted, price=Money(wanted.price.amount_minor + 1, "CNY"))
    assert codes(made, made.town.agent, dearer, docket) == ["framework.listing-differs"]
    assert codes(made, made.town.agent, wanted, "listing-1") == ["framework.listing-differs"]
    assert codes(made, made.town.agent, wanted, docket) == []
    assert codes(made, made.town.agent, wanted, docket) == ["acts.docket-taken"]
