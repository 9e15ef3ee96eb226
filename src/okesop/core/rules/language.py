"""How a step or a title is worded: active, passive, with a subject, a condition, a second act (rules marked †).

Theory of operation. A text is cut into words and marks. Word formation decides most: me- and ber- are active, di- is
passive, pe-…-an, ke-…-an, -an and the loan endings -si, -isasi are nouns of acts. Closed lists hold the words that
only look so (``lexicon``). ``read`` answers all questions about a step at once; a guess that is unsure says nothing,
because the rules must be quiet on good practice.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from okesop.core.rules import lexicon

LONGEST = 1_000
"""No step is judged by what stands after so many letters."""

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[&;,.()/:\n]")
ME = re.compile(
    r"me(?:m(?=[bfvp])[a-z]|m[aiueo]|n[cdjtsz]|n[aiueo]|ny[aiueo]|ng[a-z]|[lrwymn][aiueo])[a-z]{2,}"
    r"|me(?:m|n|ng|nge|ny)?-[a-z]{3,}"
)
BER = re.compile(r"ber[a-z]{4,}|ber-[a-z]{3,}")
DI = re.compile(r"di[a-z]{3,}|di-[a-z]{3,}")
TER = re.compile(r"ter[a-z]{4,}")
ACT_NOUN = re.compile(
    r"(?:pe|per|ke)[a-z]{3,}an|[a-z]{3,}an|[a-z]+(?:asi|isi|usi|ksi|nsi|psi|si)|[a-z]+(?:isme|ment)"
)
SUBJECT_WINDOW = 9
"""A subject of more words is not looked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a step's text is. ``subject`` is the performer that it names first, "" when none."""

    starts_active: bool
    is_passive: bool
    subject: str
    has_condition: bool
    has_two_acts: bool


def is_active(word: str) -> bool:
    """Tell whether a small-letter word is an active verb."""
    if word in lexicon.ROOT_VERBS or word in lexicon.BER_WITHOUT_R:
        return True
    if ME.fullmatch(word):
        return word not in lexicon.NOT_ME_VERBS
    return bool(BER.fullmatch(word)) and word not in lexicon.NOT_BER_VERBS


def is_passive(word: str) -> bool:
    """Tell whether a small-letter word is a di- passive."""
    return bool(DI.fullmatch(word)) and word not in lexicon.NOT_DI_VERBS


def is_act_noun(word: str) -> bool:
    """Tell whether a small-letter word names an act: penyusunan, evaluasi, pelaksanaan, reviu."""
    if word in lexicon.ACT_NOUNS:
        return True
    return bool(ACT_NOUN.fullmatch(word)) and word not in lexicon.NOT_ACTS_IN_AN


def words(text: str) -> list[str]:
    """Return the small-letter words of a text without marks."""
    return [word for word in _tokens(text[:LONGEST]) if word[0].isalnum()]


def _tokens(text: str) -> list[str]:
    plain = re.sub(r"^\s*(?:\(?\d{1,2}[.)]|[a-zA-Z][.)]|[-•*–])\s*", "", text)
    shouting = plain.isupper()
    return [
        word if word.isupper() and len(word) > 1 and not shouting else word.lower()
        for word in WORD.findall(plain)
    ]


def _main(tokens: list[str]) -> int:
    """Return the place of the first word that counts, after "kemudian", "secara berkala" and the like."""
    at = 0
    while at < len(tokens) - 1:
        word = tokens[at]
        leads = word in lexicon.LEADS and word not in lexicon.ROOT_VERBS
        again = word == "kembali" and is_active(tokens[at + 1])
        if not (leads or again or word == "secara" or not word[0].isalnum()):
            break
        at += 2 if word == "secara" else 1
    return min(at, len(tokens) - 1)


def read(text: str, performers: tuple[str, ...] = ()) -> Reading:
    """Judge the wording of a step; ``performers`` are the titles of the columns."""
    return _read(text[:LONGEST], performers)


@lru_cache(maxsize=8192)
def _read(text: str, performers: tuple[str, ...]) -> Reading:
    tokens = _tokens(text)
    if not tokens:
        return Reading(True, False, "", False, False)
    start = _main(tokens)
    length = 0 if is_active(tokens[start]) else _subject_length(tokens[start:], performers)
    verb = start + length
    while length and verb < len(tokens) - 1 and tokens[verb] in lexicon.AUXILIARIES:
        verb += 1
    condition = _has_condition(tokens)
    passive = not length and _is_passive(tokens[start:])
    return Reading(
        starts_active=is_active(tokens[verb]) or _acts_after_condition(tokens[start:]),
        is_passive=passive,
        subject=_printed(text, _name(tokens[start : start + length])),
        has_condition=condition,
        has_two_acts=_has_two_acts(tokens[verb:]),
    )


def _has_condition(tokens: list[str]) -> bool:
    if any(word in lexicon.CONDITIONS for word in tokens):
        return True
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return any(
        (first, second) == ("dalam", "hal") and third not in {"ini", "itu", "tersebut"}
        for first, second, third in triples
    )


def _acts_after_condition(tokens: list[str]) -> bool:
    """Whether "Apabila lengkap, memeriksa …" goes on with a verb of its own."""
    if tokens[0] not in lexicon.CONDITIONS:
        return False
    for place, word in enumerate(tokens[:-1]):
        if word in {",", "maka"} and is_active(tokens[place + 1]):
            return True
    return False


def _is_passive(tokens: list[str]) -> bool:
    head = tokens[0]
    if is_passive(head) or (TER.fullmatch(head) and head not in lexicon.NOT_TER_VERBS):
        return True
    in_clause = False
    for place, word in enumerate(tokens):
        if word in {"yang", "untuk", "agar", "guna"}:
            in_clause = True
        elif word in lexicon.CONDITIONS or word in lexicon.CLAUSE_ENDS:
            return False
        elif (
            word == "di"
            and tokens[place + 1 : place + 2]
            and tokens[place + 1] in lexicon.ROOTS_AFTER_DI
        ):
            return not in_clause
        elif is_active(word) or is_passive(word):
            if not in_clause:
                return is_passive(word)
            in_clause = False
    return False


def _subject_length(tokens: list[str], performers: tuple[str, ...]) -> int:
    """Return how many words stand before the verb when they say who acts, else 0."""
    for place, word in enumerate(tokens[:SUBJECT_WINDOW]):
        if word in lexicon.CONDITIONS or word in {"yang", "untuk", ",", ";", "(", ".", "\n"}:
            return 0
        if place and word != "melalui" and (is_active(word) or _ends_a_name(word)):
            return place if _names_somebody(tokens[:place], performers) else 0
    return 0


def _ends_a_name(word: str) -> bool:
    return word in {"akan", "wajib", "harus", "dapat"}


def _names_somebody(tokens: list[str], performers: tuple[str, ...]) -> bool:
    head = tokens[0]
    if head in lexicon.ROLES or (head.isupper() and len(head) > 1):
        return True
    said = " ".join(word.casefold() for word in tokens)
    for title in performers:
        for part in re.split(r"\s*/\s*|\s*\(", title.casefold()):
            name = " ".join(words(part))
            if name and (said == name or said.startswith(f"{name} ")):
                return True
    return False


def _name(tokens: list[str]) -> list[str]:
    name = tokens[: tokens.index("melalui")] if "melalui" in tokens else list(tokens)
    while name and name[-1] in lexicon.AUXILIARIES:
        name.pop()
    return name


def _printed(text: str, name: list[str]) -> str:
    """Return the name as it is written in the text."""
    if not name:
        return ""
    match = re.search(r"\W*".join(re.escape(word) for word in name), text, re.IGNORECASE)
    return match[0] if match else " ".join(name)


def _has_two_acts(tokens: list[str]) -> bool:
    """Whether a second verb with an object of its own is joined to the first.

    "Memeriksa dan menyetujui berkas" is one act on one thing; "Mencetak surat dan mengirimkannya" are two.
    """
    has_object, clause, clause_acts, depth = False, "", False, 0
    place = 1
    while place < len(tokens):
        word = tokens[place]
        place += 1
        depth += (word == "(") - (word == ")")
        if depth > 0 or word == ")":
            continue
        if word in lexicon.CONDITIONS:
            return False
        if word in lexicon.CONNECTORS:
            while place < len(tokens) and tokens[place] in lexicon.CONNECTORS | {"/", "atau"}:
                place += 1
            if place < len(tokens) and _is_second_act(tokens, place):
                quiet = clause in lexicon.PURPOSES or (clause == "yang" and clause_acts)
                if has_object and not quiet:
                    return True
                place += 1
        elif word in lexicon.SUBORDINATORS:
            clause, clause_acts, has_object = word, False, True
        elif word[0].isalnum():
            clause_acts = clause_acts or is_active(word)
            has_object = has_object or not is_active(word)
    return False


def _is_second_act(tokens: list[str], place: int) -> bool:
    word = tokens[place]
    if word in lexicon.RELATION_VERBS or word in lexicon.ROOT_VERBS:
        return False
    if is_active(word):
        return True
    follows = tokens[place + 1] if place + 1 < len(tokens) else ""
    return (
        word in lexicon.LOAN_ACTS
        and tokens[0] not in lexicon.LIGHT_VERBS
        and is_active(tokens[0])
        and follows[:1].isalnum()
    )
