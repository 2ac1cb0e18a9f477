"""Who has a place while bodies come in: bidders have some of their own, and idlers make room."""

import asyncio

from daylight.sites.front import bodies
from daylight.sites.front.asked import Refused
from daylight.sites.front.bodies import Crowd


def entered(crowd, *who):
    """Enter a crowd, one task for each, and say who was refused."""

    async def stay(person, reserved, hold):
        with crowd.enter(person, reserved=reserved):
            await hold.wait()

    async def all_of_them():
        hold, tasks = asyncio.Event(), []
        for person, reserved in who:
            tasks.append(asyncio.create_task(stay(person, reserved, hold)))
            await asyncio.sleep(0)
        await asyncio.sleep(0.01)
        hold.set()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        return [one.status if isinstance(one, Refused) else None for one in done]

    return asyncio.run(all_of_them())


def test_places_kept_for_bidders_are_not_taken_by_others(monkeypatch):
    monkeypatch.setattr(bodies, "GRACE_SECONDS", 60)
    strangers = [(f"p{number}", False) for number in range(6)]
    assert entered(Crowd(4, 4, reserved=2), *strangers) == [503, 503, 503, 503, None, None]
    bidders = [("b1", True), ("b2", True), ("b3", True), ("b4", True)]
    assert entered(Crowd(4, 4, reserved=2), *strangers[:2], *bidders) == [503, 503, None, None, None, None]


def test_places_held_by_bodies_that_have_hardly_begun_are_not_held_against_the_next(monkeypatch):
    """Else so many idle bodies, each younger than the grace it has, would shut everybody out."""
    monkeypatch.setattr(bodies, "GRACE_SECONDS", 60)
    idle, honest = [(f"p{number}", False) for number in range(20)], ("honest", False)
    assert entered(Crowd(4, 4), *idle, honest)[-1] is None


def test_one_person_has_so_many_uploads_at_once_and_no_more():
    assert entered(Crowd(9, 2), *[("p", False)] * 3, ("q", False)) == [None, None, 429, None]
