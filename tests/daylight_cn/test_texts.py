"""Real statutes: read without loss, matched to instruments, and every citation of them found in them."""

from dataclasses import replace

import pytest

from daylight.core.rulebook.citations import citations_of, look_up
from daylight.core.rulebook.texts import OfficialText, instrument_of, reading_texts, versions_of
from daylight.imports.law_texts import read_text
from daylight.imports.text_form import read_text_form
from daylight.store.countries import country_folder, load_rulebook
from shared import SHARED

FOLDER = SHARED / "data" / "law-texts"
CN = country_folder("daylight_cn")
BOOK = load_rulebook(CN)
FORM = read_text_form(CN)

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/data/law-texts is missing")


@pytest.fixture(scope="module")
def texts():
    return [read_text(one.name, one.read_bytes(), FORM) for one in sorted(FOLDER.glob("*.md"))]


def test_all_fifteen_are_read_with_their_957_articles(texts):
    assert [one for one in texts if not isinstance(one, OfficialText)] == []
    assert (len(texts), sum(len(one.articles) for one in texts)) == (15, 957)


def test_no_word_of_any_is_lost(texts):
    for text in texts:
        lines = (
            (FOLDER / text.file).read_text(encoding="utf-8").partition(FORM.end_of_history)[2].splitlines()
        )
        body = [line.strip("\u200b ") for line in lines if line.strip("\u200b ") and not line.startswith("#")]
        assert [line for one in text.articles for line in one.text.splitlines()] == body, text.file


def test_statutes_are_matched_to_instruments_by_name_and_day(texts):
    found = {text.file: instrument_of(BOOK, text) for text in texts}
    known = {file: one.id for file, one in found.items() if one}
    assert known["政府采购法(2014-08-31).md"] == "cn-gpl"
    assert known["政府采购法实施条例(2015-01-30).md"] == "cn-gpl-regulation"
    assert known["招标投标法(2017-12-27).md"] == "cn-tendering-law"
    expected = {
        "招标投标法实施条例(2019-03-02).md": "cn-tendering-regulation",
        "保障中小企业款项支付条例(2020-07-05).md": "cn-sme-payment-728",
        "保障中小企业款项支付条例(2025-03-17).md": "cn-sme-payment-802",
    }
    for file, id in expected.items():
        if id in BOOK.instrument_by_id:
            assert known[file] == id


def test_the_rest_is_for_reading(texts):
    names = {text.name for text in reading_texts(BOOK, texts)}
    assert {"行政处罚法", "行政复议法实施条例", "密码法", "电子签名法"} <= names
    assert "政府采购法" not in names


def test_every_citation_of_a_statute_we_have_exists_in_it(texts):
    looked = look_up(BOOK, texts)
    assert [(one.subject, one.text.en) for one in looked.findings] == []
    standing = versions_of(BOOK, texts)
    cited = [one for one in citations_of(BOOK) if one.ref.instrument in standing]
    assert looked.resolved == len(cited) > 60


def test_a_citation_that_is_wrong_would_be_found(texts):
    cut = [
        replace(text, articles=text.articles[:30]) if text.name == "政府采购法" else text for text in texts
    ]
    assert "bidding.period from 2003-01-01" in [one.subject for one in look_up(BOOK, cut).findings]
