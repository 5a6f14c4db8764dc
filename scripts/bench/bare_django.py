# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django as it comes: a list of 25 as JSON and as a page, and adding one.  For ``bare``."""

from functools import cache
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import path

from .bare import LINES

PAGE = """<!doctype html><html lang="nl"><title>Lijst</title><h1>Lijst</h1><table>
{% for each in found %}<tr><th><a href="/{{ each.id }}/">{{ each.reference }}</a></th>
<td>{{ each.stage }}</td><td>{{ each.place }}</td><td>{{ each.due|date:"j F Y" }}</td></tr>
{% endfor %}</table></html>"""


class Bare(models.Model):
    """A row."""

    reference = models.TextField()
    stage = models.TextField()
    place = models.TextField()
    due = models.DateField()

    objects: ClassVar = models.Manager["Bare"]()

    class Meta:
        app_label = "bare"
        managed = False
        db_table = "bare"


def as_json(request: HttpRequest) -> HttpResponse:
    """Return 25 rows as JSON."""
    del request
    found = Bare.objects.order_by("due", "id")[:LINES]
    lines = [
        {"id": each.pk, "reference": each.reference, "stage": each.stage, "due": each.due}
        for each in found
    ]
    return JsonResponse(lines, safe=False)


def as_page(request: HttpRequest) -> HttpResponse:
    """Return 25 rows in a table."""
    found = Bare.objects.order_by("due", "id")[:LINES]
    return HttpResponse(_page().render({"found": found}, request))


def add(request: HttpRequest) -> HttpResponse:
    """Add a row, and go to the list."""
    given = request.POST
    Bare.objects.create(
        reference=given["reference"], stage=given["stage"], place="nergens", due=given["due"]
    )
    return redirect("/")


@cache
def _page() -> Any:
    return engines["django"].from_string(PAGE)


urlpatterns = [path("", as_json), path("page/", as_page), path("add/", add)]
