"""Groups of products from files: exact numbers, money in minor units, wrong ones named by file and key."""

from fractions import Fraction

import pytest

from daylight.store.country_files import LawFileError
from daylight.store.product_groups import read_groups

KETTLES = """
name = { zh = "水壶", en = "Kettles" }
from = 2026-02-01
cites = ["law#3"]
confidence = "unverified"
about = { zh = "电水壶", en = "electric kettles" }

[[quantity]]
id = "energy"
name = { zh = "电", en = "energy" }
unit = { zh = "度", en = "kWh" }
by = "bidder"
evidence = "certificate"

[[quantity]]
id = "tariff"
name = { zh = "电价", en = "tariff" }
unit = { zh = "元", en = "yuan" }
by = "documents"
money = true

[[line]]
id = "power"
name = { zh = "用电", en = "power" }
kind = "energy"
timing = "yearly"
factors = ["energy", "tariff"]
per = "1000"

[[usual]]
of = "tariff"
from = 2026-01-01
value = "0.655"
source = { zh = "账单", en = "a bill" }
confidence = "unverified"

[[usual]]
of = "discount"
from = 2026-01-01
value = "0.035"
source = { zh = "账单", en = "a bill" }
confidence = "unverified"
"""


def written(folder, text=KETTLES):
    (folder / "kettles.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_group_is_named_by_its_file_and_money_is_in_minor_units(tmp_path):
    (group,) = read_groups(written(tmp_path), "CNY")
    assert (group.id, str(group.cites[0]), group.lines[0].per) == ("kettles", "law#3", 1000)
    assert [one.value for one in group.usual] == [Fraction("65.5"), Fraction(7, 200)]


def test_a_country_without_groups_has_none(tmp_path):
    assert read_groups(tmp_path / "missing", "CNY") == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('value = "0.655"', "value = 0.655", "usual[0].value"),
        ('value = "0.655"', 'value = "much"', "usual[0].value"),
        ('per = "1000"', "per = 1000", "line[0].per"),
        ('kind = "energy"', 'kind = "magic"', "kind"),
        ('by = "documents"', 'by = "nobody"', "by"),
        ("confidence", "certainty", "unknown field"),
    ],
)
def test_what_is_wrong_is_named_by_file_and_key(tmp_path, old, new, told):
    with pytest.raises(LawFileError) as raised:
        read_groups(written(tmp_path, KETTLES.replace(old, new, 1)), "CNY")
    assert told in str(raised.value) and "kettles.toml" in str(raised.value)
