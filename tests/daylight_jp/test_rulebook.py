"""The overlay of a city's works auctions: the same format, other rules, all marked as read from data."""

from datetime import date

import pytest

from daylight.core.rulebook.check import check
from daylight.core.rulebook.deadlines import not_before
from daylight.core.rulebook.law import LawGap, law_in_force
from daylight.core.values.workdays import DueDay
from daylight.store.countries import country_folder, load_rulebook

BOOK = load_rulebook(country_folder("daylight_jp"))
LAW = law_in_force(BOOK, "JP-08203", date(2010, 4, 1))


def test_the_book_has_no_fault():
    assert [finding for finding in check(BOOK) if finding.fault] == []


def test_one_bid_is_enough_and_a_minimum_price_may_be_set():
    assert LAW.whole("bidding.minimum_bidders").value == 1
    assert LAW.holds("bidding.floor_price").value is True


def test_nothing_here_is_confirmed_law():
    cites = [cite for parameter in BOOK.parameters for cite in LAW.value(parameter.id).cites]
    assert {(cite.instrument, cite.confirmed) for cite in cites} == {("jp-tsuchiura-practice", False)}


def test_no_least_time_for_bidding_and_no_calendar_needed():
    saturday = date(2010, 4, 3)
    assert not_before(LAW, "bidding.period", saturday).value == DueDay(saturday, saturday)


def test_the_practice_of_the_city_is_no_law_of_the_country():
    with pytest.raises(LawGap):
        law_in_force(BOOK, "JP", date(2010, 4, 1)).value("bidding.minimum_bidders")


def test_the_territory_has_its_offset_and_currency():
    assert (LAW.territory.offset_minutes, LAW.territory.currency) == (540, "JPY")
