# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving several cases to another colleague: each by its own step, and a summary of all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ...access.refusals import Refused
from ...casework.lists.filters import asked_of
from ...casework.lists.reassigning import MOST, Reassigning, ToGive, read_reassigning
from ...casework.steps.move import move
from ..gate import for_members
from ..manners import attempt, look, new_key
from ..typed import number
from .forms import Kept, Typed
from .questions import choose
from .wanted import codes_of, wanted_in

CASE = "casus"
NOBODY = "Kies de collega die deze casussen krijgt."
NOT_THIS_ONE = "Deze collega kan deze casus niet krijgen."
NO_STEP = "In deze aanpak wijst niemand een andere collega aan."


@dataclass(frozen=True)
class Result:
    """What came of one case; ``why`` it was not done, or nothing."""

    reference: str
    title: str
    why: str


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def reassign(request: HttpRequest) -> HttpResponse:
    """Show which cases were chosen and ask to whom they go, or give them."""
    if request.method != "POST":
        return _page(request, _read(request, request.GET.getlist(CASE)))
    versions = dict(each.rpartition(":")[::2] for each in request.POST.getlist(CASE)[:MOST])
    asked = look(request, lambda: _read(request, versions))
    colleagues = dict(asked.colleagues)
    to = request.POST.get("colleague", "")
    if to not in colleagues or not versions:
        faults = {} if to in colleagues else {"colleague": NOBODY}
        shown = look(request, lambda: _page(request, asked, faults))
        shown.status_code = 400
        return shown
    results = [_give(request, each, versions[each.reference], to) for each in asked.cases]
    summary = {
        "colleague": colleagues[to],
        "done": [each for each in results if not each.why],
        "not_done": [each for each in results if each.why],
        "absent": len(versions) - len(results),
    }
    return look(
        request,
        lambda: render(request, "case_list/reassigned.html", summary | _list(request)),
    )


def _read(request: HttpRequest, references: Iterable[str]) -> Reassigning:
    actor = request.actor  # type: ignore[attr-defined]
    return read_reassigning(list(references), actor=actor, at=timezone.now())


def _list(request: HttpRequest) -> dict[str, str]:
    """Return the way back to the list as it was filtered, and the end of its address."""
    wanted = wanted_in(request.GET)
    actor = request.actor  # type: ignore[attr-defined]
    here = codes_of(wanted, asked_of(wanted, actor=actor, at=timezone.now()))
    return {"here": here, "back": f"{reverse('case-list')}{here and f'?{here}'}"}


def _give(request: HttpRequest, case: ToGive, version: str, to: str) -> Result:
    def do(at: datetime) -> str:
        if not case.step:
            raise Refused(NO_STEP)
        move(
            case.reference,
            case.step,
            actor=request.actor,  # type: ignore[attr-defined]
            at=at,
            version=number(version),
            given={"colleague": to},
        )
        return reverse("case", args=[case.reference])

    why = attempt(request, do, about=case.reference, otherwise=NOT_THIS_ONE)
    return Result(case.reference, case.title, why)


def _page(
    request: HttpRequest, asked: Reassigning, faults: Mapping[str, str] | None = None
) -> HttpResponse:
    typed: Typed = request.POST if request.method == "POST" else None
    fields = (("colleague", choose("Wie krijgt deze casussen?", asked.colleagues)),)
    shown = {
        "asked": asked,
        "chosen": [(each, asked.versions[each.reference]) for each in asked.cases],
        "form": Kept(fields, typed, faults or {}),
        "once": new_key,
        **_list(request),
    }
    return render(request, "case_list/reassign.html", shown)
