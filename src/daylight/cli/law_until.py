"""``daylight law until``: until when, from when, counted forwards or backwards, with the reason.

Shown by ``tests/cli/test_law_until.py``.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from daylight.cli.language import misused
from daylight.cli.law_asked import Asked, asking
from daylight.cli.law_day import DAY
from daylight.core.rulebook.backward import FORWARD, backward
from daylight.core.rulebook.counting import Start
from daylight.core.rulebook.law import Law, cite_of, joined, nearest
from daylight.core.rulebook.parameter import Parameter
from daylight.core.values.text import Text
from daylight.core.values.workdays import DueDay

LAST = Text("最迟 {day}", "by {day}")
FIRST = Text("不早于 {day}", "not before {day}")
EARLIEST_EVENT = Text("{event}最早为 {day}", "{event} at the earliest on {day}")
LATEST_EVENT = Text("{event}最迟为 {day}", "{event} at the latest on {day}")
EVENT = Text("起算事件", "the event")
NO_METHOD = Text("没有采购方式 {said}，可用：{known}。", "No method {said}; known: {known}.")
NO_PERIOD = Text("{said} 不是期限。相近的有：{near}", "{said} is no period. Nearest: {near}")
NO_EVENT = Text("没有起算事件 {said}，可用：{known}。", "No such event: {said}; known: {known}.")
STARTS = Text("自何日起算，依事项而定：", "Which day counts depends on the matter:")


@click.command(name="until")
@click.argument("key")
@click.argument("event_day", type=DAY)
@click.option(
    "--backward", "back", is_flag=True, help="The day is the other end: when may the event have been? 倒推。"
)
@click.option("--event", default="", help="Which event it was, where law has several. 起算事件。")
@click.option("--method", default="", help="The procurement method it is asked for. 采购方式。")
@asking
def until(asked: Asked, key: str, event_day: date, back: bool, event: str, method: str) -> None:
    """Say until when, or from when: KEY is a period of the law, EVENT_DAY the day it starts from."""
    law = asked.law(event_day)
    if method:
        if method not in asked.book.method_by_id:
            known = ", ".join(asked.book.method_by_id)
            raise misused(NO_METHOD.fill(said=method, known=known))
        law = law.under(method)
    parameter = law.value(key).parameter
    if parameter.mode is None:
        near = nearest(key, [one.id for one in asked.book.parameters if one.mode])
        raise misused(NO_PERIOD.fill(said=key, near=", ".join(near) or "—"))
    start = _start(parameter, event)
    asked.say(
        *(_back(asked, law, parameter, event_day) if back else _on(asked, law, parameter, event_day, start))
    )


def _start(parameter: Parameter, event: str) -> Start | None:
    known = {one.event: one for one in parameter.starts}
    if event and event not in known:
        named = ", ".join(known) or parameter.anchor
        raise misused(NO_EVENT.fill(said=event, known=named))
    return known.get(event)


def _on(
    asked: Asked, law: Law, parameter: Parameter, day: date, start: Start | None
) -> tuple[list[str], dict[str, Any]]:
    found = FORWARD[str(parameter.mode)](law, parameter.id, day)
    said = LAST if parameter.mode in ("max_after", "min_before") else FIRST
    lines = [f"{parameter.name.of(asked.lang)}: {said.fill(day=_days(found.value)).of(asked.lang)}"]
    lines.append(f"  {found.because.text.of(asked.lang)}")
    if start:
        lines.append(f"  {_matter(asked, law, start)}")
    elif parameter.starts:
        lines += [
            f"  {STARTS.of(asked.lang)}",
            *(f"    {_matter(asked, law, one)}" for one in parameter.starts),
        ]
    return lines, {
        "key": parameter.id,
        "mode": parameter.mode,
        "event_day": day,
        "earliest": found.value.earliest,
        "latest": found.value.latest,
        "because": found.because.text,
        "inputs": dict(found.because.inputs),
        "starts": [one.event for one in ((start,) if start else parameter.starts)],
    }


def _back(asked: Asked, law: Law, parameter: Parameter, day: date) -> tuple[list[str], dict[str, Any]]:
    found = backward(law, parameter.id, day)
    said = EARLIEST_EVENT if found.bound == "first" else LATEST_EVENT
    line = said.fill(day=_days(found.day), event=EVENT.of(asked.lang)).of(asked.lang)
    lines = [f"{parameter.name.of(asked.lang)}: {line}", f"  {found.of.because.text.of(asked.lang)}"]
    return lines, {
        "key": parameter.id,
        "mode": parameter.mode,
        "day": day,
        "event": found.bound,
        "earliest": found.day.earliest,
        "latest": found.day.latest,
        "because": found.of.because.text,
    }


def _matter(asked: Asked, law: Law, start: Start) -> str:
    standing = law.in_force(start.cites)
    cites = joined(tuple(cite_of(asked.book, ref, "V-law") for ref in standing)).of(asked.lang)
    return f"{start.event} — {start.matter.of(asked.lang)}" + (f" | {cites}" if cites else "")


def _days(day: DueDay) -> str:
    return str(day.latest) if day.certain else f"{day.earliest}…{day.latest}"
