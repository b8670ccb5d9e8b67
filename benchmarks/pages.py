"""Times the line from page to claims on a fixed corpus of 500 generated pages, stage by stage, on one core.

    python benchmarks/pages.py

The corpus is news_corpus.py's: one page in twenty is about an alliance. Seconds are those of this process's own
processor time, in the best of three rounds; the analyzer, the model of names and the knowledge base are loaded before.
"Triggered" are articles with a word for deals, alliances, joining or leaving: the model reads along in the sentences
with such a word. The last lines add the stages up, over all articles and over the triggered ones alone.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from news_corpus import PAGES, made_articles

from pipelines.articles import Article, extract_article, split_sentences
from pipelines.claims import Document, read_claims
from pipelines.entities import find_mentions
from pipelines.entities.model import Mention
from pipelines.entities.triggers import TRIGGER, has_trigger, triggered_segments
from pipelines.knowledge import load_knowledge, load_names_model
from pipelines.settings import load_settings

ROUNDS = 3
T = TypeVar("T")


def best(work: Callable[[], T]) -> tuple[T, float]:
    """What `work` gives, and the processor seconds of its fastest round."""
    seconds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        result = work()
        seconds.append(time.process_time() - started)
    return result, min(seconds)


def main() -> int:
    """Reads the corpus and prints characters a second by stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=PAGES, help="how many pages (default: %(default)s)")
    parser.add_argument("--without-model", action="store_true", help="leave the model of names out")
    parser.add_argument("--knowledge", type=Path, help="a folder of knowledge instead of the shipped one")
    options = parser.parse_args()
    settings = load_settings()
    knowledge = load_knowledge(options.knowledge or settings.curated_dir)
    model = None if options.without_model else load_names_model(settings.names_model_file)
    find_mentions("가람전자가 나루통신과 협약을 맺었다.", knowledge, model=model)
    made = made_articles(options.pages)
    pages = [one.html for one in made]

    def extracted() -> list[Article]:
        found = [extract_article(page, url=f"https://news.example/{n}") for n, page in enumerate(pages)]
        return [article for article in found if isinstance(article, Article)]

    articles, extracting = best(extracted)
    triggered = [article for article in articles if has_trigger(article.text)]
    triggered_pages = [page for page, article in zip(pages, articles, strict=True) if has_trigger(article.text)]
    characters, near_characters = (sum(len(article.text) for article in of) for of in (articles, triggered))
    median = statistics.median(len(article.text) for article in articles)
    print(f"{len(articles)} articles, {characters} characters, median {median:.0f}; {len(triggered)} triggered")
    _print("articles", characters, extracting)

    sentences, splitting = best(lambda: [split_sentences(a.text, a.paragraphs, a.language) for a in articles])
    _print("sentences", characters, splitting)
    near = sum(len(triggered_segments(article.text)) for article in articles)
    spans = [(a.text, s) for a, found in zip(articles, sentences, strict=True) for s in found]
    print(f"the model reads {near} of {len(spans)} sentences ({near / len(spans):.1%}),", end=" ")
    inside = sum(bool(TRIGGER.search(t, s.char_start, s.char_end)) for t, s in spans if has_trigger(t))
    of_triggered = sum(has_trigger(text) for text, _ in spans)
    print(f"{inside / of_triggered:.1%} of those in triggered articles")

    def mentions(of: Sequence[Article]) -> list[tuple[Mention, ...]]:
        return [find_mentions(a.text, knowledge, language=a.language, model=model) for a in of]

    named_near, naming_near = best(lambda: mentions(triggered))
    _print("mentions, triggered", near_characters, naming_near)
    named, naming = best(lambda: mentions(articles))
    _print("mentions, all", characters, naming)

    def documents(of: Sequence[Article], names: Sequence[tuple[Mention, ...]]) -> list[Document]:
        return [
            Document(
                a.text, split_sentences(a.text, a.paragraphs, a.language), m, a.language, a.published_on, a.publisher
            )
            for a, m in zip(of, names, strict=True)
        ]

    near_documents, all_documents = documents(triggered, named_near), documents(articles, named)
    _, claiming_near = best(lambda: [read_claims(document, knowledge) for document in near_documents])
    _print("claims, triggered", near_characters, claiming_near)
    _, claiming = best(lambda: [read_claims(document, knowledge) for document in all_documents])
    _print("claims, all", characters, claiming)

    _, extracting_near = best(lambda: [extract_article(page, url="https://news.example/") for page in triggered_pages])
    _, splitting_near = best(lambda: [split_sentences(a.text, a.paragraphs, a.language) for a in triggered])
    together = extracting_near + splitting_near + naming_near + claiming_near
    _print("together, triggered", near_characters, together)
    _print("together, all", characters, extracting + splitting + naming + claiming)
    return 0


def _print(stage: str, characters: int, seconds: float) -> None:
    print(f"{stage:20} {seconds:7.2f} s {characters / seconds:12,.0f} characters a second", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
