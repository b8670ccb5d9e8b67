"""English words that show names which no list has, and capitalised words that name nobody.

Tables only; english_names.py reads them.
"""

from __future__ import annotations

from pipelines.entities.word_table import words

# capitalised at the start of a sentence or in a headline without being part of a name
PLAIN = frozenset(
    word.lower()
    for word in words(
        """
    a an the this that these those it its he she they we you i his her their our my all both some many most few each
    every other another such no not nor or and but if when while where after before since until because although
    though as at by for from in into of off on onto out over to under up with without within between among against
    about amid around during through via than then so yet here there what which who whose why how whether also only
    just still even now later earlier meanwhile however separately last next first second third new one two three
    four five six seven eight nine ten january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday members customers rivals analysts executives
    shares speakers talks sources officials leaders investors critics supporters users companies firms
    carriers founders partners participants mr mrs ms dr sir ceo cfo cto chief president chairman director
    minister founder according under mou ipo esg eu us uk says say said will would could can may might must should
    is are was were be been being has have had do does did more less than another today yesterday tomorrow actor
    singer midfielder striker coach reuters bloomberg photo image source read share sign subscribe copyright
    """
    )
)
# verbs of those who ally, as a headline capitalises them too
ACTS = words(
    """
    form forms formed found founded launch launches launched establish establishes established create creates created
    unveil unveils unveiled join joins joined leave leaves left quit quits withdraw withdraws withdrew exit exits exited
    sign signs signed ink inks inked strike strikes struck seal seals sealed forge forges forged enter enters entered
    partner partners partnered team teams teamed ally allies allied swap swaps swapped exchange exchanged acquire
    acquires acquired buy buys bought invest invests invested extend extends extended renew renews renewed scrap scraps
    scrapped end ends ended terminate terminates terminated propose proposes proposed offer offers offered weigh weighs
    weighing consider considers considering explore explores exploring mull mulls mulling discuss discusses discussed
    deny denies denied dismiss dismissed agree agrees agreed plan plans planned complete completes completed close
    closes closed chair chairs chaired lead leads led head heads headed add adds added expand expands expanded renews
    call calls called abandon abandons abandoned halt halts halted back backs backed merge merges merged raise raises
    raised take takes took turn turned back work works worked jointly complete set sets pull pulls pulled own owns hold
    holds eye eyes near nears admit admits admitted operate operates
    """
)
# what has to stand in a sentence whose unknown names are read as parties
TRIGGERS = words(
    """
    alliance consortium coalition forum council initiative foundation association partnership partner partners
    agreement memorandum pact mou venture cooperation collaboration tie-up merger stake stakes shares takeover talks
    members member team teamed teams join joined joins joining joint jointly acquire acquired acquires acquisition
    buy bought buys invest invested invests raised ally allied
    """
)
POSTS = words(
    """
    chief executive officer president chairman chairwoman chairperson chair director minister analyst actor singer
    midfielder striker coach founder spokesman spokeswoman spokesperson ceo cfo cto professor senator partner governor
    """
)
# heads of alliances; the second kind also of companies and institutions, unless what is said of them tells
HEADS = words("Alliance Consortium Council Coalition Initiative Forum Compact Cooperation")
SOFT_HEADS = words("Foundation Association Partnership Federation Network Collaborative Union Project")
PLACES = frozenset(
    words(
        """
    Korea Japan China India Germany France Italy Spain Britain England Europe Asia Africa America Canada Mexico Brazil
    Russia Ukraine Turkey Sweden Finland Norway Denmark Israel Taiwan Singapore Vietnam Thailand Indonesia Malaysia
    Australia Seoul Tokyo Beijing London Paris Berlin Brussels Washington California Texas Busan Oslo Basel NATO
    """
    )
)
DEMONYMS = frozenset(
    words(
        """
    Korean Japanese Chinese Indian German French Italian Spanish British English European Asian African American
    Canadian Mexican Brazilian Russian Ukrainian Turkish Swedish Finnish Norwegian Danish Israeli Taiwanese Vietnamese
    Thai Indonesian Malaysian Australian Scandinavian Dutch Swiss Belgian Polish Arab Western Nordic Baltic Irish
    """
    )
)
# last words of companies' names, which show one without anything beside it
COMPANY_ENDS = frozenset(
    words(
        """
    Corp Corporation Inc Ltd Limited LLC PLC Co Company Group Holdings University Institute Bank Electronics Telecom
    Telecommunications Motors Motor Technologies Technology Systems Networks Laboratories Labs Ventures Capital
    Securities Insurance Airlines Airways Pharmaceuticals Pharma Biologics Bio Biotech Therapeutics Energy
    Semiconductor Semiconductors Entertainment Studios Industries Mobile Media Robotics Foods Payments Retail Games
    Software Solutions Logistics Steel Chemical Chemicals Aerospace Automotive Automation Shipping Marine Lines Brands
    Health Healthcare Petroleum Financial Works Kitchens Batteries Materials Dynamics Interactive Pictures
    """
    )
)
