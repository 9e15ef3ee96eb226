import pytest

from okesop.accounts import device

CHROME = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"


@pytest.mark.parametrize(
    ("agent", "words", "handheld"),
    [
        (CHROME, "Chrome di Android", True),
        (EDGE, "Edge di Windows", False),
        (FIREFOX, "Firefox di Linux", False),
        (SAFARI, "Safari di iOS", True),
        ("", "Perangkat tak dikenal", False),
        ("curl/8.0", "Perangkat tak dikenal", False),
    ],
    ids=("chrome", "edge", "firefox", "safari", "silent", "tool"),
)
def test_a_browser_is_named_in_words(agent, words, handheld):
    assert device.described(agent) == words
    assert device.is_handheld(agent) is handheld
