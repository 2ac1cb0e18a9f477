"""The walk: quota, reasons, and a replacement that is always the next."""

from hypothesis import given
from hypothesis import strategies as st

from daylight.core.draw.walk import SKIP_WORDS, Quota, Skip, SkipReason, Walk, walk

ORDER = ("e", "c", "a", "d", "b", "f")
TWO_AND_ONE = Quota("it", 2, 1)


def codes(found):
    return [fault.code for fault in found]


def test_the_first_called_take_the_seats_and_the_next_stand_by():
    assert walk(ORDER, TWO_AND_ONE, ()) == Walk("it", ("e", "c"), ("a",), (), 0)


def test_a_replacement_is_the_next_in_the_same_permutation():
    declined = Skip("c", SkipReason.DECLINED)
    assert walk(ORDER, TWO_AND_ONE, (declined,)) == Walk("it", ("e", "a"), ("d",), (declined,), 0)


def test_reasons_are_listed_in_the_order_chance_called():
    skips = (Skip("a", SkipReason.KINSHIP), Skip("e", SkipReason.EMPLOYER_BIDS))
    assert walk(ORDER, TWO_AND_ONE, skips) == Walk("it", ("c", "d"), ("b",), skips[::-1], 0)


def test_nobody_is_passed_over_before_being_called():
    assert codes(walk(ORDER, TWO_AND_ONE, (Skip("f", SkipReason.RECUSED),))) == ["draw.skip-not-called"]
    assert codes(walk(ORDER, TWO_AND_ONE, (Skip("z", SkipReason.RECUSED),))) == ["draw.skip-not-called"]


def test_one_person_is_passed_over_for_one_reason():
    twice = (Skip("e", SkipReason.RECUSED), Skip("e", SkipReason.DECLINED))
    assert codes(walk(ORDER, TWO_AND_ONE, twice)) == ["draw.skip-repeated"]


def test_a_pool_that_runs_dry_leaves_seats_open():
    skips = tuple(Skip(handle, SkipReason.UNREACHABLE) for handle in "ecadb")
    assert walk(ORDER, TWO_AND_ONE, skips) == Walk("it", ("f",), (), skips, 1)


def test_every_reason_has_words_in_both_languages():
    assert set(SKIP_WORDS) == set(SkipReason)
    assert all(words.zh and words.en for words in SKIP_WORDS.values())


@given(st.permutations("abcdefgh"), st.integers(1, 4), st.integers(0, 3), st.data())
def test_replacing_one_after_another_never_moves_those_already_called(order, seats, alternates, data):
    order, quota, skips = tuple(order), Quota("it", seats, alternates), ()
    while True:
        found = walk(order, quota, skips)
        in_place = [*found.seats, *found.alternates]
        assert (
            in_place
            == [handle for handle in order if handle not in {s.handle for s in skips}][: seats + alternates]
        )
        if not in_place or len(skips) > 5:
            break
        skips = (*skips, Skip(data.draw(st.sampled_from(in_place)), SkipReason.DECLINED))
