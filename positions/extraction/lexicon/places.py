"""Countries and parties, what their people are called, and the offices that speak for them."""

from positions.extraction.lexicon import listed


def _countries() -> dict[str, str]:
    """Give the country of each adjective, from lines of "Name:adjective,adjective"."""
    table: dict[str, str] = {}
    for line in _ADJECTIVES.strip().splitlines():
        for entry in line.split(";"):
            name, _, words = entry.strip().partition(":")
            for word in words.split(","):
                table[word] = name
    return table


_ADJECTIVES = """
Afghanistan:afghan;Albania:albanian;Algeria:algerian;Argentina:argentine,argentinian
Armenia:armenian;Australia:australian;Austria:austrian;Bangladesh:bangladeshi;Belarus:belarusian
Belgium:belgian;Bolivia:bolivian;Bosnia:bosnian;Brazil:brazilian;Britain:british
Bulgaria:bulgarian;Canada:canadian;Chile:chilean;China:chinese;Colombia:colombian;Croatia:croatian
Cuba:cuban;Cyprus:cypriot;Czech Republic:czech;Denmark:danish;Egypt:egyptian;Estonia:estonian
Ethiopia:ethiopian;Finland:finnish;France:french;Georgia:georgian;Germany:german;Ghana:ghanaian
Greece:greek;Hungary:hungarian;Iceland:icelandic;India:indian;Indonesia:indonesian;Iran:iranian
Iraq:iraqi;Ireland:irish;Israel:israeli;Italy:italian;Jamaica:jamaican;Japan:japanese
Jordan:jordanian;Kazakhstan:kazakh;Kenya:kenyan;Kuwait:kuwaiti;Latvia:latvian;Lebanon:lebanese
Libya:libyan;Lithuania:lithuanian;Malaysia:malaysian;Malta:maltese;Mexico:mexican;Moldova:moldovan
Morocco:moroccan;Netherlands:dutch;New Zealand:zealand;Nigeria:nigerian;Norway:norwegian
Pakistan:pakistani;Palestine:palestinian;Peru:peruvian;Philippines:philippine,filipino
Poland:polish;Portugal:portuguese;Qatar:qatari;Romania:romanian;Russia:russian;Rwanda:rwandan
Saudi Arabia:saudi;Serbia:serbian;Singapore:singaporean;Slovakia:slovak;Slovenia:slovenian
Somalia:somali;South Africa:african;Spain:spanish;Sudan:sudanese;Sweden:swedish;Switzerland:swiss
Syria:syrian;Taiwan:taiwanese;Thailand:thai;Tunisia:tunisian;Turkey:turkish;Uganda:ugandan
Ukraine:ukrainian;United States:american;Venezuela:venezuelan;Vietnam:vietnamese;Yemen:yemeni
Zambia:zambian;Zimbabwe:zimbabwean;Scotland:scottish;Wales:welsh;England:english
"""
COUNTRY_OF = _countries()
"""The country of an adjective: India of "indian"."""
COUNTRIES = frozenset(
    [
        *(name.lower() for name in COUNTRY_OF.values()),
        *("uk", "u.k", "u.k.", "us", "u.s", "u.s.", "usa", "great britain", "northern ireland"),
        *("america", "north korea", "south korea", "sri lanka", "costa rica", "united kingdom"),
        "european union",
    ]
)
"""Names of countries, in small letters."""
SEATS_OF_GOVERNMENT = {
    "beijing": "china", "berlin": "germany", "brussels": "european union", "cairo": "egypt",
    "canberra": "australia", "damascus": "syria", "delhi": "india", "dublin": "ireland",
    "islamabad": "pakistan", "kiev": "ukraine", "kyiv": "ukraine", "london": "britain",
    "madrid": "spain", "moscow": "russia", "ottawa": "canada", "paris": "france",
    "pyongyang": "north korea", "rome": "italy", "seoul": "south korea", "tehran": "iran",
    "tokyo": "japan", "washington": "united states",
}  # fmt: skip
"""The country that a text calls by the seat of its government: Moscow said."""
STATES = frozenset(
    [
        *listed(
            """alabama alaska arizona arkansas california colorado connecticut delaware florida
            georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
            massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio
            oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington
            wisconsin wyoming"""
        ),
        *("new hampshire", "new jersey", "new mexico", "new york", "north carolina"),
        *("north dakota", "rhode island", "south carolina", "south dakota", "west virginia"),
    ]
)
"""The states of the United States, in small letters; one of them is also a country."""
_SHORT = """
ala:alabama;ariz:arizona;ark:arkansas;calif:california;colo:colorado;conn:connecticut
del:delaware;fla:florida;ga:georgia;ill:illinois;ind:indiana;kan:kansas;ky:kentucky
la:louisiana;mass:massachusetts;md:maryland;mich:michigan;minn:minnesota;miss:mississippi
mo:missouri;mont:montana;neb:nebraska;nev:nevada;okla:oklahoma;ore:oregon;pa:pennsylvania
tenn:tennessee;tex:texas;va:virginia;vt:vermont;wash:washington;wis:wisconsin;wyo:wyoming
n.c:north carolina;n.d:north dakota;n.h:new hampshire;n.j:new jersey;n.m:new mexico
n.y:new york;r.i:rhode island;s.c:south carolina;s.d:south dakota;w.va:west virginia
d.c:district of columbia
"""
STATE_OF = {
    short: state
    for line in _SHORT.strip().splitlines()
    for short, state in (each.split(":") for each in line.split(";"))
}
"""The state of each form that is cut short after a town, without its last full stop."""
PARTIES = frozenset(
    [
        *("republican", "democratic", "democrat", "gop", "conservative", "tory", "labour", "labor"),
        *("liberal", "lib dem", "liberal democrat", "lib-dem", "green", "snp", "ukip", "dup"),
        *("plaid cymru", "sinn fein", "sdlp", "ulster unionist", "social democrat", "socialist"),
        *("christian democrat", "social democratic", "libertarian", "new labour"),
    ]
)
"""What a party's people are called, in small letters; those who speak for it are few."""
PARTISANS = frozenset(["democrat", "republican", "tory", "conservative", "libertarian"])
"""Who is of a party, by which a text calls a person again: the Amber Republican."""
PARTY_OFFICES = listed(
    """leader spokesman spokeswoman spokesperson chairman chairwoman chair whip treasurer
    chairperson"""
)
"""Offices in which somebody speaks for a party."""
STATE_OFFICES = listed(
    """minister official ambassador envoy diplomat admiral general ministry delegate spokesman
    spokeswoman spokesperson officer negotiator commander officials ministers"""
)
"""Offices in which somebody speaks for a country."""
LAWMAKERS = listed(
    """senator congressman congresswoman representative lawmaker legislator mp mep msp backbencher
    peer candidate nominee frontrunner front-runner contender assemblyman assemblywoman sen rep
    strategist"""
)
"""Those who speak for themselves, whatever place or party has sent them."""
