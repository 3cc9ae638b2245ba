"""Given names: which are forms of one name, in English or from other scripts."""

from __future__ import annotations

_FORMS = """
mohammad mohammed muhammad mohamed mohamad muhammed mehmet|ahmad ahmed ahmet|
hossein hussein husayn hussain|hassan hasan|masoud masood massoud|ali aly|
yousef youssef yusuf yousuf|ibrahim ebrahim|abdullah abdallah|
qassem qasem ghasem kassem qasim|javad jawad|mahmoud mahmud|mostafa mustafa moustafa|
sayed seyed syed sayyed|dmitry dmitri dimitri|sergei sergey serguei|alexei aleksei alexey
|yuri yury iouri|andrei andrey|nikolai nikolay|mikhail michail|
alexander aleksandr alexandr|vladimir wladimir|yevgeny evgeny evgeni yevgeni|
katherine catherine kathryn|stephen steven steve|philip phillip phil|
geoffrey jeffrey jeff|william bill will|robert bob rob|richard dick rick|
james jim jimmy|john johnny jack|thomas tom|michael mike|edward ed ted eddie|
joseph joe|daniel dan danny|david dave|anthony tony|christopher chris|
nicholas nick nicolas|benjamin ben|samuel sam|timothy tim|kenneth ken|donald don|
ronald ron|gregory greg|lawrence laurence larry|charles charlie chuck|andrew andy|
matthew matt|elizabeth liz beth|margaret maggie meg|susan sue|deborah debbie debra|
patricia pat|barbara barb|jennifer jen|rebecca becky|victoria vicky|albert al|
bernard bernie|gerald gerry jerry|francis frank|theodore teddy|peter pete|
patrick paddy|terence terry|raymond ray|walter walt|leonard len|frederick fred|
harold harry|henry hank
"""
_NAMED = {
    form: forms.split()[0]
    for forms in _FORMS.replace("\n", " ").split("|")
    for form in forms.split()
}


def root(given: str) -> str:
    """The form that stands for all forms of a given name; the name itself if it has no others."""
    return _NAMED.get(given, given)


def given_key(given: str) -> str:
    """What all forms of a given name and its initial have in common, as far as an initial tells."""
    return root(given)[:1] if len(given) > 1 else given
