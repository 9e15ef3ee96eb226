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
        """Return this sentence with its ``{placeholders}`` filled in both languages."""
        return Sentence(self.id.format(**values), self.en.format(**values))
