"""What click says of wrong use, in the reader's language; our own words pass through as they are.

Shown by ``tests/cli/test_language.py``.
"""

from __future__ import annotations

import re

import click

from daylight.cli.language import spoken
from daylight.core.values.text import Text

PATTERNS = tuple(
    (re.compile(pattern, re.DOTALL), zh)
    for pattern, zh in (
        (r"No such command '(.*?)'\..*", "没有命令 {0}。请用 --help 查看有哪些命令。"),
        (r"No such option:? '?([^'\s]*?)'?\..*", "没有选项 {0}。请用 --help 查看有哪些选项。"),
        (r"Option '(.*?)' requires an argument\.", "选项 {0} 后须写一个值。"),
        (r"Option '(.*?)' does not take a value\.", "选项 {0} 不带值。"),
        (r"Got unexpected extra arguments? \((.*)\)", "多出了参数 {0}。含空格的文字请加引号。"),
        (r"Missing command\.", "没有写明命令。请用 --help 查看有哪些命令。"),
        (r"Missing \w+ '(.*?)'\. Choose from:\s*(.*)", "缺少 {0}，可用：{1}。"),
        (r"Missing \w+ (.*?)\.", "缺少 {0}。"),
        (r"'(.*?)' is not one of (.*?)\.", "没有“{0}”，可用：{1}。"),
        (r"'(.*?)' is not a valid .*\.", "“{0}”不是数。"),
        (r"(.*?) is not in the range (.*?)\.", "{0} 不在范围 {1} 内。"),
        (r"\w+ '(.*?)' does not exist\.", "没有文件或目录 {0}。请核对路径。"),
        (r"File '(.*?)' is a directory\.", "{0} 是目录，此处要文件。"),
        (r"Directory '(.*?)' is a file\.", "{0} 是文件，此处要目录。"),
        (r"\w+ '(.*?)' is not (?:readable|writable)\.", "没有权限使用 {0}。请检查权限。"),
        (r"'(.*?)': (.*)", "打不开 {0}（{1}）。请核对路径和权限。"),
    )
)
USAGE, HELP, ERROR = Text("用法", "Usage"), Text("说明", "Help"), Text("错误", "Error")


def misuse(error: click.UsageError) -> click.exceptions.Exit:
    """Say what was wrong with the words typed, with the usage line and where help is; how to end."""
    ctx = error.ctx
    if ctx:
        usage = ctx.get_usage().partition(": ")[2]
        click.echo(f"{spoken(USAGE, ctx)}: {usage}", err=True)
        click.echo(f"{spoken(HELP, ctx)}: {ctx.command_path} --help", err=True)
    click.echo(f"{spoken(ERROR, ctx)}: {spoken_usage(error)}", err=True)
    return click.exceptions.Exit(error.exit_code)


def failure(message: str, ctx: click.Context, code: int = 1) -> click.exceptions.Exit:
    """Say what failed, under a heading in the reader's language; how to end."""
    click.echo(f"{spoken(ERROR, ctx)}: {message}", err=True)
    return click.exceptions.Exit(code)


def spoken_usage(error: click.UsageError) -> str:
    """What click says in English, in the reader's language; words of our own as they are."""
    whole, said = error.format_message(), error.message
    head = whole.removesuffix(said).strip() if isinstance(error, click.BadParameter) else ""
    what = said if head else whole
    named = head.removeprefix("Invalid value for ").rstrip(":")
    for pattern, zh in PATTERNS:
        found = pattern.fullmatch(what)
        if found:
            words = zh.format(*found.groups())
            return spoken(Text(f"{named}：{words}" if named else words, whole), error.ctx)
    return f"{named}: {said}" if head else whole
