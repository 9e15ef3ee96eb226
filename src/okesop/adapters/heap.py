"""The C library's heap in a process that sets one PDF after another."""

import ctypes
import sys
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Give the system the memory that is free between blocks in use.

    glibc gives back by itself only what is free at a heap's end. The typesetter leaves small blocks among
    large free ones, so a process grew by 10 MB every hundred PDFs without end; given back every twenty PDFs, in
    2 ms, it stays below 100 MB (bench/pdf.py). Other C libraries have no such call and need none.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None), "malloc_trim", None)
