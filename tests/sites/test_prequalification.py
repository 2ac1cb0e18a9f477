"""The page of a purchase that begins with a prequalification: the call, its limits, no applicant."""

import re
from dataclasses import replace
from functools import cache

import pytest

import prequalified
from daylight.core.values.text import Text
from daylight.store import board
from sites.reading import read
from world import found

NAMED = replace(
    prequalified.FIVE,
    bidders=tuple(
        replace(one, name=Text(f"绝密{one.name.zh}", f"Secret {one.name.en}"))
        for one in prequalified.FIVE.bidders
    ),
)


@cache
def world_of(until):
    made = found()
    stage = prequalified.to_solicited if until == "solicited" else prequalified.to_review
    stage(made, NAMED)
    return made


@pytest.fixture
def page(portal):
    def told(until, lang, rest=""):
        for draft in world_of(until).office.journal.drafts:
            for one in draft.published:
                board.publish(one, kind=draft.act.intent.kind, at_ms=draft.act.received_at.utc_ms)
                ocid = one.ocid
        answer = portal.get(f"/{lang}/cases/{ocid}/{rest}")
        assert answer.status_code == 200
        return re.sub(r"\s+", " ", " ".join(read(answer).text)).replace("\u00a0", " ")

    return told


TOLD = {
    "en": [
        "Notice of prequalification",
        "Applications until",
        "everybody who passes",
        "Deadline for applying",
        "Prequalification documents",
        "able to bear civil liability on its own",
    ],
    "zh": ["资格预审公告", "申请截止时间", "通过资格预审的全部供应商", "资格预审文件"],
}


@pytest.mark.parametrize("rest", ["", "print/"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("until", ["reviewed", "solicited"])
def test_the_call_is_told_with_its_limits(page, until, lang, rest):
    said = page(until, lang, rest)
    assert [words for words in TOLD[lang] if words not in said] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("until", ["reviewed", "solicited"])
def test_nobody_who_applied_is_named(page, until, lang):
    assert sum(act.intent.kind == "SubmitApplication" for act in world_of(until).acts) == 5
    said = page(until, lang)
    assert "绝密" not in said and "Secret" not in said
