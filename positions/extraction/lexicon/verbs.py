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


_SAY = """
say:says,said,saying add:adds,added,adding write:writes,wrote,writing,written
note:notes,noted,noting argue:argues,argued,arguing claim:claims,claimed,claiming
warn:warns,warned,warning explain:explains,explained,explaining insist:insists,insisted,insisting
state:states,stated,stating declare:declares,declared,declaring
announce:announces,announced,announcing suggest:suggests,suggested,suggesting
admit:admits,admitted,admitting acknowledge:acknowledges,acknowledged,acknowledging
concede:concedes,conceded,conceding reply:replies,replied,replying
respond:responds,responded,responding answer:answers,answered,answering
stress:stresses,stressed,stressing emphasise:emphasises,emphasised,emphasising
emphasize:emphasizes,emphasized,emphasizing maintain:maintains,maintained,maintaining
contend:contends,contended,contending assert:asserts,asserted,asserting
conclude:concludes,concluded,concluding comment:comments,commented,commenting
remark:remarks,remarked,remarking observe:observes,observed,observing
recall:recalls,recalled,recalling reiterate:reiterates,reiterated,reiterating
repeat:repeats,repeated,repeating continue:continues,continued,continuing
confirm:confirms,confirmed,confirming deny:denies,denied,denying
promise:promises,promised,promising pledge:pledges,pledged,pledging vow:vows,vowed,vowing
complain:complains,complained,complaining caution:cautions,cautioned,cautioning
counter:counters,countered,countering predict:predicts,predicted,predicting
quip:quips,quipped,quipping joke:jokes,joked,joking tweet:tweets,tweeted,tweeting
post:posts,posted,posting testify:testifies,testified,testifying allege:alleges,alleged,alleging
estimate:estimates,estimated,estimating propose:proposes,proposed,proposing
recommend:recommends,recommended,recommending lament:laments,lamented,lamenting
shout:shouts,shouted,shouting interject:interjects,interjected,interjecting
interrupt:interrupts,interrupted,interrupting retort:retorts,retorted,retorting
report:reports,reported,reporting begin:begins,began,beginning
signal:signals,signalled,signaled,signalling clarify:clarifies,clarified,clarifying
affirm:affirms,affirmed,affirming protest:protests,protested,protesting
exclaim:exclaims,exclaimed,exclaiming whisper:whispers,whispered,whispering
mutter:mutters,muttered,muttering sigh:sighs,sighed,sighing laugh:laughs,laughed,laughing
snap:snaps,snapped,snapping reckon:reckons,reckoned,reckoning accept:accepts,accepted,accepting
shrug:shrugs,shrugged,shrugging joke:jokes,joked,joking venture:ventures,ventured,venturing
muse:muses,mused,musing hint:hints,hinted,hinting imply:implies,implied,implying
indicate:indicates,indicated,indicating rule:rules,ruled,ruling swear:swears,swore,swearing
scoff:scoffs,scoffed,scoffing boast:boasts,boasted,boasting concur:concurs,concurred,concurring
speculate:speculates,speculated,speculating guarantee:guarantees,guaranteed,guaranteeing
plead:pleads,pleaded,pleading fume:fumes,fumed,fuming opine:opines,opined,opining
gush:gushes,gushed,gushing groan:groans,groaned,groaning thunder:thunders,thundered,thundering
demur:demurs,demurred,demurring intone:intones,intoned,intoning enthuse:enthuses,enthused,enthusing
confess:confesses,confessed,confessing confide:confides,confided,confiding
crow:crows,crowed,crowing deadpan:deadpans,deadpanned,deadpanning bemoan:bemoans,bemoaned,bemoaning
bellow:bellows,bellowed,bellowing yell:yells,yelled,yelling scream:screams,screamed,screaming
fret:frets,fretted,fretting gripe:gripes,griped,griping grumble:grumbles,grumbled,grumbling
growl:growls,growled,growling marvel:marvels,marvelled,marveled,marvelling
moan:moans,moaned,moaning proclaim:proclaims,proclaimed,proclaiming
inquire:inquires,inquired,inquiring recount:recounts,recounted,recounting
scold:scolds,scolded,scolding sneer:sneers,sneered,sneering snarl:snarls,snarled,snarling
surmise:surmises,surmised,surmising theorise:theorises,theorised,theorising
theorize:theorizes,theorized,theorizing elaborate:elaborates,elaborated,elaborating
posit:posits,posited,positing rejoin:rejoins,rejoined,rejoining bristle:bristles,bristled,bristling
chide:chides,chided,chiding chuckle:chuckles,chuckled,chuckling rage:rages,raged,raging
wisecrack:wisecracks,wisecracked,wisecracking tease:teases,teased,teasing
charge:charges,charged,charging offer:offers,offered,offering reason:reasons,reasoned,reasoning
reflect:reflects,reflected,reflecting cry:cries,cried,crying
remember:remembers,remembered,remembering reveal:reveals,revealed,revealing
echo:echoes,echoed,echoing vent:vents,vented,venting underline:underlines,underlined,underlining
underscore:underscores,underscored,underscoring
riposte:ripostes,riposted,riposting blurt:blurts,blurted,blurting
stammer:stammers,stammered,stammering rant:rants,ranted,ranting roar:roars,roared,roaring
implore:implores,implored,imploring beseech:beseeches,beseeched,besought,beseeching
whine:whines,whined,whining whinge:whinges,whinged,whinging jeer:jeers,jeered,jeering
snort:snorts,snorted,snorting splutter:splutters,spluttered,spluttering
seethe:seethes,seethed,seething huff:huffs,huffed,huffing jest:jests,jested,jesting
exult:exults,exulted,exulting restate:restates,restated,restating
reaffirm:reaffirms,reaffirmed,reaffirming aver:avers,averred,averring avow:avows,avowed,avowing
attest:attests,attested,attesting postulate:postulates,postulated,postulating
hypothesise:hypothesises,hypothesised,hypothesising
hypothesize:hypothesizes,hypothesized,hypothesizing admonish:admonishes,admonished,admonishing
rebuke:rebukes,rebuked,rebuking preach:preaches,preached,preaching
pronounce:pronounces,pronounced,pronouncing disclose:discloses,disclosed,disclosing
divulge:divulges,divulged,divulging volunteer:volunteers,volunteered,volunteering
ponder:ponders,pondered,pondering enquire:enquires,enquired,enquiring
intimate:intimates,intimated,intimating insinuate:insinuates,insinuated,insinuating
prophesy:prophesies,prophesied,prophesying fulminate:fulminates,fulminated,fulminating
pontificate:pontificates,pontificated,pontificating rasp:rasps,rasped,rasping
croak:croaks,croaked,croaking murmur:murmurs,murmured,murmuring mumble:mumbles,mumbled,mumbling
shriek:shrieks,shrieked,shrieking holler:hollers,hollered,hollering sob:sobs,sobbed,sobbing
apologise:apologises,apologised,apologising apologize:apologizes,apologized,apologizing
drawl:drawls,drawled,drawling grunt:grunts,grunted,grunting expound:expounds,expounded,expounding
philosophise:philosophises,philosophised,philosophising
philosophize:philosophizes,philosophized,philosophizing assent:assents,assented,assenting
inveigh:inveighs,inveighed,inveighing beg:begs,begged,begging brag:brags,bragged,bragging
rue:rues,rued
"""
_TELL = """
tell:tells,told,telling assure:assures,assured,assuring remind:reminds,reminded,reminding
inform:informs,informed,informing advise:advises,advised,advising
reassure:reassures,reassured,reassuring notify:notifies,notified,notifying
"""
_THINK = """
believe:believes,believed,believing think:thinks,thought,thinking hope:hopes,hoped,hoping
fear:fears,feared,fearing expect:expects,expected,expecting doubt:doubts,doubted,doubting
agree:agrees,agreed,agreeing disagree:disagrees,disagreed,disagreeing
regret:regrets,regretted,regretting want:wants,wanted,wanting
prefer:prefers,preferred,preferring dispute:disputes,disputed,disputing
threaten:threatens,threatened,threatening blame:blames,blamed,blaming
intend:intends,intended,intending worry:worries,worried,worrying feel:feels,felt,feeling
suspect:suspects,suspected,suspecting find:finds,found,finding
"""
OBJECTS = listed(
    """blame deny promise propose recommend accept doubt regret want prefer pledge predict demand
    admit acknowledge announce confirm vow dispute threaten intend fear oppose support endorse
    reject welcome criticise criticize condemn denounce praise accuse back favour favor applaud
    object defend question urge call describe dismiss label brand lament expect ask suggest warn
    disagree agree conclude cite deplore decry slam deride ridicule mock rebut refute commend
    hail"""
) | {"rule out", "play down"}
"""Lemmas whose object or infinitive is itself what is reported ("rejected the plan")."""
_STANCE = """
urge:urges,urged,urging demand:demands,demanded,demanding oppose:opposes,opposed,opposing
support:supports,supported,supporting endorse:endorses,endorsed,endorsing
reject:rejects,rejected,rejecting welcome:welcomes,welcomed,welcoming
criticise:criticises,criticised,criticising criticize:criticizes,criticized,criticizing
condemn:condemns,condemned,condemning denounce:denounces,denounced,denouncing
praise:praises,praised,praising accuse:accuses,accused,accusing
back:backs,backed,backing favour:favours,favoured,favouring favor:favors,favored,favoring
applaud:applauds,applauded,applauding object:objects,objected,objecting
defend:defends,defended,defending
deplore:deplores,deplored,deploring decry:decries,decried,decrying slam:slams,slammed,slamming
deride:derides,derided,deriding ridicule:ridicules,ridiculed,ridiculing mock:mocks,mocked,mocking
rebut:rebuts,rebutted,rebutting refute:refutes,refuted,refuting
commend:commends,commended,commending
question:questions,questioned,questioning
"""
_CALL = """
call:calls,called,calling describe:describes,described,describing
dismiss:dismisses,dismissed,dismissing label:labels,labelled,labeled,labelling
brand:brands,branded,branding hail:hails,hailed,hailing
"""
_ASK = "ask:asks,asked,asking wonder:wonders,wondered,wondering"
_READ = "read:reads,read,reading"


def _forms() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    groups: tuple[tuple[Sort, str], ...] = (
        ("say", _SAY),
        ("tell", _TELL),
        ("think", _THINK),
        ("stance", _STANCE),
        ("call", _CALL),
        ("ask", _ASK),
        ("read", _READ),
    )
    for sort, group in groups:
        for entry in group.split():
            lemma, _, listed = entry.partition(":")
            table[lemma] = Verb(lemma, sort, "base")
            for form in listed.split(","):
                table[form] = Verb(lemma, sort, _form(form))
    return table


def _form(form: str) -> Form:
    if form.endswith("ing"):
        return "participle"
    return "finite" if form.endswith("s") or form == "raise" else "past"


FORMS = _forms()
"""Every form of every verb of saying."""

AFTER_QUOTATION = listed("read say tell think ask")
"""Sorts that may stand after the quoted words ("…," she told reporters)."""

_PHRASES = {
    "point out": "points out, pointed out, pointing out",
    "make clear": "makes clear, made clear, making clear",
    "raise concerns": "raise concerns, raised concerns, raising concerns",
    "express concern": "expressed concern, expressed concerns, expressing concern",
    "express reservations": "expressed reservations, expressing reservations",
    "speak out": "spoke out",
    "shoot back": "shot back, shoots back, shooting back",
    "fire back": "fired back, fires back, firing back",
    "hit back": "hit back, hits back, hitting back",
    "write back": "wrote back, writes back, writing back",
    "sum up": "summed up, sums up, summing up",
    "chime in": "chimed in, chimes in, chiming in",
    "weigh in": "weighed in, weighs in, weighing in",
    "blurt out": "blurted out, blurts out, blurting out",
    "pipe up": "piped up, pipes up, piping up",
    "chip in": "chipped in, chips in, chipping in",
    "cut in": "cut in, cuts in, cutting in",
    "butt in": "butted in, butts in, butting in",
    "burst out": "burst out, bursts out, bursting out",
    "lash out": "lashed out, lashes out, lashing out",
    "hit out": "hit out, hits out, hitting out",
    "double down": "doubled down, doubles down, doubling down",
    "spell out": "spelled out, spelt out, spells out, spelling out",
    "speak up": "spoke up, speaks up, speaking up",
    "carry on": "carried on, carries on, carrying on",
    "go on": "went on, goes on, going on",
    "speak of": "spoke of, speaks of, speaking of",
    "call out": "called out",
    "come out": "came out",
    "rule out": "rules out, ruled out, ruling out",
    "play down": "plays down, played down, playing down",
}
_OF_STANCE = frozenset({"raise concerns", "express concern", "express reservations", "rule out",
                        "play down"})  # fmt: skip


def _phrases() -> dict[str, Verb]:
    return {
        form: Verb(lemma, "stance" if lemma in _OF_STANCE else "say", _form(form.split()[0]))
        for lemma, forms in _PHRASES.items()
        for form in forms.split(", ")
    }


PHRASES = _phrases()
"""Cues of two words, as they are printed."""

QUOTING = frozenset(["quoted", "quotes", "quoting", "cited", "cites", "citing"])
"""Verbs of who gives another's words: quoted N as saying."""

OF_MIND = listed(
    """adamant confident convinced concerned worried sceptical skeptical unconvinced hopeful
    optimistic certain sure clear afraid unsure doubtful insistent hopeful"""
)
"""What somebody is who holds that something is so (was adamant that)."""

LOOSE = listed(
    """charge offer reason reflect cry remember reveal echo vent rage tease bristle elaborate marvel
    fret recount
    riposte blurt stammer rant roar implore beseech whine whinge jeer snort splutter seethe huff
    jest exult restate reaffirm aver avow attest postulate hypothesise hypothesize admonish
    rebuke preach pronounce disclose divulge volunteer ponder enquire intimate insinuate
    prophesy fulminate pontificate rasp croak murmur mumble shriek holler sob apologise
    apologize drawl grunt expound philosophise philosophize assent inveigh beg brag rue"""
) | {"go on", "hit back", "weigh in", "chime in", "sum up", "fire back", "blurt out", "pipe up",
     "chip in", "cut in", "butt in", "burst out", "lash out", "hit out", "double down", "spell out",
     "speak up", "carry on"}  # fmt: skip
"""Verbs that say something only beside a quotation or before "that" (“Never,” she offered)."""

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
