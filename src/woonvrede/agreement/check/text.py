# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every paragraph of the signed text is said by an entry, or it is said why not."""

from collections.abc import Iterator

from ..book import Agreement, Paragraph, Section
from ..fault import Fault
from ..places import HEAD, Place, places
from .naming.names import unknown


def text(agreement: Agreement) -> Iterator[Fault]:
    """Find paragraphs that are left out, that nothing says, or that name what is not there."""
    there = referable(agreement)
    for place in places(agreement):
        if isinstance(place.of, Section):
            yield from _left_out(place, place.of)
        if isinstance(place.of, Paragraph):
            yield from _unsaid(place, place.of)
            for name in set(place.of.entries) - there if agreement.is_whole else ():
                yield unknown(place, "entries", name, there)


def referable(agreement: Agreement) -> frozenset[str]:
    """
    Return everything that a paragraph can name: ``parties.gemeente`` of the shared file and
    ``severe_nuisance/moves.close`` of an intervention, or a whole word of one, or a whole file.
    """
    found: set[str] = set()
    for place in places(agreement):
        if isinstance(place.of, Section | Paragraph):
            continue
        before = f"{place.within.key}/" if place.within else ""
        if place.entry == HEAD:
            found.add(before.removesuffix("/"))
            found |= {before + word for word in type(place.of).model_fields}
        else:
            found |= {before + place.entry, before + place.entry.split(".")[0].split(" ")[0]}
    return frozenset(found - {""})


def _left_out(place: Place, section: Section) -> Iterator[Fault]:
    numbers = [paragraph.number for paragraph in section.paragraphs]
    if numbers != list(range(1, section.length + 1)):
        yield place.fault(
            "missing_paragraph",
            f"Hier horen de alinea's 1 tot en met {section.length} te staan, elk één keer.",
            "Voeg de alinea toe die ontbreekt, of verbeter het nummer.",
        )


def _unsaid(place: Place, paragraph: Paragraph) -> Iterator[Fault]:
    if bool(paragraph.entries) == bool(paragraph.not_modelled):
        yield place.fault(
            "unmapped_paragraph",
            "Het is niet duidelijk waar deze alinea als gegeven staat.",
            "Noem de regels bij “entries”, of zeg bij “not_modelled” waarom er geen zijn.",
        )
