import json
from fractions import Fraction

import pytest

from daylight.core.disclosure.ocds import Period, SubmissionTerms, Tender, Value
from daylight.core.disclosure.writing import Exact, amount_of, camel, decimal_of, json_bytes, read_json, tree
from daylight.core.values.instant import instant_of
from daylight.core.values.money import Money

AT = "2026-03-02T09:00:00+08:00"


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        (1250, "CNY", b"12.50"),
        (1200, "CNY", b"12"),
        (5, "CNY", b"0.05"),
        (-5, "CNY", b"-0.05"),
        (7, "JPY", b"7"),
        (2**80, "CNY", b"12089258196146291747061.76"),
    ],
)
def test_an_amount_is_written_to_the_last_digit(minor, currency, text):
    assert json_bytes(amount_of(Money(minor, currency))) == text


@pytest.mark.parametrize(
    ("value", "said"),
    [(Fraction(7), 7), (Fraction(177, 2), "88.5"), (Fraction(-1, 8), "-0.125"), (Fraction(1, 3), None)],
)
def test_a_fraction_is_a_decimal_or_nothing(value, said):
    assert decimal_of(value) == said


def test_what_is_empty_is_left_out_and_false_and_zero_are_not():
    tender = Tender(
        "t", number_of_tenderers=0, has_enquiries=False, submission_terms=SubmissionTerms(), title=""
    )
    assert tree(tender) == {"id": "t", "hasEnquiries": False, "numberOfTenderers": 0}


def test_dates_carry_their_offset_and_names_their_case():
    assert tree(Period(instant_of(AT), instant_of(AT))) == {"startDate": AT, "endDate": AT}
    assert [camel(name) for name in ("date_signed", "title_en", "awardID", "id")] == [
        "dateSigned",
        "title_en",
        "awardID",
        "id",
    ]


def test_reading_and_writing_again_gives_the_same_bytes():
    source = json_bytes({"value": tree(Value(Exact("0.10"), "CNY")), "zh": "“元”\n", "list": [1, True, None]})
    assert json_bytes(read_json(source)) == source
    assert json.loads(source)["value"] == {"amount": 0.1, "currency": "CNY"}


def test_numbers_json_does_not_know_are_refused():
    with pytest.raises(ValueError, match="NaN"):
        read_json(b'{"amount": NaN}')
