"""The compiled release of a case: its releases folded by the merge rules of OCDS 1.1.

Values replace values; objects merge field by field; arrays of objects merge by ``id``; arrays of anything
else, and those of ``WHOLE``, are replaced as wholes; null deletes; ``id``, ``date`` and ``tag`` belong to the
release alone. A release holds nothing empty (the profile). One step at a time, so a new release costs no more
than itself. Equal to ``ocdsmerge`` on all we publish: ``tests/conformance/test_merge.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Path = tuple[str, ...]
Json = dict[str, object]

WHOLE: frozenset[Path] = frozenset({("tender", "lots", "awardCriteria", "criteria")})
"""Paths of arrays of objects without ids, among those we publish."""


def compiled(releases: Iterable[Json]) -> Json:
    """The compiled release of releases in the order of their publication."""
    state: Json = {}
    for release in releases:
        state = step(state, release)
    return state


def step(state: Json, release: Json) -> Json:
    """The compiled release after one more release; ``state`` is left as it is."""
    own = {"tag": ["compiled"], "id": f"{release['ocid']}-{release['date']}", "date": release["date"]}
    rest = {name: value for name, value in release.items() if name not in own}
    merged: Json = _object({**state, **own}, rest, ())
    return merged


def record(releases: Sequence[Json]) -> Json:
    """The record of one case: all its releases, and what they add up to."""
    return {"ocid": releases[0]["ocid"], "releases": list(releases), "compiledRelease": compiled(releases)}


def _object(old: object, new: Json, path: Path) -> Json:
    merged = dict(old) if isinstance(old, dict) else {}
    for name, value in new.items():
        here = (*path, name)
        if value is None:
            merged.pop(name, None)
        elif isinstance(value, dict):
            merged[name] = _object(merged.get(name), value, here)
        elif isinstance(value, list) and here not in WHOLE and all(isinstance(one, dict) for one in value):
            merged[name] = _by_id(merged.get(name), value, here)
        else:
            merged[name] = value
    return merged


def _by_id(old: object, new: list[Json], path: Path) -> list[Json]:
    merged: list[Json] = list(old) if isinstance(old, list) else []
    places = {one["id"]: place for place, one in enumerate(merged) if "id" in one}
    for one in new:
        place = places.get(one.get("id"))
        if place is None:
            places[one.get("id")] = len(merged)
            merged.append(_object({}, one, path))
        else:
            merged[place] = _object(merged[place], one, path)
    return merged
