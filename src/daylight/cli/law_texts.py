"""``daylight law texts``: official texts beside our summaries: import a folder of them, list what is there.

Shown by ``tests/cli/test_law_texts.py``.
"""

from __future__ import annotations

from collections.abc import Sized
from pathlib import Path

import click

from daylight.cli.law_asked import Asked, asking
from daylight.core.rulebook.texts import OfficialText, Version, instrument_of, reading_texts
from daylight.core.values.text import Text
from daylight.imports.text_form import read_text_form
from daylight.imports.text_keeping import Imported, import_texts
from daylight.settings import Settings
from daylight.store.texts import TextShelf

READING = Text("阅读文本", "reading text")
DONE = Text(
    "新增 {added} 件，已有 {known} 件，未收 {refused} 处问题。",
    "{added} added, {known} known already, {refused} flaws.",
)
NONE = Text(
    "还没有导入任何法规全文；用 daylight law texts import 目录 导入。",
    "No official text has been imported; import some with daylight law texts import DIR.",
)


@click.group()
def texts() -> None:
    """Official texts beside our summaries: import them, list them."""


@texts.command(name="import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@asking
def import_folder(asked: Asked, folder: Path) -> None:
    """Import the official texts (Markdown) of DIR, each once; exit 1 where one has a flaw."""
    outcome = import_texts(folder, TextShelf(Settings().home), read_text_form(asked.country))
    lines = [f"+ {text_words(asked, one)}" for one in outcome.added]
    lines += [f"= {text_words(asked, one)}" for one in outcome.known]
    lines += [f"! {flaw.of(asked.lang)}" for flaw in outcome.flaws]
    counts: dict[str, Sized] = {"added": outcome.added, "known": outcome.known, "refused": outcome.flaws}
    total = DONE.fill(**{name: str(len(found)) for name, found in counts.items()}).of(asked.lang)
    asked.say([*lines, total], _shape(asked, outcome))
    if outcome.flaws:
        raise click.exceptions.Exit(1)


@texts.command(name="list")
@asking
def list_texts(asked: Asked) -> None:
    """List the texts imported: versions of instruments, and texts that are for reading only."""
    lines = []
    for id, versions in asked.versions.items():
        lines.append(f"{id}  {asked.book.instrument_by_id[id].name.of(asked.lang)}")
        lines += [f"  {version_words(asked, one)}" for one in versions]
    lines += [text_words(asked, one) for one in reading_texts(asked.book, asked.texts)]
    shape = [text_shape(asked, one) for one in asked.texts]
    asked.say(lines or [NONE.of(asked.lang)], shape)


def text_words(asked: Asked, text: OfficialText) -> str:
    """A text in one line: name, day, how many articles, which instrument."""
    instrument = instrument_of(asked.book, text)
    whose = instrument.id if instrument else READING.of(asked.lang)
    count = Text(f"{len(text.articles)} 条", f"{len(text.articles)} articles").of(asked.lang)
    return f"{text.name} ({text.day})  {count}  {whose}  {text.digest[:12]}"


def version_words(asked: Asked, version: Version) -> str:
    """A version in one line, with the days it is in force."""
    text = version.text
    count = Text(f"{len(text.articles)} 条", f"{len(text.articles)} articles").of(asked.lang)
    return f"{text.day}  {version.begins}…{version.ends or ''}  {count}  {text.digest[:12]}"


def text_shape(asked: Asked, text: OfficialText) -> dict[str, object]:
    """A text for a program, each article by its hash."""
    instrument = instrument_of(asked.book, text)
    return {
        "name": text.name,
        "title": text.title,
        "day": text.day,
        "file": text.file,
        "sha256": text.digest,
        "instrument": instrument.id if instrument else None,
        "articles": [{"number": one.number, "sha256": one.digest} for one in text.articles],
    }


def _shape(asked: Asked, outcome: Imported) -> dict[str, object]:
    return {
        "added": [text_shape(asked, one) for one in outcome.added],
        "known": [text_shape(asked, one) for one in outcome.known],
        "flaws": outcome.flaws,
        "passed_over": tuple(outcome.passed_over),
    }
