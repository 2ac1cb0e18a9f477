"""Numbers of registers: published codes are taken, and what is wrong with the others is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.acts.common import Identifier
from daylight.core.acts.dockets import docket_of_number_as_written, organisation_docket
from daylight.core.values.identifiers import (
    check_character,
    country_of_register,
    normal_number,
    wrong_with,
)
from world import china

USCC, RIC = china().schemes

#: The example of GB 32100-2015, and codes that their holders publish.
PUBLISHED = ("91350100M000100Y43", "91110000600037341L", "91440300708461136T", "91110000802100433B")
#: The examples of GB 11643-1999.
PERSONS = ("11010519491231002X", "440524188001010014")


def by_the_standard(body: str) -> str:
    """The check character as GB 32100-2015 tells it: 31 less the weighted sum modulo 31."""
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    left = sum(letters.index(one) * (3**place % 31) for place, one in enumerate(body)) % 31
    return letters[(31 - left) % 31]


def by_iso_7064(body: str) -> str:
    """The check character of MOD 11-2 by the recursive method of ISO 7064."""
    held = 0
    for one in body:
        held = (held + int(one)) * 2 % 11
    return "0123456789X"[(12 - held) % 11]


@pytest.mark.parametrize("number", PUBLISHED)
def test_published_codes_of_organisations_are_well_formed(number):
    assert wrong_with(USCC, number) is None


@pytest.mark.parametrize("number", PERSONS)
def test_the_examples_of_the_standard_for_persons_are_well_formed(number):
    assert wrong_with(RIC, number) is None


@pytest.mark.parametrize(
    ("number", "code", "found", "right"),
    [
        ("91350100M000100Y44", "check", "4", "3"),
        ("91350100M000100Y4", "length", "17", "18"),
        ("91350100M000100Y433", "length", "19", "18"),
        ("91350100M00O1I0Y43", "characters", "OI", USCC.alphabet),
        ("9135O100M000100Y43", "characters", "O", USCC.alphabet),
        ("913501A0M000100Y43", "digits", "3501A0", "3–8"),
        ("", "length", "0", "18"),
    ],
)
def test_what_is_wrong_with_a_code_is_named_with_what_is_right(number, code, found, right):
    wrong = wrong_with(USCC, number)
    assert (wrong.code, wrong.found, wrong.right) == (code, found, right)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("110105194912310021", "check"),
        ("11010519491331002X", "day"),
        ("11010519490229002X", "day"),
        ("1101051949123100X2", "digits"),
        ("110105491231002", "length"),
    ],
)
def test_an_identity_number_has_a_day_and_a_check(number, code):
    assert wrong_with(RIC, number).code == code


@pytest.mark.parametrize("number", PUBLISHED)
def test_every_single_wrong_character_and_every_swap_of_neighbours_is_found(number):
    for place, right in enumerate(number):
        for other in USCC.alphabet:
            changed = f"{number[:place]}{other}{number[place + 1 :]}"
            assert (wrong_with(USCC, changed) is None) == (other == right)
    for place in range(len(number) - 1):
        one, other = number[place : place + 2]
        swapped = f"{number[:place]}{other}{one}{number[place + 2 :]}"
        assert (wrong_with(USCC, swapped) is None) == (one == other)


@given(st.text(USCC.alphabet, min_size=17, max_size=17))
def test_the_check_of_an_organisation_is_that_of_the_standard(body):
    assert check_character(USCC, body) == by_the_standard(body)


@given(st.text("0123456789", min_size=17, max_size=17))
def test_the_check_of_a_person_is_that_of_iso_7064(body):
    assert check_character(RIC, body) == by_iso_7064(body)


SPELLINGS = (
    "91350100M000100Y43",
    "91350100m000100y43",
    " 91350100M000100Y43 ",
    "9135 0100 M000 100Y 43",
    "９１３５０１００Ｍ０００１００Ｙ４３",
    "９１３５０１００ｍ０００１００ｙ４３",
    "91350100M\u200b000100Y43",
    "\ufeff91350100M000100Y43",
    "91350100M000\u00ad100Y43\n",
    "91350100\u2060M000\u3000100Y43\t",
)


def test_ten_spellings_of_one_number_have_one_docket():
    assert len(set(SPELLINGS)) == 10
    schemes = ("CN-USCC", "cn-uscc", "ＣＮ-ＵＳＣＣ", " CN-USCC")
    dockets = {organisation_docket(Identifier(scheme, one)) for scheme in schemes for one in SPELLINGS}
    assert dockets == {docket_of_number_as_written(Identifier("CN-USCC", "91350100M000100Y43"))}


@given(st.text())
def test_the_normal_form_is_its_own_normal_form(text):
    assert normal_number(normal_number(text)) == normal_number(text)


@pytest.mark.parametrize(
    ("scheme", "country"),
    [
        ("HK-CR", "HK"),
        ("GB-COH", "GB"),
        ("XI-LEI", "XI"),
        ("ZZ-CR", ""),
        ("XX-PRACTICE", ""),
        ("HK", ""),
        ("", ""),
        ("HK-", ""),
    ],
)
def test_a_register_abroad_is_named_by_its_country(scheme, country):
    assert country_of_register(scheme) == country
