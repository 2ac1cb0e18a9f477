"""Conditions on the words of a solicitation: what confirmed law forbids goes, all else found has its reason.

What is found stands in ``lint``. The reasons are signed with the deed and published with the notice, so that
anyone who is kept out reads why. Shown by ``tests/scenarios/test_fairness.py``.
"""

from __future__ import annotations

from collections.abc import Iterable

from daylight.core.acts.solicitation import FindingAnswered, IssueClarification, IssueSolicitation
from daylight.core.procedures.matter import Matter
from daylight.core.procedures.policy.lint import Passage, WordFinding, lint, words_found
from daylight.core.values.fact import Spelled
from daylight.core.values.refusal import Refusal, refuse
from daylight.core.values.text import Text

PLACES = {
    "title": Text("项目名称", "title"),
    "item": Text("标的", "item"),
    "qualification": Text("资格条件", "qualification"),
    "criterion": Text("评审因素", "criterion"),
    "document": Text("文件", "document"),
    "clarification": Text("澄清", "clarification"),
}


def words_keep_nobody_out(m: Matter) -> tuple[Refusal, ...]:
    """Nothing stands in the solicitation that confirmed law forbids."""
    return forbidden(_of_solicitation(m))


def what_was_found_is_answered(m: Matter) -> tuple[Refusal, ...]:
    """Whatever else was found in the solicitation has its reason."""
    return unanswered(_of_solicitation(m), m.deed(IssueSolicitation).answered)


def clarification_keeps_nobody_out(m: Matter) -> tuple[Refusal, ...]:
    """A clarification brings nothing in that confirmed law forbids."""
    return forbidden(_of_clarification(m))


def what_a_clarification_says_is_answered(m: Matter) -> tuple[Refusal, ...]:
    """Whatever else was found in a clarification has its reason."""
    return unanswered(_of_clarification(m), m.deed(IssueClarification).answered)


def place_words(place: str) -> Text:
    """A place as people name it."""
    kind, _, label = place.partition(" ")
    name = PLACES.get(kind, Text(kind, kind))
    return Text(f"{name.zh} {label}".rstrip(), f"{name.en} {label}".rstrip())


def _of_solicitation(m: Matter) -> tuple[WordFinding, ...]:
    return m.once("lint", lambda: lint(m.deed(IssueSolicitation), m.case.requirement, m.law))


def _of_clarification(m: Matter) -> tuple[WordFinding, ...]:
    deed = m.deed(IssueClarification)
    titles = (Passage("document", one.id, Text(one.title, "")) for one in deed.documents)
    return tuple(words_found((Passage("clarification", "", deed.text), *titles), m.law))


def forbidden(found: Iterable[WordFinding]) -> tuple[Refusal, ...]:
    """A refusal for all that confirmed law forbids."""
    return tuple(
        refuse(
            "solicitation.words-against-law",
            one.role,
            finding=Spelled(one.name, one.code),
            place=Spelled(place_words(one.place), one.place),
            what_zh=_what(one).zh,
            what_en=_what(one).en,
            mend_zh=one.remedy.zh,
            mend_en=one.remedy.en,
        )
        for one in found
        if one.blocks
    )


def unanswered(found: Iterable[WordFinding], answered: Iterable[FindingAnswered]) -> tuple[Refusal, ...]:
    """A refusal for all else that has no reason."""
    reasons = {(one.code, one.place) for one in answered if one.reason.zh.strip() or one.reason.en.strip()}
    return tuple(
        refuse(
            "solicitation.finding-unanswered",
            one.role,
            finding=Spelled(one.name, one.code),
            place=Spelled(place_words(one.place), one.place),
            what_zh=_what(one).zh,
            what_en=_what(one).en,
            mend_zh=one.remedy.zh,
            mend_en=one.remedy.en,
        )
        for one in found
        if not one.blocks and (one.code, one.place) not in reasons
    )


def _what(found: WordFinding) -> Text:
    where = place_words(found.place)
    return Text(
        f"{where.zh}“{found.words}”：{found.name.zh}", f"{where.en}, “{found.words}”: {found.name.en}"
    )
