"""The knowledge base on disk: loading and checking the CSV files that an analyst edits."""

from pipelines.knowledge.loading import KnowledgeError, load_knowledge

__all__ = ["KnowledgeError", "load_knowledge"]
