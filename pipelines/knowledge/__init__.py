"""The knowledge base on disk: loading, checking, importing and editing what analysts and registers say."""

from pipelines.knowledge.downloads import ImportFileError
from pipelines.knowledge.editing import Decided, Edit, EditError, merge, promote, split, to_read_again
from pipelines.knowledge.importing import Imported, import_register
from pipelines.knowledge.loading import Checked, check_knowledge, load_knowledge, without_alliances
from pipelines.knowledge.models import load_names_model
from pipelines.knowledge.rows import KnowledgeError

__all__ = [
    "Checked",
    "Decided",
    "Edit",
    "EditError",
    "ImportFileError",
    "Imported",
    "KnowledgeError",
    "check_knowledge",
    "import_register",
    "load_knowledge",
    "load_names_model",
    "merge",
    "promote",
    "split",
    "to_read_again",
    "without_alliances",
]
