"""Renders a page in its language, and answers where there is none."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render

from daylight.sites.kit.here import settings
from daylight.sites.kit.language import HTML_LANG, LANGS, lang_of_path, preferred, twin_of

OK = 200


def page(request: HttpRequest, template: str, *, status: int = 200, **shown: Any) -> HttpResponse:
    """A page in the language of its path."""
    ours = settings()
    lang = lang_of_path(request.path_info)
    frame = {
        "lang": lang,
        "html_lang": HTML_LANG[lang],
        "other_lang": next(HTML_LANG[one] for one in LANGS if one != lang),
        "twin": twin_of(request),
        "practice": ours.practice,
        "origin": ours.origin,
        "root": ours.prefix,
        "canonical": f"{ours.address}{request.path_info}" if ours.address and status == OK else "",
    }
    return render(request, template, {**frame, **shown}, status=status)


def front(request: HttpRequest) -> HttpResponse:
    """The door of the house leads to the language the browser asks for."""
    answer = HttpResponseRedirect(f"{settings().prefix}/{preferred(request)}/")
    answer["Vary"] = "Accept-Language"
    return answer


def with_slash(request: HttpRequest, lang: str) -> HttpResponse:
    """``/zh`` means ``/zh/``."""
    return HttpResponsePermanentRedirect(f"{settings().prefix}/{lang}/")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The address or what was sent with it can't be read."""
    return page(request, "portal/error.html", status=400, kind="400")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page."""
    return page(request, "portal/error.html", status=404, kind="404")


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return page(request, "portal/error.html", status=500, kind="500")


def later(request: HttpRequest, words: str) -> HttpResponse:
    """Not yet: with the reason, and the header that says when to come again."""
    answer = page(request, "portal/error.html", status=503, kind="503", reason=words)
    answer["Retry-After"] = "10"
    return answer
