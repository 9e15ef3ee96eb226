import io
import struct
import zlib

import pytest
from PIL import Image, PngImagePlugin

from okesop.files.domain import pictures


def picture(kind="PNG", size=(40, 50), mode="RGBA", **how):
    target = io.BytesIO()
    Image.new(mode, size, "green").save(target, kind, **how)
    return target.getvalue()


def opened(made):
    return Image.open(io.BytesIO(made.png))


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("JPEG", "RGB"), ("WEBP", "RGB")],
)
def test_a_picture_is_written_anew_as_png(kind, mode):
    made = pictures.redrawn(picture(kind, mode=mode))

    assert (made.width, made.height) == (40, 50)
    assert opened(made).format == "PNG"
    assert opened(made).size == (40, 50)


def test_a_large_picture_is_made_small_in_its_shape():
    made = pictures.redrawn(picture(size=(2000, 1000)))

    assert (made.width, made.height) == (800, 400)


def test_nothing_of_what_was_uploaded_survives():
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "GPS -3.97, 122.51")
    uploaded = picture(pnginfo=info) + b"<script>alert(1)</script>"

    made = pictures.redrawn(uploaded)

    assert b"GPS" not in made.png
    assert b"script" not in made.png


def test_a_turned_photo_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6

    made = pictures.redrawn(picture("JPEG", mode="RGB", exif=exif))

    assert (made.width, made.height) == (50, 40)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.mark.parametrize(
    "uploaded",
    [b"", b"hello", SVG, b"%PDF-1.7", picture("GIF", mode="P"), picture("BMP", mode="RGB")]
    + [picture()[:60]],
    ids=("empty", "text", "svg", "pdf", "gif", "bmp", "cut off"),
)
def test_what_is_no_picture_of_ours_is_refused(uploaded):
    with pytest.raises(pictures.NoPicture, match="bukan gambar"):
        pictures.redrawn(uploaded)


def test_too_many_bytes_are_refused():
    with pytest.raises(pictures.NoPicture, match="2 MB"):
        pictures.redrawn(b"\x89PNG" + bytes(pictures.MOST_BYTES))


@pytest.mark.parametrize("side", [6000, 30000])
def test_a_bomb_is_refused_before_it_is_opened(side):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(bytes(100)))
        + chunk(b"IEND", b"")
    )

    with pytest.raises(pictures.NoPicture, match="terlalu banyak titik"):
        pictures.redrawn(bomb)
