"""A slow second evaluation, on the plain inputs: whole numbers cross-multiplied by hand.

It shares no code with the core: no fractions, no sorting, one comparison of every pair of bids.
"""

from core.evaluation import slow_cost

BASE = {"CNY": 100}


def pair(text):
    above, below = text.split("/")
    return int(above), int(below)


def plus(one, other):
    return one[0] * other[1] + other[0] * one[1], one[1] * other[1]


def compare(one, other):
    left, right = one[0] * other[1], other[0] * one[1]
    return (left > right) - (left < right)


def cut(value, places, mode):
    whole, left = divmod(value[0] * 10**places, value[1])
    twice = 2 * left
    if mode == "half_up" and twice >= value[1]:
        whole += 1
    if mode == "half_even" and (twice > value[1] or (twice == value[1] and whole % 2)):
        whole += 1
    return whole, 10**places


def evaluated(inputs, bid):
    off = (0, 1)
    for preference in inputs["terms"].get("preferences", []):
        if preference["id"] in bid.get("granted", []):
            off = plus(off, pair(preference["rate"]))
    return bid["price"]["amount_minor"] * (off[1] - off[0]), off[1]


def over_life(inputs, bid):
    life, declared = inputs["terms"]["life_cycle"], bid.get("quantities", [])
    return slow_cost.cost(life, declared, bid["price"]["amount_minor"])


def points(inputs, bid, criterion, benchmark):
    most = pair(criterion["points"])
    if criterion["kind"] == "price":
        part = share_of_points(inputs, evaluated(inputs, bid), benchmark)
        return most[0] * part[0], most[1] * part[1]
    if criterion["kind"] == "life_cycle":
        own, least = over_life(inputs, bid), over_life(inputs, bid)
        for other in inputs["bids"]:
            if compare(over_life(inputs, other), least) < 0:
                least = over_life(inputs, other)
        return most[0] * least[0] * own[1], most[1] * least[1] * own[0]
    total, count = (0, 1), 0
    for mark in inputs.get("marks", []):
        if mark["bid"] == bid["bid"] and mark["criterion"] == criterion["id"]:
            total, count = plus(total, pair(mark["points"])), count + 1
    return total[0], total[1] * count


def share_of_points(inputs, own, least):
    """Which share of the points for price an evaluated price gets."""
    scale = inputs["terms"].get("price_scale", {})
    formula = scale.get("formula", "ratio")
    if formula == "ratio":
        return least[0] * own[1], least[1] * own[0]
    if formula == "linear_from_lowest":
        over = own[0] * least[1], own[1] * least[0]
        return (2 * over[1] - over[0], over[1]) if over[0] < 2 * over[1] else (0, 1)
    if formula == "linear_between":
        most = own
        for bid in inputs["bids"]:
            if compare(evaluated(inputs, bid), most) > 0:
                most = evaluated(inputs, bid)
        top, bottom = less(most, own), less(most, least)
        return (top[0] * bottom[1], top[1] * bottom[0]) if bottom[0] else (1, 1)
    full, none = scale["full"]["amount_minor"], scale["none"]["amount_minor"]
    if own[0] <= full * own[1]:
        return 1, 1
    return (none * own[1] - own[0], own[1] * (none - full)) if own[0] < none * own[1] else (0, 1)


def less(one, other):
    return one[0] * other[1] - other[0] * one[1], one[1] * other[1]


def figures(inputs, bid):
    """Exact and rounded figure; larger is better."""
    terms = inputs["terms"]
    places, mode = terms["rounding"]["places"], terms["rounding"]["mode"]
    own = evaluated(inputs, bid)
    if terms["method"] == "lowest_life_cycle_cost":
        own = over_life(inputs, bid)
    if terms["method"] != "comprehensive_scoring":
        unit = BASE[bid["price"]["currency"]]
        shown = cut((own[0], own[1] * unit), places, mode)
        return (-own[0], own[1]), (-shown[0] * unit, shown[1])
    benchmark = own
    for other in inputs["bids"]:
        if compare(evaluated(inputs, other), benchmark) < 0:
            benchmark = evaluated(inputs, other)
    exact, shown = (0, 1), (0, 1)
    for criterion in terms["criteria"]:
        part = points(inputs, bid, criterion, benchmark)
        exact, shown = plus(exact, part), plus(shown, cut(part, places, mode))
    return exact, cut(exact, places, mode) if terms["rounding"]["stage"] == "total" else shown


def ranks(inputs, which):
    """Rank by bid: one more than the candidates that beat it, 0 for no candidate; ``which`` 1 is rounded."""
    held = {bid["bid"]: figures(inputs, bid)[which] for bid in inputs["bids"]}
    stand = [
        bid
        for bid in inputs["bids"]
        if not any(same_brand(other, bid) and beats(inputs, held, other, bid) for other in inputs["bids"])
    ]
    among = {**inputs, "bids": stand}
    return {
        bid["bid"]: 1 + sum(beats(among, held, other, bid) for other in stand) if bid in stand else 0
        for bid in inputs["bids"]
    }


def same_brand(one, other):
    return one.get("brand", "") != "" and one.get("brand") == other.get("brand")


def beats(inputs, held, one, other):
    order = compare(held[one["bid"]], held[other["bid"]])
    equals = [bid for bid in inputs["bids"] if compare(held[bid["bid"]], held[one["bid"]]) == 0]
    for tie_break in inputs["terms"]["tie_breaks"]:
        if order:
            break
        if tie_break == "draw":
            if all(bid["bid"] in inputs.get("draw_order", []) for bid in equals):
                order = inputs.get("draw_order", []).index(other["bid"]) - inputs.get("draw_order", []).index(
                    one["bid"]
                )
            continue
        order = -compare(price_for(inputs, one, tie_break), price_for(inputs, other, tie_break))
        equals = [
            bid
            for bid in equals
            if compare(price_for(inputs, bid, tie_break), price_for(inputs, one, tie_break)) == 0
        ]
    return order > 0


def price_for(inputs, bid, tie_break):
    return evaluated(inputs, bid) if tie_break == "lower_price" else (bid["price"]["amount_minor"], 1)
