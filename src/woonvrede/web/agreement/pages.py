# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""One agreement, one of its interventions with a drawing of it, and what was assumed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...access.books import books, holding, partnership_of, signed_text
from ...agreement.book import Agreement
from ...agreement.draw.diagram import diagram
from ...agreement.draw.svg import svg
from ...agreement.told.assumptions import assumptions
from ...agreement.told.pages import agreement_page, intervention_page
from ...agreement.told.scope import Scope
from ...agreement.told.signed import signed_paragraphs
from ...agreement.told.text import text_page
from ..gate import for_members

Step = dict[str, str]


@require_safe
@for_members
def show(request: HttpRequest, agreement: str = "") -> HttpResponse:
    """An agreement; without a name, the one that holds today."""
    own = _own(request)
    now = _of_today(own)
    found = _named(request, agreement) if agreement else now
    shown = {
        "page": agreement_page(found),
        "holds": found.key == now.key,
        "others": [(each.key, each.label) for each in own if each.key != found.key],
    }
    return render(request, "agreement/show.html", shown)


@require_safe
@for_members
def intervention(request: HttpRequest, agreement: str, intervention: str) -> HttpResponse:
    """One intervention: its stages and steps, who may see what, terms, figures and the rest."""
    found = _named(request, agreement)
    if intervention not in found.interventions:
        raise Http404
    shown = {"page": intervention_page(found, intervention), "trail": [_step(found)]}
    return render(request, "agreement/intervention.html", shown)


@require_safe
@for_members
def drawing(request: HttpRequest, agreement: str, intervention: str) -> HttpResponse:
    """The state diagram of an intervention, as a picture."""
    found = _named(request, agreement)
    if intervention not in found.interventions:
        raise Http404
    drawn = found.interventions[intervention]
    return HttpResponse(svg(diagram(drawn, Scope(found, drawn))), content_type="image/svg+xml")


@require_safe
@for_members
def assumed(request: HttpRequest, agreement: str) -> HttpResponse:
    """Everything on which the signed text is silent, for parties to confirm or change."""
    found = _named(request, agreement)
    files = [each for each in assumptions(found) if each.groups]
    shown = {
        "agreement": found.key,
        "files": files,
        "number": sum(each.number for each in files),
        "trail": [_step(found)],
    }
    return render(request, "agreement/assumptions.html", shown)


@require_safe
@for_members
def text(request: HttpRequest, agreement: str) -> HttpResponse:
    """The text by paragraph, beside its entries, and the signed words where they are here."""
    found = _named(request, agreement)
    if found.text is None:
        raise Http404
    words = signed_text(found.key)
    page = text_page(found, signed_paragraphs(words or ""))
    shown = {"page": page, "unreadable": words is None, "trail": [_step(found)]}
    return render(request, "agreement/text.html", shown)


def _own(request: HttpRequest) -> list[Agreement]:
    """Return every version of the agreement under which this member's circle works."""
    circle = request.actor.party_key  # type: ignore[attr-defined]
    try:
        own = partnership_of(circle)
    except LookupError as absent:
        raise Http404 from absent
    return [each for each in books().values() if each.partnership == own]


def _named(request: HttpRequest, key: str) -> Agreement:
    found = next((each for each in _own(request) if each.key == key), None)
    if found is None:
        raise Http404
    return found


def _of_today(own: list[Agreement]) -> Agreement:
    """Return the version that holds today; where none does, the one that began last."""
    try:
        return holding(timezone.localdate(), own[0].partnership)
    except LookupError:
        return max(own, key=lambda each: each.term.since)


def _step(agreement: Agreement) -> Step:
    return {"label": agreement.label, "url": reverse("agreement-one", args=[agreement.key])}
