"""A participant whose platform does not answer reads what to check, in both languages."""

import pytest
from click.testing import CliRunner

from daylight.cli.bidder import bidder
from daylight.client.home import Home
from daylight.client.pin import Pin
from daylight.core.acts.world import World
from daylight.crypto.openssl import OPENSSL
from daylight.office.keys import server_keys


@pytest.mark.parametrize("base", ["http://127.0.0.1:9", "nowhere"])
def test_a_platform_that_cannot_be_reached_is_said_in_words(tmp_path, base):
    found = server_keys("a.example/daylight", lambda name: name.encode().ljust(32)).founding(OPENSSL)
    Home(tmp_path, OPENSSL).keep_pin(Pin(World("a.example/daylight", False, "person-1", "CN", found), ()))
    words = ["--name", "甲", "--name-en", "A", "--territory", "CN-37"]
    said = CliRunner().invoke(bidder, ["register", "--home", str(tmp_path), "--base", base, *words])
    assert said.exit_code == 1
    assert "无法连接平台" in said.output and "cannot be reached" in said.output
