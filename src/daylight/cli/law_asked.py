"""What every ``daylight law`` command is asked for, and how it answers: in words or JSON to a program.

Shown by ``tests/cli/test_law.py``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from pathlib import Path
from typing import Any

import click

from daylight.cli.country import country_option, level_option, territory_option
from daylight.cli.language import failed, lang_option
from daylight.cli.law_day import TODAY, today
from daylight.core.rulebook.book import Rulebook, Territory
from daylight.core.rulebook.law import Law, LawGap, nearest, place_at
from daylight.core.rulebook.texts import OfficialText, Version, versions_of
from daylight.core.values.because import Cite
from daylight.core.values.plain import plain
from daylight.core.values.text import Text
from daylight.imports.fault import ImportFault
from daylight.imports.text_form import FORM, read_text_form
from daylight.imports.text_keeping import read_shelf
from daylight.settings import Settings
from daylight.store.countries import country_folder, load_rulebook
from daylight.store.country_files import LawFileError
from daylight.store.texts import TextShelf

#: What is said to a person, and the same for a program.
View = tuple[list[str], dict[str, Any]]
UNCONFIRMED = Text("未核实", "unconfirmed")


@dataclass(frozen=True)
class Asked:
    """A question about the law of a country: of which place, in which language, for whom."""

    country: Path
    book: Rulebook
    place: Territory
    lang: str
    as_json: bool

    @property
    def territory(self) -> str:
        """The id of the place."""
        return self.place.id

    def law(self, day: date) -> Law:
        """The law of the place on a day."""
        return Law(self.book, self.place, day)

    def say(self, lines: Iterable[str], shape: Any) -> None:
        """Lines for a person, or the same as JSON for a program."""
        click.echo(
            json.dumps(plain(shape), ensure_ascii=False, indent=2) if self.as_json else "\n".join(lines)
        )

    @cached_property
    def texts(self) -> tuple[OfficialText, ...]:
        """The official texts imported into the home; none where the country does not say how to read them."""
        if not (self.country / FORM).is_file():
            return ()
        return read_shelf(TextShelf(Settings().home), read_text_form(self.country))

    @cached_property
    def versions(self) -> dict[str, tuple[Version, ...]]:
        """The imported versions of each instrument."""
        return versions_of(self.book, self.texts)

    def cite_words(self, cite: Cite) -> str:
        """A citation with how sure we are of it."""
        mark = "" if cite.confirmed else f", {UNCONFIRMED.of(self.lang)}"
        return f"{cite.title.of(self.lang)} [{cite.confidence}{mark}]"


NO_PLACE = Text("没有地域 {said}。相近的有：{near}。", "There is no territory {said}. Nearest: {near}.")


def _place(book: Rulebook, said: str) -> str:
    """The territory asked about, by id or name; the whole country where none is named."""
    named = {name: one.id for one in book.territories for name in (one.id, one.name.zh, one.name.en)}
    if said and said not in named:
        near = ", ".join(dict.fromkeys(named[one] for one in nearest(said, named))) or ", ".join(
            [one.id for one in book.territories][:5]
        )
        raise failed(NO_PLACE.fill(said=said, near=near))
    return named[said] if said else book.territories[0].id


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options all commands share, and turn what the law doesn't know into a message."""

    @country_option
    @territory_option
    @level_option
    @lang_option
    @click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    @wraps(command)
    def run(country: str, territory: str, level: str, lang: str, as_json: bool, **rest: Any) -> None:
        try:
            folder = country_folder(country)
            book = load_rulebook(folder)
            place = place_at(book, _place(book, territory), level or "")
            if TODAY in rest.values():
                now = today(Settings(), book, place.id)
                rest = {name: now if one is TODAY else one for name, one in rest.items()}
            command(Asked(folder, book, place, lang, as_json), **rest)
        except LawGap as gap:
            raise click.ClickException(gap.text.of(lang)) from None
        except ImportFault as fault:
            raise click.ClickException(fault.of(lang)) from None
        except LawFileError as error:
            raise failed(error.text) from None

    return run
