"""The official form as a typst source and its data; an adapter compiles them to PDF/A."""

from okesop.core.writers.pdf.job import Marks, TypstJob
from okesop.core.writers.pdf.source import source

__all__ = ["Marks", "TypstJob", "source"]
