# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every name that an entry uses is defined somewhere."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from ... import book
from ...book import Agreement, Carry, Entry
from ...fault import Fault
from ...places import Place, places
from ...vocabulary import RELIED_ON
from .beside import Missing, beside
from .known import Known, keys_of
from .uses import USES

REMEDY = "Verbeter de naam, of voeg toe wat ontbreekt."
ALIKE, FEW = 3, 6  # how many names are told: of those alike, and of all

# Words that say where a case goes, who takes part, and who sees and writes what.
LEADING: dict[type[Entry], frozenset[str]] = {
    book.Intervention: frozenset({"lead", "start", "opens_with"}),
    book.Move: frozenset({"origin", "to", "by", "role"}),
    book.Grant: frozenset({"role", "see", "write", "stages"}),
    book.Invitation: frozenset({"role", "by", "stages"}),
    book.Fact: frozenset({"category", "stages"}),
    Carry: frozenset({"asks"}),
}


def unknown_names(agreement: Agreement, known: Known) -> Iterator[Fault]:
    """Find names that stand nowhere else, and words that are needed beside another word."""
    for missing in _missing(agreement, known):
        yield unknown(*missing)


def astray(agreement: Agreement, known: Known) -> frozenset[str]:
    """Return the interventions' files with an unknown name of where a case goes or who sees it."""
    return frozenset(
        each.place.file
        for each in _missing(agreement, known)
        if each.place.within and each.word in LEADING.get(type(each.place.of), ())
    )


def _missing(agreement: Agreement, known: Known) -> Iterator[Missing]:
    for place in places(agreement):
        for word, listed in USES.get(type(place.of), {}).items():
            if _is_blank(place.of, word):
                yield Missing(place, word, "")
            there = known.names(listed, place.within)
            for name in _used(getattr(place.of, word)):
                if name not in there:
                    yield Missing(place, word, name, there)
        yield from beside(place, agreement)


def unknown(place: Place, word: str, name: str, there: Collection[str] = ()) -> Fault:
    """Return the fault of a name that is not ``there``, or of a word without one."""
    if not name:
        return place.fault("unknown_name", f"“{word}” is hier nodig.", "Vul het in.")
    problem = f"“{name}” bij “{word}” bestaat niet."
    return place.fault("unknown_name", problem, f"{REMEDY}{_instead(name, there)}")


def _instead(name: str, there: Collection[str]) -> str:
    """Say which names there are that look like this one, or all of them when they are few."""
    alike = get_close_matches(name, sorted(there), ALIKE)
    told = alike or (sorted(there) if len(there) <= FEW else [])
    names = ", ".join(f"“{each}”" for each in told)
    return f" {'Het lijkt op' if alike else 'Er is'}: {names}." if told else ""


def missing_names(agreement: Agreement) -> Iterator[Fault]:
    """Find lists of the shared file that lack a name on which every page relies."""
    head = next(iter(places(agreement)))
    for listed, needed in RELIED_ON.items():
        for name in sorted(needed - keys_of(getattr(agreement, listed))):
            yield head.fault("unknown_name", f"“{listed}” mist “{name}”.", "Voeg het toe.")


def _used(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def _is_blank(entry: Entry, word: str) -> bool:
    return type(entry).model_fields[word].is_required() and getattr(entry, word) == ""
