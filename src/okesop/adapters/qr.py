"""QR codes as SVG."""

import io

import segno


def qr_svg(content: str) -> str:
    """Return the code for a text (an address) as an SVG without margin, black on white."""
    made = io.BytesIO()
    segno.make_qr(content, error="m").save(made, kind="svg", border=0, xmldecl=False, light="#fff")
    return made.getvalue().decode()
