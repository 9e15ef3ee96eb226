"""A sentence in both languages of the product."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One message for people: Bahasa Indonesia first, English beside it."""

    id: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the English text for ``en`` and every variant of it, else the Indonesian one."""
        return self.en if language.split("-", maxsplit=1)[0] == "en" else self.id

    def filled(self, **values: object) -> "Sentence":
        """Return this sentence with its ``{placeholders}`` filled; a value that is a sentence, in each language."""
        return Sentence(
            self.id.format(**{name: _in(value, "id") for name, value in values.items()}),
            self.en.format(**{name: _in(value, "en") for name, value in values.items()}),
        )


def _in(value: object, language: str) -> object:
    return getattr(value, language) if isinstance(value, Sentence) else value
