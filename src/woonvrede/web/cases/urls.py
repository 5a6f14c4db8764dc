# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of one case."""

from django.urls import path

from . import letters as case_letters
from . import pages as cases
from . import people as case_people
from . import photos as case_photos

CASE = "casussen/<slug:reference>/"

urlpatterns = [
    path(CASE, cases.show, name="case"),
    path(f"{CASE}stap/<slug:name>/", cases.step, name="case-step"),
    path(f"{CASE}gegevens/<slug:category>/", cases.facts, name="case-facts"),
    path(f"{CASE}lijst/<slug:register>/", cases.row, name="case-row"),
    path(
        f"{CASE}lijst/<slug:register>/<int:number>/", cases.correction, name="case-row-correction"
    ),
    path(f"{CASE}notitie/", cases.note, name="case-note"),
    path(f"{CASE}brieven/<int:number>/", case_letters.file, name="case-letter-file"),
    path(f"{CASE}brieven/<int:number>/versturen/", case_letters.sending, name="case-letter-send"),
    path(f"{CASE}brieven/<slug:key>/", case_letters.letter, name="case-letter"),
    path(f"{CASE}partijen/", case_people.parties, name="case-parties"),
    path(f"{CASE}partijen/<slug:role>/<slug:party>/", case_people.seat, name="case-seat"),
    path(f"{CASE}instemming/<slug:role>/", case_people.consent, name="case-consent"),
    path(
        f"{CASE}instemming/<slug:role>/intrekken/", case_people.withdrawal, name="case-withdrawal"
    ),
    path(f"{CASE}personen/", case_people.person, name="case-person"),
    path(f"{CASE}taken/", case_people.task, name="case-task"),
    path(f"{CASE}taken/<int:number>/klaar/", case_people.done, name="case-task-done"),
    path(f"{CASE}fotos/", case_photos.photos, name="case-photos"),
    path(f"{CASE}fotos/<int:number>/", case_photos.photo, name="case-photo"),
    path(f"{CASE}fotos/<int:number>/wissen/", case_photos.gone, name="case-photo-gone"),
    path(f"{CASE}verwijzing/<int:number>/", cases.handed, name="case-handed"),
    path(f"{CASE}buiten-de-casus/", case_people.outside, name="case-outside"),
]
