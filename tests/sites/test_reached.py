"""Whoever follows links from the front page comes to every page there is, in both languages."""

from urllib.parse import urljoin, urlsplit

from django.urls import resolve

from daylight.sites.urls import urlpatterns
from sites.reading import read

#: What no link of the portal leads to, and why.
UNLISTED = {
    "": "the front door leads on to a language",
    "<lang:lang>": "a path without its last slash leads on to it",
    "<lang:lang>/cases/<str:ocid>/bundle.zip": "linked; other tests pack it, for here is no log to prove it",
    "<lang:lang>/law/texts/<str:digest>/": "linked where an official text was imported, which is not so here",
    "log/<path:place>": "machines read the log, under the addresses of its specification",
    "api/": "clients use the interface of the door",
}
LEFT = ("bundle.zip", "/log/checkpoint", "/api/rulebook")
ENOUGH = 3
OTHER = {"zh": ("/static/", "/en/"), "en": ("/static/", "/zh/")}


def routes_from(portal, lang):
    """The routes reached by links from the front page of a language, some addresses of each."""
    waiting, seen, times = [f"/{lang}/"], set(), {}
    while waiting:
        place = waiting.pop()
        path = urlsplit(place).path
        elsewhere = urlsplit(place).netloc or path.startswith(OTHER[lang])
        if place in seen or elsewhere or path.endswith(LEFT):
            continue
        seen.add(place)
        route = resolve(path).route
        times[route] = times.get(route, 0) + 1
        if times[route] > ENOUGH:
            continue
        answer = portal.get(place)
        assert (place, answer.status_code) == (place, 200)
        if answer["Content-Type"].startswith("text/html"):
            waiting += sorted(urljoin(place, link.partition("#")[0]) for link in read(answer).links)
    return set(times)


def test_every_page_is_reached_by_links_in_both_languages_or_is_named_as_unlisted(portal, two_lots):
    every = {str(one.pattern) for one in urlpatterns}
    for lang in ("zh", "en"):
        assert sorted(every - routes_from(portal, lang)) == sorted(UNLISTED)
