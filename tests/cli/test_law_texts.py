"""``daylight law texts``, and what the other commands show once official texts are there."""

import json

import pytest
from click.testing import CliRunner

from daylight.cli.law import law
from imports.test_law_texts import NAME, TEXT

LAW = """# 中华人民共和国政府采购法

2014年8月31日 修正

<!-- INFO END -->

"""


@pytest.fixture
def run(tmp_path):
    def typed(*words):
        env = {"DAYLIGHT_COUNTRY": "daylight_cn", "DAYLIGHT_HOME": str(tmp_path / "home")}
        return CliRunner().invoke(law, list(words), env=env)

    return typed


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "texts"
    made.mkdir()
    (made / NAME).write_text(TEXT, encoding="utf-8")
    numerals = "一二三四五六七八九"
    numbers = [*numerals, "十", *(f"十{n}" for n in numerals), *(f"二十{n}" for n in ("", *numerals))]
    numbers += [f"三十{n}" for n in ("", *numerals[:5])]
    articles = "\n\n".join(f"第{n}条 原文{n}。" for n in numbers)
    (made / "政府采购法(2014-08-31).md").write_text(LAW + articles, encoding="utf-8")
    return str(made)


def test_texts_are_imported_once_and_listed(run, folder):
    first = run("texts", "import", folder, "--lang", "en")
    assert (first.exit_code, first.output.splitlines()[-1]) == (0, "2 added, 0 known already, 0 flaws.")
    assert run("texts", "import", folder, "--lang", "en").output.splitlines()[-1] == (
        "0 added, 2 known already, 0 flaws."
    )
    listed = run("texts", "list", "--lang", "en").output
    assert "cn-gpl  Government Procurement Law\n  2014-08-31  2014-08-31…  35 articles" in listed
    assert "示例办法 (2030-01-02)  3 articles  reading text" in listed


def test_a_flaw_is_told_and_fails_the_command(run, folder, tmp_path):
    (tmp_path / "texts" / "坏(2030-01-01).md").write_text("第二条 甲。", encoding="utf-8")
    result = run("texts", "import", folder, "--lang", "en")
    assert result.exit_code == 1
    assert "! 坏(2030-01-01).md:1: Article 1 should stand here, not 第二条." in result.output
    assert json.loads(run("texts", "import", folder, "--json").output)["flaws"][0]["line"] == 1


def test_without_texts_the_list_says_how_to_get_some(run):
    assert "daylight law texts import DIR" in run("texts", "list", "--lang", "en").output


def test_an_article_is_shown_beside_its_official_text(run, folder):
    assert "(no official text imported)" in run("show", "cn-gpl#35", "--lang", "en").output
    run("texts", "import", folder)
    for id in ("cn-gpl#35", "cn-gpl-35", "政府采购法#35"):
        said = run("show", id, "--lang", "en").output
        assert "→ bidding.period" in said
        assert "第三十五条 原文三十五。" in said
    shown = json.loads(run("show", "cn-gpl-35", "--json").output)["instrument"]
    assert shown["official"]["text"] == "第三十五条 原文三十五。"


def test_an_article_without_a_summary_is_shown_as_it_reads(run, folder):
    run("texts", "import", folder)
    assert "第一条 原文一。" in run("show", "cn-gpl#1").output
    assert "前款所称甲，是指甲。" in run("show", "示例办法#2").output
    assert "第三条 本办法" in run("show", "示例办法").output


def test_an_article_that_is_not_there_is_answered_with_the_nearest(run, folder):
    run("texts", "import", folder)
    result = run("show", "cn-gpl#350", "--lang", "en")
    assert result.exit_code == 1
    assert "cn-gpl#35" in result.output


def test_check_reports_citations_no_text_holds(run, folder):
    run("texts", "import", folder)
    result = run("check", "--lang", "en")
    assert result.exit_code == 1
    assert (
        "fault cite.not-in-text contract.sign from 2003-01-01: 政府采购法 of 2014-08-31 has no article 46;"
        in (result.output)
    )
    assert "found in the official texts" in result.output
    assert json.loads(run("check", "--json").output)["citations"]["resolved"] > 0


def test_coming_tells_what_changes_on_which_day(run):
    said = run("coming", "--after", "2026-09-30", "--lang", "en").output
    assert "From 2026-10-01:\n  emergency.additions_ceiling: (none) → 30%" in said
    shown = json.loads(run("coming", "--after", "2026-09-30", "--json").output)
    assert shown[0]["on"] == "2026-10-01"
    assert (
        "Nothing is known to change after 2090-01-01."
        in run("coming", "--after", "2090-01-01", "--lang", "en").output
    )
