"""``daylight``: the commands, each loaded only when it is called, so that none waits for the others."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from daylight import __version__
from daylight.cli.language import LANG, LANGS, remember, spoken
from daylight.cli.usage import failure, misuse
from daylight.core.values.text import Text, Told
from daylight.settings import Settings

COMMANDS = {
    "because": ("daylight.cli.because", "because"),
    "duties": ("daylight.cli.duties", "duties"),
    "demo": ("daylight.cli.demo", "demo"),
    "device": ("daylight.cli.found", "device"),
    "found": ("daylight.cli.found", "found"),
    "run": ("daylight.cli.run", "run"),
    "law": ("daylight.cli.law", "law"),
    "bundle": ("daylight.cli.bundle", "bundle"),
    "verify": ("daylight.cli.verify", "verify"),
    "rebuild": ("daylight.cli.rebuild", "rebuild"),
    "fsck": ("daylight.cli.fsck", "fsck"),
    "replay": ("daylight.cli.replay", "replay"),
    "presider": ("daylight.cli.presider", "presider"),
    "pin": ("daylight.cli.pin", "pin"),
    "bidder": ("daylight.cli.bidder", "bidder"),
    "import": ("daylight.cli.imports", "import_"),
    "holder": ("daylight.cli.holder", "holder"),
    "registrar": ("daylight.cli.registrar", "registrar"),
    "keys": ("daylight.cli.keys", "keys"),
    "person": ("daylight.cli.person", "person"),
    "organisation": ("daylight.cli.organisation", "organisation"),
    "mandate": ("daylight.cli.mandate", "mandate"),
    "clock": ("daylight.cli.clock", "clock"),
}

NO_FILE = Text(
    "文件 {place} 无法使用：{why}。请核对路径、权限和磁盘空间。",
    "The file {place} cannot be used: {why}. Check the path, the permissions and the disk.",
)


class LazyGroup(click.Group):
    """Loads a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in order of their names."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, or nothing where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the words of the group itself."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise misuse(error) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what fails is said in the reader's language, and nothing ends in a traceback."""
        try:
            return super().invoke(ctx)
        except NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise misuse(error) from None
        except click.ClickException as error:
            raise failure(error.message, ctx, error.exit_code) from None
        except Told as error:
            raise failure(spoken(error.text, ctx), ctx) from None
        except ValidationError as error:
            if error.title != Settings.__name__:
                raise
            raise failure("\n".join(map(_setting_words, error.errors())), ctx) from None
        except OSError as error:
            if error.filename is None:
                raise
            said = NO_FILE.fill(place=str(error.filename), why=str(error.strerror))
            raise failure(spoken(said, ctx), ctx) from None


def _setting_words(wrong: ErrorDetails) -> str:
    """Which setting is wrong and why; never what was given, which may be a secret."""
    return (
        f"DAYLIGHT_{'.'.join(map(str, wrong['loc'])).upper()}: {wrong['msg'].removeprefix('Value error, ')}"
    )


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option(
    "--lang",
    type=click.Choice(LANGS),
    envvar=LANG,
    is_eager=True,
    callback=remember,
    help="Language of every command; DAYLIGHT_LANG by default. 语言。",
)
def main(lang: str | None) -> None:
    """Daylight: open government procurement. 开放的政府采购平台。"""
