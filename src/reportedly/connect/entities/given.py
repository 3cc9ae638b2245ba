"""Given names: which are forms of one name, in one script or from one to the other."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from reportedly.connect.entities.letters import sound

_FROM_OTHER_SCRIPTS = """
mohammad mohammed muhammad mohamed mohamad muhammed muhamed mohd muhammadu | ahmad ahmed ahmet |
hossein hussein husayn hussain husain hosein hussayn hoseyn | hassan hasan | masoud masood
massoud masud | ali aly | yousef youssef yusuf yousuf yusef yousif | ibrahim ebrahim ibraheem |
ismail esmail esmaeil ismaeel | abdullah abdallah abdollah abdulla | qassem qasem ghasem kassem
qasim kasim ghassem kasem qassim | javad jawad djavad | mahmoud mahmud mahmood | mostafa mustafa
moustafa mustapha | saeed saied saeid said | omar umar | osama usama | khaled khalid | tariq
tarek tareq | bashar bachar | muammar moammar muammer moamer | nouri nuri noori | hamid hameed |
rashid rasheed rachid | walid waleed | jamal gamal jamaal | nasser naser | faisal faysal feisal
| yasser yasir yaser | amir ameer | mohsen muhsin mohsin | mehdi mahdi | hashem hashim |
ruhollah rouhollah | karim kareem | samir sameer | zayed zayid | aisha ayesha aysha | fatima
fatemeh fatma | sayed seyed syed sayyed sayyid seyyed | abbas abas | majid majeed | rahim raheem
| habib habibullah | aziz azeez | haidar haider haydar heydar | jafar jaafar jafaar | muqtada
moqtada | nawaz navaz | recep rejep | dmitry dmitri dimitri dmitriy dmytro | sergei sergey
serguei sergiy serhiy | alexei aleksei alexey aleksey | yuri yury yuriy iouri iurii | andrei
andrey andriy | nikolai nikolay mykola | mikhail mihail mykhailo | alexander aleksandr alexandr
aleksander oleksandr alyaksandr | vladimir volodymyr wladimir uladzimir | yevgeny evgeny evgeni
yevgeni yevgeniy yevhen | viktor victor | oleg oleh | igor ihor | anatoly anatoli anatoliy |
valery valeri valeriy valerii | vasily vasili vasiliy vasyl | gennady gennadi | grigory grigori
hryhoriy | pyotr petr petro | fyodor fedor fedir | yekaterina ekaterina | yulia julia yuliya |
tatiana tatyana tetiana | natalia natalya nataliya | elena yelena olena | maria mariya |
anastasia anastasiya | ksenia xenia kseniya | bidzina | mikheil mikhail | giorgi georgy georgi |
pavel pavlo | ivan | konstantin kostyantyn
"""
_SHORT = """
william bill will billy | robert bob rob bobby robbie | richard dick rick rich ricky | james jim
jimmy | john johnny jack | jonathan jon jonny | joseph joe joey | thomas tom tommy | michael
mike mick mickey | david dave | daniel dan danny | donald don donnie | edward ed eddie ted teddy
| theodore ted teddy | kenneth ken kenny | lawrence laurence larry | christopher chris | anthony
tony antony | andrew andy drew | benjamin ben benny | charles charlie chuck | stephen steven
steve | jeffrey jeff geoffrey geoff | gregory greg | matthew matt | nicholas nick nicolas |
patrick pat paddy | peter pete | philip phillip phil | ronald ron ronnie | samuel sam | timothy
tim | walter walt | gerald gerry jerry | frederick fred freddie | francis frank | alexander alex
| albert al bert | raymond ray | leonard len leo lenny | susan sue suzy | elizabeth liz beth
betsy lizzie elisabeth | katherine catherine kathryn kate kathy cathy katie kathleen | margaret
maggie meg peggy | patricia pat patty | deborah debbie debra | barbara barb | jennifer jen jenny
| rebecca becky | pamela pam | victoria vicky vicki | bernard bernie | joshua josh | mitchell
mitch | zachary zach | abigail abby | alfred alf | vincent vince | stanley stan | douglas doug |
bradley brad | terence terry terrence | harold harry hal | henry hank harry | eugene gene |
gabriel gabe | nathaniel nathan nate | nathan nate | jacob jake | kimberly kim | cynthia cindy |
christine chris chrissy | christina tina | sandra sandy | amanda mandy | jessica jess jessie |
judith judy | dorothy dot dottie | eleanor ellie nell | ian iain | alan allan allen | eric erik
| marc mark | carl karl | sean shaun shawn | geoff jeff | brian bryan | neil neal | philippe
filip | hillary hilary | sara sarah | ann anne | isaac ike
"""


def _families(text: str) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for forms in text.replace("\n", " ").split("|"):
        words = forms.split()
        for word in words:
            found[word].add(words[0])
    return {word: frozenset(heads) for word, heads in found.items()}


_SCRIPTS, _SHORTENED = _families(_FROM_OTHER_SCRIPTS), _families(_SHORT)
_FIRST = "mohammad"
"""What many Muslims bear before the name that they go by, and often leave out."""


@lru_cache(maxsize=16384)
def heads(given: str) -> frozenset[str]:
    """The names that a folded given name is a form of; the name itself if it is of none."""
    return _SCRIPTS.get(given, frozenset()) | _SHORTENED.get(given, frozenset()) or frozenset(
        {given}
    )


def forms_of_one(a: str, b: str) -> bool:
    """Whether two folded given names are forms of one name."""
    return bool(heads(a) & heads(b))


def from_another_script(given: str) -> bool:
    """Whether a given name is one that is spelt in several ways for its script."""
    return given in _SCRIPTS or given.startswith("abdul")


def often_left_out(given: str) -> bool:
    """Whether a first given name is one that its bearer often goes without."""
    return _FIRST in heads(given)


def given_keys(given: str) -> frozenset[str]:
    """What all forms of a given name have in common, by sound."""
    return frozenset(sound(head) for head in heads(given))
