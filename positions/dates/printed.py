"""How an uncertain date is printed: in words, and never more exactly than it is known."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def in_words(year: str, month: str | None, day: str | None, qualifier: str) -> str:
    """Words for one date, given as the parts of its EDTF ("201X", None, None, "~": "about 2010s").

    The parts are known to be valid; ``qualifier`` is "", "?", "~" or "%".
    """
    words = _unqualified(year, month, day)
    if qualifier in ("~", "%"):
        words = f"about {words}"
    if qualifier in ("?", "%"):
        words = f"{words} (uncertain)"
    return words


def _unqualified(year: str, month: str | None, day: str | None) -> str:
    if month is None:
        return _years(year)
    if month == "XX":
        return f"{year}, {'month' if day is None else 'month and day'} unknown"
    if month == "24":
        return f"winter {year}–{int(year) + 1:04}"
    if month in SEASONS:
        return f"{SEASONS[month]} {year}"
    named = f"{MONTHS[int(month) - 1]} {year}"
    if day is None:
        return named
    return f"{named}, day unknown" if day == "XX" else f"{int(day)} {named}"


def _years(year: str) -> str:
    # "1900s" is read as a decade by some and as a century by others, so those two are spelt out.
    if year.endswith(("XX", "0X")):
        return f"{year.replace('X', '0')}–{year.replace('X', '9')}"
    return f"{year[:3]}0s" if year.endswith("X") else year


def time_in_words(day: str, clock: str, zone: str) -> str:
    """Words for a time of a day: "15 June 2018", "10:00:00", "Z" give "15 June 2018, 10:00 UTC".

    Seconds are printed unless they are nought; no ``zone`` means local time.
    """
    shown = clock.removesuffix(":00")
    if zone:
        shown += " UTC" if zone == "Z" else f" UTC{zone.replace('-', '−')}"
    return f"{day}, {shown}"


def interval_in_words(start: str, end: str) -> str:
    """Words for an interval, from the words of its ends; ".." is an open end, "" an unknown one."""
    if start == "..":
        return f"by {end}"
    if not start:
        return f"by {end}, beginning unknown"
    if end == "..":
        return f"from {start} on"
    return f"{start} to {end}" if end else f"from {start}, end unknown"
