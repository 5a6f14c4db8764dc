# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every address of the product."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("woonvrede.web.entry.urls")),
    path("", include("woonvrede.web.cases.listing")),
    path("", include("woonvrede.web.cases.urls")),
    path("", include("woonvrede.web.reports.urls")),
    path("", include("woonvrede.web.volunteers")),
    path("", include("woonvrede.web.work")),
    path("", include("woonvrede.web.letters.urls")),
    path("", include("woonvrede.web.monitoring")),
    path("", include("woonvrede.web.agreement.urls")),
]

handler400 = "woonvrede.web.errors.bad_request"
handler404 = "woonvrede.web.errors.not_found"
handler500 = "woonvrede.web.errors.failed"
