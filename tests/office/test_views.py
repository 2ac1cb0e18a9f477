"""What the office keeps of the dockets it looked at, whoever asks for what."""

from daylight.office.access import NOBODY, acts_shown
from daylight.office.views import Views
from scripts import to_issue
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
