"""Where pages state their fields: names of meta elements, classes and addresses. Data only."""

from __future__ import annotations

PUBLISHED = (
    "article:published_time", "article:published:time", "og:article:published_time", "og:regdate", "datepublished",
    "pubdate", "publishdate", "publish-date", "publish_date", "published-date", "published_date", "published_at",
    "publication_date", "publication-date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date", "dc.date.created", "article.published", "article.created", "article:published_date",
    "article:created_time", "dable:published_time", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "rnews:datepublished", "vr:published_time", "bt:pubdate", "og:pubdate", "citation_publication_date", "date",
    "og:published_time", "last-published", "datecreated",
)  # fmt: skip
UPDATED = (
    "article:modified_time", "article:modified:time", "og:article:modified_time", "datemodified", "og:updated_time",
    "lastmod", "last-modified", "article:updated_time", "dcterms.modified", "dc.date.modified", "modified_date",
)  # fmt: skip
AUTHORS = (
    "article:author", "author", "dable:author", "og:author", "og:article:author", "byl", "parsely-author", "dc.creator",
    "sailthru.author", "dcsext.author", "cxenseparse:author", "article:author_name", "twitter:misc:written by",
)  # fmt: skip
SECTIONS = ("article:section", "og:article:section", "section", "parsely-section", "dable:section", "article:section1")
TITLES = ("headline", "title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title")
SITES = ("og:site_name", "application-name", "publisher", "twitter:site")
# Twitter cards carry two labelled values of a site's choice; under these labels stand the authors.
WRITTEN_BY = frozenset(
    {"written by", "author", "by", "verfasst von", "écrit par", "escrito por", "scritto da", "글쓴이"}
)
# Elements in which a page prints its authors, the surest first.
LINKED_AUTHORS = "a[rel~=author], [itemprop=author] [itemprop=name], a[rel=author]"
AUTHOR_PAGES = (
    'a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="/autoren/"], a[href*="/auteur/"], '
    'a[href*="/autore/"], a[href*="/journalist"], a[href*="/reporter"], a[href*="/redaktion/"], a[href*="/yazar"]'
)
NAMED_AUTHORS = "[class*=author], [class*=byline], [class*=Author], [class*=Byline], [itemprop=author]"
KOREAN_AUTHORS = (
    "#author, .author, .byline, .reporter, .journalist, .writer, [class*=reporter], [class*=journalist], "
    "[class*=byline], [class*=writer]"
)
# Elements in which a page prints its date.
DATED = (
    "time, [itemprop=datePublished], [class*=date], [class*=Date], [class*=time], [class*=Time], [class*=publish], "
    "[class*=posted], [class*=tarih], [class*=fecha], [class*=datum]"
)
# Headlines that lead to other articles.
HEADLINE_LINKS = "h2 a, h3 a, h4 a, h5 a, h6 a, dt a, a h2, a h3, a h4, a h5, a h6, a strong"
# Words of the lines in which a Korean paper states its registration; the dates among them are its own.
MASTHEAD = (
    r"등록\s*번호", r"등록\s*연월일", r"발행\s*연월일", r"정기\s*간행물", r"제호\s*[:：]",
    r"발행인\s*[:：]", r"편집인\s*[:：]", r"발행\s*[·ㆍ및]\s*편집인", r"청소년\s*보호\s*책임자",
)  # fmt: skip
# Parts of a page whose dates and authors are those of other articles, or of the visit.
ELSEWHERE = frozenset("nav aside footer".split())
# The words with which a byline begins, in the languages that write them.
BY = (
    "by|written by|reported by|von|ein beitrag von|par|por|di|de|da|av|af|door|tekst|text|oleh|reporter|"
    "penulis|jurnalis|autor|author|autore|auteur|redaktor|yazan|haber|tác giả"
)
# Words that stand beside an author's name, and are none.
NOT_NAMES = frozenset(
    "twitter facebook instagram linkedin whatsapp telegram youtube email mail e-mail rss share follow more all latest "
    "posts news newsroom team staff editor editors profile about author authors reporter newsletter bluesky".split()
)
