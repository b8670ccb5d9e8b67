"""Which extractors read the claims of a run, put together from settings, and what the user must know of them.

The rooms get their limits and addresses as arguments; here those are taken from the settings.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.claims import FRAMES, Extractor
from pipelines.language_model import Endpoint, LanguageModelError, Limits
from pipelines.settings import EXTRACTORS, Settings

LANGUAGE_MODEL = EXTRACTORS[1]


class ExtractorError(ValueError):
    """An extractor cannot be used as things are set; the message says what to set."""


def extractors_of(names: Sequence[str], settings: Settings) -> tuple[Extractor, ...]:
    """The extractors of these names, in the order of EXTRACTORS. Nothing is sent yet.

    Raises ExtractorError, and LanguageModelError for an endpoint that cannot be used.
    """
    unknown = sorted(set(names) - set(EXTRACTORS))
    if unknown or not names:
        raise ExtractorError(f"there is no extractor {', '.join(unknown)!r}; there are: {', '.join(EXTRACTORS)}")
    return tuple(
        _language_model(settings) if name == LANGUAGE_MODEL else FRAMES for name in EXTRACTORS if name in names
    )


def notice_of(names: Sequence[str], settings: Settings) -> str | None:
    """What is sent away by these extractors, in one sentence for the user; None where nothing is."""
    if LANGUAGE_MODEL not in names:
        return None
    endpoint = _endpoint(settings)
    where = "this machine" if endpoint.is_local else endpoint.host
    return (
        f"texts of articles that speak of deals or alliances are sent to {where}, to be read by {endpoint.model}: "
        f"at most {settings.llm_max_requests:,} requests and {settings.llm_max_tokens:,} tokens in this run"
    )


def _endpoint(settings: Settings) -> Endpoint:
    if not settings.llm_url or not settings.llm_model:
        raise ExtractorError(
            "the extractor language_model needs an endpoint: set ENTENTE_LLM_URL (such as https://host/v1), "
            "ENTENTE_LLM_MODEL and, where the endpoint asks for one, ENTENTE_LLM_KEY"
        )
    return Endpoint(settings.llm_url, settings.llm_model, settings.llm_key, settings.llm_allow_http)


def _language_model(settings: Settings) -> Extractor:
    endpoint = _endpoint(settings)
    try:
        from pipelines.language_model.extractor import LanguageModelExtractor
    except ModuleNotFoundError as error:
        if error.name != "httpx":
            raise
        raise LanguageModelError("asking a language model needs httpx: pip install 'entente[llm]'") from None
    limits = Limits(
        requests=settings.llm_max_requests,
        tokens=settings.llm_max_tokens,
        per_minute=settings.llm_requests_per_minute,
        concurrency=settings.llm_concurrency,
        timeout=settings.llm_timeout,
    )
    return LanguageModelExtractor(endpoint, limits, settings.llm_cache_dir)
