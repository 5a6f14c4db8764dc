# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in what somebody sends as a file: only where one is asked, and never on a disk."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest

from ..casework.photos.remake import MOST_BYTES

WHERE = "/fotos/"  # how the address of a page ends on which a photo is asked
AROUND = 100_000  # what a form holds besides the photo


class OnlyPhotos(MemoryFileUploadHandler):
    """Keeps a photo in memory; what comes elsewhere, or is too large, is let go as it comes in."""

    def handle_raw_input(  # type: ignore[override]  # the stubs take a number for a text
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 - Django calls it so
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> None:
        """Decide by where it is sent and by how much there is."""
        del input_data, META, boundary, encoding
        assert self.request is not None
        asked = self.request.path.endswith(WHERE)
        self.activated = asked and content_length <= MOST_BYTES + AROUND
        self.request.too_heavy = asked and not self.activated  # type: ignore[attr-defined]


def photo_in(request: HttpRequest) -> bytes:
    """Return the photo that was sent; more bytes than may be where it was too large to keep."""
    sent = request.FILES.get("photo")
    if getattr(request, "too_heavy", False):
        return bytes(MOST_BYTES + 1)
    return bytes(sent.read()) if sent else b""
