# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Headers by which nothing of an answer stays behind."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

Answer = Callable[[HttpRequest], HttpResponse]

NOTHING_OF_THE_DEVICE = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media",
        "fullscreen", "geolocation", "gyroscope", "magnetometer", "microphone", "midi",
        "payment", "picture-in-picture", "usb", "xr-spatial-tracking",
    )
)  # fmt: skip


def private_answers(answer: Answer) -> Answer:
    """Keep every answer out of caches, except the static files that bear a digest in their name."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = NOTHING_OF_THE_DEVICE
        if not request.path.startswith(settings.STATIC_URL) or response.status_code >= 400:
            response["Cache-Control"] = "no-store"
            patch_vary_headers(response, ["HX-Request"])
        return response

    return middleware
