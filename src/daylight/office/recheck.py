"""Which verdicts would be others under the law as it is known today? Every act of a case is judged again.

It reads only, and changes no verdict: an act stands as it was judged. What is found is for people to look at.
An act judged by this very rulebook and edition needs no second look.
Shown by ``tests/office/test_recheck.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from daylight.core.acts.act import Act, Clock, Seen, read_act
from daylight.core.acts.edition import EDITION
from daylight.core.judgement.facets import facets_of
from daylight.core.judgement.fold import apply, index_of
from daylight.core.judgement.judge import Admission, judge
from daylight.core.judgement.words import wrong
from daylight.core.procedures.matter import Matter
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import LawGap
from daylight.core.values.because import Because
from daylight.core.values.docket import REGISTRY, is_docket
from daylight.core.values.instant import Instant
from daylight.core.values.refusal import Refusal
from daylight.core.values.text import Text
from daylight.office.perform import Rules
from daylight.office.ports import Journal

INDEXES = ("bids", "enquiries", "listings")
SILENT = Text("（无）", "(none)")


@dataclass(frozen=True)
class Difference:
    """What of an act would be otherwise today; ``parameters`` are the values that account for it."""

    case: str
    act: str
    kind: str
    at: Instant
    what: str
    id: str
    before: Text
    after: Text
    parameters: tuple[str, ...]


@dataclass
class Recheck:
    """What was looked at, and what differs; ``same`` acts were judged by this very book and edition."""

    cases: int = 0
    judged: int = 0
    same: int = 0
    differences: list[Difference] = field(default_factory=list)


def recheck(journal: Journal, rules: Rules, cases: Iterable[str]) -> Recheck:
    """Judge every act of the cases again, on the states its judge saw, by the book of ``rules``."""
    found, register = Recheck(), Dockets(journal)
    for case in cases:
        found.cases += 1
        dockets = Dockets(journal, register)
        for docket in (case, *_beneath(journal, case)):
            for act in dockets.acts(docket):
                if (act.rulebook, act.edition) == (rules.book.digest, EDITION):
                    found.same += 1
                    continue
                found.judged += 1
                found.differences += _differences(case, act, dockets.matter(act, rules))
    return found


def _beneath(journal: Journal, case: str) -> list[str]:
    return sorted({link.docket for index in INDEXES for link in journal.links(f"{index}:{case}")})


class Dockets:
    """Dockets with their state before each act; those of the register are shared by all cases."""

    def __init__(self, journal: Journal, register: Dockets | None = None) -> None:
        self._journal, self._register = journal, register
        self._known: dict[str, tuple[tuple[Act, ...], tuple[Any, ...]]] = {}

    def acts(self, docket: str) -> tuple[Act, ...]:
        """The acts of a docket in order."""
        return self._read(docket)[0]

    def matter(self, act: Act, rules: Rules) -> Matter:
        """What the judge of an act had before him, with the law of these rules."""
        seen = {one.docket: one for one in act.seen}
        facets = {name: self._state(seen[docket]) for name, docket in facets_of(act.intent).items()}
        head = Seen(act.docket, act.seq, act.previous)
        state = self._read(act.docket)[1][act.seq]
        return Matter(
            act.intent, act.signature, act.received_at, rules.world, rules.book, rules.crypto,
            state, head, facets,
        )  # fmt: skip

    def _state(self, seen: Seen) -> Any:
        if ":" not in seen.docket:
            return self._read(seen.docket)[1][seen.length]
        links = self._journal.links(seen.docket)[: seen.length]
        counts = Counter(link.docket for link in links)
        files = [self._read(docket)[1][count] for docket, count in sorted(counts.items())]
        return index_of(seen.docket.partition(":")[2], files, seen)

    def _read(self, docket: str) -> tuple[tuple[Act, ...], tuple[Any, ...]]:
        shared = self._register if is_docket(docket, *REGISTRY) else None
        if shared is not None:
            return shared._read(docket)
        if docket not in self._known:
            acts = tuple(read_act(entry.source) for entry in self._journal.entries(docket))
            states: list[Any] = [None]
            for act in acts:
                states.append(apply(states[-1], act))
            self._known[docket] = (acts, tuple(states))
        return self._known[docket]


def _differences(case: str, act: Act, matter: Matter) -> Iterator[Difference]:
    try:
        verdict = judge(matter)
    except LawGap as gap:
        yield _difference(case, act, "gap", "", (SILENT, gap.text), ())
        return
    if not isinstance(verdict, Admission):
        for refusal in verdict:
            said = (SILENT, wrong(refusal))
            yield _difference(case, act, "refusal", refusal.code, said, _of_role(matter.book, refusal))
        return
    yield from _warnings(case, act, verdict, matter.book)
    yield from _clocks(case, act, verdict, matter.book)


def _warnings(case: str, act: Act, verdict: Admission, book: Rulebook) -> Iterator[Difference]:
    was, now = _by_code(act.warnings), _by_code(verdict.warnings)
    for key in sorted({*was, *now}):
        one, two = was.get(key), now.get(key)
        if one is None or two is None:
            said = (wrong(one) if one else SILENT, wrong(two) if two else SILENT)
            yield _difference(case, act, "warning", key[0], said, _of_role(book, one or two))


def _clocks(case: str, act: Act, verdict: Admission, book: Rulebook) -> Iterator[Difference]:
    was = {(clock.id, clock.lot): clock for clock in act.clocks}
    now = {(clock.id, clock.lot): clock for clock in verdict.clocks}
    for key in sorted({*was, *now}):
        one, two = was.get(key), now.get(key)
        if _verdict(one) != _verdict(two):
            values = _values(book, one), _values(book, two)
            yield _difference(case, act, "clock", key[0], (_days(one), _days(two)), _moved(*values))


def _difference(
    case: str, act: Act, what: str, id: str, said: tuple[Text, Text], parameters: tuple[str, ...]
) -> Difference:
    place = f"{act.docket}/{act.seq}"
    return Difference(case, place, act.intent.kind, act.received_at, what, id, *said, parameters)


def _by_code(refusals: tuple[Refusal, ...]) -> dict[tuple[str, tuple[tuple[str, str], ...]], Refusal]:
    return {(one.code, one.facts): one for one in refusals}


def _verdict(clock: Clock | None) -> object:
    """What a clock decides, apart from the words that explain it."""
    return clock and (clock.owed_by, clock.kind, clock.earliest, clock.latest, clock.at)


def _days(clock: Clock | None) -> Text:
    if clock is None:
        return SILENT
    if clock.at:
        return Text(clock.at.iso(), clock.at.iso())
    days = dict.fromkeys((clock.earliest.isoformat(), clock.latest.isoformat()))
    return Text("–".join(days), "–".join(days))


def _values(book: Rulebook, clock: Clock | None) -> Mapping[str, Because]:
    return dict(_rests_on(book, clock.because)) if clock else {}


def _rests_on(book: Rulebook, because: Because) -> Iterator[tuple[str, Because]]:
    if because.rule in book.parameter_by_id:
        yield because.rule, because
    for part in because.parts:
        yield from _rests_on(book, part)


def _moved(was: Mapping[str, Because], now: Mapping[str, Because]) -> tuple[str, ...]:
    """The values that differ; all of them where none does, as when a calendar was announced."""
    changed = tuple(id for id in sorted({*was, *now}) if was.get(id) != now.get(id))
    return changed or tuple(sorted({*was, *now}))


def _of_role(book: Rulebook, refusal: Refusal | None) -> tuple[str, ...]:
    return (refusal.role,) if refusal and refusal.role in book.parameter_by_id else ()
