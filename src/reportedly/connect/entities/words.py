"""Words within names that are not the name: titles, suffixes, particles, what bodies are called."""

from __future__ import annotations

TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness rev reverend fr father
    sister brother gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl
    corporal adm admiral vice-admiral brig brigadier cmdr commander marshal field private sen
    senator rep representative congressman congresswoman gov governor pres president
    vice-president vp vice prime minister premier chancellor secretary ambassador envoy judge
    justice chief sheikh shaikh sheik ayatollah grand hojatoleslam imam mullah mufti rabbi
    cardinal archbishop bishop patriarch pastor hon honourable honorable mayor detective
    inspector officer constable superintendent sheriff deputy former ex late acting interim
    outgoing incoming then the foreign defence defense interior finance justice spokesman
    spokeswoman spokesperson speaker chairman chairwoman chair chairperson director head leader
    coach manager lawyer attorney prosecutor actor actress singer author analyst economist
    historian journalist reporter correspondent editor ceo cfo founder commissioner councillor
    councilman councilwoman supreme senior first herr frau monsieur madame señor señora don doña
    haji hajji ustad mp msp mep tan sri datuk seri
    president-elect sens reps republican democrat democratic gop independent conservative liberal
    labour presidential vice-presidential candidate nominee presumptive state star singer-songwriter
    rapper comedian novelist poet designer entrepreneur businessman businesswoman billionaire
    millionaire tycoon activist blogger host anchor weatherman meteorologist pollster strategist
    lobbyist philosopher scientist physicist astronaut politician lawmaker""".split()
) - {"first", "don", "dean"}

REGNAL = frozenset(
    "pope king queen prince princess emperor empress sultan emir tsar saint st duke duchess".split()
)
"""Titles that with one given name make a full name."""

SUFFIXES = {
    "jr": "jr", "junior": "jr", "jnr": "jr", "sr": "sr", "senior": "sr", "snr": "sr", "ii": "ii",
    "2nd": "ii", "iii": "iii", "3rd": "iii", "iv": "iv", "4th": "iv", "vi": "vi", "vii": "vii",
    "viii": "viii", "ix": "ix", "xi": "xi", "xii": "xii", "xiii": "xiii",
    "xiv": "xiv", "xvi": "xvi",
}  # fmt: skip
DEGREES = frozenset("phd md esq qc kc obe cbe mbe kbe dphil cpa jd mba rn dds ret".split())
ARTICLES = frozenset("al el ul ad as ash an ar at az".split())
"""The Arabic article in its forms; a name is the same with and without it."""

PARTICLES = frozenset(
    "de del della di da do dos das du van von der den ter ten bin ibn ben bint la le los las st y e"
    " san santa zu zum af av".split()
)
COMPOUND = frozenset("abd abdel abdul abdol abdal abu abou umm".split())
"""Beginnings of Arabic given names that are written apart, hyphened, or in one."""

COMMON_SURNAMES = frozenset(
    """smith jones johnson williams brown taylor davies davis evans wilson thomas roberts walker
    wright robinson thompson white hughes edwards green hall lewis harris clarke clark patel
    jackson wood turner martin cooper hill ward morris moore lee king baker harrison morgan
    allen james scott miller anderson watson mitchell parker cook murphy kelly kim park choi
    wang li zhang liu chen yang huang zhao wu nguyen tran le khan ahmed ahmad ali hussain
    hussein hassan hasan mohammed mohammad muhammad mohamed abdullah ibrahim begum singh kumar
    sharma gupta shah garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez
    torres silva santos oliveira souza pereira ferreira costa ivanov petrov sidorov kuznetsov
    popov smirnov muller schmidt schneider fischer weber meyer rossi russo ferrari dubois durand
    bernard young adams campbell phillips collins stewart rogers reed bell bailey gray grey rose
    stone fox day""".split()
)
COMMON_GIVEN = frozenset(
    """john james robert michael william david richard joseph thomas charles christopher daniel
    matthew mark paul george steven stephen andrew kenneth brian kevin edward peter patrick
    simon ian alan anthony martin mary patricia jennifer linda elizabeth barbara susan jessica
    sarah karen nancy lisa margaret anne ann jane emma laura helen mohammad mohammed muhammad
    mohamed ahmad ahmed ali hassan hussein hossein abdullah ibrahim omar khalid yusuf mahmoud
    mustafa wei li ming min jun ying jin hong hui juan jose carlos luis jorge maria ana antonio
    francisco manuel pedro jean pierre michel ivan alexander sergei andrei vladimir dmitry
    alexei hans peter klaus thomas giuseppe giovanni marco chris mike jim bob bill tom joe dan
    dave steve matt andy tony nick tim sam ben jack adam ryan eric jeff greg scott gary jason
    justin aaron singh kumar raj amit rahul joao paulo""".split()
)
"""Given names and surnames of which two bearers are to be expected: the most frequent ones of the
United States, the United Kingdom, the Arab world, South Asia, China, Korea, Latin America and
Russia in the public statistics of names."""

LEGAL = frozenset(
    "inc incorporated corp corporation co company ltd limited llc plc gmbh ag nv bv spa oyj ab"
    " asa llp pjsc ojsc jsc pty".split()
)
MEDIA = (
    "television station", "radio station", "news website", "news channel", "tv channel",
    "news agency", "newspaper", "magazine", "website", "broadcaster", "news",
)  # fmt: skip
"""What a medium is called behind its name, or not: "Fars", "Fars news agency"."""

SPELT = {
    "organisation": "organization", "defence": "defense", "centre": "center", "labour": "labor",
    "programme": "program", "organisations": "organizations", "mobilisation": "mobilization",
    "intl": "international", "dept": "department", "govt": "government", "assn": "association",
    "univ": "university", "natl": "national", "cmte": "committee", "saint": "st",
}  # fmt: skip

OF_ALL_STATES = frozenset(
    """ministry minister department foreign affairs interior defense justice finance health
    education economy energy trade transport agriculture environment culture intelligence
    security supreme constitutional high court appeals parliament senate house commons lords
    representatives congress national assembly central bank reserve army navy air force forces
    armed military police guard guards revolutionary state federal government council committee
    commission cabinet party liberal conservative labor socialist
    communist workers people peoples opposition union unions embassy consulate university school
    college hospital church mosque agency authority office bureau service services board
    administration attorney general prosecutor prosecutors presidency president prime of the and
    for on in to local city county district regional provincial coalition alliance front
    movement group organization association institute center foundation company media news
    television tv radio newspaper channel station website public private
    intelligence secret special royal republic militants rebels officials authorities
    campaign team statement report times post daily east west north south northern southern
    eastern western middle province region area border""".split()
)
"""Words that the bodies of any state or city bear: a name of these alone is of many."""

FORMS_OF_STATE = frozenset("republic kingdom federation".split())

REGIONS = frozenset(
    """arab african european asian american latin kurdish western eastern northern southern baltic
    balkan nordic gulf social sunday""".split()
)
"""Words before "news" and the like that do not name a medium by themselves."""

OFFICES = frozenset(
    """ministry department army navy parliament embassy police government court senate presidency
    consulate military""".split()
)
"""Heads of names whose order is free: "Foreign Ministry of Iran", "Iranian Foreign Ministry"."""

LINKS = frozenset("of the and for in on at to de la le du des".split())
