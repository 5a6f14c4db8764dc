# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The photos of a case."""

from collections.abc import Mapping
from functools import partial

from django import forms as fields
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ...casework.page.asking.photos import (
    PhotosPage,
    read_photo,
    read_photo_to_remove,
    read_photos,
)
from ...casework.photos.add import add_photo
from ...casework.photos.remove import remove_photo
from ..gate import for_members
from ..uploads import photo_in
from .asking import Looks, Verb, ask
from .forms import Kept, Typed, nothing


def _added(page: PhotosPage, typed: Typed, faults: Mapping[str, str]) -> Kept:
    """Ask a new photo: on a phone the camera opens."""
    if not page.left:
        return Kept((), typed, faults)
    widget = fields.FileInput({"accept": "image/jpeg,image/png", "capture": "environment"})
    help_text = "Een jpg of png van hooguit 10 MB."
    asked = fields.FileField(label="Nieuwe foto", help_text=help_text, widget=widget)
    return Kept((("photo", asked),), typed, faults)


PHOTOS = Looks(_added, "cases/photos.html", "De foto is opgeslagen.", stays="case-photos")
GONE = Looks(nothing, "cases/photo_gone.html", "De foto is gewist.", stays="case-photos")
# Nothing in it can do anything, wherever it is opened.
INERT = "sandbox; default-src 'none'"


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def photos(request: HttpRequest, reference: str) -> HttpResponse:
    """Look at the photos of a case, and add one."""

    def verb(typed: QueryDict) -> Verb:
        del typed
        return partial(add_photo, reference, photo_in(request))

    return ask(request, reference, PHOTOS, read=partial(read_photos, reference), verb=verb)


@require_safe
@for_members
def photo(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One photo itself."""
    actor = request.actor  # type: ignore[attr-defined]
    content = read_photo(reference, number, actor=actor, at=timezone.now())
    response = HttpResponse(content, content_type="image/jpeg")
    response["Content-Disposition"] = 'inline; filename="foto.jpg"'
    response["Content-Security-Policy"] = INERT
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def gone(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Ask whether one photo goes, and take it away."""
    return ask(
        request,
        reference,
        GONE,
        read=partial(read_photo_to_remove, reference, number),
        verb=lambda _: partial(remove_photo, reference, number),
    )
