"""The pages of a framework and of what is called off from it, as citizens read them; their releases hold."""

import json
import re

from conformance.ocds import schema_errors
from daylight.practice import agreements, framework, judging, replenishment
from daylight.store.board import publish
from scenarios import test_replenishment as refilling
from scenarios.competing import won
from scenarios.listed import FIVE, LOT, opened, supplier_of
from scenarios.test_agreements import over
from scenarios.test_call_offs import called
from scenarios.test_framework_open import OPEN, two_listed
from scenarios.test_off_list import buying
from shared import needs_shared
from sites.reading import read
from world import found

pytestmark = needs_shared


def text_of(portal, place):
    return re.sub(r"\s+", " ", " ".join(read(portal.get(place)).text)).replace("\u00a0", " ")


def published(made):
    """Everything that was told is on the board; the public names of the cases, in their order."""
    drafts = made.office.journal.drafts
    releases = [json.loads(one.release) for draft in drafts for one in draft.published]
    assert schema_errors(releases) == []
    for draft in drafts:
        for one in draft.published:
            publish(one, kind=draft.act.intent.kind, at_ms=draft.act.received_at.utc_ms)
    return list(dict.fromkeys(release["ocid"] for release in releases))


def pages(portal, ocid):
    """The page of a case in both languages."""
    return tuple(text_of(portal, f"/{lang}/cases/{ocid}/") for lang in ("zh", "en"))


def test_the_pages_name_all_who_are_listed_and_who_is_called_off(portal):
    made = found()
    played = opened(made, FIVE)
    call, listing = called(made, played)
    framework.contract_of_call_off(made.stage, made.town.buyer, supplier_of(played, listing), call)
    ocids = published(made)
    above, below = (text_of(portal, f"/zh/cases/{ocid}/") for ocid in ocids)
    assert "入围供应商 供4、供3、供2、供1 396.00 CNY、397.00 CNY、398.00 CNY、399.00 CNY 协议单价" in above
    assert "Listed 供4 Ltd, 供3 Ltd, 供2 Ltd, 供1 Ltd" in text_of(portal, f"/en/cases/{ocids[0]}/")
    assert "供4" in below and "3,960.00 CNY" in below
    assert all(portal.get(f"/en/cases/{ocid}/").status_code == 200 for ocid in ocids)


def test_a_second_competition_tells_who_is_invited_and_who_won(portal):
    made = found()
    _, played = won(made)
    judging.contract(made.stage, made.town, played, "1")
    *_, ocid = published(made)
    zh, en = pages(portal, ocid)
    assert "被邀请的供应商及其单价上限" in zh and "供4 396.00 CNY；供3 397.00 CNY" in zh
    assert "Invited, each with its ceiling for one unit" in en and "Listed suppliers are to compete" in en
    assert "二次竞价" in zh and "3,152.00 CNY" in zh and "3,152.00 CNY" in en


def test_a_replenishment_says_why_more_are_called_and_who_joins(portal):
    made = found()
    above, played = refilling.filled(made, refilling.AGREED)
    replenishment.take_up(made.stage, made.town, above, played, LOT)
    *_, ocid = published(made)
    zh, en = pages(portal, ocid)
    assert "补充征集公告" in zh and "剩余供应商供货能力不足" in zh and "新2、新1" in re.sub("；", "、", zh)
    assert "More suppliers are to be called" in en and "those left cannot deliver enough" in en


def test_an_open_framework_tells_its_price_and_everybody_listed(portal):
    made = found()
    two_listed(made, OPEN)
    (ocid,) = published(made)
    zh, en = pages(portal, ocid)
    assert (
        "开放式框架协议征集公告" in zh
        and "付费标准" in zh
        and "80.00 CNY" in zh
        and "甲" in zh
        and "乙" in zh
    )
    assert "Call for an open framework" in en and "Notice of a listing" in en


def test_the_summary_and_a_purchase_off_the_list_are_told(portal):
    made = found()
    played = opened(made, FIVE)
    called(made, played, quantity=3)
    made.stage.acts(made.town.buyer, buying(made, played), made.stage.new_docket("case"))
    over(made, played)
    stand = [
        made.office.views.of(one, fresh=True).state
        for one in dict.fromkeys(link.docket for link in made.office.journal.links(f"listings:{played.case}"))
    ]
    made.stage.acts(made.town.agent, agreements.summary_of(LOT, stand), played.case)
    above, _, off = published(made)
    zh, en = pages(portal, above)
    assert "成交 1 次，数量 3，金额 1,188.00 CNY" in zh and "call-offs: 1, units: 3, 1,188.00 CNY" in en
    zh, en = pages(portal, off)
    assert "协议外采购成交公告" in zh and "395.99 CNY" in zh and "已征询的入围供应商" in zh
    assert "Notice of a purchase off the list" in en and "Listed suppliers asked" in en
