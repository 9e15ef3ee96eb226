"""Stored files, named by their content, and what refers to them."""

from okesop.files.models.emblem import Emblem
from okesop.files.models.file import File

__all__ = ["Emblem", "File"]
