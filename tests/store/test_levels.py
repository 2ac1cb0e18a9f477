"""Which level an instrument stands on."""

from daylight.store.countries import country_folder, load_rulebook
from daylight.store.levels import by_level, load_levels

CN = country_folder("daylight_cn")


def grouped(folder):
    found = by_level(load_levels(folder), load_rulebook(folder).instruments)
    return {level and level.id: [one.id for one in instruments] for level, instruments in found}


def test_laws_stand_above_regulations_orders_and_documents():
    levels = grouped(CN)
    assert list(levels) == ["law", "regulation", "order", "document"]
    assert {"cn-tendering-law", "cn-gpl"} <= set(levels["law"])
    assert "cn-gpl-regulation" in levels["regulation"]
    assert "cn-mof-order-87" in levels["order"]
    assert "cn-caiku-2020-10" in levels["document"]


def test_every_instrument_stands_on_one_level():
    levels = grouped(CN)
    assert sum(map(len, levels.values())) == len(load_rulebook(CN).instruments)


def test_a_country_without_levels_has_one_list():
    assert list(grouped(country_folder("daylight_jp"))) == [None]
