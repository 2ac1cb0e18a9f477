"""Deadlines: the day the law gives, with the rule, the article and the days skipped.

Modes: ``max_after`` ends by a day; ``min_after`` and ``min_length`` may not end sooner; ``min_before`` must
happen so long before a day; ``max_before`` not sooner than so long before it. The value is the one in force
on the day of the anchor event, whatever day the law was asked for.
Shown by ``tests/core/rulebook/test_deadlines.py``.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from daylight.core.rulebook.counting import Counting
from daylight.core.rulebook.law import Law, Resolved, cite_of, joined
from daylight.core.rulebook.parameter import UNITS
from daylight.core.values.because import Because, Cite, Derived
from daylight.core.values.text import Text
from daylight.core.values.workdays import (
    ONE_DAY,
    DueDay,
    rest_days,
    unknown_years,
    working_day_from,
    working_days_after,
    working_days_before,
)

MONTHS = 12

_RULES: dict[str, Text] = {
    "max_after": Text(
        "自 {anchor} {counted} {count} {unit}内 → 最迟 {day}",
        "within {count} {unit} after {anchor}{counted} → by {day}",
    ),
    "min_after": Text(
        "自 {anchor} {counted}满 {count} {unit} → 不早于 {day}",
        "at least {count} {unit} after {anchor}{counted} → not before {day}",
    ),
    "min_before": Text(
        "至少在 {anchor} 之前 {count} {unit} → 最迟 {day}",
        "at least {count} {unit} before {anchor} → by {day}",
    ),
    "max_before": Text(
        "{anchor} 之前 {count} {unit}以内 → 不早于 {day}",
        "no sooner than {count} {unit} before {anchor} → not before {day}",
    ),
}
_RULES["min_length"] = _RULES["min_after"]
_EXCLUDED, _INCLUDED = Text("次日起", " (that day not counted)"), Text("当日起", " (that day counted)")


def due(law: Law, id: str, anchor: date) -> Derived[DueDay]:
    """The last day on which a thing that must follow its anchor may be done (``max_after``)."""
    found = _asked(law.on(anchor), id, ("max_after",))
    return _derived(law.on(anchor), found, anchor, _forward(law, found, anchor))


def not_before(law: Law, id: str, anchor: date) -> Derived[DueDay]:
    """The first day permitted: the end of a minimum period, or the first day so near before the anchor."""
    found = _asked(law.on(anchor), id, ("min_after", "min_length", "max_before"))
    count = _backward if found.parameter.mode == "max_before" else _forward
    return _derived(law.on(anchor), found, anchor, count(law, found, anchor))


def latest_start(law: Law, id: str, target: date) -> Derived[DueDay]:
    """The last day on which a thing that must precede the target may be done (``min_before``)."""
    found = _asked(law.on(target), id, ("min_before",))
    return _derived(law.on(target), found, target, _backward(law, found, target))


def _asked(law: Law, id: str, modes: tuple[str, ...]) -> Resolved:
    found = law.value(id)
    if found.parameter.mode not in modes:
        raise ValueError(f"{id} is {found.parameter.mode or found.parameter.kind}, not {' or '.join(modes)}")
    return found


def _forward(law: Law, found: Resolved, anchor: date) -> DueDay:
    counting = found.counting(law.book)
    if found.parameter.unit == "working_day":
        return working_days_after(law.calendar, _start(counting, anchor), _count(found))
    end = _plain_end(counting, found, anchor)
    return (
        working_day_from(law.calendar, end) if counting.rollover == "next_working_day" else DueDay(end, end)
    )


def _plain_end(counting: Counting, found: Resolved, anchor: date) -> date:
    """The end of a period in calendar days, months or years, before it rolls over days of rest."""
    return _later(_start(counting, anchor), _count(found), found.parameter.unit)


def _start(counting: Counting, anchor: date) -> date:
    return anchor if counting.start_excluded else anchor - ONE_DAY


def _backward(law: Law, found: Resolved, target: date) -> DueDay:
    if found.parameter.unit == "working_day":
        return working_days_before(law.calendar, target, _count(found))
    day = _later(target, -_count(found), found.parameter.unit)
    return DueDay(day, day)


def _count(found: Resolved) -> int:
    assert isinstance(found.value, int)  # Parameter admits no other value for a period
    return found.value


def _later(day: date, count: int, unit: str) -> date:
    """So many days, months or years later; where a month is too short, on its last day."""
    if unit == "day":
        return day + timedelta(days=count)
    months = day.year * MONTHS + day.month - 1 + (count if unit == "month" else count * MONTHS)
    year, month = divmod(months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _derived(law: Law, found: Resolved, anchor: date, answer: DueDay) -> Derived[DueDay]:
    skipped, counting = _skipped(law, found, anchor, answer), found.counting(law.book)
    rolled = law.in_force(counting.cites) if skipped and found.parameter.unit != "working_day" else ()
    cites = (*found.cites, *(cite_of(law.book, ref, counting.confidence) for ref in rolled))
    return Derived(
        answer,
        Because(
            f"deadline.{found.parameter.mode}",
            _text(law, found, anchor, answer, skipped, cites),
            cites,
            (
                (found.parameter.anchor, str(anchor)),
                (found.parameter.id, str(found.value)),
                ("unit", found.parameter.unit),
                ("skipped", runs(skipped)),
                ("earliest", str(answer.earliest)),
                ("latest", str(answer.latest)),
                *((("counting", counting.id),) if counting.id else ()),
            ),
            (found.because,),
        ),
    )


def _skipped(law: Law, found: Resolved, anchor: date, answer: DueDay) -> tuple[date, ...]:
    """The announced days of rest that a count in working days passed over, or an end rolled over."""
    parameter = found.parameter
    if parameter.unit == "working_day":
        ends = (answer.earliest, anchor) if answer.earliest < anchor else (anchor, answer.latest)
        return tuple(day for day in rest_days(law.calendar, *ends) if day != anchor)
    counting = found.counting(law.book)
    if counting.rollover == "none" or answer.earliest < anchor:
        return ()
    return rest_days(law.calendar, _plain_end(counting, found, anchor), answer.latest)


def _text(
    law: Law,
    found: Resolved,
    anchor: date,
    answer: DueDay,
    skipped: tuple[date, ...],
    cites: tuple[Cite, ...],
) -> Text:
    unit = UNITS[found.parameter.unit]
    counted = _EXCLUDED if found.counting(law.book).start_excluded else _INCLUDED
    span = str(answer.earliest) if answer.certain else f"{answer.earliest}…{answer.latest}"
    said = _RULES[str(found.parameter.mode)]
    facts = {"anchor": str(anchor), "count": str(found.value), "day": span}
    zh = said.zh.format(**facts, unit=unit.zh, counted=counted.zh)
    en = said.en.format(**facts, unit=unit.en, counted=counted.en)
    if skipped:
        zh += f"（跳过 {len(skipped)} 个非工作日：{runs(skipped)}）"
        en += f" (skipping {len(skipped)} days of rest: {runs(skipped)})"
    if not answer.certain:
        first, last = min(anchor, answer.earliest), max(anchor, answer.latest)
        years = ", ".join(map(str, unknown_years(law.calendar, first, last)))
        zh += f"（{years} 年的放假安排尚未公布，按可能的日历给出两端）"
        en += f" (the holidays of {years} are not announced yet: both ends over the calendars possible)"
    zh += f"｜{joined(cites).zh}"
    en += f" | {joined(cites).en}"
    return Text(zh, en)


def runs(skipped: tuple[date, ...]) -> str:
    """Days in a row as ``first…last``, the rest one by one."""
    pieces: list[list[date]] = []
    for day in skipped:
        if pieces and day - pieces[-1][-1] == ONE_DAY:
            pieces[-1].append(day)
        else:
            pieces.append([day])
    return ", ".join(str(p[0]) if len(p) == 1 else f"{p[0]}…{p[-1]}" for p in pieces)
