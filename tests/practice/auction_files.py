"""Small files of auctions for tests, and the two settings they are replayed in."""

from daylight.practice.rerun import Setting

HEADER = "auction,date,title,reserve_price_yen,minimum_price_yen,bidder,bid_yen,won,no_winner,below_minimum"
JP = Setting("daylight_jp", "JP-08203", "works", "JPY")
CN = Setting("daylight_cn", "CN", "goods", "CNY", 2026)


def auction(id, bids, *, day="20080229", reserve=1000, minimum="", title=None):
    """Rows of one auction: bids are (name, amount, won)."""
    return [
        f"{id},{day},{title or f'road {id}'},{reserve},{minimum},{name},{amount},{int(won)},0,0"
        for name, amount, won in bids
    ]


def file_of(*auctions):
    return "\r\n".join([HEADER, *(row for rows in auctions for row in rows), ""]).encode()


KINDS = file_of(
    auction("1", [("a", 700, 0), ("b", 800, 1), ("c", 900, 0)], minimum=750),
    auction("2", [("a", 900, 0), ("b", 900, 1)], day="20080301"),
    auction("3", [("a", 800, 0), ("b", 850, 1), ("c", 1100, 0)], day="20080301"),
    auction("4", [("c", 900, 0)], day="20080301", title="road 2"),
    auction("5", [("a", "", 0)], day="20080302"),
    auction("6", [("a", 900, 0), ("a", 880, 1), ("b", "", 0)], day="20080302"),
)
