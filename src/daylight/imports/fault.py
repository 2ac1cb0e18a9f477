"""What stops an import as a whole: said to a person, in two languages, with what would correct it."""

from __future__ import annotations

from daylight.core.values.text import Text


class ImportFault(Exception):
    """A file, form or intention that can't be used; ``what`` is wrong and ``mend`` would correct it."""

    def __init__(self, what: Text, mend: Text) -> None:
        self.what, self.mend = what, mend
        super().__init__(f"{what.zh}{mend.zh} {what.en} {mend.en}")

    def of(self, lang: str) -> str:
        """The words in ``zh`` or ``en``."""
        return f"{self.what.of(lang)}{'' if lang.startswith('zh') else ' '}{self.mend.of(lang)}"
