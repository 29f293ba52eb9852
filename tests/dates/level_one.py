"""Every form of EDTF level 0 and 1 within the years 1 to 9999, as Hypothesis strategies."""

from __future__ import annotations

from datetime import date, time

from hypothesis import strategies as st

from positions.dates import parse

QUALIFIERS = ("", "?", "~", "%")
ALPHABET = "0123456789-X?~%/.TZ:+YESx [],{}"

years = st.integers(1, 9999).map("{:04}".format)
months = st.dates().map(lambda day: day.isoformat()[:7])
days = st.dates().map(date.isoformat)
# The winter of 9999 ends in the year 10000.
seasons = st.builds("{:04}-{}".format, st.integers(1, 9998), st.sampled_from([21, 22, 23, 24]))
decades = st.integers(1, 999).map("{:03}X".format)
centuries = st.integers(1, 99).map("{:02}XX".format)
months_unknown = years.map("{}-XX".format)
days_unknown = months.map("{}-XX".format)
months_and_days_unknown = years.map("{}-XX-XX".format)

zones = st.one_of(
    st.sampled_from(["", "Z", "+00", "+00:00", "-00:30", "+14:00"]),
    st.builds("{}{:02}".format, st.sampled_from("+-"), st.integers(1, 13)),
    st.builds(
        "{}{:02}:{:02}".format, st.sampled_from("+-"), st.integers(1, 13), st.integers(0, 59)
    ),
)
clocks = st.one_of(
    st.times().map(lambda clock: time.isoformat(clock, "seconds")), st.just("24:00:00")
)
date_times = st.builds("{}T{}{}".format, days, clocks, zones)


def qualified(form: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("{}{}".format, form, st.sampled_from(QUALIFIERS))


ends = qualified(st.one_of(years, months, days, seasons))


def _in_order(one: str, other: str) -> str:
    first, last = parse(one).earliest, parse(other).latest
    assert first
    assert last
    return f"{one}/{other}" if first <= last else f"{other}/{one}"


FORMS: dict[str, st.SearchStrategy[str]] = {
    "year": qualified(years),
    "month": qualified(months),
    "day": qualified(days),
    "season": qualified(seasons),
    "decade": qualified(decades),
    "century": qualified(centuries),
    "month unknown": qualified(months_unknown),
    "day unknown": qualified(days_unknown),
    "month and day unknown": qualified(months_and_days_unknown),
    "date and time": date_times,
    "interval": st.builds(_in_order, ends, ends),
    "open beginning": ends.map("../{}".format),
    "open end": ends.map("{}/..".format),
    "unknown beginning": ends.map("/{}".format),
    "unknown end": ends.map("{}/".format),
}
expressions = st.one_of(*FORMS.values())


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A valid expression with one character taken out, put in, or exchanged."""
    text: str = draw(expressions)
    at = draw(st.integers(0, len(text) - 1))
    put: str = draw(st.sampled_from(["", *ALPHABET]))
    return text[:at] + put + text[at + draw(st.integers(0, 1)) :]
