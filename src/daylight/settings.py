"""Settings of one world: where it lives, which database, which country, whether it is for practice.

Each is an environment variable with the prefix ``DAYLIGHT_`` (``DATABASE_URL`` excepted).
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an operator sets; everything but the country has a default that works on one machine."""

    model_config = SettingsConfigDict(env_prefix="DAYLIGHT_", frozen=True)

    home: Path = Field(
        Path("var/daylight"),
        description="folder of keys, vault, tiles, official texts and the embedded database",
    )
    database_url: str = Field(
        "", validation_alias="DATABASE_URL", description="postgresql://…; empty: SQLite in the home"
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
