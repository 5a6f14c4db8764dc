# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of one party as a spreadsheet: what was counted, and by which rules."""

from collections.abc import Iterator
from datetime import date

from ..agreement.book import Agreement
from ..agreement.told.counting import UNITS, in_words
from .count import Figures, reported
from .workbook import Cells, Sheet, workbook

FIGURES, RULES = "Cijfers", "Regels en periode"
WIDTHS = {FIGURES: (34, 12, 60, 44, 12), RULES: (34, 60, 12, 90, 24, 14)}


def sheet_of(figures: Figures, agreement: Agreement, *, made: date) -> bytes:
    """
    Return a workbook with the figures of a party on its first sheet and how they came about on its
    second.

    :param made: the day on which they were counted; a later correction may change them
    """
    return workbook(
        (
            Sheet(FIGURES, WIDTHS[FIGURES], _figures(figures, agreement)),
            Sheet(RULES, WIDTHS[RULES], _rules(figures, agreement, made)),
        ),
        made=made,
    )


def file_name(figures: Figures) -> str:
    """Return what the file is called: codes only."""
    return f"cijfers-{figures.party}-{figures.period.name}.xlsx"


def _figures(figures: Figures, agreement: Agreement) -> Iterator[Cells]:
    yield "Aanpak", "Code", "Wat wordt geteld", "Waarvan", "Aantal"
    for figure in figures.indicators:
        label = agreement.interventions[figure.intervention].label
        yield label, figure.id, figure.label, "", figure.value
        for part in figure.parts:
            yield label, figure.id, figure.label, part.label, part.value


def _rules(figures: Figures, agreement: Agreement, made: date) -> Iterator[Cells]:
    yield "Organisatie", agreement.labels["parties"][figures.party]
    yield "Periode", figures.period.name
    yield "Eerste dag", figures.period.first
    yield "Laatste dag", figures.period.last
    yield "Overeenkomst", f"{agreement.label} ({agreement.key})"
    yield "Gemaakt op", made
    yield "Nog niet beoordeelde meldingen", figures.undecided
    if figures.undecided:
        yield "Deze meldingen zijn ontvangen vanaf", figures.undecided_since
        yield "Let op", "Zolang er geen aanpak is gekozen, tellen deze meldingen nergens mee."
    yield ("",)
    yield "Code", "Wat wordt geteld", "Eenheid", "Zo wordt geteld", "Bron", "Aanname"
    for _, rule in reported(figures.party, agreement):
        assumed = "ja" if rule.assumed else "nee"
        yield rule.key, rule.label, UNITS[rule.unit], in_words(rule), rule.source, assumed
