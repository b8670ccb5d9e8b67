"""What the shape of a word says of whether it can be a company's name, and where its particle begins.

Here belongs the word alone, with the dictionary; what an article says of it is weighed in acting_names.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.entities.acting_words import COMPANY_ENDINGS, NO_NAME_ENDINGS, SORTS, TRADES
from pipelines.entities.morphology import Word, read_word
from pipelines.entities.name_words import COUNTRIES, FIELDS, GENERIC
from pipelines.entities.organization_names import is_generic
from pipelines.entities.particles import is_hangul
from pipelines.entities.people import is_korean_name

# particles by what stands before them: a final consonant, a vowel, either
AFTER_CONSONANT = (
    "으로부터",
    "으로서",
    "과의",
    "과는",
    "과도",
    "이라는",
    "이라고",
    "이다",
    "은",
    "이",
    "을",
    "과",
    "으로",
)
AFTER_VOWEL = ("로부터", "와의", "와는", "와도", "는", "가", "를", "와", "로", "라는", "라고")
AFTER_ANY = ("에서도", "에서는", "에서", "에게", "에는", "에도", "에", "의", "도", "만", "까지", "부터", "측", "보다")
# particle → whether a final consonant must stand before it; None where either may
PARTICLES: dict[str, bool | None] = {
    **dict.fromkeys(AFTER_ANY),
    **dict.fromkeys(AFTER_CONSONANT, True),
    **dict.fromkeys(AFTER_VOWEL, False),
}
LONGEST_PARTICLE = max(map(len, PARTICLES))
# a city is no person, though its name has three syllables
PLACE_ENDINGS = ("시",)
# cities and counties, which act beside companies
TOWN_ENDINGS = ("시", "군")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a form's own shape says: whether it ends in a trade's word, and whether the dictionary lacks or has it.

    `proper`: it is one word that the dictionary lacks or has as a proper name.
    """

    ending: bool
    unknown: bool
    dictionary: bool
    person: bool
    proper: bool = False


def read_shape(form: str, words: set[str]) -> Shape | None:
    """The shape of a form that can be a company's name; None for one that cannot. `words`: it with its particles."""
    if (
        form in GENERIC
        or form in COUNTRIES
        or form in FIELDS
        or is_generic(form)
        or form.isdigit()
        or form[0].isdigit()
    ):
        return None
    if form.endswith(TOWN_ENDINGS) and _is_town(form):
        return Shape(ending=True, unknown=False, dictionary=False, person=False)
    ending = next((word for word in COMPANY_ENDINGS if form.endswith(word) and len(form) > len(word)), None)
    front = form[: -len(ending)] if ending else ""
    word = read_word(form)
    # before a trade's word the front may be read alone: together they can go wrong ('솔밭전자')
    if not (_is_noun(word) or (front and _is_noun(read_word(front)))) or any(
        read_word(whole).is_inflected for whole in words
    ):
        return None
    if ending is not None and (len(front) < 2 or front in SORTS or front in GENERIC or is_generic(front)):
        return None
    parts = [part.form for part in word.parts]
    if all(part in GENERIC or part in SORTS or part in NO_NAME_ENDINGS or part in TRADES for part in parts):
        return None
    if ending is None and (word.parts[-1].tag == "XSN" or parts[-1] in GENERIC or _ends_as_noun(form)):
        return None
    person = is_korean_name(form) and not form.endswith(PLACE_ENDINGS)
    proper = len(word.parts) == 1 and (word.unknown or word.parts[0].tag == "NNP")
    return Shape(ending is not None, word.unknown, _in_dictionary(word), person, proper)


def _is_town(form: str) -> bool:
    """Whether a form is a city or county: a proper name of three or four syllables, whole or without its last one."""
    return 3 <= len(form) <= 4 and any(
        len(word.parts) == 1 and word.parts[0].tag == "NNP" for word in (read_word(form), read_word(form[:-1]))
    )


def _is_noun(word: Word) -> bool:
    return word.is_nominal and not word.is_inflected


def _ends_as_noun(form: str) -> bool:
    return any(form.endswith(noun) for noun in NO_NAME_ENDINGS)


def _in_dictionary(word: Word) -> bool:
    return len(word.parts) == 1 and not word.unknown


def split_particle(word: str) -> tuple[str, str]:
    """A word and the particle at its end, by what the particle may stand behind; '' where there is none."""
    for length in range(min(LONGEST_PARTICLE, len(word) - 2), 0, -1):
        particle = word[-length:]
        if particle not in PARTICLES or not is_hangul(word[-length - 1]):
            continue
        needed = PARTICLES[particle]
        if needed is None or needed == ((ord(word[-length - 1]) - ord("가")) % 28 != 0):
            return word[:-length], particle
    return word, ""
