"""What follows a breach by the law of China: by a table written by hand, and by the texts of statutes."""

import re
from dataclasses import replace
from datetime import date

import pytest

from daylight.core.rulebook.check import check
from daylight.core.rulebook.consequences import sanctions_for
from daylight.core.rulebook.law import law_in_force
from daylight.core.rulebook.sanction import Breach
from daylight.store.countries import country_folder, load_rulebook
from shared import needs_shared
from statutes import TEXTS, articles_of, numeral

BOOK = load_rulebook(country_folder("daylight_cn"))
LAW = law_in_force(BOOK, "CN", date(2026, 11, 23))

#: id: fine in yuan, fine per thousand, years of ban, whether the award is void.
FIGURES = {
    "gpl71": ((0, 100_000), None, None, False),
    "gpl72": ((50_000, 250_000), None, None, False),
    "gpl76": ((20_000, 100_000), None, None, False),
    "gpl77": (None, (5, 10), (1, 3), True),
    "gpl77.6": (None, (5, 10), (1, 3), False),
    "gpl78": (None, None, (1, 3), False),
    "gpl82": ((20_000, 200_000), None, None, False),
    "o94.37": (None, None, (1, 3), False),
    "reg68": ((0, 100_000), None, (1, 3), False),
    "reg70": ((2_000, 20_000), None, None, False),
    "reg72": (None, (5, 10), (1, 3), False),
    "reg72.changed": (None, (5, 5), None, True),
    "reg73": (None, None, (1, 3), False),
    "reg74": (None, (5, 10), (1, 3), True),
    "reg75.independence": ((2_000, 20_000), None, None, False),
    "reg75.recusal": ((20_000, 50_000), None, None, False),
    "reg75.result": ((20_000, 50_000), None, None, False),
    "tl49": (None, (5, 10), None, False),
    "tl50": ((50_000, 250_000), None, (1, 2), False),
    "tl51": ((10_000, 50_000), None, None, False),
    "tl52": ((10_000, 100_000), None, None, False),
    "tl53": (None, (5, 10), (1, 2), True),
    "tl54": (None, (5, 10), (1, 3), True),
    "tl56": ((3_000, 50_000), None, None, False),
    "tl57": (None, (5, 10), None, True),
    "tl58": (None, (5, 10), None, False),
    "tl59": (None, (5, 10), None, False),
    "tl60": (None, None, (2, 5), False),
    "tr64": ((0, 100_000), None, None, False),
    "tr66": ((0, 50_000), None, None, False),
    "tr70": ((0, 100_000), None, None, False),
    "tr73": (None, (0, 10), None, False),
    "tr74": (None, (0, 10), None, False),
}


def figures(sanction):
    fine = sanction.fine and tuple(end.amount_minor // 100 for end in sanction.fine)
    share = sanction.fine_share and tuple(end * 1000 for end in sanction.fine_share)
    return fine, share, sanction.ban_years, sanction.voids_award


def test_every_figure_of_a_sanction_is_that_of_the_law():
    assert {one.id: figures(one) for one in BOOK.sanctions if any(figures(one))} == FIGURES


@pytest.mark.parametrize(
    ("duty", "articles"),
    [
        ("contract.file_copy", ["cn-gpl-regulation#67(8)"]),
        ("contract.publish", ["cn-gpl-regulation#67(7)"]),
        ("contract.additions_ceiling", ["cn-gpl-regulation#67(5)"]),
        ("contract.sign", ["cn-gpl#71(5)", "cn-gpl-regulation#72(2)"]),
        ("award.confirm", ["cn-gpl-regulation#67(3)"]),
        ("enquiry.answer", ["cn-gpl-regulation#68(8)"]),
        ("query.answer", ["cn-gpl-regulation#68(8)", "cn-mof-order-94#36"]),
        ("complaint.decide", ["cn-gpl#81"]),
        ("records.retention", ["cn-gpl#76"]),
        ("payment.term", ["cn-sme-payment-802#31(1)"]),
        ("committee.recusal", ["cn-gpl-regulation#70", "cn-gpl-regulation#75"]),
        ("prequalification.notice", ["cn-gpl-regulation#68(2)"]),
        ("publication.truthful", []),
        ("qualification.change_told", ["cn-gpl-regulation#72"]),
        ("bidding.truthful", ["cn-tendering-law#54", "cn-gpl#77(1)"]),
        ("acceptance.inspect", ["cn-gpl-regulation#68(10)", "cn-sme-payment-802#31(2)"]),
        ("result.unlawful", ["cn-gpl#73", "cn-gpl-regulation#71", "cn-gpl-regulation#71"]),
        ("sanction.damages", ["cn-gpl#79", "cn-gpl-regulation#76"]),
        ("supervision.conduct", ["cn-gpl#80", "cn-gpl-regulation#77"]),
        ("supervision.assessment", ["cn-gpl#82"]),
        ("complaint.rejected", []),
    ],
)
def test_an_overdue_duty_says_what_follows(duty, articles):
    found = sanctions_for(LAW, duty)
    assert [f"{one.cite.instrument}#{one.cite.article}" for one in found] == articles


#: Whom the law obliges, by hand: what is asked of whom, and of nobody else.
OWN = {
    "prequalification.notice": {"purchaser", "agency", "staff"},
    "award.publish": {"purchaser", "agency", "staff"},
    "qualification.change_told": {"supplier"},
    "bidding.truthful": {"supplier", "staff"},
    "scoring.by_document": {"expert"},
    "complaint.decide": {"authority"},
    "supervision.inspect": {"authority"},
    "supervision.cooperate": {"purchaser", "agency", "staff", "supplier"},
    "payment.term": {"purchaser", "staff"},
    "market.open": {"anyone"},
}


@pytest.mark.parametrize("duty", OWN)
def test_a_duty_shows_the_sanctions_of_those_only_whose_duty_it_is(duty):
    assert {who for one in sanctions_for(LAW, duty) for who in one.sanction.who} == OWN[duty]


def test_every_sanction_follows_upon_a_duty_of_those_it_meets():
    for sanction in BOOK.sanctions:
        for breach in sanction.breaches:
            assert breach.breaks, sanction.id
            for duty in breach.breaks:
                assert duty in BOOK.provisions_by_role or duty in BOOK.parameter_by_id, duty
                assert BOOK.who_bears[duty] & {*sanction.who}, (sanction.id, duty)


def test_a_sanction_hung_on_the_duty_of_another_is_a_fault():
    hung = next(one for one in BOOK.sanctions if one.id == "reg72.changed")
    breach = Breach(hung.breaches[0].what, ("prequalification.notice",))
    silent = Breach(hung.breaches[0].what)
    book = replace(BOOK, sanctions=(replace(hung, breaches=(breach, silent)),))
    found = [(one.code, one.fault) for one in check(book) if one.subject == "sanction reg72.changed"]
    assert found == [("sanction.names-no-duty", True), ("sanction.not-whose-duty", True)]


def test_every_article_of_the_chapter_on_liability_has_its_sanction():
    held = {(one.at.instrument, int(one.at.article)) for one in BOOK.sanctions}
    assert {("cn-gpl", n) for n in range(71, 84)} <= held
    assert {("cn-gpl-regulation", n) for n in range(67, 78)} <= held


def test_what_follows_late_payment_was_another_regulation_before_june_2025():
    before = sanctions_for(LAW.on(date(2025, 5, 31)), "payment.term")
    assert [f"{one.cite.instrument}#{one.cite.article}" for one in before] == ["cn-sme-payment-728#25(1)"]


#: The law names some fines without a sum; its regulation says the sum.
SUMS = {
    "gpl71": ("cn-gpl-regulation", 66),
    "gpl72": ("cn-gpl-regulation", 66),
    "reg68": ("cn-gpl-regulation", 66),
}
#: These point to an article of the law for what follows.
POINTING = {"reg68": ("cn-gpl", 78), "reg72": ("cn-gpl", 77), "reg74": ("cn-gpl", 77)}


def yuan(amount):
    """How a statute may write a sum of yuan."""
    whole, rest = divmod(amount, 10_000)
    if rest:
        return {f"{amount}元", f"{numeral(amount // 1000)}千元"}
    return {f"{whole}万元", f"{numeral(whole)}万元"}


@needs_shared
@pytest.mark.parametrize(
    "sanction", [one for one in BOOK.sanctions if any(figures(one)[:3])], ids=lambda one: one.id
)
def test_the_figures_of_a_sanction_stand_in_its_article(sanction):
    if sanction.at.instrument not in TEXTS:
        pytest.skip("its text is not held")
    text = articles_of(sanction.at.instrument)[int(sanction.at.article)]
    for known in (SUMS, POINTING):
        if sanction.id in known:
            instrument, article = known[sanction.id]
            text += articles_of(instrument)[article]
    fine, share, ban, _ = figures(sanction)
    asked = [yuan(end) for end in fine or () if end]
    asked += [{f"{end}‰", f"千分之{numeral(int(end))}"} for end in share or () if end]
    asked += [{f"{end}年", f"{end}至", f"{numeral(end)}年", f"{numeral(end)}至"} for end in ban or ()]
    squeezed = re.sub(r"\s", "", text)
    assert [words for words in asked if not any(one in squeezed for one in words)] == []


@needs_shared
def test_every_item_of_a_breach_stands_in_its_article():
    from_one = [
        (one.id, breach.item)
        for one in BOOK.sanctions
        if one.at.instrument in TEXTS
        for breach in one.breaches
        if breach.item and not _holds(articles_of(one.at.instrument)[int(one.at.article)], breach.item)
    ]
    assert from_one == []


def _holds(text, item):
    return any(f"{left}{numeral(int(item))}{right}" in text for left, right in ("（）", "()"))
