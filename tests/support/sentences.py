"""What is wrong with the sentences of a refusal, as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import pytest

from daylight.core.judgement.words import remedy, wrong
from daylight.core.judgement.words.codes import CODES
from daylight.core.values.docket import DocketKind
from daylight.core.values.fact import Code, Fact
from daylight.core.values.refusal import Refusal
from daylight.office.receipts import ReceiptBook

CODE_WORDS = {code for of in ("Stage", "again", "disposition", "fate", "refund", "way") for code in CODES[of]}
UNREADABLE = {
    "minor units": re.compile(r"\bminor\b|最小货币单位"),
    "a digest": re.compile(r"\b[0-9a-f]{16,}\b"),
    "a docket": re.compile(rf"\b(?:{'|'.join(DocketKind)})-[0-9a-f]{{4,}}"),
    "a code": re.compile(r"\b[a-z]+_[a-z_]+\b"),
    "an unfilled place": re.compile(r"[{}]"),
    "a machine's instant": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d"),
}


def ill_said(refusal: Refusal) -> list[str]:
    """Why a person cannot read a refusal; empty where both languages read well."""
    return [*_in_sentences(refusal), *_nameless(refusal)]


def _in_sentences(refusal: Refusal) -> Iterator[str]:
    for words in (wrong(refusal), remedy(refusal)):
        for text in (words.zh, words.en):
            yield from (
                f"{refusal.code}: {what} in “{text}”" for what, it in UNREADABLE.items() if it.search(text)
            )
        if raw := CODE_WORDS & set(re.findall(r"[a-z]{4,}", words.zh)):
            yield f"{refusal.code}: codes {sorted(raw)} in “{words.zh}”"


def _nameless(refusal: Refusal) -> Iterator[str]:
    """Codes without words, and facts that lost their type."""
    if refusal.values.keys() != dict(refusal.facts).keys():
        yield f"{refusal.code}: facts without a value"
    for code in codes_in(tuple(refusal.values.values())):
        if code.code not in CODES.get(code.of, {}):
            yield f"{refusal.code}: no words for {code}"


def codes_in(fact: Fact) -> Iterator[Code]:
    """Every code a fact holds."""
    if isinstance(fact, tuple):
        for one in fact:
            yield from codes_in(one)
    elif isinstance(fact, StrEnum):
        yield Code(type(fact).__name__, fact.value)
    elif isinstance(fact, Code):
        yield fact


@pytest.fixture(scope="session", autouse=True)
def people_read_every_refusal():
    """Whatever refusal or warning a scenario meets reads well in both languages."""
    refuses, receives = ReceiptBook.refusal, ReceiptBook.note

    def refusal(self, signed, at, refusals):
        assert [ill for one in refusals for ill in ill_said(one)] == []
        return refuses(self, signed, at, refusals)

    def note(self, act, committed):
        assert [ill for one in act.warnings for ill in ill_said(one)] == []
        return receives(self, act, committed)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReceiptBook, "refusal", refusal)
        patch.setattr(ReceiptBook, "note", note)
        yield
