"""Names of classes, ids and tags by which parts of a page are known. Data only; generic.py is the engine."""

from __future__ import annotations

SKIPPED_TAGS = frozenset("nav aside footer button menu dl fieldset".split())
# A class or id with one of these words (between letters that are no part of it) holds no body text.
SKIPPED_LABELS = (
    "related|relation|recommend|popular|ranking|most-?(?:read|viewed|popular)|sns|share|sharing|social|comment|reply|"
    "footer|gnb|lnb|snb|breadcrumb|navi?|navigation|menu|sidebar|aside|banner|advert\\w*|ads?|adsense|dfp|promo\\w*|"
    "copyright|newsletter|subscribe|subscription|cookie|consent|popup|modal|layer|login|search|tags?|keyword|"
    "byline|reporter|journalist|author|profile|utility|util|toolbar|print|font-?size|outbrain|taboola|dable|"
    "more-?news|other-?news|hot-?news|news-?list|article-?list|link-?news|headline-?list|skip|hidden|"
    "media_end_summary|notice|poll|survey|donat\\w*|support-?us|comments|replies|likes|trending|recirc\\w*|sharedaddy|"
    "related\\w+|more-?(?:from|on|stories|articles)|also-?(?:read|like)|read-?(?:more|next|also)|see-?also|up-?next|"
    "(?:info|fact|fakta|fakten)-?box|factbox\\w*|faktaboks\\w*|infobox\\w*|cta|call-?to-?action|sign-?up|"
    "teaser-?(?:list|box|group|wrapper|grid)|teasers|newsletter\\w*|placeholder|disclaimer|affiliate\\w*|"
    "(?:read(?:ing)?|estimated)-?time|post-?(?:info|meta)|entry-?meta|article-?meta|date-?line|timestamp|"
    "table-?of-?contents|toc|pager|pagination|prev-?next|sponsor\\w*|about-?(?:the-?)?authors?|author-?(?:box|bio|info)"
)
# Above the body these name its summary, inside it what leads to other articles.
TEASER_LABELS = "teaser\\w*|excerpt|article-?link|content-?link"
CAPTION_LABELS = "caption|cutline|img_?desc|photo_?desc|photo-?txt|image-?desc|pic_?txt|figure-?text|credit"
# Inline elements with these names are no part of the line that they stand in.
APART_LABELS = "(?:img|photo|image|pic)[_-]?(?:desc|txt|caption)|caption|cutline|[a-z]*summary|sub-?title"
BODY_LABELS = (
    "article_?-?(?:body|view|content|txt|text)|news_?-?(?:body|view|content|article|txt|text|cnt)|story_?-?body|entry-?content|"
    "post-?(?:content|body)|view_?con(?:t|tent)?|cont_?article|read_?body|articleBody|dic_area|harmonyContainer|body_?text"
)
# Summaries between headline and body; they need not end like sentences.
STANDFIRST_LABELS = (
    "stand-?first|sub-?title|sub-?head|sub-?headline|lead(?:-|_|$|\\s)|lede|excerpt|description|summary|abstract|intro|dek|"
    "deck|teaser|chapeau|entradilla|ingress|vorspann|anriss|occhiello|sapo|bajada|copete|sottotitolo"
)
