# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every address of the product."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("woonvrede.web.sign_in_urls")),
    path("", include("woonvrede.web.case_urls")),
    path("", include("woonvrede.web.report_urls")),
    path("", include("woonvrede.web.work")),
    path("", include("woonvrede.web.case_list")),
    path("", include("woonvrede.web.monitoring")),
]

handler400 = "woonvrede.web.errors.bad_request"
handler404 = "woonvrede.web.errors.not_found"
handler500 = "woonvrede.web.errors.failed"
