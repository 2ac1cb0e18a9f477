"""What scenarios leave out is named, and a part of them is asked nothing."""

from watching import Watched, pairs
from whole_law import LISTED, held, wanting


def test_whatever_is_left_out_is_named():
    kinds, published, conditions = pairs()
    left = list(wanting(Watched()))
    assert len(left) == len(kinds) + len(published) + len(conditions)
    assert "no scenario performs AwardLot" in left
    assert "no scenario publishes PublishAward" in left
    assert "actor_is_a_member of RecordNegotiation: never the only one to refuse" in " ".join(left)


def test_what_is_held_is_counted():
    kinds, published, conditions = pairs()
    whole = Watched(kinds, published, conditions - LISTED, set(LISTED))
    assert list(wanting(whole)) == []
    assert held(whole).startswith(f"{len(conditions) - len(LISTED)} of {len(conditions)} conditions")


def test_only_conditions_of_rows_are_listed_among_those_that_never_refuse_alone():
    assert LISTED - pairs()[2] == set()
