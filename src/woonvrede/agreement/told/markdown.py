# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""An agreement as Markdown: the same words as the pages, for who reads files."""

import re
from collections.abc import Iterable, Iterator

from ..book import Agreement
from .assumptions import File, assumptions
from .entries import Section, Told
from .matrix import Matrix
from .pages import AgreementPage, InterventionPage, agreement_page, intervention_page
from .parties import Party

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")


def agreement_text(agreement: Agreement) -> str:
    """Return what all interventions of an agreement share."""
    page: AgreementPage = agreement_page(agreement)
    said = [f"# {_safe(page.label)}", "", *_entry(page.head), "", "## Aanpakken", ""]
    said += [f"- [{_safe(each.label)}]({each.key}.md)" for each in page.interventions]
    said += ["", "## Partijen", "", *_parties(page.parties)]
    for section in page.sections:
        said += ["", *_section(section)]
    return _whole(said)


def intervention_text(agreement: Agreement, key: str) -> str:
    """Return all of one intervention, with its diagram from the file beside it."""
    page: InterventionPage = intervention_page(agreement, key)
    said = [f"# {_safe(page.label)}", "", *_entry(page.head), "", "## Fasen en stappen", ""]
    said += [f"![{_safe(page.drawing.title)}]({page.key}.svg)", ""]
    for step in page.steps.entries:
        said += [f"{step.mark}. **{_safe(step.title)}**", *(f"   {line}" for line in _entry(step))]
    said += ["", "## Wie mag wat zien", "", *_matrix(page.matrix)]
    for section in page.sections:
        said += ["", *_section(section)]
    return _whole(said)


def assumptions_text(agreement: Agreement) -> str:
    """Return everything on which the signed text is silent."""
    said = ["# Aannames", ""]
    for file in assumptions(agreement):
        said += ["", f"## {_safe(file.label)}", *_assumed(file)]
    return _whole(said)


def _section(section: Section) -> Iterator[str]:
    yield f"## {_safe(section.heading)}"
    for each in section.entries:
        yield ""
        yield f"- **{_safe(f'{each.mark} {each.title}'.strip())}**"
        yield from (f"  {line}" for line in _entry(each))


def _entry(told: Told) -> Iterator[str]:
    yield from (f"- {_safe(term)}: {_safe(words)}" for term, words in told.lines)
    if told.note:
        yield f"- Toelichting: {_safe(told.note)}"
    yield f"- Bron: {_safe(told.source)}{' (aanname)' if told.assumed else ''}"


def _matrix(matrix: Matrix) -> Iterator[str]:
    for each in matrix.columns:
        if each.condition:
            yield f"- {_safe(each.role)} doet mee {_safe(each.condition)}."
    yield ""
    yield from _table(
        ("Soort gegevens", *(each.role for each in matrix.columns)),
        ((row.category, *("; ".join(cell.lines) for cell in row.cells)) for row in matrix.rows),
    )


def _parties(parties: Iterable[Party]) -> Iterator[str]:
    yield from _table(
        ("Partij", "Onderdelen", "Tekende voor", "Opgevolgd door", "Stuurgroep", "Bron"),
        (
            (
                each.label,
                "; ".join(each.units),
                "; ".join(each.signed),
                each.successor,
                each.seat,
                f"{each.source}{' (aanname)' if each.assumed else ''}",
            )
            for each in parties
        ),
    )


def _assumed(file: File) -> Iterator[str]:
    for group in file.groups:
        yield from ("", f"### {_safe(group.heading)}", "")
        for each in group.assumed:
            said = "; ".join(f"{term}: {words}" for term, words in each.lines)
            titles = ", ".join(told.title for told in each.entries)
            yield f"- **{_safe(titles)}** {_safe(said)}".rstrip() + f" ({_safe(each.source)})"
            if each.note:
                yield f"  - Toelichting: {_safe(each.note)}"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    heads = tuple(heads)
    yield _row(heads)
    yield _row("---" for _ in heads)
    yield from (_row(map(_safe, row)) for row in rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _safe(words: str) -> str:
    """Return words in which nothing is a sign of Markdown."""
    return SPECIAL.sub(r"\\\1", " ".join(words.split()))


def _whole(said: Iterable[str]) -> str:
    return "\n".join(said) + "\n"
