# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages about an agreement hold: words alone."""

from dataclasses import dataclass

from ..book import Agreement, Intervention
from ..draw.diagram import diagram
from ..draw.svg import description, title
from ..places import in_order
from .entries import Section, Told, head, sections
from .matrix import Matrix, matrix
from .parties import Party, parties
from .scope import Scope

# What a reader wants to know first; the other words follow in the order of the language.
FIRST_OF_ALL = (
    "term",
    "signatories",
    "units",
    "successors",
    "steering",
    "contact_points",
    "reporting",
    "editing",
)
FIRST = (
    "grants",
    "deadlines",
    "indicators",
    "retention",
    "invitations",
    "carries",
    "outcomes",
    "routes",
    "triage",
    "photos",
)


@dataclass(frozen=True)
class Link:
    """The way to an intervention of this agreement."""

    key: str
    label: str
    lead: str
    assumed: bool


@dataclass(frozen=True)
class AgreementPage:
    """What all interventions of an agreement share."""

    key: str
    label: str
    head: Told
    interventions: tuple[Link, ...]
    parties: tuple[Party, ...]
    sections: tuple[Section, ...]
    has_text: bool


@dataclass(frozen=True)
class Drawing:
    """The picture of an intervention, for who sees it and for who does not."""

    title: str
    description: str
    width: int
    height: int


@dataclass(frozen=True)
class InterventionPage:
    """All of one intervention; ``steps`` are the moves, by the numbers of the drawing."""

    agreement: str
    agreement_label: str
    key: str
    label: str
    head: Told
    drawing: Drawing
    steps: Section
    matrix: Matrix
    stages: Section
    sections: tuple[Section, ...]


def agreement_page(agreement: Agreement) -> AgreementPage:
    """Return the page of an agreement."""
    scope = Scope(agreement)
    told = sections(agreement, scope)
    del told["parties"]
    return AgreementPage(
        key=agreement.key,
        label=agreement.label,
        head=head(agreement, scope),
        interventions=tuple(
            Link(each.key, each.label, scope.label("roles", each.lead), each.assumed)
            for each in in_order(agreement)
        ),
        parties=parties(agreement),
        sections=_ordered(told, FIRST_OF_ALL),
        has_text=agreement.text is not None,
    )


def intervention_page(agreement: Agreement, key: str) -> InterventionPage:
    """Return the page of one intervention; raises KeyError when the agreement has it not."""
    intervention: Intervention = agreement.interventions[key]
    scope = Scope(agreement, intervention)
    told = sections(intervention, scope)
    drawn = diagram(intervention, scope)
    return InterventionPage(
        agreement=agreement.key,
        agreement_label=agreement.label,
        key=key,
        label=intervention.label,
        head=head(intervention, scope),
        drawing=Drawing(title(drawn), description(drawn), drawn.width, drawn.height),
        steps=told.pop("moves"),
        matrix=matrix(intervention, scope),
        stages=told["stages"],
        sections=_ordered(told, FIRST),
    )


def _ordered(told: dict[str, Section], first: tuple[str, ...]) -> tuple[Section, ...]:
    words = [
        *(word for word in first if word in told),
        *(word for word in told if word not in first),
    ]
    return tuple(told[word] for word in words)
