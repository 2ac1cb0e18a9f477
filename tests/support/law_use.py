"""Which figures of the law of China the code asks for, read off the code."""

from daylight.store.countries import country_folder, load_rulebook
from world import SRC

BOOK = load_rulebook(country_folder("daylight_cn"))
#: All code but the vocabulary of roles, where a role may be called like a parameter.
FILES = [path for path in sorted((SRC / "daylight").rglob("*.py")) if path.name != "roles.py"]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in FILES)


def asked_for(parameter):
    """Whether some code names the parameter, the question it answers, or the beginning it builds ids from."""
    named = {parameter.id, parameter.answers or parameter.id}
    above = {id.rpartition(".")[0] for id in named}
    whole = named | {id for id in above if "." in id}
    return any(f'"{id}"' in CODE for id in whole) or any(f'f"{start}.{{' in CODE for start in above)


def grounds():
    """Parameters that grounds of methods name."""
    return {id for one in BOOK.methods for ground in one.grounds for id in (ground.minimum, ground.ceiling)}


def patterns():
    """Parameters that what is found in a solicitation is held against."""
    return {one.above for one in BOOK.wording.patterns}


IDLE = [one.id for one in BOOK.parameters if not asked_for(one) and one.id not in grounds() | patterns()]
