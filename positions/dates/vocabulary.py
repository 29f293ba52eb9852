"""The words of printed dates: months, weekdays, seasons, numbers, and what stands before them."""

from __future__ import annotations

from positions.dates.printed import MONTHS as MONTHS_PRINTED


def listed(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())


WEEKDAYS_PRINTED = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

FULL_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS_PRINTED, 1)}
MONTHS = {
    **FULL_MONTHS,
    **{name[:3]: number for name, number in FULL_MONTHS.items()},
    "sept": 9,
}
# In full alone: short forms such as "ago" or "mar" mean other things in other languages.
FOREIGN_MONTHS = {
    name: number
    for language in (  # French, German, Spanish, Italian, Portuguese, Dutch
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",  # noqa: E501
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
    )
    for number, name in enumerate(language.split(), 1)
    if name not in MONTHS
}

FULL_WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAYS_PRINTED)}
WEEKDAYS = {
    **FULL_WEEKDAYS,
    **{name[:3]: number for name, number in FULL_WEEKDAYS.items()},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {
    "a": 1,
    "an": 1,
    **{name: number for number, name in enumerate(_SMALL, 1)},
    **{name: 10 * number for number, name in enumerate(_TENS, 2)},
}
TENS = {name: NUMBERS[name] for name in _TENS}

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
ORDINALS = {name: number for number, name in enumerate(_ORDINALS, 1)}
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3}
QUARTERS["4th"] = 4

UNITS = {
    **{unit: unit for unit in ("day", "week", "month", "year")},
    **{f"{unit}s": unit for unit in ("day", "week", "month", "year")},
}
# Words with a meaning before a date that leaves it as it is: "late last year" is that year.
LEADS = listed(
    "on in at during throughout over back of the early late mid beginning start middle end"
    " sometime dated"
)
# After one of these, a month, a season or a year alone is a time ("in May"), and no other word.
TELLING = listed(
    "in on during throughout over early late mid beginning start middle end since until till by"
    " before after from between to through"
)
ABOUT = listed("about around circa approximately roughly some ca c")
TIMES_OF_DAY = listed("morning afternoon evening night")
ZONES = listed("utc gmt z et est edt ct cst cdt mt mst mdt pt pst pdt bst cet cest aest aedt ist")
# What may follow a bare number that is a date: "on the 5th to", and not "on the 5th floor".
FUNCTION_WORDS = listed(
    "and or but that which who when where while as if so than to in at on for with by from of"
    " about after before during until because the a an this his her its their our my it he she"
    " they we i you was were is are had has have did said says would could will may might"
)
# Words that are times; of the names, only those with a capital are in running text.
NAMES = frozenset((*MONTHS, *WEEKDAYS))
TIMES = frozenset(
    {*SEASONS, *UNITS, *TIMES_OF_DAY, *ORDINALS, *FOREIGN_MONTHS, "weekend", "thirtieth"}
    | listed("today tonight yesterday tomorrow fiscal financial tax academic school fy")
    | listed("q1 q2 q3 q4 h1 h2")
)
# Words that a time may begin with, and those that may stand before it.
BEGINNINGS = frozenset(
    {*NAMES, *TIMES, *NUMBERS}
    | listed("this last past earlier later so next coming following previous preceding that")
    | listed("same every each any another over more at under almost nearly less not well")
    | listed("just little slightly")
)
RELATIONS = listed("since from starting after until till by up no before prior between")
