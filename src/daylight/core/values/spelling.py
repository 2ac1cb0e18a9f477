"""One spelling for what people write in many: which texts a reader could not tell apart.

Shown by ``tests/core/values/test_spelling.py``.
"""

from __future__ import annotations

import re
import unicodedata

BLANKS = re.compile(r"\s+")
UNSEEN = {"Cc", "Cf"}
"""General categories of characters nobody sees: controls and formats (Unicode 4.5)."""


def seen(text: str) -> str:
    """The text without characters nobody sees; blanks, tabs and line breaks stay."""
    return "".join(one for one in text if one.isspace() or unicodedata.category(one) not in UNSEEN)


def squeezed(text: str) -> str:
    """Compatible width (NFKC), one case, no blanks, nothing unseen: what two spellings of one word share.

    Normalised again after the case is folded, and once blanks between a letter and its mark are gone, so
    squeezing twice changes nothing.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen(text)).casefold())
    return unicodedata.normalize("NFKC", BLANKS.sub("", seen(folded)))
