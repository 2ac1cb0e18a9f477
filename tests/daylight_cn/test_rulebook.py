"""The law of China as data: sound, cited, and right on worked examples done by hand."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.check import check
from daylight.core.rulebook.compare import compare
from daylight.core.rulebook.deadlines import due, latest_start, not_before
from daylight.core.rulebook.law import LawGap, law_in_force
from daylight.core.rulebook.roles import ROLES
from daylight.core.values.money import Money
from daylight.core.values.plain import build, canonical_bytes, read_plain
from daylight.core.values.workdays import DueDay
from daylight.store.countries import country_folder, load_rulebook

BOOK = load_rulebook(country_folder("daylight_cn"))
LAW = law_in_force(BOOK, "CN", date(2026, 9, 18))


def only(day):
    return DueDay(day, day)


def test_the_book_has_no_fault_and_an_article_for_every_role():
    findings = check(BOOK, tuple(ROLES))
    assert [finding for finding in findings if finding.fault] == []
    missing = [f.subject for f in findings if f.code in ("role.empty", "cite.no-summary")]
    assert missing == []
    assert [one.role for one in BOOK.silences] == ["award.standstill"]  # the Model Law knows one


def test_every_role_named_by_an_article_is_in_the_vocabulary():
    assert sorted(set(BOOK.provisions_by_role) - set(ROLES)) == []


def test_every_citation_resolves_to_an_instrument():
    values = [value for parameter in BOOK.parameters for value in parameter.values]
    cited = {ref.instrument for value in values for ref in value.cites}
    assert sorted(cited - set(BOOK.instrument_by_id)) == []


def test_what_is_unconfirmed_is_marked_and_nothing_else():
    told = [finding.subject for finding in check(BOOK) if finding.code == "unconfirmed"]
    marked = sorted(one for one in told if " from " in one and not one.startswith("group "))
    values = [(parameter.id, value) for parameter in BOOK.parameters for value in parameter.values]
    unsure = sorted(f"{id} from {v.from_day}" for id, v in values if v.confidence in ("S", "unverified"))
    assert marked == unsure
    assert "award.notice_period from 2015-07-17" in marked
    assert "contract.sign from 2003-01-01" not in marked


def test_the_book_travels_in_a_bundle():
    assert build(Rulebook, read_plain(canonical_bytes(BOOK))) == BOOK


def test_example_e2_bidding_period_over_the_national_day():
    issued = date(2026, 9, 18)
    supply = not_before(LAW, "solicitation.documents_supply", issued)
    deadline = not_before(LAW, "bidding.period", issued)
    assert (supply.value, deadline.value) == (only(date(2026, 9, 24)), only(date(2026, 10, 8)))
    assert supply.because.text.zh == (
        "自 2026-09-18 次日起满 5 个工作日 → 不早于 2026-09-24（跳过 1 个非工作日：2026-09-19）"
        "｜政府采购法实施条例第31条"
    )
    assert deadline.because.text.zh == "自 2026-09-18 次日起满 20 日 → 不早于 2026-10-08｜政府采购法第35条"


E4 = [
    ("award.report", date(2026, 9, 23), date(2026, 9, 28), "2026-09-25…2026-09-27"),
    ("award.confirm", date(2026, 9, 28), date(2026, 10, 10), "2026-10-01…2026-10-07"),
    ("award.publish", date(2026, 10, 10), date(2026, 10, 13), "2026-10-11"),
    ("security.refund_losers", date(2026, 10, 13), date(2026, 10, 20), "2026-10-17…2026-10-18"),
    ("contract.sign", date(2026, 10, 13), date(2026, 11, 12), ""),
    ("contract.publish", date(2026, 11, 2), date(2026, 11, 4), ""),
    ("contract.file_copy", date(2026, 11, 2), date(2026, 11, 11), "2026-11-07…2026-11-08"),
    ("security.refund_winner", date(2026, 11, 2), date(2026, 11, 9), "2026-11-07…2026-11-08"),
]


@pytest.mark.parametrize(("id", "anchor", "day", "skipped"), E4, ids=[row[0] for row in E4])
def test_example_e4_the_award_chain_to_the_day(id, anchor, day, skipped):
    answer = due(LAW, id, anchor)
    assert answer.value == only(day)
    assert dict(answer.because.inputs)["skipped"] == skipped
    assert [cite.instrument for cite in answer.because.cites if cite.confirmed] != []


def test_example_e13_money_caps():
    budget, contract = Money(320_000_000, "CNY"), Money(298_000_000, "CNY")
    caps = [
        budget.at_most(LAW.ratio("bidding.security_ceiling").value),
        contract.at_most(LAW.ratio("contract.performance_security_ceiling").value),
        contract.at_most(LAW.ratio("contract.additions_ceiling").value),
    ]
    assert caps == [Money(6_400_000, "CNY"), Money(29_800_000, "CNY"), Money(29_800_000, "CNY")]


@pytest.mark.parametrize(("day", "rate"), [(date(2026, 1, 31), None), (date(2026, 2, 1), Fraction(9, 20))])
def test_the_low_price_lines_begin_in_february_2026(day, rate):
    found = LAW.on(day).maybe("low_price.ceiling_rate")
    assert (found and found.value) == rate


def test_before_the_lines_the_qualitative_rule_alone_is_cited():
    def instruments(day):
        return [cite.instrument for cite in LAW.on(day).cites("low_price.explanation")]

    assert instruments(date(2026, 1, 31)) == ["cn-mof-order-87"]
    assert instruments(date(2026, 2, 1)) == ["cn-mof-order-87", "cn-caiku-2026-2"]


def test_what_changed_in_february_2026_are_low_prices_and_costs_over_the_life():
    changes = compare(BOOK, "CN", date(2026, 1, 31), date(2026, 2, 1))
    assert [change.id for change in changes] == [
        "low_price.ceiling_rate",
        "low_price.explanation_minutes",
        "low_price.mean_rate",
        "low_price.rate_ceiling",
        "low_price.second_rate",
        "low_price.explanation",
        "low_price.record",
        "scoring.life_cycle",
    ]


def test_the_central_threshold_is_no_law_of_a_province():
    def threshold(territory):
        found = law_in_force(BOOK, territory, date(2026, 3, 2)).value(
            "procurement.threshold.dispersed.goods_services"
        )
        return found.value, found.cites[0].instrument, found.cites[0].confirmed

    assert threshold("CN-central") == (Money(100_000_000, "CNY"), "cn-guobanfa-2019-55", True)
    assert threshold("CN-37-p") == (Money(50_000_000, "CNY"), "cn-caiku-2019-69", False)


@pytest.mark.parametrize(
    ("territory", "instrument"),
    [("CN-35", "cn-35-sme-share"), ("CN-3502", "cn-35-sme-share"), ("CN-37", None)],
)
def test_a_province_goes_before_the_nation_and_so_does_it_for_its_cities(territory, instrument):
    found = law_in_force(BOOK, territory, date(2026, 3, 2)).value("sme.department_share")
    assert found.value == (Fraction(2, 5) if instrument else Fraction(3, 10))
    assert found.cites[0].instrument == (instrument or "cn-caiku-2020-46")


def test_the_corps_and_the_planned_cities_have_budgets_of_their_own():
    parents = {t.id: t.parent for t in BOOK.territories if t.id in ("CN-2102", "CN-3302", "CN-4403", "CN-66")}
    assert parents == {"CN-2102": "CN-21", "CN-3302": "CN-33", "CN-4403": "CN-44", "CN-66": "CN"}


def test_what_was_overdue_is_published_by_the_end_of_march():
    assert due(LAW, "payment.disclose", date(2025, 12, 31)).value == only(date(2026, 3, 31))


def test_an_intention_leads_by_thirty_days_and_a_clarification_by_fifteen():
    assert latest_start(LAW, "intention.lead", date(2026, 3, 31)).value == only(date(2026, 3, 1))
    told = latest_start(LAW, "solicitation.clarification_lead", date(2026, 10, 16))
    assert told.value == only(date(2026, 10, 1))


def test_experts_are_drawn_no_sooner_than_two_working_days_ahead():
    assert not_before(LAW, "committee.draw_lead", date(2026, 10, 9)).value == only(date(2026, 9, 30))


def test_a_deadline_in_2027_shows_both_ends_and_why():
    answer = due(LAW, "query.file", date(2026, 12, 31))
    assert answer.value == DueDay(date(2027, 1, 8), date(2027, 1, 21))
    assert "2027 年的放假安排尚未公布" in answer.because.text.zh


def test_a_book_without_a_calendar_says_so():
    law = law_in_force(replace(BOOK, calendars=()), "CN", date(2026, 9, 18))
    with pytest.raises(LawGap, match="Territory CN has no calendar"):
        due(law, "award.report", date(2026, 9, 23))
