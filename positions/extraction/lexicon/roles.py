"""What people are called by what they do, and to what body a bare role belongs."""

from positions.extraction.lexicon import listed

ROLES = listed(
    """counterpart proprietor proprietress freeholder licensee keeper overseer marshal
    comptroller cox coxswain agent usher breeder handler teammate investigator master
    councilman councilwoman alderman assemblyman assemblywoman businessman businesswoman
    rancher beekeeper translator guard caretaker superintendent principal headteacher chef
    plumber electrician carpenter writer poet artist musician priest vicar rabbi imam monk
    pilot captain conductor midwife carer miller brewer publican innkeeper butcher postman
    skipper curator librarian technician programmer designer investor homeowner leaseholder
    shareholder signatory negotiator mediator gardener forester ranger gamekeeper vet
    veterinarian dentist pharmacist coroner constable detective lieutenant sergeant colonel
    admiral president spokesman spokeswoman spokesperson chairman chairwoman chair chairperson
    vice-president director minister secretary mayor councillor councilor senator
    representative congressman congresswoman governor leader head chief officer executive
    manager founder co-founder cofounder owner partner professor lecturer researcher scientist
    economist analyst lawyer counsel attorney solicitor barrister adviser advisor campaigner
    activist organiser organizer farmer resident tenant landlord engineer teacher nurse doctor
    commissioner ombudsman inspector ambassador envoy judge bishop editor author
    columnist treasurer trustee member deputy lawmaker mp mep legislator delegate official
    aide coordinator co-ordinator strategist consultant planner architect driver fisherman
    angler ceo cto cfo boss controller sheriff prosecutor steward convener convenor chancellor
    premier whip speaker undersecretary clerk warden grower historian biologist ecologist
    hydrologist geologist physicist statistician fellow scholar specialist expert shopkeeper
    grocer baker developer builder cyclist passenger witness neighbour neighbor mother father
    pensioner student volunteer physician surveyor auditor archivist accountant actor actress
    actuary adjudicator agronomist anaesthetist anthropologist appraiser apprentice arbitrator
    archaeologist archbishop archdeacon assessor assistant astronomer bailiff banker barber
    bargee bioethicist blacksmith blogger boatman bookkeeper botanist brigadier broadcaster
    broker bursar cardinal cartographer cashier chaplain cheesemaker chemist cleaner
    climatologist climber co-chair co-director coach cobbler cochair coder colleague commander
    commentator conveyancer corporal courier criminologist critic cryptographer custodian
    dairyman dancer deacon dean decorator demographer diplomat dispatcher diver draughtsman
    drover entomologist epidemiologist ethicist examiner filmmaker firefighter fishmonger
    florist forecaster foreman genealogist geographer glazier goldsmith graduate greengrocer
    hacker hairdresser harbourmaster headmaster headmistress horticulturist intern invigilator
    janitor jeweler jeweller jockey joiner journalist jurist laborer labourer landlady
    lighthouse-keeper linguist lobbyist lockkeeper locksmith magistrate mason mathematician
    mechanic mentor meteorologist modeler modeller navigator notary novelist oceanographer
    ornithologist paralegal paramedic pastor patriarch penologist philosopher photographer
    plasterer playwright pollster porter potter predecessor producer protester provost
    psychiatrist psychologist receptionist rector referee registrar reporter roofer rower
    runner sailor seamstress shepherd signalman singer sociologist speechwriter stationmaster
    successor supervisor surgeon swimmer tailor technologist tester theologian therapist tiler
    toxicologist trader trainer trucker tutor umpire underwriter valuer veteran vice-chair
    vice-chairman vice-chairwoman vice-chancellor vintner virologist waiter waitress
    candidate nominee frontrunner front-runner contender backbencher peer magnate mogul billionaire
    tycoon frontbencher incumbent ally confidant confidante
    advocate operative crossbencher
    rapporteur source insider watchmaker weaver welder whistleblower winemaker zoologist"""
)
MEMBERS_OF = listed(
    """spokesman spokeswoman spokesperson director chair chairman chairwoman chairperson executive
    ceo cfo cto founder co-founder cofounder treasurer manager deputy head boss superintendent
    convener convenor organiser organizer trustee coordinator co-ordinator vice-chair vice-chairman
    vice-president controller steward secretary-general"""
)
"""Roles that are nothing without an organisation: "the director" is of the one last spoken of."""
BODIES_OF = {
    "chancellor": frozenset({"university", "college"}),
    "rector": frozenset({"university", "college"}),
    "superintendent": frozenset({"district", "school", "schools", "board"}),
    "headteacher": frozenset({"school", "academy"}),
    "principal": frozenset({"school", "academy", "college"}),
    "campaigner": frozenset({"group", "charity", "campaign", "alliance", "coalition", "network"}),
    "commissioner": frozenset(
        {"commission", "authority", "regulator", "agency", "office", "league", "conference"}
    ),
    "secretary": frozenset(
        {"union", "association", "society", "club", "federation", "guild", "league", "congress"}
    ),
    "trustee": frozenset({"trust", "charity", "foundation", "museum", "fund"}),
    "member": frozenset({"board", "council", "committee", "commission"}),
}
"""Roles that go with bodies of some kinds only, by the words of their names."""
SECRETARIAL = frozenset(
    ["secretary", "general", "branch", "deputy", "assistant", "regional", "national", "honorary"]
)
"""Words of a secretary's role who is no minister."""
SECONDS = frozenset(["deputy", "colleague", "assistant", "boss", "successor", "coach", "teammate"])
"""Roles by which somebody belongs where somebody else does: her deputy."""
SPEAKING_FOR = frozenset(["spokesman", "spokeswoman", "spokesperson"])
UNNAMED = SPEAKING_FOR | {"official", "source", "aide", "ally", "confidant", "confidante"}
"""Roles by which a text leaves a speaker without a name."""
INTERVIEWERS = frozenset(
    ["interviewer", "moderator", "host", "presenter", "anchor", "reporter", "journalist",
     "questioner"]
)  # fmt: skip
"""Roles of those who put questions to others."""
PUBLIC = listed(
    """candidate nominee frontrunner front-runner senator congressman congresswoman governor mayor
    minister premier president chancellor lawmaker mp backbencher magnate mogul billionaire tycoon
    editor contender"""
)
"""Offices by which a text calls again somebody whom it has named, even where it never gave them."""
STANDING = frozenset(["candidate", "nominee", "frontrunner", "front-runner", "contender"])
"""Those who stand for an office, and may have another."""
HOLDERS = PUBLIC - {"minister", "president", "premier", "chancellor"}
"""Those of which a text may well have several: the nominee is whom it is about."""
OF_PLACES = frozenset(["mayor", "bishop", "governor", "sheriff", "planner"])
"""Offices that are held in a place: the mayor of Amber."""
QUALIFIERS = listed(
    """special
    presiding district section deputy assistant acting chief senior junior general regional
    national local lead former interim associate branch head principal executive managing veteran
    fellow longtime past prime vice shadow majority minority political public legislative ranking
    organizing organising"""
)
"""Words before a role that are part of it, though a sentence may give them a capital."""
RANKS = listed(
    """admiral general colonel captain lieutenant sergeant major brigadier commander corporal
    marshal professor dr sir dame lord lady baroness"""
)
"""What somebody is called before a name that does not say what office she holds."""
UNHELD = listed(
    """resident native citizen customer critic opponent supporter friend fan neighbour neighbor
    passenger homeowner leaseholder witness author mother father architect victim signatory
    patient client regular visitor guest user reader viewer listener buyer veteran graduate"""
)
"""Roles of which what follows "of" is no organisation that they speak for."""
FORMER = frozenset(["former", "past", "previous", "ex", "onetime", "one-time", "erstwhile"])
MINISTERIAL = frozenset(["minister", "secretary", "commissioner", "undersecretary", "spokesman",
                         "spokeswoman", "editor", "correspondent"])  # fmt: skip
PORTFOLIOS = listed(
    """education energy labor labour transport transportation housing finance health interior
    foreign home justice defence defense environment agriculture farm trade culture digital
    economy business water planning climate immigration treasury work pensions industry"""
)
"""What a minister is minister of, when a capital makes it look like a name."""
FIELDS = PORTFOLIOS | listed(
    """fire rescue safety leisure recreation sport sports parks science technology tourism families
    children forestry fisheries customs borders revenue wildlife conservation innovation standards
    food drug wages commerce industry research ambulance water waste roads highways streets"""
)
"""What a service or an agency is for: Fire and Rescue, Parks and Recreation."""
