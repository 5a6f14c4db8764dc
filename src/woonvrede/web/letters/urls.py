# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of letters outside a case."""

from django.urls import path

from . import post, texts

urlpatterns = [
    path("brieven/", post.to_post, name="letters-to-post"),
    path("brieven/teksten/", texts.show, name="letter-texts"),
    path("brieven/teksten/<slug:key>/", texts.edit, name="letter-text"),
]
