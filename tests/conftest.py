"""What every test shares: hypothesis without a stopwatch, and the same examples under CI."""

import os

from hypothesis import HealthCheck, settings

from tests.houses import filed, own, template
from tests.record import house

settings.register_profile(
    "here", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

__all__ = ["filed", "house", "own", "template"]
