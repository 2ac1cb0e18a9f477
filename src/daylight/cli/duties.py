"""``daylight duties``: who owes what by when in the cases of the home, what is overdue, and what follows.

Shown by ``tests/cli/test_duties.py``.
"""

from __future__ import annotations

import json

import click

from daylight.cli.language import failed, lang_option, spoken
from daylight.core.disclosure.register import PUBLICATIONS
from daylight.core.values.instant import Instant, instant_of
from daylight.core.values.plain import plain
from daylight.core.values.text import Text
from daylight.office.duties import Owed, owed_in
from daylight.settings import Settings
from daylight.store.countries import country_folder, load_rulebook
from daylight.wiring import NoWorld, clock_of, configure, the_world

STANDING = {
    "running": Text("未到期", "running"),
    "perhaps_overdue": Text("可能逾期（日历未公布）", "perhaps overdue (the calendar is not announced)"),
    "overdue": Text("已逾期", "overdue"),
}
LINE = Text(
    "{until}  {standing}  {who}：{kind}（{title}{lot}）", "{until}  {standing}  {who}: {kind} ({title}{lot})"
)
OF_LOT = Text("，包 {lot}", ", lot {lot}")
FOLLOWS = Text("      后果：{words}（{article}）", "      what follows: {words} ({article})")
NO_INSTANT = Text(
    "“{said}”不是时刻，请写 2026-11-23T09:00:00+08:00。",
    "“{said}” is not an instant; write it like 2026-11-23T09:00:00+08:00.",
)
NOTHING = Text("没有待办事项。", "There are no duties.")


@click.command()
@click.option("--overdue", is_flag=True, help="Only what is overdue or may be. 只列逾期。")
@click.option("--by", "who", default="", help="Only what this body owes: part of its name. 责任单位。")
@click.option("--at", "at", default="", help="As of this instant; the world's now by default. 截至时刻。")
@lang_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def duties(overdue: bool, who: str, at: str, lang: str, as_json: bool) -> None:
    """List who owes what by when, and what follows if it is missed. 待办与逾期。"""
    settings = Settings()
    configure(settings, urls="")
    from daylight.store.journal import DatabaseJournal  # noqa: PLC0415 - Django must be configured first
    from daylight.store.owing import owing_cases  # noqa: PLC0415 - the same

    try:
        the_world(settings)
    except NoWorld as missing:
        raise failed(missing.text) from None
    book = load_rulebook(country_folder(settings.country))
    found = [
        one
        for one in owed_in(
            DatabaseJournal(), book, owing_cases(), _instant(at) or clock_of(settings, book).now()
        )
        if (not overdue or one.duty.standing != "running") and who.casefold() in _names(one)
    ]
    if as_json:
        click.echo(json.dumps(plain(tuple(found)), ensure_ascii=False, indent=2))
        return
    click.echo("\n".join(line for one in found for line in _lines(one, lang)) or NOTHING.of(lang))


def _instant(at: str) -> Instant | None:
    try:
        return instant_of(at) if at else None
    except ValueError:
        raise click.BadParameter(spoken(NO_INSTANT.fill(said=at)), param_hint="--at") from None


def _names(one: Owed) -> str:
    return f"{one.debtor.zh} {one.debtor.en}".casefold()


def _lines(one: Owed, lang: str) -> list[str]:
    clock = one.duty.clock
    until = str(clock.latest) if clock.latest == clock.earliest else f"{clock.earliest}/{clock.latest}"
    said = LINE.fill(
        until=until,
        standing=STANDING[one.duty.standing].of(lang),
        who=one.debtor.of(lang),
        kind=PUBLICATIONS[clock.kind].words.of(lang),
        title=one.title.of(lang),
        lot=OF_LOT.fill(lot=clock.lot) if clock.lot else "",
    ).of(lang)
    why = f"      {clock.because.text.of(lang)}"
    follows = [
        FOLLOWS.fill(words=each.sanction.consequence.of(lang), article=each.cite.title.of(lang)).of(lang)
        for each in one.duty.consequences
    ]
    return [said, why, *follows]
