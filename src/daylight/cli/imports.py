"""``daylight import``: planned purchases from spreadsheets; it previews, and writes only with ``--apply``.

Shown by ``tests/cli/test_imports.py``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any, TextIO, cast

import click

from daylight.cli.country import country_option
from daylight.cli.language import lang_option, misused
from daylight.cli.run import prepare
from daylight.core.values.money import money_words
from daylight.core.values.plain import plain
from daylight.core.values.text import Text
from daylight.imports.fault import ImportFault
from daylight.imports.form import read_form
from daylight.imports.intentions import Place
from daylight.imports.keeping import Outcome, keep_all
from daylight.imports.preview import Preview, Proposal, preview_of
from daylight.imports.sample import sample_workbooks
from daylight.imports.workbook import Sheet, read_workbook
from daylight.settings import Settings
from daylight.store.countries import country_folder
from daylight.wiring import configure

KINDS = {
    "clean": Text("正常", "clean"),
    "header": Text("表头", "header"),
    "repeat": Text("错位重复", "shifted repeat"),
    "need": Text("待配对需求", "need to pair"),
    "hidden": Text("隐藏", "hidden"),
    "unusable": Text("不可用", "unusable"),
}
SHOWN = 60


@click.group(name="import")
def import_() -> None:
    """Import data collected elsewhere. 导入外部数据。"""


@import_.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--sample", is_flag=True, help="Use the built-in sample instead of files. 使用内置示例。")
@click.option(
    "--apply/--preview",
    default=False,
    help="Write, or only show what would be written (default). 写入；默认只预览。",
)
@click.option(
    "--confirm", multiple=True, metavar="ID|all", help="Confirm a proposal by its id. 确认配对建议。"
)
@click.option("--hidden", is_flag=True, help="Read hidden rows and sheets too. 隐藏的行和工作表也导入。")
@country_option
@lang_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON. 输出 JSON。")
def intentions(
    files: tuple[Path, ...],
    *,
    sample: bool,
    apply: bool,
    confirm: tuple[str, ...],
    hidden: bool,
    country: str,
    lang: str,
    as_json: bool,
) -> None:
    """Read procurement intentions from .xlsx FILES. 导入采购意向。"""
    if sample == bool(files):
        raise misused(Text("请指定文件，或使用 --sample。", "Name files, or use --sample."))
    try:
        home = country_folder(country)
        contents = sample_workbooks(home) if sample else {str(file): file.read_bytes() for file in files}
        preview = preview_of(_sheets(contents, lang=lang, quiet=as_json), read_form(home), hidden=hidden)
        confirmed = preview.confirm(confirm)
        outcome = keep_all(confirmed, _shelf()) if apply else None
    except ImportFault as fault:
        raise click.ClickException(fault.of(lang)) from None
    if as_json:
        shape = _shape(preview, outcome, confirmed=len(confirmed))
        click.echo(json.dumps(shape, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(preview, set(confirm), outcome, lang)))


def _sheets(contents: dict[str, bytes], *, lang: str, quiet: bool) -> Iterator[Sheet]:
    """The sheets of all files; every file that can't be read is named, and then nothing is done."""
    sheets: list[Sheet] = []
    faults: list[ImportFault] = []
    label = Text("读取", "Reading").of(lang)
    with click.progressbar(contents.items(), label=label, file=progress_to(quiet)) as bar:
        for name, content in bar:
            try:
                sheets += read_workbook(name, content)
            except ImportFault as fault:
                faults.append(fault)
    if faults:
        raise click.ClickException("\n".join(fault.of(lang) for fault in faults))
    return iter(sheets)


def progress_to(quiet: bool) -> TextIO:
    """Progress goes beside the result, and only where a person looks."""
    return sys.stderr if sys.stderr.isatty() and not quiet else cast(TextIO, StringIO())


def _shelf() -> Any:
    configure(Settings(), urls="")
    prepare()
    from daylight.store.intentions import DatabaseShelf  # noqa: PLC0415 - Django must be configured first

    return DatabaseShelf()


def _lines(preview: Preview, confirmed: set[str], outcome: Outcome | None, lang: str) -> Iterator[str]:
    yield from _table(preview, lang)
    yield from _findings(preview, lang)
    yield from _proposals(preview, confirmed, lang)
    if outcome is None:
        yield Text("只是预览，未写入；加 --apply 写入。", "Preview only; add --apply to write.").of(lang)
        return
    counts = (len(outcome.added), len(outcome.completed), len(outcome.known))
    yield Text(
        "新增 {} 条，补全 {} 条，已有 {} 条。".format(*counts),
        "{} added, {} completed, {} known already.".format(*counts),
    ).of(lang)


def _table(preview: Preview, lang: str) -> Iterator[str]:
    by_file: dict[str, Counter[str]] = {}
    for reading in preview.readings:
        by_file.setdefault(reading.place.file, Counter())[reading.kind] += 1
    for file, counts in by_file.items():
        parts = [f"{words.of(lang)} {counts[kind]}" for kind, words in KINDS.items() if counts[kind]]
        total = Text(f"{counts.total()} 行", f"{counts.total()} rows").of(lang)
        yield f"{file}: {total} = {' + '.join(parts)}"


def _findings(preview: Preview, lang: str) -> Iterator[str]:
    sheets: dict[str, set[str]] = {}
    for reading in preview.readings:
        sheets.setdefault(reading.place.file, set()).add(reading.place.sheet)
    for reading in preview.readings:
        file, place = reading.place.file, _row(reading.place, lang)
        where = f"{file} {place}" if len(sheets[file]) == 1 else f"{file} [{reading.place.sheet}] {place}"
        if reading.finding:
            what, remedy = reading.finding.what.of(lang), reading.finding.mend.of(lang)
            yield f"✗ {where}: {what} → {remedy}"
        if reading.intention and reading.intention.reserved_words:
            said = reading.intention.reserved_words
            yield f"? {where}: {NOT_TOLD.fill(said=said).of(lang)}"
        if reading.kind == "clean" and reading.repeats:
            yield f"= {where}: {ALIKE.fill(row=_row(reading.repeats, lang)).of(lang)}"


NOT_TOLD = Text(
    "预留一栏是“{said}”，不是“是”或“否”，按未说明保留",
    "“{said}” is neither yes nor no, so whether it is reserved is kept as not told",
)
ALIKE = Text(
    "与{row}内容相同，只计一次", "says the same as {row} and counts once; two purchases need different words"
)


def _row(place: Place, lang: str) -> str:
    return Text(f"第 {place.row} 行", f"row {place.row}").of(lang)


def _proposals(preview: Preview, confirmed: set[str], lang: str) -> Iterator[str]:
    if preview.proposals:
        yield Text(
            "配对建议（--confirm 编号 或 all 确认后才采用）：",
            "Proposals, accepted only if confirmed (--confirm ID or all):",
        ).of(lang)
    for proposal in preview.proposals:
        sign = "✓" if {"all", proposal.id} & confirmed else "?"
        yield f"{sign} {proposal.id}  {_pair(proposal)}"


def _pair(proposal: Proposal) -> str:
    whole = proposal.whole
    need = " ".join(whole.need.split())
    shown = need if len(need) <= SHOWN else f"{need[: SHOWN - 1]}…"
    rows = f"{whole.place.file}:{whole.place.row}←{proposal.need_at.row}"
    amount = money_words(whole.amount) if whole.amount else "—"
    return f"{rows}  {whole.buyer} {whole.item} ({amount}) ⇐ {shown}"


def _shape(preview: Preview, outcome: Outcome | None, *, confirmed: int) -> dict[str, Any]:
    return {
        "counts": preview.counts(),
        "rows": plain(preview.readings),
        "proposals": plain(preview.proposals),
        "intentions": confirmed,
        "applied": outcome and {name: len(found) for name, found in vars(outcome).items()},
    }
