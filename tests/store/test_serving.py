"""One server for one world: a second one refuses in both languages until the first has ended, however."""

import signal
import time

import pytest

from served import command, founded, serving


@pytest.fixture(params=["sqlite", "postgresql"])
def homes(request, tmp_path):
    """A home, another for the same database where there can be one, and the database."""
    url = request.getfixturevalue("postgres_url") if request.param == "postgresql" else ""
    return founded(tmp_path / "one", DATABASE_URL=url), tmp_path / "two", url


def refused(home, url):
    told = command(home, "run", DATABASE_URL=url)
    assert told.returncode == 1, told.stdout
    assert "Traceback" not in told.stderr
    return told.stderr


def test_a_second_server_refuses_until_the_first_was_killed(homes):
    home, other, url = homes
    with serving(home, DATABASE_URL=url) as (_, server):
        said = refused(home, url)
        assert "不提供服务" in said and f"serves {home}" in said
        if url:
            founded(other, DATABASE_URL=url)
            said = refused(other, url)
            assert "不提供服务" in said and "serves this database" in said
        server.send_signal(signal.SIGKILL)
        server.wait()
        time.sleep(2)
        with serving(home, DATABASE_URL=url):
            pass


def test_two_worlds_are_served_side_by_side(tmp_path):
    with (
        serving(founded(tmp_path / "one")) as (first, _),
        serving(founded(tmp_path / "two")) as (second, _),
    ):
        assert first != second
