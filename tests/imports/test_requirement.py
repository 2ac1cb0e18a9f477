"""An imported intention begins a case by real acts."""

from dataclasses import replace

import pytest

from daylight.core.acts.planning import PublishIntention
from daylight.core.values.money import Money
from daylight.imports.fault import ImportFault
from daylight.imports.requirement import notice_of, requirement_of
from imports.lists import ITEMS, items, seen
from world import found

(TOLD,) = seen(ITEMS, items("1", "书架采购项目", "更换书架。", "48.000000", "是", "2026年04月")).confirm()


def test_an_imported_intention_becomes_a_requirement_the_law_admits():
    world = found(experts=2)
    case = world.stage.new_docket("case")
    world.stage.acts(world.town.author, requirement_of(TOLD, "CN-37", object="goods"), case)
    world.stage.acts(world.town.buyer, notice_of(TOLD), case)
    kept = world.stage.case(case, world.town.buyer)
    assert kept.requirement.lots[0].budget == Money(48_000_000, "CNY")
    assert kept.requirement.items[0].description.zh == "更换书架。"
    assert kept.requirement.source == f"intention:{TOLD.identity}"
    assert kept.planning.intention == PublishIntention("2026-04", True, kept.requirement.items[0].description)


def test_what_the_list_does_not_tell_is_asked_for():
    with pytest.raises(ImportFault, match="has no budget"):
        requirement_of(replace(TOLD, amount=None), "CN-37", object="goods")
    with pytest.raises(ImportFault, match="reserved for SMEs"):
        notice_of(replace(TOLD, reserved_for_smes=None))
    assert (
        notice_of(replace(TOLD, reserved_for_smes=None), reserved_for_smes=False).reserved_for_smes is False
    )
