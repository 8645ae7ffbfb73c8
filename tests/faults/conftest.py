"""Houses for faults."""

from tests.faults.houses import filed, own

__all__ = ["filed", "own"]
