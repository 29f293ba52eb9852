"""Times in running text: found where a reader sees them, and meaning what their words mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from positions.dates import Refused, UncertainDate, Understood, find, parse, understand
from positions.dates.tokens import Line

MONDAY = parse("2018-06-18")
DAYS = tuple(
    date.fromisoformat(day)
    for day in (
        *("2018-06-18", "2019-02-07", "2019-01-16", "2020-02-29", "2018-01-01", "2018-12-31"),
        *("2019-03-31", "2018-06-16", "2018-06-17", "2016-10-05"),
    )
)

WEEKDAYS = ("Monday", "Wednesday", "Friday", "Sunday")
MONTHS = ("January", "February", "May", "Sept.", "Oct.", "December")
SEASONS = ("spring", "summer", "autumn", "fall", "winter")
COUNTS = ("a", "two", "3", "twenty-one")
UNITS = ("day", "week", "month", "year")


def past() -> Iterator[str]:
    """Phrases whose wording puts them before the day that they are counted from, or on it."""
    yield from ("today", "yesterday", "last night", "the day before yesterday", "this morning")
    for lead, day, time in product(("", "on ", "last ", "late "), WEEKDAYS, ("", " morning")):
        yield f"{lead}{day}{time}"
    yield from ("last week", "last month", "last year", "last weekend", "the week before last")
    yield from (f"last {name}" for name in (*MONTHS, *SEASONS))
    yield from (f"{count} {unit}s ago" for count, unit in product(COUNTS[1:], UNITS))
    yield from (f"{more} a {unit} ago" for more, unit in product(
        ("over", "more than", "almost", "less than", "about"), UNITS
    ))  # fmt: skip
    yield from (f"earlier this {unit}" for unit in UNITS[1:])
    yield from (f"the past {unit}" for unit in UNITS[1:])
    yield from (f"on the {day}" for day in ("1st", "5th", "20th", "28th"))
    yield from (f"on {month} {day}" for month, day in product(MONTHS, (1, 15, 29)))
    yield from (f"on {day} and {day + 2} {month}" for month, day in product(MONTHS, (1, 15)))
    yield from ("on Friday and Saturday", "from Monday to Friday", "two or three weeks ago")
    yield from ("Friday of last week", "two weeks ago on Friday", "the past two weeks")


def others() -> Iterator[str]:
    """Phrases of the calendar, those about the time that runs, and those that are refused."""
    for month, year in product(MONTHS, ("2018", "’18", "of last year")):
        yield from (f"in {month} {year}", f"in early {month} {year}", f"on {month} 5, {year}")
    yield from (f"{lead} {month}" for lead, month in product(("in", "this", "early"), MONTHS))
    yield from (f"{lead} {name}" for lead, name in product(("in the", "this", "next"), SEASONS))
    yield from (f"{name} 2018" for name in SEASONS)
    yield from (f"{which} {unit}" for which, unit in product(
        ("this", "next", "the previous", "the following", "every", "that"), UNITS
    ) if f"{which} {unit}" != "this day")  # fmt: skip
    yield from (f"{which} {day}" for which, day in product(("this", "next", "that"), WEEKDAYS))
    yield from (f"two {unit}s {way}" for unit, way in product(UNITS, ("earlier", "later")))
    yield from ("5–7 June 2018", "on Mar 3 - 5, 2024", "28 May – 3 June 2018", "May–July 2018")
    yield from ("on 03/04/2014", "on 24/05/2018", "on 2018-05-24", "on 31 February 2020")
    yield from ("in 2018", "in the 1990s", "in 2016–18", "in 2009-10", "in Q2 2018")
    yield from ("since 2016", "until last month", "by Friday", "after May 5", "before 2019")
    yield from ("between May and July", "from May to July 2018", "around May 5", "in fiscal 2019")
    yield from ("on Monday, June 15", "over the weekend", "this weekend", "on Friday, 15 Jun 2018")
    yield from ("24 mai 2018", "2018-05-24T10:00Z", "June 15, 2018 at 5:00 p.m. ET", "tomorrow")


PHRASES = (*past(), *others())


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_means_the_same_in_a_sentence_as_by_itself(phrase: str) -> None:
    for day in (*DAYS, None):
        published = parse(day.isoformat()) if day else None
        for sentence in (
            f"She left {phrase} for good",
            f"“No,” she said {phrase}, and left.",
            phrase,
        ):
            found = find(sentence, published)
            assert [each.text for each in found] == [phrase], (day, sentence)
            assert found[0].meaning == understand(phrase, published), (day, sentence)


@pytest.mark.parametrize("phrase", tuple(past()))
def test_what_is_past_by_its_wording_never_lies_after_the_day(phrase: str) -> None:
    understood = 0
    for day in DAYS:
        result = understand(phrase, parse(day.isoformat()))
        if isinstance(result, Understood):
            understood += 1
            assert result.date.latest is not None
            assert result.date.latest <= day, (day, result)
    assert understood


@given(st.sampled_from(PHRASES), st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_what_is_counted_has_begun_by_the_day_and_is_edtf(phrase: str, day: date) -> None:
    result = understand(phrase, parse(day.isoformat()))
    if isinstance(result, Refused):
        assert result.reason
        return
    assert result.date == parse(result.date.edtf)
    if result.basis == "counted" and result.date.earliest is not None:
        assert result.date.earliest <= day


FORMATS = (
    *("%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%b %d, %Y", "%b %d %Y", "%A, %d %B %Y"),
    *("%a, %d %b %Y %H:%M:%S +0000", "%d-%b-%Y", "%A %B %d %Y"),
    *("the %dth of %B, %Y", "%Y-%m-%d %H:%M", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y"),
)  # fmt: skip


@given(st.datetimes().filter(lambda each: each.year >= 1000), st.sampled_from(FORMATS))
def test_a_whole_date_is_that_day_however_it_is_written(when: object, form: str) -> None:
    assert hasattr(when, "strftime")
    written = when.strftime(form)
    day = when.strftime("%Y-%m-%d")
    result = understand(written, MONDAY)
    if isinstance(result, Refused):  # 03/04/2014
        assert form in FORMATS[-3:]
        assert day in [each.edtf for each in result.readings]
    else:
        assert result.date.edtf == day


@given(st.dates(date(2, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_in_the_week_up_to_the_day(day: date, number: int) -> None:
    name = (date(2018, 6, 18) + timedelta(number)).strftime("%A")
    result = understand(name, parse(day.isoformat()))
    assert isinstance(result, Understood)
    assert result.date.earliest is not None
    assert 0 <= (day - result.date.earliest).days < 7
    assert result.date.earliest.strftime("%A") == name


@given(st.dates(date(1000, 1, 1)), st.integers(2, 20), st.sampled_from(UNITS))
def test_so_long_ago_has_the_very_day_within_it(day: date, count: int, unit: str) -> None:
    ago = understand(f"{count} {unit}s ago", parse(day.isoformat()))
    over = understand(f"over {count} {unit}s ago", parse(day.isoformat()))
    assert isinstance(ago, Understood)
    assert isinstance(over, Understood)
    assert ago.date.earliest is not None
    assert over.date.latest is not None
    assert ago.date.latest is not None
    assert ago.date.earliest <= over.date.latest <= ago.date.latest
    assert over.date.earliest is None


WORDS = (
    *("last", "this", "next", "the", "earlier", "ago", "two", "or", "week", "Friday", "May"),
    *("on", "in", "about", "late", "over", "between", "and", "to", "since", "of", "a", "Jun"),
    *("months", "years"),
    *("15", "31st", "2018", "’18", "juin", "Q2", "12:30", "-", "–", "/", ",", ".", "0", "spring"),
    *("03/04/2014", "2018-05", "weekend", "before", "yesterday", "1990s", "every", "half", "’s"),
)  # fmt: skip
published_days = st.one_of(
    st.none(), st.sampled_from(["2018-06-18", "2018-06", "2018~", "../2018-06", "0001-01-01"])
).map(lambda each: parse(each) if each else None)


@settings(deadline=None)
@given(
    st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)),
    published_days,
)
def test_any_text_is_read_without_an_error_and_each_time_in_it_means_what_its_words_mean(
    text: str, published: UncertainDate | None
) -> None:
    understand(text, published)
    done = 0
    for each in find(text, published):
        assert each.start >= done
        assert text[each.start : each.end] == each.text
        assert each.meaning == understand(each.text, published)
        done = each.end


@pytest.mark.parametrize(
    "text",
    [
        "She may march on the second floor, and may go.",
        "He told Today, and Radio 4's Today programme, how it went in the fall debates.",
        "In the fall of Rome, on the 5th floor, on the 5th Circuit's bench.",
        "On Black Friday the Mail on Sunday, the Sunday Times and USA Today printed it.",
        "Form 2018-05-24-77, https://example.org/2018/05/24/a, 3.5.2018.1 and COVID-19.",
        "The $2018 bill, section 1.2.3, 1,200 people, 24/7, 9/11 and half an hour ago.",
        "She won the first of six, a second, and the third.",
        "Mars and June Smith said so; April met May.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert find(text, MONDAY) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On May 3 and 20 others on May 4", ["On May 3", "on May 4"]),
        ("It will be so in May, 2018 people said", ["in May"]),
        ("Friday's vote, Tuesday of the plan", ["Friday", "Tuesday"]),
        ("Last month and on Tuesday, June 5, it said", ["Last month", "on Tuesday, June 5"]),
        ("the week of June 5", ["June 5"]),
        ("It is dry. Today it rains.\nToday it does, today", ["Today", "Today", "today"]),
        ("on Friday three weeks ago on Monday", ["on Friday three weeks ago on Monday"]),
        ("in 2018–the year", ["in 2018"]),
        ("on Friday—a holiday", ["on Friday"]),
        ("\x02\x02\x02 on Monday \x03\x03", ["on Monday"]),
    ],
)
def test_times_are_found_with_their_edges(text: str, found: list[str]) -> None:
    assert [each.text for each in find(text, MONDAY)] == found


def test_times_that_follow_each_other_are_one_that_is_understood_or_not() -> None:
    (found,) = find("It was on Friday yesterday.", MONDAY)
    assert found.meaning == Refused("it is no date that is understood", cause="unknown")


@pytest.mark.parametrize(
    "unit",
    [
        *("on ", "the ", "5, ", "June ", "in the ", "last ", "two or ", "1", "1.", "1-", "1/", "a"),
        *("’", "–", "between ", "from 5 to ", "Friday and ", "5, 6 and ", "2018-", "early mid-"),
        *("this past ", "over a ", ".", "“", "\u200b", "2018-05-24T", "12:", "3 a.m. ", "½"),
    ],
)  # fmt: skip
def test_the_work_grows_with_the_length_and_no_faster(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0
    plain = Line.word

    def counted(line: Line, at: int) -> str:
        nonlocal looks
        looks += 1
        return plain(line, at)

    monkeypatch.setattr(Line, "word", counted)
    find(unit * (5_000 // len(unit)), MONDAY)
    once, looks = looks, 0
    find(unit * (10_000 // len(unit)), MONDAY)
    assert looks <= 2.2 * once + 1000


@pytest.mark.parametrize(
    "character", ["1", "a", "½", "’", " ", "\u200b", "5, ", "1.", "May ", "on "]
)
def test_two_hundred_thousand_characters_are_read_to_their_end(character: str) -> None:
    text = f"{character * (200_000 // len(character))} yesterday"
    assert find(text, MONDAY)[-1].text.endswith("yesterday")
