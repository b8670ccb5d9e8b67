"""The knowledge base on disk: loading, checking and importing what analysts and registers say."""

from pipelines.knowledge.loading import Checked, check_knowledge, load_knowledge, without_alliances
from pipelines.knowledge.rows import KnowledgeError

__all__ = ["Checked", "KnowledgeError", "check_knowledge", "load_knowledge", "without_alliances"]
