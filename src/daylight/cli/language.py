"""The reader's language: of a command, else of ``daylight --lang``, else of ``DAYLIGHT_LANG``, else both.

Commands that answer at length speak Chinese where none was chosen; short words of participants' commands and
every error then stand in both. Shown by ``tests/cli/test_language.py``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from daylight.core.values.text import Text

C = TypeVar("C", bound=Callable[..., Any])
LANGS = ("zh", "en")
LANG = "DAYLIGHT_LANG"
FIRST = "zh"
GIVEN = (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT)


def chosen(ctx: click.Context | None = None) -> str:
    """``zh`` or ``en`` as the reader chose; empty where he chose none."""
    here = ctx or click.get_current_context(silent=True)
    if here and LANG in here.meta:
        return str(here.meta[LANG])
    said = os.environ.get(LANG, "")
    return said if said in LANGS else ""


def spoken(text: Text, ctx: click.Context | None = None) -> str:
    """Words in the language the reader chose, in both where he chose none."""
    lang = chosen(ctx)
    return text.of(lang) if lang else f"{text.zh} {text.en}"


def say(text: Text, *, err: bool = False) -> None:
    """Print words in the reader's language."""
    click.echo(spoken(text), err=err)


def failed(text: Text) -> click.ClickException:
    """A failure, in the reader's language."""
    return click.ClickException(spoken(text))


def misused(text: Text) -> click.UsageError:
    """Wrong use, in the reader's language."""
    return click.UsageError(spoken(text))


def lang_option(command: C) -> C:
    """``--lang`` of a command that answers at length."""
    return click.option(
        "--lang",
        type=click.Choice(LANGS),
        default=lambda: chosen() or FIRST,
        show_default=FIRST,
        is_eager=True,
        callback=remember,
        help="Language of the answer; that of daylight --lang or DAYLIGHT_LANG by default. 语言。",
    )(command)


def lang_of_words(command: C) -> C:
    """``--lang`` of a command that says a few words, in both languages where none is chosen."""
    return click.option(
        "--lang",
        type=click.Choice(LANGS),
        expose_value=False,
        is_eager=True,
        callback=remember,
        help="Language of the words; both by default. 语言。",
    )(command)


def remember(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Keep the language for all that is said from here on, where the reader chose it."""
    if value and ctx.get_parameter_source("lang") in GIVEN:
        ctx.meta[LANG] = value
    return value
