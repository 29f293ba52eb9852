"""Small words, titles, documents, organisations, media and days."""

from positions.extraction.lexicon import listed

TITLES = listed(
    """mr mrs ms miss dr prof professor sir dame lord lady baroness rev judge justice"""
)
STOPPED_TITLES = listed(
    """mr mrs ms messrs dr drs prof profs rev rt fr hon st sen sens rep reps gov govs pres sec atty
    lt col gen gens sgt cpl capt maj cmdr adm brig det insp supt cllr cllrs"""
)
"""Titles that may be written with a full stop, which ends no sentence before a name."""
SHORT_TITLES = (STOPPED_TITLES - TITLES - {"st"}) | listed("prime vice mp rear")
"""Short words before a name that are its owner's rank or office, or a part of that."""
FEMALE = listed(
    """ms mrs miss dame lady baroness madam spokeswoman chairwoman businesswoman congresswoman
    councilwoman assemblywoman policewoman mother wife sister daughter aunt grandmother
    woman girl queen princess widow actress waitress"""
)
MALE = listed(
    """mr sir lord spokesman chairman businessman congressman councilman assemblyman policeman
    father husband brother son uncle grandfather man boy king prince widower alderman
    fisherman"""
)
GENDERED = FEMALE | MALE
RELATIVES = listed(
    """mother father wife husband sister brother daughter son aunt uncle grandmother grandfather
    widow widower niece nephew cousin partner"""
)
MEDIA = listed(
    """newspaper newspapers magazine broadcaster bbc itv cnn nbc abc cbs msnbc npr c-span fox
    reuters afp bloomberg politico axios buzzfeed breitbart guardian telegraph times mail mirror
    post herald tribune gazette chronicle observer spectator journal news newsnight panorama radio
    tv television ap"""
)
"""Words of the names of those who report what others say."""
DOCUMENTS = listed(
    """decision manual programme program handbook draft verdict warrant permit licence
    letter post statement report resolution petition guidelines submission motion complaint
    lawsuit filing release memo memorandum email e-mail tweet speech proposal proposals
    brief testimony manifesto paper document contract agreement ruling judgment judgement
    order bill notice leaflet pamphlet editorial article decree treaty policy plan plans law
    act clause guidance code circular bulletin response reply charter declaration ordinance
    book biography memoir ad advert advertisement message"""
)
LAWS = listed("act bill law legislation amendment ordinance measure constitution treaty")
"""What is nobody, though it has a name and says what is to be done."""
FINDINGS = listed(
    """study studies poll polls survey surveys research analysis data figures finding findings
    census results experiment trial review evidence estimates statistics numbers model"""
)
ORGANISATION = listed(
    """ports harbour harbor docks airports hospitals schools trains roads bridges parks forests
    waters springs coastguard army navy panel ombudsman transmission generation renewables
    solar wind digital health care oil pipeline pipelines broadband data insurers bakery inn
    pub café cafe garage nursery brewery dairy orchard orchards ranch hotel restaurant
    boatyard cruises tours mosque temple cathedral diocese parish clinic hospice theatre
    theater cinema gallery orchestra bookshop pharmacy vineyard winery distillery refinery
    logistics freight shipping ferries consulting consultants associates partners solutions
    software analytics networks telecom insurance capital ventures investments securities
    properties developments homes construction builders contractors engineering chemicals
    pharma pharmaceuticals therapeutics biotech mining minerals resources petroleum steel
    metals timber plastics textiles security foods seed seeds practitioners sheriff's
    conference congress guild hardware stores shop market cooperatives unions hauliers
    truckers greens growers inc corp ltd plc llc co council union group association department
    ministry university institute party committee agency authority coalition alliance
    foundation trust bank company caucus board federation network commission office court
    society centre center water energy college school hospital church service services bureau
    league campaign fund club chamber confederation corporation partnership forum registry
    syndicate cooperative co-operative collective observatory inspectorate secretariat senate
    parliament assembly house treasury police railways railway rail buses transit transport
    power electric housing watch action press news times post tribune gazette herald media
    labs laboratory systems technologies holdings industries farms farmers anglers tenants
    residents works utilities utility project initiative movement front rights liberties
    voice aware alert concern relief direct administration
    museum library team taskforce tribunal regulator exchange airlines airways motors dairies
    mutual academy unit division brothers sons estates lines grid"""
)
COLLECTIVE = listed(
    """company group agency council union association party committee coalition charity
    organisation organization firm ministry department authority board bank university
    institute caucus foundation trust commission office federation city county government
    state retailer regulator operator supplier network society developer utility business body
    bureau cooperative district railway service school hospital museum library fund port
    airport newspaper parish opposition treasury inspectorate tribunal college academy
    laboratory syndicate airline carrier nonprofit panel coastguard guild lodge start-up maker
    manufacturer watchdog think-tank campaign court club chamber team partnership alliance
    administration quango
    league giant startup delegation mission embassy consulate"""
)
COMPANIES = listed(
    """company firm retailer business operator giant manufacturer supplier startup start-up
    developer maker producer brand chain"""
)
TRADES = listed("airline broker brokerage stockbroker brewer consultancy insurer lender")
"""Of what trade a firm is: what stands before its name besides the words for companies."""
PUBLIC_BODIES = listed(
    """council union board ministry agency association league society commission department
    government party committee coalition alliance foundation university court senate parliament
    assembly congress police authority institute charity caucus federation group club school
    trust fund project forum movement initiative guild county city state borough town parish
    district"""
)
BODIES = COLLECTIVE | ORGANISATION
"""Nouns that name an organisation, alone or as part of its name."""
PEOPLE = listed(
    """undersigned shareholders residents critics opponents supporters advocates lawmakers officials
    groups campaigners activists farmers tenants landlords investors unions scientists researchers
    experts ministers councillors councilors regulators executives employees workers members
    organisers organizers protesters passengers drivers parents teachers doctors nurses
    leaders lawyers analysts economists engineers growers anglers companies councils
    charities organisations organizations firms police authorities neighbours neighbors
    owners traders spokespeople representatives senators aides villagers commuters cyclists
    signatories academics students pensioners offices both"""
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
TIMES = frozenset((*WEEKDAYS, *MONTHS, "yesterday", "today", "tonight", "week", "month", "year"))
DETERMINERS = listed(
    """the a an this that these those his her its their our my some many several both most all
    one two three four five six ten dozens nearly about other another each every no more few"""
)
ARTICLES = frozenset(["the", "a", "an"])
SHORT_MONTHS = listed("jan feb mar apr jun jul aug sep sept oct nov dec")
PREPOSITIONS = listed(
    """of for at with from in on to by into over about after before during against under
    through despite since until amid among between across behind near without within as than
    per via following regarding inside outside beyond upon towards toward"""
)
BREAKS = listed(
    """that but while when because if although though unless whereas where which what why how
    whether so yet or nor then who whose whom since until"""
)
OWN = frozenset({"its", "their", "his", "her"})
NOBODYS = DETERMINERS - OWN
"""Determiners that do not say whose something is."""
PRONOUNS = frozenset({"he", "she", "they", "it"})
GENDER_OF = {"she": "female", "he": "male"}
"""The gender that a pronoun tells of a person."""
DASHES = frozenset(["—", "–"])
"""Dashes as tokens of a cleaned text."""
NO_SUBJECT = listed(
    """i we you there this these those which what nobody none anyone everyone someone one
    everybody nothing something anything here how why when where not neither"""
)
BE = listed("""is are was were be been being am isn't aren't wasn't weren't get got gets""")
HAVE = listed("has have had having hasn't haven't hadn't")
MODALS = listed("would could might may should must can will shall")
DO = frozenset(["do", "does", "did"])
NEGATIONS = listed(
    """not never don't doesn't didn't won't wouldn't couldn't can't cannot hasn't haven't
    hadn't isn't wasn't"""
)
ADVERBS = listed(
    """also later then previously already again now still just once even only too further
    earlier since ever simply first soon always often sometimes meanwhile instead however
    nevertheless afterwards twice therefore have"""
)
OPENERS = listed(
    """but and so yet however meanwhile still also then later earlier instead now even nor or
    although though while when after before because if as since once until unless despite"""
)
COMMON_CAPITALS = listed(
    """the a an this that these those his her its their our my he she they it we you i but and so
    yet or nor in on at by for from with to of as after before during when while where what
    why how who which if because although though since until unless despite under over about
    against between among amid into not no yes there here some many several most all both each
    every one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
    ninety hundred another other others such more less few much then now later earlier last
    next today yesterday tomorrow still also even only just meanwhile however instead moreover
    nevertheless nonetheless asked once perhaps maybe news according critics residents
    officials campaigners opponents supporters farmers tenants ministers police experts
    activists lawmakers speaking writing nearly around than january february march april may
    june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday neither either whether had has have is are was were do does did
    will would could should can might must let nothing nobody everyone everybody someone
    people dozens hundreds thousands well like separately elsewhere any anyone anybody somebody
    everything whatever whoever none never ever sometimes usually finally ultimately previously
    recently eventually soon sooner shortly throughout within without behind beyond along through
    except plus outside inside regarding concerning including following given thus overall rather
    hours minutes days weeks months years moments millions billions back being having going be
    himself herself itself themselves myself ourselves based
    absolutely certainly clearly frankly obviously probably apparently specifically privately
    publicly nationally together okay sure see look take ask add talk"""
)
ABBREVIATIONS = STOPPED_TITLES | listed(
    """jr sr inc ltd co corp vs etc no jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed
    thu fri sat sun dept est approx p.m a.m e.g i.e mt"""
)
"""Words whose full stop ends no sentence."""
