"""Verbs by which a text gives somebody's words, in all their forms."""

from typing import Literal, NamedTuple

from positions.extraction.lexicon import listed

Sort = Literal["say", "tell", "think", "stance", "call", "ask", "read"]
Form = Literal["finite", "past", "participle", "base"]


class Verb(NamedTuple):
    """One form of a verb: `past` is also the passive's form, `base` also an infinitive."""

    lemma: str
    sort: Sort
    form: Form


_SAY = listed(
    """say add write note argue claim warn explain insist state declare announce suggest admit
    acknowledge concede reply respond answer stress emphasise emphasize maintain contend assert
    conclude comment remark observe recall reiterate repeat continue confirm deny promise pledge
    vow complain caution counter predict quip joke tweet post testify allege estimate propose
    recommend lament shout interject interrupt retort report begin signal clarify affirm protest
    exclaim whisper mutter sigh laugh snap reckon accept shrug venture muse hint imply indicate
    rule swear scoff boast concur speculate guarantee plead fume opine gush groan thunder demur
    intone enthuse confess confide crow deadpan bemoan bellow yell scream gripe grumble growl
    moan proclaim inquire scold sneer snarl surmise theorise theorize posit rejoin chide chuckle
    wisecrack underline underscore"""
) | {
    "point out", "make clear", "speak out", "speak of", "call out", "come out", "shoot back",
    "write back",
}  # fmt: skip
LOOSE = listed(
    """charge offer reason reflect cry remember reveal echo vent rage tease bristle elaborate
    marvel fret recount riposte blurt stammer rant roar implore beseech whine whinge jeer snort
    splutter seethe huff jest exult restate reaffirm aver avow attest postulate hypothesise
    hypothesize admonish rebuke preach pronounce disclose divulge volunteer ponder enquire
    intimate insinuate prophesy fulminate pontificate rasp croak murmur mumble shriek holler sob
    bark boom beam retaliate grouse exhort parry gibe jibe hiss chirp bleat squeak chorus sniff
    apologise apologize drawl grunt expound philosophise philosophize assent inveigh beg brag
    rue"""
) | {
    "go on", "carry on", "hit back", "fire back", "weigh in", "chime in", "chip in", "cut in",
    "butt in", "sum up", "pipe up", "speak up", "blurt out", "burst out", "lash out", "hit out",
    "spell out", "double down",
}  # fmt: skip
"""Verbs that say something only beside a quotation or before "that" (“Never,” she offered)."""
_STANCE = listed(
    """urge demand oppose support endorse reject welcome criticise criticize condemn denounce
    praise accuse back favour favor applaud object defend deplore decry slam deride ridicule
    mock rebut refute commend question blast lambast lambaste castigate excoriate laud assail"""
) | {
    "raise concerns", "express concern", "express concerns", "express reservations", "rule out",
    "play down",
}  # fmt: skip
_LEMMAS: dict[Sort, frozenset[str]] = {
    "say": _SAY | LOOSE,
    "tell": listed("tell assure remind inform advise reassure notify"),
    "think": listed(
        """believe think hope fear expect doubt agree disagree regret want prefer dispute threaten
        blame intend worry feel suspect find"""
    ),
    "stance": _STANCE,
    "call": listed("call describe dismiss label brand hail"),
    "ask": listed("ask wonder"),
    "read": listed("read"),
}
_DOUBLING = listed(
    """admit quip snap shrug concur demur deadpan fret aver sob beg brag regret prefer slam rebut
    chip sum"""
)
"""Verbs whose last letter is written twice before -ed and -ing."""
_IRREGULAR = {
    "agree": "agrees agreed agreeing",
    "begin": "begins began beginning",
    "beseech": "beseeches beseeched besought beseeching",
    "burst": "bursts burst bursting",
    "come": "comes came coming",
    "cut": "cuts cut cutting",
    "disagree": "disagrees disagreed disagreeing",
    "echo": "echoes echoed echoing",
    "feel": "feels felt feeling",
    "find": "finds found finding",
    "go": "goes went going",
    "guarantee": "guarantees guaranteed guaranteeing",
    "hit": "hits hit hitting",
    "label": "labels labelled labeled labelling labeling",
    "make": "makes made making",
    "marvel": "marvels marvelled marveled marvelling marveling",
    "read": "reads read reading",
    "say": "says said saying",
    "shoot": "shoots shot shooting",
    "signal": "signals signalled signaled signalling signaling",
    "speak": "speaks spoke speaking",
    "spell": "spells spelled spelt spelling",
    "swear": "swears swore swearing",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "write": "writes wrote writing written",
}
"""The forms of the verbs whose forms do not follow from their lemmas."""


def _inflected(verb: str) -> list[str]:
    """Give the forms of a verb of one word: says, said, saying."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb].split()
    if verb.endswith("e"):
        return [f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    stem = verb + verb[-1] if verb in _DOUBLING else verb
    es = "es" if verb.endswith(("s", "sh", "ch")) else "s"
    return [verb + es, f"{stem}ed", f"{stem}ing"]


def _form(form: str) -> Form:
    if form.endswith("ing"):
        return "participle"
    return "finite" if form.endswith("s") else "past"


def _table() -> dict[str, Verb]:
    """Give every form of every lemma; of two words, the first is the verb (went on)."""
    table: dict[str, Verb] = {}
    for sort, lemmas in _LEMMAS.items():
        for lemma in lemmas:
            verb, *second = lemma.split()
            table[lemma] = Verb(lemma, sort, "base")
            for form in _inflected(verb):
                table[" ".join([form, *second])] = Verb(lemma, sort, _form(form))
    return table


_TABLE = _table()
FORMS = {form: verb for form, verb in _TABLE.items() if " " not in form}
"""Every form of every verb of saying."""
PHRASES = {form: verb for form, verb in _TABLE.items() if " " in form}
"""Cues of two words, as they are printed."""

OBJECTS = listed(
    """blame deny promise propose recommend accept doubt regret want prefer pledge predict demand
    admit acknowledge announce confirm vow dispute threaten intend fear oppose support endorse
    reject welcome criticise criticize condemn denounce praise accuse back favour favor applaud
    object defend question urge call describe dismiss label brand lament expect ask suggest warn
    blast lambast lambaste castigate excoriate laud assail
    disagree agree conclude cite deplore decry slam deride ridicule mock rebut refute commend
    hail"""
) | {"rule out", "play down"}
"""Lemmas whose object or infinitive is itself what is reported ("rejected the plan")."""

AFTER_QUOTATION = listed("read say tell think ask")
"""Sorts that may stand after the quoted words ("…," she told reporters)."""

QUOTING = frozenset(["quoted", "quotes", "quoting", "cited", "cites", "citing"])
"""Verbs of who gives another's words: quoted N as saying."""

OF_MIND = listed(
    """adamant confident convinced concerned worried sceptical skeptical unconvinced hopeful
    optimistic certain sure clear afraid unsure doubtful insistent"""
)
"""What somebody is who holds that something is so (was adamant that)."""

UNSPOKEN = listed(
    """want support back favour favor prefer oppose accept feel like begin hope believe think fear
    expect doubt worry welcome endorse suspect intend maintain"""
)
"""Verbs of what somebody wants or holds, which a reporter may tell without anybody's words."""

NOUN_LIKE = listed(
    """worries hints rules guarantees guarantee rule hint worry suspect suspects
    hopes reports stresses questions labels post hope object reading objects claim back
    beginning demand promise protest fears signals protests calls brands pledge welcome
    demands estimate remarks backs states support notes doubt note thought question praise
    answer fear claims call supports promises signal complaints counters doubts pledges
    estimates tweets comments posts replies answers report state warning comment writing
    jokes"""
)  # fmt: skip
"""Forms that are as often nouns: verbs only where a subject stands right before them."""
