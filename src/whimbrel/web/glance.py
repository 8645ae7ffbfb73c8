"""Every page that only shows is one glance at the record."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from whimbrel.queries.glance import glance

Answer = Callable[[HttpRequest], HttpResponse]


def glanced(answer: Answer) -> Answer:
    """What is asked with GET asks once who looks."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return answer(request)
        with glance():
            return answer(request)

    return answered
