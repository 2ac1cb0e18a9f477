"""What the law admits it refuses when one thing is wrong, and says only that.

Acts of purchases of every method are judged again with one thing changed. So each condition is held by a
matter that nothing else refuses; ``whole_law.py`` counts them when all scenarios have run.
"""

from dataclasses import replace

import pytest

from daylight.core.acts.kinds import KINDS
from scenarios.admitted import matters, told
from scenarios.wrongs import ALWAYS, BESIDE, SHOWS_NOTHING, WRONG
from scenarios.wrongs_of_one_cause import ONE_CAUSE

#: What is refused since edition 2026.12.3.
LATELY = {
    "nothing is said",
    "a document has no digest",
    "performance ended before it was signed",
    "performance ends on another day for the other party",
    "a share is said to be raised",
}
WRONGS = WRONG | ONE_CAUSE
PAIRS = [(name, kind) for name, wrong in WRONGS.items() for kind in wrong.kinds.split()]
BOTH = [(name, kind) for name, wrong in BESIDE.items() for kind in wrong.kinds.split()]


@pytest.mark.parametrize(("name", "kind"), PAIRS, ids=lambda one: one)
def test_one_thing_wrong_is_refused_and_nothing_else(name, kind):
    wrong = WRONGS[name]
    assert any(told(wrong.change(m)) == [wrong.code] for m in matters()[kind])


@pytest.mark.parametrize("name", sorted(LATELY))
def test_what_was_not_asked_yet_is_not_asked_of_acts_of_that_edition(name):
    for kind in WRONG[name].kinds.split():
        before = (replace(WRONG[name].change(m), edition="2026.12.2") for m in matters()[kind])
        assert any(told(m) == [] for m in before), kind


@pytest.mark.parametrize(("name", "kind"), BOTH, ids=lambda one: one)
def test_where_several_conditions_refuse_each_says_its_reason(name, kind):
    wrong = BESIDE[name]
    answers = [told(wrong.change(m)) for m in matters()[kind]]
    assert any(wrong.code in answer and len(answer) > 1 for answer in answers)
    assert [wrong.code] not in answers


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("name", ALWAYS)
def test_no_act_is_done_by_the_wrong_hand(name, kind):
    change, code, happens = ALWAYS[name]
    answers = (told(change(m)) for m in matters()[kind] if happens(m))
    first = next(answers, [code])
    if kind in SHOWS_NOTHING and first != [code]:
        assert {code, SHOWS_NOTHING[kind]} <= set(first)
    else:
        assert first == [code] or [code] in answers
