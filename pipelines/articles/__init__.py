"""Articles: bytes of a page to an Article with its sentences, purely. One file for each portal under publishers/."""

from pipelines.articles.decoding import Decoded, decode
from pipelines.articles.extract import extract_article
from pipelines.articles.model import Article, Paragraph, Reject, Sentence
from pipelines.articles.plain_text import article_from_text
from pipelines.articles.sentences import split_sentences

__all__ = [
    "Article",
    "Decoded",
    "Paragraph",
    "Reject",
    "Sentence",
    "article_from_text",
    "decode",
    "extract_article",
    "split_sentences",
]
