import pytest
from django.test import RequestFactory

from okesop.audit import origin


def request(forwarded=None, nearest="127.0.0.1", **headers):
    if forwarded:
        headers["HTTP_X_FORWARDED_FOR"] = forwarded
    return RequestFactory().get("/", REMOTE_ADDR=nearest, **headers)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (0, None, "127.0.0.1"),
        (0, "6.6.6.6", "127.0.0.1"),
        (1, "10.0.0.7", "10.0.0.7"),
        (1, "6.6.6.6, 10.0.0.7", "10.0.0.7"),
        (2, "6.6.6.6, 10.0.0.7, 10.9.9.9", "10.0.0.7"),
        (2, "10.0.0.7", "10.0.0.7"),
        (1, None, "127.0.0.1"),
    ],
    ids=("direct", "lie", "proxy", "lie to a proxy", "lie to two", "too few", "no header"),
)
def test_the_address_is_what_our_outermost_proxy_saw(settings, proxies, forwarded, found):
    settings.PROXIES = proxies

    assert origin.address(request(forwarded)) == found


def test_this_machine_is_loopback_without_a_proxy():
    assert origin.is_this_machine(request())
    assert not origin.is_this_machine(request("10.0.0.7"))
    assert not origin.is_this_machine(request(nearest="10.0.0.7"))
    assert not origin.is_this_machine(request(nearest=""))


def test_a_long_device_is_cut():
    device = origin.of(request(HTTP_USER_AGENT="x\0" * 300)).device

    assert len(device) <= 255
    assert "\0" not in device
