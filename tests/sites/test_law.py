"""The pages of law: instruments, official texts beside them, values with their history, what is coming."""

from dataclasses import replace
from datetime import date

import pytest

from daylight.core.rulebook.what_if import with_value
from daylight.sites.kit import here
from daylight.store.texts import TextShelf
from sites.reading import read, tell

LAW = """# 中华人民共和国政府采购法

2014年8月31日 修正

<!-- INFO END -->

## 第一章 总则

第一条 原文一。

第二条 原文二，有下列情形：

（一）甲；

（二）乙。

"""
LAW += "\n\n".join(f"第{n}条 原文{n}。" for n in ["三", "四", "五", "六", "七", "八", "九", "十", "十一"])
OTHER = "# 示例法\n\n<!-- INFO END -->\n\n第一条 仅供阅读。\n"


@pytest.fixture
def imported(portal, world_home, tmp_path, monkeypatch):
    """A portal with two official texts: a version of an instrument, cut short, and one for reading."""
    moved = here.settings().model_copy(update={"home": tmp_path})
    monkeypatch.setattr(here, "settings", lambda: moved)
    (tmp_path / "world.json").write_bytes((world_home / "world.json").read_bytes())
    for name, text in (("政府采购法(2014-08-31).md", LAW), ("示例法(2020-01-01).md", OTHER)):
        TextShelf(tmp_path).keep(name, text.encode())
    return portal


def supposed(monkeypatch, changed):
    monkeypatch.setattr(here, "book", lambda: changed)
    for module in ("law", "instrument", "parameter", "reasons", "timeline"):
        monkeypatch.setattr(f"daylight.sites.portal.{module}.book", lambda: changed)


def text_of(answer):
    return " ".join(" ".join(read(answer).text).split())


@pytest.fixture
def words(portal):
    return lambda place: text_of(portal.get(place))


def test_instruments_stand_by_level_with_their_number_and_day(words):
    said = words("/zh/law/")
    levels = [said.index(one) for one in ("法律（", "行政法规（", "部门规章和地方政府规章（", "规范性文件（")]
    assert levels == sorted(levels)
    assert levels[0] < said.index("主席令第68号") < levels[1]


def test_every_value_stands_as_of_today_and_leads_to_its_own_page(portal):
    links = read(portal.get("/en/law/")).links
    assert sorted({one for one in links if "/law/values/" in one}) == sorted(
        f"/en/law/values/{one.id}/" for one in here.book().parameters
    )


def test_without_official_texts_the_pages_say_so(words):
    assert "Its official text has not been imported here" in words("/en/law/cn-gpl/")
    assert "Other official texts" not in words("/en/law/")


def test_a_summary_stands_beside_the_official_article(imported, words):
    said = words("/zh/law/cn-gpl/")
    assert "第十一条 采购信息在指定媒体及时公布，商业秘密除外。 用于" in said
    assert "原文十一。" in said
    assert "原文一。" not in said  # no rule of ours rests on it; the whole text has it
    assert "2003-01-01 至 2014-08-31" in said


def test_an_official_text_is_read_whole_in_its_own_language(imported):
    links = [one for one in read(imported.get("/en/law/cn-gpl/")).links if "/law/texts/" in one]
    tree = read(imported.get(links[0]))
    said = " ".join(tree.text)
    assert "原文二，有下列情形：" in said
    assert "（二）乙。" in said
    assert {one["lang"] for one in tree.all("div") if "official" in one.get("class", "")} == {"zh-Hans"}


def test_a_text_of_no_instrument_is_offered_for_reading(imported, words):
    assert "示例法 2020-01-01 · 1 articles" in words("/en/law/")
    (link,) = [one for one in read(imported.get("/zh/law/")).links if "/law/texts/" in one]
    assert "仅供阅读。" in words(link)


def test_an_unknown_text_or_value_is_not_found(portal):
    for place in ("texts/0123456789abcdef/", "texts/0/", "values/no.such/"):
        assert portal.get(f"/zh/law/{place}").status_code == 404


def test_a_value_tells_its_history_its_use_and_what_it_binds(portal, words):
    ocid = tell("full")
    said = words("/en/law/values/bidding.period/")
    assert "20 calendar days For the whole country" in said
    assert "since 2003-01-01 known to us since 2026-11-23 Government Procurement Law, art. 35" in said
    assert "sets a clock by it" in said
    assert "bidders_get_the_time_the_law_gives" in said
    assert f"/en/cases/{ocid}/" in read(portal.get("/en/law/values/bidding.period/")).links


def test_a_value_nobody_reads_says_so(words):
    assert "No condition of this platform reads it yet" in words("/en/law/values/records.retention/")


def test_open_purchases_stand_before_finished_ones(portal):
    done, running = tell("full"), tell("small", until="AwardLot")
    links = read(portal.get("/zh/law/values/bidding.period/")).links
    assert [one for one in links if "/cases/" in one] == [f"/zh/cases/{running}/", f"/zh/cases/{done}/"]


def test_before_the_opening_what_is_bound_names_no_bidder(portal):
    tell("full", until="OpenBids")
    for one in here.book().parameters:
        said = text_of(portal.get(f"/zh/law/values/{one.id}/"))
        assert [name for name in ("甲", "乙", "丙", "丁", "戊", "庚") if name in said] == []


def test_a_local_value_says_that_it_goes_first_and_a_past_one_is_faded(portal, words, monkeypatch):
    book = here.book()
    place = next(one.id for one in book.territories if one.parent)
    local = with_value(book, "contract.sign", date(2020, 1, 1), 25, territory=place)
    supposed(monkeypatch, with_value(local, "contract.sign", date(2021, 1, 1), 20))
    said = words("/en/law/values/contract.sign/")
    assert "has priority over the national value" in said
    assert "2003-01-01 until 2021-01-01" in said
    tree = read(portal.get("/en/law/values/contract.sign/"))
    assert [one["class"] for one in tree.all("rect")] == ["faded", "bar", "bar"]


def test_what_is_coming_is_told_by_day(words, monkeypatch):
    supposed(monkeypatch, with_value(here.book(), "contract.sign", date(2090, 3, 1), 20))
    assert "See what changes on the days to come (" in words("/en/law/")
    said = words("/en/law/coming/")
    assert "From Wed 1 Mar 2090" in said
    assert "Time for signing the contract China 30 calendar days 20 calendar days" in said


def test_when_nothing_is_coming_the_page_says_so(words, monkeypatch):
    monkeypatch.setattr(here, "today", lambda: date(2095, 1, 1))
    assert "No known change is still to take force." in words("/en/law/coming/")


def test_an_instrument_that_replaced_another_names_it_and_is_named(words, monkeypatch):
    book = here.book()
    new = replace(book.instrument_by_id["cn-mof-order-87"], replaces=("cn-mof-order-101",))
    changed = tuple(new if one.id == new.id else one for one in book.instruments)
    supposed(monkeypatch, replace(book, instruments=changed))
    assert "Replaced later by" in words("/en/law/cn-mof-order-101/")
    assert "Replaces" in words("/en/law/cn-mof-order-87/")


def test_what_follows_a_breach_stands_with_the_article_and_with_the_value(words, portal):
    sanction = next(one for one in here.book().sanctions if any(b.breaks for b in one.breaches))
    assert sanction.consequence.zh in words(f"/zh/law/{sanction.at.instrument}/")
    follows = words("/en/law/values/contract.sign/")
    assert "What follows a breach" in follows
    broken = {duty for one in here.book().sanctions for breach in one.breaches for duty in breach.breaks}
    unpunished = next(one.id for one in here.book().parameters if one.id not in broken)
    assert "What follows a breach" not in words(f"/en/law/values/{unpunished}/")
