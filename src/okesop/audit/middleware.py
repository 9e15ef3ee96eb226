"""Tells the trail from where a request came."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from okesop.audit import origin as origins


def origin(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Set the origin while the request is answered."""

    def middleware(request: HttpRequest) -> HttpResponse:
        token = origins.current.set(origins.of(request))
        try:
            return get_response(request)
        finally:
            origins.current.reset(token)

    return middleware
