"""Lint: words of a solicitation that limit who may take part, found before it is issued.

Pure: the deed, the case and the law in; findings out. What is looked for is data of the rulebook
(``rulebook.wording``), so anyone with the bundle finds the same. Read are titles, items, qualification,
criteria and clarifications: what stands in the acts. Shown by ``tests/core/procedures/test_lint.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from daylight.core.acts.evaluation_terms import Criterion
from daylight.core.acts.planning import DefineRequirement
from daylight.core.acts.solicitation import IssueSolicitation
from daylight.core.evaluation.inputs import marked_criteria
from daylight.core.rulebook.law import Law
from daylight.core.rulebook.wording import Pattern, Place, Wording, compiled
from daylight.core.values.because import Cite
from daylight.core.values.text import Text

UNGRADED, SCORED_TWICE = "ungraded", "scored-qualification"
QUANTIFIED, NOT_SCORED = "scoring.quantified", "scoring.no_qualification"


@dataclass(frozen=True)
class Passage:
    """Words at a place of the solicitation: ``label`` tells them apart from others of their kind."""

    kind: Place
    label: str
    text: Text

    @property
    def place(self) -> str:
        """Where it stands, as a finding and its answer name it."""
        return f"{self.kind} {self.label}".rstrip()


@dataclass(frozen=True)
class WordFinding:
    """Words found at a place. It ``blocks`` where confirmed law forbids them beyond doubt."""

    code: str
    place: str
    words: str
    role: str
    name: Text
    remedy: Text
    blocks: bool


def passages_of(deed: IssueSolicitation, requirement: DefineRequirement) -> tuple[Passage, ...]:
    """Everything of a solicitation that is said in words."""
    found = [Passage("title", "", requirement.title)]
    found += [Passage("title", lot.id, lot.title) for lot in requirement.lots]
    found += [Passage("item", item.id, item.description) for item in requirement.items]
    found += [Passage("qualification", str(n), text) for n, text in enumerate(deed.qualification, 1)]
    found += [_scored(lot.lot, one) for lot in deed.lots for one in lot.evaluation.criteria]
    documents = (*deed.documents, deed.contract_terms)
    found += [Passage("document", one.id, Text(one.title, "")) for one in documents]
    return tuple(found)


def lint(deed: IssueSolicitation, requirement: DefineRequirement, law: Law) -> tuple[WordFinding, ...]:
    """All findings in the words of a solicitation; none where the country looks for none."""
    wording = law.book.wording
    if wording is None:
        return ()
    passages = passages_of(deed, requirement)
    return (
        *words_found(passages, law),
        *_ungraded(deed, wording, law),
        *_scored_qualifications(passages, wording, law),
    )


def words_found(passages: Iterable[Passage], law: Law) -> Iterator[WordFinding]:
    """What the patterns find: each pattern once at a place, where the law of the method has its role."""
    wording = law.book.wording
    if wording is None:
        return
    patterns = [
        (one, confirmed) for one in wording.patterns if (confirmed := _stands(law, one.role)) is not None
    ]
    for passage in passages:
        told = [tuple(clauses_of(text, wording)) for text in (passage.text.zh, passage.text.en)]
        for pattern, confirmed in patterns:
            if pattern.places and passage.kind not in pattern.places:
                continue
            hit = next((hit for clauses in told if (hit := _hit(pattern, clauses, wording, law))), "")
            if hit:
                blocks = confirmed and not pattern.hint
                yield WordFinding(
                    pattern.id, passage.place, hit, pattern.role, pattern.name, pattern.remedy, blocks
                )


def clauses_of(text: str, wording: Wording) -> Iterator[tuple[str, str]]:
    """The clauses that ask for something, each with its sentence; those denied or taken back are left out."""
    for sentence in compiled(wording.sentence).split(wording.spelled(text)):
        denied = False
        clauses = compiled(wording.clause).split(sentence)
        for clause, following in zip(clauses, [*clauses[1:], ""], strict=True):
            denied = denied or bool(compiled(wording.denies_before).search(clause))
            taken_back = compiled(wording.denies_after).search(following)
            if not (denied or taken_back or compiled(wording.denies).search(clause)):
                yield clause, sentence


def _hit(pattern: Pattern, clauses: tuple[tuple[str, str], ...], wording: Wording, law: Law) -> str:
    for clause, sentence in clauses:
        spared = any(compiled(one).search(clause) for one in pattern.unless)
        if spared or any(compiled(one).search(sentence) for one in pattern.unless_beside):
            continue
        for expression in pattern.words:
            for match in compiled(expression).finditer(clause):
                if _exceeds(pattern, match, wording, law):
                    return match.group().strip()
    return ""


def _exceeds(pattern: Pattern, match: re.Match[str], wording: Wording, law: Law) -> bool:
    if not pattern.above:
        return True
    written = match.group("number").lower()
    numerals = {one.words: one.number for one in wording.numerals}
    number = int(written) if written.isdecimal() else numerals.get(written, 0)
    return number > law.whole(pattern.above).value


def _stands(law: Law, role: str) -> bool | None:
    """Whether confirmed law stands behind a role or parameter; nothing where no law does."""
    parameter = law.maybe(role)
    cites: tuple[Cite, ...] = parameter.cites if parameter else law.cites(role)
    return any(cite.confirmed for cite in cites) if cites else None


def _scored(lot: str, criterion: Criterion) -> Passage:
    more = criterion.description or Text("", "")
    text = Text(f"{criterion.name.zh}；{more.zh}", f"{criterion.name.en}; {more.en}")
    return Passage("criterion", f"{lot}/{criterion.id}", text)


def _ungraded(deed: IssueSolicitation, wording: Wording, law: Law) -> Iterator[WordFinding]:
    """Criteria whose marks no figure explains."""
    confirmed = _stands(law, QUANTIFIED)
    if confirmed is None:
        return
    for lot in deed.lots:
        for one in marked_criteria(lot.evaluation):
            said = (one.description.zh, one.description.en) if one.description else ()
            if not any(map(wording.is_graded, said)):
                place = f"criterion {lot.lot}/{one.id}"
                yield WordFinding(UNGRADED, place, one.name.zh, QUANTIFIED, *_UNGRADED_WORDS, confirmed)


def _scored_qualifications(passages: Iterable[Passage], wording: Wording, law: Law) -> Iterator[WordFinding]:
    """Criteria that score what the qualification asks for already."""
    confirmed = _stands(law, NOT_SCORED)
    if confirmed is None:
        return
    asked: set[str] = set()
    for passage in passages:
        subjects = _subjects(passage.text, wording)
        if passage.kind == "qualification":
            asked |= set(subjects)
        if passage.kind == "criterion" and (twice := sorted(asked & set(subjects))):
            words = subjects[twice[0]]
            yield WordFinding(SCORED_TWICE, passage.place, words, NOT_SCORED, *_TWICE_WORDS, confirmed)


def _subjects(text: Text, wording: Wording) -> dict[str, str]:
    """What a text asks for, by what it is compared on, with the words it was found by."""
    found: dict[str, str] = {}
    clauses = [clause for part in (text.zh, text.en) for clause, _ in clauses_of(part, wording)]
    for place, expression in enumerate(wording.subjects):
        for clause in clauses:
            for match in compiled(expression).finditer(clause):
                captured = "".join(match.groups("")).lower().replace(" ", "")
                found.setdefault(f"{place} {captured}", match.group())
    return found


_UNGRADED_WORDS = (
    Text("评审因素没有量化", "a criterion that is not measured"),
    Text(
        "请写明什么指标得多少分；不能量化的写成实质性要求，不评分。",
        "Say which figure earns which points; what can't be measured is a requirement, not a score.",
    ),
)
_TWICE_WORDS = (
    Text("资格条件又作为评审因素", "a qualification that is scored as well"),
    Text(
        "请从评审因素中删除，或只就超出资格要求的部分计分并说明。",
        "Remove it from scoring, or score only what goes beyond the qualification, and say so.",
    ),
)
