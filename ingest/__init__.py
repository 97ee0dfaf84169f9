"""Reading: bytes in, records out, with no database and no network. `read` is the one verb."""

from ingest.pipeline import read, read_bytes

__all__ = ["read", "read_bytes"]
