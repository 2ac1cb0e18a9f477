"""What a purchaser bought before, as an auditor is shown it: the choices of method in their order.

Shown by ``tests/verifier/test_audited.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from daylight.core.acts.act import act_digest
from daylight.core.judgement.fold import index_link
from daylight.core.values.docket import IndexKind, index_name
from daylight.core.values.plain import Misshapen, build, read_plain
from daylight.verifier.chains import Index, Link
from daylight.verifier.findings import Notebook
from daylight.verifier.opened import Bundle
from daylight.verifier.shape import PURCHASES, place_of


def purchase_indexes(bundle: Bundle, book: Notebook) -> Mapping[str, Index]:
    """The indexes of purchases that are shown, by name, with the heads that follow from their acts."""
    found = {}
    for path in bundle.contents:
        if named := PURCHASES.fullmatch(path):
            index = index_name(IndexKind.PURCHASES, named[1])
            try:
                links = build(tuple[Link, ...], read_plain(bundle.contents[path]))
                found[index] = Index(index, links, tuple(_heads(bundle, links)))
            except Misshapen as error:
                said = (f"索引不可读：{error}", f"cannot be read: {error}")
                book.contradict("index.unreadable", path, *said, path)
            except KeyError as missing:
                said = ("缺少文件，无法得出结论", "is missing; nothing can be concluded")
                book.miss("bundle.missing", str(missing.args[0]), *said)
    return found


def _heads(bundle: Bundle, links: tuple[Link, ...]) -> Iterator[str]:
    head = ""
    yield head
    for link in links:
        head = index_link(head, act_digest(bundle.contents[place_of("acts", link.docket, link.seq)]))
        yield head
