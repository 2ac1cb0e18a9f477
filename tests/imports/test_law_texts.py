"""Reading an official text: numerals, articles, paragraphs, items; and every flaw by file and line."""

from pathlib import Path

import pytest

from daylight.core.rulebook.texts import Item, OfficialText, Paragraph
from daylight.imports.fault import ImportFault
from daylight.imports.law_texts import read_text
from daylight.imports.text_form import read_text_form
from daylight.store.countries import country_folder

FORM = read_text_form(country_folder("daylight_cn"))
NAME = "示例办法(2030-01-02).md"
TEXT = """# 中华人民共和国示例办法

2029年12月1日 某部令第1号公布

2030年3月1日 施行

<!-- INFO END -->

## 第一章 总则

第一条 为了示例，制定本办法。

第二条 有下列情形之一的：

（一）甲；

(二)乙。

前款所称甲，是指甲。

## 第二章 附则

### 第一节 施行

第三条 本办法自2030年3月1日起施行。
"""


def read(text=TEXT, name=NAME):
    source = text if isinstance(text, bytes) else text.encode()
    return read_text(name, source, FORM)


def flaws(text, name=NAME):
    found = read(text, name)
    assert not isinstance(found, OfficialText)
    return [flaw.of("en") for flaw in found]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("三十五", 35), ("一百", 100), ("一百零五", 105),
        ("一百一十", 110), ("二百〇三", 203), ("一千二百六十", 1260),
        ("零", None), ("一二", None), ("十百", None), ("一十百", None), ("", None), ("甲", None),
    ],
)  # fmt: skip
def test_numerals_are_read_or_not_at_all(written, number):
    assert FORM.number(written) == number


def test_a_text_is_read_to_its_items():
    text = read()
    assert (text.name, text.title, text.day.isoformat()) == (
        "示例办法", "中华人民共和国示例办法", "2030-01-02",
    )  # fmt: skip
    assert text.in_force_on.isoformat() == "2030-03-01"
    assert text.history == ("2029年12月1日 某部令第1号公布", "2030年3月1日 施行")
    assert [(one.number, one.chapter, one.section, one.line) for one in text.articles] == [
        (1, "第一章 总则", "", 11),
        (2, "第一章 总则", "", 13),
        (3, "第二章 附则", "第一节 施行", 25),
    ]
    assert text.by_number[2].paragraphs == (
        Paragraph("有下列情形之一的：", (Item(1, "（一）甲；"), Item(2, "(二)乙。"))),
        Paragraph("前款所称甲，是指甲。"),
    )


def test_no_word_of_the_body_is_lost():
    body = [line for line in TEXT.partition("END -->\n")[2].splitlines() if line and line[0] != "#"]
    assert [line for one in read().articles for line in one.text.splitlines()] == body


def test_a_line_that_is_no_article_is_kept_beside_them():
    assert read(TEXT.replace("## 第一章", "序言在此。\n\n## 第一章")).beside == ("序言在此。",)


def test_a_line_right_below_another_continues_it():
    text = read(TEXT.replace("前款所称甲，是指甲。", "前款所称甲，\n是指甲。"))
    assert text.by_number[2].paragraphs[1].text == "前款所称甲，\n是指甲。"


def test_blanks_nobody_sees_make_no_line():
    assert read(TEXT.replace("## 第二章", "\u200b\n\n## 第二章")).beside == ()


def test_a_byte_order_mark_and_windows_lines_change_nothing():
    other = read(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert other.articles == read().articles


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (TEXT.replace("第三条", "第四条"), f"{NAME}:25: Article 3 should stand here, not 第四条. Add what"),
        (TEXT.replace("第三条", "第二条"), f"{NAME}:25: Article 3 should stand here, not 第二条."),
        (TEXT.replace("第二条 ", "第二条"), f"{NAME}:25: Article 2 should stand here, not 第三条."),
        (TEXT.replace("第三条", "第一二条"), f"{NAME}:25: “第一二条” is no number. Correct it"),
        ("# 空文\n", f"{NAME}: There is no article in it."),
        ("", f"{NAME}: There is no article in it."),
        (TEXT.encode("gb18030"), f"{NAME}:1: This is not UTF-8. Save it as UTF-8"),
        (TEXT.encode() + b"\n\xff", f"{NAME}:27: This is not UTF-8."),
    ],
)
def test_every_flaw_names_its_line_and_what_mends_it(text, complaint):
    (said,) = flaws(text)
    assert said.startswith(complaint)


@pytest.mark.parametrize("name", ["办法.md", "办法(2030).md", "办法(2030-13-01).md", "(2030-01-01).md"])
def test_a_file_tells_name_and_day(name):
    (said,) = flaws(TEXT, name)
    assert said.startswith(f"{name}: The file name does not tell name and day.")


def test_a_flaw_is_told_in_chinese_too():
    (flaw,) = read(TEXT.replace("第三条", "第四条"))
    assert flaw.of("zh").startswith(f"{NAME}:25: 此处应为第 3 条，却是第四条。请对照原文")


def test_a_file_far_too_large_is_no_statute():
    (said,) = flaws(b"x" * 5_000_001)
    assert "larger than 5,000,000 bytes" in said


def test_a_country_that_does_not_say_how_it_writes_is_told_so():
    with pytest.raises(ImportFault, match=r"Add forms/texts\.toml"):
        read_text_form(Path("nowhere"))
