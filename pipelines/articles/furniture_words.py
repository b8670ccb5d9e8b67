"""Lines that stand among an article's paragraphs without being part of it. Data only; furniture.py is the engine.

The Korean ones, and AFTER_CAPTION, match no line that is all ASCII.
"""

from __future__ import annotations

# Notices by which a portal or paper says that the line before was a caption.
AFTER_CAPTION = (
    r"[<\[(]?\s*이미지를 (?:클릭|누르)하?시?면.{0,30}[>\])]?",
    r"[<\[(]?\s*(?:사진|이미지) ?(?:확대|크게) ?보기\s*[>\])]?",
)
# Where the article ends: nothing after such a line belongs to it.
KOREAN_ENDS = (
    r"기사가 속한 카테고리는 언론사가 분류합니다.*",
    r"언론사는 한 기사를 (?:두|2)\s*개 이상의 카테고리로 분류할 수 있습니다.*",
    r"이 기사는 언론사에서 .{1,20} 섹션으로 분류했습니다.*",
    r".{0,60}무단\s*(?:전재|복제|배포|도용).{0,60}(?:금지|금합니다).{0,40}",
    r"(?:관련|연관|추천|많이 본|주요|인기|함께 보면 좋은)\s*(?:기사|뉴스|콘텐츠)",
)
ENDS = (
    r"(?:저작권자|Copyrights?|COPYRIGHT|ⓒ|©|\(c\)|<ⓒ|\[ⓒ|<저작권자).{0,100}(?:금지|[Rr]eserved|RESERVED).{0,40}",
    r"Related (?:Articles|Stories|Topics|Content|Links|News)|More (?:from|on) .{1,40}|Most (?:Read|Popular|Viewed)",
    (
        r"(?:Join the [Cc]onversation|Like this:?|Filed under:?.{0,60}|About the [Aa]uthors?|Leave a (?:Reply|Comment)|"
        r"Post a comment|Comments? \(\d+\)|Weitere Themen|Das könnte (?:Sie|dich) auch interessieren|Sur le même sujet|"
        r"Te puede interesar|Más noticias|Noticias relacionadas|Artículos relacionados|Notícias relacionadas|"
        r"Potrebbe interessarti|Articoli correlati|İlgili haberler|Berita terkait|Tin liên quan|관련기사.{0,10}|"
        r"[【\[]?関連記事[】\]]?|あわせて読みたい)"
    ),
)
# Single lines without content of the article.
KOREAN_LINES = (
    r"글자\s*(?:크기|사이즈)(?:\s*(?:설정|변경|조절|조정|크게|작게))*",
    r"(?:기사|본문|음성|뉴스)?\s*(?:듣기|인쇄|프린트|스크랩|공유(?:하기)?|URL\s*복사|북마크|댓글(?:\s*\d+)?|가|닫기|메일|구독(?:하기)?)",
    r"(?:본문|컨텐츠|콘텐츠|메뉴)(?:으로)? ?바로 ?가기",
    r"(?:입력|등록|승인|수정|최종수정|발행|기사입력|최초입력|업데이트)\s*[:：]?\s*\d{4}[-./년].{0,60}",
    r"[▶☞▷►→※]\s*.{0,80}(?:바로\s*가기|구독|클릭|보기|제보|다운로드|채널|카카오톡|네이버|유튜브|홈페이지|앱).{0,40}",
    r"\S{1,20}\s*(?:네이버|카카오|유튜브|텔레그램|포털).{0,30}(?:구독|추가|팔로우|제보).{0,40}",
    r"[<\[(]\s*(?:사진|자료|그래픽|이미지|출처)\s*[=/:·].{1,60}[>\])]",
    r"(?:사진|자료|그래픽|이미지|출처|영상)\s*(?:제공)?\s*[=:ⓒ©]\s*.{1,40}",
    r"기자\s*(?:페이지|구독|의 다른 기사).{0,20}",
    # Who speaks in a broadcast, and the end.
    r"[\[(<【]\s*(?:끝|앵커|리포트|기자|인터뷰)\s*[\])>】]",
    r"광고 ?(?:영역|문구|보기)",
)
LINES = (
    r"(?:Published|Updated|Posted)\s*[:：]?\s*(?:on\s+)?(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+|\d{4}-).{0,50}",
    r"(?:ⓒ|©|\(c\)|Copyright).{0,80}",
    r"(?:AD|광고|Advertisement|ADVERTISEMENT|Sponsored|Read more.{0,80}|Share this.{0,40}|Sign up for.{0,80})",
    (
        r"(?:Lesen Sie auch|Mehr (?:zum Thema|lesen)|Lire aussi|À lire aussi|Leia também|Lea también|Leggi anche|"
        r"Lees ook|Les også|Läs också|Czytaj też|Read (?:also|next|more)|See also|Related|You may (?:also )?like|"
        r"Up next|More|Recommended|Weitere Informationen|Newsletter|Anzeige|REKLAM|Publicité|Publicidad|Annonse|"
        r"Reklama|Reklame|Iklan|Advert|Video|Comments?|Kommentare?|Share|Teilen|Trending)(?:\s*[:：].{0,120})?"
    ),
    (
        r"(?:Stand|Publisert|Sist oppdatert|Aktualisiert|Mis à jour|Publié|Pubblicato|Actualizado|Publicado)"
        r"\s*[:：]?\s*(?:am |le |il )?\d.{0,40}"
    ),
    r"\d{1,2}\. ?\d{1,2}\. ?\d{4}(?:[,-]?\s*\d{1,2}[:.]\d{2})?(?:\s*Uhr)?",
    # Where a programme wants its advertisement.
    r"\$\$\w{1,40}\$\$",
)
# Ends of a line that is a caption: a credit after a slash or bracket, without a verb after it.
CREDITS = (
    r"\s?[/|]\s?(?:사진|그래픽|자료|이미지)?\s?[=·:]?\s?[^/.]{0,16}(?:DB|제공|캡처|캡쳐|갈무리|뉴시스|연합뉴스|뉴스1)",
    r"\s?[/|]\s?사진\s?[=·:]?\s?[^/.]{1,16}",
    r"\s/\s?[^/.\d\s][^/.\d]{0,14}",
    r"[\[(<【]\s?(?:사진|자료|그래픽|이미지|출처)\s?(?:제공)?\s?[=/:·ⓒ©]?\s?[^\])>】]{0,40}[\])>】]",
    r"\s(?:사진|자료|그래픽|이미지)\s?(?:제공)?\s?[=:ⓒ©]\s?\S{1,24}",
    r"\s?[ⓒ©]\s?\S{1,24}(?: \S{1,12})?",
    (
        r"\s?[(\[/|]?\s?(?:Image|Images|Photo|Photos|Photograph|Picture|Pic|Credit|Foto|Fotos|Bild|Bilder|Quelle|Ảnh|Фото)"
        r"(?: credit| by| courtesy(?: of)?)?\s?[:：=©]\s?[^.!?]{2,50}[)\]]?"
    ),
    r"\s?[(\[](?:Yonhap|AP|AFP|Reuters|Bloomberg|Getty Images|Newsis|Courtesy of [^)\]]{1,40})(?:[-/ ][A-Za-z]+)?[)\]]",
)
# Every one of these ends holds one of these signs.
CREDIT_SIGNS = "/|[(<【=:：ⓒ©"
# Signs that open a subheading inside the body.
HEADING_SIGNS = "◆◇■□●○▲△▶▷★☆◈▣◎"
