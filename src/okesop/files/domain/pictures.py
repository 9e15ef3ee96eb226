"""A picture that somebody uploads: decoded, made small, written anew.

What is stored was written by us: nothing of the uploaded bytes survives, neither metadata nor a second content
hidden behind the first.
"""

import io
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 20_000_000
LONGEST_SIDE = 800  # 25 mm on paper at 800 dots an inch
FORMATS = ("PNG", "JPEG", "WEBP")


class NoPicture(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """It cannot be read as a picture, or is too large."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG of ours: its bytes and its size in pixels."""

    png: bytes
    width: int
    height: int


def redrawn(uploaded: bytes) -> Picture:
    """Return the uploaded picture as a PNG of at most 800 pixels a side; raises `NoPicture`."""
    if len(uploaded) > MOST_BYTES:
        raise NoPicture(_("Gambar lebih besar dari 2 MB. Perkecil dahulu, lalu unggah lagi."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _written(_opened(uploaded))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise NoPicture(_("Berkas ini bukan gambar PNG, JPEG, atau WebP yang utuh.")) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NoPicture(_too_many()) from error


def _opened(uploaded: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(uploaded), formats=FORMATS)
    if image.width * image.height > MOST_PIXELS:  # told by the head, before anything is decoded
        raise NoPicture(_too_many())
    return image


def _written(image: Image.Image) -> Picture:
    upright = ImageOps.exif_transpose(image).convert("RGBA")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    clean = Image.new("RGBA", upright.size)
    clean.paste(upright)
    target = io.BytesIO()
    clean.save(target, "PNG", optimize=True)
    return Picture(target.getvalue(), clean.width, clean.height)


def _too_many() -> str:
    return _("Gambar memuat terlalu banyak titik. Perkecil sampai 4.000 × 4.000 titik.")
