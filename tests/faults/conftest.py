"""Houses for faults."""

from tests.faults.houses import filed, own, template

__all__ = ["filed", "own", "template"]
