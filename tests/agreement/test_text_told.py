# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each paragraph of the text stands beside its entries, and beside the signed words."""

from pathlib import Path

import pytest

from woonvrede.agreement.book import Agreement
from woonvrede.agreement.places import HEAD
from woonvrede.agreement.read import read
from woonvrede.agreement.told.pages import agreement_page, intervention_page
from woonvrede.agreement.told.references import Reference, entries_of, reference
from woonvrede.agreement.told.signed import signed_paragraphs
from woonvrede.agreement.told.text import Chapter, TextPage, text_page

BOOK: Agreement = read(Path(__file__).parents[2] / "agreements/utrecht-2019")
SIGNED = """Voorblad dat niet meetelt.

§3.3 Laatste kans
De eerste alinea,
op twee regels.

De tweede.
§9.9: Wat de map niet kent
Nog iets.
"""


def chapter(page: TextPage, source: str) -> Chapter:
    """Return one section of the page."""
    return next(each for each in page.chapters if each.source == source)


def places_of(intervention: str) -> set[str]:
    """Return where a reference can lead on the page of an intervention, or on the shared one."""
    if not intervention:
        page = agreement_page(BOOK)
        entries = [each.anchor for each in page.parties]
    else:
        told = intervention_page(BOOK, intervention)
        entries = [each.anchor for each in told.steps.entries]
        page = told  # type: ignore[assignment]
    entries += [each.anchor for section in page.sections for each in section.entries]
    lists = [f"deel-{section.word}" for section in page.sections]
    return {HEAD, "deel-parties", "deel-moves", *entries, *lists}


def test_every_paragraph_is_on_the_page_with_its_entries_or_why_not() -> None:
    assert BOOK.text is not None
    chapters = text_page(BOOK, {}).chapters
    assert [each.source for each in chapters] == [each.source for each in BOOK.text.sections]
    for part, section in zip(chapters, BOOK.text.sections, strict=True):
        assert [each.says for each in part.paragraphs] == [p.says for p in section.paragraphs]
        for said in part.paragraphs:
            assert bool(said.references) != bool(said.not_modelled)


def test_every_reference_leads_to_a_place_that_is_there() -> None:
    dead = [
        each
        for part in text_page(BOOK, {}).chapters
        for said in part.paragraphs
        for each in said.references
        if each.anchor not in places_of(each.intervention)
    ]
    assert dead == []


def test_a_reference_says_in_dutch_where_it_leads() -> None:
    entries = entries_of(BOOK)

    def to(name: str) -> Reference:
        return reference(name, BOOK, entries)

    assert to("last_chance") == Reference("Laatste Kans Beleid", "last_chance", HEAD)
    assert to("severe_nuisance/moves.close") == Reference(
        "Aanpak extreme woonoverlast, stappen: Casus afsluiten", "severe_nuisance", "moves.close"
    )
    assert to("parties.politie").label.startswith("Partijen: Politie")
    assert to("last_chance/tenures").anchor == HEAD
    assert to("steering") == Reference("Stuurgroep", "", "deel-steering")
    assert to("no.where").label == "no: no.where"


def test_the_signed_words_stand_beside_ours_by_section_and_number() -> None:
    page = text_page(BOOK, signed_paragraphs(SIGNED))
    told = chapter(page, "§3.3")
    assert page.signed
    assert [each.signed for each in told.paragraphs] == [
        "De eerste alinea,\nop twee regels.",
        "De tweede.",
    ]
    assert told.whole == ()
    assert {each.signed for each in chapter(page, "§1").paragraphs} == {""}
    last = page.chapters[-1]
    assert (last.source, last.label) == ("§9.9", "")
    assert [(each.number, each.says, each.signed) for each in last.paragraphs] == [
        (1, "", "Nog iets.")
    ]


@pytest.mark.parametrize("blocks", [1, 3])
def test_a_section_with_more_or_fewer_paragraphs_is_shown_whole_beside_none(blocks: int) -> None:
    """A subheading set apart by an empty line would move all that follows one place on."""
    words = tuple(f"Blok {number}." for number in range(1, blocks + 1))
    signed = signed_paragraphs("\n\n".join(("§3.3 Laatste kans", *words)))
    told = chapter(text_page(BOOK, signed), "§3.3")
    assert told.whole == words
    assert [(each.number, each.signed) for each in told.paragraphs] == [(1, ""), (2, "")]
    assert all(each.says for each in told.paragraphs)


def test_a_section_that_was_not_signed_has_nothing_to_show_whole() -> None:
    page = text_page(BOOK, signed_paragraphs("§3.3 Laatste kans\n§9.9\nNog iets."))
    assert {each.whole for each in page.chapters} == {()}


def test_a_paragraph_that_only_the_signed_text_has_is_shown_too() -> None:
    """The folder lacks one of the two that it says there are, which its check tells as well."""
    assert BOOK.text is not None
    sections = tuple(
        each.model_copy(update={"paragraphs": each.paragraphs[:1]})
        if each.source == "§3.3"
        else each
        for each in BOOK.text.sections
    )
    text = BOOK.text.model_copy(update={"sections": sections})
    page = text_page(BOOK.model_copy(update={"text": text}), signed_paragraphs(SIGNED))
    assert chapter(page, "§3.3").paragraphs[-1].signed == "De tweede."
