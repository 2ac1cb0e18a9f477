"""Read an official text: Markdown to articles, paragraphs and items. Nothing of the file is lost or guessed.

What can't be read is a ``Flaw``: file, line, and what would correct it. A text with a flaw is not used.
Shown by ``tests/imports/test_law_texts.py`` and ``tests/daylight_cn/test_texts.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from daylight.core.rulebook.texts import Article, Item, OfficialText, Paragraph
from daylight.core.values.text import Text
from daylight.imports.text_form import TextForm

HEADING = re.compile(r"(#+)\s+(.*)")
LARGEST = 5_000_000
INVISIBLE = {0x200B: None, 0xFEFF: None}


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a file, where, and what would correct it; line 0 is the file as a whole."""

    file: str
    line: int
    what: Text
    mend: Text

    def of(self, lang: str) -> str:
        """``file:line: what is wrong, what corrects it`` in ``zh`` or ``en``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what.of(lang)}{'' if lang.startswith('zh') else ' '}{self.mend.of(lang)}"


def read_text(name: str, source: bytes, form: TextForm) -> OfficialText | tuple[Flaw, ...]:
    """The text in a file, or everything that is wrong with it."""
    named = _named(name, form)
    if named is None:
        return (_badly_named(name),)
    if len(source) > LARGEST:
        return (_too_large(name),)
    try:
        lines = source.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        return (_not_utf8(name, source[: error.start].count(b"\n") + 1),)
    reading = _Reading(name, form)
    reading.read(lines)
    flaws = tuple(reading.flaws) or ((_no_article(name),) if not reading.articles else ())
    if flaws:
        return flaws
    title = reading.title or named[0]
    return OfficialText(
        form.bare(named[0]),
        title,
        named[1],
        _in_force_on(reading.history, form, named[1]),
        tuple(reading.history),
        tuple(reading.articles),
        tuple(reading.beside),
        name,
        sha256(source).hexdigest(),
    )


@dataclass
class _Reading:
    """A file on its way through the reader, line by line."""

    file: str
    form: TextForm
    title: str = ""
    history: list[str] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    _headings: dict[int, str] = field(default_factory=dict)
    _parts: list[list[str]] = field(default_factory=list)
    _open: bool = False
    _head: tuple[int, str, int] | None = None

    def read(self, lines: list[str]) -> None:
        """Read all lines."""
        body = next((n for n, line in enumerate(lines) if line.strip() == self.form.end_of_history), -1) + 1
        for number, line in enumerate(lines, 1):
            said = line.translate(INVISIBLE).strip()
            if number <= body:
                self._before(said)
            else:
                self._line(number, said)
        self._close()

    def _before(self, said: str) -> None:
        if said.startswith("# "):
            self.title = said[2:].strip()
        elif said and said != self.form.end_of_history:
            self.history.append(said)

    def _line(self, number: int, said: str) -> None:
        heading, article = HEADING.fullmatch(said), self.form.article.match(said)
        if not said:
            self._open = False
        elif heading:
            self._close()
            self._heading(len(heading[1]), heading[2].strip())
        elif article:
            self._close()
            self._begin(number, article, said[article.end() :])
        elif self._head is None:
            self.beside.append(said)
        elif self._open and not self.form.item.match(said):
            self._parts[-1].append(said)
        else:
            self._parts.append([said])
            self._open = True

    def _heading(self, depth: int, words: str) -> None:
        if depth == 1:
            self.title = self.title or words
            return
        self._headings = {at: said for at, said in self._headings.items() if at < depth} | {depth: words}

    def _begin(self, line: int, found: re.Match[str], said: str) -> None:
        number, expected = self.form.number(found["number"]), self._last + 1
        if number is None:
            self.flaws.append(_unreadable(self.file, line, found["label"]))
        elif number != expected:
            self.flaws.append(_gap(self.file, line, found["label"], expected))
        self._head = (number or expected, found["label"], line)
        self._parts, self._open = [[said]], True

    @property
    def _last(self) -> int:
        return self.articles[-1].number if self.articles else 0

    def _close(self) -> None:
        """The article that was being read is whole."""
        if self._head is None:
            return
        number, label, line = self._head
        chapter, section = self._headings.get(2, ""), self._headings.get(3, "")
        self.articles.append(Article(number, label, chapter, section, line, tuple(self._paragraphs())))
        self._head = None

    def _paragraphs(self) -> Iterator[Paragraph]:
        text, items = "", list[Item]()
        for place, part in enumerate("\n".join(lines) for lines in self._parts):
            found = self.form.item.match(part) if place else None
            number = self.form.number(found["number"]) if found else None
            if number is not None:
                items.append(Item(number, part))
                continue
            if place:
                yield Paragraph(text, tuple(items))
            text, items = part, []
        yield Paragraph(text, tuple(items))


def _named(name: str, form: TextForm) -> tuple[str, date] | None:
    found = form.file.fullmatch(name)
    try:
        return (found["name"], date.fromisoformat(found["day"])) if found else None
    except ValueError:
        return None


def _in_force_on(history: list[str], form: TextForm, decided: date) -> date | None:
    """The day the history says the text took force, if that is not before it was decided."""
    for line in reversed(history):
        if found := form.in_force.match(line):
            day = date(int(found["year"]), int(found["month"]), int(found["day"]))
            return day if day >= decided else None
    return None


def _badly_named(file: str) -> Flaw:
    return Flaw(
        file,
        0,
        Text("文件名没有名称和日期。", "The file name does not tell name and day."),
        Text("请改为“名称(YYYY-MM-DD).md”。", "Rename it to “name(YYYY-MM-DD).md”."),
    )


def _too_large(file: str) -> Flaw:
    return Flaw(
        file,
        0,
        Text(f"文件超过 {LARGEST:,} 字节。", f"The file is larger than {LARGEST:,} bytes."),
        Text("请确认它是一部法规的文本。", "See whether it is the text of one statute."),
    )


def _not_utf8(file: str, line: int) -> Flaw:
    return Flaw(
        file,
        line,
        Text("不是 UTF-8 文本。", "This is not UTF-8."),
        Text("请另存为 UTF-8 后再导入。", "Save it as UTF-8 and import it again."),
    )


def _no_article(file: str) -> Flaw:
    return Flaw(
        file,
        0,
        Text("没有找到任何条文。", "There is no article in it."),
        Text("条文应自成一行，以条号加空格开头。", "An article begins a line with its number and a blank."),
    )


def _unreadable(file: str, line: int, label: str) -> Flaw:
    return Flaw(
        file,
        line,
        Text(f"条号“{label}”无法识读。", f"“{label}” is no number."),
        Text("请按原文改正条号。", "Correct it from the official text."),
    )


def _gap(file: str, line: int, label: str, expected: int) -> Flaw:
    return Flaw(
        file,
        line,
        Text(
            f"此处应为第 {expected} 条，却是{label}。", f"Article {expected} should stand here, not {label}."
        ),
        Text(
            "请对照原文补上缺少的条文，或检查条号后是否有空格。",
            "Add what is missing from the official text, or see whether a blank follows the number.",
        ),
    )
