"""The knowledge base on disk: loading, checking and importing what analysts and registers say."""

from pipelines.knowledge.downloads import ImportFileError
from pipelines.knowledge.importing import Imported, import_register
from pipelines.knowledge.loading import Checked, check_knowledge, load_knowledge, without_alliances
from pipelines.knowledge.rows import KnowledgeError

__all__ = [
    "Checked",
    "ImportFileError",
    "Imported",
    "KnowledgeError",
    "check_knowledge",
    "import_register",
    "load_knowledge",
    "without_alliances",
]
