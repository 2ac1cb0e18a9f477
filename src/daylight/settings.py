"""Settings of one world: where it lives, which database, which country, whether it is for practice.

Each is an environment variable with the prefix ``DAYLIGHT_`` (``DATABASE_URL`` excepted).
"""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an operator sets; everything but the country has a default that works on one machine."""

    model_config = SettingsConfigDict(env_prefix="DAYLIGHT_", frozen=True)

    home: Path = Field(
        Path("var/daylight"),
        description="folder of keys, vault, tiles, official texts and the embedded database",
    )
    database_url: str = Field(
        "",
        validation_alias="DATABASE_URL",
        repr=False,
        description="postgresql://…; empty: SQLite in the home",
    )
    country: str = Field("", description="package or folder with the law of the country; has to be set")
    territory: str = Field("", description="home territory of the world; empty: the whole country")
    origin: str = Field("localhost/daylight/embedded", description="origin line of the log")
    ocid_prefix: str = Field(
        "ocds-xxxxxx",
        pattern="^ocds-[a-z0-9]{6}$",
        description="the publisher's prefix, registered with the Open Contracting Partnership; set it before "
        "the first publication, or cases change their names",
    )
    publisher: str = Field("Daylight", description="who publishes the data, as packages of OCDS name him")
    data_license: str = Field(
        "https://creativecommons.org/publicdomain/zero/1.0/",
        description="address of the licence under which the data are published",
    )
    practice: bool = Field(
        False, description="a practice world: its own clock, nothing in it verifies as real"
    )
    log_tick_seconds: float = Field(20.0, description="how often leaves leave, whatever happened")
    log_leaves_per_tick: int = Field(
        256, description="how many leaves leave each time, padded with blind ones"
    )
    log_rush: int = Field(
        5_000, description="for how many acts at once receipts name the day of their leaf; fixed at founding"
    )
    host: str = Field("127.0.0.1", description="address the server listens on")
    hosts: str = Field(
        "", description="names under which readers reach the server, separated by commas, beside the address"
    )
    port: int = Field(0, description="port the server listens on; 0 finds a free one")
    address: str = Field(
        "",
        description="where readers reach the world, such as https://buy.example.gov.cn/sub; every permanent "
        "address begins with it; empty: as the request says",
    )
    proxies: str = Field(
        "",
        description="addresses or networks of proxies whose X-Forwarded-For is believed, separated by commas",
    )

    time_source: str = Field(
        "",
        pattern="^(https?://.*)?$",
        description="a web address whose Date is compared with the clock every ten minutes; empty: none",
    )

    @field_validator("address")
    @classmethod
    def _a_web_address(cls, value: str) -> str:
        address = value.strip().rstrip("/")
        if address and not _is_web_address(address):
            raise ValueError(
                "公开地址的写法为 https://buy.example.gov.cn/sub，不含用户名、查询与片段。"
                " A public address is written https://buy.example.gov.cn/sub, without user and query."
            )
        return address

    @field_validator("proxies")
    @classmethod
    def _networks(cls, value: str) -> str:
        for one in listed(value):
            try:
                ip_network(one, strict=False)
            except ValueError:
                raise ValueError(
                    f"{one!r} 不是 IP 地址或网段（如 10.0.0.0/8）。"
                    f" {one!r} is no address or network, such as 10.0.0.0/8."
                ) from None
        return value

    @property
    def prefix(self) -> str:
        """The path below which the world lies at its public address; empty at the root."""
        return urlsplit(self.address).path

    @property
    def names(self) -> list[str]:
        """Every name a request may be addressed to."""
        public = urlsplit(self.address).hostname
        found = [self.host, "localhost", *listed(self.hosts), *([public] if public else [])]
        return [f"[{name}]" if ":" in name and name[0] != "[" else name for name in found]


def listed(value: str) -> list[str]:
    """The items of a list with commas, without the blanks around them."""
    return [one for item in value.split(",") if (one := item.strip())]


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port_fits = parts.port is None or parts.port > 0
    except ValueError:
        return False
    plain = parts.path.isascii() and "//" not in parts.path and not set(parts.path) & set("%;\\ ")
    named = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    return bool(named and port_fits and plain and not parts.query and not parts.fragment)
