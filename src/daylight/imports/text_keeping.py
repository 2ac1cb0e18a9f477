"""Import a folder of official texts: what is new is kept, what is known adds nothing, what is wrong is named.

One version of a statute is kept once: another file of the same name and day is a flaw, never a replacement.
Shown by ``tests/imports/test_text_keeping.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from daylight.core.rulebook.texts import OfficialText
from daylight.core.values.text import Text
from daylight.imports.fault import ImportFault
from daylight.imports.law_texts import Flaw, read_text
from daylight.imports.text_form import TextForm
from daylight.store.texts import TextShelf

SUFFIX = ".md"


@dataclass
class Imported:
    """What an import did; ``passed_over`` are files that are no Markdown."""

    added: list[OfficialText] = field(default_factory=list)
    known: list[OfficialText] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)


def read_shelf(shelf: TextShelf, form: TextForm) -> tuple[OfficialText, ...]:
    """All texts kept, by name and day; one that this country's form can't read is left out."""
    read = (read_text(kept.name, kept.source, form) for kept in shelf.all())
    return tuple(sorted((one for one in read if isinstance(one, OfficialText)), key=_in_order))


def import_texts(folder: Path, shelf: TextShelf, form: TextForm) -> Imported:
    """Read every Markdown file of a folder and keep the texts that are new and without a flaw."""
    files = sorted(one for one in folder.iterdir() if one.is_file())
    outcome = Imported(passed_over=[one.name for one in files if one.suffix != SUFFIX])
    sources = {one.name: one.read_bytes() for one in files if one.suffix == SUFFIX}
    if not sources:
        raise ImportFault(
            Text(f"{folder} 中没有 {SUFFIX} 文件。", f"There is no {SUFFIX} file in {folder}."),
            Text("请指定存放法规文本的目录。", "Name the folder that holds the texts."),
        )
    taken = {(one.name, one.day): one for one in read_shelf(shelf, form)}
    first: dict[str, str] = {}
    for name, source in sources.items():
        read = read_text(name, source, form)
        if not isinstance(read, OfficialText):
            outcome.flaws += read
        elif read.digest in first:
            outcome.flaws.append(_twice(name, first[read.digest]))
        else:
            first[read.digest] = name
            _keep(read, source, taken, shelf, outcome)
    return outcome


def _keep(
    read: OfficialText,
    source: bytes,
    taken: dict[tuple[str, date], OfficialText],
    shelf: TextShelf,
    outcome: Imported,
) -> None:
    other = taken.setdefault((read.name, read.day), read)
    if other.digest != read.digest:
        outcome.flaws.append(_differs(read, other))
    elif shelf.keep(read.file, source):
        outcome.added.append(read)
    else:
        outcome.known.append(read)


def changed_articles(one: OfficialText, two: OfficialText) -> tuple[int, ...]:
    """The numbers of the articles whose text differs between two versions, or stands in one alone."""
    numbers = sorted({*one.by_number, *two.by_number})
    return tuple(n for n in numbers if _digest(one, n) != _digest(two, n))


def _digest(text: OfficialText, number: int) -> str:
    return text.by_number[number].digest if number in text.by_number else ""


def _in_order(text: OfficialText) -> tuple[str, str]:
    return text.name, text.day.isoformat()


def _numbers(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers)) or "–"


def _twice(name: str, first: str) -> Flaw:
    return Flaw(
        name,
        0,
        Text(f"与 {first} 内容完全相同。", f"This is {first} once more."),
        Text(
            "请删去其中一份，或核对文件名上的日期。", "Remove one of them, or check the days in their names."
        ),
    )


def _differs(read: OfficialText, other: OfficialText) -> Flaw:
    numbers = _numbers(changed_articles(read, other))
    return Flaw(
        read.file,
        0,
        Text(
            f"同一日期的版本已有另一文本（{other.file}，{other.digest[:12]}），不同之处：第 {numbers} 条。",
            f"Another text of that day is there already ({other.file}, {other.digest[:12]}); "
            f"they differ in articles {numbers}.",
        ),
        Text(
            "请对照官方文本，只留一份；若保存的有误，删除其目录后再导入。",
            "Keep the official one; where that is not the one kept, remove its folder and import again.",
        ),
    )
