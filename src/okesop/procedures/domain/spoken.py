"""Sentences of the core in the reader's language."""

from django.utils.translation import get_language

from okesop.core.text import Sentence


def spoken(sentence: Sentence) -> str:
    """Return the sentence in the language of the request."""
    return sentence.in_language(get_language() or "id")
