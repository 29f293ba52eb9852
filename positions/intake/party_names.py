"""What the words of a name suggest of a party that is not recorded yet, such as its kind (pure)."""

from __future__ import annotations

import re

from positions.choices import StakeholderKind
from positions.extraction import How, Speaker
from positions.extraction.lexicon import CAPITALS
from positions.extraction.lexicon.places import COUNTRIES, STATES
from positions.extraction.lexicon.roles import ROLES
from positions.extraction.lexicon.words import MEDIA, PEOPLE, STOPPED_TITLES, TITLES
from positions.extraction.people.persons import is_people
from positions.naming import with_initials

# Bodies that English-language news names daily and whose names have no word that tells what they
# are, or have one that misleads (the European Commission is no agency, the White House no
# legislature). The list needs no more: a kind is proposed, and the editor sees and changes it.
_NAMED: tuple[tuple[StakeholderKind, str], ...] = (
    (StakeholderKind.PARTY, r"snp|plaid cymru|ukip|dup|sdlp|sinn fein|gop|rnc|dnc"),
    (
        StakeholderKind.UNION,
        r"teamsters|unison|unite|rmt|aslef|nasuwt|afl-cio|seiu|tuc|trades? unions? congress",
    ),
    (StakeholderKind.TRADE, r"cbi|law society"),
    (StakeholderKind.LEGISLATURE, r"knesset|bundestag|duma"),
    (
        StakeholderKind.GOVERNMENT,
        (
            r"white house|downing street|number 10|pentagon|kremlin|palestinian authority"
            r"|european (?:union|commission|council)|eu"
        ),
    ),
    (
        StakeholderKind.AGENCY,
        (
            r"nasa|fbi|cia|epa|fdic|irs|fda|fcc|^fed$|of(?:com|sted|gem|wat)"
            r"|federal reserve|united nations|nato|imf|international monetary fund"
        ),
    ),
    (
        StakeholderKind.OUTLET,
        (
            r"^(?:the )?(?:economist|independent|scotsman|australian|atlantic|hill|nation|sun|star"
            r"|age|haaretz|forbes|xinhua|vedomosti)$|usa today|agence france-presse|al jazeera"
            r"|le monde|der spiegel|publishers weekly"
        ),
    ),
    (StakeholderKind.ADVOCACY, r"greenpeace|planned parenthood"),
)
# Words of the names of each kind. The first that fits counts: a kind stands before those whose
# words its names may have, too (the Home Office is no agency), and what half of all groups may be
# called comes last.
_WORDS: tuple[tuple[StakeholderKind, str], ...] = (
    (StakeholderKind.CAUCUS, r"caucus"),
    (StakeholderKind.COURT, r"courts?|tribunal"),
    (
        StakeholderKind.PARTY,
        (
            r"(?:national|democratic|republican) committee|^(?:conservative|republican|democrat)$"
            r"|(?<=\S )party|democrats|republicans"
            r"|conservatives|tories|tory|(?<!of )labour(?! (?:union|organi[sz]ation))|lib dems?"
            r"|liberal democrats?|greens"
        ),
    ),
    (
        StakeholderKind.UNION,
        (
            r"(?!(?:liberties|farmers|students|anglers|mothers|consumers|tenants|owners)['’]? )"
            r"\w+s['’]? union|national union of (?!students)|international union"
            r"|university and college union|education association|federation of teachers"
            r"|(?:trades?|workers'?|teachers'?|nurses'?|labou?r|firefighters'?|drivers'?) union"
            r"|\w*workers|brotherhood|(?:flight attendants|pilots'?|nurses'?|teachers'?"
            r"|police officers'?) (?:association|federation)|local \d+"
        ),
    ),
    (
        StakeholderKind.TRADE,
        (
            r"chamber|farmers['’]? union|federation of small businesses|(?:bankers"
            r"|brewers|builders|growers|retailers|manufacturers"
            r"|farmers|insurers|landlords|publishers|hauliers|employers|realtors|doctors"
            r"|lawyers|bar"
            r"|medical|industry|trade|hospital|restaurant|motor|oil|petroleum|retail)(?:'|’|'s|’s)?"
            r" (?:\w+ )?(?:association|federation|council|institute|consortium|league)"
            r"|confederation of|institute of directors|guild"
        ),
    ),
    (StakeholderKind.ADVOCACY, r"church|diocese|synod|mosque|synagogue"),
    (StakeholderKind.COALITION, r"coalition|alliance|federation"),
    (StakeholderKind.INVESTORS, r"investors?|shareholders?|fund|funds|capital"),
    (
        StakeholderKind.RESEARCH,  # a document that stands for those who made it
        r"(?<=\S )(?:review|report|inquiry|enquiry|study|survey|poll)$",
    ),
    (StakeholderKind.UNIVERSITY, r"university|college|school|academy|polytechnic"),
    (
        StakeholderKind.RESEARCH,
        (
            r"institute|institution|laboratory|observatory|researchers?|research cent(?:er|re)"
            r"|cent(?:er|re) for (?:\w+ ){0,3}(?:research|studies)"
        ),
    ),
    (
        StakeholderKind.LEGISLATURE,
        (
            r"parliament|congress|senate|assembly|house|commons|lords"
            r"|legislature|(?:select|standing|joint|audit|accounts|(?<!public )affairs|judiciary"
            r"|appropriations|ways and means|intelligence|armed services|relations|oversight|ethics"
            r"|scrutiny) (?:sub)?committee"
        ),
    ),
    (
        StakeholderKind.GOVERNMENT,
        (
            r"office of the (?:deputy )?(?:prime minister|president|first minister|governor)"
            r"|(?:prime minister|president|first minister|governor)['’]s office"
            r"|government|(?<!drug )(?<!aviation )(?<!security )administration|cabinet"
            r"|treasury|ministry|(?:home|foreign|cabinet) office|department|delegation"
        ),
    ),
    (
        StakeholderKind.MUNICIPALITY,
        (
            r"(?:town|parish|district|village) (?:of|hall|board)"
            r"|council|city|county|borough|municipality|township"
        ),
    ),
    (
        StakeholderKind.AGENCY,
        (
            r"agency|office|bureau|commission|police|sheriff|authority|board|service|inspectorate"
            r"|regulator|ombudsman|administration|executive"
        ),
    ),
    (
        StakeholderKind.OUTLET,  # Fox alone is rather a surname
        "|".join(sorted(map(re.escape, MEDIA - {"fox"})))
        + r"|dispatch|courier|examiner|inquirer|sentinel|advertiser|argus|(?:associated|free) press"
        r"|press association|(?:daily|sunday|evening|morning|weekly) \w+",
    ),
    (
        StakeholderKind.COMPANY,
        (
            r"inc|corp|corporation|company|ltd|llc|plc|gmbh|bank|group|technologies|systems"
            r"|\w+\.com|strategies|partners|communications|messaging|consulting|promotions|productions"
            r"|enterprises|ventures|services|airport|airlines?|airways|railways?|motors|energy|oil|holdings|stores|industries"
        ),
    ),
    (
        StakeholderKind.ADVOCACY,
        (
            r"union|association|society|network|campaign|foundation|clubs?"
            r"|(?<=\S )international|watch|friends|league|front"
            r"|action|rights|anglers|centre|center|project|committee|trust|initiative|pac|communities"
        ),
    ),
)
_KINDS = [
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in (*_NAMED, *_WORDS)
]
_PARTY = dict(_KINDS)[StakeholderKind.PARTY]
_PEOPLE = PEOPLE - {"police"} | {"some", "many", "others"}
_INITIALS = re.compile(rf"(?<![\w.])[{CAPITALS}](?:\.[{CAPITALS}])+\.?(?!\w)")  # F.B.I.
_RUN_TOGETHER = re.compile(r"[A-Z][a-z]++[A-Z]\w*+")  # YouTube
_INVESTING = re.compile(r"\b(?:share|stock)holders?\b|\binvestors?\b", re.IGNORECASE)
_DOCUMENT = re.compile(r"[a-z][a-z -]*")  # no name: a resolution, a court order
_POINTING = re.compile(r"(?:both|these|those|neither|either|all|two|three|four)\b", re.IGNORECASE)
_PERSON = re.compile(
    rf"(?<![\w'’.-])[{CAPITALS}][\w'’.-]++"
    rf"(?: (?:[{CAPITALS}][\w'’.-]*+|de|van|von|der|la|al|bin)){{1,3}}"
)
_AND = re.compile(r",\s++and\s++|,\s++|(?<![\s,])\s++and\s++")
_BREAK = re.compile(r"(?<!\s)\s*+[,;|(]\s*+|(?<!\s)\s++[-–—]\s++")
_WORD = re.compile(r"[\w'’-]++")
_MOST_OF_ROLE = 4  # words behind a name in which its role stands
_WITHIN = re.compile(r"\b(?:of|for|from|in|with|at|on|to)\b")


def kind_of_name(name: str) -> StakeholderKind:
    """The kind that the words of a name speak for.

    Where none does, one word is rather a company's name, and two to four a person's.
    """
    lower = name.lower()
    name = _INITIALS.sub(lambda found: found[0].replace(".", ""), name)
    if lower in COUNTRIES or lower in STATES:
        return StakeholderKind.GOVERNMENT
    if lower in _PEOPLE or (is_people(name) and not _PARTY.search(name)):
        return StakeholderKind.COLLECTIVE
    for kind, words in _KINDS:
        if words.search(name):
            return kind
    if (name.istitle() and " " not in name) or _RUN_TOGETHER.fullmatch(name):
        return StakeholderKind.COMPANY
    return StakeholderKind.PERSON if _PERSON.fullmatch(name) else StakeholderKind.ADVOCACY


def is_document(speaker: Speaker) -> bool:
    """Whether a resolution or the like speaks: whose it is, the tracker has to be told."""
    return speaker.how is How.DOCUMENT and _DOCUMENT.fullmatch(speaker.name) is not None


def refers_back(speaker: Speaker) -> bool:
    """Whether they are only pointed to: both offices, the two groups."""
    return speaker.how is How.HEAD_NOUN and _POINTING.match(speaker.name) is not None


def _of_group(name: str) -> StakeholderKind:
    investors = _INVESTING.search(name)
    return StakeholderKind.INVESTORS if investors else StakeholderKind.COLLECTIVE


def kind_of(speaker: Speaker) -> StakeholderKind:
    """The kind of a speaker: who is described and not named is a collective."""
    named = speaker.name == speaker.organisation and speaker.name != speaker.name.lower()
    if speaker.how is How.HEAD_NOUN and not named:
        return _of_group(speaker.name)
    if speaker.role or speaker.how is How.SURNAME:
        return StakeholderKind.PERSON
    return kind_of_name(speaker.name)


def separate_groups(name: str) -> list[str]:
    """The groups that a list without names is of: canoe clubs and river wardens.

    A phrase that may be one group is left whole: groups of parents and teachers.
    """
    parts = [each.strip() for each in _AND.split(name)]
    plural = all(each.endswith("s") and each.split()[-1].islower() for each in parts)
    if len(parts) < 2 or not plural or _WITHIN.search(name):
        return [name]
    return [each[:1].upper() + each[1:] for each in parts]


def kind_of_line(printed: str) -> StakeholderKind:
    """The kind proposed for a line of a list of signatories: a collective if it only describes."""
    if reads_as_person(printed):
        return StakeholderKind.PERSON
    name, _ = with_initials(printed)
    last = name.rsplit(maxsplit=1)[-1]
    described = last.islower() and last.endswith("s")
    return StakeholderKind.COLLECTIVE if described else kind_of_name(name)


def reads_as_person(printed: str) -> bool:
    """Whether a line names a person and says more than a name: a title, a role or their body."""
    name, *rest = _BREAK.split(printed, maxsplit=1)
    if kind_of_name(name) != StakeholderKind.PERSON:
        return False
    behind = " ".join(rest)
    words = _WORD.findall(behind.lower())[:_MOST_OF_ROLE]
    titled = name.split(maxsplit=1)[0].rstrip(".").lower() in TITLES | STOPPED_TITLES
    of_body = any(pattern.search(behind) for _, pattern in _KINDS)
    return titled or of_body or " capacity" in behind.lower() or not ROLES.isdisjoint(words)
