"""Persons, organisations and mandates are entered by command, with true numbers in a real world."""

import json
import re
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from daylight.cli.found import device
from daylight.cli.main import main
from daylight.client.home import Home
from daylight.core.acts.common import Identifier
from daylight.core.acts.dockets import organisation_docket
from daylight.crypto.openssl import OPENSSL
from daylight.practice.numbers import invented, invented_identity
from served import command, serving
from world import china

COMPANY = ("--name", "晨光医疗", "--name-en", "Chenguang Medical", "--territory", "CN-37")
WHY = ("--reason", "营业执照已变更", "--reason-en", "the licence has changed")
PHONE = "010-0000000"
REAL = {"DAYLIGHT_PRACTICE": "0"}
SCHEME = next(one for one in china().schemes if one.of == "organisation")


def number(seed):
    """A number that is well formed by its rule."""
    return invented(SCHEME, bytes([seed]) * 9)


def docket(said):
    return organisation_docket(Identifier(SCHEME.id, said))


def answers(name):
    """What somebody types who is asked for a name, an identity number and a phone."""
    return f"{name}\n{invented_identity(china(), name)}\n{PHONE}\n"


class Place:
    """A real world that is served, and commands typed in homes beside it."""

    def __init__(self, folder, base, world):
        self.folder, self.base, self.world = folder, base, world

    def at(self, home, *words, typed=""):
        place = self.folder / home
        if not (place / "pin.json").exists():
            self.typed("pin", "--world", self.world, "--home", str(place), "--base", self.base)
        return self.typed(*words, "--home", str(place), "--base", self.base, typed=typed)

    @staticmethod
    def typed(*words, typed=""):
        done = CliRunner().invoke(main, words, env={"DAYLIGHT_LANG": "en"}, input=typed)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    def entered(self, home, seed):
        """A supplier, registered with its own number by somebody who typed hers; gives both names."""
        words = ("organisation", "register", *COMPANY, "--number", number(seed))
        code, said = self.at(home, *words, typed=f"{PHONE}\n{answers(home)}")
        assert code == 0, said
        return said.split()[-1], self.at(home, "person", "show")[1].strip()


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("real")
    registrar = CliRunner().invoke(device, ("--home", str(folder / "registrar"))).output.strip()
    made = command(folder / "server", "found", registrar, **REAL)
    assert made.returncode == 0, made.stderr
    (world,) = re.findall(r"world-[0-9a-f]+", made.stdout)
    with serving(folder / "server", **REAL) as (base, _):
        yield Place(folder, base, world)


def test_a_real_world_asks_for_true_numbers_and_shows_none_of_them(place):
    code, said = place.at("li", "person", "register", typed=answers("李"))
    person = place.at("li", "person", "show")[1].strip()
    assert (code, said.split()[-1]) == (0, person)
    assert invented_identity(china(), "李") not in said
    assert place.at("li", "person", "register")[1].split() == [person]


def test_a_wrong_identity_number_is_told_and_nothing_is_sent(place):
    code, said = place.at("wu", "person", "register", typed=f"吴\n110105194912310021\n{PHONE}\n")
    assert (code, "Nothing was sent" in said) == (1, True)
    assert not Home(place.folder / "wu", OPENSSL).registered
    assert place.at("wu", "person", "register", typed=answers("吴"))[0] == 0


def test_private_fields_can_stand_in_a_file_of_ones_own(place):
    file = place.folder / "private.json"
    file.write_text(json.dumps({"identity_number": invented_identity(china(), "赵"), "phone": PHONE}))
    code, said = place.at("zhao", "person", "register", "--name", "赵", "--private", str(file))
    assert (code, said.startswith("person-")) == (0, True), said


@pytest.mark.parametrize("command", [("bidder", "register"), ("organisation", "register")])
def test_a_real_world_takes_no_invented_organisation(place, command):
    code, said = place.at("none", *command, *COMPANY, typed=f"{PHONE}\n{answers('钱')}")
    assert (code, "--number" in said) == (2, True)


def test_an_organisation_is_found_by_its_number_however_it_is_spelled(place):
    organisation, _ = place.entered("sun", 1)
    assert organisation == organisation_docket(Identifier(SCHEME.id, number(1)))
    again = place.at(
        "zhou",
        "bidder",
        "register",
        *COMPANY,
        "--number",
        f" {number(1).lower()}",
        typed=f"{PHONE}\n{answers('周')}",
    )
    assert (again[0], "acts.docket-taken" in again[1]) == (3, True)
    assert place.at("sun", "organisation", "show")[1].strip() == organisation


def test_an_organisation_from_abroad_is_entered_under_its_register(place):
    abroad = (
        "--name",
        "北海设备",
        "--name-en",
        "North Sea Devices",
        "--territory",
        "",
        "--number",
        "gb-coh:01234567",
    )
    code, said = place.at("abroad", "bidder", "register", *abroad, typed=f"{PHONE}\n{answers('外')}")
    assert (code, said.split()[-1]) == (0, organisation_docket(Identifier("GB-COH", "01234567")))


def test_an_entry_is_corrected_and_one_under_a_wrong_number_replaced(place):
    old, _ = place.entered("zheng", 2)
    place.entered("chen", 5)
    renamed = ("--name", "晨光新材料", "--name-en", "Chenguang New Materials", "--territory", "CN-37")
    code, said = place.at("zheng", "organisation", "correct", *renamed, *WHY, typed=f"{PHONE}\n")
    assert (code, said.split()[-1]) == (0, f"{old}.")
    same = place.at(
        "zheng", "organisation", "correct", *COMPANY, *WHY, "--number", number(5), typed=f"{PHONE}\n"
    )
    assert (same[0], "registry.not-the-representative" in same[1]) == (3, True)
    words = ("organisation", "register", *COMPANY, "--number", number(3))
    new = place.at("zheng", *words, typed=f"{PHONE}\n")[1].split()[-1]
    assert place.at("zheng", "organisation", "show")[1].strip() == old
    code, said = place.at("zheng", "organisation", "replace", "--successor", number(3), *WHY)
    assert (code, old in said and new in said) == (0, True)
    assert place.at("zheng", "organisation", "show")[1].strip() == new


def test_a_mandate_is_given_used_and_taken_back(place):
    organisation, _ = place.entered("wang", 4)
    assert place.at("feng", "person", "register", typed=answers("冯"))[0] == 0
    person = place.at("feng", "person", "show")[1].strip()
    until = (date.today() + timedelta(days=30)).isoformat()
    words = ("mandate", "grant", "--person", person, "--function", "bidding.bid", "--until", until)
    code, said = place.at("wang", *words)
    mandate = said.strip()
    assert (code, mandate.startswith("mandate-")) == (0, True), said
    used = place.at("feng", "mandate", "use", "--mandate", mandate, "--organisation", number(4))
    assert (used[0], organisation in used[1]) == (0, True)
    assert place.at("feng", "organisation", "show")[1].split() == [organisation, mandate]
    code, said = place.at("wang", "mandate", "revoke", "--mandate", mandate, "--reason", "离职")
    assert (code, mandate in said) == (0, True)
    again = place.at("wang", "mandate", "revoke", "--mandate", mandate, "--reason", "离职")
    assert (again[0], "registry.revoked-before" in again[1]) == (3, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("mandate", "grant", "--person", "冯", "--function", "bidding.bid", "--until", "2030-01-01"),
            "person show",
        ),
        (
            ("mandate", "revoke", "--mandate", "x", "--organisation", "org-" + "0" * 32, "--reason", "x"),
            "is no mandate",
        ),
        (("mandate", "use", "--mandate", "x", "--organisation", "org-1"), "is no number of an organisation"),
        (("organisation", "show"), "No organisation is registered"),
        (("organisation", "replace", "--successor", "org-1", *WHY), "No organisation is registered"),
    ],
)
def test_what_cannot_be_meant_is_said_before_anything_is_sent(place, words, told):
    code, said = place.at("stranger", *words)
    assert (code in (1, 2), told in said) == (True, True), said


def test_a_practice_world_invents_what_is_not_given(tmp_path):
    registrar = CliRunner().invoke(device, ("--home", str(tmp_path / "registrar"))).output.strip()
    made = command(tmp_path / "server", "found", registrar)
    (world,) = re.findall(r"world-[0-9a-f]+", made.stdout)
    with serving(tmp_path / "server") as (base, _):
        here = Place(tmp_path, base, world)
        assert here.at("one", "person", "register")[0] == 0
        assert here.at("two", "organisation", "register", *COMPANY)[1].startswith("org-")
