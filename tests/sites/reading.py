"""What tests of pages share: a case told up to some act, and pages read as a browser reads them."""

from __future__ import annotations

from html.parser import HTMLParser

from daylight.store import board
from played import world_of

VOID = {"meta", "link", "img", "input", "br", "hr", "line", "rect"}


def tell(name, until=""):
    """Publish what a played case disclosed, before the first act of kind ``until``."""
    ocid = ""
    for draft in world_of(name).office.journal.drafts:
        if draft.act.intent.kind == until:
            break
        for one in draft.published:
            board.publish(one, kind=draft.act.intent.kind, at_ms=draft.act.received_at.utc_ms)
            ocid = one.ocid
    return ocid


class Tree(HTMLParser):
    """All elements of a page in order, its text, and whether every element was closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.unclosed: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.unclosed.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if self.unclosed and self.unclosed[-1] == tag:
            self.unclosed.pop()

    def handle_data(self, data):
        self.text.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def links(self):
        return [one["href"] for tag in ("a", "link") for one in self.all(tag) if "href" in one]


def read(answer) -> Tree:
    return Tree(answer.content.decode())
