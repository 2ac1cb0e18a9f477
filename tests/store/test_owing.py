"""The list of cases in which somebody may owe something: it hides no duty, and a damaged list is found."""

import pytest

from daylight.core.acts.planning import ReviewRequirement
from daylight.core.values.text import Text
from daylight.office.duties import owed_in
from daylight.practice import play
from daylight.store import models
from daylight.store.journal import DatabaseJournal, cases
from daylight.store.owing import owing_cases
from kept_world import checked, kept_in, restored
from scenarios.bought import NEGOTIATED, to_end
from scripts import FULL, SMALL, to_contract
from world import found


@pytest.fixture
def world(database):
    journal = DatabaseJournal()
    yield found(journal=journal)
    journal.close()


@pytest.fixture
def kept(database, tmp_path, monkeypatch):
    yield from kept_in(tmp_path, monkeypatch)


def duties(world, of):
    return owed_in(world.office.journal, world.stage.book, of, world.clock.now())


@pytest.mark.parametrize(
    "played", [lambda made: to_contract(made, FULL), lambda made: to_end(made, NEGOTIATED)]
)
def test_after_every_act_the_duties_of_listed_cases_are_those_of_all_cases(world, played):
    play.prepare(world.stage, world.town, SMALL)
    perform, seen = world.office.perform, []

    def compared(source, openings=()):
        answer = perform(source, openings)
        seen.append((len(duties(world, cases())), len(list(owing_cases()))))
        assert duties(world, owing_cases()) == duties(world, cases())
        return answer

    world.office.perform = compared
    played(world)
    assert {bool(owed) for owed, _ in seen} == {True, False}
    assert {listed for _, listed in seen} == {0, 1}


def test_a_case_that_is_lacking_is_found_and_added_and_one_too_many_does_no_harm(kept):
    assert checked()[0] == 0
    (case,) = owing_cases()
    models.Owing.objects.create(case="case-" + "0" * 32)
    assert checked()[0] == 0
    models.Owing.objects.filter(case=case).delete()
    code, said = checked()
    assert (code, f"owing/{case}" in said) == (1, True)
    assert restored()[0] == 0
    assert case in set(owing_cases())
    assert checked()[0] == 0


def test_a_refused_act_changes_no_list(world):
    played = play.prepare(world.stage, world.town, SMALL)
    before = set(owing_cases())
    deed = ReviewRequirement(True, Text("可以", "fine"), Text("可以", "fine"))
    source = world.stage.intent(world.town.author, deed, played.case)
    assert world.office.perform(source).refusals
    assert set(owing_cases()) == before
