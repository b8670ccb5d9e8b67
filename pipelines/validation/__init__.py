"""Audits of staged tables by Great Expectations, from the expectations that the tables declare."""

from pipelines.validation.audit import audit, audit_partitions
from pipelines.validation.data_docs import build_data_docs
from pipelines.validation.faults import FAULTS, Fault, inject
from pipelines.validation.model import Audit, AuditContext, AuditError, Outcome, failures

__all__ = [
    "FAULTS",
    "Audit",
    "AuditContext",
    "AuditError",
    "Fault",
    "Outcome",
    "audit",
    "audit_partitions",
    "build_data_docs",
    "failures",
    "inject",
]
