"""The compiled release of a case: its releases folded by the merge rules of OCDS 1.1.

Values replace values; objects merge field by field; arrays of objects merge by ``id``; arrays of anything
else, and those of ``WHOLE``, are replaced as wholes; null deletes; ``id``, ``date`` and ``tag`` belong to the
release alone. A release holds nothing empty (the profile). What was folded is changed in place, so a release
costs no more than itself. Equal to ``ocdsmerge`` on all we publish: ``tests/conformance/test_merge.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Path = tuple[str, ...]
Json = dict[str, object]

OWN = frozenset({"tag", "id", "date"})

WHOLE: frozenset[Path] = frozenset({("tender", "lots", "awardCriteria", "criteria")})
"""Paths of arrays of objects without ids, among those we publish."""

WHOLE_NAMES = frozenset(path[-1] for path in WHOLE)


def compiled(releases: Iterable[Json]) -> Json:
    """The compiled release of releases in the order of their publication; they are left as they are."""
    state: Json = {}
    for release in releases:
        state |= {"tag": ["compiled"], "id": f"{release['ocid']}-{release['date']}", "date": release["date"]}
        _fold(state, {name: value for name, value in release.items() if name not in OWN}, ())
    return state


def record(releases: Sequence[Json]) -> Json:
    """The record of one case: all its releases, and what they add up to."""
    return {"ocid": releases[0]["ocid"], "releases": list(releases), "compiledRelease": compiled(releases)}


def _fold(merged: Json, new: Json, path: Path) -> None:
    """Fold an object into one that is ours: whatever of ``new`` could change later is copied."""
    for name, value in new.items():
        if type(value) is dict:
            old = merged.get(name)
            if not isinstance(old, dict):
                old = merged[name] = {}
            _fold(old, value, (*path, name))
        elif type(value) is list and not (name in WHOLE_NAMES and (*path, name) in WHOLE):
            _fold_list(merged, name, value, path)
        elif value is None:
            merged.pop(name, None)
        else:
            merged[name] = value


def _fold_list(merged: Json, name: str, new: list[Json], path: Path) -> None:
    kinds = set(map(type, new))
    if kinds == {str}:
        merged[name] = new[:]
    elif kinds <= {dict}:
        old = merged.get(name)
        if not isinstance(old, list):
            old = merged[name] = []
        _fold_by_id(old, new, (*path, name))
    else:
        merged[name] = [_copied(one) for one in new]


def _copied(value: object) -> object:
    if isinstance(value, dict):
        return {name: _copied(one) for name, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value


def _fold_by_id(merged: list[Json], new: list[Json], path: Path) -> None:
    places = {one["id"]: one for one in merged if "id" in one} if merged else {}
    for one in new:
        id = one.get("id")
        place = places.get(id)
        if place is None:
            place = places[id] = {}
            merged.append(place)
        _fold(place, one, path)
