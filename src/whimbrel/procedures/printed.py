"""Intervals as they are printed and as plain data."""

from whimbrel.procedures.interval import Interval

COARSE = 10
"""From here on a number is printed without digits after the point."""


def figure(value: float, language: str, coarse: float = COARSE) -> str:
    """A number as it is printed: with one digit after the point below `coarse`, unless it is
    whole."""
    text = f"{value:,.0f}" if value >= coarse or value == int(value) else f"{value:.1f}"
    if text == "0.0":
        text = f"{value:.2f}"
    if language == "en":
        return text
    thousands = "\u202f" if language == "fr" else "."
    return text.replace(",", "\0").replace(".", ",").replace("\0", thousands)


def printed(value: Interval | None, language: str, coarse: float = COARSE) -> str:
    """An interval in words: "22-55 (22)" with an en dash, or one number where it is sure."""
    if value is None:
        return "–"
    low, point, high = (
        figure(one, language, coarse) for one in (value.low, value.point, value.high)
    )
    return low if low == high else f"{low}–{high} ({point})"


def bounds(value: Interval | None) -> dict[str, float | None]:
    """Point and interval, rounded to six digits after the point."""
    if value is None:
        return {"point": None, "low": None, "high": None}
    return {
        "point": round(value.point, 6), "low": round(value.low, 6), "high": round(value.high, 6),
    }  # fmt: skip
