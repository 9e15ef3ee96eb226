import xml.etree.ElementTree as ET

from okesop.adapters.qr import qr_svg


def test_is_a_square_svg_in_black_on_white():
    root = ET.fromstring(qr_svg("https://sop.contoh.go.id/p/7KX3-QM2P"))  # noqa: S314 -- our own text
    assert root.get("width") == root.get("height")
    assert "#fff" in qr_svg("x")


def test_another_address_is_another_code():
    assert qr_svg("a") != qr_svg("b")
