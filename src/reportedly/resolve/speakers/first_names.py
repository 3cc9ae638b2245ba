"""First names that are nearly always a woman's, or a man's, in English-language news."""

from __future__ import annotations

WOMEN = frozenset(
    """abigail agnes aisha alexandra alice alicia alison amanda amber amelia amy ana andrea angela
    angelina anita ann anna anne annie antonia anya arlene astrid audrey ayesha barbara
    beatrice bella bernadette beth betty beverly bianca bonnie brenda bridget brigitte
    brittany camilla carla carly carmen carol carole caroline carolyn catherine cecilia
    charlotte chelsea cheryl chloe christina christine cindy claire clara claudia connie
    constance crystal cynthia daisy daniela daphne dawn deborah debbie denise diana diane
    dolores donna dora doris dorothy edith eileen elaine eleanor elena elisabeth elise
    elizabeth ella ellen elsa emily emma erica erin esther ethel eva evelyn faith fatima
    felicity fiona florence frances françoise freya gabriela gabrielle gail georgia georgina
    geraldine gertrude gillian gina gladys gloria grace greta hannah harriet hazel heather
    heidi helen helena henrietta hilary hillary holly ida imelda ingrid irene iris isabel
    isabella isabelle ivana ivanka ivy jacqueline jane janet janice jasmine jean jeanne
    jennifer jenny jessica jill joan joanna jocelyn josephine joy joyce juanita judith judy
    julia juliana julie juliet june karen kate katherine kathleen kathryn kathy katie kayla
    kelly kirsten kristen kristin kristina lara laura lauren leah lena leslie lily linda lisa
    liz loretta lorraine louise lucille lucy lydia lynn madeleine madison maggie malala marcia
    margaret maria marie marilyn marina marion marjorie marlene martha mary matilda maureen
    megan meghan melania melanie melinda melissa mercedes meryl mia michelle mildred miranda
    miriam molly monica nadia nancy naomi natalia natalie natasha nicole nina nora olga olivia
    oprah pamela patricia paula pauline peggy penelope phyllis polly priscilla rachel rania
    rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary roxanne ruby ruth
    sabrina sally samantha sandra sara sarah selena serena sharon sheila shirley silvia simone
    sofia sonia sophia sophie stella stephanie sue susan susannah suzanne svetlana sylvia
    tamara tanya tara tatiana teresa theresa tiffany tina tracey tulsi ursula valentina
    valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy winifred
    yasmin yolanda yvette yvonne zoe""".split()
)

MEN = frozenset(
    """aaron abdul abdullah abraham adam adolf adrian ahmad ahmed alan albert alberto alejandro
    alexander alexei alfred ali allan allen alvin amir anders andreas andrei andres andrew
    angus anthony antonio arnold arthur arturo asif austin barack barry bashar ben benedict
    benjamin bernard bernie bertrand bill billy bob boris brad bradley brandon brendan brent
    brett brian bruce bruno calvin carl carlos cecil charles charlie chester chris christian
    christopher chuck clarence claude clifford clint clive colin conor craig curtis cyril dale
    damian dan daniel darren darryl dave david dean dennis derek desmond diego dick dimitri
    dirk dmitry dominic don donald doug douglas duncan dwight earl ed eddie edgar edmund
    eduardo edward edwin eli elliott elmer emmanuel enrique eric erik ernest ethan eugene evan
    felipe felix ferdinand fernando fidel floyd francis francisco françois frank frankie
    franklin franz fred frederick friedrich gareth gary gavin geoff geoffrey george gerald
    gerard gilbert giovanni glen glenn gordon graham grant greg gregory guillermo gustav guy
    hamid hans harold harry harvey hassan hector henrik henry herbert herman horace howard
    hubert hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jacques jake jamal james
    jared jason javier jay jeff jeffrey jeremy jerome jerry jim jimmy joe joel johan johannes
    john johnny jon jonathan jordi jorge jose josef joseph joshua juan julian julius justin
    karl keith ken kenneth kevin khalid kim-jong klaus konrad kurt kyle lance larry lars
    laurence lawrence lee leo leon leonard leonid leopold leroy lester lewis liam lionel lloyd
    louis luca lucas luis luke malcolm manuel marc marcel marco marcus mario mark martin
    marvin masoud mathew matt matteo matthew maurice max maxim mehdi michael michel miguel
    mike mikhail milton mitch mitt mohamed mohammad mohammed morris mostafa muhammad mustafa
    narendra nathan ned neil nelson nicholas nick nicolas nigel nikolai noah norman oleg
    oliver omar oscar osama otto owen pablo patrick paul pavel pedro percy pete peter phil
    philip philippe pierre qassem rafael ralph ramon randy raul ray raymond recep reginald
    reuben ricardo richard rick ricky rob robert roberto rodney rodrigo roger roland ron
    ronald rory ross roy rudolf rudy rupert russell ryan salman salvador sam samir samuel saul
    scott sean sebastian sergei sergio seth shane shinzo sidney simon stan stanley stefan
    stephen steve steven stewart stuart tariq ted terence terrence terry theodore thomas tim
    timothy toby todd tom tommy tony trevor tyler vernon victor viktor vincent vladimir
    volodymyr wallace walter warren wayne wilfred wilhelm william willie winston xavier yasser
    yuri yusuf zachary""".split()
)


def woman_by_name(name: tuple[str, ...]) -> bool | None:
    """Whether a name's first word is a woman's first name; None if it is not known for either.

    Args:
        name: the words of a name, in lower case, titles off; a surname alone tells nothing.
    """
    if len(name) < 2:
        return None
    if name[0] in WOMEN:
        return True
    return False if name[0] in MEN else None
