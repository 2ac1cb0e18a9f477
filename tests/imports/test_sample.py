"""The built-in sample holds every kind of row, so a checkout without collected files shows all of it."""

from daylight.imports.preview import preview_of
from daylight.imports.sample import sample_workbooks
from daylight.imports.workbook import read_workbook
from imports.lists import FORM
from world import SRC


def test_the_sample_shows_every_kind_of_row_and_finding():
    books = sample_workbooks(SRC / "daylight_cn")
    preview = preview_of([s for name, book in books.items() for s in read_workbook(name, book)], FORM)
    assert preview.counts() == {"clean": 10, "header": 5, "repeat": 4, "need": 2, "hidden": 0, "unusable": 5}
    assert len(preview.proposals) == 2
    assert [r.finding.code for r in preview.readings if r.finding] == [
        "need.unequal", "amount.unreadable", "amount.not-whole", "month.unreadable", "row.no-buyer",
    ]  # fmt: skip
