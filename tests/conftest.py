"""What every test shares: hypothesis without a stopwatch, and the same examples under CI."""

import os
from collections.abc import Iterator

import pytest
from django.utils import translation
from hypothesis import HealthCheck, settings

from tests.houses import filed, own, template
from tests.record import house

settings.register_profile(
    "here", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """A page that was asked for in another language leaves it to the thread; the next test begins
    in ours."""
    yield
    translation.deactivate()


__all__ = ["filed", "house", "own", "template"]
