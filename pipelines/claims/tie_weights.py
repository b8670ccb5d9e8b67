"""How much each feature of a candidate speaks for a tie and for each status: benchmarks/fit_ties.py.

A table: tie_model.py reads it, candidate_features.py makes the features. Fitted to tests/evaluation/gold, to a half of
the retellings, and to 72 annotated articles that are not part of the project; docs/evaluate.md says how to do so anew.
"""

from __future__ import annotations

from pipelines.claims.tie_model import read_weights

TABLE = """\
feature|member|pairing|active|announced|denied|proposed|terminated|under_discussion
act=acquire|-0.09|-0.3|0.19|-0.21|-0.23|0.39|0.43|-0.1
act=deny||0.44|-0.53|-0.12|0.32|-0.16|-0.15|0.15
act=end|0.06|-0.19|0.26|-0.68|-0.26|-0.17|0.59|0.6
act=found|0.11|-0.54|0.77|-0.38|-0.35|-0.32|-0.75|-0.57
act=join|0.12|-0.4|-0.53|0.51|-0.12|-0.34|-0.38|0.2
act=lead|0.09|-0.17|0.58|0.06|-0.06|-0.23|-0.2|-0.35
act=leave|0.1|-0.23|-0.25|-0.87|-0.32|-0.18|1.3|-0.25
act=list|0.13|-0.41|0.41|-0.36|-0.31|-0.31|-0.19|-0.39
act=merge||0.15|-0.42|-0.08|-0.17|-0.14|0.56|0.36
act=none|-0.12||0.39|0.39|-0.69|0.02|-0.15|-1.01
act=propose||0.16|-1.02|0.22|-0.06|0.81|0.4|-0.13
act=sign|0.04|0.02|-0.25|-0.04|0.41|-0.31|-0.15|0.33
act=swap||0.25|0.1|0.08|-0.07|-0.04|0.09|-0.21
act=talk|||0.23|-0.45|0.34|-0.15|-0.49|-0.05
act=together|-0.06|0.2|-0.04|0.17|-0.52|-0.2|-0.85|0.86
act=venture|0.03|0.06|-0.16|-0.24|0.12|-0.21|0.36|0.25
alliance active|||1.42|-1.11|-0.41|0.01|-0.59|-0.62
alliance apart|0.03|||||||
alliance in headline|-0.3|||||||
alliance terminated|||-0.42|-0.16|-0.05|-0.09|0.38|-0.11
alliance=also|-0.17|||||||
alliance=also>together|-0.14|||||||
alliance=at|0.11|||||||
alliance=none|-0.05|||||||
alliance=none>found|-0.03|||||||
alliance=none>join|0.08|||||||
alliance=none>list|-0.05|||||||
alliance=none>none|-0.05|||||||
alliance=none>sign|-0.01|||||||
alliance=none>together|0.08|||||||
alliance=none>venture|-0.02|||||||
alliance=object|0.19|||||||
alliance=object>found|0.06|||||||
alliance=object>join|0.05|||||||
alliance=object>together|-0.03|||||||
alliance=object>venture|0.04|||||||
alliance=of|0.06|||||||
alliance=of>list|0.02|||||||
alliance=subject>join|0.04|||||||
alliance=to|0.22|||||||
alliance=to>found|0.03|||||||
alliance=to>join|-0.01|||||||
alliance=to>leave|0.1|||||||
alliance=to>list|0.04|||||||
alliance=to>together|0.03|||||||
alliance=topic|0.05|||||||
alliance=topic>found|0.02|||||||
alliances=0||0.4||||||
alliances=1|0.24|-0.14||||||
alliances=2|-0.11|-0.5||||||
alliances=3|-0.32|-0.25||||||
before|0.31|||||||
before adjacent|0.05|||||||
before distant|0.1|||||||
before middle|0.08|||||||
before near|0.2|||||||
before>found|0.03|||||||
before>join|0.09|||||||
before>lead|0.04|||||||
before>list|0.03|||||||
before>none|-0.02|||||||
before>sign|0.04|||||||
before>together|0.03|||||||
before>venture|0.02|||||||
behind|0.23|||||||
behind adjacent|-0.05|||||||
behind distant|0.07|||||||
behind middle|0.05|||||||
behind near|0.07|||||||
behind>found|0.07|||||||
behind>join|0.04|||||||
behind>leave|0.01|||||||
behind>list|0.07|||||||
behind>none|0.02|||||||
behind>together|-0.03|||||||
behind>venture|0.01|||||||
beside alliance||-0.54||||||
bias|-0.19|-0.48|0.43|-1.06|-1.9|-2.07|-2.34|-1.57
both=none+|0.03|||||||
both=none+also|-0.17|||||||
both=none+at|0.01|||||||
both=none+of|0.09|||||||
both=none+to|0.18|||||||
both=none+topic|-0.01|||||||
both=subject+|0.09|||||||
both=subject+of|-0.06|||||||
both=subject+subject|-0.02|||||||
both=subject+to|0.06|||||||
both=subject+topic|0.07|||||||
both=topic+|-0.09|||||||
both=topic+at|0.08|||||||
both=topic+object|0.19|||||||
both=topic+to|0.05|||||||
both=with+object|0.02|||||||
case=also|0.14|||||||
case=also>join|0.07|-0.11||||||
case=by|0.06|-0.11||||||
case=including||-0.08||||||
case=including>list||-0.04||||||
case=none|0.12|-0.2||||||
case=none>acquire||-0.08||||||
case=none>deny||0.38||||||
case=none>end||0.01||||||
case=none>found|0.08|-0.35||||||
case=none>join|0.05|0.05||||||
case=none>lead||-0.09||||||
case=none>leave|0.04|-0.14||||||
case=none>list|0.07|-0.11||||||
case=none>merge||-0.1||||||
case=none>propose||0.12||||||
case=none>sign|-0.02|0.03||||||
case=none>talk||-0.06||||||
case=none>together|0.03|0.06||||||
case=none>venture||-0.02||||||
case=object||-0.18||||||
case=of|-0.12|-0.4||||||
case=of>merge||-0.1||||||
case=of>talk||0.22||||||
case=of>together|0.01|-0.2||||||
case=of>venture||-0.21||||||
case=subject|-0.14|-0.08||||||
case=subject>acquire||-0.12||||||
case=subject>found|0.06|-0.01||||||
case=subject>join|-0.08|0.05||||||
case=subject>lead|0.05|-0.13||||||
case=subject>leave||-0.07||||||
case=subject>list|0.02|-0.09||||||
case=subject>merge||0.3||||||
case=subject>none|-0.14|||||||
case=subject>sign||0.12||||||
case=subject>together|-0.02|-0.2||||||
case=subject>venture||0.04||||||
case=to||-0.08||||||
case=topic|0.08|0.23||||||
case=topic>acquire||-0.07||||||
case=topic>found|-0.04|-0.21||||||
case=topic>join|0.04|-0.34||||||
case=topic>leave|0.06|||||||
case=topic>list|-0.02|-0.11||||||
case=topic>merge||-0.03||||||
case=topic>none|-0.08|||||||
case=topic>sign|0.04|0.29||||||
case=topic>talk||-0.03||||||
case=topic>together|0.03|0.33||||||
case=topic>venture|0.05|0.26||||||
case=with|0.04|0.38||||||
case=with>join||-0.11||||||
case=with>none|0.04|||||||
case=with>sign||0.1||||||
case=with>together|-0.09|0.3||||||
cases=by+none||-0.09||||||
cases=none+also||0.08||||||
cases=none+none||0.19||||||
cases=none+of||-0.03||||||
cases=none+to||-0.14||||||
cases=none+topic||0.09||||||
cases=none+with||0.4||||||
cases=of+none||0.03||||||
cases=of+of||0.03||||||
cases=of+subject||-0.02||||||
cases=subject+none||-0.12||||||
cases=subject+object||0.1||||||
cases=subject+of||-0.15||||||
cases=subject+subject||0.17||||||
cases=subject+to||0.07||||||
cases=subject+with||0.12||||||
cases=topic+none||-0.08||||||
cases=topic+of||-0.19||||||
cases=topic+subject||-0.28||||||
cases=topic+topic||-0.09||||||
cases=topic+with||0.37||||||
cases=with+none||0.09||||||
cases=with+with||-0.04||||||
count agrees|0.04|-0.12||||||
count differs|0.09|-0.06||||||
crosses pairing||0.26||||||
cue apart||0.14|0.29|-0.25|-0.05|-0.04|0.18|-0.11
cue first|0.12|0.03|0.42|-0.37|0.31|-0.1|0.19|-0.58
cue held|0.08|-0.1|0.2|-0.14|-0.1|-0.1|-0.13|-0.08
cue negated|-0.12|0.04|-1.33|-0.52|1.44|0.1|0.35|0.51
cue now|0.12|-0.15|0.16|0.36|0.03|-0.22|-0.13|-0.6
cue past|0.32|0.23|0.11|-0.66|-0.25|-0.3|0.99|-0.9
cue planned|0.19|0.21|-1.56|2.19|-0.24|-0.05|-0.16|-0.1
cue quoted|-0.16|-0.09|-0.74|-0.03|0.33|0.32|0.23|0.57
cue rival|0.09|0.13|0.64|-0.27|-0.09|-0.11|-0.05|-0.36
cue source|0.11|0.04|-0.5|0.34|0.07|-0.21|-0.1|0.88
cue supply||-0.23||||||
cue undecided|0.03|0.42|-0.09|-0.75|0.2|-0.62|-0.09|0.64
en|-0.01|-0.17|0.27|-0.74|-0.19|-0.43|-1.21|-0.73
far|-0.56|||||||
few organizations|0.18|0.3||||||
frames read events||0.13||||||
frames read ties|-0.5|-0.22||||||
grouped|0.07|0.51||||||
has acquire|-0.13|-0.32|0.38|-0.27|-0.27|0.38|0.37|-0.1
has deny||0.66|-1.07|-0.5|1.59|0.18|-0.2|-0.46
has end|0.1||-0.39|-1.42|-0.02|-0.26|1.91|-0.17
has found|0.34|-0.19|0.25|0.27|-0.46|-0.63|-0.53|-0.73
has join|0.02|0.2|0.38|-0.26|-0.28|-0.08|-0.46|-0.02
has lead|0.16|-0.06|0.18|-1|-0.13|0.26|-0.42|0.68
has leave|0.11|-0.3|-0.82|-0.38|-0.35|-0.21|1.59|-0.38
has list|0.06|-0.54|1.6|-0.98|-0.43|-0.46|-0.47|-0.76
has merge||0.11|-0.23|-0.22|-0.56|-0.16|0.49|0.86
has propose|0.01|-0.07|-1.01|-0.01|0.01|1.43|0.25|-0.06
has sign|0.07|0.73|1.31|-1.05|0.14|-0.43|-0.18|-0.94
has swap||0.2|-0.23||-0.08|-0.05|0.07|0.16
has talk|-0.02|0.33|-0.92|-0.46|0.12|-0.33|-0.06|0.92
has together|0.01|0.29|0.08|-0.53|-0.69|0.06|0.2|0.22
has venture|0.04|0.14|0.18|-0.22|0.23|-0.27|0.27|-0.16
headline|0.02|0.05|0.32|-0.17|0.36|-0.26|-0.59|-0.09
how=beside||0.04||||||
how=carried||-0.17||||||
how=continued|-0.04|||||||
how=continued>join|0.11|||||||
how=continued>none|-0.08|||||||
how=continued>sign|0.03|||||||
how=continued>together|-0.15|||||||
how=direct|0.48|||||||
how=direct>end|0.06|||||||
how=direct>found|0.1|||||||
how=direct>join|0.13|||||||
how=direct>lead|0.07|||||||
how=direct>leave|0.07|||||||
how=direct>list|0.1|||||||
how=direct>none|-0.05|||||||
how=direct>sign|0.01|||||||
how=direct>venture|0.02|||||||
how=listed||-0.29||||||
how=pointed|-0.01|||||||
how=pointed>found|0.01|||||||
how=pointed>join|-0.12|||||||
how=pointed>none|-0.04|||||||
how=pointed>together|0.09|||||||
how=together||0.16||||||
inside alliance||-0.49||||||
ko|-0.18|-0.32|0.16|-0.31|-1.71|-1.65|-1.13|-0.84
lead|0.17|0.06||||||
leads|0.07|||||||
many organizations|0.38|0.01||||||
member elsewhere|-0.11|||||||
member in pairing|-0.18|||||||
member seen=1|-0.09|||||||
member seen=2|-0.15|||||||
member seen=3|0.05|||||||
members in headline|0.09|0.05||||||
more than pairing||0.99||||||
other members=0|0.44|||||||
other members=1|0.15|||||||
other members=2|-0.18|||||||
other members=3|-0.6|||||||
others between|0.2|||||||
pair=beside>acquire||-0.23||||||
pair=beside>deny||0.27||||||
pair=beside>end||-0.1||||||
pair=beside>found||-0.22||||||
pair=beside>join||-0.14||||||
pair=beside>lead||-0.15||||||
pair=beside>leave||-0.09||||||
pair=beside>list||-0.14||||||
pair=beside>merge||0.17||||||
pair=beside>sign||-0.04||||||
pair=beside>talk||0.02||||||
pair=beside>together||0.07||||||
pair=beside>venture||0.13||||||
pair=carried>acquire||0.02||||||
pair=carried>found||-0.11||||||
pair=carried>join||0.07||||||
pair=carried>lead||0.01||||||
pair=carried>list||-0.11||||||
pair=carried>merge||0.14||||||
pair=carried>sign||-0.21||||||
pair=carried>talk||0.09||||||
pair=carried>together||0.27||||||
pair=carried>venture||0.08||||||
pair=listed>acquire||0.01||||||
pair=listed>found||-0.21||||||
pair=listed>join||-0.28||||||
pair=listed>lead||-0.06||||||
pair=listed>leave||-0.05||||||
pair=listed>list||-0.17||||||
pair=listed>merge||0.01||||||
pair=listed>sign||0.01||||||
pair=listed>swap||0.22||||||
pair=listed>talk||-0.05||||||
pair=listed>together||0.1||||||
pair=listed>venture||-0.09||||||
pair=together>found||-0.05||||||
pair=together>sign||0.28||||||
pair=together>together||0.11||||||
part of pairing||1.09||||||
partners apart||-0.1||||||
partners distant||-0.06||||||
partners middle||0.13||||||
partners near||-0.1||||||
partners=also>join||-0.12||||||
partners=none>acquire||-0.03||||||
partners=none>found||-0.13||||||
partners=none>join||0.07||||||
partners=none>lead||0.06||||||
partners=none>leave||-0.12||||||
partners=none>list||-0.08||||||
partners=none>merge||-0.02||||||
partners=none>sign||-0.1||||||
partners=none>talk||-0.12||||||
partners=none>together||0.07||||||
partners=none>venture||0.13||||||
partners=of>acquire||-0.08||||||
partners=of>together||-0.17||||||
partners=subject>found||-0.02||||||
partners=subject>join||0.13||||||
partners=subject>lead||-0.14||||||
partners=subject>list||-0.07||||||
partners=subject>together||-0.28||||||
partners=to>together||0.22||||||
partners=topic>sign||-0.04||||||
partners=topic>together||0.11||||||
partners=with>end||-0.16||||||
partners=with>found||-0.06||||||
partners=with>sign||0.19||||||
partners=with>together||0.4||||||
partners=with>venture||0.25||||||
run=1|-0.19|-0.36||||||
run=2|0.07|0.1||||||
run=3|0.61|-0.38||||||
runs=1||-0.01||||||
runs=2||0.09||||||
runs=3||-0.5||||||
says denied|||-0.06|-0.42|1.2|0.16|-0.83|-0.82
says denied>deny|||-0.15|-0.15|0.25|-0.22|-0.12|-0.37
says done|||0.21|-0.65|-0.9|-0.36|0.51|-0.64
says done>found|||1.36|-0.71|-0.25|-0.22|-0.55|-0.37
says done>join|||0.25|0.47|-0.14|-0.19|-0.34|0.2
says done>leave|||-1.66|-0.14|-0.07|-0.09|1.2|-0.1
says done>list|||-0.12|0.07|-0.24|-0.23|-0.03|-0.18
says done>sign|||-0.05|0.3|0.1|-0.15|0.21|-0.29
says done>together|||0.18|-0.61|-0.2|0.22|-0.24|0.66
says done>venture|||-0.04|0.3|0.01|-0.09|0.2|-0.17
says ongoing|||0.68|-0.36|-0.76|-0.36|-0.08|-0.48
says ongoing>list|||0.62|-0.41|-0.14|-0.17|-0.24|-0.41
says ongoing>talk|||0.44|-0.25|-0.43|-0.04|-0.1|0.31
says ongoing>together|||-0.27|0.25|-0.08|-0.07|-0.18|0.12
says ongoing>venture|||0.46|-0.27|-0.06|-0.03|-0.14|-0.14
says planned|||-0.43|1.12|-0.52|-0.4|-0.61|-0.57
says planned>found|||-1.06|0.78|-0.05|-0.04|-0.06|-0.07
says planned>join|||-0.19|0.43|-0.04|-0.04|-0.03|-0.25
says planned>merge|||0.35|0.03|-0.04|-0.03|-0.02|-0.29
says planned>sign|||-0.31|0.47|-0.13|-0.03|-0.23|-0.04
says planned>together|||0.15|-0.04|-0.07|-0.13|0.05|-0.64
says planned>venture|||-0.28|0.2|-0.07|-0.03|-0.22|-0.07
says present|||-0.09|-0.27|-0.4|-0.2|0.25|-0.14
says present>join|||1.26|-0.62|-0.23|-0.22|-0.36|-0.91
says present>list|||0.24|-0.19|-0.03|-0.03|-0.08|-0.08
says present>together|||-0.21|1.05|-0.03|-0.1|-0.19|-0.5
says under_discussion|||-0.57|-0.72|-0.24|-0.07|-0.46|1.54
seen=0|-0.42|||||||
seen=1|0.01|-0.27||||||
seen=2|0.12|-0.14||||||
seen=3|0.1|-0.08||||||
sentence active|||-0.82|1.25|-0.23|0.14|-0.73|0.45
several alliances|0.01|||||||
size=2||-0.48||||||
size=3||0.06||||||
size=4||-0.06||||||
state body|-0.34|-0.28||||||
summed|0.13|-0.4||||||
title behind|0.06|-0.32||||||
touches alliance||0.24||||||
"""
WEIGHTS = read_weights(TABLE, 0.55, 0.7)
