"""A file a bidder wrote that is not what it should be: the command says what is wrong, and sends nothing."""

import json

import click
import pytest
from click.testing import CliRunner

from daylight.cli import bidder
from daylight.cli.parties import read_file
from daylight.core.acts.answer import Receipt

GOOD = {
    "lot": "1",
    "price": {
        "total": {"amount_minor": 94000000, "currency": "CNY"},
        "body_total_minor": 94000000,
        "words_total_minor": None,
    },
    "declaration": {"bidder_name": "晨光医疗", "delivery_days": 30, "preferences": []},
    "technical": "The technical part, as text.",
}
WRONG = (
    (b"", "JSON: "),
    (b"offers\n", "JSON: "),
    (b"\xff\xfe\x00", "JSON: "),
    (b"[" * 100_000, "JSON: "),
    (b"7", "$: a list is expected, not int"),
    (b"{}", "$: a list is expected, not dict"),
    (json.dumps([GOOD | {"lot": 1}]).encode(), "[0].lot: str is expected, not int"),
    (json.dumps([GOOD | {"price": {}}]).encode(), "[0].price: field 'body_total_minor' is missing"),
    (json.dumps([GOOD | {"technical": 7}]).encode(), "[0].technical: str is expected, not int"),
    (json.dumps([GOOD | {"prise": 1}]).encode(), "[0]: unknown field 'prise'"),
    (
        json.dumps([GOOD | {"technical": None}]).encode(),
        "[0]: technical / technical_file: exactly one of them",
    ),
    (json.dumps([GOOD | {"technical_file": "x"}]).encode(), "[0]: technical / technical_file: exactly one"),
    (json.dumps([GOOD, {"lot": "2"}]).encode(), "[1]: field 'declaration' is missing"),
)


@pytest.mark.parametrize(("content", "wrong"), WRONG, ids=range(len(WRONG)))
def test_offers_that_cannot_be_read_are_wrong_use_in_words(tmp_path, content, wrong):
    place = tmp_path / "offers.json"
    place.write_bytes(content)

    @click.command()
    def reading():
        bidder.read_offers(place)

    said = CliRunner().invoke(reading)
    assert (said.exit_code, type(said.exception)) == (2, SystemExit), said.exception
    assert f"{place} 读不出：{wrong}" in said.output and f"cannot be read: {wrong}" in said.output
    assert "Nothing was sent." in said.output


def test_offers_as_the_documentation_has_them_are_read(tmp_path):
    place = tmp_path / "offers.json"
    place.write_text(json.dumps([GOOD], ensure_ascii=False))
    (offer,) = bidder.read_offers(place)
    assert (offer.lot, offer.price.body_total_minor, offer.technical) == (
        "1",
        94000000,
        GOOD["technical"].encode(),
    )


def test_the_technical_part_may_be_a_file_beside_the_offers(tmp_path):
    place = tmp_path / "offers.json"
    place.write_text(
        json.dumps([GOOD | {"technical": None, "technical_file": "plan.pdf"}], ensure_ascii=False)
    )
    with pytest.raises(click.UsageError, match=r"\[0\].technical_file: .*plan.pdf: No such file"):
        bidder.read_offers(place)
    (tmp_path / "plan.pdf").write_bytes(b"%PDF")
    (offer,) = bidder.read_offers(place)
    assert (b"".join(offer.technical), offer.technical.size) == (b"%PDF", 4)


def test_a_folder_in_place_of_a_file_is_said_too(tmp_path):
    with pytest.raises(click.UsageError, match="Is a directory"):
        read_file(Receipt, tmp_path)
