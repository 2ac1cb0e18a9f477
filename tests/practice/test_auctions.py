"""Reading recorded auctions."""

from collections import Counter

import pytest

from daylight.practice.auctions import RecordedBid, UnreadableAuctions, read_auctions
from practice.auction_files import HEADER, KINDS, auction, file_of
from shared import SHARED, needs_shared


def test_rows_of_one_auction_are_gathered_wherever_they_stand():
    one, other = auction("1", [("a", 1, 0), ("b", 2, 1)]), auction("2", [("a", 1, 1)])
    mixed = read_auctions(file_of([one[0]], other, [one[1]]))
    assert mixed == read_auctions(file_of(one, other))


def test_auctions_come_in_the_order_of_their_days():
    early, late = auction("9", [("a", 1, 1)], day="20070509"), auction("1", [("a", 1, 1)])
    assert [one.id for one in read_auctions(file_of(late, early))] == ["9", "1"]


def test_a_bidder_named_twice_becomes_two_and_is_listed():
    found = read_auctions(KINDS)[-1]
    assert found.bids[:2] == (RecordedBid("a", "a", 900, False), RecordedBid("a (2)", "a", 880, True))
    assert (found.repeated, len(found.priced), found.recorded.name) == (("a",), 2, "a (2)")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (b"auction,date\r\n1,2\r\n", "The column title is missing"),
        (b"\xff\xfe\x00", "This is no CSV in UTF-8"),
        (file_of(auction("7", [("a", "many", 0)])), "Auction 7 can't be read"),
        (file_of(auction("7", [("a", 1, 0)], day="20081340")), "Auction 7 can't be read"),
        (file_of(auction("7", [("a", 1, 0)], reserve="")), "Auction 7 can't be read"),
        (f"{HEADER}\r\n7,20080229\r\n".encode(), "Auction 7 can't be read"),
    ],
)
def test_what_is_no_list_of_auctions_is_told(source, told):
    with pytest.raises(UnreadableAuctions, match=told):
        read_auctions(source)


@needs_shared
def test_the_file_of_tsuchiura_is_read_whole():
    auctions = read_auctions((SHARED / "data/auctions-tsuchiura/bids.csv").read_bytes())
    assert len(auctions) == 1599
    assert Counter(bid.price is None for one in auctions for bid in one.bids) == {False: 5972, True: 41}
    assert sum(bool(one.repeated) for one in auctions) == 27
    assert sum(one.recorded is None for one in auctions) == 38
