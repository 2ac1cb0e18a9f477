"""Real auctions as a file tells them: one row for each bid, grouped by auction wherever its rows stand.

Columns: ``auction, date, title, reserve_price_yen, minimum_price_yen, bidder, bid_yen, won``. A row is a
bidder; one named twice in an auction becomes two, the second called “name (2)”.
Shown by ``tests/practice/test_auctions.py``.
"""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime

NEEDED = ("auction", "date", "title", "reserve_price_yen", "minimum_price_yen", "bidder", "bid_yen", "won")


class UnreadableAuctions(ValueError):
    """The file is no list of auctions; the message says where."""


@dataclass(frozen=True)
class RecordedBid:
    """A row: ``name`` is unique in its auction, ``named`` is the source's; no ``price`` where it has none."""

    name: str
    named: str
    price: int | None
    won: bool


@dataclass(frozen=True)
class Auction:
    """What the source records of one auction; prices in yen."""

    id: str
    day: date
    title: str
    reserve: int
    minimum: int | None
    bids: tuple[RecordedBid, ...]

    @property
    def priced(self) -> tuple[RecordedBid, ...]:
        """The bids that have an amount."""
        return tuple(bid for bid in self.bids if bid.price is not None)

    @property
    def recorded(self) -> RecordedBid | None:
        """The winner the source records."""
        return next((bid for bid in self.bids if bid.won), None)

    @property
    def repeated(self) -> tuple[str, ...]:
        """Names that stand twice."""
        times = Counter(bid.named for bid in self.bids)
        return tuple(name for name, count in times.items() if count > 1)


def read_auctions(source: bytes) -> tuple[Auction, ...]:
    """All auctions in the order of their days."""
    try:
        table = csv.DictReader(io.StringIO(source.decode("utf-8-sig"), newline=""))
        missing = [name for name in NEEDED if name not in (table.fieldnames or ())]
        if missing:
            raise UnreadableAuctions(f"缺少列 {missing[0]}。 The column {missing[0]} is missing.")
        grouped: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in table:
            grouped[row["auction"]].append(row)
    except (UnicodeDecodeError, csv.Error) as wrong:
        raise UnreadableAuctions(f"不是 UTF-8 的 CSV 文件。 This is no CSV in UTF-8: {wrong}.") from None
    auctions = [_auction(id, rows) for id, rows in grouped.items()]
    return tuple(sorted(auctions, key=lambda auction: (auction.day, len(auction.id), auction.id)))


def _auction(id: str, rows: list[dict[str, str]]) -> Auction:
    try:
        first = rows[0]
        times: Counter[str] = Counter()
        bids = []
        for row in rows:
            named = row["bidder"].strip()
            times[named] += 1
            name = named if times[named] == 1 else f"{named} ({times[named]})"
            bids.append(RecordedBid(name, named, _yen(row["bid_yen"]), row["won"] == "1"))
        reserve = _yen(first["reserve_price_yen"])
        if not reserve:
            raise ValueError("no reserve price")
        day = datetime.strptime(first["date"], "%Y%m%d").date()
        return Auction(
            id, day, first["title"].strip(), reserve, _yen(first["minimum_price_yen"]), tuple(bids)
        )
    except (ValueError, TypeError, AttributeError) as wrong:
        raise UnreadableAuctions(
            f"第 {id} 次招标无法读取：{wrong}。 Auction {id} can't be read: {wrong}."
        ) from None


def _yen(text: str) -> int | None:
    return int(text) if text.strip() else None
