"""``daylight law lint``: a draft is looked through for a person and for a program, before it is signed."""

import json

import pytest
from click.testing import CliRunner

from daylight.cli.law import law

CHINA = ["--country", "daylight_cn", "--on", "2026-11-23"]


def said(*arguments, draft=None):
    return CliRunner().invoke(law, ["lint", *CHINA, *arguments], input=json.dumps(draft) if draft else None)


@pytest.fixture
def draft():
    return json.loads(said("--sample", "--territory", "CN-37").stdout)


def codes(draft):
    return [one["code"] for one in json.loads(said("-", "--json", draft=draft).stdout)["findings"]]


def lawful(draft):
    draft["solicitation"]["qualification"].pop()
    return draft


def test_the_sample_has_one_finding_told_with_article_and_remedy(draft):
    told = said("-", "--lang", "en", draft=draft)
    assert told.exit_code == 1
    assert "refused solicitation.words-against-law — qualification 2, “成立满三年”" in told.stdout
    assert "Law on the Promotion of Small and Medium Enterprises, art. 40" in told.stdout
    assert "→ Remove the condition of years in business." in told.stdout
    assert "1 refused, 0 warnings" in told.stdout


def test_a_lawful_draft_has_none_and_tells_what_price_weighs(draft):
    told = said("-", "--json", draft=lawful(draft))
    found = json.loads(told.stdout)
    assert (told.exit_code, found["findings"]) == (0, [])
    assert found["weights"][0]["price_spread"] == "120/61"


def test_numbers_and_words_are_told_together(draft):
    terms = draft["solicitation"]["lots"][0]
    terms["bid_security"] = {"amount_minor": 6_400_001, "currency": "CNY"}
    draft["solicitation"]["bid_deadline"]["utc_ms"] -= 6 * 86_400_000
    assert sorted(codes(draft)) == [
        "solicitation.period-too-short",
        "solicitation.security-too-high",
        "solicitation.words-against-law",
    ]


def test_missing_parts_and_light_price_are_told(draft):
    lawful(draft)["solicitation"]["documents"] = []
    price, technical, *_ = draft["solicitation"]["lots"][0]["evaluation"]["criteria"]
    price["points"], technical["points"] = "29/1", "46/1"
    assert codes(draft) == ["solicitation.no-documents", "solicitation.price-weight"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda draft: draft.pop("solicitation"), "field 'solicitation' is missing"),
        (lambda draft: draft.update(method="lottery"), "method: 'lottery' is not one of open_tendering"),
        (lambda draft: draft["requirement"].update(territory="XX"), "no territory 'XX'"),
    ],
)
def test_a_draft_that_cannot_be_read_says_where(draft, change, words):
    change(draft)
    told = said("-", draft=draft)
    assert told.exit_code == 1
    assert words in told.output


def test_no_file_is_a_matter_of_usage():
    assert "--sample" in said().output
