# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of what was agreed."""

from django.urls import path

from . import pages

ONE = "overeenkomst/<slug:agreement>/"

urlpatterns = [
    path("overeenkomst/", pages.show, name="agreement"),
    path(ONE, pages.show, name="agreement-one"),
    path(f"{ONE}aannames/", pages.assumed, name="agreement-assumed"),
    path(f"{ONE}tekst/", pages.text, name="agreement-text"),
    path(f"{ONE}<slug:intervention>/", pages.intervention, name="agreement-intervention"),
    path(f"{ONE}<slug:intervention>/fasen.svg", pages.drawing, name="agreement-drawing"),
]
