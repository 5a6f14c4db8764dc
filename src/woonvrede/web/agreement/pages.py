# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""One agreement, one of its interventions with a drawing of it, and what was assumed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...access.books import book, books, in_force, signed_text
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
    found = _named(agreement) if agreement else _of_today()
    shown = {
        "page": agreement_page(found),
        "holds": found.key == _of_today().key,
        "others": [(each.key, each.label) for each in books().values() if each.key != found.key],
    }
    return render(request, "agreement/show.html", shown)


@require_safe
@for_members
def intervention(request: HttpRequest, agreement: str, intervention: str) -> HttpResponse:
    """One intervention: its stages and steps, who may see what, terms, figures and the rest."""
    found = _named(agreement)
    if intervention not in found.interventions:
        raise Http404
    shown = {"page": intervention_page(found, intervention), "trail": [_step(found)]}
    return render(request, "agreement/intervention.html", shown)


@require_safe
@for_members
def drawing(request: HttpRequest, agreement: str, intervention: str) -> HttpResponse:
    """The state diagram of an intervention, as a picture."""
    del request
    found = _named(agreement)
    if intervention not in found.interventions:
        raise Http404
    drawn = found.interventions[intervention]
    return HttpResponse(svg(diagram(drawn, Scope(found, drawn))), content_type="image/svg+xml")


@require_safe
@for_members
def assumed(request: HttpRequest, agreement: str) -> HttpResponse:
    """Everything on which the signed text is silent, for parties to confirm or change."""
    found = _named(agreement)
    files = [each for each in assumptions(found) if each.entries]
    shown = {
        "agreement": found.key,
        "files": files,
        "number": sum(len(each.entries) for each in files),
        "trail": [_step(found)],
    }
    return render(request, "agreement/assumptions.html", shown)


@require_safe
@for_members
def text(request: HttpRequest, agreement: str) -> HttpResponse:
    """The text by paragraph, beside its entries, and the signed words where they are here."""
    found = _named(agreement)
    if found.text is None:
        raise Http404
    words = signed_paragraphs(signed_text(found.key))
    shown = {"page": text_page(found, words), "trail": [_step(found)]}
    return render(request, "agreement/text.html", shown)


def _named(key: str) -> Agreement:
    if key not in books():
        raise Http404
    return book(key)


def _of_today() -> Agreement:
    """Return the agreement that holds today; where none does, the one that began last."""
    try:
        return in_force(timezone.localdate())
    except LookupError:
        return max(books().values(), key=lambda each: each.term.since)


def _step(agreement: Agreement) -> Step:
    return {"label": agreement.label, "url": reverse("agreement-one", args=[agreement.key])}
