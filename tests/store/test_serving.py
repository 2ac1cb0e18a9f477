"""One server for one world: a second one refuses in both languages until the first has ended, however."""

import signal
import time
from secrets import token_hex

import httpx
import pytest

from daylight.sites.front.upkeep import HOLD_SECONDS
from daylight.store.serving import SERVING_LOCK
from served import command, founded, serving

ENDED = """SELECT pg_terminate_backend(pid) FROM pg_locks
    WHERE locktype = 'advisory' AND objid = %s AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"""


@pytest.fixture
def own_database(postgres_url):
    """The address of an empty database of its own."""
    psycopg = pytest.importorskip("psycopg")
    name = f"serving_{token_hex(4)}"
    with psycopg.connect(postgres_url, autocommit=True) as made:
        made.execute(f"CREATE DATABASE {name}")
    address, slash, rest = postgres_url.partition("?")
    return f"{address.rpartition('/')[0]}/{name}{slash}{rest}"


@pytest.fixture(params=["sqlite", "postgresql"])
def homes(request, tmp_path):
    """A home, another for the same database where there can be one, and the database."""
    url = request.getfixturevalue("own_database") if request.param == "postgresql" else ""
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


def test_a_lock_that_the_database_lost_is_taken_again_or_intake_stops(tmp_path, own_database):
    psycopg = pytest.importorskip("psycopg")
    home = founded(tmp_path / "one", DATABASE_URL=own_database)
    with (
        serving(home, DATABASE_URL=own_database) as (base, _),
        psycopg.connect(own_database, autocommit=True) as other,
    ):
        lock = [SERVING_LOCK]
        time.sleep(HOLD_SECONDS + 2)
        assert httpx.get(f"{base}/api/world").json()["intake_open"]
        ended = other.execute(ENDED, lock).fetchall()
        assert ended == [(True,)]
        time.sleep(HOLD_SECONDS + 3)
        assert other.execute("SELECT pg_try_advisory_lock(%s)", lock).fetchone() == (False,)
        assert httpx.get(f"{base}/api/world").json()["intake_open"]
        other.execute(ENDED, lock)
        while other.execute("SELECT pg_try_advisory_lock(%s)", lock).fetchone() != (True,):
            pass
        time.sleep(HOLD_SECONDS + 3)
        assert not httpx.get(f"{base}/api/world").json()["intake_open"]
        answer = httpx.post(f"{base}/api/intents", content=b"{}")
        assert (answer.status_code, "another server" in answer.json()["detail"]) == (503, True)
