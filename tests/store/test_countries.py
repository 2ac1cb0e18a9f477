"""A country package on disk: what is read, and that every fault is named by file and key."""

from datetime import date
from fractions import Fraction

import pytest

from daylight.core.rulebook.law import law_in_force
from daylight.core.values.money import Money
from daylight.store.countries import LawFileError, country_folder, load_rulebook

TERRITORIES = """
country = "xx"
[[territory]]
id = "XX"
name = { zh = "国", en = "Land" }
offset_minutes = 60
currency = "EUR"
[[territory]]
id = "XX-1"
name = { zh = "省", en = "Province" }
parent = "XX"
"""
INSTRUMENT = """
name = { zh = "法", en = "Act" }
number = "1"
issuer = { zh = "议会", en = "Parliament" }
territory = "XX"
issued_on = 2000-01-01
in_force_on = 2001-01-01
confidence = "V-law"
numbering = "V-law"
"""
PARAMETERS = """
known_since = 2026-01-01
[[parameter]]
id = "security"
name = { zh = "保证金", en = "Security" }
kind = "ceiling"
unit = "ratio"
anchor = "issued"
[[parameter.value]]
from = 2001-01-01
value = "0.02"
article = ["1", "other#7"]
[[parameter]]
id = "large"
name = { zh = "大额", en = "Large" }
kind = "money"
unit = "money"
anchor = "issued"
[[parameter.value]]
from = 2001-01-01
value = 100
article = "2"
"""
LOCAL = """
known_since = 2026-01-01
[[amend]]
parameter = "security"
[[amend.value]]
from = 2010-01-01
value = "1/100"
article = "3"
overlay = true
"""
PROVISIONS = """
[[provision]]
article = "1"
roles = ["bidding.security"]
[provision.summary]
zh = "保证金"
en = "Security"
"""


@pytest.fixture
def country(tmp_path):
    files = {
        "territories.toml": TERRITORIES,
        "law/act/instrument.toml": INSTRUMENT,
        "law/act/provisions.toml": PROVISIONS,
        "law/act/parameters.toml": PARAMETERS,
        "law/local/instrument.toml": INSTRUMENT.replace('"XX"', '"XX-1"'),
        "law/local/parameters.toml": LOCAL,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def spoil(country, name, before, after):
    file = country / name
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_shares_are_exact_and_money_is_in_minor_units(country):
    law = law_in_force(load_rulebook(country), "XX", date(2026, 1, 1))
    assert law.ratio("security").value == Fraction(1, 50)
    assert law.amount("large").value == Money(10_000, "EUR")


def test_an_article_may_be_of_another_instrument(country):
    value = load_rulebook(country).parameter_by_id["security"].values[0]
    assert [str(ref) for ref in value.cites] == ["act#1", "other#7"]


def test_a_local_instrument_amends_a_national_parameter_where_it_holds(country):
    book = load_rulebook(country)
    shares = [law_in_force(book, place, date(2026, 1, 1)).ratio("security").value for place in ("XX", "XX-1")]
    assert shares == [Fraction(1, 50), Fraction(1, 100)]


def test_a_part_has_the_offset_and_currency_of_its_parent(country):
    assert [(t.offset_minutes, t.currency) for t in load_rulebook(country).territories] == [(60, "EUR")] * 2


def test_reading_twice_gives_the_same_digest(country):
    assert load_rulebook(country).digest == load_rulebook(country).digest


FAULTS = [
    (
        "law/act/parameters.toml",
        'value = "0.02"',
        "value = 0.02",
        'parameter[0].value[0].value: write 0.02 in quotes, "0.02"',
    ),
    (
        "law/act/parameters.toml",
        'value = "0.02"',
        'value = "two"',
        "parameter[0].value[0].value: 'two' is not a share",
    ),
    (
        "law/act/parameters.toml",
        'value = "0.02"',
        "value = 2",
        "parameter[0]: security: 2 from 2001-01-01 is no ratio",
    ),
    ("law/act/parameters.toml", "value = 100", 'value = "100"', "parameter[1].values[0].value:"),
    (
        "law/act/parameters.toml",
        "from = 2001-01-01",
        "since = 2001-01-01",
        "parameter[0].value[0].from: is missing",
    ),
    ("law/act/parameters.toml", 'article = "2"', "", "parameter[1].value[0].article: is missing"),
    ("law/act/parameters.toml", 'kind = "money"', 'kind = "sum"', "parameter[1].kind: 'sum' is not one of"),
    ("law/act/parameters.toml", "[[parameter]]", "[[parameter", "not TOML"),
    ("law/act/parameters.toml", "known_since = 2026-01-01", "", "parameter[0].values[0].known_since:"),
    (
        "law/act/instrument.toml",
        "issued_on = 2000-01-01",
        'issued_on = "2000-1-1"',
        "issued_on: '2000-1-1' is not a day",
    ),
    ("law/act/instrument.toml", 'number = "1"', 'nummer = "1"', "unknown field 'nummer'"),
    ("law/act/provisions.toml", 'en = "Security"', "", "provision[0].summary: field 'en' is missing"),
    (
        "law/local/parameters.toml",
        '"security"',
        '"securty"',
        "amend[0].parameter: no instrument defines 'securty'",
    ),
    ("law/local/parameters.toml", '"1/100"', "true", "amend[0]: security: True from 2010-01-01 is no ratio"),
    ("territories.toml", "offset_minutes = 60", "", "territory[0]: field 'offset_minutes' is missing"),
    ("territories.toml", 'country = "xx"', "", "country: a country is named"),
]


@pytest.mark.parametrize(("name", "before", "after", "complaint"), FAULTS)
def test_a_fault_is_named_by_file_and_key(country, name, before, after, complaint):
    spoil(country, name, before, after)
    with pytest.raises(LawFileError) as error:
        load_rulebook(country)
    assert error.value.file == country / name
    assert complaint in str(error.value)


def test_an_unknown_package_is_named():
    with pytest.raises(LawFileError, match="daylight_atlantis: neither a folder nor an installed package"):
        country_folder("daylight_atlantis")


def test_a_missing_file_is_named(country):
    (country / "territories.toml").unlink()
    with pytest.raises(LawFileError, match=r"territories\.toml: cannot be read"):
        load_rulebook(country)


def test_a_country_says_which_methods_it_knows_and_which_facts_open_them():
    book = load_rulebook(country_folder("daylight_cn"))
    facts, questions = {fact.id for fact in book.facts}, {question.id for question in book.questions}
    assert book.usual_method in book.method_by_id
    assert len(questions) <= 5
    assert {fact.question for fact in book.facts} <= questions
    assert {fact for m in book.methods for ground in m.grounds for fact in ground.facts} <= facts
