"""Landing: folders of HTML and WARC files become captures. Read-only: nothing under a landing root is ever changed."""

from pipelines.landing.model import Capture, LandingBatch, LandingError, Refusal
from pipelines.landing.partition import capture_dates, list_captures, read_partition

__all__ = [
    "Capture",
    "LandingBatch",
    "LandingError",
    "Refusal",
    "capture_dates",
    "list_captures",
    "read_partition",
]
