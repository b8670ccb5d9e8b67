"""Tables of the landing and page stages: raw/pages, articles, sentences, duplicates, syndication, rejects."""

from __future__ import annotations

import polars as pl

from pipelines.tables import vocabularies as v
from pipelines.tables.declaration import Column, Covers, Reference, Span, Table

INSTANT = pl.Datetime("us", "UTC")
DAY = pl.Date()
TEXT = pl.String()
INT = pl.Int64()

CAPTURE_DATE = Column(
    "capture_date",
    DAY,
    "The day of the capture, Asia/Seoul: the partition. The recorded clock starts here.",
    required=True,
)

RAW_PAGES = Table(
    name="pages",
    layer="raw",
    grain="one capture of one page",
    description="The bytes of each page as they came, with where and when they were captured.",
    columns=(
        Column("capture_id", TEXT, "Hash of source file, offset and page_id.", required=True),
        Column("page_id", TEXT, "SHA-256 of the bytes.", required=True),
        Column("url", TEXT, "The address that was captured, where the source names one."),
        Column("fetched_at", INSTANT, "The instant of the capture, where the source states one."),
        CAPTURE_DATE,
        Column(
            "http_status", pl.Int32(), "The HTTP status of the response, where there was one.", minimum=100, maximum=999
        ),
        Column("content_type", TEXT, "The media type that the source declares, without parameters."),
        Column("declared_charset", TEXT, "The charset parameter that the source declares."),
        Column("byte_count", INT, "The size of the body in bytes.", required=True, minimum=0),
        Column(
            "bytes",
            pl.Binary(),
            "The body as it came; null for a page over the size limit, which keeps its source only.",
        ),
        Column(
            "source_file", TEXT, "The file under landing that holds it, relative to its landing folder.", required=True
        ),
        Column(
            "source_offset",
            INT,
            "Byte offset of the record in that file; 0 for a file of its own.",
            required=True,
            minimum=0,
        ),
    ),
    key=("capture_id",),
    partitioned=True,
)

ARTICLES = Table(
    name="articles",
    layer="core",
    grain="one version of one article, as captured on one day",
    description=(
        "What each page says, as text with its metadata. `text` is the title, a blank line, then the paragraphs of "
        "the body separated by blank lines; every offset in the other tables counts its characters (code points)."
    ),
    columns=(
        Column("version_id", TEXT, "Hash of article_id and text.", required=True),
        Column("article_id", TEXT, "Hash of the canonical address, or of the text where there is none.", required=True),
        Column("capture_id", TEXT, "The first capture of this version on this day.", required=True),
        CAPTURE_DATE,
        Column("url", TEXT, "The address that was captured."),
        Column("canonical_url", TEXT, "The address that the page gives as its own, cleaned of tracking parameters."),
        Column("original_url", TEXT, "On a portal: the publisher's own address of the article."),
        Column("portal", TEXT, "The portal that shows the article, where it is not the publisher itself."),
        Column("publisher", TEXT, "The outlet that published the article."),
        Column("title", TEXT, "The headline as printed, without the site's suffix."),
        Column("subtitle", TEXT, "The line under the headline."),
        Column("byline_names", pl.List(pl.String()), "Names of the reporters; not published.", required=True),
        Column("section", TEXT, "The section of the paper."),
        Column("published_at", INSTANT, "The instant of publication that the page states."),
        Column("published_zone", TEXT, "The time zone of published_at in the source: an IANA name or an offset."),
        Column("published_on", DAY, "The day of publication in that zone; relative dates resolve against it."),
        Column("published_missing_reason", TEXT, "Why published_at is null."),
        Column("updated_at", INSTANT, "The instant of the last change that the page states."),
        Column(
            "known_at",
            INSTANT,
            "When this version became known: updated, else published, else captured.",
            required=True,
        ),
        Column("known_basis", TEXT, "What known_at rests on.", required=True, vocabulary=v.KNOWN_BASIS),
        Column("language", TEXT, "Language of the text, as an ISO 639-1 code.", required=True),
        Column("text", TEXT, "Title, blank line, body.", required=True),
        Column("text_length", INT, "Number of characters of text.", required=True, minimum=1),
        Column(
            "paragraphs",
            pl.List(pl.Struct({"char_start": pl.Int32, "char_end": pl.Int32, "zone": pl.String})),
            "Half-open character offsets of each paragraph in text, with its zone.",
            required=True,
        ),
        Column("captions", pl.List(pl.String()), "Image captions; no claims are read from them.", required=True),
        Column("method", TEXT, "Who answered: a site's form, or e.g. 'generic after naver'.", required=True),
        Column("charset", TEXT, "The encoding by which the bytes were read.", required=True),
        Column("signature", TEXT, "Hash of the text without spaces and punctuation, for exact copies.", required=True),
        Column("is_correction", pl.Boolean(), "Its headline says that it corrects an earlier article.", required=True),
        Column("corrects_url", TEXT, "The address of the corrected article, where a correction links to it."),
        Column("corrects_on", DAY, "The day that a correction names first: that of the corrected article."),
        Column("corrects_article_id", TEXT, "The article that this one says it corrects, by that address."),
    ),
    key=("version_id", "capture_date"),
    partitioned=True,
    references=(Reference("capture_id", "raw/pages", "capture_id"),),
)

SENTENCES = Table(
    name="sentences",
    layer="core",
    grain="one sentence of one article version",
    description="The sentences of each version with their zone, and who speaks those that are quotations.",
    columns=(
        Column("version_id", TEXT, "The article version.", required=True),
        Column("sentence_no", pl.Int32(), "Position in the text, from 0.", required=True, minimum=0),
        CAPTURE_DATE,
        Column("char_start", pl.Int32(), "First character.", required=True, minimum=0),
        Column("char_end", pl.Int32(), "One past the last character.", required=True, minimum=1),
        Column("zone", TEXT, "Where it stands.", required=True, vocabulary=v.ZONE),
        Column("speaker", TEXT, "Who says it, as the text names them, where the sentence lies inside a quotation."),
    ),
    key=("version_id", "sentence_no", "capture_date"),
    partitioned=True,
    references=(Reference("version_id", "core/articles", "version_id"),),
    spans=(Span("char_start", "char_end"),),
)

DUPLICATES = Table(
    name="duplicates",
    layer="core",
    grain="one capture that repeats another of the same day",
    description="Captures that add no article version of their own, and the capture that they repeat.",
    columns=(
        Column("capture_id", TEXT, "The repeating capture.", required=True),
        CAPTURE_DATE,
        Column("of_capture_id", TEXT, "The capture that it repeats.", required=True),
        Column("kind", TEXT, "How it repeats it.", required=True, vocabulary=v.DUPLICATE_KIND),
    ),
    key=("capture_id",),
    partitioned=True,
    references=(
        Reference("capture_id", "raw/pages", "capture_id"),
        Reference("of_capture_id", "raw/pages", "capture_id"),
    ),
)

SYNDICATION = Table(
    name="syndication",
    layer="core",
    grain="one article",
    description="Articles grouped by what they were copied from; a group counts as one independent source.",
    columns=(
        Column("article_id", TEXT, "The article.", required=True),
        Column("group_id", TEXT, "Smallest article_id of the group.", required=True),
        Column("head_article_id", TEXT, "The earliest article of the group; ties by id.", required=True),
        Column("kind", TEXT, "Why it is grouped.", required=True, vocabulary=v.SYNDICATION_KIND),
    ),
    key=("article_id",),
    references=(
        Reference("article_id", "core/articles", "article_id"),
        Reference("head_article_id", "core/articles", "article_id"),
    ),
    covers=(Covers("article_id", "core/articles", "article_id"),),
)

CORRECTIONS = Table(
    name="corrections",
    layer="core",
    grain="one article version that corrects another article",
    description="Corrections with the captured article that each corrects, where that one is known.",
    columns=(
        Column("version_id", TEXT, "The version that says it.", required=True),
        Column("article_id", TEXT, "Its article.", required=True),
        Column("corrects_article_id", TEXT, "The article that it corrects.", required=True),
        Column("basis", TEXT, "By what that article was found.", required=True, vocabulary=v.CORRECTION_BASIS),
    ),
    key=("version_id",),
    references=(
        Reference("version_id", "core/articles", "version_id"),
        Reference("article_id", "core/articles", "article_id"),
        Reference("corrects_article_id", "core/articles", "article_id"),
    ),
)

REJECTS = Table(
    name="rejects",
    layer="core",
    grain="one thing that a stage could not use",
    description="Every input or row that did not go on, with the stage that said so and a reason code.",
    columns=(
        Column("reject_id", TEXT, "Hash of stage, key, reason and row.", required=True),
        CAPTURE_DATE,
        Column("stage", TEXT, "The table whose making rejected it, such as core/articles.", required=True),
        Column("key", TEXT, "Key of the input or row; for a file of landing, its path.", required=True),
        Column("reason", TEXT, "Reason code, or the name of the rule that a row broke.", required=True),
        Column("detail", TEXT, "The reason in words."),
        Column("row", TEXT, "The rejected row as JSON, without page bytes."),
    ),
    key=("reject_id",),
    partitioned=True,
)

RECORDS = Table(
    name="records",
    layer="core",
    grain="one kind of record of one landing file and day",
    description="What landing held besides pages, by type, so that every record is accounted for.",
    columns=(
        Column("source_file", TEXT, "The landing file, relative to its landing folder.", required=True),
        CAPTURE_DATE,
        Column(
            "record_type",
            TEXT,
            "Type: page, rejected, repeated, request, metadata, revisit, not_html, …",
            required=True,
        ),
        Column("record_count", INT, "How many there are.", required=True, minimum=0),
    ),
    key=("source_file", "capture_date", "record_type"),
    partitioned=True,
)

TABLES = (RAW_PAGES, ARTICLES, SENTENCES, DUPLICATES, SYNDICATION, CORRECTIONS, REJECTS, RECORDS)
