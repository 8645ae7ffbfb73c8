"""For those who watch over the house: whether it can take requests. It tells of nobody."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from whimbrel.queries import health


@require_GET
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Database, tables and worker; 503 where one of them is not there."""
    found = health.ready()
    told = {"ready": found.ready, **asdict(found)}
    return JsonResponse(told, status=200 if found.ready else 503)
