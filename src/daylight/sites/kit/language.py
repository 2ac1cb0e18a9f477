"""The two languages: the prefix of a path chooses one, and every page has its twin in the other.

No cookie remembers the choice. Shown by ``tests/sites/test_language.py``.
"""

from __future__ import annotations

from django.http import HttpRequest

LANGS = ("zh", "en")
HTML_LANG = {"zh": "zh-Hans", "en": "en"}
DEFAULT = "zh"


class LangConverter:
    """The language at the head of a path."""

    regex = "|".join(LANGS)

    def to_python(self, value: str) -> str:
        """The language as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """The language as it stands."""
        return value


def lang_of_path(path: str) -> str:
    """The language of a path; the default where it names none."""
    head = path.lstrip("/").partition("/")[0]
    return head if head in LANGS else DEFAULT


def twin_of(request: HttpRequest) -> str:
    """The same page in the other language, with the same question."""
    path = request.path_info
    lang = lang_of_path(path)
    other = next(one for one in LANGS if one != lang)
    asked = request.META.get("QUERY_STRING", "")
    rest = path[len(lang) + 1 :] if path.startswith(f"/{lang}/") else "/"
    return f"{request.path.removesuffix(path)}/{other}{rest}" + (f"?{asked}" if asked else "")


def preferred(request: HttpRequest) -> str:
    """The language a browser asks for first; the default where it asks for none of ours."""
    first = request.headers.get("Accept-Language", "").strip().lower()[:2]
    return first if first in LANGS else DEFAULT
