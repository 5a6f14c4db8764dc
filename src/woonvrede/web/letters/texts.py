# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The texts of letters, as a functional manager writes them."""

from functools import partial

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ...access.refusals import Conflict, Invalid, Refused
from ...casework.letters.texts.objects import Block, EditPage
from ...casework.letters.texts.page import read_edit, read_texts
from ...casework.letters.texts.write import SINCE, write_texts
from ..cases.forms import Kept
from ..cases.questions import days
from ..gate import for_members
from ..manners import change, key_for, look
from ..typed import number, number_in, typed_in

MEANWHILE = (
    "Iemand anders schreef intussen nieuwe teksten. Wat u typte staat hieronder. "
    "Vergelijk het met de nieuwste versie, en sla het daarna nog een keer op."
)


@require_safe
@for_members
def show(request: HttpRequest) -> HttpResponse:
    """Every letter of which texts can be written."""
    actor = request.actor  # type: ignore[attr-defined]
    groups = read_texts(actor=actor, at=timezone.now())
    return render(request, "letters/texts.html", {"groups": groups})


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Write the texts of one letter: look at them first, then save a version."""
    if request.method != "POST":
        asked = request.GET.get("versie", "")
        return _draw(request, _read(request, key, number(asked) if asked else None), None)
    typed = typed_in(request)
    given = {name: typed.get(name, "") for name in typed}
    if "look" in typed:
        return look(request, lambda: _draw(request, _read(request, key, None, given), typed))
    verb = partial(write_texts, key, given, version=number_in(typed, "version"))

    def show_again(refusal: Refused) -> HttpResponse:
        page = _read(request, key, None)
        faults = refusal.errors if isinstance(refusal, Invalid) else {}
        said = MEANWHILE if isinstance(refusal, Conflict) else "" if faults else str(refusal)
        return _draw(request, page, typed, faults=faults, refusal=said)

    def do(at: object) -> str:
        verb(actor=request.actor, at=at)  # type: ignore[attr-defined, arg-type]
        return reverse("letter-text", args=[key])

    return change(request, do, show_again, lambda _: "De teksten zijn opgeslagen.")


def _read(
    request: HttpRequest, key: str, version: int | None, given: dict[str, str] | None = None
) -> EditPage:
    actor = request.actor  # type: ignore[attr-defined]
    return read_edit(key, version, given, actor=actor, at=timezone.now())


def _draw(
    request: HttpRequest,
    page: EditPage,
    typed: QueryDict | None,
    *,
    faults: dict[str, str] | None = None,
    refusal: str = "",
) -> HttpResponse:
    since = days("Vanaf welke dag geldt deze tekst?", "Brieven van daarvoor veranderen niet.")
    since.initial = page.today
    asked = [*((block.name, _block(block)) for block in page.blocks), (SINCE, since)]
    shown = {
        "page": page,
        "form": Kept(asked, typed, faults or page.faults),
        "refusal": refusal,
        "once": key_for(request),
        "version": page.newest,
    }
    status = 409 if refusal else 400 if faults or page.faults else 200
    return render(request, "letters/edit.html", shown, status=status)


def _block(block: Block) -> forms.Field:
    rows = 2 if len(block.text) < 100 else 6
    must = f"Laat staan: {', '.join(block.must)}." if block.must else ""
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=block.label, help_text=must, initial=block.text, widget=widget)
