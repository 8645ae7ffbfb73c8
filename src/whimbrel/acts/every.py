"""Every act there is: an act is known once its room was opened, and this opens all of them."""

import pkgutil
from importlib import import_module

import whimbrel.acts
from whimbrel.acts.act import ACTS, Act


def every() -> dict[str, Act]:
    """All acts by their names, in their order."""
    for room in pkgutil.iter_modules(whimbrel.acts.__path__):
        import_module(f"whimbrel.acts.{room.name}")
    return {name: ACTS[name] for name in sorted(ACTS)}
