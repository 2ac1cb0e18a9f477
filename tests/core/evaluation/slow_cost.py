"""A slow second life-cycle cost, on plain terms: pairs of whole numbers, year after year, line after line.

It shares no code with the core: it carries money forward to the end of the life and discounts once.
"""


def pair(text):
    above, below = text.split("/")
    return int(above), int(below)


def plus(one, other):
    return one[0] * other[1] + other[0] * one[1], one[1] * other[1]


def times(one, other):
    return one[0] * other[0], one[1] * other[1]


def cost(life, declared, price):
    """Everything a bid costs, worth today."""
    ahead = plus((1, 1), pair(life["discount"]))
    purse = (price, 1)
    for year in range(1, life["years"] + 1):
        purse = times(purse, ahead)
        for line in life["lines"]:
            if arises(life, line, declared, year):
                purse = plus(purse, amount(life, line, declared, year, price))
    for _ in range(life["years"]):
        purse = purse[0] * ahead[1], purse[1] * ahead[0]
    return purse


def arises(life, line, declared, year):
    if line["timing"] == "yearly":
        return True
    if line["timing"] == "end":
        return year == life["years"]
    return year < life["years"] and year % value(life, line["every"], declared, 0)[0] == 0


def amount(life, line, declared, year, price):
    above, below = pair(line.get("per", "1/1"))
    found = (below, above)
    for name in line["factors"]:
        found = times(found, value(life, name, declared, year))
    return times(found, (-price, 1)) if line["kind"] == "residual" else found


def value(life, name, declared, year):
    for one in declared:
        if one["quantity"] == name:
            return pair(one["value"])
    for one in life["fixed"]:
        if one["quantity"] == name:
            found = pair(one["value"])
            for _ in range(year):
                found = times(found, plus((1, 1), pair(one.get("growth", "0/1"))))
            return found
    raise KeyError(name)
