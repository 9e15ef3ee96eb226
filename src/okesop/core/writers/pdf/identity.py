"""A sheet of the identity part as data for the template."""

from dataclasses import asdict
from typing import Any

from okesop.core.form import IdentityPage
from okesop.core.writers.pdf.job import Marks


def identity_data(page: IdentityPage, marks: Marks) -> dict[str, Any]:
    """Return cells, blocks and pictures; a picture that was not given leaves its place empty."""
    return {
        "kind": "identity",
        "width": page.width,
        "height": page.height,
        "cells": [asdict(cell) for cell in page.cells],
        "blocks": [asdict(block) for block in page.blocks if any(block.lines)],
        "emblem": asdict(page.emblem) if page.emblem and marks.emblem else None,
        "qr": asdict(page.qr) if page.qr and marks.qr else None,
    }
