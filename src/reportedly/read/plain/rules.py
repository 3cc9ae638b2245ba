"""The rules by which a paragraph's own words give it its kind.

Patterns are for the whole paragraph, as `labels.lowered` gives it: one line, lower case, straight
apostrophes. Sentences of reporting may begin with any of these words, so most patterns bound what
may follow.
"""

# ruff: noqa: E501  (a pattern broken over lines is harder to read than a long one)

from __future__ import annotations

from reportedly.schema import BlockKind

_A, _R, _C, _P = BlockKind.ARTEFACT, BlockKind.RELATED, BlockKind.CREDIT, BlockKind.CAPTION

# (kind, first words, what the whole paragraph looks like). `…` stands for the first word.
BY_FIRST_WORD: tuple[tuple[BlockKind, str, str], ...] = (
    # Links to other texts
    (
        _R,
        "read",
        r"… (?:more|also|next|now|on|full story|the full (?:story|article|report|text|statement|interview))(?: (?:on|about|at|from|in) [^.!?]{1,80}| (?:here|below))?\W*",
    ),
    (
        _R,
        "read",
        r"… (?:more|also|next|now)(?: (?:on|about|at|from|in) [^:.]{1,60})? ?[:|>»–—-]+ ?.{1,250}",
    ),
    (_R, "read see", r"… more [^.:“\"]{8,120}[^.:,“\"]"),
    (_R, "read", r"…: .{3,200}[^.]"),
    (
        _R,
        "read",
        r"… (?:the )?(?:full|complete|entire|rest|original|whole).{0,20}\b(?:story|article|report|statement|letter|text|interview|post|transcript|analysis)\b.{0,60}\b(?:here|below|at|on|over|via)\b.{0,60}",
    ),
    (
        _R,
        "also now see more must next",
        r"… (?:read|see|watch|on this|reading|stories|in this section|from|like this|news|coverage)\b[^.:]{0,60}:.{0,250}",
    ),
    (_R, "also now see must next", r"… (?:also|read|see|watch|up|more)\W*"),
    (_R, "also see", r"… (?:read|also|watch) ?[:|>»–—-]+ ?.{1,250}"),
    (_R, "more", r"…(?: (?:on|from|in) (?:this|the|our|[^.:]{2,40}))?:.{0,250}"),
    (
        _R,
        "more",
        r"… (?:on this (?:story|topic|subject)|stories|news|coverage|like this|in this section|headlines|top stories|videos?)\W*",
    ),
    (
        _R,
        "related",
        r"…(?: (?:articles?|stor(?:y|ies)|links?|news|content|coverage|posts?|topics?|reading|videos?|galler(?:y|ies)|items?|roundups?|stuff|tags?))?\W*",
    ),
    (
        _R,
        "related",
        r"…(?: (?:articles?|stor(?:y|ies)|links?|news|content|coverage|posts?|topics?|reading|videos?|galler(?:y|ies)|roundups?|tags?))? ?[:|>»–—-] ?.{1,250}",
    ),
    (_R, "related", r"… (?:on|in|from) [^:.]{2,40}: ?.{1,250}"),
    (
        _R,
        "recommended trending",
        r"…(?: (?:for you|stories|articles|reading|now|news|videos?|topics?))?\W*",
    ),
    (_R, "recommended trending", r"…(?: (?:for you|stories|now))?: .{1,200}[^.]"),
    (
        _R,
        "we you",
        r"… (?:recommend|(?:may|might|could|would|will)(?: also)? (?:also )?(?:like|enjoy|love|be interested in)(?: (?:these|this|reading))?)\W*",
    ),
    (_R, "you", r"… (?:may|might)(?: also)? (?:like|enjoy): ?.{1,200}"),
    (
        _R,
        "most popular top latest",
        r"… (?:read|popular|viewed|shared|commented|watched|stories|news|headlines|posts|articles|videos|in [a-z ]{3,20}|on [a-z .]{3,20})\W*",
    ),
    (_R, "don't editor's editors'", r"… (?:miss|picks?|choice)\W*"),
    (
        _R,
        "on from elsewhere around",
        r"… (?:this topic|our partners?|the (?:web|site|network)|around the web)\W*",
    ),
    (_R, "watch", r"…(?: (?:now|next|live|more|again|video|it))?\W*"),
    (_R, "watch", r"…(?: (?:now|next|live|more|video|below|here))? ?[:|>] ?.{1,200}"),
    (
        _R,
        "watch",
        r"… (?=.*\b(?:below|above|here|clip|video|footage|trailer|segment|interview)\b)[^.]{3,150}[:.!]?",
    ),
    (
        _R,
        "click tap",
        r"… (?:here|through|the link|for more|to (?:read|see|watch|view|continue|enlarge|learn|find))\b.{0,150}",
    ),
    (
        _R,
        "photos pictures videos video gallery slideshow audio listen infographic explainer",
        r"…(?: gallery)? ?: ?.{3,200}[^.]",
    ),
    (_R, "in", r"… (?:pictures|photos|pics|video|depth)(?: ?: ?.{3,200}[^.])?"),
    (_R, "see", r"… (?:videos?|photos?|pictures|images|gallery|also|more|related)\b ?:.{0,200}"),
    (_R, "read", r"… (?:this|our|these)\b ?:? ?[^.]{3,150}"),
    (_R, "analysis opinion", r"… ?\| ?.{3,150}[^.]"),
    (
        _R,
        "for",
        r"… more(?: (?:news|stories|information|on this story|on this|details|from [^.]{2,40}))?,? (?:click|visit|go to|see|read|follow|log on|check out)\b.{0,150}",
    ),
    # Who else had a hand in it, and whose it is
    (
        _C,
        "by",
        r"… (?:staff|agenc(?:y|ies)|(?:staff )?reporters?|wire reports?|our [a-z ]{3,30}|(?:the )?associated press|reuters|afp|ap|upi|xinhua|news (?:agencies|desk)|web desk|correspondent)(?: (?:staff|reporters?|writers?|correspondents?))?\W*",
    ),
    (
        _C,
        "with",
        r"…(?: (?:additional|files?|reports?|reporting|information|input|inputs|material|contributions?|agency|agencies|wire|inputs))+(?: (?:from|by)\b.{1,120})?\W*",
    ),
    (
        _C,
        "additional further other more",
        r"… (?:reporting|research|writing|material|editing|contributions?)(?: and [a-z]{4,12})?(?: by| from| ?:)? .{1,150}",
    ),
    (
        _C,
        "reporting writing editing edited reported written compiled translated text story research words",
        r"…(?: and [a-z]{4,12})?(?: (?:in [a-z ]{2,20}))? ?(?:by|:) (?!.*\b(?:said|says|shows?|showed|found|has|had|was|were|that|reveal\w*|suggest\w*)\b)[^.]{2,150}\.?(?: (?:editing|writing|additional)\b.{2,150})?",
    ),
    (
        _C,
        "reporting",
        r"… by (?!.*\b(?:said|says|shows?|showed|found|has|had|was|were|that|reveal\w*|suggest\w*)\b).{2,250}",
    ),
    (
        _C,
        "contributing contributors contributor sources source information from via tip h/t hat",
        r"…(?: (?:from|tip))? ?: .{1,120}",
    ),
    (
        _C,
        "reporting material information files footage dispatches",
        r"… (?:by|from) (?!.*\b(?:said|says|shows?|showed|found|that|reveal\w*|suggest\w*)\b)(?:[^.!?:;“\"]|\b[a-z]{1,2}\.){2,150} (?:was|were|has been|have been|is|are) (?:also )?(?:used|included) (?:in|for) this (?:article|report|story|dispatch|piece|post)\.?",
    ),
    (_C, "source via", r"… [a-z0-9][^.,]{1,40}"),
    (
        _P,
        "©",
        r"… ?(?:ap|afp|reuters|epa|getty|photo|rex|alamy|shutterstock|flickr|wikimedia|sputnik|ria|tass|pa)\b[^.]{0,80}",
    ),
    (_C, "©", r"….{0,200}"),
    (_C, "copyright (c)", r"… ?(?:©|\(c\)|\d{4}|by|all rights|the|holder)\b.{0,250}"),
    (_C, "copyright", r"…(?: ?[©:]| \(c\)).{0,250}"),
    (_C, "all", r"… rights reserved\b.{0,200}"),
    (
        _C,
        "this",
        r"… (?:story|article|report|post|piece|item|copy|content|page|material|column|dispatch)(?: on .{2,40})? (?:has been|was|is|will be|may not be|originally|first|has since been|appeared|contains)(?: (?:last|originally|first|being|also|since|most recently))? ?(?:updated|published|republished|edited|corrected|amended|produced|provided|written|reported|broadcast|rewritten|redistributed|translated|reprinted|generated|appeared|taken|courtesy|part of|material from|developing|breaking|supplied|syndicated|filed|posted|ran|modified)\b.{0,200}",
    ),
    (_C, "this", r"… is a (?:developing|breaking)(?: news)? (?:story|report)\b.{0,150}"),
    (
        _C,
        "originally first last",
        r"… (?:published|posted|updated|modified|appeared|printed)(?::.{0,90}| (?:on|in|at|by|as)\b[^,]{0,60}(?:, \d{4})?.{0,20}| [a-z]{3,9}\.? \d.{0,40}| \d.{0,40})?",
    ),
    (_C, "published updated posted", r"…(?: (?:on|at|in|by|:).{1,90}| ?: .{1,90})"),
    (
        _C,
        "follow contact email e-mail tweet reach",
        r"…(?: (?:to|at|us at|him at|her at))? ?:? ?@?[\w.+-]+@[\w.-]+\.\w{2,10}.{0,60}",
    ),
    (_C, "email e-mail twitter contact facebook phone tel", r"…: ?.{2,80}"),
    (
        _C,
        "the an a",
        r"… (?:author|writer|columnist|correspondent|reporter) (?:is|can be|may be|tweets|contributed)\b.{3,200}",
    ),
    # What the page shows
    (
        _P,
        "photo photos picture pictures image images photograph photographs photography pic illustration graphic handout",
        r"…(?: (?:credits?|by|courtesy(?: of)?|via|from|copyright|provided by|source|©|/)) ?:? ?.{2,100}",
    ),
    (
        _P,
        "photo picture image photograph pic caption credit",
        r"…(?: caption| credit)? ?[:/|] ?.{2,250}",
    ),
    (_P, "photos pictures images", r"… ?[:/|] ?[a-z .'-]{2,40} ?/ ?[a-z .'-]{2,40}"),
    (_P, "file", r"…(?:[ -](?:photo|image|picture|pic|photograph|footage))+\b.{0,120}"),
    (_P, "credit", r"… [a-z][a-z.'-]+ [a-z][a-z.'-]+(?: ?/ ?.{2,60})?"),
    (
        _P,
        "ap afp reuters epa getty rex pa xinhua tass cen wireimage",
        r"… ?(?:photos?|images?|pictures?)?(?: ?/ ?.{2,60})",
    ),
    (_P, "ap afp getty file stock", r"… (?:photos?|images?|pictures?|file)"),
    (_P, "courtesy", r"…(?: of)? ?:? ?[^.]{2,80}"),
    # What is left of the page around the text
    (
        _A,
        "advertisement advertising advert ad ads sponsored promoted promotion adchoices",
        r"…\W*(?:(?:content|story|article) continues below|continued?|by [a-z]{2,20}|[-–—] (?:continue reading|story continues) below|content|links?|feedback|links by taboola)?\W*",
    ),
    (
        _A,
        "story article content post",
        r"… (?:continued?s? (?:below|after)|highlights|transcript|source)\b.{0,60}",
    ),
    (
        _A,
        "advertisement-content presented powered",
        r"…(?: continues below| by [a-z0-9 ]{2,40})?\W*",
    ),
    (
        _A,
        "share tweet pin email print save like comment comments print reddit whatsapp linkedin facebook twitter pinterest flipboard telegram tumblr google+ viber messenger",
        r"…(?:[\s|,/•·+]+(?:(?:on|via|by|with|to|this|article|story|post|page|link|it|us|more|options|close|send|copy|friend|a|and|the|share|tweet|pin|email|e-mail|print|save|like|comments?|reddit|whatsapp|linkedin|facebook|twitter|pinterest|flipboard|telegram|google\+?|messenger|stumbleupon|plus|read|later|x|icon|sms|\d+k?)))*\W*",
    ),
    (_A, "share", r"… (?:this|your|on|via|these|with)\b[^.]{0,80}\W*"),
    (_A, "+ +1 g+", r"….{0,15}"),
    (_A, "loading", r"…(?: [a-z]+){0,3}\W*"),
    (
        _A,
        "please",
        r"… (?:wait|enable|turn on|log in|sign in|sign up|subscribe|disable|support|upgrade|donate|share)\b.{0,200}",
    ),
    (
        _A,
        "video audio media image photo photos gallery slideshow",
        r"…(?: (?:loading|player|playback|not available|unavailable|is not supported|\d{1,3}|of|gallery))*\W*",
    ),
    (
        _A,
        "video audio media",
        r"…(?:s|player)? (?:loading|playback|player|is unavailable|not supported)\b.{0,100}",
    ),
    (_A, "scroll swipe", r"… (?:down|for|left|right|through|to)\b[^.]{0,60}\W*"),
    (
        _A,
        "view see show open hide close expand enlarge toggle play replay pause mute unmute skip",
        r"…(?: (?:all|more|full|the|image|images|photos?|gallery|video|caption|captions?|comments?|slideshow|on|instagram|twitter|facebook|in|new|window|ad|screen|larger|hide|less|menu|navigation|to|content|main|post|tweet|thread|original))*\W*",
    ),
    (_R, "see", r"… all (?:related|stories|news|articles)\W*"),
    (_A, "see", r"… all (?:comments|photos)\b.{0,40}"),
    (_A, "hide show", r"… (?:caption|transcript|captions)\W*(?:toggle.{0,20})?"),
    (
        _A,
        "next previous prev back top menu home search skip",
        r"…(?: (?:article|story|post|page|photo|slide|image|to top|to (?:the )?(?:main )?content|home|results))?\W*",
    ),
    (_A, "print", r"… (?:version|this|page|friendly|article|edition)\b[^.]{0,30}"),
    (_A, "send", r"… (?:to (?:a )?friend|by email|this|us|email)\b[^.]{0,60}\W*"),
    (_A, "font text", r"… (?:size|resize)\W*.{0,20}"),
    (_A, "continue keep", r"… reading\b.{0,80}"),
    (
        _A,
        "sign subscribe register log join get enter",
        r"… ?(?:up|in|now|here|today|free|for|to|on|our|us|the|your|exclusive|breaking|more|out)?\b(?=.*\b(?:newsletters?|updates?|alerts?|inbox|emails?|e-mail|subscri\w+|account|password|channel|whatsapp|telegram|app|free|facebook|twitter|log in|sign in|briefing|notifications?|cable system|comment|conversation|daily)\b)[^“\"]{0,200}",
    ),
    (_A, "sign log subscribe register", r"… ?(?:up|in|out|now|here|today)?\W*"),
    (_A, "newsletter newsletters", r"…\b.{0,100}"),
    (_A, "download install", r"…(?: the| our)?\b.{0,40}\bapp\b.{0,80}"),
    (
        _A,
        "like follow find join visit",
        r"… (?:us|@?[^.,]{2,40})(?: on| at|:)+ (?:our )?(?:@|facebook|twitter|instagram|youtube|telegram|google|linkedin|pinterest|snapchat|tiktok|whatsapp|x\b|social|threads|bluesky|mastodon).{0,160}",
    ),
    (_A, "follow", r"…(?: (?:us|@\w+|this (?:story|topic)))?\W*(?:@\w+.{0,80}|on .{3,60})?"),
    (
        _A,
        "have got do",
        r"… (?:something to (?:add|say)|a (?:story|tip|news tip|question|comment|correction|confidential)|any (?:thoughts|tips)|you (?:have|know) (?:a|any|more|something))\b.{0,200}",
    ),
    (_A, "sorry", r"… we are not currently accepting comments\b.{0,60}"),
    (
        _A,
        "unfortunately your this",
        r"…(?: your)? (?:browser|device|video|content|feature|site|page)(?: \w+)? (?:does not|doesn't|is not|isn't|requires|uses|cannot|can't)\b.{0,250}",
    ),
    (
        _A,
        "what",
        r"… (?:do|did) you think\?(?: (?:let us know|tell us|share|leave|sound off|have your say|comment).{0,150})?",
    ),
    (_A, "tell let", r"… us (?:what you think|know)\b.{0,120}"),
    (
        _A,
        "leave post write add submit",
        r"… (?:a|your|an?other)? ?(?:comments?|reply|repl(?:y|ies)|response|review)\b[^.“\"]{0,80}",
    ),
    (_A, "join", r"… the (?:conversation|discussion|debate)\b.{0,60}"),
    (
        _A,
        "comments",
        r"… (?:are |have been )?(?:closed|unavailable|disabled|off|policy|powered by|emailprint)\b.{0,80}",
    ),
    (
        _A,
        "reply report flag upvote downvote permalink quote delete edit vote recommend dislike",
        r"…(?:[\s|,•·/]+(?:reply|report|flag|share|like|link|abuse|permalink|quote|delete|edit|\d+|comment|as inappropriate|to [a-z0-9_ .-]{2,30}))*\W*",
    ),
    (
        _A,
        "tags tag filed topics categories category keywords labels posted",
        r"…(?: (?:under|in))? ?[:|].{1,250}",
    ),
    (_A, "cookie cookies", r"… (?:policy|settings|consent|preferences|notice)\b.{0,60}"),
    (_A, "we by this", r"… (?:use|continuing|site uses)\b.{0,60}\bcookies\b.{0,200}"),
    (_A, "terms privacy", r"… (?:of (?:use|service)|policy|and conditions|& conditions)\b.{0,80}"),
    (
        _A,
        "support donate",
        r"…(?: (?:now|us|our (?:work|journalism)|[a-z ]{3,30} journalism|independent journalism))?\W*",
    ),
    (_A, "on", r"… a mobile(?: device)?\W.{0,60}"),
    (_A, "read", r"… aloud\b.{0,30}|… time\b.{0,20}|…\W*\d+ min.{0,15}"),
    (_A, "listen", r"…(?: to (?:this )?(?:article|story))?\W*(?:\d.{0,20})?"),
    (_A, "exclusive breaking live developing trending", r"…(?: news| now| updates?| story)?\W*"),
)

# (kind, strings of which the paragraph holds at least one, what the whole paragraph looks like):
# for paragraphs that have no first word of their own. The strings spare most paragraphs the pattern.
ANYWHERE: tuple[tuple[BlockKind, str, str], ...] = (
    (_A, "0 1 2 3 4 5 6 7 8 9", r"\d{1,3}"),
    (
        _A,
        "alert newsletter",
        r"[^“\"]{0,280}\b(?:sign up for|subscribe to)\b[^“\"]{0,150}\b(?:alerts?|newsletters?)\b.{0,40}",
    ),
    (
        _A,
        "http www .com .org .net .co .ru .de .fr .info .tv .io .at .be",
        r"https?://\S+|(?:www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co\.uk|ru|de|fr|info|tv|io|at|be)(?:/\S*)?",
    ),
    (_A, "pic. @ #", r"pic\.twitter\.com/\w+|@\w{2,20}|#\w+"),
    (
        _A,
        ".jp .pn .gif .web .svg .mp .pdf .bmp .tif",
        r"\S+\.(?:jpe?g|png|gif|webp|svg|mp4|mp3|pdf|bmp|tiff?)",
    ),
    (_A, "- _", r"[a-z0-9]+(?:[-_][a-z0-9]+)+"),
    (
        _A,
        "share like tweet view vote reaction follower",
        r"\d+(?:\.\d+)?[km]? (?:shares?|likes?|retweets?|views?|votes?|reactions?|followers|tweets?)",
    ),
    (_A, "read / of", r"\d{1,3} min(?:ute)?s? read\b.{0,20}|\d{1,2} ?(?:/|of) ?\d{1,2}"),
    (_A, "comment repl response", r"\d+ ?(?:comments?|replies|responses)\W*"),
    (_A, "( ; {", r"[\w.$]+\([^\n]*\);?\s*|(?:var|function|window\.|document\.).{0,250}[;}]"),
    (_A, "{", r".{0,80}\{.{0,200}\}"),
    (_A, "| • · \t", r"[^.!?:“\"]{1,25}(?:(?: {3,}| ?[|·•] ?)[^.!?:“\"|]{1,25}){2,8}"),
    (_A, "more to", r"\W*more to (?:come|follow)\W*"),
    (
        _R,
        "more here full",
        r"[(\[][^()]{0,100}\b(?:read more|click here|more here|see more|full story)\b[^()]{0,100}[)\]]",
    ),
    (_A, "&", r"(?:&[a-z]+;|&#\d+;|\s)+"),
    (
        _A,
        "support",
        r".{0,40}\b(?:do(?:es)? not|doesn't|don't) support (?:iframes|html5|javascript|this video|the video)\b.{0,200}",
    ),
    (_C, "@", r"[\w.+-]+@[\w-]+\.[\w.-]{2,20}(?: .{0,60})?"),
    (
        _C,
        "contributed",
        r"[^.“\"]{2,150}\b(?:contributed(?: reporting)?(?: to (?:this|the) (?:report|story|article|post|dispatch|piece|coverage))|contributed (?:reporting|research)|contributed from [^.]{2,40})\b.{0,100}",
    ),
    (
        _C,
        "updated",
        r"[—–-]* ?this (?:story|article|post) (?:was|has been) (?:last )?updated\b.{0,80}",
    ),
    (
        _C,
        "( [",
        r"[(\[](?:h/t|hat tip|via|source|sources|reporting by|writing by|editing by|edited by|additional reporting|with (?:files|inputs?|reporting|additional)|with agency|read more|this (?:story|article|report) (?:was|has|is))\b.{1,250}[)\]]",
    ),
    (
        _C,
        "inputs agencies staff wires ani pti ians",
        r"[(\[]?(?:with )?(?:inputs|agencies|staff|wires|ani|pti|ians|agency inputs)[)\]]?\.?",
    ),
    (
        _C,
        "reached contacted followed",
        r"[^.“\"]{3,80}\b(?:can be (?:reached|contacted|followed)|may be reached) (?:at|on|via)\b.{2,150}",
    ),
    (
        _P,
        "file photo image picture pic archive",
        r"[(\[]?(?:(?:file|photo|image|picture|photograph|pic|archive)[ -]?)+(?:credits?|courtesy|source|via|by|supplied|provided|:|/|©|from|taken).{1,120}[)\]]",
    ),
    (
        _P,
        "( [",
        r"(?:[(\[])(?:ap|afp|reuters|epa|getty|rex|xinhua|pa|tass|wikimedia|shutterstock|flickr)\b[ /].{0,80}[)\]]",
    ),
    (
        _P,
        "/ |",
        r"[^.!?:;“\"]{2,70}[/|] ?(?:getty(?: images)?|afp|ap|reuters|epa|rex(?: features)?|shutterstock|alamy|corbis|xinhua|wireimage|flickr|wikimedia commons|associated press|bloomberg|file|instagram|splash|barcroft media|tass|ap photo|newscom|istock)(?:[/ ][^.!?]{0,40})?",
    ),
    (_P, "©", r"(?:[^.!?:;“\"]{2,60})?©[^.!?]{2,60}"),
    (
        _P,
        "photo image via",
        r"[^.!?:;“\"]{2,70}\b(?:file photo|file image|stock photo|via (?:twitter|instagram|facebook|getty|youtube|flickr|ap|reuters|[a-z]+\.com))",
    ),
    (_R, "see more", r"[-–—>»\s]*see more at:? .{3,250}"),
    (
        _R,
        "[ ( > » ► ▶ →",
        r"[\[(>»►▶→]+ ?(?:video|photos?|watch|read|more|see|related|gallery|click)\b.{0,200}",
    ),
    (_A, "follow", r"[—–>\s-]*follow .{2,60} on (?:twitter|facebook|instagram).{0,80}"),
)

# Headings that govern what stands below them.
LIST_HEADING = (
    r"\W*(?:(?:related|recommended|trending)(?: [\w']+){0,3}|more|more (?:from|on|in)(?: [\w']+){1,5}|"
    r"more (?:stories|news|headlines|coverage|articles|videos|like this|top stories)(?: [\w']+){0,4}|"
    r"(?:read|see|watch|also) (?:more|also|read|see|next|now|on)(?: (?:on|about|from)(?: [\w']+){1,4})?|"
    r"(?:most|popular|latest|top) (?:read|popular|viewed|shared|commented|now|posts|stories|news|headlines)(?: [\w']+){0,4}|"
    r"you (?:may|might|could|will|would)(?: also)? (?:also )?(?:like|enjoy|love|be interested in)(?: [\w']+){0,2}|"
    r"we recommend|don't miss|editors?'?s? (?:picks?|choice)|must[- ]reads?|on this topic|"
    r"(?:from|around|elsewhere on) (?:our|the) (?:web|network|site|partners?))\W*"
)
COMMENTS_HEADING = (
    r"(?:\d[\d,]* )?(?:readers?'?s?'? |user |viewer |public |recent |view |all |show |top )?"
    r"(?:comments?|responses?|discussion|replies)(?: ?\(?\d[\d,]*\)?)?(?: so far| on this.{0,20})?\W*"
    r"|(?:leave|post|add|write) a (?:comment|reply)\W*|join the (?:discussion|conversation)\W*"
    r"|have your say\W*|what (?:readers|people) are saying\W*|your comments\W*"
    r"|(?:\d[\d,]*|one|two|three) (?:thoughts?|responses?|replies) (?:on|to)\b.{0,120}"
)


COMMENTS_FOOT = (
    r"(?:see|view|read|show) all (?:\d+ )?(?:comments|replies|responses)\b|(?:continue|keep) reading\b|"
    r"(?:story|article) continues\b"
)
