# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""My work: the page on which everybody begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..casework.letters.texts.page import writes_texts
from ..casework.letters.to_post import makes_letters
from ..casework.lists.worklist import read_work
from .gate import for_members


@require_safe
@for_members
def show(request: HttpRequest) -> HttpResponse:
    """What somebody has to do, what they wait for, and what is new."""
    work = read_work(actor=request.actor, at=timezone.now())  # type: ignore[attr-defined]
    request.new_reports = work.reports  # type: ignore[attr-defined]
    shown = {
        "work": work,
        "makes_letters": makes_letters(request.actor),  # type: ignore[attr-defined]
        "writes_texts": writes_texts(request.actor, timezone.now()),  # type: ignore[attr-defined]
    }
    return render(request, "work/show.html", shown)


urlpatterns = [path("mijn-werk/", show, name="work")]
