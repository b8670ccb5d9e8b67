"""Asks a language model for claims, over any endpoint that speaks OpenAI's chat completions.

Off unless a user names an endpoint and asks for this extractor: it sends the text of articles away.
"""

from pipelines.language_model.model import Endpoint, LanguageModelError, Limits

__all__ = ["Endpoint", "LanguageModelError", "Limits"]
