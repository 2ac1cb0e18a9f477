"""``daylight demo``: one purchase from the need to the contract in a practice world, then the portal."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from time import perf_counter
from typing import Any

import click

from daylight.cli.country import country_option, territory_option
from daylight.cli.run import free_port
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.imports.form import read_form
from daylight.imports.intentions import Intention
from daylight.imports.preview import Preview, preview_of
from daylight.imports.requirement import requirement_of
from daylight.imports.sample import sample_workbooks
from daylight.imports.workbook import Sheet, read_workbook
from daylight.practice.demonstration import Demonstration, perform_all
from daylight.practice.script import SCORING, BidScript, CaseScript, Conduct, LotScript
from daylight.practice.server import PracticeWorld, open_world
from daylight.store.countries import country_folder

BEGIN = date(2026, 3, 2)
ENGLISH = "Equipment, from a published intention"
LEAST_MINOR, MOST_MINOR = 100_000_000, 1_000_000_000
MARKED = ("technical", "service", "warranty")
SUPPLIERS: tuple[tuple[str, str, int, Conduct, tuple[int, int, int]], ...] = (
    ("晨光医疗", "Chenguang Medical", 94, "bids", (29, 12, 8)),
    ("远帆科技", "Yuanfan Technology", 91, "replaces", (33, 13, 10)),
    ("明远设备", "Mingyuan Equipment", 88, "bids", (27, 11, 6)),
    ("瑞和仪器", "Ruihe Instruments", 96, "bids", (31, 14, 8)),
    ("低价贸易", "Dijia Trading", 40, "bids", (20, 8, 2)),
    ("江海集团", "Jianghai Group", 90, "withdraws", (28, 12, 8)),
    ("迟到实业", "Chidao Industrial", 85, "late", (28, 12, 8)),
)


@click.command()
@click.option("--serve/--no-serve", default=True, help="Serve the portal afterwards. 演示后保持门户运行。")
@click.option(
    "--home", type=click.Path(path_type=Path), default=Path("var/demo"), help="Folder of the world."
)
@click.option(
    "--intentions",
    type=click.Path(path_type=Path),
    default=Path("../shared/data/intentions-shandong"),
    help="Folder of spreadsheets with intentions; else the built-in sample. 采购意向表格目录。",
)
@country_option
@territory_option
def demo(serve: bool, home: Path, intentions: Path, country: str, territory: str) -> None:
    """Play one purchase from the need to the contract, in accelerated time. 演示一次完整采购。"""
    began, port = perf_counter(), free_port("127.0.0.1")
    world = open_world(home.resolve(), port=port, country=country, territory=territory, begin=BEGIN)
    try:
        click.echo(f"演练环境 practice world: {world.base}\n")
        show = Demonstration(world, script_from(world, intentions), click.echo)
        perform_all(show)
        summary(show, perf_counter() - began)
        if serve:
            click.echo(f"\n门户 portal: {world.base}/  (Ctrl-C 结束 to end)")
            world.server.wait()
    except KeyboardInterrupt:
        click.echo("再见。 Goodbye.")
    finally:
        world.stop()


def script_from(world: PracticeWorld, folder: Path) -> CaseScript:
    """Import the intentions, and make a script of one of them: the largest purchase of equipment in reach."""
    files = tuple(str(file) for file in sorted(folder.glob("*.xlsx")))
    chosen = files or ("--sample",)
    said = json.loads(world.operate("import", "intentions", *chosen, "--apply", "--json"))
    for line in imported_lines(said, real=bool(files)):
        click.echo(line)
    country = country_folder(world.settings.country)
    intention = pick(preview_of(sheets_of(country, files), read_form(country)))
    click.echo(f"  选定 chosen: {intention.buyer} — {intention.item}\n")
    return script_of(intention, world.stage.world.territory)


def imported_lines(said: dict[str, Any], *, real: bool) -> Iterator[str]:
    """What the import reports."""
    source = "真实采购意向 real intentions" if real else "内置示例 built-in sample"
    counts = ", ".join(f"{kind} {count}" for kind, count in said["counts"].items())
    yield f"  {source}: {counts}"


def sheets_of(country: Path, files: tuple[str, ...]) -> list[Sheet]:
    """The sheets of the files, or of the sample."""
    contents = {file: Path(file).read_bytes() for file in files} if files else sample_workbooks(country)
    return [sheet for file, content in contents.items() for sheet in read_workbook(file, content)]


def pick(preview: Preview) -> Intention:
    """The largest purchase of equipment below the budget that asks for a larger committee."""
    within = [
        intention
        for intention in preview.confirm()
        if intention.amount and LEAST_MINOR <= intention.amount.amount_minor < MOST_MINOR
    ]
    equipment = [intention for intention in within if "设备" in intention.item] or within
    return max(equipment, key=lambda intention: (intention.amount, intention.identity))


def script_of(intention: Intention, territory: str) -> CaseScript:
    """The purchase a chosen intention becomes."""
    requirement = requirement_of(intention, territory, object="goods", english=ENGLISH)
    (lot,), (item,) = requirement.lots, requirement.items
    return CaseScript(
        title=requirement.title,
        object="goods",
        lots=(LotScript(lot.id, lot.title, lot.budget, SCORING, item.description),),
        bidders=bidders_below(lot.budget),
        territory=territory,
        source=requirement.source,
        purchaser=Text(intention.buyer, intention.buyer),
        expected_month=intention.month or f"{BEGIN:%Y-%m}",
        clarification=Text("补充技术参数", "technical parameters added"),
    )


def summary(show: Demonstration, seconds: float) -> None:
    """A table of the steps with their times, and what was refused."""
    click.echo("\n步骤 step" + " " * 42 + "秒 s")
    for words, took in show.steps:
        click.echo(f"  {words.en:<48}{took:6.2f}")
    click.echo(f"  {'合计 total':<46}{seconds:6.2f}")
    click.echo(f"\n拒绝 refusals shown: {len(show.refused)}")
    for what, code in show.refused:
        click.echo(f"  {code:<34}{what.en}")
    place = os.path.relpath(show.bundle) if show.bundle else ""
    click.echo(
        f"\n自己核验 verify it yourself:\n  ./daylight verify {place} --world {show.world.pin.world.id}"
    )


def bidders_below(budget: Money) -> tuple[BidScript, ...]:
    """Seven suppliers; among them one replaces, one withdraws, one is late, one abnormally low."""
    return tuple(
        BidScript(
            Text(zh, en),
            (("1", budget.amount_minor * share // 100),),
            marks=tuple(zip(MARKED, map(Fraction, marks), strict=True)),
            conduct=conduct,
            explains=False,
            first_minor=budget.amount_minor * 97 // 100,
        )
        for zh, en, share, conduct, marks in SUPPLIERS
    )
