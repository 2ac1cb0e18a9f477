"""``daylight law``: what the law says and since when, what changed between two days, is the book sound.

Reads a country package, never a database. Shown by ``tests/cli/test_law.py``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any

import click

from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.check import check
from daylight.core.rulebook.compare import compare
from daylight.core.rulebook.law import Law, LawGap, cite_of, joined, law_in_force, nearest
from daylight.core.rulebook.parameter import Parameter, value_words
from daylight.core.rulebook.provision import Provision
from daylight.core.rulebook.roles import ROLES
from daylight.core.values.because import Cite
from daylight.core.values.plain import plain
from daylight.core.values.text import Text
from daylight.settings import Settings
from daylight.store.countries import LawFileError, country_folder, load_rulebook

DAY = click.DateTime(["%Y-%m-%d"])
#: What is said to a person, and the same for a program.
View = tuple[list[str], dict[str, Any]]
UNCONFIRMED = Text("未核实", "unconfirmed")


@dataclass(frozen=True)
class Asked:
    """What every ``law`` command is asked for."""

    book: Rulebook
    territory: str
    lang: str
    as_json: bool

    def law(self, day: date) -> Law:
        return law_in_force(self.book, self.territory, day)

    def say(self, lines: Iterable[str], shape: Any) -> None:
        """Lines for a person, or the same as JSON for a program."""
        click.echo(
            json.dumps(plain(shape), ensure_ascii=False, indent=2) if self.as_json else "\n".join(lines)
        )


def _asking(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options all commands share, and turn what the law doesn't know into a message."""

    @click.option("--country", help="Package or folder of the law; that of the settings by default.")
    @click.option("--territory", help="Whose law, such as a province; the whole country by default.")
    @click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
    @click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    @wraps(command)
    def run(country: str | None, territory: str | None, lang: str, as_json: bool, **rest: Any) -> None:
        try:
            book = load_rulebook(country_folder(country or Settings().country))
            command(Asked(book, territory or book.territories[0].id, lang, as_json), **rest)
        except LawGap as gap:
            raise click.ClickException(gap.text.of(lang)) from None
        except LawFileError as error:
            raise click.ClickException(str(error)) from None

    return run


@click.group()
def law() -> None:
    """The law as data: show it, compare two days, check the book."""


@law.command()
@click.argument("id")
@click.option("--on", "day", type=DAY, help="As of this day; today by default.")
@_asking
def show(asked: Asked, id: str, day: datetime | None) -> None:
    """Show a parameter, a role, an instrument or an article (INSTRUMENT#ARTICLE)."""
    book, standing = asked.book, asked.law(day.date() if day else date.today())
    provisions = [p for p in book.provisions if id in (str(p.at), p.at.instrument)]
    views: dict[str, View] = {}
    if id in book.parameter_by_id:
        views["parameter"] = _parameter(asked, standing, book.parameter_by_id[id])
    if id in ROLES or id in book.provisions_by_role:
        views["role"] = _role(asked, standing, id)
    if provisions:
        views["instrument"] = _articles(asked, provisions)
    if not views:
        known = {*book.parameter_by_id, *ROLES, *book.instrument_by_id, *(str(p.at) for p in book.provisions)}
        near = ", ".join(nearest(id, known)) or "—"
        raise LawGap(Text(f"没有 {id}。相近的有：{near}", f"There is no {id}. Nearest: {near}"))
    lines = [line for view in views.values() for line in view[0]]
    asked.say(lines, {name: view[1] for name, view in views.items()})


@law.command(name="compare")
@click.argument("day1", type=DAY)
@click.argument("day2", type=DAY)
@_asking
def compare_days(asked: Asked, day1: datetime, day2: datetime) -> None:
    """List the parameters and roles that the law of two days treats differently."""
    changes = compare(asked.book, asked.territory, day1.date(), day2.date())
    silent = Text("（无）", "(none)")
    lines = [
        f"{change.id}: {(change.before or silent).of(asked.lang)} → {(change.after or silent).of(asked.lang)}"
        + (f" | {joined(change.cites_after).of(asked.lang)}" if change.subject == "parameter" else "")
        for change in changes
    ]
    nothing = Text("两日之间没有变化。", "Nothing changed between the two days.")
    asked.say(lines or [nothing.of(asked.lang)], changes)


@law.command(name="check")
@_asking
def check_book(asked: Asked) -> None:
    """List faults, gaps and what is unconfirmed; exit with 1 where there is a fault."""
    findings = check(asked.book, tuple(ROLES))
    faults = sum(finding.fault for finding in findings)
    marks = len(findings) - faults
    signs = {True: Text("错误", "fault"), False: Text("提示", "mark")}
    lines = [
        f"{signs[f.fault].of(asked.lang)} {f.code} {f.subject}: {f.text.of(asked.lang)}" for f in findings
    ]
    total = Text(f"{faults} 处错误，{marks} 处提示", f"{faults} faults, {marks} marks").of(asked.lang)
    asked.say([*lines, f"{total}  {asked.book.digest}"], {"digest": asked.book.digest, "findings": findings})
    if faults:
        raise click.exceptions.Exit(1)


def _parameter(asked: Asked, standing: Law, parameter: Parameter) -> View:
    found = standing.maybe(parameter.id)
    silent = Text(f"{standing.day} 没有值", f"no value on {standing.day}")
    said = (found.because.text if found else silent).of(asked.lang)
    how = " ".join(filter(None, (parameter.kind, parameter.mode, parameter.unit, *parameter.objects)))
    lines = [
        f"{parameter.id}  {parameter.name.of(asked.lang)}",
        f"  {how} @ {parameter.anchor}",
        f"  {standing.territory.id} {standing.day}: {said}",
    ]
    for dated in sorted(parameter.values, key=lambda value: (value.from_day, value.territory)):
        cites = tuple(cite_of(asked.book, ref, dated.confidence) for ref in dated.cites)
        words = value_words(parameter.unit, dated.value).of(asked.lang)
        named = "; ".join(_cite_words(asked, cite) for cite in cites)
        lines.append(f"  {dated.from_day}… {dated.territory}  {words}  {named}")
    in_force = found and {"value": found.value, "because": found.because}
    return lines, {**plain(parameter), "in_force": in_force}


def _role(asked: Asked, standing: Law, role: str) -> View:
    provisions = asked.book.provisions_by_role.get(role, ())
    place = f"{standing.territory.id} {standing.day}"
    lines = [f"{role}  {ROLES[role].of(asked.lang)}" if role in ROLES else role]
    for provision in provisions:
        sign = "*" if standing.stands(provision) else " "
        lines.append(f" {sign} {_provision_words(asked, provision)}")
    note = Text(f"* {place} 有效", f"* in force: {place}")
    none = Text("没有条款承担此职能", "no provision fills this role")
    lines.append((note if provisions else none).of(asked.lang))
    return lines, {"id": role, "provisions": provisions, "in_force": standing.cites(role)}


def _articles(asked: Asked, provisions: list[Provision]) -> View:
    instrument = asked.book.instrument_by_id[provisions[0].at.instrument]
    in_force = f"{instrument.in_force_on}…{instrument.repealed_on or ''}"
    lines = [
        f"{instrument.id}  {instrument.name.of(asked.lang)}  {instrument.number}",
        f"  {instrument.issuer.of(asked.lang)}  {instrument.issued_on}, {in_force}",
    ]
    if instrument.note:
        lines.append(f"  {instrument.note.of(asked.lang)}")
    for provision in provisions:
        lines.append(f"  {_provision_words(asked, provision)}")
        users = [
            p.id for p in asked.book.parameters if any(provision.at in value.cites for value in p.values)
        ]
        lines.extend(f"    → {name}" for name in (*provision.roles, *users))
    return lines, {**plain(instrument), "provisions": provisions}


def _provision_words(asked: Asked, provision: Provision) -> str:
    cite = cite_of(asked.book, provision.at, provision.confidence)
    return f"{_cite_words(asked, cite)}  {provision.summary.of(asked.lang)}"


def _cite_words(asked: Asked, cite: Cite) -> str:
    mark = "" if cite.confirmed else f", {UNCONFIRMED.of(asked.lang)}"
    return f"{cite.title.of(asked.lang)} [{cite.confidence}{mark}]"
