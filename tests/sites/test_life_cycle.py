"""The page of a purchase whose life-cycle cost counts: terms, costs of each bid, and their derivation."""

import re

import pytest

from sites.reading import read, tell

TOLD = {
    "en": [
        "Life-cycle cost 6 years of use, discounted at 8% (real), costs at the end of the year; "
        "scored as a criterion.",
        "Units 100 units",
        "Electricity a year 1–2000 kWh a unit and year (by certificate or label)",
        "What each cost is worth today",
        "Year by year, worth today",
        "Maintenance beyond the warranty 20 yuan a unit and year maintenance 2026-17",
        "Cost points: the most points × the lowest life-cycle cost ÷ this life-cycle cost",
        "computed from the life-cycle cost",
    ],
    "zh": [
        "全生命周期成本 使用 6 年，实际折现率 8%，成本计在年末；作为评审因素计分。",
        "年耗电量 1–2000 千瓦时/台·年 (凭证书或标识)",
        "各项成本的现值",
        "逐年现值",
        "成本分 = 分值 × 最低全生命周期成本 ÷ 本投标全生命周期成本",
    ],
}


@pytest.fixture
def words(portal):
    ocid = tell("with costs")

    def told(lang, rest=""):
        answer = portal.get(f"/{lang}/cases/{ocid}/{rest}")
        assert answer.status_code == 200
        return re.sub(r"\s+", " ", " ".join(read(answer).text)).replace("\u00a0", " ")

    return told


@pytest.mark.parametrize("rest", ["", "print/"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_terms_costs_and_derivations_are_told(words, lang, rest):
    page = words(lang, rest)
    assert [line for line in TOLD[lang] if line not in page] == []


def test_each_bid_has_its_price_its_costs_and_their_sum(words):
    page = words("en")
    row = re.search(r"甲 Ltd 520,000\.00 CNY ((?:−?[\d,]+\.\d\d CNY ){6})", page)
    *costs, total = [int(re.sub(r"\D", "", one)) * (-1 if "−" in one else 1)
                     for one in row.group(1).replace(" CNY", "").split()]  # fmt: skip
    assert len(costs) == 5
    assert abs(52_000_000 + sum(costs) - total) <= len(costs)
    assert costs[-1] < 0 < costs[0]


def test_before_the_opening_no_page_names_a_quantity_a_bidder_declares(portal):
    ocid = tell("with costs", until="OpenBids")
    page = portal.get(f"/en/cases/{ocid}/").content.decode()
    assert "Electricity a year" in page
    assert "2026-17" not in page
