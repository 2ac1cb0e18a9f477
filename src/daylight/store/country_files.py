"""One TOML file of a country package: read, built, and whatever is wrong with it named by file and key.

Shown by ``tests/store/test_countries.py``.
"""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from daylight.core.values.plain import Misshapen, build
from daylight.core.values.text import Text, Told

T = TypeVar("T")


class LawFileError(Told, ValueError):
    """A file of a country package cannot be read; the message says which, where in it, and what is wrong."""

    def __init__(self, file: Path, key: str, wrong: str) -> None:
        self.file, self.key = file, key
        said = f"{file}: {key}: {wrong}" if key else f"{file}: {wrong}"
        super().__init__(Text(f"国家规则包有误：{said}", said))

    def __str__(self) -> str:
        return self.text.en


class CountryUnknown(LawFileError):
    """What was named is neither a folder nor an installed package with the law of a country."""

    def __init__(self, named: str, installed: str) -> None:
        super().__init__(Path(named), "", "neither a folder nor an installed package")
        self.text = Text(
            f"{named} 不是目录，也不是已安装的国家规则包。可用的规则包：{installed}。",
            f"{named}: neither a folder nor an installed package. Installed here: {installed}.",
        )


class CountryNotSet(Told, ValueError):
    """Whose law applies is not said, and the platform has no country of its own."""

    def __init__(self, installed: str) -> None:
        super().__init__(
            Text(
                "没有设定国家。请把环境变量 DAYLIGHT_COUNTRY 设为国家规则包的名称或目录。"
                f"可用的规则包：{installed}。",
                "No country is set. Set the variable DAYLIGHT_COUNTRY to the package or the folder with its"
                f" law. Installed here: {installed}.",
            )
        )


def built(kind: type[T], shape: Any, file: Path, key: str) -> T:
    """A value from its plain shape, wrong shapes named by file and key."""
    try:
        return build(kind, shape, key)
    except Misshapen as error:
        raise LawFileError(file, error.path.lstrip("."), error.wrong) from None


def ref_of(article: str) -> dict[str, str]:
    """``"instrument#35"`` is article 35 of an instrument."""
    instrument, _, number = article.partition("#")
    return {"instrument": instrument, "article": number}


def table_of(file: Path, *, optional: bool = False) -> dict[str, Any]:
    """The tables of a TOML file; none where it may be missing and is."""
    if optional and not file.exists():
        return {}
    try:
        with file.open("rb") as source:
            return {key: _plain(item) for key, item in tomllib.load(source).items()}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LawFileError(file, "", f"not TOML: {error}") from None
    except OSError as error:
        raise LawFileError(file, "", f"cannot be read: {error.strerror}") from None


def _plain(item: Any) -> Any:
    """TOML days become text, as plain data has them; everything else stays."""
    if isinstance(item, dict):
        return {key: _plain(value) for key, value in item.items()}
    if isinstance(item, list):
        return [_plain(value) for value in item]
    return item.isoformat() if isinstance(item, date) and not isinstance(item, datetime) else item
