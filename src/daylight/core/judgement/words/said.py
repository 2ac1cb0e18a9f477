"""Facts in the reader's language: amounts, days, stages, names; an internal id is never read out.

Shown by ``tests/core/judgement/test_said.py``.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from daylight.core.judgement.words.codes import CODES
from daylight.core.rulebook.parameter import value_words
from daylight.core.values.docket import DocketKind, kind_of
from daylight.core.values.fact import Code, Fact, Share
from daylight.core.values.instant import Instant, instant_of
from daylight.core.values.money import Money, money_words
from daylight.core.values.text import Text

NOTHING = Text("无", "none")
JOINT = Text("、", ", ")
DOCKET = re.compile(rf"\b(?:{'|'.join(DocketKind)})-[0-9a-f]{{16,}}\b")
DIGEST = re.compile(r"\b[0-9a-f]{16,}\b")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:\d\d")
VOCABULARIES = {"stage": "Stage", "function": "function", "form": "refund", "way": "way", "object": "object"}
"""The vocabularies of facts that have one name wherever they occur: of use where only the spelling is known."""


def said(fact: Fact) -> Text:
    """A fact as people read it."""
    match fact:
        case None | ():
            return NOTHING
        case Text():
            return Text(without_ids(fact.zh.rstrip("。")).zh, without_ids(fact.en.rstrip(".")).en)
        case tuple():
            words = [said(one) for one in fact]
            return Text(JOINT.zh.join(one.zh for one in words), JOINT.en.join(one.en for one in words))
        case StrEnum():
            return code_words(type(fact).__name__, fact.value)
        case Code():
            return code_words(fact.of, fact.code)
        case Money():
            amount, _, currency = money_words(fact).rpartition(" ")
            return Text(f"{amount} {currency}", f"{currency} {amount}")
        case Instant():
            return _alike(_moment(fact))
        case date():
            return _alike(fact.isoformat())
        case bool() | int():
            return value_words("", fact)
        case Share():
            return _alike(_percent(fact.of_one))
        case Fraction():
            return _alike(_number(fact))
        case str():
            return without_ids(fact)


def heard(name: str, spelling: str) -> Text:
    """A fact of which only the spelling is known, as well as it can be read."""
    if spelling == "-":
        return NOTHING
    if name in VOCABULARIES:
        return code_words(VOCABULARIES[name], spelling)
    if INSTANT.fullmatch(spelling):
        return said(instant_of(spelling))
    return without_ids(spelling)


def code_words(of: str, code: str) -> Text:
    """What a vocabulary calls a code; the code itself where it has no word for it."""
    return CODES.get(of, {}).get(code, _alike(code))


def without_ids(text: str) -> Text:
    """Words somebody wrote, with what they name in place of ids, and without digests."""
    return Text(*(_without_ids(text, lang) for lang in ("zh", "en")))


def _without_ids(text: str, lang: str) -> str:
    named = DOCKET.sub(lambda found: code_words("docket", kind_of(found[0]) or "").of(lang), text)
    return DIGEST.sub("…", named)


def _alike(text: str) -> Text:
    return Text(text, text)


def _moment(instant: Instant) -> str:
    """Day and time where it happened; seconds only where they count."""
    moment = datetime.fromisoformat(instant.iso())
    clock = moment.strftime("%H:%M:%S" if instant.utc_ms % 60_000 else "%H:%M")
    part = f".{instant.utc_ms % 1000:03d}" if instant.utc_ms % 1000 else ""
    sign, (hours, rest) = "-" if instant.offset_minutes < 0 else "+", divmod(abs(instant.offset_minutes), 60)
    return f"{moment.date()} {clock}{part} UTC{sign}{hours:02d}:{rest:02d}"


def _percent(value: Fraction) -> str:
    """A percentage where a short decimal says it exactly, else the fraction."""
    percent = _number(value * 100)
    return _number(value) if "/" in percent else f"{percent}%"


def _number(value: Fraction) -> str:
    """A decimal where a short one says it exactly, else the fraction."""
    thousandths = value * 1000
    if thousandths.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    sign, (whole, part) = "-" if value < 0 else "", divmod(abs(int(thousandths)), 1000)
    return f"{sign}{whole}.{part:03d}".rstrip("0").rstrip(".")
