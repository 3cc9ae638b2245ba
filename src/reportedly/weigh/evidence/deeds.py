"""Words for what somebody saw, heard, did or went through himself, at one place and time.

What can be said of a whole career ("I ran for mayor", "we held talks") is not among them.
"""

from __future__ import annotations


def _either(lines: str) -> str:
    """A pattern of any of some lines, each a pattern itself."""
    return "(?:" + "|".join(filter(None, map(str.strip, lines.splitlines()))) + ")"


def _any(words: str) -> str:
    """A pattern of any of some words."""
    return "(?:" + "|".join(words.split()) + ")"


_BODY = r"(?:\w+ )?" + _any(
    """arms? hands? hair legs? knees? thighs? shirt dress skirt clothes face neck mouth breasts?
    chest buttocks bottom butt back waist shoulders? head throat crotch wrists?"""
)
_KIN = _any(
    r"""mother father mom mum dad brothers? sisters? sons? daughters? husband wife child children
    kids? baby parents uncle aunt cousins? grand\w+ friends? neighbou?rs? family"""
)
_ROOM = _any(
    """party meetings? table scene house home office school church mosque hotel bar gate window
    door doorway hospital rooms? bedroom classroom courtroom car kitchen bed building bathroom
    shower hall hallway basement shop store market train bus plane cabin ship boat ferry truck van
    taxi square street crowd garden yard field factory mill mine camp cell prison elevator lift
    stairs stairwell roof balcony bridge pier beach park restaurant pub club dinner lunch flight
    call ward tunnel platform stadium theatre theater cinema corridor lobby tent trench barn tower
    queue"""
)
_OUTDOORS = _any("police station exit shore road river woods flames fire smoke")
_PERSON = (
    r"(?:him|her|them"
    r"|(?:the|a|two|three) (?:\w+ )?(?:boy|girl|man|men|woman|child|children|driver))"
)
_THINGS = _any("boxes box envelope letter money cash bag keys package parcel gun knife note")

SIGHTED = _either(
    rf"""
    could (?:barely |even |clearly )?(?:see|hear|smell|feel) (?:him|her|them|smoke|flames|blood)
    could (?:barely |even |clearly )?(?:see|hear|smell|feel) the (?:{_OUTDOORS}|blast|ground|water)
    remember (?:seeing|hearing|being|standing|sitting|walking|looking|waking|running)
    remember (?:my {_KIN}|him|her|them|the \w+) \w+ing
    felt (?:his|her|someone|somebody|something|my \w+|pain|hands?|it shake)
    """
)
"""Behind "I": what was perceived; what is seen and heard itself stands with its objects."""

_WENT = r"(?:ran|rushed|raced|went|came|drove|headed) (?:right |back )*"
_TO = r"(?:out|over|up|down|through|back|into|in|to|towards?) (?:to |of )?(?:the|my|his|her|our)"
_TOOK = _any("pulled pushed dragged carried threw hit kissed touched followed chased caught shot")
_AT = _any("lying dead on in under unconscious sitting there crying hiding behind inside at by")
_HELP = _either(
    """
    911|999|112|(?:the )?police|an ambulance|for help
    the (?:cops|fire|ambulance|hospital|coast ?guard)
    """
)
_NEWS = r"(?:letters?|(?:phone )?calls?|e-?mails?|messages?|texts?|envelopes?|parcels?|visits?)"

DONE = _either(
    rf"""
    walked(?! (?:away|out of that|through (?:this|that)))
    woke(?! up (?:to|after|in a|the next))
    {_any("climbed crawled jumped fled escaped sprinted hid froze ducked collapsed screamed")}
    {_any("yelled shouted grabbed kicked slipped swam photographed phoned texted knelt vomited")}
    {_WENT}(?:outside|upstairs|downstairs|home)
    {_WENT}{_TO} (?:[\w-]+ )?(?:{_ROOM}|{_OUTDOORS})
    (?:ran|rushed|drove) (?:away|out(?! of)|back|inside|over to|towards?)
    ran (?:for (?:my|our) (?:life|lives)|after (?:him|her|them))
    came face to face
    got up and \w+(?:ed|ran|went|left)
    got (?:out of|down on|off|into|in) (?:the|my|his|her) (?:[\w-]+ )?(?:{_ROOM}|floor|ground)
    looked (?:out|up|down|back|over|around|behind|inside|in the|through the)(?! (?:to|for|on)\b)
    turned (?:around|round)
    stood (?:there|outside|next to|behind|in (?:front|the|line)|on the|at the|by the)
    sat (?:there|next to|beside|behind|across|in (?:the|that|my)|on the|down (?:next|beside|on|at))
    lay (?:there|down|on|in|under)
    fell (?:to|down|off|out|into|on|asleep)
    opened (?:the|my|his|her) (?:door|window|eyes|gate|lid|boot|trunk|{_THINGS})
    {_TOOK} (?:{_PERSON}|my {_KIN}|the (?:body|bodies|door|rope|{_THINGS}))
    (?:hugged|picked up) (?:{_PERSON}|my {_KIN}|the (?:body|bodies|{_THINGS}))
    knocked on (?:the|his|her|their|my) (?:\w+ )?(?:door|window)
    (?:called|rang|dialled|dialed) (?:{_HELP}|my {_KIN})
    (?:called|rang) (?:him|her|them)(?! (?:an?|the|\w+ing)\b)
    (?:handed|showed|brought) (?:him|her|them)
    (?:handed|gave|delivered|brought|sold|sent) (?:{_PERSON} )?(?:the|my) (?:{_THINGS}|phone)
    (?:told|asked|begged) (?:him|her|them) not to
    (?:told|asked|begged) (?:him|her|them) to (?:stop|leave|go|wait|get|let|help|sit|come)
    took (?:off (?:my|running)|cover|shelter|(?:him|her|them) (?:to|out|home|in|by))
    took (?:(?:a |some )?(?:pictures?|photos?|photographs?|videos?)|the (?:stairs|{_THINGS}))
    put (?:my \w+ (?:on|in|over|around|up)|on my|(?:him|her|them) (?:in|on))
    left (?:the {_ROOM}|(?:him|her|them) (?:there|in|on|at))
    found (?:{_PERSON}|my {_KIN}|(?:a|the|two|three) (?:\w+ )?(?:body|bodies|{_THINGS})) {_AT}
    received (?:a|an|the|two|three|several) (?:\w+ )?{_NEWS}
    lost (?:my|our) (?:house|home|arm|legs?|eye|hand|boat|farm|{_KIN})
    """
)
"""Behind "I": what somebody did with his own hands and feet."""

_DOING = _either(
    rf"""
    {_any("putting driving sleeping asleep awake cooking walking standing lying eating washing")}
    {_any("cleaning riding shopping bathing feeding hiding crossing fishing swimming packing")}
    {_any("loading cycling parked parking trapped upstairs downstairs")}
    sitting(?! in on)
    watching the
    having (?:dinner|lunch|breakfast|coffee|a (?:drink|shower|smoke))
    waiting (?:for the|in|at|outside|by)
    working (?:late|the night|nearby|next door|in the (?:{_ROOM}))
    stuck (?:in the|under|inside|there)
    (?:coming|going|heading) (?:home|back|out|up|down|into the|through the|past)
    getting (?:ready|out|into|off|dressed)
    on my way|at home|home alone|next door|an? eyewitness
    (?:outside|inside) (?:the|my|when)
    there (?:when|that|the|at the|with (?:him|her|them))
    (?:[\w-]+ ){{1,3}}(?:feet|metres|meters|yards|miles|steps|blocks) (?:away|from)
    """
)
_UNDERGONE = _either(
    f"""
    {_any("thrown knocked dragged injured raped groped assaulted shot tortured stabbed")}
    {_any("arrested kidnapped detained blindfolded handcuffed strangled molested abducted evicted")}
    {_any("rescued bitten woken awoken soaked")}
    hit (?:by|in|on|with|over)
    robbed (?:at|by|in|on)
    pulled (?:out|from|into|over|under|down)
    wounded (?:in|by|when)
    beaten (?:by|up|with|in)
    covered in
    locked (?:in|up|out)
    """
)
_ALL = r"(?:(?:every|each) (?:one )?(?:of )?|(?:all|most|some) (?:of )?)?"
_JUST = "(?:just |already |also |still |actually |personally |sound |fast )*"
_BY = "(?:at|in|inside|outside|on|near|behind|by)"
_THIS = "(?:that|the|this|my|his|her|our|those|these|a)"

BEING = _either(
    rf"""
    (?:was|were) {_JUST}(?:{_DOING}|{_UNDERGONE})
    (?:was|were) {_BY} {_ALL}{_THIS} (?:[\w-]+ ){{0,2}}?{_ROOM}
    """
)
"""Behind "I": where somebody was, what he was doing, what was done to him."""

_TOUCHED = _either(
    rf"""
    {_any("grabb punch kick push shov rap grop kiss touch threaten robb dragg chas follow slapp")}ed
    {_any("chok pull approach assault molest corner harass fondl pinn strok rubb lift carri")}ed
    {_any("hugg stripp search tackl strangl blindfold undress handcuff kidnapp burn stabb")}ed
    {_any("burnt hit beat held tied bit shook shot woke")}
    (?:started|began|kept) \w+ing
    tried to {_any("grab kiss rape hit push pull touch choke stab strangle drag rob kill")}
    """
)
_CAME = (
    r"(?:spat|shot|yelled|screamed|shouted|swore|stared|laughed|ran|drove|lunged|leaned"
    r"|(?:came|walked)(?: up)?) (?:straight |right )?"
    r"(?:at|towards?|behind|over to|to|into|on top of|over|after)"
)
_MOVED = _any("threw took locked left drove led let put")
_WHERE = _either(
    """
    go|into|there|against|down|inside|outside|home
    (?:out of|off|to|on|by|up against) (?:the|a|his|her|their)
    """
)
_ARMS = _any("gun rifle pistol knife weapon torch tongue hood foot")
_HELD = _either(
    rf"""
    (?:put|stuck) (?:his|her|their|a|an|one) (?:\w+ )?(?:{_BODY}|{_ARMS})
    (?:pointed|aimed|held|pulled) (?:a|an|the|his|her|their) (?:\w+ )?{_ARMS}
    """
)


def done_to(whom: str, whose: str) -> str:
    """A pattern, behind somebody else, of what he did to the one who speaks.

    Args:
        whom: a pattern of the pronouns for that one.
        whose: of the possessive ones.
    """
    thing = rf"{whose} (?:{_BODY}|{_KIN}|house|home|car|door|things)"
    return _either(
        rf"""
        {_TOUCHED} (?:{whom}|{thing})
        {_CAME} {whom}(?! (?:and|from) )
        {_HELD} (?:\w+ ){{0,3}}?(?:{whom}|{thing})
        {_MOVED} {whom} {_WHERE}
        """
    )
