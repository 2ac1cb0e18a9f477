"""Wrong commands in a served practice world: each says what to do, and what it says then succeeds."""

import json
import shlex
from datetime import date

import httpx
import pytest
from click.testing import CliRunner

from daylight.cli.main import main
from daylight.cli.run import free_port
from daylight.core.disclosure.occasion import ocid_of
from daylight.practice import play
from daylight.practice.server import environment, open_world
from daylight.practice.town import settle
from scripts import SMALL

NAMED = ("--name", "晨光", "--name-en", "Chenguang", "--territory", "CN-37")
OFFER = {
    "lot": "1",
    "price": {
        "total": {"amount_minor": 300000000, "currency": "CNY"},
        "body_total_minor": 300000000,
        "words_total_minor": None,
    },
    "declaration": {"bidder_name": "晨光", "delivery_days": 30, "preferences": []},
    "technical": "The technical part, as text.",
}


class Place:
    """A world with an issued case, and commands typed in homes beside it."""

    def __init__(self, folder):
        port = free_port("127.0.0.1")
        begin = date(2026, 3, 2)
        self.world = open_world(folder, port=port, country="daylight_cn", territory="CN-37", begin=begin)
        town = settle(self.world.stage, self.world.registrar.device(), territory="CN-37", experts=0)
        for party in (town.author, town.reviewer, town.buyer, town.agent):
            self.world.capacities[party.device.person] = party.capacity
        self.town, played = town, play.plan(self.world.stage, town, SMALL)
        play.solicit(self.world.stage, town, played)
        self.case, self.ocid = played.case, ocid_of(played.case)
        self.folder = folder / "homes"

    def typed(self, *words, lang="en", clock=True, **env):
        known = environment(self.world.settings) | {"DAYLIGHT_LANG": lang} | env
        if not clock:
            known["DAYLIGHT_PRACTICE_CLOCK"] = None
        done = CliRunner().invoke(main, words, env=known)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    def at(self, home, *words, **more):
        return self.typed(*words, "--home", str(self.folder / home), "--base", self.world.base, **more)

    def pinned(self, home):
        code, said = self.at(home, "pin", "--world", self.world.pin.world.id)
        assert code == 0, said
        return home

    def supplier(self, home):
        code, said = self.at(self.pinned(home), "bidder", "register", *NAMED)
        assert code == 0, said
        return home


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = Place(tmp_path_factory.mktemp("wrong") / "world")
    yield place
    place.world.stop()


def remedy_in(said, *more):
    """The command a message tells to type, up to where it speaks on, with what only the reader knows."""
    words = said.partition("daylight ")[2]
    known = words.partition(" --world world-…")[0].partition(" --name ")[0].partition("; if ")[0]
    return (*shlex.split(known.partition(" --root ")[0]), *more)


def test_a_home_without_a_world_is_told_the_command_that_pins_one(place):
    code, said = place.at("fresh", "bidder", "obtain", "--case", place.case)
    assert (code, "No world is pinned" in said) == (1, True)
    assert place.typed(*remedy_in(said, "--world", place.world.pin.world.id))[0] == 0


def test_who_is_not_registered_is_told_the_command_that_registers_him(place):
    home = place.pinned("unregistered")
    for words in (
        ("obtain",),
        ("ask", "?"),
        ("withdraw", "--reason", "x"),
        ("upload",),
        ("explain", "--lot", "1", "x"),
    ):
        code, said = place.at(home, "bidder", *words, "--case", place.case)
        assert (code, "No organisation is registered" in said) == (1, True), said
    assert place.typed(*remedy_in(said, *NAMED))[0] == 0
    assert place.at(home, "bidder", "obtain", "--case", place.case)[0] == 0


def test_a_case_is_named_by_its_docket_or_by_its_public_id(place):
    home = place.supplier("names")
    for wrong, code, words in (
        ("case-0123", 2, "is no number of a case"),
        (place.case[5:], 2, "is no number of a case"),
        ("ocds-xxxxxx-2ad58f76052a9b269cd2", 1, "has published no case"),
        ("case-" + "0" * 32, 1, "has published no case"),
    ):
        told = place.at(home, "bidder", "obtain", "--case", wrong)
        assert (told[0], words in told[1]) == (code, True), told
        assert f"{place.world.base}/en/" in told[1]
    assert place.ocid in httpx.get(f"{place.world.base}/en/").text  # where the remedy sends him
    assert place.at(home, "bidder", "obtain", "--case", place.ocid)[0] == 0


def test_a_public_id_that_the_server_gives_another_case_for_is_a_lie(place, monkeypatch):
    home = place.supplier("lied-to")
    monkeypatch.setattr("daylight.client.door.HttpDoor.case_of", lambda *_: "case-" + "0" * 32)
    code, said = place.at(home, "bidder", "obtain", "--case", place.ocid)
    assert (code, "[case.misnamed]" in said) == (4, True)


def test_registering_twice_says_how_to_go_on(place):
    home = place.supplier("twice")
    code, said = place.at(home, "bidder", "register", *NAMED)
    assert (code, "registered as org-" in said, "daylight bidder obtain" in said) == (1, True, True)
    assert place.at(home, "bidder", "obtain", "--case", place.case)[0] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--name", "", "--name-en", "X", "--territory", "CN-37"), "--name is empty"),
        (("--name", "晨光", "--name-en", " ", "--territory", "CN-37"), "--name-en is empty"),
        (("--name", "晨光", "--name-en", "X", "--territory", "Shandon"), "CN-37 (Shandong)"),
        (("--name", "晨光", "--name-en", "X", "--territory", "CN-37", "--scale", "huge"), "'small'"),
    ],
    ids=("no name", "blank name", "place", "scale"),
)
def test_a_registration_that_is_wrong_sends_nothing_and_goes_on_once_it_is_right(place, words, said):
    home = place.pinned(f"registers-{'-'.join(filter(str.isalnum, said))}")
    code, told = place.at(home, "bidder", "register", *words)
    assert (code, said in told) == (2, True), told
    assert place.at(home, "bidder", "register", *NAMED)[0] == 0


def test_a_registration_that_was_cut_short_goes_on(place):
    home = place.supplier("cut")
    (place.folder / home / "capacity.json").unlink()
    code, said = place.at(home, "bidder", "register", *NAMED)
    assert (code, said.startswith("org-")) == (0, True), said


@pytest.mark.parametrize("base", ["ftp://x", "x", "http://", "http://127.0.0.1:9", "http://[", "http://a b"])
def test_an_address_where_no_platform_is_says_how_one_is_written(place, base):
    home = place.supplier(f"base-{abs(hash(base))}")
    words = ("bidder", "obtain", "--case", place.case, "--home", str(place.folder / home))
    code, said = place.typed(*words, "--base", base)
    assert (code, "cannot be reached" in said) == (1, True), said
    assert place.typed(*words, "--base", f"{place.world.base}/")[0] == 0


def test_offers_that_cannot_be_read_are_submitted_once_they_are_written_as_the_form_says(place, tmp_path):
    home, offers = place.supplier("submits"), tmp_path / "offers.json"
    assert place.at(home, "bidder", "obtain", "--case", place.case)[0] == 0
    submit = ("bidder", "submit", "--case", place.case, str(offers))
    for content in (None, "offers", "{}", json.dumps([OFFER | {"lot": 1}])):
        if content is not None:
            offers.write_text(content)
        code, said = place.at(home, *submit)
        assert (code, str(offers) in said) == (2, True), said
    code, said = place.at(home, "bidder", "withdraw", "--case", place.case, "--reason", "x")
    assert (code, "[bidding.nothing-to-withdraw]" in said) == (3, True)
    offers.write_text(json.dumps([OFFER], ensure_ascii=False))
    code, said = place.at(home, *submit)
    assert code == 0, said
    code, said = place.at(home, "bidder", "proof", str(offers))
    assert (code, "cannot be read" in said) == (2, True)
    assert place.at(home, "bidder", "withdraw", "--case", place.case, "--reason", "x")[0] == 0


def test_who_handed_nothing_in_is_told_so(place):
    home = place.supplier("idle")
    code, said = place.at(home, "bidder", "withdraw", "--case", place.case, "--reason", "x")
    assert (code, "Nothing was handed in" in said) == (1, True)


def test_a_holder_without_a_key_is_told_the_command_that_makes_one(place, tmp_path):
    home, body = place.pinned("holder"), place.town.holders[2].organisation
    release = ("holder", "release", "--case", place.case)
    code, said = place.at(home, *release)
    assert (code, "There is no key for the case" in said) == (1, True)
    take = [body if word == "org-…" else word for word in remedy_in(said)]
    take[take.index("entry.json")] = str(tmp_path / "entry.json")
    code, told = place.typed(*take)
    assert (code, json.loads((tmp_path / "entry.json").read_text())["organisation"]) == (0, body), told
    code, said = place.at(home, *release)
    assert (code, "has not passed" in said) == (1, True)
    code, said = place.typed(*take)
    assert (code, "has a key for the case" in said) == (1, True)


def test_a_holder_names_his_organisation_by_its_number(place, tmp_path):
    home = place.pinned("numbered")
    words = ("holder", "take", "--case", place.case, "--out", str(tmp_path / "entry.json"), "--organisation")
    code, said = place.at(home, *words, "org-0123")
    assert (code, "is no number of an organisation" in said) == (2, True)
    assert place.at(home, *words, place.town.holders[2].organisation)[0] == 0


def test_who_reveals_what_he_never_gave_is_told_to_contribute(place, tmp_path):
    home, out = place.pinned("draws"), str(tmp_path / "nonce.json")
    code, said = place.at(home, "holder", "reveal", "--draw", "d/committee", "--out", out)
    assert (code, "has not contributed" in said) == (1, True)
    contribute = remedy_in(said, "--out", str(tmp_path / "commitment.json"), "--root")
    for root in ("zz", "00ff", ""):
        code, told = place.typed(*contribute, root)
        assert (code, "64 hexadecimal digits" in told) == (2, True), told
    assert place.typed(*contribute, "00" * 32)[0] == 0
    assert place.at(home, "holder", "reveal", "--draw", "d/committee", "--out", out)[0] == 0


def test_a_world_that_is_spelled_wrong_is_not_called_a_lie(place):
    code, said = place.at("spelled", "pin", "--world", "daylight")
    assert (code, "It begins with world-" in said) == (2, True)
    assert place.at("spelled", "pin", "--world", place.world.pin.world.id)[0] == 0


def test_a_damaged_file_of_a_home_is_named(place):
    home = place.supplier("damaged")
    (place.folder / home / "capacity.json").write_text("{")
    code, said = place.at(home, "bidder", "obtain", "--case", place.case)
    assert (code, "capacity.json is damaged" in said) == (1, True)


def test_a_practice_world_says_itself_what_day_it_plays(place):
    home = place.supplier("elsewhere")
    assert place.at(home, "bidder", "obtain", "--case", place.case, clock=False)[0] == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_words_of_participants_stand_in_the_language_they_chose(place, lang):
    code, said = place.at(place.pinned(f"speaks-{lang}"), "bidder", "obtain", "--case", "x", lang=lang)
    assert (code, "不是项目编号" in said, "is no number of a case" in said) == (2, lang == "zh", lang == "en")


def test_the_operator_names_a_case_by_its_public_id_too(place, tmp_path):
    run = place.world.operate
    assert str(tmp_path / "own") in run("bundle", place.case, str(tmp_path / "own"))
    assert str(tmp_path / "public") in run("bundle", place.ocid, str(tmp_path / "public"))
    assert run("because", place.ocid, "0")
    assert "2026-04-27" in run("duties", "--lang", "en")  # the world's day, not the machine's
    assert "overdue" not in run("duties", "--lang", "en")
