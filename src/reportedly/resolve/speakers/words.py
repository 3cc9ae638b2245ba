"""Words that tell what a noun phrase refers to: titles, bodies, documents, those unnamed."""

from __future__ import annotations

import re
from functools import lru_cache

TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady baroness president vice-president
    chancellor premier minister secretary senator sen rep congressman congresswoman representative
    governor gov mayor lt lieutenant general gen brig brigadier major maj colonel col captain capt
    admiral adm commander cmdr sergeant sgt corporal private officer marshal judge justice attorney
    ambassador king queen prince princess sheikh sheik emir sultan ayatollah imam mullah rabbi
    father pope bishop archbishop cardinal reverend rev pastor brother sister chief deputy
    director chairman chairwoman speaker detective inspector constable superintendent sheriff coach
    leader whip hon honourable honorable herr frau monsieur madame señor""".split()
)
"""Words before a name that are no part of it, in lower case and without full stops."""

COUPLES = frozenset("of de la van von der den del di da al el bin ibn abu ul".split())
"""Words within names, and within the names of bodies, that no capital tells."""

FULL = {
    "sen": "senator",
    "gen": "general",
    "rep": "congressman",
    "representative": "congressman",
    "congresswoman": "congressman",
    "gov": "governor",
    "lt": "lieutenant",
    "prof": "professor",
    "dr": "doctor",
    "capt": "captain",
    "col": "colonel",
    "maj": "major",
    "sgt": "sergeant",
    "adm": "admiral",
    "rev": "reverend",
    "lawmaker": "congressman",
}
"""Titles as they are shortened or varied, and the noun for who bears them."""

PREPOSITIONS = frozenset(
    """of for from at in with to on by near against about over under within inside outside among
    behind including like as into between around across after before during since""".split()
)

BODIES = frozenset(
    """agency agencies army association authority authorities bank board body bureau cabinet camp
    campaign centre center chain charity church club coalition college commission committee company
    congress corporation council court defence defense department division embassy firm force forces
    foundation fund government group hospital house industry institute institution jury label league
    ministry military movement navy network office operator organisation organization outlet
    paper parliament party pentagon police programme regime school senate service society
    station store studio team think-tank tribunal trust union university watchdog website
    administration airline airport brand broadcaster channel newspaper magazine publication blog
    site maker manufacturer retailer startup start-up state embassy militia command troupe band
    television radio opposition choir orchestra squad inspectorate directorate secretariat
    consulate syndicate registry archive museum""".split()
)
"""Head nouns of organisations, as a noun of their own ("the ministry said")."""

_CRAFTSMEN = re.compile(
    r"(?:law|policy|film|peace|trouble|shoe|dress|home|match|merry|book|cabinet|watch|money|king"
    r"|king-|decision-|pace|play|mischief|tent|clock|wine|cheese|candle|map|image|speech)makers?"
)


def is_body(noun: str) -> bool:
    """Whether a noun, in lower case, is for an organisation: "chipmaker" is, "lawmaker" is not."""
    firm = noun.endswith(("maker", "makers")) and not _CRAFTSMEN.fullmatch(noun)
    return noun in BODIES or noun in _TRADES or firm


_TRADES = frozenset(
    """insurer lender carrier utility subsidiary conglomerate supermarket giant lobby thinktank
    nonprofit non-profit""".split()
)
"""What firms are called beside their names."""

CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december""".split()
)

POWERS = frozenset("government administration regime kingdom country nation".split())
"""Head nouns of states as such."""

FIRMS = frozenset(
    """company firm corporation agency organisation organization network paper newspaper magazine
    station broadcaster bank ministry department university airline club studio brand maker
    manufacturer retailer publication outlet site website start-up startup school hospital
    charity union""".split()
)
"""Those that take up a body named before ("the company")."""

_DOCUMENT = frozenset(
    """account analysis announcement article assessment audit biography book briefing brief bulletin
    cable caption census chart clip column complaint data diary document documentary dossier
    editorial email essay estimate evidence figures file film filing findings footage forecast
    guidelines headline image indictment interview invite invoice journal law lawsuit leaflet letter
    list log manifesto map medical memo memorandum message minutes movie note notice op-ed order
    pamphlet papers petition photo photograph picture piece plan play poem poll polling post poster
    posting profile proposal publication questionnaire reading record recording release report
    research results review ruling script series slogan song statement statistics story stories
    studies study suit summary survey tape testimony text theory transcript trial tweet verdict
    video warrant will page paragraph passage placard numbers statute constitution treaty resolution
    bill ad advert advertisement commercial form inquiry inquiries probe creed charter comment
    manual handbook memoir press-release sheet playbook guide communique communiqué screenshot
    teaser trailer""".split()
)
DOCUMENTS = _DOCUMENT | {f"{noun}s" for noun in _DOCUMENT if not noun.endswith("s")}
"""Head nouns of what carries words or findings of its own ("the report says")."""

ONE_DOCUMENT = tuple(
    frozenset(kind.split())
    for kind in (
        "study research paper analysis report survey review publication",
        "poll survey polling",
        "lawsuit suit complaint filing petition",
        "letter email note message memo memorandum",
        "video footage clip film recording tape",
        "documentary film movie",
        "book memoir biography",
        "post tweet posting message",
        "bill measure law",
        "ruling order verdict",
        "statement release press-release communique communiqué announcement",
        "article story piece column editorial essay op-ed",
        "image photo photograph picture",
        "report audit inquiry review assessment dossier",
    )
)
"""Nouns by which a text calls one document in turn ("the study … the paper … the findings")."""

PLURAL = frozenset(
    """people men women children police officials experts critics voters residents others many some
    several few most both all none two three four five six seven eight nine ten dozens hundreds
    thousands millions majority minority half percent public crowd media press public couple pair
    family families brothers sisters parents friends relatives neighbours neighbors authorities
    we they us them our their those these everyone everybody americans democrats republicans
    staff crew""".split()
)
"""Nouns and numbers that are several people, whether or not they end in s."""

INFORMANTS = frozenset(
    """official officials source sources insider insiders aide aides diplomat diplomats adviser
    advisers advisor advisors person people spokesman spokeswoman spokesperson officer officers
    member members staffer staffers employee employees executive executives witness witnesses
    resident residents friend friends caller reporter lawmaker lawmakers operative operatives
    strategist strategists agent agents commander commanders militant militants fighter fighters
    worker workers student students man woman colleague colleagues relative relatives informant
    whistleblower adviser analyst""".split()
)
"""Nouns for those whom an article quotes without their names."""

KIN = frozenset(
    """wife husband mother father son daughter brother sister widow widower parent child uncle aunt
    nephew niece cousin girlfriend boyfriend partner friend lawyer attorney spokesman spokeswoman
    spokesperson aide boss neighbour neighbor""".split()
)
"""Nouns for who is somebody's: "the diver's wife" is not whoever spoke last."""
PEOPLES = frozenset(
    """americans afghans albanians algerians argentinians arabs armenians australians austrians
    belgians brazilians britons bulgarians canadians chileans colombians cubans czechs danes
    egyptians europeans ethiopians finns germans ghanaians greeks hungarians indians indonesians
    iranians iraqis israelis italians jordanians kenyans koreans kurds kuwaitis lebanese libyans
    malaysians mexicans moroccans nigerians norwegians pakistanis palestinians poles qataris
    romanians russians saudis scots serbs somalis spaniards swedes syrians taiwanese thais
    tunisians turks ukrainians venezuelans vietnamese yemenis africans asians latinos hispanics
    muslims christians jews catholics protestants sunnis shiites democrats republicans
    conservatives liberals libertarians socialists tories californians texans floridians
    londoners""".split()
)
"""Names of peoples, faiths and parties' members: several persons, though with a capital."""
COUNTED = frozenset(
    """one two three four five six seven eight nine ten dozen several couple pair some few unnamed
    unidentified anonymous senior former""".split()
)
"""Words that single out some people of a kind."""
SECRET = frozenset("source sources insider insiders informant informants leaker".split())
"""Nouns that somebody named in the text does not go by."""

MALE = frozenset(
    """man boy schoolboy father husband son brother uncle grandfather dad actor widower boyfriend
    nephew king prince businessman spokesman policeman fisherman gentleman guy""".split()
)
FEMALE = frozenset(
    """woman girl schoolgirl mother wife daughter sister aunt grandmother mum mom actress widow
    girlfriend niece queen princess businesswoman spokeswoman policewoman congresswoman lady nun
    waitress""".split()
)
"""Nouns for men, and for women."""

GENERIC = frozenset(
    """experts voters americans people critics opponents supporters scientists researchers analysts
    observers commentators historians economists investors consumers fans viewers readers users
    democrats republicans conservatives liberals men women children public others many some most
    anyone everyone everybody someone somebody nobody one
    """.split()
)
"""Classes of people that nobody keeps a name of."""

NO_HEADS = frozenset(
    "the a an earlier new previous such own further recent early late and or".split()
)
"""Words that a phrase cannot be of: a source that ends in one was cut short."""
FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
ONE_PERSON = frozenset("i me my mine myself".split())
SECOND_PERSON = frozenset("you your yours yourself yourselves".split())
RELATIVE = frozenset("who which that whom whose".split())

DETERMINERS = frozenset(
    """the a an this that these those his her its their our my your some any every each another
    no both all""".split()
)
DEFINITE = frozenset("the this that these those his her its their our my your".split())
POSSESSIVE = frozenset("his her its their our my your".split())
INDEFINITE = frozenset("a an some another one several many few two three four five six".split())

ROLE = re.compile(
    r"(?:er|or|ist|ian|man|men|woman|women|ess|ant|ent|ive|ary|ee|eer|eur|ect|person|people|head"
    r"|chief|chair|aide|nominee|candidate|official|general|judge|guard|expert|pilot|coach|chef"
    r"|star|host|guest|hero|friend|wife|husband|son|daughter|mother|father|brother|sister|widow"
    r"|boss|guru|critic|mechanic|cook|rapper|nurse|priest|monk|nun|king|queen|prince|advocate"
    r"|diplomat|democrat|republican|delegate|graduate|veteran|fan|fellow|lead|captain|mayor|envoy"
    r"|spy|czar|tsar|surrogate|analyst|columnist|contractor|magnate|tycoon|mogul|mom|dad|parent"
    r"|resident|member|rep)s?$",
    re.IGNORECASE,
)
"""Endings and words that nouns for people have."""
NO_ROLES = frozenset(
    """neither either rather never ever over under after later earlier however whether together
    other another further order number matter offer answer remember consider receive believe achieve
    arrive drive give live leave save recent different important current present absent apparent
    event amount account document government statement moment comment payment movement agreement
    argument investment department judgment parliament president-elect for more before where there
    their her your our were or nor color labor favor error terror horror mirror minor major prior
    exist insist list assist resist twist consist enlist persist want meant went sent spent
    percent cent content extent intent accent meeting surveyed need agreed indeed exceed proceed
    succeed speed feed seed three free tree see fee been between attack attacks massive
    positive negative active effective expensive extensive character season reason lesson prison
    poison comparison paper computer newsletter poster tower power river water winter summer weather
    chapter chamber border corner quarter fever cancer danger anger hunger finger shoulder laughter
    disaster counter server router printer scanner helicopter trailer thriller banner barrier
    container filter folder sticker tracker twitter wonder door floor motor tractor sensor monitor
    indicator factor sector corridor harbor harbour rumor rumour humor humour behavior behaviour
    restaurant plant grant warrant archive initiative alternative directive narrative perspective
    objective incentive motive library diary salary january february boundary dictionary commentary
    anniversary coffee degree guarantee project effect subject aspect object prospect respect
    business press process success access address mess stress fitness illness overhead ahead
    human roman index""".split()
)
"""Words that end like nouns for people and are none."""


@lru_cache(maxsize=4096)  # asked of one noun at every mention
def names_person(noun: str) -> bool:
    """Whether a noun, in lower case, is for a person, by its ending."""
    thing = noun in NO_ROLES or noun.endswith(("ment", "ments"))
    return noun in MALE | FEMALE or (not thing and bool(ROLE.search(noun)))


_SMALL = re.compile(r"\b[a-z]{3,}\b")


@lru_cache(maxsize=2)  # names are made whole, and told from nouns, by the same ones
def small_words(text: str) -> frozenset[str]:
    """The words that a text has in small letters: with a capital they need be no names."""
    return frozenset(_SMALL.findall(text))


_WORD = re.compile(r"[\w’'.&-]+")
_APOSTROPHES = ("'", "’")


def words_of(text: str) -> list[str]:
    """The words of a phrase in lower case, without possessive endings and stops."""
    found = (w.lower().rstrip(".,;:") for w in _WORD.findall(text))
    return [unowned(w) for w in found if w.strip(".'’-&")]


def unowned(word: str) -> str:
    """A word without its possessive ending."""
    bare = word.removesuffix("s")
    return bare[:-1] if bare.endswith(_APOSTROPHES) else word


@lru_cache(maxsize=4096)  # a name is read to cluster it, to type it and to list it
def bare_name(text: str) -> tuple[str, ...]:
    """The words of a person's name in lower case: those behind the last title."""
    found = [w for w in words_of(text) if w != "the"]
    return tuple(found[_behind_titles(found) :])


def _behind_titles(words: list[str]) -> int:
    """Where a name begins: behind its last title, or the office of a place ("Indiana Gov.")."""
    starts = [i + 1 for i, w in enumerate(words[:-1]) if w.replace(".", "") in TITLES]
    if not starts or words[starts[-1]].replace(".", "") in SUFFIXES:
        return _behind_trade(words, 0)
    return _behind_trade(words, starts[-1])


def _behind_trade(words: list[str], start: int) -> int:
    """Where a full name begins behind what somebody does ("Writer Ilse Orro")."""
    while len(words) - start > _FULL_NAME and words[start] in TRADES:
        start += 1
    return start


SUFFIXES = frozenset("jr sr ii iii iv".split())
"""Words behind a name that tell a son from his father."""
_FULL_NAME = 2
"""Words of a full name at least."""
TRADES = frozenset(
    """writer author actor actress singer comedian journalist reporter columnist lawyer attorney
    analyst strategist spokesman spokeswoman spokesperson host co-host anchor pollster candidate
    nominee businessman businesswoman billionaire millionaire activist photographer filmmaker
    producer musician rapper blogger commentator pundit historian scientist researcher economist
    novelist poet designer engineer farmer teacher student nurse doctor surgeon activist lawmaker
    councillor councilman councilwoman delegate operative aide adviser advisor consultant editor
    correspondent democrat republican ex-president frontman drummer guitarist striker midfielder
    defender goalkeeper manager captain""".split()
)
"""What people do: with a capital before a full name only where a sentence or headline opens."""


def untitled(words: str) -> str:
    """A person's name as the text has it, without what stands before it."""
    parts = re.sub(r"['’]s?$", "", " ".join(words.split())).split()
    if parts and parts[0].lower() == "the":
        parts = parts[1:]
    low = [p.lower().rstrip(".,;:") for p in parts]
    return " ".join(parts[_behind_titles(low) :]).strip(".,;: ")


def is_title(words: str) -> bool:
    """Whether words are titles or offices alone ("General", "Deputy Chief"), and no name."""
    found = [w.replace(".", "") for w in words_of(words)]
    return bool(found) and all(w in TITLES | COUPLES or w == "staff" for w in found)


def is_plural(noun: str) -> bool:
    """Whether a head noun is several people."""
    word = noun.lower()
    if word.endswith(("people", "women", "men")) and not word.endswith(("specimen", "regimen")):
        return True
    return word in PLURAL or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
