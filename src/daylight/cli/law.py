"""``daylight law``: what the law says and since when, what changed and what is coming, is the book sound.

Reads a country package and the official texts in the home; only ``recheck`` opens a journal.
Shown by ``tests/cli/test_law.py``.
"""

from __future__ import annotations

from datetime import date

import click

from daylight.cli.law_asked import Asked, asking
from daylight.cli.law_day import DAY
from daylight.cli.law_life_cycle import life_cycle
from daylight.cli.law_lint import lint_draft
from daylight.cli.law_methods import methods
from daylight.cli.law_recheck import recheck_cases
from daylight.cli.law_show import show_id
from daylight.cli.law_texts import texts
from daylight.cli.law_until import until
from daylight.core.rulebook.check import check
from daylight.core.rulebook.citations import look_up
from daylight.core.rulebook.compare import Change, coming, compare
from daylight.core.rulebook.law import joined
from daylight.core.rulebook.roles import ROLES
from daylight.core.values.text import Text


@click.group()
def law() -> None:
    """The law as data: show it, compare two days, check the book, read the official texts."""


law.add_command(texts)
law.add_command(methods)
law.add_command(life_cycle)
law.add_command(lint_draft)
law.add_command(recheck_cases)
law.add_command(until)


@law.command()
@click.argument("id")
@click.option("--on", "day", type=DAY, default="today", help="As of this day; today by default.")
@asking
def show(asked: Asked, id: str, day: date) -> None:
    """Show a parameter, a role, an instrument or an article (INSTRUMENT#ARTICLE or INSTRUMENT-ARTICLE)."""
    asked.say(*show_id(asked, id, day))


@law.command(name="compare")
@click.argument("day1", type=DAY)
@click.argument("day2", type=DAY)
@asking
def compare_days(asked: Asked, day1: date, day2: date) -> None:
    """List what the law of two days treats differently, in the territory and in those below it."""
    changes = compare(asked.book, asked.territory, day1, day2)
    nothing = Text("两日之间没有变化。", "Nothing changed between the two days.")
    asked.say([_change(asked, one) for one in changes] or [nothing.of(asked.lang)], changes)


@law.command(name="coming")
@click.option(
    "--after", "day", type=DAY, default="today", help="What begins after this day; today by default."
)
@asking
def coming_law(asked: Asked, day: date) -> None:
    """List what changes on which day to come: values and articles whose first or last day lies ahead."""
    found = coming(asked.book, asked.territory, day)
    lines = []
    for begins, changes in found:
        lines.append(Text(f"{begins} 起：", f"From {begins}:").of(asked.lang))
        lines += [f"  {_change(asked, one)}" for one in changes]
    nothing = Text(f"{day} 之后没有已知的变化。", f"Nothing is known to change after {day}.")
    shape = [{"on": begins, "changes": changes} for begins, changes in found]
    asked.say(lines or [nothing.of(asked.lang)], shape)


@law.command(name="check")
@asking
def check_book(asked: Asked) -> None:
    """List faults, gaps, citations no official text holds, and what is unconfirmed; exit 1 for a fault."""
    looked = look_up(asked.book, asked.texts)
    findings = (*looked.findings, *check(asked.book, tuple(ROLES)))
    faults = sum(finding.fault for finding in findings)
    marks = len(findings) - faults
    signs = {True: Text("错误", "fault"), False: Text("提示", "mark")}
    lines = [
        f"{signs[f.fault].of(asked.lang)} {f.code} {f.subject}: {f.text.of(asked.lang)}" for f in findings
    ]
    if asked.texts:
        lines.append(
            Text(
                f"引用：{looked.resolved} 处在已导入的原文中找到，{looked.unread} 处尚无原文可对",
                f"citations: {looked.resolved} found in the official texts, {looked.unread} without a text",
            ).of(asked.lang)
        )
    total = Text(f"{faults} 处错误，{marks} 处提示", f"{faults} faults, {marks} marks").of(asked.lang)
    counts = {"resolved": looked.resolved, "unread": looked.unread}
    shape = {"digest": asked.book.digest, "findings": findings, "citations": counts}
    asked.say([*lines, f"{total}  {asked.book.digest}"], shape)
    if faults:
        raise click.exceptions.Exit(1)


def _change(asked: Asked, change: Change) -> str:
    silent = Text("（无）", "(none)")
    before, after = (change.before or silent).of(asked.lang), (change.after or silent).of(asked.lang)
    cites = f" | {joined(change.cites_after).of(asked.lang)}" if change.subject == "parameter" else ""
    place = f" [{change.territory}]" if change.territory != asked.territory else ""
    return f"{change.id}{place}: {before} → {after}{cites}"
