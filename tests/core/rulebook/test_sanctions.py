"""What follows a breach, in an invented country: in force, in its place, and sound."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.check import check
from daylight.core.rulebook.consequences import sanctions_for
from daylight.core.rulebook.law import law_in_force
from daylight.core.rulebook.provision import Ref
from daylight.core.rulebook.sanction import Breach, Sanction
from daylight.core.values.money import Money
from daylight.core.values.plain import build, plain
from law_samples import BOOK, words

UNSEALED = Sanction(
    "act9",
    Ref("xx-act", "1"),
    ("purchaser",),
    words("a fine"),
    (Breach(words("a bid is opened early"), ("bidding.sealed",), "2"), Breach(words("other"))),
    "V-law",
    fine=(Money(0, "EUR"), Money(100_000, "EUR")),
)
LOCAL = replace(UNSEALED, id="rule3", at=Ref("xx-1-rule", "3"), confidence="S")
SANCTIONED = replace(BOOK, sanctions=(UNSEALED, LOCAL))


def following(territory, day, duty="bidding.sealed"):
    return [one.sanction.id for one in sanctions_for(law_in_force(SANCTIONED, territory, day), duty)]


def test_what_follows_is_what_is_in_force_in_that_place():
    assert following("XX", date(2026, 1, 1)) == ["act9"]
    assert following("XX-1", date(2026, 1, 1)) == ["act9", "rule3"]
    assert following("XX-1", date(2009, 12, 31)) == ["act9"]
    assert following("XX", date(2000, 12, 31)) == []
    assert following("XX", date(2026, 1, 1), "bidding.security") == []


def test_what_follows_is_cited_with_its_item_and_its_confidence():
    act, rule = sanctions_for(law_in_force(SANCTIONED, "XX-1", date(2026, 1, 1)), "bidding.sealed")
    assert (act.cite.article, act.cite.title.zh, act.cite.title.en) == (
        "1(2)",
        "Act（中）第1条第2项",
        "Act, art. 1 (2)",
    )
    assert (act.cite.confirmed, rule.cite.confirmed) == (True, False)
    assert act.breach.what == words("a bid is opened early")


def test_a_book_travels_with_its_sanctions_and_an_older_one_without():
    assert build(Rulebook, plain(SANCTIONED)) == SANCTIONED
    assert "sanctions" not in plain(BOOK)
    assert build(Rulebook, plain(BOOK)).sanctions == ()


@pytest.mark.parametrize(
    ("sanction", "fault"),
    [
        (replace(UNSEALED, at=Ref("xx-lost", "1")), ("cite.unresolved", "sanction act9")),
        (
            replace(UNSEALED, breaches=(Breach(words("it"), ("bidding.seeled",)),)),
            ("sanction.no-duty", "sanction act9"),
        ),
    ],
)
def test_a_planted_fault_of_a_sanction_is_found(sanction, fault):
    findings = check(replace(BOOK, sanctions=(sanction,)))
    assert [(one.code, one.subject) for one in findings if one.fault] == [fault]


def test_a_sanction_that_stands_twice_is_found_and_an_unconfirmed_one_marked():
    codes = [(one.code, one.subject) for one in check(replace(BOOK, sanctions=(LOCAL, LOCAL)))]
    assert ("sanction.twice", "rule3") in codes
    assert ("unconfirmed", "sanction rule3") in codes


@pytest.mark.parametrize(
    "wrong",
    [
        {"ban_years": (3, 1)},
        {"fine_share": (Fraction(1, 100), Fraction(1, 200))},
        {"fine": (Money(2, "EUR"), Money(1, "EUR"))},
        {"breaches": ()},
    ],
)
def test_a_span_runs_upward_and_a_sanction_follows_something(wrong):
    with pytest.raises(ValueError, match="act9"):
        replace(UNSEALED, **wrong)
