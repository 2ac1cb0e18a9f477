"""What the office keeps of the dockets it looked at, whoever asks for what."""

from dataclasses import replace

from daylight.office.access import NOBODY, acts_shown
from daylight.office.views import Views
from scenarios.bought import NEGOTIATED, to_choice, to_end
from scripts import FULL, to_contract, to_issue
from world import found


def test_names_that_somebody_invents_leave_nothing_behind():
    world = found()
    played = to_issue(world)
    kept = dict(world.office.views._views)
    for number in range(100):
        assert acts_shown(world.office, f"case-{number:032x}", NOBODY) == ()
        assert world.office.views.of(f"bid-{number:032x}", fresh=False).state is None
    assert acts_shown(world.office, played.case, NOBODY)
    assert world.office.views._views == kept


def test_no_more_are_kept_than_so_many_the_last_used_whoever_moved_them():
    world = found()
    views = world.office.views = Views(world.office.journal, kept=5)
    played = to_issue(world)
    assert len(views._views) == 5
    others = [one for one in dict.fromkeys(act.docket for act in world.acts) if one != played.case]
    for docket in others:
        views.of(played.case, fresh=False)
        views.of(docket, fresh=True)
    assert list(views._views) == [*others[-4:-1], played.case, others[-1]]


def test_a_docket_that_was_let_go_is_read_again_as_it_stands():
    world = found()
    played = to_issue(world)
    expected = world.office.views.of(played.case, fresh=True)
    views = Views(world.office.journal, kept=1)
    assert views.of(played.case, fresh=False) == expected
    views.of(world.town.purchaser, fresh=True)
    assert list(views._views) == [world.town.purchaser]
    assert views.of(played.case, fresh=False) == expected


def test_an_index_grows_by_its_new_links_and_is_what_one_read_from_the_beginning_gives():
    world = found()
    journal, kept = Counting(world.office.journal), world.office.views
    kept._journal = journal
    perform = world.office.perform
    seen = []

    def compared(source, openings=()):
        answer = perform(source, openings)
        case = next((act.docket for act in world.acts if act.docket.startswith("case-")), "")
        if case:
            purchaser = f"purchases:{world.town.purchaser}"
            seen.append((kept.index(case), kept.purchases(purchaser)))
            anew = Views(journal)
            assert (anew.index(case), anew.purchases(purchaser)) == seen[-1]
        return answer

    world.office.perform = compared
    to_end(world, NEGOTIATED)
    lengths = [(len(bids.state.files), len(purchases.state.purchases)) for bids, purchases in seen]
    assert lengths == sorted(lengths)
    assert lengths[-1] == (3, 1)
    read = journal.read, journal.together
    assert kept.index(seen[-1][0].state.files[0].case) == seen[-1][0]
    assert (journal.read, journal.together) == read


def test_an_index_read_for_the_first_time_asks_for_all_its_dockets_together():
    world = found()
    played = to_contract(world, FULL)
    journal = Counting(world.office.journal)
    assert len(Views(journal).index(played.case).state.files) == 7
    assert (journal.read, journal.together) == (0, 1)


def test_purchases_announced_before_are_not_read_again():
    world, read = found(), []
    for number in range(3):
        journal = world.office.views._journal = Counting(world.office.journal)
        to_choice(world, replace(NEGOTIATED, chosen=replace(NEGOTIATED.chosen, budget_item=f"item {number}")))
        index = world.office.views.purchases(f"purchases:{world.town.purchaser}").state
        assert [one.budget_item for one in index.purchases] == [f"item {n}" for n in range(number + 1)]
        read.append(journal.acts)
    assert read[0] == read[1] == read[2] > 0


class Counting:
    """A journal, and how often and how much it was asked for."""

    def __init__(self, journal):
        self._journal, self.read, self.together, self.acts = journal, 0, 0, 0

    def links(self, index, since=0):
        return self._journal.links(index, since)

    def entries(self, docket, since=0):
        self.read += 1
        return self._journal.entries(docket, since)

    def acts_of(self, dockets):
        found = self._journal.acts_of(dockets)
        self.together += bool(found)
        self.acts += sum(map(len, found.values()))
        return found
