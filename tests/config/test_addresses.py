"""Numbers in addresses that no table holds: there is no such thing, and never a fault."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

pytestmark = pytest.mark.django_db
NUMBERS = (2**31, 2**63, 10**30)


def _routes(patterns, before=""):
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern) and "<int:" in route:
            yield route


ROUTES = sorted(set(_routes(get_resolver().url_patterns)))


def test_there_are_addresses_with_numbers():
    assert len(ROUTES) > 10


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("route", ROUTES)
def test_a_number_that_no_table_holds_is_not_found(signed_in, administrator, route, number):
    words = {"<slug:key>": "k", "<slug:paper>": "A4", "<slug:state>": "s"}
    address = re.sub(r"<int:\w+>", str(number), f"/{route}")
    for name, value in words.items():
        address = address.replace(name, value)
    client = signed_in(administrator)

    assert client.get(address).status_code in {404, 405}
    assert client.post(address, "{}", content_type="application/json").status_code in {404, 405}
