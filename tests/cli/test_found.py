"""Founding a world, and what is said where there is none."""

import pytest
from click.testing import CliRunner

from daylight.cli.found import device, found
from daylight.cli.run import run


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("DAYLIGHT_HOME", str(tmp_path / "world"))
    return tmp_path


def asked(command, *words):
    return CliRunner().invoke(command, words)


def test_a_world_is_founded_once_with_a_registrar(home):
    person = asked(device, "--home", str(home / "registrar")).output.strip()
    assert asked(device, "--home", str(home / "registrar")).output.strip() == person
    assert asked(found, person).exit_code == 0
    again = asked(found, person)
    assert again.exit_code == 1
    assert "already holds a world" in again.output


def test_a_registrar_is_a_person(home):
    told = asked(found, "somebody")
    assert told.exit_code == 1
    assert "is not a person id" in told.output


def test_where_there_is_no_world_nothing_is_served_and_it_is_said_how_to_found_one(home):
    told = asked(run)
    assert told.exit_code == 1
    assert "daylight found" in told.output


def test_a_device_key_is_readable_by_its_owner_alone(home):
    asked(device, "--home", str(home / "me"))
    assert (home / "me" / "device.json").stat().st_mode & 0o077 == 0
