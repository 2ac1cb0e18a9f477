"""The address of a PostgreSQL database, read as libpq reads it: nothing is lost, nothing is guessed.

What stands in it may be a password, so no refusal repeats any of it.
Shown by ``tests/store/test_address.py``.
"""

from __future__ import annotations

import re

from daylight.core.values.text import Text, Told

SCHEME = re.compile("postgres(ql)?://")
ENGINE = "django.db.backends.postgresql"
DURABLE = "-c synchronous_commit=on"
NAMED = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
FORM = "postgresql://user:password@host:5432/name?sslmode=verify-full"
RESERVED = "@ → %40, : → %3A, / → %2F, ? → %3F, # → %23, % → %25"


class AddressRefused(Told, ValueError):
    """The address can't be read; says how one is written, and never what was given."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(Text(f"DATABASE_URL：{zh}", f"DATABASE_URL: {en} ({FORM})"))


def postgresql(url: str) -> dict[str, object]:
    """Django's description of the database at a URL, every parameter kept; else ``AddressRefused``."""
    if not SCHEME.match(url):
        raise AddressRefused("须以 postgresql:// 开头。", "it begins with postgresql://.")
    _refuse_ambiguous(SCHEME.sub("", url, count=1).partition("?")[0])
    said = _parsed(url)
    if not said.get("dbname") and not said.get("service"):
        raise AddressRefused("缺少数据库名称。", "the name of the database is missing.")
    ports = [port for port in said.get("port", "").split(",") if port]
    if not all(port.isascii() and port.isdigit() and 0 < int(port) < 1 << 16 for port in ports):
        raise AddressRefused(
            f"端口须为 1–65535；用户名或密码中的保留字符须转义（{RESERVED}）。",
            f"a port is 1–65535, and reserved characters in user or password are escaped ({RESERVED}).",
        )
    options = {name: value for name, value in said.items() if name not in NAMED}
    options["options"] = f"{options.get('options', '')} {DURABLE}".strip()
    if "," in said.get("host", ""):
        options.setdefault("target_session_attrs", "read-write")
    return {
        "ENGINE": ENGINE,
        "OPTIONS": options,
        **{name: said.get(given, "") for given, name in NAMED.items()},
    }


def _refuse_ambiguous(place: str) -> None:
    """A reserved character that was not escaped would be taken for the end of a part, in silence."""
    before, _, after = place.rpartition("@")
    if "@" in before or "/" in before or after.count("/") > 1 or "#" in after:
        raise AddressRefused(
            f"用户名、密码、名称中的保留字符须转义（{RESERVED}）。",
            f"reserved characters in user, password or name are escaped ({RESERVED}).",
        )


def _parsed(url: str) -> dict[str, str]:
    try:
        from psycopg import ProgrammingError  # noqa: PLC0415 - only who uses PostgreSQL has its driver
        from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 - the same
    except ImportError:
        raise AddressRefused(
            "未安装 PostgreSQL 驱动（psycopg）。", "the driver of PostgreSQL (psycopg) is not installed."
        ) from None
    try:
        return {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    except (ProgrammingError, UnicodeError) as error:
        unknown = re.search(r'invalid URI query parameter: "(\w+)"', str(error))
        if unknown and f"{unknown[1]}=" in url.partition("?")[2]:
            raise AddressRefused(
                f"libpq 不认识参数“{unknown[1]}”。", f"libpq knows no parameter {unknown[1]!r}."
            ) from None
        raise AddressRefused(
            f"无法解析；保留字符须转义（{RESERVED}），IPv6 主机写在方括号中。",
            f"it can't be read; reserved characters are escaped ({RESERVED}), an IPv6 host is in brackets.",
        ) from None
