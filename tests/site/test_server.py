"""How the pages are served."""

import gc

from django.urls import clear_url_caches, get_resolver
from gunicorn.config import Config

from whimbrel.site import server


def test_a_worker_has_all_pages_loaded_and_sets_them_aside() -> None:
    before = gc.get_freeze_count()
    clear_url_caches()
    config = Config()
    config.set("post_worker_init", server.post_worker_init)
    try:
        config.post_worker_init(None)
        loaded = get_resolver()
        assert loaded._populated
        assert gc.get_freeze_count() - before > 50_000
        assert not any(one is loaded for one in gc.get_objects())
    finally:
        gc.unfreeze()
