"""A number shared out by shares."""


def shared(size: int, shares: list[float]) -> list[int]:
    """A number shared out, the largest remainders first, so that all parts sum to it."""
    whole = sum(shares)
    exact = [size * one / whole for one in shares]
    found = [int(one) for one in exact]
    order = sorted(range(len(shares)), key=lambda at: found[at] - exact[at])
    for at in order[: size - sum(found)]:
        found[at] += 1
    return found
